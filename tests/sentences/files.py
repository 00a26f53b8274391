"""The sentences as text: one file a figure, a heading for each address."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tests.sentences.corpus import Text

ROOT = Path(__file__).parent


def written(texts: Iterable[Text]) -> dict[str, str]:
    """The content of each file by its name; what one place says stands below its address."""
    files: dict[str, list[str]] = {}
    place = ("", "")
    for text in texts:
        lines = files.setdefault(f"{text.file}.txt", [])
        if (text.file, text.place) != place:
            place = (text.file, text.place)
            lines += [*([""] if lines else []), text.place]
        lines.append(f"  {text.role}: {' '.join(text.text.split())}")
    return {name: "\n".join(lines) + "\n" for name, lines in files.items()}
