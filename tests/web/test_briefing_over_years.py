"""Briefings of an institution with several programmes: what they hold and rest on, and how their
pages are filled."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from present.briefing.build import briefing, things
from present.briefing.model import Briefing, Topic, plain
from present.briefing.typeset import pdf
from present.figures.setting import of_edition
from present.kit.text import using
from present.opendata.source import Library
from present.web.briefings import Briefings
from tests.support import years
from tests.support.pdf import pages
from tests.support.pdf_ua import lacks

#: Points of a page: the foot begins below the first, and a page whose last words stand above the
#: second is half empty.
FOOT, HALF = 57, 421

#: In which language a year's briefings are set here, and those that hold most.
LANGUAGES = {2025: ("tr",), 2026: ("en",)}
FULL = ("3", "fen-isleri", "kultur-ve-sosyal-isler", "plan-ve-butce-komisyonu")

DAY = datetime.date(2026, 1, 1)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("briefings-over-years")
    return years.library(folder)


def test_a_pdf_shows_both_years_and_bears_all_versions(library: Library) -> None:
    editions = {edition.year: edition for edition in library.editions()}
    served = Briefings(library)
    body = served.body(editions[2025], Topic.AIM, "1", "tr", "https://panel.test", lambda: None)
    text = " ".join(" ".join(pages(body.content)).replace("-\n", "").split())
    assert "Geçen yıldan bu yana ne değişti" in text
    assert "Ne söz verildi, ne oldu" in text
    versions = [editions[year].version for year in years.YEARS]
    assert served.version(editions[2025], Topic.AIM) == ", ".join(versions)


def test_what_came_of_the_year_is_not_said_to_be_unknown_where_it_stands(library: Library) -> None:
    """The year's own results are loaded for 2025 and told of in another part; of 2024 as well."""
    editions = {edition.year: edition for edition in library.editions()}
    served = Briefings(library)
    body = served.body(editions[2025], Topic.AIM, "1", "tr", "https://panel.test", lambda: None)
    text = " ".join(" ".join(pages(body.content)).replace("-\n", "").split())
    assert "2025 yılında ne gerçekleştiği “Ne söz verildi, ne oldu” bölü" in text
    assert "gerçekleşmesi programda yoktur" not in text


Papers = dict[tuple[int, str, str, str], tuple[Briefing, bytes]]


@pytest.fixture(scope="module")
def papers(library: Library) -> Papers:
    """Briefings of each kind and language, of years that have one before them, by year, language,
    kind and key: the first of each kind, and those that hold most."""
    return dict(_papers(library))


def _papers(
    library: Library,
) -> Iterator[tuple[tuple[int, str, str, str], tuple[Briefing, bytes]]]:
    for edition in library.editions():
        for language in LANGUAGES.get(edition.year, ()):
            with using(language, edition.form):
                setting = of_edition(library, edition, is_dark=False, public="https://panel.test")
                for kind in Topic:
                    for place, key in enumerate(things(setting, kind)):
                        if place > 1 and key not in FULL:
                            continue
                        paper = briefing(setting, kind, key)
                        yield (edition.year, language, kind.value, key), (paper, pdf(paper, DAY))


def _lines(content: bytes) -> Iterator[list[tuple[float, str]]]:
    """The lines of each page above its foot: the height of each one's lower end, and its words."""
    document = pypdfium2.PdfDocument(content)
    for page in document:
        text = page.get_textpage()
        boxes = [text.get_rect(place) for place in range(text.count_rects())]
        yield [(box[1], text.get_text_bounded(*box)) for box in boxes if box[1] > FOOT]
    document.close()


def test_no_page_but_the_last_is_half_empty_or_ends_with_a_heading(papers: Papers) -> None:
    assert len({kind for _, _, kind, _ in papers}) == len(Topic)
    for where, (paper, content) in papers.items():
        titles = {plain(section.title) for section in paper.sections}
        titles |= {plain(table.title) for section in paper.sections for table in section.tables}
        *full, _ = _lines(content)
        for number, lines in enumerate(full, 1):
            low, words = min(lines)
            assert low < HALF, (where, number)
            assert words.strip() not in titles, (where, number)
        assert len(full) < 4, where


def test_no_question_begins_with_a_number_beside_its_own(papers: Papers) -> None:
    asked = [(where, question) for where, (paper, _) in papers.items()
             for question in paper.questions]  # fmt: skip
    assert len(asked) > 50
    for where, question in asked:
        assert not plain(question)[0].isdigit(), (where, question)


def test_what_came_out_is_what_pdf_ua_asks_for(papers: Papers) -> None:
    """One of each kind and language."""
    for kind, key in (("komisyon", "plan-ve-butce-komisyonu"), ("birim", "fen-isleri"),
                      ("amac", "3"), ("ilce", "goguslu")):  # fmt: skip
        for year, language in ((2025, "tr"), (2026, "en")):
            assert lacks(papers[year, language, kind, key][1]) == [], (year, kind)


def test_a_table_that_goes_on_overleaf_has_its_head_again(papers: Papers) -> None:
    _, content = papers[2026, "en", "komisyon", "plan-ve-butce-komisyonu"]
    heads = [page.count("Item Unit Amount Share") for page in pages(content)]
    assert heads[:2] == [1, 1]
