"""What the notes of indicators list or add up, against the indicators' figures."""

from __future__ import annotations

import re
from decimal import Decimal

from kbb_data.checking import rules
from kbb_data.checking.run import Run, by, plain
from kbb_data.rows import Row
from kbb_data.turkish import UnreadableNumber, lower, read_number
from kbb_data.values import printed_number

_PIECES = frozenset({"adet"})

_OPEN_END = re.compile(r"\b(?:vb|vs|gibi|benzeri)\b\.?\s*\)?$")
_ITEMS = re.compile(r"[,;]")
_MORE = re.compile(r"[:,;]| ve ")
_WORD = re.compile(r"[^\W\d_]+")
#: As often must a note end its items with the same noun, to be a list without commas.
_LEAST = 3


def indicator_notes(run: Run) -> None:
    """Notes that name works one by one, and notes that measure parts, against the figures."""
    values = by(run.rows("indicator_values"), ("goal", "indicator"))
    for row in run.rows("indicators"):
        note = row["note"] or ""
        figures = values.get((row["goal"], row["indicator"]), [])
        if row["unit"] in _PIECES and (named := works(note)):
            _named(run, row, figures, named)
        elif row["unit"] and (parts := measured(note, row["unit"])):
            _measured(run, row, figures, parts)


def _place(run: Run, row: Row) -> str:
    return (
        f"{row['goal']}. {run.owner}, {row['indicator']}. gösterge “{row['name']}” "
        f"(satır {row['source_line']}), notu"
    )


def _named(run: Run, row: Row, figures: list[Row], named: tuple[int, int]) -> None:
    target = next((figure for figure in figures if figure["kind"] == "target"), None)
    if target is None or target["value"] is None:
        return
    run.compared += 1
    least, most = named
    if least == most == target["value"] or (least <= target["value"] <= most and least == most):
        return
    span = str(least) if least == most else f"{least}-{most}"
    run.find(
        f"{row['goal']}.{row['indicator']}",
        row,
        f"{_place(run, row)} ile {target['year']} hedefi",
        f"Not {span} iş sayıyor, {target['year']} hedefi ise {printed_number(target['value'])}. "
        "Notun listeyi tam verdiği varsayıldı"
        + ("." if least == most else "; işlerin nerede ayrıldığı kesin olmadığından iki sayı var."),
        kind=rules.QUESTION,
        certainty=rules.CONDITIONAL,
        stated=plain(target["value"]),
        computed=span,
        unit=rules.NUMBER,
    )


def _measured(run: Run, row: Row, figures: list[Row], parts: list[Decimal]) -> None:
    stated = [figure["value"] for figure in figures if figure["value"] is not None]
    if not stated:
        return
    run.compared += 1
    if (whole := sum(parts, Decimal(0))) not in stated:
        run.find(
            f"{row['goal']}.{row['indicator']}",
            row,
            f"{_place(run, row)} ile değerleri",
            "Notta ölçülen parçaların toplamı, göstergenin hiçbir yıldaki değerine eşit değil.",
            kind=rules.DISAGREES,
            certainty=rules.CONDITIONAL,
            stated="; ".join(map(printed_number, stated)),
            computed=printed_number(whole),
        )


def works(note: str) -> tuple[int, int] | None:
    """How many works a note names, at least and at most; nothing for a note that is no list or
    that leaves its end open (``vb.``).

    A list is names one after the other, each with a capital, or one noun that ends every item
    (``… yapım işi … yapım işi``). Between the least and the most lies where items part.
    """
    text = note.strip().strip("()").strip().rstrip(",;.")
    if not text or _OPEN_END.search(lower(text)):
        return None
    items = [item.strip() for item in _ITEMS.split(text) if item.strip()]
    is_sentence = note.rstrip().endswith(".")
    if len(items) > 1 and all(item[0].isupper() for item in items) and not is_sentence:
        more = [item for item in _MORE.split(text) if item.strip()]
        return len(items), len(more)
    last = _WORD.findall(text)[-1]
    repeated = len(re.findall(rf"\b{re.escape(last)}\b", text))
    return (repeated, repeated + len(items) - 1) if repeated >= _LEAST else None


def measured(note: str, unit: str) -> list[Decimal]:
    """The parts that a note measures in an indicator's unit; at least two, or none."""
    found = re.findall(rf"(\d[\d.,]*)\s*{re.escape(unit)}\b", note)
    try:
        parts = [read_number(text.rstrip(".,")) for text in found]
    except UnreadableNumber:
        return []
    return parts if len(parts) > 1 else []
