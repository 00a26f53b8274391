"""The API's description for people: one small HTML page without any other file."""

from __future__ import annotations

from markupsafe import Markup

from kbb_data.schema import PROGRAMME_BUDGET, STRATEGIC_PLAN, tables_of
from present.kit.markup import Pieces
from present.kit.setting import LANGUAGE
from present.kit.text import ENGLISH, form, language
from present.opendata.problems import STATUS
from present.opendata.query import MOST_ROWS, MOST_VALUES, USUAL_ROWS
from present.site import pages

_PIECES = Pieces("opendata/api_page.jinja")

_STYLE = Markup(
    "body{font:1.05rem/1.6 system-ui,sans-serif;margin:0 auto;max-width:52rem;"
    "padding:1.5rem 1.25rem;color:#172033;background:#fff;overflow-wrap:anywhere}"
    "a{color:#1f4fa3}h1,h2{line-height:1.25}"
    "pre,code{font:.9em/1.5 ui-monospace,monospace;background:#eef2f8;border-radius:.25rem}"
    "code{padding:.1em .3em}pre{padding:.75rem;white-space:pre-wrap}pre code{padding:0}"
    "dt{font-weight:600;margin-top:.75rem}dd{margin:0}summary{cursor:pointer;padding:.35rem 0}"
    "ul{padding-left:1.2rem}table{border-collapse:collapse;width:100%}"
    "td,th{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid #d5dce8}"
    "td:first-child{white-space:nowrap}th{overflow-wrap:break-word}"
    "@media(prefers-color-scheme:dark){body{color:#eaf0f8;background:#0e1b2a}a{color:#9cbdf8}"
    "pre,code{background:#1a2b40}td,th{border-color:#34465e}}"
)

_GUIDE = (
    "choose", "filter", "range", "sort", "page", "format", "money", "empty", "cache", "browser",
)  # fmt: skip

#: The example to begin with, by form: what carries activities and indicators.
_FIRST = {
    STRATEGIC_PLAN: "/api/v1/goals",
    PROGRAMME_BUDGET: "/api/v1/hierarchy?level=sub_programme",
}

EXAMPLES = (
    ("largest", "/api/v1/activities?sort=-budget&limit=10"),
    ("range", "/api/v1/activities?budget.min=100000000&sort=name"),
    ("values", "/api/v1/indicator_values?kind=target&kind=estimate"),
    ("empty", "/api/v1/indicator_values?value="),
    ("csv", "/api/v1/activity_costs?economic_code=06&format=csv"),
)


def page() -> Markup:
    """The page in the visit's language."""
    spoken = f"?{LANGUAGE}={ENGLISH}" if language() == ENGLISH else ""
    return _PIECES(
        "page",
        language=language(),
        openapi=f"/api/v1/openapi.json{spoken}",
        style=_STYLE,
        data_page=pages.DATA.path,
        guide=_GUIDE,
        numbers={"usual": USUAL_ROWS, "most": MOST_ROWS, "values": MOST_VALUES},
        examples=[("first", _FIRST[form()]), *EXAMPLES],
        problems=STATUS.items(),
        tables=tables_of(form()),
    )
