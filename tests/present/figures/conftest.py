"""The committed programme in a database, once for all figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from present.kit.setting import Setting
from tests.support import committed


@pytest.fixture(scope="session")
def setting_in(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Setting]:
    """The committed programme as a route looks at it, by language."""
    return committed.settings(tmp_path_factory.mktemp("figures"))
