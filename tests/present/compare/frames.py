"""What comparisons are tried on: the small budget's aims, goals and units, a few indicators."""

from __future__ import annotations

import pandas as pd

from present.compare.model import Frames, Kind, Side
from present.compare.words import options
from present.indicators.ambition import assess, summarise
from present.indicators.model import Figure as Stated
from present.indicators.model import Indicator
from present.kit.setting import Background
from tests.present.budget import frames as small

LIGHT = Background("Örnek Belediyesi", 2025, 1000, is_dark=False)


def indicator(goal: int, number: int, estimate: str, target: str) -> Indicator:
    """An indicator whose actual was 1, of which more is better."""
    assessment = assess("1", estimate, target, "more", is_cumulative=False)
    blank = Stated(None, None, "")
    return Indicator(
        goal, number, "Gösterge", "Gösterge", "", "", False, True, "", "", "", "", 1, "", "",
        (), blank, blank, blank, "2.3", 1, assessment,
    )  # fmt: skip


#: Spending units in alphabetical order; ``ilce`` has no activity.
UNITS = pd.DataFrame(
    [
        ("fen", "Fen İşleri Daire Başkanlığı", "Fen İşleri"),
        ("imar", "İmar Daire Başkanlığı", "İmar"),
        ("ilce", "İlçe Müdürlüğü", "İlçe"),
        ("zabita", "Zabıta Daire Başkanlığı", "Zabıta"),
    ],
    columns=["spending_unit", "name", "short_name"],
)
#: The activities of ``small.LINES``.
ACTIVITIES = pd.DataFrame(
    [
        (1, 1, 1, "imar"),
        (2, 1, 1, "fen"),
        (3, 2, 2, "fen"),
        (4, 3, 2, "zabita"),
        (5, 3, 2, "zabita"),
    ],
    columns=["activity", "goal", "aim", "spending_unit"],
)
FRAMES = Frames(
    aims=pd.DataFrame(
        {"aim": [1, 2], "short_name": ["İmar", "Ulaşım"], "statement": ["Birinci", "İkinci"]}
    ),
    goals=pd.DataFrame(
        {
            "goal": [1, 2, 3],
            "aim": [1, 2, 2],
            "statement": ["Yapmak", "Etmek", "Görmek"],
            "goal_short": ["Yapmak", "Etmek", "Görmek"],
        }
    ),
    units=UNITS,
    activities=ACTIVITIES,
    lines=small.LINES,
    indicators=(
        indicator(1, 1, "2", "3"),  # as large a step as the year before: on trend
        indicator(2, 1, "2", "9"),  # a larger one
        indicator(3, 1, "2", "2"),  # none: reached already
        indicator(3, 2, "2", "1"),  # back
    ),
)
OPTIONS = options(FRAMES)


def side_of(
    label: str,
    budget: int | None,
    off_budget: int | None = None,
    codes: dict[tuple[str, str], int | None] | None = None,
    *,
    kind: Kind = Kind.AIM,
    indicators: int = 0,
    words: str = "",
) -> Side:
    """A side with this money (kuruş) and as many indicators, all on trend."""
    return Side(
        kind=kind,
        key="7",
        label=label,
        words=words,
        budget_kurus=budget,
        off_budget_kurus=off_budget,
        activities=3,
        goals=4,
        units=5,
        codes=codes or {},
        ambition=summarise(
            indicator(1, number, "2", "3").assessment for number in range(indicators)
        ),
    )
