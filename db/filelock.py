"""A lock between processes that ends with its holder, however that ends."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.errors import DatabaseUnavailable

if sys.platform != "win32":
    import fcntl

#: Loading a programme takes a second or two; who waits longer than this waits for something else.
WAIT_SECONDS = 60.0
_STEP_SECONDS = 0.05


@contextmanager
def held(path: Path, wait: float = WAIT_SECONDS) -> Iterator[None]:
    """Hold the lock file ``path``, waiting up to ``wait`` seconds for another process.

    The kernel lets go when the holder ends, also when it is killed; the empty file stays. Raises
    ``OSError`` where the file cannot be made and ``DatabaseUnavailable`` after the wait.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        _acquire(handle, path, wait)
        yield
    finally:
        os.close(handle)


def _acquire(handle: int, path: Path, wait: float) -> None:
    if sys.platform == "win32":
        return
    end = time.monotonic() + wait
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() >= end:
                raise DatabaseUnavailable(
                    f"Another process has held {path} for over {wait:.0f} seconds",
                    "Wait for it to finish or end it, then start again",
                ) from None
            time.sleep(_STEP_SECONDS)
