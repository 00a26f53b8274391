"""A setting's way to the institution's other years."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kbb_data.schema import PROGRAMME_BUDGET, STRATEGIC_PLAN
from present.kit.setting import LANGUAGE, Addresses, ProgrammeYear, Setting
from tests.support.settings import setting


class Answers:
    """Data that are of one year."""

    def __init__(self, year: int) -> None:
        self.year = year

    def answer(self, question: str) -> Any:
        return (question, self.year)


OLD = ProgrammeYear(
    2025, STRATEGIC_PLAN, "sha256:25", "2025.0.0", Answers(2025), (("yil", "2025"), ("kurum", "x"))
)
NEW = ProgrammeYear(2026, PROGRAMME_BUDGET, "sha256:26", "2026.0.0", Answers(2026))


def _look(at: ProgrammeYear, years: tuple[ProgrammeYear, ...] = (OLD, NEW)) -> Setting:
    addresses = Addresses(before=(*at.parameters, ("lang", "en")), after=(("embed", "true"),))
    return Setting(
        at.year, "ÖRNEK BELEDİYESİ", at.dataset_sha256, at.version, True, "en", addresses,
        at.data, form=at.form, years=years,
    )  # fmt: skip


def test_the_same_look_at_another_year_is_that_years_own_setting() -> None:
    assert _look(NEW).at(2025) == _look(OLD)
    assert _look(OLD).at(2026) == _look(NEW)
    assert _look(OLD).at(2025) == _look(OLD)


def test_links_of_another_year_stay_there_and_keep_language_and_frame() -> None:
    assert _look(NEW).at(2025).link("/butce") == "/butce?yil=2025&kurum=x&lang=en&embed=true"
    assert _look(OLD).at(2026).link("/butce") == "/butce?lang=en&embed=true"


def test_a_year_without_a_programme_is_refused() -> None:
    with pytest.raises(KeyError, match="2019"):
        _look(NEW).at(2019)


def test_a_figure_names_the_section_and_who_counted_the_residents() -> None:
    kayseri = replace(setting({}), institution="KAYSERİ BÜYÜKŞEHİR BELEDİYESİ")
    assert "tablo 2.5" in kayseri.source("tablo 2.5")
    counted = kayseri.background.counted
    assert counted.startswith("TÜİK")
    assert counted.endswith("31.12.2023")


def test_links_that_people_hold_name_the_language_lang() -> None:
    assert LANGUAGE == "lang"
