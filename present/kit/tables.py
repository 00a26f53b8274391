"""Real HTML tables: caption, scopes, Turkish numbers, links; made once, shown anywhere.

A table stands in a region of its own that a keyboard can reach and scroll, so that the page
never scrolls sideways. All text is escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import pandas as pd

from present.kit import writing
from present.kit.text import marked, t, verbatim


def _as_text(value: Any) -> str:
    return str(value) if writing.is_stated(value) else writing.not_stated()


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: the frame's column, its heading, how a value is written, where it links to.

    ``key`` and ``value`` are its name and its values in data files, where those of ``name`` aren't.
    ``is_number`` aligns right with tabular figures; ``is_heading`` makes the row's name of it;
    ``is_verbatim`` says that the words are the document's own, which stay Turkish: in all rows,
    or in those (as dicts) of which a function says so; ``link`` gets the row (as a dict) and gives
    an address, or nothing for no link.
    """

    name: str
    label: str
    write: Callable[[Any], str] = _as_text
    is_number: bool = False
    is_heading: bool = False
    is_verbatim: bool | Callable[[dict[str, Any]], bool] = False
    link: Callable[[dict[str, Any]], str | None] | None = None
    key: str = ""
    value: Callable[[Any], Any] | None = None


def html_table(
    frame: pd.DataFrame,
    columns: Sequence[TableColumn],
    caption: str,
    *,
    own: Collection[str] = (),
) -> str:
    """The table of a frame's rows in order; without rows, a table that says so.

    ``own``: the document's own words in the caption and the headings; they stay Turkish.
    Raises ``KeyError`` for a column that the frame lacks.
    """
    missing = [column.name for column in columns if column.name not in frame.columns]
    if missing:
        raise KeyError(f"the frame has no column {', '.join(missing)}")
    head = "".join(
        f'<th scope="col"{_class(column)}>{marked(column.label, own)}</th>' for column in columns
    )
    rows = frame.to_dict("records")
    body = "".join(
        "<tr>" + "".join(_cell(column, row) for column in columns) + "</tr>"  # type: ignore[arg-type]
        for row in rows
    )
    if not rows:
        empty = escape(t("common.table_empty"))
        body = f'<tr><td colspan="{len(columns)}">{empty}</td></tr>'
    name = escape(caption, quote=True)
    return (
        f'<div class="kbb-table" role="region" tabindex="0" aria-label="{name}">'
        f"<table><caption>{marked(caption, own)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def folded(label: str, content: str, *, is_open: bool = False, own: Collection[str] = ()) -> str:
    """HTML behind a fold that a keyboard opens; on paper it is always open.

    ``own``: the document's own words in the label; they stay Turkish.
    """
    state = " open" if is_open else ""
    summary = f"<summary>{marked(label, own)}</summary>"
    return f'<details class="kbb-fold"{state}>{summary}{content}</details>'


def _class(column: TableColumn) -> str:
    return ' class="kbb-number"' if column.is_number else ""


def _cell(column: TableColumn, row: dict[str, Any]) -> str:
    value = row[column.name]
    own = column.is_verbatim(row) if callable(column.is_verbatim) else column.is_verbatim
    write = verbatim if own and writing.is_stated(value) else escape
    text = write(column.write(value))
    address = column.link(row) if column.link else None
    if isinstance(address, str) and address:
        text = f'<a href="{escape(address, quote=True)}" target="_self">{text}</a>'
    if column.is_heading:
        return f'<th scope="row">{text}</th>'
    return f"<td{_class(column)}>{text}</td>"
