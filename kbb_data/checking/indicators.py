"""Indicators: what of their figures and units can't be read as printed."""

from __future__ import annotations

from kbb_data.checking import rules
from kbb_data.checking.nouns import misfit
from kbb_data.checking.run import Run, by, plain


def indicator_readings(run: Run) -> None:
    """Figures of indicators that could not be read as printed."""
    names = {(row["goal"], row["indicator"]): row["name"] for row in run.rows("indicators")}
    years = by(run.rows("indicator_values"), ("goal", "indicator", "year"))
    for row in run.rows("indicator_values"):
        run.compared += 1
        blank = row["printed"] is None and not row["correction"]
        unread = row["value"] is None and row["printed"] not in (None, "-", "–")
        if unread or blank or row["correction"]:
            key = (row["goal"], row["indicator"])
            several = len(years[*key, row["year"]]) > 1
            run.find(
                f"{key[0]}.{key[1]}.{row['year']}" + f".{row['kind']}" * several,
                row,
                f"{key[0]}. {run.owner}, {key[1]}. gösterge “{names[key]}”, {row['year']} "
                f"(satır {row['source_line']})",
                row["correction"]
                or (
                    "Hücre boş bırakılmış; belge değer yazmadığı yere tire koyuyor."
                    if blank
                    else "Yazılan değer kesin olarak okunamıyor; boş bırakıldı."
                ),
                kind=rules.BLANK if blank else rules.READING,
                certainty=rules.CERTAIN if blank else rules.JUDGED,
                stated=row["printed"] or "",
                computed=plain(row["value"]) if row["value"] is not None else "",
            )


def indicator_units(run: Run) -> None:
    """Each indicator states a unit, and a unit that fits a yearly amount."""
    for row in run.rows("indicators"):
        run.compared += 1
        key = f"{row['goal']}.{row['indicator']}"
        place = (
            f"{row['goal']}. {run.owner}, {row['indicator']}. gösterge (satır {row['source_line']})"
        )
        if not row["unit"]:
            run.find(
                key,
                row,
                place,
                "Göstergenin birimi yazılmamış.",
                kind=rules.BLANK,
                stated=row["name_printed"],
            )
        elif row["unit"] in ("kW", "MW") and row["is_yearly"]:
            run.find(
                key,
                row,
                place,
                f"{row['unit']} bir güç birimidir; bir yılda üretilen "
                f"enerji {row['unit']}h ile ölçülür.",
                kind=rules.DISAGREES,
                stated=row["unit_printed"],
                computed=f"{row['unit']}h / yıl",
            )
        elif wrong := misfit(row["name"], row["unit"]):
            run.find(
                key,
                row,
                f"{place}, “{row['name']}”",
                wrong.explanation,
                kind=rules.DISAGREES,
                stated=row["unit_printed"] or row["unit"],
                computed=wrong.unit,
            )
