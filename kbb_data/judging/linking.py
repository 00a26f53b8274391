"""Drafting ``succession.toml``: what somebody judged of it already, and pairs to judge.

Nothing that is proposed counts before a person confirmed it: a drafted entry is marked as proposed,
and a row of the workbook has no decision yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kbb_data.judging import judgement
from kbb_data.judging.drafted import JUDGED, PAIRED, Drafted, Note, Section, toml_lines
from kbb_data.judging.judgement import PROPOSED, SUCCESSION
from kbb_data.judging.succession import GONE, NEW, SAME, SECTION, stale, things
from kbb_data.judging.successors import Pair, fields_of, pairs
from kbb_data.problems import Unreadable
from kbb_data.publishing.package import read_tables
from kbb_data.rows import Tables
from kbb_data.schema import SUCCESSION_LEVELS
from kbb_data.turkish import fold

_HEAD = """\
# What became of the things of {year}. An entry counts once somebody judged it: give the reason,
# mend the relation where it is another, and take the line "proposed = true" out. Take out what is
# wrong. What has the same number and the same name in both needs no entry.
"""


def earlier_tables(folder: Path, tables: Tables) -> Tables | None:
    """The tables of the dataset ``folder`` where it is an earlier programme of the institution that
    ``tables`` are of; ``None`` for another institution's, for a later one, and for a folder of
    judged files alone."""
    if not (folder / "programme.csv").is_file():
        return None
    earlier = read_tables(folder)
    (before,), (now,) = earlier["programme"], tables["programme"]
    is_one = fold(before["institution"]) == fold(now["institution"])
    return earlier if is_one and before["year"] < now["year"] else None


def linked(folder: Path, earlier: Tables, tables: Tables) -> Section:
    """The links of the dataset ``folder``, which holds ``tables``, with an earlier programme: those
    that its own file has, and those to judge. Raises ``Unreadable`` where an entry names what the
    earlier programme does not print."""
    year = earlier["programme"][0]["year"]
    entries = [entry for entry in judgement.read(folder / SUCCESSION) if entry["from_year"] == year]
    problems = list(stale(entries, things(earlier), year))
    if problems:
        raise Unreadable(problems)
    judged = [Drafted(SECTION, dict(entry.fields), JUDGED) for entry in entries]
    judged.sort(key=lambda drafted: SUCCESSION_LEVELS.index(drafted.fields["level"]))
    paired = [
        Drafted(SECTION, fields_of(pair, earlier, tables), PAIRED, [_note(pair)], pair.score)
        for pair in pairs(earlier, tables, [entry.fields for entry in entries])
    ]
    return Section(SECTION, [*judged, *paired])


def _note(pair: Pair) -> Note:
    """How a pair was seen."""
    if pair.by:
        return Note(pair.by, f"{pair.shared}/{pair.held}")
    if pair.relation in (NEW, GONE):
        return Note("alone")
    return Note("equal") if pair.relation == SAME else Note("alike", score=pair.score)


def succession_file(section: Section, earlier: Tables, tables: Tables) -> str:
    """A draft of ``succession.toml``: what is judged as it is, the pairs marked as proposed."""
    return "".join(_lines(section, earlier, tables))


def _lines(section: Section, earlier: Tables, tables: Tables) -> Iterator[str]:
    programme = tables["programme"][0]
    yield _HEAD.format(year=earlier["programme"][0]["year"])
    yield from toml_lines({"year": programme["year"], "institution": programme["institution"]})
    for drafted in section.entries:
        yield "\n"
        yield from (f"# {note}\n" for note in drafted.notes)
        yield f"[[{section.name}]]\n"
        yield from toml_lines(drafted.fields)
        if drafted.outcome == PAIRED:
            yield from toml_lines({PROPOSED: True})
