"""The money of table 2.5 against the cost tables, against itself and against table 2.4."""

from __future__ import annotations

from kbb_data.checking import rules
from kbb_data.checking.run import Run, add, by
from kbb_data.schema import ECONOMIC_CODES, OFF_BUDGET_SOURCES
from kbb_data.values import printed_lira

_SOURCES = {
    "revolving_fund": "döner sermaye",
    "other_domestic": "diğer yurt içi",
    "foreign": "yurt dışı",
}

_COLUMNS = (
    ("activities", "faaliyet toplamı"),
    ("general_administration", "genel yönetim giderleri"),
    ("transfers", "diğer idarelere transfer"),
    ("total", "genel toplam"),
)


def economic_code_totals(run: Run) -> None:
    """Economic codes over all activities against the activities column of table 2.5."""
    names = {row["economic_code"]: row["name"] for row in run.rows("economic_codes")}
    needs = {row["line"]: row for row in run.rows("resource_needs")}
    costs = by(run.rows("activity_costs"), "economic_code")
    sums = {code: add(row["amount"] for row in costs.get(code, ())) or 0 for code in ECONOMIC_CODES}
    gaps = {
        code: sums[code] - needs[code]["activities"]
        for code in ECONOMIC_CODES
        if code in needs
        and needs[code]["activities"] is not None
        and sums[code] != needs[code]["activities"]
    }
    for code in ECONOMIC_CODES:
        if code not in needs:
            continue
        run.money(
            code,
            needs[code],
            needs[code]["activities"],
            sums[code],
            f"Tablo 2.5, {code} {names[code]} (satır {needs[code]['source_line']}) ile "
            f"{len(costs.get(code, ()))} maliyet tablosu satırının toplamı",
            _gap_explanation(code, gaps),
        )


def _gap_explanation(code: str, gaps: dict[str, int]) -> str:
    gap = gaps.get(code, 0)
    partner = next((other for other, value in gaps.items() if value == -gap and gap), None)
    text = (
        f"Faaliyet maliyet tablolarında {code} kodu altında toplanan tutar, tablo 2.5'te aynı "
        "kod için yazılan tutardan farklı."
    )
    if partner:
        codes = (code, partner) if gap > 0 else (partner, code)
        text += (
            f" Aynı tutarda fark ters yönde {partner} kodunda da var ve genel toplam değişmiyor: "
            f"maliyet tablolarında {codes[0]}, tablo 2.5'te {codes[1]} kodunda duran bir tutar "
            "söz konusu."
        )
    return text


def off_budget_source_totals(run: Run) -> None:
    """Off-budget sources over all activities against the activities column of table 2.5."""
    needs = {row["line"]: row for row in run.rows("resource_needs")}
    resources = by(run.rows("off_budget_resources"), "source")
    for source in OFF_BUDGET_SOURCES:
        if source in needs:
            run.money(
                source.replace("_", "-"),
                needs[source],
                needs[source]["activities"],
                add(row["amount"] for row in resources.get(source, ())) or 0,
                f"Tablo 2.5, {_SOURCES[source]} (satır {needs[source]['source_line']}) ile "
                "maliyet tablolarının toplamı",
                "Maliyet tablolarındaki bütçe dışı kaynaklar tablo 2.5'teki tutara ulaşmıyor ya "
                "da onu aşıyor.",
            )


def resource_need_rows(run: Run) -> None:
    """Table 2.5 row by row: activities, general administration and transfers to the total."""
    for row in run.rows("resource_needs"):
        if row["correction"]:
            run.compared += 1
            run.find(
                row["line"].replace("_", "-"),
                row,
                f"Tablo 2.5, {row['label']} (satır {row['source_line']})",
                row["correction"],
                kind=rules.READING,
                certainty=rules.JUDGED,
                stated=row["amounts_printed"] or "",
                computed="; ".join(
                    f"{name}: {printed_lira(row[column])}"
                    for column, name in _COLUMNS
                    if row[column]
                ),
            )
            continue
        run.money(
            row["line"].replace("_", "-"),
            row,
            row["total"],
            add((row["activities"], row["general_administration"], row["transfers"])),
            f"Tablo 2.5, {row['label']} (satır {row['source_line']})",
            "Satırdaki tutarların toplamı, satırın genel toplamına eşit değil.",
        )


def resource_need_columns(run: Run) -> None:
    """Table 2.5 column by column: codes, off-budget sources and both to their totals."""
    needs = {row["line"]: row for row in run.rows("resource_needs")}
    sums = (
        ("budget_total", ECONOMIC_CODES),
        ("off_budget_total", OFF_BUDGET_SOURCES),
        ("total", ("budget_total", "off_budget_total")),
    )
    for line, parts in sums:
        if line not in needs:
            continue
        for column, name in _COLUMNS:
            # What a correction left without an amount is told with the row itself.
            if needs[line]["correction"] and needs[line][column] is None:
                continue
            values = [needs[part][column] for part in parts if part in needs]
            if column == "total" and None in values:
                values = [
                    add(
                        (
                            needs[part]["activities"],
                            needs[part]["general_administration"],
                            needs[part]["transfers"],
                        )
                    )
                    for part in parts
                    if part in needs
                ]
            run.money(
                f"{line.replace('_', '-')}.{column.replace('_', '-')}",
                needs[line],
                needs[line][column],
                add(values),
                f"Tablo 2.5, {needs[line]['label']} (satır {needs[line]['source_line']}), {name}",
                "Sütundaki tutarların toplamı, yazılan toplama eşit değil.",
            )


def needs_to_performance(run: Run) -> None:
    """Table 2.5's totals against table 2.4's."""
    needs = {row["line"]: row for row in run.rows("resource_needs")}
    lines = {row["role"]: row for row in run.rows("printed_performance") if row["role"]}
    roles = {
        "activities": "goals_total",
        "general_administration": "general_administration",
        "transfers": "transfers",
        "total": "grand_total",
    }
    kinds = {"budget_total": "budget", "total": "total"}
    for line, kind in kinds.items():
        for column, name in _COLUMNS:
            role = roles[column]
            if line in needs and role in lines:
                run.money(
                    f"{line.replace('_', '-')}.{column.replace('_', '-')}",
                    needs[line],
                    needs[line][column],
                    lines[role][kind],
                    f"Tablo 2.5, {needs[line]['label']} (satır "
                    f"{needs[line]['source_line']}), {name} ile tablo 2.4 (satır "
                    f"{lines[role]['source_line']})",
                    "Tablo 2.5 ile tablo 2.4 aynı toplam için farklı tutar yazıyor.",
                )
