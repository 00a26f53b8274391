"""What a programme budget calls its parts in more than one place."""

from __future__ import annotations

from kbb_data.checking.run import Run
from kbb_data.reading.budget_heads import fund_of, with_code


def explained_names(run: Run) -> None:
    """Each activity's name above its explanation against the table of costs."""
    for row in run.rows("activities"):
        if row["cost_table_name"]:
            run.words(
                str(row["activity"]),
                row,
                row["cost_table_name"],
                row["name"],
                f"{row['activity']}. faaliyetin açıklaması ile {row['activity']}. faaliyetin "
                f"maliyet satırları (satır {row['source_line']})",
                "Faaliyetin adı açıklamasında ve maliyet tablosunda farklı yazılmış.",
            )


def schedule_names(run: Run) -> None:
    """Names in the schedules against the tables of the parts."""
    names = {
        (part["level"], int(part["code"])): (part["name"], part["source_line"])
        for part in run.rows("hierarchy")
    }
    names |= {
        ("activity", row["activity"]): (row["name"], row["source_line"])
        for row in run.rows("activities")
    }
    seen: set[tuple[str, int]] = set()
    for row in run.rows("printed_amounts"):
        key = (row["printed_in"], row["position"])
        if row["printed_in"] == "costs" or key in seen or row["level"] == "total":
            continue
        seen.add(key)
        if not fund_of(row["label"]):
            name, line = names[row["level"], row["number"]]
            run.words(
                f"{row['printed_in'].replace('_', '-')}.{row['source_line']}",
                row,
                with_code(row["label"])[1],
                name,
                f"Ödenek cetveli (satır {row['source_line']}) ile “{name}” (satır {line})",
                "Ad, ödenek cetvelinde ve kendi tablosunda farklı yazılmış.",
            )
