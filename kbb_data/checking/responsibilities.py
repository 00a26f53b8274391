"""Table 2.6: which unit answers for which activity."""

from __future__ import annotations

from kbb_data.checking.run import Run, by
from kbb_data.rows import Row


def responsibilities(run: Run) -> None:
    """Table 2.6 against the activities: each one there, named alike, with the same unit."""
    lines = by(run.rows("unit_responsibilities"), "goal")
    activities = by(run.rows("activities"), "goal")
    units = {row["spending_unit"]: row["name"] for row in run.rows("spending_units")}
    for goal, own in activities.items():
        listed = {row["activity"]: row for row in lines.get(goal, ()) if row["activity"]}
        strangers = [row for row in lines.get(goal, ()) if not row["activity"]]
        for row in own:
            run.compared += 1
            line = listed.get(row["activity"])
            if line is None:
                _missing(run, row, strangers)
                continue
            run.words(
                f"{row['activity']}.name",
                line,
                line["activity_name"],
                row["name"],
                f"Tablo 2.6 (satır {line['source_line']}) ile {goal}. hedef tablosu "
                f"(satır {row['goal_table_line']})",
                "Faaliyetin adı tablo 2.6'da ve hedef tablosunda farklı yazılmış.",
            )
            run.compared += 1
            if line["spending_unit"] != row["spending_unit"]:
                run.find(
                    f"{row['activity']}.unit",
                    line,
                    f"Tablo 2.6 (satır {line['source_line']}) ile {row['activity']}. "
                    f"faaliyetin maliyet tablosu (satır {row['source_line']})",
                    "Sorumlu birim iki yerde farklı.",
                    severity="medium",
                    stated=units[line["spending_unit"]],
                    computed=units[row["spending_unit"]],
                )
        for line in strangers:
            run.find(
                f"goal-{goal}.line-{line['position']}",
                line,
                f"Tablo 2.6 (satır {line['source_line']})",
                "Tablo 2.6'daki bu faaliyet, hedefin kendi tablosundaki hiçbir faaliyete uymuyor.",
                severity="medium",
                stated=line["activity_name"],
            )


def _missing(run: Run, row: Row, strangers: list[Row]) -> None:
    instead = next((line for line in strangers if line["position"] == row["position"]), None)
    run.find(
        f"{row['activity']}.missing",
        row,
        f"Tablo 2.6 ile {row['goal']}. hedef tablosu (satır {row['goal_table_line']})",
        "Tablo 2.6 bu faaliyetin yerinde başka bir faaliyet adı yazıyor."
        if instead
        else "Tablo 2.6 bu faaliyeti ve sorumlu birimini saymıyor.",
        severity="medium",
        stated=instead["activity_name"] if instead else "",
        computed=row["name"],
    )


def responsibility_goals(run: Run) -> None:
    """The goals' wording in table 2.6 against their own tables."""
    goals = {row["goal"]: row for row in run.rows("goals")}
    for line in run.rows("unit_responsibilities"):
        if line["goal_statement"]:
            goal = goals[line["goal"]]
            run.words(
                str(line["goal"]),
                line,
                line["goal_statement"],
                goal["statement"],
                f"Tablo 2.6 (satır {line['source_line']}) ile {line['goal']}. hedef "
                f"tablosu (satır {goal['source_line']})",
                "Performans hedefi tablo 2.6'da ve kendi tablosunda farklı yazılmış.",
            )
