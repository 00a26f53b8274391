"""That the total that a figure tells as the whole is ours: the document prints none."""

from __future__ import annotations

from typing import Any

from present.budget.choices import BudgetChoices, completed
from present.budget.model import View
from present.kit import writing
from present.kit.figure import Note
from present.kit.setting import Setting
from present.kit.text import t
from present.site import pages

#: Figures of the whole programme's money.
_WHOLE = frozenset({"konular", "genel-bakis", "yuz-lira", "amac-kod", "akis"})


def notes(setting: Setting, name: str, choices: Any) -> tuple[Note, ...]:
    """That the total was added up from the activities, with the way to them; none for a figure that
    does not tell the whole, and none where the document prints its total."""
    tells_whole = name in _WHOLE or (
        name == "butce" and completed(choices, setting.lines).scope.is_whole
    )
    if not tells_whole or setting.lines.empty or not setting.are_totals_added:
        return ()
    amount = writing.money(setting.totals.total_kurus)
    activities = setting.link(pages.BUDGET.path, BudgetChoices(view=View.ACTIVITY.value))
    return (Note(t("budget.note_total_added", amount=amount), activities, is_fixed=True),)
