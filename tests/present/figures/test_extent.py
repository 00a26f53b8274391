"""A picture that leaves rows out says how many it draws and of how many, in every size.

What is drawn is counted in the specification that the renderer gets, how many rows there are in the
figure's table, without totals and what stands beside the rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest

from present.figures.registry import BY_SLUG, drawn
from present.kit import address
from present.kit.setting import Setting
from present.kit.text import using
from present.picture.frame import picture
from present.picture.sizes import FRAMES, Size
from tests.present.figures.paper import ENGLISH, TURKISH
from tests.support.figures import outline

#: Rows of tables that are no rows of the data, by key or by name.
BESIDE_KEYS = {"beside", "total"}
TOTALS = {"Toplam", "Total"}
#: Charts whose rows are not those of the table: a matrix has a column a district, a fleet's parts.
OTHER_ROWS = {"personel"}


def keys_of(spec: dict[str, Any]) -> set[str]:
    """The keys of the rows that a specification draws; none for a chart without rows."""
    records = [record for data in spec.get("datasets", {}).values() for record in data]
    return {str(record["key"]) for record in records if {"key", "top", "bottom"} <= record.keys()}


def rows_of(table: Any) -> int:
    """How many rows of data a table has."""
    records = table.to_dict("records")
    return sum(
        not (str(record.get("key")) in BESIDE_KEYS or TOTALS & {str(v) for v in record.values()})
        for record in records
    )


def shown(figure: Any, size: Size) -> tuple[set[str], str]:
    """The keys that a picture of that size draws, and its words."""
    asked: list[dict[str, Any]] = []

    def draw(spec: dict[str, Any]) -> str:
        asked.append(spec)
        return outline(spec)

    svg = picture(figure, size, draw, is_dark=False, version="1", address="x").svg
    words = unescape(" ".join(re.sub(r"<style.*?</style>|<[^>]*>", " ", svg, flags=re.S).split()))
    return (keys_of(asked[-1]) if asked else set()), words


@pytest.mark.parametrize("language", [TURKISH, ENGLISH])
@pytest.mark.parametrize("slug", sorted(BY_SLUG.keys() - OTHER_ROWS))
def test_a_picture_says_what_it_leaves_out(
    setting_in: Callable[[str], Setting], slug: str, language: str
) -> None:
    setting, entry = setting_in(language), BY_SLUG[slug]
    for choices in entry.presets(setting):
        query = entry.query(choices)
        figure = drawn(setting, slug, choices).figure
        if figure.spec is None or not keys_of(figure.spec):
            continue
        rows = rows_of(figure.table)
        for size in Size:
            with using(language):
                keys, words = shown(figure, size)
            if not keys:
                # Nothing could be read: the sentence stands in the chart's place.
                continue
            count = len(keys - BESIDE_KEYS)
            said = re.findall(r"(\d+) / (\d+)\)|(\d+) of (\d+)(?: that there are)?\)", words)
            told = {tuple(int(number) for number in match if number) for match in said}
            left_out = {(count, rows)} if count < rows else set()
            assert told == left_out, (query, size, count, rows, words)


def test_the_budgets_activities_are_fifteen_of_all(
    setting_in: Callable[[str], Setting],
) -> None:
    setting, entry = setting_in(TURKISH), BY_SLUG["butce"]
    activities = next(
        choices
        for choices in entry.presets(setting)
        if entry.query(choices) == {"gorunum": "faaliyet"}
    )
    figure = drawn(setting, "butce", activities).figure
    with using(TURKISH):
        assert figure.heading.endswith("(en büyük 15 / 123)")
        keys, words = shown(figure, Size.SOCIAL)
    assert f"(en büyük {len(keys - BESIDE_KEYS)} / 123)" in words
    assert "123 satırın hepsi sayfadaki tabloda." in words
    assert "/ 123" not in figure.title


@pytest.mark.parametrize("language", [TURKISH, ENGLISH])
def test_an_activitys_lines_without_money_are_counted(
    setting_in: Callable[[str], Setting], language: str
) -> None:
    setting, entry = setting_in(language), BY_SLUG["butce"]
    for number in setting.frame("activities")["activity"]:
        parsed = address.parse(entry.kind(setting), {"faaliyet": str(number)}, entry.known(setting))
        figure = drawn(setting, "butce", parsed.choices).figure
        if figure.spec is None:
            continue
        with using(language):
            keys, words = shown(figure, Size.WEB)
        pair = (len(keys), len(figure.table))
        told = ("{} / {})" if language == TURKISH else "{} of {})").format(*pair)
        assert (told in words) == (pair[0] < pair[1]), (number, words)


#: Sizes that are looked at from near: others have room for fewer rows, whose number they say.
NEAR = [size for size in Size if FRAMES[size].seen > 600]


@pytest.mark.parametrize("size", NEAR)
def test_no_size_for_a_desk_or_paper_leaves_an_aim_out(
    setting_in: Callable[[str], Setting], size: Size
) -> None:
    setting, entry = setting_in(TURKISH), BY_SLUG["amac-kod"]
    (choices,) = entry.presets(setting)
    figure = drawn(setting, "amac-kod", choices).figure
    with using(TURKISH):
        keys, words = shown(figure, size)
    assert {str(aim) for aim in range(1, 8)} <= keys
    assert "/ 8)" not in words


def test_the_furthest_indicators_are_drawn_where_not_all_can_be(
    setting_in: Callable[[str], Setting],
) -> None:
    setting, entry = setting_in(TURKISH), BY_SLUG["ilerleme"]
    for choices in entry.presets(setting):
        figure = drawn(setting, "ilerleme", choices).figure
        with using(TURKISH):
            keys, _ = shown(figure, Size.SOCIAL)
        ratios = {
            row["code"]: row["ratio"]
            for row in figure.table.to_dict("records")
            if row["ratio"] is not None and row["word"] != "karşılaştırılamıyor"
        }
        least = sorted(ratios, key=lambda code: ratios[code])[: len(keys)]
        if len(keys) < len(figure.table) and len(least) == len(keys):
            assert keys == set(least), entry.query(choices)
