"""The documents about the invented municipality's years as files: texts, Word and CSV.

They print what ``results.py`` plants; rates, growth and forecasts follow from it.
"""

from __future__ import annotations

import csv
import io
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from tests.support import documents
from tests.support.years.results import Money, money, number
from tests.support.years.results import documents as all_of
from tests.support.years.text import INSTITUTION, content

_MONTHS = ("Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran")
_KINDS = {
    "half_year_report": "KURUMSAL MALİ DURUM VE BEKLENTİLER RAPORU",
    "final_accounts": "KESİN HESABI",
    "activity_report": "FAALİYET RAPORU",
}
#: The columns of final accounts, as they print them.
_ACCOUNTS = {
    "initial": "Bütçe", "supplementary": "Ek Bütçe", "added": "Eklenen", "deducted": "Düşülen",
    "net": "Net Bütçe", "spent": "Bütçe Gideri", "cancelled": "İptal Edilen",
    "carried": "Devreden",
}  # fmt: skip

Rows = dict[str, dict[str, str]]


def text(year: int, key: str) -> str:
    """The document of a year under that key, as text with tabs between cells. Raises ``KeyError``
    for a key that there is none of, and for a form, which units fill in."""
    document = _document(year, key)
    kind = _KINDS[document["kind"]]
    day = ".".join(reversed(document["date"].split("-")))
    lines = [INSTITUTION, f"{year} YILI {kind}", f"Tarih: {day}", ""]
    body = {
        "half_year_report": _half_year,
        "final_accounts": _accounts,
        "activity_report": _activities,
    }
    return "\n".join([*lines, *body[document["kind"]](year, document), ""])


def word(year: int, key: str) -> bytes:
    """The document as Word."""
    return documents.word(text(year, key))


def accounts_csv(year: int, key: str) -> bytes:
    """Final accounts as a table typed from the printed one: a row a code, amounts with a point."""
    heads = ["classification", "code", "name", *_ACCOUNTS, "printed_rate_pct"]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(heads)
    for table in money(_document(year, key)):
        if set(_ACCOUNTS) - set(table.columns):
            continue
        for code, row in _rows(table).items():
            amounts = [f"{number(row[name]):.2f}" for name in _ACCOUNTS]
            rate = _rate(row["spent"], row["net"]).strip("%").replace(",", ".")
            writer.writerow([table.classification, code, row["name"], *amounts, rate])
    return out.getvalue().encode()


def _document(year: int, key: str) -> dict[str, Any]:
    return {document["document"]: document for document in all_of(year)}[key]


def _rows(table: Money) -> Rows:
    return {
        cells[0]: dict(zip(table.columns, cells, strict=True)) for cells in table.rows
    }  # fmt: skip


def _tables(document: dict[str, Any], classification: str) -> dict[tuple[str, int], Rows]:
    """The document's tables of a classification, by day and place."""
    return {
        (table.as_of, table.statement): _rows(table)
        for table in money(document)
        if table.classification == classification
    }


def _percent(value: Decimal) -> str:
    shown = value.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"%{shown}".replace(".", ",")


def _rate(part: str, whole: str) -> str:
    """A part of a whole in per cent; empty where either is nothing."""
    of, base = number(part), number(whole)
    return _percent(of * 100 / base) if of is not None and base else ""


def _head(code: str, row: dict[str, str]) -> str:
    return "TOPLAM" if code == "total" else f"{code}-{row['name']}"


def _half_year(year: int, document: dict[str, Any]) -> list[str]:
    tables = _tables(document, "economic")
    half, before = f"{year}-06-30", f"{year - 1}-06-30"
    now, last, ended = tables[half, 1], tables[before, 1], tables[f"{year - 1}-12-31", 1]
    lines = [
        f"I- OCAK-HAZİRAN {year} DÖNEMİ BÜTÇE UYGULAMA SONUÇLARI", "A. Bütçe Giderleri", "",
        f"Bütçe Tertibi\t{year - 1} Gider Gerçekleşmesi\t{year} Başlangıç Ödeneği\t"
        "Ocak-Haziran Dönemi\t\tOran\t\tTemmuz-Aralık Dönemi (Tahmini)",
        f"\t\t\t{year - 1}\t{year}\t{year - 1}\t{year}\t",
    ]  # fmt: skip
    for code, row in now.items():
        past, whole = last.get(code, {}).get("spent", ""), ended.get(code, {}).get("spent", "")
        star = "*" if code == "09" else ""
        lines.append(
            "\t".join([
                _head(code, row) + star, whole, row["initial"], past, row["spent"],
                _rate(past, whole), _rate(row["spent"], row["initial"]), row["expected"],
            ])
        )  # fmt: skip
    lines += ["*Yedek ödenek toplama dahil edilmemiştir.", ""]
    if (half, 2) in tables:
        again = tables[half, 2]["total"]["spent"]
        lines += [
            f"{year} yılı Ocak-Haziran döneminde bütçe giderleri toplamı {again} TL olmuştur.", "",
        ]  # fmt: skip
    for months in sorted(document["months"], key=lambda table: -int(table["year"])):
        lines += _months(months, now)
    lines += [
        "B. Bütçe Gelirleri",
        "",
        f"Gelir Türü\t{year} Planlanan Gelir\tOcak-Haziran Gelirleri\t"
        "Temmuz-Aralık Dönemi (Tahmini)\tOran",
    ]  # fmt: skip
    revenue = _tables(document, "revenue")[half, 1]
    for code, row in revenue.items():
        cells = [_head(code, row), row["initial"], row["spent"], row["expected"]]
        lines.append("\t".join([*cells, _rate(row["spent"], row["initial"])]))
    return lines


def _months(table: dict[str, Any], named: Rows) -> list[str]:
    head = f"{table['year']} Yılı Aylara Göre Bütçe Giderleri"
    rows = ["\t".join([_head(code, named[code]), *amounts]) for code, *amounts in table["rows"]]
    return [
        head,
        "\t".join(["Bütçe Tertibi", *(f"{table['year']} {month}" for month in _MONTHS)]),
        *rows,
        "",
    ]


def _accounts(year: int, document: dict[str, Any]) -> list[str]:
    titles = {"functional": "Fonksiyonel Sınıflandırma", "economic": "Ekonomik Sınıflandırma"}
    lines: list[str] = []
    for table in money(document):
        rows = _rows(table)
        if table.classification in titles:
            lines += [
                titles[table.classification],
                "\t".join(["Kodu", "Açıklama", *_ACCOUNTS.values(), "Gerçekleşme Oranı"]),
            ]
            for code, row in rows.items():
                amounts = [row[name] for name in _ACCOUNTS]
                named = ["", row["name"]] if code == "total" else [code, row["name"]]
                lines.append("\t".join([*named, *amounts, _rate(row["spent"], row["net"])]))
        else:
            lines += [
                "Bütçe Gelirleri",
                f"Gelir Türü\t{year} Planlanan Gelir\t{year} Tahsilat\tOran",
            ]
            for code, row in rows.items():
                cells = [_head(code, row), row["initial"], row["spent"]]
                lines.append("\t".join([*cells, _rate(row["spent"], row["initial"])]))
        lines.append("")
    return lines


def _names(year: int) -> dict[str, str]:
    """The names of the programme's indicators by code, as it prints them."""
    if year in (2024, 2025):
        goals = [goal for aim in content(year)["aim"] for goal in aim["goal"]]
        return {
            f"{goal}.{place}": indicator[0]
            for goal, of in enumerate(goals, start=1)
            for place, indicator in enumerate(of["indicators"], start=1)
        }
    raise KeyError(f"no activity report of {year}")


def _activities(year: int, document: dict[str, Any]) -> list[str]:
    lines: list[str] = []
    goal = ""
    for code, value, target, reason, measure in document["indicators"]:
        if code.partition(".")[0] != goal:
            goal = code.partition(".")[0]
            lines += [
                "", f"Performans Hedefi ({goal})",
                "No\tGösterge\tHedeflenen\tGerçekleşen\tSapma Nedeni\tAlınan Önlem",
            ]  # fmt: skip
        lines.append("\t".join([
            code.partition(".")[2], _names(year)[code], target, value, reason, measure,
        ]))  # fmt: skip
    for table in money(document):
        lines += ["", "Faaliyetlerin Maliyeti", f"Faaliyetler\t{year} Bütçe\t{year} Harcama\tOran"]
        for code, row in _rows(table).items():
            name = "TOPLAM" if code == "total" else f"{code} {row['name']}"
            rate = _rate(row["spent"], row["initial"])
            lines.append("\t".join([name, row["initial"], row["spent"], rate]))
    return lines
