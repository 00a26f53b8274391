"""CSV on the Web (W3C): what the columns of the CSV files are, for programs that read them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kbb_data.schema import Column, Table
from present.opendata.draft import FIELD

MEDIA = "application/csvm+json"
CONTEXT = "http://www.w3.org/ns/csvw"

#: The W3C's defaults would read a row that begins with # as a comment.
DIALECT = {"encoding": "utf-8", "header": True, "delimiter": ",", "commentPrefix": None,
            "lineTerminators": ["\n"]}  # fmt: skip

_TYPES: Mapping[str, Any] = {
    "string": "string",
    "integer": "integer",
    "money": {"base": "decimal", "format": "0.00"},
    "decimal": "decimal",
    "boolean": {"base": "boolean", "format": "true|false"},
}


def table_metadata(table: Table, url: str, about: Mapping[str, Any]) -> dict[str, Any]:
    """The metadata beside one CSV file; ``about`` as ``files.origin`` gives it."""
    return {
        "@context": [CONTEXT, {"@language": "tr"}],
        **_described(table, url, with_keys=False),
        **_origin(about),
        "dialect": DIALECT,
    }


def group_metadata(
    tables: Sequence[Table], urls: Mapping[str, str], about: Mapping[str, Any]
) -> dict[str, Any]:
    """The metadata of the CSV files of ``tables`` together, with the keys by which they name each
    other; ``urls`` by a table's name."""
    return {
        "@context": [CONTEXT, {"@language": "tr"}],
        **_origin(about),
        "dialect": DIALECT,
        "tables": [_described(table, urls[table.name], with_keys=True, urls=urls)
                   for table in tables],
    }  # fmt: skip


def _origin(about: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "dc:license": {"@id": about["licence"]["url"]},
        "dc:source": about["source"]["title"],
        "schema:version": about["version"],
        **({"schema:creativeWorkStatus": [_in(*said) for said in about[FIELD].items()]}
           if FIELD in about else {}),
        **({"dc:modified": {"@value": about["date"], "@type": "xsd:date"}}
           if about["date"] else {}),
    }  # fmt: skip


def _described(
    table: Table, url: str, *, with_keys: bool, urls: Mapping[str, str] | None = None
) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "columns": [_column(column, table.key) for column in table.columns],
        **({"primaryKey": list(table.key)} if table.key else {}),
    }
    if with_keys and urls is not None and table.foreign_keys:
        schema["foreignKeys"] = [
            {
                "columnReference": list(key.columns),
                "reference": {
                    "resource": urls[key.table],
                    "columnReference": list(key.references),
                },
            }
            for key in table.foreign_keys
        ]
    return {
        "url": url,
        "dc:title": [_in("tr", table.tr), _in("en", table.en)],
        "dc:description": _in("en", f"One row is {table.row}."),
        "tableSchema": schema,
    }


def _column(column: Column, key: Sequence[str]) -> dict[str, Any]:
    # The name stands in the file's header, so it is the first title.
    return {
        "name": column.name,
        "titles": {"und": [column.name], "tr": [column.tr], "en": [column.en]},
        "dc:description": _in("en", column.meaning),
        "datatype": _TYPES[column.type],
        "null": "",
        "required": column.required or column.name in key,
    }


def _in(language: str, text: str) -> dict[str, str]:
    return {"@value": text, "@language": language}
