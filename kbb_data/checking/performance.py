"""The money of table 2.4, and of the sentence above it, against the tables of section 2.3."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from kbb_data.checking.run import MONEY, Run, add, by, lira
from kbb_data.rows import Row

_SHARE_TOLERANCE = Decimal("0.01")


def performance_amounts(run: Run) -> None:
    """Table 2.4 line by line against the goals' and the cost tables."""
    goals = {row["goal"]: row for row in run.rows("goals")}
    activities = {row["activity"]: row for row in run.rows("activities")}
    own = by(run.rows("activities"), "goal")
    for line in run.rows("printed_performance"):
        number = line["number"]
        for column, name in MONEY:
            key = f"{line['level']}-{number}.{column.replace('_', '-')}"
            if line["level"] == "goal" and number in goals:
                printed = goals[number][column]
                other = (
                    printed
                    if printed is not None
                    else add(row[column] for row in own.get(number, ()))
                )
                place = f"{number}. hedef tablosu (satır {goals[number]['source_line']})"
            elif line["level"] == "activity" and number in activities:
                other = activities[number][column]
                place = (
                    f"{number}. faaliyetin maliyet tablosu "
                    f"(satır {activities[number]['source_line']})"
                )
            else:
                continue
            run.money(
                key,
                line,
                line[column],
                other,
                f"Tablo 2.4 (satır {line['source_line']}) ile {place}, {name}",
                f"Tablo 2.4'teki {name} tutarı, ayrıntı tablosundakinden farklı.",
            )


def performance_totals(run: Run) -> None:
    """Table 2.4's totals: goals to their total, and that to the grand total."""
    lines = {row["role"]: row for row in run.rows("printed_performance") if row["role"]}
    goals = [row for row in run.rows("printed_performance") if row["level"] == "goal"]
    parts = ("goals_total", "general_administration", "transfers")
    for column, name in MONEY:
        suffix = column.replace("_", "-")
        if "goals_total" in lines:
            line = lines["goals_total"]
            run.money(
                f"goals.{suffix}",
                line,
                line[column],
                add(row[column] for row in goals),
                f"Tablo 2.4, {line['label']} (satır {line['source_line']}), {name}",
                "Performans hedeflerinin toplamı, yazılan toplama eşit değil.",
            )
        if "grand_total" in lines:
            line = lines["grand_total"]
            run.money(
                f"grand.{suffix}",
                line,
                line[column],
                add(lines[part][column] for part in parts if part in lines),
                f"Tablo 2.4, {line['label']} (satır {line['source_line']}), {name}",
                "Hedefler, genel yönetim giderleri ve transferler, genel toplama eşit değil.",
            )


def performance_shares(run: Run) -> None:
    """Each printed share of table 2.4 against its amount, to a hundredth of a point."""
    grand = next(
        (row for row in run.rows("printed_performance") if row["role"] == "grand_total"), None
    )
    if grand is None:
        return
    for line in run.rows("printed_performance"):
        for column, name in MONEY:
            whole, part, printed = grand[column], line[column], line[f"{column}_share"]
            if not whole or part is None or printed is None:
                continue
            share = (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.01"), ROUND_HALF_UP)
            run.figure(
                f"{line['level']}-{line['number']}.{column.replace('_', '-')}",
                line,
                printed,
                share,
                f"Tablo 2.4 (satır {line['source_line']}), {name} payı",
                "Yazılan pay, tutarın genel toplama oranından 0,01 puandan çok ayrılıyor.",
                unit="%",
                tolerance=_SHARE_TOLERANCE,
            )


def stated_totals(run: Run) -> None:
    """The sentence above table 2.4 against counts and totals of the tables."""
    stated = {row["figure"]: row for row in run.rows("stated_figures")}
    lines = {row["role"]: row for row in run.rows("printed_performance") if row["role"]}

    def total(role: str) -> Decimal | None:
        row: Row | None = lines.get(role)
        return Decimal(lira(row["total"])) if row and row["total"] is not None else None

    computed: dict[str, Decimal | None] = {
        "programme.goals": Decimal(len(run.rows("goals"))),
        "programme.activities": Decimal(len(run.rows("activities"))),
        "programme.activities.total": total("goals_total"),
        "programme.general-administration": total("general_administration"),
        "programme.total": total("grand_total"),
    }
    for figure, value in computed.items():
        if figure in stated:
            row = stated[figure]
            run.figure(
                figure,
                row,
                row["value"],
                value,
                f"Bölüm 2.4'ün giriş cümlesi (satır {row['source_line']}) ile tablolar",
                f"Giriş cümlesindeki “{row['label']}” ifadesi tablolardan çıkan sayıya uymuyor.",
                unit=row["unit"],
            )
