"""When there are figures of several years, and what an address may ask of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from present.change import entries
from present.change.choices import ChangeChoices
from present.change.matching import By
from present.change.model import Measure
from present.change.notes import notes
from present.change.plans import years as over_years
from present.figures.registry import BY_SLUG
from present.figures.setting import years_of
from present.kit.setting import Setting
from present.opendata.source import Edition, Library
from tests.present.change.conftest import SettingOf
from tests.support import years
from tests.support.settings import setting as invented

SLUGS = (entries.TOTAL, entries.PAIR, entries.YEARS)


@pytest.mark.parametrize("slug", SLUGS)
def test_one_programme_has_none_of_them(slug: str, of_year: SettingOf) -> None:
    alone: Setting = invented({})
    one = replace(of_year(2025), years=of_year(2025).years[1:2])
    for setting in (alone, one):
        assert not BY_SLUG[slug].is_there(setting)
        assert all(not codes for codes in entries.known(setting).values())


def test_a_published_year_is_not_set_beside_a_draft(tmp_path: Path) -> None:
    books = years.library(tmp_path)

    class WithDraft(Library):
        def editions(self) -> tuple[Edition, ...]:
            return tuple(
                replace(
                    edition, programme=replace(edition.programme, is_draft=edition.year == 2026)
                )
                for edition in books.editions()
            )

    library = WithDraft(lambda: None)  # type: ignore[arg-type, return-value]
    seen = {
        edition.year: [own.year for own in years_of(library, edition)]
        for edition in library.editions()
    }
    assert seen == {2024: [2024, 2025], 2025: [2024, 2025], 2026: [2024, 2025, 2026]}


def test_an_address_may_name_the_years_views_and_measures_that_there_are(
    of_year: SettingOf,
) -> None:
    known = entries.known(of_year(2026))
    assert known["pair"] == ("2024-2025", "2024-2026", "2025-2026")
    assert known["by"] == tuple(by.value for by in By)
    assert known["measure"] == tuple(measure.value for measure in Measure)
    assert known["base"] == tuple(str(year) for year in range(2019, 2026))


def test_a_measure_needs_two_years_that_can_be_told(of_year: SettingOf) -> None:
    setting = of_year(2026)
    later = replace(setting, years=setting.years[1:])
    assert entries.measures(later) == (Measure.LIRA, Measure.SHARE)
    said = " ".join(notes(later, ChangeChoices()))
    assert "fiyatlar 2025 yılına kadar biliniyor" in said
    assert "Kişi başına ölçü için en az iki programın yılında" in said


def test_the_notes_tell_what_applies(of_year: SettingOf) -> None:
    said = " ".join(notes(of_year(2026), ChangeChoices()))
    for words in (
        "harcama değildir",
        "2025 ve 2026 programları ayrı belge biçimlerindedir",
        "2025 yılının fiyatları ocak-kasım ayları için biliniyor",
        "kasım ayının %0,87 değişimiyle",
        "2026 için yıllık ortalama tüketici fiyatı henüz bilinmiyor",
        "2024: 400.000 (Uydurma sayım, 31.12.2024)",
    ):
        assert words in said
    assert "2024 ve 2025 programları ayrı" not in said


def test_a_row_leads_to_its_newest_year(of_year: SettingOf) -> None:
    setting = of_year(2025)
    links = entries.links(setting, over_years(setting, By.ACTIVITY))
    assert links["2026.1"] == "/butce?faaliyet=1"
    assert links["2025.5"].startswith("/butce?yil=2025&")
    assert links["2025.5"].endswith("faaliyet=5")
    assert links["2025.genel"].endswith("amac=genel")
    # Several rows of the newest year have no address together.
    assert "2026.3" not in links


def test_every_year_is_matched_once_for_all(of_year: SettingOf) -> None:
    for by in By:
        assert over_years(of_year(2024), by).years == years.YEARS
        assert over_years(of_year(2024), by) is over_years(of_year(2024), by)
