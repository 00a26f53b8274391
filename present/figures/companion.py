"""What stands beside a figure's exact CSV, which holds rows and nothing else: CSV on the Web.

A CSVW processor finds it by the CSV's ``Link`` header. It says once what is true of all rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from present.figures.files import headings, keys, rows
from present.kit.figure import Figure
from present.kit.spreadsheet import Value
from present.kit.text import language
from present.opendata.csvw import CONTEXT, DIALECT, MEDIA
from present.opendata.draft import FIELD

__all__ = ["MEDIA", "companion"]


def companion(figure: Figure, url: str, about: Mapping[str, Any]) -> dict[str, Any]:
    """The metadata of the CSV file at ``url``, in the visit's language; ``about`` as
    ``FigureAnswers.about`` gives it: version, licence, address, and that it is a draft."""
    columns = list(zip(*rows(figure), strict=True)) or [()] * len(figure.columns)
    return {
        "@context": [CONTEXT, {"@language": language()}],
        "url": url,
        "dc:title": figure.title,
        "dc:description": figure.sentence,
        "schema:temporalCoverage": figure.subtitle,
        "dc:source": figure.source,
        "dc:license": {"@id": about["licence"]},
        "schema:version": about["version"],
        "schema:url": about["address"],
        **({"schema:creativeWorkStatus": about[FIELD][language()]} if FIELD in about else {}),
        "notes": [
            {"@type": "schema:Comment", "schema:text": note.text, "schema:url": note.address}
            for note in figure.notes
        ],
        "dialect": DIALECT,
        "tableSchema": {
            "columns": [
                {"name": name, "titles": heading, "datatype": _datatype(values), "null": ""}
                for name, heading, values in zip(
                    keys(figure), headings(figure), columns, strict=True
                )
            ]
        },
    }


def _datatype(values: tuple[Value, ...]) -> str:
    """What all stated values of a column are; text where they differ or there are none."""
    kinds = {type(value) for value in values if value is not None}
    if kinds == {bool}:
        return "boolean"
    if kinds and kinds <= {int}:
        return "integer"
    return "decimal" if kinds and kinds <= {int, float, Decimal} else "string"
