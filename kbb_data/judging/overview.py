"""What a person looks at before judging a programme, against last year's: how much was read, what
changed, where the document disagrees with itself. Turkish, for the workbook."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from kbb_data.judging.sheets import named
from kbb_data.judging.similarity import matches
from kbb_data.judging.things import KINDS, Programme
from kbb_data.rows import Tables
from kbb_data.schema import PROGRAMME_BUDGET

#: A value that grew or shrank by so much is a leap.
LEAP = 10


def counts(tables: Tables, before: Tables) -> Iterator[tuple[str, Any, Any]]:
    """What was read, with how many there are and how many there were last year."""
    now, then = Programme(tables), Programme(before)
    for level, name in named("hierarchy", "level").items():
        if level != "objective" and (now.parts(level) or then.parts(level)):
            yield name, len(now.parts(level)), len(then.parts(level))
    for name, table in (
        ("Gösterge", "indicators"),
        ("Faaliyet", "activities"), ("Harcama birimi", "spending_units"),
        ("Fiziksel kaynak satırı", "assets"), ("Meclis üyesi", "council_members"),
        ("Bulgu", "findings"),
    ):  # fmt: skip
        yield name, len(tables[table]), len(before[table])
    yield "Faaliyetlerin toplamı (TL)", _lira(tables), _lira(before)


def _lira(tables: Tables) -> float:
    """The activities' money in lira; a spreadsheet holds it exactly up to some 90 billion."""
    return float(sum(Decimal(row["total"] or 0) for row in tables["activities"]) / 100)


#: What is compared with last year, and the words of each.
_COMPARED = (
    ("Stratejik amaç", "aim"),
    ("Program", "programme"),
    ("Performans hedefi", "goal"),
    ("Gösterge", "indicator"),
    ("Faaliyet", "activity"),
    ("Harcama birimi", "unit"),
)


def changes(tables: Tables, before: Tables) -> Iterator[tuple[Any, ...]]:
    """What is new, gone, renamed, moved or leapt against last year: the kind of thing, what
    happened, how it stands now, how it stood, and the similarity of a new name (of 100)."""
    now, then = Programme(tables), Programme(before)
    is_budget = tables["programme"][0]["form"] == PROGRAMME_BUDGET
    for told, kind in _COMPARED:
        words = "Alt program" if kind == "goal" and is_budget else told
        new = list(KINDS[kind].printed(now, []))
        old = list(KINDS[kind].printed(then, []))
        found = matches(old, new)
        for thing in old:
            match = found.get(thing)
            if match is None:
                yield words, "çıktı", "", _told(thing), ""
            elif not match.is_exact:
                yield words, "adı değişti", _told(match.thing), _told(thing), match.score
            elif match.thing.place != thing.place:
                yield words, "yeri değişti", _told(match.thing), _told(thing), ""
        taken = {match.thing.key for match in found.values()}
        for thing in new:
            if thing.key not in taken:
                yield words, "yeni", _told(thing), "", ""
        if kind == "activity":
            yield from _leaps(words, found, _money(tables), _money(before))


def _told(thing: Any) -> str:
    place = ".".join(str(part) for part in thing.place)
    return f"{place} {thing.name}".strip()


def _money(tables: Tables) -> dict[tuple[Any, ...], int]:
    return {(row["activity"],): row["total"] or 0 for row in tables["activities"]}


def _leaps(
    words: str, found: dict[Any, Any], now: dict[tuple[Any, ...], int],
    then: dict[tuple[Any, ...], int],
) -> Iterator[tuple[Any, ...]]:  # fmt: skip
    for old, match in found.items():
        amounts = now.get(match.thing.place, 0), then.get(old.place, 0)
        if min(amounts) > 0 and max(amounts) >= LEAP * min(amounts):
            told = [f"{amount / 100:,.0f} TL".replace(",", ".") for amount in amounts]
            yield words, "tutarı sıçradı", f"{_told(match.thing)}: {told[0]}", told[1], ""


#: How a finding's unit is written; words have none.
_UNITS = {"TRY": "TL", "m2": "m²", "text": "", "no": ""}


def findings(tables: Tables) -> Iterator[tuple[Any, ...]]:
    """The findings: severity, kind, place, both figures, their unit, what it means."""
    severities, kinds = named("findings", "severity"), named("findings", "kind")
    for row in tables["findings"]:
        unit = row["unit"]
        stated, computed = (_figure(row[name], unit) for name in ("stated", "computed"))
        yield (
            severities[row["severity"]], kinds[row["kind"]], row["location"], stated, computed,
            _UNITS.get(unit, unit), row["explanation"],
        )  # fmt: skip


def _figure(printed: str | None, unit: str) -> Decimal | float | str:
    """A finding's figure as a number: an amount of money in lira, or another one; words where it
    is none."""
    if unit == "text" or not printed:
        return printed or ""
    try:
        return Decimal(printed) if unit == "TRY" else float(Decimal(printed))
    except InvalidOperation:
        return printed
