"""The figure of months: what was spent or collected in each, beside the year before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from present.execution.charts import Bar, Series, bars_of
from present.execution.model import TOTAL, Amount, Classification
from present.execution.months import Months
from present.execution.notes import Change, Remark, revised
from present.execution.words import (
    document_name,
    documents_names,
    is_own,
    kind_of,
    month_name,
    name_of,
)
from present.kit import writing
from present.kit.charts.bars import bars
from present.kit.charts.spec import specification
from present.kit.figure import Chart, Figure, Note
from present.kit.setting import Background
from present.kit.tables import TableColumn
from present.kit.text import TURKISH, language, t
from present.kit.theme import palette

_NOW, _BEFORE = "now", "before"


def item_name(months: Months, printed: str) -> str:
    """What is told month by month, in words: all spending, all revenue, or a code's name."""
    return item_label(months.item.classification, months.item.code, printed)


def item_label(classification: Classification, code: str, printed: str) -> str:
    """The same of a classification and code; ``printed``: the document's words for the code."""
    if code == TOTAL:
        return t(f"execution.item_{classification}")
    name = name_of(classification, code, printed)
    return t("execution.item_of", name=name) if classification is Classification.REVENUE else name


def months_figure(
    months: Months, printed: str, background: Background, notes: Sequence[Note]
) -> Figure:
    """The months as bars and table; ``printed``: the document's words for the item's code,
    ``notes``: what has to be read with the amounts."""
    kind, name = kind_of(months.item.classification), item_name(months, printed)
    documents = months.documents
    has_before = bool(months.before)
    key = "execution.months_subtitle_before" if has_before else "execution.months_subtitle"
    own = [writing.unstopped(document.title) for document in documents]
    if is_own(months.item.classification, months.item.code):
        own.append(writing.unstopped(name))
    return Figure(
        title=_title(months, kind, name),
        subtitle=t(key, year=months.year),
        sentence=_sentence(months, kind, writing.unstopped(name)),
        source=t(
            "execution.source",
            institution=background.institution,
            documents=documents_names(documents),
        ),
        chart=Chart(_spec, months, background),
        table=_table(months),
        columns=_columns(months),
        own=() if language() == TURKISH else tuple(own),
        notes=notes,
    )


def _is_all(months: Months) -> bool:
    """Whether it is the whole budget or all revenue; all activities are not."""
    item = months.item
    return item.code == TOTAL and item.classification is not Classification.ACTIVITY


def _title(months: Months, kind: str, name: str) -> str:
    if _is_all(months):
        return t(f"execution.months_title_all_{kind}", year=months.year)
    return t(f"execution.months_title_{kind}", name=name, year=months.year)


def _sentence(months: Months, kind: str, name: str) -> str:
    by_amount = sorted(months.amounts, key=lambda month: months.amounts[month].kurus)
    least, most = by_amount[0], max(by_amount, key=lambda month: months.amounts[month].kurus)
    words = {
        "document": document_name(months.amounts[most].document),
        "year": months.year,
        "name": name,
    }
    is_all = _is_all(months)
    if len(by_amount) == 1:
        return t(
            f"execution.months_one_all_{kind}" if is_all else f"execution.months_one_{kind}",
            month=month_name(most),
            amount=writing.money(months.amounts[most].kurus),
            **words,
        )
    said = t(
        f"execution.months_told_all_{kind}" if is_all else f"execution.months_told_{kind}",
        most_month=month_name(most),
        most=writing.money(months.amounts[most].kurus),
        least_month=month_name(least),
        least=writing.money(months.amounts[least].kurus),
        count=writing.number(len(by_amount)),
        sum=writing.money(months.sum_kurus),
        **words,
    )
    before = months.before_kurus
    if before is None:
        return said
    return t("execution.months_before", sentence=said, before=writing.money(before))


def month_remarks(months: Months, printed: str) -> Iterator[Remark]:
    """What older documents said otherwise of the year's months; ``printed`` as in
    ``months_figure``."""
    changes = (
        Change(month_name(month), step)
        for month, amount in months.amounts.items()
        for step in amount.changes
    )
    name = writing.unstopped(item_name(months, printed))
    return revised(changes, t("execution.changed_months", name=name, year=months.year))


def _table(months: Months) -> pd.DataFrame:
    def kurus(amounts: Mapping[int, Amount]) -> pd.Series[int]:
        stated = [amounts[month].kurus if month in amounts else None for month in months.numbers]
        return pd.Series(stated, dtype="Int64")

    return pd.DataFrame(
        {
            "month": list(months.numbers),
            "amount_kurus": kurus(months.amounts),
            "before_kurus": kurus(months.before),
            "documents": [
                documents_names(
                    dict.fromkeys(
                        amounts[month].document
                        for amounts in (months.amounts, months.before)
                        if month in amounts
                    )
                )
                for month in months.numbers
            ],
        }
    )


def _columns(months: Months) -> Sequence[TableColumn]:
    before = TableColumn(
        "before_kurus",
        t("execution.column_month_amount", year=months.year - 1),
        writing.money,
        is_number=True,
    )
    return [
        TableColumn("month", t("execution.column_month"), month_name, is_heading=True),
        TableColumn(
            "amount_kurus",
            t("execution.column_month_amount", year=months.year),
            writing.money,
            is_number=True,
        ),
        *([before] if months.before else []),
        TableColumn("documents", t("execution.column_document"), is_verbatim=True),
    ]


def _spec(months: Months, background: Background) -> dict[str, Any] | None:
    tones = palette(background.is_dark)
    drawn = []
    for month in months.numbers:
        for series, year, amounts in (
            (_NOW, months.year, months.amounts),
            (_BEFORE, months.year - 1, months.before),
        ):
            if not amounts:
                continue
            amount = amounts[month].kurus if month in amounts else None
            detail = t(
                "execution.months_detail",
                month=month_name(month),
                year=year,
                amount=writing.money(amount),
            )
            lira, said = (amount or 0) / 100, writing.money_short(amount)
            drawn.append(Bar(str(month), month_name(month), series, lira, said, detail))
    if months.before:
        kinds = [
            Series(_NOW, str(months.year)[2:], str(months.year), tones.money),
            Series(_BEFORE, str(months.year - 1)[2:], str(months.year - 1), tones.money_tint),
        ]
        return bars_of(drawn, kinds, tones)
    frame = pd.DataFrame(
        {
            "key": [bar.key for bar in drawn],
            "name": [bar.name for bar in drawn],
            "group": _NOW,
            "start": 0.0,
            "end": [bar.lira for bar in drawn],
            "text": [bar.text for bar in drawn],
            "detail": [bar.detail for bar in drawn],
        }
    )
    return specification(bars(frame, {_NOW: tones.money}))
