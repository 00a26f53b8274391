"""The questions of every page answer for programme budgets, beside the other form's."""

from __future__ import annotations

import pandas as pd
import pytest
from sqlalchemy import Engine

from db import engine, load, queries
from kbb_data.importer import import_file
from tests.support.datasets import BUDGET_CODES_TEXT, BUDGET_TEXT, invented

KEY = queries.ProgrammeKey(2026, "ÇAMLIOVA BÜYÜKŞEHİR BELEDİYESİ")
BY_CODE = queries.ProgrammeKey(2026, "KAVAKLIDAĞ BELEDİYESİ")
MILLION = 1_000_000_00


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder = tmp_path_factory.mktemp("budgets")
    url = f"sqlite:///{folder / 'budgets.sqlite'}"
    load.build(invented(folder / "2027"), url)
    for text in (BUDGET_TEXT, BUDGET_CODES_TEXT):
        import_file(text, folder / text.stem)
        load.build(folder / text.stem, url)
    return engine.create(url)


def test_each_programme_says_its_form(database: Engine) -> None:
    forms = {(each.year, each.institution): each.form for each in queries.programmes(database)}
    assert forms == {
        (2027, KEY.institution): "strategic_plan",
        (2026, KEY.institution): "programme_budget",
        (2026, BY_CODE.institution): "programme_budget",
    }


def test_levels(database: Engine) -> None:
    aims, goals = queries.aims(database, KEY), queries.goals(database, KEY)
    assert aims["aim"].tolist() == [1, 2, 3, 4]
    assert aims["name"].tolist()[3] == "Yönetim ve Destek Programı"
    assert goals["goal"].tolist() == list(range(1, 9))
    assert goals["aim"].tolist() == [1, 1, 2, 2, 3, 3, 4, 4]
    assert goals["total_kurus"].tolist()[:2] == [152 * MILLION, 190 * MILLION]
    assert goals["note"].tolist()[3] == "Atıkların kaynağında ayrıştırılması yaygınlaştırılacaktır."
    hierarchy = queries.hierarchy(database, KEY)
    assert hierarchy["level"].tolist() == ["programme"] * 4 + ["sub_programme"] * 8
    objectives = queries.objectives(database, KEY)
    assert objectives["objective"].tolist() == [str(number) for number in range(1, 9)]
    assert objectives["statement"].tolist()[1] == "Yol ağının güvenliğini ve konforunu artırmak."


def test_counts_and_totals(database: Engine) -> None:
    counts = queries.counts(database, KEY)
    assert (counts.aims, counts.objectives, counts.goals) == (4, 8, 8)
    assert (counts.indicators, counts.activities, counts.spending_units) == (17, 15, 10)
    totals = queries.totals(database, KEY)
    assert totals.budget_kurus == 645 * MILLION
    assert totals.off_budget_kurus == 36 * MILLION
    assert totals.total_kurus == 681 * MILLION
    # A document without schedules prints no grand total.
    assert queries.totals(database, BY_CODE).total_kurus is None


def test_money_without_codes_stands_in_one_line(database: Engine) -> None:
    lines = queries.budget_lines(database, KEY)
    assert set(lines["line"]) == {queries.UNSTATED}
    assert lines["amount_kurus"].sum() == 681 * MILLION
    assert len(lines) == 15 + 8, "a line an activity, and one for off-budget money where stated"
    years = queries.activity_amounts(database, KEY)
    assert len(years) == 15 * 5 * 3
    spent = years[(years["kind"] == "half_year_actual") & (years["fund"] == "total")]
    assert spent["year"].unique().tolist() == [2025]


def test_totals_and_schedules_as_printed(database: Engine) -> None:
    printed = queries.printed_amounts(database, KEY)
    assert printed["printed_in"].value_counts().to_dict() == {
        "costs": 8 * 3 * 6,
        "programme_code": 17 * 3,
        "sub_programme_code": 33,
        "activity": 28 * 3,
    }
    reserve = printed[printed["economic_code"] == "09"]
    assert reserve["amount_kurus"].max() == 12 * MILLION
    assert queries.printed_amounts(database, BY_CODE).empty, "no totals but the activities'"


def test_money_by_code(database: Engine) -> None:
    lines = queries.budget_lines(database, BY_CODE)
    by_line = lines.groupby(["fund", "line"])["amount_kurus"].sum()
    assert by_line.to_dict() == {
        ("budget", "01"): 16_700_000_00,
        ("budget", "02"): 1_040_000_00,
        ("budget", "03"): 5_750_000_00,
        ("budget", "05"): 1_900_000_00,
        ("budget", "06"): 8_000_000_00,
        ("off_budget", "revolving_fund"): 400_000_00,
        ("off_budget", "unstated"): 2_000_000_00,
    }
    assert lines["unit_name"].isna().all(), "the document names no units"
    printed = queries.activity_cost_lines(database, BY_CODE)
    assert len(printed) == 11 * 6
    codes = queries.economic_codes(database, BY_CODE)
    assert codes.set_index("economic_code")["name"]["01"] == "Personel Giderleri"


def test_indicators_show_actual_estimate_and_target(database: Engine) -> None:
    rows = queries.indicators(database, KEY)
    assert len(rows) == 17
    bridges = rows[(rows["goal"] == 2) & (rows["indicator"] == 2)].iloc[0]
    assert (bridges["actual_year"], bridges["actual"]) == (2024, 3)
    assert bridges["estimate_year"] == 2025
    assert pd.isna(bridges["estimate"])
    assert (bridges["target_year"], bridges["target"]) == (2026, 5)
    assert bridges["units"] == ("fen-isleri",), "the first unit of each activity"
    values = queries.indicator_values(database, KEY)
    assert len(values) == 17 * 6
    assert set(values["kind"]) == {
        "actual", "planned", "year_end_estimate", "target", "forecast"
    }  # fmt: skip


def test_the_other_form_answers_as_before(database: Engine) -> None:
    key = queries.ProgrammeKey(2027, KEY.institution)
    assert queries.aims(database, key)["aim"].tolist() == [1, 2]
    assert queries.goals(database, key)["goal"].tolist() == [1, 2, 3]
    assert queries.activity_amounts(database, key).empty
