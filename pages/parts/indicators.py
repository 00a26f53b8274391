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
    """The menus of the list's figures: of the plan and, where there are any, of results, each then
    under its name."""
    if newest(setting()) is None:
        return figure.menu("ilerleme", choices)
    return joined(
        quiet_html(t("indicators.actual.menu_came")),
        figure.menu("gerceklesmeler", choices),
        quiet_html(t("indicators.actual.menu_plan")),
        figure.menu("ilerleme", choices),
    )


def nothing_yet() -> Markup:
    """That no results have been loaded; empty where some have."""
    if newest(setting()):
        return Markup()
    return quiet_html(t("indicators.actual.none", year=setting().year))
