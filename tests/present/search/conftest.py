"""The committed programme as search looks at it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from present.kit.setting import Setting
from tests.support import committed

InLanguage = Callable[[str], Setting]


@pytest.fixture(scope="session")
def in_language(tmp_path_factory: pytest.TempPathFactory) -> InLanguage:
    """The programme's setting by language."""
    return committed.settings(tmp_path_factory.mktemp("search"))


@pytest.fixture(scope="session")
def setting(in_language: InLanguage) -> Setting:
    """The programme's setting in Turkish."""
    return in_language("tr")
