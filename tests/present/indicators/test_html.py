"""The list of indicators as HTML."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import pytest

from present.indicators.list_html import OPEN_MOST, rows_html
from present.indicators.model import Indicator, Order, order, read
from present.indicators.words import Years, ratio_text, scale_text
from tests.support.indicators import empty, frame

YEARS = Years(2025)


class Tree(HTMLParser):
    """Checks that tags close in order; keeps the text and the attributes of every element."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def link(indicator: Indicator) -> str:
    return f"/gostergeler?gosterge={indicator.code}&yil=2025"


def listed(by: Order | None = Order.NUMBER, *rows: dict[str, object]) -> str:
    return rows_html(read(frame(*rows)), 2025, link, by=by)


def parsed(text: str) -> Tree:
    tree = Tree()
    tree.feed(text)
    assert tree.open == []
    return tree


def test_nothing_to_list_is_no_table() -> None:
    assert rows_html(read(empty()), 2025, link) == ""


@pytest.mark.parametrize("by", [Order.NUMBER, None])
def test_each_indicator_is_one_row_of_a_real_table(by: Order | None) -> None:
    tree = parsed(listed(by))
    rows = [a for tag, a in tree.elements if tag == "tr" and a.get("class") == "ki-row"]
    assert len(rows) == 8
    headings = [a for tag, a in tree.elements if tag == "th" and a.get("scope") == "row"]
    assert len(headings) == 8
    heads = [a for tag, a in tree.elements if tag == "th" and a.get("scope") == "col"]
    tables = 2 if by else 1
    assert len(heads) == 5 * tables
    assert len([1 for tag, _ in tree.elements if tag == "caption"]) == tables
    goals = [a["id"] for tag, a in tree.elements if tag == "details" and "id" in a]
    assert goals == (["hedef-1", "hedef-2"] if by else [])


def goals(text: str) -> list[dict[str, str]]:
    """The attributes of the list's folds."""
    folds = (a for tag, a in parsed(text).elements if tag == "details")
    return [a for a in folds if a.get("class") == "ki-goal"]


def test_goals_are_headings_that_open_and_few_are_open() -> None:
    rows = [{"indicator": number} for number in range(1, OPEN_MOST + 1)]
    few = listed(Order.NUMBER, *rows, {"goal": 2, "indicator": 1})
    assert "<summary><h4><b>1. hedef</b>" in few
    assert '<span class="ki-count">12 gösterge</span></summary>' in few
    assert [fold["id"] for fold in goals(few)] == ["hedef-1", "hedef-2"]
    assert not any("open" in fold for fold in goals(few))
    assert "data-kbb-folds" in few
    assert all("open" in fold for fold in goals(listed(Order.NUMBER, *rows[1:], rows[0])))
    # A single goal is what was asked for, however many indicators it has.
    alone = listed(Order.NUMBER, *rows, {"indicator": 13}, {"indicator": 14})
    assert ["open" in fold for fold in goals(alone)] == [True]
    assert "data-kbb-folds" not in alone


def test_each_aim_stands_above_its_goals() -> None:
    text = listed(Order.NUMBER, {}, {"aim": 2, "aim_short": "Yol", "goal": 2}, {"goal": 3})
    headings = re.findall(r'<h3 class="ki-of-aim"><span[^>]*>([^<]*)<|<h4><b>(\d)', text)
    assert headings == [("İmar", ""), ("", "1"), ("Yol", ""), ("", "2"), ("İmar", ""), ("", "3")]


def test_a_short_name_is_the_heading_and_the_statement_stands_below_it() -> None:
    statement = "İmar planlarını yapmak."
    short = listed(Order.NUMBER, {"goal_short": "İmar planı"})
    assert "<b>1. hedef</b> İmar planı</h4>" in short
    assert f'<p class="ki-statement">{statement}</p>' in short
    own = listed(Order.NUMBER, {"goal_short": statement})
    assert f"<b>1. hedef</b> {statement}</h4>" in own
    assert "ki-statement" not in own


def test_a_row_can_be_landed_on() -> None:
    ids = [a["id"] for tag, a in parsed(listed()).elements if a.get("class") == "ki-row"]
    assert len(ids) == len(set(ids)) == 8
    assert ids[0] == "gosterge-1.1"


def test_rows_stand_in_the_order_given() -> None:
    by_name = order(read(frame()), Order.NAME)
    text = rows_html(by_name, 2025, link, by=Order.NAME)
    assert re.findall(r'class="ki-code">([\d.]+)<', text) == [
        indicator.code for indicator in by_name
    ]


def test_text_is_escaped() -> None:
    text = listed()
    assert "Yeşil alan &lt;b&gt;miktarı&lt;/b&gt;" in text
    assert "<b>miktarı" not in text
    assert 'href="/gostergeler?gosterge=1.1&amp;yil=2025"' in text
    assert 'title="40.000 olarak “okundu”."' in text


def test_what_is_not_stated_says_so_and_is_no_zero() -> None:
    text = listed(None, {"actual": float("nan"), "actual_printed": "-"})
    assert text.count("belirtilmemiş") >= 1
    assert "<b>0</b>" not in text
    assert "nan" not in text.lower().replace("tahminin", "")


def test_a_corrected_figure_bears_a_mark_with_its_reason() -> None:
    assert listed().count('class="ki-mark"') == 1
    assert "<b>40.000</b><abbr" in listed()


def test_the_bar_says_in_words_what_it_shows() -> None:
    by_code = {indicator.code: indicator for indicator in read(frame())}
    assert scale_text(by_code["1.1"], YEARS) == (
        "2023 gerçekleşen 10 m², 2024 tahmin 12 m², 2025 hedef 15 m²."
    )
    assert "2023 gerçekleşen belirtilmemiş" in scale_text(by_code["2.2"], YEARS)
    labels = re.findall(r'role="img" aria-label="([^"]+)"', listed())
    assert [html.unescape(label) for label in labels] == [
        scale_text(indicator, YEARS) for indicator in by_code.values()
    ]
    nothing = dict.fromkeys(("actual", "estimate", "target"), float("nan"))
    assert "ki-empty" in listed(None, nothing)
    assert "Belirtilmiş bir değer olmadığı için çizilmedi." in listed(None, nothing)


def test_by_distance_amounts_and_rates_stand_under_headings_of_their_own() -> None:
    far = order(read(frame()), Order.DISTANCE)
    text = html.unescape(rows_html(far, 2025, link, by=Order.DISTANCE))
    amounts, rates = text.index("Miktarlar: 2024 tahmini"), text.index("Oranlar: 2025 hedefine")
    assert amounts < text.index("Yeşil alan") < rates < text.index("İhale oranı")
    assert text.count('scope="rowgroup"') == 2


def test_marks_stand_on_the_track() -> None:
    places = re.findall(r"(?:width|left):([\d.]+)%", listed())
    assert len(places) > 20
    assert all(0 <= float(place) <= 100 for place in places)


@pytest.mark.parametrize(
    ("ratio", "text"),
    [
        (0.0, "%0"),
        (0.5, "%50"),
        (0.8875, "%88,8"),
        (1.0, "%100"),
        (0.99996, "%99,9"),
        (19.0, "%1.900"),
    ],
)
def test_only_the_whole_is_written_as_the_whole(ratio: float, text: str) -> None:
    assert ratio_text(ratio) == text


def test_years_come_from_the_programme() -> None:
    rows = [{"actual_year": 2030, "estimate_year": 2031, "target_year": 2032}]
    text = rows_html(read(frame(*rows)), 2032, link)
    assert "2032 hedef" in text
    assert "2024" not in text
