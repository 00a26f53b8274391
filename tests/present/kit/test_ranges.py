"""Which bytes a client asks for."""

from __future__ import annotations

import pytest

from present.kit.ranges import Unsatisfiable, asked_places


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=0-99", 0, 99),
        ("bytes=90-", 90, 99),
        ("bytes=90-1000", 90, 99),
        ("bytes=-1", 99, 99),
        ("bytes=-100", 0, 99),
        ("bytes=-101", 0, 99),
        ("Bytes= 5-6 ", 5, 6),
    ],
)
def test_one_range_is_those_bytes(asked: str, first: int, last: int) -> None:
    assert asked_places(asked, 100) == range(first, last + 1)


@pytest.mark.parametrize(
    "asked",
    ["bytes=0-1,5-6", "lines=0-1", "bytes", "bytes=", "bytes=-", "bytes=2-1", "bytes=a-b",
     "bytes=1-2-3", "bytes=+1-2", "bytes=٠-٩", "bytes=0-" + "9" * 5000],
)  # fmt: skip
def test_all_else_asks_for_the_whole(asked: str) -> None:
    assert asked_places(asked, 100) is None


@pytest.mark.parametrize("asked", ["bytes=100-", "bytes=100-200", "bytes=-0"])
def test_beyond_the_end_there_is_nothing(asked: str) -> None:
    with pytest.raises(Unsatisfiable) as raised:
        asked_places(asked, 100)
    assert raised.value.size == 100


def test_nothing_can_be_had_of_nothing() -> None:
    for asked in ("bytes=0-", "bytes=-5"):
        with pytest.raises(Unsatisfiable):
            asked_places(asked, 0)
