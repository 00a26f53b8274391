"""A programme's text in the form of strategic plans, made of what one year promises.

Sections 1.1 to 1.5 are those of the municipality's programme budget; every total, share and cost
table follows from the activities, so that the document agrees with itself.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from tests.support.source import ROOT

FIXTURES = ROOT / "tests" / "fixtures"
_HEAD_OF = FIXTURES / "programme_budget.txt"
INSTITUTION = "ÇAMLIOVA BÜYÜKŞEHİR BELEDİYESİ"

CODES = {
    "01": "Personel Giderleri", "02": "SGK Devlet Primi Giderleri",
    "03": "Mal ve Hizmet Alım Giderleri", "04": "Faiz Giderleri", "05": "Cari Transferler",
    "06": "Sermaye Giderleri", "07": "Sermaye Transferleri", "08": "Borç verme",
    "09": "Yedek Ödenek",
}  # fmt: skip
_SOURCES = {
    "revolving_fund": "Döner Sermaye", "other_domestic": "Diğer Yurt İçi", "foreign": "Yurt Dışı",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Goal:
    number: int
    aim: int
    objective: str
    content: dict[str, Any]

    def sum(self, fund: str) -> Decimal:
        return sum((_amount(activity, fund) for activity in self.content["activity"]), Decimal(0))


def content(year: int) -> dict[str, Any]:
    """What the municipality promises for 2024 or 2025."""
    path = FIXTURES / "years" / f"programme_{year}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def text(year: int) -> str:
    """The programme's text for 2024 or 2025."""
    programme = content(year)
    goals = list(_goals(programme))
    lines = [*_head(year), *_plan(year, programme)]
    for place, aim in enumerate(programme["aim"], start=1):
        lines += [f"2.3.{place}. {_titled(aim['name'])}", ""]
        for goal in (goal for goal in goals if goal.aim == place):
            lines += _goal_table(year, aim, goal)
            for activity in goal.content["activity"]:
                lines += _cost_table(year, goal, activity)
    lines += [*_performance(programme, goals), *_needs(programme, goals), *_units(goals)]
    return "\n".join([*lines, "Çamlıova Büyükşehir Belediyesi", "Ova Caddesi No: 1", ""])


def lira(amount: Decimal) -> str:
    """An amount as documents print it: ``1.234.567,50``."""
    return f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))


def _titled(name: str) -> str:
    return name.replace("İ", "i").replace("I", "ı").lower().title().replace("Ve ", "ve ")


def _amount(activity: dict[str, Any], fund: str) -> Decimal:
    """The activity's money from its budget (``budget``), off it, or both (``total``)."""
    budget = sum((Decimal(cost) for cost in activity["costs"].values()), Decimal(0))
    off = sum((Decimal(activity.get(source, 0)) for source in _SOURCES), Decimal(0))
    return {"budget": budget, "off_budget": off, "total": budget + off}[fund]


def _goals(programme: dict[str, Any]) -> Iterator[_Goal]:
    number = 0
    for aim, below in enumerate(programme["aim"], start=1):
        for place, goal in enumerate(below["goal"], start=1):
            number += 1
            yield _Goal(number, aim, f"{aim}.{place}", goal)


def _head(year: int) -> list[str]:
    before, _ = _HEAD_OF.read_text(encoding="utf-8").split("2.PERFORMANS BİLGİLERİ")
    before = before.replace("2026", str(year)).replace(
        "2.3. Program ve Alt Programlara İlişkin Bilgiler", "2.4. İdare Performans Tablosu"
    )
    return before.rstrip("\n").split("\n") + [""]


def _plan(year: int, programme: dict[str, Any]) -> list[str]:
    lines = [
        "2.PERFORMANS BİLGİLERİ", "", "2.1. Temel Politika ve Öncelikler", "",
        "Program stratejik plana dayanır.", "", "2.2. Amaç ve Hedefler", "",
        "2.2.1. Misyon, Vizyon ve Temel Değerler", "", "MİSYON", "", "Ovayı birlikte yönetmek.", "",
        "VİZYON", "", "Çamların gölgesinde güzel bir şehir", "", "TEMEL DEĞERLER", "",
        "- Açıklık", "- Işık gibi aydınlık yönetim", "",
        f"2.2.2. {year} Yılı Performans Programındaki Stratejik Amaç ve Hedefler", "",
    ]  # fmt: skip
    for place, aim in enumerate(programme["aim"], start=1):
        lines += [aim["name"], "", f"S.A.{place}: {aim['statement']}", ""]
        for below, goal in enumerate(aim["goal"], start=1):
            lines += [f"S.H.{place}.{below}: {goal['objective']}", ""]
    return [*lines, "2.3. Performans Hedef ve Göstergeleri ile Faaliyetler", ""]


def _goal_table(year: int, aim: dict[str, Any], goal: _Goal) -> list[str]:
    lines = [
        "PERFORMANS HEDEFİ TABLOSU\t\t\t\t",
        f"İdare Adı:\t{INSTITUTION}\t\t\t",
        f"Stratejik Amaç {goal.aim}:\t{aim['statement']}\t\t\t",
        f"Stratejik Hedef {goal.objective}:\t{goal.content['objective']}\t\t\t",
        f"Performans Hedefi ({goal.number}):\t{goal.content['statement']}\t\t\t",
        "Açıklamalar:\t\t\t\t",
        "Performans Göstergeleri\t\t\t\t",
        f"\t\t{year - 2} Gerçekleşen\t{year - 1} Tahmin\t{year} Hedef",
    ]
    for place, (name, *values) in enumerate(goal.content["indicators"], start=1):
        lines += ["\t".join([str(place), name, *values]), "Açıklamalar:\t\t\t\t"]
    lines += [f"Faaliyetler\t\tKaynak İhtiyacı {year} (₺)\t\t", "\t\tBütçe\tBütçe Dışı\tToplam"]
    funds = ("budget", "off_budget", "total")
    for place, activity in enumerate(goal.content["activity"], start=1):
        amounts = [lira(_amount(activity, fund)) for fund in funds]
        lines.append("\t".join([str(place), activity["name"], *amounts]))
    return [*lines, "\t".join(["Genel Toplam", "", *(lira(goal.sum(f)) for f in funds)]), ""]


def _cost_table(year: int, goal: _Goal, activity: dict[str, Any]) -> list[str]:
    costs = [
        f"{code}\t{CODES[code]}\t{lira(Decimal(cost))}" for code, cost in activity["costs"].items()
    ]
    lines = [
        "FAALİYET MALİYET TABLOSU\t\t",
        f"İdare Adı:\t{INSTITUTION}\t",
        f"Performans Hedefi ({goal.number}):\t{goal.content['statement']}\t",
        f"Faaliyet Adı:\t{activity['name']}\t",
        f"Sorumlu Harcama Birimi:\t{goal.content['unit']}\t",
        "Açıklamalar:\t\t",
        f"Ekonomik Kod\t{year} (₺)\t",
        *costs,
        f"Toplam Bütçe Kaynak İhtiyacı\t\t{lira(_amount(activity, 'budget'))}",
    ]  # fmt: skip
    for place, (source, name) in enumerate(_SOURCES.items()):
        head = "" if place else "Bütçe Dışı Kaynak"
        lines.append(f"{head}\t{name}\t{lira(Decimal(activity.get(source, 0)))}")
    return [
        *lines,
        f"Toplam Bütçe Dışı Kaynak İhtiyacı\t\t{lira(_amount(activity, 'off_budget'))}",
        f"Toplam Kaynak İhtiyacı\t\t{lira(_amount(activity, 'total'))}",
        "",
    ]


def _performance(programme: dict[str, Any], goals: list[_Goal]) -> list[str]:
    funds = ("budget", "off_budget", "total")
    general = sum((Decimal(v) for v in programme["general_administration"].values()), Decimal(0))
    below = {fund: sum((goal.sum(fund) for goal in goals), Decimal(0)) for fund in funds}
    beside = {"budget": general, "off_budget": Decimal(0), "total": general}
    whole = {fund: below[fund] + beside[fund] for fund in funds}

    def row(number: str, activity: str, name: str, amounts: dict[str, Decimal]) -> str:
        cells = [number, activity, name]
        for fund in funds:
            share = amounts[fund] * 100 / whole[fund]
            cells += [
                lira(amounts[fund]),
                lira(share.quantize(Decimal("0.01"), ROUND_HALF_UP)),
            ]
        return "\t".join(cells)

    count = sum(len(goal.content["activity"]) for goal in goals)
    lines = [
        "2.4. İdare Performans Tablosu", "",
        f"Programda {len(goals)} adet Performans Hedefi, {count} adet Faaliyet/Proje yer "
        "almaktadır. "
        f"{lira(below['total'])} TL Faaliyet Gideri, {lira(general)} TL Genel Yönetim Gideri olmak "
        f"üzere; Toplam da {lira(whole['total'])} TL kullanılması planlanmaktadır.", "",
        "Performans Hedefi\tFaaliyet\tAçıklamalar\tBütçe İçi\t\tBütçe Dışı\t\tToplam\t",
        "\t\t\tTL\tPay\tTL\tPay\tTL\tPay",
    ]  # fmt: skip
    number = 0
    for goal in goals:
        sums = {fund: goal.sum(fund) for fund in funds}
        lines.append(row(str(goal.number), "", goal.content["statement"], sums))
        for activity in goal.content["activity"]:
            number += 1
            amounts = {fund: _amount(activity, fund) for fund in funds}
            lines.append(row("", str(number), activity["name"], amounts))
    nothing = dict.fromkeys(funds, Decimal(0))
    lines += [
        row("Performans Hedefleri Maliyetleri Toplamı", "", "", below),
        row("Genel Yönetim Giderleri", "", "", beside),
        row("Diğer İdarelere Transfer Edilecek Kaynaklar Toplamı", "", "", nothing),
        row("Genel toplam", "", "", whole),
    ]
    return [*lines, ""]


def _needs(programme: dict[str, Any], goals: list[_Goal]) -> list[str]:
    activities = [activity for goal in goals for activity in goal.content["activity"]]
    costs: Counter[str] = Counter()
    for activity in activities:
        costs.update({code: Decimal(cost) for code, cost in activity["costs"].items()})  # type: ignore[misc]
    general = {code: Decimal(v) for code, v in programme["general_administration"].items()}

    def row(head: list[str], mine: Decimal, beside: Decimal) -> str:
        return "\t".join([*head, *map(lira, (mine, beside, Decimal(0), mine + beside))])

    zero = Decimal(0)
    lines = [
        "2.5. Toplam Kaynak İhtiyacı Tablosu", "",
        f"{INSTITUTION}\t\t\t\t\t\t",
        "Bütçe Kaynak İhtiyacı\tEkonomik Kod\t\tFaaliyet Toplamı\tGenel Yönetim Giderleri Toplamı\t"
        "Diğer İdarelere Transfer Edilecek Kaynaklar Toplamı\tGenel Toplam",
    ]  # fmt: skip
    for code, name in CODES.items():
        mine = Decimal(costs[code])
        lines.append(row(["", code, name], mine, general.get(code, zero)))
    budget = sum((_amount(activity, "budget") for activity in activities), zero)
    off = sum((_amount(activity, "off_budget") for activity in activities), zero)
    beside = sum(general.values(), zero)
    lines.append(row(["Toplam Bütçe Kaynak İhtiyacı", "", ""], budget, beside))
    for place, (source, name) in enumerate(_SOURCES.items()):
        mine = sum((Decimal(activity.get(source, 0)) for activity in activities), zero)
        lines.append(row(["" if place else "Bütçe Dışı Kaynak", name, ""], mine, zero))
    lines.append(row(["", "Toplam Bütçe Dışı Kaynak İhtiyacı", ""], off, zero))
    lines.append(row(["Toplam Kaynak İhtiyacı", "", ""], budget + off, beside))
    return [*lines, ""]


def _units(goals: list[_Goal]) -> list[str]:
    lines = [
        "2.6. Faaliyetlerden Sorumlu Harcama Birimlerine İlişkin Tablo", "",
        "PERFORMANS HEDEFİ\t\tFAALİYETLER\tSORUMLU BİRİMLER",
    ]  # fmt: skip
    for goal in goals:
        for place, activity in enumerate(goal.content["activity"]):
            head = ["", ""] if place else [f"P.H.{goal.number}:", goal.content["statement"]]
            unit = "" if place else goal.content["unit"]
            lines.append("\t".join([*head, activity["name"], unit]))
    return [*lines, ""]


def write(year: int, path: Path) -> Path:
    """The text of 2024 or 2025 in the file ``path``."""
    path.write_text(text(year), encoding="utf-8")
    return path
