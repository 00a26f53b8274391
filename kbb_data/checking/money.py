"""The reconciliations of the money: activities, goals, table 2.4 and table 2.5."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from kbb_data.checking.run import Run, add, by, lira
from kbb_data.rows import Row
from kbb_data.schema import ECONOMIC_CODES, OFF_BUDGET_SOURCES

_MONEY = (("budget", "bütçe"), ("off_budget", "bütçe dışı"), ("total", "toplam"))
_SOURCES = {
    "revolving_fund": "döner sermaye",
    "other_domestic": "diğer yurt içi",
    "foreign": "yurt dışı",
}
_COLUMNS = (
    ("activities", "faaliyet toplamı"),
    ("general_administration", "genel yönetim giderleri"),
    ("transfers", "diğer idarelere transfer"),
    ("total", "genel toplam"),
)
_SHARE_TOLERANCE = Decimal("0.01")


def economic_code_totals(run: Run) -> None:
    """Economic codes over all activities against the activities column of table 2.5."""
    names = {row["economic_code"]: row["name"] for row in run.rows("economic_codes")}
    needs = {row["line"]: row for row in run.rows("resource_needs")}
    costs = by(run.rows("activity_costs"), "economic_code")
    sums = {code: add(row["amount"] for row in costs.get(code, ())) or 0 for code in ECONOMIC_CODES}
    gaps = {
        code: sums[code] - needs[code]["activities"]
        for code in ECONOMIC_CODES
        if code in needs
        and needs[code]["activities"] is not None
        and sums[code] != needs[code]["activities"]
    }
    for code in ECONOMIC_CODES:
        if code not in needs:
            continue
        run.money(
            code,
            needs[code],
            needs[code]["activities"],
            sums[code],
            f"Tablo 2.5, {code} {names[code]} (satır {needs[code]['source_line']}) ile "
            f"{len(costs.get(code, ()))} maliyet tablosu satırının toplamı",
            _gap_explanation(code, gaps),
        )


def _gap_explanation(code: str, gaps: dict[str, int]) -> str:
    gap = gaps.get(code, 0)
    partner = next((other for other, value in gaps.items() if value == -gap and gap), None)
    text = (
        f"Faaliyet maliyet tablolarında {code} kodu altında toplanan tutar, tablo 2.5'te aynı "
        "kod için yazılan tutardan farklı."
    )
    if partner:
        where = (code, partner) if gap > 0 else (partner, code)
        text += (
            f" Aynı tutarda fark ters yönde {partner} kodunda da var ve genel toplam değişmiyor: "
            f"maliyet tablolarında {where[0]}, tablo 2.5'te {where[1]} kodunda duran bir tutar "
            "söz konusu."
        )
    return text


def off_budget_source_totals(run: Run) -> None:
    """Off-budget sources over all activities against the activities column of table 2.5."""
    needs = {row["line"]: row for row in run.rows("resource_needs")}
    resources = by(run.rows("off_budget_resources"), "source")
    for source in OFF_BUDGET_SOURCES:
        if source in needs:
            run.money(
                source.replace("_", "-"),
                needs[source],
                needs[source]["activities"],
                add(row["amount"] for row in resources.get(source, ())) or 0,
                f"Tablo 2.5, {_SOURCES[source]} (satır {needs[source]['source_line']}) ile "
                "maliyet tablolarının toplamı",
                "Maliyet tablolarındaki bütçe dışı kaynaklar tablo 2.5'teki tutara ulaşmıyor ya "
                "da onu aşıyor.",
            )


def cost_table_sums(run: Run) -> None:
    """Within a cost table: codes to budget, sources to off-budget, both to the total."""
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


def goal_table_sums(run: Run) -> None:
    """Within a goal's table: its activities to its totals."""
    activities = by(run.rows("activities"), "goal")
    for goal in run.rows("goals"):
        own = activities.get(goal["goal"], [])
        for column, name in _MONEY:
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
        for column, name in _MONEY:
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


def performance_amounts(run: Run) -> None:
    """Table 2.4 line by line against the goals' and the cost tables."""
    goals = {row["goal"]: row for row in run.rows("goals")}
    activities = {row["activity"]: row for row in run.rows("activities")}
    own = by(run.rows("activities"), "goal")
    for line in run.rows("printed_performance"):
        number = line["number"]
        for column, name in _MONEY:
            key = f"{line['level']}-{number}.{column.replace('_', '-')}"
            if line["level"] == "goal" and number in goals:
                printed = goals[number][column]
                other = (
                    printed
                    if printed is not None
                    else add(row[column] for row in own.get(number, ()))
                )
                where = f"{number}. hedef tablosu (satır {goals[number]['source_line']})"
            elif line["level"] == "activity" and number in activities:
                other = activities[number][column]
                where = (
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
                f"Tablo 2.4 (satır {line['source_line']}) ile {where}, {name}",
                f"Tablo 2.4'teki {name} tutarı, ayrıntı tablosundakinden farklı.",
            )


def performance_totals(run: Run) -> None:
    """Table 2.4's totals: goals to their total, and that to the grand total."""
    lines = {row["role"]: row for row in run.rows("printed_performance") if row["role"]}
    goals = [row for row in run.rows("printed_performance") if row["level"] == "goal"]
    parts = ("goals_total", "general_administration", "transfers")
    for column, name in _MONEY:
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
        for column, name in _MONEY:
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
                severity="medium",
                tolerance=_SHARE_TOLERANCE,
            )


def resource_need_rows(run: Run) -> None:
    """Table 2.5 row by row: activities, general administration and transfers to the total."""
    for row in run.rows("resource_needs"):
        run.money(
            row["line"].replace("_", "-"),
            row,
            row["total"],
            add((row["activities"], row["general_administration"], row["transfers"])),
            f"Tablo 2.5, {row['label']} (satır {row['source_line']})",
            "Satırdaki tutarların toplamı, satırın genel toplamına eşit değil.",
        )


def resource_need_columns(run: Run) -> None:
    """Table 2.5 column by column: codes, off-budget sources and both to their totals."""
    needs = {row["line"]: row for row in run.rows("resource_needs")}
    sums = (
        ("budget_total", ECONOMIC_CODES),
        ("off_budget_total", OFF_BUDGET_SOURCES),
        ("total", ("budget_total", "off_budget_total")),
    )
    for line, parts in sums:
        if line not in needs:
            continue
        for column, name in _COLUMNS:
            values = [needs[part][column] for part in parts if part in needs]
            if column == "total" and None in values:
                values = [
                    add(
                        (
                            needs[part]["activities"],
                            needs[part]["general_administration"],
                            needs[part]["transfers"],
                        )
                    )
                    for part in parts
                    if part in needs
                ]
            run.money(
                f"{line.replace('_', '-')}.{column.replace('_', '-')}",
                needs[line],
                needs[line][column],
                add(values),
                f"Tablo 2.5, {needs[line]['label']} (satır {needs[line]['source_line']}), {name}",
                "Sütundaki tutarların toplamı, yazılan toplama eşit değil.",
            )


def needs_to_performance(run: Run) -> None:
    """Table 2.5's totals against table 2.4's."""
    needs = {row["line"]: row for row in run.rows("resource_needs")}
    lines = {row["role"]: row for row in run.rows("printed_performance") if row["role"]}
    roles = {
        "activities": "goals_total",
        "general_administration": "general_administration",
        "transfers": "transfers",
        "total": "grand_total",
    }
    kinds = {"budget_total": "budget", "total": "total"}
    for line, kind in kinds.items():
        for column, name in _COLUMNS:
            role = roles[column]
            if line in needs and role in lines:
                run.money(
                    f"{line.replace('_', '-')}.{column.replace('_', '-')}",
                    needs[line],
                    needs[line][column],
                    lines[role][kind],
                    f"Tablo 2.5, {needs[line]['label']} (satır "
                    f"{needs[line]['source_line']}), {name} ile tablo 2.4 (satır "
                    f"{lines[role]['source_line']})",
                    "Tablo 2.5 ile tablo 2.4 aynı toplam için farklı tutar yazıyor.",
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
