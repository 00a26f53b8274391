"""The figures of the units: chart, sentence and table hold the same money."""

from __future__ import annotations

import pickle
from typing import Any

import pandas as pd
import pytest

from present.kit.setting import Background
from present.kit.tables import html_table
from present.kit.text import using
from present.units.charts import paired
from present.units.figures import activities_figure, lines_figure, units_figure
from present.units.html import (
    facts_html,
    goals_html,
    no_money_html,
    responsibilities_html,
    spellings_html,
)
from present.units.model import Order, Unit, goal_parts, ordered, read
from present.units.words import sharing_text
from tests.present.budget import frames as small
from tests.present.units.test_model import ACTIVITIES, UNITS

LIGHT = Background("Örnek Belediyesi", 2025, 1000, is_dark=False)
FOUND = read(UNITS, ACTIVITIES, small.LINES)


def unit(slug: str) -> Unit:
    return next(one for one in FOUND if one.slug == slug)


def drawn(spec: dict[str, Any] | None) -> dict[str, float]:
    """The ends of the bars by key."""
    assert spec is not None
    return {
        row["key"]: row["end"] for rows in spec["datasets"].values() for row in rows if "end" in row
    }


def test_all_units_are_drawn_and_listed_with_links() -> None:
    figure = units_figure(
        ordered(FOUND, Order.MONEY), LIGHT, lambda slug: f"/birimler?birim={slug}"
    )
    assert drawn(figure.spec) == {"fen": 210, "zabita": 140, "imar": 100}
    html = html_table(figure.table, figure.columns, figure.title)
    assert '<a href="/birimler?birim=fen" target="_self">Fen İşleri Daire Başkanlığı</a>' in html
    assert "210 TL" in html
    assert "belirtilmemiş" in html  # the unit without activities, which is not 0
    # 210 of 450 lira: general administration is no unit's
    assert "%46,7" in figure.sentence
    assert "450 TL" in figure.sentence
    assert pickle.loads(pickle.dumps(figure)).sentence == figure.sentence


def test_no_units_or_no_money_draw_nothing() -> None:
    empty = units_figure((), LIGHT, str)
    assert empty.spec is None
    assert empty.table.empty
    assert "tutar yok" in empty.sentence


def test_an_activity_stands_with_goal_and_money_the_dearest_first() -> None:
    figure = activities_figure(
        unit("fen"),
        ACTIVITIES,
        small.LINES,
        LIGHT,
        lambda number: f"/butce?faaliyet={number}",
        lambda goal: f"/hedef?hedef={goal}",
    )
    assert figure.table["activity"].tolist() == [3, 2]
    assert figure.table["amount_kurus"].tolist() == [16000, 5000]
    assert drawn(figure.spec) == {"3": 160, "2": 50}
    html = html_table(figure.table, figure.columns, figure.title)
    assert '<a href="/butce?faaliyet=3" target="_self">3. Faaliyet 3</a>' in html
    assert '<a href="/hedef?hedef=2" target="_self">2. hedef</a>' in html
    assert "160 TL" in figure.sentence


def test_an_activity_of_nothing_is_listed_and_not_drawn() -> None:
    figure = activities_figure(unit("zabita"), ACTIVITIES, small.LINES, LIGHT, str, str)
    assert drawn(figure.spec) == {"4": 140}
    assert figure.table["activity"].tolist() == [4, 5]


def test_lines_add_up_by_code_and_source() -> None:
    figure = lines_figure(unit("fen"), small.LINES, LIGHT)
    assert dict(zip(figure.table["line"], figure.table["amount_kurus"], strict=True)) == {
        "03": 5000,
        "06": 10000,
        "other_domestic": 6000,
    }
    assert drawn(figure.spec) == {
        "budget.06": 100,
        "off_budget.other_domestic": 60,
        "budget.03": 50,
    }
    assert "210 TL" in figure.sentence
    assert "06 Kod 06" in figure.sentence


def test_facts_name_what_shares_are_of() -> None:
    html = facts_html(unit("fen"), 45000, 50000, 100, 7)
    for words in ("210 TL", "150 TL", "60 TL", "%46,7", "%42,0", "2,10 TL", "<dd>7</dd>"):
        assert words in html
    assert "Kişi başına" not in facts_html(unit("fen"), 45000, 50000, None, 7)
    assert no_money_html(unit("fen"), 2025) == ""


def test_a_unit_without_money_says_which_kind_of_nothing() -> None:
    assert "faaliyet yok" in no_money_html(unit("ilce"), 2025)
    zero = small.lines([(1, 1, 1, "imar", "budget", "03", 0)])
    blank = small.lines([(1, 1, 1, "imar", "budget", "03", None)])
    (of_zero,) = (one for one in read(UNITS, ACTIVITIES, zero) if one.slug == "imar")
    (of_blank,) = (one for one in read(UNITS, ACTIVITIES, blank) if one.slug == "imar")
    assert "0 TL" in no_money_html(of_zero, 2025)
    assert "belirtilmemiş" in no_money_html(of_blank, 2025)
    assert "0 TL" not in no_money_html(of_blank, 2025)


def test_a_shared_goal_links_its_other_units() -> None:
    parts = goal_parts("imar", ACTIVITIES, small.LINES)
    html = goals_html(parts, lambda goal: f"/hedef?hedef={goal}", lambda slug: f"/birimler/{slug}")
    assert '<a href="/hedef?hedef=1" target="_self">1. hedef</a>' in html
    assert '<a href="/birimler/fen" target="_self">Fen İşleri Daire Başkanlığı</a>: 50 TL' in html
    assert "1 tanesi başka birimlerle" in sharing_text(parts)
    alone = goal_parts("zabita", ACTIVITIES, small.LINES)
    assert "başka birimin faaliyeti yok" in sharing_text(alone)


RESPONSIBILITIES = pd.DataFrame(
    {
        "goal": [1, 1],
        "activity_name": ["Faaliyet <1>", "Başka faaliyet"],
        "spending_unit": ["imar", "imar"],
        "unit_printed": ["İmar Dairesi", None],
        "activity": pd.array([1, None], dtype="Int64"),
        "source_section": ["2.6", "2.6"],
        "source_line": [10, 11],
    }
)


def test_every_spelling_is_named_with_its_place() -> None:
    html = spellings_html(unit("imar"), ACTIVITIES, RESPONSIBILITIES)
    assert "İmar Daire Başkanlığı</strong> (1 faaliyetin maliyet tablosunda)" in html
    assert "İmar Dairesi</strong> (tablo 2.6&#x27;da)" in html
    assert "İmar Müdürlüğü</strong></li>" in html
    assert spellings_html(unit("fen"), ACTIVITIES, RESPONSIBILITIES) == ""


def test_lines_of_table_2_6_are_as_printed() -> None:
    html = responsibilities_html(
        unit("imar"), RESPONSIBILITIES, lambda g: f"/h{g}", lambda a: f"/f{a}"
    )
    assert '<a href="/f1" target="_self">Faaliyet &lt;1&gt;</a>' in html
    # a line that fits no activity has no link, a line without a printed unit says whose it is
    assert '<th scope="row">Başka faaliyet</th>' in html
    assert "İmar Dairesi" in html
    assert "üstteki satırın birimi" in html
    assert "2.6, satır 11" in html
    assert responsibilities_html(unit("fen"), RESPONSIBILITIES, str, str) == ""


def test_the_documents_words_are_marked_in_english() -> None:
    with using("en"):
        html = goals_html(goal_parts("imar", ACTIVITIES, small.LINES), str, str)
        figure = units_figure(FOUND, LIGHT, str)
        table = html_table(figure.table, figure.columns, figure.title)
    assert '<span lang="tr">Hedef 1</span>' in html
    assert '<span lang="tr">Fen İşleri Daire Başkanlığı</span>' in html
    assert '<span lang="tr">Zabıta Daire Başkanlığı</span>' in table
    assert "hedef" not in html.replace("Hedef 1", "").lower().replace("/hedef", "")


def test_paired_bars_have_one_scale_and_a_letter_each() -> None:
    rows = pd.DataFrame(
        [
            {"key": key, "name": key, "side": side, "end": end, "text": str(end), "detail": ""}
            for key, ends in (("x", (4.0, 10.0)), ("y", (0.0, 2.0)))
            for side, end in zip("AB", ends, strict=True)
        ]
    )
    spec = paired(rows, full="#111111", light="#eeeeee", ink="#000000").to_dict(validate=False)
    domains = [
        layer["encoding"]["x"]["scale"]["domain"]
        for layer in spec["layer"]
        if "scale" in layer["encoding"]["x"]
    ]
    assert domains == [[0, 10.0]] * 3
    (data,) = (rows for rows in spec["datasets"].values() if len(rows) == 4)
    assert [row["offset"] for row in data] == [0, 22, 0, 22]
    assert any(layer["encoding"].get("text", {}).get("field") == "side" for layer in spec["layer"])
    assert spec["height"] == max(row["bottom"] for row in data)


@pytest.mark.parametrize("is_dark", [False, True])
def test_both_schemes_draw(is_dark: bool) -> None:
    background = Background("Örnek", 2025, None, is_dark=is_dark)
    assert lines_figure(unit("fen"), small.LINES, background).spec is not None
