"""The figure of facilities per 10,000 residents, held against the files."""

from __future__ import annotations

import csv
import json
from decimal import Decimal

from kbb_data import geo
from present.facility_figures import kind_words, per_10000
from present.facility_kinds import DEFAULT_KINDS
from tests.present.facility_frames import drawn, kayseri
from tests.support.datasets import KAYSERI


def figure(kinds: tuple[str, ...] = DEFAULT_KINDS, chosen: str | None = None):  # type: ignore[no-untyped-def]
    return per_10000(drawn(), kayseri(), kinds, year=2025, source="Program", chosen_slug=chosen)


def independent(kinds: tuple[str, ...]) -> dict[str, Decimal]:
    with (KAYSERI / "assets.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] in kinds]
    with (geo.FOLDER / "kayseri_districts.csv").open(encoding="utf-8", newline="") as file:
        people = {row["district"]: int(row["population_2023"]) for row in csv.DictReader(file)}
    return {
        name: Decimal(sum(row["district"] == name for row in rows)) * 10_000 / count
        for name, count in people.items()
    }


def test_the_rates_are_the_files() -> None:
    wanted = independent(DEFAULT_KINDS)
    table = figure().table
    assert {row["district"]: round(row["per_10000"], 9) for row in table.to_dict("records")} == {
        name: round(float(rate), 9) for name, rate in wanted.items()
    }
    assert list(table["per_10000"]) == sorted(table["per_10000"], reverse=True)


def test_the_sentence_names_most_least_and_middle() -> None:
    rates = independent(DEFAULT_KINDS)
    middle = sorted(rates.values())
    sentence = figure().sentence
    for rate in (max(middle), min(middle), (middle[7] + middle[8]) / 2):
        assert f"{rate:.2f}".replace(".", ",") in sentence
    assert max(rates, key=rates.__getitem__) in sentence


def test_districts_that_share_the_least_are_counted() -> None:
    rates = independent(("museum",))
    zeros = sum(rate == 0 for rate in rates.values())
    assert f"{zeros} ilçe (0,00)" in figure(("museum",)).sentence


def test_the_chart_holds_the_table_and_no_look() -> None:
    built = figure(chosen="talas")
    assert built.spec is not None
    assert "config" not in built.spec
    values = [row for rows in built.spec["datasets"].values() for row in rows if "district" in row]
    assert {row["district"]: row["text"] for row in values} == {
        row["district"]: f"{row['per_10000']:.2f}".replace(".", ",")
        for row in built.table.to_dict("records")
    }
    assert [row["district"] for row in values if row["is_chosen"]] == ["Talas"]
    assert "http" not in json.dumps({k: v for k, v in built.spec.items() if k != "$schema"})


def test_without_any_there_is_no_chart_but_a_table() -> None:
    built = per_10000(drawn().head(0), kayseri(), ("library",), year=2025, source="Program")
    assert built.spec is None
    assert (built.table["facilities"] == 0).all()


def test_year_date_and_source_are_said() -> None:
    built = figure()
    assert "2025" in built.subtitle
    assert "31.12.2023" in built.subtitle
    assert "TÜİK" in built.source


def test_kinds_read_as_one_sentence() -> None:
    assert kind_words(["library", "course_centre"]) == "Kütüphaneler, KAYMEK kurs merkezleri"
    assert kind_words(["fire_station", "library"]) == "İtfaiye istasyonları, kütüphaneler"
    assert kind_words(list(DEFAULT_KINDS) + ["museum", "shop"]) == "Seçilen 5 tür"
