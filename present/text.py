"""The text catalogue: everything that a visitor reads, by key.

``assets/text/<language>/<namespace>.toml`` holds the texts; the key ``butce.title`` is the entry
``title`` of ``butce.toml``. Texts take named parameters in braces.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "assets" / "text"
LANGUAGE = "tr"


@cache
def catalogue(language: str = LANGUAGE) -> dict[str, str]:
    """All texts of a language by key. Raises ``ValueError`` for an entry that is no text."""
    texts: dict[str, str] = {}
    for path in sorted((ROOT / language).glob("*.toml")):
        for name, text in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if not isinstance(text, str):
                raise ValueError(f"{path.name}: '{name}' is no text; one entry a line")
            texts[f"{path.stem}.{name}"] = text.strip()
    return texts


def t(key: str, /, **parameters: object) -> str:
    """The text under ``key`` with its parameters filled in.

    Raises ``KeyError`` naming the key, or the parameter that the text needs and did not get.
    """
    try:
        text = catalogue()[key]
    except KeyError:
        raise KeyError(f"no text '{key}' in {ROOT / LANGUAGE}") from None
    try:
        return text.format(**parameters) if parameters else text
    except KeyError as error:
        raise KeyError(f"text '{key}' needs the parameter {error}") from None
