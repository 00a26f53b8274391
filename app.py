"""The one entry: ``streamlit run app.py`` or ``uvicorn app:app``.

The dashboard's script with our own routes beside it, and what happens when a script fails.
"""

from __future__ import annotations

import logging
import os
import secrets
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

import streamlit as st  # noqa: E402
from sqlalchemy import Engine  # noqa: E402
from starlette.middleware import Middleware  # noqa: E402

from db import engine, load, store  # noqa: E402
from db.errors import DatabaseUnavailable  # noqa: E402
from pages.parts import chrome  # noqa: E402
from present.figures.answers import FigureAnswers  # noqa: E402
from present.figures.registry import lacking  # noqa: E402
from present.figures.setting import of_edition  # noqa: E402
from present.kit.text import TURKISH, t  # noqa: E402
from present.opendata.query import Pairs  # noqa: E402
from present.opendata.source import library  # noqa: E402
from present.picture.cache import RenderCache  # noqa: E402
from present.picture.renderer import Renderer  # noqa: E402
from present.site.pages import PAGES, moved  # noqa: E402
from present.web import agents as web_agents  # noqa: E402
from present.web import api as web_api  # noqa: E402
from present.web import briefings as web_briefings  # noqa: E402
from present.web import embeds as web_embeds  # noqa: E402
from present.web import feed as web_feed  # noqa: E402
from present.web import figures as web_figures  # noqa: E402
from present.web import files as web_files  # noqa: E402
from present.web import icon, page_cards, plain, programmes, site_map  # noqa: E402
from present.web import oembed as web_oembed  # noqa: E402
from present.web import shell as web_shell  # noqa: E402
from present.web import suggestions as web_suggestions  # noqa: E402
from present.web.draft import DraftMark  # noqa: E402
from present.web.heads import heads, heads_of  # noqa: E402
from present.web.page_data import PageData  # noqa: E402
from present.web.spelling import Spelling  # noqa: E402

log = logging.getLogger("kbb")


def on_script_error(error: Exception) -> bool:
    """Log a failed run under an id and show the visitor that id and nothing else."""
    number = secrets.token_hex(4)
    log.error("script failed, id %s", number, exc_info=error)
    key = "error_database" if isinstance(error, DatabaseUnavailable) else "error_text"
    chrome.message(t("common.error_title"), t(f"common.{key}", id=number))
    return True


@cache
def _engine() -> Engine:
    """The engine of the health check; one for all its questions."""
    return engine.create(load.ensure())


def is_healthy() -> bool:
    """Whether the database answers and holds a programme."""
    try:
        store.check(_engine())
    except DatabaseUnavailable:
        log.exception("health: the database does not serve")
        return False
    return True


def _stock_shell() -> str:
    """The HTML that Streamlit serves for every address."""
    spec = find_spec("streamlit")
    assert spec is not None
    assert spec.origin is not None
    return (Path(spec.origin).parent / "static" / "index.html").read_text(encoding="utf-8")


def _lacking(pairs: Pairs) -> frozenset[str]:
    """The paths of pages that are there for their figures alone, where the programme that an
    address names has none of them."""
    edition = programmes.opened(library(), pairs)
    if edition is None:
        return frozenset(page.path for page in PAGES if page.needs_figures)
    return lacking(of_edition(library(), edition, is_dark=False))


try:
    load.ensure()
except DatabaseUnavailable:
    # The dashboard starts all the same and says so calmly on every page.
    log.exception("the default database could not be prepared")

HEADS = heads()
HEADS_OF = heads_of(library())
FILES = web_files.files()
PUBLIC_ADDRESS = os.environ.get(web_files.PUBLIC_ADDRESS, "")
FIGURES = FigureAnswers(library(), Renderer(), RenderCache(), PUBLIC_ADDRESS)

FEEDS = web_feed.Feeds(library(), PUBLIC_ADDRESS)

CARDS = page_cards.PageCards(FIGURES, HEADS, HEADS_OF)
EXTRAS = (
    CARDS,
    PageData(FILES, FIGURES, CARDS),
    web_feed.FeedLink(FEEDS),
    plain.WithoutScript(FIGURES),
)

app = st.App(
    ROOT / "pages" / "dashboard.py",
    routes=[
        *web_shell.page_routes(_stock_shell(), HEADS, EXTRAS, HEADS_OF, DraftMark(library())),
        *site_map.routes(list(HEADS[TURKISH]), FIGURES),
        *icon.routes(),
        web_shell.health_route(is_healthy),
        *web_agents.routes(web_agents.Agents(FIGURES)),
        *web_feed.routes(FEEDS),
        *web_suggestions.routes(library()),
        *web_files.routes(FILES, PUBLIC_ADDRESS),
        *web_api.routes(web_api.Api(library())),
        *web_figures.routes(FIGURES),
        *web_embeds.routes(FIGURES),
        *web_oembed.routes(FIGURES),
        *web_briefings.routes(web_briefings.Briefings(library(), PUBLIC_ADDRESS)),
    ],
    middleware=[
        Middleware(
            web_shell.Guard,
            heads=HEADS,
            heads_of=HEADS_OF,
            lacking=_lacking,
            moved=moved(),
            others=[
                "/health",
                web_agents.ADDRESS,
                web_oembed.OEMBED,
                site_map.SITEMAP,
                web_suggestions.ADDRESS,
                *icon.ADDRESSES,
            ],
            strict=web_api.PREFIXES,
            spelled=Spelling(FIGURES),
            prefixes=[
                *web_files.PREFIXES,
                *web_api.PREFIXES,
                *web_figures.PREFIXES,
                *web_embeds.PREFIXES,
                *web_briefings.PREFIXES,
            ],
        )
    ],
    on_script_error=on_script_error,
)
