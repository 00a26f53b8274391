"""Whatever file or folder the documents name is where they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted(
    path for folder in (".", "docs", "bench", ".github") for path in (ROOT / folder).glob("*.md")
)

#: What begins like a path of ours, up to what ends a word in Markdown.
PATH = re.compile(
    r"(?<![\w/.-])(?:(?:app\.py|Makefile|requirements\.txt|pyproject\.toml)(?![\w/])"
    r"|(?:pages|present|kbb_data|db|assets|tests|docs|bench|requirements|\.ci|\.streamlit)/"
    r"[\w./*<>{}-]*)"
)
#: What runs and measurements make, and next year's folder, which somebody else makes.
MADE = re.compile(r"^(?:db/kbb\.sqlite|bench/results|tests/artifacts|kbb_data/(?!2025)\d{4})")


def named(text: str) -> list[str]:
    """The paths that a text names, without the sentence's full stop; patterns left out."""
    paths = (path.rstrip(".") for path in PATH.findall(text))
    return [path for path in paths if not re.search(r"[*<>{}]", path) and not MADE.match(path)]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_what_a_document_names_is_there(document: Path) -> None:
    paths = named(document.read_text(encoding="utf-8"))
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_a_path_is_found_in_a_sentence() -> None:
    text = "See `present/nowhere.py`, db/load.py. Not https://example.org/docs/x or docs/<page>.md."
    assert named(text) == ["present/nowhere.py", "db/load.py"]
