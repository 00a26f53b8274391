"""The parts of Hakkında in HTML: method, definitions, glossary, sources, access, contact, version.

Pure: words and facts in, HTML out. What is told about the figures stands in the catalogue, beside
the pages that it tells about.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from kbb_data.geo import Attribution, Contact, Place
from kbb_data.publishing.changes import Change
from kbb_data.turkish import title as in_words
from present.indicators.ambition import Ambition, Direction
from present.indicators.words import meaning, word
from present.kit import writing
from present.kit.address import param
from present.kit.brand import brand
from present.kit.markup import Pieces, joined
from present.kit.parts import part
from present.kit.tables import TableColumn, html_table
from present.kit.text import ENGLISH, either, language, t
from present.site.glossary import Term
from present.site.links import TERM

_PIECES = Pieces("site/about.jinja")

#: When people last went through the pages for the accessibility statement.
ASSESSED = datetime.date(2026, 12, 1)

_DERIVED = ("total", "aim", "share", "general", "per_head", "hundred", "bar", "distance", "change",
            "course", "rate", "station", "difference")  # fmt: skip
_GAPS = ("charts", "map", "wide", "button")


@dataclass(frozen=True, slots=True)
class AboutChoices:
    """The glossary's term that is shown above all else, by its slug."""

    term: str | None = param(TERM, None)


@dataclass(frozen=True, slots=True)
class Document:
    """The programme that the site shows: whose and which year's, its title, hashes and version, and
    whether documents say what came of it."""

    year: int
    institution: str
    title: str
    source_sha256: str
    dataset_sha256: str
    version: str
    licence: str
    has_results: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: the anchor that addresses name, its heading, its HTML."""

    anchor: str
    title: str
    html: Markup


def sections(
    document: Document,
    place: Place | None,
    terms: Sequence[Term],
    changes: Sequence[Change],
    consistency: str,
    directions: Sequence[Direction | None],
) -> tuple[Section, ...]:
    """All parts in their order; ``consistency`` is the address of Belge tutarlılığı, ``directions``
    those of all indicators."""
    parts = (
        ("yontem", "method_title", _method(document, consistency, directions)),
        ("hesaplar", "derived_title", _derived(place)),
        ("sozcukler", "words_title", _words(document.year)),
        ("sozluk", "glossary_title", _glossary(terms)),
        ("kaynaklar", "sources_title", _sources(document, place)),
        ("erisilebilirlik", "access_title", _PIECES("access", assessed=ASSESSED, gaps=_GAPS)),
        ("iletisim", "report_title", _report(document, place.contact if place else None)),
        ("surum", "version_title", _version(document, changes)),
    )
    return tuple(Section(anchor, t(f"about.{key}"), html) for anchor, key, html in parts)


def _method(document: Document, consistency: str, directions: Sequence[Direction | None]) -> Markup:
    counts = Counter(directions)
    judged = {
        name: writing.number(counts[direction])
        for name, direction in (
            ("more", Direction.MORE),
            ("less", Direction.LESS),
            ("rates", Direction.MORE_TO_100),
            ("plain", Direction.NONE),
        )
    }
    told = {"count": writing.number(len(directions)), **judged} if directions else {}
    return _PIECES("method", document=document, consistency=consistency, directions=told)


def page_html(parts: Sequence[Section]) -> Markup:
    """The parts behind their headings, with the way to each of them above."""
    folds = joined(*(part(own.anchor, own.title, own.html) for own in parts))
    return _PIECES("page", sections=parts, parts=folds)


def _glossary(terms: Sequence[Term]) -> Markup:
    """A line a term, which opens its meaning."""
    folds = (
        part(f"terim-{term.slug}", term.name, _PIECES("meaning", text=term.text), level=3)
        for term in terms
    )
    return _PIECES("glossary", parts=joined(*folds))


def term_html(term: Term) -> Markup:
    """One term by itself, for an address that asks for it."""
    return _PIECES("term", term=term)


def _derived(place: Place | None) -> Markup:
    texts = {name: f"derived_{name}_text" for name in _DERIVED}
    values: dict[str, object] = {}
    if place is None:
        texts["per_head"] = "derived_per_head_none"
    else:
        values = {
            "people": writing.number(place.residents),
            "source": either(place.population.source, place.population.source_en),
            "date": writing.date(place.population.date),
        }
    rows = [
        {
            "name": t(f"about.derived_{name}"),
            "formula": t(f"about.{key}", **(values if name == "per_head" else {})),
        }
        for name, key in texts.items()
    ]
    columns = [
        TableColumn("name", t("about.derived_column_name"), is_heading=True),
        TableColumn("formula", t("about.derived_column_formula")),
    ]
    return _tabled("derived_text", "derived_caption", rows, columns)


def _words(year: int) -> Markup:
    rows = [
        {"word": word(ambition, year - 1), "rule": meaning(ambition, year - 1)}
        for ambition in Ambition
    ]
    columns = [
        TableColumn("word", t("about.words_column_word"), is_heading=True),
        TableColumn("rule", t("about.words_column_rule")),
    ]
    return _tabled("words_text", "words_caption", rows, columns)


def _tabled(
    text: str, caption: str, rows: Sequence[Mapping[str, str]], columns: Sequence[TableColumn]
) -> Markup:
    table = html_table(pd.DataFrame(rows), columns, t(f"about.{caption}"))
    return _PIECES("tabled", text=text, table=table)


def _sources(document: Document, place: Place | None) -> Markup:
    rows: list[dict[str, str | bool]] = [
        {
            "what": t("about.sources_document"),
            "source": document.title,
            "is_document": True,
            "licence": t("about.sources_document_licence"),
        }
    ]
    rows += [
        {
            "what": either(attribution.what, attribution.what_en),
            "source": either(attribution.source, attribution.source_en),
            "is_document": False,
            "licence": _licence(attribution) or t("about.sources_no_licence"),
        }
        for attribution in (place.attributions if place else ())
    ]
    columns = [
        TableColumn("what", t("about.sources_column_what"), is_heading=True),
        TableColumn(
            "source",
            t("about.sources_column_source"),
            is_verbatim=lambda row: row["is_document"],
        ),
        TableColumn("licence", t("about.sources_column_licence")),
    ]
    return _PIECES(
        "sources",
        table=html_table(pd.DataFrame(rows), columns, t("about.sources_caption")),
        document=document,
        institution=in_words(document.institution),
        site=brand(document.institution),
    )


def _licence(attribution: Attribution) -> str:
    """Licence and note, as far as there are any."""
    parts = (attribution.licence, either(attribution.note, attribution.note_en))
    return ", ".join(part for part in parts if part)


def _report(document: Document, contact: Contact | None) -> Markup:
    source = either(contact.source, contact.source_en) if contact else ""
    return _PIECES("report", document=document, contact=contact, source=source)


def _version(document: Document, changes: Sequence[Change]) -> Markup:
    facts = (
        ("version_dataset", document.version),
        ("version_hash", document.dataset_sha256.removeprefix("sha256:")),
        ("version_source", document.source_sha256.removeprefix("sha256:")),
    )
    return _PIECES("version", facts=facts, changes=_changes(changes) if changes else None)


def _changes(changes: Sequence[Change]) -> Markup:
    rows = [
        {
            "date": writing.date(change.date),
            "text": change.text_en if language() == ENGLISH else change.text,
        }
        for change in changes
    ]
    columns = [
        TableColumn("date", t("about.changes_column_date"), is_heading=True),
        TableColumn("text", t("about.changes_column_text")),
    ]
    return html_table(pd.DataFrame(rows), columns, t("about.changes_caption"))
