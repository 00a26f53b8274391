"""The invented municipality's three years, made once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from present.kit.setting import Setting
from tests.support import years


@pytest.fixture(scope="session")
def year_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Setting]:
    """A year's setting, in Turkish unless a language is named."""
    return years.settings(tmp_path_factory.mktemp("execution"))
