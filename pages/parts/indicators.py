"""What pages with a list of indicators have below and above it: what can be taken of its figures,
and that nothing has come of the plan yet."""

from __future__ import annotations

from markupsafe import Markup

from pages.parts import figure
from pages.parts.visit import setting
from present.indicators.choices import IndicatorChoices
from present.indicators.html import quiet_html
from present.indicators.outcome import newest
from present.kit.markup import joined
from present.kit.text import t


def menus(choices: IndicatorChoices) -> Markup:
    """The menus of the list's figures: of results where there are any, and of the plan."""
    names = ["gerceklesmeler", "ilerleme"] if newest(setting()) else ["ilerleme"]
    return joined(*(figure.menu(name, choices) for name in names))


def nothing_yet() -> Markup:
    """That no results have been loaded; empty where some have."""
    if newest(setting()):
        return Markup()
    return quiet_html(t("indicators.actual.none", year=setting().year))
