"""From what the document says to tables: the step at which people's judgement comes in.

``tidy`` gives one list of rows a table of ``kbb_data.schema``, in the columns' order, with
Python values: money as whole kuruş, decimals as ``Decimal``, ``None`` for not stated. The
printed text stays beside every reading.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from decimal import Decimal
from typing import Any

from kbb_data.judging.judgement import Judgement
from kbb_data.problems import Problem, Unreadable, quote
from kbb_data.reading.lines import Line
from kbb_data.reading.records import Person, Reading
from kbb_data.reading.sizes import Part, note_area, read_size, sorts, stations
from kbb_data.reading.units import read_unit
from kbb_data.reading.wording import alike, mend_breaks
from kbb_data.rows import Row, Tables
from kbb_data.schema import BY_NAME, TABLES
from kbb_data.turkish import UnreadableNumber, fold, read_number, slug
from kbb_data.values import parse_value

_NOT_STATED = ("", "-", "–")
_UNIT_SUFFIX = re.compile(r" (?:Daire Başkanlığı|Dairesi Başkanlığı|Müdürlüğü)$")
_ROLE = re.compile(r"(.+) (?:Belediye Başkanı|Meclis Üyesi)")
_METROPOLITAN = "buyuksehir"


def tidy(reading: Reading, content: bytes, judgement: Judgement) -> Tables:
    """The tables of a programme, apart from ``checks`` and ``findings``.

    Raises ``Unreadable`` where a judged entry expects what the document does not say.
    """
    return _Tidy(reading, content, judgement).tables()


class _Tidy:
    def __init__(self, reading: Reading, content: bytes, judgement: Judgement) -> None:
        self.reading, self.content, self.judgement = reading, content, judgement
        self.rows: Tables = {table.name: [] for table in TABLES}
        self.problems: list[Problem] = []

    def tables(self) -> Tables:
        self._programme()
        self._plan()
        units = self._units()
        self._goals(units)
        self._totals()
        self._responsibilities(units)
        self._people()
        self._scopes(units)
        self._assets()
        self._technology()
        self._stated()
        self._correct()
        if self.problems:
            raise Unreadable(self.problems)
        return self.rows

    def _add(self, table: str, line: Any, /, **values: Any) -> Row:
        row: Row = dict.fromkeys(BY_NAME[table].column_names)
        row.update(values)
        row["source_section"] = line.section
        row["source_line"] = line.number
        self.rows[table].append(row)
        return row

    def _programme(self) -> None:
        reading = self.reading
        first = next(line for line in reading.lines if line.first)
        self._add(
            "programme",
            reading.mission[0] if reading.mission else first,
            year=reading.year,
            institution=reading.institution,
            mission=reading.mission[1] if reading.mission else None,
            vision=reading.vision[1] if reading.vision else None,
            source_title=reading.title,
            source_sha256=hashlib.sha256(self.content).hexdigest(),
        )
        for position, (line, text) in enumerate(reading.values, start=1):
            self._add("core_values", line, position=position, text=text)

    def _plan(self) -> None:
        short, english = {}, {}
        names = {aim.aim: aim.area or aim.heading for aim in self.reading.aims}
        for entry in self.judgement.of("aim"):
            if names.get(entry["aim"]) != entry["printed"]:
                self.problems.append(
                    entry.broken(quote(entry["printed"]), quote(names.get(entry["aim"], "")))
                )
            short[entry["aim"]] = entry["short"]
            english[entry["aim"]] = entry.get("short_en") or None
        for aim in self.reading.aims:
            name = aim.area or aim.heading
            self._add(
                "aims",
                aim.line,
                aim=aim.aim,
                name=name,
                statement=aim.statement,
                short_name=short.get(aim.aim, name),
                short_name_en=english.get(aim.aim),
                name_printed=aim.heading or None,
            )
        aims = {aim.aim for aim in self.reading.aims}
        for objective in self.reading.objectives:
            number = int(objective.objective.partition(".")[0])
            if number not in aims:
                self.problems.append(
                    Problem(
                        objective.line.number,
                        "section 2.2.2",
                        "an objective of a known aim",
                        quote(objective.objective),
                    )
                )
            self._add(
                "objectives",
                objective.line,
                objective=objective.objective,
                aim=number,
                statement=objective.statement,
            )

    def _units(self) -> dict[str, str]:
        """Every printed spelling of a spending unit and the key of the unit it means."""
        cost_lines = [
            (cost.unit, cost.line) for goal in self.reading.goals for cost in goal.cost_tables
        ]
        printed = cost_lines + [
            (row.unit, row.line) for row in self.reading.responsibilities if row.unit_printed
        ]
        first: dict[str, Line] = {}
        for name, line in printed:
            first.setdefault(name, line)
        judged: dict[str, str] = {}
        short: dict[str, str] = {}
        for entry in self.judgement.of("spending_unit"):
            for name in (entry["name"], *entry.get("aliases", [])):
                if name not in first:
                    self.problems.append(
                        entry.broken(f"the unit {quote(name)} in the document", "none")
                    )
                judged[name] = entry["name"]
            short[entry["name"]] = entry["short"]
        names: dict[str, str] = {}
        spelled: dict[str, str] = {}
        for name, _ in printed:
            # A spelling that differs in spaces, case or punctuation only is the same unit.
            bare = re.sub(r"[^0-9a-z]", "", fold(name))
            names[name] = judged.get(name) or spelled.setdefault(bare, name)
            spelled.setdefault(bare, names[name])
        keys: dict[str, str] = {}
        for name in dict.fromkeys(names.values()):
            key = slug(_UNIT_SUFFIX.sub("", name))
            keys[name] = key if key not in keys.values() else slug(name)
            aliases = [other for other, of in names.items() if of == name and other != name]
            self._add(
                "spending_units",
                first[name],
                spending_unit=keys[name],
                name=name,
                aliases=" | ".join(aliases) or None,
                short_name=short.get(name, _UNIT_SUFFIX.sub("", name)),
            )
        return {printed_name: keys[name] for printed_name, name in names.items()}

    def _goals(self, units: dict[str, str]) -> None:
        objectives = {objective.objective for objective in self.reading.objectives}
        directions = self._directions()
        number = 0
        for goal in self.reading.goals:
            if goal.objective not in objectives:
                self.problems.append(
                    Problem(
                        goal.line.number,
                        f"table of goal {goal.goal}",
                        "an objective of section 2.2.2",
                        quote(goal.objective),
                    )
                )
            assert goal.amounts is not None
            self._add(
                "goals",
                goal.line,
                goal=goal.goal,
                objective=goal.objective,
                statement=mend_breaks(goal.statement),
                note=mend_breaks(goal.note) or None,
                budget=goal.amounts.budget,
                off_budget=goal.amounts.off_budget,
                total=goal.amounts.total,
                aim_statement=goal.aim_statement,
                objective_statement=goal.objective_statement,
            )
            for indicator in goal.indicators:
                unit = read_unit(indicator.printed_name)
                direction, reason = directions.get((goal.goal, indicator.indicator), ("", ""))
                self._add(
                    "indicators",
                    indicator.line,
                    goal=goal.goal,
                    indicator=indicator.indicator,
                    name=mend_breaks(unit.name),
                    unit=unit.unit or None,
                    unit_printed=unit.unit_printed or None,
                    is_cumulative=unit.is_cumulative,
                    note=mend_breaks(indicator.note) or None,
                    name_printed=indicator.printed_name,
                    is_yearly=unit.is_yearly,
                    direction=direction or None,
                    direction_reason=reason or None,
                )
                for kind, back, printed in zip(
                    ("actual", "estimate", "target"), (2, 1, 0), indicator.printed, strict=True
                ):
                    self._add(
                        "indicator_values",
                        indicator.line,
                        goal=goal.goal,
                        indicator=indicator.indicator,
                        year=self.reading.year - back,
                        kind=kind,
                        value=_value(printed),
                        printed=printed or None,
                    )
            for activity, cost in zip(goal.activities, goal.cost_tables, strict=True):
                number += 1
                self._add(
                    "activities",
                    cost.line,
                    activity=number,
                    goal=goal.goal,
                    position=activity.position,
                    name=mend_breaks(activity.name),
                    cost_table_name=mend_breaks(cost.name),
                    spending_unit=units[cost.unit],
                    note=mend_breaks(cost.note) or None,
                    budget=cost.budget,
                    off_budget=cost.off_budget,
                    total=cost.total,
                    goal_table_budget=activity.amounts.budget,
                    goal_table_off_budget=activity.amounts.off_budget,
                    goal_table_total=activity.amounts.total,
                    goal_table_line=activity.line.number,
                    cost_table_goal=cost.goal,
                    cost_table_goal_statement=cost.goal_statement,
                    unit_printed=cost.unit,
                )
                for line, code, _, kurus in cost.costs:
                    self._add(
                        "activity_costs", line, activity=number, economic_code=code, amount=kurus
                    )
                for line, source, kurus in cost.sources:
                    self._add(
                        "off_budget_resources", line, activity=number, source=source, amount=kurus
                    )

    def _directions(self) -> dict[tuple[int, int], tuple[str, str]]:
        printed = {
            (goal.goal, indicator.indicator): indicator.printed_name
            for goal in self.reading.goals
            for indicator in goal.indicators
        }
        directions: dict[tuple[int, int], tuple[str, str]] = {}
        for entry in self.judgement.of("indicator"):
            key = (entry["goal"], entry["indicator"])
            if printed.get(key) != entry["printed"] or key in directions:
                self.problems.append(
                    entry.broken(
                        f"indicator {key[1]} of goal {key[0]} as {quote(entry['printed'])}, once",
                        quote(printed.get(key, "")),
                    )
                )
            directions[key] = (entry["direction"], entry["reason"])
        return directions

    def _totals(self) -> None:
        for row in self.reading.performance:
            self._add(
                "printed_performance",
                row.line,
                level=row.level,
                number=row.number,
                label=mend_breaks(row.label),
                budget=row.amounts.budget,
                budget_share=self._share(row, 0),
                off_budget=row.amounts.off_budget,
                off_budget_share=self._share(row, 1),
                total=row.amounts.total,
                total_share=self._share(row, 2),
                role=row.role or None,
                goal=row.goal,
            )
        for need in self.reading.needs:
            activities, administration, transfers, total = need.amounts
            self._add(
                "resource_needs",
                need.line,
                line=need.key,
                activities=activities,
                general_administration=administration,
                transfers=transfers,
                total=total,
                label=need.label,
            )
            if need.key.isdigit():
                self._add("economic_codes", need.line, economic_code=need.key, name=need.label)

    def _share(self, row: Any, place: int) -> Decimal | None:
        printed = row.shares[place]
        try:
            return read_number(printed) if printed else None
        except UnreadableNumber:
            self.problems.append(
                Problem(row.line.number, "table 2.4", "a share as 1,23", quote(printed))
            )
            return None

    def _responsibilities(self, units: dict[str, str]) -> None:
        """Each line of table 2.6 with the activity that it means, found by its name."""
        activities: dict[int, list[Row]] = {}
        for row in self.rows["activities"]:
            activities.setdefault(row["goal"], []).append(row)
        known = {goal.goal for goal in self.reading.goals}
        used: set[int] = set()
        for line in self.reading.responsibilities:
            if line.goal not in known:
                self.problems.append(
                    Problem(
                        line.line.number, "table 2.6", "a goal of section 2.3", f"goal {line.goal}"
                    )
                )
                continue
            name = mend_breaks(line.activity_name)
            fitting = next(
                (
                    row["activity"]
                    for row in activities.get(line.goal, ())
                    if row["activity"] not in used
                    and (alike(row["name"], name) or alike(row["cost_table_name"], name))
                ),
                None,
            )
            if fitting is not None:
                used.add(fitting)
            self._add(
                "unit_responsibilities",
                line.line,
                goal=line.goal,
                position=line.position,
                activity_name=name,
                spending_unit=units[line.unit],
                unit_printed=line.unit_printed or None,
                activity=fitting,
                goal_statement=line.goal_statement or None,
            )

    def _people(self) -> None:
        reading = self.reading
        for position, person in enumerate(reading.members, start=1):
            self._add(
                "council_members",
                person.line,
                position=position,
                name=person.name,
                role=person.role,
                party=person.party or None,
                district=_district(person.role) or None,
            )
        for position, person in enumerate(reading.officers, start=1):
            self._add(
                "council_officers",
                person.line,
                position=position,
                role=person.role,
                name=person.name,
            )
        places: Counter[str] = Counter()
        order = list(dict.fromkeys(seat.committee for seat in reading.committee_seats))
        for committee in order:
            for seat in reading.committee_seats:
                if seat.committee == committee:
                    places[committee] += 1
                    self._add(
                        "committees",
                        seat.line,
                        committee=committee,
                        position=places[committee],
                        role=seat.role,
                        name=seat.name,
                    )
        for position, person in enumerate(reading.executive, start=1):
            self._add(
                "executive_committee",
                person.line,
                position=position,
                name=person.name,
                role=person.role,
            )
        education = {row.label: row.counts for row in reading.education}
        for staff in reading.staff:
            levels = education.get(staff.label, (None,) * 5)
            total, men, women = staff.counts
            self._add(
                "staff",
                staff.line,
                status=staff.label,
                total=total,
                men=men,
                women=women,
                primary=levels[0],
                secondary=levels[1],
                bachelor=levels[2],
                master=levels[3],
            )
        for row in reading.positions:
            self._add(
                "positions",
                row.line,
                **{"class": row.kind},
                number=row.number,
                title=row.title,
                count=row.count,
            )
        for occupancy in reading.occupancy:
            filled, vacant, total = occupancy.counts
            kind = "worker" if fold(occupancy.label).startswith("isci") else "civil_servant"
            self._add(
                "position_occupancy",
                occupancy.line,
                **{"class": kind},
                filled=filled,
                vacant=vacant,
                total=total,
            )

    def _scopes(self, units: dict[str, str]) -> None:
        """What each committee deals with, as judged; nothing where nobody judged it."""
        seats: dict[str, Person] = {}
        for seat in self.reading.committee_seats:
            seats.setdefault(seat.committee, seat)
        aims = {row["aim"]: row["name"] for row in self.rows["aims"]}
        for section, kind in (("committee_aim", "aim"), ("committee_unit", "spending_unit")):
            for entry in self.judgement.of(section):
                name = entry["committee"]
                if name not in seats:
                    self.problems.append(entry.broken(f"the committee {quote(name)}", "none"))
                    continue
                if kind == "aim":
                    found, expected = aims.get(entry["aim"], ""), entry["printed"]
                    key = str(entry["aim"])
                else:
                    found = expected = entry["name"]
                    key = units.get(found, "")
                if found != expected or not key:
                    self.problems.append(
                        entry.broken(f"{kind} {quote(expected)}", quote(found if key else ""))
                    )
                    continue
                self._add(
                    "committee_scopes",
                    seats[name].line,
                    committee=name,
                    kind=kind,
                    key=key,
                    reason=entry["reason"],
                )

    def _assets(self) -> None:
        districts = {row["district"] for row in self.rows["council_members"] if row["district"]}
        moved = self._judged_districts()
        kinds, categories = self._kinds()
        buildings: dict[str, dict[str, str]] = {}
        keys: set[str] = set()
        notes: list[tuple[Row, str]] = []
        for asset in self.reading.assets:
            district = asset.district
            if districts and district not in districts:
                district = moved.get(district, "")
            size = read_size(asset.size, asset.note)
            key = slug(f"{asset.category} {asset.name} {asset.district}")
            if key in keys:
                self.problems.append(
                    Problem(
                        asset.line.number,
                        "table 1.3",
                        "each name once in its category and district",
                        quote(asset.name),
                    )
                )
            keys.add(key)
            row = self._add(
                "assets",
                asset.line,
                asset=key,
                category=asset.category,
                name=asset.name,
                district=district or None,
                district_printed=asset.district or None,
                count=size.count,
                area_m2=size.area_m2,
                indoor_area_m2=size.indoor_area_m2,
                open_area_m2=size.open_area_m2,
                capacity_persons=size.capacity_persons,
                note=asset.note or None,
                size_printed=asset.size or None,
                counted=size.counted or None,
                kind=kinds.get((asset.category, asset.name)) or categories.get(asset.category),
            )
            buildings.setdefault(_family(asset.category), {}).setdefault(asset.name, key)
            notes.append((row, asset.note))
        for row, note in notes:
            siblings = buildings[_family(row["category"])] if not row["district"] else {}
            others = {name: key for name, key in siblings.items() if key != row["asset"]}
            parts: list[Part] = sorts(note) or stations(note, others)
            for position, part in enumerate(parts, start=1):
                self.rows["asset_parts"].append(
                    {
                        "asset": row["asset"],
                        "position": position,
                        "part": part.part,
                        "label": part.label,
                        "count": part.count,
                        "area_m2": part.area_m2,
                        "station": part.station or None,
                        "source_section": row["source_section"],
                        "source_line": row["source_line"],
                    }
                )

    def _judged_districts(self) -> dict[str, str]:
        printed = {asset.district for asset in self.reading.assets}
        moved = {}
        for entry in self.judgement.of("district"):
            if entry["printed"] not in printed:
                self.problems.append(entry.broken(f"a district {quote(entry['printed'])}", "none"))
            moved[entry["printed"]] = entry["district"]
        return moved

    def _kinds(self) -> tuple[dict[tuple[str, str], str], dict[str, str]]:
        there = {(asset.category, asset.name) for asset in self.reading.assets}
        known = {category for category, _ in there}
        kinds, categories = {}, {}
        for entry in self.judgement.of("category"):
            if entry["category"] not in known:
                self.problems.append(entry.broken(f"a category {quote(entry['category'])}", "none"))
            categories[entry["category"]] = entry["kind"]
        for entry in self.judgement.of("asset"):
            key = (entry["category"], entry["name"])
            if key not in there:
                self.problems.append(entry.broken(f"an asset {quote(' / '.join(key))}", "none"))
            kinds[key] = entry["kind"]
        return kinds, categories

    def _technology(self) -> None:
        prose = [line for line in self.reading.lines if line.section == "1.4"]
        for position, entry in enumerate(self.judgement.of("technology"), start=1):
            line = next((line for line in prose if entry["printed"] in " ".join(line.cells)), None)
            if line is None or entry["number"] not in entry["printed"]:
                self.problems.append(
                    entry.broken(
                        f"{quote(entry['printed'])} with {quote(entry['number'])} in section 1.4",
                        "no such words",
                    )
                )
                continue
            self._add(
                "technology_facts",
                line,
                position=position,
                label=entry["label"],
                value=read_number(entry["number"]),
                unit=entry["unit"],
                is_minimum=bool(entry.get("minimum", False)),
                printed=entry["printed"],
            )

    def _stated(self) -> None:
        for stated in self.reading.stated:
            text = stated.unit == "name"
            self._add(
                "stated_figures",
                stated.line,
                figure=_key(stated.key),
                label=stated.label,
                value=None if text else _value(stated.printed),
                unit=stated.unit,
                printed=stated.printed,
            )
        for asset in self.reading.assets:
            area = note_area(asset.note)
            if area is not None:
                self._add(
                    "stated_figures",
                    asset.line,
                    figure=_key(f"assets.{slug(asset.category)}.area"),
                    label=asset.category,
                    value=area,
                    unit="m²",
                    printed=asset.note,
                )
        counts = Counter(row["figure"] for row in self.rows["stated_figures"])
        for figure, count in counts.items():
            if count > 1:
                self.problems.append(
                    Problem(0, "stated figures", "each stated total once", quote(figure))
                )

    def _correct(self) -> None:
        for entry in self.judgement.of("correction"):
            table = BY_NAME.get(entry["table"])
            if table is None or "correction" not in table.column_names:
                self.problems.append(
                    entry.broken("a table whose rows can be corrected", quote(entry["table"]))
                )
                continue
            rows = [
                row
                for row in self.rows[table.name]
                if all(str(row[name]) == str(value) for name, value in entry["key"].items())
            ]
            if len(rows) != 1:
                self.problems.append(
                    entry.broken(f"one row of {table.name} with {entry['key']}", str(len(rows)))
                )
                continue
            row = rows[0]
            for name, printed in entry["expect"].items():
                expected = parse_value(table.column(name), str(printed))
                if row[name] != expected:
                    self.problems.append(
                        entry.broken(f"{name} {quote(str(printed))}", quote(str(row[name])))
                    )
            for name, value in entry["read"].items():
                row[name] = parse_value(table.column(name), str(value))
            row["correction"] = entry["reason"]


def _value(printed: str) -> Decimal | None:
    if printed in _NOT_STATED:
        return None
    try:
        return read_number(printed)
    except UnreadableNumber:
        return None


def _district(role: str) -> str:
    match = _ROLE.fullmatch(role)
    return match[1] if match and fold(match[1]) != _METROPOLITAN else ""


def _family(category: str) -> str:
    """Categories that share their first word belong together (fire stations, fire engines)."""
    return fold(category).partition(" ")[0]


def _key(text: str) -> str:
    return ".".join(slug(part) for part in text.replace("_", "-").split("."))
