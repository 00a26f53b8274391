"""The API's description for machines: OpenAPI 3.1, made from the schema."""

from __future__ import annotations

from typing import Any

from kbb_data.schema import TABLES, Column, Table
from present.kit.text import form, t
from present.opendata.cells import PATTERNS, json_schema
from present.opendata.draft import FIELD
from present.opendata.formats import FORMATS
from present.opendata.query import (
    FURTHEST,
    HIGHEST,
    INSTITUTION,
    LIMIT,
    LONGEST_VALUE,
    LOWEST,
    MOST_ROWS,
    MOST_SORTS,
    MOST_VALUES,
    OFFSET,
    SORT,
    USUAL_ROWS,
    YEAR,
)

PREFIX = "/api/v1"

_NUMERIC = ("integer", "money", "decimal")


def document(version: str, years: tuple[str, ...], institutions: tuple[str, ...]) -> dict[str, Any]:
    """The OpenAPI document in the visit's language.

    ``version`` is the data's; ``years`` and ``institutions`` are the programmes to choose from.
    """
    choice = [
        _parameter(YEAR, t("opendata.api_year"), {"type": "string", "enum": list(years)}),
        _parameter(
            INSTITUTION,
            t("opendata.api_institution"),
            {"type": "string", "enum": list(institutions)},
        ),
    ]
    paths: dict[str, Any] = {
        f"{PREFIX}/tables": {
            "get": _operation("tables", t("opendata.api_tables"), choice, "Tables"),
        }
    }
    for table in _tables():
        paths[f"{PREFIX}/{table.name}"] = {
            "get": _operation(
                table.name, table.tr, [*choice, *_parameters(table)], f"{table.name}_answer",
                t("opendata.api_row", row=table.row),
            )
        }  # fmt: skip
    return {
        "openapi": "3.1.0",
        "info": {
            "title": t("opendata.service_title"),
            "version": f"1.0.0+{version.rpartition('+')[2]}",
            "description": t("opendata.api_description"),
            "license": {
                "name": "Creative Commons Attribution 4.0",
                "url": "https://creativecommons.org/licenses/by/4.0/",
            },
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": _schemas(), "responses": _responses()},
    }


def _tables() -> list[Table]:
    """All tables, since there may be programmes of both forms, in the words of the form at hand."""
    return [table.in_form(form()) for table in TABLES]


def _operation(
    name: str, summary: str, parameters: list[dict[str, Any]], schema: str, text: str = ""
) -> dict[str, Any]:
    return {
        "operationId": name,
        "summary": summary,
        **({"description": text} if text else {}),
        "parameters": parameters,
        "responses": {
            "200": {
                "description": t("opendata.api_answer"),
                "headers": {
                    name: {"schema": {"type": "string"}}
                    for name in ("ETag", "Cache-Control", "Dataset-Version")
                },
                "content": {
                    "application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}
                },
            },
            "304": {"description": t("opendata.api_not_modified")},
            "400": {"$ref": "#/components/responses/Problem"},
            "405": {"$ref": "#/components/responses/Problem"},
            "503": {"$ref": "#/components/responses/Problem"},
        },
    }


def _parameter(name: str, text: str, schema: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": text, "schema": schema, **more}


def _parameters(table: Table) -> list[dict[str, Any]]:
    names = [sign + column.name for column in table.columns for sign in ("", "-")]
    parameters = [
        _parameter(
            SORT,
            t("opendata.api_sort"),
            {
                "type": "array",
                "items": {"type": "string", "enum": names},
                "minItems": 1,
                "maxItems": MOST_SORTS,
            },
            style="form",
            explode=False,
        ),
        _parameter(
            LIMIT,
            t("opendata.api_limit"),
            {"type": "integer", "minimum": 1, "maximum": MOST_ROWS, "default": USUAL_ROWS},
        ),
        _parameter(
            OFFSET,
            t("opendata.api_offset"),
            {"type": "integer", "minimum": 0, "maximum": FURTHEST, "default": 0},
        ),
    ]
    for column in table.columns:
        parameters.append(
            _parameter(
                column.name,
                f"{column.tr}. {column.meaning}",
                {
                    "type": "array",
                    "items": _given(column),
                    "minItems": 1,
                    "maxItems": MOST_VALUES,
                },
                style="form",
                explode=True,
            )
        )
        if column.type in _NUMERIC:
            limit = {"type": "string", "pattern": f"^({PATTERNS[column.type]})$"}
            for end, key in ((LOWEST, "min"), (HIGHEST, "max")):
                text = t(f"opendata.api_{key}", column=column.tr)
                parameters.append(_parameter(column.name + end, text, limit))
    return parameters


def _given(column: Column) -> dict[str, Any]:
    """What an address may say of a column; the empty text asks for what is not stated."""
    if column.values:
        return {"type": "string", "enum": [*column.values, ""]}
    pattern = PATTERNS.get(column.type)
    if pattern is None:
        return {"type": "string", "maxLength": LONGEST_VALUE}
    return {"type": "string", "pattern": f"^({pattern})?$"}


def _schemas() -> dict[str, Any]:
    text, whole = {"type": "string"}, {"type": "integer", "minimum": 0}
    labels = _object({"tr": text, "en": text})
    about = {
        FIELD: labels,
        "programme": _object({"year": {"type": "integer"}, "institution": text}),
        "version": text,
        "hash": text,
        "date": {"type": ["string", "null"], "format": "date"},
        "licence": _object({"name": text, "url": {"type": "string", "format": "uri"}}),
        "source": _object({"title": text, "sha256": text}),
    }
    column = _object(
        {
            "name": text,
            "type": {"enum": ["string", "integer", "money", "decimal", "boolean"]},
            "title": labels,
            "meaning": text,
            "unit": text,
            "required": {"type": "boolean"},
            "values": {"type": "array", "items": text},
        }
    )
    schemas: dict[str, Any] = {
        "Problem": _object(
            {
                "type": {"type": "string", "format": "uri-reference"},
                "title": text,
                "status": {"type": "integer"},
                "detail": text,
                "parameter": text,
                "allowed": {"type": "array", "items": text},
            },
            absent=("parameter",),
        ),
        "Tables": _object(
            {
                **about,
                "programmes": {
                    "type": "array",
                    "items": _object(
                        {FIELD: labels, "yil": text, "kurum": text, "institution": text}, (FIELD,)
                    ),
                },
                "tables": {
                    "type": "array",
                    "items": _object(
                        {
                            "name": text,
                            "title": labels,
                            "description": text,
                            "rows": whole,
                            "key": {"type": "array", "items": text},
                            "columns": {"type": "array", "items": column},
                            "links": _links("rows", *(form.key for form in FORMATS)),
                        }
                    ),
                },
            },
            (FIELD,),
        ),
    }
    for table in _tables():
        row = _object({column.name: json_schema(column) for column in table.columns})
        schemas[f"{table.name}_row"] = row
        schemas[f"{table.name}_answer"] = _object(
            {
                "table": {"const": table.name},
                "title": labels,
                **about,
                "total": whole,
                "count": whole,
                "limit": {"type": "integer", "minimum": 1, "maximum": MOST_ROWS},
                "offset": whole,
                "links": _links("self", "next", "previous", absent=("next", "previous")),
                "rows": {
                    "type": "array",
                    "items": {"$ref": f"#/components/schemas/{table.name}_row"},
                },
            },
            (FIELD,),
        )
    return schemas


def _object(properties: dict[str, Any], absent: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in absent],
        "additionalProperties": False,
    }


def _links(*names: str, absent: tuple[str, ...] = ()) -> dict[str, Any]:
    address = {"type": "string", "format": "uri-reference"}
    return _object(dict.fromkeys(names, address), absent)


def _responses() -> dict[str, Any]:
    return {
        "Problem": {
            "description": t("opendata.api_problem"),
            "content": {
                "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
            },
        }
    }
