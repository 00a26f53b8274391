"""All reconciliations of a dataset: which there are, and running them.

Every check answers once with all its findings. The order is the order in which they are shown:
money first.
"""

from __future__ import annotations

from collections.abc import Callable

from kbb_data.checking import (
    assets,
    cost_tables,
    council,
    indicators,
    names,
    needs,
    performance,
    responsibilities,
    staff,
)
from kbb_data.checking.run import Run
from kbb_data.reading.records import Slip
from kbb_data.rows import Row, Tables

#: Name of the check, what it compares (as a visitor reads it), and the function that runs it.
CHECKS: tuple[tuple[str, str, Callable[[Run], None]], ...] = (
    (
        "economic-codes",
        "Maliyet tablolarındaki ekonomik kodlar ile tablo 2.5",
        needs.economic_code_totals,
    ),
    (
        "off-budget-sources",
        "Maliyet tablolarındaki bütçe dışı kaynaklar ile tablo 2.5",
        needs.off_budget_source_totals,
    ),
    ("cost-table-sums", "Her maliyet tablosunun kendi toplamları", cost_tables.cost_table_sums),
    (
        "goal-table-sums",
        "Her hedef tablosundaki faaliyetler ile tablonun genel toplamı",
        cost_tables.goal_table_sums,
    ),
    (
        "cost-table-amounts",
        "Maliyet tablolarının tutarları ile hedef tabloları",
        cost_tables.cost_table_amounts,
    ),
    (
        "performance-amounts",
        "Tablo 2.4'ün tutarları ile hedef ve maliyet tabloları",
        performance.performance_amounts,
    ),
    ("performance-totals", "Tablo 2.4'ün toplamları", performance.performance_totals),
    (
        "performance-shares",
        "Tablo 2.4'te yazılan paylar ile tutarlar",
        performance.performance_shares,
    ),
    ("resource-need-rows", "Tablo 2.5'in satır toplamları", needs.resource_need_rows),
    ("resource-need-columns", "Tablo 2.5'in sütun toplamları", needs.resource_need_columns),
    ("needs-to-performance", "Tablo 2.5'in toplamları ile tablo 2.4", needs.needs_to_performance),
    ("stated-totals", "Bölüm 2.4'ün giriş cümlesi ile tablolar", performance.stated_totals),
    (
        "activity-names",
        "Maliyet tablolarındaki faaliyet adları ile hedef tabloları",
        names.activity_names,
    ),
    (
        "cost-table-goals",
        "Maliyet tablolarındaki hedef numarası ve sözleri ile hedef tabloları",
        names.cost_table_goals,
    ),
    ("performance-names", "Tablo 2.4'teki adlar ile hedef tabloları", names.performance_names),
    (
        "responsibilities",
        "Tablo 2.6'daki faaliyetler ve birimler ile hedef ve maliyet tabloları",
        responsibilities.responsibilities,
    ),
    (
        "responsibility-goals",
        "Tablo 2.6'daki hedef sözleri ile hedef tabloları",
        responsibilities.responsibility_goals,
    ),
    (
        "quoted-plan",
        "Hedef tablolarındaki amaç ve stratejik hedef sözleri ile bölüm 2.2.2",
        names.quoted_plan,
    ),
    ("aim-headings", "Alan adları: bölüm 2.2.2 ile bölüm 2.3", names.aim_headings),
    ("unit-spelling", "Harcama birimlerinin yazılışı", names.unit_spelling),
    ("staff-totals", "Personel: cinsiyet, öğrenim ve toplamlar", staff.staff_totals),
    ("position-totals", "Norm kadro: unvanlar, dolu ve boş kadrolar", staff.position_totals),
    (
        "asset-totals",
        "Fiziksel kaynaklar: toplu yazılan alanlar ile ayrı satırlar",
        assets.asset_totals,
    ),
    ("asset-parts", "Fiziksel kaynaklar: notlardaki dökümler ile satırlar", assets.asset_parts),
    ("asset-readings", "Fiziksel kaynaklar: büyüklüklerin okunması", assets.asset_readings),
    ("asset-districts", "Fiziksel kaynaklar: yazılan ilçeler", assets.asset_districts),
    ("indicator-readings", "Gösterge değerlerinin okunması", indicators.indicator_readings),
    ("indicator-units", "Gösterge birimleri", indicators.indicator_units),
    (
        "committee-members",
        "Komisyon, divan ve encümen üyeleri ile meclis listesi",
        council.committee_members,
    ),
)

#: The one check that needs the text itself: misprints of headings and labels.
HEADINGS = ("headings", "Tablo başlıkları ve etiketlerin yazılışı")


def slip_findings(slips: list[Slip]) -> list[Row]:
    """The findings for misprinted headings, which only reading the text can make."""
    return [
        {
            "finding": f"{HEADINGS[0]}.{slip.line.number}",
            "check": HEADINGS[0],
            "severity": "low",
            "location": f"Bölüm {slip.line.section}, satır {slip.line.number}",
            "stated": slip.printed,
            "computed": slip.read,
            "difference": None,
            "explanation": slip.explanation,
            "unit": "text",
            "source_section": slip.line.section,
            "source_line": slip.line.number,
        }
        for slip in slips
    ]


def reconcile(tables: Tables, headings: list[Row], labels: int) -> tuple[list[Row], list[Row]]:
    """Run every check over ``tables``: the rows of ``checks`` and of ``findings``.

    ``headings`` are the findings of the reader's own check and ``labels`` how many headings it
    read; both are kept in the dataset because only the text can tell them.
    """
    outcomes: list[Row] = []
    findings: list[Row] = []
    for name, title, function in CHECKS:
        run = Run(name, title, tables)
        function(run)
        outcomes.append(run.outcome())
        findings.extend(run.findings)
    reader = Run(*HEADINGS, tables, compared=labels, findings=list(headings))
    outcomes.append(reader.outcome())
    findings.extend(headings)
    return outcomes, findings
