"""Judging in a workbook: what is written, what comes back, and what is refused, by cell."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kbb_data.__main__ import main
from kbb_data.judging import judgement
from kbb_data.judging.apply import LOG, apply
from kbb_data.judging.review import ADDED, CHANGES, FINDINGS, review, write_review
from kbb_data.judging.sections import NOT_CARRIED
from kbb_data.judging.sheets import (
    HELD_RATE,
    IDENTITY,
    JUDGE,
    READ_FIRST,
    STATES,
    Sheet,
    named,
    sheets,
)
from kbb_data.problems import Unreadable
from kbb_data.publishing.package import read_tables
from kbb_data.publishing.published import files_of
from tests.kbb_data.judging.test_propose import DATASET, altered, entries, unjudged
from tests.support.source import full_text

Book = Any

DIRECTIONS = next(sheet for sheet in sheets() if sheet.title == "Yönler")
GOALS = next(sheet for sheet in sheets() if sheet.section == "committee_goal")

FIGURES = next(sheet for sheet in sheets() if sheet.section == "technology")
UNITS = next(sheet for sheet in sheets() if sheet.section == "spending_unit")


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The 2025 programme as it is read before anybody judged it."""
    return unjudged(full_text(), tmp_path_factory.mktemp("bare"))


@pytest.fixture(scope="module")
def written(bare: Path) -> bytes:
    """Its workbook, with the committed judgements beside it."""
    return review(bare, DATASET, full_text().read_bytes())


@pytest.fixture
def dataset(bare: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(bare, tmp_path / "data"))


@pytest.fixture
def book(written: bytes, tmp_path: Path) -> Book:
    path = tmp_path / "review.xlsx"
    path.write_bytes(written)
    opened = openpyxl.load_workbook(path)
    opened[READ_FIRST][JUDGE] = "Ayşe Yılmaz"
    return opened


def saved(book: Book, tmp_path: Path) -> Path:
    book.save(tmp_path / "judged.xlsx")
    return tmp_path / "judged.xlsx"


def cell(sheet: Sheet, label: str, row: int = 2) -> str:
    """The address of the cell under a head."""
    return f"{openpyxl.utils.get_column_letter(sheet.heads.index(label) + 1)}{row}"


def refused(path: Path, folder: Path) -> list[str]:
    """What ``apply`` says of a workbook; nothing was written."""
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    with pytest.raises(Unreadable) as error:
        apply(path, folder)
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before
    return [str(problem) for problem in error.value.problems]


def test_every_section_that_is_carried_over_has_a_sheet(book: Book) -> None:
    expected = [key for key in judgement.sections() if key not in NOT_CARRIED]
    assert [(sheet.file, sheet.section) for sheet in sheets()] == expected
    titles = [READ_FIRST, *(sheet.title for sheet in sheets()), CHANGES, FINDINGS]
    assert [title for title in book.sheetnames if book[title].sheet_state == "visible"] == titles
    for sheet in sheets():
        heads = [value.value for value in book[sheet.title][1]]
        assert heads == list(sheet.heads)
        assert not [head for head in heads if head.isascii() and "_" in head]


def test_the_judged_workbook_gives_the_committed_dataset(
    dataset: Path, book: Book, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(DATASET / "corrections.toml", dataset)
    path = saved(book, tmp_path)
    assert main(["apply", str(path), str(dataset)]) == 0
    told = capsys.readouterr().out
    assert "0 rows without a decision" in told
    assert entries(dataset) == entries(DATASET)
    assert main(["import", str(full_text()), "--out", str(dataset)]) == 0
    for table in DATASET.glob("*.csv"):
        assert (dataset / table.name).read_bytes() == table.read_bytes(), table.name


def test_a_second_time_changes_nothing(dataset: Path, book: Book, tmp_path: Path) -> None:
    path = saved(book, tmp_path)
    apply(path, dataset)
    before = {each.name: each.read_bytes() for each in dataset.iterdir()}
    assert apply(path, dataset)[0].startswith("nothing changed")
    assert {each.name: each.read_bytes() for each in dataset.iterdir()} == before


def test_the_log_says_who_did_what(dataset: Path, book: Book, tmp_path: Path) -> None:
    apply(saved(book, tmp_path), dataset)
    page = book[DIRECTIONS.title]
    page[cell(DIRECTIONS, "Yön")] = named("indicators", "direction")["no_direction"]
    page[cell(DIRECTIONS, "Karar", 3)] = "alma"
    book[READ_FIRST][JUDGE] = "Mehmet Kaya"
    apply(saved(book, tmp_path), dataset)
    with (dataset / LOG).open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    assert LOG not in files_of(dataset), "names of the staff are not published"
    theirs = [line for line in lines if line["judge"] == "Mehmet Kaya"]
    assert [line["done"] for line in theirs] == ["changed", "taken out"]
    assert {line["done"] for line in lines if line["judge"] == "Ayşe Yılmaz"} == {"added"}
    assert len(entries(dataset)["indicator"]) == len(entries(DATASET)["indicator"]) - 1


def test_what_no_row_is_about_stays(dataset: Path, book: Book, tmp_path: Path) -> None:
    apply(saved(book, tmp_path), dataset)
    own = 'label = "Kamera"\nprinted = "12 kamera"\nnumber = "12"\nunit = "adet"\n'
    with (dataset / "names.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n[[technology]]\n{own}")
    book[DIRECTIONS.title][cell(DIRECTIONS, "Karar")] = "alma"
    apply(saved(book, tmp_path), dataset)
    assert entries(dataset)["technology"][-1]["printed"] == "12 kamera"


def test_an_added_row_takes_the_words_from_the_document(
    dataset: Path, book: Book, tmp_path: Path
) -> None:
    page = book[GOALS.title]
    row = page.max_row - ADDED + 1
    assert page[cell(GOALS, "Karar", row)].value is None
    judged = entries(DATASET)
    free = judged["committee_programme"][0]["committee"]
    goal = min(entry["goal"] for entry in judged["committee_goal"])
    page[cell(GOALS, "Komisyon", row)] = free
    page[cell(GOALS, "Hedef", row)] = goal
    page[cell(GOALS, "Gerekçe", row)] = "Komisyon bu hedefi de görüşür."
    page[cell(GOALS, "Karar", row)] = "AL"
    apply(saved(book, tmp_path), dataset)
    added = entries(dataset)["committee_goal"][-1]
    assert (added["committee"], added["goal"]) == (free, goal)
    assert added["printed"] == next(
        entry["printed"] for entry in judged["committee_goal"] if entry["goal"] == goal
    )
    page[cell(GOALS, "Karar", row)] = "alma"
    apply(saved(book, tmp_path), dataset)
    assert entries(dataset)["committee_goal"] == judged["committee_goal"]


def test_a_half_filled_workbook_judges_what_it_judges(
    dataset: Path, book: Book, tmp_path: Path
) -> None:
    page = book[DIRECTIONS.title]
    for row in range(2, 12):
        page[cell(DIRECTIONS, "Karar", row)] = None
    page[cell(DIRECTIONS, "Gerekçe", 2)] = None
    kinds = next(sheet for sheet in sheets() if sheet.section == "category")
    for row in range(2, 5):
        book[kinds.title][cell(kinds, "Karar", row)] = "alma"
    report = apply(saved(book, tmp_path), dataset)
    assert any(line.startswith("10 rows without a decision") for line in report)
    assert main(["import", str(full_text()), "--out", str(dataset)]) == 0
    unjudged_rows = read_tables(dataset)["indicators"][:10]
    assert {row["direction"] for row in unjudged_rows} <= {None, "unjudged"}, unjudged_rows[0]
    assert len(entries(dataset)["indicator"]) == len(entries(DATASET)["indicator"]) - 10


def change(label: str, value: Any, sheet: Sheet = DIRECTIONS) -> Callable[[Book], str]:
    """Another value in the first row of a sheet; gives the cell that must be named."""

    def do(book: Book) -> str:
        book[sheet.title][cell(sheet, label)] = value
        return f"{sheet.title}!{cell(sheet, label)}"

    return do


def other_head(book: Book) -> str:
    book[DIRECTIONS.title]["C1"] = "Goal"
    return f"{DIRECTIONS.title}!1:1"


def swapped_columns(book: Book) -> str:
    page = book[DIRECTIONS.title]
    page["C1"], page["D1"] = page["D1"].value, page["C1"].value
    return f"{DIRECTIONS.title}!1:1"


def sheet_lost(book: Book) -> str:
    book.remove(book[DIRECTIONS.title])
    return DIRECTIONS.title


def sheet_renamed(book: Book) -> str:
    book[DIRECTIONS.title].title = "Yonler"
    return "Yonler"


def another_sheet(book: Book) -> str:
    book.create_sheet("Notlarım")
    return "Notlarım"


def another_year(book: Book) -> str:
    first = book[READ_FIRST]
    first[IDENTITY] = str(first[IDENTITY].value).replace("2025", "2024")
    return f"{READ_FIRST}!{IDENTITY}"


def nobody(book: Book) -> str:
    book[READ_FIRST][JUDGE] = "  "
    return f"{READ_FIRST}!{JUDGE}"


def twice(book: Book) -> str:
    page = book[DIRECTIONS.title]
    row = page.max_row - ADDED + 1
    for column in range(1, len(DIRECTIONS.heads) + 1):
        page.cell(row, column).value = page.cell(2, column).value
    return f"{DIRECTIONS.title}!{cell(DIRECTIONS, 'Hedef', row)}"


def rows_mixed(book: Book) -> str:
    """One column sorted without the others."""
    page = book[DIRECTIONS.title]
    label = cell(DIRECTIONS, "Belgede yazan"), cell(DIRECTIONS, "Belgede yazan", 3)
    first, second = (page[each].value for each in label)
    page[label[0]], page[label[1]] = second, first
    return f"{DIRECTIONS.title}!{label[0]}"


def given_twice(book: Book) -> str:
    """A goal to the committee that has it already, by one of its activities."""
    page = book[GOALS.title]
    judged = entries(DATASET)
    activity = judged["committee_activity"][0]
    with (DATASET / "activities.csv").open(encoding="utf-8", newline="") as file:
        goal = next(
            int(row["goal"])
            for row in csv.DictReader(file)
            if int(row["activity"]) == activity["activity"]
        )
    row = page.max_row - ADDED + 1
    page[cell(GOALS, "Komisyon", row)] = activity["committee"]
    page[cell(GOALS, "Hedef", row)] = goal
    page[cell(GOALS, "Gerekçe", row)] = "Bir gerekçe."
    page[cell(GOALS, "Karar", row)] = "al"
    return "Komisyon, faaliyetler!"


WRONG: dict[str, Callable[[Book], str]] = {
    "another goal's number": change("Hedef", 31),
    "a locked cell's words": change("Belgede yazan", "Başka bir gösterge"),
    "a locked cell emptied": change("Gösterge", None),
    "a hidden cell": change("Anahtar", "???"),
    "a hidden cell of other fields": change("Anahtar", '{"reason": "x"}'),
    "a direction of no kind": change("Yön", "çoğalsın"),
    "a direction's code": change("Yön", "more"),
    "a direction left out": change("Yön", None),
    "a reason left out": change("Gerekçe", "  "),
    "a formula": change("Gerekçe", '=CONCATENATE("a","b")'),
    "a decision of no kind": change("Karar", "belki"),
    "a committee that is none": change("Komisyon", "Uzay Komisyonu", GOALS),
    "a number in words": change("Hedef", "bir"),
    "a number that the words don't state": change("Sayı", 7.5, FIGURES),
    "a spelling that nobody printed": change("Öbür yazılışlar ( | ile)", "Uzay Dairesi", UNITS),
    "another head": other_head,
    "swapped columns": swapped_columns,
    "a sheet lost": sheet_lost,
    "a sheet renamed": sheet_renamed,
    "a sheet more": another_sheet,
    "another year": another_year,
    "nobody's name": nobody,
    "a thing twice": twice,
    "a column sorted alone": rows_mixed,
    "a goal given twice": given_twice,
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_cell_is_named_and_nothing_changes(
    name: str, dataset: Path, book: Book, tmp_path: Path
) -> None:
    place = WRONG[name](book)
    told = refused(saved(book, tmp_path), dataset)
    assert any(line.startswith(place) for line in told), (place, told)
    assert len(told) <= 2, told


@pytest.mark.parametrize(
    "content",
    [b"", b"metin", b"PK\x03\x04 damaged", full_text().read_bytes()[:4000]],
    ids=["empty", "text", "damaged", "programme"],
)
def test_another_file_is_refused(content: bytes, dataset: Path, tmp_path: Path) -> None:
    path = tmp_path / "review.xlsx"
    path.write_bytes(content)
    assert str(path) in refused(path, dataset)[0]


def test_a_workbook_of_another_kind_is_refused(dataset: Path, tmp_path: Path) -> None:
    other = openpyxl.Workbook()
    other.save(tmp_path / "other.xlsx")
    assert READ_FIRST in refused(tmp_path / "other.xlsx", dataset)[0]


def test_a_judged_file_of_another_programme_is_not_overwritten(
    dataset: Path, book: Book, tmp_path: Path
) -> None:
    text = (DATASET / "names.toml").read_text(encoding="utf-8")
    (dataset / "names.toml").write_text(text.replace("year = 2025", "year = 2024"), "utf-8")
    assert "another programme" in refused(saved(book, tmp_path), dataset)[0]


def test_a_workbook_is_not_overwritten(bare: Path, tmp_path: Path) -> None:
    target = tmp_path / "review.xlsx"
    write_review(bare, DATASET, None, target)
    with pytest.raises(Unreadable, match="move it away"):
        write_review(bare, DATASET, None, target)


def test_what_changed_since_last_year_is_said(tmp_path: Path) -> None:
    def change(tables: Any) -> None:
        tables["activities"][0]["name"] = "Bambaşka bir iş yapılması"
        tables["activities"][5]["total"] *= 12
        tables["goals"][3]["statement"] += " ve sürdürmek"
        tables["indicators"][7]["name_printed"] += " ve öbürleri"
        rate = next(row for row in tables["indicators"][10:] if row["direction"] == "more_to_100")
        rate["unit"] = "adet"
        tables["indicators"].pop(0)
        tables["indicators"][3]["name_printed"] = "Bambaşka bir şeyin sayısı"

    folder = altered(tmp_path / "next", change)
    path = tmp_path / "review.xlsx"
    path.write_bytes(review(folder, DATASET))
    opened = openpyxl.load_workbook(path)
    rows = [row[:2] for row in opened[CHANGES].iter_rows(min_row=2, values_only=True)]
    assert ("Faaliyet", "yeni") in rows
    assert ("Faaliyet", "çıktı") in rows
    assert ("Faaliyet", "tutarı sıçradı") in rows
    assert ("Performans hedefi", "adı değişti") in rows
    assert ("Gösterge", "çıktı") in rows
    states = {
        row[0]
        for sheet in sheets()
        for row in opened[sheet.title].iter_rows(min_row=2, values_only=True)
        if row[0]
    }
    assert states <= set(STATES.values())
    assert {STATES["gone"], STATES["exact"], STATES["judge"]} <= states
    notes = {
        row[0]: row[-2]
        for row in opened[DIRECTIONS.title].iter_rows(min_row=2, values_only=True)
        if row[0]
    }
    assert notes[STATES["held"]] == HELD_RATE
    said = [
        row[-2]
        for sheet in sheets()
        for row in opened[sheet.title].iter_rows(min_row=2, values_only=True)
        if row[0] == STATES["similar"]
    ]
    assert said
    assert all(note.startswith("Geçen yıl yazan: ") for note in said)
    assert review(folder, DATASET) == path.read_bytes()
