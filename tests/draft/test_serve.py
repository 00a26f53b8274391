"""``make run DATASET=DIR``: the script that serves, with a stand-in for the server."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import engine
from tests.browser.server import free_port
from tests.support import datasets
from tests.support.source import ROOT

#: The project's Python, except that it tells what it would serve instead of serving it.
PYTHON = """#!/usr/bin/env bash
if [ "${{2:-}}" = uvicorn ]; then echo "SERVED ${{KBB_DATABASE_URL:-none}}"; exit 0; fi
exec {python} "$@"
"""


@pytest.fixture
def port() -> Iterator[str]:
    number = free_port()
    yield str(number)
    for path in engine.DEFAULT_FILE.parent.glob(f"draft-{number}.sqlite*"):
        path.unlink()


def serve(project: Path, port: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the script of a project that is ours but for its Python."""
    script, python = project / ".ci" / "serve", project / ".venv" / "bin" / "python"
    for path in (script, python):
        path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / ".ci" / "serve", script)
    python.write_text(PYTHON.format(python=sys.executable), encoding="utf-8")
    python.chmod(0o755)
    given = {name: value for name, value in os.environ.items() if not name.startswith("KBB_")}
    given |= {"HOST": "127.0.0.1", "PORT": port, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run([script], env=given, capture_output=True, text=True, check=False)


def test_a_draft_is_served_from_a_database_of_its_own(tmp_path: Path, port: str) -> None:
    folder = datasets.invented(tmp_path / "a folder")
    named = "sqlite:////somebody/s.sqlite"
    done = serve(tmp_path / "project", port, DATASET=str(folder), KBB_DATABASE_URL=named)
    assert done.returncode == 0, done.stderr
    own = engine.sqlite_url(engine.DEFAULT_FILE.with_name(f"draft-{port}.sqlite"))
    assert f"SERVED {own}" in done.stdout
    assert "TASLAK" in done.stdout


def test_without_a_draft_nothing_changes(tmp_path: Path, port: str) -> None:
    done = serve(tmp_path / "project", port, DATASET="")
    assert "SERVED none" in done.stdout
    assert "TASLAK" not in done.stdout


def test_a_wrong_folder_starts_nothing(tmp_path: Path, port: str) -> None:
    done = serve(tmp_path / "project", port, DATASET=str(tmp_path / "no"))
    assert done.returncode == 1
    assert done.stdout == ""
    first, *others = done.stderr.splitlines()
    assert first.startswith(f"{tmp_path / 'no'}: no such folder. Name one")
    assert others == ["run: DATASET can't be shown; see above. Nothing was started"]


@pytest.mark.parametrize("is_variable", [True, False])
def test_the_makefile_hands_the_folder_on(is_variable: bool) -> None:
    command = ["make", "--eval", 'told: ; @echo "told $$DATASET"', "told"]
    done = subprocess.run(
        [*command, "DATASET=a b"] if is_variable else command,
        cwd=ROOT, env={**os.environ, "DATASET": "c d"}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == ("told a b\n" if is_variable else "told c d\n")
