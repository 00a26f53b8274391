"""docs/journeys.md shows each question that the browser's tests answer, and no other."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_each_question_that_is_answered_is_shown() -> None:
    module = ast.parse((ROOT / "tests" / "browser" / "test_tasks.py").read_text(encoding="utf-8"))
    asked = [
        (ast.get_docstring(each) or "").rstrip(".")
        for each in module.body
        if isinstance(each, ast.FunctionDef) and each.name.startswith("test_")
    ]
    page = (ROOT / "docs" / "journeys.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| \*(.+?)\* \|", page, re.MULTILINE) == asked
    assert len(asked) == 20
