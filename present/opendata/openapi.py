"""The API's description for machines: OpenAPI 3.1, made from the schema."""

from __future__ import annotations

from typing import Any

from kbb_data.schema import BY_SUBJECT, SUBJECTS, TABLES, Table
from present.kit.contact import FIELDS as CONTACT_FIELDS
from present.kit.setting import LANGUAGE
from present.kit.text import ENGLISH, form, language, t
from present.opendata.cells import json_schema
from present.opendata.draft import FIELD
from present.opendata.formats import CSV, FORMATS, JSON, PARQUET
from present.opendata.openapi_parameters import Example, called, no_example, parameter, parameters
from present.opendata.query import INSTITUTION, MOST_ROWS, YEAR
from present.site.pages import ABOUT

PREFIX = "/api/v1"

#: Of the API itself: it rises with what can be asked of it.
VERSION = "1.1.0"

_DATASET = "dataset"
#: The part of the page Hakkında that says where to turn to.
_CONTACT = "iletisim"


def document(
    version: str,
    years: tuple[str, ...],
    institutions: tuple[str, ...],
    example: Example = no_example,
) -> dict[str, Any]:
    """The OpenAPI document in the visit's language, and in no other.

    ``version`` is the data's; ``years`` and ``institutions`` are the programmes to choose from, the
    newest first. ``example`` gives a row of the newest by a table's name, so that what the document
    shows as an example finds something. Addresses of pages for people are relative.
    """
    spoken = f"?{LANGUAGE}={ENGLISH}" if language() == ENGLISH else ""
    choice = [
        parameter(YEAR, t("opendata.api_year"), {"type": "string", "enum": list(years)},
                   years[:1]),
        parameter(INSTITUTION, t("opendata.api_institution"),
                   {"type": "string", "enum": list(institutions)}, institutions[:1]),
    ]  # fmt: skip
    subjects = {table.name: name for name, tables in BY_SUBJECT.items() for table in tables}
    paths: dict[str, Any] = {
        f"{PREFIX}/tables": {
            "get": _operation("tables", _DATASET, t("opendata.api_tables"), choice, _only_json()),
        }
    }
    for table in _tables():
        about = _operation(
            table.name,
            subjects[table.name],
            called(table),
            [*choice, *parameters(table, example(table.name))],
            _rows_answer(table),
        )
        paths[f"{PREFIX}/{table.name}"] = {
            "get": {**about, "description": t(f"opendata.row_{table.name}")}
        }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": t("opendata.service_title"),
            "version": f"{VERSION}+{version.rpartition('+')[2]}",
            "description": t("opendata.api_description"),
            "contact": {
                "name": t("opendata.api_contact"),
                "url": f"{ABOUT.path}{spoken}#{_CONTACT}",
            },
            "license": {
                "name": t("opendata.api_licence"),
                "url": "https://creativecommons.org/licenses/by/4.0/",
            },
        },
        "externalDocs": {"description": t("opendata.api_to_guide"), "url": f"{PREFIX}/{spoken}"},
        "servers": [{"url": "/"}],
        # Nobody signs in.
        "security": [],
        "tags": [_tag(name) for name in (_DATASET, *SUBJECTS)],
        "paths": paths,
        "components": {"schemas": _schemas(), "responses": _responses()},
    }


def _tag(name: str) -> dict[str, str]:
    return {
        "name": name,
        "x-displayName": t(f"opendata.subject_{name}"),
        "description": t(f"opendata.subject_{name}_text"),
    }


def _tables() -> list[Table]:
    """All tables, since there may be programmes of both forms, in the words of the form at hand."""
    return [table.in_form(form()) for table in TABLES]


def _operation(
    name: str, tag: str, summary: str, parameters: list[dict[str, Any]], answer: dict[str, Any]
) -> dict[str, Any]:
    refused = {"$ref": "#/components/responses/Problem"}
    return {
        "operationId": name,
        "tags": [tag],
        "summary": summary,
        "parameters": parameters,
        "responses": {
            "200": {
                "description": t("opendata.api_answer"),
                "headers": _headers("ETag", "Cache-Control", "Dataset-Version", "Link"),
                **answer,
            },
            "206": {
                "description": t("opendata.api_part"),
                "headers": _headers("ETag", "Content-Range"),
                "content": answer["content"],
            },
            "304": {"description": t("opendata.api_not_modified")},
            "400": refused,
            "405": refused,
            "406": refused,
            "416": {**_problem(t("opendata.api_beyond")), "headers": _headers("Content-Range")},
            "503": refused,
        },
    }


def _headers(*names: str) -> dict[str, Any]:
    return {name: {"schema": {"type": "string"}} for name in names}


def _only_json() -> dict[str, Any]:
    return {"content": {JSON.kind: {"schema": {"$ref": "#/components/schemas/Tables"}}}}


def _rows_answer(table: Table) -> dict[str, Any]:
    """What a table answers; the header of the CSV is its example."""
    names = ("ETag", "Cache-Control", "Dataset-Version", "Link", "Total-Count",
             "Content-Disposition")  # fmt: skip
    return {
        "headers": _headers(*names),
        "content": {
            JSON.kind: {"schema": {"$ref": f"#/components/schemas/{table.name}_answer"}},
            CSV.kind: {
                "schema": {"type": "string"},
                "example": ",".join(table.column_names) + "\n",
            },
            PARQUET.kind: {"schema": {"type": "string", "format": "binary"}},
        },
    }


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
        "contact": {
            **_object(dict.fromkeys(CONTACT_FIELDS, text), CONTACT_FIELDS[1:]),
            "type": ["object", "null"],
        },
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
    return {"Problem": _problem(t("opendata.api_problem"))}


def _problem(text: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": text, "content": {"application/problem+json": {"schema": schema}}}
