"""The form to fill in: a sheet a unit, what the programme says locked, the same bytes each time."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest

from kbb_data.__main__ import main
from kbb_data.publishing.package import read_tables
from kbb_data.results.layout import INDICATOR, identity, layout
from kbb_data.results.template import csv_form, workbook, write_template
from kbb_data.results.words import instructions, words
from kbb_data.turkish import fold
from tests.kbb_data.results import forms
from tests.kbb_data.results.forms import ABOUT, MONEY, UNIT, VALUE, cell
from tests.support import datasets
from tests.support.datasets import KAYSERI


def test_the_same_dataset_gives_the_same_bytes(folder: Path) -> None:
    tables = read_tables(folder)
    assert workbook(tables) == workbook(read_tables(folder))
    assert csv_form(tables) == csv_form(read_tables(folder))


def test_each_unit_has_its_indicators_as_the_document_names_them(folder: Path) -> None:
    tables = read_tables(folder)
    found = {
        sheet.title: [line.code for line in sheet.lines]
        for sheet in layout(tables)
        if sheet.section == INDICATOR
    }
    assert found == {
        "Ulaşım": ["1.1", "1.2", "1.3"],
        "Fen İşleri": ["2.1", "2.2"],
        "Park ve Bahçeler": ["3.1", "3.2"],
        "Çevre Koruma ve Kontrol": ["4.1", "4.2"],
        "Kültür ve Sosyal İşler": ["5.1", "5.2", "6.1", "6.2"],
        "Teftiş Kurulu Başkanlığı": ["7.1", "7.2"],
        "İnsan Kaynakları ve Eğitim": ["8.1"],
        "Bilgi İşlem": ["8.2"],
    }


def test_where_none_is_named_those_who_answer_for_the_goal_have_it(tmp_path: Path) -> None:
    tables = read_tables(datasets.invented(tmp_path / "data"))
    found = [
        (sheet.title, line.code)
        for sheet in layout(tables)
        if sheet.section == INDICATOR
        for line in sheet.lines
    ]
    owners = {
        f"{indicator['goal']}.{indicator['indicator']}": {
            unit["short_name"]
            for unit in tables["spending_units"]
            for row in (*tables["unit_responsibilities"], *tables["activities"])
            if (row["goal"], row["spending_unit"]) == (indicator["goal"], unit["spending_unit"])
        }
        for indicator in tables["indicators"]
    }
    assert {code: {title for title, each in found if each == code} for code in owners} == owners
    assert any(len(titles) > 1 for titles in owners.values())


def test_what_nobody_answers_for_has_a_sheet(tmp_path: Path) -> None:
    def nobody(tables: dict[str, list[dict[str, object]]]) -> None:
        for row in tables["indicators"]:
            row["unit_responsible"] = None
        for row in tables["activities"]:
            row["spending_unit"] = row["other_units"] = None

    folder = datasets.changed(forms.budget(tmp_path / "own"), tmp_path / "data", nobody)
    titles = [sheet.title for sheet in layout(read_tables(folder)) if sheet.section == INDICATOR]
    assert titles == ["Birimi yazılmayan"]


def test_every_indicator_and_code_of_kayseri_is_asked() -> None:
    tables = read_tables(KAYSERI)
    sheets = layout(tables)
    asked = {line.code for sheet in sheets if sheet.section == INDICATOR for line in sheet.lines}
    assert len(asked) == len(tables["indicators"]) == 157
    counts = {sheet.section: len(sheet.lines) for sheet in sheets if sheet.section != INDICATOR}
    assert counts == {"economic": 10, "functional": 11, "activity": 124, "revenue": 9,
                      "economic_months": 10, "revenue_months": 9}  # fmt: skip
    titles = [sheet.title for sheet in sheets]
    assert len({fold(title) for title in titles}) == len(titles)
    assert max(map(len, titles)) <= 31
    assert "Akıllı Şehircilik ve Bilgi…" in titles


def test_names_that_no_sheet_may_have_are_made_ones_that_it_may(tmp_path: Path) -> None:
    def renamed(tables: dict[str, list[dict[str, object]]]) -> None:
        names = ("Gelir", "gelir", "Su: [Kanal] / Arıtma * Tesisleri? 'Şube' Müdürlüğü Başkanlığı")
        for row, name in zip(tables["spending_units"], names, strict=False):
            row["short_name"] = name

    folder = datasets.changed(forms.budget(tmp_path / "own"), tmp_path / "data", renamed)
    tables = read_tables(folder)
    titles = [sheet.title for sheet in layout(tables)]
    assert titles[:3] == ["Gelir (2)", "gelir (3)", "Su Kanal Arıtma Tesisleri…"]
    path = tmp_path / "form.xlsx"
    path.write_bytes(workbook(tables))
    assert openpyxl.load_workbook(path).sheetnames[2:] == titles


def test_what_the_programme_says_is_locked_and_what_is_asked_is_open(
    folder: Path, tmp_path: Path
) -> None:
    book = forms.form(folder, tmp_path / "form.xlsx")
    for page in book:
        assert page.protection.sheet
    for sheet in layout(read_tables(folder)):
        page = book[sheet.title]
        assert [each.value for each in page[1]] == list(sheet.heads)
        for row in page.iter_rows(min_row=2):
            locked = [each.protection.locked for each in row]
            assert locked == [True] * len(sheet.locked) + [False] * len(sheet.fields) + [True]
        hidden = openpyxl.utils.get_column_letter(len(sheet.heads))
        assert page.column_dimensions[hidden].hidden


def test_targets_units_and_last_values_stand_beside(folder: Path, tmp_path: Path) -> None:
    book = forms.form(folder, tmp_path / "form.xlsx")
    row = [each.value for each in book[UNIT][3]]
    assert row[:7] == [
        1, 2, "Elektrikli otobüslerin filo içindeki oranı", "%", 12, 6,
        "2025 yıl sonu gerçekleşme tahmini",
    ]  # fmt: skip
    assert cell(book, "Faaliyet", "activity 1", "Programdaki tutar").value == (
        read_tables(folder)["activities"][0]["budget"] / 100
    )
    assert cell(book, MONEY, "economic 01", "Son harcanan").value == "belirtilmemiş"
    assert [row[0].value for row in book[ABOUT].iter_rows(min_row=2)] == list(
        words("document").values()
    )


def test_a_spreadsheet_itself_offers_the_choices(folder: Path, tmp_path: Path) -> None:
    write_template(folder, tmp_path / "form.xlsx")
    book = openpyxl.load_workbook(tmp_path / "form.xlsx")
    rules = {
        (page.title, str(rule.sqref)): rule
        for page in book
        for rule in page.data_validations.dataValidation
    }
    assert rules[UNIT, "H2:H4"].type == "decimal"
    assert rules[UNIT, "K2:K4"].formula1 == '"evet"'
    assert rules[ABOUT, "B4"].type == rules[ABOUT, "B5"].type == "date"
    assert "Kesin hesap" in rules[ABOUT, "B3"].formula1


def test_the_instructions_name_what_is_there(folder: Path) -> None:
    path = folder.parent / "form.xlsx"
    book = forms.form(folder, path)
    told = "\n".join(str(row[0].value) for row in book["Önce okuyun"].iter_rows())
    assert "{" not in told
    assert "Ekonomik kod!E5" in told
    assert book[MONEY]["E1"].value == "Başlangıç ödeneği"
    assert len(instructions()) == 12


def test_a_csv_row_is_a_value(folder: Path, tmp_path: Path) -> None:
    rows = forms.csv_rows(folder, tmp_path / "form.csv")
    assert rows[1][9] == identity(read_tables(folder))
    row = forms.csv_row(rows, "gösterge", "1.1", VALUE)
    assert row[:8] == [
        "gösterge", "Ulaşım", "1", "1", "Toplu taşımayla taşınan yolcu sayısı", "kişi",
        "19.600.000", "18.900.000 (2025 yıl sonu gerçekleşme tahmini)",
    ]  # fmt: skip
    fields = sum(len(sheet.fields) * len(sheet.lines) for sheet in layout(read_tables(folder)))
    assert len(rows) == 1 + 1 + 6 + fields


@pytest.mark.parametrize(
    ("name", "told"),
    [("form.ods", "a name that ends in .xlsx or .csv"), ("there.xlsx", "expected no file")],
)
def test_no_filled_form_is_written_over(
    name: str, told: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "there.xlsx").write_bytes(b"mine")
    assert main(["results-template", str(folder), "--out", str(tmp_path / name)]) == 1
    assert told in capsys.readouterr().err
    assert (tmp_path / "there.xlsx").read_bytes() == b"mine"
    assert not (tmp_path / "form.ods").exists()


def test_the_command_writes_both_kinds(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("form.xlsx", "FORM.CSV"):
        assert main(["results-template", str(folder), "--out", str(tmp_path / name)]) == 0
        assert capsys.readouterr().out == f"written: {tmp_path / name}\n"
    assert zipfile.is_zipfile(tmp_path / "form.xlsx")
    assert (tmp_path / "FORM.CSV").read_bytes().startswith(b"\xef\xbb\xbfB\xc3\xb6l\xc3\xbcm;Sayfa")
