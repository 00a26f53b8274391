"""What has to be read with the amounts of an execution, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from present.execution.model import INITIAL, NET, SPENT, Account, Amount, Execution
from present.execution.words import (
    Telling,
    account_name,
    column_name,
    document_name,
    kind_of,
    name_of,
)
from present.kit import writing
from present.kit.documents import Change as Step
from present.kit.documents import Document
from present.kit.text import t

#: How many changed amounts a note tells; the rest is counted.
MOST = 4


class About(StrEnum):
    """Where what a note tells of is to be seen."""

    PLAN = "plan"
    DATA = "data"


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence to be read with amounts, and where what it tells of is to be seen; ``own``: the
    documents' words in it beside titles and names."""

    about: About
    text: str
    own: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """An amount that a newer document states otherwise: what it is in words, both statements."""

    what: str
    step: Step[Amount]


def remarks(execution: Execution, telling: Telling) -> Iterator[Remark]:
    """All that has to be read with an execution, in the order in which it is told."""
    yield from _of_plan(execution)
    for text in (*_of_rows(execution, telling), *_without_base(execution, telling)):
        yield Remark(About.DATA, text)
    for told in (execution, telling.before):
        if told is not None:
            yield from revised(_changes(told, telling), writing.date(told.day))
    yield from _contradictions(execution, telling)


def _of_plan(execution: Execution) -> Iterator[Remark]:
    """That plan and appropriation are two things, or why there is no plan."""
    whole = execution.total
    if not execution.is_planned:
        if kind_of(execution.classification) == "spending":
            text = t(f"execution.note_no_plan_{execution.classification}")
            yield Remark(About.PLAN, text)
        return
    initial = whole.amounts.get(INITIAL)
    if initial is not None and whole.planned_kurus not in (None, initial.kurus):
        text = t(
            "execution.note_plan",
            planned=writing.money(whole.planned_kurus),
            initial=writing.money(initial.kurus),
            document=document_name(initial.document),
        )
        yield Remark(About.PLAN, text)


def _of_rows(execution: Execution, telling: Telling) -> Iterator[str]:
    """Rows outside the total, a total of ours, rows of the programme that no document tells of."""
    for account in execution.outside:
        if told := list(_outside(execution, account, telling)):
            yield " ".join(told)
    if execution.is_total_added:
        yield t("execution.note_added")
    if execution.untold:
        yield t("execution.note_untold", count=writing.number(execution.untold))


def _outside(execution: Execution, account: Account, telling: Telling) -> Iterator[str]:
    """What of an account outside the total is in it and what is not."""
    kind, base = kind_of(execution.classification), telling.base
    name = name_of(execution.classification, account.code, account.name)
    if account.kurus(SPENT):
        amount = writing.money(account.kurus(SPENT))
        yield t(f"execution.note_outside_{kind}", name=name, amount=amount)
    is_in = execution.is_in_total(account, base) if base else None
    if is_in is not None:
        yield t(
            "execution.note_base_inside" if is_in else "execution.note_base_outside",
            name=name,
            base=column_name(kind, base),
            amount=writing.money(account.kurus(base)),
        )
    if account.planned_kurus and execution.total.planned_kurus is not None:
        planned = writing.money(account.planned_kurus)
        yield t("execution.note_outside_planned", name=name, planned=planned)


def _without_base(execution: Execution, telling: Telling) -> Iterator[str]:
    """The rows whose base is 0, which have no rate."""
    kind, base = kind_of(execution.classification), telling.base
    names = [
        account_name(execution, account, telling)
        for account in execution.every
        if base and account.is_without_base(base) and account.kurus(SPENT) is not None
    ]
    if names:
        yield t(f"execution.note_zero_{kind}_{base}", names=", ".join(names))


def _changes(execution: Execution, telling: Telling) -> Iterator[Change]:
    """What older documents say otherwise of what is shown, the total first."""
    kind = kind_of(execution.classification)
    accounts: tuple[Account, ...] = (execution.total, *execution.accounts, *execution.outside)
    for account in accounts:
        for column in (SPENT, NET, INITIAL):
            amount = account.amounts.get(column)
            if amount is None:
                continue
            name = writing.unstopped(account_name(execution, account, telling))
            what = t("execution.changed", name=name, column=column_name(kind, column))
            for step in amount.changes:
                yield Change(what, step)


def revised(changes: Iterable[Change], until: str) -> Iterator[Remark]:
    """A remark for every two documents of which the newer says otherwise: a correction where it
    says that it corrects the older one, else a revision. ``until``: the day or the year that the
    amounts are of, in words, and of what they are where the changes do not say it."""
    pairs: dict[tuple[Document, Document], list[Change]] = {}
    for change in changes:
        pair = (change.step.before.document, change.step.after.document)
        pairs.setdefault(pair, []).append(change)
    for (older, newer), own in pairs.items():
        words = {
            "earlier_document": document_name(older),
            "document": document_name(newer),
            "until": until,
            "items": _listed(own, _changed),
        }
        if newer.is_correction_of(older):
            reason = writing.stopped(newer.correction_reason)
            text = t("execution.note_corrected", reason=reason, **words)
            yield Remark(About.DATA, text, (newer.correction_reason,))
        else:
            yield Remark(About.DATA, t("execution.note_revised", **words))


def _changed(change: Change) -> str:
    return t(
        "execution.changed_amount",
        what=change.what,
        earlier=writing.money(change.step.before.kurus),
        amount=writing.money(change.step.after.kurus),
    )


def _listed(changes: list[Change], write: Callable[[Change], str]) -> str:
    """Changes one after the other, the first ``MOST`` in full."""
    items = [write(change) for change in changes[:MOST]]
    if len(changes) > MOST:
        items.append(t("execution.changed_more", count=writing.number(len(changes) - MOST)))
    return "; ".join(items)


def _contradictions(execution: Execution, telling: Telling) -> Iterator[Remark]:
    """Where a document says otherwise than its own main table; of documents in the year's own
    dataset the findings tell it."""
    kind = kind_of(execution.classification)
    for contradiction in execution.contradictions:
        if contradiction.document.programme_year == telling.year:
            continue
        text = t(
            "execution.note_contradiction",
            document=document_name(contradiction.document),
            name=name_of(execution.classification, contradiction.code, contradiction.name),
            until=writing.date(execution.day),
            column=column_name(kind, contradiction.column),
            amount=writing.money(contradiction.kurus),
            other=writing.money(contradiction.other_kurus),
        )
        yield Remark(About.DATA, text)
