"""Table 2.6: which unit answers for which activity."""

from __future__ import annotations

from kbb_data.checking import rules
from kbb_data.checking.run import Run, by
from kbb_data.checking.wordings import activity_wordings, goal_wordings
from kbb_data.reading.responsible_units import known_units, parted
from kbb_data.rows import Row


def responsibilities(run: Run) -> None:
    """Table 2.6 against the activities: each one there, named alike, with the same unit."""
    lines = by(run.rows("unit_responsibilities"), "goal")
    if not lines:
        # A programme without the table says nothing about its activities there.
        return
    activities = by(run.rows("activities"), "goal")
    units = {row["spending_unit"]: row["name"] for row in run.rows("spending_units")}
    keys = {
        name: row["spending_unit"]
        for row in run.rows("spending_units")
        for name in (row["name"], *(row["aliases"] or "").split(" | "))
    }
    known = known_units(keys)
    wordings = activity_wordings(run.tables)
    for goal, own in activities.items():
        listed = {row["activity"]: row for row in lines.get(goal, ()) if row["activity"]}
        strangers = [row for row in lines.get(goal, ()) if not row["activity"]]
        for row in own:
            run.compared += 1
            line = listed.get(row["activity"])
            if line is None:
                instead = next(
                    (line for line in strangers if line["position"] == row["position"]), None
                )
                if instead:
                    # One slip: the name that stands there, and the one that ought to.
                    strangers.remove(instead)
                _missing(run, row, instead)
                continue
            usual = wordings[row["activity"]].usual
            run.words(
                f"{row['activity']}.name",
                line,
                line["activity_name"],
                usual.text,
                f"Tablo 2.6 (satır {line['source_line']}) ile {usual.place}",
                "Faaliyetin adı tablo 2.6'da belgenin öbür yerlerinden farklı yazılmış.",
            )
            run.compared += 1
            first = _first_line(lines[goal], line)
            others = parted(first["unit_printed"] or "", known)[1:]
            stated = [line["spending_unit"], *(keys[name] for name in others if name in keys)]
            own_units = [row["spending_unit"], *(row["other_units"] or "").split(" | ")]
            if set(stated) != {unit for unit in own_units if unit}:
                run.find(
                    f"{row['activity']}.unit",
                    line,
                    f"Tablo 2.6 (satır {line['source_line']}) ile {row['activity']}. "
                    f"faaliyetin maliyet tablosu (satır {row['source_line']})",
                    "Sorumlu birim iki yerde farklı.",
                    kind=rules.DISAGREES,
                    stated="; ".join(units[unit] for unit in stated),
                    computed="; ".join(units[unit] for unit in own_units if unit),
                )
        for line in strangers:
            run.find(
                f"goal-{goal}.line-{line['position']}",
                line,
                f"Tablo 2.6 (satır {line['source_line']})",
                "Tablo 2.6'daki bu faaliyet, hedefin kendi tablosundaki hiçbir faaliyete uymuyor.",
                kind=rules.DISAGREES,
                stated=line["activity_name"],
            )


def _first_line(lines: list[Row], line: Row) -> Row:
    """The line whose unit a line has: itself, or the nearest above it that prints one."""
    above = [other for other in lines if other["position"] <= line["position"]]
    return next((other for other in reversed(above) if other["unit_printed"]), line)


def _missing(run: Run, row: Row, instead: Row | None) -> None:
    """An activity that table 2.6 has not; ``instead`` is the unknown one in its place."""
    line = f" (satır {instead['source_line']})" if instead else ""
    run.find(
        f"{row['activity']}.missing",
        instead or row,
        f"Tablo 2.6{line} ile {row['goal']}. hedef tablosu (satır {row['goal_table_line']})",
        "Tablo 2.6 bu faaliyetin yerinde başka bir faaliyet adı yazıyor."
        if instead
        else "Tablo 2.6 bu faaliyeti ve sorumlu birimini saymıyor.",
        kind=rules.DISAGREES if instead else rules.BLANK,
        stated=instead["activity_name"] if instead else "",
        computed=row["name"],
    )


def responsibility_goals(run: Run) -> None:
    """The goals' wording in table 2.6 against their own tables."""
    wordings = goal_wordings(run.tables)
    for line in run.rows("unit_responsibilities"):
        if line["goal_statement"]:
            usual = wordings[line["goal"]].usual
            run.words(
                str(line["goal"]),
                line,
                line["goal_statement"],
                usual.text,
                f"Tablo 2.6 (satır {line['source_line']}) ile {usual.place}",
                "Performans hedefi tablo 2.6'da belgenin öbür yerlerinden farklı yazılmış.",
            )
