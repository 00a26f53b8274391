"""What changed of a part since the programme before: planned amounts of both years, in current lira
and in one year's prices, and what can't be compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from present.briefing.model import Section, Table, own, rest
from present.change import plans, words
from present.change.choices import ChangeChoices, chosen_base, code
from present.change.matching import By, Row, Tie
from present.change.model import Change, Measure, Years, ordered
from present.kit import draft, writing
from present.kit.setting import Setting
from present.kit.text import t
from present.site import pages

#: How many rows the table holds, and how many of what can't be compared is named.
_MOST, _MOST_APART = 10, 5


@dataclass(frozen=True)
class _Pair:
    """A setting's programme beside the one before it, by the rows of a view; ``base``: in whose
    prices real amounts are told, ``None`` where none are known."""

    setting: Setting
    over: Years
    first: int
    second: int
    base: int | None

    def is_real(self) -> bool:
        """Whether both years can be told in one year's prices."""
        return all(
            self.over.is_told(year, Measure.REAL, self.base) for year in (self.first, self.second)
        )

    def change(self, first: int | None, second: int | None, measure: Measure) -> Change:
        """Two amounts of the two years, in kuruş, in a measure."""
        return Change(
            self.over.told(first, self.first, measure, self.base),
            self.over.told(second, self.second, measure, self.base),
        )


def before(setting: Setting) -> int | None:
    """The year of the programme before the setting's; ``None`` where there is none."""
    return max((own.year for own in setting.years if own.year < setting.year), default=None)


def of_whole(setting: Setting) -> Section | None:
    """The whole programme by aim or programme; ``None`` where there is no programme before it."""
    pair = _pair(setting, By.TOP)
    if pair is None:
        return None
    wholes = (pair.over.whole(pair.first), pair.over.whole(pair.second))
    return _section(pair, _totals(pair, *wholes), _Parted(pair.over.rows))


def of_aim(setting: Setting, aim: str) -> Section | None:
    """An aim or programme by its goals; ``None`` where there is no programme before it."""

    def goals(own: Setting, aims: frozenset[str]) -> Iterable[object]:
        frame = own.frame("goals")
        return frame.loc[frame["aim"].astype(str).isin(aims), "goal"]

    return _of_row(setting, By.TOP, aim, By.LEAF, goals)


def of_unit(setting: Setting, unit: str) -> Section | None:
    """A spending unit by its activities; ``None`` where there is no programme before it."""

    def activities(own: Setting, units: frozenset[str]) -> Iterable[object]:
        lines = own.lines
        return lines.loc[lines["spending_unit"].isin(units), "activity"].unique()

    return _of_row(setting, By.UNIT, unit, By.ACTIVITY, activities)


def of_activities(setting: Setting, numbers: Iterable[int]) -> Section | None:
    """These activities, of which those that can be compared are added up: to whom others belonged
    in the programme before is not known. ``None`` where there is none before it, or no activity."""
    pair = _pair(setting, By.ACTIVITY)
    keys = frozenset(str(number) for number in numbers)
    if pair is None or not keys:
        return None
    parted = _parted(pair, frozenset(), keys)
    told = [row for row in parted.inside if _is_told(pair, row)]
    sums = (sum(row.kurus(year) or 0 for row in told) for year in (pair.first, pair.second))
    count = writing.number(len(keys))
    if told:
        compared = writing.number(sum(len(row.of(pair.second)) for row in told))
        counted = t("briefing.since_activities", count=count, compared=compared, first=pair.first)
        said = f"{counted} {_totals(pair, *sums)}"
    else:
        said = t("briefing.since_activities_none", count=count, first=pair.first)
    return _section(pair, said, parted)


def _pair(setting: Setting, by: By) -> _Pair | None:
    first = before(setting)
    if first is None:
        return None
    over = plans.years(setting, by)
    base = chosen_base(None, (first, setting.year), over.prices.years)
    return _Pair(setting, over, first, setting.year, base)


def _of_row(
    setting: Setting,
    of: By,
    key: str,
    by: By,
    within: Callable[[Setting, frozenset[str]], Iterable[object]],
) -> Section | None:
    """One row of a view with the rows of a finer one; ``within`` gives the finer keys that a year's
    keys of the coarser view hold."""
    above, pair = _pair(setting, of), _pair(setting, by)
    if above is None or pair is None:
        return None
    node = (setting.year, key)
    row = next((row for row in above.over.rows if any(i.node == node for i in row.items)), None)
    if row is None:
        return None
    keys = [
        frozenset(
            str(number)
            for number in within(setting.at(year), frozenset(item.key for item in row.of(year)))
        )
        for year in (pair.first, pair.second)
    ]
    return _section(pair, _of_total(above, row), _parted(pair, *keys))


@dataclass(frozen=True)
class _Parted:
    """The rows that touch a part. ``inside``: those of its items alone; ``mixed``: those that hold
    others' items too; ``left``: those that were the part's and are others' now; ``joined``: those
    inside that were others' before."""

    inside: tuple[Row, ...]
    mixed: tuple[Row, ...] = ()
    left: tuple[Row, ...] = ()
    joined: frozenset[Row] = frozenset()


def _parted(pair: _Pair, before: frozenset[str], now: frozenset[str]) -> _Parted:
    """The rows that touch a part which has the items ``before`` and ``now`` in the two years; what
    it had before is not known where ``before`` is empty."""
    inside: list[Row] = []
    mixed: list[Row] = []
    left: list[Row] = []
    joined: set[Row] = set()
    for row in pair.over.rows:
        keys = {item.key for item in row.of(pair.second)}
        earlier = {item.key for item in row.of(pair.first)}
        if keys & now:
            (inside if keys <= now else mixed).append(row)
            if before and earlier - before:
                joined.add(row)
        elif earlier & before:
            (left if keys else inside).append(row)
    return _Parted(tuple(inside), tuple(mixed), tuple(left), frozenset(joined))


def _is_told(pair: _Pair, row: Row) -> bool:
    """Whether both years state an amount of the row."""
    return None not in (row.kurus(pair.first), row.kurus(pair.second))


def _of_total(pair: _Pair, row: Row) -> str:
    """What a row got in both years, by its name; why it can't be compared where it can't."""
    if row.tie(pair.first, pair.second) is not Tie.BOTH:
        return _apart(pair, row)
    return t(
        "briefing.since_of",
        name=_names(pair, row),
        said=_totals(pair, row.kurus(pair.first), row.kurus(pair.second)),
    )


def _totals(pair: _Pair, first: int | None, second: int | None) -> str:
    """Two amounts and how they differ, in current lira and, where prices are known, in one year's;
    else that they are not."""
    years = (pair.first, pair.second)
    said = words.total_sentence(
        pair.change(first, second, Measure.LIRA), *years, Measure.LIRA, in_prices=""
    )
    if not pair.is_real():
        untold = [year for year in years if not pair.over.is_told(year, Measure.REAL, pair.base)]
        return f"{said} {words.untold_sentence(untold, *years, Measure.REAL)}"
    assert pair.base is not None
    prices = words.in_prices_of(pair.over.prices, pair.base, years)
    real = pair.change(first, second, Measure.REAL)
    return f"{said} {words.total_sentence(real, *years, Measure.REAL, prices)}"


def _section(pair: _Pair, said: str, parted: _Parted) -> Section:
    by = pair.over.by
    known = set(parted.inside)
    rows = [row for row in ordered(pair.over, pair.first, pair.second) if row in known]
    both = [row for row in rows if row.tie(pair.first, pair.second) is Tie.BOTH]
    apart = [
        _apart(pair, row)
        for row in rows
        if row.tie(pair.first, pair.second) not in (Tie.BOTH, Tie.NEITHER)
    ]
    apart += [t("briefing.since_mixed", name=_name(pair, row)) for row in parted.mixed]
    apart += [_left(pair, row) for row in parted.left]
    choices = ChangeChoices(pair=code(pair.first, pair.second), by=by.value)
    address = pair.setting.link(pages.CHANGE.path, choices)
    is_next = pair.second - pair.first == 1
    return Section(
        t("briefing.since_title" if is_next else "briefing.since_title_other", first=pair.first),
        said,
        tables=(_table(pair, both, parted.joined, address),) if both else (),
        items=tuple(apart[:_MOST_APART]),
        note=" ".join(
            part
            for part in (
                rest(len(apart) - _MOST_APART, address),
                t("briefing.since_note"),
                _source(pair),
            )
            if part
        ),
    )


def _table(pair: _Pair, rows: Sequence[Row], joined: frozenset[Row], address: str) -> Table:
    """The rows that can be compared, with both amounts and by which part the later one is more;
    ``joined``: those that were not the part's in the earlier year."""
    is_real = pair.is_real()

    def rate(row: Row, measure: Measure) -> str:
        part = pair.change(row.kurus(pair.first), row.kurus(pair.second), measure).rate
        if not part:
            return words.rate_text(part)
        key = "briefing.change_up" if part > 0 else "briefing.change_down"
        return t(key, change=words.rate_text(abs(part)))

    def named(row: Row) -> str:
        name = _names(pair, row)
        return t("briefing.since_joined", name=name, first=pair.first) if row in joined else name

    head = [
        t("briefing.column_item"),
        t("briefing.column_plan", year=pair.first),
        t("briefing.column_plan", year=pair.second),
        t("briefing.column_more"),
    ]
    if is_real:
        head.append(t("briefing.column_more_real", base=pair.base))
    return Table(
        t("briefing.since_table", first=pair.first, second=pair.second),
        tuple(head),
        tuple(
            (
                named(row),
                writing.money(row.kurus(pair.first)),
                writing.money(row.kurus(pair.second)),
                rate(row, Measure.LIRA),
                *([rate(row, Measure.REAL)] if is_real else []),
            )
            for row in rows[:_MOST]
        ),
        (9, 5, 5, 3, *([4] if is_real else [])),
        frozenset(range(1, len(head))),
        rest(len(rows) - _MOST, address),
    )


def _apart(pair: _Pair, row: Row) -> str:
    """A row of one year alone with its amount there, and why it is not compared."""
    tie = row.tie(pair.first, pair.second)
    amounts = [
        t("briefing.since_amount", year=year, amount=writing.money(row.kurus(year)))
        for year in (pair.first, pair.second)
        if row.of(year)
    ]
    return t(
        "briefing.since_apart",
        name=_name(pair, row),
        amounts="; ".join(amounts),
        why=words.tie_text(row, tie, pair.first, pair.second),
    )


def _left(pair: _Pair, row: Row) -> str:
    """A row that was of the part in the earlier year and is no longer, with its amount then."""
    return t(
        "briefing.since_left",
        name=_own(pair, row, words.item_label(row.of(pair.first))),
        first=pair.first,
        second=pair.second,
        amount=writing.money(row.kurus(pair.first)),
    )


def _name(pair: _Pair, row: Row) -> str:
    """A row's name in the later of the two years that has it."""
    return _own(pair, row, words.item_label(row.of(pair.second) or row.of(pair.first)))


def _own(pair: _Pair, row: Row, name: str) -> str:
    """A name of a row, set off where it is the document's own and not worded by us."""
    name = writing.unstopped(name)
    is_ours = row.is_residual or pair.over.by in (By.TOP, By.CODE)
    return name if is_ours else own(name)


def _names(pair: _Pair, row: Row) -> str:
    """A row's name, and that of the earlier year where it was another."""
    earlier = words.earlier_label(row, pair.first, pair.second)
    name = _name(pair, row)
    if not earlier:
        return name
    before = _own(pair, row, earlier)
    return t("briefing.since_renamed", name=name, first=pair.first, earlier=before)


def _source(pair: _Pair) -> str:
    """The two programmes, and where the prices are from."""
    named = t(
        "change.source",
        institution=own(pair.setting.name),
        years=words.listed((pair.first, pair.second)),
    )
    if pair.is_real():
        named = t("change.source_prices", source=named)
    is_draft = pair.setting.is_draft or pair.setting.at(pair.first).is_draft
    return t("briefing.since_source", source=draft.titled(named, is_draft))
