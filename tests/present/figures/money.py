"""What the figures of money must say: the budget and the units."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache

from tests.present.figures.paper import (
    ENGLISH,
    TURKISH,
    YEAR,
    Oracle,
    Said,
    alphabetical,
    amount,
    by,
    districts,
    kurus,
    largest_first,
    money,
    number,
    once,
    rows,
    said_in,
    share,
)

SOURCES = ("revolving_fund", "other_domestic", "foreign")
GENERAL = {"tr": "Genel yönetim giderleri", "en": "General administration"}
UNDIVIDED = {
    "tr": "Genel yönetim giderleri (bu biçimde bölünmüyor)",
    "en": "General administration (not divided this way)",
}
UNCODED = {
    "tr": "Bütçe dışı kaynaklar (ekonomik koda bölünmüyor)",
    "en": "Off-budget resources (not divided by economic code)",
}
TOTAL = {"tr": "Toplam", "en": "Total"}
SOURCE_NAMES = {
    "budget": ("Belediye bütçesi", "Municipal budget"),
    "revolving_fund": ("Bütçe dışı: döner sermaye", "Off-budget: revolving fund"),
    "other_domestic": (
        "Bütçe dışı: diğer yurt içi kaynak",
        "Off-budget: other domestic resources",
    ),
    "foreign": ("Bütçe dışı: yurt dışı kaynak", "Off-budget: foreign resources"),
}
#: The economic codes in English; they are the law's, not the document's.
CODES = {
    "01": "Personnel expenditure",
    "02": "Social security contributions",
    "03": "Purchase of goods and services",
    "04": "Interest expenditure",
    "05": "Current transfers",
    "06": "Capital expenditure",
    "07": "Capital transfers",
    "08": "Lending",
    "09": "Reserve appropriations",
}

#: (activity, whether of the budget, code or source, lira)
Line = tuple[str, bool, str, Decimal]


@cache
def lines() -> tuple[Line, ...]:
    """The cost tables' lines."""
    budget = [
        (row["activity"], True, row["economic_code"], amount(row["amount"]))
        for row in rows("activity_costs")
    ]
    other = [
        (row["activity"], False, row["source"], amount(row["amount"]))
        for row in rows("off_budget_resources")
    ]
    return (*budget, *other)


@cache
def general() -> dict[str, Decimal]:
    """General administration's money by economic code."""
    return {
        row["line"]: amount(row["general_administration"])
        for row in rows("resource_needs")
        if row["line"].isdigit()
    }


def goal_of(activity: str) -> str:
    return by("activities", "activity")[activity]["goal"]


def aim_of(activity: str) -> str:
    return by("objectives", "objective")[by("goals", "goal")[goal_of(activity)]["objective"]]["aim"]


def unit_of(activity: str) -> str:
    return by("activities", "activity")[activity]["spending_unit"]


def aim_name(aim: str, language: str) -> str:
    row = by("aims", "aim")[aim]
    return f"{aim}. {said_in(language, row['short_name'], row['short_name_en'])}"


def code_name(code: str, language: str) -> str:
    name = by("economic_codes", "economic_code")[code]["name"]
    return f"{code} {said_in(language, name, CODES[code])}"


def source_name(source: str, language: str) -> str:
    return said_in(language, *SOURCE_NAMES[source])


def summed(
    chosen: Sequence[Line], key: Callable[[Line], str], order: Sequence[str] = ()
) -> dict[str, Decimal]:
    """Lira by a key of the lines; those of ``order`` first, also where they have none."""
    sums = dict.fromkeys(order, Decimal(0))
    for line in chosen:
        sums[key(line)] = sums.get(key(line), Decimal(0)) + line[3]
    return sums


def behind(chosen: Sequence[Line], key: Callable[[Line], str], row: str, *, is_paid: bool) -> int:
    """How many activities stand behind a row; with ``is_paid`` those that have money in it."""
    return len({line[0] for line in chosen if key(line) == row and (line[3] or not is_paid)})


def quoted(name: str) -> str:
    """A name between quotation marks, without the stop that may close its print."""
    return f"“{name.rstrip(' .,;')}”"


def _largest_two(
    label: Sequence[str],
    sums: Sequence[Decimal],
    whole: Decimal,
    language: str,
    where: str = "",
    *,
    told: Callable[[Decimal, str], str] = money,
) -> list[str]:
    """The parts of the sentence on a whole and its two largest rows, amounts as ``told`` writes
    them."""
    ranked = sorted(zip(sums, range(len(sums)), strict=True), key=lambda pair: (-pair[0], pair[1]))
    (first, first_at), (second, second_at) = ranked[:2]
    assert second > 0
    first_words = [told(first, language), share(first, whole, language)]
    second_words = [told(second, language), share(second, whole, language)]
    names = [quoted(label[first_at]), quoted(label[second_at])]
    if language == TURKISH:
        parts = [*first_words, names[0], *second_words, names[1]]
    else:
        parts = [names[0], *first_words, names[1], *second_words]
    return [YEAR, *([where] if where else []), told(whole, language), *parts]


AMOUNTS = ("key", "label", "activities", "amount_kurus")


def breakdown(query: Mapping[str, str], language: str) -> Said:
    """The money of the whole or of an aim by the rows of a view."""
    aim = query.get("amac", "")
    view = query.get("gorunum", "hedef" if aim else "amac")
    chosen = [line for line in lines() if not aim or aim_of(line[0]) == aim]
    beside = Decimal(0) if aim else sum(general().values(), Decimal(0))
    whole = sum((line[3] for line in chosen), beside)
    key, name, order = _VIEWS[view]
    is_plan = view not in ("kod", "kaynak")
    if view == "kod":
        coded = [line for line in chosen if line[1]]
        last, last_name = whole - sum((line[3] for line in coded), beside), UNCODED[language]
        chosen = coded
    else:
        last, last_name = beside, (GENERAL if view == "amac" else UNDIVIDED)[language]
    sums = summed(chosen, key)
    if view == "kod":
        sums = {code: sums.get(code, Decimal(0)) + general()[code] for code in sorted(general())}
    if view == "kaynak":
        sums["budget"] += beside
        last = Decimal(0)
    keys = largest_first(sums, order())
    labels = [name(row, language) for row in keys]
    table: list[Sequence[object]] = [
        (row, label, behind(chosen, key, row, is_paid=not is_plan), kurus(sums[row]))
        for row, label in zip(keys, labels, strict=True)
    ]
    amounts = [sums[row] for row in keys]
    if last:
        end = "genel" if view == "amac" else "beside"
        table.append((end, last_name, None, kurus(last)))
        labels.append(last_name)
        amounts.append(last)
    table.append(("total", TOTAL[language], None, kurus(whole)))
    name = aim_name(aim, language).partition(". ")[2] if aim else ""
    where = said_in(language, f"{aim}. amaç ({name})", f"Aim {aim} ({name})") if aim else ""
    told = per_head if query.get("olcu") == "kisi" else money
    rows_shown = [*keys, *([""] if last else [])]
    short = [
        short_label(view, row, language) or label
        for row, label in zip(rows_shown, labels, strict=True)
    ]
    said = _largest_two(short, amounts, whole, language, where, told=told)
    return Said(said, AMOUNTS, table)


def per_head(lira: Decimal, language: str) -> str:
    """``3.366 TL``: an amount by resident, whole lira from 100 on."""
    people = sum(int(row["population_2023"]) for row in districts())
    each = lira / people
    return f"{number(each.quantize(Decimal(1), ROUND_HALF_UP), language)} TL"


_VIEWS: dict[
    str,
    tuple[Callable[[Line], str], Callable[[str, str], str], Callable[[], Sequence[str]]],
] = {
    "amac": (lambda line: aim_of(line[0]), aim_name, lambda: list(by("aims", "aim"))),
    "hedef": (
        lambda line: goal_of(line[0]),
        lambda goal, _: f"{goal}. {by('goals', 'goal')[goal]['statement']}",
        lambda: sorted(by("goals", "goal"), key=int),
    ),
    "faaliyet": (
        lambda line: line[0],
        lambda activity, _: activity_name(activity),
        lambda: sorted(by("activities", "activity"), key=int),
    ),
    "birim": (
        lambda line: unit_of(line[0]),
        lambda unit, _: by("spending_units", "spending_unit")[unit]["name"],
        lambda: list(dict.fromkeys(row["spending_unit"] for row in rows("activities"))),
    ),
    "kod": (lambda line: line[2], code_name, lambda: sorted(CODES)),
    "kaynak": (
        lambda line: "budget" if line[1] else line[2],
        source_name,
        lambda: ("budget", *SOURCES),
    ),
}


def short_label(view: str, row: str, language: str) -> str:
    """A goal or an activity as sentences and charts name it; empty for other rows."""
    table, key = {"hedef": ("goals", "goal"), "faaliyet": ("activities", "activity")}.get(
        view, ("", "")
    )
    if not table or not row:
        return ""
    thing = by(table, key)[row]
    return f"{row}. {said_in(language, thing['short_name'], thing['short_name_en'])}"


def activity_name(activity: str) -> str:
    return f"{activity}. {by('activities', 'activity')[activity]['name']}"


def hundred(query: Mapping[str, str], language: str) -> Said:
    """Of 100 lira, whole lira by aim: rounded down, what is left to the largest remainders."""
    sums = summed(lines(), lambda line: aim_of(line[0]))
    keys = largest_first(sums, by("aims", "aim"))
    spare = sum(general().values(), Decimal(0))
    whole = sum(sums.values(), spare)
    amounts = [*(sums[aim] for aim in keys), spare]
    quotas = [lira * 100 / whole for lira in amounts]
    parts = [int(quota) for quota in quotas]
    by_remainder = sorted(range(len(parts)), key=lambda place: parts[place] - quotas[place])
    for place in by_remainder[: 100 - sum(parts)]:
        parts[place] += 1
    labels = [*(aim_name(aim, language) for aim in keys), GENERAL[language]]
    names = [label.partition(". ")[2] or label for label in labels]
    ranked = sorted(range(len(parts)), key=lambda place: (-parts[place], place))[:3]
    said = [YEAR, "100"] if language == TURKISH else ["100", YEAR]
    for place in ranked:
        said += [str(parts[place]), f"“{names[place]}”"]
    table = [
        (label, lira, kurus(of)) for label, lira, of in zip(labels, parts, amounts, strict=True)
    ]
    return Said(said, ("label", "lira", "amount_kurus"), table)


def matrix(query: Mapping[str, str], language: str) -> Said:
    """Aims by economic code: the largest cell, its part of all and of its row."""
    cells = summed(lines(), lambda line: f"{aim_of(line[0])}|{line[2]}")
    for code, lira in general().items():
        cells[f"genel|{code}"] = lira
    whole = sum(cells.values(), Decimal(0))
    key = max(cells, key=lambda name: cells[name])
    row, column = key.split("|")
    own = sum(lira for name, lira in cells.items() if name.split("|")[0] == row)
    paid = {name.split("|")[1] for name, lira in cells.items() if lira}
    columns = [*sorted(CODES), *(source for source in SOURCES if source in paid)]
    names = [f"code_{code}" if code in CODES else code for code in columns]
    table: list[list[object]] = []
    for aim in (*by("aims", "aim"), "genel"):
        amounts = [cells.get(f"{aim}|{column}") for column in columns]
        # General administration says nothing of a line of which it has nothing.
        stated = [
            None if lira is None or (aim == "genel" and not lira) else kurus(lira)
            for lira in amounts
        ]
        label = GENERAL[language] if aim == "genel" else aim_name(aim, language)
        table.append([label, *stated, kurus(sum((lira or Decimal(0)) for lira in amounts))])
    sums = [sum(int(str(row[place] or 0)) for row in table) for place in range(1, len(names) + 2)]
    table.append([TOTAL[language], *sums])
    names_of = [quoted(code_name(column, language)), quoted(aim_name(row, language))]
    said = [
        YEAR,
        *(names_of if language == ENGLISH else [money(cells[key], language), *names_of[::-1]]),
        *([money(cells[key], language)] if language == ENGLISH else []),
        share(cells[key], whole, language),
        share(cells[key], own, language),
    ]
    return Said(said, ("name", *names, "total"), table)


OFF_BUDGET_CODE = {
    "tr": "Bütçe dışı: ekonomik kodu yok",
    "en": "Off-budget: no economic code",
}


def flow(query: Mapping[str, str], language: str) -> Said:
    """Money from source over aim to code: a row a way, and the largest of each level."""
    ways: dict[tuple[str, str, str], Decimal] = {}
    for activity, is_budget, line, lira in lines():
        way = ("budget", aim_of(activity), line) if is_budget else (line, aim_of(activity), "off")
        ways[way] = ways.get(way, Decimal(0)) + lira
    ways |= {("budget", "genel", code): lira for code, lira in general().items()}
    orders = (["budget", *SOURCES], [*by("aims", "aim"), "genel"], [*sorted(CODES), "off"])
    paid = sorted(
        (way for way, lira in ways.items() if lira),
        key=lambda way: [order.index(key) for order, key in zip(orders, way, strict=True)],
    )
    whole = sum(ways.values(), Decimal(0))
    code_names = {code: code_name(code, language) for code in CODES}
    row_names = {aim: aim_name(aim, language) for aim in by("aims", "aim")}
    names = (
        {source: source_name(source, language) for source in ("budget", *SOURCES)},
        {**row_names, "genel": GENERAL[language]},
        {**code_names, "off": OFF_BUDGET_CODE[language]},
    )
    table: list[list[object]] = [
        [
            *(of_level[key] for of_level, key in zip(names, way, strict=True)),
            kurus(ways[way]),
            Fraction(ways[way]) / Fraction(whole),
        ]
        for way in paid
    ]
    table.append([TOTAL[language], None, None, kurus(whole), Fraction(1)])
    said = [YEAR, money(whole, language)]
    said = said if language == TURKISH else said[::-1]
    for level in range(3):
        sums: dict[str, Decimal] = {}
        for way in paid:
            if way[level] != "off":
                sums[way[level]] = sums.get(way[level], Decimal(0)) + ways[way]
        most = max(sums, key=lambda key: sums[key])
        parts = [money(sums[most], language), share(sums[most], whole, language)]
        name = quoted(names[level][most])
        said += [*parts, name] if language == TURKISH else [name, *parts]
    off = sum((lira for way, lira in ways.items() if way[2] == "off"), Decimal(0))
    said += [money(off, language), share(off, whole, language)]
    return Said(said, ("source", "name", "code", "amount_kurus", "share"), table)


def paid_units() -> Sequence[Mapping[str, str]]:
    """The units that have money, in the order of the alphabet."""
    sums = summed(lines(), lambda line: unit_of(line[0]))
    named = sorted(rows("spending_units"), key=lambda row: alphabetical(row["name"]))
    return [{"birim": row["spending_unit"]} for row in named if sums.get(row["spending_unit"])]


def all_units(query: Mapping[str, str], language: str) -> Said:
    """Money by unit, the largest first, equals by name."""
    units = by("spending_units", "spending_unit")
    sums = summed(lines(), lambda line: unit_of(line[0]), list(units))
    keys = largest_first(sums, sorted(units, key=lambda unit: alphabetical(units[unit]["name"])))
    whole = sum(sums.values(), Decimal(0))
    own = {
        unit: [row for row in rows("activities") if row["spending_unit"] == unit] for unit in keys
    }
    most = keys[0]
    told = {
        "count": str(len(keys)),
        "whole": money(whole, language),
        "money": money(sums[most], language),
        "share": share(sums[most], whole, language),
        "name": units[most]["name"],
    }
    names = ("count", "whole") if language == TURKISH else ("whole", "count")
    table = [
        (
            unit,
            units[unit]["name"],
            kurus(sums[unit]),
            len(own[unit]),
            len({row["goal"] for row in own[unit]}),
        )
        for unit in keys
    ]
    return Said(
        [YEAR, *(told[name] for name in (*names, "money", "share", "name"))],
        ("unit", "name", "amount_kurus", "activities", "goals"),
        table,
    )


def unit_activities(query: Mapping[str, str], language: str) -> Said:
    """One unit's activities, the dearest first, equals by number."""
    own = [row["activity"] for row in rows("activities") if row["spending_unit"] == query["birim"]]
    sums = summed([line for line in lines() if line[0] in own], lambda line: line[0], own)
    keys = largest_first(sums, sorted(own, key=int))
    whole = sum(sums.values(), Decimal(0))
    count, total = number(len(keys), language), money(whole, language)
    unit = by("spending_units", "spending_unit")[query["birim"]]["name"]
    most, name = sums[keys[0]], quoted(short_label("faaliyet", keys[0], language))
    if most == whole and len(keys) == 1:
        parts = [unit, name, total] if language == TURKISH else [total, unit, name]
    else:
        parts = [unit, count, total] if language == TURKISH else [total, count, unit]
        if most < whole:
            parts += [money(most, language), share(most, whole, language)]
        parts.append(name)
    said = [YEAR, *parts]
    table = [(int(key), activity_name(key), kurus(sums[key])) for key in keys]
    return Said(said, ("activity", "label", "amount_kurus"), table)


def unit_lines(query: Mapping[str, str], language: str) -> Said:
    """One unit's money by code and source, as the document orders them."""
    own = [line for line in lines() if unit_of(line[0]) == query["birim"]]
    sums = summed(own, lambda line: line[2])
    keys = [*(code for code in sorted(CODES) if code in sums), *(s for s in SOURCES if s in sums)]
    whole = sum(sums.values(), Decimal(0))
    most = max(keys, key=lambda key: sums[key])
    names = {key: line_name(key, language) for key in keys}
    told = [money(sums[most], language), share(sums[most], whole, language)]
    if sums[most] == whole:
        told = []
    name, total = quoted(names[most]), money(whole, language)
    unit = by("spending_units", "spending_unit")[query["birim"]]["name"]
    said = [
        YEAR,
        *((unit, total, *told, name) if language == TURKISH else (total, unit, name, *told)),
    ]
    table = [
        (key, names[key], kurus(sums[key]), sum(line[2] == key and line[3] > 0 for line in own))
        for key in keys
    ]
    return Said(said, ("line", "label", "amount_kurus", "activities"), table)


def line_name(key: str, language: str) -> str:
    return code_name(key, language) if key in CODES else source_name(key, language)


def parts_of_the_budget() -> Sequence[Mapping[str, str]]:
    """Every view of the whole, the whole per resident, every aim."""
    views = [{}, *({"gorunum": view} for view in _VIEWS if view != "amac")]
    return [*views, {"olcu": "kisi"}, *({"amac": aim} for aim in by("aims", "aim"))]


ORACLES = {
    "genel-bakis": Oracle(breakdown, once),
    "yuz-lira": Oracle(hundred, once),
    "butce": Oracle(breakdown, parts_of_the_budget),
    "amac-kod": Oracle(matrix, once),
    "akis": Oracle(flow, once),
    "birimler": Oracle(all_units, once),
    "birim-faaliyetleri": Oracle(unit_activities, paid_units),
    "birim-kalemleri": Oracle(unit_lines, paid_units),
}
