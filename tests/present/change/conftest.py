"""The invented municipality's three years as a route looks at them, with residents of two."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from present.kit.setting import Setting
from tests.support import population, years

SettingOf = Callable[..., Setting]


@pytest.fixture(scope="module")
def of_year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SettingOf]:
    """Settings by year and language; 2024 and 2025 have a count of residents."""
    with population.planted(years.INSTITUTION):
        yield years.settings(tmp_path_factory.mktemp("change"))
