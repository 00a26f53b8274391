"""How much of a part's money was spent, where documents tell of it: a paragraph, a table, rates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from present.briefing.model import Section, Table, among, own, rest
from present.budget.model import add
from present.execution import entries, words
from present.execution.choices import CLASSIFICATIONS, Division, SpendingChoices
from present.execution.figures import PLANNED
from present.execution.model import SPENT, Account, Classification, part
from present.kit import writing
from present.kit.documents import newest_first
from present.kit.setting import Setting
from present.kit.text import t

#: By what the whole budget's spending is told: the first of these that documents have.
_OF_WHOLE = (Division.ECONOMIC, Division.FUNCTIONAL)

#: How many rows the table holds; the rest is counted.
_MOST = 10


@dataclass(frozen=True, slots=True)
class Rated:
    """A row with what was spent of its appropriation, in kuruş; its name in words."""

    name: str
    base_kurus: int
    spent_kurus: int

    @property
    def rate(self) -> Fraction:
        """What was spent as a part of the appropriation."""
        return Fraction(self.spent_kurus, self.base_kurus)


@dataclass(frozen=True, slots=True)
class CarriedOut:
    """How a part's money was spent up to a day: a paragraph, its table, the rows that have a rate
    and the rate of all of it (``None`` for none); ``day`` and ``base_name`` in words, and the
    documents that tell of it."""

    paragraph: str
    table: Table
    rated: tuple[Rated, ...]
    rate: Fraction | None
    day: str
    base_name: str
    document: str

    @property
    def section(self) -> Section:
        """The paragraph and its table under their heading."""
        return Section(t("execution.title"), self.paragraph, tables=(self.table,))


def of_whole(setting: Setting) -> CarriedOut | None:
    """The whole budget by economic code, else by function; ``None`` where no document tells of
    it."""
    there = [division for division in _OF_WHOLE if division in entries.divisions(setting)]
    if not there:
        return None
    asked = _asked(setting, there[0])
    return _made(
        asked,
        words.sentence(asked.execution, asked.telling),
        asked.execution.every,
        asked.execution.total.rate(asked.telling.base),
        _address(setting, Division(there[0])),
    )


def of_activities(setting: Setting, activities: Iterable[int]) -> CarriedOut | None:
    """These activities' spending; ``None`` where no document tells of any of them. What they spent
    together is ours to add up."""
    if Division.ACTIVITY not in entries.divisions(setting):
        return None
    asked = _asked(setting, Division.ACTIVITY)
    numbers = {str(number) for number in activities}
    accounts = [account for account in words.largest(asked.execution) if account.code in numbers]
    if not accounts:
        return None
    base = asked.telling.base
    rated = [account for account in accounts if account.rate(base) is not None]
    spent, of = (add(*(account.kurus(column) for account in rated)) for column in (SPENT, base))
    told = "part" if len(accounts) < len(numbers) else "one" if len(numbers) == 1 else "all"
    paragraph = t(
        f"briefing.carried_out_{told}",
        document=words.document_name(accounts[0].amounts[SPENT].document),
        day=writing.date(asked.execution.day),
        count=writing.number(len(accounts)),
        activities=writing.number(len(numbers)),
        spent=writing.money(add(*(account.kurus(SPENT) for account in accounts))),
    )
    rate = part(spent, of)
    if rate is not None and len(rated) == len(accounts):
        paragraph = t(
            "briefing.carried_out_rate",
            sentence=paragraph,
            base=writing.money(of),
            base_of=t(f"execution.of_spending_{base}"),
            rate=words.rate_text(rate),
        )
    return _made(asked, paragraph, accounts, rate, _address(setting, Division.ACTIVITY))


def _address(setting: Setting, division: Division) -> str:
    return setting.link(entries.PATH, SpendingChoices(division=division.value))


def _asked(setting: Setting, division: Division) -> entries.Told:
    return entries.told(setting, CLASSIFICATIONS[division], SpendingChoices())


def _made(
    asked: entries.Told,
    paragraph: str,
    accounts: Sequence[Account],
    rate: Fraction | None,
    address: str,
) -> CarriedOut:
    execution, telling = asked.execution, asked.telling
    titles = [document.title for document in execution.documents]
    base = telling.base
    rated = [
        Rated(_name(asked, account), of, spent)
        for account in accounts
        if account.code != execution.total.code
        and not account.is_outside_total
        and (of := account.kurus(base))
        and (spent := account.kurus(SPENT)) is not None
    ]
    told = newest_first(
        account.amounts[column].document
        for account in accounts
        for column in (SPENT, base)
        if column in account.amounts
    )
    return CarriedOut(
        among(paragraph, titles),
        _table(asked, accounts, address),
        tuple(rated),
        rate,
        writing.date(execution.day),
        t(f"execution.of_spending_{base}") if base else "",
        among(words.documents_names(told), titles),
    )


def _name(asked: entries.Told, account: Account) -> str:
    name = words.account_name(asked.execution, account, asked.telling)
    return own(name) if words.is_own(asked.execution.classification, account.code) else name


def _table(asked: entries.Told, accounts: Sequence[Account], address: str) -> Table:
    """The rows with what was planned, appropriated and spent, as far as each is stated of any."""
    execution, base = asked.execution, asked.telling.base
    is_of_activities = execution.classification is Classification.ACTIVITY
    shown = accounts[:_MOST] if is_of_activities else accounts
    columns = [
        *([PLANNED] if execution.is_planned else []),
        *([base] if base else []),
        SPENT,
    ]

    def cells(account: Account) -> tuple[str, ...]:
        amounts = {PLANNED: account.planned_kurus, SPENT: account.kurus(SPENT)}
        amounts |= {base: account.kurus(base)} if base else {}
        rate = account.rate(base) if base else None
        return (
            _name(asked, account),
            *(writing.money(amounts[column]) for column in columns),
            *([words.rate_text(rate) if rate is not None else "–"] if base else []),
        )

    heads = [words.column_name("spending", column) for column in columns]
    rate_head = [t(f"briefing.column_rate_{base}")] if base else []
    count = len(columns) + len(rate_head)
    return Table(
        t("briefing.carried_out_title", year=asked.telling.year, day=writing.date(execution.day)),
        (
            t("briefing.column_activity") if is_of_activities else t("briefing.column_code"),
            *heads,
            *rate_head,
        ),
        tuple(cells(account) for account in shown),
        (9, *([5] * len(columns)), *([3] * len(rate_head))),
        frozenset(range(1, count + 1)),
        rest(len(accounts) - len(shown), address),
    )
