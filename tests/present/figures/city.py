"""What the figures of places, council, resources and checks must say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache
from statistics import median

from tests.present.figures.paper import (
    TURKISH,
    YEAR,
    Oracle,
    Row,
    Said,
    alphabetical,
    by,
    capitalised,
    districts,
    locations,
    number,
    once,
    rows,
    said_in,
    share,
    slug,
)

#: The kinds of facilities in the map's order; the first three are shown unless others are chosen.
KINDS = (
    "fire_station",
    "library",
    "social_centre",
    "sports_facility",
    "course_centre",
    "attraction",
    "museum",
    "culture_centre",
    "conservatory",
    "hobby_garden",
    "cemetery",
    "shop",
    "car_park",
    "service_building",
    "constabulary",
    "other",
)
SHOWN = KINDS[:3]
SHOWN_NAMES = (
    "İtfaiye istasyonları, kütüphaneler, sosyal yaşam merkezleri",
    "Fire stations, libraries, social life centres",
)


@cache
def facilities() -> tuple[Row, ...]:
    """The lines of table 1.3 that are facilities, by kind and then as printed; a line that bears
    the name of another heading sums up what stands there."""
    headings = {slug(row["category"]) for row in rows("assets")}
    own = [
        row for row in rows("assets") if row["kind"] in KINDS and slug(row["name"]) not in headings
    ]
    return tuple(sorted(own, key=lambda row: KINDS.index(row["kind"])))


def residents(row: Row) -> int:
    return int(row["population_2023"])


#: Lines whose name tells two facilities.
TWO = re.compile(r"1 [-–] 2$")


def pieces(row: Row) -> int:
    """How many facilities a line stands for: what its size cell counts, two where its name ends
    so, else one."""
    counted = re.search(r"(\d+) ?adet|/ ?(\d+)$", row["size_printed"])
    if counted:
        return int(counted[1] or counted[2])
    return 2 if TWO.search(row["name"]) else 1


def standing(district: str, kinds: Sequence[str]) -> int:
    """How many facilities of some kinds stand in a district."""
    return sum(
        pieces(row) for row in facilities() if row["district"] == district and row["kind"] in kinds
    )


def rate(row: Row, kinds: Sequence[str]) -> Fraction:
    """Facilities of some kinds per 10,000 residents of a district."""
    return Fraction(standing(row["district"], kinds) * 10_000, residents(row))


def on_map(query: Mapping[str, str], language: str) -> Said:
    """The facilities that the map counts, by how well their place is known, and each district's."""
    own = [row for row in facilities() if row["kind"] in SHOWN]
    known = {
        (row["category"], row["name"], row["district"]): row["precision"] for row in locations()
    }
    precisions = Counter(
        known.get((row["category"], row["name"], row["district"]), "district") for row in own
    )
    assert all(row["district"] for row in own)
    people = {row["district"]: residents(row) for row in districts()}
    counts = {name: standing(name, SHOWN) for name in sorted(people, key=alphabetical)}
    most = max(counts, key=counts.__getitem__)
    said = [
        said_in(language, *SHOWN_NAMES),
        "Kayseri",
        *said_in(language, f"{YEAR} {len(own)}", f"{len(own)} {YEAR}").split(),
        *(str(precisions[level]) for level in ("site", "neighbourhood", "district")),
        *said_in(language, f"{counts[most]} {most}", f"{most} {counts[most]}").split(),
    ]
    table: list[Sequence[object]] = [
        (name, people[name], count, Fraction(people[name], count)) for name, count in counts.items()
    ]
    return Said(said, ("district", "population", "facilities", "people_each"), table)


def counted(query: Mapping[str, str], language: str) -> Said:
    """Facilities by district and kind, most first, equals in the order of the alphabet."""
    names = sorted((row["district"] for row in districts()), key=alphabetical)
    names.sort(key=lambda name: -standing(name, SHOWN))
    table: list[Sequence[object]] = [
        (name, *(standing(name, [kind]) for kind in SHOWN), standing(name, SHOWN)) for name in names
    ]
    sums = [sum(pieces(row) for row in facilities() if row["kind"] == kind) for kind in SHOWN]
    table.append((said_in(language, "Toplam", "Total"), *sums, sum(sums)))
    most = str(standing(names[0], SHOWN))
    said = [
        YEAR,
        str(sum(sums)),
        *within(SHOWN, language),
        *((most, names[0]) if language == TURKISH else (names[0], most)),
    ]
    return Said(said, ("district", *SHOWN, "facilities"), table)


#: When residents were counted.
COUNTED = ("31.12.2023", "31 December 2023")

#: What addresses call the usual kinds.
CODES = {"itfaiye": "fire_station", "kutuphane": "library", "sosyal-yasam": "social_centre"}


def people_each(query: Mapping[str, str], language: str) -> Said:
    """Residents for each facility of a kind by district, most first, those without any last."""
    kind = CODES[query.get("oran", "itfaiye")]
    counts = {row["district"]: standing(row["district"], [kind]) for row in districts()}
    people = {row["district"]: residents(row) for row in districts()}
    own = [name for name in counts if counts[name]]
    own.sort(key=lambda name: (-Fraction(people[name], counts[name]), alphabetical(name)))
    without = sorted((name for name in counts if not counts[name]), key=alphabetical)

    def told(name: str) -> list[str]:
        each = round(Fraction(people[name], counts[name]))
        return [name, number(each, language), str(counts[name])]

    said = [*told(own[0]), *told(own[-1]), YEAR, said_in(language, *COUNTED)]
    if without:
        said.append(str(len(without)))
    if single := sum(count == 1 for count in counts.values()):
        said.append(str(single))
    table = [
        (
            name,
            people[name],
            counts[name],
            Fraction(people[name], counts[name]) if counts[name] else None,
            Fraction(counts[name] * 10_000, people[name]),
        )
        for name in [*own, *without]
    ]
    return Said(said, ("district", "population", kind, "people_each", "per_10000"), table)


def three_kinds() -> Sequence[Mapping[str, str]]:
    """The usual kinds; the first of them is what an address without a kind means."""
    return [{}, {"oran": "kutuphane"}, {"oran": "sosyal-yasam"}]


#: The kinds within a sentence.
WITHIN = {
    "fire_station": ("itfaiye istasyonları", "fire stations"),
    "library": ("kütüphaneler", "libraries"),
    "social_centre": ("sosyal yaşam merkezleri", "social life centres"),
    "sports_facility": ("spor tesisleri", "sports facilities"),
    "shop": ("dükkânlar ve büfeler", "shops and kiosks"),
    "other": ("diğer tesisler", "other facilities"),
}


def within(kinds: Sequence[str], language: str) -> list[str]:
    """Up to four kinds by name, more by their number."""
    if len(kinds) > 4:
        return [str(len(kinds))]
    return [said_in(language, *WITHIN[kind]) for kind in kinds]


def district(query: Mapping[str, str], language: str) -> Said:
    """One district beside the median of all, by kind: where it differs."""
    (own,) = (row for row in districts() if slug(row["district"]) == query["ilce"])
    kinds = [kind for kind in KINDS if any(rate(row, [kind]) for row in districts())]
    middle = {kind: median([rate(row, [kind]) for row in districts()]) for kind in kinds}
    rates = {kind: rate(own, [kind]) for kind in kinds}
    above = [kind for kind in kinds if middle[kind] and rates[kind] > middle[kind]]
    below = [kind for kind in kinds if 0 < rates[kind] < middle[kind]]
    missing = [kind for kind in kinds if middle[kind] and not rates[kind]]
    rare = [kind for kind in kinds if rates[kind] and not middle[kind]]
    said = [own["district"], YEAR, said_in(language, *COUNTED)]
    for chosen in (above, below):
        if chosen:
            said += [number(10_000, language), *within(chosen, language)]
    for chosen in (missing, rare):
        said += within(chosen, language)
    people = residents(own)
    table = [
        (
            kind,
            standing(own["district"], [kind]),
            Fraction(people, standing(own["district"], [kind])) if rates[kind] else None,
            rates[kind],
            Fraction(10_000) / middle[kind] if middle[kind] else None,
            middle[kind],
        )
        for kind in kinds
    ]
    columns = ("kind", "count", "people_each", "rate", "median_each", "median")
    return Said(said, columns, table)


def every_district() -> Sequence[Mapping[str, str]]:
    """Every district, in the order of their codes."""
    return [{"ilce": slug(row["district"])} for row in districts()]


@cache
def parties() -> dict[str, int]:
    """Members by party, most first, equals in the order of the alphabet."""
    members = Counter(row["party"] for row in rows("council_members"))
    names = sorted(members, key=lambda name: (-members[name], alphabetical(name)))
    return {name: members[name] for name in names}


def seats(query: Mapping[str, str], language: str) -> Said:
    """The council's members by party."""
    everybody = sum(parties().values())
    head = [str(len(parties())), str(everybody)]
    told = [f"{name} {count}" for name, count in parties().items()]
    table = [(name, count, Fraction(count, everybody)) for name, count in parties().items()]
    said = [YEAR, *(head if language == TURKISH else head[::-1]), *told]
    return Said(said, ("party", "members", "share"), table)


def seats_by_district(query: Mapping[str, str], language: str) -> Said:
    """The council's members by district, most first, equals in the order of the alphabet."""
    members = Counter(row["district"] for row in rows("council_members"))
    beside = members.pop("", 0)
    names = sorted(members, key=lambda name: (-members[name], alphabetical(name)))
    assert members[names[0]] > members[names[1]]
    most = (str(members[names[0]]), names[0])
    said = [YEAR, str(len(names)), *most, str(members[names[-1]]), str(beside)]
    by_party = Counter((row["district"], row["party"]) for row in rows("council_members"))
    table = [
        (name, members[name], *(by_party[name, party] for party in parties())) for name in names
    ]
    columns = ("district", "members", *(f"party_{place}" for place in range(len(parties()))))
    return Said(said, columns, table)


def represented(query: Mapping[str, str], language: str) -> Said:
    """Residents for each member of the council, most first."""
    members = Counter(row["district"] for row in rows("council_members"))
    shares = {
        row["district"]: Fraction(residents(row), members[row["district"]])
        for row in districts()
        if members[row["district"]]
    }
    ranked = sorted(shares, key=lambda name: (-shares[name], alphabetical(name)))
    whole = {name: int(share + Fraction(1, 2)) for name, share in shares.items()}
    people = {row["district"]: residents(row) for row in districts()}
    most, fewest = ((name, number(whole[name], language)) for name in (ranked[0], ranked[-1]))
    said = [YEAR, said_in(language, *COUNTED), *most, *fewest]
    table = [(name, members[name], people[name], whole[name]) for name in ranked]
    return Said(said, ("district", "members", "residents", "residents_per_member"), table)


LEVELS = {
    "primary": ("İlköğretim", "Primary school"),
    "secondary": ("Lise/Meslek lisesi", "Upper secondary or vocational school"),
    "bachelor": ("Ön lisans/Lisans", "Associate or bachelor's degree"),
    "master": ("Yüksek lisans", "Master's degree"),
}
CLASSES = {
    "civil_servant": ("Memur / Sözleşmeli", "Civil servants / contract staff"),
    "worker": ("İşçi", "Workers"),
}
STATUSES = {
    "Memur": ("Memur", "Civil servants"),
    "İşçi": ("İşçi", "Workers"),
    "Sözleşmeli Personel": ("Sözleşmeli Personel", "Contract staff"),
}


def statuses(language: str) -> dict[str, str]:
    """The statuses by their printed word; in Turkish they are the document's."""
    return {printed: said_in(language, *words) for printed, words in STATUSES.items()}


SUM = ("Toplam", "Total")


def _count(cell: str) -> int | None:
    return int(cell) if cell else None


def _with_sums(
    table: str, name: str, columns: Sequence[str], language: str, names: Mapping[str, str]
) -> list[list[object]]:
    """A table's rows and their sums as a last one."""
    body: list[list[object]] = [
        [names.get(row[name], row[name]), *(_count(row[column]) for column in columns)]
        for row in rows(table)
    ]
    sums = [sum(int(row[column] or 0) for row in rows(table)) for column in columns]
    return [*body, [said_in(language, *SUM), *sums]]


def staff(query: Mapping[str, str], language: str) -> Said:
    """The staff by status: women and men, or education."""
    if query["tablo"] == "kaynaklar-ogrenim":
        return _education(language)
    table = _with_sums("staff", "status", ("total", "women", "men"), language, statuses(language))
    total, women, men = (int(str(cell)) for cell in table[-1][1:])
    said = [YEAR, *(str(count) for count in (total, women, men)), share(women, total, language)]
    return Said(said, ("status", "total", "women", "men"), table)


def _education(language: str) -> Said:
    columns = (*LEVELS, "total")
    table = _with_sums("staff", "status", columns, language, statuses(language))
    sums = {level: int(str(cell)) for level, cell in zip(LEVELS, table[-1][1:], strict=False)}
    total, most = sum(sums.values()), max(sums, key=lambda level: sums[level])
    name = f"“{said_in(language, *LEVELS[most])}”"
    head = [YEAR, str(total)] if language == TURKISH else [str(total), YEAR]
    said = [*head, str(sums[most]), name, share(sums[most], total, language)]
    return Said(said, ("status", *columns), table)


def both_staff() -> Sequence[Mapping[str, str]]:
    """Women and men, then education."""
    return ({"tablo": "kaynaklar-personel"}, {"tablo": "kaynaklar-ogrenim"})


def positions(query: Mapping[str, str], language: str) -> Said:
    """How many norm positions are filled, or the titles of a class."""
    columns = ("filled", "vacant", "total")
    if query["tablo"] == "kaynaklar-kadro":
        names = {key: said_in(language, *words) for key, words in CLASSES.items()}
        table = _with_sums("position_occupancy", "class", columns, language, names)
        filled, vacant, total = (int(str(cell)) for cell in table[-1][1:])
        told = [number(filled, language), share(filled, total, language), number(vacant, language)]
        head = [YEAR, number(total, language)]
        said = [*(head if language == TURKISH else head[::-1]), *told]
        return Said(said, ("name", *columns), table)
    staff_class = query["tablo"].removeprefix("kaynaklar-unvan-").replace("-", "_")
    own = [row for row in rows("positions") if row["class"] == staff_class]
    most = max(own, key=lambda row: int(row["count"]))
    total = sum(int(row["count"]) for row in own)
    said = [
        YEAR,
        number(total, language),
        said_in(language, *CLASSES[staff_class]),
        str(len(own)),
        f"“{most['title']}”",
        number(int(most["count"]), language),
    ]
    titles = [(int(row["number"]), row["title"], int(row["count"])) for row in own]
    return Said(said, ("number", "title", "count"), titles)


def all_positions() -> Sequence[Mapping[str, str]]:
    """Filled and vacant, then the titles of each class."""
    classes = dict.fromkeys(row["class"] for row in rows("positions"))
    titles = [{"tablo": f"kaynaklar-unvan-{name.replace('_', '-')}"} for name in classes]
    return [{"tablo": "kaynaklar-kadro"}, *titles]


@cache
def fleet() -> dict[str, list[Row]]:
    """The lines of vehicles and machines by category."""
    moving = {"car", "funeral_vehicle", "public_transport_vehicle", "work_machine"}
    moving |= {"fire_vehicle", "constabulary_vehicle"}
    categories = dict.fromkeys(row["category"] for row in rows("assets"))
    lines = {
        name: [row for row in rows("assets") if row["category"] == name] for name in categories
    }
    return {name: own for name, own in lines.items() if moving & {row["kind"] for row in own}}


def vehicles(query: Mapping[str, str], language: str) -> Said:
    """Vehicles by category, by station, or one line's as its note tells them apart."""
    if query["tablo"] == "kaynaklar-arac":
        return _categories(language)
    if query["tablo"] == "kaynaklar-istasyon":
        return _stations(language)
    return _sorts(query["tablo"], language)


def _pieces(lines: Sequence[Row]) -> int:
    return sum(int(row["count"] or 0) for row in lines)


def _categories(language: str) -> Said:
    ranked = sorted(fleet().items(), key=lambda item: (-_pieces(item[1]), alphabetical(item[0])))
    table = [(capitalised(name), len(own), _pieces(own)) for name, own in ranked]
    total = number(sum(pieces for *_, pieces in table), language)
    head = [str(len(table)), total]
    said = [
        YEAR,
        *(head if language == TURKISH else head[::-1]),
        f"“{table[0][0]}”",
        number(table[0][2], language),
    ]
    return Said(said, ("name", "lines", "pieces"), table)


def _stations(language: str) -> Said:
    parts = [row for row in rows("asset_parts") if row["part"] == "station"]
    assets, named = by("assets", "asset"), Counter(row["asset"] for row in parts)
    placed, assumed = Counter[str](), Counter[str]()
    for row in parts:
        number_ = int(row["count"] or 0)
        if not number_:
            number_ = int(assets[row["asset"]]["count"]) if named[row["asset"]] == 1 else 1
            assumed[row["station"]] += number_
        placed[row["station"]] += number_
    ranked = sorted(
        placed, key=lambda station: (-placed[station], alphabetical(assets[station]["name"]))
    )
    whole = sum(int(assets[asset]["count"]) for asset in named)
    head = [str(whole), str(sum(placed.values())), str(len(placed))]
    table = [
        (
            assets[station]["name"],
            assets[station]["district"],
            placed[station],
            assumed[station],
        )
        for station in ranked
    ]
    columns = ("name", "district", "vehicles", "assumed")
    return Said([YEAR, *head, str(sum(assumed.values()))], columns, table)


def told_apart() -> list[tuple[str, Row, list[tuple[str, int]]]]:
    """Lines of vehicles whose notes count sorts: the parameter, the line, the sorts."""
    result = []
    for category, lines in fleet().items():
        for line in lines:
            sorts = [
                (row["label"], int(row["count"]))
                for row in rows("asset_parts")
                if row["asset"] == line["asset"] and row["part"] == "sort" and row["count"]
            ]
            if sorts and line["count"]:
                code = f"kaynaklar-dokum-{slug(category)}-{slug(line['name'])}"
                result.append((code, line, sorts))
    return result


def _sorts(code: str, language: str) -> Said:
    ((_, line, sorts),) = (known for known in told_apart() if known[0] == code)
    told, whole = sum(count for _, count in sorts), int(line["count"])
    counts = [str(told), str(whole)]
    name = f"“{line['name']}”"
    said = [YEAR, *([name, *counts[::-1]] if language == TURKISH else [*counts, name])]
    rest = (said_in(language, "notta ayrılmayan", "not told apart in the note"), whole - told)
    return Said(said, ("label", "pieces"), [*sorts, *([rest] if rest[1] else [])])


def all_vehicles() -> Sequence[Mapping[str, str]]:
    """Categories, stations, and every line that is told apart."""
    sorts = [{"tablo": code} for code, *_ in told_apart()]
    return [{"tablo": "kaynaklar-arac"}, {"tablo": "kaynaklar-istasyon"}, *sorts]


def checks(query: Mapping[str, str], language: str) -> Said:
    """The comparisons of each check and its findings by kind, most findings first."""
    kinds = ("disagrees", "slip", "blank", "reading", "question")
    found = {
        (row["check"], kind): sum(
            (other["check"], other["kind"]) == (row["check"], kind) for other in rows("findings")
        )
        for row in rows("checks")
        for kind in kinds
    }
    table = []
    for row in rows("checks"):
        own = [found[row["check"], kind] for kind in kinds]
        compared = int(row["compared"])
        table.append((row["check"], compared, compared - sum(own), *own, sum(own), row["title"]))
    table.sort(key=lambda row: (-row[8], -row[1], alphabetical(row[9])))
    sums = [sum(row[place] for row in table) for place in range(1, 8)]
    ran = sum(row[1] > 0 for row in table)
    said = [YEAR, str(ran), *(number(count, language) for count in sums if count)]
    names = ("check", "compared", "passed", *kinds, "found")
    return Said(said, names, [row[:9] for row in table])


ORACLES = {
    "harita": Oracle(on_map, once),
    "tesis-sayisi": Oracle(counted, once),
    "tesis-orani": Oracle(people_each, three_kinds),
    "ilce": Oracle(district, every_district),
    "meclis": Oracle(seats, once),
    "meclis-ilceler": Oracle(seats_by_district, once),
    "temsil": Oracle(represented, once),
    "personel": Oracle(staff, both_staff),
    "norm-kadro": Oracle(positions, all_positions),
    "araclar": Oracle(vehicles, all_vehicles),
    "denetimler": Oracle(checks, once),
}
