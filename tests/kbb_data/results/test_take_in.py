"""What comes of a filled form or a report: rows with their document, day and place."""

from __future__ import annotations

import json
import shutil
import tomllib
from pathlib import Path

import openpyxl
import pytest

from db import engine, load
from kbb_data import importer
from kbb_data.__main__ import main
from kbb_data.checking.validation import validate
from kbb_data.publishing import published
from tests.kbb_data.results import forms
from tests.kbb_data.results.forms import (
    ABOUT,
    AS_OF_CELL,
    DATE_CELL,
    FIRST,
    MONEY,
    REASON,
    UNIT,
    VALUE,
    Book,
    cell,
)
from tests.support import datasets
from tests.support.datasets import KAYSERI

#: What the form's months become.
MONTH = ("classification", "code", "year", "month", "amount", "document", "source_section")
FIRST_MONTHS = [
    *(("economic", "01", "2026", str(month), "8000000.00", FIRST) for month in range(1, 6)),
    ("economic", "01", "2026", "6", "9730000.25", FIRST),
    ("economic", "03", "2026", "2", "0.00", FIRST),
    ("revenue", "09", "2026", "1", "-4.50", FIRST),
]
RESULT = ("goal", "indicator", "as_of", "value", "printed", "target_stated", "deviation_reason")
MONEY_ROW = ("classification", "code", "name", "as_of", "base", "initial", "net", "spent",
             "statement", "is_outside_total", "document")  # fmt: skip
FIRST_RESULTS = [
    ("1", "1", "2026-06-30", "9700000", "9700000", "19600000", ""),
    ("1", "2", "2026-06-30", "5.5", "5,5", "12", "Teslim gecikti."),
    ("1", "3", "2026-06-30", "91.5", "91,5", "92", ""),
]
FIRST_MONEY = [
    ("economic", "01", "Personel Giderleri", "2026-06-30", "", "100000000.00", "", "49730000.25",
     "1", "false", FIRST),
    ("economic", "03", "Mal ve Hizmet Alım Giderleri", "2026-06-30", "", "7.00", "", "3.00",
     "1", "false", FIRST),
    ("revenue", "09", "Ret ve iadeler (-)", "2026-06-30", "", "-10.00", "", "-4.50", "1", "false",
     FIRST),
]  # fmt: skip


def stated(folder: Path, table: str, columns: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [tuple(row[name] for name in columns) for row in forms.rows(folder, table)]


def second(folder: Path, tmp_path: Path, value: float = 9_600_000) -> Book:
    """A form with one figure, of the first half-year."""
    book = forms.form(folder, tmp_path / "second-form.xlsx")
    cell(book, UNIT, "indicator 1.1", VALUE).value = value
    return book


def test_a_filled_workbook_is_taken_in(with_first: Path) -> None:
    assert validate(with_first) == []
    assert stated(with_first, "indicator_results", RESULT) == FIRST_RESULTS
    assert stated(with_first, "appropriations", MONEY_ROW) == FIRST_MONEY
    assert stated(with_first, "monthly_amounts", MONTH[:-1]) == FIRST_MONTHS
    assert {row["source_section"] for row in forms.rows(with_first, "monthly_amounts")} == {
        forms.MONTHS, forms.REVENUE_MONTHS}  # fmt: skip
    # Half a year of the first code; of the two others a month alone, which is no period.
    (check,) = (row for row in forms.rows(with_first, "checks") if row["check"] == "result-months")
    assert (check["state"], check["compared"], check["failed"]) == ("run", "1", "0")
    (document,) = forms.rows(with_first, "documents")
    assert (document["document"], document["kind"], document["sequence"]) == (
        FIRST, "results_form", "1")  # fmt: skip
    assert (document["date"], document["as_of"]) == ("2026-07-31", "2026-06-30")
    assert document["title"] == "2026 gerçekleşme formu, 30.06.2026 verileri"
    result = forms.rows(with_first, "indicator_results")[1]
    assert (result["source_section"], result["source_line"]) == (UNIT, "3")


def test_a_filled_csv_form_says_the_same(folder: Path, tmp_path: Path) -> None:
    rows = forms.csv_rows(folder, tmp_path / "form.csv")
    for section, number, field, of in (
        ("gösterge", "1.1", VALUE, "9.700.000"),
        ("gösterge", "1.2", VALUE, "5,5"),
        ("gösterge", "1.2", REASON, "Teslim gecikti."),
        ("gösterge", "1.3", VALUE, "91,5"),
        ("ekonomik kod", "01", "Başlangıç ödeneği", "100.000.000"),
        ("ekonomik kod", "01", "Harcanan", "49.730.000,25"),
        ("ekonomik kod", "03", "Başlangıç ödeneği", "7"),
        ("ekonomik kod", "03", "Harcanan", "3,00"),
        ("gelir", "09", "Beklenen gelir", "-10"),
        ("gelir", "09", "Tahsil edilen", "-4,5"),
    ):
        forms.csv_row(rows, section, number, field)[9] = of
    forms.fill_months(rows)
    forms.taken(forms.csv_saved(rows, tmp_path / "filled.csv"), folder)
    assert validate(folder) == []
    assert stated(folder, "monthly_amounts", MONTH[:-1]) == FIRST_MONTHS
    assert stated(folder, "indicator_results", RESULT) == [
        ("1", "1", "2026-06-30", "9700000", "9.700.000", "19600000", ""), *FIRST_RESULTS[1:]
    ]  # fmt: skip
    assert stated(folder, "appropriations", MONEY_ROW) == FIRST_MONEY


def test_the_same_file_again_changes_nothing(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = forms.fill(forms.form(folder, tmp_path / "form.xlsx"))
    path = forms.saved(book, tmp_path / "filled.xlsx")
    forms.taken(path, folder)
    before = forms.contents(folder)
    capsys.readouterr()
    forms.taken(path, folder, "--corrects", FIRST, "--reason", "x")
    assert capsys.readouterr().out == f"already taken in as {FIRST}; nothing changed\n"
    assert forms.contents(folder) == before


def test_another_folder_gets_the_whole_dataset(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "names.toml").write_text('year = 2026\ninstitution = "x"\n', encoding="utf-8")
    before = forms.contents(folder)
    book = forms.fill(forms.form(folder, tmp_path / "form.xlsx"))
    path = forms.saved(book, tmp_path / "filled.xlsx")
    out = tmp_path / "out"
    assert forms.given(path, folder, out=out) == 0
    assert forms.contents(folder) == before
    assert forms.contents(out).keys() == before.keys()
    assert main(["check", str(out)]) == 0
    # What lies there already is not written over by a dataset that does not know it.
    other = forms.saved(second(folder, tmp_path), tmp_path / "second.xlsx")
    there = forms.contents(out)
    assert forms.given(other, folder, out=out) == 1
    assert (
        f"{out}: expected a folder without other results; found those of {FIRST}; give --for "
        in (capsys.readouterr().err)
    )
    assert forms.contents(out) == there


def test_a_later_day_of_the_document_is_a_revision(
    with_first: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = forms.saved(second(with_first, tmp_path), tmp_path / "second.xlsx")
    forms.taken(path, with_first, "--date", "2026-08-31", "--title", "İkinci", "--kind",
                "results_form")  # fmt: skip
    told = capsys.readouterr().out
    assert f"a revision: 1 figure of 2026-06-30 in {FIRST} as well; {FIRST}-2 of 2026-08-31" in told
    assert f"not in this file but in {FIRST}, where they stay: economic 01, economic 03, " in told
    assert "indicator 1.2, indicator 1.3, revenue 09" in told
    results = forms.rows(with_first, "indicator_results")
    assert [(row["value"], row["document"]) for row in results if row["indicator"] == "1"] == [
        ("9700000", FIRST), ("9600000", f"{FIRST}-2")
    ]  # fmt: skip
    assert forms.rows(with_first, "documents")[1]["title"] == "İkinci"
    assert validate(with_first) == []


def test_an_earlier_day_stays_beside_the_one_that_speaks(
    with_first: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = forms.saved(second(with_first, tmp_path), tmp_path / "second.xlsx")
    forms.taken(path, with_first, "--date", "2026-07-01")
    assert f"{FIRST} of 2026-07-31 speaks, {FIRST}-2 stays beside it" in capsys.readouterr().out


def test_a_correction_says_what_it_corrects(
    with_first: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = second(with_first, tmp_path)
    book[ABOUT]["B6"], book[ABOUT]["B7"] = FIRST, "Yanlış ayın değeriydi."
    forms.taken(forms.saved(book, tmp_path / "second.xlsx"), with_first)
    assert f"corrects {FIRST}: 1 figure stated in both" in capsys.readouterr().out
    document = forms.rows(with_first, "documents")[1]
    assert document["title"] == "2026 gerçekleşme formu, 30.06.2026 verileri (31.07.2026 günlü)"
    assert (document["corrects"], document["correction_reason"]) == (
        FIRST, "Yanlış ayın değeriydi.")  # fmt: skip
    assert validate(with_first) == []


def test_units_give_their_sheets_in_files_of_their_own(
    with_first: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = forms.form(with_first, tmp_path / "form.xlsx")
    for title in book.sheetnames[2:]:
        if title != "Fen İşleri":
            del book[title]
    cell(book, "Fen İşleri", "indicator 2.1", VALUE).value = 35
    book["Fen İşleri"].delete_rows(3)
    forms.taken(forms.saved(book, tmp_path / "unit.xlsx"), with_first)
    told = capsys.readouterr().out
    assert "not in the form: row '2.2 Onarılan köprü sayısı' of sheet 'Fen İşleri', " in told
    assert f"sheet '{UNIT}', sheet 'Park ve Bahçeler'" in told
    assert len(forms.rows(with_first, "indicator_results")) == 4
    (finding,) = (
        row for row in forms.rows(with_first, "findings") if row["check"] == "result-indicators"
    )
    assert finding["finding"] == f"result-indicators.{FIRST}-2"
    assert finding["explanation"].startswith(
        "Programdaki 17 göstergenin 13 tanesi bu belgede ve aynı günün önceki formlarında yok: "
    )


def test_a_later_form_shows_what_was_said_before(with_first: Path, tmp_path: Path) -> None:
    book = forms.form(with_first, tmp_path / "form.xlsx")
    assert cell(book, UNIT, "indicator 1.2", "Son değer").value == 5.5
    assert cell(book, UNIT, "indicator 1.2", "Son değer neyin").value == "30.06.2026"
    assert cell(book, MONEY, "economic 01", "Son harcanan").value == 49_730_000.25
    for key, month, amount in (("01", "Haziran (2026)", 9_730_000.25), ("03", "Şubat (2026)", 0)):
        key = f"economic_months {key}"
        assert cell(book, forms.MONTHS, key, "Son bilinen ay").value == month
        assert cell(book, forms.MONTHS, key, "Son bilinen ayın tutarı").value == amount
    rows = forms.csv_rows(with_first, tmp_path / "form.csv")
    row = forms.csv_row(rows, "aylık gider", "01", "Temmuz (2026)")
    assert row[7] == "9.730.000,25, Haziran (2026)"


def test_months_alone_are_a_form_and_a_day_given_beside_it_holds(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = forms.form(folder, tmp_path / "form.xlsx")
    wrong = cell(book, forms.MONTHS, "economic_months total", "Temmuz (2026)")
    wrong.value = 5
    path = forms.saved(book, tmp_path / "filled.xlsx")
    lines = forms.refused(path, folder, capsys)
    assert lines == [
        f"{forms.MONTHS}!{wrong.coordinate}: expected nothing under Temmuz (2026), which begins "
        "after 30.06.2026, the day of the figures; found '5'; leave the cell empty, or mend the day"
    ]
    forms.taken(path, folder, "--as-of", "2026-07-31")
    assert stated(folder, "monthly_amounts", MONTH[:5]) == [
        ("economic", "total", "2026", "7", "5.00")
    ]
    assert validate(folder) == []


def test_a_form_of_before_another_document_is_still_good(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    early = forms.form(folder, tmp_path / "early.xlsx")
    filled = forms.saved(forms.fill(forms.form(folder, tmp_path / "form.xlsx")),
                         tmp_path / "filled.xlsx")  # fmt: skip
    forms.taken(filled, folder)
    cell(early, UNIT, "indicator 1.1", VALUE).value = 14_000_000
    early[ABOUT][AS_OF_CELL], early[ABOUT][DATE_CELL] = "30.09.2026", "31.10.2026"
    forms.taken(forms.saved(early, tmp_path / "third.xlsx"), folder)
    assert "gerceklesme-formu-2026-09-30" in capsys.readouterr().out


def test_a_report_on_other_indicators_alone_leaves_out_all_of_the_programme(
    folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "rapor.txt"
    path.write_text(
        "2026 Yılı Faaliyet Raporu\nGösterge\tHedeflenen\tGerçekleşen\n"
        "Boyanan bank sayısı\t10\t12\n",
        encoding="utf-8",
    )
    forms.taken(path, folder)
    found = [row["finding"] for row in forms.rows(folder, "findings")]
    key = "faaliyet-raporu-2026-12-31"
    assert {f"result-indicators.{key}", f"result-added.{key}.3"} <= {*found}
    assert validate(folder) == []


def test_a_report_is_taken_in_by_the_names_of_its_indicators(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "rapor.txt"
    lines = (
        "ÇAMLIOVA BÜYÜKŞEHİR BELEDİYESİ",
        "2026 Yılı Faaliyet Raporu",
        "Gösterge\tHedeflenen\tGerçekleşen\tSapma Nedeni",
        "Yenilenen yol uzunluğu\t80\t64\tİhale gecikti.",
        "Boyanan bank sayısı\t10\t12\t",
        "",
    )
    path.write_text("\n".join(lines), encoding="utf-8")
    forms.taken(path, folder, "--date", "2027-02-28")
    told = capsys.readouterr().out
    assert "not taken up, the programme has no such indicator: Boyanan bank sayısı" in told
    assert stated(folder, "indicator_results", RESULT) == [
        ("2", "1", "2026-12-31", "64", "64", "80", "İhale gecikti.")
    ]
    (document,) = forms.rows(folder, "documents")
    assert (document["document"], document["kind"], document["title"]) == (
        "faaliyet-raporu-2026-12-31", "activity_report",
        "ÇAMLIOVA BÜYÜKŞEHİR BELEDİYESİ 2026 Yılı Faaliyet Raporu")  # fmt: skip
    report = json.loads((folder / "import-report.json").read_text(encoding="utf-8"))
    (entry,) = report["results"]
    assert entry["indicators_not_in_programme"] == [
        {"line": 5, "name": "Boyanan bank sayısı", "printed": "12"}
    ]
    assert report["rows"]["indicator_results"] == 1
    assert validate(folder) == []
    key = document["document"]
    findings = {row["finding"]: row for row in forms.rows(folder, "findings")}
    added = findings[f"result-added.{key}.5"]
    assert (added["stated"], added["computed"]) == ("", "Boyanan bank sayısı")
    assert "(yazılan değer: 12)" in added["explanation"]
    dropped = findings[f"result-indicators.{key}"]
    assert (dropped["stated"], dropped["computed"]) == ("1", "17")
    # The programme's text read anew, and another document, keep it.
    importer.import_file(datasets.BUDGET_TEXT, folder)
    forms.taken(forms.saved(second(folder, tmp_path), tmp_path / "second.xlsx"), folder)
    assert added in forms.rows(folder, "findings")
    assert validate(folder) == []


def test_final_accounts_as_csv_are_called_by_their_year_unless_somebody_names_them(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "hesap.csv"
    path.write_text(
        "classification,code,name,initial,supplementary,added,deducted,net,spent,printed_rate_pct\n"
        'economic,01,Personel Giderleri,"100,00","0,00","20,00","10,00","110,00","99,00","90,00"\n'
        'economic,total,Toplam,"100,00","0,00","20,00","10,00","110,00","99,00","90,00"\n',
        encoding="utf-8",
    )
    untitled = tmp_path / "untitled"
    shutil.copytree(folder, untitled)
    forms.taken(path, untitled)
    assert "is called '2026 Kesin Hesabı'; give another with --title" in capsys.readouterr().out
    (document,) = forms.rows(untitled, "documents")
    assert document["title"] == "2026 Kesin Hesabı"
    forms.taken(path, folder, "--title", "Kesin hesap, meclis kararı", "--date", "2027-05-15")
    (document,) = forms.rows(folder, "documents")
    assert document["title"] == "Kesin hesap, meclis kararı"
    (row, total) = forms.rows(folder, "appropriations")
    assert (row["code"], row["net"], row["spent"], row["base"], row["printed_rate"]) == (
        "01", "110.00", "99.00", "net", "90.00")  # fmt: skip
    assert (total["code"], row["document"]) == ("total", "kesin-hesap-2026-12-31")


def test_a_changed_result_is_another_version_and_builds(
    folder: Path, with_first: Path, tmp_path: Path
) -> None:
    for each in (folder, with_first):
        published.publish(each, tmp_path / "published")
    assert len(published.versions(tmp_path / "published")) == 2
    url = f"sqlite:///{tmp_path}/results.sqlite"
    load.build(with_first, url)
    with engine.create(url).connect() as connection:
        query = "SELECT value, as_of FROM indicator_results WHERE indicator = 1"
        assert [tuple(row) for row in connection.exec_driver_sql(query)] == [
            (9_700_000, "2026-06-30")
        ]


def test_what_is_judged_goes_along(folder: Path, tmp_path: Path) -> None:
    shutil.copyfile(KAYSERI / "changes.toml", folder / "changes.toml")
    book = forms.fill(forms.form(folder, tmp_path / "form.xlsx"))
    out = tmp_path / "out"
    assert forms.given(forms.saved(book, tmp_path / "f.xlsx"), folder, out=out) == 0
    assert tomllib.loads((out / "changes.toml").read_text("utf-8"))["change"]


def test_a_number_typed_as_text_is_read_as_turkish(folder: Path, tmp_path: Path) -> None:
    book = forms.form(folder, tmp_path / "form.xlsx")
    wrong = cell(book, UNIT, "indicator 1.1", VALUE)
    wrong.value, wrong.number_format = "9.700.000,50", "@"
    cell(book, UNIT, "indicator 1.3", VALUE).value = 0.9
    cell(book, UNIT, "indicator 1.3", "Bilerek mi").value = "Evet"
    cell(book, UNIT, "indicator 1.2", VALUE).value = "-"
    cell(book, UNIT, "indicator 1.2", REASON).value = "Ölçülmedi."
    forms.taken(forms.saved(book, tmp_path / "filled.xlsx"), folder)
    assert [row[3:5] for row in stated(folder, "indicator_results", RESULT)] == [
        ("9700000.50", "9.700.000,50"), ("", "-"), ("0.9", "0,9")
    ]  # fmt: skip


def test_the_form_is_read_whatever_its_name_says(folder: Path, tmp_path: Path) -> None:
    book = forms.fill(forms.form(folder, tmp_path / "form.xlsx"))
    forms.taken(forms.saved(book, tmp_path / "filled.bin.xlsx").rename(tmp_path / "dolu"), folder)
    assert openpyxl.load_workbook(tmp_path / "form.xlsx").sheetnames[1] == ABOUT
