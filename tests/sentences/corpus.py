"""Where the sentences come from: figures under many addresses, their notes, findings, what is said
of each indicator, briefings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from present.briefing.build import briefing, things
from present.briefing.model import Briefing, Topic, plain, runs
from present.figures.registry import BY_SLUG, ENTRIES, drawn
from present.findings import entries as findings
from present.findings import places
from present.findings import words as findings_words
from present.indicators import entries as indicators
from present.indicators.words import explanation
from present.kit import address
from present.kit.entry import Entry
from present.kit.setting import Setting

Query = Mapping[str, str]

#: Of what there are many of a kind, each so many-th is asked.
_EACH = 6


class Role(StrEnum):
    """What a text is to its reader."""

    HEADING = "heading"
    SUBTITLE = "subtitle"
    SENTENCE = "sentence"
    NOTE = "note"
    #: A text beside others, which need not be understood alone.
    PART = "part"


@dataclass(frozen=True, slots=True)
class Text:
    """A text that somebody may quote: its file, where it is said, and the document's own words in
    it. ``query``: the parameters of the figure that says it."""

    file: str
    place: str
    role: Role
    text: str
    own: Sequence[str] = ()
    query: Query | None = None


def texts(setting: Setting) -> Iterator[Text]:
    """Every text of the programme in the setting's language, file by file; the texts of a file in
    the order in which they are read."""
    notes: dict[str, Text] = {}
    for entry in ENTRIES:
        for query, choices in _asked(setting, entry):
            figure = drawn(setting, entry.slug, choices).figure
            place = f"{entry.slug}?{'&'.join(f'{name}={value}' for name, value in query.items())}"
            for role, text in (
                (Role.HEADING, figure.heading),
                (Role.SUBTITLE, figure.subtitle),
                (Role.SENTENCE, figure.sentence),
            ):
                yield Text(entry.slug, place, role, text, figure.own, query)
            for note in figure.notes:
                notes.setdefault(
                    note.text, Text("notes", note.address, Role.NOTE, note.text, note.own)
                )
    yield from notes.values()
    yield from _of_findings(setting)
    for indicator in indicators.records(setting):
        said = explanation(indicator, setting.year)
        yield Text("explanations", indicator.code, Role.PART, said, (indicator.name,))
    for kind in Topic:
        for key in things(setting, kind):
            yield from of_briefing(briefing(setting, kind, key))


def _asked(setting: Setting, entry: Entry) -> Iterator[tuple[Query, Any]]:
    """The figure's addresses, each once: those of the gallery and more."""
    seen = set()
    for query in (*map(entry.query, entry.presets(setting)), *_more(setting, entry.slug)):
        parsed = address.parse(entry.kind(setting), query, entry.known(setting))
        assert not parsed.dropped, (entry.slug, query, parsed.dropped)
        key = tuple(sorted(query.items()))
        if key not in seen:
            seen.add(key)
            yield query, parsed.choices


def _more(setting: Setting, slug: str) -> Iterator[Query]:
    """Addresses beside those of the gallery."""
    aims, goals, units = (
        [str(value) for value in setting.frame(table)[column]]
        for table, column in (
            ("aims", "aim"),
            ("goals", "goal"),
            ("spending_units", "spending_unit"),
        )
    )
    activities = [str(value) for value in setting.frame("activities")["activity"]]
    if slug == "butce":
        yield from _of_budget(setting, aims, goals, activities, units)
    elif slug == "ilerleme":
        yield {}
        yield from ({"hedef": goal} for goal in goals)
        yield from ({"birim": unit} for unit in units[::_EACH])
        yield {"ara": "park"}
    elif slug == "hirs":
        yield from ({"amac": aim} for aim in aims)
    elif slug == "gosterge":
        some = indicators.records(setting)[::_EACH]
        yield from ({"gosterge": indicator.code} for indicator in some)
    elif slug.startswith("karsilastirma"):
        pairs = ("hedef-1.hedef-2", "hedef-14.hedef-31", "birim-itfaiye.birim-fen-isleri",
                 "birim-zabita.birim-itfaiye", "amac-7.amac-6")  # fmt: skip
        yield from ({"karsilastir": pair} for pair in pairs)
    elif slug in ("tesis-orani", "tesis-sayisi", "harita"):
        name = "oran" if slug == "tesis-orani" else "tur"
        kinds = BY_SLUG[slug].parameters(setting)[name]
        yield from ({name: kind} for kind in sorted(kinds or ()))
        if slug == "harita":
            yield from ({"ilce": name} for name in ("melikgazi", "ozvatan"))


def _of_budget(
    setting: Setting,
    aims: Sequence[str],
    goals: Sequence[str],
    activities: Sequence[str],
    units: Sequence[str],
) -> Iterator[Query]:
    known = BY_SLUG["butce"].parameters(setting)
    views = ("hedef", "faaliyet", "birim", "kod", "kaynak")
    yield from ({"amac": aim, "gorunum": view} for aim in aims[::_EACH] for view in views[1:])
    yield {"amac": "genel"}
    for name, values in (("hedef", goals), ("faaliyet", activities[::_EACH]), ("birim", units)):
        yield from ({name: value} for value in values)
    yield from ({"birim": unit, "gorunum": "kod"} for unit in units[::_EACH])
    yield from ({"kod": code} for code in sorted(known["kod"] or ()))
    yield from ({"kaynak": source} for source in sorted(known["kaynak"] or ()))
    for fund in ("butce", "butce-disi"):
        yield {"tur": fund}
        yield from ({"tur": fund, "gorunum": view} for view in views)
    yield {"tur": "butce-disi", "amac": "2"}
    yield {"tur": "butce", "faaliyet": "25"}
    for measure in ("pay", "kisi"):
        yield from ({"olcu": measure, "gorunum": view} for view in views)
        yield {"olcu": measure, "amac": "1"}
        yield {"olcu": measure, "hedef": "14"}
        yield {"olcu": measure, "faaliyet": "109"}
        yield {"olcu": measure, "birim": "zabita"}
        yield {"olcu": measure, "ara": "park", "gorunum": "faaliyet"}
    yield from ({"ara": words, "gorunum": "birim"} for words in ("itfaiye", "yok böyle", "daire"))
    yield {"ara": "zabıta", "birim": "zabita"}
    yield {"ara": "kardeş", "gorunum": "faaliyet"}
    yield {"tur": "butce-disi", "ara": "itfaiye", "gorunum": "birim"}
    yield {"tur": "butce-disi", "birim": "itfaiye"}


def _of_findings(setting: Setting) -> Iterator[Text]:
    every = findings.findings(setting)
    names = findings_words.line_names(every, findings.code_names(setting))
    for finding in every:
        own = (*places.own(finding.location), *findings_words.own(finding))
        note = findings_words.note(finding, names, {})
        yield Text("findings", finding.code, Role.NOTE, note, own)


def of_briefing(paper: Briefing) -> Iterator[Text]:
    """All that a briefing says."""
    file, place = f"briefing-{paper.kind}", paper.key

    def said(role: Role, text: str) -> Iterator[Text]:
        if text:
            own = tuple(run.text for run in runs(text) if run.is_own)
            yield Text(file, place, role, plain(text), own)

    yield from said(Role.HEADING, paper.title)
    yield from said(Role.SUBTITLE, paper.about)
    yield from said(Role.PART, paper.lead)
    for fact in paper.facts:
        note = f" ({fact.note})" if fact.note else ""
        yield from said(Role.PART, f"{fact.label}: {fact.value}{note}")
    for section in paper.sections:
        yield from said(Role.PART, section.title)
        yield from said(Role.PART, section.text)
        for item in section.items:
            yield from said(Role.PART, item)
        for group in (*section.beside, *section.tables):
            yield from said(Role.PART, group.title)
            yield from said(Role.PART, group.note)
        yield from said(Role.PART, section.note)
    for question in paper.questions:
        yield from said(Role.NOTE, question)
