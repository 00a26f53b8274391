"""One cause is one message: problems of a head, of one kind, of a whole text that is damaged."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from kbb_data.problems import Problem
from kbb_data.reading.causes import FEW, collapse, shift
from tests.kbb_data.reading.alterations import SMALL, of, refused
from tests.support.source import full_text


def problem(line: int, place: str = "table 2.5", expected: str = "an amount") -> Problem:
    return Problem(line, place, expected, f"'{line}'")


def test_few_problems_are_said_one_by_one() -> None:
    few = [problem(line) for line in range(1, FEW + 1)]
    assert collapse(few, {}) == few
    assert collapse([], {}) == []


def test_many_problems_of_a_table_are_the_first_and_their_number() -> None:
    (one,) = collapse([problem(line) for line in (9, 7, 8, 8, 10)], {})
    assert (one.line, one.actual) == (7, "'7'; … and 3 more lines of the same table")


def test_lacks_without_a_line_are_counted_too() -> None:
    (one,) = collapse([problem(0, expected=f"a line for '{code}'") for code in "1234"], {})
    assert one.actual.endswith("… and 3 more lines of the same table")


def test_what_follows_from_a_head_is_counted_behind_it() -> None:
    cause = problem(5, expected="the head")
    found = collapse([problem(3), problem(6), problem(7, "table 2.6"), cause], {"table 2.5": cause})
    assert [(one.line, one.place) for one in found] == [(5, "table 2.5"), (7, "table 2.6")]
    assert found[0].actual == "'5'; … and 2 more lines of the same table"


def test_one_kind_in_many_tables_is_one_message() -> None:
    found = [problem(n, f"table of goal {n}", f"{n} cells as in '{n}'") for n in range(1, 9)]
    (one,) = collapse(found, {})
    assert (one.line, one.actual) == (1, "'1'; … and 7 more places alike")


@pytest.mark.parametrize(
    ("head", "rows", "by"),
    [
        ((2, 3, 4), [(2, 3, 4), (2, 4)], 0),
        ((2, 3, 4), [(3, 4, 5), (3, 5)], 1),
        ((3, 4, 5), [(2, 3, 4), (2, 3, 4)], -1),
        ((2, 3, 4), [(3, 4, 5), (2, 3, 4)], 0),
        ((2, 3, 4), [(3, 4, 5)], 0),
        ((2, 3, 4), [(9, 10, 11), (9, 10, 11)], 0),
        ((2, 3, 4), [], 0),
    ],
)
def test_a_head_is_beside_its_rows_where_one_shift_fits_all(
    head: tuple[int, ...], rows: list[tuple[int, ...]], by: int
) -> None:
    assert shift(head, rows) == by


def put(pattern: str, replacement: str, count: int = 0) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, replacement, text, count=count, flags=re.MULTILINE)


def cut_at(words: str) -> Callable[[str], str]:
    return lambda text: text[: text.index(words)]


ABOVE = "expected the head above the figures of its rows"
HEADING = "'PERFORMANS HEDEFİ TABLOSU' or 'FAALİYET MALİYET TABLOSU'"

#: What was done to the whole of the full text, and what the one message says.
WHOLE: dict[str, tuple[Callable[[str], str], str]] = {
    "all years to the right": (put(r"^(\t*(?:Perf.*?)?\t+2023 Gerç)", r"\t\1"), ABOVE),
    "all years gone": (put(r"\t+2023 Gerçekleşen.*$", ""), "'2023 Gerçekleşen'"),
    "another year": (put("2023 Gerç", "2012 Gerç"), "'2023 Gerçekleşen'"),
    "all heads of amounts to the right": (put(r"^(\t+Bütçe\tBütçe Dışı)", r"\t\1"), ABOVE),
    "all heads of amounts gone": (put(r"^\t+Bütçe\tBütçe Dışı.*\n", ""), "'Bütçe Dışı'"),
    "all heads of codes gone": (put(r"^\t?Ekonomik Kod\t.*\n", ""), "'Ekonomik Kod'"),
    "all headings of goals' tables gone": (put("^PERFORMANS HEDEFİ TABLOSU.*$", ""), HEADING),
    "all headings of cost tables gone": (put("^FAALİYET MALİYET TABLOSU.*$", ""), HEADING),
    "one heading of a goal's table gone": (put("^PERFORMANS HEDEFİ TABL.*$", "", 1), HEADING),
    "heads of table 2.4 to the right": (put(r"^(Performans Hedefi\tF|\t\t\tTL)", r"\t\1"), ABOVE),
    "amounts of table 2.4 to the right": (put(r"^(\t\t\tTL\t)", r"\t\1"), ABOVE),
    "head of table 2.5 to the right": (put(r"^(Bütçe Kaynak İhtiyacı\tE)", r"\t\1"), ABOVE),
    "head of table 2.5 gone": (put(r"^Bütçe Kaynak İhtiyacı\tE.*\n", ""), "'Ekonomik Kod'"),
    "heads of table 2.6 to the right": (put(r"^(PERFORMANS HEDEFİ\t\tF)", r"\t\1"), ABOVE),
    "heads of table 1.3 to the right": (put(r"^(Türü\t)", r"\t\1"), ABOVE),
    "heads of table 1.3 gone": (put(r"^Türü\t.*\n", ""), "'Türü'"),
    "heading 1.4 gone": (put(r"^1\.4\. ?Bilgi.*\n", ""), "'1.4. Bilgi"),
    "heading 2.2.2 gone": (put(r"^2\.2\.2\. 2025 Yılı[^.\n]*\n", ""), "'2.2.2."),
    "heading 2.3.4 gone": (put(r"^2\.3\.4\..*\n", ""), "'2.3.4."),
    "labels of table 2.6 gone": (put(r"^P\.H\.", ""), "an activity below its goal"),
    "no tabs": (put(r"\t", "   "), "tables with a tab between two cells"),
    "points for commas": (put(r"(\d),(\d\d)\b", r"\1.\2"), "an amount as 1.234,00"),
    "letters for noughts": (put("000,00", "OOO,00"), "an amount as 1.234,00"),
    "cells without off-budget gone": (
        put(r"^(\d+\t[^\t\n]+\t+[\d.,]+)\t0,00(\t[\d.,]+\t?)$", r"\1\2"), "an amount under Bütçe",
    ),
    "cut in table 2.6": (cut_at("P.H.20:"), "is the text cut?"),
}  # fmt: skip


@pytest.mark.source
@pytest.mark.parametrize("name", WHOLE)
def test_a_cause_in_the_whole_text_is_one_message(name: str) -> None:
    alter, expected = WHOLE[name]
    sound = full_text().read_text(encoding="utf-8")
    assert alter(sound) != sound
    problems = refused(alter(sound))
    assert len(problems) == 1, [str(problem) for problem in problems]
    assert expected in str(problems[0])


@pytest.mark.source
def test_the_full_text_with_pages_is_read_as_without() -> None:
    sound = full_text().read_text(encoding="utf-8")
    head = "KAYSERİ BÜYÜKŞEHİR BELEDİYESİ 2025 YILI PERFORMANS PROGRAMI"
    lines: list[str] = []
    for number, line in enumerate(sound.split("\n")):
        if number > 100 and number % 37 == 0:
            lines += [str(number // 37), head]
        lines.append(line)
    assert of("\n".join(lines)) == of(sound)


@pytest.mark.source
def test_sections_are_known_without_their_numbers() -> None:
    sound = full_text().read_text(encoding="utf-8")
    bare = re.sub(r"^\d\.\d\.? ?", "", sound, flags=re.MULTILINE)
    assert bare.count("\n") == sound.count("\n")
    assert of(bare) == of(sound)


@pytest.mark.source
def test_a_lost_heading_is_not_laid_to_a_few_foreign_letters() -> None:
    sound = full_text().read_text(encoding="utf-8")
    problems = refused(sound[: sound.index("Performans Hedefi (20):")])
    assert [problem.place for problem in problems] == [f"section 2.{n}" for n in (4, 5)]


def test_a_text_without_tabs_says_so() -> None:
    (one,) = refused(SMALL.replace("\t", "  "))
    assert "export the text anew with tabs" in str(one)
