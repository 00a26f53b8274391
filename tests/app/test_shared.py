"""What pages share is as it was made, after every page has shown it: nobody changes it in place."""

from __future__ import annotations

import inspect
import json
from collections.abc import Mapping

import pandas as pd
import pytest

from db import queries
from present.figures.registry import BY_SLUG, ENTRIES, drawn
from present.figures.setting import of_edition
from present.kit.entry import Drawn
from present.kit.setting import Setting
from present.opendata.source import library
from present.site.pages import PAGES
from tests.app.conftest import RunPage

#: Views beside the pages as they open, so that each figure and list has been shown.
VIEWS: tuple[tuple[str, Mapping[str, str]], ...] = (
    *((page.module, {}) for page in PAGES),
    ("butce", {"amac": "2"}),
    ("butce", {"faaliyet": "25"}),
    ("butce", {"karsilastir": "amac-1.amac-2"}),
    ("birimler", {"birim": "fen-isleri"}),
    ("amaclar", {"amac": "2"}),
    ("hedef", {"hedef": "6"}),
    ("gostergeler", {"gosterge": "6.2"}),
    ("gostergeler", {"gorunum": "amaclar"}),
    ("ilce", {"ilce": "talas"}),
    ("tutarlilik", {"onem": "high"}),
    ("meclis", {"komisyon": "imar-ve-bayindirlik-komisyonu"}),
)

#: Questions about a programme alone, as a library asks and keeps them.
QUESTIONS = tuple(
    name
    for name in queries.__all__
    if callable(question := getattr(queries, name))
    and not inspect.isclass(question)
    and list(inspect.signature(question).parameters) == ["engine", "key"]
)


def setting() -> Setting:
    return of_edition(library(), library().editions()[0], is_dark=False)


def content(drawing: Drawn) -> str:
    """All that a figure holds, as text."""
    shown = drawing.figure
    return json.dumps(
        [
            shown.title, shown.subtitle, shown.sentence, shown.source, list(shown.own),
            shown.spec, shown.table.to_json(orient="split"), drawing.drawing, drawing.narrow,
        ],
        sort_keys=True,
    )  # fmt: skip


@pytest.fixture
def visited(run_page: RunPage) -> None:
    """Every view has been shown, twice over where it is a page's own."""
    for module, query in (*VIEWS, *VIEWS[: len(PAGES)]):
        run_page(module, **query)


def test_nothing_that_is_kept_is_changed_by_showing_it(visited: None) -> None:
    assert len(QUESTIONS) > 20
    edition = library().editions()[0]
    engine = library()._engine()
    for question in QUESTIONS:
        kept = library().answer(edition, question)
        fresh = getattr(queries, question)(engine, edition.programme.key)
        if isinstance(fresh, pd.DataFrame):
            pd.testing.assert_frame_equal(kept, fresh)
        else:
            assert kept == fresh, question
    for entry in ENTRIES:
        for choices in list(entry.presets(setting()))[:8]:
            kept_figure = drawn(setting(), entry.slug, choices)
            fresh_figure = BY_SLUG[entry.slug].build(setting(), choices)
            assert content(kept_figure) == content(fresh_figure), (entry.slug, choices)
