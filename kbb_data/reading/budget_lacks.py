"""What sub-programmes of a programme budget lack that their form, or the others, have."""

from __future__ import annotations

from kbb_data.problems import Problem
from kbb_data.reading.lines import unexpected
from kbb_data.reading.records import BudgetActivity, Reading, SubProgramme

#: The totals of a fund, as problems name them.
_FUNDS = (("budget", "Bütçe İçi total"), ("off_budget", "Bütçe Dışı total"), ("total", "TOPLAM"))
#: The tables of a sub-programme, as problems name them.
_PLACES = ("head of", "indicators of", "costs of", "explanations of")


def hold_sub_programmes(reading: Reading) -> None:
    """Give activities without units those of their sub-programme, and note what each sub-programme
    lacks: its objective, indicators or costs, a total of its own or of an activity where the
    document prints such totals, a name of its only activity."""
    parts = reading.sub_programmes
    if not parts and reading.is_sound:
        reading.problems.append(
            Problem(0, "section 2.3", "sub-programmes under a label 'Alt Program Adı'", "none")
        )
    _hold_activities(reading)
    _hold_names(reading)
    for part in parts:
        for activity in part.activities:
            if not activity.units:
                activity.units, activity.unit_line = part.units, part.unit_line
    has_objectives = any(part.objective for part in parts)
    totalled = {amount.fund for part in parts for amount in part.totals}
    for part in parts:
        if totalled and not part.totals and len(part.activities) == 1:
            # What the table's one activity costs is what all of them cost.
            part.totals = part.activities[0].amounts
        named = f"sub-programme {part.number}"
        lost = _lost_totals(part, totalled)
        lacks = [
            label
            for label, is_lacking in (
                # A sub-programme of the administration may have neither.
                ("Alt Program Hedefi", has_objectives and part.indicators and not part.objective),
                ("indicators", part.objective and not (part.indicators or part.says_none)),
                ("activities with their costs", not part.activities),
                *((f"{words} of its activities", fund in lost) for fund, words in _FUNDS),
            )
            if is_lacking
        ]
        if lacks and not reading.is_troubled(*(f"{what} {named}" for what in _PLACES)):
            reading.problems.append(
                Problem(part.line.number, named, ", ".join(lacks), "the end of its tables without")
            )


def _lost_totals(part: SubProgramme, totalled: set[str]) -> set[str]:
    """The funds of which a part prints no total though others do: of all money, and of a fund of
    which its activities have some where it totals the other one."""
    spent = {each.fund for activity in part.activities for each in activity.amounts if each.kurus}
    printed = {amount.fund for amount in part.totals}
    by_fund = spent if printed - {"total"} else set()
    return {fund for fund in totalled - printed if fund == "total" or fund in by_fund}


def _hold_activities(reading: Reading) -> None:
    """Where the document totals each of several activities it totals all; where it totals none of
    them, a table's last total is that of all its activities."""
    several = [part for part in reading.sub_programmes if len(part.activities) > 1]
    asked = several or reading.sub_programmes
    if not any(_has_total(each) for part in asked for each in part.activities):
        return
    for part in reading.sub_programmes:
        lacking = [activity for activity in part.activities if not _has_total(activity)]
        place = f"costs of sub-programme {part.number}"
        if place in reading.causes:
            continue
        for activity in lacking[:1] if part.has_one_total else lacking:
            reading.problems.append(
                unexpected(activity.line, place, "a row TOPLAM of the activity")
            )


def _hold_names(reading: Reading) -> None:
    """Costs above which no activity is named are its only one's, if the explanations name that."""
    for part in reading.sub_programmes:
        for activity in part.activities:
            costs = f"costs of sub-programme {part.number}"
            explanations = f"explanations of sub-programme {part.number}"
            if not activity.name and not reading.is_troubled(costs, explanations):
                reading.problems.append(
                    unexpected(activity.line, costs, "an activity's name above its amounts")
                )


def _has_total(activity: BudgetActivity) -> bool:
    return any(amount.fund == "total" for amount in activity.amounts)


def hold_schedules(reading: Reading) -> None:
    """Note the schedules without a grand total, where the others have one."""
    schedules = dict.fromkeys(line.schedule for line in reading.schedules)
    whole = {line.schedule for line in reading.schedules if line.level == "total"}
    for schedule in schedules if whole else ():
        if schedule not in whole:
            last = [line for line in reading.schedules if line.schedule == schedule][-1]
            reading.problems.append(
                unexpected(last.line, "section 2.4", "GENEL TOPLAM below the schedule")
            )
