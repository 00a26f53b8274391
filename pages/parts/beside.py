"""What search looks through beside a programme's own things: terms, pages over years and results,
documents of results; where the latter two lead, and what search says of results."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from db.search_documents import Document, document
from kbb_data.schema import BY_NAME
from kbb_data.search_words import folded_words, stems, terms
from present.change import entries as change
from present.execution import entries as execution
from present.execution.choices import CLASSIFICATIONS, SpendingChoices
from present.execution.html import ANCHOR
from present.figures.registry import lacking
from present.indicators import outcome
from present.indicators.actual_words import short
from present.indicators.choices import IndicatorChoices
from present.kit import writing
from present.kit.keep import keep
from present.kit.setting import Setting
from present.kit.text import TURKISH, either, t, using
from present.promises import entries as promises
from present.site import glossary, pages
from present.site.search_choices import DOCUMENT_KIND, PAGE_KIND, TERM_KIND

#: The section of Bütçe is no page of its own; so its hit is called.
_EXECUTION = "execution"

_KINDS = {code.code: code for code in BY_NAME["documents"].column("kind").codes}


def documents(setting: Setting) -> tuple[Document, ...]:
    """Terms, pages and documents of results as search takes them; of pages those alone that the
    programme has."""
    return (*_glossary(setting.language, setting.form), *_of_programme(setting))


@cache
def _glossary(language: str, form: str) -> tuple[Document, ...]:
    with using(language, form):
        return tuple(
            document(TERM_KIND, term.slug, term.name, term.text) for term in glossary.terms()
        )


@keep(16)
def _of_programme(setting: Setting) -> tuple[Document, ...]:
    return (*_pages(setting), *_results(setting))


def _pages(setting: Setting) -> Iterator[Document]:
    absent = lacking(setting)
    if change.PATH not in absent:
        yield _page(setting, pages.CHANGE.slug, pages.CHANGE.title, pages.CHANGE.purpose,
                    "search.change_words")  # fmt: skip
    if promises.PATH not in absent:
        yield _page(setting, pages.PROMISES.slug, pages.PROMISES.title, pages.PROMISES.purpose,
                    "search.promises_words")  # fmt: skip
    if execution.is_there(setting):
        yield _page(setting, _EXECUTION, t("execution.title"), t("search.execution_purpose"),
                    "search.execution_words")  # fmt: skip


def _page(setting: Setting, code: str, title: str, purpose: str, words_key: str) -> Document:
    """A page that its everyday words find as well as its title's; in English the Turkish ones do
    too, since a programme is searched in Turkish."""
    words = [t(words_key)]
    if setting.language != TURKISH:
        with using(TURKISH, setting.form):
            words.append(t(words_key))
    plain = document(PAGE_KIND, code, title, purpose)
    found_by = tuple(dict.fromkeys((*plain.title_words, *folded_words(", ".join(words)))))
    return replace(plain, title_words=found_by, title_stems=stems(found_by))


def _results(setting: Setting) -> Iterator[Document]:
    for row in setting.frame("documents").itertuples():
        kind, as_of = _KINDS[str(row.kind)], datetime.date.fromisoformat(str(row.as_of))
        body = t("search.document_body", kind=either(kind.tr, kind.en), as_of=writing.date(as_of))
        yield document(DOCUMENT_KIND, str(row.document), str(row.title), body)


def address(setting: Setting, hit: Document) -> str:
    """Where a page or a document of results is shown: of a document Bütçe, up to its day, where it
    tells of money of the programme's year, else Göstergeler as of its day, else the data."""
    if hit.kind == PAGE_KIND:
        return _execution(setting) if hit.code == _EXECUTION else setting.link(f"/{hit.code}")
    (as_of,) = (
        str(row.as_of)
        for row in setting.frame("documents").itertuples()
        if row.document == hit.code
    )
    if hit.code in _told_by(setting, "appropriations", "monthly_amounts"):
        return _execution(setting, _choices(setting, hit.code, as_of))
    if hit.code in _told_by(setting, "indicator_results"):
        day = datetime.date.fromisoformat(as_of)
        is_earlier = day in outcome.days(setting) and day != outcome.newest(setting)
        choices = IndicatorChoices(as_of=as_of if is_earlier else None)
        return setting.link(pages.INDICATORS.path, choices)
    return setting.link(pages.DATA.path)


def _execution(setting: Setting, choices: SpendingChoices | None = None) -> str:
    return f"{setting.link(execution.PATH, choices)}#{ANCHOR}"


def _choices(setting: Setting, name: str, as_of: str) -> SpendingChoices:
    """The division in which a document tells of spending, and its day, as far as Bütçe has them."""
    frame = setting.frame("appropriations")
    own = set(frame[frame["document"] == name]["classification"])
    divisions = execution.divisions(setting)
    told = [division for division in divisions if CLASSIFICATIONS[division].value in own]
    is_usual = not told or told[0] is divisions[0]
    known = execution.spending_codes(setting)["day"]
    return SpendingChoices(
        division=None if is_usual else told[0].value, day=as_of if as_of in known else None
    )


def _told_by(setting: Setting, *tables: str) -> set[str]:
    """The documents that those tables hold figures of, where a section of the year shows them."""
    if "appropriations" in tables and not execution.is_there(setting):
        return set()
    return {str(name) for table in tables for name in setting.frame(table)["document"]}


def result(setting: Setting, code: str) -> str:
    """What came of the indicator of that code, in a line; empty where nothing is known."""
    return short(outcome.outcomes(setting)[code])


def unloaded(setting: Setting, typed: str) -> str:
    """That no results are loaded, where ``typed`` asks for some; empty where it does not, or where
    there are any."""
    if len(setting.frame("documents")) or execution.is_there(setting):
        return ""
    stems_typed = {term.stem for term in terms(typed)}
    phrases = (stems(folded_words(phrase)) for phrase in t("search.realised_words").split(","))
    if not any(stems_typed.issuperset(phrase) for phrase in phrases):
        return ""
    return t("search.realised_none", institution=setting.name, year=setting.year)
