"""The sheets of the workbook in which a programme is judged: their names, columns and choices.

Turkish, for the municipality's own staff. What writes the workbook (``review``) and what reads it
back (``apply``) both look here, so that one can't have a column that the other doesn't know.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from kbb_data.judging import judgement
from kbb_data.judging.judgement import SUCCESSION
from kbb_data.judging.sections import NOT_CARRIED, RULES
from kbb_data.judging.succession import SECTION
from kbb_data.judging.things import KINDS, Programme
from kbb_data.schema import BY_NAME, PROGRAMME_BUDGET, STRATEGIC_PLAN

#: The sheet that says what to do and whose data these are.
READ_FIRST = "Önce okuyun"
#: Where on it the programme's identity stands, and where the judge writes a name.
IDENTITY, JUDGE = "B3", "B5"

#: What a field of an entry is called.
LABELS = {
    "goal": "Hedef", "indicator": "Gösterge", "activity": "Faaliyet", "aim": "Amaç",
    "programme": "Program",
    "printed": "Belgede yazan", "name": "Belgedeki ad", "category": "Başlık",
    "committee": "Komisyon", "direction": "Yön", "reason": "Gerekçe", "short": "Kısa ad",
    "short_en": "Kısa ad (İngilizce)", "aliases": "Öbür yazılışlar ( | ile)",
    "serves_all": "Kurum içine hizmetse gerekçesi", "district": "İlçe", "kind": "Tür",
    "facilities": "Kaç tesis sayılır", "label": "Konu", "number": "Sayı", "unit": "Ölçü",
    "accumulation": "Yıl içinde birikme", "accumulation_reason": "Birikme gerekçesi",
    "minimum": "En az mı", "part_name": "Hedef adı", "explanation": "Açıklama",
    "level": "Düzey", "relation": "İlişki", "from_year": "Önceki yıl", "from_code": "Önceki kod",
    "topic": "Konu", "other": "Öbür konu", "name_en": "Konunun adı (İngilizce)",
    "purpose": "Ne alır", "purpose_en": "Ne alır (İngilizce)",
    "economic_code": "Ekonomik kod", "line": "Satır",
    "from_name": "Önceki ad", "to_code": "Bu yılki kod", "to_name": "Bu yılki ad",
}  # fmt: skip


#: What a field is called in the workbook of a programme budget, where that is something else.
_BUDGET_LABELS = {"goal": "Alt program", "part_name": "Alt program adı"}

#: The fields that hold codes as words: of an earlier programme, of this one, of the economic
#: classification.
CODES = frozenset({"from_code", "to_code", "economic_code", "line"})

#: The columns before an entry's fields, and after them.
STATUS, LIKENESS, DECISION = "Durum", "Benzerlik", "Karar"
NOTE, KEY = "Not", "Anahtar"

#: What may be decided of a row; a row without a decision is not judged.
TAKE, LEAVE = "al", "alma"

#: What became of last year's entry.
STATES = {
    "exact": "geçen yılki gibi",
    "similar": "adı değişmiş, bakın",
    "unchecked": "metinde aranmadı, bakın",
    "held": "bu haliyle alınamaz",
    "judge": "değerlendirilecek",
    "gone": "artık yazılmıyor",
    "judged": "kararlaştırıldı",
    "paired": "öneri, onaylayın",
}

#: What a note on a row says, by its kind.
NOTES = {
    "unchecked": "Belgenin metni verilmedi; bölüm 1.4'te arayın.",
    "gone": "Artık yazılmıyor: {words}",
    "similar": "Geçen yıl yazan: {words} (benzerlik {score})",
    "alike": "Adları benziyor (benzerlik {score}).",
    "equal": "Adları aynı.",
    "parts": "İki tarafın faaliyet ve göstergelerinden aynı olanlar: {words}.",
    "units": "İkisini de aynı harcama birimleri yürütüyor; aynı düzeyde başka işleri yok.",
    "alone": "Karşılığı görülmedi. Varsa kodunu ve adını yazıp ilişkiyi düzeltin.",
}
#: Why a row can't be taken as it is: of a rate, and of an activity.
HELD_RATE = "“En çok %100” yönü yalnız yüzdeyle ölçülen göstergelere verilir."
HELD_TOPIC = "“Konular” sayfasında böyle bir konu yok."
HELD_TWICE = "Aynı faaliyeti bu komisyona veren ya da komisyonsuz bırakan bir satır daha var."


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: the file and section whose entries it holds, the fields that say what is judged
    (``keys``, locked) and those that are the judgement; ``required`` may not be empty. ``context``
    (locked) is what else the document says of it, ``hint`` the note of a row that awaits a
    judgement. ``form`` is that of the programme to be judged."""

    title: str
    file: str
    section: str
    keys: tuple[str, ...]
    judged: tuple[str, ...]
    required: tuple[str, ...]
    form: str = STRATEGIC_PLAN
    context: tuple[str, ...] = ()
    hint: str = ""

    @property
    def fields(self) -> tuple[str, ...]:
        """All fields of an entry, in the order of the columns."""
        return (*self.keys, *self.judged)

    @property
    def heads(self) -> tuple[str, ...]:
        """The columns' heads, in their order."""
        columns = (*self.keys, *self.context, *self.judged)
        return (STATUS, LIKENESS, *map(self.label, columns), DECISION, NOTE, KEY)

    def label(self, name: str) -> str:
        """What a field is called; by its own name where nobody named it."""
        own = _BUDGET_LABELS if self.form == PROGRAMME_BUDGET else {}
        return own.get(name) or LABELS.get(name, name)


@cache
def sheets(form: str = STRATEGIC_PLAN) -> tuple[Sheet, ...]:
    """Every sheet of what to judge in a programme of ``form``, in the order of the judged files and
    their sections."""
    made = []
    for (file, section), required in judgement.sections().items():
        if (file, section) in NOT_CARRIED:
            continue
        rule = RULES[file, section]
        if rule.form not in ("", form):
            continue
        keys = {name for kind in rule.kinds for name in (*KINDS[kind].place, KINDS[kind].field)}
        fields = (*required, *rule.more)
        made.append(
            Sheet(
                (rule.budget_title if form == PROGRAMME_BUDGET else "") or rule.title,
                file,
                section,
                tuple(name for name in required if name in keys),
                tuple(name for name in fields if name not in keys),
                required,
                form,
                rule.context,
                rule.hint,
            )
        )
    return tuple(made)


@cache
def succession_sheet(form: str = STRATEGIC_PLAN) -> Sheet:
    """The sheet of what became of the earlier programme's things, for a programme of ``form``."""
    sides = ("from_code", "from_name", "to_code", "to_name")
    return Sheet(
        RULES[SUCCESSION, SECTION].title,
        SUCCESSION,
        SECTION,
        ("level", "from_year", *sides),
        ("relation", "reason"),
        judgement.sections()[SUCCESSION, SECTION],
        form,
    )


def choices(field: str, programme: Programme) -> dict[str, Any]:
    """The values that a field may have, by what they are called; empty for one of free words."""
    if field in _CODES:
        return {name: code for code, name in named(*_CODES[field], programme.form).items()}
    if field == "minimum":
        return {"evet": True, "hayır": False}
    if field in _NAMES:
        return {row[field]: row[field] for row in programme.tables[_NAMES[field]] if row[field]}
    return {}


#: The columns whose codes a field's values are, and the tables that hold a field's names.
_CODES = {
    "direction": ("indicators", "direction"), "accumulation": ("indicators", "accumulation"),
    "kind": ("assets", "kind"),
    "level": ("succession", "level"), "relation": ("succession", "relation"),
}  # fmt: skip
_NAMES = {"committee": "committees", "district": "council_members"}


@cache
def named(table: str, column: str, form: str = STRATEGIC_PLAN) -> dict[str, str]:
    """What the codes of a column are called in a programme of ``form``, by code."""
    return {code.code: code.tr for code in BY_NAME[table].in_form(form).column(column).codes}


def shown(field: str, value: Any, programme: Programme) -> Any:
    """A field's value as the sheet writes it: a choice by its name, a list with bars."""
    if isinstance(value, list):
        return " | ".join(str(part) for part in value)
    names = {code: name for name, code in choices(field, programme).items()}
    return names.get(value, value)
