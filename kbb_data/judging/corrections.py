"""Corrections: values that a person reads otherwise than printed, with the reason."""

from __future__ import annotations

from collections.abc import Mapping

from kbb_data.judging.draft import Draft
from kbb_data.problems import quote
from kbb_data.schema import BY_NAME, Table
from kbb_data.values import parse_value, printed_lira


def correct(draft: Draft) -> None:
    """Read the values that people corrected as they did; the printed text stays."""
    for entry in draft.judgement.of("correction"):
        table = BY_NAME.get(entry["table"])
        if table is None or "correction" not in table.column_names:
            draft.problems.append(
                entry.broken("a table whose rows can be corrected", quote(entry["table"]))
            )
            continue
        rows = [
            row
            for row in draft.rows[table.name]
            if all(str(row[name]) == str(value) for name, value in entry["key"].items())
        ]
        if len(rows) != 1:
            draft.problems.append(
                entry.broken(f"one row of {table.name} with {entry['key']}", str(len(rows)))
            )
            continue
        row = rows[0]
        for name, printed in entry["expect"].items():
            expected = parse_value(table.column(name), str(printed))
            if row[name] != expected:
                draft.problems.append(
                    entry.broken(f"{name} {quote(str(printed))}", quote(str(row[name])))
                )
        if "amounts_printed" in table.column_names:
            row["amounts_printed"] = _printed(table, entry["expect"])
        for name, value in entry["read"].items():
            row[name] = parse_value(table.column(name), str(value))
        row["correction"] = entry["reason"]


def _printed(table: Table, cells: Mapping[str, str]) -> str:
    """Amounts in lira as they are printed, each with its column's heading; blanks and zeros left
    out."""
    amounts = {name: parse_value(table.column(name), str(text)) for name, text in cells.items()}
    return "; ".join(
        f"{table.column(name).tr}: {printed_lira(int(amount))}"
        for name, amount in amounts.items()
        if amount
    )
