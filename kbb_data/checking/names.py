"""Names and wordings: the same thing must be called the same in every place."""

from __future__ import annotations

from kbb_data.checking import rules
from kbb_data.checking.run import Run, by
from kbb_data.checking.wordings import (
    Wording,
    activity_wordings,
    goal_wordings,
    plan_wordings,
)
from kbb_data.reading.wording import bare
from kbb_data.turkish import upper


def goal_table_names(run: Run) -> None:
    """Each goal's and activity's wording in the goal's table against what most other places say."""
    for goal, wording in goal_wordings(run.tables).items():
        _home(run, f"goal-{goal}", wording, "Performans hedefi", "kendi tablosunda")
    for activity, wording in activity_wordings(run.tables).items():
        _home(run, f"activity-{activity}", wording, "Faaliyetin adı", "hedef tablosunda")


def _home(run: Run, key: str, wording: Wording, what: str, where: str) -> None:
    """The home table's print against the usual one."""
    home, usual = wording.home, wording.usual
    run.words(
        key,
        home.row,
        home.text,
        usual.text,
        f"{_capital(home.place)} ile {usual.place}",
        f"{what} {where} belgenin öbür yerlerinden farklı yazılmış.",
    )


def _capital(text: str) -> str:
    return upper(text[0]) + text[1:]


def _differs(what: str, where: str, wording: Wording, home: str) -> str:
    """Why a print is a finding: it differs from the home table, or from most of the places."""
    other = f"{home} farklı" if wording.is_home_usual else "belgenin öbür yerlerinden farklı"
    joined = f"{where} ve {other}" if wording.is_home_usual else f"{where} {other}"
    return f"{what} {joined} yazılmış."


def activity_names(run: Run) -> None:
    """Each cost table's name against the activity's name elsewhere."""
    names = by(run.rows("activities"), "goal")
    wordings = activity_wordings(run.tables)
    for row in run.rows("activities"):
        twin = next(
            (
                other
                for other in names[row["goal"]]
                if other is not row and bare(other["name"]) == bare(row["cost_table_name"])
            ),
            None,
        )
        wording = wordings[row["activity"]]
        explanation = (
            f"Maliyet tablosu {twin['activity']}. faaliyetin adını taşıyor; hedef tablosunda ve "
            "tablo 2.4'te adı başka."
            if twin
            else _differs("Faaliyetin adı", "maliyet tablosunda", wording, "hedef tablosunda")
        )
        run.words(
            str(row["activity"]),
            row,
            row["cost_table_name"],
            wording.usual.text,
            f"{row['activity']}. faaliyetin maliyet tablosu (satır {row['source_line']}) "
            f"ile {wording.usual.place}",
            explanation,
        )


def cost_table_goals(run: Run) -> None:
    """The goal number and wording that each cost table bears against its goal's."""
    goals = {row["goal"]: row for row in run.rows("goals")}
    wordings = goal_wordings(run.tables)
    for row in run.rows("activities"):
        goal, wording = goals[row["goal"]], wordings[row["goal"]]
        own = f"{row['activity']}. faaliyetin maliyet tablosu (satır {row['source_line']})"
        run.compared += 1
        if row["cost_table_goal"] != row["goal"]:
            blank = row["cost_table_goal"] is None
            run.find(
                f"{row['activity']}.number",
                row,
                f"{own} ile {row['goal']}. hedef tablosu (satır {goal['source_line']})",
                "Maliyet tablosunda hedef numarası boş bırakılmış."
                if blank
                else "Maliyet tablosu başka bir hedefin numarasını taşıyor.",
                kind=rules.BLANK if blank else rules.DISAGREES,
                stated="" if blank else str(row["cost_table_goal"]),
                computed=str(row["goal"]),
                unit=rules.NUMBER,
            )
        run.words(
            f"{row['activity']}.statement",
            row,
            row["cost_table_goal_statement"],
            wording.usual.text,
            f"{own} ile {wording.usual.place}",
            _differs("Performans hedefi", "maliyet tablosunda", wording, "kendi tablosunda"),
        )


def performance_names(run: Run) -> None:
    """Names in table 2.4 against what most places say."""
    goals, activities = goal_wordings(run.tables), activity_wordings(run.tables)
    for line in run.rows("printed_performance"):
        number = line["number"]
        if line["level"] == "goal" and number in goals:
            wording, what, home = goals[number], "Performans hedefi", "kendi tablosunda"
        elif line["level"] == "activity" and number in activities:
            wording, what, home = activities[number], "Faaliyetin adı", "hedef tablosunda"
        else:
            continue
        run.words(
            f"{line['level']}-{number}",
            line,
            line["label"],
            wording.usual.text,
            f"Tablo 2.4 (satır {line['source_line']}) ile {wording.usual.place}",
            _differs(what, "tablo 2.4'te", wording, home),
        )


def quoted_plan(run: Run) -> None:
    """Aims and objectives as the goals' tables quote them and as section 2.2.2 prints them."""
    aims, objectives = plan_wordings(run.tables)
    aim_of = {row["objective"]: row["aim"] for row in run.rows("objectives")}
    for goal in run.rows("goals"):
        objective = goal["objective"]
        place = f"{goal['goal']}. hedef tablosu (satır {goal['source_line']})"
        quotes = (
            ("aim", goal["aim_statement"], aims[aim_of[objective]],
             f"{aim_of[objective]}. stratejik amaç"),
            ("objective", goal["objective_statement"], objectives[objective],
             f"{objective} stratejik hedefi"),
        )  # fmt: skip
        for name, text, wording, what in quotes:
            run.words(
                f"{goal['goal']}.{name}",
                goal,
                text,
                wording.usual.text,
                f"{place} ile {wording.usual.place}",
                f"{what} hedef tablosunda başka sözlerle yazılmış.",
            )
    named = {f"aim-{aim}": wording for aim, wording in aims.items()}
    named |= {f"objective-{objective}": wording for objective, wording in objectives.items()}
    for key, wording in named.items():
        _home(run, key, wording, "Planın sözü", "bölüm 2.2.2'de")


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
                kind=rules.kind_of_words(unit["aliases"], unit["name"]),
                certainty=rules.JUDGED,
                stated=unit["aliases"],
                computed=unit["name"],
            )
