"""Bringing a document of results into a dataset: whole or not at all.

What earlier documents state stays; the same file a second time changes nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from kbb_data.checking.results import stranger
from kbb_data.checking.validation import inspect, keys, reconciled_anew
from kbb_data.files import drafts
from kbb_data.files.extract import Extract, extract
from kbb_data.files.kinds import Kind, kind_of, refusal
from kbb_data.files.workbook import unseen
from kbb_data.judging.book import is_ours
from kbb_data.problems import Problem, Unreadable, quote
from kbb_data.publishing.package import REPORT, package_files, report_bytes, write
from kbb_data.results.documents import Said, beside, document_row, figures, listed
from kbb_data.results.filled_csv import is_csv_form
from kbb_data.results.form import Form, read_form
from kbb_data.results.kept import RESULTS, hold_others
from kbb_data.results.layout import written_day
from kbb_data.results.matching import matched
from kbb_data.results.numbers import DASHES
from kbb_data.results.records import (
    ACTIVITY,
    RESULTS_FORM,
    TOTAL,
    IndicatorResult,
    MonthAmount,
    Report,
    Statement,
)
from kbb_data.results.reports import read
from kbb_data.results.words import word
from kbb_data.rows import Row, Tables
from kbb_data.schema import BY_NAME


def take_in(path: Path, folder: Path, out: Path, said: Said) -> list[str]:
    """Read the filled form or the report at ``path`` into the dataset ``folder`` and write the
    whole dataset to ``out``, which may be the same.

    Gives a report, a line each. Raises ``Unreadable``, and then nothing was written.
    """
    problems, tables = inspect(folder)
    if problems:
        raise Unreadable(problems)
    kind = kind_of(path)
    content = path.read_bytes()
    if not content.strip():
        raise refusal(path, "a filled form or a report", "an empty file")
    sha256 = hashlib.sha256(content).hexdigest()
    before = next((row for row in tables["documents"] if row["sha256"] == sha256), None)
    if before is not None:
        return [f"already taken in as {before['document']}; nothing changed"]
    hold_others(out, tables)
    report, own, left_out = _read(path, kind, content, tables, said.as_of)
    stated = said.over(own)
    row = document_row(_titled(stated, tables), sha256, tables)
    report = _dated(report, row["as_of"])
    results, strangers = matched(report.indicators, tables)
    report = replace(report, indicators=tuple(results))
    fit(report, tables)
    told = _added(row, report, tables)
    if not stated.title:
        told.append(f"it bears no title and is called '{row['title']}'; give another with --title")
    tables["findings"] += [
        stranger(row, result.name or f"{result.goal}.{result.indicator}", result.printed,
                 result.line, result.section)
        for result in strangers
    ]  # fmt: skip
    tables["checks"], tables["findings"] = reconciled_anew(tables)
    broken = keys(tables)
    if broken:
        raise Unreadable(broken)
    files = package_files(tables)
    files[REPORT] = report_bytes(_reported(folder, row, report, strangers, tables))
    try:
        write(out, files, sorted(folder.glob("*.toml")))
    except OSError as error:
        raise refusal(out, "a folder that can be written", str(error)) from error
    if strangers:
        names = listed(result.name or f"{result.goal}.{result.indicator}" for result in strangers)
        told.append(f"not taken up, the programme has no such indicator: {names}; see the findings")
    unread = [
        f"{each.goal}.{each.indicator} {quote(each.printed)}"
        for each in report.indicators
        if each.value is None and each.printed not in ("", *DASHES)
    ]
    if unread:
        told.append(f"no number, kept as printed and without a value: {listed(unread)}")
    told += left_out
    return [*told, f"{len(tables['findings'])} findings; written to {out}"]


# --- Reading -------------------------------------------------------------------------------------


def _read(
    path: Path, kind: Kind, content: bytes, tables: Tables, as_of: str
) -> tuple[Report, Said, Sequence[str]]:
    """What the file says, what it says of itself, and sentences on what was left out; ``as_of`` is
    the day of its figures where the person who gives it says one."""
    if kind is Kind.WORKBOOK and is_ours(path):
        return _form(read_form(path, tables, as_of, is_workbook=True), tables)
    if kind is Kind.TEXT and is_csv_form(content):
        return _form(read_form(path, tables, as_of, is_workbook=False), tables)
    source = extract(path)
    drafts.hold_marks(source.content)
    if path.name == drafts.TEXT:
        source = Extract(source.content, drafts.places(path.parent, source.content))
    programme = tables["programme"][0]
    report = read(source, programme["year"], programme["institution"])
    own = Said(report.title, report.kind, report.date, report.as_of)
    hidden = unseen(path) if kind is Kind.WORKBOOK else []
    told = [
        f"not read, the sheet is hidden: {listed(hidden)}; where it belongs to the document, show "
        "it and give the file with --corrects"
    ]
    return report, own, told if hidden else ()


def _form(form: Form, tables: Tables) -> tuple[Report, Said, Sequence[str]]:
    programme = tables["programme"][0]
    said = Said(**form.document)
    report = Report(
        said.kind or RESULTS_FORM,
        said.title,
        said.date,
        said.as_of,
        programme["institution"],
        programme["year"],
        form.statements,
        form.months,
        form.indicators,
    )
    if not form.statements and not form.months and not form.indicators:
        raise Unreadable(
            [Problem(0, "the form", "at least one figure", "none; fill in what is known")]
        )
    told = [f"not in the form: {listed(form.lacking)}"] if form.lacking else []
    return report, replace(said, kind=said.kind or RESULTS_FORM), told


def _titled(said: Said, tables: Tables) -> Said:
    """What is said of a document, one without a title named by its kind, its year and, where it is
    a form, its days."""
    kinds = BY_NAME["documents"].column("kind").values
    if said.title or said.kind not in kinds or not said.as_of:
        return said
    year = tables["programme"][0]["year"]
    if said.kind != RESULTS_FORM:
        return replace(said, title=word(f"values.title_{said.kind}").format(year=year))
    title = word("values.form_title").format(year=year, as_of=written_day(said.as_of))
    if said.date and title in {row["title"] for row in tables["documents"]}:
        title = word("values.form_title_dated").format(title=title, date=written_day(said.date))
    return replace(said, title=title)


def _dated(report: Report, as_of: str) -> Report:
    """The report with the document's day where a figure has the report's own, or none."""
    own = ("", report.as_of)
    return replace(
        report,
        statements=tuple(
            replace(each, as_of=as_of) if each.as_of in own else each for each in report.statements
        ),
        indicators=tuple(
            replace(each, as_of=as_of) if each.as_of in own else each for each in report.indicators
        ),
    )


def fit(report: Report, tables: Tables) -> None:
    """Raise ``Unreadable`` for figures of other years or of activities that are none."""
    year = tables["programme"][0]["year"]
    activities = {str(row["activity"]) for row in tables["activities"]}
    dated: list[Statement | IndicatorResult] = [*report.statements, *report.indicators]
    money: list[Statement | MonthAmount] = [*report.statements, *report.months]
    problems = [
        Problem(each.line, f"section {each.section}", f"a day of {year - 2} to {year}",
                f"{each.as_of}; is this a document about another programme?")
        for each in dated
        if not year - 2 <= int(each.as_of[:4]) <= year
    ]  # fmt: skip
    problems += [
        Problem(each.line, f"section {each.section}", "the number of an activity of the programme",
                f"{each.code}; write the number that the programme gives it")
        for each in money
        if each.classification == ACTIVITY and each.code not in {*activities, TOTAL}
    ]  # fmt: skip
    if problems:
        raise Unreadable(problems)


# --- Writing -------------------------------------------------------------------------------------


def _added(document: Row, report: Report, tables: Tables) -> list[str]:
    """Put the document and its figures into ``tables``; what to say of it."""
    key = document["document"]
    new: Tables = {
        "indicator_results": [_result_row(each, key) for each in report.indicators],
        "appropriations": [_statement_row(each, key) for each in report.statements],
        "monthly_amounts": [_month_row(each, key) for each in report.months],
    }
    told = beside(document, figures(new).get(key, set()), tables)
    tables["documents"].append(document)
    counts = []
    for name, rows in new.items():
        tables[name] += rows
        if rows:
            counts.append(f"{len(rows)} rows of {name}")
    if not document["date"]:
        told.append(
            f"without a day of its own it counts as of {document['as_of']}, as its figures; where "
            "its day is known, give it with --date"
        )
    named = f"{document['title']}, {document['kind']} of {document['as_of']}"
    return [f"taken in as {key}: {named}", *counts, *told]


def _result_row(result: IndicatorResult, document: str) -> Row:
    return _row(
        "indicator_results",
        result,
        document,
        printed=result.printed or None,
        deviation_reason=result.deviation_reason or None,
        measure_taken=result.measure_taken or None,
    )


def _statement_row(statement: Statement, document: str) -> Row:
    return _row(
        "appropriations",
        statement,
        document,
        statement=statement.number,
        name=statement.name or None,
        base=statement.base or None,
    )


def _month_row(amount: MonthAmount, document: str) -> Row:
    return _row("monthly_amounts", amount, document)


def _row(table: str, record: Any, document: str, **values: Any) -> Row:
    """The row of a record: its fields by the columns' names, money in whole kuruş."""
    row: Row = dict.fromkeys(BY_NAME[table].column_names)
    for part in fields(record):
        if part.name in row:
            row[part.name] = getattr(record, part.name)
    row |= values
    for column in BY_NAME[table].columns:
        if column.type == "money" and row[column.name] is not None:
            row[column.name] = _kurus(row[column.name], record)
    return row | {
        "document": document,
        "source_section": record.section or "1",
        "source_line": record.line,
    }


def _kurus(lira: Decimal, record: Any) -> int:
    """Lira in whole kuruş. Raises ``Unreadable`` for parts of a kuruş."""
    kurus = lira.scaleb(2)
    if kurus != int(kurus):
        raise Unreadable(
            [Problem(record.line, record.section, "lira with at most two decimals", f"{lira}")]
        )
    return int(kurus)


def _reported(
    folder: Path,
    document: Row,
    report: Report,
    strangers: Sequence[IndicatorResult],
    tables: Tables,
) -> dict[str, Any]:
    """The import's report with what became of the document's lines."""
    path = folder / REPORT
    kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    kept["rows"] = {name: len(rows) for name, rows in tables.items()}
    kept[RESULTS] = [
        *kept.get(RESULTS, []),
        {
            "document": document["document"],
            "sha256": document["sha256"],
            "indicators_not_in_programme": [
                {"line": each.line, "name": each.name, "printed": each.printed}
                for each in strangers
            ],
            "passed_over": [
                {
                    "line": each.line,
                    "section": each.section,
                    "reason": each.reason,
                    "text": each.text,
                }
                for each in report.passed
            ],
        },
    ]
    return kept
