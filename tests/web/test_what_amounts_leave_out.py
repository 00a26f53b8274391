"""Every unit's figure, the activity that pays the staff, codes 01 and 03 and the staff say in every
format where the wages stand; the numbers are read from the files here."""

from __future__ import annotations

import html
import io
import json
import re
from decimal import Decimal
from functools import cache
from xml.etree import ElementTree

import openpyxl
import pytest
from starlette.testclient import TestClient

from tests.support import lettering, pdf, people, rawcsv
from tests.support.datasets import KAYSERI


@cache
def rows(name: str) -> list[dict[str, str]]:
    return rawcsv.rows(KAYSERI, name)


def lira(value: Decimal, language: str) -> str:
    text = f"{int(value):,}"
    return f"{text.replace(',', '.') if language == 'tr' else text} TL"


def cost(code: str, activities: set[str]) -> Decimal:
    return sum(
        (
            Decimal(row["amount"])
            for row in rows("activity_costs")
            if row["economic_code"] == code and row["activity"] in activities
        ),
        Decimal(0),
    )


@cache
def payer() -> dict[str, str]:
    (row,) = [row for row in rows("activities") if row["wages"]]
    return row


def everything() -> set[str]:
    return {row["activity"] for row in rows("activities")}


UNITS = [row["spending_unit"] for row in rows("spending_units")]
OTHERS = [unit for unit in UNITS if unit != payer()["spending_unit"]]

#: What the wages' own activity is said to hold.
INSIDE = ["01", "03"]


def held(language: str, codes: list[str]) -> list[str]:
    own = {payer()["activity"]}
    return [lira(cost(code, own), language) for code in codes]


def left_out(language: str) -> list[str]:
    """The amounts that a unit's note tells: code 01 in all, and in the activity that pays."""
    return [lira(cost("01", everything()), language), *held(language, ["01"])]


def paid_units() -> list[str]:
    return [
        unit
        for unit in OTHERS
        if sum(Decimal(row["total"] or 0) for row in rows("activities")
               if row["spending_unit"] == unit)
    ]  # fmt: skip


#: Addresses of figures, and what their notes must tell in a language.
CASES = [
    *(
        (f"{slug}?birim={unit}", left_out)
        for unit in paid_units()
        for slug in ("birim-faaliyetleri", "birim-kalemleri", "butce")
    ),
    ("birimler?", left_out),
    ("butce?gorunum=birim", left_out),
    ("karsilastirma-para?karsilastir=birim-itfaiye.birim-fen-isleri", left_out),
    ("karsilastirma-kodlar?karsilastir=birim-itfaiye.birim-fen-isleri", left_out),
    *(
        (address, lambda language: held(language, INSIDE))
        for address in (
            f"birim-faaliyetleri?birim={payer()['spending_unit']}",
            f"birim-kalemleri?birim={payer()['spending_unit']}",
            f"butce?faaliyet={payer()['activity']}",
            f"butce?hedef={payer()['goal']}",
            "butce?gorunum=faaliyet",
            "butce?gorunum=kod",
            "amac-kod?",
            "akis?",
            "karsilastirma-para?karsilastir=amac-1.amac-7",
            "personel?tablo=kaynaklar-personel",
            "personel?tablo=kaynaklar-ogrenim",
            "norm-kadro?tablo=kaynaklar-kadro",
        )
    ),
    ("butce?kod=01", lambda language: held(language, ["01"])),
    ("butce?kod=03", lambda language: held(language, ["03"])),
]
FORMATS = ("txt", "tr.csv", "json", "xlsx", "svg", "embed")


def text_of(client: TestClient, slug: str, query: str, ending: str) -> str:
    if ending == "embed":
        answer = client.get(f"/gomulu/{slug}?{query}")
    else:
        answer = client.get(f"/grafik/{slug}.{ending}?{query}")
    assert answer.status_code == 200, answer.text
    if ending == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(answer.content))
        lines = [line for sheet in book for line in sheet.iter_rows(values_only=True)]
        return " ".join(str(cell) for line in lines for cell in line)
    if ending == "tr.csv":
        return people.read(answer.content).notes
    if ending == "json":
        return json.dumps(answer.json(), ensure_ascii=False)
    text = answer.text
    if ending == "svg":
        return " ".join(lettering.lines(ElementTree.fromstring(text)))
    if ending == "embed":
        # An address of a link stays, the other marks go.
        text = html.unescape(re.sub(r"<(?!a )[^>]*>", " ", text))
    return text


@pytest.mark.parametrize("language", ["tr", "en"])
@pytest.mark.parametrize(("address", "told"), CASES, ids=[address for address, _ in CASES])
def test_every_form_of_the_figure_says_where_the_wages_stand(  # type: ignore[no-untyped-def]
    kayseri: TestClient, address: str, told, language: str
) -> None:
    slug, _, query = address.partition("?")
    query = f"{query}&lang={language}"
    is_one = address.endswith(("itfaiye", "fen-isleri")) or "birim=" not in address
    for ending in FORMATS if is_one else FORMATS[:3:2]:
        text = " ".join(text_of(kayseri, slug, query, ending).replace("\u00a0", " ").split())
        for amount in told(language):
            assert amount in text, (ending, amount)
        assert f"faaliyet={payer()['activity']}" in text or f"kod={'01'}" in text, ending


@pytest.mark.parametrize("language", ["tr", "en"])
def test_the_two_numbers_stand_side_by_side_in_one_place_linked_from_both(
    kayseri: TestClient, language: str
) -> None:
    whole = next(Decimal(row["total"]) for row in rows("resource_needs") if row["line"] == "total")
    code, activity = cost("01", everything()), Decimal(payer()["total"])
    marks = [f"{share * 100:.1f}" for share in (code / whole, activity / whole)]
    marks = [f"%{m.replace('.', ',')}" if language == "tr" else f"{m}%" for m in marks]

    def notes(query: str) -> str:
        answer = kayseri.get(f"/grafik/butce.json?{query}&lang={language}").json()
        return " ".join(f"{note['text']} {note['address']}" for note in answer["notes"])

    place = notes(f"faaliyet={payer()['activity']}")
    assert all(mark in place for mark in marks)
    assert "kod=01" in place
    for query in ("kod=01", "kod=03", "gorunum=kod"):
        assert f"faaliyet={payer()['activity']}" in notes(query)
        assert not all(mark in notes(query) for mark in marks)


@pytest.mark.parametrize("unit", [row for row in rows("spending_units") if row["serves_all"]],
                         ids=lambda row: row["spending_unit"])  # fmt: skip
def test_a_unit_that_serves_the_whole_house_is_marked(
    kayseri: TestClient, unit: dict[str, str]
) -> None:
    if unit["spending_unit"] not in paid_units():
        return
    text = kayseri.get(f"/grafik/birim-faaliyetleri.txt?birim={unit['spending_unit']}").text
    assert unit["serves_all"] in text


@pytest.mark.parametrize("language", ["tr", "en"])
@pytest.mark.parametrize("unit", UNITS)
def test_every_units_briefing_says_it_too(kayseri: TestClient, unit: str, language: str) -> None:
    answer = kayseri.get(f"/brifing/birim/{unit}.pdf?lang={language}")
    text = " ".join("\n".join(pdf.pages(answer.content)).replace("-\n", "").split())
    is_payer = unit == payer()["spending_unit"]
    for amount in held(language, INSIDE) if is_payer else left_out(language):
        assert amount in text.replace("\u00a0", " "), (unit, amount)
