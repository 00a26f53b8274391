"""The pieces of Bütçe that tell how the budget was carried out, in HTML.

The templates are ``html.jinja``, the style ``assets/css/execution.css``.
"""

from __future__ import annotations

from markupsafe import Markup

from present.execution import entries
from present.execution.choices import CLASSIFICATIONS, Division, SpendingChoices
from present.execution.figures import PLANNED
from present.execution.model import INITIAL, NET, SPENT, Classification
from present.execution.words import (
    column_name,
    documents_names,
    head_sentence,
    kind_of,
    rate_text,
)
from present.kit import writing
from present.kit.keep import keep
from present.kit.markup import Pieces
from present.kit.setting import Setting
from present.kit.text import t

_PIECES = Pieces("execution/html.jinja")

#: Where the section begins on its page.
ANCHOR = "uygulama"


def none_html() -> Markup:
    """That no realised amounts are there yet."""
    return _PIECES("uncarried")


@keep(32)
def lead_html(setting: Setting) -> Markup:
    """What was spent up to the last day, in a sentence, with the way to the section; nothing where
    no document tells of it."""
    if not entries.divisions(setting):
        return Markup("")
    asked = _usual(setting)
    return _PIECES(
        "lead",
        text=head_sentence(asked.execution, asked.telling),
        own=[document.title for document in asked.execution.documents],
        anchor=ANCHOR,
    )


@keep(64)
def head_html(setting: Setting, choices: SpendingChoices) -> Markup:
    """What the section's amounts are, and the total's as facts."""
    pairs, total, text = [], "", t("execution.intro")
    if entries.divisions(setting):
        division = entries.division_of(setting, choices)
        asked = entries.told(setting, CLASSIFICATIONS[division], choices)
        whole, base = asked.execution.total, asked.telling.base
        kind = kind_of(asked.execution.classification)
        is_of_activities = division is Division.ACTIVITY
        total = t(
            "execution.facts_activities" if is_of_activities else "execution.facts_total",
            day=writing.date(asked.execution.day),
        )
        if not base:
            text = t("execution.intro_without_base")
        amounts = {
            PLANNED: whole.planned_kurus,
            **{column: whole.kurus(column) for column in (INITIAL, NET, SPENT)},
        }
        pairs = [
            (column_name(kind, column), writing.money(amount))
            for column, amount in amounts.items()
            if amount is not None
        ]
        rate = whole.rate(base) if base else None
        if rate is not None:
            pairs.append((t(f"execution.column_rate_{kind}_{base}"), rate_text(rate)))
    return _PIECES("head", text=text, total=total, pairs=pairs)


@keep(128)
def activity_html(setting: Setting, activity: int) -> Markup:
    """What documents state of an activity; nothing where they do not."""
    asked = entries.of_activity(setting, activity)
    if asked is None:
        return Markup("")
    (account,) = (a for a in asked.execution.accounts if a.code == str(activity))
    execution, telling = asked.execution, asked.telling
    return _PIECES(
        "activity",
        text=head_sentence(execution, telling, account),
        own=[document.title for document in account.documents],
        place=documents_names(account.documents),
    )


def _usual(setting: Setting) -> entries.Told:
    choices = SpendingChoices()
    division = entries.division_of(setting, choices)
    return entries.told(setting, CLASSIFICATIONS[division], choices)


def has_revenue(setting: Setting) -> bool:
    """Whether a document tells of revenue."""
    return bool(entries.days(setting, Classification.REVENUE))
