"""A change of a rate is told in percentage points, everywhere: no per cent of a per cent.

Walked: every figure of the gallery, the progress bars and three years of every rate, every row and
every detail of the list, every briefing, in both languages. Of a rate no text may hold another per
cent than its three figures and the ceiling of a rate.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache

import pytest

from present.briefing import build
from present.briefing.model import Briefing, Topic, plain
from present.figures.registry import BY_SLUG, drawn
from present.indicators import entries, html, list_html, words
from present.indicators.choices import IndicatorChoices
from present.indicators.model import Indicator
from present.indicators.words import Years
from present.kit.setting import Setting
from present.kit.text import t, using
from tests.present.figures.indicators import code_of, stated, steps
from tests.present.figures.paper import ENGLISH, TURKISH, Row, rows, shortest

LANGUAGES = (TURKISH, ENGLISH)
PERCENTAGE = re.compile(r"%\d[\d.,]*|\d[\d.,]*%")

#: Per cent that goes to per cent and is then said to have changed by per cent.
DOUBLED = re.compile(
    r"(%[\d.,]+|[\d.,]+%)\W+(den |dan |to )?(%[\d.,]+|[\d.,]+%)\W+"
    r"(%[\d.,]+ (artış|azalış)|(up|down) [\d.,]+%)"
)
RATES = {code_of(row): row for row in rows("indicators") if row["unit"] == "%"}


def written(value: object, language: str) -> str:
    text = shortest(value, language)  # type: ignore[arg-type]
    return f"%{text}" if language == TURKISH else f"{text}%"


@cache
def allowed(code: str, language: str) -> frozenset[str]:
    """The per cents that may be said of a rate: its figures, and what a rate can't pass."""
    figures = [value for value in stated(RATES[code]) if value is not None]
    return frozenset(written(value, language) for value in (*figures, 100))


def wrong(text: str, code: str, language: str) -> list[str]:
    """Per cents in a text on a rate that are none of its figures."""
    found = (part.rstrip(".,") for part in PERCENTAGE.findall(text.replace("\u00a0", " ")))
    return [part for part in found if part not in allowed(code, language)]


def visible(markup: str) -> str:
    """What is read of HTML: text and labels, no style."""
    labels = " ".join(re.findall(r'(?:aria-label|title)="([^"]*)"', markup))
    return f"{re.sub('<[^>]+>', ' ', markup)} {labels}"


def of_rates(setting: Setting) -> Iterator[Indicator]:
    found = [indicator for indicator in entries.records(setting) if indicator.code in RATES]
    assert len(found) == len(RATES) > 40
    yield from found


def told_of(indicator: Indicator, setting: Setting) -> Iterator[str]:
    """Every text on one indicator."""
    years = Years(setting.year)
    yield visible(list_html.rows_html([indicator], setting.year, lambda _: "/", by=None))
    yield visible(html.answer_html(indicator, years))
    yield visible(html.facts_html(indicator, years, {}, "/", ""))
    yield words.explanation(indicator, setting.year)
    yield words.distance_text(indicator)
    figure = drawn(setting, "gosterge", IndicatorChoices(indicator=indicator.code)).figure
    yield from (figure.sentence, json.dumps(figure.spec, ensure_ascii=False))


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_a_rate_no_other_per_cent_is_said_than_its_figures(
    setting_in: Callable[[str], Setting], language: str
) -> None:
    setting = setting_in(language)
    with using(language):
        for indicator in of_rates(setting):
            for text in told_of(indicator, setting):
                own = text.replace(indicator.note, "").replace(indicator.direction_reason, "")
                assert wrong(own, indicator.code, language) == [], (indicator.code, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bars_of_rates_say_points(setting_in: Callable[[str], Setting], language: str) -> None:
    setting = setting_in(language)
    with using(language):
        figure = drawn(setting, "ilerleme", IndicatorChoices(measure="yuzde")).figure
        assert figure.spec is not None
        ((name, marks),) = figure.spec["datasets"].items()
        for mark in marks:
            for text in (mark["word"], mark["values"], mark["detail"]):
                assert wrong(text, mark["key"], language) == [], (name, text)
        heads = {column.name: column.label for column in figure.columns}
        for name in ("change", "gap"):
            assert {TURKISH: "puan", ENGLISH: "percentage points"}[language] in heads[name]
        assert figure.table["ratio"].isna().all()
        assert [
            (change, gap) for change, gap in zip(
                figure.table["change"], figure.table["gap"], strict=True
            )
        ] == [steps(RATES[code]) for code in figure.table["code"]]  # fmt: skip


def texts(briefing: Briefing) -> Iterator[str]:
    """Every line of a briefing; a table's row is one."""
    for section in briefing.sections:
        yield from (section.text, section.note, *section.items)
        for table in section.tables:
            yield f"{table.title} {table.note}"
            for row in table.rows:
                yield " | ".join(row)
    yield from briefing.questions


@pytest.mark.parametrize("kind", list(Topic))
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_briefing_measures_a_rate_in_per_cent(
    setting_in: Callable[[str], Setting], language: str, kind: Topic
) -> None:
    setting = setting_in(language)
    with using(language):
        for key in build.things(setting, kind):
            for line in texts(build.briefing(setting, kind, key)):
                text = plain(line)
                code = re.match(r"(\d+\.\d+) ", text)
                if code and code[1] in RATES:
                    own = text.replace(RATES[code[1]]["name"], "")
                    assert wrong(own, code[1], language) == [], (kind, key, text)
                assert not DOUBLED.search(text), (kind, key, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_ranking_of_changes_holds_points_and_per_cent(
    setting_in: Callable[[str], Setting], language: str
) -> None:
    point = {TURKISH: "puan", ENGLISH: "percentage point"}[language]
    setting = setting_in(language)
    ranked = {True: 0, False: 0}
    with using(language):
        changed = t("briefing.column_change")
        tables = (
            table
            for kind in Topic
            for key in build.things(setting, kind)
            for section in build.briefing(setting, kind, key).sections
            for table in section.tables
            if table.head[-1] == changed
        )
        for table in tables:
            is_of_rates = point in table.title
            for row in table.rows:
                assert (row[0].split()[0] in RATES) is is_of_rates, (table.title, row)
                assert (point in row[-1]) is is_of_rates, (table.title, row)
                assert bool(PERCENTAGE.search(row[-1])) is not is_of_rates, (table.title, row)
            ranked[is_of_rates] += 1
    assert min(ranked.values()) > 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_by_distance_amounts_and_rates_are_ranked_apart(
    setting_in: Callable[[str], Setting], language: str
) -> None:
    setting = setting_in(language)
    with using(language):
        far = entries.chosen(setting, IndicatorChoices(order="uzaklik"))
    kinds = [indicator.code in RATES for indicator in far]
    assert kinds == sorted(kinds)
    to_go = [steps(RATES[indicator.code])[0] for indicator in far if indicator.code in RATES]
    assert to_go == sorted(to_go, reverse=True)  # type: ignore[type-var]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_figure_tells_a_per_cent_of_a_per_cent(
    setting_in: Callable[[str], Setting], language: str
) -> None:
    setting = setting_in(language)
    with using(language):
        for slug, entry in BY_SLUG.items():
            for choices in entry.presets(setting):
                figure = drawn(setting, slug, choices).figure
                cells = [
                    " | ".join(column.write(row[column.name]) for column in figure.columns)
                    for row in figure.table.to_dict("records")
                ]
                for text in (figure.title, figure.subtitle, figure.sentence, *cells):
                    assert not DOUBLED.search(text), (slug, text)


@pytest.mark.parametrize(
    "text", ["%70 → %18, %74 azalış", "%70 | %18 | %74 azalış", "70% | 18% | down 74%"]
)
def test_the_example_is_noticed(text: str) -> None:
    assert DOUBLED.search(text)


def test_a_ratio_beside_a_rate_is_noticed() -> None:
    row: Row = RATES["29.2"]
    assert [str(value) for value in stated(row)] == ["70", "17", "18"]
    assert wrong("%17 → %18: tahmin/hedef %94,4", "29.2", TURKISH) == ["%94,4"]
    assert wrong("%70, %17, %18", "29.2", TURKISH) == []
