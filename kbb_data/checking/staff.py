"""Staff and norm positions: counts against their totals and against each other."""

from __future__ import annotations

from kbb_data.checking.run import Run, add, by
from kbb_data.turkish import slug


def staff_totals(run: Run) -> None:
    """Staff: men and women, levels of education, printed totals, and the table's two prints."""
    stated = {row["figure"]: row for row in run.rows("stated_figures")}
    staff = run.rows("staff")
    for row in staff:
        key = slug(row["status"])
        place = f"Personel tablosu, {row['status']} (satır {row['source_line']})"
        run.figure(
            f"{key}.sex",
            row,
            row["total"],
            add((row["men"], row["women"])),
            place,
            "Erkek ve kadın sayıları toplama eşit değil.",
            unit="kişi",
        )
        levels = ("primary", "secondary", "bachelor", "master")
        run.figure(
            f"{key}.education",
            row,
            row["total"],
            add(row[level] for level in levels),
            f"{place} ile öğrenim tablosu",
            "Öğrenim durumlarının toplamı çalışan sayısına eşit değil.",
            unit="kişi",
        )
    for figure, other in stated.items():
        parts = figure.split(".")
        if parts[0] == "staff" and parts[-1] in ("total", "men", "women"):
            status = parts[-2]
            value = add(
                row[parts[-1]]
                for row in staff
                if status == "total" or slug(row["status"]) == status
            )
        elif parts[0] == "education" and len(parts) == 2:
            value = add(row[parts[1]] for row in staff)
        elif parts[0] == "education":
            value = add(row["total"] for row in staff if slug(row["status"]) == parts[1])
        else:
            continue
        run.figure(
            f"{figure}.line-{other['source_line']}",
            other,
            other["value"],
            value,
            f"{other['label']} (satır {other['source_line']})",
            "Basılı toplam, personel tablosundan çıkan sayıya eşit değil.",
            unit="kişi",
        )


def position_totals(run: Run) -> None:
    """Norm positions: titles to their total, filled and vacant to theirs, and to the staff."""
    stated = {row["figure"]: row for row in run.rows("stated_figures")}
    titles = by(run.rows("positions"), "class")
    occupancy = run.rows("position_occupancy")
    for row in occupancy:
        kind = row["class"]
        place = f"Dolu ve boş kadro tablosu (satır {row['source_line']})"
        run.figure(
            f"{kind}.occupancy",
            row,
            row["total"],
            add((row["filled"], row["vacant"])),
            place,
            "Dolu ve boş kadrolar toplama eşit değil.",
            unit="kadro",
        )
        run.figure(
            f"{kind}.titles",
            row,
            row["total"],
            add(title["count"] for title in titles.get(kind, ())),
            f"{place} ile norm kadro tablosu",
            "Unvanların toplamı kadro toplamına eşit değil.",
            unit="kadro",
        )
        total = stated.get(f"positions.{slug(kind.replace('_', '-'))}")
        if total:
            run.figure(
                f"{kind}.printed",
                total,
                total["value"],
                add(title["count"] for title in titles.get(kind, ())),
                f"Norm kadro tablosunun toplamı (satır {total['source_line']})",
                "Unvanların toplamı basılı toplama eşit değil.",
                unit="kadro",
            )
    for name in ("filled", "vacant", "total"):
        printed = stated.get(f"occupancy.{name}")
        if printed:
            run.figure(
                f"occupancy.{name}",
                printed,
                printed["value"],
                add(line[name] for line in occupancy),
                f"Dolu ve boş kadro tablosunun toplamı (satır {printed['source_line']})",
                "Sınıfların toplamı basılı toplama eşit değil.",
                unit="kadro",
            )
    filled = stated.get("occupancy.filled")
    if filled:
        run.figure(
            "staff",
            filled,
            filled["value"],
            add(row["total"] for row in run.rows("staff")),
            f"Dolu kadro toplamı (satır {filled['source_line']}) ile personel tablosu",
            "Dolu kadro sayısı çalışan sayısına eşit değil.",
            unit="kişi",
        )
