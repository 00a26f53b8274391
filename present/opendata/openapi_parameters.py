"""The parameters of a table's address as the API's description for machines has them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kbb_data.schema import Column, Table
from present.kit.text import ENGLISH, language, t
from present.opendata.cells import PATTERNS
from present.opendata.query import (
    ANSWERS,
    FORMAT,
    FURTHEST,
    HIGHEST,
    LIMIT,
    LONGEST_VALUE,
    LOWEST,
    MOST_ROWS,
    MOST_SORTS,
    MOST_VALUES,
    OFFSET,
    SORT,
    USUAL_ROWS,
)

_NUMERIC = ("integer", "money", "decimal")

#: What an example asks a table for; few rows, so that it reads well.
_FEW_ROWS = 10

#: An example of a table: how an address writes each column of one of its rows.
Example = Callable[[str], Mapping[str, str]]


def no_example(table: str) -> Mapping[str, str]:
    """No row of any table."""
    return {}


def called(thing: Table | Column) -> str:
    """What a table or column is called in the visit's language."""
    return thing.en if language() == ENGLISH else thing.tr


def _told(column: Column) -> str:
    """What a column is: its name, its type and unit or its meaning, what its codes mean."""
    texts = [f"{called(column)} ({t(f'opendata.type_{column.type}')})"]
    if language() == ENGLISH:
        # What a value means at length is written in the schema, in English alone.
        texts.append(column.meaning)
    said = ". ".join(text.rstrip(".") for text in texts) + "."
    codes = "; ".join(
        f"{code.code}: {code.en if language() == ENGLISH else code.tr}" for code in column.codes
    )
    return f"{said} {t('opendata.api_codes', codes=codes)}" if codes else said


def parameter(
    name: str, text: str, schema: dict[str, Any], examples: Sequence[Any] = (), **more: Any
) -> dict[str, Any]:
    """A parameter; the first of ``examples``, if there is any, is shown."""
    shown = {"example": examples[0]} if examples else {}
    return {"name": name, "in": "query", "description": text, "schema": schema, **shown, **more}


def parameters(table: Table, example: Mapping[str, str]) -> list[dict[str, Any]]:
    """What a table's address may ask; of ``example`` the columns of the key are shown."""
    names = [sign + column.name for column in table.columns for sign in ("", "-")]
    # By the largest amount, or measure, else by what the table begins with.
    measures = [column.name for column in table.columns if column.type in ("money", "decimal")]
    order = "-" + measures[0] if measures else table.columns[0].name
    asked = [
        parameter(
            FORMAT,
            t("opendata.api_format"),
            {
                "type": "string",
                "enum": [form.ending for form in ANSWERS],
            },
            [ANSWERS[0].ending],
        ),
        parameter(
            SORT,
            t("opendata.api_sort"),
            {
                "type": "array",
                "items": {"type": "string", "enum": names},
                "minItems": 1,
                "maxItems": MOST_SORTS,
            },
            [[order]],
            style="form",
            explode=False,
        ),
        parameter(
            LIMIT,
            t("opendata.api_limit", usual=USUAL_ROWS),
            {"type": "integer", "minimum": 1, "maximum": MOST_ROWS},
            [_FEW_ROWS],
        ),
        parameter(
            OFFSET,
            t("opendata.api_offset"),
            {"type": "integer", "minimum": 0, "maximum": FURTHEST, "default": 0},
            [0],
        ),
    ]
    for column in table.columns:
        # Whoever fills in every example asks for one row by its key, and finds it.
        value = example.get(column.name) if column.name in table.key else None
        asked.append(
            parameter(
                column.name,
                _told(column),
                {
                    "type": "array",
                    "items": _given(column),
                    "minItems": 1,
                    "maxItems": MOST_VALUES,
                },
                [[value]] if value else [],
                style="form",
                explode=True,
            )
        )
        if column.type in _NUMERIC:
            limit = {"type": "string", "pattern": f"^({PATTERNS[column.type]})$"}
            for end, key in ((LOWEST, "min"), (HIGHEST, "max")):
                text = t(f"opendata.api_{key}", column=called(column))
                asked.append(parameter(column.name + end, text, limit))
    return asked


def _given(column: Column) -> dict[str, Any]:
    """What an address may say of a column; the empty text asks for what is not stated."""
    if column.values:
        return {"type": "string", "enum": [*column.values, ""]}
    pattern = PATTERNS.get(column.type)
    if pattern is None:
        return {"type": "string", "maxLength": LONGEST_VALUE}
    return {"type": "string", "pattern": f"^({pattern})?$"}
