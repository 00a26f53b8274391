"""One thing altered in ``programme_ties.txt``'s tables, and what the checks must find of it.

Worked out by hand from the fixture's text: what is computed less what is stated.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

MILLION = 1_000_000_00

#: Table, key, what is set, and the findings: severity, stated, computed, difference.
ALTERED: dict[
    str, tuple[str, dict[str, Any], dict[str, Any], dict[str, tuple[str | None, ...]]]
] = {
    "a code's amount": ("activity_costs", {"activity": 1, "economic_code": "03"},
        {"amount": 16 * MILLION}, {
        "economic-codes.03": ("high", "20100000.00", "21100000.00", "1000000.00"),
        "cost-table-sums.1.budget": ("high", "15000000.00", "16000000.00", "1000000.00"),
    }),
    "a source's amount": ("off_budget_resources", {"activity": 4, "source": "foreign"},
        {"amount": 4 * MILLION}, {
        "off-budget-sources.foreign": ("high", "5000000.00", "4000000.00", "-1000000.00"),
        "cost-table-sums.4.off-budget": ("high", "5000000.00", "4000000.00", "-1000000.00"),
    }),
    "a cost table's budget": ("activities", {"activity": 2}, {"budget": 21 * MILLION}, {
        "cost-table-sums.2.budget": ("high", "21000000.00", "20000000.00", "-1000000.00"),
        "cost-table-sums.2.total": ("high", "20000000.00", "21000000.00", "1000000.00"),
        "cost-table-amounts.2.budget": ("high", "20000000.00", "21000000.00", "1000000.00"),
        "performance-amounts.activity-2.budget":
            ("high", "20000000.00", "21000000.00", "1000000.00"),
    }),
    "no total in a cost table": ("activities", {"activity": 3}, {"total": None}, {
        "cost-table-sums.3.total": ("medium", None, "100000.00", None),
        "cost-table-amounts.3.total": ("medium", "100000.00", None, None),
        "performance-amounts.activity-3.total": ("medium", "100000.00", None, None),
    }),
    "an amount in the goal's table": ("activities", {"activity": 4},
        {"goal_table_budget": 34 * MILLION}, {
        "goal-table-sums.2.budget": ("high", "35000000.00", "34100000.00", "-900000.00"),
        "cost-table-amounts.4.budget": ("high", "34000000.00", "34900000.00", "900000.00"),
    }),
    "a blank beside a zero": ("activities", {"activity": 2}, {"goal_table_off_budget": None}, {
        "cost-table-amounts.2.off-budget": ("low", None, "0.00", None),
    }),
    "a goal's total": ("goals", {"goal": 1}, {"total": 41 * MILLION}, {
        "goal-table-sums.1.total": ("high", "41000000.00", "40000000.00", "-1000000.00"),
        "performance-amounts.goal-1.total": ("high", "40000000.00", "41000000.00", "1000000.00"),
    }),
    "a goal in table 2.4": ("printed_performance", {"level": "goal", "number": 2},
        {"budget": 36 * MILLION}, {
        "performance-amounts.goal-2.budget": ("high", "36000000.00", "35000000.00", "-1000000.00"),
        "performance-totals.goals.budget": ("high", "70000000.00", "71000000.00", "1000000.00"),
        "performance-shares.goal-2.budget": ("medium", "43.75", "45", "1.25"),
    }),
    "an activity in table 2.4": ("printed_performance", {"level": "activity", "number": 1},
        {"off_budget": 6 * MILLION}, {
        "performance-amounts.activity-1.off-budget":
            ("high", "6000000.00", "5000000.00", "-1000000.00"),
        "performance-shares.activity-1.off-budget": ("medium", "40", "48", "8"),
    }),
    "the goals' total": ("printed_performance", {"role": "goals_total"}, {"total": 81 * MILLION}, {
        "performance-totals.goals.total": ("high", "81000000.00", "80000000.00", "-1000000.00"),
        "performance-totals.grand.total": ("high", "92500000.00", "93500000.00", "1000000.00"),
        "performance-shares.total-1.total": ("medium", "86.49", "87.57", "1.08"),
        "needs-to-performance.total.activities":
            ("high", "80000000.00", "81000000.00", "1000000.00"),
        "stated-totals.programme.activities.total": ("high", "80000000", "81000000", "1000000"),
    }),
    "general administration": ("printed_performance", {"role": "general_administration"},
        {"off_budget": 1 * MILLION}, {
        "performance-totals.grand.off-budget":
            ("high", "12500000.00", "11500000.00", "-1000000.00"),
        "performance-shares.total-2.off-budget": ("medium", "16", "8", "-8"),
    }),
    "a share two hundredths above": ("printed_performance", {"level": "activity", "number": 3},
        {"budget_share": Decimal("0.15")}, {
        "performance-shares.activity-3.budget": ("medium", "0.15", "0.13", "-0.02"),
    }),
    "a share two hundredths below": ("printed_performance", {"level": "activity", "number": 3},
        {"budget_share": Decimal("0.11")}, {
        "performance-shares.activity-3.budget": ("medium", "0.11", "0.13", "0.02"),
    }),
    "a share a hundredth below": ("printed_performance", {"level": "activity", "number": 3},
        {"budget_share": Decimal("0.12")}, {
    }),
    "a share rounded down": ("printed_performance", {"level": "activity", "number": 1},
        {"total_share": Decimal("21.63")}, {
    }),
    "a share rounded up": ("printed_performance", {"level": "activity", "number": 1},
        {"total_share": Decimal("21.64")}, {
        "performance-shares.activity-1.total": ("medium", "21.64", "21.62", "-0.02"),
    }),
    "a source of table 2.5": ("resource_needs", {"line": "revolving_fund"},
        {"general_administration": 3 * MILLION}, {
        "resource-need-rows.revolving-fund": ("high", "7000000.00", "8000000.00", "1000000.00"),
        "resource-need-columns.off-budget-total.general-administration":
            ("high", "2000000.00", "3000000.00", "1000000.00"),
    }),
    "a code of table 2.5": ("resource_needs", {"line": "09"}, {"total": 6 * MILLION}, {
        "resource-need-rows.09": ("high", "6000000.00", "5000000.00", "-1000000.00"),
        "resource-need-columns.budget-total.total":
            ("high", "80000000.00", "81000000.00", "1000000.00"),
    }),
    "the total of table 2.5": ("resource_needs", {"line": "total"}, {"transfers": 3 * MILLION}, {
        "resource-need-rows.total": ("high", "92500000.00", "93000000.00", "500000.00"),
        "resource-need-columns.total.transfers": ("high", "3000000.00", "2500000.00", "-500000.00"),
        "needs-to-performance.total.transfers": ("high", "3000000.00", "2500000.00", "-500000.00"),
    }),
    "the number of goals in the sentence": ("stated_figures", {"figure": "programme.goals"},
        {"value": Decimal("3")}, {
        "stated-totals.programme.goals": ("high", "3", "2", "-1"),
    }),
    "administration in the sentence": ("stated_figures",
        {"figure": "programme.general-administration"},
        {"value": Decimal("8000000")}, {
        "stated-totals.programme.general-administration":
            ("high", "8000000", "10000000", "2000000"),
    }),
    "another activity's name": ("activities", {"activity": 2},
        {"cost_table_name": "100. Yıl Caddesi düzenleme faaliyeti"}, {
        "activity-names.2":
            ("medium", "100. Yıl Caddesi düzenleme faaliyeti", "2. Etap teleferik faaliyeti", None),
    }),
    "a digit in a name": ("activities", {"activity": 2},
        {"cost_table_name": "3. Etap teleferik faaliyeti"}, {
        "activity-names.2":
            ("medium", "3. Etap teleferik faaliyeti", "2. Etap teleferik faaliyeti", None),
    }),
    "punctuation in a name": ("activities", {"activity": 2},
        {"cost_table_name": "2.ETAP TELEFERİK FAALİYETİ."}, {
    }),
    "another goal's number": ("activities", {"activity": 3}, {"cost_table_goal": 1}, {
        "cost-table-goals.3.number": ("medium", "1", "2", None),
    }),
    "no goal's number": ("activities", {"activity": 3}, {"cost_table_goal": None}, {
        "cost-table-goals.3.number": ("low", None, "2", None),
    }),
    "a goal's words": ("activities", {"activity": 3},
        {"cost_table_goal_statement": "Bambaşka bir hedef"}, {
        "cost-table-goals.3.statement": ("medium", "Bambaşka bir hedef", "Kenti temizlemek.", None),
    }),
    "a goal's label": ("printed_performance", {"level": "goal", "number": 1},
        {"label": "Bambaşka"}, {
        "performance-names.goal-1": ("medium", "Bambaşka", "Ulaşımı hızlandırmak.", None),
    }),
    "an activity's label": ("printed_performance", {"level": "activity", "number": 1},
        {"label": "Bambaşka"}, {
        "performance-names.activity-1":
            ("medium", "Bambaşka", "100. Yıl Caddesi düzenleme faaliyeti", None),
    }),
    "a responsible unit's activity": ("unit_responsibilities", {"goal": 1, "position": 1},
        {"activity_name": "Bambaşka"}, {
        "responsibilities.1.name":
            ("medium", "Bambaşka", "100. Yıl Caddesi düzenleme faaliyeti", None),
    }),
    "a responsible unit": ("unit_responsibilities", {"goal": 1, "position": 1},
        {"spending_unit": "ihale-2"}, {
        "responsibilities.1.unit":
            ("medium", "İhale 2 Daire Başkanlığı", "Çevre Koruma Daire Başkanlığı", None),
    }),
    "an activity that table 2.6 does not name": ("unit_responsibilities",
        {"goal": 1, "position": 2},
        {"activity": None}, {
        "responsibilities.2.missing":
            ("low", "2. Etap teleferik faaliyeti", "2. Etap teleferik faaliyeti", None),
    }),
    "a goal's words in table 2.6": ("unit_responsibilities", {"goal": 2, "position": 1},
        {"goal_statement": "Bambaşka"}, {
        "responsibility-goals.2": ("medium", "Bambaşka", "Kenti temizlemek.", None),
    }),
    "a quoted aim": ("goals", {"goal": 2}, {"aim_statement": "Bambaşka"}, {
        "quoted-plan.2.aim": ("medium", "Bambaşka", "Çevreyi korumak.", None),
    }),
    "a quoted objective": ("goals", {"goal": 2},
        {"objective_statement": "Sokağı temiz tutmamak."}, {
        "quoted-plan.2.objective": ("low", "Sokağı temiz tutmamak.", "Sokağı temiz tutmak.", None),
    }),
    "an aim's heading": ("aims", {"aim": 1}, {"name_printed": "BAMBAŞKA"}, {
        "aim-headings.1": ("medium", "BAMBAŞKA", "Ulaşım Hizmetleri Yönetimi", None),
    }),
    "a unit's second spelling": ("spending_units", {"spending_unit": "ihale-2"},
        {"aliases": "İhale II"}, {
        "unit-spelling.ihale-2": ("medium", "İhale II", "İhale 2 Daire Başkanlığı", None),
    }),
    "men among the staff": ("staff", {"status": "Memur"}, {"men": 11}, {
        "staff-totals.memur.sex": ("high", "20", "21", "1"),
        "staff-totals.staff.1.2.total.men.line-19": ("high", "20", "21", "1"),
        "staff-totals.staff.1.5.memur.men.line-84": ("high", "10", "11", "1"),
        "staff-totals.staff.1.5.total.men.line-86": ("high", "20", "21", "1"),
    }),
    "schools of the staff": ("staff", {"status": "İşçi"}, {"secondary": 14}, {
        "staff-totals.isci.education": ("high", "20", "19", "-1"),
        "staff-totals.education.secondary.line-92": ("high", "20", "19", "-1"),
    }),
    "a printed total of the staff": ("stated_figures", {"figure": "staff.1.5.total.women"},
        {"value": Decimal("21")}, {
        "staff-totals.staff.1.5.total.women.line-86": ("high", "21", "20", "-1"),
    }),
    "a norm position": ("positions", {"title": "Çözümleyici"}, {"count": 16}, {
        "position-totals.civil_servant.titles": ("high", "30", "31", "1"),
        "position-totals.civil_servant.printed": ("high", "30", "31", "1"),
    }),
    "vacant positions": ("position_occupancy", {"class": "worker"}, {"vacant": 9}, {
        "position-totals.worker.occupancy": ("high", "30", "29", "-1"),
        "position-totals.occupancy.vacant": ("high", "20", "19", "-1"),
    }),
    "filled positions as printed": ("stated_figures", {"figure": "occupancy.filled"},
        {"value": Decimal("41")}, {
        "position-totals.occupancy.filled": ("high", "41", "40", "-1"),
        "position-totals.staff": ("high", "41", "40", "-1"),
    }),
    "a place that is no district": ("assets", {"name": "Merkez İtfaiye Binası"},
        {"district_printed": "Uzakköy", "district": None}, {
        "asset-districts.58": ("medium", "Uzakköy", None, None),
    }),
    "a blank figure": ("indicator_values", {"goal": 2, "indicator": 1, "year": 2027},
        {"printed": None, "value": None}, {
        "indicator-readings.2.1.2027": ("low", None, None, None),
    }),
    "an unread figure": ("indicator_values", {"goal": 2, "indicator": 1, "year": 2027},
        {"value": None}, {
        "indicator-readings.2.1.2027": ("medium", "1.000", None, None),
    }),
    "a dash for a figure": ("indicator_values", {"goal": 2, "indicator": 1, "year": 2027},
        {"printed": "-", "value": None}, {
    }),
    "no unit": ("indicators", {"goal": 2, "indicator": 2}, {"unit": None}, {
        "indicator-units.2.2": ("low", "Temizlenen cadde (km)", None, None),
    }),
    "power in a year": ("indicators", {"goal": 2, "indicator": 1},
        {"unit": "kW", "unit_printed": "yıl/kW"}, {
        "indicator-units.2.1": ("medium", "yıl/kW", "kWh / yıl", None),
    }),
    "an officer of no council": ("council_officers", {"position": 1}, {"name": "Yabancı KİŞİ"}, {
        "committee-members.officer.1": ("medium", "Yabancı KİŞİ", None, None),
    }),
    "an elected member misspelt": ("executive_committee", {"position": 2}, {"name": "Ökkeş OKK"}, {
        "committee-members.executive.2": ("low", "Ökkeş OKK", "Ökkeş OK", None),
    }),
    "a committee's member misspelt": ("committees",
        {"committee": "ULAŞIM KOMİSYONU", "position": 2},
        {"name": "Çiğdem CANN"}, {
        "committee-members.committee.39.cigdem-cann": ("low", "Çiğdem CANN", "Çiğdem CAN", None),
    }),
}  # fmt: skip
