"""Indicators in the documents of results: targets altered, reasons lacking, indicators dropped."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from kbb_data.checking import rules
from kbb_data.checking.appropriations import changed
from kbb_data.checking.documents import day, in_order, place, titles
from kbb_data.checking.run import Run, by, plain
from kbb_data.reading.wording import alike
from kbb_data.rows import Row
from kbb_data.values import printed_number

#: The kind of a document that units may give in parts, and the one that must report on every
#: indicator (5018, article 41).
RESULTS_FORM, ACTIVITY_REPORT = "results_form", "activity_report"
#: The check of indicators that a document reports on and the programme does not have.
ADDED = "result-added"
#: So many times the other is a leap.
_TIMES = 10
#: A rate up to the first, beside a target from the second on, may be one of 1 instead of 100.
_SMALL, _LARGE = 2, 20
#: What stands where nothing is stated.
_DASHES = ("-", "–", "—", "−")
#: How many dropped indicators an explanation names.
_NAMED = 20


def targets(run: Run) -> None:
    """The target that a document repeats to the programme's own: one that was altered after the
    event."""
    named, own, units = titles(run.tables), _targets(run), _units(run)
    for row in run.rows("indicator_results"):
        number = (row["goal"], row["indicator"])
        run.figure(
            _key(row),
            row,
            row["target_stated"],
            own.get(number),
            f"{place(named[row['document']], [row])}, {_about(run, row)}, hedef",
            "Gerçekleşme belgesinde yazan hedef, programda yazan hedeften farklı.",
            unit=units[number],
        )


def reasons(run: Run) -> None:
    """A year's result that deviates from its target, however little, says why; the law asks for it
    (5018, article 41). Half a year's result is held against no target."""
    named, own, units = titles(run.tables), _targets(run), _units(run)
    for row in run.rows("indicator_results"):
        number = (row["goal"], row["indicator"])
        target = own.get(number, row["target_stated"])
        if row["value"] is None or target is None or not row["as_of"].endswith("-12-31"):
            continue
        run.compared += 1
        if row["value"] == target or row["deviation_reason"]:
            continue
        run.find(
            _key(row),
            row,
            f"{place(named[row['document']], [row])}, {_about(run, row)}, sapma nedeni",
            "Sonuç hedeften farklı; belge nedenini yazmıyor. 5018 sayılı Kanun'un 41. maddesi her "
            "sapmanın nedenini ister.",
            kind=rules.BLANK,
            stated=plain(target),
            computed=plain(row["value"]),
            difference=plain(row["value"] - target),
            unit=units[number],
        )


def leaps(run: Run) -> None:
    """A result that is ten times its target or more; of a whole year, a tenth of it or less; a rate
    that may be one of 1 instead of 100 (1,10 for 110 %). A slip of a digit looks so; 0 and what is
    not stated have no ratio."""
    named, own, units = titles(run.tables), _targets(run), _units(run)
    for row in run.rows("indicator_results"):
        number = (row["goal"], row["indicator"])
        value, target = row["value"], own.get(number)
        if not value or not target:
            continue
        run.compared += 1
        is_small = row["as_of"].endswith("-12-31") and value * _TIMES <= target
        is_small |= units[number] == rules.SHARE and 0 < value <= _SMALL and target >= _LARGE
        if value < target * _TIMES and not is_small:
            continue
        times = printed_number(round(max(value, target) / min(value, target)))
        run.find(
            _key(row),
            row,
            f"{place(named[row['document']], [row])}, {_about(run, row)}",
            f"Değer, yılın hedefinin yaklaşık {times} katı; bir basamak mı kaydı, ölçü mü değişti, "
            "belge söylemiyor."
            if value > target
            else f"Yılın hedefi, değerin yaklaşık {times} katı; bir basamak mı kaydı, ölçü mü "
            "değişti, belge söylemiyor.",
            kind=rules.QUESTION,
            stated=plain(target),
            computed=plain(value),
            unit=units[number],
        )


def readings(run: Run) -> None:
    """A result that is printed and is no number (``64 km``): it stands without a value."""
    named = titles(run.tables)
    for row in run.rows("indicator_results"):
        if row["printed"] is None:
            continue
        run.compared += 1
        if row["value"] is not None or row["printed"] in _DASHES:
            continue
        run.find(
            _key(row),
            row,
            f"{place(named[row['document']], [row])}, {_about(run, row)}",
            "Yazılan değer kesin olarak okunamıyor; boş bırakıldı.",
            kind=rules.READING,
            certainty=rules.JUDGED,
            stated=row["printed"],
        )


def reported(run: Run) -> None:
    """The indicators that a document reports on to the programme's: those that it leaves out. The
    units' forms of one day are one document here, told at the last of them. An activity report, and
    a document with indicators of its own, leaves out all where it reports on none."""
    named = titles(run.tables)
    known = {(row["goal"], row["indicator"]): row for row in run.rows("indicators")}
    for rows in [*_reports(run), *_silent(run)]:
        document = rows[-1]["document"]
        told = {
            (row["goal"], row["indicator"])
            for row in rows
            if "goal" in row and (row["value"] is not None or row["printed"])
        }
        run.compared += 1
        dropped = [number for number in known if number not in told]
        if not dropped:
            continue
        codes = ", ".join(f"{goal}.{number}" for goal, number in dropped[:_NAMED])
        more = f" ve {len(dropped) - _NAMED} gösterge daha" if len(dropped) > _NAMED else ""
        is_one = all(row["document"] == document for row in rows)
        where = "bu belgede" if is_one else "bu belgede ve aynı günün önceki formlarında"
        run.find(
            document,
            rows[-1],
            f"{place(named[document], rows[-1:])}, göstergeler",
            f"Programdaki {len(known)} göstergenin {len(dropped)} tanesi {where} yok: "
            f"{codes}{more}.",
            kind=rules.BLANK,
            stated=str(len(told)),
            computed=str(len(known)),
            difference=str(len(dropped)),
            unit="gösterge",
        )


def added(run: Run) -> None:
    """The indicators that a document reports on and the programme does not have: their findings,
    made when the document was read (``stranger``), as long as document and lack are there."""
    documents = {row["document"] for row in run.rows("documents")}
    names = [row[column] for row in run.rows("indicators") for column in ("name", "name_printed")]
    kept = [
        row
        for row in _strangers(run)
        if _document_of(row) in documents
        and not any(alike(row["computed"], name) for name in names if name)
    ]
    stated = [row for row in run.rows("indicator_results") if row["printed"]]
    run.compared += len(stated) + len(kept)
    run.findings += kept


def stranger(document: Row, name: str, printed: str, line: int, section: str) -> Row:
    """The finding for an indicator ``name`` that a row of ``documents`` reports on with the value
    ``printed`` (empty where none is) and the programme does not have. No table has a row of it, so
    that the finding itself keeps what the document says."""
    run = Run(ADDED, "", {})
    where = {"source_section": section or "1", "source_line": line}
    value = f" (yazılan değer: {printed})" if printed else ""
    run.find(
        f"{document['document']}.{line}",
        where,
        f"{place(document['title'], [where])}, göstergeler",
        f"Belge “{name}” göstergesini bildiriyor{value}; programda böyle bir gösterge yok. Değeri "
        "bu yüzden tablolarda yer almıyor.",
        kind=rules.BLANK,
        computed=name,
    )
    return run.findings[0]


def _strangers(run: Run) -> list[Row]:
    """The findings of indicators that the programme does not have, as the dataset keeps them."""
    return [row for row in run.tables.get("findings", ()) if row["check"] == ADDED]


def _document_of(finding: Row) -> str:
    """The key of the document that a kept finding is about."""
    return str(finding["finding"]).removeprefix(f"{ADDED}.").rpartition(".")[0]


def _silent(run: Run) -> list[list[Row]]:
    """The documents that should report on the programme's indicators, or report on others, and have
    no row of any; each as the one row of a list."""
    telling = {row["document"] for row in run.rows("indicator_results")}
    others = {_document_of(row) for row in _strangers(run)}
    return [
        [row]
        for row in run.rows("documents")
        if row["document"] not in telling
        and (row["kind"] == ACTIVITY_REPORT or row["document"] in others)
    ]


def _reports(run: Run) -> list[list[Row]]:
    """The rows about indicators of each document, those of the units' forms of one day together."""
    forms = {row["document"] for row in run.rows("documents") if row["kind"] == RESULTS_FORM}
    found: dict[str, list[Row]] = {}
    for row in run.rows("indicator_results"):
        is_form = row["document"] in forms
        found.setdefault(row["as_of"] if is_form else row["document"], []).append(row)
    return list(found.values())


def values(run: Run) -> None:
    """The same indicator as of the same day in two documents: each to the next newer one."""
    named, units = titles(run.tables), _units(run)
    order = {row["document"]: row for row in in_order(run.tables)}
    ranks = {document: rank for rank, document in enumerate(order)}
    stated = (row for row in run.rows("indicator_results") if row["value"] is not None)
    for own in by(stated, ("goal", "indicator", "as_of")).values():
        for old, new in pairwise(sorted(own, key=lambda row: ranks[row["document"]])):
            run.compared += 1
            if old["value"] == new["value"]:
                continue
            run.find(
                _key(new),
                new,
                f"{place(named[old['document']], [old])} ile "
                f"{place(named[new['document']], [new])}, {_about(run, new)}",
                changed(order[new["document"]], old["document"]),
                kind=rules.QUESTION,
                stated=plain(old["value"]),
                computed=plain(new["value"]),
                difference=plain(new["value"] - old["value"]),
                unit=units[new["goal"], new["indicator"]],
            )


def _targets(run: Run) -> dict[tuple[int, int], Decimal]:
    """The programme's targets of its year, by goal and indicator."""
    return {
        (row["goal"], row["indicator"]): row["value"]
        for row in run.rows("indicator_values")
        if row["kind"] == "target" and row["year"] == run.year and row["value"] is not None
    }


def _units(run: Run) -> dict[tuple[int, int], str]:
    """The indicators' units; of one without a unit that of a bare number."""
    return {
        (row["goal"], row["indicator"]): row["unit"] or rules.NUMBER
        for row in run.rows("indicators")
    }


def _about(run: Run, row: Row) -> str:
    """``3. hedef, 1. gösterge, 31.12.2025 itibarıyla``."""
    return (
        f"{row['goal']}. {run.owner}, {row['indicator']}. gösterge, {day(row['as_of'])} itibarıyla"
    )


def _key(row: Row) -> str:
    return f"{row['goal']}.{row['indicator']}.{row['as_of']}.{row['document']}"
