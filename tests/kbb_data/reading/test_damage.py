"""Letters, units of money, names and missing cells that must never be read in silence."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from kbb_data.problems import Unreadable
from kbb_data.reading.programme import read
from tests.support.source import ROOT

SMALL = (ROOT / "tests" / "fixtures" / "programme_small.txt").read_text(encoding="utf-8")

Damage = Callable[[str], str]


def refused(text: str) -> list[str]:
    with pytest.raises(Unreadable) as refusal:
        read(text.encode("utf-8"))
    return [str(problem) for problem in refusal.value.problems]


def in_code(encoding: str, read_as: str) -> Damage:
    """A text whose bytes were read in another code."""
    return lambda text: text.encode(encoding, "ignore").decode(read_as, "replace")


def letters(before: str, after: str) -> Damage:
    return lambda text: text.translate(str.maketrans(before, after))


BROKEN: dict[str, Damage] = {
    "iso-8859-9 as latin-1": letters("ğĞıİşŞ", "ðÐýÝþÞ"),
    "capitals with a point": letters("İ", "Ġ"),
    "cedillas below g": letters("ğŞ", "ģĢ"),
    "a stroke": letters("ğ", "đ"),
    "a lost letter": letters("ş", "\ufffd"),
    "numbers of glyphs": lambda text: text.replace("ş", "(cid:186)"),
    "utf-8 as cp1254": in_code("utf-8", "cp1254"),
    "utf-8 as latin-1": in_code("utf-8", "latin-1"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_letters_are_one_problem_with_place_and_mend(name: str) -> None:
    (problem,) = refused(BROKEN[name](SMALL))
    assert re.match(r"line \d+, (file|section [\d.]+): expected Turkish letters; found '", problem)
    assert re.search(r", and \d+ more lines; export the text anew as UTF-8$", problem)


@pytest.mark.parametrize("name", BROKEN)
def test_broken_letters_in_a_table_alone_are_refused(name: str) -> None:
    lines = SMALL.split("\n")
    place = next(n for n, line in enumerate(lines) if "faaliyeti" in line and "\t" in line)
    lines[place] = lines[place].replace("faaliyeti", BROKEN[name]("İşğı faaliyeti"))
    (problem,) = refused("\n".join(lines))
    assert problem.startswith(f"line {place + 1}, section 2.3")
    assert problem.endswith("; export the text anew as UTF-8")


#: Units of money, and what the refusal says of one that stands in a single table.
UNITS = {
    **dict.fromkeys(
        ("(Bin TL)", "(BİN TL)", "(bin ₺)", "Bin TL", "(1.000 TL)"),
        "bring the others into them",
    ),
    **dict.fromkeys(
        ("(Milyon TL)", "(milyon lira)", "(Avro)", "(EUR)", "(Euro)", "(€)", "(ABD Doları)",
         "(USD)", "($)"),
        "write amounts and head in TL, to the kuruş",
    ),
}  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("head", ["Ekonomik Kod", "Kaynak İhtiyacı"])
def test_another_unit_of_money_in_one_table_is_refused(head: str, unit: str) -> None:
    lines = SMALL.split("\n")
    place = next(n for n, line in enumerate(lines) if head in line and "\t" in line)
    cells = lines[place].split("\t")
    last = max(n for n, cell in enumerate(cells) if cell.strip())
    cells[last] = re.sub(r"\s*\(.*\)", "", cells[last]) + f" {unit}"
    if not unit.startswith("("):
        cells[last] = unit
    lines[place] = "\t".join(cells)
    (problem,) = refused("\n".join(lines))
    assert problem.startswith(f"line {place + 1}, section 2.3")
    assert problem.endswith(UNITS[unit])


def test_another_unit_of_money_is_refused_in_a_caption() -> None:
    lines = SMALL.split("\n")
    place = next(n for n, line in enumerate(lines) if "Ekonomik Kod" in line)
    lines.insert(place, "(Bin TL)")
    (problem,) = refused("\n".join(lines))
    assert problem.startswith(f"line {place + 1}, ")


@pytest.mark.parametrize("unit", ["(TL)", "(₺)", "TL"])
def test_lira_is_lira(unit: str) -> None:
    read(re.sub(r"(Ekonomik Kod.*?)\(₺\)", rf"\1{unit}", SMALL).encode("utf-8"))


def test_thousands_in_prose_and_in_a_note_are_words() -> None:
    text = re.sub(
        r"^(Açıklamalar:\t*)(.*)$", r"\1\2 5 milyon TL (bin TL) verildi.", SMALL, flags=re.M
    )
    assert read(text.encode("utf-8")).goals


def test_another_institutions_name_is_refused_with_its_line() -> None:
    lines = SMALL.split("\n")
    place = max(n for n, line in enumerate(lines) if line.startswith("İdare Adı"))
    lines[place] = "İdare Adı:\tBAŞKA BELEDİYESİ\t"
    (problem,) = refused("\n".join(lines))
    assert problem.startswith(f"line {place + 1}, ")
    assert "BAŞKA BELEDİYESİ" in problem


def test_an_indicators_missing_cell_is_refused_with_its_line() -> None:
    lines = SMALL.split("\n")
    head = next(n for n, line in enumerate(lines) if "Gerçekleşen" in line and "\t" in line)
    row = next(n for n in range(head + 1, len(lines)) if re.match(r"\s*1\t", lines[n]))
    cells = lines[row].rstrip("\t").split("\t")
    del cells[-2]
    lines[row] = "\t".join(cells)
    problems = refused("\n".join(lines))
    assert any(problem.startswith(f"line {row + 1}, ") for problem in problems), problems
    assert "leave a cell that states nothing empty" in problems[0]


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\u200d", "\u2060", "\u200e"])
def test_what_nobody_sees_is_no_letter(mark: str) -> None:
    sound, marked = (
        read(SMALL.encode("utf-8")),
        read(SMALL.replace("faaliyeti", f"faali{mark}yeti").encode("utf-8")),
    )
    names = [line.name for goal in sound.goals for line in goal.activities]
    assert names == [line.name for goal in marked.goals for line in goal.activities]
