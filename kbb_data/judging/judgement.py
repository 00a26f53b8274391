"""The judged files of one programme: corrections, directions, names, the subjects of the council's
committees, the plain topics that money goes to, and what became of the things of earlier
programmes.

Each entry is a person's reading with a reason, and each says what it expects to find in the
document; an entry whose expectation no longer holds stops the import, so that a judgement can't
outlive what it judged. A programme without such files imports all the same.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kbb_data.problems import Problem, Unreadable, quote
from kbb_data.schema import (
    ACCUMULATIONS,
    ASSET_KINDS,
    DIRECTIONS,
    RELATIONS,
    SUCCESSION_LEVELS,
)

#: The files whose entries speak of one programme.
FILES = ("corrections.toml", "directions.toml", "names.toml", "committees.toml", "topics.toml")
#: The file whose entries link a programme with an earlier one.
SUCCESSION = "succession.toml"
#: The field that marks an entry as only proposed: it counts once a person takes the field out.
PROPOSED = "proposed"

_FIELDS: dict[tuple[str, str], tuple[str, ...]] = {
    ("corrections.toml", "correction"): ("table", "key", "expect", "read", "reason"),
    ("directions.toml", "indicator"): ("goal", "indicator", "printed", "direction", "reason"),
    ("names.toml", "aim"): ("aim", "printed", "short"),
    ("names.toml", "programme"): ("programme", "printed", "short"),
    ("names.toml", "goal"): ("goal", "printed", "short"),
    ("names.toml", "activity"): ("activity", "printed", "short"),
    ("names.toml", "spending_unit"): ("name", "short"),
    ("names.toml", "wages"): ("activity", "printed", "reason"),
    ("names.toml", "district"): ("printed", "district", "reason"),
    ("names.toml", "category"): ("category", "kind"),
    ("names.toml", "asset"): ("category", "name", "kind", "reason"),
    ("names.toml", "technology"): ("label", "printed", "number", "unit"),
    ("committees.toml", "committee_programme"): ("committee", "reason"),
    ("committees.toml", "committee_goal"): ("committee", "goal", "printed", "reason"),
    ("committees.toml", "committee_activity"): ("committee", "activity", "printed", "reason"),
    ("committees.toml", "committee_indicator"): (
        "committee",
        "goal",
        "indicator",
        "printed",
        "reason",
    ),
    ("committees.toml", "committee_unit"): ("committee", "name", "reason"),
    ("committees.toml", "left_out_goal"): ("goal", "printed", "reason"),
    ("committees.toml", "left_out_activity"): ("activity", "printed", "reason"),
    ("topics.toml", "topic"): ("topic", "name", "name_en", "purpose", "purpose_en"),
    ("topics.toml", "topic_activity"): ("activity", "printed", "topic", "reason"),
    ("topics.toml", "topic_code"): ("economic_code", "printed", "topic", "reason"),
    ("topics.toml", "topic_general"): ("line", "printed", "topic", "reason"),
    (SUCCESSION, "succession"): ("level", "from_year", "relation", "reason"),
}

#: What a field of that name may hold, in whichever section.
_ALLOWED: dict[str, tuple[str, ...]] = {
    "kind": ASSET_KINDS,
    "direction": DIRECTIONS,
    "accumulation": ACCUMULATIONS,
    "level": SUCCESSION_LEVELS,
    "relation": RELATIONS,
}

#: The two fields of an indicator's rule of accumulation: both are there, or neither.
RULE = ("accumulation", "accumulation_reason")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a judged file: its fields, and where it stands for messages."""

    file: str
    section: str
    place: int
    fields: dict[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.fields[name]

    def get(self, name: str, default: Any = "") -> Any:
        """The field's value, or ``default`` where the entry has no such field."""
        return self.fields.get(name, default)

    def broken(self, expected: str, actual: str) -> Problem:
        """The problem that this entry's expectation does not hold."""
        return Problem(
            0,
            f"{self.file}, entry {self.place} of [[{self.section}]]",
            expected,
            f"{actual}; renew or remove the entry",
        )


@dataclass(slots=True)
class Judgement:
    """All entries that belong to one programme; empty where nobody has judged it yet."""

    entries: list[Entry] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)

    def of(self, section: str) -> Iterator[Entry]:
        """The entries of a section, in the order of the file."""
        return (entry for entry in self.entries if entry.section == section)


def load(folders: list[Path], year: int, institution: str) -> Judgement:
    """The judgement for a programme from the first of ``folders`` that has files of it.

    Raises ``Unreadable`` for a file that is no TOML, lacks a field or has a value outside the
    allowed ones. Files of another year or institution are not used.
    """
    for folder in folders:
        judgement = Judgement()
        for name in (*FILES, SUCCESSION):
            path = folder / name
            if path.is_file():
                _load_file(path, year, institution, judgement)
        if judgement.files:
            return judgement
    return Judgement()


def sections() -> dict[tuple[str, str], tuple[str, ...]]:
    """Every section that a judged file may have, by file and name, with its required fields."""
    return dict(_FIELDS)


def read(path: Path) -> list[Entry]:
    """All entries of one judged file, of whichever programme it is; none where there is no file,
    nor those that are only proposed.

    Raises ``Unreadable`` as ``load`` does.
    """
    return _entries(path.name, _content(path)) if path.is_file() else []


def _load_file(path: Path, year: int, institution: str, judgement: Judgement) -> None:
    content = _content(path)
    if (content.get("year"), content.get("institution")) != (year, institution):
        return
    judgement.files.append(path)
    judgement.entries.extend(_entries(path.name, content))


def _content(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Unreadable([Problem(0, path.name, "a TOML file in UTF-8", str(error))]) from error


def _entries(file: str, content: dict[str, Any]) -> list[Entry]:
    problems: list[Problem] = []
    found: list[Entry] = []
    for section, entries in content.items():
        if section in ("year", "institution"):
            continue
        required = _FIELDS.get((file, section))
        if required is None or not isinstance(entries, list):
            problems.append(Problem(0, file, "known sections", f"[[{section}]]"))
            continue
        for place, fields in enumerate(entries, start=1):
            entry = Entry(file, section, place, fields)
            if fields.get(PROPOSED) is True:
                continue
            problems.extend(_hold(entry, required))
            found.append(entry)
    if problems:
        raise Unreadable(problems)
    return found


def _hold(entry: Entry, required: tuple[str, ...]) -> Iterator[Problem]:
    if entry.get(PROPOSED, None) is not None:
        yield entry.broken(f"'{PROPOSED} = true', or no such field", quote(str(entry[PROPOSED])))
    for name in required:
        if entry.get(name, None) in (None, ""):
            yield entry.broken(f"a field '{name}'", "none")
    yield from (
        entry.broken(f"a field '{other}' beside '{name}'", "none")
        for name, other in (RULE, RULE[::-1])
        if entry.get(name) and not entry.get(other)
    )
    for name, allowed in _ALLOWED.items():
        value = entry.get(name, None)
        if value is not None and value not in allowed:
            yield entry.broken(f"{name} one of {', '.join(allowed)}", quote(str(value)))
