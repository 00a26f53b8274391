"""The money of a programme budget: activities, the totals below them, and the budget's schedules.

Of a cell without a figure and of a zero neither tells more than the other: they are not compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from kbb_data.checking.run import MONEY, Run, add, by
from kbb_data.reading.economic_codes import counted, holders
from kbb_data.rows import Row, Tables

#: What an amount is, in Turkish, after its year.
_KINDS = {
    "actual": "gerçekleşmesi",
    "budget": "bütçesi",
    "half_year_actual": "haziran sonu harcaması",
    "year_end_estimate": "yıl sonu tahmini",
    "estimate": "tahmini",
    "forecast": "öngörüsü",
}
_FUNDS = dict(MONEY)


class Cell(NamedTuple):
    """A column of the form's tables of money."""

    year: int
    kind: str
    fund: str

    @property
    def words(self) -> str:
        """The column in Turkish."""
        return f"{self.year} {_KINDS[self.kind]}, {_FUNDS[self.fund]}"

    def code(self, year: int) -> str:
        """The column as a part of a finding's code; of the budget of the programme's own ``year``
        the fund alone."""
        of = "" if (self.year, self.kind) == (year, "budget") else f"{self.year}.{self.kind}."
        return f"{of}{self.fund}".replace("_", "-")


def activity_money(tables: Tables) -> dict[int, dict[Cell, int | None]]:
    """What each activity costs, by column: the programme's year and the others together."""
    year = tables["programme"][0]["year"]
    money: dict[int, dict[Cell, int | None]] = {}
    for row in tables["activities"]:
        own = money.setdefault(row["activity"], {})
        own.update({Cell(year, "budget", fund): row[fund] for fund, _ in MONEY})
    for row in tables["activity_amounts"]:
        money[row["activity"]][Cell(row["year"], row["kind"], row["fund"])] = row["amount"]
    return money


def _compare(
    run: Run,
    key: str,
    row: Row,
    stated: int | None,
    computed: int | None,
    location: str,
    explanation: str,
) -> None:
    """Compare two amounts, of which a blank one and a zero say the same."""
    if (stated or 0) == (computed or 0):
        run.compared += 1
    else:
        run.money(key, row, stated, computed, location, explanation)


def _of_activity(row: Row) -> str:
    return f"{row['activity']}. faaliyetin maliyet satırları (satır {row['source_line']})"


def activity_sums(run: Run) -> None:
    """Each activity's budget and off-budget money to its total, in every column."""
    money = activity_money(run.tables)
    for row in run.rows("activities"):
        own = money[row["activity"]]
        for cell, stated in own.items():
            funds = [own.get(cell._replace(fund=fund)) for fund in ("budget", "off_budget")]
            is_printed = row["goal_table_total"] is not None
            if cell.fund != "total" or add(funds) is None or not is_printed:
                continue
            _compare(
                run,
                f"{row['activity']}.{cell.code(run.year)}",
                row,
                stated,
                add(funds),
                f"{_of_activity(row)}, {cell.words}",
                "Bütçe içi ve bütçe dışı tutarlar, faaliyetin yazılan toplamına eşit değil.",
            )


def activity_codes(run: Run) -> None:
    """The lines by economic code of each activity to its rows of funds, where it has both; codes
    below a printed code to it."""
    lines = by(run.rows("activity_cost_lines"), ("activity", "year", "kind", "fund"))
    for row in run.rows("activities"):
        for fund, _ in MONEY[:2]:
            cell = Cell(run.year, "budget", fund)
            own = lines.get((row["activity"], *cell), [])
            if own and row[f"goal_table_{fund}"] is not None:
                _compare(
                    run,
                    f"{row['activity']}.{cell.code(run.year)}",
                    row,
                    row[f"goal_table_{fund}"],
                    add(line["amount"] for line in _counted(own)),
                    f"{_of_activity(row)}, {cell.words}",
                    "Ekonomik kodların toplamı, faaliyetin yazılan tutarına eşit değil.",
                )
    columns = ("activity", "financing", "year", "kind", "fund")
    for key, own in by(run.rows("activity_cost_lines"), columns).items():
        above = holders([line["code_printed"] for line in own])
        for place, line in enumerate(own):
            parts = [part for part, of in zip(own, above, strict=True) if of == place]
            if parts:
                cell = _cell(line)
                _compare(
                    run,
                    f"{key[0]}.code-{line['code_printed'].replace('.', '-')}-{line['position']}."
                    + cell.code(run.year),
                    line,
                    line["amount"],
                    add(part["amount"] for part in parts),
                    f"{key[0]}. faaliyetin maliyet satırları (satır {line['source_line']}), "
                    f"{line['code_printed']}, {cell.words}",
                    "Alt kodların toplamı, üst kodun tutarına eşit değil.",
                )


def _counted(lines: list[Row]) -> list[Row]:
    """The lines by economic code without those that are parts of another one."""
    return counted(lines, lambda line: str(line["code_printed"]), lambda line: line["financing"])


def sub_programme_sums(run: Run) -> None:
    """The activities of each sub-programme to the totals below them, in every column, and these
    totals' funds to their own total."""
    money = activity_money(run.tables)
    activities = by(run.rows("activities"), "goal")
    totals = [row for row in run.rows("printed_amounts") if row["printed_in"] == "costs"]
    stated = {(row["number"], _cell(row)): row["amount"] for row in totals}
    for row in totals:
        number, cell = row["number"], _cell(row)
        place = f"{number}. alt programın maliyet tablosu (satır {row['source_line']})"
        _compare(
            run,
            f"{number}.{cell.code(run.year)}",
            row,
            row["amount"],
            add(money[own["activity"]].get(cell) for own in activities.get(number, ())),
            f"{place}, {cell.words}",
            "Faaliyetlerin toplamı, alt programın yazılan toplamına eşit değil.",
        )
        parts = [
            stated.get((number, cell._replace(fund=fund))) for fund in ("budget", "off_budget")
        ]
        if cell.fund == "total" and add(parts) is not None:
            _compare(
                run,
                f"{number}.funds.{cell.code(run.year)}",
                row,
                row["amount"],
                add(parts),
                f"{place}, {cell.words}",
                "Alt programın bütçe içi ve bütçe dışı toplamları, genel toplamına eşit değil.",
            )


def _cell(row: Row) -> Cell:
    return Cell(row["year"], row["kind"], row["fund"])


def _schedules(run: Run) -> list[Row]:
    return [row for row in run.rows("printed_amounts") if row["printed_in"] != "costs"]


def _place(row: Row) -> str:
    return f"Ödenek cetveli (satır {row['source_line']}), “{row['label']}”"


#: How findings' codes call the levels, as they do those of the strategic plan.
_CODES = {"programme": "aim", "sub_programme": "goal"}


def _key(run: Run, row: Row) -> str:
    level = _CODES.get(row["level"], row["level"])
    part = f"{level}-{row['number']}" if row["number"] else level
    code = f".{row['code_printed'].replace('.', '-')}" if row["code_printed"] else ""
    return f"{part}.{row['printed_in'].replace('_', '-')}{code}.{_cell(row).code(run.year)}"


def schedule_amounts(run: Run) -> None:
    """The finest lines of each schedule to the activities' tables: a part's money, and its lines by
    economic code where the activities print them. What they add up to is the schedule's own."""
    money = activity_money(run.tables)
    lines = run.rows("activity_cost_lines")
    for row in _schedules(run):
        cell = _cell(row)
        if row["level"] != row["printed_in"].removesuffix("_code"):
            continue
        within = {own["activity"] for own in _activities_of(run.tables, row)}
        if row["code_printed"]:
            computed = [
                line["amount"]
                for line in counted(
                    lines,
                    lambda line: str(line["code_printed"]),
                    lambda line: tuple(line[name] for name in _ONE_PRINT),
                )
                if line["activity"] in within
                and _cell(line) == cell
                and _is_under(line["code_printed"], row["code_printed"])
            ]
            if not lines:
                continue
        else:
            computed = [money[number].get(cell) for number in sorted(within)]
            if not any(cell in money[number] for number in within):
                continue
        _compare(
            run,
            _key(run, row),
            row,
            row["amount"],
            add(computed),
            f"{_place(row)}, {cell.words}",
            "Ödenek cetvelindeki tutar, faaliyetlerin maliyet tablolarından farklı.",
        )


#: What lines by economic code have in common that may be parts of one another.
_ONE_PRINT = ("activity", "financing", "year", "kind", "fund")


def _is_under(code: str, above: str) -> bool:
    """Whether an economic code is another one or lies below it."""
    left, right = ([part.zfill(2) for part in each.split(".")] for each in (code, above))
    return left[: len(right)] == right


def _activities_of(tables: Tables, row: Row) -> Iterator[Row]:
    """The activities that a line of a schedule is about."""
    tops = {
        int(part["code"]): int(part["parent"])
        for part in tables["hierarchy"]
        if part["level"] == "sub_programme"
    }
    holds: dict[str, Callable[[Row], bool]] = {
        "programme": lambda own: tops[own["goal"]] == row["number"],
        "sub_programme": lambda own: own["goal"] == row["number"],
        "activity": lambda own: own["activity"] == row["number"],
    }
    return filter(holds[row["level"]], tables["activities"])


def schedule_sums(run: Run) -> None:
    """Within each schedule: economic codes or parts to the total of what they lie in."""
    above = {
        ("sub_programme", part["code"]): part["parent"]
        for part in run.rows("hierarchy")
        if part["level"] == "sub_programme"
    }
    owners = {str(row["activity"]): str(row["goal"]) for row in run.rows("activities")}
    for rows in by(_schedules(run), ("printed_in", "year", "kind", "fund")).values():
        for total in (row for row in rows if not row["code_printed"]):
            parts = list(_parts(total, rows, above, owners))
            if not parts:
                continue
            _compare(
                run,
                _key(run, total),
                total,
                total["amount"],
                add(part["amount"] for part in parts),
                f"{_place(total)}, {_cell(total).words}",
                f"Cetveldeki {len(parts)} satırın toplamı, yazılan toplama eşit değil.",
            )


def _parts(
    total: Row, rows: Iterable[Row], above: dict[tuple[str, str], str], owners: dict[str, str]
) -> Iterator[Row]:
    """The lines that a total of a schedule adds up: its economic codes, else the parts right below
    it that the schedule totals."""
    same = (total["level"], total["number"])
    rows = list(rows)
    codes = [row for row in rows if row["code_printed"] and (row["level"], row["number"]) == same]
    if codes:
        yield from codes
        return
    number = str(total["number"])
    for row in (each for each in rows if not each["code_printed"]):
        if (
            (total["level"] == "total" and row["level"] == "programme")
            or (
                total["level"] == "programme"
                and row["level"] == "sub_programme"
                and above[("sub_programme", str(row["number"]))] == number
            )
            or (
                total["level"] == "sub_programme"
                and row["level"] == "activity"
                and owners[str(row["number"])] == number
            )
        ):
            yield row


def schedule_codes(run: Run) -> None:
    """Each programme's economic codes in one schedule to its sub-programmes' in another."""
    tops = {
        int(part["code"]): int(part["parent"])
        for part in run.rows("hierarchy")
        if part["level"] == "sub_programme"
    }
    finer = [row for row in _schedules(run) if row["printed_in"] == "sub_programme_code"]
    known = {_cell(row) for row in finer}
    for row in _schedules(run):
        cell = _cell(row)
        if row["printed_in"] != "programme_code" or not row["code_printed"] or cell not in known:
            continue
        below = [
            other
            for other in finer
            if other["code_printed"] == row["code_printed"]
            and other["level"] == "sub_programme"
            and tops[other["number"]] == row["number"]
            and _cell(other) == cell
        ]
        lines = ", ".join(str(other["source_line"]) for other in below)
        _compare(
            run,
            _key(run, row),
            row,
            row["amount"],
            add(other["amount"] for other in below),
            f"{_place(row)}, {row['code_printed']}, {cell.words}"
            + (f" ile ödenek cetveli (satır {lines})" if below else ""),
            "Programın ekonomik koddaki ödeneği iki cetvelde farklı.",
        )
