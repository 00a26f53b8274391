"""What `make validate` installs is there and answers."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.validate.conftest import NODE_MODULES
from tests.validate.programs import asked

VERSION = {"java": "-version", "soffice": "--version"}
PROGRAMS = ("rsvg-convert", "inkscape", "soffice", "npm", "java")


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_answers_with_its_version(program: str, tmp_path: Path) -> None:
    asked(program, VERSION.get(program, "--version"), home=tmp_path)


def test_what_runs_in_node_is_what_the_lock_says() -> None:
    wanted = json.loads((Path(__file__).parent / "package.json").read_text())["dependencies"]
    for package, version in wanted.items():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version), f"{package} has no exact version"
        installed = json.loads((NODE_MODULES / package / "package.json").read_text())
        assert installed["version"] == version
