"""What a part costs in other years: each amount keeps its year and kind, and sums are exact."""

from __future__ import annotations

import pandas as pd

from kbb_data.schema import PROGRAMME_BUDGET
from present.budget.model import Scope
from present.budget.years import YearAmount, amounts, sentence, years_html
from present.kit.text import ENGLISH, TURKISH, using
from tests.present.budget import frames as small
from tests.support.settings import setting

LINES = small.lines(
    [
        (1, 1, 1, "imar", "budget", "unstated", 85),
        (1, 1, 1, "imar", "off_budget", "unstated", 15),
        (1, 1, 2, "fen", "budget", "unstated", 50),
        (2, 2, 3, "fen", "budget", "unstated", 7),
    ]
)


def others(rows: list[tuple[int, int, str, str, int | None]]) -> pd.DataFrame:
    """Amounts from (activity, year, kind, fund, lira)."""
    frame = pd.DataFrame(rows, columns=["activity", "year", "kind", "fund", "amount_kurus"])
    lira = [None if amount is None else amount * 100 for amount in frame["amount_kurus"]]
    return frame.assign(amount_kurus=pd.array(lira, dtype="Int64"))


AMOUNTS = others(
    [
        (1, 2026, "budget", "budget", 60),
        (1, 2026, "budget", "off_budget", 0),
        (1, 2026, "budget", "total", 60),
        (1, 2026, "half_year_actual", "budget", 12),
        (1, 2026, "half_year_actual", "off_budget", 1),
        (1, 2028, "forecast", "budget", 90),
        (2, 2026, "budget", "budget", 40),
        (2, 2026, "budget", "off_budget", None),
        (2, 2026, "budget", "total", 41),
        (2, 2028, "forecast", "budget", None),
        (3, 2028, "forecast", "budget", 1000),
    ]
)
GOAL = LINES[LINES["goal"] == 1]


CODED = pd.DataFrame(
    [
        (1, 1, 2027, "budget", "03.2", "Alımlar", "Bütçe İçi", 85_00),
        (1, 1, 2026, "actual", "03.2", "Alımlar", "Bütçe İçi", 30_00),
        (1, 2, 2027, "budget", "06.5", None, None, 15_00),
    ],
    columns=[
        "activity", "position", "year", "kind", "code_printed", "name", "financing", "amount_kurus",
    ],
)  # fmt: skip


def test_an_activity_shows_its_codes_as_printed() -> None:
    frames = {"budget_lines": LINES, "activity_amounts": AMOUNTS, "activity_cost_lines": CODED}
    html = years_html(setting(frames), Scope(activity=1))
    table = html.partition("Ekonomik kod ve finansman türüyle")[2]
    assert table.index("2026 · Gerçekleşen") < table.index("2027 · Bütçe")
    assert "03.2 Alımlar" in table
    assert "30 TL" in table
    # A line without an amount of that year and kind, and one without financing.
    assert table.count("belirtilmemiş") == 2
    assert "Ekonomik kod ve finansman" not in years_html(setting(frames), Scope(goal=1))


def test_amounts_of_one_year_and_kind_are_added_and_of_no_other() -> None:
    assert amounts(GOAL, AMOUNTS, 2027) == (
        # The printed total of the second activity counts, whatever its funds add up to.
        YearAmount(2026, "budget", 100_00, 0, 101_00, 0),
        YearAmount(2026, "half_year_actual", 12_00, 1_00, 13_00, 1),
        YearAmount(2027, "budget", 135_00, 15_00, 150_00, 0),
        YearAmount(2028, "forecast", 90_00, None, 90_00, 1),
    )


def test_a_part_of_which_nothing_is_printed_has_no_years() -> None:
    assert amounts(GOAL, AMOUNTS.iloc[:0], 2027) == ()
    assert amounts(LINES.iloc[:0], AMOUNTS, 2027) == ()
    own = {"budget_lines": LINES, "activity_amounts": AMOUNTS.iloc[:0]}
    assert years_html(setting(own), Scope()) == ""


def test_each_amount_is_told_with_its_year_and_kind() -> None:
    rows = amounts(GOAL, AMOUNTS, 2027)
    assert sentence(rows) == (
        "Belgede yazan tutarlar: 2026 bütçesi 101 TL; 2026 haziran sonu harcaması 13 TL; "
        "2027 bütçesi 150 TL; 2028 için tahmin 90 TL."
    )
    with using(ENGLISH):
        assert sentence(rows[-1:]) == "Amounts in the document: forecast for 2028 90 TL."


def test_the_table_says_what_is_missing_and_that_sums_are_ours() -> None:
    visited = setting(
        {
            "budget_lines": LINES,
            "activity_amounts": AMOUNTS,
            "activity_cost_lines": CODED[CODED["activity"] == 2],
        }
    )
    with using(TURKISH, PROGRAMME_BUDGET):
        goal, activity = (
            years_html(visited, Scope(goal=1)),
            years_html(visited, Scope(activity=1), 3),
        )
    assert "2028 · İzleyen yıl tahmini" in goal
    assert "1 faaliyetin bazı yıllardaki tutarı bu belgede yok." in goal
    assert "Toplamlar faaliyetlerden toplandı." in goal
    assert "<h2>" in goal
    assert "Toplamlar faaliyetlerden toplandı." not in activity
    assert "bu belgede yok" not in activity
    assert "<h3>" in activity
