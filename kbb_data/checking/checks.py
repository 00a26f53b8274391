"""All reconciliations of a dataset: which there are, and running them.

Every check answers once with all its findings. The order is the order in which they are shown:
money first.
"""

from __future__ import annotations

from kbb_data.checking import (
    assets,
    budget_names,
    budget_tables,
    cost_tables,
    council,
    facilities,
    indicators,
    leaps,
    names,
    needs,
    notes,
    performance,
    responsibilities,
    rules,
    spelling,
    staff,
)
from kbb_data.checking.result_checks import RESULT_CHECKS
from kbb_data.checking.run import Check, Run
from kbb_data.reading.records import Slip
from kbb_data.rows import Row, Tables
from kbb_data.schema import PROGRAMME_BUDGET, STRATEGIC_PLAN

CHECKS: tuple[Check, ...] = (
    Check(
        "economic-codes",
        "Maliyet tablolarındaki ekonomik kodlar ile tablo 2.5",
        needs.economic_code_totals,
        ("activity_costs", "resource_needs"),
        STRATEGIC_PLAN,
    ),
    Check(
        "off-budget-sources",
        "Maliyet tablolarındaki bütçe dışı kaynaklar ile tablo 2.5",
        needs.off_budget_source_totals,
        ("off_budget_resources", "resource_needs"),
        STRATEGIC_PLAN,
    ),
    Check(
        "cost-table-sums",
        "Her maliyet tablosunun kendi toplamları",
        cost_tables.cost_table_sums,
        ("activities",),
        STRATEGIC_PLAN,
    ),
    Check(
        "goal-table-sums",
        "Her hedef tablosundaki faaliyetler ile tablonun genel toplamı",
        cost_tables.goal_table_sums,
        ("goals",),
        STRATEGIC_PLAN,
    ),
    Check(
        "cost-table-amounts",
        "Maliyet tablolarının tutarları ile hedef tabloları",
        cost_tables.cost_table_amounts,
        ("activities",),
        STRATEGIC_PLAN,
    ),
    Check(
        "performance-amounts",
        "Tablo 2.4'ün tutarları ile hedef ve maliyet tabloları",
        performance.performance_amounts,
        ("printed_performance", "activities"),
        STRATEGIC_PLAN,
    ),
    Check(
        "performance-totals",
        "Tablo 2.4'ün toplamları",
        performance.performance_totals,
        ("printed_performance",),
        STRATEGIC_PLAN,
    ),
    Check(
        "performance-shares",
        "Tablo 2.4'te yazılan paylar ile tutarlar",
        performance.performance_shares,
        ("printed_performance",),
        STRATEGIC_PLAN,
    ),
    Check(
        "resource-need-rows",
        "Tablo 2.5'in satır toplamları",
        needs.resource_need_rows,
        ("resource_needs",),
        STRATEGIC_PLAN,
    ),
    Check(
        "resource-need-columns",
        "Tablo 2.5'in sütun toplamları",
        needs.resource_need_columns,
        ("resource_needs",),
        STRATEGIC_PLAN,
    ),
    Check(
        "needs-to-performance",
        "Tablo 2.5'in toplamları ile tablo 2.4",
        needs.needs_to_performance,
        ("resource_needs", "printed_performance"),
        STRATEGIC_PLAN,
    ),
    Check(
        "stated-totals",
        "Bölüm 2.4'ün giriş cümlesi ile tablolar",
        performance.stated_totals,
        ("stated_figures",),
        STRATEGIC_PLAN,
    ),
    Check(
        "goal-table-names",
        "Hedef tablolarındaki hedef ve faaliyet adları ile belgenin öbür yerleri",
        names.goal_table_names,
        ("goals", "activities"),
        STRATEGIC_PLAN,
    ),
    Check(
        "activity-names",
        "Maliyet tablolarındaki faaliyet adları ile hedef tabloları",
        names.activity_names,
        ("activities",),
        STRATEGIC_PLAN,
    ),
    Check(
        "cost-table-goals",
        "Maliyet tablolarındaki hedef numarası ve sözleri ile hedef tabloları",
        names.cost_table_goals,
        ("activities",),
        STRATEGIC_PLAN,
    ),
    Check(
        "performance-names",
        "Tablo 2.4'teki adlar ile hedef tabloları",
        names.performance_names,
        ("printed_performance",),
        STRATEGIC_PLAN,
    ),
    Check(
        "responsibilities",
        "Tablo 2.6'daki faaliyetler ve birimler ile hedef ve maliyet tabloları",
        responsibilities.responsibilities,
        ("unit_responsibilities",),
        STRATEGIC_PLAN,
    ),
    Check(
        "responsibility-goals",
        "Tablo 2.6'daki hedef sözleri ile hedef tabloları",
        responsibilities.responsibility_goals,
        ("unit_responsibilities",),
        STRATEGIC_PLAN,
    ),
    Check(
        "quoted-plan",
        "Hedef tablolarındaki amaç ve stratejik hedef sözleri ile bölüm 2.2.2",
        names.quoted_plan,
        ("objectives", "goals"),
        STRATEGIC_PLAN,
    ),
    Check(
        "activity-sums",
        "Faaliyetlerin bütçe içi ve bütçe dışı tutarları ile toplamları",
        budget_tables.activity_sums,
        ("activities",),
        PROGRAMME_BUDGET,
    ),
    Check(
        "activity-codes",
        "Faaliyetlerin ekonomik kodları ile yazılan tutarları",
        budget_tables.activity_codes,
        ("activity_cost_lines",),
        PROGRAMME_BUDGET,
    ),
    Check(
        "sub-programme-sums",
        "Alt programların faaliyetleri ile yazılan toplamları",
        budget_tables.sub_programme_sums,
        ("printed_amounts",),
        PROGRAMME_BUDGET,
    ),
    Check(
        "schedule-amounts",
        "Ödenek cetvelleri ile faaliyetlerin maliyet tabloları",
        budget_tables.schedule_amounts,
        ("printed_amounts",),
        PROGRAMME_BUDGET,
    ),
    Check(
        "schedule-sums",
        "Ödenek cetvellerinin kendi toplamları",
        budget_tables.schedule_sums,
        ("printed_amounts",),
        PROGRAMME_BUDGET,
    ),
    Check(
        "schedule-codes",
        "Programların ekonomik kodları: iki ödenek cetveli",
        budget_tables.schedule_codes,
        ("printed_amounts",),
        PROGRAMME_BUDGET,
    ),
    Check(
        "explained-names",
        "Faaliyet adları: maliyet tabloları ile açıklamalar",
        budget_names.explained_names,
        ("activities",),
        PROGRAMME_BUDGET,
    ),
    Check(
        "schedule-names",
        "Ödenek cetvellerindeki adlar ile alt programların tabloları",
        budget_names.schedule_names,
        ("printed_amounts",),
        PROGRAMME_BUDGET,
    ),
    Check(
        "aim-headings",
        "Alan adları: bölüm 2.2.2 ile bölüm 2.3",
        names.aim_headings,
        ("aims",),
        STRATEGIC_PLAN,
    ),
    Check(
        "unit-spelling", "Harcama birimlerinin yazılışı", names.unit_spelling, ("spending_units",)
    ),
    Check(
        "staff-totals", "Personel: cinsiyet, öğrenim ve toplamlar", staff.staff_totals, ("staff",)
    ),
    Check(
        "position-totals",
        "Norm kadro: unvanlar, dolu ve boş kadrolar",
        staff.position_totals,
        ("position_occupancy",),
    ),
    Check(
        "asset-totals",
        "Fiziksel kaynaklar: toplu yazılan alanlar ile ayrı satırlar",
        assets.asset_totals,
        ("assets",),
    ),
    Check(
        "asset-parts",
        "Fiziksel kaynaklar: notlardaki dökümler ile satırlar",
        assets.asset_parts,
        ("assets",),
    ),
    Check(
        "asset-readings",
        "Fiziksel kaynaklar: büyüklüklerin okunması",
        assets.asset_readings,
        ("assets",),
    ),
    Check(
        "asset-districts",
        "Fiziksel kaynaklar: yazılan ilçeler",
        assets.asset_districts,
        ("assets", "council_members"),
    ),
    Check(
        "facility-districts",
        "Fiziksel kaynaklar: aynı yerin adını taşıyan satırların ilçeleri",
        facilities.facility_districts,
        ("assets",),
    ),
    Check(
        "indicator-readings",
        "Gösterge değerlerinin okunması",
        indicators.indicator_readings,
        ("indicator_values",),
    ),
    Check("indicator-units", "Gösterge birimleri", indicators.indicator_units, ("indicators",)),
    Check(
        "indicator-leaps",
        "Gösterge değerlerinin yıldan yıla on kat ve üzeri değişmesi",
        leaps.indicator_leaps,
        ("indicator_values",),
    ),
    Check(
        "indicator-notes",
        "Gösterge notlarındaki dökümler ile değerler",
        notes.indicator_notes,
        ("indicators",),
    ),
    Check(
        "indicator-assets",
        "Göstergeler ile fiziksel kaynaklar (tablo 1.3)",
        facilities.indicator_assets,
        ("indicators", "assets"),
    ),
    Check(
        "committee-members",
        "Komisyon, divan ve encümen üyeleri ile meclis listesi",
        council.committee_members,
        ("committees", "council_members"),
    ),
    Check("brackets", "Kapanmayan ayraçlar", spelling.brackets, ("hierarchy",)),
    Check("spelling", "Aynı sözcüğün iki yazılışı", spelling.spelling, ("hierarchy",)),
)

#: The one check that needs the text itself: misprints of headings and labels.
HEADINGS = ("headings", "Tablo başlıkları ve etiketlerin yazılışı")


def slip_findings(slips: list[Slip]) -> list[Row]:
    """The findings for misprinted headings, which only reading the text can make."""
    run = Run(*HEADINGS, {})
    for slip in slips:
        run.find(
            str(slip.line.number),
            {"source_section": slip.line.place, "source_line": slip.line.number},
            f"Bölüm {slip.line.place}, satır {slip.line.number}",
            slip.explanation,
            kind=rules.SLIP,
            stated=slip.printed,
            computed=slip.read,
        )
    return run.findings


def reconcile(tables: Tables, headings: list[Row], labels: int) -> tuple[list[Row], list[Row]]:
    """Run every check over ``tables``: the rows of ``checks`` and of ``findings``.

    ``headings`` are the findings of the reader's own check and ``labels`` how many headings it
    read; both are kept in the dataset because only the text can tell them. Of a programme budget
    the checks of the strategic plan's tables say that there are none; the other way round nothing
    is said, since no such document could have them. The checks of results run where a document of
    results was taken in, and are not there otherwise.
    """
    form = next((row["form"] for row in tables["programme"]), None) or STRATEGIC_PLAN
    outcomes: list[Row] = []
    findings: list[Row] = []
    for check in (*CHECKS, *(RESULT_CHECKS if tables["documents"] else ())):
        if check.form == PROGRAMME_BUDGET and form != PROGRAMME_BUDGET:
            continue
        run = Run(check.name, check.title, tables, told=findings)
        is_of_form = check.form in ("", form)
        if is_of_form:
            check.run(run)
        outcomes.append(run.outcome(check.needs, has_tables=is_of_form))
        findings = [*findings, *run.findings]
    reader = Run(*HEADINGS, tables, compared=labels, findings=list(headings))
    outcomes.append(reader.outcome())
    return outcomes, [*findings, *headings]
