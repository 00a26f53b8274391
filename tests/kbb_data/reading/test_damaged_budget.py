"""Damaged programme budgets are refused, each cause with its line; nothing is read in silence."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from kbb_data.problems import Unreadable
from kbb_data.reading.programme import read
from tests.support.datasets import BUDGET_CODES_TEXT, BUDGET_TEXT

FUNDS = BUDGET_TEXT.read_text(encoding="utf-8")
CODES = BUDGET_CODES_TEXT.read_text(encoding="utf-8")

#: Changes a text; gives it with the number of the line that must be named.
Damage = Callable[[str], tuple[str, int]]


def once(pattern: str, replacement: str, nth: int = 0, line: int = 0) -> Damage:
    """Replaces the nth match of a pattern; the damage is ``line`` lines below where it began."""

    def damage(text: str) -> tuple[str, int]:
        match = list(re.finditer(pattern, text, re.MULTILINE))[nth]
        number = text.count("\n", 0, match.start()) + 1 + line
        return text[: match.start()] + match.expand(replacement) + text[match.end() :], number

    return damage


def named(pattern: str, damage: Damage) -> Damage:
    """The damage, to be named at the first line that fits a pattern instead."""

    def found(text: str) -> tuple[str, int]:
        altered, _ = damage(text)
        match = re.search(pattern, altered, re.MULTILINE)
        assert match
        return altered, altered.count("\n", 0, match.start()) + 1

    return found


def cut(pattern: str, nth: int = 0) -> Damage:
    """Cuts the text behind the nth match of a pattern."""

    def damage(text: str) -> tuple[str, int]:
        match = list(re.finditer(pattern, text, re.MULTILINE))[nth]
        return text[: match.end()], 0

    return damage


ROW = r"^Asfalt ve yol yapımı\tBütçe İçi\t"
COSTS = "costs of sub-programme 2"

DAMAGES: dict[str, tuple[str, Damage, str]] = {
    "an activity's total missing": (
        FUNDS, named(ROW, once(r"^\tTOPLAM\t110\..*\n", "")), "a row TOPLAM of the activity"),
    "an activity's total missing, funds in the first column": (
        FUNDS,
        named(r"^Otobüs filosunun yenilenmesi\t", once(r"^TOPLAM\t60\..*\n", "")),
        "a row TOPLAM of the activity",
    ),
    "both funds missing": (
        FUNDS,
        named(r"^Otobüs filosunun yenilenmesi\t", once(r"^Bütçe İçi\t60.*\nBütçe Dışı.*\n", "")),
        "a row Bütçe İçi or Bütçe Dışı",
    ),
    "the sub-programme's totals missing": (
        FUNDS,
        named(r"^Alt Program Adı:\t31\.2", once(r"^ALT PROGRAM TOPLAMI\t.*\n.*\n.*\n", "")),
        "TOPLAM of its activities",
    ),
    "no amount": (FUNDS, once(ROW + r"\S+", "Asfalt ve yol yapımı\tBütçe İçi\t7.6e2"),
                  "an amount as 1.234,00"),
    "an activity twice": (
        FUNDS, once(r"^Köprü ve kavşak yapımı\tB", "Asfalt ve yol yapımı\tB"), "each activity once"
    ),
    "a fund twice": (
        FUNDS, once(r"^\tBütçe Dışı\t5\.", "\tBütçe İçi\t5."), "each of Bütçe İçi"),
    "a row with a cell too few": (
        FUNDS, once(rf"({ROW})\S+\t", r"\1"), "8 cells as in the head"),
    "amounts slid to the left": (
        FUNDS, once(rf"({ROW})\S+\t(.*)$", "\\1\\2\t"), "an amount in the last cell"),
    "a cell too many": (FUNDS, once(rf"({ROW}.*)$", "\\1\t1,00"), "under the heads alone"),
    "the year's column without a head": (
        FUNDS,
        once(r"^(Faaliyetler\t\t.*)2026 Bütçe", r"\1"),
        "a column '2026 Bütçe'",
    ),
    "a column's words unknown": (
        FUNDS, once(r"^(Faaliyetler\t\t.*)2025 YS Harcama Tahmini", r"\g<1>2025 Toplamı Ara"),
        "the head with 'Faaliyetler'"),
    "a column without a kind": (
        FUNDS, once(r"^(Faaliyetler\t\t.*)2025 YS Harcama Tahmini", r"\g<1>2025"),
        "a year and what its figures are"),
    "a column twice": (
        FUNDS, once(r"^(Faaliyetler\t\t.*)2027 Tahmin", r"\g<1>2028 Tahmin"),
        "in one column"),
    "the costs' head missing": (
        FUNDS, named(ROW, once(r"^Faaliyetler\t\t.*\n", "")), "the head with 'Faaliyetler'"),
    "the head beside its columns": (
        FUNDS, once(r"^Faaliyetler\t\t(.*)$", r"Faaliyetler\t\1"), "the head above the figures"),
    "the indicators' head missing": (
        FUNDS, named(r"^1- Toplanan", once(r"^Performans Göstergesi\t.*\n(?=1- Toplanan)", "")),
        "a label"),
    "an indicator's number missing": (
        FUNDS, once(r"^2- Onarılan", "3- Onarılan"), "indicator 2, each number once"),
    "an indicator with a cell too few": (
        FUNDS, once(r"^(2- Onarılan.*)\t6$", r"\1"), "8 cells as in the head"),
    "figures slid to the left": (
        FUNDS, once(r"^(2- Onarılan köprü sayısı\tAdet)\t3(.*)$", "\\1\\2\t"),
        "a figure in the last cell"),
    "the unit lost": (
        FUNDS, once(r"^(2- Onarılan köprü sayısı)\tAdet(.*)$", "\\1\\2\t1"), "name, unit and"),
    "an indicator's explanation twice": (
        FUNDS, once(r"^(Verinin Kaynağı:\tTaşıt.*\n)", "\\1Verinin Kaynağı:\tBaşka bir yer\n",
                    line=1), "each label once"),
    "the target's column missing": (
        FUNDS,
        once(r"^(Performans Göstergesi\t.*)2026 Hedef", r"\g<1>2029 Tahmin"),
        "a column '2026 Hedef'"),
    "a sub-programme's name missing": (
        FUNDS, named(r"^Alt Program Hedefi:\tYol", once(r"^Alt Program Adı:\t31\.2.*\n", "")),
        "the label 'Alt Program Adı'"),
    "a programme's name missing": (
        FUNDS, named(r"^Alt Program Adı:\t42\.1", once(r"^Program Adı:\t42.*\n", "")),
        "the label 'Program Adı'"),
    "an objective missing": (
        FUNDS, named(r"^Alt Program Adı:\t42\.1", once(r"^Alt Program Hedefi:\tHer.*\n", "")),
        "Alt Program Hedefi"),
    "another year": (FUNDS, once(r"^Bütçe Yılı:\t2026", "Bütçe Yılı:\t2025", 3), "year 2026"),
    "an activity explained under no name": (
        FUNDS,
        named(r"^Toplu taşıma işletmeciliği\t", once(r"^Toplu taşıma işletmeciliği\n", "")),
        "above its explanation"),
    "a sub-programme twice": (
        FUNDS,
        once(r"^(Alt Program Adı:\t)42\.2 - .*", r"\g<1>42.1 - Park ve Yeşil Alanlar"),
        "each sub-programme once"),
    "a name in a schedule that is none": (
        FUNDS, once(r"Ağaçlandırma\t7", "Balıkçılık\t7"), "a name that has tables above"),
    "a schedule's grand total missing": (
        FUNDS,
        named(
            r"^\tProgram Toplamı\t\t163\.000\.000,00\t0", once(r"^GENEL TOPLAM\t.*\n", "", -1)
        ),
        "GENEL TOPLAM below the schedule",
    ),
    "the total below the activities missing, its funds there": (
        FUNDS,
        named(r"^Alt Program Adı:\t31\.2", once(r"^\tTOPLAM\t140.*\n", "")),
        "TOPLAM of its activities"),
    "a fund's total missing": (
        FUNDS,
        named(r"^Alt Program Adı:\t98\.1", once(r"^Toplam Bütçe İçi\t4\..*\n", "")),
        "Bütçe İçi total of its activities"),
    "an indicator twice": (
        CODES, once(r"^(Yapılan park.*\n)", "\\1\\1", line=1), "each indicator once"),
    "a schedule's head missing": (
        FUNDS,
        named(r"^31 - Şehir", once(r"^Program\tEkonomik Kod.*\n", "")),
        "a head above the rows"),
    "a label of no known words": (
        FUNDS,
        once(r"^(Alt Program Adı:\t31\.2.*\n)", "\\1Programın Sahibi: Biri\n", line=1),
        "a label"),
    "a code in a schedule that is none": (
        FUNDS, once(r"^\t06\tSermaye", "\t16\tSermaye"), "an economic code"),
    "a line of a schedule twice": (
        FUNDS, once(r"^(\t06\tSermaye.*\n)", "\\1\\1", line=1), "each part and economic code once"),
    "cut in the costs": (FUNDS, cut(ROW + ".*"), ""),
    "cut in the indicators": (FUNDS, cut(r"^2- Onarılan.*"), ""),
    "both forms": (
        FUNDS, once(r"^Çamlıova Büyükşehir Belediyesi$", "Stratejik Amaç 1: Bir şey"),
        "one statutory form"),
    "letters of another code": (
        FUNDS.translate(str.maketrans("şğıİ", "þðýÝ")), lambda text: (text, 1), "Turkish letters"),
    "financing that is nobody's": (CODES, once(r"Döner Sermaye", "Kredi"), "a type of financing"),
    "a code that is none": (CODES, once(r"^03\.5", "13.5"), "begins with 01 to 09"),
    "a code twice": (
        CODES, once(r"^(03\.2 .*\n)", "\\1\\1", line=1), "each economic code once"),
    "a code without amounts": (
        CODES, once(r"^(03\.2 [^\t]*)\t.*$", "\\1" + "\t" * 7), "amounts beside an economic code"),
    "an activity without a code": (
        CODES,
        named(r"^2\.1\.2 - Sosyal", once(r"^05\.4.*\n", "")),
        "a row Bütçe İçi or Bütçe Dışı",
    ),
    "no total of an activity by code": (
        CODES, named(r"^1\.1\.1 - ", once(r"^TOPLAM\t.*\n", "")), "a row TOPLAM"),
    "no name on the cover": (CODES, once(r"^KAVAKLIDAĞ.*\n", ""), "the institution's name"),
}  # fmt: skip


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_programme_budget_is_refused_by_line(name: str) -> None:
    text, damage, expected = DAMAGES[name]
    altered, number = damage(text)
    with pytest.raises(Unreadable) as error:
        read(altered.encode("utf-8"))
    told = [str(problem) for problem in error.value.problems]
    assert len(told) <= 3, told
    fitting = [problem for problem in error.value.problems if expected in str(problem)]
    assert fitting, told
    if name not in ("cut in the costs", "cut in the indicators", "letters of another code",
                    "no name on the cover"):  # fmt: skip
        assert number in [problem.line for problem in fitting], (number, told)
