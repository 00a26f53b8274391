"""The money of activities: their cost tables, and the goals' tables that list them."""

from __future__ import annotations

from kbb_data.checking.run import MONEY, Run, add, by
from kbb_data.reading.economic_codes import holders
from kbb_data.rows import Row


def cost_table_sums(run: Run) -> None:
    """Within a cost table: codes below a code to it, codes to budget, sources to off-budget, both
    to the total."""
    costs = by(run.rows("activity_costs"), "activity")
    resources = by(run.rows("off_budget_resources"), "activity")
    for row in run.rows("activities"):
        number = row["activity"]
        place = f"{number}. faaliyetin maliyet tablosu (satır {row['source_line']})"
        run.money(
            f"{number}.budget",
            row,
            row["budget"],
            add(cost["amount"] for cost in costs.get(number, ())),
            f"{place}, bütçe toplamı",
            "Ekonomik kodların toplamı, tablonun bütçe toplamına eşit değil.",
        )
        run.money(
            f"{number}.off-budget",
            row,
            row["off_budget"],
            add(part["amount"] for part in resources.get(number, ())),
            f"{place}, bütçe dışı toplamı",
            "Bütçe dışı kaynakların toplamı, tablonun bütçe dışı toplamına eşit değil.",
        )
        run.money(
            f"{number}.total",
            row,
            row["total"],
            add((row["budget"], row["off_budget"])),
            f"{place}, genel toplam",
            "Bütçe ve bütçe dışı toplamları, tablonun toplam kaynak ihtiyacına eşit değil.",
        )

    for activity, lines in by(run.rows("activity_cost_lines"), "activity").items():
        _levels(run, activity, [line for line in lines if line["kind"] == "budget"])


def _levels(run: Run, activity: int, lines: list[Row]) -> None:
    """Each printed code with parts of its own against what these add up to."""
    own = holders([line["code_printed"] for line in lines])
    for place, line in enumerate(lines):
        parts = [part["amount"] for part, of in zip(lines, own, strict=True) if of == place]
        if parts:
            run.money(
                f"{activity}.code-{line['code_printed'].replace('.', '-')}",
                line,
                line["amount"],
                add(parts),
                f"{activity}. faaliyetin maliyet tablosu, {line['code_printed']} kodu (satır "
                f"{line['source_line']})",
                "Alt kodların toplamı, üst kodun tutarına eşit değil.",
            )


def goal_table_sums(run: Run) -> None:
    """Within a goal's table: its activities to its totals."""
    activities = by(run.rows("activities"), "goal")
    has_off_budget = any(
        row["off_budget"] is not None for name in ("goals", "activities") for row in run.rows(name)
    )
    for goal in run.rows("goals"):
        own = activities.get(goal["goal"], [])
        for column, name in MONEY:
            # A programme that prints no off-budget resources anywhere left no cell blank.
            if column == "off_budget" and not has_off_budget:
                continue
            run.money(
                f"{goal['goal']}.{column.replace('_', '-')}",
                goal,
                goal[column],
                # A blank cell beside stated ones adds nothing; table 2.4 holds the goal's zero.
                add(row[f"goal_table_{column}"] for row in own) or 0,
                f"{goal['goal']}. performans hedefi tablosu (satır {goal['source_line']}), "
                f"{name} genel toplamı",
                f"Tablodaki faaliyetlerin {name} tutarları, tablonun genel toplamına eşit değil.",
            )


def cost_table_amounts(run: Run) -> None:
    """Each cost table's totals against the activity's line in the goal's table."""
    for row in run.rows("activities"):
        for column, name in MONEY:
            run.money(
                f"{row['activity']}.{column.replace('_', '-')}",
                {**row, "source_line": row["goal_table_line"]},
                row[f"goal_table_{column}"],
                row[column],
                f"{row['goal']}. hedef tablosu (satır {row['goal_table_line']}) ile "
                f"{row['activity']}. faaliyetin maliyet tablosu (satır {row['source_line']}), "
                f"{name}",
                f"Faaliyetin {name} tutarı hedef tablosunda ve maliyet tablosunda farklı.",
            )
