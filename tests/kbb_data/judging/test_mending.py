"""Mending a draft in a workbook: what is asked, what comes back."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from kbb_data.__main__ import main
from kbb_data.files import drafts
from kbb_data.files.drafts import Doubt, Draft
from kbb_data.importer import draft_file, import_file
from kbb_data.judging.mend import BASE, LOG, mend
from kbb_data.judging.mending import (
    DOUBTS,
    DROP,
    HEADS,
    INSERT,
    KEEP,
    KEY,
    MEND,
    MENDED,
    PROBLEMS,
    ROW,
    Found,
    write_mending,
)
from kbb_data.judging.problem_words import ENGLISH
from kbb_data.judging.sheets import JUDGE, READ_FIRST
from kbb_data.problems import Problem
from kbb_data.publishing.published import files_of
from kbb_data.reading.recognition import recognise
from tests.kbb_data.judging.drafted import (
    BEFORE,
    HEADING,
    LINES,
    STRAY,
    TEXT,
    Book,
    damaged,
    decide,
    fill,
    refused,
    row_of,
    rows,
    saved,
)
from tests.support import datasets, documents


def test_the_workbook_asks_for_all_that_is_in_doubt_or_wrong(opened: Callable[[], Book]) -> None:
    book = opened()
    assert book.sheetnames == [READ_FIRST, DOUBTS, PROBLEMS]
    told = [[cell.value for cell in row] for row in book[READ_FIRST].iter_rows()]
    words = {row[0]: row[1] for row in told if row[0]}
    assert words["Yıl"] == 2027
    assert words["Kurum"] == datasets.INVENTED_TEXT.read_text().split("İdare Adı:")[1].split()[
        0
    ] + (" BÜYÜKŞEHİR BELEDİYESİ")
    assert str(words["Form"]).startswith("performans hedefleri")
    assert words["Şüpheli satır"] == 3
    assert [row["Yer"].value for row in rows(book, DOUBTS)] == [
        "PDF sayfası 4",
        "PDF sayfası 3, tablo 2, satır 5",
        "PDF sayfası 3, tablo 2, satır 7",
    ]
    assert rows(book, DOUBTS)[1]["Neden şüpheli"].value == (
        "sayının bir ucu eksik olabilir (“4.000.000,0”)"
    )
    assert rows(book, PROBLEMS)
    printed = [str(cell.value) for title in HEADS for row in rows(book, title)
               for cell in row.values()]  # fmt: skip
    assert not [words for words in printed if ENGLISH in words]


def test_rounds_of_mending_give_the_programme_byte_for_byte(
    folder: Path, opened: Callable[[], Book], tmp_path: Path
) -> None:
    heading = LINES[HEADING - 1]
    for _ in range(4):
        book = opened()
        for row in [row for title in HEADS for row in rows(book, title) if row[KEY].value]:
            words = str(row[ROW].value)
            if "Kitap alım faaliyeti" in words and "4.000.000,0 " in words:
                decide(row, MEND, words.replace("4.000.000,0 ", "4.000.000,00 "))
            elif "2.36B" in words:
                decide(row, MEND, words.replace("2.36B", "2.368").replace("4,3l", "4,31"))
            elif "bir satır" in words:
                decide(row, DROP)
            elif row[ROW].coordinate and words.startswith("İdare Adı"):
                decide(row, INSERT, heading.replace("\t", " ¦ "))
            elif "Genel Toplam ¦  ¦ 5.000.000,50" in words:
                decide(row, KEEP)
        mend(saved(book, tmp_path), folder)
        if (folder / drafts.TEXT).read_text(encoding="utf-8") == TEXT:
            break
    assert (folder / drafts.TEXT).read_text(encoding="utf-8") == TEXT
    assert main(["import", str(folder / drafts.TEXT), "--out", str(folder)]) == 0
    whole = tmp_path / "whole"
    import_file(datasets.INVENTED_TEXT, whole)
    for table in whole.glob("*.csv"):
        assert (folder / table.name).read_bytes() == table.read_bytes()
    assert not {LOG, BASE, drafts.TEXT, drafts.STATE} & files_of(folder).keys()


def log_of(folder: Path) -> list[dict[str, str]]:
    with (folder / LOG).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_mends_are_logged_and_a_second_time_changes_nothing(
    folder: Path, opened: Callable[[], Book], tmp_path: Path
) -> None:
    book = opened()
    fill(book)
    path = saved(book, tmp_path)
    assert any("lines are still in doubt" in line for line in mend(path, folder))
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    assert mend(path, folder)[0].startswith("nothing changed")
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before
    logged = {line["done"]: line for line in log_of(folder)}
    assert logged[DROP]["before"] == STRAY
    assert logged[DROP]["place"] == "page 4"
    assert logged[DROP]["reason"] == "Sayfa numarası."
    assert {line["judge"] for line in log_of(folder)} == {"Ayşe Yılmaz"}
    assert KEEP in logged


def test_a_half_filled_workbook_is_gone_on_with_and_a_decision_taken_back(
    folder: Path, opened: Callable[[], Book], tmp_path: Path
) -> None:
    book = opened()
    decide(row_of(book, DOUBTS, "Genel Toplam"), KEEP)
    report = mend(saved(book, tmp_path), folder)
    assert f"1 times: {KEEP}" in report
    assert len(drafts.load(folder).doubts) == 2
    decide(row_of(book, DOUBTS, "bir satır"), DROP)
    decide(row_of(book, DOUBTS, "Genel Toplam"), "", reason="")
    mend(saved(book, tmp_path), folder)
    draft = drafts.load(folder)
    assert STRAY not in draft.lines
    assert [line for line in draft.doubts if draft.lines[line - 1].startswith("Genel Toplam")]
    assert [line["done"] for line in log_of(folder)] == [KEEP, DROP, "geri alındı"]
    # Where each line stands goes along with the lines.
    assert draft.place(len(draft.lines) - 5) == damaged().place(len(draft.lines) - 4)


def test_a_row_that_two_were_read_into_becomes_two(
    folder: Path, opened: Callable[[], Book], tmp_path: Path
) -> None:
    book = opened()
    row = row_of(book, DOUBTS, "bir satır")
    decide(row, MEND, "12 ¦ bir\n13 ¦ satır\n")
    mend(saved(book, tmp_path), folder)
    lines = drafts.load(folder).lines
    place = lines.index("12\tbir")
    assert lines[place + 1] == "13\tsatır"


def test_an_unchanged_cell_keeps_the_letters_that_were_read(
    folder: Path, opened: Callable[[], Book], tmp_path: Path
) -> None:
    draft = drafts.load(folder)
    lines = list(draft.lines)
    lines[BEFORE] = "12 \t bir\u00a0 satır \r"
    odd = Draft(tuple(lines), draft.doubts, draft.places)
    (folder / drafts.TEXT).write_bytes(odd.content)
    book = opened()
    decide(row_of(book, DOUBTS, "bir satır"), MEND, "13 ¦ bir satır")
    mend(saved(book, tmp_path), folder)
    assert "13\t bir\u00a0 satır \r" in drafts.load(folder).lines


def test_rows_in_another_order_and_rows_taken_out_are_read_rightly(
    folder: Path, opened: Callable[[], Book], tmp_path: Path
) -> None:
    book = opened()
    fill(book)
    page = book[DOUBTS]
    values = [[cell.value for cell in row] for row in page.iter_rows(min_row=2)]
    for number, cells in enumerate(reversed(values[1:]), start=2):
        for column, value in enumerate(cells, start=1):
            page.cell(number, column).value = value
    page.delete_rows(len(values) + 1)
    mend(saved(book, tmp_path), folder)
    draft = drafts.load(folder)
    assert STRAY in draft.lines
    assert len(draft.doubts) == 2


def test_a_decision_is_read_in_whatever_case_with_letters_that_nobody_sees(
    folder: Path, opened: Callable[[], Book], tmp_path: Path
) -> None:
    book = opened()
    decide(row_of(book, DOUBTS, "bir satır"), " SATIRI ÇIKAR\u200b")
    decide(row_of(book, DOUBTS, "Genel Toplam"), "Olduğu Gibi Doğru\u00a0")
    report = mend(saved(book, tmp_path), folder)
    assert f"1 times: {DROP}" in report
    assert f"1 times: {KEEP}" in report


def test_a_text_that_somebody_altered_since_is_not_written_over(
    folder: Path, opened: Callable[[], Book], tmp_path: Path
) -> None:
    book = opened()
    fill(book)
    path = saved(book, tmp_path)
    mend(path, folder)
    with (folder / drafts.TEXT).open("a", encoding="utf-8") as file:
        file.write("\nelle eklenen")
    assert "review it anew" in refused(path, folder)[0]
    assert drafts.places(folder, (folder / drafts.TEXT).read_bytes()) == {}


def test_apply_knows_which_workbook_it_is_given(
    folder: Path, opened: Callable[[], Book], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = opened()
    fill(book)
    assert main(["apply", str(saved(book, tmp_path)), str(folder)]) == 0
    assert "mends written" in capsys.readouterr().out


def test_a_document_is_mended_by_its_tables_and_rows(
    tmp_path: Path, earlier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = TEXT.replace("4.000.000,00\t0,00\t4.000.000,00", "4.000.000,00\t0,00\t4.00O.000,00", 1)
    path = tmp_path / "programme.docx"
    path.write_bytes(documents.word(text))
    folder = tmp_path / "draft"
    draft_file(path, folder)
    out = tmp_path / "review.xlsx"
    assert main(["review", str(folder), "--from", str(earlier), "--out", str(out)]) == 0
    book = openpyxl.load_workbook(out)
    book[READ_FIRST][JUDGE] = "Ayşe"
    assert not rows(book, DOUBTS)
    row = row_of(book, PROBLEMS, "4.00O.000,00")
    assert re.fullmatch(r"tablo \d+, satır \d+", row["Yer"].value)
    assert row["Beklenen"].value == "1.234,00 biçiminde bir tutar"
    assert row["Bulunan"].value == "“4.00O.000,00”"
    decide(row, MEND, str(row[ROW].value).replace("4.00O", "4.000"))
    mend(saved(book, tmp_path), folder)
    assert main(["import", str(folder / drafts.TEXT), "--out", str(folder)]) == 0


def test_every_place_of_a_cause_is_listed_and_not_only_the_first(
    tmp_path: Path, earlier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    below = TEXT.index("2.4. İdare Performans Tablosu\n\n")
    text = TEXT[:below] + re.sub(r"\.000,00\t(?=\d+,\d\d\t0,00)", ".00O,00\t", TEXT[below:])
    path, folder, out = tmp_path / "programme.txt", tmp_path / "draft", tmp_path / "review.xlsx"
    path.write_text(text, encoding="utf-8")
    assert main(["import", str(path), "--out", str(tmp_path / "out")]) == 1
    told = capsys.readouterr().err.splitlines()
    more = [int(number) for line in told for number in re.findall(r"and (\d+) more lines", line)]
    assert more == [4, 3]
    draft_file(path, folder)
    assert main(["review", str(folder), "--from", str(earlier), "--out", str(out)]) == 0
    assert len(rows(openpyxl.load_workbook(out), PROBLEMS)) == sum(more) + len(told)


def test_a_sound_text_says_so_beside_last_years_counts(tmp_path: Path, earlier: Path) -> None:
    folder, out = tmp_path / "draft", tmp_path / "review.xlsx"
    draft_file(datasets.INVENTED_TEXT, folder)
    assert main(["review", str(folder), "--from", str(earlier), "--out", str(out)]) == 0
    book = openpyxl.load_workbook(out)
    told = [[cell.value for cell in row[:3]] for row in book[READ_FIRST].iter_rows()]
    assert ["Performans hedefi", 3, 2] in told
    assert not rows(book, PROBLEMS)
    assert main(["review", str(folder), "--from", str(earlier), "--out", str(out)]) == 1


@pytest.fixture
def alike(tmp_path: Path, earlier: Path) -> tuple[Path, Book]:
    """A folder with a draft of four rows of two cells, three in doubt and one of those a problem,
    and its workbook."""
    folder = tmp_path / "alike"
    doubt = Doubt("page 1", ("a word over two lines",))
    draft = Draft(("a\t1", "b\t2", "c\t3", "d\t4"), {1: doubt, 2: doubt, 3: doubt})
    folder.mkdir()
    (folder / drafts.TEXT).write_bytes(draft.content)
    problems = [Problem(3, "table 2.4", "a line 'x'", "none"), Problem(0, "file", "x", "none")]
    out = tmp_path / "alike.xlsx"
    write_mending(folder, earlier, Found(recognise(draft.text), problems, {}), out)
    book = openpyxl.load_workbook(out)
    book[READ_FIRST][JUDGE] = "Ayşe"
    return folder, book


def test_a_column_of_mends_sorted_alone_is_refused(
    alike: tuple[Path, Book], tmp_path: Path
) -> None:
    folder, book = alike
    first, second, _ = rows(book, DOUBTS)
    decide(first, MEND, second[ROW].value)
    decide(second, MEND, first[ROW].value)
    told = refused(saved(book, tmp_path), folder)
    assert [line.partition(":")[0] for line in told] == [f"{DOUBTS}!F2", f"{DOUBTS}!F3"]
    # A row that is like another one, which stays as it is, is no such thing.
    decide(second, KEEP, second[ROW].value)
    mend(saved(book, tmp_path), folder)
    assert drafts.load(folder).lines[:2] == ("b\t2", "b\t2")


def test_a_line_put_in_above_a_doubtful_one_leaves_it_in_doubt(
    alike: tuple[Path, Book], tmp_path: Path
) -> None:
    folder, book = alike
    row = row_of(book, PROBLEMS, "c")
    assert [cell.value for cell in list(row.values())[:5]] == [
        "PDF sayfası 1", 6, "tablo 2.4", "“x” satırı", "yok",
    ]  # fmt: skip
    decide(row, INSERT, "x ¦ 0\nBaşlık")
    mend(saved(book, tmp_path), folder)
    draft = drafts.load(folder)
    assert draft.lines == ("a\t1", "b\t2", "x\t0", "Başlık", "c\t3", "d\t4")
    assert sorted(draft.doubts) == [1, 2, 5]
    whole = rows(book, PROBLEMS)[0]
    assert "draft.txt içinde düzeltin" in whole[MENDED].value
    assert whole["Beklenen"].value == f"{ENGLISH}x"


def test_an_import_of_a_draft_names_the_place_in_the_document(
    folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    draft = damaged()
    sound = Draft(draft.lines, {}, draft.places)
    shutil.rmtree(folder)
    folder.mkdir()
    (folder / drafts.TEXT).write_bytes(sound.content)
    (folder / drafts.STATE).write_bytes(drafts.state_bytes(sound))
    assert main(["import", str(folder / drafts.TEXT), "--out", str(tmp_path / "out")]) == 1
    assert "(page 3, table 2, row 5)" in capsys.readouterr().err


def test_a_draft_reads_its_own_file() -> None:
    draft = damaged()
    assert drafts.parse(draft.content.decode().split("\n"), draft.places) == draft
    lines = ["a", "#? page 2: a word over two lines; a cut word ('x; y')", "b", "#? sor"]
    read = drafts.parse(lines, {})
    assert read.lines == ("a", "b")
    assert read.doubts == {
        2: Doubt("page 2", ("a word over two lines", "a cut word ('x; y')", "sor"))
    }
    assert read.number(1) == 1
    assert read.number(2) == 3
