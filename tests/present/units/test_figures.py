"""The figures of the units: chart, sentence and table hold the same money."""

from __future__ import annotations

import pickle
from typing import Any

import pandas as pd
import pytest

from present.kit.charts.bars import CLICKED
from present.kit.figure import Figure
from present.kit.setting import Background
from present.kit.tables import html_table
from present.kit.text import using
from present.kit.theme import palette
from present.units.figures import activities_figure, lines_figure, units_figure
from present.units.model import Order, Unit, ordered, read
from tests.present.budget import frames as small
from tests.present.units.test_model import ACTIVITIES, UNITS

LIGHT = Background("Örnek Belediyesi", 2025, 1000, is_dark=False)
UNCOUNTED = Background("Örnek Belediyesi", 2025, None, is_dark=False)
ALL = read(UNITS, ACTIVITIES, small.LINES)
SOURCE = "Örnek Belediyesi, 2025 Yılı Performans Programı, bölüm 2.3 maliyet tabloları"


def unit(slug: str) -> Unit:
    return next(unit for unit in ALL if unit.slug == slug)


def link(slug: object) -> str:
    return f"/birimler?birim={slug}"


def activity_link(number: object) -> str:
    return f"/butce?faaliyet={number}"


def goal_link(number: object) -> str:
    return f"/hedef?hedef={number}"


def activities_of(slug: str, lines: pd.DataFrame = small.LINES) -> Figure:
    own = next(unit for unit in read(UNITS, ACTIVITIES, lines) if unit.slug == slug)
    return activities_figure(own, ACTIVITIES, lines, LIGHT, activity_link, goal_link)


def marks(spec: dict[str, Any] | None) -> list[dict[str, Any]]:
    """The rows behind the bars, as they are drawn from top to bottom."""
    assert spec is not None
    return [row for rows in spec["datasets"].values() for row in rows if "end" in row]


def drawn(spec: dict[str, Any] | None) -> dict[str, float]:
    """The ends of the bars by key."""
    return {row["key"]: row["end"] for row in marks(spec)}


def cells(figure: Figure) -> list[list[str]]:
    """The table as it is written, headings first."""
    return [
        [column.label for column in figure.columns],
        *(
            [column.write(row[column.name]) for column in figure.columns]
            for row in figure.table.to_dict("records")
        ),
    ]


def is_clickable(figure: Figure) -> bool:
    assert figure.spec is not None
    return any(param["name"] == CLICKED for param in figure.spec.get("params", []))


def flags(figure: Figure) -> list[tuple[str, bool, bool, object]]:
    """Of each column: which one it is, and whether it is of numbers, a heading, verbatim."""
    return [
        (column.name, column.is_number, column.is_heading, column.is_verbatim)
        for column in figure.columns
    ]


def test_all_units_are_told_in_the_order_given() -> None:
    figure = units_figure(ordered(ALL, Order.MONEY), LIGHT, link)
    assert figure.title == "Harcama birimlerinin faaliyetlerine ayrılan para"
    assert figure.subtitle == (
        "2025 yılı planı, bütçe ve bütçe dışı birlikte. "
        "Paylar, faaliyetlerin toplamı olan 450 TL içindir."
    )
    # 210 of 450 lira: general administration is no unit's
    assert figure.sentence == (
        "2025 programında 4 birimin faaliyetlerine 450 TL ayrılmış; "
        "en büyük pay 210 TL (%46,7) ile şu birimin: Fen İşleri Daire Başkanlığı."
    )
    assert figure.source == SOURCE
    assert figure.own == ("Fen İşleri Daire Başkanlığı",)
    assert cells(figure) == [
        ["Harcama birimi", "Tutar", "Faaliyetlerin toplamındaki payı", "Faaliyet sayısı",
         "Hedef sayısı", "Kişi başına", "Bütçe", "Bütçe dışı"],
        ["Fen İşleri Daire Başkanlığı", "210 TL", "%46,7", "2", "2", "0,21 TL", "150 TL", "60 TL"],
        ["Zabıta Daire Başkanlığı", "140 TL", "%31,1", "2", "1", "0,14 TL", "140 TL", "0 TL"],
        ["İmar Daire Başkanlığı", "100 TL", "%22,2", "1", "1", "0,10 TL", "100 TL", "0 TL"],
        # without activities nothing is stated, which is not 0
        ["Çevre Müdürlüğü", "belirtilmemiş", "belirtilmemiş", "0", "0", "belirtilmemiş",
         "belirtilmemiş", "belirtilmemiş"],
    ]  # fmt: skip
    assert flags(figure) == [
        ("name", False, True, True),
        ("amount_kurus", True, False, False),
        ("share", True, False, False),
        ("activities", True, False, False),
        ("goals", True, False, False),
        ("amount_kurus", True, False, False),
        ("budget_kurus", True, False, False),
        ("off_budget_kurus", True, False, False),
    ]
    assert pickle.loads(pickle.dumps(figure)).sentence == figure.sentence


def test_units_without_a_statement_are_listed_and_not_drawn() -> None:
    figure = units_figure(ALL, LIGHT, link)
    assert [(row["key"], row["name"], row["end"], row["text"]) for row in marks(figure.spec)] == [
        ("fen", "Fen İşleri Daire Başkanlığı", 210, "210 TL · %46,7"),
        ("imar", "İmar Daire Başkanlığı", 100, "100 TL · %22,2"),
        ("zabita", "Zabıta Daire Başkanlığı", 140, "140 TL · %31,1"),
    ]
    assert {row["group"] for row in marks(figure.spec)} == {"budget"}
    assert marks(figure.spec)[0]["detail"] == "Fen İşleri Daire Başkanlığı: 210 TL, %46,7"
    assert is_clickable(figure)
    assert figure.table["unit"].tolist() == ["fen", "imar", "ilce", "zabita"]


def test_units_are_links_to_their_views() -> None:
    figure = units_figure(ALL, LIGHT, link)
    html = html_table(figure.table, figure.columns, figure.title)
    assert '<a href="/birimler?birim=fen" target="_self">Fen İşleri Daire Başkanlığı</a>' in html
    bare = units_figure(ALL, LIGHT, lambda slug: "")
    assert "<a " not in html_table(bare.table, bare.columns, bare.title)


def test_per_resident_only_where_residents_were_counted() -> None:
    labels = [column.label for column in units_figure(ALL, UNCOUNTED, link).columns]
    assert labels == [
        "Harcama birimi", "Tutar", "Faaliyetlerin toplamındaki payı", "Faaliyet sayısı",
        "Hedef sayısı", "Bütçe", "Bütçe dışı",
    ]  # fmt: skip


def test_of_units_with_the_same_money_the_first_is_the_largest() -> None:
    twins = [
        Unit(name, name, name, (), (), (), amount, None)
        for name, amount in (("Bir", None), ("İki", 5_00), ("Üç", 5_00))
    ]
    figure = units_figure(twins, LIGHT, link)
    assert figure.own == ("İki",)
    assert figure.sentence.endswith("5 TL (%50,0) ile şu birimin: İki.")
    assert units_figure(twins[::-1], LIGHT, link).own == ("Üç",)


def test_no_units_or_no_money_draw_nothing() -> None:
    empty = units_figure((), LIGHT, link)
    assert empty.spec is None
    assert empty.table.empty
    assert list(empty.table.columns) == [
        "unit", "name", "amount_kurus", "share", "activities", "goals", "budget_kurus",
        "off_budget_kurus", "address",
    ]  # fmt: skip
    assert empty.own == ()
    assert empty.subtitle == "2025 yılı planı, bütçe ve bütçe dışı birlikte."
    assert empty.sentence == "2025 programında birimlerin faaliyetleri için bir tutar yok."
    silent = units_figure([unit("ilce")], LIGHT, link)
    assert silent.spec is None
    assert silent.sentence == empty.sentence
    assert silent.own == ("Çevre Müdürlüğü",)


def test_money_is_whole_kurus_also_beside_blanks() -> None:
    table = units_figure(ALL, LIGHT, link).table
    for column in ("amount_kurus", "budget_kurus", "off_budget_kurus"):
        assert str(table[column].dtype) == "Int64"
    assert table["amount_kurus"].isna().tolist() == [False, False, True, False]
    assert str(activities_of("fen").table["budget_kurus"].dtype) == "Int64"
    assert str(lines_figure(unit("fen"), small.LINES, LIGHT).table["amount_kurus"].dtype) == "Int64"


def test_activities_stand_with_goal_and_money_the_dearest_first() -> None:
    figure = activities_of("fen")
    assert figure.title == "Fen İşleri Daire Başkanlığı: faaliyetlere ayrılan para"
    assert figure.subtitle == (
        "2025 yılı planı, bütçe ve bütçe dışı birlikte. Paylar 210 TL içindir."
    )
    assert figure.sentence == (
        "2025 programında Fen İşleri Daire Başkanlığı biriminin 2 faaliyetine 210 TL ayrılmış; "
        "en büyük tutar 160 TL (%76,2) ile “3. Faaliyet 3”."
    )
    assert figure.source == SOURCE
    assert figure.own == ("Fen İşleri Daire Başkanlığı", "Faaliyet 2", "Faaliyet 3")
    assert cells(figure) == [
        ["Faaliyet", "Performans hedefi", "Tutar", "Birimin toplamındaki payı", "Bütçe",
         "Bütçe dışı"],
        ["3. Faaliyet 3", "2. hedef", "160 TL", "%76,2", "100 TL", "60 TL"],
        ["2. Faaliyet 2", "1. hedef", "50 TL", "%23,8", "50 TL", "0 TL"],
    ]  # fmt: skip
    assert flags(figure) == [
        ("label", False, True, True),
        ("goal", False, False, False),
        ("amount_kurus", True, False, False),
        ("share", True, False, False),
        ("budget_kurus", True, False, False),
        ("off_budget_kurus", True, False, False),
    ]
    assert figure.table["activity"].tolist() == [3, 2]
    assert [(row["key"], row["name"], row["end"], row["text"]) for row in marks(figure.spec)] == [
        ("3", "3. Faaliyet 3", 160, "160 TL · %76,2"),
        ("2", "2. Faaliyet 2", 50, "50 TL · %23,8"),
    ]
    assert {row["group"] for row in marks(figure.spec)} == {"budget"}
    assert not is_clickable(figure)
    html = html_table(figure.table, figure.columns, figure.title)
    assert '<a href="/butce?faaliyet=3" target="_self">3. Faaliyet 3</a>' in html
    assert '<a href="/hedef?hedef=2" target="_self">2. hedef</a>' in html
    assert pickle.loads(pickle.dumps(figure)).sentence == figure.sentence


def test_an_activity_of_nothing_is_listed_and_not_drawn() -> None:
    figure = activities_of("zabita")
    assert drawn(figure.spec) == {"4": 140}
    assert cells(figure)[1:] == [
        ["4. Faaliyet 4", "3. hedef", "140 TL", "%100", "140 TL", "belirtilmemiş"],
        ["5. Faaliyet 5", "3. hedef", "0 TL", "%0", "belirtilmemiş", "0 TL"],
    ]


def test_unstated_activities_stand_last_and_equal_ones_in_order() -> None:
    activities = ACTIVITIES.assign(spending_unit="fen")
    lines = small.lines(
        [
            (1, 1, 1, "fen", "budget", "03", None),
            (1, 1, 2, "fen", "budget", "03", 20),
            (2, 2, 3, "fen", "budget", "03", 0),
            (2, 3, 4, "fen", "budget", "03", 20),
            (2, 3, 5, "fen", "off_budget", "foreign", 30),
        ]
    )
    own = next(unit for unit in read(UNITS, activities, lines) if unit.slug == "fen")
    figure = activities_figure(own, activities, lines, LIGHT, activity_link, goal_link)
    assert figure.table["activity"].tolist() == [5, 2, 4, 3, 1]
    assert figure.table["amount_kurus"].isna().tolist() == [False] * 4 + [True]
    assert list(drawn(figure.spec)) == ["5", "2", "4"]


def test_a_unit_without_activities_has_an_empty_table() -> None:
    figure = activities_of("ilce")
    assert figure.spec is None
    assert list(figure.table.columns) == [
        "activity", "label", "goal", "amount_kurus", "share", "budget_kurus", "off_budget_kurus",
        "address", "goal_address",
    ]  # fmt: skip
    assert figure.table.empty
    assert figure.subtitle == "2025 yılı planı, bütçe ve bütçe dışı birlikte."
    assert figure.sentence == (
        "2025 programında Çevre Müdürlüğü biriminin faaliyetlerine ayrılmış bir para yok."
    )


def test_an_activity_without_a_name_in_the_sentence_costs_nothing() -> None:
    lines = small.lines([(2, 3, 4, "zabita", "budget", "03", 0)])
    figure = activities_of("zabita", lines)
    assert figure.spec is None
    assert figure.sentence == (
        "2025 programında Zabıta Daire Başkanlığı biriminin faaliyetlerine ayrılmış bir para yok."
    )


def test_lines_add_up_by_code_and_source() -> None:
    figure = lines_figure(unit("fen"), small.LINES, LIGHT)
    assert figure.title == "Fen İşleri Daire Başkanlığı: para neye gidiyor, nereden geliyor"
    assert figure.subtitle == (
        "2025 yılı planı, bütçe ve bütçe dışı birlikte. Paylar 210 TL içindir."
    )
    assert figure.sentence == (
        "2025 programında Fen İşleri Daire Başkanlığı biriminin 210 TL tutarındaki parasının en "
        "büyük kalemi 100 TL (%47,6) ile “06 Kod 06”."
    )
    assert figure.source == SOURCE
    assert figure.own == ("Fen İşleri Daire Başkanlığı",)
    assert cells(figure) == [
        ["Ekonomik kod ya da kaynak", "Para", "Tutar", "Birimin toplamındaki payı",
         "Para ayrılan faaliyet sayısı"],
        ["03 Kod 03", "Bütçe", "50 TL", "%23,8", "1"],
        ["06 Kod 06", "Bütçe", "100 TL", "%47,6", "1"],
        ["Bütçe dışı: diğer yurt içi kaynak", "Bütçe dışı", "60 TL", "%28,6", "1"],
    ]  # fmt: skip
    assert flags(figure) == [
        ("label", False, True, False),
        ("kind", False, False, False),
        ("amount_kurus", True, False, False),
        ("share", True, False, False),
        ("activities", True, False, False),
    ]
    assert [(row["key"], row["group"], row["end"], row["text"]) for row in marks(figure.spec)] == [
        ("budget.06", "budget", 100, "100 TL · %47,6"),
        ("off_budget.other_domestic", "off_budget", 60, "60 TL · %28,6"),
        ("budget.03", "budget", 50, "50 TL · %23,8"),
    ]
    assert not is_clickable(figure)
    assert pickle.loads(pickle.dumps(figure)).sentence == figure.sentence


def test_codes_stand_before_sources_and_sources_as_the_document_has_them() -> None:
    lines = small.lines(
        [
            (1, 1, 2, "fen", "off_budget", "foreign", 5),
            (1, 1, 2, "fen", "off_budget", "other_domestic", 5),
            (1, 1, 2, "fen", "off_budget", "revolving_fund", None),
            (1, 1, 2, "fen", "budget", "06", 5),
            (1, 1, 3, "fen", "budget", "06", 2),
            (1, 1, 4, "fen", "budget", "06", 0),
            (1, 1, 5, "fen", "budget", "06", None),
            (1, 1, 2, "fen", "budget", "03", 0),
            (1, 1, 2, "imar", "budget", "01", 900),
        ]
    )
    own = next(unit for unit in read(UNITS, ACTIVITIES, lines) if unit.slug == "fen")
    figure = lines_figure(own, lines, LIGHT)
    assert cells(figure)[1:] == [
        ["03 Kod 03", "Bütçe", "0 TL", "%0", "0"],
        ["06 Kod 06", "Bütçe", "7 TL", "%41,2", "2"],
        ["Bütçe dışı: döner sermaye", "Bütçe dışı", "belirtilmemiş", "belirtilmemiş", "0"],
        ["Bütçe dışı: diğer yurt içi kaynak", "Bütçe dışı", "5 TL", "%29,4", "1"],
        ["Bütçe dışı: yurt dışı kaynak", "Bütçe dışı", "5 TL", "%29,4", "1"],
    ]
    assert figure.table["line"].tolist() == [
        "03", "06", "revolving_fund", "other_domestic", "foreign",
    ]  # fmt: skip
    assert figure.table["fund"].tolist() == ["budget"] * 2 + ["off_budget"] * 3
    # of the same money, the order of the table
    assert list(drawn(figure.spec)) == [
        "budget.06", "off_budget.other_domestic", "off_budget.foreign",
    ]  # fmt: skip


def test_a_unit_without_lines_has_an_empty_table() -> None:
    figure = lines_figure(unit("ilce"), small.LINES, LIGHT)
    assert figure.spec is None
    assert list(figure.table.columns) == [
        "line", "fund", "label", "kind", "amount_kurus", "share", "activities",
    ]  # fmt: skip
    assert figure.table.empty
    assert figure.sentence == (
        "2025 programında Çevre Müdürlüğü biriminin tutarı olan bir ekonomik kodu ya da "
        "kaynağı yok."
    )


def test_the_documents_words_are_marked_in_english() -> None:
    with using("en"):
        figure = units_figure(ALL, LIGHT, link)
        table = html_table(figure.table, figure.columns, figure.title)
        statutory = lines_figure(unit("fen"), small.LINES, LIGHT)
    assert '<span lang="tr">Zabıta Daire Başkanlığı</span>' in table
    assert statutory.table["label"].tolist()[0] == "03 Purchase of goods and services"


@pytest.mark.parametrize("is_dark", [False, True])
def test_figures_bear_the_colours_of_their_scheme(is_dark: bool) -> None:
    background = Background("Örnek", 2025, None, is_dark=is_dark)
    tones = palette(is_dark)
    spec = lines_figure(unit("fen"), small.LINES, background).spec
    assert spec is not None
    scale = spec["layer"][0]["encoding"]["color"]["scale"]
    assert scale == {"domain": ["budget", "off_budget"], "range": [tones.money, tones.quiet]}
