"""The rule by which an indicator's figures add up within a year: judged beside its direction, with
a reason, carried over, asked in the workbook."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import openpyxl
import pytest

from kbb_data.checking.validation import validate
from kbb_data.importer import import_file
from kbb_data.judging import judgement
from kbb_data.judging.apply import apply
from kbb_data.judging.propose import propose
from kbb_data.judging.review import write_review
from kbb_data.problems import Unreadable
from kbb_data.publishing.package import read_tables
from kbb_data.publishing.unjudged import unjudged
from kbb_data.schema import ACCUMULATIONS
from tests.kbb_data.judging import saved
from tests.kbb_data.judging.saved import cell
from tests.support import datasets

RULE = 'accumulation = "sum"\naccumulation_reason = "Dönemlerin sayıları toplanır."\n'


@pytest.fixture
def judged(tmp_path: Path) -> Path:
    """The second invented programme, whose first indicator has a rule."""
    folder = tmp_path / "data"
    shutil.copytree(datasets.TIES_JUDGED, folder)
    ruled(folder, RULE)
    import_file(datasets.TIES_TEXT, folder)
    return folder


def ruled(folder: Path, rule: str) -> None:
    """Put a rule under the first entry of the directions."""
    path = folder / "directions.toml"
    head, first, *others = path.read_text(encoding="utf-8").split("[[indicator]]\n")
    entries = [first.rstrip("\n") + "\n" + rule + "\n", *others]
    path.write_text("[[indicator]]\n".join([head, *entries]), encoding="utf-8")


def test_a_rule_stands_beside_the_direction(judged: Path) -> None:
    assert validate(judged) == []
    first, *others = read_tables(judged)["indicators"]
    assert (first["accumulation"], first["accumulation_reason"]) == (
        "sum", "Dönemlerin sayıları toplanır.")  # fmt: skip
    assert first["direction"]
    assert {(row["accumulation"], row["accumulation_reason"]) for row in others} == {(None, None)}


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ('accumulation = "sum"\n', "a field 'accumulation_reason' beside 'accumulation'"),
        ('accumulation_reason = "Çünkü."\n', "a field 'accumulation' beside"),
        (RULE.replace("sum", "total"), f"accumulation one of {', '.join(ACCUMULATIONS)}"),
    ],
)
def test_half_a_rule_or_another_is_refused(rule: str, told: str, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(datasets.TIES_JUDGED, folder)
    ruled(folder, rule)
    with pytest.raises(Unreadable, match=told) as refused:
        import_file(datasets.TIES_TEXT, folder)
    assert "directions.toml, entry 1 of [[indicator]]" in str(refused.value)
    assert not (folder / "indicators.csv").exists()


def test_a_rule_is_carried_over(judged: Path, tmp_path: Path) -> None:
    folder = saved.unjudged(tmp_path / "new")
    propose(folder, judged)
    assert judgement.read(folder / "directions.toml")[0]["accumulation"] == "sum"


def test_the_workbook_asks_for_it_and_brings_it_back(judged: Path, tmp_path: Path) -> None:
    folder = saved.unjudged(tmp_path / "new")
    write_review(folder, judged, datasets.TIES_TEXT.read_bytes(), tmp_path / "review.xlsx")
    book = openpyxl.load_workbook(tmp_path / "review.xlsx")
    book["Önce okuyun"]["B5"] = "Şule Işık"
    assert cell(book, "indicator", "Yıl içinde birikme").value == "Toplanır"
    other = 3
    cell(book, "indicator", "Yıl içinde birikme", other).value = "Son değer geçerlidir"
    cell(book, "indicator", "Birikme gerekçesi", other).value = "O günkü durumdur."
    book.save(tmp_path / "judged.xlsx")
    apply(tmp_path / "judged.xlsx", folder)
    import_file(datasets.TIES_TEXT, folder)
    found = {
        row["accumulation"]: row["accumulation_reason"]
        for row in read_tables(folder)["indicators"]
        if row["accumulation"]
    }
    assert found == {"sum": "Dönemlerin sayıları toplanır.", "last": "O günkü durumdur."}


@pytest.mark.parametrize(
    ("label", "value", "named"),
    [
        ("Yıl içinde birikme", "Toplanır", "Birikme gerekçesi"),
        ("Birikme gerekçesi", "Çünkü.", "Yıl içinde birikme"),
        ("Yıl içinde birikme", "Çarpılır", "Yıl içinde birikme"),
    ],
)
def test_half_a_rule_in_the_workbook_is_named(
    label: str, value: str, named: str, judged: Path, tmp_path: Path
) -> None:
    folder = saved.unjudged(tmp_path / "new")
    write_review(folder, judged, datasets.TIES_TEXT.read_bytes(), tmp_path / "review.xlsx")
    book = openpyxl.load_workbook(tmp_path / "review.xlsx")
    book["Önce okuyun"]["B5"] = "Şule Işık"
    cell(book, "indicator", label, 3).value = value
    book.save(tmp_path / "judged.xlsx")
    with pytest.raises(Unreadable) as refused:
        apply(tmp_path / "judged.xlsx", folder)
    (problem,) = refused.value.problems
    place = f"Yönler!{cell(book, 'indicator', named, 3).coordinate}"
    assert problem.place == place


def test_publishing_says_of_which_results_nobody_judged_the_rule(
    judged: Path, tmp_path: Path
) -> None:
    tables = read_tables(judged)
    assert not any("accumulation" in line for line in unjudged(judged, tables))
    tables["indicator_results"] = [
        {"goal": row["goal"], "indicator": row["indicator"], "value": 1}
        for row in tables["indicators"][:3]
    ]
    assert [line for line in unjudged(judged, tables) if "accumulation" in line] == [
        "2 of 3 indicators with results have no rule of accumulation: what came of them in a part "
        "of the year is not set against the year's target"
    ]


def test_the_reasons_are_told_in_the_dataset(judged: Path) -> None:
    with (judged / "indicators.csv").open(encoding="utf-8", newline="") as file:
        first = next(csv.DictReader(file))
    assert first["accumulation"] == "sum"
