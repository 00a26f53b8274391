"""From the programme's text and the files of its documents to the datasets that pages show: the
commands, in the order of the documents, for the invented municipality's three years."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kbb_data.__main__ import main
from kbb_data.results.template import write_template
from tests.support import years
from tests.support.rawcsv import rows
from tests.support.years import reports, results

KEY, VALUE, REASON, MEASURE = "Anahtar", "Gerçekleşen", "Sapma nedeni", "Alınan önlem"


def filled(folder: Path, document: dict[str, Any], path: Path) -> Path:
    """The form of a dataset with what a document says of indicators, as units would fill it in."""
    write_template(folder, path)
    book = openpyxl.load_workbook(path)
    about = book["Belge"]
    about["B2"] = document["title"]
    about["B4"] = datetime.date.fromisoformat(document["date"])
    about["B5"] = datetime.date.fromisoformat(document["as_of"])
    said = {f"indicator {code}": given for code, *given in document["indicators"]}
    for sheet in book:
        heads = [cell.value for cell in sheet[1]]
        if VALUE not in heads or KEY not in heads:
            continue
        for row in sheet.iter_rows(min_row=2):
            given = said.get(row[heads.index(KEY)].value)
            if given is not None:
                value, _, reason, measure = given
                row[heads.index(VALUE)].value = value
                row[heads.index(REASON)].value = reason or None
                row[heads.index(MEASURE)].value = measure or None
    book.save(path)
    return path


def taken_in(folder: Path, document: dict[str, Any], year: int, path: Path) -> None:
    """The document's file, taken into the dataset by the command."""
    more: list[str] = []
    if document["kind"] == "results_form":
        file = filled(folder, document, path.with_suffix(".xlsx"))
    else:
        file = path.with_suffix(".docx")
        file.write_bytes(reports.word(year, document["document"]))
        more = ["--title", document["title"]]
    if document.get("corrects"):
        before = next(
            row["document"]
            for row in rows(folder, "documents")
            if (row["kind"], row["as_of"]) == (document["kind"], document["as_of"])
        )
        more += ["--corrects", before, "--reason", document["correction_reason"]]
    assert main(["results", str(file), "--for", str(folder), "--out", str(folder), *more]) == 0


def figures(folder: Path, table: str, *columns: str) -> list[tuple[str, ...]]:
    """A table's rows by these columns and the title of their document, in order."""
    titles = {row["document"]: row["title"] for row in rows(folder, "documents")}
    return sorted(
        (titles[row["document"]], *(row[column] for column in columns))
        for row in rows(folder, table)
    )


@pytest.mark.parametrize("year", years.YEARS)
def test_files_and_commands_give_what_the_datasets_hold(tmp_path: Path, year: int) -> None:
    plans, planted = years.planned(tmp_path / "plans"), years.built(tmp_path / "planted")[year]
    folder = plans[year]
    for place, document in enumerate(results.documents(year)):
        taken_in(folder, document, year, tmp_path / f"belge-{place}")
    assert main(["check", str(folder)]) == 0
    told = ("title", "kind", "date", "as_of", "sequence")
    assert [tuple(row[name] for name in told) for row in rows(folder, "documents")] == [
        tuple(row[name] for name in told) for row in rows(planted, "documents")
    ]
    for table, columns in {
        "indicator_results": ("goal", "indicator", "as_of", "value", "deviation_reason",
                              "measure_taken"),
        "appropriations": ("classification", "code", "as_of", "statement", "initial", "net",
                           "spent", "cancelled", "carried", "expected", "is_outside_total"),
        "monthly_amounts": ("classification", "code", "year", "month", "amount"),
    }.items():  # fmt: skip
        assert figures(folder, table, *columns) == figures(planted, table, *columns), table
