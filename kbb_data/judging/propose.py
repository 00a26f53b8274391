"""Drafting next year's judged files from this year's, for a person to review.

Every section that a judged file may have is walked. An entry is carried over where the new
programme prints the same thing, under the same name or one that is like it; its place (goal and
indicator number) is the new one. What else the new programme prints is listed as an entry to fill,
what it prints no longer with the earlier entry: both as comments, so that a draft imports as it
is. Corrections are not carried over: a misprint of last year is no reason to correct this year's
text.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from kbb_data.files.kinds import refusal
from kbb_data.judging import judgement
from kbb_data.judging.drafted import (
    EXACT,
    GONE,
    HELD,
    JUDGED,
    PAIRED,
    SIMILAR,
    UNCHECKED,
    Drafted,
    Note,
    Section,
    toml_lines,
)
from kbb_data.judging.judgement import SUCCESSION, Entry
from kbb_data.judging.linking import earlier_tables, linked, succession_file
from kbb_data.judging.sections import NOT_CARRIED, RULES, Rule
from kbb_data.judging.similarity import Match, Thing, matches
from kbb_data.judging.things import KINDS, Programme, numbers
from kbb_data.problems import Problem, Unreadable
from kbb_data.publishing.package import read_tables
from kbb_data.reading.programme import read
from kbb_data.rows import Tables
from kbb_data.turkish import fold

_HEAD = """\
# Drafted from {source}; read every entry before importing with it. "similarity" says how alike
# (of 100) the name is to the one that was judged. Entries in comments, at the end, are not read:
# fill in or renew, and remove the signs before them, or remove the entry.
"""
_TO_JUDGE = "\n# Still to judge: entries to fill.\n"
_GONE = "\n# No longer printed: the earlier entries of what the new programme does not name.\n"


def propose(folder: Path, earlier: Path, text: bytes | None = None) -> list[str]:
    """Write drafts of the judged files but the corrections into the dataset ``folder``.

    ``text`` is the text that the dataset was read from; without it the figures of section 1.4,
    which no table holds, are carried over unchecked.

    Gives one line of report a section: how many entries were carried over exactly and by
    similarity, how many things of the new programme still await a judgement, and how many earlier
    entries name nothing of it; where ``earlier`` is an earlier programme of the same institution,
    also how many links between the two are judged and proposed. An existing file is never
    overwritten: its draft gets the ending ``.draft``. Raises ``Unreadable`` where a folder holds no
    dataset, a judged file can't be read or links what is not printed, the text is another one, or a
    section is known of which nobody said how to draft it; nothing is written then.
    """
    programme, entries, sections = drafted_from(folder, earlier, text)
    before = earlier_tables(earlier, programme.tables)
    links = linked(folder, before, programme.tables) if before else None
    report = []
    for name in judgement.FILES:
        drafted = [section for (file, _), section in sections.items() if file == name]
        source = earlier / name
        if not source.is_file():
            report.append(f"{name}: {earlier} has none")
        elif not drafted:
            count = sum(1 for entry in entries if entry.file == name)
            report.append(
                f"{name}: {count} not carried over; an earlier misprint is no reason to correct "
                "another text"
            )
        if drafted:
            target = _free(folder / name)
            target.write_text(_file(source, programme.tables, drafted), encoding="utf-8")
            report += [f"{target.name} {_line(section)}" for section in drafted]
    if before and links:
        target = _free(folder / SUCCESSION)
        target.write_text(succession_file(links, before, programme.tables), encoding="utf-8")
        report.append(
            f"{target.name} [[{links.name}]]: {len(links.of(JUDGED))} judged, "
            f"{len(links.of(PAIRED))} proposed; none of these counts before it is confirmed"
        )
    return report


def drafted_from(
    folder: Path, earlier: Path, text: bytes | None
) -> tuple[Programme, list[Entry], dict[tuple[str, str], Section]]:
    """The programme in the dataset ``folder``, the entries of the dataset ``earlier``, and every
    section drafted from them. Raises ``Unreadable`` as ``propose``."""
    if not earlier.is_dir():
        raise refusal(earlier, "a dataset folder", "none")
    tables = read_tables(folder)
    programme = Programme(tables, _prose(text, tables))
    entries = [entry for name in judgement.FILES for entry in judgement.read(earlier / name)]
    return programme, entries, _draft(programme, entries)


def _prose(text: bytes | None, tables: Tables) -> tuple[str, ...] | None:
    """The lines of section 1.4; ``None`` without a text. Raises ``Unreadable`` for another text
    than the one that the tables were read from."""
    if text is None:
        return None
    if hashlib.sha256(text).hexdigest() != tables["programme"][0]["source_sha256"]:
        raise Unreadable([Problem(0, "the text", "the one the dataset was read from", "another")])
    return tuple(" ".join(line.cells) for line in read(text).lines if line.section == "1.4")


def _free(path: Path) -> Path:
    """``path``, or the first name after it that no file has."""
    target, number = path, 1
    while target.exists():
        target = path.with_name(f"{path.name}.draft{number if number > 1 else ''}")
        number += 1
    return target


def _draft(programme: Programme, entries: list[Entry]) -> dict[tuple[str, str], Section]:
    """Every section that is carried over, by file and name, drafted."""
    rules = {key: _rule(*key) for key in judgement.sections() if key not in NOT_CARRIED}
    found = _found(
        programme,
        [
            (rules[entry.file, entry.section], entry)
            for entry in entries
            if (entry.file, entry.section) in rules
        ],
    )
    sections = {key: Section(key[1]) for key in rules}
    carried: dict[str, list[dict[str, Any]]] = {section: [] for _, section in rules}
    for key, rule in rules.items():
        section = sections[key]
        for entry in entries:
            if (entry.file, entry.section) != key:
                continue
            drafted = _carry(programme, rule, entry, found)
            if drafted.outcome != GONE:
                reason = rule.held(programme, carried, drafted.fields)
                if reason:
                    drafted.outcome = HELD
                    drafted.notes.append(Note("held", str(reason)))
                else:
                    carried[section.name].append(drafted.fields)
            section.entries.append(drafted)
        if rule.in_print_order:
            section.entries.sort(key=lambda drafted: drafted.place)
    for (file, name), rule in rules.items():
        section = sections[file, name]
        held = [entry.fields for entry in section.of(HELD)]
        section.to_judge = [
            fields
            for fields in rule.awaiting(programme, carried)
            if not any(fields.items() <= entry.items() for entry in held)
        ]
    return sections


def _rule(file: str, section: str) -> Rule:
    rule = RULES.get((file, section))
    if rule is None:
        place = f"{file}, [[{section}]]"
        raise Unreadable([Problem(0, place, "a rule in kbb_data.judging.sections", "none")])
    return rule


#: What each earlier thing of a kind is in the new programme.
_Found = dict[str, dict[Thing, Match]]


def _found(programme: Programme, entries: Iterable[tuple[Rule, Entry]]) -> _Found:
    earlier: dict[str, list[Thing]] = {kind: [] for kind in KINDS}
    for rule, entry in entries:
        for kind in rule.kinds:
            earlier[kind] += _named(rule, kind, entry)
    # An asset is looked for in the category that its own is now; so categories come first.
    earlier["category"] += [
        KINDS["category"].earlier({}, category)
        for category in dict.fromkeys(str(thing.place[0]) for thing in earlier["asset"])
    ]
    found: _Found = {}
    for kind, things in earlier.items():
        printed = list(KINDS[kind].printed(programme, [thing.name for thing in things]))
        if kind == "asset":
            found[kind] = _assets(things, printed, found["category"])
        else:
            found[kind] = matches(things, printed)
    return found


def _named(rule: Rule, kind: str, entry: Entry) -> list[Thing]:
    """The things of a kind that an entry names: the main one first."""
    others = entry.get(rule.others, []) if rule.others and kind == rule.kinds[-1] else []
    names = [entry[KINDS[kind].field], *others]
    return [KINDS[kind].earlier(entry.fields, name) for name in names]


def _assets(
    earlier: list[Thing], printed: list[Thing], categories: dict[Thing, Match]
) -> dict[Thing, Match]:
    """The assets, each within the category that its earlier one is now."""
    renamed = {old.name: match for old, match in categories.items()}
    moved: dict[Thing, Thing] = {}
    for old in earlier:
        match = renamed.get(str(old.place[0]))
        moved[old] = replace(old, within=match.thing.name if match else str(old.place[0]))
    found = matches(moved.values(), printed)
    result = {}
    for old, now in moved.items():
        match = found.get(now)
        category = renamed.get(str(old.place[0]))
        if match and match.is_exact and category and not category.is_exact:
            match = replace(match, score=category.score, is_exact=False)
        if match:
            result[old] = match
    return result


def _carry(programme: Programme, rule: Rule, entry: Entry, found: _Found) -> Drafted:
    drafted = Drafted(entry.section, dict(entry.fields), EXACT)
    for kind in rule.kinds:
        things = _named(rule, kind, entry)
        pairs = [(old, found[kind].get(old)) for old in things]
        hits = [match for _, match in pairs if match]
        if not hits:
            drafted.fields = dict(entry.fields)
            if kind == "figure" and programme.prose is None:
                drafted.outcome, drafted.notes = UNCHECKED, [Note("unchecked")]
            else:
                drafted.outcome, drafted.notes = GONE, []
            return drafted
        _point(drafted, hits[0].thing)
        if rule.others in drafted.fields and kind == rule.kinds[-1]:
            drafted.fields[rule.others] = [match.thing.name for match in hits[1:]]
            if not hits[1:]:
                del drafted.fields[rule.others]
        if pairs[0][1] is None:
            # The thing is printed under another of its names only.
            hits[0] = replace(
                hits[0],
                score=int(fuzz.ratio(fold(things[0].name), fold(hits[0].thing.name))),
                is_exact=False,
            )
            pairs[0] = (things[0], hits[0])
        for old, match in pairs:
            if match is None:
                drafted.notes.append(Note("gone", _quoted(old.name)))
            elif not match.is_exact:
                drafted.notes.append(Note("similar", _earlier_words(old), match.score))
                drafted.outcome = SIMILAR
                drafted.score = min(drafted.score, match.score)
    return drafted


def _point(drafted: Drafted, thing: Thing) -> None:
    """Let the entry point at the thing of the new programme."""
    fields = dict(thing.fields)
    if drafted.fields.get("number") in numbers(thing.name):
        fields.pop("number", None)
    drafted.fields |= fields
    drafted.place = thing.place


def _earlier_words(thing: Thing) -> str:
    """An earlier thing's name; of an asset with its category, which may be what changed."""
    category = f"{thing.place[0]} / " if thing.place and isinstance(thing.place[0], str) else ""
    return _quoted(f"{category}{thing.name}")


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _line(section: Section) -> str:
    """What became of a section, in numbers that add up to its earlier entries."""
    similar = section.of(SIMILAR)
    lowest = f" (lowest {min(entry.score for entry in similar)})" if similar else ""
    held, unchecked = section.of(HELD), section.of(UNCHECKED)
    return (
        f"[[{section.name}]]: {len(section.of(EXACT))} carried over exactly, "
        f"{len(similar)} by similarity{lowest}, "
        + (f"{len(unchecked)} unchecked (no text), " if unchecked else "")
        + (f"{len(held)} held back, " if held else "")
        + f"{len(section.to_judge)} still to judge, {len(section.of(GONE))} no longer printed"
    )


def _file(source: Path, tables: Tables, sections: list[Section]) -> str:
    """A judged file's draft: what is carried over, what is to judge, what is printed no longer."""
    programme = tables["programme"][0]
    parts = [_HEAD.format(source=source.parent.name), *_remarks(source)]
    parts += toml_lines({"year": programme["year"], "institution": programme["institution"]})
    for section in sections:
        for entry in section.of(EXACT, SIMILAR, UNCHECKED, HELD):
            lines = [f"[[{section.name}]]\n", *toml_lines(entry.fields)]
            parts.append("\n")
            parts += [f"# {note}\n" for note in entry.notes]
            parts += [f"# {line}" for line in lines] if entry.outcome == HELD else lines
    parts += _commented(
        _TO_JUDGE,
        [
            (section.name, _empty(source.name, section.name) | fields)
            for section in sections
            for fields in section.to_judge
        ],
    )
    parts += _commented(
        _GONE, [(entry.section, entry.fields) for part in sections for entry in part.of(GONE)]
    )
    return "".join(parts)


def _remarks(source: Path) -> Iterator[str]:
    """What the earlier file says of itself before its entries."""
    if source.is_file():
        for line in source.read_text(encoding="utf-8").splitlines(keepends=True):
            if not line.startswith("#"):
                return
            yield line


def _empty(file: str, section: str) -> dict[str, Any]:
    """The fields that an entry of the section must have, empty."""
    return dict.fromkeys(judgement.sections()[file, section], "")


def _commented(title: str, entries: list[tuple[str, dict[str, Any]]]) -> Iterator[str]:
    if entries:
        yield title
    for section, fields in entries:
        yield f"\n# [[{section}]]\n"
        yield from (f"# {line}" for line in toml_lines(fields))
