"""The file of suggestions: whole, small, and with a mark of all that it is made from."""

from __future__ import annotations

import dataclasses
import gzip
import json
from typing import Any

import pytest

from kbb_data.everyday import meanings, questions
from present.kit.setting import Setting
from present.search import suggestions
from tests.present.search.conftest import InLanguage
from tests.support import rawcsv
from tests.support.datasets import KAYSERI


@pytest.fixture(scope="module", params=["tr", "en"])
def told(request: pytest.FixtureRequest, in_language: InLanguage) -> dict[str, Any]:
    content = suggestions.content(in_language(request.param))
    assert len(gzip.compress(content)) < 30_000
    return {"language": request.param, **json.loads(content)}


def test_it_holds_everything_by_its_name(told: dict[str, Any]) -> None:
    tables = ("activities", "spending_units", "economic_codes", "goals", "aims", "indicators",
              "council_members", "assets")  # fmt: skip
    rows = sum(len(rawcsv.rows(KAYSERI, table)) for table in tables)
    assert len(told["items"]) > rows + len(meanings()) + len(questions())
    addresses = {item[2] for item in told["items"]}
    word = {"tr": "otob%C3%BCs", "en": "bus"}[told["language"]]
    assert {"/butce?faaliyet=109", "/birimler?birim=itfaiye", f"/ara?q={word}"} <= addresses
    assert all(item[1] and item[2].startswith("/") for item in told["items"])


def test_amounts_are_told_with_year_and_kind(told: dict[str, Any]) -> None:
    (rail,) = [item for item in told["items"] if item[2].endswith("faaliyet=24")]
    assert rail[3] == {"tr": "614,2 milyon TL", "en": "614.2 million TL"}[told["language"]]
    assert "2025" in told["kinds"][rail[0]]


def test_names_are_in_the_visits_language(told: dict[str, Any]) -> None:
    names = {item[1] for item in told["items"]}
    own = {"tr": "Raylı sistem hattı ve araç ödemesi", "en": "Rail line and rail vehicle payment"}
    assert own[told["language"]] in names
    assert "#" in told["words"]["many"]


def test_the_mark_changes_with_what_it_is_made_from(
    setting: Setting, in_language: InLanguage
) -> None:
    own = suggestions.address(setting)
    assert own.startswith("/oneriler.json?icin=")
    assert suggestions.address(dataclasses.replace(setting, is_dark=True)) == own
    for other in (
        in_language("en"),
        dataclasses.replace(setting, dataset_sha256="sha256:0"),
        dataclasses.replace(setting, form="programme_budget"),
    ):
        assert suggestions.mark(other) != suggestions.mark(setting)
