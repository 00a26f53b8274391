"""One activity's figure: its lines, where they stand, and what its sentence says of them."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
import pytest

from present.budget.activity import activity_figure
from present.budget.model import Fund, Measure, Scope, select
from present.budget.words import Showing
from present.kit.figure import Figure
from present.kit.setting import Background
from present.kit.tables import html_table
from present.kit.text import ENGLISH, using
from tests.present.budget import frames as small

LIGHT = Background("Örnek Belediyesi", 2025, 1000, is_dark=False)
OFF_BUDGET = "off_budget"


def figure(lines: pd.DataFrame, showing: Showing = Showing(), fund: Fund = Fund.BOTH) -> Figure:  # noqa: B008
    return activity_figure(lines, LIGHT, showing, fund, {})


def of_lines(*entries: tuple[str, str, int | None]) -> pd.DataFrame:
    """The lines of activity 7 from fund, line and lira."""
    return small.lines([(1, 1, 7, "fen", fund, line, lira) for fund, line, lira in entries])


def bars_of(spec: dict[str, Any] | None) -> list[dict[str, Any]]:
    assert spec is not None
    return [row for rows in spec["datasets"].values() for row in rows if "end" in row]


#: The document's order of sources is another one than this.
LINES = of_lines(
    ("budget", "03", 30),
    (OFF_BUDGET, "foreign", 20),
    ("budget", "06", 150),
    (OFF_BUDGET, "revolving_fund", 0),
    (OFF_BUDGET, "other_domestic", None),
)


def test_codes_come_first_and_then_the_sources_in_the_documents_order() -> None:
    table = figure(LINES).table
    assert list(table[["label", "key", "fund"]].itertuples(index=False, name=None)) == [
        ("03 Kod 03", "03", "budget"),
        ("06 Kod 06", "06", "budget"),
        ("Bütçe dışı: döner sermaye", "revolving_fund", OFF_BUDGET),
        ("Bütçe dışı: diğer yurt içi kaynak", "other_domestic", OFF_BUDGET),
        ("Bütçe dışı: yurt dışı kaynak", "foreign", OFF_BUDGET),
    ]
    assert table["amount_kurus"].tolist() == [30_00, 150_00, 0, pd.NA, 20_00]
    assert table["share"].tolist()[:3] == [0.15, 0.75, 0]
    assert table["share"].isna().tolist() == [False, False, False, True, False]
    assert table["place"].tolist() == [f"2.3.1, satır {line}" for line in (100, 102, 103, 104, 101)]


def test_what_costs_something_is_drawn_by_size() -> None:
    made = figure(LINES)
    bars = bars_of(made.spec)
    assert [(bar["name"], bar["group"], bar["start"], bar["end"]) for bar in bars] == [
        ("06 Kod 06", "money", 0, 150),
        ("03 Kod 03", "money", 0, 30),
        ("Bütçe dışı: yurt dışı kaynak", OFF_BUDGET, 0, 20),
    ]
    assert bars[0]["text"] == "150 TL · %75,0"
    assert bars[0]["detail"] == "06 Kod 06: 150 TL, %75,0, kişi başına 0,15 TL"
    assert len({bar["key"] for bar in bars}) == 3
    share_first = bars_of(figure(LINES, Showing(Measure.SHARE)).spec)
    assert share_first[0]["text"] == "%75,0 · 150 TL"


def test_the_words_around_it() -> None:
    made = figure(LINES)
    assert made.title == "7. faaliyet: ekonomik kodlar ve kaynaklar"
    assert made.subtitle == (
        "2025 yılı planı, bütçe ve bütçe dışı toplamı, TL ve pay. Paylar 200 TL içindir."
    )
    assert made.source.endswith("bölüm 2.3.1, satır 100")
    assert made.source.startswith("Örnek Belediyesi, 2025")
    labels = [column.label for column in made.columns]
    assert labels == ["Ad", "Toplam", "Pay", "Kişi başına", "Belgedeki yeri"]
    nobody = activity_figure(LINES, Background("", 2025, None, False), Showing(), Fund.BOTH, {})
    assert [column.label for column in nobody.columns] == [
        "Ad", "Toplam", "Pay", "Belgedeki yeri",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (LINES, "2025 programında, 7. faaliyet altında, 200 TL içinde “06 Kod 06” satırının payı "
                "150 TL (%75,0)."),
        # Of equals the document's first; what costs nothing is no line to speak of.
        (of_lines(("budget", "01", 5), ("budget", "03", 5)),
         "2025 programında, 7. faaliyet altında, 10 TL içinde “01 Kod 01” satırının payı 5 TL "
         "(%50,0)."),
        (of_lines(("budget", "01", 0), ("budget", "03", 5)),
         "2025 programında, 7. faaliyet altında, 5 TL'nin tamamı “03 Kod 03” satırında."),
        (of_lines(("budget", "01", 0)),
         "2025 programında, 7. faaliyet altında, öngörülen tutar 0 TL."),
        (of_lines(("budget", "01", None)),
         "2025 programında, 7. faaliyet altında, bu seçim için belgede bir tutar yok."),
    ],
)  # fmt: skip
def test_the_sentence_names_the_largest_line(lines: pd.DataFrame, sentence: str) -> None:
    assert figure(lines).sentence == sentence


def test_an_activity_is_told_with_its_name() -> None:
    names = {"activity 7": "Yol yapmak. "}
    made = activity_figure(LINES, LIGHT, Showing(), Fund.BOTH, names)
    assert made.title == "7. faaliyet: ekonomik kodlar ve kaynaklar"
    assert made.subtitle == (
        "7. faaliyet (“Yol yapmak”). 2025 yılı planı, bütçe ve bütçe dışı toplamı, TL ve pay. "
        "Paylar 200 TL içindir."
    )
    assert made.sentence == (
        "2025 programında, 7. faaliyet (“Yol yapmak”) altında, 200 TL içinde “06 Kod 06” satırının "
        "payı 150 TL (%75,0)."
    )
    assert made.own == ("Faaliyet 7",)


def test_the_sentence_is_by_resident_where_amounts_are() -> None:
    # 200 and 150 lira for 1,000 residents; 150 is three quarters of all.
    assert figure(LINES, Showing(Measure.PER_HEAD)).sentence == (
        "2025 programında, 7. faaliyet altında, kişi başına 0,20 TL düşüyor; bunun 0,15 TL'si "
        "(%75,0) “06 Kod 06” satırında."
    )
    small_amount = of_lines(("budget", "03", 4))
    assert figure(small_amount, Showing(Measure.PER_HEAD)).sentence == (
        "2025 programında, 7. faaliyet altında, kişi başına 1 kuruştan az düşüyor; tamamı "
        "“03 Kod 03” satırında."
    )
    with using(ENGLISH):
        assert figure(LINES, Showing(Measure.PER_HEAD)).sentence == (
            "In the 2025 programme, under Activity 7, 0.20 TL fall to each resident, of which the "
            "row “06 Capital expenditure” makes up 0.15 TL (75.0%)."
        )


def test_an_activity_without_money_says_zero() -> None:
    made = figure(select(small.LINES, Scope(activity=5)))
    assert made.spec is None
    assert "%0" in html_table(made.table, made.columns, "x")
    assert made.subtitle == "2025 yılı planı, bütçe ve bütçe dışı toplamı."


def test_no_lines_of_a_fund_draw_nothing() -> None:
    made = figure(of_lines(), fund=Fund.OFF_BUDGET)
    assert made.spec is None
    assert made.table.empty
    assert made.source.endswith("bölüm 2.3 maliyet tabloları")
    assert made.subtitle == "2025 yılı planı, yalnız bütçe dışı."


def test_a_line_keeps_the_documents_words() -> None:
    own = figure(of_lines(("budget", "33", 1))).columns[0].is_verbatim
    assert callable(own)
    assert own({"fund": "budget", "key": "33"})
    assert not own({"fund": "budget", "key": "03"}), "the statute's, of which we have a translation"
    assert not own({"fund": OFF_BUDGET, "key": "33"})


def test_an_activity_of_2025_shows_its_lines_and_where_they_stand() -> None:
    made = figure(select(small.committed_lines(), Scope(activity=25)))
    assert dict(zip(made.table["label"], made.table["amount_kurus"] // 100, strict=True)) == {
        "06 Sermaye Giderleri": 30_000_000,
        "Bütçe dışı: döner sermaye": 0,
        "Bütçe dışı: diğer yurt içi kaynak": 540_000_000,
        "Bütçe dışı: yurt dışı kaynak": 0,
    }
    assert all(re.fullmatch(r"2\.3\.\d, satır \d+", place) for place in made.table["place"])
    assert len(bars_of(made.spec)) == 2
    assert "540.000.000 TL" in made.sentence
