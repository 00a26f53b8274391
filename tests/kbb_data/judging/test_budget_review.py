"""A programme budget is judged in the workbook: written, filled in, read back, imported."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from kbb_data.__main__ import main
from kbb_data.checking.validation import validate
from kbb_data.importer import import_file
from kbb_data.judging.apply import apply
from kbb_data.judging.propose import propose
from kbb_data.judging.review import CHANGES, review
from kbb_data.judging.sheets import JUDGE, READ_FIRST, named, sheets
from kbb_data.problems import Unreadable
from kbb_data.publishing.package import read_tables
from kbb_data.schema import PROGRAMME_BUDGET
from tests.support.datasets import BUDGET_TEXT, invented

SHEETS = {sheet.section: sheet for sheet in sheets(PROGRAMME_BUDGET)}
MORE = named("indicators", "direction")["more"]


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    import_file(BUDGET_TEXT, tmp_path / "2026")
    return tmp_path / "2026"


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """The same municipality's programme in the other form."""
    return invented(tmp_path / "earlier")


def filled(dataset: Path, earlier: Path, path: Path) -> Path:
    """The workbook with a judgement in every row that awaits one, of four sections."""
    path.write_bytes(review(dataset, earlier, BUDGET_TEXT.read_bytes()))
    book = openpyxl.load_workbook(path)
    book[READ_FIRST][JUDGE] = "Ayşe Yılmaz"
    answers = {
        "indicator": {"Yön": MORE, "Gerekçe": "Hizmet ne kadar çoksa o kadar iyi"},
        "programme": {"Kısa ad": "Kısa", "Kısa ad (İngilizce)": "Short"},
        "committee_goal": {"Komisyon": "ÇEVRE KOMİSYONU", "Gerekçe": "Konusu budur"},
    }
    for section, values in answers.items():
        sheet = SHEETS[section]
        page, heads = book[sheet.title], list(sheet.heads)
        for row in page.iter_rows(min_row=2):
            if row[0].value != "değerlendirilecek":
                continue
            if section == "committee_goal" and row[heads.index("Alt program")].value not in (3, 4):
                continue
            for head, value in values.items():
                each = f" {row[heads.index('Program')].value}" if section == "programme" else ""
                row[heads.index(head)].value = f"{value}{each}"
            row[heads.index("Karar")].value = "al"
    book.save(path)
    return path


def test_what_is_judged_reaches_the_tables(dataset: Path, earlier: Path, tmp_path: Path) -> None:
    path = filled(dataset, earlier, tmp_path / "review.xlsx")
    apply(path, dataset)
    assert main(["import", str(BUDGET_TEXT), "--out", str(dataset)]) == 0
    assert validate(dataset) == []
    tables = read_tables(dataset)
    assert {row["direction"] for row in tables["indicators"]} == {"more"}
    programmes = [row for row in tables["hierarchy"] if row["level"] == "programme"]
    assert [(row["short_name"], row["short_name_en"]) for row in programmes] == [
        (f"Kısa {number}", f"Short {number}") for number in range(1, 5)
    ]
    assert [(row["committee"], row["kind"], row["key"]) for row in tables["committee_scopes"]] == [
        ("ÇEVRE KOMİSYONU", "goal", "3"),
        ("ÇEVRE KOMİSYONU", "goal", "4"),
    ]
    before = {each.name: each.read_bytes() for each in dataset.iterdir()}
    assert apply(path, dataset)[0].startswith("nothing changed")
    assert {each.name: each.read_bytes() for each in dataset.iterdir()} == before


def test_the_workbook_lists_the_forms_own_parts(
    dataset: Path, earlier: Path, tmp_path: Path
) -> None:
    path = filled(dataset, earlier, tmp_path / "review.xlsx")
    book = openpyxl.load_workbook(path)
    programme = SHEETS["programme"]
    printed = [row[list(programme.heads).index("Belgede yazan")].value
               for row in book[programme.title].iter_rows(min_row=2)][:4]  # fmt: skip
    assert printed == [
        "Şehir İçi Ulaşım", "Çevre ve Yeşil Alanlar", "Kültür ve Sosyal Hizmetler",
        "Yönetim ve Destek Programı",
    ]  # fmt: skip
    counted = {row[0].value: row[1].value for row in book[READ_FIRST].iter_rows()}
    assert (counted["Program"], counted["Alt program"], counted["Faaliyet"]) == (4, 8, 15)
    changes = [row[:2] for row in book[CHANGES].iter_rows(min_row=2, values_only=True)]
    assert changes.count(("Program", "yeni")) == 4
    assert changes.count(("Alt program", "yeni")) == 8
    assert ("Stratejik amaç", "çıktı") in changes


def test_next_years_judgements_are_drafted_from_this_years(
    dataset: Path, earlier: Path, tmp_path: Path
) -> None:
    apply(filled(dataset, earlier, tmp_path / "review.xlsx"), dataset)
    later = tmp_path / "2027.txt"
    text = BUDGET_TEXT.read_text(encoding="utf-8")
    for year in (2028, 2027, 2026, 2025, 2024):
        text = text.replace(str(year), str(year + 1))
    later.write_text(text.replace("Çevre ve Yeşil Alanlar", "Çevre, Park ve Yeşil Alanlar"))
    import_file(later, tmp_path / "2027")
    report = propose(tmp_path / "2027", dataset)
    assert "directions.toml [[indicator]]: 17 carried over exactly, 0 by similarity, " in report[1]
    (programmes,) = [line for line in report if "[[programme]]" in line]
    assert "3 carried over exactly, 1 by similarity" in programmes
    import_file(later, tmp_path / "2027")
    assert {row["direction"] for row in read_tables(tmp_path / "2027")["indicators"]} == {"more"}


def test_a_stale_short_name_stops_the_import(dataset: Path) -> None:
    head = 'year = 2026\ninstitution = "ÇAMLIOVA BÜYÜKŞEHİR BELEDİYESİ"\n'
    entry = '[[programme]]\nprogramme = 2\nprinted = "Çevre"\nshort = "Çevre"\n'
    (dataset / "names.toml").write_text(head + entry, encoding="utf-8")
    with pytest.raises(Unreadable, match=r"entry 1 of \[\[programme\]\]: expected 'Çevre'"):
        import_file(BUDGET_TEXT, dataset)
