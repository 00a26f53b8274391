"""Counts of targets in a sentence and on tiles."""

from __future__ import annotations

import pytest

from present.indicators.ambition import Assessment, Course, assess, summarise
from present.indicators.model import read
from present.indicators.summary import Tile, distance_note, summary_sentence, tiles
from present.indicators.words import Years
from present.kit.text import ENGLISH, using
from tests.support.indicators import frame

AHEAD = assess(1, 2, 3, "more")
EQUAL = assess(1, 2, 2, "more")
BEHIND = assess(1, 3, 2, "more")
BELOW = assess(9, 2, 3, "more")
BELOW_EQUAL = assess(9, 2, 2, "more")
BELOW_BOTH = assess(9, 3, 2, "more")
PLAIN = assess(1, 2, 3, "no_direction")
WITHOUT_ACTUAL = assess(None, 2, 3, "more")
UNSTATED = assess(1, 2, None, "more")

#: What is counted, and how it is said.
SAID: tuple[tuple[list[Assessment], str], ...] = (
    ([], ""),
    (
        [AHEAD, AHEAD, EQUAL, BEHIND],
        "2025 için önceki yıllarla karşılaştırılabilen 4 hedefin 2 tanesi 2024 tahmininden "
        "ileride, 1 tanesi 2024 tahminine eşit ve 1 tanesi 2024 tahmininin gerisinde.",
    ),
    (
        [AHEAD, EQUAL],
        "2025 için önceki yıllarla karşılaştırılabilen 2 hedefin 1 tanesi 2024 tahmininden ileride "
        "ve 1 tanesi 2024 tahminine eşit.",
    ),
    (
        [EQUAL, EQUAL],
        "2025 için önceki yıllarla karşılaştırılabilen 2 hedefin hepsi 2024 tahminine eşit.",
    ),
    ([AHEAD], "2025 için önceki yıllarla karşılaştırılabilen tek hedef 2024 tahmininden ileride."),
    (
        [BELOW, BELOW_EQUAL, BELOW_BOTH, AHEAD, AHEAD, EQUAL],
        "2025 için önceki yıllarla karşılaştırılabilen 6 hedefin 3 tanesi 2023 gerçekleşeninin "
        "gerisinde. Geri kalanların 2 tanesi 2024 tahmininden ileride ve 1 tanesi 2024 tahminine "
        "eşit.",
    ),
    (
        [BELOW, AHEAD, AHEAD],
        "2025 için önceki yıllarla karşılaştırılabilen 3 hedefin 1 tanesi 2023 gerçekleşeninin "
        "gerisinde. Geri kalanların hepsi 2024 tahmininden ileride.",
    ),
    (
        [BELOW, EQUAL],
        "2025 için önceki yıllarla karşılaştırılabilen 2 hedefin 1 tanesi 2023 gerçekleşeninin "
        "gerisinde. Geri kalan hedef 2024 tahminine eşit.",
    ),
    (
        [BELOW, BELOW],
        "2025 için önceki yıllarla karşılaştırılabilen 2 hedefin hepsi 2023 gerçekleşeninin "
        "gerisinde.",
    ),
    (
        [PLAIN, UNSTATED],
        "2025 hedeflerinin hiçbiri önceki yıllarla karşılaştırılamıyor. 1 göstergede artış da "
        "azalış da iyi ya da kötü sayılmaz; değerleri yargısız gösteriliyor. 1 gösterge "
        "karşılaştırılamıyor.",
    ),
    (
        [AHEAD, WITHOUT_ACTUAL],
        "2025 için önceki yıllarla karşılaştırılabilen tek hedef 2024 tahmininden ileride. 1 "
        "gösterge karşılaştırılamıyor. Onda hedef 2024 tahmininden geri değil, ama 2023 değeri "
        "belirtilmemiş.",
    ),
    (
        [WITHOUT_ACTUAL, WITHOUT_ACTUAL],
        "2025 hedeflerinin hiçbiri önceki yıllarla karşılaştırılamıyor. 2 gösterge "
        "karşılaştırılamıyor. Bunların hepsinde hedef 2024 tahmininden geri değil, ama 2023 "
        "değeri belirtilmemiş.",
    ),
    (
        [WITHOUT_ACTUAL, UNSTATED],
        "2025 hedeflerinin hiçbiri önceki yıllarla karşılaştırılamıyor. 2 gösterge "
        "karşılaştırılamıyor. Karşılaştırılamayanlardan 1 tanesinde hedef 2024 tahmininden geri "
        "değil, ama 2023 değeri belirtilmemiş.",
    ),
)


@pytest.mark.parametrize(("given", "said"), SAID)
def test_what_there_is_none_of_is_not_said(given: list[Assessment], said: str) -> None:
    sentence = summary_sentence(summarise(given), 2025)
    assert sentence == said
    assert " 0 " not in sentence


def test_english_counts_one_and_many() -> None:
    given = [BELOW, AHEAD, EQUAL, EQUAL, PLAIN, WITHOUT_ACTUAL]
    with using(ENGLISH):
        assert summary_sentence(summarise(given), 2025) == (
            "Of the 4 targets for 2025 that can be compared with the years before, 1 is behind the "
            "2023 actual. Of the others, 1 is ahead of the 2024 estimate and 2 equal the 2024 "
            "estimate. 1 indicator has no direction, so its values are shown without a judgement. "
            "1 indicator can't be compared. For it the target is not behind the 2024 estimate, but "
            "the 2023 value is not stated."
        )
        none = "None of the targets for 2025 can be compared with the years before. 2 indicators "
        assert summary_sentence(summarise([WITHOUT_ACTUAL, WITHOUT_ACTUAL]), 2025) == (
            f"{none}can't be compared. For all of these the target is not behind the 2024 "
            "estimate, but the 2023 value is not stated."
        )
        assert summary_sentence(summarise([WITHOUT_ACTUAL, UNSTATED]), 2025) == (
            f"{none}can't be compared. For 1 of those that can't be compared the target is not "
            "behind the 2024 estimate, but the 2023 value is not stated."
        )
        assert summary_sentence(summarise([BELOW, BELOW]), 2025) == (
            "All 2 targets for 2025 that can be compared with the years before are behind the 2023 "
            "actual."
        )
        assert summary_sentence(summarise([EQUAL]), 2025) == (
            "The only target for 2025 that can be compared with the years before equals the 2024 "
            "estimate."
        )


def test_every_course_has_a_tile_and_each_indicator_is_on_one() -> None:
    given = [AHEAD, AHEAD, EQUAL, BEHIND, BELOW, BELOW_EQUAL, BELOW_BOTH, PLAIN, WITHOUT_ACTUAL]
    shown = tiles(summarise(given), Years(2025))
    assert shown == (
        Tile(Course.HIGHER, 2, "hedef 2024 tahmininden ileride, 2023'ün altında değil", ""),
        Tile(Course.HOLDS, 1, "hedef 2024 tahminine eşit, 2023'ün altında değil", ""),
        Tile(
            Course.BELOW_ACTUAL,
            3,
            "hedef 2023'ün altında",
            "1 tanesi 2024 tahmininden ileride, 1 tanesi 2024 tahminine eşit, "
            "1 tanesi 2024 tahmininden de geride",
        ),
        Tile(Course.LOWER, 1, "hedef yalnız 2024 tahmininden geride", ""),
        Tile(Course.NO_DIRECTION, 1, "yönsüz: yargısız gösteriliyor", ""),
        Tile(
            Course.NOT_COMPARABLE,
            1,
            "karşılaştırılamıyor",
            "1 tanesinde hedef tahminden geri değil, ama 2023 değeri yok",
        ),
    )
    assert {tile.course for tile in shown} == set(Course)


def test_a_ranking_says_what_it_leaves_out() -> None:
    rows = ({}, {"indicator": 2, "direction": "no_direction"}, {"indicator": 3, "direction": None})
    told = distance_note(read(frame(*rows)), Years(2025))
    assert told.endswith(
        "Bu sırada yer almayanlar: artışı ya da azalışı iyi sayılmayan 1 gösterge, "
        "karşılaştırılamayan 1 gösterge."
    )
    assert "yer almayanlar" not in distance_note(read(frame()[:1]), Years(2025))
