"""A programme's text read anew keeps the results that lie in its folder, or is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kbb_data.__main__ import main
from kbb_data.checking.validation import validate
from tests.kbb_data.results import forms
from tests.kbb_data.results.forms import FIRST
from tests.support import datasets


def imported(text: str, folder: Path, tmp_path: Path) -> int:
    path = tmp_path / "programme.txt"
    path.write_text(text, encoding="utf-8")
    return main(["import", str(path), "--out", str(folder)])


@pytest.fixture
def text() -> str:
    return datasets.BUDGET_TEXT.read_text(encoding="utf-8")


def test_results_stay(with_first: Path, text: str, tmp_path: Path) -> None:
    before = forms.contents(with_first)
    assert imported(text, with_first, tmp_path) == 0
    assert forms.contents(with_first) == before
    assert imported(text.replace("Yenilenen yol uzunluğu", "Yenilenen yolların uzunluğu"),
                    with_first, tmp_path) == 0  # fmt: skip
    after = forms.contents(with_first)
    for name in ("documents.csv", "indicator_results.csv", "appropriations.csv"):
        assert after[name] == before[name]
    assert after["indicators.csv"] != before["indicators.csv"]
    assert validate(with_first) == []
    report = json.loads(after["import-report.json"])
    assert [each["document"] for each in report["results"]] == [FIRST]
    assert report["rows"]["indicator_results"] == 3


def test_a_small_change_of_a_name_is_the_same_indicator(
    with_first: Path, text: str, tmp_path: Path
) -> None:
    altered = text.replace(
        "Seferlerin zamanında başlama oranı", "Seferlerin zamanında başlama oranları"
    )
    assert altered != text
    assert imported(altered, with_first, tmp_path) == 0
    assert validate(with_first) == []


def swapped(text: str) -> str:
    """The text with the names of two indicators exchanged."""
    one, other = "Elektrikli otobüslerin filo içindeki oranı", "Seferlerin zamanında başlama oranı"
    return text.replace(one, "@").replace(other, one).replace("@", other)


def test_names_alike_that_change_places_are_no_small_change(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [f"Seferlerin zamanında başlama oranı, hafta {part}" for part in ("içi", "sonu")]
    one, other = "Elektrikli otobüslerin filo içindeki oranı", "Seferlerin zamanında başlama oranı"
    folder = tmp_path / "home" / "data"

    def named(first: str, second: str) -> str:
        return text.replace(other, "@").replace(one, first).replace("@", second)

    assert imported(named(*names), folder, tmp_path) == 0
    book = forms.form(folder, tmp_path / "form.xlsx")
    forms.cell(book, forms.UNIT, "indicator 1.2", forms.VALUE).value = 90
    forms.taken(forms.saved(book, tmp_path / "filled.xlsx"), folder)
    capsys.readouterr()
    assert imported(named(*reversed(names)), folder, tmp_path) == 1
    assert capsys.readouterr().err.startswith("indicator 1.2: ")


def gone(text: str) -> str:
    """The text without the third indicator of the first sub-programme."""
    lines = text.split("\n")
    first = next(n for n, line in enumerate(lines) if line.startswith("3- Seferlerin zamanında"))
    return "\n".join(lines[: first - 1] + lines[first + 5 :])


def another(text: str) -> str:
    return text.replace("Seferlerin zamanında başlama oranı", "Durakların aydınlatma oranı")


CHANGES = {
    "swapped": (swapped, ["indicator 1.2: ", "indicator 1.3: "]),
    "gone": (gone, ["indicator 1.3: "]),
    "another": (another, ["indicator 1.3: "]),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_result_whose_indicator_is_gone_stops_the_import(
    change: str, with_first: Path, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make, places = CHANGES[change]
    before = forms.contents(with_first)
    assert imported(make(text), with_first, tmp_path) == 1
    lines = capsys.readouterr().err.splitlines()
    assert [line[: len(place)] for line, place in zip(lines, places, strict=True)] == places
    for line in lines:
        assert f"of which {FIRST} speaks; found " in line
        assert "import into another folder" in line
    assert forms.contents(with_first) == before


def test_another_programme_does_not_take_the_place(
    with_first: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = forms.contents(with_first)
    assert imported(datasets.INVENTED_TEXT.read_text("utf-8"), with_first, tmp_path) == 1
    assert "results of ÇAMLIOVA BÜYÜKŞEHİR BELEDİYESİ 2026" in capsys.readouterr().err
    assert forms.contents(with_first) == before


def test_an_activity_with_money_that_is_another_stops_the_import(
    folder: Path, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = forms.form(folder, tmp_path / "form.xlsx")
    for head, value in (("Başlangıç ödeneği", 5), ("Harcanan", 3)):
        forms.cell(book, "Faaliyet", "activity 4", head).value = value
    forms.taken(forms.saved(book, tmp_path / "filled.xlsx"), folder)
    capsys.readouterr()
    altered = text.replace("Köprü ve kavşak yapımı", "Durak yenileme işleri")
    assert imported(altered, folder, tmp_path) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("activity 4: expected 'Köprü ve kavşak yapımı', of which")
    assert imported(text, folder, tmp_path) == 0


def test_a_folder_of_before_there_were_results_is_read_over(
    folder: Path, text: str, tmp_path: Path
) -> None:
    (folder / "documents.csv").unlink()
    assert imported(text, folder, tmp_path) == 0
    assert validate(folder) == []
