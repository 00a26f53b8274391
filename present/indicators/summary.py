"""How many targets are where: one sentence, and a tile for each course."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from present.indicators.ambition import Ambition, Course, Summary
from present.indicators.model import Indicator
from present.indicators.words import Years
from present.kit import writing
from present.kit.text import t

#: The courses of targets that are not behind the actual, in the order in which a sentence counts
#: them.
_REST = (Course.HIGHER, Course.HOLDS, Course.LOWER)


@dataclass(frozen=True, slots=True)
class Tile:
    """A course with how many targets have it, what it is called, and what else is to be said of
    them (empty: nothing)."""

    course: Course
    count: int
    label: str
    note: str


def summary_sentence(summary: Summary, programme_year: int) -> str:
    """How many targets are behind the actual, and of the others how many are ahead of the estimate,
    equal to it or behind it; how many indicators have no direction or can't be compared. What
    there is none of is not said. No indicators: an empty text.
    """
    if not summary.total:
        return ""
    years = Years(programme_year).texts
    sentences = _compared(summary, years)
    for name, count in (
        ("no_direction", summary.count(Course.NO_DIRECTION)),
        ("not_comparable", summary.count(Course.NOT_COMPARABLE)),
        ("without_actual", summary.without_actual),
    ):
        if not count:
            continue
        if name == "without_actual" and count == summary.count(Course.NOT_COMPARABLE):
            name = f"{name}_one" if count == 1 else f"{name}_all"
        sentences.append(t(f"indicators.summary_{name}", count=writing.number(count), **years))
    return " ".join(sentences)


def _compared(summary: Summary, years: dict[str, str]) -> list[str]:
    """What is said of the targets that are set against the years before."""
    behind = summary.count(Course.BELOW_ACTUAL)
    rest = [(course, summary.count(course)) for course in _REST if summary.count(course)]
    if not summary.compared:
        return [t("indicators.summary_none", **years)]
    if not behind:
        return [_counted("summary", rest, summary.compared, years)]
    first = _counted("summary", [(Course.BELOW_ACTUAL, behind)], summary.compared, years)
    if not rest:
        return [first]
    return [first, _counted("summary_rest", rest, summary.compared - behind, years)]


def _counted(key: str, counts: list[tuple[Course, int]], whole: int, years: dict[str, str]) -> str:
    """A sentence on ``whole`` targets, of which so many have each course."""
    words = {"compared": writing.number(whole), **years}
    if len(counts) == 1 and counts[0][1] == whole:
        ((course, count),) = counts
        way = "one" if count == 1 else "all"
        said = t(f"indicators.summary_{course}_{way}", **years)
        return t(f"indicators.{key}_{way}", said=said, **words)
    told = [
        t(f"indicators.summary_{course}", count=writing.number(count), **years)
        for course, count in counts
    ]
    said = told[0]
    if len(told) > 1:
        said = t("indicators.summary_and", first=", ".join(told[:-1]), last=told[-1])
    return t(f"indicators.{key}_some", said=said, **words)


def distance_note(indicators: Iterable[Indicator], years: Years) -> str:
    """How a list by distance is ranked, and how many of these indicators it leaves out."""
    out = Counter(
        "no_direction" if indicator.assessment.course is Course.NO_DIRECTION else "not_comparable"
        for indicator in indicators
        if not indicator.has_distance
    )
    note = t("indicators.distance_note", **years.texts)
    if not out:
        return note
    said = ", ".join(
        t(f"indicators.left_{name}", count=writing.number(out[name]))
        for name in ("no_direction", "not_comparable")
        if out[name]
    )
    return f"{note} {t('indicators.distance_left_out', said=said)}"


def tiles(summary: Summary, years: Years) -> tuple[Tile, ...]:
    """A tile for each course; together they hold every indicator once."""
    notes = {
        Course.BELOW_ACTUAL: _notes(
            years,
            ahead=summary.ahead_below_actual,
            equal=summary.equal_below_actual,
            behind=summary.count(Ambition.BELOW_BOTH),
        ),
        Course.NOT_COMPARABLE: _notes(years, without_actual=summary.without_actual),
    }
    forms = {**years.texts, "of_actual": writing.genitive(years.programme - 2)}
    return tuple(
        Tile(
            course,
            summary.count(course),
            t(f"indicators.tile_{course}", **forms),
            notes.get(course, ""),
        )
        for course in (
            Course.HIGHER,
            Course.HOLDS,
            Course.BELOW_ACTUAL,
            Course.LOWER,
            Course.NO_DIRECTION,
            Course.NOT_COMPARABLE,
        )
    )


def _notes(years: Years, **counts: int) -> str:
    """What a tile says below its count, of what there is any."""
    return ", ".join(
        t(f"indicators.tile_{name}", count=writing.number(count), **years.texts)
        for name, count in counts.items()
        if count
    )
