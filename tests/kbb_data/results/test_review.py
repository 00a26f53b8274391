"""The workbook for a draft of a report: which document it is, and why ``results`` refuses it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kbb_data.__main__ import main
from kbb_data.files import drafts
from kbb_data.files.drafts import Draft
from kbb_data.judging.mending import PROBLEMS
from kbb_data.judging.problem_words import ENGLISH, told
from kbb_data.judging.sheets import READ_FIRST
from kbb_data.results.review import Reviewed, reviewed
from tests.kbb_data.results import real
from tests.support import datasets
from tests.support.datasets import KAYSERI

#: As much of a programme's tables as a review asks for.
INDICATORS = [
    {"goal": goal, "indicator": number, "name": name, "name_printed": name}
    for goal, number, name in ((1, 1, "Yenilenen yol uzunluğu"), (1, 2, "Dikilen ağaç sayısı"),
                               (2, 1, "Dikilen ağaç sayısı"))
]  # fmt: skip


def programme(year: int, institution: str) -> Any:
    return {
        "programme": [{"year": year, "institution": institution}],
        "indicators": INDICATORS,
        "activities": [],
    }


def draft(*lines: str) -> Draft:
    return drafts.parse("\n".join(lines).split("\n"), {})


def review(found: Draft, tables: Any, *, is_programme: bool = False) -> Reviewed:
    made = reviewed(found, tables, is_programme=is_programme)
    assert made is not None
    for problem in made.problems:
        assert ENGLISH not in " ".join(told(problem)), problem
    return made


def book(folder: Path, text: str, tmp_path: Path) -> Any:
    """The workbook that the command writes for a draft, beside Kayseri's programme."""
    folder.mkdir()
    (folder / drafts.TEXT).write_text(text, encoding="utf-8")
    out = tmp_path / "review.xlsx"
    assert main(["review", str(folder), "--from", str(KAYSERI), "--out", str(out)]) == 0
    return openpyxl.load_workbook(out)


def overview(opened: Any) -> dict[Any, Any]:
    rows = opened[READ_FIRST].iter_rows(values_only=True, max_col=2)
    return {name: value for name, value in rows if name}


def test_the_draft_of_a_real_report_lists_its_own_problems(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opened = book(tmp_path / "draft", real.draft_2023(), tmp_path)
    assert capsys.readouterr().out.startswith(
        "the draft is a report of results (Kurumsal mali durum ve beklentiler raporu), with 3 "
    )
    said = overview(opened)
    assert said["Belge"] == "Kurumsal mali durum ve beklentiler raporu"
    assert (said["Yıl"], said["Kurum"]) == (2023, "GEBZE BELEDİYESİ")
    assert said["Tutar satırı"] == "okunamadı"
    assert "Performans hedefi tablosu" not in said
    assert any("results KLASÖR/draft.txt --for PROGRAM" in str(name) for name in said)
    other, letters = list(opened[PROBLEMS].iter_rows(min_row=2, values_only=True))
    # One line names both, and another programme hides no cell that can't be read.
    assert "programın yılına (2025) ait bir belge\nKAYSERİ" in other[3]
    assert "--from ile 2023 programının klasörünü verin" in other[4]
    assert letters[4] == "“LİRL6E.R286.631,23”"
    # The table is named by the line of the file, as the row is.
    lines = real.draft_2023().split("\n")
    assert "LİRL6E.R286.631,23" in lines[letters[1] - 1]
    head = int(letters[2].partition(".")[0])
    assert lines[head - 1].startswith("EK-2") or "GERÇEKLEŞME" in lines[head - 1]


def test_a_mended_report_on_its_programme_has_no_problem() -> None:
    text = real.mended(real.draft_2023())
    made = review(draft(text), programme(2023, "GEBZE BELEDİYESİ"))
    assert made.problems == ()
    report = real.half_year_2023()
    assert made.counts == (
        ("Tutar satırı", len(report.statements)),
        ("Aylık tutar", len(report.months)),
        ("Gösterge satırı", 0),
        ("Alınmayan, sayı içeren satır", len(report.passed)),
    )


def test_final_accounts_are_told_by_their_heads() -> None:
    accounts = draft(
        "Kodu\tAçıklama\tBütçe\tNet Bütçe\tBütçe Gideri",
        "01\tPersonel Giderleri\t10,00\t10,00\t4,00",
    )
    made = review(accounts, programme(2025, "X BELEDİYESİ"))
    assert (made.name, made.year, made.institution) == ("Kesin hesap", None, "")


TITLE = "X BELEDİYESİ 2026 YILI FAALİYET RAPORU"
HEAD = "Gösterge\tHedeflenen\tGerçekleşen\tSapma Nedeni"


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (("Yenilenen yol uzunluğu\t80\t64\t",) * 2, (4, "her gösterge")),
        (("Dikilen ağaç sayısı\t80\t64\t",), (3, "programın tek bir göstergesi")),
        (("\t80\t64\t",), (3, "göstergenin adı yazılı bir satır")),
    ],
)  # fmt: skip
def test_what_results_would_refuse_is_listed_by_its_line(
    lines: tuple[str, ...], place: tuple[int, str]
) -> None:
    (problem,) = review(draft(TITLE, HEAD, *lines), programme(2026, "X BELEDİYESİ")).problems
    assert problem.line == place[0]
    assert told(problem)[1].startswith(place[1])


def test_a_report_with_a_programmes_labels_is_one_by_its_title() -> None:
    found = draft(TITLE, "PROGRAM ADI\tULAŞIM", "ALT PROGRAM ADI\tToplu taşıma", HEAD,
                  "Yenilenen yol uzunluğu\t80\t64\t")  # fmt: skip
    made = review(found, programme(2026, "X BELEDİYESİ"), is_programme=True)
    assert made.name == "Faaliyet raporu"
    assert made.problems == ()


@pytest.mark.parametrize("text", [datasets.BUDGET_TEXT, datasets.INVENTED_TEXT])
def test_a_programme_is_no_report(text: Path) -> None:
    found = drafts.parse(text.read_text(encoding="utf-8").split("\n"), {})
    tables = programme(2026, "X BELEDİYESİ")
    assert reviewed(found, tables, is_programme=True) is None
    # A damaged one, too, which its labels no longer tell.
    assert reviewed(found, tables, is_programme=False) is None


def test_what_is_neither_is_said_to_be_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opened = book(tmp_path / "draft", "Sayın Başkan,\n\n12 Mart günü 3 dosya geldi.", tmp_path)
    assert capsys.readouterr().out.startswith("the draft is neither a programme nor a report")
    assert overview(opened)["Form"] == "tanınmadı: ne performans programı ne de gerçekleşme raporu"
    first = next(opened[PROBLEMS].iter_rows(min_row=2, values_only=True))
    assert first[2] == "dosya"
    assert first[3].startswith("başlığından ya da tablo başlıklarından anlaşılan bir performans ")
    assert first[4] == "ikisi de değil"
