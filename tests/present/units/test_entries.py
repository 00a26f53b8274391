"""The registry's figures of units, from a setting of invented frames."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from present.kit.setting import Addresses, Setting
from present.units import entries
from present.units.choices import UnitChoices
from tests.present.budget import frames as small
from tests.present.findings.records import CHECKS
from tests.present.units.test_model import ACTIVITIES, ASSETS, GOALS, UNITS


class Frames:
    """The answers of a programme that there is in these tests alone."""

    def __init__(self, **frames: pd.DataFrame) -> None:
        self._frames = frames

    def answer(self, question: str) -> Any:
        return self._frames[question]


FINDINGS = pd.DataFrame(
    {
        "finding": ["goal-table-sums.1", "unit-spelling.imar"],
        "location": ["Tablo 2.4", "Tablo 2.6"],
        "explanation": ["Toplam tutmuyor.", "İki yazılış."],
    }
)


def setting(lines: pd.DataFrame = small.LINES, language: str = "tr") -> Setting:
    data = Frames(
        spending_units=UNITS,
        activities=ACTIVITIES,
        goals=GOALS,
        assets=ASSETS,
        budget_lines=lines,
        findings=FINDINGS,
        checks=CHECKS,
        aims=pd.DataFrame({"aim": [], "short_name": [], "short_name_en": []}),
    )
    return Setting(
        2025, "ÖRNEK BELEDİYESİ", "sha", "v", False, language, Addresses("", (("yil", "2025"),)),
        data,
    )  # fmt: skip


def test_a_unit_is_found_by_its_slug_or_not_at_all() -> None:
    assert entries.unit(setting(), "imar").name == "İmar Daire Başkanlığı"
    for slug in ("yok", None):
        with pytest.raises(StopIteration):
            entries.unit(setting(), slug)


def test_units_and_their_parts_are_made_once_a_setting() -> None:
    visited = setting()
    assert entries.units(visited) is entries.units(visited)
    assert entries.units(visited) is not entries.units(setting())
    parts = entries.goal_parts(visited, "imar")
    assert [part.goal for part in parts] == [1]
    assert entries.goal_parts(visited, "imar") is parts


def test_the_list_is_in_the_order_asked_for_and_keeps_the_visits_parameters() -> None:
    by_name = entries.all_units(setting(), UnitChoices(order="ad")).table
    assert by_name["unit"].tolist() == ["ilce", "fen", "imar", "zabita"]
    by_money = entries.all_units(setting(), UnitChoices()).table
    assert by_money["unit"].tolist() == ["fen", "zabita", "imar", "ilce"]
    assert by_money["address"].tolist()[0] == "/birimler?yil=2025&birim=fen"


def test_a_units_figures_lead_to_activities_and_goals() -> None:
    table = entries.activities(setting(), UnitChoices(unit="imar")).table
    assert table["address"].tolist() == ["/butce?yil=2025&faaliyet=1"]
    assert table["goal_address"].tolist() == ["/hedef?yil=2025&hedef=1"]
    lines = entries.lines(setting(), UnitChoices(unit="imar")).table
    assert lines["line"].tolist() == ["03", "06", "other_domestic"]


def test_findings_on_a_unit_lead_to_their_views() -> None:
    html = entries.touching(setting(), "imar")
    assert 'href="/tutarlilik?yil=2025&amp;bulgu=goal-table-sums.1"' in html
    assert 'href="/tutarlilik?yil=2025&amp;bulgu=unit-spelling.imar"' in html
    assert "bulgu=" not in entries.touching(setting(), "zabita")
    assert "1 denetim 96 karşılaştırma yaptı" in entries.touching(setting(), "zabita")


def test_presets_are_the_units_that_have_money() -> None:
    of_list, of_activities, of_lines = entries.ENTRIES
    assert list(of_list.presets(setting())) == [UnitChoices()]
    with_money = [UnitChoices(unit=slug) for slug in ("fen", "imar", "zabita")]
    assert list(of_activities.presets(setting())) == with_money
    assert list(of_lines.presets(setting())) == with_money
    for entry in entries.ENTRIES:
        assert list(entry.presets(setting(small.LINES.head(0)))) == []
        assert entry.known(setting()) == {"unit": ("fen", "imar", "ilce", "zabita")}


def test_figures_stand_under_their_names() -> None:
    assert [(entry.slug, entry.page, entry.needed) for entry in entries.ENTRIES] == [
        ("birimler", "/birimler", ""),
        ("birim-faaliyetleri", "/birimler", "unit"),
        ("birim-kalemleri", "/birimler", "unit"),
    ]
    chosen = UnitChoices(unit="fen")
    titles = [entry.build(setting(), chosen).figure.title for entry in entries.ENTRIES]
    assert titles == [
        "Harcama birimlerinin faaliyetlerine ayrılan para",
        "Fen İşleri Daire Başkanlığı: faaliyetlere ayrılan para",
        "Fen İşleri Daire Başkanlığı: para neye gidiyor, nereden geliyor",
    ]
