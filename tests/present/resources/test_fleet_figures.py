"""The figures of vehicles and machines, word by word."""

from __future__ import annotations

import pickle

from present.resources import fleet_figures, model
from tests.present.resources.frames import BACKGROUND, SOURCE, assets, parts
from tests.support.figures import drawn, heads, own, rows


def test_vehicles_by_category() -> None:
    frame = assets(
        {"category": "ARAÇLAR", "name": "Kamyon", "count": 1200},
        {"category": "ARAÇLAR", "name": "Pikap", "count": 2},
        {"category": "MAKİNELER", "name": "Vinç", "count": 1300},
    )
    figure = fleet_figures.by_category(model.fleet(model.categories(frame)), frame, BACKGROUND)
    assert figure.title == "Araçlar ve makineler, türlerine göre"
    assert figure.subtitle == "2027 programının fiziksel kaynaklar tablosunda yazılan adet"
    assert figure.sentence == (
        "2027 programında 2 türde toplam 2.502 araç ve makine yazıyor; en çoğu “Makineler” "
        "başlığında: 1.300."
    )
    assert figure.source == SOURCE + "bölüm 1.3, satır 1–3"
    assert figure.own == ("Makineler",)
    assert heads(figure) == [
        ("name", "Tür", False, True),
        ("lines", "Satır", True, False),
        ("pieces", "Adet", True, False),
    ]
    assert rows(figure) == [["Makineler", "1", "1.300"], ["Araçlar", "2", "1.202"]]
    assert own(figure)[0] == [True, False, False]
    assert [(row["name"], row["end"], row["text"]) for row in drawn(figure.spec, "name")] == [
        ("Makineler", 1300.0, "1.300"), ("Araçlar", 1202.0, "1.202")]  # fmt: skip


def test_vehicles_by_station() -> None:
    frame = assets(
        {"category": "İTFAİYE", "name": "Merdivenli", "count": 4},
        {"category": "İTFAİYE", "name": "Pikap", "count": 2},
        {"category": "BİNA", "name": "Merkez Binası", "district": "Ova"},
    )
    stations = model.stations(
        parts(
            ("a1", "station", "Merkez", 2, "a3"),
            ("a1", "station", "Dağ", None, None),
            ("a2", "station", "Merkez", None, "a3"),
        ),
        frame,
    )
    figure = fleet_figures.by_station(stations, 6, frame.head(2), BACKGROUND)
    assert figure.title == "Hangi istasyonda kaç araç var?"
    assert figure.subtitle == "2027 programının fiziksel kaynaklar tablosundaki notlardan"
    assert figure.sentence == (
        "2027 programında istasyonu yazılan satırlardaki 6 araçtan 5 tanesi 2 istasyona "
        "yerleştirilebiliyor. "
        "Not sayı vermiyorsa istasyona bir araç sayıldı, tek istasyon varsa bütün araçlar "
        "onundur: 3 araç böyle sayıldı."
    )
    assert figure.source == SOURCE + "bölüm 1.3, satır 1–2"
    assert heads(figure) == [
        ("name", "İstasyon", False, True),
        ("district", "İlçe", False, False),
        ("vehicles", "Adet", True, False),
        ("kinds", "Hangi araçlar", False, False),
    ]
    assert rows(figure) == [
        ["Merkez Binası", "Ova", "4", "Merdivenli, Pikap"],
        ["Dağ", "belirtilmemiş", "1", "Merdivenli"],
    ]
    assert own(figure)[0] == [True, True, False, True]
    assert figure.own == ()
    assert [(row["name"], row["end"], row["text"]) for row in drawn(figure.spec, "name")] == [
        ("Merkez Binası", 4.0, "4"), ("Dağ", 1.0, "1")]  # fmt: skip


def test_one_lines_pieces_by_sort() -> None:
    frame = assets(
        {"category": "OTOBÜSLER", "name": "Minibüs", "count": 9},
        {"category": "OTOBÜSLER", "name": "Otobüs", "count": 1261},
    )
    (category,) = model.categories(frame)
    told = parts(("a2", "sort", "CNG", 62, None), ("a2", "sort", "elektrikli", 21, None))
    ((name, sorts),) = model.sorts(category, told)
    figure = fleet_figures.by_sort(category, name, sorts, BACKGROUND)
    assert figure.title == "Otobüs: notta ayrılanlar"
    assert figure.subtitle == "2027 programı, adet"
    assert figure.sentence == (
        "2027 programının “Otobüs” satırındaki 1.261 aracın 83 tanesini not ayrıca sayıyor; kalanı "
        "için not bir şey yazmıyor."
    )
    assert figure.source == SOURCE + "bölüm 1.3, satır 2"
    assert figure.own == ("Otobüs",)
    assert heads(figure) == [("label", "Notta yazan", False, True), ("pieces", "Adet", True, False)]
    assert rows(figure) == [["CNG", "62"], ["elektrikli", "21"], ["notta ayrılmayan", "1.178"]]
    assert own(figure) == [[True, False], [True, False], [False, False]]
    assert [(row["name"], row["text"]) for row in drawn(figure.spec, "name")] == [
        ("CNG", "62"), ("elektrikli", "21"), ("notta ayrılmayan", "1.178")]  # fmt: skip
    assert own(pickle.loads(pickle.dumps(figure))) == own(figure)


def test_without_any_piece_there_is_no_chart() -> None:
    frame = assets({"category": "ARAÇLAR", "name": "Kamyon", "kind": "car"})
    figure = fleet_figures.by_category(model.fleet(model.categories(frame)), frame, BACKGROUND)
    assert figure.spec is None
    assert "toplam 0 araç" in figure.sentence
