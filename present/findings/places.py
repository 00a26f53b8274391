"""Where a finding stands, in the visit's language.

The dataset tells places in Turkish, as ``kbb_data.checking`` writes them: our words around the
document's own. In English our words are translated; names that the document prints, and what stands
between quotation marks, stay as they are.
"""

from __future__ import annotations

import re
from functools import lru_cache

from present.kit.text import TURKISH, language

_QUOTED = re.compile("(“[^”]*”)")
_MANY = r"(\d+(?:, \d+)+)"
_SECTION = r"(\d+(?:\.\d+)*)"

#: Private characters around what was translated, and what stands between names.
_OPEN, _CLOSE = "\ue000", "\ue001"
_OURS = re.compile(f"{_OPEN}.*?{_CLOSE}")
_BEFORE, _BEHIND = " ,;:()/", " ,;:(/"

#: Our words and what they are in English, in the order in which they are looked for.
_WORDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), english)
    for pattern, english in (
        (r"Birimin ilk geçtiği satır (\d+)", r"The unit is first named in line \1"),
        (
            r"diğer yazılış tablo 2\.6'da ya da maliyet tablolarında",
            "the other spelling stands in table 2.6 or in cost tables",
        ),
        (r"Bölüm 2\.4'ün giriş cümlesi", "The opening sentence of section 2.4"),
        (r"(\d+) maliyet tablosu satırının toplamı", r"the sum of \1 lines of cost tables"),
        (r"maliyet tablolarının toplamı", "the sum of the cost tables"),
        (
            r"(?<=\) )ile ((?:(?!\) ile ).)+) başlığındaki (\d+) satır",
            # The name of the category is the document's.
            rf"and \2 lines under{_CLOSE} \1{_OPEN}",
        ),
        (r"(\d+)\. performans hedefi tablosu", r"Table of goal \1"),
        (r"(\d+)\. hedef tablosu", r"table of goal \1"),
        (r"(\d+)\. faaliyetin maliyet tablosu", r"cost table of activity \1"),
        (r"(\d+)\. hedef, (\d+)\. gösterge", r"Goal \1, indicator \2"),
        (r"(\d+)\. alt program, (\d+)\. gösterge", r"Sub-programme \1, indicator \2"),
        (r"(\d+)\. alt programın maliyet tablosu", r"table of costs of sub-programme \1"),
        (r"(\d+)\. faaliyetin maliyet satırları", r"rows of activity \1"),
        (r"(\d+)\. faaliyetin açıklaması", r"explanation of activity \1"),
        (r"\bÖdenek cetveli", "Budget schedule"),
        (r"\bödenek cetveli", "budget schedule"),
        (r"(\d{4}) gerçekleşmesi", r"\1 actual"),
        (r"(\d{4}) bütçesi", r"\1 budget"),
        (r"(\d{4}) haziran sonu harcaması", r"spending to the end of June \1"),
        (r"(\d{4}) yıl sonu tahmini", r"year-end estimate of \1"),
        (r"(\d{4}) tahmini", r"\1 estimate"),
        (r"(\d{4}) öngörüsü", r"\1 forecast"),
        (r"(\d+\.\d+) hedefi", r"objective \1"),
        (r"(\d+)\. amaç", r"aim \1"),
        (r"notu ile (\d{4}) hedefi", r"its note and the \1 target"),
        (r"notu ile değerleri", "its note and its values"),
        (r"(\d{4}) ve (\d{4})", r"\1 and \2"),
        (
            r"Dolu ve boş kadro tablosunun toplamı",
            "Total of the table of filled and vacant positions",
        ),
        (r"Norm kadro tablosunun toplamı", "Total of the table of norm positions"),
        (r"Dolu kadro toplamı", "Total of filled positions"),
        (r"Personel tablosu", "Table of staff"),
        (r"personel tablosu", "the table of staff"),
        (r"öğrenim tablosu", "the table of education"),
        (r"Dolu ve boş kadro tablosu", "Table of filled and vacant positions"),
        (r"norm kadro tablosu", "the table of norm positions"),
        (r"bütçe dışı genel toplamı", "off-budget grand total"),
        (r"bütçe genel toplamı", "budget grand total"),
        (r"toplam genel toplamı", "grand total"),
        (r"bütçe dışı toplamı", "off-budget total"),
        (r"bütçe toplamı", "budget total"),
        (r"genel yönetim giderleri toplamı", "general administration total"),
        (r"faaliyet toplamı", "activities total"),
        (
            r"diğer idarelere transfer(?: edilecek kaynaklar)? toplamı",
            "transfers to other administrations total",
        ),
        (r"genel toplam(?:ı)?", "grand total"),
        (r"genel yönetim giderleri", "general administration"),
        (r"diğer idarelere transfer", "transfers to other administrations"),
        (r"(?<=, )döner sermaye", "revolving fund"),
        (r"(?<=, )diğer yurt içi", "other domestic"),
        (r"(?<=, )yurt dışı", "foreign"),
        (r"bütçe dışı payı", "off-budget share"),
        (r"bütçe payı", "budget share"),
        (r"toplam payı", "share of the total"),
        (r"bütçe dışı", "off-budget"),
        (r", bütçe\b", ", budget"),
        (r", toplam\b", ", total"),
        (rf"\bTablo {_SECTION}", r"Table \1"),
        (rf"\btablo {_SECTION}", r"table \1"),
        (rf"\bBölüm {_SECTION}", r"Section \1"),
        (rf"\bbölüm {_SECTION}", r"section \1"),
        (rf"\bSatır {_MANY}", r"Lines \1"),
        (rf"\bsatır {_MANY}", r"lines \1"),
        (r"\bSatır (\d+)", r"Line \1"),
        (r"\bsatır (\d+)", r"line \1"),
        (r" ve başka yerler", " and elsewhere"),
        (r" ile tablolar$", " and the tables"),
        (r"\bekonomik kod (\d+)", r"economic code \1"),
        (r"\bfonksiyonel kod (\d+)", r"functional code \1"),
        (r"\bgelir kodu (\d+)", r"revenue code \1"),
        (r"(\d+)\. faaliyet(?=, )", r"activity \1"),
        (r"ekonomik sınıflandırmanın toplamı", "total of the economic classification"),
        (r"fonksiyonel sınıflandırmanın toplamı", "total of the functional classification"),
        (r"gelirlerin toplamı", "total of revenue"),
        (r"faaliyetlerin toplamı", "total of the activities"),
        (r"\b(\d\d)\.(\d\d)\.(\d{4}) itibarıyla", r"as of \3-\2-\1"),
        (r"başlangıç ödeneği", "initial appropriation"),
        (r"bütçelenen gelir", "budgeted revenue"),
        (r"ek bütçe", "supplementary budget"),
        (r"eklenen ödenek", "appropriation added"),
        (r"düşülen ödenek", "appropriation deducted"),
        (r"iptal edilen ödenek", "appropriation cancelled"),
        (r"devreden ödenek", "appropriation carried over"),
        (r"net ödenek", "net appropriation"),
        (r"(?<=, )harcanan", "spent"),
        (r"tahsil edilen", "collected"),
        (r"kalan sürede beklenen", "expected for the rest"),
        (r"sapma nedeni", "reason of the deviation"),
        (r"(?<=, )oran\b", "rate"),
        (r"(?<=, )hedef$", "target"),
        (r"(?<=, )göstergeler$", "indicators"),
        # Between two places, not within a name that holds the word.
        (rf"(?<=[){_CLOSE}]) ile (?={_OPEN}|$)", " and "),
    )
)


#: A bracket that our words close, such as before a line's number.
_OPENED = re.compile(r" \((?![^()]*\))")


def place(location: str) -> str:
    """A finding's place (``Tablo 2.4 (satır 3704)``) in the visit's language."""
    if language() == TURKISH:
        return location
    text = _english(location).replace(_OPEN, "").replace(_CLOSE, "")
    return text[:1].upper() + text[1:]


def own(location: str) -> tuple[str, ...]:
    """The document's own words in a place as ``place`` gives it; none in Turkish."""
    if language() == TURKISH:
        return ()
    kept: list[str] = []
    for number, text in enumerate(_QUOTED.split(_english(location))):
        pieces = [text.strip("“”")] if number % 2 else _OURS.split(text)
        kept.extend(
            part.lstrip(_BEFORE).rstrip(_BEHIND)
            for piece in pieces
            for part in _OPENED.split(piece)
        )
    return tuple(piece for piece in kept if any(letter.isalpha() for letter in piece))


#: Words of a reading, and the figures in it as Turkish writes them.
_READ = (
    (re.compile(r"\bkapalı alan\b"), "covered area"),
    (re.compile(r"\baçık alan\b"), "open area"),
    (re.compile(r"\badet\b"), "pieces"),
    (re.compile(r"\bkişi\b"), "persons"),
)
_FIGURE = re.compile(r"\d[\d.]*(?:,\d+)?")
_POINTS = str.maketrans(",.", ".,")


def reading(computed: str) -> str:
    """How a line was read (``462 m²; 467 m² açık alan``), in the visit's language."""
    if language() == TURKISH:
        return computed
    text = place(computed)
    for pattern, english in _READ:
        text = pattern.sub(english, text)
    return _FIGURE.sub(lambda figure: figure[0].translate(_POINTS), text)


@lru_cache(maxsize=4096)
def _english(location: str) -> str:
    """The place in English with our words set off."""
    pieces = _QUOTED.split(location)
    return "".join(
        piece if number % 2 else _translated(piece) for number, piece in enumerate(pieces)
    )


def _translated(text: str) -> str:
    for pattern, english in _WORDS:
        text = pattern.sub(f"{_OPEN}{english}{_CLOSE}", text)
    return text
