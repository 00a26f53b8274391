"""The sections of the statutory form, known by the words of their titles.

Bodies number them as they like (``1.2.``, ``B-``, ``II/B``, ``3.1``, ``Tablo 4:``) or not at all.
Everything that reads a section knows it by the number that the form gives it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kbb_data.reading.wording import close
from kbb_data.turkish import fold, squeeze

#: The sections that tables are read from, with the form's titles.
SECTIONS = {
    "1.1": "Yetki, Görev ve Sorumluluklar",
    "1.2": "Teşkilat Yapısı",
    "1.3": "Fiziksel Kaynaklar",
    "1.4": "Bilgi ve Teknolojik Kaynaklar",
    "1.5": "İnsan Kaynakları",
    "2.1": "Temel Politika ve Öncelikler",
    "2.2": "Amaç ve Hedefler",
    "2.3": "Performans Hedef ve Göstergeleri ile Faaliyetler",
    "2.4": "İdare Performans Tablosu",
    "2.5": "Toplam Kaynak İhtiyacı Tablosu",
    "2.6": "Faaliyetlerden Sorumlu Harcama Birimlerine İlişkin Tablo",
}
#: Without the totals over all goals (2.4, 2.5) nothing shows that a text is whole.
REQUIRED_SECTIONS = ("2.2", "2.3", "2.4", "2.5")
#: What some bodies do not print: a council, buildings and vehicles, staff, responsible units.
OPTIONAL_SECTIONS = ("1.2", "1.3", "1.5", "2.6")

#: Sections whose every non-blank line must be taken up or passed over with a reason.
ACCOUNTED_SECTIONS = ("1.2", "1.3", "1.5", "2.2", "2.3", "2.4", "2.5", "2.6")

#: The form's parts, and what stands beside its sections and ends them.
_PARTS = {"1": "Genel Bilgiler", "2": "Performans Bilgileri", "1.6": "Diğer Hususlar"}
#: Other wordings of the titles, folded.
_WORDINGS = {
    "1.1": r"(?:yetki,? )?gorev\w*,?(?: yetki)? ve sorumluluk\w*",
    "1.2": r"(?:orgut|organizasyon|teskilat) (?:yapisi|semasi)",
    "1.3": r"fiziksel (?:kaynaklar|yapi|durum)",
    "1.4": r"(?:bilgi|bilisim) (?:ve teknoloji\w*|teknolojileri?) kaynak\w*|teknolojik kaynaklar",
    "1.5": r"(?:insan|personel) kaynaklari",
    "2.1": r"temel politika\w* ve oncelik\w*",
    "2.2": r"(?:stratejik )?amac\w* ve hedefler\w*",
    "2.3": r"performans hedef\w*(?:,| ve) gosterge\w*(?:,? (?:ve|ile) faaliyet\w*)?",
    "2.4": r"(?:idare\w* )?performans tablosu",
    "2.5": r"(?:idare\w* )?toplam kaynak ihtiyaci(?: tablosu)?",
    "2.6": r"faaliyet\w* sorumlu (?:harcama )?birim\w*(?: (?:iliskin )?tablo\w*)?",
}
#: The parts of section 2.2, folded.
_PLAN = {
    "2.2.1": re.compile(r"misyon,? vizyon.*"),
    "2.2.2": re.compile(r".*\bstratejik amac\w* ve hedefler\w*"),
}
_ORDINAL = r"(?:\d{1,2}|[IVX]{1,4}|[A-ZÇĞİÖŞÜ])"
_HEADING = re.compile(
    rf"(?:((?:(?:Tablo|TABLO|Ek|EK)\s*[-:]?\s*)?{_ORDINAL}(?:\s?[.\-–/]\s?{_ORDINAL}){{0,3}})"
    r"(?:\s*[.\-–—):]+\s*|\s+))?([^\W\d_].*|\d{4} .*)"
)
_JOINT = r"\s?[.\-–/]?\s?"
#: The longest title of a section, in letters.
_LONGEST = 120
#: A dot leader of a list of contents.
_LEADER = re.compile(r"\.{4}|…")
#: The order of the form; sections of one group may stand in any order among themselves.
_GROUPS = (("1.1", "1.2", "1.3", "1.4", "1.5"), ("2.1",), ("2.2",), ("2.3",), ("2.4", "2.5", "2.6"))


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's heading: the form's number of the section, the number as printed (empty without
    one) and the title."""

    section: str
    printed: str
    title: str


def within(section: str, other: str) -> bool:
    """Whether ``section`` is ``other`` or one of its subsections."""
    return section == other or section.startswith(other + ".")


def section_titled(text: str) -> tuple[str, str, str]:
    """The section that a heading's words name, the printed number before them and the title; the
    section is empty where the words are no section's title."""
    match = _HEADING.fullmatch(squeeze(text))
    if not match or len(match[2]) > _LONGEST:
        return "", "", ""
    number, title = match[1] or "", match[2]
    words = fold(title).rstrip(": ")
    for section, name in (*SECTIONS.items(), *_PARTS.items()):
        if close(title, name) or re.fullmatch(_WORDINGS.get(section, r"(?!)"), words):
            return section, number, title
    return "", number, title


def headings(rows: Sequence[str]) -> dict[int, Heading]:
    """The headings among a text's lines by their place.

    A section that has headings with the form's own number has no others; one that is numbered
    otherwise has those of one number, the first that looks like most sections' numbers; only one
    that is numbered nowhere is opened by its bare title. Lines with tabs or a leader of dots (a
    list of contents) are none.
    """
    named: dict[str, dict[str, list[int]]] = {}
    titled: dict[int, Heading] = {}
    for place, raw in enumerate(rows):
        if "\t" in raw.strip() or _LEADER.search(raw):
            continue
        section, printed, title = section_titled(raw)
        if section and (printed or _may_stand_bare(section, title)):
            named.setdefault(section, {}).setdefault(_plain(printed), []).append(place)
            titled[place] = Heading(section, printed, title)
    chosen: dict[int, Heading] = {}
    looks = Counter(look for numbers in named.values() for look in {_look(n) for n in numbers if n})
    for section, numbers in named.items():
        usual = sorted((n for n in numbers if n), key=lambda n: -looks[_look(n)])
        own = section if section in numbers else next(iter(usual), "")
        chosen |= {place: titled[place] for place in numbers[own]}
    return dict(sorted((chosen | _parts(rows, chosen)).items()))


def _may_stand_bare(section: str, title: str) -> bool:
    """Whether a title without a number opens a section; one that is a label of a table doesn't."""
    return close(title, {**SECTIONS, **_PARTS}[section]) and section != "1.6"


def _look(number: str) -> str:
    """How a number looks, whatever it counts: ``B.1`` as ``A.0``."""
    return re.sub(r"\d+", "0", re.sub(r"[^\W\d_]+", "A", number))


def _plain(printed: str) -> str:
    return re.sub(r"\s", "", printed).rstrip(".")


def _parts(rows: Sequence[str], chosen: dict[int, Heading]) -> dict[int, Heading]:
    """The headings of the parts of sections 2.2 and 2.3: numbered below their section, or, where
    that isn't numbered as the form has it, known by their words."""
    found: dict[int, Heading] = {}
    opened: Heading | None = None
    for place, raw in enumerate(rows):
        heading = chosen.get(place)
        # A part's heading printed anew within a section is a page's head.
        if heading and not (opened and within(opened.section, heading.section)):
            opened = heading
        if opened is None or opened.section not in ("2.2", "2.3") or place in chosen:
            continue
        text = squeeze(raw)
        if "\t" in raw.strip() or _LEADER.search(raw) or not text:
            continue
        is_own = _plain(opened.printed) == opened.section
        if part := _numbered_part(text, opened):
            found[place] = part
        elif opened.section == "2.2" and not is_own and len(text) <= _LONGEST:
            named = next((name for name, words in _PLAN.items() if words.fullmatch(fold(text))), "")
            if named:
                found[place] = Heading(named, "", text)
    return found


def _numbered_part(text: str, opened: Heading) -> Heading | None:
    if not opened.printed:
        return None
    parts = [re.escape(part) for part in re.split(r"\s?[.\-–/]\s?", opened.printed)]
    pattern = rf"({_JOINT.join(parts)}{_JOINT}(\d{{1,2}}))[.\-–):]?\s*([^\W\d_].*|\d{{4}} .*)"
    match = re.fullmatch(pattern, text)
    if not match:
        return None
    section = f"{opened.section}.{int(match[2])}"
    if opened.section == "2.2":
        named = (part for part, words in _PLAN.items() if words.fullmatch(fold(match[3])))
        section = next(named, section)
    return Heading(section, match[1], match[3])


def in_order(places: dict[str, int]) -> tuple[list[str], list[str]]:
    """The sections in the form's order and in that of their ``places``, as far as they differ: both
    are equal where only sections of one group are exchanged."""
    order = [name for group in _GROUPS for name in sorted(group) if name in places]
    group = {name: number for number, names in enumerate(_GROUPS) for name in names}
    stand = sorted(order, key=lambda name: places[name])
    return order, order if stand == sorted(stand, key=lambda name: group[name]) else stand


def contents(first: str) -> Iterator[str]:
    """The section that a line of a list of contents names, by its first cell; at most one."""
    section, _, _ = section_titled(re.sub(r"[ .…]*\d*[ .…]*$", "", first))
    if section:
        yield section
