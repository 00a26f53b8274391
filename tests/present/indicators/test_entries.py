"""What the registry knows of the indicators' figures: filters in words, presets, links."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import pytest

from present.indicators import entries
from present.indicators.choices import IndicatorChoices
from present.indicators.list_html import CODE, list_html
from present.indicators.model import Order
from present.kit.setting import Addresses, Setting
from present.kit.text import ENGLISH, TURKISH
from tests.support.indicators import empty, frame


@dataclass(frozen=True, eq=False)
class Invented:
    """Answers that are given by hand; each is equal to itself alone."""

    indicators: pd.DataFrame

    def answer(self, question: str) -> Any:
        if question == "aims":
            return pd.DataFrame({"aim": [1, 2], "short_name_en": ["Planning", None]})
        if question == "goals":
            return pd.DataFrame({"goal": [1, 2], "short_name_en": ["Make plans", None]})
        if question == "spending_units":
            return pd.DataFrame({"spending_unit": ["zabita"], "name": ["Zabıta Dairesi"]})
        if question == "indicator_results":
            return pd.DataFrame()
        assert question == "indicators"
        return self.indicators


def setting(indicators: pd.DataFrame | None = None) -> Setting:
    return Setting(
        year=2025,
        institution="ÖRNEK BELEDİYESİ",
        dataset_sha256="-",
        version="1",
        is_dark=False,
        language=TURKISH,
        addresses=Addresses(before=(("yil", "2025"),)),
        data=Invented(frame() if indicators is None else indicators),
    )


def codes(choices: IndicatorChoices) -> list[str]:
    return [indicator.code for indicator in entries.chosen(setting(), choices)]


def test_filters_and_order_decide_what_is_shown() -> None:
    assert codes(IndicatorChoices(aim="2")) == ["2.1", "2.2", "2.3", "2.4"]
    assert codes(IndicatorChoices(aim="2", order="uzaklik")) == ["2.4", "2.3", "2.1"]
    assert codes(IndicatorChoices(unit="zabita", order="ad")) == ["2.1", "2.3", "2.2", "2.4"]


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        (IndicatorChoices(), []),
        (IndicatorChoices(aim="2"), ["2. Ulaşım"]),
        (IndicatorChoices(goal="1"), ["1. hedef"]),
        (IndicatorChoices(unit="zabita"), ["Zabıta Dairesi"]),
        (IndicatorChoices(unit="ulasim"), ["ulasim"]),
        (IndicatorChoices(measure="yuzde"), ["%"]),
        (IndicatorChoices(measure="birimsiz"), ["birimi belirtilmemiş"]),
        (
            IndicatorChoices(ambitions=("altinda-hedef", "egilimle-uyumlu")),
            ["eğilimle uyumlu", "2024'ün altında hedef"],
        ),
        (IndicatorChoices(text="  "), []),
        (IndicatorChoices(text=" ağaç "), ["“ağaç”"]),
    ],
)
def test_filters_are_told_in_words(choices: IndicatorChoices, words: list[str]) -> None:
    assert entries.scope(setting(), choices) == words


def test_all_filters_are_told_in_one_order() -> None:
    every = IndicatorChoices("ağaç", "2", "2", "zabita", "adet", ("altinda-hedef",))
    assert entries.scope(setting(), every) == [
        "2. Ulaşım",
        "2. hedef",
        "Zabıta Dairesi",
        "adet",
        "2024'ün altında hedef",
        "“ağaç”",
    ]


def test_a_sentence_tells_a_goal_with_its_statement() -> None:
    # A word that is searched for is none, though it looks like one.
    choices = IndicatorChoices("2. hedef", "2", "2", "zabita")
    assert entries.told_scope(setting(), choices) == [
        "2. Ulaşım", "2. hedef (“Yolları bakımlı tutmak”)", "Zabıta Dairesi", "“2. hedef”",
    ]  # fmt: skip
    assert entries.told_scope(setting(), IndicatorChoices(aim="2")) == ["2. Ulaşım"]
    assert entries.told_scope(setting(), IndicatorChoices()) == []
    figure = entries.progress(setting(), IndicatorChoices(goal="2", unit="ulasim"))
    assert figure.sentence.startswith("2. hedef (“Yolları bakımlı tutmak”) · ulasim: 1 gösterge. ")


def test_the_bars_lead_to_their_indicators() -> None:
    figure = entries.progress(setting(), IndicatorChoices(goal="2", unit="ulasim"))
    assert figure.title == "2. hedef · ulasim: göstergeler ve 2025 hedefleri"
    assert figure.table["link"].tolist() == ["/gostergeler?yil=2025&gosterge=2.1"]
    assert figure.source.startswith("Örnek Belediyesi, ")


def test_the_words_are_counted_of_what_passes_the_filters() -> None:
    figure = entries.by_aim(setting(), IndicatorChoices(goal="2", unit="ulasim"))
    assert figure.table["total"].tolist() == [1]
    assert figure.table["altinda-hedef"].tolist() == [1]


def test_one_indicator_is_shown_by_its_code() -> None:
    figure = entries.three_years(setting(), IndicatorChoices(indicator="2.1"))
    assert figure.title == "2.1 Ağaç"
    with pytest.raises(StopIteration):
        entries.three_years(setting(), IndicatorChoices(indicator="9.9"))


def test_the_data_decide_the_codes() -> None:
    assert entries.known(setting()) == {
        "aim": {"1", "2"},
        "goal": {"1", "2"},
        "unit": {"fen-isleri", "ulasim", "zabita"},
        "measure": {"m2", "adet", "yuzde", "birimsiz", "gun"},
        "indicator": {"1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "2.4"},
        "as_of": set(),
    }


def test_the_gallery_shows_all_each_aim_and_what_asks_for_most() -> None:
    shown = {entry.slug: list(entry.presets(setting())) for entry in entries.ENTRIES}
    assert shown == {
        "hirs": [IndicatorChoices()],
        "ilerleme": [IndicatorChoices(aim="1"), IndicatorChoices(aim="2")],
        "gosterge": [IndicatorChoices(indicator="2.4")],
        "gerceklesmeler": [],
        "gosterge-gerceklesme": [],
    }
    assert [entry.needed for entry in entries.ENTRIES] == ["", "", "indicator", "", "indicator"]
    assert {entry.page for entry in entries.ENTRIES} == {"/gostergeler"}


def test_what_can_not_be_compared_is_no_example() -> None:
    farther = {"estimate": 1.0, "direction": None}
    given = setting(frame(farther, {"indicator": 2}))
    (example,) = entries.ENTRIES[2].presets(given)
    assert example == IndicatorChoices(indicator="1.2")
    assert list(entries.ENTRIES[2].presets(setting(frame(farther)))) == []


def test_without_indicators_the_gallery_shows_none() -> None:
    for entry in entries.ENTRIES:
        assert list(entry.presets(setting(empty()))) == []


def test_a_list_is_made_once_in_the_language_of_its_setting() -> None:
    turkish = setting()
    english = replace(turkish, language=ENGLISH)
    address = f"/gostergeler?gosterge={CODE}&sirala=ad"
    html = list_html(turkish, ("2.1", "1.1"), address, by=None)
    assert html.index("gosterge=2.1&amp;sirala=ad") < html.index("gosterge=1.1&amp;sirala=ad")
    assert list_html(turkish, ("2.1", "1.1"), address, by=None) is html
    assert "needs to speed up" in list_html(english, ("2.1", "1.1"), address, by=None)
    assert "Planning" in list_html(english, ("1.1",), address, by=Order.NAME)
    with pytest.raises(KeyError):
        list_html(turkish, ("9.9",), address, by=None)
