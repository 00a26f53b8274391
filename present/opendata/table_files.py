"""The bytes of a table in each of its formats, from a library's rows and files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from kbb_data.publishing.package import csv_bytes
from kbb_data.schema import Table
from present.kit.draft import file_name
from present.kit.text import TURKISH, using
from present.opendata import formats
from present.opendata.citing import foot, notes
from present.opendata.derived import Derived
from present.opendata.files import csv_file, json_file, origin
from present.opendata.formats import Format
from present.opendata.parquet import parquet_file
from present.opendata.people import people_csv
from present.opendata.source import Edition, Library, as_dataset
from present.opendata.xlsx import xlsx_file

Cells = Sequence[Sequence[Any]]


def table_file(library: Library, edition: Edition, table: Table, form: Format) -> bytes:
    """A table of the dataset. Its exact CSV is the published file, but for formulas."""
    if form == formats.CSV:
        exact = library.files(edition)[file_name(f"{table.name}.csv", edition.is_draft)]
        return csv_file(table, exact)
    rows = library.rows(edition, table.name)
    return _written(edition, library.descriptor(edition), table.in_form(edition.form), rows, form)


def derived_file(library: Library, edition: Edition, derived: Derived, form: Format) -> bytes:
    """A table that is made of others."""
    table, rows = derived_table(library, edition, derived)
    if form == formats.CSV:
        return csv_file(table, csv_bytes(table, as_dataset(table, rows)))
    return _written(edition, library.descriptor(edition), table, rows, form)


def derived_table(library: Library, edition: Edition, derived: Derived) -> tuple[Table, Cells]:
    """A table that is made of others, and its rows."""
    return derived.make(partial(library.rows, edition), edition.year, edition.form)


def _written(
    edition: Edition, descriptor: Mapping[str, Any], table: Table, rows: Cells, form: Format
) -> bytes:
    if form == formats.JSON:
        return json_file(table, rows, origin(edition, descriptor))
    if form == formats.PARQUET:
        return parquet_file(table, rows, origin(edition, descriptor))
    with using(TURKISH, edition.form):
        if form == formats.PEOPLE:
            return people_csv(table, rows, foot(edition, descriptor, table))
        about = notes(edition, descriptor, table, len(rows))
        return xlsx_file(table, rows, about, edition.date, is_draft=edition.is_draft)
