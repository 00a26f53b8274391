"""The three figures of a comparison: pairs of the same rows, on one scale."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from present.compare.figures import figures
from present.compare.model import Kind, Side, side
from present.kit.figure import Figure
from present.kit.setting import Background
from tests.present.budget import frames as small
from tests.present.compare.frames import FRAMES, LIGHT, OPTIONS, side_of

AIM_1, AIM_2 = side("amac-1", FRAMES, OPTIONS), side("amac-2", FRAMES, OPTIONS)
FEN, IDLE = side("birim-fen", FRAMES, OPTIONS), side("birim-ilce", FRAMES, OPTIONS)
SECTION = "Örnek Belediyesi, 2025 Yılı Performans Programı, bölüm 2.3"


def made(first: Side, second: Side) -> tuple[Figure, Figure, Figure]:
    return figures(first, second, small.LINES, LIGHT)


def bars_of(figure: Figure) -> list[dict[str, Any]]:
    assert figure.spec is not None
    return [row for rows in figure.spec["datasets"].values() for row in rows if "end" in row]


def cells(figure: Figure, *columns: str) -> list[tuple[object, ...]]:
    return list(figure.table[list(columns)].itertuples(index=False, name=None))


def test_money_by_fund() -> None:
    money, _, _ = made(AIM_1, AIM_2)
    assert cells(money, "key", "label", "first_kurus", "second_kurus") == [
        ("total", "Toplam", 150_00, 300_00),
        ("budget", "Bütçe", 150_00, 240_00),
        ("off_budget", "Bütçe dışı", 0, 60_00),
    ]
    assert money.title == "Para: bütçe ve bütçe dışı"
    assert money.subtitle == (
        "A: 1. amaç: İmar. B: 2. amaç: Ulaşım. 2025 yılı planı; iki taraf aynı ölçekte"
    )
    assert money.sentence == (
        "2025 programında A (1. amaç: İmar) için 150 TL, B (2. amaç: Ulaşım) için 300 TL "
        "ayrılmış; 150 TL fazlası B tarafında."
    )
    assert money.source == f"{SECTION} maliyet tabloları"
    assert [(column.label, column.name, column.is_number) for column in money.columns] == [
        ("Kalem", "label", False),
        ("A: 1. amaç: İmar", "first_kurus", True),
        ("B: 2. amaç: Ulaşım", "second_kurus", True),
    ]
    assert money.columns[0].is_heading
    assert [column.write(1_50) for column in money.columns[1:]] == ["1,50 TL", "1,50 TL"]


def test_bars_of_money_are_pairs() -> None:
    money, _, _ = made(AIM_1, AIM_2)
    assert [(bar["key"], bar["side"], bar["end"], bar["text"]) for bar in bars_of(money)] == [
        ("total", "A", 150, "150 TL"),
        ("total", "B", 300, "300 TL"),
        ("budget", "A", 150, "150 TL"),
        ("budget", "B", 240, "240 TL"),
        ("off_budget", "A", 0, "0 TL"),
        ("off_budget", "B", 60, "60 TL"),
    ]
    assert bars_of(money)[1]["detail"] == "2. amaç: Ulaşım, Toplam: 300 TL"
    assert bars_of(money)[0]["name"] == "Toplam"


def test_money_by_code_and_source() -> None:
    _, codes, _ = made(AIM_1, AIM_2)
    assert cells(codes, "key", "label", "first_kurus", "second_kurus") == [
        ("budget.01", "01 Kod 01", 0, 140_00),
        ("budget.03", "03 Kod 03", 80_00, 0),
        ("budget.06", "06 Kod 06", 70_00, 100_00),
        ("off_budget.other_domestic", "Bütçe dışı: diğer yurt içi kaynak", 0, 60_00),
    ]
    assert codes.title == "Para neye gidiyor: ekonomik kodlar ve bütçe dışı kaynaklar"
    assert codes.subtitle == (
        "A: 1. amaç: İmar. B: 2. amaç: Ulaşım. 2025 yılı planı; iki taraf aynı ölçekte"
    )
    assert codes.sentence == (
        "2025 programında A (1. amaç: İmar) tarafında en büyük kalem 80 TL ile “03 Kod 03”, B "
        "(2. amaç: Ulaşım) tarafında 140 TL ile “01 Kod 01”."
    )
    assert codes.source == f"{SECTION} maliyet tabloları"


def test_lines_stand_in_the_documents_order_and_those_of_nothing_are_left_out() -> None:
    first = side_of(
        "x",
        8,
        codes={
            ("off_budget", "foreign"): 1,
            ("off_budget", "other_domestic"): 0,
            ("off_budget", "revolving_fund"): 2,
            ("budget", "06"): 4,
            ("budget", "03"): None,
        },
    )
    second = side_of("y", 8, codes={("budget", "06"): None, ("budget", "01"): 3})
    _, codes, _ = made(first, second)
    assert cells(codes, "key", "first_kurus") == [
        ("budget.01", 0),
        ("budget.06", 4),
        ("off_budget.revolving_fund", 2),
        ("off_budget.foreign", 1),
    ]
    # A line that a side has without an amount is not 0.
    assert codes.table["second_kurus"].isna().tolist() == [False, True, False, False]
    assert [bar["text"] for bar in bars_of(codes) if bar["key"] == "budget.06"] == [
        "0,04 TL",
        "belirtilmemiş",
    ]


def test_what_the_targets_ask() -> None:
    _, _, ambition = made(AIM_1, AIM_2)
    assert cells(ambition, "key", "label", "first", "second") == [
        ("ivme-gerekiyor", "ivme gerekiyor", 0, 1),
        ("egilimle-uyumlu", "eğilimle uyumlu", 1, 0),
        ("hedefe-ulasiliyor", "hedefe 2024'te ulaşılıyor", 0, 1),
        ("tavanda", "%100'e ulaşılıyor", 0, 0),
        ("duzey-korunuyor", "düzey korunuyor", 0, 0),
        ("gerceklesenin-altinda", "2023'ün altında hedef", 0, 0),
        ("iki-yilin-altinda", "2024'ün ve 2023'ün altında hedef", 0, 0),
        ("altinda-hedef", "2024'ün altında hedef", 0, 1),
        ("yonsuz", "yönsüz", 0, 0),
        ("karsilastirilamiyor", "karşılaştırılamıyor", 0, 0),
    ]
    assert ambition.title == "Göstergelerin hedefleri ne istiyor?"
    assert ambition.subtitle == (
        "A: 1. amaç: İmar. B: 2. amaç: Ulaşım. Gösterge sayısı; 2025 hedefinin 2024 tahmini "
        "ve 2023 gerçekleşeniyle karşılaştırması"
    )
    assert ambition.sentence.startswith(
        "2025 programında A (1. amaç: İmar) tarafında 1, B (2. amaç: Ulaşım) tarafında 3 gösterge "
        "var;"
    )
    assert ambition.source == SECTION
    assert [(column.label, column.name, column.is_number) for column in ambition.columns] == [
        ("Hedefin anlamı", "label", False),
        ("A: 1. amaç: İmar", "first", True),
        ("B: 2. amaç: Ulaşım", "second", True),
    ]
    assert ambition.columns[0].is_heading
    assert [column.write(1234) for column in ambition.columns[1:]] == ["1.234", "1.234"]
    bars = bars_of(ambition)
    assert [(bar["key"], bar["side"], bar["end"], bar["text"]) for bar in bars[:4]] == [
        ("ivme-gerekiyor", "A", 0, "0"),
        ("ivme-gerekiyor", "B", 1, "1"),
        ("egilimle-uyumlu", "A", 1, "1"),
        ("egilimle-uyumlu", "B", 0, "0"),
    ]
    assert bars[1]["detail"] == "2. amaç: Ulaşım, ivme gerekiyor: 1"
    assert bars[1]["name"] == "ivme gerekiyor"


@pytest.mark.parametrize(("first", "second"), [(1, 0), (0, 1)])
def test_indicators_of_either_side_are_drawn(first: int, second: int) -> None:
    pair = side_of("x", 1, indicators=first), side_of("y", 1, indicators=second)
    assert made(*pair)[2].spec is not None


def test_without_money_or_indicators_there_is_nothing_to_draw() -> None:
    money, codes, ambition = made(IDLE, IDLE)
    assert money.sentence == "2025 programında A (İlçe): belirtilmemiş; B (İlçe): belirtilmemiş."
    assert {bar["text"] for bar in bars_of(money)} == {"belirtilmemiş"}
    assert codes.spec is None
    assert codes.table.empty
    assert ambition.spec is None
    assert ambition.sentence == (
        "2025 programında iki tarafta da gösterge yok: A (İlçe), B (İlçe)."
    )


def test_a_units_name_stays_turkish() -> None:
    for figure in made(FEN, side_of("1. hedef", 1, kind=Kind.GOAL, words="Yol yapmak.")):
        assert figure.own == ("Fen İşleri", "Yol yapmak")
        pickle.dumps(figure)


@pytest.mark.parametrize(
    ("is_dark", "colours"), [(False, ["#1F3B73", "#B9C7E2"]), (True, ["#8FB4F5", "#3A5480"])]
)
def test_sides_are_told_apart_in_both_schemes(is_dark: bool, colours: list[str]) -> None:
    for figure in figures(AIM_1, AIM_2, small.LINES, Background("x", 2025, 1, is_dark)):
        assert figure.spec is not None
        scale = figure.spec["layer"][0]["encoding"]["color"]["scale"]
        assert scale == {"domain": ["A", "B"], "range": colours}
