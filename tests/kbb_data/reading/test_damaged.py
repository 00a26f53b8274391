"""Damaged programmes are refused with the place and the mend, and nothing is touched."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from kbb_data.__main__ import main
from kbb_data.importer import import_file
from kbb_data.problems import Unreadable
from tests.support.source import ROOT

SMALL = ROOT / "tests" / "fixtures" / "programme_small.txt"

Damage = Callable[[str], str]


def once(pattern: str, replacement: str, nth: int = 0) -> Damage:
    """Replaces the nth match of a pattern; fails when the text has no such match."""

    def damage(text: str) -> str:
        match = list(re.finditer(pattern, text, re.MULTILINE))[nth]
        return text[: match.start()] + match.expand(replacement) + text[match.end() :]

    return damage


def cut_at(pattern: str, nth: int = 0) -> Damage:
    """Cuts the text in the middle of the nth match of a pattern."""

    def damage(text: str) -> str:
        match = list(re.finditer(pattern, text, re.MULTILINE))[nth]
        return text[: (match.start() + match.end()) // 2]

    return damage


AMOUNT = r"\d{1,3}(?:\.\d{3})+,\d\d"

DAMAGES: dict[str, tuple[Damage, str]] = {
    "cut in a goal's table": (cut_at(r"^Faaliyetler\t.*$"), "no such heading"),
    "cut in a cost table": (cut_at(r"^Sorumlu Harcama Birimi:.*$", -1), "no such heading"),
    "cut in table 2.4": (cut_at(r"^Genel Yönetim Giderleri\t.*$"), "no such heading"),
    "cut in table 2.5": (cut_at(r"^\t?06\t.*$", -1), "table 2.5: expected 7 cells"),
    "cut in table 2.6": (cut_at(r"^P\.H\.3:.*$"), "is the text cut?"),
    "section heading missing": (once(r"^2\.4\. .*$", "", -1), "section 2.4"),
    "goal heading missing": (once(r"^PERFORMANS HEDEFİ TABLOSU\t*$", ""), "above a table"),
    "cost heading missing": (once(r"^FAALİYET MALİYET TABLOSU\t*$", "", 1), "above a table"),
    "cost table missing": (
        once(r"^FAALİYET MALİYET TABLOSU(?:.*\n)+?Toplam Kaynak İhtiyacı.*$", ""),
        "a cost table for each",
    ),
    "heading without its table": (
        once(r"^(FAALİYET MALİYET TABLOSU\t*)$", r"\1\n\n\1"),
        "the end of the table without it",
    ),
    "amount garbled in a cost table": (
        once(rf"^(Toplam Bütçe Kaynak İhtiyacı\t+){AMOUNT}", r"\g<1>7.6e2.000,0O"),
        "'7.6e2.000,0O'",
    ),
    "amount missing beside a cost table's total": (
        once(rf"^(Toplam Bütçe Kaynak İhtiyacı\t+){AMOUNT}", r"\g<1>"),
        "an amount beside the total",
    ),
    "amount garbled in a goal's table": (
        once(rf"^(Genel Toplam\t+){AMOUNT}", r"\g<1>7.6e2.000,0O"),
        "'7.6e2.000,0O'",
    ),
    "amount garbled in table 2.5": (
        once(rf"^(\t03\t[^\t]+\t){AMOUNT}", r"\g<1>7.6e2.000,0O"),
        "'7.6e2.000,0O'",
    ),
    "code unknown": (once(r"^03\t", "13\t"), "an economic code from 01 to 09"),
    "code twice": (once(r"^(03\t.*)$", r"\1\n\1"), "each economic code once"),
    "indicator number twice": (once(r"^(1\t[^\t]+\t.*)$", r"\1\n\1"), "each number once"),
    "goal number twice": (once(r"^Performans Hedefi \(2\):", "Performans Hedefi (1):"), "once"),
    "years of other columns": (once(r"2025 Gerçekleşen", "2019 Gerçekleşen"), "Gerçekleşen"),
    "line of table 2.4 missing": (once(r"^\t2\t[^\t]+\t[\d.,]+\t[\d,]+\t.*\n", ""), "table 2.4"),
    "total of table 2.5 missing": (once(r"^\tYurt Dışı\t\t.*\n", ""), "table 2.5"),
    "stray line within a table": (
        once(r"^(Faaliyet Adı:.*)$", r"\1\nBilinmeyen\tsatır\t12"),
        "a label, an economic code or a total",
    ),
    "asset line twice": (once(r"^(Depo\t.*)$", r"\1\n\1"), "each name once"),
    "asset line without cells": (once(r"^(Depo\t.*)$", r"\1\nBir depo daha"), "below a category"),
    "norm staff count garbled": (once(r"^(1\t[^\t]+\t)\d+$", r"\1l2"), "a whole number"),
}  # fmt: skip


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset folder that holds the undamaged small programme."""
    folder = tmp_path_factory.mktemp("small") / "dataset"
    import_file(SMALL, folder)
    return folder


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_is_refused_and_nothing_is_lost(
    name: str, imported: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damage, expected = DAMAGES[name]
    damaged = tmp_path / "damaged.txt"
    damaged.write_text(damage(SMALL.read_text(encoding="utf-8")), encoding="utf-8")
    before = snapshot(imported)
    assert main(["import", str(damaged), "--out", str(imported)]) == 1
    errors = capsys.readouterr().err
    assert expected in errors
    assert all("expected" in line and "found" in line for line in errors.splitlines())
    assert snapshot(imported) == before
    assert main(["import", str(damaged), "--out", str(tmp_path / "new")]) == 1
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "found nothing"),
        (b" \n\t\n", "found nothing"),
        (b"x" * (25 * 1024 * 1024), "at most 20 MB"),
        ("2027 YILI PERFORMANS PROGRAMI\nÇağrı".encode("cp1254"), "UTF-8"),
        ("2027 YILI PERFORMANS PROGRAMI\n".encode("utf-16"), "UTF-8"),
        (b"PK\x03\x04\x00\x00 not a text", "copy or export it once more"),
        (b"2027 YILI\x00PERFORMANS", "plain text"),
        ("Bir mektup, program değil.\n".encode(), "no such heading"),
    ],
)
def test_files_that_are_no_programme(
    content: bytes, expected: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(content)
    assert main(["import", str(path), "--out", str(tmp_path / "out")]) == 1
    assert expected in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_missing_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "nowhere.txt"
    assert main(["import", str(path), "--out", str(tmp_path / "out")]) == 1
    assert str(path) in capsys.readouterr().err


def test_an_error_names_line_table_expectation_and_find(tmp_path: Path) -> None:
    damage, _ = DAMAGES["amount garbled in a cost table"]
    text = damage(SMALL.read_text(encoding="utf-8"))
    path = tmp_path / "damaged.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable) as error:
        import_file(path, tmp_path / "out")
    line = text[: text.index("7.6e2.000,0O")].count("\n") + 1
    assert error.value.problems[0].line == line
    assert str(error.value.problems[0]).startswith(f"line {line}, cost table 1 of goal 1: ")


def test_columns_of_years_may_stand_in_any_order(tmp_path: Path) -> None:
    text = SMALL.read_text(encoding="utf-8")
    heading = re.search(r"^\t\t2025 Gerçekleşen\t2026 Tahmin\t2027 Hedef$", text, re.MULTILINE)
    row = re.search(r"^1\t([^\t]+)\t([\d.,]+)\t([\d.,]+)\t([\d.,]+)", text, re.MULTILINE)
    assert heading
    assert row
    text = text.replace(heading[0], "\t\t2027 Hedef\t2026 Tahmin\t2025 Gerçekleşen", 1)
    path = tmp_path / "programme.txt"
    path.write_text(text, encoding="utf-8")
    values = import_file(path, tmp_path / "out")["indicator_values"]
    first = {v["kind"]: v["printed"] for v in values if (v["goal"], v["indicator"]) == (1, 1)}
    assert first == {"target": row[2], "estimate": row[3], "actual": row[4]}


def test_decomposed_letters_import_alike(tmp_path: Path) -> None:
    text = SMALL.read_text(encoding="utf-8")
    path = tmp_path / "programme.txt"
    path.write_text(unicodedata.normalize("NFD", text), encoding="utf-8")
    plain, decomposed = import_file(SMALL, tmp_path / "a"), import_file(path, tmp_path / "b")
    del plain["programme"], decomposed["programme"]
    assert decomposed == plain


def test_a_blank_indicator_cell_is_not_stated_and_a_finding(tmp_path: Path) -> None:
    text = SMALL.read_text(encoding="utf-8")
    row = re.search(r"^1\t[^\t]+\t([\d.,]+)\t", text, re.MULTILINE)
    assert row
    path = tmp_path / "programme.txt"
    path.write_text(text[: row.start(1)] + text[row.end(1) :], encoding="utf-8")
    tables = import_file(path, tmp_path / "out")
    assert "indicator-readings.1.1.2025" in {f["finding"] for f in tables["findings"]}


def test_an_unreadable_indicator_value_is_a_finding_not_an_error(tmp_path: Path) -> None:
    text = SMALL.read_text(encoding="utf-8")
    match = re.search(r"^1\t[^\t]+\t+(\d[\d.,]*)\t", text, re.MULTILINE)
    assert match
    text = text[: match.start(1)] + "40.00" + text[match.end(1) :]
    path = tmp_path / "programme.txt"
    path.write_text(text, encoding="utf-8")
    tables = import_file(path, tmp_path / "out")
    row = next(row for row in tables["indicator_values"] if row["printed"] == "40.00")
    assert row["value"] is None
    findings = [f for f in tables["findings"] if f["check"] == "indicator-readings"]
    assert "40.00" in {finding["stated"] for finding in findings}
