"""The Turkish of what the readers say: none of their messages lacks it."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator

import pytest

from kbb_data.importer import build
from kbb_data.judging.problem_words import CATALOGUE, ENGLISH, told, turkish
from kbb_data.problems import Problem, Unreadable
from tests.kbb_data.reading.test_damaged import DAMAGES, SMALL
from tests.kbb_data.reading.test_damaged_budget import DAMAGES as BUDGET_DAMAGES
from tests.support.source import ROOT

#: Where messages about a text are made.
MODULES = sorted(
    [
        *(ROOT / "kbb_data" / "reading").glob("*.py"),
        *(
            ROOT / "kbb_data" / "judging" / f"{name}.py"
            for name in ("assets", "committees", "corrections", "goals", "judgement", "people",
                         "plan", "technology", "tidy", "totals", "units")
        ),
        *(
            ROOT / "kbb_data" / "results" / f"{name}.py"
            for name in ("bases", "facts", "identity", "indicator_tables", "matching",
                         "money_tables", "reports", "review", "texts")
        ),
    ]
)  # fmt: skip
#: The calls that make a problem, and which of their arguments are its parts.
CALLS = {
    "Problem": {1: "places", 2: "expected", 3: "found"},
    "unexpected": {1: "places", 2: "expected"},
    "lacking": {1: "places"},
    "refuse": {1: "places", 2: "expected", 3: "found"},
    "broken": {0: "expected", 1: "found"},
    "damage._first": {2: "expected", 3: "found"},
}
#: The names that hold what is expected until a problem is made.
EXPECTED = {"expected", "stated"}
#: What an expression stands for in a message; every other one for a number.
SAMPLES = {
    "staff.expected": "7",
    "budget_indicators.expected": "7",
    "budget_rows.row.code": "7",
    "causes.tabs": "7",
    "causes.'tab' if tabs == 1 else 'tabs'": "tabs",
    "causes.side": "left",
    "money_tables.label.code": "7",
    "money_tables.classification": "economic",
    "money_tables.what": "code 7",
    "money_tables.expected": "a rate as 12,34",
    "matching.numbers": "1.1 or 1.2",
    "matching.printed": "'söz'",
    "matching._WAY_OUT": "write its name in the file as the programme prints it",
    "identity.institution": "SÖZ",
    "damage.more": ", and 7 more lines",
    "damage.mend": "export the text anew as UTF-8",
    "corrections.name": "total",
    "quote": "'söz'",
    "text": "söz",
    "label": "söz",
    "labels": "'A', 'B'",
    "_HEADS": "'A', 'B'",
    "lacks": "the norm positions",
    "table": "the council's members",
    "level": "goal",
    "row": "indicator",
    "kind": "goal",
    "file": "names.toml",
    "HEADING": "SÖZ",
    "SECTIONS": "SÖZ",
    "lost": "MİSYON",
    "cells": "'söz'",
    "expected": "an indicator before it",
}


def sample(module: str, node: ast.expr) -> str:
    """What an expression in a message may stand for."""
    source = ast.unparse(node)
    if f"{module}.{source}" in SAMPLES:
        return SAMPLES[f"{module}.{source}"]
    for name, words in SAMPLES.items():
        if re.search(rf"\b\w*{re.escape(name)}\b", source):
            return words
    return "7"


def parts(module: str, node: ast.expr) -> list[str]:
    """The texts that an expression may be; none where it says nothing of its words."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.JoinedStr):
        said = ""
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                said += sample(module, part.value)
            elif isinstance(part, ast.Constant):
                said += str(part.value)
        return [said]
    if isinstance(node, ast.IfExp):
        return [*parts(module, node.body), *parts(module, node.orelse)]
    if isinstance(node, ast.BinOp):
        (left,), right = parts(module, node.left) or [""], sample(module, node.right)
        return [left + right] if left else []
    return []


def messages() -> Iterator[tuple[str, str, str]]:
    """Every message that the code spells out: where, which part, its words."""
    for path in MODULES:
        module = path.stem
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            texts: list[tuple[str, ast.expr]] = []
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                places = CALLS.get(f"{module}.{name}") or CALLS.get(name, {})
                texts = [(places[n], each) for n, each in enumerate(node.args) if n in places]
            elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in EXPECTED:
                texts = [("expected", node.value)]
            elif isinstance(node, ast.FunctionDef) and node.name in ("_expected", "_year_labels"):
                texts = [
                    ("expected", each)
                    for part in ast.walk(node)
                    for each in (
                        part.values if isinstance(part, ast.Dict)
                        else [part.value] if isinstance(part, ast.Return) and part.value
                        else []
                    )
                ]  # fmt: skip
            for kind, argument in texts:
                for words in parts(module, argument):
                    yield f"{path.name}:{node.lineno}", kind, words


def test_every_message_that_the_code_spells_out_has_turkish_words() -> None:
    found = list(messages())
    assert len(found) > 150
    lacking = [each for each in found if turkish(*each[1:]).count(ENGLISH)]
    assert not lacking, "\n".join(map(str, lacking))


@pytest.mark.parametrize("name", DAMAGES)
def test_what_a_damaged_programme_raises_has_turkish_words(name: str) -> None:
    damage, _ = DAMAGES[name]
    with pytest.raises(Unreadable) as refused:
        build(damage(SMALL.read_text(encoding="utf-8")).encode("utf-8"), [])
    for problem in refused.value.problems:
        assert ENGLISH not in " ".join(told(problem)), problem


@pytest.mark.parametrize("name", BUDGET_DAMAGES)
def test_what_a_damaged_programme_budget_raises_has_turkish_words(name: str) -> None:
    text, damage, _ = BUDGET_DAMAGES[name]
    altered, _ = damage(text)
    with pytest.raises(Unreadable) as refused:
        build(altered.encode("utf-8"), [])
    for problem in refused.value.problems:
        assert ENGLISH not in " ".join(told(problem)), problem


def test_a_message_is_turned_whole_with_the_documents_words_as_they_are() -> None:
    problem = Problem(
        7,
        "cost table 2 of goal 13",
        "an amount as 1.234,00",
        "'none of its rows'; … and 4 more lines of the same table",
    )
    assert told(problem) == (
        "13 numaralı hedefin 2. maliyet tablosu",
        "1.234,00 biçiminde bir tutar",
        "“none of its rows” (aynı tabloda 4 satır daha)",
    )
    assert told(Problem(0, "goals.csv", "each goal, aim once", "'1, 2'")) == (
        "goals tablosu",
        "her goal, aim bir kez",
        "“1, 2”",
    )


@pytest.mark.parametrize(
    ("kind", "words"),
    [("expected", "a programme's name 'x'"), ("found", "another's"), ("places", "table of x")],
)
def test_what_has_no_turkish_words_says_so(kind: str, words: str) -> None:
    assert turkish(kind, words) == f"{ENGLISH}{words}"


def test_the_catalogue_says_nothing_twice_and_uses_every_slot() -> None:
    for kind, found in tomllib.loads(CATALOGUE.read_text(encoding="utf-8")).items():
        for english, words in found.items():
            slots = [set(re.findall(r"\{\+?(\w+)\}", each)) for each in (english, words)]
            assert slots[0] == slots[1], (kind, english)
