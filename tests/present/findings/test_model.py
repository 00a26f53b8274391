"""Findings: their order, what stands first, their words, the file, what could explain them."""

from __future__ import annotations

import csv
import io

import pandas as pd
import pytest

from kbb_data.checking.checks import CHECKS, HEADINGS
from present.findings import model as findings_model
from present.findings.csv_file import csv_bytes, safe
from present.findings.figures import checks_figure
from present.findings.html import facts_html, lead_html, list_html
from present.findings.model import Certainty, Finding
from present.findings.words import check_title, compare, computed, difference, stated
from present.kit.text import ENGLISH, using

_COLUMNS = ["finding", "check", "check_title", "severity", "location", "stated", "computed",
            "difference", "explanation", "unit", "source_section", "source_line"]  # fmt: skip


def row(code: str, severity: str = "high", **values: object) -> dict[str, object]:
    """A row of the query ``findings``; money without values."""
    return {
        "finding": code,
        "check": code.partition(".")[0],
        "check_title": "Denetim",
        "severity": severity,
        "location": "Tablo & satır",
        "stated": None,
        "computed": None,
        "difference": None,
        "explanation": "Açıklama.",
        "unit": "TRY",
        "source_section": "2.5",
        "source_line": 1,
        **values,
    }


def money(code: str, gap: str, severity: str = "high") -> dict[str, object]:
    return row(code, severity, stated="100.00", computed="100.00", difference=gap)


def read(*rows: dict[str, object]) -> tuple[Finding, ...]:
    return findings_model.findings(pd.DataFrame(list(rows), columns=_COLUMNS))


def one(code: str, severity: str = "high", **values: object) -> Finding:
    return read(row(code, severity, **values))[0]


def test_the_gravest_comes_first_then_the_greatest_difference_in_lira() -> None:
    found = read(
        money("x.low", "900.00", "low"),
        row("x.area", unit="m2", stated="1", computed="999999999", difference="999999998"),
        money("x.small", "5.00"),
        money("x.great", "-70.00"),
        row("x.none"),
    )
    assert [each.code for each in found] == ["x.great", "x.small", "x.area", "x.none", "x.low"]
    assert [each.code for each in findings_model.lead(found)] == ["x.great"]


def test_what_stands_first_brings_what_mirrors_it() -> None:
    found = read(money("x.a", "40.00"), money("x.b", "-40.00"), money("y.c", "-40.00"),
                 money("x.d", "40.00"))  # fmt: skip
    assert [each.code for each in findings_model.lead(found)] == ["x.a", "x.b"]


def test_without_lira_nothing_stands_first() -> None:
    found = read(row("x.a", unit="m2", difference="3"), row("x.b", stated=None))
    assert findings_model.lead(found) == ()
    assert findings_model.lead(()) == ()
    assert lead_html((), {}, str) == ""


def test_values_are_written_by_their_unit() -> None:
    found = one("x.a", stated="4479656000.00", computed="4519656000.50", difference="40000000.50")
    assert stated(found) == "4.479.656.000 TL"
    assert computed(found) == "4.519.656.000,50 TL"
    assert difference(found) == "yazılandan 40.000.000,50 TL fazla"
    area = one("x.b", unit="m2", stated="8", computed="7", difference="-1.5")
    assert difference(area) == "yazılandan 1,5 m² eksik"
    people = one("x.c", unit="kişi", stated="8", computed="5-9")
    assert (stated(people), computed(people)) == ("8 kişi", "5-9")
    with using(ENGLISH):
        assert stated(one("x.d", unit="kişi", stated="1")) == "1 person"


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (one("x.a", stated="1", computed="2", difference="1"), Certainty.ADDED),
        (one("x.a", "medium", stated="1", computed="2", difference="1"), Certainty.ASSUMED),
        (one("x.a", "low", computed="0.00"), Certainty.BLANK),
        (one("asset-readings.1", stated="1", computed="2"), Certainty.READ),
        (one("x.a", unit="text", stated="a", computed="b"), Certainty.COMPARED),
        (one("x.a", unit="text", stated="a"), Certainty.FORM),
    ],
)
def test_how_sure_a_finding_is(found: Finding, expected: Certainty) -> None:
    assert found.certainty is expected


def test_words_that_differ_are_marked_and_counted() -> None:
    found = compare("Sac sıvat DAĞITIMI yapmak", "Sac sıvıt dağıtımı yapmak,")
    assert found.stated == (("Sac ", False), ("sıvat", True), (" DAĞITIMI yapmak", False))
    assert found.computed == (("Sac ", False), ("sıvıt", True), (" dağıtımı yapmak,", False))
    assert found.words == 1
    assert compare("a <b", "a <c").stated == (("a <", False), ("b", True))
    assert compare("bir iki üç", "bir").words == 2


def test_a_blank_is_said_to_be_blank_and_never_zero() -> None:
    html = facts_html(one("x.a", "low", computed="0.00"))
    assert "burada bir şey yazmıyor" in html
    assert "0 TL" in html.partition("burada bir şey yazmıyor")[2]


def test_the_list_escapes_and_folds_only_the_lowest() -> None:
    found = read(row("x.a"), row("y.b", "medium"), row("z.c", "low"))
    html = list_html(found, lambda code: f"/t?bulgu={code}&x=1", {})
    assert html.count("<details") == 1
    assert "Tablo &amp; satır" in html
    assert 'href="/t?bulgu=x.a&amp;x=1"' in html
    assert html.count('class="kt-finding"') == 3
    assert '<details class="kbb-fold" open' in list_html(found, str, {}, is_open=True)


def test_the_file_opens_in_a_spreadsheet_and_runs_nothing() -> None:
    found = read(
        row("x.a", stated="=1+1", unit="text", explanation="@SUM(A1)"),
        money("x.b", "-40000000.00"),
    )
    data = csv_bytes(found)
    assert data.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert lines[0][:3] == ["Bulgu kodu", "Denetim", "Önem"]
    assert len(lines) == 3
    assert all(len(line) == 11 for line in lines)
    by_code = {line[0]: line for line in lines[1:]}
    assert by_code["x.a"][4] == "'=1+1"
    assert by_code["x.a"][8] == "'@SUM(A1)"
    assert by_code["x.b"][6] == "-40000000.00"


@pytest.mark.parametrize("cell", ["=A1", "+A1", "-A1", "@A1", "\tA1", "\rA1", " =A1", "-2+3"])
def test_a_formula_is_defused(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-40000000.00", "A=1", "12", "–", ""])
def test_what_is_no_formula_stays(cell: str) -> None:
    assert safe(cell) == cell


def lines(**amounts: tuple[int, int]) -> pd.DataFrame:
    """Budget lines: an activity's amounts under 03 and 05, in lira."""
    return pd.DataFrame(
        [
            {"activity": int(name[1:]), "activity_name": name, "unit_name": "B",
             "spending_unit": "b", "fund": "budget", "line": code, "amount_kurus": amount * 100}
            for name, pair in amounts.items()
            for code, amount in zip(("03", "05"), pair, strict=True)
        ]
    ).astype({"amount_kurus": "Int64"})  # fmt: skip


def test_activities_that_could_hold_the_difference() -> None:
    found = read(money("economic-codes.03", "40.00"), money("economic-codes.05", "-40.00"))
    frame = lines(a1=(40, 3), a2=(39, 90), a3=(50, 0), a4=(1, 2), a5=(25, 0), a6=(15, 0))
    for each in found:  # both findings tell of the same amount
        got = findings_model.candidates(each, found, frame)
        assert got is not None
        assert (got.over, got.under, got.gap_kurus, got.exact) == ("03", "05", 4000, 1)
        assert got.rows["activity"].tolist() == [1, 3]
        assert got.rows["under_kurus"].tolist() == [300, 0]
        assert got.pairs == ((2, 4), (5, 6))


def test_other_findings_name_no_activities() -> None:
    found = read(money("x.03", "40.00"), money("economic-codes.05", "-40.00"))
    assert [findings_model.candidates(each, found, lines(a1=(40, 3))) for each in found] == [
        None
    ] * 2


def test_checks_are_named_in_both_languages() -> None:
    names = {code: title for code, title, _ in CHECKS} | dict([HEADINGS])
    assert {code: check_title(code, "-") for code in names} == names
    with using(ENGLISH):
        english = {check_title(code, "-") for code in names}
    assert len(english) == len(names)
    assert "-" not in english
    assert check_title("yeni-denetim", "Yeni denetim") == "Yeni denetim"


def test_the_figure_draws_checks_that_failed_and_lists_them_all() -> None:
    frame = pd.DataFrame(
        {"check": ["a", "b", "c"], "title": ["A", "B", "C"], "compared": [9, 3, 5],
         "failed": [0, 2, 1]}
    )  # fmt: skip
    figure = checks_figure(
        findings_model.checks(frame), 2027, "BELEDİYE", lambda code: f"/t?{code}"
    )
    assert figure.table["check"].tolist() == ["b", "c", "a"]
    assert figure.table["passed"].tolist() == [1, 4, 9]
    assert figure.spec is not None
    drawn = [row for rows in figure.spec["datasets"].values() for row in rows]
    assert {row["key"] for row in drawn if "end" in row} == {"b", "c"}
    assert "17 karşılaştırma" in figure.sentence
    assert "14 tanesi uyuşuyor, 3 tanesi uyuşmuyor; 1 denetimde" in figure.sentence
    sound = checks_figure(findings_model.checks(frame.assign(failed=0)), 2027, "B", str)
    assert sound.spec is None
    assert sound.sentence == "3 denetimde 17 karşılaştırma yapıldı; hepsi uyuşuyor."
    assert checks_figure((), 2027, "B", str).spec is None
