"""Programs of others: asked with a time limit, in a home of their own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

#: Seconds after which a program counts as hanging.
LONGEST = 120


def asked(program: str, *arguments: str, home: Path, given: str | None = None) -> str:
    """What a program writes when asked; it reads ``given`` and finds nothing of ours in ``home``.

    Raises ``AssertionError`` with its words where it fails.
    """
    done = subprocess.run(
        [program, *arguments],
        input=given,
        capture_output=True,
        text=True,
        timeout=LONGEST,
        env={**os.environ, "HOME": str(home), "LC_ALL": "C.UTF-8"},
    )
    assert done.returncode == 0, f"{program}: {done.stderr or done.stdout}"
    return done.stdout
