"""Every wrong cell of a workbook is named in one run, in the words that the judge reads there."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from kbb_data.__main__ import main
from kbb_data.importer import import_file
from kbb_data.judging.apply import apply
from kbb_data.judging.review import ADDED, review
from kbb_data.judging.sheets import JUDGE, READ_FIRST, STATES, named, sheets
from kbb_data.schema import PROGRAMME_BUDGET
from tests.kbb_data.judging.workbooks import Book, cell, refused, saved
from tests.support.datasets import BUDGET_TEXT, with_ties

SHEETS = {sheet.section: sheet for sheet in sheets(PROGRAMME_BUDGET)}
DIRECTIONS, GOALS = SHEETS["indicator"], SHEETS["committee_goal"]
ACTIVITIES, WAGES = SHEETS["committee_activity"], SHEETS["wages"]
NAMES = named("indicators", "direction")
COMMITTEE = "ÇEVRE KOMİSYONU"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """The invented programme budget before anybody judged it, and its workbook."""
    home = tmp_path_factory.mktemp("budget")
    import_file(BUDGET_TEXT, home / "2026")
    return home / "2026", review(home / "2026", with_ties(home / "earlier"))


@pytest.fixture
def folder(made: tuple[Path, bytes]) -> Path:
    return made[0]


@pytest.fixture
def book(made: tuple[Path, bytes], tmp_path: Path) -> Book:
    path = tmp_path / "review.xlsx"
    path.write_bytes(made[1])
    opened = openpyxl.load_workbook(path)
    opened[READ_FIRST][JUDGE] = "Ayşe Yılmaz"
    return opened


def row_of(book: Book, unit: str) -> int:
    """The first row of an indicator that awaits a direction and is stated in ``unit``."""
    heads = list(DIRECTIONS.heads)
    return next(
        number
        for number, row in enumerate(book["Yönler"].iter_rows(values_only=True), start=1)
        if row[0] == STATES["judge"] and row[heads.index("Ölçü")] == unit
    )


def direct(book: Book, row: int, direction: str, reason: str | None = "Bir gerekçe.") -> None:
    page = book["Yönler"]
    page[cell(DIRECTIONS, "Yön", row)] = direction
    page[cell(DIRECTIONS, "Gerekçe", row)] = reason
    page[cell(DIRECTIONS, "Karar", row)] = "al"


def give(book: Book, section: str, head: str, number: int, offset: int = 0) -> int:
    """Give a goal or an activity to the committee in an empty row; which."""
    sheet = SHEETS[section]
    page = book[sheet.title]
    row = page.max_row - ADDED + 1 + offset
    values = {"Komisyon": COMMITTEE, head: number, "Gerekçe": "Konusu budur.", "Karar": "al"}
    for label, value in values.items():
        page[cell(sheet, label, row)] = value
    return row


def test_a_direction_that_does_not_fit_the_unit_is_named_at_its_cell_in_its_words(
    book: Book, folder: Path, tmp_path: Path
) -> None:
    row = row_of(book, "Ton")
    direct(book, row, NAMES["more_to_100"])
    (told,) = refused(saved(book, tmp_path), folder)
    assert told.startswith(f"Yönler!{cell(DIRECTIONS, 'Yön', row)}: ")
    assert f"'{NAMES['more_to_100']}'" in told
    assert "more_to_100" not in told
    assert told.endswith("the unit read is ton")


def test_choices_units_reasons_and_double_entries_are_told_in_one_run(
    book: Book, folder: Path, tmp_path: Path
) -> None:
    ton, adet, percent = (row_of(book, unit) for unit in ("Ton", "Adet", "Yüzde"))
    direct(book, ton, NAMES["more_to_100"], None)
    direct(book, adet, NAMES["more_to_100"])
    direct(book, percent, "çoğalsın")
    above = give(book, "committee_goal", "Alt program", 1)
    first, second = (give(book, "committee_activity", "Faaliyet", n, n - 1) for n in (1, 2))
    book[READ_FIRST][JUDGE] = None
    told = refused(saved(book, tmp_path), folder)
    decision = [cell(ACTIVITIES, "Karar", row) for row in (first, second)]
    places = {line.partition(": expected ")[0]: line for line in told}
    assert places.keys() == {
        f"Yönler!{cell(DIRECTIONS, 'Gerekçe', ton)}",
        f"Yönler!{cell(DIRECTIONS, 'Yön', ton)}",
        f"Yönler!{cell(DIRECTIONS, 'Yön', adet)}",
        f"Yönler!{cell(DIRECTIONS, 'Yön', percent)}",
        f"{ACTIVITIES.title}!{', '.join(decision)}",
        f"{READ_FIRST}!{JUDGE}",
    }
    reason = places[f"Yönler!{cell(DIRECTIONS, 'Gerekçe', ton)}"]
    assert "expected a text under Gerekçe; found none; fill it" in reason
    offered = places[f"Yönler!{cell(DIRECTIONS, 'Yön', percent)}"]
    assert f"'{NAMES['more']}', '{NAMES['more_to_100']}', " in offered
    twice = places[f"{ACTIVITIES.title}!{', '.join(decision)}"]
    assert twice.endswith(f"has an entry of {COMMITTEE} in row {above} of '{GOALS.title}'")


def test_a_strange_cell_hides_no_other_of_its_row(book: Book, folder: Path, tmp_path: Path) -> None:
    row = row_of(book, "Ton")
    direct(book, row, "çoğalsın", "=1+1")
    book["Yönler"][cell(DIRECTIONS, "Karar", row)] = True
    told = refused(saved(book, tmp_path), folder)
    assert [line.partition(":")[0] for line in told] == [
        f"Yönler!{cell(DIRECTIONS, head, row)}" for head in ("Yön", "Gerekçe", "Karar")
    ]


@pytest.mark.parametrize("head", ["Ölçü", "Açıklama", "Alt program adı"])
def test_the_documents_words_beside_an_indicator_are_locked(
    head: str, book: Book, folder: Path, tmp_path: Path
) -> None:
    place = cell(DIRECTIONS, head, row_of(book, "Ton"))
    book["Yönler"][place] = "Yüzde"
    (told,) = refused(saved(book, tmp_path), folder)
    assert told.startswith(f"Yönler!{place}: expected the locked '")


def test_a_refusal_ends_with_what_it_did_not_do(
    book: Book, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    direct(book, row_of(book, "Ton"), NAMES["more"], None)
    assert main(["apply", str(saved(book, tmp_path)), str(folder)]) == 1
    assert capsys.readouterr().err.splitlines()[-1].startswith("nothing was changed")


def test_rows_that_are_written_no_longer_await_no_decision(
    book: Book, folder: Path, tmp_path: Path
) -> None:
    awaiting, gone = 0, 0
    for sheet in SHEETS.values():
        for row in book[sheet.title].iter_rows(min_row=2):
            decision = row[sheet.heads.index("Karar")]
            gone += row[0].value == STATES["gone"]
            if row[0].value and row[0].value != STATES["gone"] and not decision.value:
                awaiting, decision.value = awaiting + 1, "alma"
    assert awaiting
    assert gone
    report = apply(saved(book, tmp_path), folder)
    assert any(line.startswith("0 rows without a decision") for line in report), report


def test_a_workbook_of_other_columns_is_to_be_written_anew(
    book: Book, folder: Path, tmp_path: Path
) -> None:
    book["Yönler"].delete_cols(DIRECTIONS.heads.index("Ölçü") + 1)
    (told,) = refused(saved(book, tmp_path), folder)
    assert told.startswith("Yönler!1:1: ")
    assert "review anew" in told
