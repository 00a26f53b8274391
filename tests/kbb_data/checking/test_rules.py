"""The rules of findings: kind, certainty, severity; and that every finding obeys them."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from typing import Any

import pytest

from kbb_data.checking import rules
from kbb_data.checking.checks import CHECKS, reconcile
from kbb_data.importer import import_file
from kbb_data.rows import Tables
from kbb_data.schema import CERTAINTIES, FINDING_KINDS, PROGRAMME_BUDGET, SEVERITIES
from tests.kbb_data.checking.altered import ALTERED
from tests.support import datasets, rawcsv
from tests.support.source import ROOT

KAYSERI = ROOT / "kbb_data" / "2025"


@pytest.fixture(scope="module")
def ties(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    from kbb_data.publishing.package import read_tables

    return read_tables(datasets.with_ties(tmp_path_factory.mktemp("rules") / "dataset"))


@pytest.fixture(scope="module")
def every(ties: Tables, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """The findings of the committed programme, of both fixtures and of every altered one."""
    findings: list[dict[str, Any]] = [*rawcsv.rows(KAYSERI, "findings")]
    findings += import_file(datasets.INVENTED_TEXT, tmp_path_factory.mktemp("small") / "dataset")[
        "findings"
    ]
    findings += ties["findings"]
    for table, key, values, _ in ALTERED.values():
        tables = copy.deepcopy(ties)
        for row in tables[table]:
            if all(row[name] == value for name, value in key.items()):
                row.update(values)
        findings += reconcile(tables, [], 0)[1]
    return findings


def _expected(row: dict[str, Any]) -> str:
    """The severity that the rules as they are told to visitors give, worked out by itself."""
    stated, computed = row["stated"] or "", row["computed"] or ""
    if row["kind"] == "slip":
        return "low"
    if row["kind"] == "question":
        return "medium"
    if row["kind"] == "reading":
        is_word = bool(computed) and not any(letter.isdigit() for letter in computed)
        return "low" if is_word else "medium"
    if row["kind"] == "blank":
        amounts = [float(text) for text in (stated, computed) if row["unit"] == "TRY" and text]
        is_name = row["unit"] == "text" and not stated and computed
        return "medium" if any(amounts) or is_name else "low"
    if row["difference"]:
        return "high" if row["certainty"] == "certain" and row["unit"] != "%" else "medium"
    return ""


def test_every_checks_findings_obey_the_rules(every: list[dict[str, Any]]) -> None:
    assert len(every) > 300
    for row in every:
        assert row["kind"] in FINDING_KINDS, row
        assert row["certainty"] in CERTAINTIES, row
        expected = _expected(row)
        assert row["severity"] == expected if expected else row["severity"] in SEVERITIES[1:], row
    assert {row["kind"] for row in every} == set(FINDING_KINDS)
    assert {row["certainty"] for row in every} == set(CERTAINTIES)


def test_a_kind_says_what_stands_in_its_findings(every: list[dict[str, Any]]) -> None:
    for row in every:
        if row["kind"] == "blank":
            # Nothing was compared: a side is missing, and so is a difference.
            assert not (row["stated"] and row["computed"]), row
            assert not row["difference"], row
        if row["difference"]:
            assert row["kind"] == "disagrees", row
        if row["kind"] == "reading":
            assert row["stated"], row
            assert row["certainty"] == "judged", row
        if row["certainty"] == "conditional":
            assert (
                "varsay" in row["explanation"]
                or "sayıldı" in row["explanation"]
                or ("anlaşıldı" in row["explanation"])
            ), row


def test_no_check_sets_a_severity_by_itself() -> None:
    """The word stands in the module of the rules alone."""
    for path in sorted((ROOT / "kbb_data" / "checking").glob("*.py")):
        if path.name in ("rules.py", "run.py"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword):
                assert node.arg != "severity", path.name
            if isinstance(node, ast.Constant):
                assert node.value not in ("high", "medium", "low"), path.name


def test_a_checks_row_counts_its_findings_by_kind(ties: Tables) -> None:
    for tables in _datasets(ties):
        for check in tables["checks"]:
            own = [row for row in tables["findings"] if row["check"] == check["check"]]
            counts = {kind: sum(row["kind"] == kind for row in own) for kind in FINDING_KINDS}
            columns = ("failed", "slips", "blank", "readings", "questions")
            assert [int(check[name]) for name in columns] == list(counts.values()), check
            assert int(check["compared"]) >= len(own), check
            assert (check["state"] == "run") == (int(check["compared"]) > 0), check


def _datasets(ties: Tables) -> Iterator[Any]:
    yield ties
    yield {name: rawcsv.rows(KAYSERI, name) for name in ("checks", "findings")}


@pytest.mark.parametrize(
    "check",
    [check for check in CHECKS if check.form != PROGRAMME_BUDGET],
    ids=lambda check: check.name,
)
def test_a_check_without_its_tables_says_that_it_did_not_run(ties: Tables, check: Any) -> None:
    for name in check.needs:
        tables = copy.deepcopy(ties)
        tables[name] = []
        try:
            checks, _ = reconcile(tables, [], 0)
        except KeyError:
            # A document whose goals have no objectives is refused before.
            continue
        (row,) = (row for row in checks if row["check"] == check.name)
        assert row["state"] == "no_table", name


@pytest.mark.parametrize(
    ("stated", "other", "kind"),
    [
        ("Kentın ihtiyaçları", "Kentin ihtiyaçları", "slip"),
        ("hâl binası", "hal binası", "slip"),
        ("menfz yapımı", "menfez yapımı", "slip"),
        ("dağıtımı yapmak", "dağıtımını yapmak", "disagrees"),
        ("sahihsiz, sahibsiz", "sahipsiz, sahipsiz", "slip"),
        ("2. Etap", "3. Etap", "disagrees"),
        ("yapmka işi", "yapmak işi", "slip"),
        ("onraım işi", "onarım işi", "slip"),
        ("kent oluşturmak", "şehir kurmak", "disagrees"),
        ("yeni bina", "bina", "disagrees"),
    ],
)
def test_a_letter_makes_a_slip_and_a_figure_does_not(stated: str, other: str, kind: str) -> None:
    assert rules.kind_of_words(stated, other) == kind


def test_the_findings_of_a_folder_are_told_once(every: list[dict[str, Any]]) -> None:
    """One printed slip is one finding: no line's wording or amount is told by two checks."""
    for findings in (_kayseri(), every[-1:]):
        seen: dict[tuple[Any, ...], str] = {}
        for row in findings:
            if row["unit"] == "text" and row["stated"] and row["check"] != "brackets":
                key = (row["source_line"], row["stated"])
                assert key not in seen, (row["finding"], seen[key])
                seen[key] = row["finding"]
            if row["unit"] == "TRY" and not row["stated"]:
                key = (row["source_line"], row["computed"])
                assert key not in seen, (row["finding"], seen[key])
                seen[key] = row["finding"]


def test_a_corrected_line_is_told_by_one_finding() -> None:
    corrected: dict[str, int] = {}
    for table in ("assets", "indicator_values", "resource_needs"):
        for row in _rows(table):
            if row["correction"]:
                corrected[row["source_line"]] = 0
    for row in _kayseri():
        if row["source_line"] in corrected and row["kind"] in ("reading", "blank"):
            corrected[row["source_line"]] += 1
    assert set(corrected.values()) == {1}


def _kayseri() -> list[dict[str, Any]]:
    return _rows("findings")


def _rows(table: str) -> list[dict[str, Any]]:
    return [*rawcsv.rows(KAYSERI, table)]
