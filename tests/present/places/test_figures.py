"""The figures of facilities by district, counts and rates, held against the files."""

from __future__ import annotations

import csv
import json
from itertools import pairwise

import pytest

from kbb_data import geo
from present.kit.text import ENGLISH, using
from present.kit.theme import palette
from present.places.figures import by_kind, people_each
from present.places.kinds import DEFAULT_KINDS, ORDER
from tests.present.places.frames import drawn, kayseri
from tests.present.places.invented import KINDS, PLACE, facilities
from tests.support import figures as shown
from tests.support.datasets import KAYSERI


def figure(kind: str = "fire_station", chosen: str | None = None):  # type: ignore[no-untyped-def]
    return people_each(drawn(), kayseri(), kind, year=2025, source="Program", chosen_slug=chosen)


def independent(kind: str) -> dict[str, tuple[int, int]]:
    """Residents and facilities of each district, from the files alone."""
    with (KAYSERI / "assets.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == kind]
    with (geo.FOLDER / "kayseri_districts.csv").open(encoding="utf-8", newline="") as file:
        people = {row["district"]: int(row["population_2023"]) for row in csv.DictReader(file)}
    return {
        name: (count, sum(int(r["facilities"] or 0) for r in rows if r["district"] == name))
        for name, count in people.items()
    }


@pytest.mark.parametrize("kind", ORDER)
def test_the_rates_of_every_kind_are_the_files(kind: str) -> None:
    expected = independent(kind)
    table = figure(kind).table
    each = list(table["people_each"])
    stated = [value for value in each if value == value]
    assert stated == sorted(stated, reverse=True)
    assert each[: len(stated)] == stated  # districts without any come last
    for row in table.to_dict("records"):
        people, count = expected[row["district"]]
        assert (row["population"], row[kind], row["facilities"]) == (people, count, count)
        assert round(row["per_10000"], 9) == round(count * 10_000 / people, 9)
        assert (
            (row["people_each"] == people / count)
            if count
            else row["people_each"] != row["people_each"]
        )


def test_the_sentence_names_most_and_least_and_where_the_figure_is_the_population() -> None:
    own = {name: people / count for name, (people, count) in independent("fire_station").items()
           if count}  # fmt: skip
    sentence = figure().sentence
    for name in (max(own, key=own.__getitem__), min(own, key=own.__getitem__)):
        assert f"{name} ilçesinde ({own[name]:,.0f} kişi".replace(",", ".") in sentence
    counts = [count for _, count in independent("fire_station").values()]
    assert f"Bu türden tesis yazılmayan ilçe sayısı {counts.count(0)}." in sentence
    assert f"Tek tesis yazılan {counts.count(1)} ilçede bu sayı ilçenin nüfusudur." in sentence


def test_a_single_district_is_neither_most_nor_least() -> None:
    sentence = figure("culture_centre").sentence
    assert "yalnız bir ilçede yazılmış: Kocasinan ilçesinde" in sentence
    assert "en çok" not in sentence


def test_the_chart_holds_the_table_and_no_look() -> None:
    built = figure(chosen="talas")
    assert built.spec is not None
    assert "config" not in built.spec
    values = [row for rows in built.spec["datasets"].values() for row in rows if "district" in row]
    assert [row["district"] for row in values] == list(built.table["district"])
    assert [row["district"] for row in values if row["is_chosen"]] == ["Talas"]
    assert {row["text"] for row in values if not row["end"]} == {"yok"}
    assert "http" not in json.dumps({k: v for k, v in built.spec.items() if k != "$schema"})


def test_without_any_there_is_no_chart_but_a_table() -> None:
    built = people_each(drawn().head(0), kayseri(), "library", year=2025, source="Program")
    assert built.spec is None
    assert (built.table["facilities"] == 0).all()


def test_year_date_and_source_are_said() -> None:
    built = figure()
    assert "2025" in built.subtitle
    assert "31.12.2023" in built.subtitle
    assert "TÜİK" in built.source


def counted(kinds: tuple[str, ...] = DEFAULT_KINDS):  # type: ignore[no-untyped-def]
    return by_kind(drawn(), kayseri(), kinds, year=2025, source="Program", is_dark=False)


def test_every_count_is_what_the_lines_state_and_the_sums_are_all_of_the_kind() -> None:
    kinds = (*DEFAULT_KINDS, "shop")
    with (KAYSERI / "assets.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] in kinds]
    table = counted(kinds).table
    assert list(table) == ["district", "district_slug", *kinds, "facilities"]
    table = table.set_index("district")
    for kind in kinds:
        own = [(r["district"], int(r["facilities"])) for r in rows if r["kind"] == kind]
        assert table.loc["Toplam", kind] == sum(count for _, count in own)
        for district in kayseri().districts:
            stated = sum(count for name, count in own if name == district.name)
            assert table.loc[district.name, kind] == stated
    without = [int(row["facilities"]) for row in rows if not row["district"]]
    assert without, "the kinds of the test have some without a district"
    assert table.loc["İlçesi yazılmamış", "facilities"] == sum(without)
    # Halls of shops are shops: 118 in one line of Melikgazi.
    assert table.loc["Melikgazi", "shop"] == 404


def test_the_counts_chart_writes_zero_as_zero_and_says_who_has_most() -> None:
    built = counted()
    cells = [
        row for rows in (built.spec or {})["datasets"].values() for row in rows if "column" in row
    ]
    table = built.table.set_index("district_slug")
    for cell in cells:
        assert cell["text"] == str(table.loc[cell["row"], cell["column"]])
    assert "0" in {cell["text"] for cell in cells}
    most = built.table[:-1].sort_values("facilities", kind="stable").iloc[-1]
    assert f"{most['facilities']} tesisle {most['district']}" in built.sentence


def test_no_facility_of_the_kinds_draws_no_counts() -> None:
    none = by_kind(drawn().iloc[:0], kayseri(), DEFAULT_KINDS, year=2025, source="x", is_dark=True)
    assert none.spec is None
    assert none.table["facilities"].sum() == 0
    assert "tesis yok" in none.sentence


# An invented place: Ova has 3 facilities on 20,000 people, Çay 1 on 5,000, Akdağ none.


def rated(kind: str = "library", chosen: str | None = None):  # type: ignore[no-untyped-def]
    return people_each(facilities(), PLACE, kind, year=2027, source="Program", chosen_slug=chosen)


def test_the_rates_figure_word_by_word() -> None:
    built = rated()
    assert built.title == "Kütüphaneler: ilçelere göre bir tesise düşen kişi"
    assert built.subtitle == (
        "2027 programındaki tesisler, 31.12.2026 nüfusu. Tesisi olmayan ilçeler en altta."
    )
    assert built.sentence == (
        "Kütüphane başına en çok kişi Ova ilçesinde (10.000 kişi, 2 tesis), en az kişi Çay "
        "ilçesinde (5.000 kişi, 1 tesis) düşüyor (2027 programı, 31.12.2026 nüfusu). Bu türden "
        "tesis yazılmayan ilçe sayısı 1. Tek tesis yazılan 1 ilçede bu sayı ilçenin nüfusudur."
    )
    assert built.source == "Program; Ova Sayımı, 31.12.2026"
    assert built.own == ("Ova", "Çay", "Akdağ")
    assert shown.heads(built) == [
        ("district", "İlçe", False, True),
        ("population", "Nüfus (2026)", True, False),
        ("library", "Kütüphaneler", True, False),
        ("people_each", "Bir tesise düşen kişi", True, False),
        ("per_10000", "10.000 kişiye", True, False),
    ]
    assert shown.rows(built) == [
        ["Ova", "20.000", "2", "10.000", "1,00"],
        ["Çay", "5.000", "1", "5.000", "2,00"],
        ["Akdağ", "10.000", "0", "–", "0,00"],
    ]
    assert shown.own(built) == [[True] + [False] * 4] * 3
    assert list(built.table.index) == [0, 1, 2]


def test_the_rates_chart_word_by_word() -> None:
    built = rated(chosen="ova")
    keys = ("district", "end", "text", "detail", "is_chosen")
    assert [tuple(row[key] for key in keys) for row in shown.drawn(built.spec, "district")] == [
        ("Ova", 10000.0, "10.000 kişi · 2 tesis",
         "Ova: 20.000 kişi, 2 tesis; bir tesise 10.000 kişi, 10.000 kişiye 1,00 tesis", True),
        ("Çay", 5000.0, "5.000 kişi · 1 tesis",
         "Çay: 5.000 kişi, 1 tesis; bir tesise 5.000 kişi, 10.000 kişiye 2,00 tesis", False),
        ("Akdağ", 0.0, "yok", "Akdağ: 10.000 kişi, bu türden tesis yazılmamış", False),
    ]  # fmt: skip
    middle = [row for row in shown.drawn(built.spec, "end") if "district" not in row]
    assert middle == [{"end": 10000.0, "text": "ortanca ilçe 10.000"}]
    assert set(shown.drawn(built.spec, "district")[0]) == set(keys)
    assert "#3E8576" in json.dumps(built.spec)
    assert "config" not in (built.spec or {})


def test_where_the_middle_district_has_none_no_line_is_drawn() -> None:
    built = rated("fire_station")
    assert [row for row in shown.drawn(built.spec, "end") if "district" not in row] == []


def test_districts_without_any_stand_by_the_alphabet() -> None:
    built = rated("museum")
    assert [row[0] for row in shown.rows(built)] == ["Akdağ", "Çay", "Ova"]
    assert built.spec is None
    assert built.sentence == "Bu türden, ilçesi belirtilmiş tesis yok."


def test_the_rates_figure_in_english() -> None:
    with using(ENGLISH):
        built = rated()
        assert built.source == "Program; Ova Census, 31 December 2026"
        assert built.sentence == (
            "Library: most residents for each facility in Ova (10,000 residents, 2 facilities), "
            "fewest in Çay (5,000 residents, 1 facility); 2027 programme, residents on 31 December "
            "2026. 1 district has none of the kind. In 1 district with a single one, the figure "
            "is the district's population."
        )


def test_the_only_district_is_told_with_year_and_date() -> None:
    assert rated("fire_station").sentence.startswith(
        "İtfaiye istasyonu yalnız bir ilçede yazılmış: Ova ilçesinde (20.000 kişi, 1 tesis); 2027 "
        "programı, 31.12.2026 nüfusu. "
    )
    with using(ENGLISH):
        assert rated("fire_station").sentence.startswith(
            "Fire station: named in one district alone, in Ova (20,000 residents, 1 facility); "
            "2027 programme, residents on 31 December 2026. "
        )


@pytest.mark.parametrize("is_dark", [False, True])
def test_the_counts_figure_word_by_word(is_dark: bool) -> None:
    kinds = ("library", "fire_station")
    built = by_kind(facilities(), PLACE, kinds, year=2027, source="Program", is_dark=is_dark)
    assert built.title == "İlçelere ve türlere göre tesis sayısı"
    assert built.subtitle == (
        "İtfaiye istasyonları, kütüphaneler; 2027 programındaki tesisler. Bir satır birden çok "
        "tesis sayıyorsa, yazdığı adet kadar sayılır; sayı yazmayan satır bir tesistir."
    )
    assert built.sentence == (
        "2027 programında 5 tesis sayılıyor (itfaiye istasyonları, kütüphaneler); ilçeler arasında "
        "en çoğu 3 tesisle Ova ilçesinde."
    )
    assert built.source == "Program"
    assert built.own == ("Ova", "Çay", "Akdağ")
    assert shown.heads(built) == [
        ("district", "İlçe", False, True),
        ("fire_station", "İtfaiye istasyonları", True, False),
        ("library", "Kütüphaneler", True, False),
        ("facilities", "Toplam tesis", True, False),
    ]
    assert shown.rows(built) == [
        ["Ova", "1", "2", "3"],
        ["Çay", "0", "1", "1"],
        ["Akdağ", "0", "0", "0"],
        ["İlçesi yazılmamış", "0", "1", "1"],
        ["Toplam", "1", "4", "5"],
    ]
    names = [own for own, *_ in shown.own(built)]
    assert names == [True, True, True, False, False]
    assert list(built.table["district_slug"]) == ["ova", "cay", "akdag", "-", ""]


def test_the_counts_chart_word_by_word() -> None:
    built = by_kind(facilities(), PLACE, KINDS, year=2027, source="Program", is_dark=False)
    keys = ("row", "column", "size", "text", "fill", "is_stated")
    cells = shown.drawn(built.spec, "column")
    # Two fifths of the way from the ground to #3E8576 where a district has most, 2.
    nothing, half, full = "#FFFFFF", "#C9DCD8", "#B2CEC8"
    assert [tuple(cell[key] for key in keys) for cell in cells] == [
        ("ova", "fire_station", 0.5, "1", half, True),
        ("ova", "library", 1.0, "2", full, True),
        ("cay", "fire_station", 0.0, "0", nothing, False),
        ("cay", "library", 0.5, "1", half, True),
        ("akdag", "fire_station", 0.0, "0", nothing, False),
        ("akdag", "library", 0.0, "0", nothing, False),
        ("-", "fire_station", 0.0, "0", nothing, False),
        ("-", "library", 0.5, "1", half, True),
    ]
    assert cells[1]["detail"] == "Ova, Kütüphaneler: 2"
    rows = shown.drawn(built.spec, "total")
    assert [(row["key"], row["name_lines"], row["total"], row["end"]) for row in rows] == [
        ("ova", "Ova", "3 tesis", 3.0),
        ("cay", "Çay", "1 tesis", 1.0),
        ("akdag", "Akdağ", "0 tesis", 0.0),
        ("-", "İlçesi yazılmamış", "1 tesis", 1.0),
    ]
    # Only those without a district stand apart from the row above.
    gaps = [below["top"] - above["bottom"] for above, below in pairwise(rows)]
    assert gaps[:2] == [0, 0]
    assert gaps[2] > 0
    dark = by_kind(facilities(), PLACE, KINDS, year=2027, source="Program", is_dark=True)
    assert {cell["fill"] for cell in shown.drawn(dark.spec, "column")}.isdisjoint({nothing, full})
    heads = [row["lines"] for row in shown.drawn(built.spec, "lines") if "row" not in row]
    assert heads == ["İtfaiye\nistasyonları", "Kütüphaneler"]
    for text in ("#3E8576", palette(False).quiet):
        assert text in json.dumps(built.spec, ensure_ascii=False)


def test_without_any_unplaced_there_is_no_row_for_them() -> None:
    placed = facilities()[facilities()["district_slug"].notna()]
    built = by_kind(placed, PLACE, KINDS, year=2027, source="Program", is_dark=False)
    assert [row[0] for row in shown.rows(built)] == ["Ova", "Çay", "Akdağ", "Toplam"]
    # A district that the place does not have is none of its districts either.
    beyond = by_kind(
        facilities().assign(district_slug="yok"), PLACE, ("museum",), year=2027, source="Program",
        is_dark=False,
    )  # fmt: skip
    assert shown.rows(beyond) == [
        ["Akdağ", "0", "0"],
        ["Çay", "0", "0"],
        ["Ova", "0", "0"],
        ["İlçesi yazılmamış", "1", "1"],
        ["Toplam", "1", "1"],
    ]
    assert "en çoğu 0 tesisle Akdağ ilçesinde" in beyond.sentence
