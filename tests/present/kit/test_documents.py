"""Which document speaks, and what an older one said otherwise."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from present.kit.documents import Document, changes, newest_first, oldest_first

HALF = datetime.date(2025, 6, 30)
JULY, MAY = datetime.date(2025, 7, 21), datetime.date(2025, 5, 2)


@dataclass(frozen=True)
class Figure:
    document: Document
    value: int


def document(name: str, date: datetime.date | None = JULY, year: int = 2025, sequence: int = 1,
             corrects: str = "") -> Document:  # fmt: skip
    return Document(year, name, name.upper(), "results_form", date, HALF, sequence, corrects)


def test_documents_go_by_day_then_programme_then_order_of_coming_in() -> None:
    in_order = [
        document("may", MAY, 2026, 9),
        document("undated", None, 2026, 9),
        document("first", sequence=1),
        document("second", sequence=2),
        document("next year's", year=2026),
    ]
    told = [Figure(each, 1) for each in reversed(in_order)]
    assert [each.document for each in oldest_first(told)] == in_order
    assert newest_first([*in_order, in_order[0]]) == tuple(reversed(in_order))


def test_a_step_is_from_the_document_just_before_that_says_otherwise() -> None:
    first, mended = document("a"), document("b", sequence=2, corrects="a")
    same, later = document("c", sequence=3), document("d", sequence=4, corrects="a")
    told = [Figure(first, 4), Figure(mended, 5), Figure(same, 5), Figure(later, 6)]
    steps = changes(told, lambda figure: figure.value)
    assert [(step.before.document.name, step.after.document.name, step.is_correction)
            for step in steps] == [("a", "b", True), ("c", "d", False)]  # fmt: skip


def test_a_correction_is_of_a_document_of_its_own_dataset() -> None:
    (step,) = changes(
        [Figure(document("a", year=2024), 4), Figure(document("b", corrects="a"), 5)],
        lambda figure: figure.value,
    )
    assert not step.is_correction
