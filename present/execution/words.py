"""The words of how the budget was carried out: names, sentences, what has to be read with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from babel.dates import get_month_names

from kbb_data import turkish
from present.budget.model import View
from present.budget.words import row_name
from present.execution.model import (
    SPENT,
    TOTAL,
    Account,
    Classification,
    Execution,
    part,
)
from present.kit import writing
from present.kit.documents import Document
from present.kit.text import catalogue, either, language, t
from present.kit.writing import LOCALES, share_text


@dataclass(frozen=True, slots=True)
class Telling:
    """How an execution is told.

    ``base``: of what rates are rates (a column of ``appropriations``), empty for no rates.
    ``names``: the programme's own names of codes, where documents give none; ``plan_source``: where
    it plans what stands beside, empty for nothing. ``before``: the same day of the year before,
    where it stands beside. ``short``: by code the short names that a chart has room for.
    """

    year: int
    base: str
    names: Mapping[str, str]
    plan_source: str = ""
    before: Execution | None = None
    short: Mapping[str, str] = field(default_factory=dict)


def kind_of(classification: Classification) -> str:
    """Whether it is ``spending`` or ``revenue``, as keys of texts say it."""
    return "revenue" if classification is Classification.REVENUE else "spending"


def name_of(classification: Classification, code: str, printed: str) -> str:
    """A row's shown name: its code and the document's words; in English ours where the code is
    statutory. ``printed`` words in capitals alone are written as names are."""
    if code == TOTAL:
        return t("execution.total")
    if printed and printed == turkish.upper(printed):
        printed = turkish.title(printed)
    if classification is Classification.ACTIVITY:
        return row_name(View.ACTIVITY, code, int(code), printed) if code.isdigit() else printed
    ours = _ours(classification, code)
    return t("execution.name_code", code=code, name=either(printed or ours, ours)).strip()


def _ours(classification: Classification, code: str) -> str:
    """Our words for a statutory code; empty where there are none."""
    key = {
        Classification.ECONOMIC: f"budget.code_{code}",
        Classification.FUNCTIONAL: f"execution.function_{code}",
        Classification.REVENUE: f"execution.revenue_{code}",
    }.get(classification, "")
    return catalogue(language()).get(key, "")


def is_own(classification: Classification, code: str) -> bool:
    """Whether a row's words are a document's own, which stay Turkish in English."""
    return code != TOTAL and not _ours(classification, code)


def account_name(
    execution: Execution, account: Account, telling: Telling, *, is_short: bool = False
) -> str:
    """The name of an account; one outside the total says so. ``is_short``: as a chart has room for
    it."""
    printed = telling.names.get(account.code, "")
    if is_short:
        printed = telling.short.get(account.code, printed)
    # An activity is the programme's, and so are its words.
    if execution.classification is not Classification.ACTIVITY or not printed:
        printed = account.name or printed
    name = name_of(execution.classification, account.code, printed)
    return t("execution.name_outside", name=name) if account.is_outside_total else name


def document_name(document: Document, mark: Callable[[str], str] = str) -> str:
    """A document by title and day: ``“Mali durum raporu” (31.07.2026)``; ``mark`` sets its own
    words off."""
    title = mark(writing.unstopped(document.title))
    if document.date is None:
        return t("execution.document", title=title)
    return t("execution.document_dated", title=title, date=writing.date(document.date))


def documents_names(documents: Iterable[Document]) -> str:
    """Documents one after the other."""
    return "; ".join(document_name(document) for document in documents)


def column_name(kind: str, column: str) -> str:
    """What stands over a money column of ``appropriations``."""
    key = f"execution.column_{kind}_{column}"
    return t(key) if key in catalogue(language()) else t(f"execution.column_{column}")


def month_name(month: int) -> str:
    """``Ocak``, ``January``."""
    names = get_month_names("wide", context="stand-alone", locale=LOCALES[language()])
    return str(names[month])


def sentence(execution: Execution, telling: Telling) -> str:
    """What was spent or collected up to the day, of what it is a part, what was planned, the
    largest row, and the year before where it stands beside; each with its document or its day."""
    kind, whole = kind_of(execution.classification), execution.total
    said = head_sentence(execution, telling)
    if kind == "spending" and whole.planned_kurus is not None:
        of = "execution.planned_activities" if _is_of_activities(execution) else "execution.planned"
        said = t(of, sentence=said, planned=writing.money(whole.planned_kurus))
    spent = largest(execution)
    if spent and (amount := spent[0].kurus(SPENT)):
        said = t(
            f"execution.largest_{kind}",
            sentence=said,
            amount=writing.money(amount),
            name=writing.unstopped(account_name(execution, spent[0], telling)),
        )
    return _with_before(said, execution, telling)


def _is_of_activities(execution: Execution) -> bool:
    return execution.classification is Classification.ACTIVITY


def head_sentence(execution: Execution, telling: Telling, account: Account | None = None) -> str:
    """What was spent or collected up to the day, and of what it is a part, with its document: of
    the whole, or of an activity's ``account``."""
    kind, whole = kind_of(execution.classification), account or execution.total
    words = {"year": telling.year, "day": writing.date(execution.day)}
    amount = whole.amounts.get(SPENT)
    # All activities are not the whole budget.
    told = "activities" if _is_of_activities(execution) else kind
    if amount is None:
        return t("execution.rate_none", head=t(f"execution.untold_{told}", **words))
    words |= {"document": document_name(amount.document), "spent": writing.money(amount.kurus)}
    if account is not None:
        head = t("execution.told_activity", number=account.code, **words)
    elif execution.is_total_added:
        head = t(f"execution.added_{told}", **words)
    else:
        head = t(f"execution.told_{told}", **words)
    rate = whole.rate(telling.base) if telling.base else None
    if rate is None:
        return t("execution.rate_none", head=head)
    of = whole.amounts[telling.base]
    words = {
        "head": head,
        "base": writing.money(of.kurus),
        "base_of": t(f"execution.of_{kind}_{telling.base}"),
        "rate": rate_text(rate),
    }
    if of.document != amount.document:
        words["base_document"] = document_name(of.document)
        return t("execution.rate_all_other" if rate == 1 else "execution.rate_part_other", **words)
    return t("execution.rate_all" if rate == 1 else "execution.rate_part", **words)


def _with_before(said: str, execution: Execution, telling: Telling) -> str:
    """The sentence with the year before, and by how much more or less it is since."""
    if telling.before is None:
        return said
    now, before = execution.total.kurus(SPENT), telling.before.total.kurus(SPENT)
    if before is None:
        return said
    words = {"sentence": said, "before": writing.money(before)}
    change = None if now is None else part(abs(now - before), before)
    if now is None or change is None or before < 0:
        return t("execution.before_plain", **words)
    if change == 0:
        return t("execution.before_same", **words)
    key = "execution.before_more" if now > before else "execution.before_less"
    return t(key, change=rate_text(change), **words)


def rate_text(rate: Fraction | None) -> str:
    """A rate in words; one close to all or nothing is not told as if it were."""
    return share_text(None if rate is None else float(rate)) if rate != 1 else writing.share(1)


def largest(execution: Execution) -> list[Account]:
    """The accounts with something spent, the most first, equals in their order; those outside the
    total are left out."""
    spent = [account for account in execution.accounts if account.kurus(SPENT) is not None]
    return sorted(spent, key=lambda account: -(account.kurus(SPENT) or 0))
