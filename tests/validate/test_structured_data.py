"""What pages say of themselves, as TypeScript reads it by schema.org's types.

``schema-dts`` holds every type of the vocabulary with its properties and what each may be; the
compiler refuses a property that its thing does not have.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.support.structured import VIEWS, linked
from tests.validate.conftest import NODE_MODULES
from tests.validate.programs import asked
from tests.web.test_page_data import client_of

CONFIGURATION = {
    "compilerOptions": {
        "strict": True, "noEmit": True, "module": "esnext", "moduleResolution": "bundler",
        "target": "esnext", "skipLibCheck": True, "types": [],
    },
    "files": ["pages.ts"],
}  # fmt: skip


@pytest.fixture(scope="module")
def told(kayseri_url: str) -> list[dict[str, Any]]:
    client: TestClient = client_of(kayseri_url)
    return [linked(client.get(view).text) for view in VIEWS]


def without_notation(said: Any) -> Any:
    """Without the notation of actions' inputs, which is a syntax and no property."""
    if isinstance(said, dict):
        return {name: without_notation(own) for name, own in said.items() if name != "query-input"}
    return [without_notation(own) for own in said] if isinstance(said, list) else said


def compiled(pages: list[dict[str, Any]], folder: Path) -> None:
    """Let the compiler read them. Raises ``AssertionError`` with its words where it refuses."""
    lines = ['import type * as schema from "schema-dts";']
    for number, page in enumerate(pages):
        kind = f"schema.WithContext<schema.{page['@type']}>"
        said = json.dumps(without_notation(page), ensure_ascii=False)
        lines.append(f"export const page{number}: {kind} = {said};")
    (folder / "pages.ts").write_text("\n".join(lines), "utf-8")
    (folder / "tsconfig.json").write_text(json.dumps(CONFIGURATION), "utf-8")
    os.symlink(NODE_MODULES, folder / "node_modules")
    asked(str(NODE_MODULES / ".bin" / "tsc"), "-p", str(folder), home=folder)


def test_every_thing_has_the_properties_of_its_kind(
    told: list[dict[str, Any]], tmp_path: Path
) -> None:
    assert len(told) == len(VIEWS)
    compiled(told, tmp_path)


def test_a_property_of_another_kind_is_refused(told: list[dict[str, Any]], tmp_path: Path) -> None:
    member = next(page for page in told if page["@type"] == "ProfilePage")
    wrong = {**member, "mainEntity": {**member["mainEntity"], "codeValue": "5"}}
    with pytest.raises(AssertionError, match="codeValue"):
        compiled([wrong], tmp_path)
