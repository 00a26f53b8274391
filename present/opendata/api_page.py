"""The API's description for people: one small HTML page without any other file."""

from __future__ import annotations

from html import escape

from kbb_data.schema import BY_NAME, TABLES
from present.kit.text import language, t
from present.opendata.problems import STATUS
from present.opendata.query import MOST_ROWS, MOST_VALUES, USUAL_ROWS

_STYLE = (
    "body{font:1.05rem/1.6 system-ui,sans-serif;margin:0 auto;max-width:52rem;"
    "padding:1.5rem 1.25rem;color:#172033;background:#fff;overflow-wrap:anywhere}"
    "a{color:#1f4fa3}h1,h2{line-height:1.25}"
    "pre,code{font:.9em/1.5 ui-monospace,monospace;background:#eef2f8;border-radius:.25rem}"
    "code{padding:.1em .3em}pre{padding:.75rem;white-space:pre-wrap}pre code{padding:0}"
    "dt{font-weight:600;margin-top:.75rem}dd{margin:0}summary{cursor:pointer;padding:.35rem 0}"
    "ul{padding-left:1.2rem}table{border-collapse:collapse;width:100%}"
    "td,th{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid #d5dce8}"
    "@media(prefers-color-scheme:dark){body{color:#eaf0f8;background:#0e1b2a}a{color:#9cbdf8}"
    "pre,code{background:#1a2b40}td,th{border-color:#34465e}}"
)

_GUIDE = ("choose", "filter", "range", "sort", "page", "money", "empty", "cache")

EXAMPLES = (
    ("first", "/api/v1/goals"),
    ("largest", "/api/v1/activities?sort=-budget&limit=10"),
    ("range", "/api/v1/activities?budget.min=100000000&sort=name"),
    ("values", "/api/v1/indicator_values?kind=target&kind=estimate"),
    ("empty", "/api/v1/indicator_values?value="),
)


def page() -> str:
    """The page in the visit's language."""
    numbers = {"usual": USUAL_ROWS, "most": MOST_ROWS, "values": MOST_VALUES}
    guide = "".join(
        f"<dt>{escape(t(f'opendata.guide_{name}'))}</dt>"
        f"<dd>{_coded(t(f'opendata.guide_{name}_text', **numbers))}</dd>"
        for name in _GUIDE
    )
    examples = "".join(
        f'<dt>{escape(t(f"opendata.example_{name}"))}</dt><dd><a href="{escape(path, quote=True)}">'
        f"<code>{escape(path)}</code></a></dd>"
        for name, path in EXAMPLES
    )
    problems = "".join(
        f'<tr id="{kind.replace("_", "-")}"><td>{status}</td>'
        f'<th scope="row">{escape(t(f"opendata.problem_{kind}"))}</th>'
        f"<td>{escape(t(f'opendata.problem_{kind}_help'))}</td></tr>"
        for kind, status in STATUS.items()
    )
    return (
        f'<!doctype html><html lang="{language()}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(t('opendata.service_title'))}</title>"
        f'<meta name="description" content="{escape(t("opendata.api_description"), quote=True)}">'
        '<link rel="service-desc" href="/api/v1/openapi.json" type="application/openapi+json">'
        f"<style>{_STYLE}</style></head><body><main><h1>{escape(t('opendata.service_title'))}</h1>"
        f"<p>{escape(t('opendata.api_description'))}</p><ul>"
        f'<li><a href="/veri">{escape(t("opendata.api_to_page"))}</a></li>'
        f'<li><a href="/api/v1/openapi.json">{escape(t("opendata.api_to_openapi"))}</a></li>'
        f'<li><a href="/api/v1/tables">{escape(t("opendata.api_to_tables"))}</a></li></ul>'
        f"<h2>{escape(t('opendata.api_examples'))}</h2><dl>{examples}</dl>"
        f"<h2>{escape(t('opendata.api_guide'))}</h2><dl>{guide}</dl>"
        f"<h2>{escape(t('opendata.api_problems'))}</h2><p>{_coded(t('opendata.api_problems_text'))}</p>"
        f"<table><tbody>{problems}</tbody></table>"
        f"<h2>{escape(t('opendata.tables_title'))}</h2>{_tables()}</main></body></html>"
    )


def _coded(text: str) -> str:
    """Escaped text in which what stands between backquotes is code."""
    pieces = escape(text).split("`")
    return "".join(
        f"<code>{piece}</code>" if place % 2 else piece for place, piece in enumerate(pieces)
    )


def _tables() -> str:
    return "".join(
        f'<details id="{table.name}"><summary><code>{table.name}</code> '
        f"{escape(table.tr if language() == 'tr' else table.en)}</summary>"
        f"<p>{escape(t(f'opendata.row_{table.name}'))} "
        f'<a href="/api/v1/{table.name}">/api/v1/{table.name}</a></p>'
        f"<table><tbody>{_columns(table.name)}</tbody></table></details>"
        for table in TABLES
    )


def _columns(table: str) -> str:
    return "".join(
        f'<tr><th scope="row"><code>{column.name}</code></th>'
        f"<td>{escape(column.tr if language() == 'tr' else column.en)}</td>"
        f"<td>{escape(t(f'opendata.type_{column.type}'))}</td></tr>"
        for column in BY_NAME[table].columns
    )
