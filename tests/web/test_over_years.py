"""Files of figures that a single programme without results lacks: numbers are numbers, parts of one
say so, and what is printed stays as printed; over the invented municipality's three years."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from starlette.testclient import TestClient

from present.figures.registry import BY_SLUG
from present.kit.setting import Setting
from tests.present.figures.over_years import ORACLES
from tests.support import years
from tests.web.conftest import client_of
from tests.web.test_exported_money import printed, spreadsheet, table

Asked = list[Mapping[str, str]]


@pytest.fixture(scope="module")
def over_years(tmp_path_factory: pytest.TempPathFactory) -> tuple[TestClient, dict[str, Asked]]:
    """The routes over the three years, and each figure's addresses in the gallery."""
    folder = tmp_path_factory.mktemp("years")
    url = years.database(folder)
    setting_of = years.settings_of(years.library_of(url))
    settings: list[Setting] = [setting_of(year) for year in years.YEARS]
    return client_of(url), {
        slug: [
            {**BY_SLUG[slug].query(choices), "yil": str(setting.year)}
            for setting in settings
            for choices in BY_SLUG[slug].presets(setting)
        ]
        for slug in ORACLES
    }


@pytest.mark.parametrize("language", ["tr", "en"])
@pytest.mark.parametrize("slug", sorted(ORACLES))
def test_files_hold_numbers_as_numbers(
    over_years: tuple[TestClient, dict[str, Asked]], slug: str, language: str
) -> None:
    client, asked = over_years
    of_one = {"tr": "(1 üzerinden)", "en": "(of 1)"}[language]
    assert asked[slug]
    for own in asked[slug]:
        query = {**own, "lang": language}
        said = client.get(f"/grafik/{slug}.json", params=query).json()
        comma = table(client, slug, query)
        for column in said["columns"]:
            cells = [row[column["name"]] for row in said["rows"]]
            if column["unit"] == "1" and any(isinstance(cell, float) for cell in cells):
                assert f"{column['title']} {of_one}" in comma[0], (query, column)
        for row in comma:
            for title, cell in row.items():
                if re.fullmatch(r"-?\d+\.\d?0", cell):
                    assert "TL" in title, (query, title, cell)
        for line in spreadsheet(client, slug, query):
            own_words = printed(said, line)
            texts = {cell for cell in line.values() if isinstance(cell, str)} - own_words
            numbers = [cell for cell in texts if re.fullmatch(r"[1-9]\d*|\d{1,3}(\.\d{3})+", cell)]
            assert numbers == [], query
