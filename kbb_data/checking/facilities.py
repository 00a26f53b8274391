"""Table 1.3 against itself and against the indicators, by what its lines are called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kbb_data.checking import rules
from kbb_data.checking.run import Run, by, plain
from kbb_data.checking.spelling import texts
from kbb_data.rows import Row
from kbb_data.turkish import lower, slug
from kbb_data.values import printed_number

_WORD = re.compile(r"[^\W\d_]+")
_BRACKET = re.compile(r"\([^)]*\)?")
#: Letters that two words must begin with to be one word with other endings.
_STEM = 4
_ENDING = 3
#: A word that the plan has so often is no place's name.
_MUCH = 5
#: More lines than these share a name of a kind of thing, not of a place.
_MOST = 8


def _words(text: str) -> list[str]:
    return [lower(word) for word in _WORD.findall(text)]


def _is_same(left: str, right: str) -> bool:
    """Whether one word is the other with another ending."""
    # Nearly all pairs end here: every word of the plan meets every name of the table.
    if left[: _STEM - 1] != right[: _STEM - 1]:
        return False
    shorter, longer = sorted((left, right), key=len)
    if len(shorter) < _STEM:
        return left == right
    stem = max(_STEM, len(shorter) - 3)
    return longer.startswith(shorter[:stem])


def _is_ending(left: str, right: str) -> bool:
    """Whether one word is the other with a short ending behind it."""
    if left[:1] != right[:1]:
        return False
    shorter, longer = sorted((left, right), key=len)
    return longer.startswith(shorter) and len(longer) - len(shorter) <= (
        _ENDING if len(shorter) >= _STEM else 0
    )


def _often(words: Iterable[str], times: int = 2) -> set[str]:
    return {word for word, count in Counter(words).items() if count >= times}


def indicator_assets(run: Run) -> None:
    """Indicators that table 1.3 measures as well: the figure there against the actual."""
    figures = by(run.rows("indicator_values"), ("goal", "indicator"))
    measures = _measures(run.rows("assets"))
    for row in run.rows("indicators"):
        measure = _measure_of(row, measures)
        if measure is None:
            continue
        own = {value["kind"]: value for value in figures[row["goal"], row["indicator"]]}
        actual = own.get("actual")
        if actual is None:
            continue
        run.compared += 1
        stated = [
            own[kind]["value"]
            for kind in ("actual", "estimate", "year_end_estimate")
            if kind in own
        ]
        if actual["value"] is not None and measure.figure in stated:
            continue
        is_blank = actual["value"] is None
        text = printed_number(measure.figure)
        run.find(
            f"{row['goal']}.{row['indicator']}",
            row,
            f"{row['goal']}. {run.owner}, {row['indicator']}. gösterge “{row['name']}”, "
            f"{actual['year']} (satır {row['source_line']}) ile tablo 1.3, {measure.name} "
            f"({measure.lines})",
            f"Tablo 1.3 aynı şeyi {text} olarak yazıyor; göstergenin {actual['year']} "
            + (
                "gerçekleşmesi yazılmamış."
                if is_blank
                else f"gerçekleşmesi {printed_number(actual['value'])}."
            )
            + " İki yerin aynı şeyi ölçtüğü adlarından anlaşıldı; tablo 1.3 gününü yazmıyor.",
            kind=rules.BLANK if is_blank else rules.DISAGREES,
            certainty=rules.CONDITIONAL,
            stated=plain(actual["value"]) if not is_blank else "",
            computed=plain(measure.figure),
            unit=rules.NUMBER,
        )


@dataclass(frozen=True)
class _Measure:
    """What table 1.3 states under one name: as area or as pieces, and in which lines."""

    name: str
    words: tuple[str, ...]
    unit: str
    figure: Decimal
    lines: str


def _measures(assets: Iterable[Row]) -> list[_Measure]:
    """The names of table 1.3 with the area that one line states, or how many pieces or lines."""
    measures = []
    for name, rows in by(assets, "name").items():
        lines = "satır " + ", ".join(str(row["source_line"]) for row in rows)
        areas, counts = ([row[key] for row in rows] for key in ("area_m2", "count"))
        if len(rows) == 1 and areas[0] is not None:
            measures.append(_Measure(name, tuple(_words(name)), "m²", areas[0], lines))
        pieces = len(rows) if None in counts else sum(counts)
        if len(rows) > 1 or None not in counts:
            measures.append(_Measure(name, tuple(_words(name)), "adet", Decimal(pieces), lines))
    return measures


def _measure_of(indicator: Row, measures: Iterable[_Measure]) -> _Measure | None:
    """The one that an indicator's name means: two words in common at least, and all but one of
    the shorter name; nothing where two fit alike."""
    words = _words(_BRACKET.sub("", indicator["name"]))
    best: list[_Measure] = []
    most = Decimal(0)
    for measure in measures:
        if measure.unit != indicator["unit"]:
            continue
        common = sum(any(_is_same(word, own) for own in measure.words) for word in words)
        least = min(len(words), len(measure.words))
        if common < 2 or common < least - 1:
            continue
        score = Decimal(2 * common) / (len(words) + len(measure.words))
        if score > most:
            best, most = [measure], score
        elif score == most:
            best.append(measure)
    return best[0] if len(best) == 1 and most >= Decimal("0.6") else None


def facility_districts(run: Run) -> None:
    """Names of places that lines of table 1.3 bear, against the districts of these lines.

    A word that few lines bear, of different categories, is the name of a place, unless it names a
    district, a category or a sort of building (with which names end), or is a word that the plan
    uses often. Its lines ought to stand in one district.
    """
    assets = [row for row in run.rows("assets") if row["district"]]
    generic = {word for row in run.rows("assets") for word in _words(row["category"])}
    generic |= {word for row in assets for word in _words(row["district"])}
    generic |= _often(_words(row["name"])[-1] for row in assets if _words(row["name"]))
    plan = [text.text for text in texts(run.tables) if text.table != "assets"]
    generic |= _often((word for text in plan for word in set(_words(text))), _MUCH)
    for word, rows in _places(assets, generic).items():
        run.compared += 1
        districts = by(rows, "district")
        if len(districts) < 2:
            continue
        usual = max(districts, key=lambda name: len(districts[name]))
        others = [row for name, own in districts.items() if name != usual for row in own]
        lines = "-".join(str(row["source_line"]) for row in rows)
        run.find(
            f"{lines}.{slug(word)}",
            others[0],
            "Tablo 1.3, "
            + "; ".join(f"{row['name']} ({row['district']}, satır {row['source_line']})"
                        for row in rows),
            "Aynı yerin adını taşıyan satırlar ayrı ilçelerde gösterilmiş. Adın aynı yeri "
            "anlattığı varsayıldı.",
            kind=rules.QUESTION,
            certainty=rules.CONDITIONAL,
            stated="; ".join(dict.fromkeys(row["district"] for row in others)),
            computed=usual,
        )  # fmt: skip


def _places(assets: list[Row], generic: set[str]) -> dict[str, list[Row]]:
    """The lines that bear each word that names a place, in the document's order."""
    bearing: dict[str, list[Row]] = {}
    for row in assets:
        for word in dict.fromkeys(_words(row["name"])):
            if len(word) >= _STEM and not any(_is_ending(word, other) for other in generic):
                key = next((own for own in bearing if _is_ending(own, word)), word)
                if row not in bearing.setdefault(key, []):
                    bearing[key].append(row)
    return {
        word: rows
        for word, rows in bearing.items()
        if 1 < len(rows) <= _MOST and len({row["category"] for row in rows}) > 1
    }
