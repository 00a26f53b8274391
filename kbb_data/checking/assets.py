"""Table 1.3: areas, counts, readings and districts."""

from __future__ import annotations

from decimal import Decimal

from kbb_data.checking import rules
from kbb_data.checking.run import Run, by
from kbb_data.reading.sizes import read_size
from kbb_data.rows import Row
from kbb_data.turkish import fold, slug
from kbb_data.values import printed_number


def asset_totals(run: Run) -> None:
    """Lines of table 1.3 that sum up a category against the category's own lines."""
    stated = {row["figure"]: row for row in run.rows("stated_figures")}
    categories = by(run.rows("assets"), "category")
    for category, rows in categories.items():
        total = stated.get(f"assets.{slug(category)}.area")
        if total:
            run.figure(
                f"{slug(category)}.area",
                total,
                total["value"],
                _area(rows),
                f"Tablo 1.3, {category} (satır {total['source_line']})",
                "Not olarak yazılan toplam alan, satırların toplamına eşit değil.",
                unit="m2",
            )
    for row in run.rows("assets"):
        name = next(
            (
                category
                for category in categories
                if category != row["category"] and fold(category) == fold(row["name"])
            ),
            None,
        )
        if name is None or row["area_m2"] is None:
            continue
        own = [other for other in categories[name] if other["district"] == row["district"]]
        whole = _area(own)
        gap = whole - row["area_m2"] if whole is not None else Decimal(0)
        alone = next((other["name"] for other in own if gap and other["area_m2"] == gap), None)
        run.figure(
            f"{slug(name)}.{slug(row['district'] or 'all')}",
            row,
            row["area_m2"],
            whole,
            f"Tablo 1.3, {row['category']} / {row['name']} ({row['district']}, satır "
            f"{row['source_line']}) ile {name} başlığındaki {len(own)} satır",
            "Tek satırda yazılan alan, aynı yerlerin kendi satırlarının toplamına eşit "
            "değil." + (f" Fark, {alone} satırının alanı kadar." if alone else ""),
            unit="m2",
        )


def _area(rows: list[Row]) -> Decimal | None:
    areas = [row["area_m2"] for row in rows]
    return None if not areas or None in areas else sum(areas, Decimal(0))


def asset_parts(run: Run) -> None:
    """The parts that a note tells apart against the line's own count or area."""
    assets = {row["asset"]: row for row in run.rows("assets")}
    for key, parts in by(run.rows("asset_parts"), "asset").items():
        asset = assets[key]
        place = f"Tablo 1.3, {asset['name']} (satır {asset['source_line']})"
        if parts[0]["part"] == "station" and len(parts) == 1 and parts[0]["count"] is None:
            continue
        if parts[0]["part"] == "station":
            run.figure(
                f"{asset['source_line']}.stations",
                asset,
                asset["count"],
                sum(part["count"] or 1 for part in parts),
                place,
                "Notta sayılan istasyonlara düşen araçlar, satırdaki adede eşit değil; "
                "sayı yazılmayan istasyon bir araç sayıldı.",
                unit="adet",
                certainty=rules.CONDITIONAL,
            )
        elif all(part["area_m2"] is not None for part in parts):
            run.figure(
                f"{asset['source_line']}.area",
                asset,
                asset["area_m2"],
                sum((part["area_m2"] for part in parts), Decimal(0)),
                place,
                "Notta yazılan alanların toplamı, satırdaki alana eşit değil.",
                unit="m2",
            )
        elif asset["count"] is not None:
            counted = sum(part["count"] or 0 for part in parts)
            run.compared += 1
            if counted > asset["count"]:
                run.find(
                    f"{asset['source_line']}.count",
                    asset,
                    place,
                    "Notta sayılanların toplamı, satırdaki adedi aşıyor.",
                    kind=rules.DISAGREES,
                    stated=str(asset["count"]),
                    computed=str(counted),
                    difference=str(counted - asset["count"]),
                    unit="adet",
                )


def asset_readings(run: Run) -> None:
    """Sizes that could not be read as printed, whether or not a correction reads them."""
    for row in run.rows("assets"):
        run.compared += 1
        unread = read_size(row["size_printed"] or "", row["note"] or "").unread
        if unread:
            # Cell and note of a line are one slip where neither can be read.
            run.find(
                f"{row['source_line']}.{slug(unread[0])}",
                row,
                f"Tablo 1.3, {row['name']} (satır {row['source_line']})",
                row["correction"] or "Yazılan büyüklük kesin olarak okunamıyor; boş bırakıldı.",
                kind=rules.READING,
                certainty=rules.JUDGED,
                stated="; ".join(unread),
                computed="; ".join(_sizes(row)) if row["correction"] else "",
            )


_SIZES = (
    ("area_m2", "m²"),
    ("indoor_area_m2", "m² kapalı alan"),
    ("open_area_m2", "m² açık alan"),
    ("count", "adet"),
)


def _sizes(row: Row) -> list[str]:
    """What a line's size was read as, as the document would write it."""
    return [
        f"{printed_number(row[column])} {unit}"
        for column, unit in _SIZES
        if row[column] is not None
    ]


def asset_districts(run: Run) -> None:
    """Each facility's district against the districts that have a seat in the council."""
    districts = {row["district"] for row in run.rows("council_members") if row["district"]}
    for row in run.rows("assets"):
        if not row["district_printed"] or not districts:
            continue
        run.compared += 1
        if row["district_printed"] not in districts:
            run.find(
                str(row["source_line"]),
                row,
                f"Tablo 1.3, {row['name']} (satır {row['source_line']})",
                f"Yazılan yer bir ilçe değil; {row['district']} ilçesi olarak okundu."
                if row["district"]
                else "Yazılan yer belediyenin ilçelerinden biri değil.",
                kind=rules.READING,
                certainty=rules.JUDGED,
                stated=row["district_printed"],
                computed=row["district"] or "",
            )
