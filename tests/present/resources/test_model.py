"""What the institution has: sums, stations, sorts, and the figures that show them."""

from __future__ import annotations

from typing import Any

import pandas as pd

from present.kit.text import ENGLISH, using
from present.resources import model as resources_model
from present.resources.figures import (
    LIMIT,
    Ground,
    lines_spec,
    occupancy,
    staff_by_education,
    staff_by_sex,
    stations_figure,
    titles,
)
from present.resources.html import about, category_table_html, quantity, summary

GROUND = Ground("ÇAMLIOVA", 2027, False)
_ASSETS = ["asset", "category", "name", "district", "district_printed", "count", "area_m2",
           "indoor_area_m2", "open_area_m2", "capacity_persons", "note", "size_printed",
           "counted", "kind", "correction", "source_section", "source_line"]  # fmt: skip


def assets(*rows: dict[str, Any]) -> pd.DataFrame:
    """Lines of table 1.3; what a row leaves out is not stated."""
    frame = pd.DataFrame(
        [
            {"asset": f"a{n}", "source_section": "1.3", "source_line": n, **row}
            for n, row in enumerate(rows, 1)
        ],
        columns=_ASSETS,
    )
    whole = {"count": "Int64", "capacity_persons": "Int64"}
    areas = dict.fromkeys(("area_m2", "indoor_area_m2", "open_area_m2"), "float64")
    frame = frame.astype({**whole, **areas})
    texts = ["district", "district_printed", "note", "size_printed", "counted", "kind",
             "correction"]  # fmt: skip
    return frame.assign(**{c: frame[c].astype(object).where(frame[c].notna(), None) for c in texts})


def parts(*rows: tuple[str, str, str, int | None, str | None]) -> pd.DataFrame:
    columns = ["asset", "part", "label", "count", "station"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.astype({"count": "Int64"}).assign(position=1, area_m2=float("nan"))


def test_fleet_is_told_by_kind_or_by_form() -> None:
    frame = assets(
        {"category": "ARAÇLAR", "name": "Kamyon", "count": 3},
        {"category": "ARAÇLAR", "name": "Pikap", "count": 2},
        {"category": "EVLER", "name": "Ev", "count": 1, "district_printed": "Ova"},
        {"category": "MAKİNELER", "name": "Vinç", "count": 4, "kind": "work_machine"},
        {"category": "MAKİNELER", "name": "Bisiklet", "count": 9, "kind": "other"},
        {"category": "ALAN", "name": "Çimlik", "area_m2": 5.5, "kind": "green_area"},
    )
    found = resources_model.categories(frame)
    assert [one.printed for one in found] == ["ARAÇLAR", "EVLER", "MAKİNELER", "ALAN"]
    assert [one.is_fleet for one in found] == [True, False, True, False]
    assert [one.is_drawn for one in found] == [True, False, True, True]
    fleet = resources_model.fleet(found)
    assert fleet[["name", "pieces"]].values.tolist() == [["Makineler", 13], ["Araçlar", 5]]
    assert resources_model.fleet(()).empty


def test_stations_count_what_the_notes_say() -> None:
    frame = assets(
        {"category": "İTFAİYE", "name": "Merdivenli", "count": 4},
        {"category": "İTFAİYE", "name": "Pikap", "count": 2},
        {"category": "BİNA", "name": "Merkez Binası", "district": "Ova"},
    )
    found = resources_model.stations(
        parts(
            ("a1", "station", "Merkez", 2, "a3"),
            ("a1", "station", "Dağ", None, None),
            ("a2", "station", "Merkez", None, "a3"),
        ),
        frame,
    )
    rows = found.to_dict("records")
    assert [(row["name"], row["vehicles"], row["assumed"]) for row in rows] == [
        ("Merkez Binası", 4, 2),
        ("Dağ", 1, 1),
    ]
    assert rows[0]["kinds"] == "Merdivenli, Pikap"
    whole = resources_model.stationed_lines(parts(("a1", "station", "M", 2, None)), frame)
    assert whole == 4
    figure = stations_figure(found, 6, frame, GROUND)
    assert "6 araçtan 5 tanesi 2 istasyona" in figure.sentence
    assert "3 araç böyle sayıldı" in figure.sentence


def test_sorts_leave_the_rest_unnamed() -> None:
    frame = assets({"category": "OTOBÜSLER", "name": "Otobüs", "count": 261})
    (category,) = resources_model.categories(frame)
    told = parts(("a1", "sort", "CNG", 62, None), ("a1", "sort", "elektrikli", 21, None))
    ((name, rows),) = resources_model.sorts(category, told)
    assert name == "Otobüs"
    assert rows["pieces"].tolist() == [62, 21, 178]
    assert rows["label"].tolist()[:2] == ["CNG", "elektrikli"]
    assert not isinstance(rows["label"].tolist()[2], str)
    assert resources_model.sorts(category, parts()) == []


def test_a_sum_says_how_many_lines_state_it() -> None:
    frame = assets(
        {"category": "BAHÇE", "name": "A", "count": 237, "counted": "bahçe", "area_m2": 1000.0},
        {"category": "BAHÇE", "name": "B"},
    )
    (category,) = resources_model.categories(frame)
    assert summary(category) == (
        "2 satır · 237 bahçe (1 satırda yazıyor) · 1.000 m² (1 satırda yazıyor)"
    )
    html = category_table_html(category, lambda row: "/harita" if row["name"] == "A" else None)
    assert html.count("<tbody>") == 1
    assert html.count("<tr>") == 3
    assert html.count('href="/harita"') == 1
    assert "belirtilmemiş" in html


def test_a_chart_shows_the_largest_and_compares_at_least_two() -> None:
    many = assets(*({"category": "K", "name": f"K{n}", "count": n} for n in range(1, 21)))
    (category,) = resources_model.categories(many)
    spec = lines_spec(category, GROUND)
    assert spec is not None
    drawn = [row for rows in spec["datasets"].values() for row in rows]
    assert sorted(row["end"] for row in drawn) == [float(n) for n in range(21 - LIMIT, 21)]
    (single,) = resources_model.categories(many.head(1))
    assert lines_spec(single, GROUND) is None


STAFF = pd.DataFrame(
    {
        "status": ["Memur", "İşçi"],
        "total": [40, 10],
        "men": [25, 9],
        "women": [15, 1],
        "primary": [pd.NA, 4],
        "secondary": [5, 6],
        "bachelor": [30, pd.NA],
        "master": [5, pd.NA],
        "source_section": ["1.2", "1.2"],
        "source_line": [29, 30],
    }
).astype(dict.fromkeys(("primary", "secondary", "bachelor", "master"), "Int64"))


def test_staff_adds_up_and_keeps_what_is_not_stated() -> None:
    sex = staff_by_sex(STAFF, GROUND)
    assert "50 çalışan yazıyor: 16 kadın, 34 erkek; kadınların payı %32" in sex.sentence
    assert sex.table.iloc[-1].to_dict() == {
        "status": "Toplam", "total": 50, "women": 16, "men": 34}  # fmt: skip
    assert sex.source.endswith("bölüm 1.2, satır 29–30")
    printed = pd.DataFrame({"source_section": ["1.5"], "source_line": [158]})
    education = staff_by_education(STAFF, printed, GROUND)
    assert education.source.endswith("bölüm 1.5, satır 158")
    assert education.table.iloc[-1][["primary", "secondary", "bachelor", "master"]].tolist() == [
        4, 11, 30, 5]  # fmt: skip
    assert pd.isna(education.table.iloc[0]["primary"])
    with using(ENGLISH):
        assert "16 women and 34 men; women make up 32" in staff_by_sex(STAFF, GROUND).sentence


def test_positions_filled_and_vacant() -> None:
    filled = pd.DataFrame(
        {"class": ["civil_servant", "worker"], "filled": [40, 10], "vacant": [20, 5],
         "total": [60, 15], "source_section": "1.5", "source_line": [144, 145]}
    )  # fmt: skip
    figure = occupancy(filled, GROUND)
    assert "75 norm kadronun 50 tanesi dolu (%66,7), 25 tanesi boş" in figure.sentence
    assert figure.table.iloc[-1]["vacant"] == 25
    norm = pd.DataFrame(
        {"class": "worker", "number": [1, 2], "title": ["Usta", "Şoför"], "count": [2, 13],
         "source_section": "1.5", "source_line": [163, 164]}
    )  # fmt: skip
    own = titles(norm, "worker", GROUND)
    assert own.table["title"].tolist() == ["Usta", "Şoför"]
    assert "15 kadro 2 unvana dağılıyor; en çok kadro “Şoför” unvanında: 13." in own.sentence


def test_stated_figures_are_written_and_named() -> None:
    assert quantity(17000000000.0, "TRY") == "17.000.000.000 TL"
    assert quantity(708.0, "kişi") == "708 kişi"
    assert quantity(None, "kişi") == "belirtilmemiş"
    assert quantity(11289015.0, "m²") == "11.289.015 m²"
    assert about("staff.1.2.total.women") == "Personel, kadın"
    assert about("positions.civil-servant") == "Norm kadro, memur"
    assert about("yeni.bilinmeyen") == ""
