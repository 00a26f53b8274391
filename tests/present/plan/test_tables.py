"""The exact tables of a goal: cost tables line by line, table 2.4, table 2.6."""

from __future__ import annotations

import re

import pandas as pd

from present.plan.model import Whole, read
from present.plan.tables import Links, goals_html, lines_html, printed_html, responsible_html
from tests.present.plan.test_model import FRAMES, LINES

LINKS = Links(lambda number: f"/butce?faaliyet={number}", lambda unit: f"/birimler?birim={unit}")


def cells(html: str) -> list[list[str]]:
    """The words of each row, headings first."""
    rows = re.findall(r"<tr(?: [^>]*)?>(.*?)</tr>", html)
    return [[re.sub(r"<[^>]*>", "", cell) for cell in re.split(r"</t[hd]>", row)[:-1]]
            for row in rows]  # fmt: skip


def test_lines_tell_activity_unit_code_or_source_amount_and_place() -> None:
    html = lines_html(1, LINES, LINKS)
    assert "<caption>Faaliyetlerin ekonomik koda ve kaynağa göre maliyeti</caption>" in html
    assert cells(html) == [
        ["Faaliyet", "Harcama birimi", "Ekonomik kod ya da kaynak", "Tutar", "Belgede satır"],
        ["1. Arıtma", "Su D.", "06 Sermaye", "100 TL", "11"],
        ["1. Arıtma", "Su D.", "Bütçe dışı: yurt dışı kaynak", "50 TL", "12"],
        ["2. Bahçe", "Park D.", "03 Mal", "25 TL", "13"],
    ]
    assert html.count('href="/butce?faaliyet=1"') == 2
    assert '<a href="/birimler?birim=park" target="_self">Park D.</a>' in html
    assert cells(lines_html(2, LINES, LINKS))[1:] == [
        ["3. Onarım", "Su D.", "06 Sermaye", "belirtilmemiş", "14"],
    ]


def test_a_goal_without_lines_has_a_table_that_says_so() -> None:
    assert len(cells(lines_html(9, LINES, LINKS))) == 2


PERFORMANCE = pd.DataFrame(
    {
        "level": ["goal", "activity", "activity", "goal", "aim"],
        "number": [1, 1, 2, 2, 1],
        "goal": pd.array([None, 1, 2, None, None], dtype="Int64"),
        "label": ["PH 1", "Faaliyet <1>", "Faaliyet 2", "PH 2", "A1"],
        "budget_kurus": pd.array([10_00, 20_00, 1, 1, 1], dtype="Int64"),
        "budget_share": [12.5, None, 1.0, 1.0, 1.0],
        "off_budget_kurus": pd.array([None, 0, 1, 1, 1], dtype="Int64"),
        "off_budget_share": [None, 0.0, 1.0, 1.0, 1.0],
        "total_kurus": pd.array([10_00, 20_00, 1, 1, 1], dtype="Int64"),
        "total_share": [100.0, 3.0, 1.0, 1.0, 1.0],
        "source_line": [31, 32, 33, 34, 35],
    }
)


def test_table_2_4_stands_as_printed() -> None:
    html = printed_html(1, PERFORMANCE)
    assert "<caption>Tablo 2.4: hedef ve faaliyetleri, basıldığı gibi</caption>" in html
    assert cells(html)[1:] == [
        ["PH 1", "hedef", "10 TL", "%12,5", "belirtilmemiş", "belirtilmemiş", "10 TL", "%100",
         "31"],
        ["Faaliyet &lt;1&gt;", "faaliyet", "20 TL", "belirtilmemiş", "0 TL", "%0", "20 TL", "%3",
         "32"],
    ]  # fmt: skip
    assert cells(html)[0][:2] == ["Belgede yazan ad", "Düzey"]


RESPONSIBILITIES = pd.DataFrame(
    {
        "goal": [1, 1, 2],
        "activity_name": ["Arıtma", "Bahçe", "Onarım"],
        "unit_printed": ["Su Dairesi", None, "Yol"],
        "unit_name": ["Su D.", "Su D.", "Yol D."],
        "spending_unit": ["su", "su", "yol"],
        "source_line": [51, 52, 53],
    }
)


def test_table_2_6_says_whose_a_line_without_a_unit_is() -> None:
    html = responsible_html(1, RESPONSIBILITIES, LINKS)
    assert cells(html) == [
        ["Faaliyet", "Belgede yazan birim", "Harcama birimi", "Belgede satır"],
        ["Arıtma", "Su Dairesi", "Su D.", "51"],
        ["Bahçe", "üstteki satırın birimi", "Su D.", "52"],
    ]
    assert 'href="/birimler?birim=su"' in html
    assert "Tablo 2.6: faaliyetlerden sorumlu birimler, yazıldığı gibi" in html


def test_each_line_of_a_goals_cost_tables_is_told() -> None:
    html = lines_html(1, LINES, LINKS)
    assert len(cells(html)) == 4, "a head and three lines"
    for part in ("100 TL", "50 TL", "25 TL", "06", "/birimler?birim=park", "/butce?faaliyet=2"):
        assert part in html
    assert "belirtilmemiş" in lines_html(2, LINES, LINKS)


def test_tables_that_do_not_name_the_goal_are_left_out() -> None:
    performance = pd.DataFrame({"level": ["goal"], "number": [9], "goal": [None]})
    assert printed_html(1, performance) == ""
    responsibilities = pd.DataFrame({"goal": [9]})
    assert responsible_html(1, responsibilities, LINKS) == ""


def test_an_aims_goals_stand_with_money_share_and_counts() -> None:
    aims = read(FRAMES)
    html = goals_html(aims[0], Whole(350_00, None), lambda number: f"/hedef?hedef={number}")
    head, row = cells(html)
    assert head == [
        "Performans hedefi", "Ayrılan para", "Programdaki payı", "Faaliyet", "Gösterge",
    ]  # fmt: skip
    assert row[1:] == ["175 TL", "%50,0", "2", "2"]
    assert row[0].startswith("1. Arıtma")
    assert 'href="/hedef?hedef=1"' in html
    assert "<caption>1. Su: performans hedefleri ve paraları</caption>" in html
    # What is not stated is no zero.
    assert cells(goals_html(aims[1], Whole(350_00, None), str))[1][1:3] == ["belirtilmemiş"] * 2
