"""Altered lists and tables of people, staff and the plan: read as the sound text or refused.

These have no numbers that would show a lost label, a lost head or a value beside its name.
"""

from __future__ import annotations

import re

import pytest

from tests.kbb_data.reading.alterations import (
    SMALL,
    Alteration,
    altered,
    double_line,
    drop_cell,
    drop_line,
    insert,
    of,
    refused,
    shift,
    swap_cells,
)

HARMLESS: dict[str, Alteration] = {
    "the members' heading": drop_line("MECLİS ÜYELERİ"),
    "the executive's heading": drop_line("ÇAMLIOVA .*ENCÜMEN"),
    "the officers' heading": drop_line("MECLİS YAPISI"),
    "the staff's heading": drop_line("ÇALIŞAN PERSONEL"),
    "the staff's heading in section 1.5": drop_line("ÇALIŞAN PERSONEL", 1),
    "the heading of the staff by education": drop_line("PERSONEL ÖĞRENİM"),
    "an aim's heading twice": double_line("ŞEHİRCİLİK HİZMETLERİ"),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_what_a_head_or_a_form_tells_may_lack(name: str) -> None:
    text, _ = altered(SMALL, HARMLESS[name])
    assert of(text) == of(SMALL)


#: The alteration, and the message at its place; the line is that of the damage where there is one.
REFUSED: dict[str, tuple[Alteration, str]] = {
    "a size beside its place": (swap_cells("Ana Bina", 1, 2), "table 1.3: expected a place"),
    "a size for a place": (swap_cells("Arazöz", 1, 2), "table 1.3: expected a place"),
    "a name beside its role": (swap_cells("İlhan IRMAK", 0, 1), "section 1.2: .*as in the head"),
    "a role beside its party": (swap_cells("İlhan IRMAK", 1, 2), "section 1.2: .*as in the head"),
    "a role of the executive": (drop_cell("Nil DAĞ", 1), "section 1.2: expected a row"),
    "a name of the executive": (drop_cell("Can DERE\tEnc", 0), "section 1.2: expected a row"),
    "a member twice": (double_line("Ece PINAR"), "section 1.2: expected each person once"),
    "a committee's seat twice": (double_line("Sözcü: Ümit"), "committees: .*each seat"),
    "a lone number among members": (insert("Can DERE", "57\t\t"), "section 1.2: expected a row"),
    "the office of a clerk": (drop_line("Divan Asıl"), "section 1.2: expected an office"),
    "a head of the staff to the right": (shift("UNVAN\tÇALIŞAN"), "section 1.2: .*the head above"),
    "a label of the staff's head": (drop_cell("UNVAN\tÇ", 3), "section 1.2: expected the head"),
    "a head of the staff in 1.5": (shift("UNVAN\tÇ", nth=1), "section 1.5: .*the head above"),
    "a head of education": (shift("UNVAN\tİLK"), "section 1.5: expected the head above"),
    "a class of positions": (drop_line("Memur$"), "section 1.5: expected the class"),
    "the first position": (drop_line("1\tŞef"), "norm staff: expected number 1"),
    "a row of staff twice": (double_line("İşçi\t10"), "section 1.2: expected each row once"),
    "a row of education twice": (double_line("Memur\t-"), "section 1.5: expected each row once"),
    "a total of staff twice": (double_line("TOPLAM\t50"), "section 1.2: expected each row once"),
    "the label of the mission": (drop_line("MİSYON"), "section 2.2: expected the label 'MİSYON'"),
    "the label of the vision": (drop_line("VİZYON"), "section 2.2: expected the label 'VİZYON'"),
    "a lone number for the mission": (insert("MİSYON", "57\t"), "section 2.2: .* a sentence"),
    "an aim's heading": (drop_line("KÜLTÜR HİZ"), "section 2.2.2: .*a heading in capitals"),
    "the heading of a part": (drop_line(r"2\.3\.2\. K"), r"section 2.3: .*'2\.3\.2\. …'"),
    "an aim's words in a goal's table": (
        drop_cell("Stratejik Amaç 2", 2), "table of goal 3: expected Stratejik Amaç",
    ),
    "a value for an indicator's name": (
        swap_cells("1\tYenilenen plan", 1, 2), "table of goal 1: expected number, name",
    ),
    "an off-budget source twice": (
        double_line("\tYurt Dışı"), "cost table 1 of goal 1: expected each off-budget source once",
    ),
    "a share for an amount": (swap_cells("\t1\tRevizyon", 3, 4), "table 2.4: expected shares"),
    "an activity of table 2.6 twice": (double_line("\t\tOkuma"), "table 2.6: .*each activity once"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_lost_or_beside_its_name_is_refused_in_one_line(name: str) -> None:
    alteration, message = REFUSED[name]
    text, damaged = altered(SMALL, alteration)
    problems = refused(text)
    assert len(problems) == 1, [str(problem) for problem in problems]
    said = re.sub(r"^line \d+, ", "", str(problems[0]))
    assert re.match(message, said), said
    assert not damaged or problems[0].line in (*damaged, 0) or name.startswith("an aim's words")


def test_a_year_beside_its_column_is_the_cause() -> None:
    text, damaged = altered(SMALL, swap_cells("\t\t2025 Gerç", 1, 2))
    (problem,) = refused(text)
    assert [problem.line] == damaged
    assert "with a label beside its column" in str(problem)
