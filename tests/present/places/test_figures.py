"""The figures of facilities by district, counts and rates, held against the files."""

from __future__ import annotations

import csv
import json
from decimal import Decimal

from kbb_data import geo
from present.places.figures import by_kind, kind_words, per_10000
from present.places.kinds import DEFAULT_KINDS
from tests.present.places.frames import drawn, kayseri
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


def counted(kinds: tuple[str, ...] = DEFAULT_KINDS):  # type: ignore[no-untyped-def]
    return by_kind(drawn(), kayseri(), kinds, year=2025, source="Program", is_dark=False)


def test_every_count_is_the_files_and_the_sums_are_all_lines_of_the_kind() -> None:
    kinds = (*DEFAULT_KINDS, "shop")
    with (KAYSERI / "assets.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] in kinds]
    table = counted(kinds).table.set_index("district")
    for kind in kinds:
        of_kind = [row["district"] for row in rows if row["kind"] == kind]
        assert table.loc["Toplam", kind] == len(of_kind)
        for district in kayseri().districts:
            assert table.loc[district.name, kind] == of_kind.count(district.name)
    without = [row for row in rows if not row["district"]]
    assert without, "the kinds of the test have some without a district"
    assert table.loc["İlçesi yazılmamış", "facilities"] == len(without)


def test_the_counts_chart_writes_zero_as_zero_and_says_who_has_most() -> None:
    built = counted()
    cells = [
        row for rows in (built.spec or {})["datasets"].values() for row in rows if "column" in row
    ]
    table = built.table.set_index("district_slug")
    for cell in cells:
        assert cell["text"] == str(table.loc[cell["row"], cell["column"]])
    assert "0" in {cell["text"] for cell in cells}
    most = built.table[:-1].sort_values("facilities").iloc[-1]
    assert f"{most['facilities']} tesisle {most['district']}" in built.sentence


def test_no_facility_of_the_kinds_draws_no_counts() -> None:
    none = by_kind(drawn().iloc[:0], kayseri(), DEFAULT_KINDS, year=2025, source="x", is_dark=True)
    assert none.spec is None
    assert none.table["facilities"].sum() == 0
    assert "tesis yok" in none.sentence
