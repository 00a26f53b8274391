"""A label stands once in a table; the same again is a head repeated on a new page."""

from __future__ import annotations

import pytest

from kbb_data.problems import Unreadable
from kbb_data.reading.programme import read
from tests.support.datasets import INVENTED_TEXT

LINES = INVENTED_TEXT.read_text(encoding="utf-8").split("\n")
#: The lines of section 2.3 whose label states a value; a goal's own, in its own table, is
#: held by another rule.
LABELS = [
    number
    for number, line in enumerate(LINES)
    for label, _, value in [line.lstrip("\t").partition(":")]
    if label.startswith(("Stratejik", "Performans", "Faaliyet Adı", "Sorumlu", "Açıklama"))
    and value.strip(" \t:")
    and not (label.startswith("Performans") and "Stratejik" in LINES[number - 1])
]


def again(number: int, line: str) -> bytes:
    return "\n".join([*LINES[: number + 1], line, *LINES[number + 1 :]]).encode("utf-8")


def with_another_value(line: str) -> str:
    cells = line.split("\t")
    last = max(place for place, cell in enumerate(cells) if cell.strip())
    cells[last] += " değil"
    return "\t".join(cells)


def test_the_labels_are_found() -> None:
    assert len(LABELS) > 20


@pytest.mark.parametrize("number", LABELS)
def test_another_value_under_a_label_is_refused(number: int) -> None:
    with pytest.raises(Unreadable) as error:
        read(again(number, with_another_value(LINES[number])))
    [problem] = error.value.problems
    assert problem.line == number + 2
    assert problem.expected == "each label once, or the same again"


def test_a_label_without_its_value_does_not_empty_the_one_above() -> None:
    number = next(n for n in LABELS if "Sorumlu" in LINES[n])
    with pytest.raises(Unreadable, match="each label once"):
        read(again(number, "Sorumlu Harcama Birimi:\t\t"))


@pytest.mark.parametrize("number", LABELS)
def test_the_same_again_changes_nothing(number: int) -> None:
    reading = read(again(number, LINES[number]))
    plain = read("\n".join(LINES).encode("utf-8"))
    assert [goal.statement for goal in reading.goals] == [goal.statement for goal in plain.goals]
    assert [cost.name for goal in reading.goals for cost in goal.cost_tables] == [
        cost.name for goal in plain.goals for cost in goal.cost_tables
    ]
