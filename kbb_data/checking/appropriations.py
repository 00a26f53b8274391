"""Money of the documents of results: rates, sums, and the same figure in several places."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kbb_data.checking import rules
from kbb_data.checking.documents import (
    AMOUNTS,
    RESULTS,
    TOTAL,
    about,
    amount,
    in_order,
    key,
    place,
    titles,
)
from kbb_data.checking.run import Run, add, by, lira
from kbb_data.rates import computed_rate
from kbb_data.rows import Row

#: What a statement is about, within its document.
_FIGURE = ("document", "classification", "code", "as_of")
_BASES = {"initial": "başlangıç ödeneğine", "net": "net ödeneğe"}
_SUMMED = {"economic": "ekonomik", "functional": "fonksiyonel"}


@dataclass(frozen=True, slots=True)
class _Whole:
    """A classification's amount in all, the row where it stands (or the first that it adds up) and
    whether it is printed."""

    row: Row
    amount: int
    is_printed: bool


def rates(run: Run) -> None:
    """Each printed rate to what was spent and the appropriation that it is a rate of, to as many
    decimals as are printed. What a sentence leaves out is taken from the main table."""
    named = titles(run.tables)
    main = _mains(run)
    for row in run.rows("appropriations"):
        printed, base = row["printed_rate"], row["base"]
        if printed is None or not base:
            continue
        first = main[tuple(row[column] for column in _FIGURE)]
        spent = first["spent"] if row["spent"] is None else row["spent"]
        whole = first[base] if row[base] is None else row[base]
        if spent is None or not whole:
            continue
        run.figure(
            f"{key(row)}.{row['statement']}",
            row,
            printed,
            computed_rate(spent, whole, printed),
            f"{place(named[row['document']], [row])}, {about(row)}, oran",
            f"{lira_of(spent)} TL, {_BASES[base]} ({lira_of(whole)} TL) oranlanınca yazılan orana "
            "ulaşılmıyor.",
            unit=rules.SHARE,
        )


def nets(run: Run) -> None:
    """Each net appropriation to the initial one with what was added and without what was
    deducted; rows that state nothing between the two are not compared."""
    named = titles(run.tables)
    for row in run.rows("appropriations"):
        changes = [row["supplementary"], row["added"], row["deducted"]]
        if row["net"] is None or row["initial"] is None or add(changes) is None:
            continue
        supplementary, added, deducted = (change or 0 for change in changes)
        run.money(
            f"{key(row)}.{row['statement']}",
            row,
            row["net"],
            row["initial"] + supplementary + added - deducted,
            f"{place(named[row['document']], [row])}, {about(row)}, net ödenek",
            "Başlangıç ödeneği, ek bütçe ve eklenen ödenek toplanıp düşülen ödenek çıkarılınca "
            "yazılan net ödeneğe ulaşılmıyor.",
        )


def parts(run: Run) -> None:
    """The codes of each table to the total that the table prints, amount by amount."""
    named = titles(run.tables)
    for rows in by(run.rows("appropriations"), ("document", "classification", "as_of")).values():
        seen: set[tuple[str, int | None, int | None]] = set()
        for total, own in _tables(rows):
            for name, _ in AMOUNTS:
                computed = _sum(own, name)
                figures = (name, total[name], computed)
                if total[name] is None or computed is None or figures in seen:
                    continue
                seen.add(figures)
                run.money(
                    f"{key(total)}.{total['statement']}.{name}",
                    total,
                    total[name],
                    computed,
                    f"{place(named[total['document']], [total])}, {about(total)}, "
                    f"{amount(total, name)}",
                    f"Tablodaki {len(own)} satırın toplamı, yazılan toplama eşit değil."
                    + _outside(own, name),
                )


def classifications(run: Run) -> None:
    """What a document states in all by economic code to what it states by function: the printed
    total, or where none is printed the sum of the codes."""
    named = titles(run.tables)
    for rows in by(run.rows("appropriations"), ("document", "as_of")).values():
        for name, _ in AMOUNTS:
            economic, functional = (_whole(rows, own, name) for own in _SUMMED)
            if economic is None or functional is None:
                continue
            row, other = economic.row, functional.row
            run.money(
                f"{row['as_of']}.{row['document']}.{name}",
                row,
                economic.amount,
                functional.amount,
                f"{place(named[row['document']], [row, other])}, "
                f"{about({**row, 'code': TOTAL})}, {amount(row, name)}",
                "Ekonomik ve fonksiyonel sınıflandırma aynı paranın iki bölünüşüdür; toplamları "
                "eşit değil."
                + "".join(
                    f" Belge {_SUMMED[whole.row['classification']]} sınıflandırmanın toplamını "
                    "yazmıyor; satırları toplandı."
                    for whole in (economic, functional)
                    if not whole.is_printed
                ),
            )


def statements(run: Run) -> None:
    """The same figure in several places of one document: every place to the main table."""
    named = titles(run.tables)
    for rows in by(run.rows("appropriations"), _FIGURE).values():
        own = sorted(rows, key=lambda row: int(row["statement"]))
        for name, _ in AMOUNTS:
            stated = [row for row in own if row[name] is not None]
            told = {stated[0][name]} if stated else set()
            for row in stated[1:]:
                if row[name] in told:
                    # A value is told once, wherever else it stands.
                    run.compared += 1
                    continue
                told.add(row[name])
                first = _origin(stated, name)
                run.money(
                    f"{key(row)}.{row['statement']}.{name}",
                    row,
                    first[name],
                    row[name],
                    f"{place(named[row['document']], [first, row])}, {about(row)}, "
                    f"{amount(row, name)}",
                    "Belge aynı tutarı iki yerde farklı yazıyor.",
                )


def _origin(stated: Sequence[Row], name: str) -> Row:
    """Where a document first states an amount: its main table, which has what is expected from the
    table of expectations alone."""
    others = (row for row in stated[1:] if row[name] == stated[0][name])
    return next(others, stated[0]) if name == "expected" else stated[0]


def months(run: Run) -> None:
    """The months from January on to what was spent up to their last month's end, where a document
    states both."""
    named = titles(run.tables)
    main = _mains(run)
    columns = ("document", "classification", "code", "year")
    for (document, classification, code, year), rows in by(
        run.rows("monthly_amounts"), columns
    ).items():
        amounts = {row["month"]: row["amount"] for row in rows}
        until = max(amounts)
        if len(amounts) != until or None in amounts.values():
            continue
        last = calendar.monthrange(year, until)[1]
        row = main.get((document, classification, code, f"{year}-{until:02d}-{last}"))
        if row is None or row["spent"] is None:
            continue
        run.money(
            key(row),
            rows[0],
            row["spent"],
            add(amounts.values()),
            f"{place(named[document], [row, rows[0]])}, {about(row)}, {amount(row, 'spent')}",
            f"Ocaktan başlayarak {until} ayın toplamı, yazılan tutara eşit değil.",
        )


def documents(run: Run) -> None:
    """The same figure as of the same day in two documents: each to the next newer one."""
    named = titles(run.tables)
    order = {row["document"]: row for row in in_order(run.tables)}
    ranks = {document: rank for rank, document in enumerate(order)}
    rows = (row for row in run.rows("appropriations") if row["statement"] == 1)
    for own in by(rows, ("classification", "code", "as_of")).values():
        for name, _ in AMOUNTS:
            stated = [row for row in own if row[name] is not None]
            for old, new in pairwise(sorted(stated, key=lambda row: ranks[row["document"]])):
                run.compared += 1
                if old[name] == new[name]:
                    continue
                run.find(
                    f"{key(new)}.{name}",
                    new,
                    f"{place(named[old['document']], [old])} ile "
                    f"{place(named[new['document']], [new])}, {about(new)}, {amount(new, name)}",
                    changed(order[new["document"]], old["document"]),
                    kind=rules.QUESTION,
                    stated=lira(old[name]),
                    computed=lira(new[name]),
                    difference=lira(new[name] - old[name]),
                    unit=rules.MONEY,
                )


def changed(newer: Row, older: str) -> str:
    """What a difference between two documents is: a correction where the newer one corrects the
    older, else a revision."""
    if newer["corrects"] == older:
        return (
            f"Düzeltme: yeni belge öncekinin yanlışını düzeltiyor ({newer['correction_reason']})."
        )
    return "Revizyon: yeni belge aynı güne ait tutarı sonradan edinilen bilgiyle değiştiriyor."


def lira_of(kurus: int) -> str:
    """Kuruş as the document prints them."""
    whole, decimals = lira(kurus).split(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{grouped},{decimals}"


def _mains(run: Run) -> dict[tuple[str, ...], Row]:
    """The main statement of each figure."""
    rows = sorted(run.rows("appropriations"), key=lambda row: -int(row["statement"]))
    return {tuple(row[column] for column in _FIGURE): row for row in rows}


def _tables(rows: Sequence[Row]) -> Iterator[tuple[Row, list[Row]]]:
    """Each printed total of a document with the codes of its table: those between it and the total
    before, or behind it where totals stand first. Running text prints no names and is no table."""
    table: list[Row] = []
    lines = sorted((row for row in rows if row["name"]), key=lambda row: int(row["source_line"]))
    if lines and lines[0]["code"] == TOTAL:
        lines.reverse()
    for row in lines:
        if row["code"] != TOTAL:
            table.append(row)
            continue
        if len({part["code"] for part in table}) == len(table) > 0:
            yield row, table
        table = []


def _sum(rows: Sequence[Row], name: str) -> int | None:
    """What rows add up to in a total; those outside it do not count."""
    return add(row[name] for row in rows if not (row["is_outside_total"] and name in RESULTS))


def _outside(rows: Sequence[Row], name: str) -> str:
    codes = [row["code"] for row in rows if row["is_outside_total"] and row[name]]
    if not codes or name not in RESULTS:
        return ""
    return f" Belgenin toplam dışında tuttuğu {', '.join(codes)} kodu katılmadı."


def _whole(rows: Sequence[Row], classification: str, name: str) -> _Whole | None:
    """A classification's amount in all; ``None`` where nothing is stated."""
    own = [row for row in rows if row["classification"] == classification and row["statement"] == 1]
    total = next((row for row in own if row["code"] == TOTAL and row[name] is not None), None)
    if total:
        return _Whole(total, total[name], True)
    codes = [row for row in own if row["code"] != TOTAL]
    computed = _sum(codes, name)
    return _Whole(codes[0], computed, False) if computed is not None else None
