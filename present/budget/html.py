"""The pieces of Bütçe in HTML: the head of a part, an activity's facts, notes, printed tables.

The templates are ``html.jinja``, the style ``assets/css/budget.css``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from present.budget.breakdown import break_down
from present.budget.choices import BudgetChoices
from present.budget.entries import names, notes
from present.budget.facts import activity_facts, activity_money, money_facts, other_units
from present.budget.model import Fund, Scope, View
from present.budget.printed import printed_html
from present.budget.words import scope_words
from present.kit.keep import keep
from present.kit.markup import Pieces
from present.kit.setting import Setting
from present.kit.text import t

_PIECES = Pieces("budget/html.jinja")


def current_html(name: str, *, is_own: bool) -> Markup:
    """The last step of the way back up, where the visitor is; ``is_own``: the document's words."""
    return _PIECES("current", name=name, is_own=is_own)


@keep(256)
def scope_html(setting: Setting, choices: BudgetChoices) -> Markup:
    """What the (completed) choices' part is, in its own words, and what it costs; nothing for the
    whole programme."""
    scope, lines = choices.scope, setting.lines
    if scope.is_whole:
        return Markup("")
    named = names(setting)
    title, statement = scope_words(scope, lines, setting.frame("aims"), named)
    breakdown = break_down(
        lines, setting.frame("resource_needs"), View.AIM, scope, Fund(choices.fund)
    )
    return _PIECES(
        "scope",
        title=title,
        statement=statement,
        money=money_facts(breakdown, setting.background.people),
        own=[named[scope.unit]] if scope.unit in named else [],
    )


@keep(256)
def activity_html(setting: Setting, choices: BudgetChoices) -> Markup:
    """The choices' activity: its name, what it costs, where it belongs, who answers, its note, its
    place in the document. Raises ``IndexError`` for one that the programme lacks."""
    number = choices.scope.activity
    activities = setting.frame("activities")
    activity: dict[str, Any] = dict(activities[activities["activity"] == number].iloc[0])
    breakdown = break_down(
        setting.lines,
        setting.frame("resource_needs"),
        View.ACTIVITY,
        Scope(activity=number),
        Fund(choices.fund),
    )
    others = other_units(activity)
    named = _unit_names(setting) if others else {}
    own = ("goal_statement", "unit_name", "note", "legal_basis")
    return _PIECES(
        "activity",
        number=number,
        name=str(activity["name"]),
        short=str(activity["activity_short"]),
        money=activity_money(breakdown, setting.background.people),
        words=activity_facts(activity, named),
        own=[
            *(str(activity[column] or "") for column in own),
            *(named[key] for key in others),
        ],
    )


def _unit_names(setting: Setting) -> dict[str, str]:
    units = setting.frame("spending_units")
    return dict(zip(units["spending_unit"], units["name"], strict=True))


def zero_html(year: int) -> Markup:
    """An activity for which nothing is planned, said plainly instead of an empty chart."""
    return _PIECES("zero", year=year)


def notes_html(setting: Setting, choices: BudgetChoices) -> Markup:
    """What a reader must know to read the figure rightly; nothing where nothing applies."""
    return sentences_html(notes(setting, choices))


def sentences_html(sentences: Sequence[str]) -> Markup:
    """Sentences to read with a figure; nothing for none."""
    return _PIECES("notes", sentences=sentences) if sentences else Markup("")


@keep(16)
def tables_html(setting: Setting) -> Markup:
    """The document's own tables of totals; nothing for a programme without them."""
    return printed_html(
        setting.frame("resource_needs"),
        setting.frame("printed_performance"),
        setting.source(t("budget.printed.sections")),
    )
