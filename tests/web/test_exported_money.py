"""Every amount that a figure's file holds, against SQL over the database: lira, with its unit.

The SQL knows nothing of figures: it adds up the cost tables' lines by activity, goal, aim, unit,
code and source.
"""

from __future__ import annotations

import csv
import io
import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache
from typing import Any

import openpyxl
import pytest
from starlette.testclient import TestClient

from present.figures.registry import BY_SLUG
from tests.present.figures import city, indicators, money, sides
from tests.support.people import read
from tests.support.source import ROOT

#: What each line of the cost tables belongs to; general administration belongs to nothing.
LINES = """
CREATE TEMP VIEW line AS
SELECT a.activity, a.goal, o.aim, a.spending_unit AS unit, c.code, c.fund, c.amount
FROM (SELECT activity, economic_code AS code, 'budget' AS fund, amount FROM activity_costs
      UNION ALL SELECT activity, source, 'off_budget', amount FROM off_budget_resources) AS c
JOIN activities AS a USING (activity) JOIN goals AS g USING (goal)
JOIN objectives AS o USING (objective)
"""
CODES = [f"0{number}" for number in range(1, 10)]
SOURCE_WORDS = {
    "Bütçe dışı: döner sermaye": "revolving_fund",
    "Bütçe dışı: diğer yurt içi kaynak": "other_domestic",
    "Bütçe dışı: yurt dışı kaynak": "foreign",
}
ORACLES = {**money.ORACLES, **sides.ORACLES, **indicators.ORACLES, **city.ORACLES}
MONEY = [slug for slug in sorted(BY_SLUG) if slug in money.ORACLES or slug in sides.ORACLES]
WITHOUT_MONEY = {"karsilastirma-gostergeler"}

Amounts = dict[str, Decimal | None]


@pytest.fixture(scope="module")
def database(kayseri_url: str) -> Iterator[sqlite3.Connection]:
    with sqlite3.connect(kayseri_url.removeprefix("sqlite:///")) as connection:
        connection.execute(LINES)
        yield connection


@cache
def people() -> int:
    with (ROOT / "kbb_data" / "geo" / "kayseri_districts.csv").open(
        encoding="utf-8", newline=""
    ) as file:
        return sum(int(row["population_2023"]) for row in csv.DictReader(file))


def lira(kurus: int | None) -> Decimal | None:
    return None if kurus is None else Decimal(kurus) / 100


class Sums:
    """Sums of lines in lira; each method asks the database anew."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def of(self, **where: str) -> Decimal | None:
        """The money of the lines for which all of ``where`` holds; nothing for no line."""
        condition = " AND ".join(f"{column} = :{column}" for column in where) or "1"
        query = f"SELECT sum(amount) FROM line WHERE {condition}"
        return lira(self._database.execute(query, where).fetchone()[0])

    def general(self, code: str = "budget_total") -> Decimal | None:
        query = "SELECT general_administration FROM resource_needs WHERE line = ?"
        return lira(self._database.execute(query, (code,)).fetchone()[0])

    def unit(self, name: str) -> str:
        query = "SELECT spending_unit FROM spending_units WHERE name = ?"
        return str(self._database.execute(query, (name,)).fetchone()[0])


def plus(*amounts: Decimal | None) -> Decimal:
    return sum((amount or Decimal(0) for amount in amounts), Decimal(0))


def with_people(amounts: Amounts) -> Amounts:
    whole = amounts["amount"] or Decimal(0)
    head = (whole / people()).quantize(Decimal("0.01"), ROUND_HALF_EVEN)
    return {**amounts, "per_head": head}


def by_fund(sums: Sums, **where: str) -> Amounts:
    budget, off_budget = (sums.of(fund=fund, **where) for fund in ("budget", "off_budget"))
    return {"amount": plus(budget, off_budget), "budget": budget, "off_budget": off_budget}


def leading(label: str) -> str:
    match = re.match(r"\d+", label)
    assert match, label
    return match[0]


def budget_row(sums: Sums, query: Mapping[str, str], label: str) -> Amounts:
    aim = {"aim": query["amac"]} if "amac" in query else {}
    view = query.get("gorunum", "hedef" if aim else "amac")
    general = Decimal(0) if aim else sums.general()
    if view == "kod":
        return with_people(code_row(sums, label))
    if view == "kaynak":
        return with_people(source_row(sums, label))
    if label.startswith("Genel yönetim"):
        amounts: Amounts = {"amount": general, "budget": general, "off_budget": Decimal(0)}
    elif label == "Toplam":
        amounts = by_fund(sums, **aim)
        amounts = {
            "amount": plus(amounts["amount"], general),
            "budget": plus(amounts["budget"], general),
            "off_budget": amounts["off_budget"],
        }
    elif view == "birim":
        amounts = by_fund(sums, unit=sums.unit(label), **aim)
    else:
        column = {"amac": "aim", "hedef": "goal", "faaliyet": "activity"}[view]
        amounts = by_fund(sums, **{column: leading(label)}, **aim)
    return with_people(amounts)


def code_row(sums: Sums, label: str) -> Amounts:
    if label == "Toplam":
        own, general = sums.of(), sums.general()
    elif label.startswith("Bütçe dışı"):
        own, general = sums.of(fund="off_budget"), Decimal(0)
    else:
        code = leading(label)
        own, general = sums.of(fund="budget", code=code), sums.general(code)
    return {"amount": plus(own, general), "own": own, "general": general}


def source_row(sums: Sums, label: str) -> Amounts:
    if label == "Toplam":
        own, general = sums.of(), sums.general()
    elif label == "Belediye bütçesi":
        own, general = sums.of(fund="budget"), sums.general()
    else:
        own, general = sums.of(code=SOURCE_WORDS[label]), Decimal(0)
    return {"amount": plus(own, general), "own": own, "general": general}


def aim_by_code(sums: Sums, query: Mapping[str, str], label: str) -> Amounts:
    lines = [*CODES, *SOURCE_WORDS.values()]
    if label == "Toplam":
        amounts = {line: plus(sums.of(code=line), _general(sums, line)) for line in lines}
    elif label.startswith("Genel yönetim"):
        amounts = {line: _general(sums, line) for line in lines}
    else:
        amounts = {line: sums.of(code=line, aim=leading(label)) or Decimal(0) for line in lines}
    named = {f"code_{line}" if line.isdigit() else line: amount for line, amount in amounts.items()}
    return {**named, "total": plus(*amounts.values())}


def by_way(sums: Sums, query: Mapping[str, str], label: str) -> Amounts:
    """The label is a way: source, aim and code."""
    source, name, code = label.split("|")
    if source == "Toplam":
        whole = [sums.of(code=line) for line in (*CODES, *SOURCE_WORDS.values())]
        return {"amount": plus(*whole, sums.general())}
    line = code[:2] if code[:2].isdigit() else SOURCE_WORDS[source]
    if name.startswith("Genel yönetim"):
        return {"amount": _general(sums, line)}
    return {"amount": sums.of(code=line, aim=leading(name))}


def _general(sums: Sums, line: str) -> Decimal:
    return (sums.general(line) if line.isdigit() else None) or Decimal(0)


def hundred(sums: Sums, query: Mapping[str, str], label: str) -> Amounts:
    if label.startswith("Genel yönetim"):
        return {"amount": sums.general()}
    return {"amount": sums.of(aim=leading(label))}


def unit_row(sums: Sums, query: Mapping[str, str], label: str) -> Amounts:
    return with_people(by_fund(sums, unit=sums.unit(label)))


def unit_activity(sums: Sums, query: Mapping[str, str], label: str) -> Amounts:
    return by_fund(sums, unit=query["birim"], activity=leading(label))


def unit_line(sums: Sums, query: Mapping[str, str], label: str) -> Amounts:
    code = SOURCE_WORDS.get(label) or leading(label)
    return {"amount": sums.of(unit=query["birim"], code=code)}


def side(code: str) -> dict[str, str]:
    kind, _, key = code.partition("-")
    return {{"amac": "aim", "hedef": "goal", "birim": "unit"}[kind]: key}


def compared(sums: Sums, query: Mapping[str, str], label: str) -> Amounts:
    wheres = [side(code) for code in query["karsilastir"].split(".")]
    what = {"Toplam": {}, "Bütçe": {"fund": "budget"}, "Bütçe dışı": {"fund": "off_budget"}}
    chosen = what.get(label)
    if chosen is None:
        chosen = {"code": SOURCE_WORDS.get(label) or leading(label)}
    first, second = (sums.of(**where, **chosen) or Decimal(0) for where in wheres)
    return {"first": first, "second": second}


ROWS: Mapping[str, Callable[[Sums, Mapping[str, str], str], Amounts]] = {
    "genel-bakis": budget_row,
    "butce": budget_row,
    "yuz-lira": hundred,
    "amac-kod": aim_by_code,
    "akis": by_way,
    "birimler": unit_row,
    "birim-faaliyetleri": unit_activity,
    "birim-kalemleri": unit_line,
    "karsilastirma-para": compared,
    "karsilastirma-kodlar": compared,
}


def test_every_figure_of_money_is_asked() -> None:
    assert {*MONEY} - WITHOUT_MONEY == {*ROWS}


@pytest.mark.parametrize("slug", ROWS)
def test_every_amount_of_every_file_is_lira_of_the_database(
    kayseri: TestClient, database: sqlite3.Connection, slug: str
) -> None:
    sums, cells = Sums(database), 0
    for query in ORACLES[slug].presets():
        said = kayseri.get(f"/grafik/{slug}.json", params=dict(query)).json()
        columns = [column for column in said["columns"] if column["unit"] == "TRY"]
        assert columns, query
        written = spreadsheet(kayseri, slug, query)
        comma = table(kayseri, slug, query)
        for place, row in enumerate(said["rows"]):
            label = next(iter(row.values()))
            if slug == "akis":
                label = "|".join(row[name] or "" for name in ("source", "name", "code"))
            expected = ROWS[slug](sums, query, label)
            assert {column["name"] for column in columns} <= {*expected}, (query, label)
            for column in columns:
                key, heading = column["name"], with_unit(column["title"])
                amount = expected[key]
                where = (query, label, heading)
                assert same(row[key], amount), where
                assert row[key] is None or re.fullmatch(r"-?\d+\.\d\d", row[key]), where
                cell = comma[place][heading]
                assert same(cell or None, amount), where
                assert cell == "" or re.fullmatch(r"-?\d+\.\d\d", cell), where
                assert same(written[place][heading], amount), where
                cells += 1
    assert cells > 3


@pytest.mark.parametrize("language", ["tr", "en"])
@pytest.mark.parametrize("slug", sorted(ORACLES))
def test_a_part_of_one_says_so_in_its_heading(
    kayseri: TestClient, slug: str, language: str
) -> None:
    of_one = {"tr": "(1 üzerinden)", "en": "(of 1)"}[language]
    for query in ORACLES[slug].presets():
        asked = {**query, "lang": language}
        embed = kayseri.get(f"/grafik/{slug}.json", params=asked).json()
        rows = table(kayseri, slug, asked)
        for column in embed["columns"]:
            cells = [row[column["name"]] for row in embed["rows"]]
            numbers = [cell for cell in cells if isinstance(cell, float)]
            is_part = column["name"] == "share"
            assert is_part or column["unit"] != "1", (query, column)
            if is_part and numbers:
                assert column["unit"] == "1", (query, column)
                assert f"{column['title']} {of_one}" in rows[0], (query, column)


@pytest.mark.parametrize("slug", sorted(ORACLES))
def test_no_figure_but_money_has_decimals_that_say_nothing(kayseri: TestClient, slug: str) -> None:
    for query in list(ORACLES[slug].presets())[:3]:
        for row in table(kayseri, slug, query):
            for title, cell in row.items():
                if re.fullmatch(r"-?\d+\.\d?0", cell):
                    assert "TL" in title, (query, title, cell)


def with_unit(title: str) -> str:
    return title if "TL" in title else f"{title} (TL)"


def same(cell: Any, amount: Decimal | None) -> bool:
    """Whether a cell holds an amount; a cell may be blank where there is no money."""
    if cell is None:
        return not amount
    return Decimal(str(cell)) == (amount or 0)


def table(client: TestClient, slug: str, query: Mapping[str, str]) -> list[dict[str, str]]:
    text = client.get(f"/grafik/{slug}.csv", params=dict(query)).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def spreadsheet(client: TestClient, slug: str, query: Mapping[str, str]) -> list[dict[Any, Any]]:
    answer = client.get(f"/grafik/{slug}.xlsx", params=dict(query))
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0]
    headings, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(headings, row, strict=True)) for row in rows]


@pytest.mark.parametrize("language", ["tr", "en"])
@pytest.mark.parametrize("slug", sorted(ORACLES))
def test_numbers_are_numbers_and_codes_are_texts_in_a_spreadsheet(
    kayseri: TestClient, slug: str, language: str
) -> None:
    for query in ORACLES[slug].presets():
        asked = {**query, "lang": language}
        said = kayseri.get(f"/grafik/{slug}.json", params=asked).json()
        rows = spreadsheet(kayseri, slug, asked)
        for row in rows:
            for cell in row.values():
                # What a person would add up is no text; a code with its zero in front is none.
                if isinstance(cell, str):
                    assert not re.fullmatch(r"[1-9]\d*|\d{1,3}(\.\d{3})+(,\d+)?", cell) or (
                        cell in printed(said, row)
                    ), (query, row)


def printed(said: Mapping[str, Any], row: Mapping[Any, Any]) -> set[str]:
    """What the document prints, which stays as printed."""
    titles = [column["title"] for column in said["columns"] if column["name"] == "printed"]
    return {str(row[title]) for title in titles}


@pytest.mark.parametrize("slug", ["amac-kod", "denetimler"])
def test_a_title_that_asks_keeps_its_own_mark(kayseri: TestClient, slug: str) -> None:
    given = read(kayseri.get(f"/grafik/{slug}.tr.csv").content)
    assert given.rows
    assert given.notes.startswith("Başlık: ")
    assert given.notes.partition(" Kapsam: ")[0].endswith("?")
