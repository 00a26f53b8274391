"""What the figures of indicators must say: how far each target asks more than the year before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache

from tests.present.figures.paper import (
    YEAR,
    Oracle,
    Row,
    Said,
    by,
    once,
    rows,
    said_in,
    shortest,
)

ACTUAL_YEAR, ESTIMATE_YEAR = "2023", "2024"

#: The words in the order in which they are drawn, and how they are said.
WORDS = {
    "ivme-gerekiyor": ("ivme gerekiyor", "needs to speed up"),
    "egilimle-uyumlu": ("eğilimle uyumlu", "in line with the trend"),
    "hedefe-ulasiliyor": ("hedefe 2024'te ulaşılıyor", "target reached in 2024"),
    "tavanda": ("%100'e ulaşılıyor", "reaches 100%"),
    "duzey-korunuyor": ("düzey korunuyor", "level kept"),
    "gerceklesenin-altinda": ("2023'ün altında hedef", "target below 2023"),
    "iki-yilin-altinda": ("2024'ün ve 2023'ün altında hedef", "target below 2024 and 2023"),
    "altinda-hedef": ("2024'ün altında hedef", "target below 2024"),
    "yonsuz": ("yönsüz", "no direction"),
    "karsilastirilamiyor": ("karşılaştırılamıyor", "not comparable"),
}
COLUMNS = tuple(WORDS)
#: What can't be compared for want of an actual alone.
WITHOUT_ACTUAL = "without-actual"


def aim_of(indicator: Row) -> str:
    return by("objectives", "objective")[by("goals", "goal")[indicator["goal"]]["objective"]]["aim"]


def code_of(indicator: Row) -> str:
    return f"{indicator['goal']}.{indicator['indicator']}"


@cache
def values() -> dict[tuple[str, str], Decimal]:
    """The stated figures by an indicator's code and the kind."""
    return {
        (code_of(row), row["kind"]): Decimal(row["value"])
        for row in rows("indicator_values")
        if row["value"]
    }


def stated(indicator: Row) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Actual, estimate, target."""
    code = code_of(indicator)
    actual, estimate, target = (
        values().get((code, kind)) for kind in ("actual", "estimate", "target")
    )
    return actual, estimate, target


def asked(indicator: Row) -> str:
    """What a target asks; ``WITHOUT_ACTUAL`` where it asks no less than the estimate and nothing
    says what was reached before."""
    actual, estimate, target = stated(indicator)
    way = indicator["direction"]
    if way == "no_direction":
        return "yonsuz"
    if estimate is None or target is None or not way:
        return "karsilastirilamiyor"
    # Turned so that more is always better.
    sign = -1 if way == "less" else 1
    if way == "more_to_100" and estimate >= 100 <= target:
        return "tavanda"
    onward = sign * (target - estimate)
    if actual is None:
        return "altinda-hedef" if onward < 0 else WITHOUT_ACTUAL
    reached = min(actual, Decimal(100)) if way == "more_to_100" else actual
    is_behind = sign * target < sign * reached
    if is_behind:
        return "iki-yilin-altinda" if onward < 0 else "gerceklesenin-altinda"
    if onward < 0:
        return "altinda-hedef"
    assert way != "keep", "no level to be kept is judged in this programme"
    before = sign * (estimate - actual)
    if onward == 0:
        return "duzey-korunuyor" if before == 0 else "hedefe-ulasiliyor"
    return "egilimle-uyumlu" if before >= onward else "ivme-gerekiyor"


def counts(aim: str = "") -> dict[str, int]:
    """How many indicators of an aim, or of all, have each word, in the order of drawing."""
    words = Counter(asked(row) for row in rows("indicators") if aim in ("", aim_of(row)))
    words["karsilastirilamiyor"] += words.pop(WITHOUT_ACTUAL, 0)
    return {word: words[word] for word in WORDS}


def ratio(indicator: Row) -> Fraction | None:
    """How near the estimate is to the target."""
    _, estimate, target = stated(indicator)
    if estimate is None or target is None:
        return None
    part, whole = (target, estimate) if indicator["direction"] == "less" else (estimate, target)
    return Fraction(part) / Fraction(whole) if whole else None


def _summary(indicators: Sequence[Row], language: str) -> list[str]:
    """The numbers of the sentences that count targets, in their order."""
    words = Counter(asked(row) for row in indicators)
    behind = words["gerceklesenin-altinda"] + words["iki-yilin-altinda"]
    ahead = words["ivme-gerekiyor"] + words["egilimle-uyumlu"]
    equal = words["hedefe-ulasiliyor"] + words["duzey-korunuyor"] + words["tavanda"]
    lower = words["altinda-hedef"]
    compared = behind + ahead + equal + lower
    assert compared > 1, "another sentence"
    beside = len(indicators) - compared - words["yonsuz"]
    said = said_in(language, f"{YEAR} {compared}", f"{compared} {YEAR}").split()
    if behind:
        said += [str(behind), ACTUAL_YEAR]
    for count in (ahead, equal, lower):
        if count:
            said += [str(count), ESTIMATE_YEAR]
    for count in (words["yonsuz"], beside):
        if count:
            said.append(str(count))
    if words[WITHOUT_ACTUAL]:
        # Where it is so of all of them, they aren't counted again.
        again = [str(words[WITHOUT_ACTUAL])] if words[WITHOUT_ACTUAL] < beside else []
        said += [*again, ESTIMATE_YEAR, ACTUAL_YEAR]
    return said


def by_aim(query: Mapping[str, str], language: str) -> Said:
    """All targets counted, and by aim and word."""
    everything = rows("indicators")
    said = _summary(everything, language)
    table = [
        (
            said_in(language, aim["short_name"], aim["short_name_en"]),
            *(counts(aim["aim"])[word] for word in COLUMNS),
            sum(counts(aim["aim"]).values()),
        )
        for aim in rows("aims")
    ]
    return Said(said, ("aim", *COLUMNS, "total"), table)


def progress(query: Mapping[str, str], language: str) -> Said:
    """An aim's targets counted, and each with its figures, by goal and number."""
    aim = by("aims", "aim")[query["amac"]]
    own = [row for row in rows("indicators") if aim_of(row) == query["amac"]]
    own.sort(key=lambda row: (int(row["goal"]), int(row["indicator"])))
    name = said_in(language, aim["short_name"], aim["short_name_en"])
    summary = _summary(own, language)
    table = [
        (code_of(row), row["name"], *stated(row), *steps(row),
         None if is_rate(row) or asked(row) == "yonsuz" else ratio(row), called(row, language))
        for row in own
    ]  # fmt: skip
    columns = ("code", "name", "actual", "estimate", "target", "change", "gap", "ratio", "word")
    return Said([f"{query['amac']}. {name}", str(len(own)), *summary], columns, table)


def three_years(query: Mapping[str, str], language: str) -> Said:
    """One indicator's three figures and its word."""
    (indicator,) = (row for row in rows("indicators") if code_of(row) == query["gosterge"])
    actual, estimate, target = stated(indicator)
    figures = [value for value in (actual, estimate, target) if value is not None]
    assert len(figures) == 3
    texts = [f"{shortest(value, language)} {indicator['unit']}" for value in figures]
    assert indicator["unit"] == "m²", "a unit with words in English"
    years = (ACTUAL_YEAR, ESTIMATE_YEAR, YEAR)
    told = [part for pair in zip(years, texts, strict=True) for part in pair]
    said = [indicator["name"], *told, called(indicator, language)]
    table = [(float(value), text) for value, text in zip(figures, texts, strict=True)]
    return Said(said, ("value", "text"), table)


def is_rate(indicator: Row) -> bool:
    return indicator["unit"] == "%"


def called(indicator: Row, language: str) -> str:
    """What a target asks, in words."""
    word = asked(indicator)
    assert indicator["direction"] != "less" or "altinda" not in word, "said in other words"
    return said_in(language, *WORDS[word if word in WORDS else "karsilastirilamiyor"])


def steps(indicator: Row) -> tuple[Decimal | None, Decimal | None]:
    """From the estimate and from the actual to the target, in the indicator's unit."""
    actual, estimate, target = stated(indicator)
    if target is None:
        return None, None
    return (
        None if estimate is None else target - estimate,
        None if actual is None else target - actual,
    )


def farthest() -> Sequence[Mapping[str, str]]:
    """Of the amounts whose target can be set against the years before, that whose estimate is the
    smallest part of its target."""
    ranked = sorted(
        (place, int(row["goal"]), int(row["indicator"]))
        for row in rows("indicators")
        if (place := ratio(row)) is not None
        and not is_rate(row)
        and asked(row) not in ("karsilastirilamiyor", WITHOUT_ACTUAL, "yonsuz")
    )
    _, goal, place_in_goal = ranked[0]
    return ({"gosterge": f"{goal}.{place_in_goal}"},)


def each_aim() -> Sequence[Mapping[str, str]]:
    """Every aim."""
    return [{"amac": aim} for aim in by("aims", "aim")]


ORACLES = {
    "hirs": Oracle(by_aim, once),
    "ilerleme": Oracle(progress, each_aim),
    "gosterge": Oracle(three_years, farthest),
}
