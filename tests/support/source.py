"""Where tests find the programme's full text, and the real documents that lie beside it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NAME = "kayseri-2025-performans-programi.txt"


def full_text() -> Path:
    """The path of the full text: ``KBB_SOURCE``, else ``../shared/source`` beside the project.

    Where there is none the test is skipped; in CI, where it must be there, it fails.
    """
    return _there(_text(), "no full text at {path}; set KBB_SOURCE to its path")


def document(name: str) -> Path:
    """The path of a real document: in ``reference/documents`` beside the full text's folder.

    Where there is none the test is skipped; in CI, where it must be there, it fails.
    """
    path = _text().parents[1] / "reference" / "documents" / name
    return _there(path, "no document at {path}; it lies beside the full text's folder")


def _text() -> Path:
    return Path(os.environ.get("KBB_SOURCE") or ROOT.parent / "shared" / "source" / NAME)


def _there(path: Path, message: str) -> Path:
    if path.is_file():
        return path
    message = message.format(path=path)
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)
