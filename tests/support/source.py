"""Where tests find the programme's full text."""

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
    path = Path(os.environ.get("KBB_SOURCE") or ROOT.parent / "shared" / "source" / NAME)
    if path.is_file():
        return path
    message = f"no full text at {path}; set KBB_SOURCE to its path"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)
