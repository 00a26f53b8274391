"""Briefings of an institution with several programmes: what they hold and rest on."""

from __future__ import annotations

from pathlib import Path

import pytest

from present.briefing.model import Topic
from present.opendata.source import Library
from present.web.briefings import Briefings
from tests.support import years
from tests.support.pdf import pages


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
