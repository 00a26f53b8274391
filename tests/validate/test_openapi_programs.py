"""The API's description as those read it who know nothing of ours: two validators and a client."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from starlette.testclient import TestClient

from tests.browser.server import Dashboard
from tests.validate.conftest import NODE_MODULES
from tests.validate.programs import asked

REDOCLY = NODE_MODULES / "@redocly" / "cli" / "bin" / "cli.js"

#: Asks by the names of operations, as an application does whose client is made of the description.
CLIENT = """
const [modules, base] = process.argv.slice(2);
const { OpenAPIClientAxios } = require(`${modules}/openapi-client-axios`);
(async () => {
  const api = new OpenAPIClientAxios({
    definition: `${base}/api/v1/openapi.json?lang=en`,
    withServer: { url: base },
    // axios writes economic_code[]=06 unless it is told to repeat the name.
    axiosConfigDefaults: { paramsSerializer: { indexes: null } },
  });
  const client = await api.init();
  const page = await client.activity_costs({ economic_code: ["06"], sort: "-amount", limit: 5 });
  const file = await client.activity_costs({ economic_code: ["06"], format: "csv" });
  const refused = await client.goals({ limit: 0 }).catch((error) => error.response);
  console.log(JSON.stringify({
    operations: api.getOperations().length,
    total: page.data.total,
    header: page.headers["total-count"],
    codes: page.data.rows.map((row) => row.economic_code),
    lines: file.data.trim().split("\\n").length,
    refused: [refused.status, refused.data.parameter],
  }));
})();
"""


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Redocly asks its makers for nothing and tells them nothing."""
    monkeypatch.setenv("REDOCLY_TELEMETRY", "off")
    monkeypatch.setenv("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true")


@pytest.fixture(scope="module", params=["tr", "en"])
def description(request: pytest.FixtureRequest, kayseri: TestClient) -> dict[str, Any]:
    """The description in each language."""
    answer = kayseri.get(f"/api/v1/openapi.json?lang={request.param}")
    content: dict[str, Any] = answer.json()
    return content


def lint(description: dict[str, Any], home: Path) -> dict[str, Any]:
    """What Redocly's recommended rules find."""
    file = home / "openapi.json"
    file.write_text(json.dumps(description), encoding="utf-8")
    # It ends as failed where it finds errors, and tells them all the same.
    command = f"node {REDOCLY} lint --format=json --extends=recommended {file} || true"
    said = asked("sh", "-c", command, home=home)
    found: dict[str, Any] = json.loads(said[said.index("{") :])
    return found


def test_openapi_spec_validator_finds_nothing(description: dict[str, Any]) -> None:
    assert list(OpenAPIV31SpecValidator(description).iter_errors()) == []
    faulty = copy.deepcopy(description)
    del faulty["info"]["title"]
    assert list(OpenAPIV31SpecValidator(faulty).iter_errors())


def test_redocly_finds_no_error_and_warns_of_nothing(
    description: dict[str, Any], tmp_path: Path
) -> None:
    found = lint(description, tmp_path)
    assert (found["totals"]["errors"], found["totals"]["warnings"]) == (0, 0), found["problems"]


def test_redocly_sees_a_fault(kayseri: TestClient, tmp_path: Path) -> None:
    faulty = kayseri.get("/api/v1/openapi.json").json()
    del faulty["security"]
    found = lint(faulty, tmp_path)
    assert {problem["ruleId"] for problem in found["problems"]} == {"security-defined"}
    assert found["totals"]["errors"] > 30


def test_a_client_made_of_the_description_asks_and_is_told(
    dashboard: Dashboard, tmp_path: Path
) -> None:
    script = tmp_path / "client.js"
    script.write_text(CLIENT, encoding="utf-8")
    found = json.loads(asked("node", str(script), str(NODE_MODULES), dashboard.url, home=tmp_path))
    assert found["operations"] > 30
    assert found["codes"] == ["06"] * 5
    assert str(found["total"]) == found["header"] == str(found["lines"] - 1)
    assert found["refused"] == [400, "limit"]
