"""Economic codes of more than one level, and several figures of one year: what is found of them."""

from __future__ import annotations

from typing import Any

import pytest

from kbb_data.importer import build
from kbb_data.reading.economic_codes import CODE, holders
from tests.kbb_data.reading.alterations import SMALL, altered, everywhere, insert, refused, replace

CODE_03 = "03\tMal ve Hizmet Alım Giderleri\t437"
PARTS = ("03.2\tTüketime Yönelik Alımlar\t400.000,00", "03.5\tHizmet Alımları\t37.000,00")


def tables(text: str) -> dict[str, list[dict[str, Any]]]:
    return build(text.encode("utf-8"), [])[2]


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (["03", "06"], [None, None]),
        (["03", "03.2", "03.05", "06"], [None, 0, 0, None]),
        (["03.2", "03.5"], [None, None]),
        (["03", "03.2", "03.2.1", "03.2.2"], [None, 0, 1, 1]),
        (["03.2.1", "03"], [1, None]),
        ([], []),
    ],
)
def test_a_code_is_part_of_the_nearest_code_above_it(
    codes: list[str], expected: list[int | None]
) -> None:
    assert holders(codes) == expected


@pytest.mark.parametrize("text", ["03", "03.2", "03.2.1.10", "03.2 Hizmet", "03. Hizmet"])
def test_codes_are_told_from_amounts(text: str) -> None:
    assert CODE.fullmatch(text)
    assert not CODE.fullmatch(text.replace("03", "3"))


def test_parts_beside_their_whole_are_not_added_twice() -> None:
    text, _ = altered(SMALL, insert(CODE_03, *PARTS))
    found = tables(text)
    sound = tables(SMALL)
    amounts = [(row["activity"], row["economic_code"], row["amount"])
               for row in found["activity_costs"]]  # fmt: skip
    assert amounts == [(row["activity"], row["economic_code"], row["amount"])
                       for row in sound["activity_costs"]]  # fmt: skip
    assert [row["code_printed"] for row in found["activity_cost_lines"][:4]] == [
        "03", "03.2", "03.5", "06",
    ]  # fmt: skip
    assert not sound["activity_cost_lines"]
    assert len(found["findings"]) == len(sound["findings"])


def test_parts_that_do_not_add_up_are_found() -> None:
    text, _ = altered(SMALL, insert(CODE_03, PARTS[0]))
    (row,) = [row for row in tables(text)["findings"] if row["finding"].endswith(".code-03")]
    assert (row["finding"], row["stated"], row["computed"], row["difference"]) == (
        "cost-table-sums.1.code-03", "437000.00", "400000.00", "-37000.00",
    )  # fmt: skip


def test_a_code_that_stands_twice_in_two_spellings_is_refused() -> None:
    text, damaged = altered(SMALL, insert(CODE_03, PARTS[0], PARTS[0].replace("03.2", "03.02")))
    (problem,) = refused(text)
    assert problem.line == damaged[-1]
    assert "each economic code once, not 03.02 again" in str(problem)


def test_two_figures_of_one_year_are_two_findings() -> None:
    text, _ = altered(
        SMALL,
        everywhere("2026 Tahmin", "2026 Planlanan"),
        everywhere("2025 Gerçekleşen", "2026 Yıl Sonu Tahmini"),
        replace("1\tYenilenen plan", "750\t1.475", "7.50\t1.4.75"),
    )
    found = {row["finding"] for row in tables(text)["findings"]}
    assert {f"indicator-readings.1.1.2026.{kind}" for kind in ("planned", "year_end_estimate")} <= (
        found
    )
