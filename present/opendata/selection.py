"""The rows of a table that an address asks for, as an answer: JSON page by page, CSV or Parquet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kbb_data.publishing.package import csv_bytes
from kbb_data.schema import Table
from present.kit.answers import Body
from present.kit.draft import file_name
from present.opendata import formats
from present.opendata.files import as_json, csv_file, origin
from present.opendata.parquet import parquet_file
from present.opendata.query import Query
from present.opendata.source import Edition, as_dataset

#: What the name of a saved file says where it holds a selection of the table's rows.
SELECTION = "secim"


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected: the edition's rows ``places`` fit, in this order, whatever the page;
    ``path`` is the table's address."""

    edition: Edition
    table: Table
    query: Query
    places: Sequence[int]
    path: str

    @property
    def page(self) -> Sequence[int]:
        """The places of the rows that are answered."""
        return self.query.page(self.places)

    def links(self) -> dict[str, str]:
        """The addresses of this page and of those around it, by name: ``self``, and as far as
        there are any ``next``, ``previous`` and ``first``."""
        query, total = self.query, len(self.places)
        links = {"self": self._address(query.offset)}
        if query.limit is not None and query.offset + query.limit < total:
            links["next"] = self._address(query.offset + query.limit)
        if query.offset:
            # Behind the last row there is nothing to go through backwards.
            before = min(query.offset, total) - (query.limit or total)
            links["previous"] = self._address(max(before, 0))
            links["first"] = self._address(0)
        return links

    def file_name(self, is_whole: bool) -> str:
        """What the answer is called when it is saved; ``is_whole``: it holds all of the table."""
        stem = f"{self.table.name}-{self.edition.year}" + ("" if is_whole else f"-{SELECTION}")
        name = formats.BY_ENDING[self.query.format].file_name(stem)
        return file_name(name, self.edition.is_draft)

    def _address(self, offset: int) -> str:
        return self.query.address(self.path, self.edition.parameters, offset)


def json_page(selection: Selection, texts: Sequence[bytes], descriptor: Mapping[str, Any]) -> Body:
    """The page as JSON; ``texts`` is each of the table's rows as JSON."""
    page, query = selection.page, selection.query
    links = selection.links()
    links.pop("first", None)
    content = {
        "table": selection.table.name,
        "title": {"tr": selection.table.tr, "en": selection.table.en},
        **origin(selection.edition, descriptor),
        "total": len(selection.places),
        "count": len(page),
        "limit": query.limit,
        "offset": query.offset,
        "links": links,
    }
    rows = b",".join(texts[place] for place in page)
    whole = as_json(content).removesuffix(b"}") + b',"rows":[' + rows + b"]}"
    return Body(whole, formats.JSON.media)


def file(
    selection: Selection, rows: Sequence[Sequence[Any]], descriptor: Mapping[str, Any]
) -> Body:
    """The page as a file like the whole table's: the exact CSV, or Parquet, whose metadata say
    what was selected. ``rows`` are all of the table."""
    table, query = selection.table, selection.query
    chosen = [rows[place] for place in selection.page]
    if query.format == formats.CSV.ending:
        content = csv_file(table, csv_bytes(table, as_dataset(table, chosen)))
        return Body(content, formats.CSV.media)
    about = {
        **origin(selection.edition, descriptor),
        "address": selection.links()["self"],
        "total": len(selection.places),
        "count": len(chosen),
        "offset": query.offset,
    }
    return Body(parquet_file(table, chosen, about), formats.PARQUET.media)
