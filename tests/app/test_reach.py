"""From Genel Bakış, by clicking links alone, one reaches every row of every table.

The walk follows every link of every page that it meets, as a visitor's clicks would, and keeps
what each address says. Then each row of each table is looked for where it belongs.
"""

from __future__ import annotations

import csv
import html as markup
import os
import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from kbb_data.schema import TABLES
from kbb_data.turkish import slug
from pages.parts import figure
from present.opendata.source import library
from present.site.pages import BY_SLUG
from present.web.files import files
from tests.app.conftest import html_of, script
from tests.support.datasets import KAYSERI

Row = dict[str, str]

#: Choices that open another view; the others narrow, sort or tell the same view in another way.
OPENING = {
    "amac", "hedef", "faaliyet", "birim", "gosterge", "ilce", "uye", "komisyon", "bulgu", "konu",
}  # fmt: skip

INDICATOR = "gosterge"


@cache
def rows(table: str) -> list[Row]:
    with (KAYSERI / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def plain(text: str) -> str:
    """Without markup and with white space squeezed, as a reader sees it."""
    return re.sub(r"\s+", " ", markup.unescape(re.sub(r"<[^>]*>", " ", text))).strip()


def lira(amount: str) -> str:
    """``1.234.567``: an amount of a file as a page writes it; kuruş only where there are any."""
    value = Decimal(amount)
    whole, _, cents = f"{value:,.2f}".partition(".")
    return whole.replace(",", ".") + (f",{cents}" if int(cents) else "")


def address(link: str) -> str | None:
    """The view that a link opens; ``None`` for a link elsewhere or one that only narrows."""
    parts = urlsplit(markup.unescape(link))
    slug = parts.path.strip("/")
    if parts.netloc or not link.startswith("/") or slug not in BY_SLUG:
        return None
    query = dict(parse_qsl(parts.query))
    if not query.keys() <= OPENING:
        return None
    if INDICATOR in query:
        # The rest says which indicators are its neighbours.
        query = {INDICATOR: query[INDICATOR]}
    return parts.path + (f"?{urlencode(sorted(query.items()))}" if query else "")


@pytest.fixture(scope="module")
def walked(databases: Mapping[str, str], shown: dict[str, str]) -> Iterator[dict[str, str]]:
    """What each address says that can be reached from ``/``."""
    before = os.environ.get("KBB_DATABASE_URL")
    os.environ["KBB_DATABASE_URL"] = databases["kayseri"]
    library.cache_clear()
    files.cache_clear()
    shown.clear()
    pages: dict[str, AppTest] = {}
    said: dict[str, str] = {}
    waiting = deque(["/"])
    while waiting:
        here = waiting.popleft()
        if here in said:
            continue
        parts = urlsplit(here)
        module = BY_SLUG[parts.path.strip("/")].module
        app = pages.setdefault(module, AppTest.from_string(script(module), default_timeout=60))
        app.query_params.clear()
        for name, value in parse_qsl(parts.query):
            app.query_params[name] = value
        with pytest.MonkeyPatch.context() as patch:
            # Every activity's chart is made in tests/present/figures/test_extent.py.
            if "faaliyet=" in parts.query:
                patch.setattr(figure, "_chart", lambda *arguments: None)
            app.run()
        assert not app.exception, (here, [error.message for error in app.exception])
        assert not app.info, (here, "a link leads to a choice that there is none of")
        content = html_of(app)
        said[here] = plain(content)
        for link in re.findall(r'<a\b[^>]*\bhref="([^"]*)"', content):
            target = address(link)
            if target and target not in said:
                waiting.append(target)
    yield said
    if before is None:
        del os.environ["KBB_DATABASE_URL"]
    else:
        os.environ["KBB_DATABASE_URL"] = before


def goal_of(row: Row) -> str:
    goals = {one["activity"]: one["goal"] for one in rows("activities")}
    return goals[row["activity"]]


def of_goal(*names: str) -> Callable[[Row], tuple[str, list[str]]]:
    return lambda row: (f"/hedef?hedef={row['goal']}", [row[name] for name in names])


#: Where a row of a table is found, and what must stand there.
PLACES: dict[str, Callable[[Row], tuple[str, list[str]]]] = {
    "programme": lambda row: ("/amaclar", [row["mission"], row["vision"]]),
    "core_values": lambda row: ("/amaclar", [row["text"]]),
    # Its rows are those of the three tables below.
    "hierarchy": lambda row: (
        f"/amaclar?amac={row['top']}" if row["level"] != "goal" else f"/hedef?hedef={row['code']}",
        [row["name"]],
    ),
    "aims": lambda row: (f"/amaclar?amac={row['aim']}", [row["name"], row["statement"]]),
    "objectives": lambda row: (f"/amaclar?amac={row['aim']}", [row["statement"]]),
    "goals": of_goal("statement", "note"),
    "indicators": lambda row: (
        f"/gostergeler?gosterge={row['goal']}.{row['indicator']}",
        [row["name"], row["note"]],
    ),
    "indicator_values": lambda row: (
        f"/gostergeler?gosterge={row['goal']}.{row['indicator']}",
        [row["printed"], row["year"]],
    ),
    "activities": of_goal("name", "note"),
    "activity_costs": lambda row: (f"/hedef?hedef={goal_of(row)}", [lira(row["amount"])]),
    "off_budget_resources": lambda row: (
        f"/hedef?hedef={goal_of(row)}",
        [lira(row["amount"])] if row["amount"] else [],
    ),
    "economic_codes": lambda row: ("/butce", [row["name"]]),
    "spending_units": lambda row: (f"/birimler?birim={row['spending_unit']}", [row["name"]]),
    # Programme budgets alone have rows of these three.
    "activity_amounts": lambda row: (f"/butce?faaliyet={row['activity']}", [lira(row["amount"])]),
    "activity_cost_lines": lambda row: (
        f"/butce?faaliyet={row['activity']}",
        [row["code_printed"], lira(row["amount"])],
    ),
    "printed_amounts": lambda row: ("/veri", []),
    "unit_responsibilities": of_goal("activity_name", "unit_printed"),
    "printed_performance": lambda row: (
        "/butce" if row["level"] == "total" else f"/hedef?hedef={row['goal'] or row['number']}",
        [row["label"], lira(row["total"])],
    ),
    "resource_needs": lambda row: ("/butce", [row["label"], lira(row["activities"])]),
    "topics": lambda row: (f"/konu?konu={row['topic']}", [row["name"], row["purpose"]]),
    "topic_assignments": lambda row: (f"/konu?konu={row['topic']}", [row["reason"]]),
    "assets": lambda row: ("/kaynaklar", [row["name"], row["size_printed"]]),
    "asset_parts": lambda row: ("/kaynaklar", [row["label"]]),
    "council_members": lambda row: (f"/meclis?uye={row['position']}", [row["name"]]),
    "council_officers": lambda row: ("/meclis", [row["name"], row["role"]]),
    "committees": lambda row: ("/meclis", [row["name"]]),
    "committee_scopes": lambda row: (
        f"/meclis?komisyon={slug(row['committee'])}",
        [row["reason"]],
    ),
    "committee_omissions": lambda row: ("/meclis", [row["reason"]]),
    "executive_committee": lambda row: ("/meclis", [row["name"], row["role"]]),
    "staff": lambda row: ("/kaynaklar", [row["status"]]),
    "positions": lambda row: ("/kaynaklar", [row["title"], row["count"]]),
    "position_occupancy": lambda row: ("/kaynaklar", [row["filled"]]),
    "technology_facts": lambda row: ("/kaynaklar", [row["label"]]),
    "stated_figures": lambda row: ("/kaynaklar", [row["label"]]),
    # No committed programme has a document of results or an earlier programme yet.
    "documents": lambda row: ("/gostergeler", [row["title"]]),
    "indicator_results": lambda row: (
        f"/gostergeler?gosterge={row['goal']}.{row['indicator']}",
        [row["printed"]],
    ),
    "appropriations": lambda row: ("/butce", [row["name"]]),
    "monthly_amounts": lambda row: ("/butce", [lira(row["amount"])]),
    "succession": lambda row: ("/veri", []),
    "checks": lambda row: ("/tutarlilik", [row["title"]]),
    "findings": lambda row: (f"/tutarlilik?bulgu={row['finding']}", [row["explanation"]]),
}


def test_every_table_has_its_place() -> None:
    assert PLACES.keys() == {table.name for table in TABLES}


@pytest.mark.parametrize("table", PLACES)
def test_every_row_is_reached_by_clicking(walked: dict[str, str], table: str) -> None:
    missing = []
    for row in rows(table):
        where, words = PLACES[table](row)
        text = walked.get(where)
        if text is None:
            missing.append(f"{where} is not reached")
        else:
            missing += [f"{where} lacks {word!r}" for word in words if plain(word) not in text]
    assert missing == []
