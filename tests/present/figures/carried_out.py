"""What the figures of a budget's execution must say of the invented municipality's three years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tests.present.figures.money import CODES
from tests.present.figures.paper import Row, Said, money, number, share
from tests.present.figures.years_paper import Oracle, Paper
from tests.support.rawcsv import kurus

MONEY = ("initial", "supplementary", "added", "deducted", "net", "spent", "cancelled", "carried",
         "expected")  # fmt: skip
DIVISIONS = {"ekonomik": "economic", "fonksiyonel": "functional", "faaliyet": "activity"}
BASES = {"net": "net", "baslangic": "initial"}
FUNCTIONS = {"01": "General public services", "04": "Economic affairs",
             "05": "Environmental protection", "08": "Recreation, culture and religion",
             "10": "Social protection"}  # fmt: skip
REVENUE = {"01": "Taxes", "03": "Enterprise and property income",
           "04": "Grants, donations and special revenue", "05": "Other revenue",
           "06": "Capital revenue"}  # fmt: skip
ENGLISH_NAMES: Mapping[str, Mapping[str, str]] = {
    "economic": CODES, "functional": FUNCTIONS, "revenue": REVENUE, "activity": {},
}  # fmt: skip
MONTHS = ("Ocak January", "Şubat February", "Mart March", "Nisan April", "Mayıs May",
          "Haziran June")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """A document by its day and its place among all, and how it is named in a language."""

    age: tuple[str, int, int]
    title: str

    def name(self, language: str) -> str:
        return f"“{self.title}” ({day_of(self.age[0], language)})"


def day_of(iso: str, language: str) -> str:
    """``30.06.2026``, ``30 June 2026``."""
    year, month, day = iso.split("-")
    if language == "tr":
        return f"{day}.{month}.{year}"
    names = ("January", "February", "March", "April", "May", "June", "July", "August",
             "September", "October", "November", "December")  # fmt: skip
    return f"{int(day)} {names[int(month) - 1]} {year}"


def lira(kurus_: int) -> Decimal:
    return Decimal(kurus_) / 100


def stated(paper: Paper, year: int, table: str) -> Iterator[tuple[Source, Row]]:
    """The rows of a table in the datasets around a year, each with its document."""
    for programme in (year - 1, year, year + 1):
        if programme not in paper.folders:
            continue
        sources = {
            row["document"]: Source((row["date"], programme, int(row["sequence"])), row["title"])
            for row in paper.rows(programme, "documents")
        }
        for row in paper.rows(programme, table):
            yield sources[row["document"]], row


def cells(
    paper: Paper, year: int, classification: str, day: str
) -> dict[str, dict[str, tuple[int, Source]]]:
    """By code and column what the newest document states in its main table, with the document."""
    newest: dict[str, dict[str, tuple[int, Source]]] = {}
    for source, row in stated(paper, year, "appropriations"):
        if (row["classification"], row["as_of"], row["statement"]) != (classification, day, "1"):
            continue
        own = newest.setdefault(row["code"], {})
        for column in MONEY:
            amount = kurus(row[column])
            if amount is not None and (column not in own or source.age > own[column][1].age):
                own[column] = (amount, source)
    return newest


def days(paper: Paper, year: int, classification: str) -> list[str]:
    """The days of a year up to which something is spent, the last first."""
    return sorted(
        {
            row["as_of"]
            for _, row in stated(paper, year, "appropriations")
            if row["classification"] == classification
            and row["as_of"].startswith(str(year))
            and row["spent"]
        },
        reverse=True,
    )


def bases(table: Mapping[str, Mapping[str, tuple[int, Source]]]) -> list[str]:
    """What rates can be of."""
    return [
        base
        for base in ("net", "initial")
        if any(base in own and "spent" in own for own in table.values())
    ]


def usual_base(paper: Paper, year: int, classification: str, day: str) -> str:
    """What the newest document that prints rates prints them of."""
    printed = [
        (source.age, row["base"])
        for source, row in stated(paper, year, "appropriations")
        if row["classification"] == classification and row["as_of"] == day and row["base"]
        and row["statement"] == "1"
    ]  # fmt: skip
    return max(printed)[1] if printed else ""


def planned(paper: Paper, year: int, classification: str) -> dict[str, int]:
    """What the programme plans of the budget, by code and ``total``."""
    if classification == "activity":
        amounts = {
            row["activity"]: kurus(row["budget"]) or 0 for row in paper.rows(year, "activities")
        }
        return {**amounts, "total": sum(amounts.values())}
    if classification != "economic":
        return {}
    needs = {row["line"]: kurus(row["total"]) or 0 for row in paper.rows(year, "resource_needs")}
    if needs:
        codes = {line: amount for line, amount in needs.items() if line.isdigit()}
        return {**codes, "total": needs["budget_total"]}
    schedule: dict[str, int] = {}
    for row in paper.rows(year, "printed_amounts"):
        if row["printed_in"] == "programme_code" and row["year"] == str(year):
            code = row["economic_code"] or row["level"]
            schedule[code] = schedule.get(code, 0) + (kurus(row["amount"]) or 0)
    schedule.pop("programme")
    return schedule


def outside(paper: Paper, year: int, classification: str, day: str) -> set[str]:
    """The codes that stand outside the total."""
    return {
        row["code"]
        for _, row in stated(paper, year, "appropriations")
        if row["classification"] == classification
        and row["as_of"] == day
        and row["is_outside_total"] == "true"
    }


def name_of(paper: Paper, year: int, classification: str, code: str, language: str) -> str:
    """A row's name: Turkish as the document prints it, English by the law's codes."""
    ours = ENGLISH_NAMES[classification].get(code)
    if language == "en" and ours:
        return f"{code} {ours}"
    printed = next(
        row["name"]
        for _, row in stated(paper, year, "appropriations")
        if row["classification"] == classification and row["code"] == code
    )
    return f"{code}. {printed}" if classification == "activity" else f"{code} {printed}"


def said(
    paper: Paper, year: int, classification: str, asked: tuple[str, str, bool], language: str
) -> Said:
    """The figure of a classification: ``asked`` are day, base and whether the year before."""
    day, base, has_before = asked
    table = cells(paper, year, classification, day)
    plan = planned(paper, year, classification)
    before_day = f"{year - 1}{day[4:]}"
    before = cells(paper, year, classification, before_day) if has_before else {}
    whole = table["total"]
    spent, source = whole["spent"]
    parts = [source.name(language), str(year), day_of(day, language), money(lira(spent), language)]
    if base:
        of, base_source = whole[base]
        if base_source != source:
            parts.append(base_source.name(language))
        # Decimals that are all 0 are not written before a Turkish suffix.
        rate = share(spent, of, language)
        parts += [money(lira(of), language), rate.removesuffix(",0")]
    if plan:
        parts.append(money(lira(plan["total"]), language))
    beside = outside(paper, year, classification, day)
    inside = [code for code in table if code != "total" and code not in beside]
    most = max(inside, key=lambda code: table[code]["spent"][0])
    parts += [
        money(lira(table[most]["spent"][0]), language),
        name_of(paper, year, classification, most, language),
    ]
    if before:
        then = before["total"]["spent"][0]
        parts += [money(lira(then), language), share(abs(spent - then), then, language)]
    codes = sorted({*table, *(code for code, amount in plan.items() if amount)}, key=_place)
    order = [
        *(code for code in codes if code != "total" and code not in beside),
        "total",
        *(code for code in codes if code in beside),
    ]
    shown = [column for column in MONEY if any(column in own for own in table.values())]

    def row(code: str) -> list[object]:
        own = table.get(code, {})
        amounts = {column: own[column][0] if column in own else None for column in shown}
        base_of = amounts.get(base)
        rate = Fraction(own["spent"][0], base_of) if base and "spent" in own and base_of else None
        then = before.get(code, {}).get("spent")
        sources = sorted({cell[1] for cell in own.values()}, key=lambda s: s.age, reverse=True)
        names = "; ".join(source.name(language) for source in sources)
        return [code, plan.get(code), *amounts.values(), rate, then[0] if then else None, names]

    columns = ("key", "planned_kurus", *(f"{column}_kurus" for column in shown), "rate",
               "before_kurus", "documents")  # fmt: skip
    rows = [row(code) for code in order]
    return Said(
        parts, columns, [[cell or None if cell == "" else cell for cell in r] for r in rows]
    )


def _place(code: str) -> tuple[int, int]:
    return (0, int(code)) if code.isdigit() else (1, 0)


def spending(paper: Paper, year: int, query: Mapping[str, str], language: str) -> Said:
    """Spending as an address asks for it."""
    division = query.get("dagilim") or next(
        name for name, kind in DIVISIONS.items() if days(paper, year, kind)
    )
    kind = DIVISIONS[division]
    day = query.get("tarih") or days(paper, year, kind)[0]
    base = BASES.get(query.get("taban", "")) or usual_base(paper, year, kind, day)
    return said(paper, year, kind, (day, base, "onceki-yil" in query), language)


def revenue(paper: Paper, year: int, query: Mapping[str, str], language: str) -> Said:
    """Revenue as an address asks for it."""
    day = query.get("gelir-tarihi") or days(paper, year, "revenue")[0]
    base = usual_base(paper, year, "revenue", day)
    return said(paper, year, "revenue", (day, base, "gelir-onceki-yil" in query), language)


def spending_presets(paper: Paper, year: int) -> Sequence[Mapping[str, str]]:
    """Each division, its other base, the year before beside it, and the first one's other days."""
    shown: list[Mapping[str, str]] = []
    there = [name for name, kind in DIVISIONS.items() if days(paper, year, kind)]
    for division in there:
        own = {} if division == there[0] else {"dagilim": division}
        shown.append(own)
        kind = DIVISIONS[division]
        day, *others = days(paper, year, kind)
        usual = usual_base(paper, year, kind, day)
        for base in bases(cells(paper, year, kind, day)):
            if base != usual:
                shown.append({**own, "taban": "net" if base == "net" else "baslangic"})
        if kind != "activity" and _has_before(paper, year, kind, day):
            shown.append({**own, "onceki-yil": "1"})
        if division == there[0]:
            shown += [{"tarih": other} for other in others]
    return shown


def revenue_presets(paper: Paper, year: int) -> Sequence[Mapping[str, str]]:
    """The last day, the year before beside it, the other days."""
    own = days(paper, year, "revenue")
    if not own:
        return []
    before = _has_before(paper, year, "revenue", own[0])
    return [
        {},
        *([{"gelir-onceki-yil": "1"}] if before else []),
        *({"gelir-tarihi": day} for day in own[1:]),
    ]


def _has_before(paper: Paper, year: int, kind: str, day: str) -> bool:
    table = cells(paper, year, kind, f"{year - 1}{day[4:]}")
    return any("spent" in own for own in table.values())


def months_of(paper: Paper, year: int, around: int, code: str) -> dict[int, tuple[int, Source]]:
    """What the newest document states of each month of ``year``."""
    newest: dict[int, tuple[int, Source]] = {}
    for source, row in stated(paper, around, "monthly_amounts"):
        amount = kurus(row["amount"])
        if row["classification"] == "economic" and row["code"] == code and amount is not None:
            month = int(row["month"])
            if row["year"] == str(year) and (
                month not in newest or source.age > newest[month][1].age
            ):
                newest[month] = (amount, source)
    return newest


def monthly(paper: Paper, year: int, query: Mapping[str, str], language: str) -> Said:
    """Each month of a year beside that of the year before."""
    code = query.get("kalem", "harcama-total").removeprefix("harcama-")
    own, before = (months_of(paper, at, year, code) for at in (year, year - 1))
    most = max(own, key=lambda month: own[month][0])
    least = min(own, key=lambda month: own[month][0])

    def name(month: int) -> str:
        return MONTHS[month - 1].split()[0 if language == "tr" else 1]

    parts = [own[most][1].name(language), str(year)]
    if code != "total":
        parts.append(name_of(paper, year, "economic", code, language))
    for month in (most, least):
        parts += [name(month), money(lira(own[month][0]), language)]
    parts += [number(len(own), language), money(lira(sum(a for a, _ in own.values())), language)]
    if before.keys() >= own.keys():
        parts.append(money(lira(sum(before[month][0] for month in own)), language))
    rows = [
        (month, own[month][0], before[month][0] if month in before else None)
        for month in sorted(own)
    ]
    return Said(parts, ("month", "amount_kurus", "before_kurus"), rows)


def monthly_presets(paper: Paper, year: int) -> Sequence[Mapping[str, str]]:
    """All spending, then each code."""
    codes = {
        row["code"] for _, row in stated(paper, year, "monthly_amounts") if row["year"] == str(year)
    }
    own = sorted(codes - {"total"})
    return [{}, *({"kalem": f"harcama-{code}"} for code in own)] if codes else []


ORACLES = {
    "plan-net-harcanan": Oracle(spending, spending_presets),
    "gelir": Oracle(revenue, revenue_presets),
    "aylik-harcama": Oracle(monthly, monthly_presets),
}
