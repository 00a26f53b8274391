"""No name is cut: not in a chart, not in a picture, not in a title, in either language or form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kbb_data.turkish import sort_key
from present.figures.registry import BY_SLUG, drawn
from present.kit.setting import Setting
from present.kit.text import ENGLISH, TURKISH, using
from present.kit.theme import chart_config
from tests.support import rawcsv
from tests.support.datasets import KAYSERI
from tests.support.source import ROOT

#: What stands where something was left out.
CUT = "…"
#: What may bear it: not names, but excerpts around a word that was looked for, marks around an
#: address, a name of a spreadsheet's sheet (which holds 31 letters), and our own sentences' end.
EXCERPTS = {
    "present/search/html.py",
    "present/kit/address.py",
    "present/kit/writing.py",
}
#: The lengths of short names that a chart has room for on a telephone: of goals and activities.
LONGEST = {"goals": 45, "activities": 41}


def limits(part: Any, path: str = "") -> Iterator[tuple[str, object]]:
    """Each limit in a specification that would cut words, with where it stands."""
    if isinstance(part, Mapping):
        for name, value in part.items():
            if name != "datasets":
                if re.fullmatch(r"(label|title|)[lL]imit", str(name)) and value not in (0, None):
                    yield f"{path}.{name}", value
                yield from limits(value, f"{path}.{name}")
    elif isinstance(part, list):
        for value in part:
            yield from limits(value, path)


@pytest.mark.parametrize("language", [TURKISH, ENGLISH])
def test_no_figure_cuts_a_word(setting_in: Callable[[str], Setting], language: str) -> None:
    setting, seen = setting_in(language), 0
    for slug, entry in BY_SLUG.items():
        for choices in entry.presets(setting):
            figure = drawn(setting, slug, choices).figure
            told = [figure.title, figure.subtitle, figure.sentence, figure.heading]
            assert [text for text in told if CUT in text] == [], slug
            if figure.spec is None:
                continue
            assert list(limits(figure.spec)) == [], slug
            records = [
                record for rows in figure.spec.get("datasets", {}).values() for record in rows
            ]
            words = [str(value) for record in records for value in record.values()]
            assert [word for word in words if CUT in word] == [], slug
            seen += 1
    assert seen > 20


def test_what_is_not_stated_in_a_chart_has_no_limit_either() -> None:
    """Vega's own labels end at 180 pixels, a legend's at 160, unless the theme says otherwise."""
    config = chart_config(is_dark=False)
    assert (config["axis"]["labelLimit"], config["legend"]["labelLimit"]) == (0, 0)
    assert list(limits(config)) == []


@pytest.mark.parametrize("language", [TURKISH, ENGLISH])
@pytest.mark.parametrize("view", ["hedef", "faaliyet"])
def test_charts_bear_short_names_and_tooltips_and_tables_the_documents(
    setting_in: Callable[[str], Setting], view: str, language: str
) -> None:
    table, key, full = {
        "hedef": ("goals", "goal", "statement"),
        "faaliyet": ("activities", "activity", "name"),
    }[view]
    printed = {row[key]: row for row in rawcsv.rows(KAYSERI, table)}
    entry = BY_SLUG["butce"]
    setting = setting_in(language)
    choices = next(c for c in entry.presets(setting) if entry.query(c).get("gorunum") == view)
    with using(language):
        figure = drawn(setting, "butce", choices).figure
        assert figure.spec is not None
        bars = {
            row["key"]: row
            for rows in figure.spec["datasets"].values()
            for row in rows
            if row.get("key") in printed
        }
    assert len(bars) > 10
    column = "short_name" if language == TURKISH else "short_name_en"
    for number, bar in bars.items():
        assert bar["lines"].replace("\n", " ") == f"{number}. {printed[number][column]}"
        assert printed[number][full] in bar["detail"]
    labels = set(figure.table["label"])
    assert {f"{number}. {row[full]}" for number, row in printed.items()} <= labels


@pytest.mark.parametrize("table", LONGEST)
@pytest.mark.parametrize("column", ["short_name", "short_name_en"])
def test_every_goal_and_activity_has_a_short_name_of_its_own(table: str, column: str) -> None:
    names = [row[column] for row in rawcsv.rows(KAYSERI, table)]
    assert all(names)
    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= LONGEST[table]


def test_our_words_and_modules_cut_no_name() -> None:
    texts = {str(path.relative_to(ROOT)) for path in _with_cut(ROOT / "assets" / "text", "toml")}
    assert texts == set()
    modules = {
        str(path.relative_to(ROOT))
        for folder in ("present", "pages")
        for path in _with_cut(ROOT / folder, "py")
    }
    assert modules <= EXCERPTS


def _with_cut(folder: Path, ending: str) -> Iterator[Path]:
    """The files that hold the sign of a cut."""
    for path in sorted(folder.rglob(f"*.{ending}")):
        if CUT in path.read_text(encoding="utf-8"):
            yield path


def test_activities_by_name_stand_in_the_alphabet_and_not_by_their_numbers(
    setting_in: Callable[[str], Setting],
) -> None:
    entry = BY_SLUG["butce"]
    setting = setting_in(TURKISH)
    by_activity = next(
        c for c in entry.presets(setting) if entry.query(c).get("gorunum") == "faaliyet"
    )
    figure = drawn(setting, "butce", replace(by_activity, order="ad")).figure
    short = {row["activity"]: row["short_name"] for row in rawcsv.rows(KAYSERI, "activities")}
    names = [sort_key(short[key]) for key in figure.table["key"] if key in short]
    assert len(names) == len(short)
    assert names == sorted(names)
