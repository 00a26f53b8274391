"""The document's tables of totals are shown as they are printed."""

from __future__ import annotations

import pandas as pd

from present.budget.printed import printed_html
from present.kit.text import ENGLISH, using

NEEDS = pd.DataFrame(
    {
        "line": ["01", "total"],
        "label": ["Personel", "Toplam"],
        "activities_kurus": pd.Series([100_00, 100_00], dtype="Int64"),
        "general_administration_kurus": pd.Series([0, None], dtype="Int64"),
        "transfers_kurus": pd.Series([0, 0], dtype="Int64"),
        "total_kurus": pd.Series([100_00, 100_00], dtype="Int64"),
        "correction": [None, "Hücreler kaymış."],
        "source_line": [7, 8],
    }
)
PERFORMANCE = pd.DataFrame(
    {
        "level": ["goal", "total"],
        "label": ["Bir hedef", "Genel toplam"],
        "budget_kurus": pd.Series([1_00, 2_00], dtype="Int64"),
        "budget_share": [50.0, 12.34],
        "off_budget_kurus": pd.Series([0, 0], dtype="Int64"),
        "off_budget_share": [0.0, 0.0],
        "total_kurus": pd.Series([1_00, 2_00], dtype="Int64"),
        "total_share": [50.0, 100.0],
        "source_line": [9, 10],
    }
)


def test_both_tables_stand_there_with_notes_and_places() -> None:
    html = printed_html(NEEDS, PERFORMANCE, "Belge")
    assert html.count("<table>") == 2
    assert "Hücreler kaymış." in html
    assert "%12,34" in html
    assert "belirtilmemiş" in html, "the cell that is blank"
    assert "Kaynak: Belge" in html


def test_lines_of_goals_stay_with_their_goals() -> None:
    assert "Bir hedef" not in printed_html(NEEDS, PERFORMANCE, "Belge")


def test_without_notes_there_is_no_column_for_them() -> None:
    assert "Okuma notu" not in printed_html(NEEDS.head(1), PERFORMANCE, "Belge")


def test_a_programme_without_the_tables_shows_nothing() -> None:
    assert printed_html(NEEDS.head(0), PERFORMANCE.head(0), "Belge") == ""


def test_the_documents_words_are_marked_in_english() -> None:
    with using(ENGLISH):
        html = printed_html(NEEDS, PERFORMANCE, "Document")
    assert '<span lang="tr">Personel</span>' in html
    assert "General administration" in html
