"""A judgement whose expectation no longer holds stops the import: every kind of entry in turn."""

from __future__ import annotations

import re
import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kbb_data.importer import import_file
from kbb_data.problems import Unreadable
from kbb_data.rows import Row, Tables
from tests.support import datasets


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the judged files alone, to be altered."""
    target = tmp_path / "dataset"
    shutil.copytree(datasets.TIES_JUDGED, target)
    return target


def alter(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert text.count(old) >= 1, old
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


#: File, section, place of the entry, what is altered, and what the message says.
STALE = [
    ("corrections.toml", "correction", 1, 'printed = "40.00"', 'printed = "40.01"',
     "expected printed '40.01'; found '40.00'"),
    ("corrections.toml", "correction", 1, "year = 2025 }", "year = 2024 }",
     "expected one row of indicator_values with"),
    ("corrections.toml", "correction", 1, '"indicator_values"', '"goals"',
     "expected a table whose rows can be corrected; found 'goals'"),
    ("corrections.toml", "correction", 1, '"indicator_values"', '"göstergeler"',
     "expected a table whose rows can be corrected; found 'göstergeler'"),
    ("directions.toml", "indicator", 1, "(yıl/kişi)", "(kişi)",
     "expected indicator 1 of goal 1 as '2. Etap teleferik yolcusu (kişi)', once"),
    ("directions.toml", "indicator", 2, "indicator = 2", "indicator = 4",
     "expected indicator 4 of goal 1 as 'Yolculuk süresi (dakika)', once; found ''"),
    ("names.toml", "aim", 1, 'printed = "Ulaşım Hizmetleri', 'printed = "Ulaştırma Hizmetleri',
     "expected 'Ulaştırma Hizmetleri Yönetimi'; found 'Ulaşım Hizmetleri Yönetimi'"),
    ("names.toml", "aim", 1, "aim = 1", "aim = 3", "expected 'Ulaşım Hizmetleri Yönetimi'"),
    ("names.toml", "spending_unit", 1, 'name = "İhale 2', 'name = "İhale 3',
     "expected the unit 'İhale 3 Daire Başkanlığı' in the document; found none"),
    ("names.toml", "spending_unit", 1, 'short = "İhale 2"',
     'short = "İhale 2"\naliases = ["İhale"]',
     "expected the unit 'İhale' in the document; found none"),
    ("names.toml", "district", 1, 'printed = "Yenidere Yaylası"', 'printed = "Eskidere"',
     "expected a district 'Eskidere'; found none"),
    ("names.toml", "category", 1, 'category = "PARK/YEŞİL ALAN"', 'category = "PARK"',
     "expected a category 'PARK'; found none"),
    ("names.toml", "asset", 1, 'name = "2. Etap', 'name = "3. Etap',
     "expected an asset 'TELEFERİK İSTASYONLARI / 3. Etap İstasyonu'; found none"),
    ("names.toml", "technology", 1, 'printed = "2 adet', 'printed = "3 adet',
     "expected '3 adet sistem odası' with '2' in section 1.4; found no such words"),
    ("names.toml", "technology", 1, 'number = "2"', 'number = "3"',
     "expected '2 adet sistem odası' with '3' in section 1.4"),
    ("committees.toml", "committee_goal", 1, '"ULAŞIM KOMİSYONU"', '"TRAFİK KOMİSYONU"',
     "expected the committee 'TRAFİK KOMİSYONU'; found none"),
    ("committees.toml", "committee_goal", 1, 'printed = "Ulaşımı hız', 'printed = "Ulaşımı yavaş',
     "expected goal 'Ulaşımı yavaşlandırmak.'; found 'Ulaşımı hızlandırmak.'"),
    ("committees.toml", "committee_goal", 1, "goal = 1\n", "goal = 7\n",
     "expected goal 'Ulaşımı hızlandırmak.'; found ''"),
    ("committees.toml", "committee_activity", 1, 'printed = "Çöp', 'printed = "Kâğıt',
     "expected activity 'Kâğıt toplama faaliyeti'; found 'Çöp toplama faaliyeti'"),
    ("committees.toml", "committee_unit", 1, 'activity = 3\nprinted = "Çöp toplama',
     'activity = 1\nprinted = "100. Yıl Caddesi düzenleme',
     "expected each activity once in a committee; found 1 again"),
    ("committees.toml", "committee_indicator", 1, 'printed = "Toplanan çöp', 'printed = "Toplanan',
     "expected indicator 'Toplanan (yıl/ton)'; found 'Toplanan çöp (yıl/ton)'"),
    ("committees.toml", "committee_unit", 1, 'name = "Çevre Koruma', 'name = "Çevre Sağlığı',
     "expected spending_unit 'Çevre Sağlığı Daire Başkanlığı'; found ''"),
    ("committees.toml", "left_out_activity", 1, 'activity = 4\nprinted = "Cadde temizliği',
     'activity = 2\nprinted = "2. Etap teleferik',
     "expected what no committee deals with; found activity 2"),
    ("topics.toml", "topic", 5, 'reason = "Bir caddenin düzenlenmesidir."',
     'reason = "Cadde."\n\n[[topic]]\ntopic = "ulasim"\nname = "Yol"\nname_en = "Road"\n'
     'purpose = "Yol."\npurpose_en = "Roads."', "expected each topic once; found 'ulasim' again"),
    ("topics.toml", "topic_activity", 1, 'printed = "100. Yıl', 'printed = "101. Yıl',
     "expected activity 1 as '101. Yıl Caddesi düzenleme faaliyeti'; found '100. Yıl"),
    ("topics.toml", "topic_activity", 2, 'activity = 2\nprinted = "2. Etap teleferik',
     'activity = 1\nprinted = "100. Yıl Caddesi düzenleme',
     "expected each activity in one topic; found 1 again"),
    ("topics.toml", "topic_activity", 2, 'teleferik faaliyeti"\ntopic = "ulasim"',
     'teleferik faaliyeti"\ntopic = "deniz"', "expected the topic 'deniz'; found none"),
    ("topics.toml", "topic_activity", 4, 'other = "ulasim"', 'other = "deniz"',
     "expected the topic 'deniz'; found none"),
    ("topics.toml", "topic_code", 1, 'economic_code = "03"', 'economic_code = "04"',
     "expected code 04 as 'Mal ve Hizmet Alım Giderleri'; found 'Faiz Giderleri'"),
    ("topics.toml", "topic_general", 2, 'line = "09"', 'line = "total"',
     "expected general total as 'Yedek Ödenek'; found ''"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "section", "place", "old", "new", "message"),
    STALE,
    ids=[f"{case[1]}-{number}" for number, case in enumerate(STALE)],
)
def test_a_stale_entry_stops_the_import_and_is_named(
    folder: Path, file: str, section: str, place: int, old: str, new: str, message: str
) -> None:
    alter(folder, file, old, new)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(Unreadable) as error:
        import_file(datasets.TIES_TEXT, folder)
    assert len(error.value.problems) == 1, error.value
    problem = str(error.value)
    assert problem.startswith(f"{file}, entry {place} of [[{section}]]: ")
    assert message in problem
    assert problem.endswith("; renew or remove the entry")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_an_indicator_judged_twice_stops_the_import(folder: Path) -> None:
    path = folder / "directions.toml"
    text = path.read_text(encoding="utf-8")
    entry = re.search(r"\[\[indicator\]\][^\[]+", text)
    assert entry
    path.write_text(f"{text}\n{entry[0]}", encoding="utf-8")
    with pytest.raises(Unreadable, match=r"entry 6 of \[\[indicator\]\]: .* once"):
        import_file(datasets.TIES_TEXT, folder)


#: Short names of the goal and the activity that come first.
SHORT = """
[[goal]]
goal = 1
printed = "Ulaşımı hızlandırmak."
short = "Hızlı ulaşım"
short_en = "Fast transport"

[[activity]]
activity = 3
printed = "Çöp toplama faaliyeti"
short = "Çöp toplama"
"""


def test_short_names_of_goals_and_activities_reach_the_tables(folder: Path) -> None:
    path = folder / "names.toml"
    path.write_text(path.read_text(encoding="utf-8") + SHORT, encoding="utf-8")
    tables = import_file(datasets.TIES_TEXT, folder)
    named = {"short_name": "Hızlı ulaşım", "short_name_en": "Fast transport"}
    for row in (
        row_of(tables, "goals", goal=1),
        row_of(tables, "hierarchy", level="goal", code="1"),
    ):
        assert {name: row[name] for name in named} == named
    collection = row_of(tables, "activities", activity=3)
    assert (collection["short_name"], collection["short_name_en"]) == ("Çöp toplama", None)
    others = [row for row in tables["activities"] if row["activity"] != 3]
    assert {row["short_name"] for row in others} == {None}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"Çöp toplama faaliyeti"', '"Kâğıt"', "expected 'Kâğıt'; found 'Çöp toplama faaliyeti'"),
        ("goal = 1", "goal = 9", "expected 'Ulaşımı hızlandırmak.'; found ''"),
        (
            'short = "Çöp toplama"\n',
            'short = "a"\n\n[[activity]]\nactivity = 4\nprinted = "{fourth}"\nshort = "A"\n',
            "expected a short name of its own; found that of activity 3",
        ),
    ],
)
def test_a_short_name_that_is_stale_or_another_things_stops_the_import(
    folder: Path, old: str, new: str, message: str
) -> None:
    fourth = row_of(import_file(datasets.TIES_TEXT, folder), "activities", activity=4)["name"]
    added = SHORT.replace(old, new.replace("{fourth}", fourth))
    path = folder / "names.toml"
    path.write_text(path.read_text(encoding="utf-8") + added, encoding="utf-8")
    with pytest.raises(Unreadable) as error:
        import_file(datasets.TIES_TEXT, folder)
    assert len(error.value.problems) == 1
    assert message in str(error.value)


def test_every_stale_entry_is_named_at_once(folder: Path) -> None:
    alter(folder, "names.toml", 'printed = "Yenidere Yaylası"', 'printed = "Eskidere"')
    alter(folder, "committees.toml", '"ULAŞIM KOMİSYONU"', '"TRAFİK KOMİSYONU"')
    alter(folder, "directions.toml", "(yıl/kişi)", "(kişi)")
    with pytest.raises(Unreadable) as error:
        import_file(datasets.TIES_TEXT, folder)
    files = [problem.place.partition(",")[0] for problem in error.value.problems]
    assert files == ["committees.toml", "directions.toml", "names.toml"]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    folder = tmp_path_factory.mktemp("judged") / "dataset"
    shutil.copytree(datasets.TIES_JUDGED, folder)
    return import_file(datasets.TIES_TEXT, folder)


def row_of(tables: Tables, table: str, **key: Any) -> Row:
    (row,) = [
        row for row in tables[table] if all(row[name] == value for name, value in key.items())
    ]
    return row


def test_what_holds_is_read_as_judged(tables: Tables) -> None:
    value = row_of(tables, "indicator_values", goal=1, indicator=1, year=2025)
    assert (value["printed"], value["value"]) == ("40.00", Decimal(40000))
    assert value["correction"].startswith("2026 tahmini")
    assert [row["direction"] for row in tables["indicators"]] == [
        "more", "less", "more", "keep", "more",
    ]  # fmt: skip
    assert [(row["short_name"], row["short_name_en"]) for row in tables["aims"]] == [
        ("Ulaşım", "Transport"),
        ("Çevre", "Environment"),
    ]
    assert row_of(tables, "spending_units", short_name="İhale 2")["spending_unit"] == "ihale-2"
    park = row_of(tables, "assets", name="Çınar Parkı")
    assert (park["district"], park["district_printed"]) == ("Yenidere", "Yenidere Yaylası")
    assert [row["kind"] for row in tables["assets"]] == [
        "green_area", "green_area", "green_area", "fire_station", "service_building",
    ]  # fmt: skip
    (fact,) = tables["technology_facts"]
    assert (fact["value"], fact["label"], fact["is_minimum"]) == (Decimal(2), "Sistem odası", False)
    assert [(row["committee"], row["kind"], row["key"]) for row in tables["committee_scopes"]] == [
        ("ÇEVRE KOMİSYONU", "programme", "programme"),
        ("ULAŞIM KOMİSYONU", "goal", "1"),
        ("ÇEVRE KOMİSYONU", "activity", "3"),
        ("ÇEVRE KOMİSYONU", "indicator", "2.1"),
        ("ÇEVRE KOMİSYONU", "spending_unit", "cevre-koruma"),
    ]
    (omission,) = tables["committee_omissions"]
    assert (omission["kind"], omission["key"]) == ("activity", "4")


def test_nothing_but_what_the_fixture_says_disagrees(tables: Tables) -> None:
    assert [row["finding"] for row in tables["findings"]] == [
        "asset-readings.56.108-0000-m-2",
        "asset-districts.56",
        "indicator-readings.1.1.2025",
    ]


def test_an_assets_own_kind_goes_before_its_categorys(folder: Path) -> None:
    alter(folder, "names.toml", '"TELEFERİK İSTASYONLARI"\nname = "2. Etap İstasyonu"',
          '"PARK/YEŞİL ALAN"\nname = "2. Dere Parkı"')  # fmt: skip
    kinds = {row["name"]: row["kind"] for row in import_file(datasets.TIES_TEXT, folder)["assets"]}
    assert kinds["2. Dere Parkı"] == "service_building"
    assert kinds["100. Yıl Parkı"] == "green_area"
    assert kinds["2. Etap İstasyonu"] is None
