"""What else the document says of the thing that a row of the workbook is about, so that who judges
need not open it. No part of the judgement."""

from __future__ import annotations

from kbb_data.judging.sheets import Sheet
from kbb_data.judging.things import Fields, Programme

#: What stands where the document gives an indicator no unit.
NO_UNIT = "belgede yok"


def context(sheet: Sheet, fields: Fields, programme: Programme) -> dict[str, str]:
    """The words of the columns ``sheet.context``, by name, beside the row of ``fields``; empty
    where this year's document prints no such indicator or activity, whose number may be another's
    now."""
    if "activity" in sheet.keys:
        return _of_activity(sheet, fields, programme)
    row = programme.indicators.get((fields.get("goal", 0), fields.get("indicator", 0)))
    if row is None or row["name_printed"] != fields.get("printed"):
        return dict.fromkeys(sheet.context, "")
    names = dict(programme.parts("goal", "sub_programme"))
    how = f"Hesaplama Yöntemi: {row['calculation']}" if row["calculation"] else ""
    words = {
        "part_name": names.get(row["goal"], ""),
        "unit": row["unit_printed"] or row["unit"] or NO_UNIT,
        "explanation": "\n".join(filter(None, (row["note"], how))),
    }
    return {name: words[name] for name in sheet.context}


def _of_activity(sheet: Sheet, fields: Fields, programme: Programme) -> dict[str, str]:
    """The same beside an activity: the words of the part of the plan that it belongs to."""
    names = dict(programme.parts("goal", "sub_programme"))
    named = (fields.get("activity"), fields.get("printed"))
    goal = next(
        (
            row["goal"]
            for row in programme.tables["activities"]
            if (row["activity"], row["name"]) == named
        ),
        None,
    )
    return {name: names.get(goal, "") if goal else "" for name in sheet.context}
