"""schemathesis asks the API what its own description allows, and what it forbids.

In process, a bounded number of questions, the same ones on every run.
"""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode

from kbb_data.schema import TABLES
from tests.web.conftest import application


@pytest.fixture(scope="session")
def described(kayseri_url: str) -> Any:
    """The API's description as schemathesis reads it, over the committed dataset."""
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", application(kayseri_url))


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("name", ["tables", *(table.name for table in TABLES)])
def test_the_api_keeps_to_its_description(described: Any, name: str, mode: GenerationMode) -> None:
    operation = described[f"/api/v1/{name}"]["GET"]
    statuses: list[int] = []

    @settings(
        max_examples=5,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(data=st.data())
    def ask(data: Any) -> None:
        case = data.draw(operation.as_strategy(generation_mode=mode))
        answer = case.call()
        case.validate_response(answer)
        statuses.append(answer.status_code)

    ask()
    assert statuses
    if mode is GenerationMode.POSITIVE:
        assert set(statuses) == {200}
    else:
        assert 400 in statuses
