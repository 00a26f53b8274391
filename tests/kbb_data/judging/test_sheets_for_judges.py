"""What a judge reads in the workbook: the document's words beside a number, what to do, what is
locked, and how it prints."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from kbb_data.importer import import_file
from kbb_data.judging.context import NO_UNIT
from kbb_data.judging.review import instructions, review
from kbb_data.judging.sheets import DECISION, READ_FIRST, STATES, sheets
from kbb_data.publishing.package import read_tables
from kbb_data.schema import FORMS, PROGRAMME_BUDGET
from tests.kbb_data.judging.workbooks import Book, cell
from tests.support.datasets import BUDGET_TEXT, with_ties

SHEETS = {sheet.section: sheet for sheet in sheets(PROGRAMME_BUDGET)}
DIRECTIONS = SHEETS["indicator"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("budget") / "2026"
    import_file(BUDGET_TEXT, folder)
    return folder


@pytest.fixture(scope="module")
def book(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Book:
    earlier = with_ties(tmp_path_factory.mktemp("earlier") / "data")
    return openpyxl.load_workbook(io.BytesIO(review(folder, earlier)))


def test_an_indicator_stands_with_its_unit_its_explanation_and_its_sub_programme(
    book: Book, folder: Path
) -> None:
    tables = read_tables(folder)
    parts = {row["code"]: row["name"] for row in tables["hierarchy"]
             if row["level"] == "sub_programme"}  # fmt: skip
    heads = list(DIRECTIONS.heads)
    rows = {
        (row[heads.index("Alt program")], row[heads.index("Gösterge")]): row
        for row in book["Yönler"].iter_rows(min_row=2, values_only=True)
        if row[0] and row[0] != STATES["gone"]
    }
    assert len(rows) == len(tables["indicators"])
    for each in tables["indicators"]:
        row = rows[each["goal"], each["indicator"]]
        assert row[heads.index("Ölçü")] == (each["unit_printed"] or each["unit"] or NO_UNIT)
        assert row[heads.index("Alt program adı")] == parts[str(each["goal"])]
        explained = row[heads.index("Açıklama")]
        assert explained.startswith(each["note"])
        assert explained.endswith(f"\nHesaplama Yöntemi: {each['calculation']}")
    gone = [row for row in book["Yönler"].iter_rows(min_row=2, values_only=True)
            if row[0] == STATES["gone"]]  # fmt: skip
    assert gone
    assert {row[heads.index(head)] for row in gone for head in ("Ölçü", "Açıklama")} == {None}


def test_the_documents_words_are_locked_and_no_judgement(book: Book) -> None:
    page = book["Yönler"]
    for row in (2, page.max_row):
        for head in ("Ölçü", "Açıklama", "Alt program adı"):
            assert page[cell(DIRECTIONS, head, row)].protection.locked
        assert not page[cell(DIRECTIONS, "Yön", row)].protection.locked
    assert not set(DIRECTIONS.context) & set(DIRECTIONS.fields)


def test_a_decision_is_yellow_where_one_is_awaited(book: Book) -> None:
    yellow = book[READ_FIRST]["B5"].fill.fgColor.rgb
    for sheet in SHEETS.values():
        for row in book[sheet.title].iter_rows(min_row=2):
            decision = row[sheet.heads.index(DECISION)]
            is_gone = row[0].value == STATES["gone"]
            assert (decision.fill.fgColor.rgb == yellow) is not is_gone, decision.coordinate
            assert decision.protection.locked is is_gone


@pytest.mark.parametrize("form", FORMS)
def test_the_example_of_the_first_sheet_is_a_cell_to_fill_in(form: str) -> None:
    told = "\n".join(instructions(form))
    directions = next(sheet for sheet in sheets(form) if sheet.section == "indicator")
    assert f"Yönler!{cell(directions, 'Yön', 12)}" in told
    assert "beyaz sütunları" not in told
    assert told.index("kbb_data apply") < told.index("kbb_data import")
    assert "boş kalabilir: Birim adları, Tesis başlıkları, Teknoloji." in told


def test_a_row_with_nothing_in_it_says_what_to_write(book: Book) -> None:
    wages = SHEETS["wages"]
    assert "faaliyetin numarasını yazın" in book[wages.title][cell(wages, "Not")].value


def test_what_no_committee_has_says_where_it_is_left_out(book: Book) -> None:
    for section in ("committee_goal", "committee_activity"):
        sheet = SHEETS[section]
        rows = [row for row in book[sheet.title].iter_rows(min_row=2, values_only=True)
                if row[0] == STATES["judge"]]  # fmt: skip
        assert section != "committee_goal" or rows
        assert all("Komisyonsuz" in row[sheet.heads.index("Not")] for row in rows)


def test_the_sheets_print_and_read_well(book: Book) -> None:
    first = book[READ_FIRST].page_setup
    assert book[READ_FIRST].sheet_properties.pageSetUpPr.fitToPage
    # One page is what a workbook says by saying nothing.
    assert (first.fitToWidth, first.fitToHeight) == (None, None)
    for sheet in SHEETS.values():
        page = book[sheet.title]
        assert all(value.alignment.wrap_text for value in page[1])
        for row in page.iter_rows(min_row=2):
            for each in row[: len(sheet.heads) - 1]:
                if isinstance(each.value, int):
                    assert each.alignment.horizontal == "center", each.coordinate
    units = SHEETS["spending_unit"]
    serves = cell(units, "Kurum içine hizmetse gerekçesi", 1)
    assert book[units.title].row_dimensions[1].height >= 30, serves
    number = cell(DIRECTIONS, "Alt program", 1)[:-1]
    assert book["Yönler"].column_dimensions[number].width < 14
