"""What differs between two records, in words that lead to the place."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.identity.record import Record

#: The fields of an entry that are compared, and the field with the text behind each.
_FIELDS = {"status": None, "type": None, "headers": "headers", "sha256": "text"}


@dataclass(slots=True)
class Difference:
    """Addresses by what became of them; ``renamed`` differ in the figure's name field alone."""

    same: list[str] = field(default_factory=list)
    renamed: list[str] = field(default_factory=list)
    changed: dict[str, list[str]] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)

    @property
    def is_none(self) -> bool:
        """Whether nothing differs that may not differ."""
        return not (self.changed or self.gone or self.new)


def difference(old: Record, new: Record, only: Sequence[str] = ()) -> Difference:
    """Hold ``new`` against ``old``; ``only``: beginnings of the addresses that count.

    Where the records were made with different options, what both hold is compared.
    """
    outcome = Difference()
    is_alike = old.about["options"] == new.about["options"]
    prefixes = tuple(only) or ("",)
    for address in sorted(old.entries.keys() | new.entries.keys()):
        if not address.startswith(prefixes):
            continue
        before, after = old.entries.get(address), new.entries.get(address)
        if before is None or after is None:
            if is_alike:
                (outcome.new if before is None else outcome.gone).append(address)
            continue
        fields = [name for name in _FIELDS if before.get(name) != after.get(name)]
        if not fields:
            outcome.same.append(address)
        elif fields == ["sha256"] and _is_renamed(before, after):
            outcome.renamed.append(address)
        else:
            outcome.changed[address] = fields
    return outcome


def _is_renamed(before: dict[str, Any], after: dict[str, Any]) -> bool:
    return "nameless" in before and before["nameless"] == after.get("nameless")


def report(old: Record, new: Record, outcome: Difference, texts: int, lines: int) -> Iterator[str]:
    """The report's lines: the first ``texts`` changes with ``lines`` lines each, then the rest."""
    for place, (address, fields) in enumerate(outcome.changed.items()):
        yield f"CHANGED {address}: {', '.join(fields)}"
        if place < texts:
            before, after = old.entries[address], new.entries[address]
            for name in fields:
                yield from _shown(old, new, before, after, name, lines)
    yield from (f"GONE {address}" for address in outcome.gone)
    yield from (f"NEW {address}" for address in outcome.new)
    yield from (f"RENAMED {address}: the name field alone" for address in outcome.renamed)
    if old.about["options"] != new.about["options"]:
        yield "The records were made with different options: what both hold was compared."
    yield (
        f"{len(outcome.same)} the same, {len(outcome.renamed)} renamed (allowed), "
        f"{len(outcome.changed)} changed, {len(outcome.gone)} gone, {len(outcome.new)} new"
    )
    yield "IDENTICAL" if outcome.is_none else "DIFFERENT"


def _shown(
    old: Record, new: Record, before: dict[str, Any], after: dict[str, Any], name: str, lines: int
) -> Iterator[str]:
    text = _FIELDS[name]
    if text is None:
        yield f"  {name}: {before.get(name)} -> {after.get(name)}"
        return
    sides = old.lines(before.get(text)), new.lines(after.get(text))
    shown = list(difflib.unified_diff(*sides, "old", "new", lineterm="", n=1))
    if not shown:
        yield f"  {name}: {before.get(name)} -> {after.get(name)}; no text that differs was kept"
    yield from (f"  {line[:300]}" for line in shown[:lines])
    if len(shown) > lines:
        yield f"  ... {len(shown) - lines} more lines"
