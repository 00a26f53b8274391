"""The words of years beside each other: measures, prices, sentences, why a row is not compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from babel.dates import get_month_names

from kbb_data.geo.counts import Count
from kbb_data.prices import Prices
from kbb_data.turkish import lower
from present.change.matching import By, Item, Row, Tie
from present.change.model import Change, Compared, Measure, Value, Years
from present.kit import writing
from present.kit.text import TURKISH, either, language, t
from present.kit.writing import per_head_text, share_text

#: As many rows a sentence names; the rest it counts.
MOST_NAMED = 5


def listed(names: Sequence[object]) -> str:
    """``2024, 2025 ve 2026``; empty for none."""
    words = [str(name) for name in names]
    if len(words) < 2:
        return "".join(words)
    return t("change.listed", first=", ".join(words[:-1]), last=words[-1])


def month(number: int) -> str:
    """A month's name within a sentence."""
    name = get_month_names("wide", "stand-alone", writing.LOCALES[language()])[number]
    return lower(name) if language() == TURKISH else name


def partly(prices: Prices, years: Iterable[int]) -> dict[int, dict[str, object]]:
    """What the averages of those of the years rest on that are not whole, by year: the parameters
    of ``change.partly`` and ``change.note_partly``."""
    averages = [prices.average(year) for year in sorted(set(years))]
    return {
        average.year: {
            "year": average.year,
            "month": month(average.known_months),
            "rate": writing.measure(average.carried, "%"),
        }
        for average in averages
        if average is not None and not average.is_whole
    }


def in_prices_of(prices: Prices, base: int, years: Iterable[int]) -> str:
    """``2025 yılının ortalama tüketici fiyatlarıyla (TÜİK)``, and what the averages in use rest on
    where one of them is not whole."""
    unfinished = partly(prices, (base, *years))
    if not unfinished:
        return t("change.prices", base=base)
    said = "; ".join(t("change.partly", **words) for words in unfinished.values())
    return t("change.prices_partly", base=base, partly=said)


def counts_words(counted: Mapping[int, Count], years: Iterable[int]) -> str:
    """How many residents were counted, by whom and when, of the years that have a count."""
    return ", ".join(
        t(
            "change.counted",
            year=year,
            people=writing.number(counted[year].residents),
            source=either(counted[year].source, counted[year].source_en),
            date=writing.date(counted[year].date),
        )
        for year in years
        if year in counted
    )


def value_text(value: Value | None, measure: Measure, *, is_short: bool = False) -> str:
    """A value in its measure's words; ``is_short`` rounds money as charts do."""
    if value is None:
        return t("change.cell_absent")
    if measure is Measure.SHARE:
        return share_text(float(value))
    if measure is Measure.PER_HEAD:
        per_resident = Fraction(value)
        return per_head_text(per_resident.numerator, per_resident.denominator)
    return writing.money_short(int(value)) if is_short else writing.money(int(value))


def untold_cell(measure: Measure) -> str:
    """What stands for an amount of a year that can't be told in a measure."""
    if measure in (Measure.REAL, Measure.PER_HEAD):
        return t(f"change.untold_cell_{measure}")
    return t("change.cell_absent")


def difference_text(value: Value | None, measure: Measure) -> str:
    """A difference of two values; of shares in points."""
    if value is None:
        return t("change.cell_absent")
    if measure is Measure.SHARE:
        return t("change.points", number=writing.number(points(value), 2))
    return value_text(value, measure)


def points(value: Value) -> Decimal:
    """A difference of two shares in points of a hundred, rounded to two decimals."""
    fraction = Fraction(value) * 100
    return round(Decimal(fraction.numerator) / Decimal(fraction.denominator), 2)


def rate_text(rate: Fraction | None) -> str:
    """A difference as a part of the earlier value, in per cent."""
    return t("change.cell_absent") if rate is None else writing.share(rate)


def item_label(items: Sequence[Item]) -> str:
    """The names of a year's items of one row."""
    return " + ".join(item.label for item in items)


def label(row: Row) -> str:
    """A row's name: that of the newest year."""
    return item_label(row.of(max(item.year for item in row.items)))


def short_label(row: Row) -> str:
    """A row's name as a chart has room for it."""
    newest = row.of(max(item.year for item in row.items))
    return " + ".join(item.short or item.label for item in newest)


def own_words(row: Row, by: By) -> tuple[str, ...]:
    """The document's own words in a row's name; none for what is worded by us."""
    if row.is_residual or by in (By.TOP, By.CODE):
        return ()
    return (writing.unstopped(label(row)),)


def earlier_label(row: Row, first: int, second: int) -> str:
    """A row's name in the earlier year where it is another than in the later one; else empty."""
    before, after = item_label(row.of(first)), item_label(row.of(second))
    return before if before and after and before != after else ""


def tie_text(row: Row, tie: Tie, first: int, second: int) -> str:
    """How a row stands between two years, in words."""
    if tie is not Tie.BOTH:
        return t(f"change.tie_{tie}", first=first, second=second)
    relations = {
        judged.relation
        for judged in row.between(first, second)
        if judged.from_key and judged.to_key
    }
    if not relations:
        return t("change.tie_both")
    if len(relations - {"same"}) > 1:
        return t("change.tie_several")
    relation = min(relations - {"same"}, default="same")
    return t(f"change.tie_{relation}")


def reasons(row: Row, first: int, second: int) -> str:
    """Why a person judged a row so between two years; empty where nobody did."""
    between = row.between(first, second)
    said = dict.fromkeys(judged.reason for judged in between if judged.reason)
    return " ".join(said)


def total_sentence(total: Change, first: int, second: int, measure: Measure, in_prices: str) -> str:
    """The totals of two years in a measure, and by how much the later one is more or less."""
    words: dict[str, Any] = {
        "first": first,
        "second": second,
        "what": t(f"change.what_{measure}"),
        "first_value": _said(total.first, measure),
        "second_value": _said(total.second, measure),
    }
    if total.difference is None or total.rate is None:
        said = t("change.both_totals", **words)
    elif total.difference == 0:
        said = t("change.same", **words)
    else:
        words["difference"] = value_text(abs(Fraction(total.difference)), measure)
        words["rate"] = writing.share(abs(total.rate))
        said = t("change.rise" if total.difference > 0 else "change.fall", **words)
    return f"{t('change.in_prices', prices=in_prices)} {said}" if in_prices else said


def _said(value: Value | None, measure: Measure) -> str:
    return writing.not_stated() if value is None else value_text(value, measure)


def untold_sentence(untold: Sequence[int], first: int, second: int, measure: Measure) -> str:
    """That two years can't be compared in a measure, because it lacks what ``untold`` need."""
    return t(f"change.untold_{measure}", years=listed(untold), first=first, second=second)


def moved_sentence(compared: Compared, first: int, second: int, measure: Measure) -> str:
    """How many rows can be compared, which of them rose and which fell most."""
    words: dict[str, Any] = {"first": first, "second": second}
    comparable = [change for _, change in compared.both if change.difference is not None]
    if not comparable:
        return t("change.none_comparable", **words)
    words["count"] = writing.number(len(comparable))
    for name, most in (("risen", compared.risen), ("fallen", compared.fallen)):
        if most is not None:
            row, change = most
            words[name] = writing.unstopped(label(row))
            words[f"{name}_first"] = value_text(change.first, measure)
            words[f"{name}_second"] = value_text(change.second, measure)
    if compared.risen and compared.fallen:
        shape = "both"
    elif compared.risen or compared.fallen:
        shape = "up" if compared.risen else "down"
    else:
        shape = "none"
    part = "share_" if measure is Measure.SHARE else ""
    return t(f"change.moved_{part}{shape}", **words)


def apart_sentence(
    years: Years, compared: Compared, first: int, second: int, measure: Measure, base: int | None
) -> str:
    """How many rows could not be compared, and what stands in them; empty where there is none."""
    if not compared.apart:
        return ""
    ends = (
        ("first", first, compared.apart_first),
        ("second", second, compared.apart_second),
    )
    words: dict[str, Any] = {
        "count": writing.number(len(compared.apart)),
        "first": first,
        "second": second,
    }
    for name, year, kurus in ends:
        words[f"{name}_value"] = _said(years.told(kurus, year, measure, base), measure)
    has_first = any(row.of(first) for row, _ in compared.apart)
    has_second = any(row.of(second) for row, _ in compared.apart)
    shape = "both" if has_first and has_second else "first" if has_first else "second"
    return t(f"change.apart_{shape}", **words)


def values_text(
    values: Iterable[tuple[int, Value | None]], measure: Measure, untold: set[int]
) -> str:
    """``2024: 5 TL; 2025: 6 TL``: a value a year."""
    return "; ".join(
        t(
            "change.years_value",
            year=year,
            value=untold_cell(measure) if year in untold else value_text(value, measure),
        )
        for year, value in values
    )


def not_drawn(labels: Sequence[str]) -> str:
    """How many rows no year that the measure can tell has an amount of, and which: the first by
    name, the rest by number."""
    named = "; ".join(writing.unstopped(label) for label in labels[:MOST_NAMED])
    count, rest = writing.number(len(labels)), len(labels) - MOST_NAMED
    if len(labels) == 1:
        return t("change.not_drawn_one", label=named)
    if rest > 0:
        rest_count = writing.number(rest)
        return t("change.not_drawn_more", count=count, labels=named, rest=rest_count)
    return t("change.not_drawn_some", count=count, labels=named)
