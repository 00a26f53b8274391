"""Every thing's address is the one under which its page shows it."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from present.budget.choices import BudgetChoices
from present.council.choices import CouncilChoices
from present.findings.choices import FindingChoices
from present.indicators.choices import IndicatorChoices
from present.kit.setting import Addresses, Setting
from present.places.district_choices import DistrictChoices
from present.plan.choices import AimChoices, GoalChoices
from present.site import links, pages
from present.site.about import AboutChoices
from present.site.links import TARGETS, Thing
from present.topics.choices import TopicChoices
from present.units.choices import UnitChoices

#: The page that reads each kind of choices.
CHOICES: dict[str, tuple[type[Any], ...]] = {
    pages.TOPICS.path: (TopicChoices,),
    pages.AIMS.path: (AimChoices,),
    pages.GOALS.path: (GoalChoices,),
    pages.BUDGET.path: (BudgetChoices,),
    pages.INDICATORS.path: (IndicatorChoices,),
    pages.UNITS.path: (UnitChoices,),
    pages.DISTRICTS.path: (DistrictChoices,),
    pages.COUNCIL.path: (CouncilChoices,),
    pages.FINDINGS.path: (FindingChoices,),
    pages.ABOUT.path: (AboutChoices,),
}


class _NoAnswers:
    def answer(self, question: str) -> Any:
        raise AssertionError(question)


SETTING = Setting(
    2027, "OVA BELEDİYESİ", "sha256:0", "2027.0.0", False, "en",
    Addresses("https://pano.example", (("yil", "2027"),), (("lang", "en"),)), _NoAnswers(),
)  # fmt: skip


@pytest.mark.parametrize("thing", Thing)
def test_a_things_parameter_is_a_choice_of_its_page(thing: Thing) -> None:
    page, parameter = TARGETS[thing]
    (kind,) = CHOICES[page.path]
    choice = next(field for field in fields(kind) if field.metadata["param"] == parameter)
    assert choice.name == thing.value
    chosen = kind(**{choice.name: "7"})
    assert links.to(SETTING, thing, 7) == SETTING.link(page.path, chosen)


def test_an_address_keeps_the_programme_and_the_language_around_its_own() -> None:
    assert (
        links.to(SETTING, Thing.COMMITTEE, "cevre")
        == "https://pano.example/meclis?yil=2027&komisyon=cevre&lang=en"
    )


@pytest.mark.parametrize("key", ["a b", "K", "x=y&z", "çöp", "1.3", "%"])
def test_many_addresses_are_as_one_by_one(key: str) -> None:
    made = links.maker(SETTING, Thing.FINDING)
    assert made(key).replace("%20", "+") == links.to(SETTING, Thing.FINDING, key)
