"""Each section of the judged files: what its entries point at, what of a programme awaits one,
and when an entry that was found again can't be taken as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from kbb_data.judging.carried import Carried, Held
from kbb_data.judging.indicators import PERCENT, RATE
from kbb_data.judging.judgement import RULE, SUCCESSION
from kbb_data.judging.succession import SECTION, against, told
from kbb_data.judging.things import Fields, Programme
from kbb_data.judging.topic_rules import (
    NO_TOPIC,
    topic_activities,
    topic_general,
    unknown_topic,
)
from kbb_data.schema import PROGRAMME_BUDGET, STRATEGIC_PLAN
from kbb_data.scopes import ACTIVITY, GOAL, INDICATOR, PROGRAMME, UNIT, activities_of
from kbb_data.turkish import fold

#: The sections that are not carried over: a misprint of one year is none of the next.
#: And what became of last year's things is not what becomes of this year's.
NOT_CARRIED = frozenset({("corrections.toml", "correction"), (SUCCESSION, SECTION)})


@dataclass(frozen=True, slots=True)
class Rule:
    """How the entries of one section are carried over.

    ``title`` is what its sheet in the workbook is called, in Turkish, at most 31 letters. ``kinds``
    (of ``kbb_data.judging.things``) are what an entry points at, the thing that it names
    last; ``others`` is a field with further names of that thing. ``awaiting`` gives the fields, as
    far as they are known, of the entries that a programme still needs beside those ``Carried``.
    ``held`` says why an entry would stop the import; ``None`` where it would not; ``blamed`` is the
    field that is wrong then, where it is not the entry as a whole. ``more`` are the fields that an
    entry may have beside those that it must have, ``context`` what of
    ``kbb_data.judging.context`` stands beside them in the workbook, ``hint`` what its rows that
    await a judgement say, in Turkish. A section of one statutory ``form`` has no sheet for a
    programme of another; ``budget_title`` is what the sheet of a programme budget is called, where
    goals have a name of their own there.
    """

    title: str
    kinds: tuple[str, ...]
    awaiting: Callable[[Programme, Carried], Iterator[dict[str, Any]]]
    held: Callable[[Programme, Carried, Fields], Held | None] = lambda *_: None
    blamed: str = ""
    others: str = ""
    in_print_order: bool = False
    more: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    hint: str = ""
    form: str = ""
    budget_title: str = ""


def _nothing(_: Programme, __: Carried) -> Iterator[dict[str, Any]]:
    """Nothing that a programme prints needs an entry of this section."""
    return iter(())


def _indicators(programme: Programme, carried: Carried) -> Iterator[dict[str, Any]]:
    judged = {(entry["goal"], entry["indicator"]) for entry in carried["indicator"]}
    for row in programme.tables["indicators"]:
        if (row["goal"], row["indicator"]) not in judged:
            yield {
                "goal": row["goal"],
                "indicator": row["indicator"],
                "printed": row["name_printed"],
            }


def _rate_in_another_unit(programme: Programme, _: Carried, entry: Fields) -> Held | None:
    """The import takes the direction of a rate for an indicator in per cent only."""
    unit = programme.indicators[entry["goal"], entry["indicator"]]["unit"]
    if entry["direction"] != RATE or unit == PERCENT:
        return None
    read = unit or "none"
    return Held(f"direction '{RATE}' is taken for the unit {PERCENT} only; the unit read is {read}")


def _aims(programme: Programme, carried: Carried) -> Iterator[dict[str, Any]]:
    judged = {entry["aim"] for entry in carried["aim"]}
    for row in programme.tables["aims"]:
        if row["aim"] not in judged:
            yield {"aim": row["aim"], "printed": row["name"]}


def _programmes(programme: Programme, carried: Carried) -> Iterator[dict[str, Any]]:
    judged = {entry["programme"] for entry in carried["programme"]}
    for number, name in programme.parts("programme"):
        if number not in judged:
            yield {"programme": number, "printed": name}


def _units(programme: Programme, carried: Carried) -> Iterator[dict[str, Any]]:
    judged = {
        programme.spellings[name]
        for entry in carried["spending_unit"]
        for name in (entry["name"], *entry.get("aliases", ()))
    }
    for row in programme.tables["spending_units"]:
        if row["spending_unit"] not in judged:
            yield {"name": row["name"]}


def _goals(programme: Programme, carried: Carried) -> Iterator[dict[str, Any]]:
    judged = {entry["goal"] for entry in carried["goal"]}
    for number, name in programme.parts("goal", "sub_programme"):
        if number not in judged:
            yield {"goal": number, "printed": name}


def _named_activities(programme: Programme, carried: Carried) -> Iterator[dict[str, Any]]:
    judged = {entry["activity"] for entry in carried["activity"]}
    for row in programme.tables["activities"]:
        if row["activity"] not in judged:
            yield {"activity": row["activity"], "printed": row["name"]}


def _named_twice(section: str) -> Callable[[Programme, Carried, Fields], Held | None]:
    """The import takes a short name once in a section: a chart could not tell two things apart."""

    def held(_: Programme, carried: Carried, entry: Fields) -> Held | None:
        for other in carried[section]:
            is_same = fold(str(entry.get("short"))) == fold(str(other.get("short")))
            if is_same and entry.get(section) != other.get(section):
                return Held(f"{section} {other[section]} has that short name", other)
        return None

    return held


def _wages(_: Programme, carried: Carried) -> Iterator[dict[str, Any]]:
    """One entry says where the wages stand; none of an activity's own figures can."""
    if not carried["wages"]:
        yield {}


def _districts(programme: Programme, carried: Carried) -> Iterator[dict[str, Any]]:
    judged = {entry["printed"] for entry in carried["district"]}
    # Without a council by districts every printed place is taken as it is.
    if any(row["district"] for row in programme.tables["council_members"]):
        for name in programme.places:
            if name not in judged:
                yield {"printed": name}


def _assets(programme: Programme, carried: Carried) -> Iterator[dict[str, Any]]:
    """The assets of which neither their own entry nor their category's gives the kind."""
    judged = {(entry["category"], entry["name"]) for entry in carried["asset"]}
    categories = {entry["category"] for entry in carried["category"]}
    for category, name in dict.fromkeys(
        (row["category"], row["name"]) for row in programme.tables["assets"]
    ):
        if category not in categories and (category, name) not in judged:
            yield {"category": category, "name": name}


def _categories(programme: Programme, carried: Carried) -> Iterator[dict[str, Any]]:
    for category in dict.fromkeys(entry["category"] for entry in _assets(programme, carried)):
        yield {"category": category}


#: The sections of ``committees.toml``, in the order in which the import reads them.
_SCOPES = {
    "committee_programme": PROGRAMME,
    "committee_goal": GOAL,
    "committee_activity": ACTIVITY,
    "committee_indicator": INDICATOR,
    "committee_unit": UNIT,
    "left_out_goal": GOAL,
    "left_out_activity": ACTIVITY,
}


def _activities(programme: Programme, section: str, entry: Fields) -> frozenset[int]:
    """The activities that an entry gives to a committee, or leaves out."""
    kind = _SCOPES[section]
    if kind in (PROGRAMME, INDICATOR):
        return frozenset()
    key = programme.spellings[entry["name"]] if kind == UNIT else entry[kind]
    return activities_of(kind, str(key), programme.activities)


def _given_twice(section: str) -> Callable[[Programme, Carried, Fields], Held | None]:
    """The import takes an activity once in a committee, and left out only where none has it."""

    def held(programme: Programme, carried: Carried, entry: Fields) -> Held | None:
        here = _activities(programme, section, entry)
        for other in _SCOPES:
            for judged in carried[other]:
                both = here & _activities(programme, other, judged)
                same = entry.get("committee") in (None, judged.get("committee"))
                if both and same and "committee" in judged:
                    words = f"activity {min(both)} has an entry of {judged['committee']}"
                    return Held(words, judged)
        return None

    return held


def _uncovered(programme: Programme, carried: Carried) -> dict[int, list[int]]:
    """The activities, by goal, that no entry gives to a committee or leaves out."""
    covered: set[int] = set()
    for section in _SCOPES:
        for entry in carried[section]:
            covered |= _activities(programme, section, entry)
    goals: dict[int, list[int]] = {}
    if programme.tables["committees"]:
        for row in programme.tables["activities"]:
            if row["activity"] not in covered:
                goals.setdefault(row["goal"], []).append(row["activity"])
    return goals


def _whole_goals(programme: Programme, carried: Carried) -> dict[int, str]:
    """The goals, or sub-programmes, none of whose activities has an entry, with their words."""
    uncovered = _uncovered(programme, carried)
    return {
        number: statement
        for number, statement in programme.parts("goal", "sub_programme")
        if number in uncovered
        and len(uncovered[number])
        == sum(1 for _, goal, _ in programme.activities if goal == number)
    }


def _committee_goals(programme: Programme, carried: Carried) -> Iterator[dict[str, Any]]:
    for goal, statement in _whole_goals(programme, carried).items():
        yield {"goal": goal, "printed": statement}


def _committee_activities(programme: Programme, carried: Carried) -> Iterator[dict[str, Any]]:
    whole = _whole_goals(programme, carried)
    uncovered = _uncovered(programme, carried)
    for row in programme.tables["activities"]:
        if row["goal"] not in whole and row["activity"] in uncovered.get(row["goal"], ()):
            yield {"activity": row["activity"], "printed": row["name"]}


def _committees(programme: Programme, carried: Carried) -> Iterator[dict[str, Any]]:
    """The committees without an entry of any kind."""
    judged = {entry.get("committee") for section in _SCOPES for entry in carried[section]}
    for name in dict.fromkeys(row["committee"] for row in programme.tables["committees"]):
        if name not in judged:
            yield {"committee": name}


def _linked_twice(_: Programme, carried: Carried, entry: Fields) -> Held | None:
    """The import takes one entry of each side, but of what was merged or split."""
    other = against(entry, carried[SECTION])
    return None if other is None else Held(f"{told(other)} stands", other)


#: What a row says that no committee has, nor anybody left out.
_NO_COMMITTEE = (
    "Hiçbir komisyona verilmedi. İlgili komisyonu seçin; yoksa burada “alma” deyin, numarasını "
    "gerekçesiyle “Komisyonsuz …” sayfasına yazın."
)

#: What a row says whose thing has no short name yet.
_SHORT = (
    "Grafiklerde ve başlıklarda görünecek kısa adı yazın: sade, en çok 40 harf, belgede yazmayan "
    "bir şey eklemeden, iki satırda aynı ad olmadan. Boş kalırsa adın tamamı görünür."
)

RULES: dict[tuple[str, str], Rule] = {
    ("directions.toml", "indicator"): Rule(
        "Yönler",
        ("indicator",),
        _indicators,
        _rate_in_another_unit,
        blamed="direction",
        in_print_order=True,
        more=RULE,
        context=("part_name", "unit", "explanation"),
    ),
    ("names.toml", "aim"): Rule(
        "Amaç adları", ("aim",), _aims, _named_twice("aim"), more=("short_en",), form=STRATEGIC_PLAN
    ),
    ("names.toml", "programme"): Rule(
        "Program adları",
        ("programme",),
        _programmes,
        _named_twice("programme"),
        more=("short_en",),
        form=PROGRAMME_BUDGET,
    ),
    ("names.toml", "goal"): Rule(
        "Hedef adları",
        ("goal",),
        _goals,
        _named_twice("goal"),
        more=("short_en",),
        hint=_SHORT,
        budget_title="Alt program adları",
    ),
    ("names.toml", "activity"): Rule(
        "Faaliyet adları",
        ("activity",),
        _named_activities,
        _named_twice("activity"),
        more=("short_en",),
        hint=_SHORT,
    ),
    ("names.toml", "spending_unit"): Rule(
        "Birim adları",
        ("unit",),
        _units,
        others="aliases",
        more=("aliases", "serves_all", "reason"),
    ),
    ("names.toml", "wages"): Rule(
        "Maaşlar",
        ("activity",),
        _wages,
        hint="Bütün personelin maaşının yazıldığı faaliyetin numarasını yazın; adı kendiliğinden "
        "alınır. Böyle bir faaliyet yoksa boş bırakın.",
    ),
    ("names.toml", "district"): Rule("İlçeler", ("district",), _districts),
    ("names.toml", "category"): Rule(
        "Tesis başlıkları", ("category",), _categories, more=("reason",)
    ),
    ("names.toml", "asset"): Rule("Tesisler", ("asset",), _assets, more=("facilities",)),
    ("names.toml", "technology"): Rule(
        "Teknoloji", ("figure",), _nothing, more=("minimum", "reason")
    ),
    ("committees.toml", "committee_programme"): Rule(
        "Komisyon, bütün program", ("committee",), _committees
    ),
    ("committees.toml", "committee_goal"): Rule(
        "Komisyon, hedefler",
        ("committee", "goal"),
        _committee_goals,
        _given_twice("committee_goal"),
        hint=_NO_COMMITTEE,
        budget_title="Komisyon, alt programlar",
    ),
    ("committees.toml", "committee_activity"): Rule(
        "Komisyon, faaliyetler",
        ("committee", "activity"),
        _committee_activities,
        _given_twice("committee_activity"),
        hint=_NO_COMMITTEE,
    ),
    ("committees.toml", "committee_indicator"): Rule(
        "Komisyon, göstergeler", ("committee", "indicator"), _nothing, context=("part_name",)
    ),
    ("committees.toml", "committee_unit"): Rule(
        "Komisyon, birimler", ("committee", "unit"), _nothing, _given_twice("committee_unit")
    ),
    ("committees.toml", "left_out_goal"): Rule(
        "Komisyonsuz hedefler",
        ("goal",),
        _nothing,
        _given_twice("left_out_goal"),
        budget_title="Komisyonsuz alt programlar",
    ),
    ("committees.toml", "left_out_activity"): Rule(
        "Komisyonsuz faaliyetler", ("activity",), _nothing, _given_twice("left_out_activity")
    ),
    ("topics.toml", "topic"): Rule("Konular", ("topic",), _nothing),
    ("topics.toml", "topic_activity"): Rule(
        "Konu, faaliyetler",
        ("activity",),
        topic_activities,
        unknown_topic,
        blamed="topic",
        more=("other",),
        context=("part_name",),
        hint=NO_TOPIC,
    ),
    ("topics.toml", "topic_code"): Rule(
        "Konu, ekonomik kodlar", ("code",), _nothing, unknown_topic, blamed="topic"
    ),
    ("topics.toml", "topic_general"): Rule(
        "Konu, genel yönetim",
        ("general",),
        topic_general,
        unknown_topic,
        blamed="topic",
        more=("other",),
        hint=NO_TOPIC,
    ),
    (SUCCESSION, SECTION): Rule("Yıllar arası bağ", (), _nothing, _linked_twice, blamed="relation"),
}
