"""Names and wordings: the same thing must be called the same in every place."""

from __future__ import annotations

from kbb_data.checking.run import Run, by
from kbb_data.reading.wording import bare


def activity_names(run: Run) -> None:
    """Each cost table's name against the activity's name in the goal's table."""
    names = by(run.rows("activities"), "goal")
    for row in run.rows("activities"):
        twin = next(
            (
                other
                for other in names[row["goal"]]
                if other is not row and bare(other["name"]) == bare(row["cost_table_name"])
            ),
            None,
        )
        explanation = (
            f"Maliyet tablosu {twin['activity']}. faaliyetin adını taşıyor; hedef tablosunda ve "
            "tablo 2.4'te adı başka."
            if twin
            else "Faaliyetin adı maliyet tablosunda ve hedef tablosunda farklı yazılmış."
        )
        run.words(
            str(row["activity"]),
            row,
            row["cost_table_name"],
            row["name"],
            f"{row['activity']}. faaliyetin maliyet tablosu (satır {row['source_line']}) "
            f"ile {row['goal']}. hedef tablosu (satır {row['goal_table_line']})",
            explanation,
        )


def cost_table_goals(run: Run) -> None:
    """The goal number and wording that each cost table bears against its goal's table."""
    goals = {row["goal"]: row for row in run.rows("goals")}
    for row in run.rows("activities"):
        goal = goals[row["goal"]]
        place = (
            f"{row['activity']}. faaliyetin maliyet tablosu (satır {row['source_line']}) "
            f"ile {row['goal']}. hedef tablosu (satır {goal['source_line']})"
        )
        run.compared += 1
        if row["cost_table_goal"] != row["goal"]:
            blank = row["cost_table_goal"] is None
            run.find(
                f"{row['activity']}.number",
                row,
                place,
                "Maliyet tablosunda hedef numarası boş bırakılmış."
                if blank
                else "Maliyet tablosu başka bir hedefin numarasını taşıyor.",
                severity="low" if blank else "medium",
                stated="" if blank else str(row["cost_table_goal"]),
                computed=str(row["goal"]),
                unit="no",
            )
        run.words(
            f"{row['activity']}.statement",
            row,
            row["cost_table_goal_statement"],
            goal["statement"],
            place,
            "Performans hedefi maliyet tablosunda ve kendi tablosunda farklı yazılmış.",
        )


def performance_names(run: Run) -> None:
    """Names in table 2.4 against the goals' tables."""
    goals = {row["goal"]: row for row in run.rows("goals")}
    activities = {row["activity"]: row for row in run.rows("activities")}
    for line in run.rows("printed_performance"):
        number = line["number"]
        if line["level"] == "goal" and number in goals:
            run.words(
                f"goal-{number}",
                line,
                line["label"],
                goals[number]["statement"],
                f"Tablo 2.4 (satır {line['source_line']}) ile {number}. hedef tablosu "
                f"(satır {goals[number]['source_line']})",
                "Performans hedefi tablo 2.4'te ve kendi tablosunda farklı yazılmış.",
            )
        elif line["level"] == "activity" and number in activities:
            row = activities[number]
            run.words(
                f"activity-{number}",
                line,
                line["label"],
                row["name"],
                f"Tablo 2.4 (satır {line['source_line']}) ile {row['goal']}. hedef "
                f"tablosu (satır {row['goal_table_line']})",
                "Faaliyetin adı tablo 2.4'te ve hedef tablosunda farklı yazılmış.",
            )


def quoted_plan(run: Run) -> None:
    """Aims and objectives as the goals' tables quote them, against section 2.2.2."""
    aims = {row["aim"]: row for row in run.rows("aims")}
    objectives = {row["objective"]: row for row in run.rows("objectives")}
    for goal in run.rows("goals"):
        objective = objectives[goal["objective"]]
        aim = aims[objective["aim"]]
        place = f"{goal['goal']}. hedef tablosu (satır {goal['source_line']})"
        run.words(
            f"{goal['goal']}.aim",
            goal,
            goal["aim_statement"],
            aim["statement"],
            f"{place} ile bölüm 2.2.2, {aim['aim']}. amaç (satır {aim['source_line']})",
            f"{aim['aim']}. stratejik amaç hedef tablosunda başka sözlerle yazılmış.",
        )
        run.words(
            f"{goal['goal']}.objective",
            goal,
            goal["objective_statement"],
            objective["statement"],
            f"{place} ile bölüm 2.2.2, {objective['objective']} hedefi "
            f"(satır {objective['source_line']})",
            f"{objective['objective']} stratejik hedefi hedef tablosunda başka sözlerle yazılmış.",
        )


def aim_headings(run: Run) -> None:
    """The area's name above each aim in section 2.2.2 against section 2.3's heading."""
    for aim in run.rows("aims"):
        if aim["name_printed"]:
            run.words(
                str(aim["aim"]),
                aim,
                aim["name_printed"],
                aim["name"],
                f"Bölüm 2.2.2 (satır {aim['source_line']}) ile bölüm 2.3.{aim['aim']}",
                "Alanın adı iki bölümde farklı yazılmış.",
            )


def unit_spelling(run: Run) -> None:
    """Each spending unit has one spelling."""
    for unit in run.rows("spending_units"):
        run.compared += 1
        if unit["aliases"]:
            run.find(
                unit["spending_unit"],
                unit,
                f"Birimin ilk geçtiği satır "
                f"{unit['source_line']}; diğer yazılış tablo 2.6'da ya da maliyet "
                "tablolarında",
                "Aynı harcama birimi belgede birden çok biçimde yazılmış.",
                severity="low",
                stated=unit["aliases"],
                computed=unit["name"],
            )
