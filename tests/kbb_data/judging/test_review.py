"""Judging in a workbook: what is written, what comes back, and what is refused, by cell."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kbb_data import turkish
from kbb_data.__main__ import main
from kbb_data.importer import import_file
from kbb_data.judging import judgement
from kbb_data.judging.apply import LOG, apply
from kbb_data.judging.review import ADDED, CHANGES, FINDINGS, review, write_review
from kbb_data.judging.sections import NOT_CARRIED, RULES, Rule
from kbb_data.judging.sheets import (
    HELD_RATE,
    JUDGE,
    READ_FIRST,
    STATES,
    Sheet,
    named,
    sheets,
)
from kbb_data.judging.things import Programme
from kbb_data.problems import Unreadable
from kbb_data.publishing.package import read_tables
from kbb_data.publishing.published import files_of
from kbb_data.schema import FORMS, PROGRAMME_BUDGET, STRATEGIC_PLAN
from tests.kbb_data.judging.test_propose import DATASET, altered, entries
from tests.kbb_data.judging.workbooks import (
    DIRECTIONS,
    GOALS,
    Book,
    cell,
    refused,
    saved,
)
from tests.support.source import full_text


def test_every_section_that_is_carried_over_has_a_sheet(book: Book) -> None:
    expected = [key for key in judgement.sections() if key not in NOT_CARRIED]
    own = {STRATEGIC_PLAN: ("names.toml", "aim"), PROGRAMME_BUDGET: ("names.toml", "programme")}
    for form in FORMS:
        others = {own[other] for other in FORMS if other != form}
        listed = [(sheet.file, sheet.section) for sheet in sheets(form)]
        assert listed == [key for key in expected if key not in others]
    titles = [READ_FIRST, *(sheet.title for sheet in sheets()), CHANGES, FINDINGS]
    assert [title for title in book.sheetnames if book[title].sheet_state == "visible"] == titles
    for sheet in sheets():
        heads = [value.value for value in book[sheet.title][1]]
        assert heads == list(sheet.heads)
        assert not [head for head in heads if head.isascii() and "_" in head]


@pytest.fixture
def themes(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sheet]:
    """A judged file more, with a section that nothing else of the project knows."""
    monkeypatch.setattr(judgement, "FILES", (*judgement.FILES, "themes.toml"))
    place = ("themes.toml", "theme")
    monkeypatch.setitem(judgement._FIELDS, place, ("goal", "printed", "theme", "reason"))

    def awaiting(programme: Programme, carried: Any) -> Iterator[dict[str, Any]]:
        known = {entry["goal"] for entry in carried["theme"]}
        for row in programme.tables["goals"]:
            if row["goal"] not in known:
                yield {"goal": row["goal"], "printed": row["statement"]}

    monkeypatch.setitem(RULES, place, Rule("Temalar", ("goal",), awaiting, more=("note",)))
    sheets.cache_clear()
    yield next(sheet for sheet in sheets() if sheet.section == "theme")
    sheets.cache_clear()


def test_a_judged_file_more_has_its_sheet_without_code_in_the_workbook(
    themes: Sheet, dataset: Path, tmp_path: Path
) -> None:
    earlier = Path(shutil.copytree(DATASET, tmp_path / "earlier"))
    statement = read_tables(DATASET)["goals"][4]["statement"]
    head = "year = 2025\ninstitution = 'KAYSERİ BÜYÜKŞEHİR BELEDİYESİ'\n"
    entry = f"goal = 5\nprinted = {json.dumps(statement)}\ntheme = 'su'\nreason = 'Sudan söz eder.'"
    (earlier / "themes.toml").write_text(f"{head}[[theme]]\n{entry}\n", encoding="utf-8")
    path = tmp_path / "review.xlsx"
    write_review(dataset, earlier, None, path)
    book = openpyxl.load_workbook(path)
    page = book["Temalar"]
    goals = len(read_tables(DATASET)["goals"])
    assert page.max_row == 1 + goals + ADDED
    book[READ_FIRST][JUDGE] = "Ayşe Yılmaz"
    new = next(row for row in range(2, goals) if page[cell(themes, "Hedef", row)].value == 1)
    page[cell(themes, "theme", new)] = "ulaşım"
    page[cell(themes, "Gerekçe", new)] = "Yollardan söz eder."
    page[cell(themes, "note", new)] = "Bir not."
    page[cell(themes, "Karar", new)] = "al"
    apply(saved(book, tmp_path), dataset)
    found = {entry["goal"]: entry for entry in judgement.read(dataset / "themes.toml")}
    assert {goal: entry["theme"] for goal, entry in found.items()} == {1: "ulaşım", 5: "su"}
    assert found[1]["note"] == "Bir not."
    page[cell(themes, "theme", new)] = None
    (told,) = refused(saved(book, tmp_path), dataset)
    assert told.startswith(f"Temalar!{cell(themes, 'theme', new)}: expected a text under theme")


def test_judged_files_that_nothing_knows_are_kept(
    dataset: Path, book: Book, tmp_path: Path
) -> None:
    own = {"themes.toml": b"year = 2025\n# temalar\n", "succession.toml": b"# devam\n"}
    for name, content in own.items():
        (dataset / name).write_bytes(content)
    apply(saved(book, tmp_path), dataset)
    import_file(full_text(), dataset)
    assert {name: (dataset / name).read_bytes() for name in own} == own
    assert own.keys() <= files_of(dataset).keys()


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


def test_rows_sorted_whole_and_rows_taken_out_are_read_rightly(
    dataset: Path, book: Book, tmp_path: Path
) -> None:
    page = book[DIRECTIONS.title]
    wide = len(DIRECTIONS.heads)
    values = [
        [value.value for value in row[:wide]]
        for row in page.iter_rows(min_row=2, max_row=page.max_row - ADDED)
    ]
    values.sort(key=lambda row: str(row[4]))
    for number, row in enumerate(values, start=2):
        for column, value in enumerate(row, start=1):
            page.cell(number, column).value = value
    page.delete_rows(2, 3)
    apply(saved(book, tmp_path), dataset)

    def kept(each: dict[str, Any]) -> str:
        return str(each["printed"])

    judged = sorted(entries(DATASET)["indicator"], key=kept)
    mine = sorted(entries(dataset)["indicator"], key=kept)
    gone = {row[4] for row in values[:3]}
    assert mine == [each for each in judged if each in mine]
    assert len(judged) - len(mine) == 3
    assert gone >= {each["printed"] for each in judged if each not in mine}


def test_what_nobody_sees_and_another_case_change_no_decision(
    dataset: Path, book: Book, tmp_path: Path
) -> None:
    page = book[DIRECTIONS.title]
    for row, words in enumerate(("AL", " al\u200b", "Al\u00a0", "\ufeffaL "), start=2):
        page[cell(DIRECTIONS, "Karar", row)] = words
    direction = page[cell(DIRECTIONS, "Yön")]
    direction.value = turkish.upper(str(direction.value)) + "\u200b"
    reason = page[cell(DIRECTIONS, "Gerekçe", 2)]
    reason.value = f"  {reason.value}\u200b "
    page[cell(DIRECTIONS, "Hedef", 3)] = float(page[cell(DIRECTIONS, "Hedef", 3)].value)
    apply(saved(book, tmp_path), dataset)
    assert entries(dataset) == entries(DATASET)
    page[cell(DIRECTIONS, "Karar")] = "ALMA"
    apply(saved(book, tmp_path), dataset)
    assert len(entries(dataset)["indicator"]) == len(entries(DATASET)["indicator"]) - 1


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
