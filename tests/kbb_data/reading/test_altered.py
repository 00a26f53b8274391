"""Altered programmes are read as the sound one or refused with line, cell and mend.

What an altered text means is written beside the alteration: nothing in between is let pass.
"""

from __future__ import annotations

import re

import pytest

from kbb_data.reading.programme import read
from tests.kbb_data.reading.alterations import (
    SMALL,
    Alteration,
    altered,
    cut,
    double_line,
    drop_cell,
    drop_line,
    everywhere,
    insert,
    of,
    refused,
    replace,
    shift,
    swap_cells,
)

HEAD = "ÇAMLIOVA BÜYÜKŞEHİR BELEDİYESİ 2027 YILI PERFORMANS PROGRAMI"
NAME = "ÇAMLIOVA BÜYÜKŞEHİR BELEDİYESİ"

#: Rows of the small programme, from their beginning.
PLAN = "1\tYenilenen plan"
TERM = "2\tPlan taleplerinin"
ROAD = "1\tYenilenen yol"
BRIDGES = "2\tOnarılan köprü"
REVISION = "1\tRevizyon planları"
AMENDMENT = "2\tPlan tadilatı"
BRIDGE = "1\tKöprü yapım"
READERS = "1\tOkur sayısı"
BOOKS = "1\tKitap alım"
STATION = "Merkez İtfaiye Binası"
EDUCATED = "Memur\t-"
#: The mend of a row with a cell that is missing.
EMPTY = "leave a cell that states nothing empty"
IN_24 = "\t1\tRevizyon"
IN_25 = "\t03\t"
IN_26 = "P.H.2:"
YEARS_1 = "\t\t2025 Gerçekleşen"
YEARS_2 = "Performans Göstergeleri\t\t\t2025"
YEARS_3 = "\tPerformans Göstergeleri\t\t2025"


def strip_tabs(lines: list[str]) -> list[int]:
    lines[:] = [line.rstrip() for line in lines]
    return []


def paged(lines: list[str]) -> list[int]:
    """A number and a running head between the lines, every nine lines of the body."""
    start = next(n for n, line in enumerate(lines) if line.startswith("1.GENEL"))
    body: list[str] = []
    for n, line in enumerate(lines[start:]):
        body += [HEAD, str(n // 9 + 1), line] if n % 9 == 8 else [line]
    lines[start:] = body
    return []


def unknown_heads(lines: list[str]) -> list[int]:
    """A running head that nobody knows beside each page's number, thrice within notes."""
    for page, name in enumerate((TERM, BRIDGES, READERS), start=31):
        at = next(n for n, line in enumerate(lines) if line.startswith(name))
        lines[at + 2 : at + 2] = [str(page), "Strateji Geliştirme Müdürlüğü"]
    return []


def unknown_head_in_rows(lines: list[str]) -> list[int]:
    """The same without numbers, once right below a row of figures."""
    for name, below in ((TERM, 2), (BRIDGES, 2), (BOOKS, 1)):
        at = next(n for n, line in enumerate(lines) if line.startswith(name))
        lines.insert(at + below, "Strateji Geliştirme Müdürlüğü")
    return []


def shift_all(section: str, until: str) -> Alteration:
    """An empty column before each table's line of a section, head and rows alike."""

    def alter(lines: list[str]) -> list[int]:
        start = max(n for n, line in enumerate(lines) if line.startswith(section))
        end = max(n for n, line in enumerate(lines) if line.startswith(until))
        for n in range(start, end):
            if "\t" in lines[n]:
                lines[n] = "\t" + lines[n]
        return []

    return alter


#: What changes nothing of what the programme says.
HARMLESS: dict[str, tuple[Alteration, ...]] = {
    "head and number after a goal's Açıklamalar": (insert(r"Açıklamalar:\t", HEAD, "57"),),
    "head and number after an indicator's Açıklamalar": (
        insert(r"Açıklamalar:\t", HEAD, "57", nth=1),
    ),
    "head and number below an indicator": (insert(PLAN, HEAD, "57"),),
    "head and number between activities": (insert(REVISION, "57", HEAD),),
    "head and number in a cost table's note": (insert(r"<i>Açıklamalar", "57", HEAD),),
    "head and number among economic codes": (insert(r"03\t", "57", HEAD),),
    "head with the number beside it": (insert(r"Açıklamalar:\t", f"{HEAD} 57"),),
    "head with the number before it": (insert(r"Açıklamalar:\t", f"57 | {HEAD}"),),
    "head in cells": (insert(r"Açıklamalar:\t", "\t".join((*HEAD.split(" 2027"), "57"))),),
    "head in small letters": (
        insert(r"Açıklamalar:\t", "Çamlıova Büyükşehir Belediyesi"),
        insert(r"Açıklamalar:\t", "2027 Yılı Performans Programı"),
    ),
    "head of the name alone": (insert(r"Açıklamalar:\t", NAME),),
    "head of the title alone": (insert(r"Açıklamalar:\t", "2027 PERFORMANS PROGRAMI"),),
    "number between dashes": (insert(r"Açıklamalar:\t", "- 57 -"),),
    "number with its word": (insert(r"Açıklamalar:\t", "Sayfa 57 / 120"),),
    "head in the officers' list": (insert("Divan Asıl", "3", HEAD),),
    "name alone in the officers' list": (insert("Divan Asıl", NAME),),
    "head above an aim": (insert("ŞEHİRCİLİK HİZMETLERİ", NAME, "6", HEAD, above=True),),
    "head in table 1.3": (insert("Ana Bina", HEAD, "4"),),
    "head in the staff by education": (insert(EDUCATED, "5", HEAD),),
    "head in table 2.4": (insert(IN_24, HEAD, "12"),),
    "head in table 2.5": (insert(IN_25, HEAD, "13"),),
    "head in table 2.6": (insert("P.H.1:", HEAD, "14"),),
    "name alone in table 2.6": (insert("P.H.1:", NAME),),
    "a section's heading on the next page": (
        insert(TERM, "2.3. Performans Hedef ve Göstergeleri ile Faaliyetler"),
    ),
    "a part's heading on the next page": (insert(TERM, "2.PERFORMANS BİLGİLERİ"),),
    "head and number on every page": (paged,),
    "a head that nobody knows beside the numbers": (unknown_heads,),
    "a head that nobody knows between rows": (unknown_head_in_rows,),
    "an indicator's name over two lines": (
        replace(PLAN, r" plan \(yıl/ha\)", ""),
        insert(PLAN[:11], "\tplan (yıl/ha)\t\t\t"),
    ),
    "an indicator's name over three lines": (
        replace(PLAN, r" plan \(yıl/ha\)", ""),
        insert(PLAN[:11], "\tplan\t\t\t", "\t(yıl/ha)\t\t\t"),
    ),
    "an indicator's figures beside the name's rest": (
        replace(TERM, " sonuç.*", "\\t\\t\\t"),
        insert(TERM, "\tsonuçlanma süresi (gün)\t7\t6,5\t6"),
    ),
    "an activity's amounts beside the name's rest": (
        replace(BRIDGE, " faaliyeti.*", "\\t\\t\\t\\t"),
        insert(BRIDGE, "\tfaaliyeti\t\t30.000.000,00\t5.000.000,00\t35.000.000,00"),
    ),
    "a row of table 2.4 with its figures beside the name's rest": (
        replace(IN_24, " faaliyeti.*", "\\t\\t\\t\\t\\t\\t"),
        insert(IN_24, "\t\tfaaliyeti\t7.632.000,00\t13,88\t0,00\t0,00\t7.632.000,00\t12,72"),
    ),
    "an indicator's row torn within the name": (replace(TERM, " sonuç", "\nsonuç"),),
    "an activity's name over two lines": (
        replace(AMENDMENT, " faaliyeti", ""),
        insert(AMENDMENT, "\tfaaliyeti\t\t\t"),
    ),
    "an activity's row torn within the name": (replace(BRIDGE, " faaliyeti", "\nfaaliyeti"),),
    "a cost table's activity over two lines": (
        replace("Faaliyet Adı:\t\tKöprü", " faaliyeti", ""),
        insert("Faaliyet Adı:\t\tKöprü", "\t\tfaaliyeti\t"),
    ),
    "a cost table's activity torn": (replace("Faaliyet Adı:\tRev", " faaliyeti", "\nfaaliyeti"),),
    "a unit over two lines": (
        replace("Sorumlu.*Fen", " Daire Başkanlığı", ""),
        insert("Sorumlu.*Fen", "\t\tDaire Başkanlığı\t"),
    ),
    "a goal's statement over two lines": (
        replace(r"Performans Hedefi \(2\)", " artırmak.", ""),
        insert(r"Performans Hedefi \(2\)", "\t\tartırmak.\t\t\t"),
    ),
    "a name over two lines in table 2.4": (
        replace(IN_24, " faaliyeti", ""),
        insert(IN_24, "\t\tfaaliyeti\t\t\t\t\t\t"),
    ),
    "a row torn within the name in table 2.4": (replace(IN_24, " planları", "\nplanları"),),
    "a name over two lines in table 2.6": (
        replace(IN_26, "Köprü yapım faaliyeti", "Köprü"),
        insert(IN_26, "\t\tyapım faaliyeti\t"),
    ),
    "a code's name over two lines": (
        replace("03\t", " Alım Giderleri", ""), insert("03\t", "\tAlım Giderleri\t"),
    ),
    "a name over two lines in table 2.5": (
        replace(IN_25, " Alım Giderleri", ""), insert(IN_25, "\t\tAlım Giderleri\t\t\t\t"),
    ),
    "the years on the next page": (
        insert(TERM, "\t\t2025 Gerçekleşen\t2026 Tahmin\t2027 Hedef", nth=0),
    ),
    "the amounts' head on the next page": (
        insert(REVISION, "Faaliyetler\t\tKaynak İhtiyacı 2027 (₺)\t\t",
               "\t\tBütçe\tBütçe Dışı\tToplam"),
    ),
    "the codes' head on the next page": (insert("03\t", "Ekonomik Kod\t2027 (₺)\t"),),
    "trailing spaces": (everywhere(r"$", "  "),),
    "trailing white space taken off": (strip_tabs,),
    "lines of another system": (everywhere(r"$", "\r"),),
    "spaces that don't break": (everywhere(r"(?<=\S) (?=\S)", "\u00a0"),),
    "soft hyphens": (everywhere(r"faaliyeti", "faali\u00adyeti"),),
    "blank lines in tables": (everywhere(r"^((?:\d|\t).*\t.*)$", r"\1\n\n"),),
    "a mark of byte order": (replace("", "^", "\ufeff"),),
    "more empty columns at the end": (everywhere(r"\t(.*)$", r"\t\1\t\t"),),
    "an empty column before table 1.3": (shift_all("1.3.", "1.4."),),
    "an empty column before the staff": (shift_all("1.5.", "2.PERF"),),
    "an empty column before table 2.4": (shift_all("2.4.", "2.5."),),
    "an empty column before table 2.5": (shift_all("2.5.", "2.6."),),
    "an empty column before table 2.6": (shift_all("2.6.", "Ova Caddesi"),),
    "TL for its sign": (everywhere("₺", "TL"),),
    "amounts without decimals": (everywhere(r"(\.\d{3}),00(?=\t|$)", r"\1"),),
    "empty cells for dashes among the staff": (everywhere(r"^(Memur|İşçi)(.*)\t-\t", r"\1\2\t\t"),),
}  # fmt: skip


@pytest.mark.parametrize("name", HARMLESS)
def test_what_alters_nothing_is_read_as_the_sound_text(name: str) -> None:
    text, _ = altered(SMALL, *HARMLESS[name])
    assert of(text) == of(SMALL)


@pytest.mark.parametrize("name", [name for name in HARMLESS if "head and number" in name])
def test_heads_and_numbers_are_passed_over_by_name(name: str) -> None:
    text, _ = altered(SMALL, *HARMLESS[name])
    reasons = {entry.text: entry.reason for entry in read(text.encode("utf-8")).passed}
    assert reasons[HEAD] == "page head"
    assert "page number" in reasons.values()


#: The place (a pattern at its beginning) and the mend or the cell that a refusal names.
Refusal = tuple[tuple[Alteration, ...], str, str]

REFUSED: dict[str, Refusal] = {
    # Cells that are missing
    "a cell of an indicator": ((drop_cell(PLAN, 2),), "table of goal 1", "cell"),
    "a cell of an indicator without more columns": (
        (drop_cell(TERM, 3),), "table of goal 1", EMPTY,
    ),
    "an empty cell of an activity": (
        (drop_cell(AMENDMENT, 3),), "table of goal 1", EMPTY,
    ),
    "a cell of an activity": (
        (drop_cell(BOOKS, 3),), "table of goal 3", EMPTY,
    ),
    "a cell of a goal's total": (
        (drop_cell("Genel Toplam", 1),), "table of goal 1", EMPTY,
    ),
    "a code's name": ((drop_cell("03\t", 1),), "cost table 1 of goal 1", "code, name and amount"),
    "a code's amount": ((drop_cell("06\t", 2),), "cost table 1 of goal 1", "code, name and amount"),
    "a code": ((drop_cell("06\t", 0),), "cost table 1 of goal 1", "an economic code"),
    "an off-budget source's amount": (
        (drop_cell("\tYurt Dışı", 2),), "cost table 1 of goal 1", "an amount beside",
    ),
    "a place in table 1.3": (
        (drop_cell(STATION, 1),), "table 1.3", EMPTY,
    ),
    "a size in table 1.3": (
        (drop_cell(STATION, 2),), "table 1.3", EMPTY,
    ),
    "an empty place in table 1.3": (
        (drop_cell("Arazöz", 1),), "table 1.3", EMPTY,
    ),
    "a place in table 1.3 of a text without trailing tabs": (
        (strip_tabs, drop_cell("Ana Bina", 1)), "table 1.3", EMPTY,
    ),
    "a figure of the staff": (
        (drop_cell("İşçi\t10", 2, nth=1),), "section 1.5", EMPTY,
    ),
    "a figure of the staff by education": (
        (drop_cell(EDUCATED, 2),), "section 1.5", EMPTY,
    ),
    "all figures of a row of staff": (
        (replace(EDUCATED, r"Memur.*", "Memur\t\t\t\t\t"),), "section 1.5", "a figure",
    ),
    "a title among the norm staff": ((drop_cell("2\tUzman", 1),), "norm staff", "number, title"),
    "a member's role": (
        (drop_cell("İlhan IRMAK", 1),), "section 1.2", EMPTY,
    ),
    "a committee's seat": (
        (drop_cell("Üye: Can DERE\t", 0),), "committees", EMPTY,
    ),
    "a share of table 2.4": (
        (drop_cell(IN_24, 4),), "table 2.4", EMPTY,
    ),
    "an activity's name in table 2.4": (
        (drop_cell(IN_24, 2),), "table 2.4", EMPTY,
    ),
    "an amount of table 2.5": (
        (drop_cell(IN_25, 3),), "table 2.5", EMPTY,
    ),
    "an activity in table 2.6": ((drop_cell(IN_26, 2),), "table 2.6", "goal, its statement"),
    "an empty cell in table 2.6": (
        (drop_cell(r"\t\tOkuma", 0),), "table 2.6", "an activity below its goal",
    ),
    # Units
    "two units in a row": (
        (replace(IN_26, "Fen İşler", "Zabıta Daire Başkanlığı Fen İşler"),),
        "table 2.6", "one responsible unit",
    ),
    "two units that share a noun": (
        (replace(IN_26, "Fen İşler", "Kültür ve Sosyal İşler ve İmar ve Şehircilik"),),
        "table 2.6", "one responsible unit",
    ),
    "two units in the plural": (
        (replace(IN_26, "Fen İşler Daire Başkanlığı", "Fen İşler ve Zabıta Daire Başkanlıkları"),),
        "table 2.6", "one responsible unit",
    ),
    # Rows and figures
    "an indicator's row twice": ((double_line(TERM),), "table of goal 1", "each number once"),
    "an activity's row twice": ((double_line(BOOKS),), "table of goal 3", "each number once"),
    "a row of table 2.4 twice": ((double_line(IN_24),), "table 2.4", "once, not 1 again"),
    "a row of table 2.5 twice": ((double_line(IN_25),), "table 2.5", "once"),
    "a code twice": ((double_line("06\t"),), "cost table 1 of goal 1", "once, not 06 again"),
    "a letter for a nought": (
        (replace(REVISION, "0,00$", "0,0O"),), "table of goal 1", "7.632.000,0O",
    ),
    "a letter for a nought in table 2.4": (
        (replace(IN_24, r"7\.632\.000", "7.632.OOO"),), "table 2.4", "'7.632.OOO,00'",
    ),
    "a letter for a one among the staff": (
        (replace("İşçi\t10", "10", "l0", nth=2),), "staff by status", "'l0'",
    ),
    "name and amount exchanged": (
        (swap_cells("03\t", 1, 2),), "cost table 1 of goal 1", "'Mal ve Hizmet Alım Giderleri'",
    ),
    "a lone number among cells": (
        (insert(r"Açıklamalar:\t", "57\t\t\t\t", nth=1),), "table of goal 1", "number, name",
    ),
    "a name's rest in no column of names": (
        (insert(TERM, "\t\tkalan sözler\t\t"),), "table of goal 1", "the name's column",
    ),
    "a page's number that falls": (
        (insert(TERM, "57"), insert(BRIDGES, "58"), insert(BOOKS, "12")),
        "section 2.3", "numbers that rise",
    ),
    "a text line in table 2.6": (
        (insert("P.H.1:", "Bir satır metin"),), "table 2.6", "an activity below its goal",
    ),
    "the beginning of a name above its row": (
        (insert(TERM, "\tÖzel sözler\t\t\t", above=True),), "table of goal 1", "the name's column",
    ),
    "a cell in no column of a note": (
        (insert("Açıklamalar: Kış", "\t\tkalan sözler"),), "cost table 1 of goal 2", "a label",
    ),
    "a lone number in table 1.3": ((insert("Ana Bina", "57\t\t\t"),), "table 1.3", "with place"),
    "the rest of a name in table 1.3": (
        (insert("Ana Bina", "Binası\t\t\t"),), "table 1.3", "with place",
    ),
    "a lone number among the staff": (
        (insert(EDUCATED, "\t\t57\t\t\t"),), "section 1.5", "a label and a figure",
    ),
    "a member who lost the other cells": (
        (replace("Can DERE", r"\tI.*", "\t\t"),), "section 1.2", "a row of staff, council",
    ),
    "the head of another table": (
        (insert(TERM, "S.NO\tUNVAN\tADET\t\t"),), "table of goal 1", "number, name and figures",
    ),
    "a target that is empty": (
        (replace(TERM, r"\t6$", "\t"),), "table of goal 1", "a dash",
    ),
    # Heads
    "the years one tab to the right": ((shift(YEARS_1),), "table of goal 1", "above the figures"),
    "the years one tab to the left": (
        (shift(YEARS_1, -1),), "table of goal 1", "above the figures",
    ),
    "the years two tabs to the right": (
        (shift(YEARS_2, 2),), "table of goal 2", "above the figures",
    ),
    "the amounts' head one tab to the right": (
        (shift(r"\t\tBütçe\t"),), "table of goal 1", "above the figures",
    ),
    "the head of table 1.3 to the right": ((shift("Türü"),), "table 1.3", "above"),
    "the head of table 2.5 to the right": (
        (shift("Bütçe Kaynak"),), "table 2.5", "above the figures",
    ),
    "the head of table 2.6 to the right": ((shift("PERFORMANS HEDEFİ\t"),), "table 2.6", "above"),
    "the head of table 2.4 to the right": (
        (shift("Performans Hedefi\t"),), "table 2.4", "above",
    ),
    "a year twice": ((replace(YEARS_1, "2026 Tahmin", "2025 Gerçekleşen"),), "table of goal 1",
        "'2026 Tahmin'"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_alters_the_meaning_is_refused_in_one_line(name: str) -> None:
    alterations, table, mend = REFUSED[name]
    text, damaged = altered(SMALL, *alterations)
    problems = refused(text)
    assert len(problems) == 1, [str(problem) for problem in problems]
    assert re.match(table, problems[0].place)
    assert problems[0].line in damaged
    assert mend in str(problems[0])


#: Damage without a line of its own: the messages, each a pattern at its place.
LACKING: dict[str, tuple[Alteration, str]] = {
    "an indicator's row": (drop_line(PLAN), "table of goal 1: expected indicator 1"),
    "an activity's row": (drop_line(REVISION), "table of goal 1: expected activity 1"),
    "the years": (drop_line(YEARS_1), "table of goal 1: expected .*'2025 Gerçekleşen'"),
    "the amounts' head": (drop_line(r"\t\tBütçe\t"), "table of goal 1: expected .*Bütçe Dışı"),
    "the heading Faaliyetler": (drop_line("Faaliyetler"), "table of goal 1: .*'Faaliyetler'"),
    "the codes' head": (drop_line("Ekonomik Kod"), "cost table 1 of goal 1: .*Ekonomik Kod"),
    "the head of table 1.3": (drop_line("Türü"), "table 1.3: expected .*Türü"),
    "the head of table 2.5": (drop_line("Bütçe Kaynak"), "table 2.5: expected .*Ekonomik Kod"),
    "the heading of a goal's table": (
        drop_line("PERFORMANS HEDEFİ TABLOSU"), "section 2.3: expected 'PERFORMANS HEDEFİ TABLOSU'",
    ),
    "the heading of a goal's table after others": (
        drop_line("PERFORMANS HEDEFİ TABLOSU", 1),
        "section 2.3: expected 'PERFORMANS HEDEFİ TABLOSU'",
    ),
    "the heading of a cost table": (
        drop_line("FAALİYET MALİYET TABLOSU", 1), "section 2.3: expected .*'FAALİYET MALİYET",
    ),
    "the heading of section 2.4": (drop_line(r"2\.4\. İ", 1), "section 2.4: expected the heading"),
    "the heading of section 2.2.2": (drop_line(r"2\.2\.2", 1), "section 2.2.2: .* heading"),
    "the heading of section 1.4": (drop_line(r"1\.4"), "table 1.3: expected .*1.4. Bilgi"),
    "the heading of section 2.1": (drop_line(r"2\.1"), "^$"),
    "a row of table 2.4": (drop_line(IN_24), "table 2.4: expected goal 1"),
    "a row of table 2.5": (drop_line(IN_25), "table 2.5: expected a line for '03'"),
    "a row of table 2.6": (drop_line(IN_26), "table 2.6: expected a line for goal 2"),
    "the end within section 2.3": (cut(YEARS_3), "section 2.4: expected the heading"),
    "the end within table 2.4": (cut("3\t\tOkuru"), "section 2.5: expected the heading"),
    "the end within table 2.6": (cut("P.H.3"), "table 2.6: expected a line for goal 3"),
}  # fmt: skip


@pytest.mark.parametrize("name", LACKING)
def test_what_is_lacking_is_one_cause_in_a_handful_of_lines(name: str) -> None:
    alteration, expected = LACKING[name]
    text, _ = altered(SMALL, alteration)
    if expected == "^$":
        assert of(text) == of(SMALL)
        return
    problems = [str(problem) for problem in refused(text)]
    assert re.search(expected, "\n".join(problems)), problems
    assert len(problems) <= 3, problems
