"""Amounts as municipalities write them: read as they are meant, everything else refused."""

from __future__ import annotations

import re

import pytest

from kbb_data.problems import Unreadable
from kbb_data.reading.cells import amount
from kbb_data.reading.lines import Line
from kbb_data.reading.programme import read
from kbb_data.reading.records import Reading
from tests.support.datasets import INVENTED_TEXT

SMALL = INVENTED_TEXT.read_text(encoding="utf-8")
#: An amount of the text that can be no share and no figure of an indicator.
AMOUNT = re.compile(r"(?<=\t)\d{1,3}(?:\.\d{3})+,00(?=\t|\n)")


def amounts(text: str) -> list[object]:
    """Every amount of the goals' and activities' tables."""
    reading = read(text.encode("utf-8"))
    return [
        (goal.amounts, [(each.budget, each.total, [c[3] for c in each.costs]) for each in costs])
        for goal in reading.goals
        for costs in [goal.cost_tables]
    ]


@pytest.mark.parametrize("form", ["{} TL", "{}TL", "{}-TL", "{} ₺", "{}₺", "₺{}", "₺ {}", "TL {}"])
def test_the_liras_name_may_stand_beside_an_amount(form: str) -> None:
    written = AMOUNT.sub(lambda match: form.format(match[0]), SMALL)
    assert written.count("TL") + written.count("₺") > SMALL.count("TL") + 40
    assert amounts(written) == amounts(SMALL)


def test_decimals_may_be_left_out() -> None:
    assert amounts(AMOUNT.sub(lambda match: match[0][:-3], SMALL)) == amounts(SMALL)


def one(text: str) -> tuple[int | None, int]:
    """What a cell is read as, and how many problems there are."""
    reading = Reading(2027, "Bir Belediye", "Program", [])
    line = Line(7, "2.3", text, (text,))
    return amount(reading, line, text, "a table"), len(reading.problems)


@pytest.mark.parametrize(
    ("text", "kurus"),
    [
        ("1.234,50", 123450),
        ("-1.234,50", -123450),
        ("(1.234,50)", -123450),
        ("(1.234,50) TL", -123450),
        ("−1.234,50", -123450),
        ("0,00 TL", 0),
        ("7", 700),
        ("", None),
    ],
)
def test_an_amount_is_read_as_it_is_meant(text: str, kurus: int | None) -> None:
    assert one(text) == (kurus, 0)


@pytest.mark.parametrize(
    "text",
    ["-", "TL", "₺", "()", "(-5,00)", "1(2)", "1–2", "5,00 USD", "5,00 €", "Bin TL", "5,00 bin TL",
     "1,5 milyon TL", "5 TL 6 TL", "1.234,00 )", "(1.234,00", "5,0", "TLT 5", "5,00 TLX"],
)  # fmt: skip
def test_what_is_no_amount_is_a_problem(text: str) -> None:
    assert one(text) == (None, 1)


def test_a_dash_for_an_amount_is_refused_with_its_line() -> None:
    with pytest.raises(Unreadable, match=r"line \d+, .*expected an amount as 1\.234,00; found '-'"):
        read(AMOUNT.sub("-", SMALL, count=1).encode("utf-8"))
