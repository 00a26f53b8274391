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
    "duzey-korunuyor": ("düzey korunuyor", "level kept"),
    "altinda-hedef": ("2024'ün altında hedef", "target below 2024"),
    "karsilastirilamiyor": ("karşılaştırılamıyor", "not comparable"),
}
#: Those of the table, in its order.
COLUMNS = (
    "egilimle-uyumlu",
    "ivme-gerekiyor",
    "hedefe-ulasiliyor",
    "duzey-korunuyor",
    "altinda-hedef",
    "karsilastirilamiyor",
)
WITHOUT_TREND = "without-trend"


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
    """What a target asks; ``WITHOUT_TREND`` where it asks more and no actual is stated."""
    actual, estimate, target = stated(indicator)
    direction = indicator["direction"]
    if estimate is None or target is None or not direction:
        return "karsilastirilamiyor"
    if direction == "keep":
        if target > estimate:
            return "karsilastirilamiyor"
        return "duzey-korunuyor" if target == estimate else "altinda-hedef"
    if target == estimate:
        return "hedefe-ulasiliyor"
    step = target - estimate if direction == "more" else estimate - target
    if step < 0:
        return "altinda-hedef"
    if actual is None:
        return WITHOUT_TREND
    before = estimate - actual if direction == "more" else actual - estimate
    return "egilimle-uyumlu" if before >= step else "ivme-gerekiyor"


def counts(aim: str = "") -> dict[str, int]:
    """How many indicators of an aim, or of all, have each word, in the order of drawing."""
    words = Counter(asked(row) for row in rows("indicators") if aim in ("", aim_of(row)))
    words["karsilastirilamiyor"] += words.pop(WITHOUT_TREND, 0)
    return {word: words[word] for word in WORDS}


def ratio(indicator: Row) -> Fraction | None:
    """How near the estimate is to the target."""
    _, estimate, target = stated(indicator)
    if estimate is None or target is None:
        return None
    part, whole = (target, estimate) if indicator["direction"] == "less" else (estimate, target)
    return Fraction(part) / Fraction(whole) if whole else None


def _summary(indicators: Sequence[Row]) -> list[str]:
    """The numbers of the sentence that counts targets."""
    words = Counter(asked(row) for row in indicators)
    ahead = words["ivme-gerekiyor"] + words["egilimle-uyumlu"]
    equal = words["hedefe-ulasiliyor"] + words["duzey-korunuyor"]
    behind = words["altinda-hedef"]
    compared, beside = ahead + equal + behind, len(indicators) - ahead - equal - behind
    told = [str(ahead), ESTIMATE_YEAR, str(equal), ESTIMATE_YEAR, str(behind)]
    if not beside:
        return [YEAR, *told]
    said = [YEAR, str(compared), *told, str(beside)]
    if words[WITHOUT_TREND]:
        said += [str(words[WITHOUT_TREND]), ESTIMATE_YEAR, ACTUAL_YEAR]
    return said


def _in_order(said: list[str], count: int, language: str) -> list[str]:
    """The same in the order of a language: English says of how many before of which year."""
    place = said.index(YEAR)
    if said[place + 1] == str(count) and language == "en":
        said[place], said[place + 1] = said[place + 1], said[place]
    return said


def _compared(indicators: Sequence[Row]) -> int:
    beside = ("karsilastirilamiyor", WITHOUT_TREND)
    return sum(asked(row) not in beside for row in indicators)


def by_aim(query: Mapping[str, str], language: str) -> Said:
    """All targets counted, and by aim and word."""
    everything = rows("indicators")
    said = _in_order(_summary(everything), _compared(everything), language)
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
    summary = _in_order(_summary(own), _compared(own), language)
    table = [(code_of(row), row["name"], *stated(row), ratio(row)) for row in own]
    columns = ("code", "name", "actual", "estimate", "target", "ratio")
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
    said = [indicator["name"], *told, said_in(language, *WORDS[asked(indicator)])]
    table = [(float(value), text) for value, text in zip(figures, texts, strict=True)]
    return Said(said, ("value", "text"), table)


def farthest() -> Sequence[Mapping[str, str]]:
    """Of the indicators with a word, that whose estimate is farthest from its target."""
    ranked = sorted(
        (place, int(row["goal"]), int(row["indicator"]))
        for row in rows("indicators")
        if (place := ratio(row)) is not None
        and asked(row) not in ("karsilastirilamiyor", WITHOUT_TREND)
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
