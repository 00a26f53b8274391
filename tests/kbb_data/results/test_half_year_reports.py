"""The real half-year reports, read whole: totals and rates typed by hand, every line accounted."""

from __future__ import annotations

import re
from dataclasses import asdict
from decimal import Decimal

import pytest

from kbb_data.files.drafts import MARK
from kbb_data.files.extract import Extract
from kbb_data.problems import Unreadable
from kbb_data.results.records import MonthAmount, Report
from kbb_data.results.reports import read
from tests.kbb_data.results import real


def test_which_document_it_is() -> None:
    for report, year in ((real.half_year_2020(), 2020), (real.half_year_2023(), 2023)):
        assert report.kind == "half_year_report"
        title = f"GEBZE BELEDİYESİ {year} YILI KURUMSAL MALİ DURUM VE BEKLENTİLER RAPORU"
        assert report.title == title
        assert (report.institution, report.year) == ("GEBZE BELEDİYESİ", year)
        assert (report.as_of, report.date) == (f"{year}-06-30", "")


#: Of the report of 2020: code, initial appropriation, first half of 2020, rate, expected rest,
#: first half of 2019, year 2019; as its two tables print them.
_SPENDING_2020 = """
01 66022110.00 27459522.70 41.59 28000000.00 27360105.55 60235576.69
02 9175700.00 3479826.42 37.92 3750000.00 3990684.55 8218108.12
03 196327275.00 71974425.49 36.66 105800000.00 69793586.39 148133324.78
04 10000000.00 4132911.99 41.33 8000000.00 2915397.28 8113867.58
05 8052000.00 4331066.52 53.79 2235000.00 12209383.23 16054121.76
06 53331500.00 14772832.60 27.70 24515000.00 15671198.12 41350407.02
07 50000.00 28374.80 56.75 0.00 94147.68 297235.28
08 10000.00 0.00 0.00 0.00 0.00 0.00
09 27031415.00 0.00 0.00 0.00 0.00 0.00
total 370000000.00 126178960.52 34.10 172300000.00 132034502.80 282402641.23
"""
_REVENUE_2020 = """
01 178150000.00 61746903.09 34.66 65000000.00 52947740.58 108720391.84
03 29660000.00 12004863.41 40.47 14000000.00 7400396.28 21155988.52
04 2900000.00 0.00 0.00 0.00 620706.93 886876.97
05 132790000.00 63152220.06 47.56 70000000.00 66107547.06 136566188.70
06 27700000.00 12956562.12 46.77 13000000.00 31018083.25 42973362.76
09 -1200000.00 -649634.07 54.14 -750000.00 -793661.68 -1529604.14
total 370000000.00 149210914.61 40.33 161250000.00 157300812.42 308773204.65
"""


@pytest.mark.parametrize(
    ("classification", "typed"), [("economic", _SPENDING_2020), ("revenue", _REVENUE_2020)]
)
def test_the_word_documents_tables(classification: str, typed: str) -> None:
    report = real.half_year_2020()
    for row in typed.split("\n")[1:-1]:
        code, *figures = row.split()
        now = real.main(report, classification, code, "2020-06-30")
        assert now.base == "initial"
        spent = [
            real.main(report, classification, code, day).spent
            for day in ("2019-06-30", "2019-12-31")
        ]
        read_ = [now.initial, now.spent, now.printed_rate, now.expected, *spent]
        assert read_ == [Decimal(figure) for figure in figures], code
    codes = {each.code for each in report.statements if each.classification == classification}
    assert codes == {row.split()[0] for row in typed.split("\n")[1:-1]}


def test_sentences_are_further_statements() -> None:
    report = real.half_year_2020()
    # The income's total of tables is net of refunds, that of the sentence is not.
    collected = [each.spent for each in real.stated(report, "revenue", "total", "2020-06-30")]
    assert collected.count(Decimal("149210914.61")) == 3
    assert collected.count(Decimal("149860548.68")) == 1
    # Chapter III calls interest "3. Faiz Gideri": its name tells the code.
    interest = real.stated(report, "economic", "04", "2020-06-30")
    assert [each.section for each in interest] == ["I.A", "III.A", "I.A", "I.A", "III.A"]
    assert interest[-1].expected == Decimal("8000000.00")
    assert interest[-1].name == ""


def test_the_three_totals_and_the_two_personnel_figures_of_2023() -> None:
    report = real.half_year_2023()
    totals = real.stated(report, "economic", "total", "2023-06-30")
    spent = [(each.section, each.spent, each.printed_rate) for each in totals if each.spent]
    assert spent == [
        ("I.A", Decimal("794518135.41"), Decimal("48.15")),
        ("III.A", Decimal("794508589.99"), None),
        ("I.A", Decimal("794518135.41"), Decimal("48.15")),
        ("I.C", Decimal("879223589.99"), Decimal("53.20")),
    ]
    personnel = real.stated(report, "economic", "01", "2023-06-30")
    assert {each.spent for each in personnel if each.spent} == {
        Decimal("83277177.78"), Decimal("83271327.53"),
    }  # fmt: skip
    assert personnel[0].spent == Decimal("83277177.78")
    assert personnel[0].expected == Decimal("94499708.28")


def test_the_reserve_stands_outside_the_total_where_a_footnote_says_so() -> None:
    reserve = real.stated(real.half_year_2023(), "economic", "09", "2023-06-30")
    outside = [(each.spent, each.is_outside_total) for each in reserve if each.spent is not None]
    assert outside == [(Decimal("0.00"), True), (Decimal("84715000.00"), True)]
    assert not any(each.is_outside_total for each in reserve if each.spent is None)
    before = real.main(real.half_year_2023(), "economic", "09", "2022-12-31")
    assert (before.spent, before.is_outside_total) == (Decimal("29007837.00"), True)
    # The report of 2020 has the mark and no footnote, and nothing was spent.
    old = real.stated(real.half_year_2020(), "economic", "09", "2020-06-30")
    assert not any(each.is_outside_total for each in old)


def test_the_months_of_the_turned_annexes() -> None:
    months = real.half_year_2023().months
    assert len(months) == (8 + 6) * 12

    def amounts(classification: str, code: str, year: int) -> list[Decimal]:
        def fits(each: MonthAmount) -> bool:
            return (each.classification, each.code, each.year) == (classification, code, year)

        own = sorted(filter(fits, months), key=lambda each: each.month)
        assert [each.month for each in own] == [1, 2, 3, 4, 5, 6]
        return [each.amount for each in own]

    personnel = "13421607.37 12392144.73 13805673.82 14593925.49 12350594.32 16713232.05"
    assert amounts("economic", "01", 2023) == [Decimal(each) for each in personnel.split()]
    assert sum(amounts("economic", "01", 2023)) == Decimal("83277177.78")
    assert sum(amounts("economic", "02", 2023)) == Decimal("9450001.80")
    # Refunds are printed under "RED VE İADELER (-)".
    assert amounts("revenue", "09", 2022)[0] == Decimal("-85824.56")


def test_annexes_do_not_speak_before_the_report() -> None:
    report = real.half_year_2023()
    refunds = real.stated(report, "revenue", "09", "2023-06-30")
    assert refunds[0].initial == Decimal("-2000000.00")
    assert [each.initial for each in refunds if each.section == "EK-2"] == [
        Decimal("-1475500000.00")
    ]
    assert [each.section for each in refunds][-2:] == ["EK-2", "I.B"]


def test_the_drafts_doubts_are_mended_before_it_is_read() -> None:
    text = real.draft_2023()
    marks = [line for line in text.split("\n") if line.startswith(MARK)]
    assert len(marks) == 23
    assert all(mark.startswith((f"{MARK} page 10,", f"{MARK} page 11,")) for mark in marks)
    with pytest.raises(Unreadable, match="a text that a person has mended") as refused:
        read(Extract(text.encode()), 2023)
    assert refused.value.problems[0].line == text.split("\n").index(marks[0]) + 1
    unmended = "\n".join(line for line in text.split("\n") if not line.startswith(MARK))
    with pytest.raises(Unreadable, match=r"an amount as 1.234,00 .* 'LİRL6E.R286.631,23'"):
        read(Extract(unmended.encode()), 2023)


@pytest.mark.parametrize("year", [2020, 2023])
def test_no_amount_of_the_text_is_lost(year: int) -> None:
    """Every amount that the text prints is a value of its line's records, or its line is listed."""
    report = real.half_year_2020() if year == 2020 else real.half_year_2023()
    text = real.text_2020() if year == 2020 else real.mended(real.draft_2023())
    taken: dict[int, set[Decimal]] = {}
    for each in report.statements:
        values = taken.setdefault(each.line, set())
        values |= {abs(v) for v in asdict(each).values() if isinstance(v, Decimal)}
    for month in report.months:
        taken.setdefault(month.line, set()).add(abs(month.amount))
    listed = {entry.line for entry in report.passed}
    # A fact that goes on over a line's end stands under the number of its first line.
    spread = {value for values in taken.values() for value in values}
    count = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count("\t") > 20:
            # The annexes' last column is the year's expected result, told to be passed over.
            line = line.rpartition("\t")[0]
        for printed in re.findall(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+,\d\d(?![\d,])", line):
            amount = Decimal(printed.replace(".", "").replace(",", "."))
            count += 1
            own = taken.get(number, set()) if "\t" in line else spread
            # The one rate of growth that looks like an amount.
            is_told = amount in own or number in listed or printed == "1.689,14"
            assert is_told, (number, printed)
    assert count > 200


@pytest.mark.parametrize("year", [2020, 2023])
def test_every_line_with_figures_is_taken_up_or_passed_over_with_a_reason(year: int) -> None:
    report: Report = real.half_year_2020() if year == 2020 else real.half_year_2023()
    assert all(entry.reason and entry.text for entry in report.passed)
    reasons = {re.sub(r"'.*'", "", entry.reason) for entry in report.passed}
    assert "no table or sentence whose figures have a place here" not in reasons
    broken = [entry.text for entry in report.passed if "can't be read" in entry.reason]
    assert (
        broken
        == {
            2020: ["66.022.110,00,00 TL"],
            2023: ["94.499.708,28,14 TL", "62.707.27,87 TL"],
        }[year]
    )
