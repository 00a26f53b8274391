"""Targets behind what was reached two years before are told as that, wherever targets are told.

What they are is worked out here from the CSV files alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from present.figures.registry import drawn
from present.indicators import entries
from present.indicators.ambition import summarise
from present.indicators.choices import IndicatorChoices
from present.indicators.html import tiles_html
from present.indicators.list_html import rows_html
from present.indicators.summary import distance_note, summary_sentence
from present.indicators.words import Years
from present.kit.setting import Setting
from present.kit.text import using
from tests.present.figures.indicators import asked, code_of, counts, stated
from tests.present.figures.paper import ENGLISH, TURKISH, rows

LANGUAGES = (TURKISH, ENGLISH)
INDICATORS = {code_of(row): row for row in rows("indicators")}

#: Ahead of the estimate and below the actual by their figures alone, more or less wanted or not.
PRINTED = [
    *("1.3", "3.3", "4.1", "4.3", "6.2", "6.3", "10.1", "11.1", "12.4", "15.1", "16.1", "16.2"),
    *("17.1", "17.2", "17.3", "17.4", "21.2", "25.3", "26.2", "27.2", "29.2", "29.4", "30.3"),
]
#: Of these, what has no direction, so that nothing can be said to be behind.
WITHOUT_DIRECTION = ["4.3", "6.2", "6.3", "17.2", "25.3"]


def below_actual(code: str) -> bool:
    actual, _, target = stated(INDICATORS[code])
    if actual is None or target is None:
        return False
    way = INDICATORS[code]["direction"]
    return {"less": target > actual, "no_direction": False}.get(way, target < actual)


BEHIND = [code for code in INDICATORS if below_actual(code)]


def ahead(code: str) -> bool:
    _, estimate, target = stated(INDICATORS[code])
    return estimate is not None and target is not None and target > estimate


def test_those_ahead_of_a_poor_estimate_are_found_in_the_figures() -> None:
    found = []
    for code, row in INDICATORS.items():
        actual, _, target = stated(row)
        if actual is not None and target is not None and ahead(code) and target < actual:
            found.append(code)
    assert found == PRINTED


def test_each_of_them_is_told_as_behind_or_has_no_direction() -> None:
    for code in PRINTED:
        word = asked(INDICATORS[code])
        assert word == ("yonsuz" if code in WITHOUT_DIRECTION else "gerceklesenin-altinda"), code


def test_no_target_behind_the_actual_counts_as_ahead_or_reached(
    setting_in: Callable[[str], Setting],
) -> None:
    told = {
        indicator.code: indicator.assessment for indicator in entries.records(setting_in(TURKISH))
    }
    assert [code for code, one in told.items() if one.is_below_actual] == BEHIND
    for code in BEHIND:
        assert told[code].ambition in ("gerceklesenin-altinda", "iki-yilin-altinda"), code
    others = set(told) - set(BEHIND)
    assert {told[code].ambition for code in others}.isdisjoint(
        ("gerceklesenin-altinda", "iki-yilin-altinda")
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_names_the_year(setting_in: Callable[[str], Setting], language: str) -> None:
    setting = setting_in(language)
    mark = {TURKISH: "2023'ün", ENGLISH: "2023"}[language]
    with using(language):
        for indicator in entries.records(setting):
            choices = IndicatorChoices(indicator=indicator.code)
            sentence = drawn(setting, "gosterge", choices).figure.sentence
            row = str(rows_html([indicator], setting.year, lambda _: "/", by=None))
            badge = re.search(r'<span class="ki-badge[^>]*>([^<]*)<', row)
            assert badge is not None
            for word in (sentence.rsplit(";", 1)[-1], badge[1].replace("&#x27;", "'")):
                assert (mark in word) is (indicator.code in BEHIND), (indicator.code, word)


@pytest.mark.parametrize("language", LANGUAGES)
def test_tiles_and_sentence_count_them_all(
    setting_in: Callable[[str], Setting], language: str
) -> None:
    setting = setting_in(language)
    with using(language):
        summary = summarise(indicator.assessment for indicator in entries.records(setting))
        tiles = str(tiles_html(summary, Years(setting.year)))
        sentence = summary_sentence(summary, setting.year)
    shown = [int(count) for count in re.findall(r"<b>(\d+)</b>", tiles)]
    assert sum(shown) == len(INDICATORS)
    words = counts()
    assert shown == [
        words["ivme-gerekiyor"] + words["egilimle-uyumlu"],
        words["hedefe-ulasiliyor"] + words["tavanda"] + words["duzey-korunuyor"],
        len(BEHIND),
        words["altinda-hedef"],
        words["yonsuz"],
        words["karsilastirilamiyor"],
    ]
    (tile,) = re.findall(r'ki-tile-below_actual">.*?</li>', tiles, re.DOTALL)
    notes = re.search("<small>(.*)</small>", tile)
    assert notes is not None
    equal = [code for code in BEHIND if stated(INDICATORS[code])[1] == stated(INDICATORS[code])[2]]
    onward = [code for code in BEHIND if ahead(code)]
    first, second, third = (part.split()[0] for part in notes[1].split(", "))
    told = (int(first), int(second), int(third))
    assert told == (len(onward), len(equal), len(BEHIND) - len(onward) - len(equal))
    assert f" {len(BEHIND)} " in sentence.split(".")[0]


def test_the_three_values_stand_on_one_scale(setting_in: Callable[[str], Setting]) -> None:
    for aim in (str(number) for number in range(1, 8)):
        figure = drawn(setting_in(TURKISH), "ilerleme", IndicatorChoices(aim=aim)).figure
        assert figure.spec is not None
        ((_, marks),) = figure.spec["datasets"].items()
        for mark in marks:
            figures = stated(INDICATORS[mark["key"]])
            largest = max(value for value in figures if value is not None)
            for value, place in zip(
                figures, (mark["tick"], mark["fill"], mark["target"]), strict=True
            ):
                expected = None if value is None else pytest.approx(float(value / largest))
                assert place == expected, mark["key"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_has_no_distance_is_left_out_of_the_farthest_and_counted(
    setting_in: Callable[[str], Setting], language: str
) -> None:
    setting = setting_in(language)
    with using(language):
        far = entries.chosen(setting, IndicatorChoices(order="uzaklik"))
        note = distance_note(entries.records(setting), Years(setting.year))
    left = {"yonsuz", "karsilastirilamiyor", "without-actual"}
    assert {indicator.code for indicator in far} == {
        code for code, row in INDICATORS.items() if asked(row) not in left
    }
    words = counts()
    out = note.split(": ")[-1] if language == ENGLISH else note.split("almayanlar: ")[-1]
    assert re.findall(r"\d+", out) == [str(words["yonsuz"]), str(words["karsilastirilamiyor"])]
