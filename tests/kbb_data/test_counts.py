"""Residents by year: each count with its day and source, and none where nobody counted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kbb_data import geo
from kbb_data.geo import counts

INSTITUTION = "KAYSERİ BÜYÜKŞEHİR BELEDİYESİ"


def test_two_years_are_counted() -> None:
    known = {count.year: count for count in counts.of_institution(INSTITUTION)}
    assert {year: count.residents for year, count in known.items()} == {
        2023: 1_445_683,
        2025: 1_458_991,
    }
    assert known[2025].date == date(2025, 12, 31)
    assert all("TÜİK" in count.source and count.source_en for count in known.values())


def test_the_count_of_the_map_is_one_of_them() -> None:
    place = geo.place(INSTITUTION)
    assert place is not None
    (own,) = (c for c in counts.of_institution(INSTITUTION) if c.year == place.population.year)
    assert own.date == place.population.date
    assert own.source == place.population.source
    assert own.districts == tuple((d.name, d.population) for d in place.districts)


def test_every_count_has_the_same_districts() -> None:
    names = [{name for name, _ in count.districts} for count in counts.of_institution(INSTITUTION)]
    assert names[0] == names[1]
    assert len(names[0]) == 16


def test_names_are_found_in_any_letter_case_and_others_have_none() -> None:
    assert counts.of_institution("kayseri büyükşehir belediyesi")
    assert counts.of_institution("ÖRNEK BÜYÜKŞEHİR BELEDİYESİ") == ()


def planted(folder: Path, years: tuple[int, int]) -> Path:
    (folder / "people.csv").write_text(
        "district,n\nIrmakbaşı,700\nYenidere,300\n", encoding="utf-8"
    )
    entries = (
        f'[[count]]\ninstitution = "OVA"\nyear = {year}\ndate = {year}-12-31\n'
        'file = "people.csv"\ncolumn = "n"\nsource = "sayım"\n'
        for year in years
    )
    (folder / "counts.toml").write_text("\n".join(entries), encoding="utf-8")
    return folder


def test_counts_stand_in_the_order_of_years(tmp_path: Path) -> None:
    known = counts.of_institution("ova", counts.read(planted(tmp_path, (2025, 2023))))
    assert [(count.year, count.residents) for count in known] == [(2023, 1000), (2025, 1000)]


def test_two_counts_of_one_year_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="OVA has two counts of 2025"):
        counts.read(planted(tmp_path, (2025, 2025)))
