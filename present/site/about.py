"""The parts of Hakkında in HTML: method, definitions, glossary, sources, access, contact, version.

Pure: words and facts in, HTML out. What is told about the figures stands in the catalogue, beside
the pages that it tells about.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd

from kbb_data.geo import Contact, Place
from kbb_data.publishing.changes import Change
from kbb_data.turkish import title as in_words
from present.indicators.ambition import Ambition
from present.indicators.words import meaning, word
from present.kit import writing
from present.kit.tables import TableColumn, html_table
from present.kit.text import ENGLISH, either, language, marked, t, verbatim
from present.site.glossary import Term

#: When people last went through the pages for the accessibility statement.
ASSESSED = datetime.date(2026, 11, 23)

_DERIVED = ("total", "aim", "share", "general", "per_head", "hundred", "bar", "course", "rate",
            "station", "difference")  # fmt: skip
_GAPS = ("charts", "map", "lists", "status", "landmark", "wide", "names")


@dataclass(frozen=True, slots=True)
class Document:
    """The programme that the site shows: whose and which year's, its title, hashes and version."""

    year: int
    institution: str
    title: str
    source_sha256: str
    dataset_sha256: str
    version: str
    licence: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: the anchor that addresses name, its heading, its HTML."""

    anchor: str
    title: str
    html: str


def sections(
    document: Document,
    place: Place | None,
    terms: Sequence[Term],
    changes: Sequence[Change],
    consistency: str,
) -> tuple[Section, ...]:
    """All parts in their order; ``consistency`` is the address of Belge tutarlılığı."""
    parts = (
        ("yontem", "method_title", _method(document, consistency)),
        ("hesaplar", "derived_title", _derived(place)),
        ("sozcukler", "words_title", _words(document.year)),
        ("sozluk", "glossary_title", _glossary(terms)),
        ("kaynaklar", "sources_title", _sources(document, place)),
        ("erisilebilirlik", "access_title", _access()),
        ("iletisim", "report_title", _report(document, place.contact if place else None)),
        ("surum", "version_title", _version(document, changes)),
    )
    return tuple(Section(anchor, t(f"about.{key}"), html) for anchor, key, html in parts)


def page_html(parts: Sequence[Section]) -> str:
    """The parts with the way to each of them above."""
    ways = "".join(f'<li><a href="#{part.anchor}">{escape(part.title)}</a></li>' for part in parts)
    name = escape(t("about.contents"), quote=True)
    return (
        f'<nav class="kbb-contents" aria-label="{name}"><ul class="kbb-ways">{ways}</ul></nav>'
        + (
            "".join(
                f'<section class="kbb-prose" id="{part.anchor}" aria-labelledby="{part.anchor}-ad">'
                f'<h2 id="{part.anchor}-ad">{escape(part.title)}</h2>{part.html}</section>'
                for part in parts
            )
        )
    )


def term_html(term: Term) -> str:
    """One term by itself, for an address that asks for it."""
    return (
        f'<div class="kbb-message"><h2>{escape(t("about.glossary_one"))}: {escape(term.name)}'
        f"</h2><p>{escape(term.text)}</p></div>"
    )


def _paragraph(key: str, **parameters: object) -> str:
    return f"<p>{escape(t(f'about.{key}', **parameters))}</p>"


def _method(document: Document, consistency: str) -> str:
    source = escape(t("about.method_source", title="\0"))
    return (
        f"<p>{source.replace(chr(0), verbatim(document.title))}</p>"
        + _paragraph("method_faithful")
        + _paragraph("method_money")
        + _paragraph("method_plan", year=document.year)
        + _paragraph("method_judged")
        + f"<p>{escape(t('about.method_checks'))} "
        f'<a href="{escape(consistency, quote=True)}" target="_self">'
        f"{escape(t('about.method_checks_link'))}</a></p>"
    )


def _derived(place: Place | None) -> str:
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
    return _paragraph("derived_text") + html_table(
        pd.DataFrame(rows), columns, t("about.derived_caption")
    )


def _words(year: int) -> str:
    rows = [{"word": word(each, year - 1), "rule": meaning(each, year - 1)} for each in Ambition]
    columns = [
        TableColumn("word", t("about.words_column_word"), is_heading=True),
        TableColumn("rule", t("about.words_column_rule")),
    ]
    return _paragraph("words_text") + html_table(
        pd.DataFrame(rows), columns, t("about.words_caption")
    )


def _glossary(terms: Sequence[Term]) -> str:
    items = "".join(
        f'<dt id="terim-{term.slug}">{escape(term.name)}</dt><dd>{escape(term.text)}</dd>'
        for term in terms
    )
    return _paragraph("glossary_text") + f'<dl class="kbb-glossary">{items}</dl>'


def _sources(document: Document, place: Place | None) -> str:
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
            "what": either(one.what, one.what_en),
            "source": either(one.source, one.source_en),
            "is_document": False,
            "licence": ", ".join(
                part for part in (one.licence, either(one.note, one.note_en)) if part
            )
            or t("about.sources_no_licence"),
        }
        for one in (place.attributions if place else ())
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
    return (
        html_table(pd.DataFrame(rows), columns, t("about.sources_caption"))
        + _paragraph("sources_arrangement", licence=document.licence)
        + _paragraph(
            "sources_cite",
            institution=in_words(document.institution),
            year=document.year,
            version=document.version,
        )
    )


def _access() -> str:
    gaps = "".join(f"<li>{escape(t(f'about.access_gap_{gap}'))}</li>" for gap in _GAPS)
    return (
        _paragraph("access_aim", date=writing.date(ASSESSED))
        + f"<h3>{escape(t('about.access_gaps'))}</h3>"
        + f'<ul class="kbb-list">{gaps}</ul>'
        + _paragraph("access_report")
    )


def _report(document: Document, contact: Contact | None) -> str:
    text = _paragraph("report_text", version=document.version) + _paragraph("report_difference")
    if contact is None:
        return text + _paragraph("report_none")
    address = t("about.report_address", address=contact.address)
    web = f'<a href="{escape(contact.web, quote=True)}">{escape(contact.web)}</a>'
    site = escape(t("about.report_web", web="\0")).replace("\0", web)
    return (
        text
        + f"<p>{marked(address, [contact.address])}</p>"
        + _paragraph("report_phone", phone=contact.phone)
        + f"<p>{site}</p>"
        + _paragraph("report_source", source=either(contact.source, contact.source_en))
    )


def _version(document: Document, changes: Sequence[Change]) -> str:
    facts = (
        ("version_dataset", document.version),
        ("version_hash", document.dataset_sha256.removeprefix("sha256:")),
        ("version_source", document.source_sha256.removeprefix("sha256:")),
    )
    items = "".join(
        f"<dt>{escape(t(f'about.{key}'))}</dt><dd><code>{escape(value)}</code></dd>"
        for key, value in facts
    )
    text = f'<dl class="kbb-facts">{items}</dl>' + _paragraph("version_text")
    if not changes:
        return text + _paragraph("changes_none")
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
    return text + html_table(pd.DataFrame(rows), columns, t("about.changes_caption"))
