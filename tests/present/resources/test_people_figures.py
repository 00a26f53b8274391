"""The figures of staff and norm positions, word by word."""

from __future__ import annotations

import pickle

import pandas as pd

from present.kit.text import ENGLISH, using
from present.resources import people_figures
from tests.present.resources.frames import BACKGROUND, OCCUPANCY, SOURCE, STAFF, positions
from tests.support.figures import drawn, heads, own, rows


def test_staff_by_sex() -> None:
    figure = people_figures.staff_by_sex(STAFF, BACKGROUND)
    assert figure.title == "Personel: kadın ve erkek, çalışma biçimine göre"
    assert figure.subtitle == "2027 programında yazılan çalışan sayısı"
    assert figure.sentence == (
        "2027 programında 50 çalışan yazıyor: 16 kadın, 34 erkek; kadınların payı %32,0."
    )
    assert figure.source == SOURCE + "bölüm 1.2, satır 29–30"
    assert heads(figure) == [
        ("status", "Çalışma biçimi", False, True),
        ("women", "Kadın", True, False),
        ("men", "Erkek", True, False),
        ("total", "Toplam", True, False),
    ]
    assert rows(figure) == [
        ["İşçi", "1", "9", "10"], ["Memur", "15", "25", "40"], ["Toplam", "16", "34", "50"]
    ]  # fmt: skip
    assert own(figure) == [[True, False, False, False]] * 2 + [[False] * 4]
    assert figure.own == ("İşçi", "Memur")
    bars = drawn(figure.spec, "name")
    assert [row["name"] for row in bars] == ["Memur", "Memur", "İşçi", "İşçi"]
    assert bars[0]["end"] == 15.0
    assert pickle.loads(pickle.dumps(figure)).sentence == figure.sentence


def test_staff_by_education() -> None:
    printed = pd.DataFrame({"source_section": ["1.5"], "source_line": [158]})
    figure = people_figures.staff_by_education(STAFF, printed, BACKGROUND)
    assert figure.title == "Personelin öğrenim durumu"
    assert figure.subtitle.startswith("2027 programında yazılan çalışan sayısı; ")
    assert figure.sentence == (
        "2027 programında öğrenim durumu yazılan 50 çalışandan 30 kişi “Ön lisans/Lisans” "
        "düzeyinde (%60,0); en büyük grup bu."
    )
    assert figure.source == SOURCE + "bölüm 1.5, satır 158"
    assert heads(figure) == [
        ("status", "Çalışma biçimi", False, True),
        ("primary", "İlköğretim", True, False),
        ("secondary", "Lise/Meslek lisesi", True, False),
        ("bachelor", "Ön lisans/Lisans", True, False),
        ("master", "Yüksek lisans", True, False),
        ("total", "Toplam", True, False),
    ]
    nothing = "belirtilmemiş"
    assert rows(figure) == [
        ["İşçi", "4", "6", nothing, nothing, "10"],
        ["Memur", nothing, "5", "30", "5", "40"],
        ["Toplam", "4", "11", "30", "5", "50"],
    ]
    assert own(figure)[0] == [True, False, False, False, False, False]
    bars = drawn(figure.spec, "name")
    assert [(row["name"], row["end"], row["text"]) for row in bars] == [
        ("İlköğretim", 4.0, "4"),
        ("Lise/Meslek lisesi", 11.0, "11"),
        ("Ön lisans/Lisans", 30.0, "30"),
        ("Yüksek lisans", 5.0, "5"),
    ]
    bare = people_figures.staff_by_education(STAFF.head(1), printed.head(0), BACKGROUND)
    assert bare.source == SOURCE + "bölüm 1.2, satır 30"
    assert rows(bare)[-1] == ["Toplam", "4", "6", nothing, nothing, "10"]
    assert "10 çalışandan 6 kişi “Lise/Meslek lisesi” düzeyinde (%60,0)" in bare.sentence
    assert drawn(bare.spec, "name")[-1]["text"] == nothing


def test_the_first_of_two_levels_as_large_is_named_and_nobody_has_no_share() -> None:
    tie = STAFF.assign(primary=9, secondary=9, bachelor=1, master=1)
    figure = people_figures.staff_by_education(tie, STAFF.head(0), BACKGROUND)
    assert "40 çalışandan 18 kişi “İlköğretim” düzeyinde (%45,0)" in figure.sentence
    nobody = STAFF.assign(primary=pd.NA, secondary=pd.NA, bachelor=pd.NA, master=pd.NA)
    empty = people_figures.staff_by_education(nobody, STAFF.head(0), BACKGROUND)
    assert "0 çalışandan 0 kişi “İlköğretim” düzeyinde (belirtilmemiş)" in empty.sentence
    assert empty.spec is None


def test_positions_filled_and_vacant() -> None:
    figure = people_figures.occupancy(OCCUPANCY, BACKGROUND)
    assert figure.title == "Norm kadronun ne kadarı dolu?"
    assert figure.subtitle == "2027 programı, kadro sayısı"
    assert figure.sentence == (
        "2027 programındaki 75 norm kadronun 50 tanesi dolu (%66,7), 25 tanesi boş."
    )
    assert figure.source == SOURCE + "bölüm 1.5, satır 144–145"
    assert heads(figure) == [
        ("name", "Sınıf", False, True),
        ("filled", "Dolu", True, False),
        ("vacant", "Boş", True, False),
        ("total", "Toplam", True, False),
    ]
    assert rows(figure) == [
        ["Memur / Sözleşmeli", "40", "20", "60"],
        ["İşçi", "10", "5", "15"],
        ["Toplam", "50", "25", "75"],
    ]
    assert own(figure)[0] == [False] * 4
    assert [(row["name"], row["end"], row["text"]) for row in drawn(figure.spec, "name")] == [
        ("Memur / Sözleşmeli", 40.0, "60 (40 dolu)"),
        ("Memur / Sözleşmeli", 60.0, "60 (40 dolu)"),
        ("İşçi", 10.0, "15 (10 dolu)"),
        ("İşçi", 15.0, "15 (10 dolu)"),
    ]


def test_titles_of_a_class() -> None:
    frame = pd.concat([positions(2, 13), positions(99, staff_class="civil_servant")])
    figure = people_figures.titles(frame, "worker", BACKGROUND)
    assert figure.title == "İşçi kadroları, unvanlara göre"
    assert figure.heading == figure.title
    assert figure.sentence == (
        "2027 programındaki 15 İşçi kadrosu 2 unvana dağılıyor; en çok kadro “T2” unvanında: 13."
    )
    assert figure.source == SOURCE + "bölüm 1.5, satır 101–102"
    assert figure.own == ("T2",)
    assert heads(figure) == [
        ("title", "Unvan", False, True),
        ("count", "Kadro", True, False),
        ("source_line", "Satır no", True, False),
    ]
    assert rows(figure) == [["T1", "2", "101"], ["T2", "13", "102"]]
    assert own(figure)[0] == [True, False, False]
    bars = drawn(figure.spec, "name")
    assert [(row["name"], row["end"], row["text"]) for row in bars] == [
        ("T2", 13.0, "13"), ("T1", 2.0, "2")]  # fmt: skip


def test_twelve_titles_are_drawn_and_those_as_large_stand_as_printed() -> None:
    shuffled = positions(*[5] * 14).sample(frac=1, random_state=3)
    figure = people_figures.titles(shuffled, "worker", BACKGROUND)
    assert figure.heading == f"{figure.title} (en büyük 12 / 14)"
    assert [row["name"] for row in drawn(figure.spec, "name")] == [f"T{n}" for n in range(1, 13)]
    assert len(figure.table) == 14
    assert figure.own == ("T1",)


def test_statuses_are_the_documents_in_turkish_and_ours_in_english() -> None:
    with using(ENGLISH):
        figure = people_figures.staff_by_sex(STAFF, BACKGROUND)
        assert [row[0] for row in rows(figure)] == ["Workers", "Civil servants", "Total"]
        assert own(figure) == [[False] * 4] * 3
        assert figure.own == ()
        other = STAFF.assign(status=["Stajyer", "Memur"])
        figure = people_figures.staff_by_sex(other, BACKGROUND)
        assert [row[0] for row in rows(figure)] == ["Stajyer", "Civil servants", "Total"]
        assert [line[0] for line in own(figure)] == [True, False, False]
