"""What Bütçe knows of a setting: figures and their links, notes, names, codes of addresses."""

from __future__ import annotations

import pytest

from present.budget import entries
from present.budget.choices import BudgetChoices, completed
from present.budget.model import Measure, Order, View
from present.budget.words import Showing
from present.kit.entry import NoChoices
from tests.present.budget import frames as small
from tests.present.budget.settings import COUNTED, UNCOUNTED, setting

SETTING = setting()


def test_amounts_a_resident_are_told_where_somebody_counted() -> None:
    assert entries.measures(setting(COUNTED)) == (Measure.LIRA, Measure.SHARE, Measure.PER_HEAD)
    assert entries.measures(setting(UNCOUNTED)) == (Measure.LIRA, Measure.SHARE)
    choices = BudgetChoices(measure="kisi", order="ad", search="x", everything="1")
    assert entries.showing(setting(COUNTED), choices) == Showing(
        Measure.PER_HEAD, Order.NAME, "x", is_everything=True
    )
    assert entries.showing(setting(UNCOUNTED), choices).measure is Measure.LIRA
    assert entries.showing(SETTING, BudgetChoices()) == Showing()


def test_names_of_units_and_codes() -> None:
    assert entries.names(SETTING) == {
        "imar": "imar Daire Başkanlığı",
        "fen": "fen Daire Başkanlığı",
        "zabita": "zabita Daire Başkanlığı",
        "01": "01 Satır 01",
        "03": "03 Satır 03",
        "06": "06 Satır 06",
        "09": "09 Satır 09",
        "aim 1": "Amaç 1",
        "aim 2": "Amaç 2",
        "goal 1": "Hedef 1",
        "goal 2": "Hedef 2",
        "goal 3": "Hedef 3",
        "activity 1": "Faaliyet 1",
        "activity 2": "Faaliyet 2",
        "activity 3": "Faaliyet 3",
        "activity 4": "Faaliyet 4",
        "activity 5": "Faaliyet 5",
    }


def test_rows_lead_one_step_down() -> None:
    whole = entries.shown(SETTING, BudgetChoices())
    assert whole.figure.table["address"].tolist() == [
        "/butce?amac=2", "/butce?amac=1", "/butce?amac=genel", "",
    ]  # fmt: skip
    goals = entries.shown(SETTING, BudgetChoices(aim="2", fund="butce"))
    assert goals.figure.table["address"].tolist() == [
        "/butce?hedef=3&tur=butce", "/butce?hedef=2&tur=butce", "",
    ]  # fmt: skip
    # Nothing lies below a line of general administration.
    general = entries.shown(SETTING, BudgetChoices(aim="genel"))
    assert set(general.figure.table["address"]) == {""}


def test_an_activity_is_shown_by_its_lines_and_anything_else_by_a_breakdown() -> None:
    activity = entries.part(SETTING, BudgetChoices(activity="3"))
    assert activity.title == "3. faaliyet: ekonomik kodlar ve kaynaklar"
    assert activity.table["amount_kurus"].tolist() == [100_00, 60_00]
    budget = entries.part(SETTING, BudgetChoices(activity="3", fund="butce"))
    assert budget.table["amount_kurus"].tolist() == [100_00]
    goal = entries.part(SETTING, BudgetChoices(goal="3"))
    assert goal.title == "3. hedef: Faaliyetlere göre"
    assert goal.table["address"].tolist()[0] == "/butce?faaliyet=4"


def test_a_search_is_counted_in_the_views_that_are_not_shown() -> None:
    assert entries.elsewhere(SETTING, BudgetChoices(search="2")) == {
        View.GOAL: 1, View.ACTIVITY: 1, View.UNIT: 0, View.CODE: 0, View.SOURCE: 0,
    }  # fmt: skip
    fen = BudgetChoices(aim="1", unit="fen", search="faaliyet")
    assert entries.elsewhere(SETTING, fen) == {View.ACTIVITY: 1, View.CODE: 0, View.SOURCE: 0}


GENERAL = "Genel yönetim giderleri ("
OFF_BUDGET = "Bütçe dışı kaynak ("


@pytest.mark.parametrize(
    ("choices", "beginnings"),
    [
        (BudgetChoices(), [f"{GENERAL}50 TL)"]),
        # By how many residents amounts are divided stands below the title.
        (BudgetChoices(measure="kisi"), [f"{GENERAL}50 TL)"]),
        (
            BudgetChoices(aim="genel"),
            [
                f"{GENERAL}50 TL)",
            ],
        ),
        (BudgetChoices(fund="butce-disi"), []),
        (BudgetChoices(view="kod"), [f"{GENERAL}50 TL)", f"{OFF_BUDGET}60 TL)"]),
        (BudgetChoices(view="kaynak"), [f"{GENERAL}50 TL)", f"{OFF_BUDGET}60 TL)"]),
        (BudgetChoices(view="kod", fund="butce"), [f"{GENERAL}50 TL)"]),
        (BudgetChoices(view="kod", fund="butce-disi"), [f"{OFF_BUDGET}60 TL)"]),
        (BudgetChoices(view="kod", aim="2"), [f"{OFF_BUDGET}60 TL)"]),
        (BudgetChoices(view="kod", aim="1"), []),
        (BudgetChoices(aim="1"), []),
        (BudgetChoices(unit="fen", measure="kisi"), []),
    ],
)
def test_notes_say_what_applies(choices: BudgetChoices, beginnings: list[str]) -> None:
    notes = entries.notes(SETTING, completed(choices, small.LINES))
    assert len(notes) == len(beginnings)
    for note, beginning in zip(notes, beginnings, strict=True):
        assert note.startswith(beginning)


def test_nothing_stated_is_nothing_a_resident() -> None:
    blank = setting(
        budget_lines=small.lines([(1, 1, 1, "imar", "budget", "03", None)]),
        resource_needs=small.needs([]),
    )
    assert entries.notes(blank, BudgetChoices(measure="kisi")) == ()


def test_many_rows_are_noted() -> None:
    lines = small.lines(
        [(1, 1, number, "a", "budget", "03", max(number - 4, 0)) for number in range(1, 30)]
    )
    notes = entries.notes(setting(budget_lines=lines), BudgetChoices(goal="1"))
    assert notes == (
        "Grafikte tutarı en büyük 15 satır var; tabloda 29 satırın tümü.",
        "Tutarı 0 TL olan 4 satır grafikte yok, tabloda var.",
    )


def test_the_registry_knows_five_figures_of_money() -> None:
    assert [(entry.slug, entry.page) for entry in entries.ENTRIES] == [
        ("genel-bakis", "/"), ("yuz-lira", "/"), ("butce", "/butce"), ("amac-kod", "/butce"),
        ("akis", "/butce"),
    ]  # fmt: skip
    drawn = [entry.build(SETTING, entry.kind(SETTING)()).figure for entry in entries.ENTRIES]
    assert [figure.title for figure in drawn] == [
        "Bütçenin stratejik amaçlara dağılımı",
        "Her 100 liranın dağılımı",
        "Tüm bütçe: Stratejik amaçlara göre",
        "Amaçlara göre para neye gidiyor?",
        "Paranın yolu: kaynaktan amaca, amaçtan ekonomik koda",
    ]
    assert drawn[0].table["address"].tolist()[0] == "/butce?amac=2"
    assert drawn[3].table["link"].tolist()[:2] == ["/butce?amac=1", "/butce?amac=2"]


def test_the_gallery_shows_each_view_each_aim_and_per_resident() -> None:
    _, _, budget, matrix, flow = entries.ENTRIES
    views = [BudgetChoices()] + [BudgetChoices(view=view.value) for view in list(View)[1:]]
    aims = [BudgetChoices(aim="1"), BudgetChoices(aim="2")]
    assert list(budget.presets(setting(COUNTED))) == [
        *views, BudgetChoices(measure="kisi"), *aims,
    ]  # fmt: skip
    assert list(budget.presets(setting(UNCOUNTED))) == [*views, *aims]
    assert list(matrix.presets(SETTING)) == list(flow.presets(SETTING)) == [NoChoices()]
    empty = setting(budget_lines=small.lines([]))
    assert (
        list(budget.presets(empty))
        == list(matrix.presets(empty))
        == list(flow.presets(empty))
        == []
    )
    assert set(budget.known(SETTING)["aim"]) == {"1", "2", "genel"}
