"""The reconciliations of names, staff, assets, council and indicators."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from kbb_data.checking.run import Run, add, by, plain
from kbb_data.reading.sizes import read_size
from kbb_data.reading.wording import alike, bare
from kbb_data.rows import Row
from kbb_data.turkish import fold, slug

_LEGAL_COMMITTEE = (5, 9)


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


def responsibilities(run: Run) -> None:
    """Table 2.6 against the activities: each one there, named alike, with the same unit."""
    lines = by(run.rows("unit_responsibilities"), "goal")
    activities = by(run.rows("activities"), "goal")
    units = {row["spending_unit"]: row["name"] for row in run.rows("spending_units")}
    for goal, own in activities.items():
        listed = {row["activity"]: row for row in lines.get(goal, ()) if row["activity"]}
        strangers = [row for row in lines.get(goal, ()) if not row["activity"]]
        for row in own:
            run.compared += 1
            line = listed.get(row["activity"])
            if line is None:
                _missing(run, row, strangers)
                continue
            run.words(
                f"{row['activity']}.name",
                line,
                line["activity_name"],
                row["name"],
                f"Tablo 2.6 (satır {line['source_line']}) ile {goal}. hedef tablosu "
                f"(satır {row['goal_table_line']})",
                "Faaliyetin adı tablo 2.6'da ve hedef tablosunda farklı yazılmış.",
            )
            run.compared += 1
            if line["spending_unit"] != row["spending_unit"]:
                run.find(
                    f"{row['activity']}.unit",
                    line,
                    f"Tablo 2.6 (satır {line['source_line']}) ile {row['activity']}. "
                    f"faaliyetin maliyet tablosu (satır {row['source_line']})",
                    "Sorumlu birim iki yerde farklı.",
                    severity="medium",
                    stated=units[line["spending_unit"]],
                    computed=units[row["spending_unit"]],
                )
        for line in strangers:
            run.find(
                f"goal-{goal}.line-{line['position']}",
                line,
                f"Tablo 2.6 (satır {line['source_line']})",
                "Tablo 2.6'daki bu faaliyet, hedefin kendi tablosundaki hiçbir faaliyete uymuyor.",
                severity="medium",
                stated=line["activity_name"],
            )


def _missing(run: Run, row: Row, strangers: list[Row]) -> None:
    instead = next((line for line in strangers if line["position"] == row["position"]), None)
    run.find(
        f"{row['activity']}.missing",
        row,
        f"Tablo 2.6 ile {row['goal']}. hedef tablosu (satır {row['goal_table_line']})",
        "Tablo 2.6 bu faaliyetin yerinde başka bir faaliyet adı yazıyor."
        if instead
        else "Tablo 2.6 bu faaliyeti ve sorumlu birimini saymıyor.",
        severity="medium",
        stated=instead["activity_name"] if instead else "",
        computed=row["name"],
    )


def responsibility_goals(run: Run) -> None:
    """The goals' wording in table 2.6 against their own tables."""
    goals = {row["goal"]: row for row in run.rows("goals")}
    for line in run.rows("unit_responsibilities"):
        if line["goal_statement"]:
            goal = goals[line["goal"]]
            run.words(
                str(line["goal"]),
                line,
                line["goal_statement"],
                goal["statement"],
                f"Tablo 2.6 (satır {line['source_line']}) ile {line['goal']}. hedef "
                f"tablosu (satır {goal['source_line']})",
                "Performans hedefi tablo 2.6'da ve kendi tablosunda farklı yazılmış.",
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
                severity="medium",
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
                severity="medium",
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
                    severity="medium",
                    stated=str(asset["count"]),
                    computed=str(counted),
                    difference=str(counted - asset["count"]),
                    unit="adet",
                )


def asset_readings(run: Run) -> None:
    """Sizes that could not be read as printed, whether or not a correction reads them."""
    for row in run.rows("assets"):
        for text in read_size(row["size_printed"] or "", row["note"] or "").unread:
            run.find(
                f"{row['source_line']}.{slug(text)}",
                row,
                f"Tablo 1.3, {row['name']} (satır {row['source_line']})",
                row["correction"] or "Yazılan büyüklük kesin olarak okunamıyor; boş bırakıldı.",
                severity="medium",
                stated=text,
            )
        run.compared += 1


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
                severity="low" if row["district"] else "medium",
                stated=row["district_printed"],
                computed=row["district"] or "",
            )


def indicator_readings(run: Run) -> None:
    """Figures of indicators that could not be read as printed."""
    names = {(row["goal"], row["indicator"]): row["name"] for row in run.rows("indicators")}
    for row in run.rows("indicator_values"):
        run.compared += 1
        blank = row["printed"] is None and not row["correction"]
        unread = row["value"] is None and row["printed"] not in (None, "-", "–")
        if unread or blank or row["correction"]:
            key = (row["goal"], row["indicator"])
            run.find(
                f"{key[0]}.{key[1]}.{row['year']}",
                row,
                f"{key[0]}. hedef, {key[1]}. gösterge “{names[key]}”, {row['year']} "
                f"(satır {row['source_line']})",
                row["correction"]
                or (
                    "Hücre boş bırakılmış; belge değer yazmadığı yere tire koyuyor."
                    if blank
                    else "Yazılan değer kesin olarak okunamıyor; boş bırakıldı."
                ),
                severity="low" if blank else "medium",
                stated=row["printed"] or "",
                computed=plain(row["value"]) if row["value"] is not None else "",
            )


def indicator_units(run: Run) -> None:
    """Each indicator states a unit, and a unit that fits a yearly amount."""
    for row in run.rows("indicators"):
        run.compared += 1
        key = f"{row['goal']}.{row['indicator']}"
        place = f"{row['goal']}. hedef, {row['indicator']}. gösterge (satır {row['source_line']})"
        if not row["unit"]:
            run.find(
                key,
                row,
                place,
                "Göstergenin birimi yazılmamış.",
                severity="low",
                stated=row["name_printed"],
            )
        elif row["unit"] in ("kW", "MW") and row["is_yearly"]:
            run.find(
                key,
                row,
                place,
                f"{row['unit']} bir güç birimidir; bir yılda üretilen "
                f"enerji {row['unit']}h ile ölçülür.",
                severity="low",
                stated=row["unit_printed"],
                computed=f"{row['unit']}h / yıl",
            )


def committee_members(run: Run) -> None:
    """Committees, officers and the elected executive committee are members of the council."""
    council = {fold(row["name"]) for row in run.rows("council_members")}
    for row in run.rows("committees"):
        run.compared += 1
        if fold(row["name"]) not in council:
            _stranger(
                run, f"committee.{row['source_line']}.{slug(row['name'])}", row, row["committee"]
            )
    for row in run.rows("council_officers"):
        run.compared += 1
        if fold(row["name"]) not in council:
            _stranger(run, f"officer.{row['position']}", row, row["role"])
    for row in run.rows("executive_committee"):
        if fold(row["role"]) == "encumen uyesi":
            run.compared += 1
            if fold(row["name"]) not in council:
                _stranger(run, f"executive.{row['position']}", row, row["role"])
    sizes = Counter(row["committee"] for row in run.rows("committees"))
    low, high = _LEGAL_COMMITTEE
    for committee, size in sizes.items():
        run.compared += 1
        if not low <= size <= high:
            row = next(row for row in run.rows("committees") if row["committee"] == committee)
            run.find(
                f"size.{slug(committee)}",
                row,
                f"{committee} (satır {row['source_line']})",
                "Büyükşehir Belediyesi Kanunu komisyonlar için en az beş, en çok dokuz üye "
                "öngörüyor.",
                severity="medium",
                stated=str(size),
                computed=f"{low}-{high}",
                unit="kişi",
            )


def _stranger(run: Run, key: str, row: Row, where: str) -> None:
    near = next(
        (
            member["name"]
            for member in run.rows("council_members")
            if alike(member["name"], row["name"])
        ),
        "",
    )
    run.find(
        key,
        row,
        f"{where} (satır {row['source_line']})",
        "Bu kişi meclis üyeleri listesinde yok."
        if not near
        else "Bu kişinin adı meclis üyeleri listesinde farklı yazılmış.",
        severity="low" if near else "medium",
        stated=row["name"],
        computed=near,
    )
