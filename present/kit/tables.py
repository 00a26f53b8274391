"""Real HTML tables: caption, scopes, Turkish numbers, links; made once, shown anywhere.

A table stands in a region of its own that a keyboard can reach and scroll, so that the page
never scrolls sideways. All text is escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
from markupsafe import Markup

from present.kit import writing
from present.kit.markup import Pieces
from present.kit.text import t, verbatim

_PIECES = Pieces("kit/tables.jinja")

#: The unit of money as headings write it.
LIRA = "TL"


def _as_text(value: Any) -> str:
    return str(value) if writing.is_stated(value) else writing.not_stated()


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: the frame's column, its heading, how a value is written, where it links to.

    ``key`` and ``value`` are its name and its values in data files, where those of ``name`` aren't.
    ``unit`` is what those values are in, where neither the label nor ``write`` says so (``LIRA``,
    ``kişi``).
    ``is_part``: the frame's values are parts of 1, however ``write`` writes them.
    ``is_number`` aligns right with tabular figures; ``is_heading`` makes the row's name of it;
    ``is_lead``: on a telephone it stands beside the row's name (see ``lead``).
    ``is_verbatim`` says that the words are the document's own, which stay Turkish: in all rows,
    or in those (as dicts) of which a function says so; ``link`` gets the row (as a dict) and gives
    an address, or nothing for no link.
    """

    name: str
    label: str
    write: Callable[[Any], str] = _as_text
    is_number: bool = False
    is_heading: bool = False
    is_lead: bool = False
    is_verbatim: bool | Callable[[dict[str, Any]], bool] = False
    link: Callable[[dict[str, Any]], str | None] | None = None
    key: str = ""
    value: Callable[[Any], Any] | None = None
    unit: str = ""
    is_part: bool = False

    @property
    def is_kurus(self) -> bool:
        """Whether the frame's values are whole kuruş: those that are written as money are, and
        leave as lira whatever the column is called."""
        return self.write is writing.money

    @property
    def is_share(self) -> bool:
        """Whether the frame's values are parts of 1."""
        return self.is_part or self.write in (writing.share, writing.share_text)


def lead(columns: Sequence[TableColumn]) -> TableColumn | None:
    """The column that a telephone shows beside a row's name: the one that says so, else the first
    amount of money, else the first number; ``None`` where there is no such column."""
    rest = [column for column in columns if not column.is_heading]
    for kind in ("is_lead", "is_kurus", "is_number"):
        for column in rest:
            if getattr(column, kind):
                return column
    return None


def _opens(columns: Sequence[TableColumn]) -> bool:
    """Whether rows have more than a telephone's line holds: their name and a value."""
    names = sum(column.is_heading for column in columns)
    return bool(names) and len(columns) - names > (lead(columns) is not None)


def html_table(
    frame: pd.DataFrame,
    columns: Sequence[TableColumn],
    caption: str,
    *,
    own: Collection[str] = (),
    is_stacked: bool = False,
    anchor: str = "",
) -> Markup:
    """The table of a frame's rows in order; without rows, a table that says so.

    On a telephone a row shows its name and the value of ``lead``, and opens its other cells, each
    beside the heading of its column (``assets/rows.js``); at a desk and on paper it is a table.
    ``own``: the document's own words in the caption and the headings; they stay Turkish.
    ``is_stacked``: where there is little room, all cells of a row stand below each other from the
    start, for few rows of amounts that are read against each other. ``anchor``: the column by whose
    values an address ends at a row; none without.
    Raises ``KeyError`` for a column that the frame lacks.
    """
    missing = [column.name for column in columns if column.name not in frame.columns]
    if missing:
        raise KeyError(f"the frame has no column {', '.join(missing)}")
    rows = [[_cell(column, row) for column in columns] for row in frame.to_dict("records")]  # type: ignore[arg-type]
    shown = lead(columns)
    return _PIECES(
        "table",
        caption=caption,
        columns=columns,
        rows=rows,
        own=own,
        is_stacked=is_stacked,
        opener=t("common.row_opens") if _opens(columns) and not is_stacked else "",
        lead="" if shown is None else list(columns).index(shown),
        anchors=[str(value) for value in frame[anchor]] if anchor else [],
    )


def folded(
    label: str,
    content: Markup,
    *,
    is_open: bool = False,
    opens_with_room: bool = False,
    own: Collection[str] = (),
) -> Markup:
    """HTML behind a fold that a keyboard opens; on paper it is always open.

    ``opens_with_room``: whether it is open at a desk (``assets/parts.js``). ``own``: the document's
    own words in the label; they stay Turkish.
    """
    return _PIECES(
        "folded",
        label=label,
        content=content,
        is_open=is_open,
        opens_with_room=opens_with_room,
        own=own,
    )


def frame_of(
    records: Sequence[Mapping[str, Any]], columns: Sequence[str], counts: Collection[str] = ()
) -> pd.DataFrame:
    """The records as a frame of these columns; those of money (``..._kurus``) and ``counts`` are
    whole numbers, also where a cell is blank. Without records the columns are empty."""
    frame = pd.DataFrame(records, columns=list(columns))
    for column in columns:
        if column.endswith("_kurus") or column in counts:
            frame[column] = pd.array(frame[column].tolist(), dtype="Int64")
    return frame


def link_in(column: str) -> Callable[[Mapping[str, Any]], str | None]:
    """Where a cell leads whose row has the address in ``column``; nowhere where that is empty."""
    # Figures go to other processes, which take no function without a name.
    return partial(_address, column)


def _address(column: str, row: Mapping[str, Any]) -> str | None:
    return str(row[column]) or None


def _cell(column: TableColumn, row: dict[str, Any]) -> tuple[str, str]:
    """A cell's words, and the address that they lead to; empty where they lead nowhere."""
    value = row[column.name]
    own = column.is_verbatim(row) if callable(column.is_verbatim) else column.is_verbatim
    text = column.write(value)
    address = column.link(row) if column.link else None
    return (
        verbatim(text) if own and writing.is_stated(value) else text,
        address if isinstance(address, str) else "",
    )
