"""The rows of indicators and of their figures, with the direction that people judged for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kbb_data.judging.draft import Draft, stated_number
from kbb_data.problems import quote
from kbb_data.reading.records import Indicator
from kbb_data.reading.units import read_unit
from kbb_data.reading.wording import mend_breaks

#: The direction of a rate, which can't pass a hundred, and the unit that a rate is stated in.
RATE, PERCENT = "more_to_100", "%"

#: What people judged of an indicator: the columns of ``indicators`` that hold it.
JUDGED = ("direction", "direction_reason", "accumulation", "accumulation_reason")
#: Those columns' values, by the owner's number and the indicator's.
Directions = Mapping[tuple[int, int], Mapping[str, str]]


def indicator_rows(
    draft: Draft, owner: int, indicators: Sequence[Indicator], directions: Directions
) -> None:
    """Fill ``indicators`` and ``indicator_values`` with those of one goal or sub-programme."""
    for indicator in indicators:
        unit = read_unit(indicator.printed_name, indicator.unit)
        judged = directions.get((owner, indicator.indicator), {})
        draft.add(
            "indicators",
            indicator.line,
            goal=owner,
            indicator=indicator.indicator,
            name=mend_breaks(unit.name),
            unit=unit.unit or None,
            unit_printed=unit.unit_printed or None,
            is_cumulative=unit.is_cumulative,
            note=mend_breaks(indicator.note) or None,
            name_printed=indicator.printed_name,
            is_yearly=unit.is_yearly,
            calculation=mend_breaks(indicator.calculation) or None,
            data_source=mend_breaks(indicator.data_source) or None,
            unit_responsible=mend_breaks(indicator.unit_responsible) or None,
            **{name: judged.get(name) or None for name in JUDGED},
        )
        for figure in indicator.figures:
            draft.add(
                "indicator_values",
                indicator.line,
                goal=owner,
                indicator=indicator.indicator,
                year=figure.year,
                kind=figure.kind,
                value=stated_number(figure.printed),
                printed=figure.printed or None,
            )


def judged_directions(
    draft: Draft, owners: Iterable[tuple[int, Sequence[Indicator]]]
) -> Directions:
    """The judged direction and rule of accumulation of each indicator of the goals or
    sub-programmes ``owners``."""
    printed = {
        (owner, indicator.indicator): indicator
        for owner, indicators in owners
        for indicator in indicators
    }
    directions: dict[tuple[int, int], Mapping[str, str]] = {}
    for entry in draft.judgement.of("indicator"):
        key = (entry["goal"], entry["indicator"])
        indicator = printed.get(key)
        name = indicator.printed_name if indicator else ""
        if indicator is None or name != entry["printed"] or key in directions:
            draft.problems.append(
                entry.broken(
                    f"indicator {key[1]} of goal {key[0]} as {quote(entry['printed'])}, once",
                    quote(name),
                )
            )
        elif entry["direction"] == RATE and read_unit(name, indicator.unit).unit != PERCENT:
            draft.problems.append(
                entry.broken(f"direction '{RATE}' of a rate in per cent", quote(entry["printed"]))
            )
        judged = (entry[name] for name in ("direction", "reason"))
        rule = (entry.get(name) for name in ("accumulation", "accumulation_reason"))
        directions[key] = dict(zip(JUDGED, (*judged, *rule), strict=True))
    return directions
