"""The figures of a budget on a day: planned, appropriated and spent; revenue expected and
collected.

Nothing is subtracted: what the programme plans and what a budget appropriates come from different
documents. The chart draws main tables' amounts alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from present.execution.charts import Bar, Series, bars_of
from present.execution.model import (
    ADDED,
    CANCELLED,
    CARRIED,
    DEDUCTED,
    EXPECTED,
    INITIAL,
    NET,
    SPENT,
    SUPPLEMENTARY,
    Account,
    Classification,
    Execution,
)
from present.execution.words import (
    Telling,
    account_name,
    column_name,
    documents_names,
    is_own,
    kind_of,
    largest,
    rate_text,
    sentence,
)
from present.kit import writing
from present.kit.figure import Chart, Compact, Extent, Figure, Note
from present.kit.setting import Background
from present.kit.tables import TableColumn
from present.kit.text import TURKISH, language, t
from present.kit.theme import palette
from present.kit.writing import share_text

#: Rows that a chart draws; the table has all.
LIMIT = 15

PLANNED, BEFORE = "planned", "before"

#: How addresses call the divisions, for the texts' keys.
_DIVISIONS = {
    Classification.ECONOMIC: "ekonomik",
    Classification.FUNCTIONAL: "fonksiyonel",
    Classification.ACTIVITY: "faaliyet",
    Classification.REVENUE: "gelir",
}


def execution_figure(
    execution: Execution,
    telling: Telling,
    background: Background,
    notes: Sequence[Note],
) -> Figure:
    """An execution as bars and table; ``notes``: what has to be read with the amounts."""
    kind = kind_of(execution.classification)
    drawn = _drawn(execution)
    said = sentence(execution, telling)
    inside = [account for account in execution.accounts if account.kurus(SPENT) is not None]
    return Figure(
        title=_title(execution, telling),
        subtitle=_subtitle(execution, telling),
        sentence=said,
        source=_source(execution, telling, background),
        chart=Chart(_spec, execution, drawn, telling, background) if drawn else None,
        compact=_compact(execution, drawn, telling, background) if drawn else (),
        table=_table(execution, telling),
        columns=_columns(execution, telling, kind),
        own=_own(execution, telling),
        notes=notes,
        extent=Extent(
            min(len(inside), LIMIT),
            len(inside),
            apart=frozenset(account.code for account in execution.outside),
        ),
    )


def _drawn(execution: Execution) -> list[Account]:
    """The accounts that the chart draws: the largest, then what stands outside the total."""
    return [*largest(execution)[:LIMIT], *execution.outside]


def _title(execution: Execution, telling: Telling) -> str:
    """The year, which kinds of money stand there, and by what."""
    if execution.classification is Classification.REVENUE:
        key = "execution.title_revenue" if telling.base else "execution.title_revenue_plain"
        return t(key, year=telling.year)
    kinds = [*(["planned"] if execution.is_planned else []), *(["base"] if telling.base else [])]
    return t(
        f"execution.title_{_DIVISIONS[execution.classification]}",
        kinds=t(f"execution.kinds_{'_'.join(kinds) or 'spent'}"),
        year=telling.year,
    )


def _subtitle(execution: Execution, telling: Telling) -> str:
    kind = kind_of(execution.classification)
    words = {"year": telling.year, "day": writing.date(execution.day)}
    if execution.is_planned:
        said = t("execution.subtitle_planned", **words)
    else:
        said = t(f"execution.subtitle_{kind}", **words)
    if telling.base:
        said = t(f"execution.subtitle_rate_{kind}_{telling.base}", subtitle=said)
    return said


def _source(execution: Execution, telling: Telling, background: Background) -> str:
    """The documents that speak, those of the year before, and where the plan stands."""
    documents = [*execution.documents]
    if telling.before is not None:
        documents += [d for d in telling.before.documents if d not in documents]
    source = t(
        "execution.source",
        institution=background.institution,
        documents=documents_names(documents),
    )
    if execution.is_planned:
        return t("execution.source_planned", source=source, plan=telling.plan_source)
    return source


def _own(execution: Execution, telling: Telling) -> tuple[str, ...]:
    """The document's own words in title, sentence and notes: titles, names that aren't ours."""
    if language() == TURKISH:
        return ()
    before = telling.before.documents if telling.before is not None else ()
    titles = [writing.unstopped(d.title) for d in (*execution.documents, *before)]
    names = [
        writing.unstopped(account_name(execution, account, telling))
        for account in execution.every
        if is_own(execution.classification, account.code)
    ]
    return tuple(dict.fromkeys((*titles, *names)))


def _shown_columns(execution: Execution) -> list[str]:
    """The money columns of the table that anything is stated in, in their order."""
    order = (INITIAL, SUPPLEMENTARY, ADDED, DEDUCTED, NET, SPENT)
    return [column for column in order if execution.has(column)]


def _late_columns(execution: Execution) -> list[str]:
    return [column for column in (CANCELLED, CARRIED, EXPECTED) if execution.has(column)]


def _table(execution: Execution, telling: Telling) -> pd.DataFrame:
    """Every account in its order, the total and what stands outside it at the end."""
    accounts = execution.every
    before = _by_code(telling.before)
    money: dict[str, Iterable[int | None]] = {
        PLANNED: [account.planned_kurus for account in accounts],
        BEFORE: [
            before[account.code].kurus(SPENT) if account.code in before else None
            for account in accounts
        ],
    }
    for column in (*_shown_columns(execution), *_late_columns(execution)):
        money[column] = [account.kurus(column) for account in accounts]
    return pd.DataFrame(
        {
            "key": [account.code for account in accounts],
            "label": [account_name(execution, account, telling) for account in accounts],
            **{
                f"{column}_kurus": pd.array(list(amounts), dtype="Int64")
                for column, amounts in money.items()
            },
            "rate": pd.Series(
                [
                    None if (rate := account.rate(telling.base)) is None else float(rate)
                    for account in accounts
                ],
                dtype="float64",
            ),
            "documents": [documents_names(account.documents) for account in accounts],
        }
    )


def _by_code(execution: Execution | None) -> dict[str, Account]:
    return {account.code: account for account in execution.every} if execution else {}


def _columns(execution: Execution, telling: Telling, kind: str) -> list[TableColumn]:
    def money(column: str) -> TableColumn:
        return TableColumn(
            f"{column}_kurus", column_name(kind, column), writing.money, is_number=True
        )

    classification = execution.classification
    rate = (
        [
            TableColumn(
                "rate",
                t(f"execution.column_rate_{kind}_{telling.base}"),
                share_text,
                is_number=True,
            )
        ]
        if telling.base
        else []
    )
    return [
        TableColumn(
            "label",
            t(f"execution.column_name_{_DIVISIONS[classification]}"),
            is_heading=True,
            is_verbatim=lambda row: is_own(classification, row["key"]),
        ),
        *([money(PLANNED)] if execution.is_planned else []),
        *(money(column) for column in _shown_columns(execution)),
        *rate,
        *(money(column) for column in _late_columns(execution)),
        *([money(BEFORE)] if telling.before is not None else []),
        TableColumn("documents", t("execution.column_document"), is_verbatim=True),
    ]


def _series(execution: Execution, telling: Telling, background: Background) -> list[Series]:
    """The kinds of money that are drawn, from the plan to what was spent."""
    kind, tones = kind_of(execution.classification), palette(background.is_dark)
    kinds = [
        *([(PLANNED, tones.ground)] if execution.is_planned else []),
        *([(telling.base, tones.money_tint)] if telling.base else []),
        (SPENT, tones.money),
        *([(BEFORE, tones.quiet)] if telling.before is not None else []),
    ]
    return [
        Series(
            key,
            t(f"execution.letter_{kind}_{key}"),
            t(f"execution.legend_{kind}_{key}"),
            colour,
        )
        for key, colour in kinds
    ]


def _compact(
    execution: Execution, drawn: Sequence[Account], telling: Telling, background: Background
) -> list[Compact]:
    """What was spent or collected alone, which the title then says."""
    kind = t(f"execution.legend_{kind_of(execution.classification)}_{SPENT}")
    only = t("execution.only", kind=kind)
    return [
        Compact(
            Chart(_spec, execution, drawn, telling, background, is_spent_alone=True),
            t("common.extent_title", title=_title(execution, telling), extent=only),
        )
    ]


def _spec(
    execution: Execution,
    drawn: Sequence[Account],
    telling: Telling,
    background: Background,
    *,
    is_spent_alone: bool = False,
) -> dict[str, Any] | None:
    series = _series(execution, telling, background)
    if is_spent_alone:
        series = [own for own in series if own.key == SPENT]
    before = _by_code(telling.before)
    bars = []
    for account in drawn:
        name = account_name(execution, account, telling)
        short = account_name(execution, account, telling, is_short=True)
        amounts = {
            PLANNED: account.planned_kurus,
            BEFORE: before[account.code].kurus(SPENT) if account.code in before else None,
            SPENT: account.kurus(SPENT),
            telling.base: account.kurus(telling.base),
        }
        for kind in series:
            amount = amounts[kind.key]
            rate = account.rate(telling.base) if kind.key == SPENT and telling.base else None
            said = writing.money_short(amount)
            detail = {"name": name, "kind": kind.words, "money": writing.money(amount)}
            if rate is None:
                tooltip = t("execution.detail", **detail)
            else:
                said = t("execution.bar_rate", money=said, rate=rate_text(rate))
                base_of = t(f"execution.of_{kind_of(execution.classification)}_{telling.base}")
                tooltip = t(
                    "execution.detail_all" if rate == 1 else "execution.detail_rate",
                    base_of=base_of,
                    rate=rate_text(rate),
                    **detail,
                )
            bars.append(Bar(account.code, short, kind.key, (amount or 0) / 100, said, tooltip))
    return bars_of(bars, series, palette(background.is_dark))
