"""Leaps: figures of neighbouring years of which one is ten times the other or more."""

from __future__ import annotations

from itertools import pairwise

from kbb_data.checking import rules
from kbb_data.checking.run import Run, by, plain
from kbb_data.values import printed_number

_TIMES = 10


def indicator_leaps(run: Run) -> None:
    """Each indicator's figure against the year before; 0 and what is not stated have no ratio."""
    names = {(row["goal"], row["indicator"]): row["name"] for row in run.rows("indicators")}
    for key, figures in by(run.rows("indicator_values"), ("goal", "indicator")).items():
        # What was planned for a year, or reached by its middle, is no figure of the year.
        ordered = sorted(
            (row for row in figures if row["kind"] not in ("planned", "half_year_actual")),
            key=lambda row: row["year"],
        )
        for before, after in pairwise(ordered):
            first, second = before["value"], after["value"]
            # Two kinds of figures of one year are no change from year to year.
            if not first or not second or before["year"] == after["year"]:
                continue
            run.compared += 1
            times = max(first, second) / min(first, second)
            if times < _TIMES:
                continue
            way = "katına çıkıyor" if second > first else "kat küçülüyor"
            run.find(
                f"{key[0]}.{key[1]}.{after['year']}",
                after,
                f"{key[0]}. {run.owner}, {key[1]}. gösterge “{names[key]}”, {before['year']} ve "
                f"{after['year']} (satır {after['source_line']})",
                f"Değer bir yılda yaklaşık {printed_number(round(times))} {way}; bir basamak mı "
                "kaydı, ölçü mü değişti, yoksa öyle mi planlandı, belge söylemiyor.",
                kind=rules.QUESTION,
                stated=plain(first),
                computed=plain(second),
                unit=rules.NUMBER,
            )
