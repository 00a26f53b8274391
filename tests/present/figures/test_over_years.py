"""Every figure that rests on results or on several programmes, in both languages, against the CSV
files of the invented municipality's three years."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice

import pytest

from present.figures.registry import BY_SLUG, ENTRIES, drawn, titled
from present.kit.entry import NoChoices
from present.kit.setting import Setting
from present.kit.text import using
from tests.present.figures.over_years import ORACLES, Paper
from tests.present.figures.paper import ENGLISH, TURKISH
from tests.present.figures.test_sentences import same_rows, surplus
from tests.support import years


@pytest.fixture(scope="module")
def over_years(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Callable[..., Setting], Paper]:
    folder = tmp_path_factory.mktemp("over-years")
    return years.settings(folder), Paper({year: folder / str(year) for year in years.YEARS})


@pytest.mark.parametrize("year", years.YEARS)
@pytest.mark.parametrize("slug", sorted(ORACLES))
def test_a_year_shows_what_its_files_hold(
    over_years: tuple[Callable[..., Setting], Paper], slug: str, year: int
) -> None:
    setting, paper = over_years
    entry, turkish = BY_SLUG[slug], setting(year, TURKISH)
    queries = [entry.query(choices) for choices in entry.presets(turkish)]
    assert queries == [dict(query) for query in ORACLES[slug].presets(paper, year)]
    for language in (TURKISH, ENGLISH):
        here = setting(year, language)
        for choices, query in zip(entry.presets(here), queries, strict=True):
            figure = drawn(here, slug, choices).figure
            said = ORACLES[slug].said(paper, year, query, language)
            found = surplus(figure.sentence, said.parts)
            assert found == "", (language, query, figure.sentence, said.parts)
            same_rows(said, figure.table.to_dict("list"), query)


@pytest.mark.parametrize("language", [TURKISH, ENGLISH])
@pytest.mark.parametrize("year", years.YEARS)
def test_every_title_names_its_year(
    over_years: tuple[Callable[..., Setting], Paper], year: int, language: str
) -> None:
    here = over_years[0](year, language)
    with using(language, here.form):
        titles = {
            (entry.slug, heading): titled(here, entry.slug, choices, heading).title
            for entry in ENTRIES
            for choices in islice(entry.presets(here), 1)
            for heading in ("", "A page's own heading")
        }
    nameless = {key: title for key, title in titles.items()
                if not re.search(r"\b20\d\d\b", title) and not (key[1] and BY_SLUG[key[0]].of_years)
                }  # fmt: skip
    assert nameless == {}
    assert len(titles) > 40


def test_titles_of_the_only_programme_stay_as_they_are(
    setting_in: Callable[[str], Setting],
) -> None:
    here = setting_in(TURKISH)
    assert drawn(here, "genel-bakis", NoChoices()).figure.title == (
        "Bütçenin stratejik amaçlara dağılımı"
    )


def test_one_programme_without_results_has_none_of_them(
    setting_in: Callable[[str], Setting],
) -> None:
    there = [slug for slug in ORACLES if BY_SLUG[slug].is_there(setting_in(TURKISH))]
    assert there == []
