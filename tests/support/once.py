"""What the tests of many files start from is made once a run, by whichever process asks first.

Each caller gets a copy of its own, which it may change.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock

#: Names the folder of this run; the processes that a run starts inherit it.
_FOLDER = "KBB_TEST_ONCE"
#: Set to 1, everything is made anew each time: by whom has to see what makes it at work.
APART = "KBB_TEST_APART"


def folder() -> Path:
    """The folder of this run, which goes when the process that asked first ends."""
    if _FOLDER not in os.environ:
        made, process = tempfile.mkdtemp(prefix="kbb-test-once-"), os.getpid()
        os.environ[_FOLDER] = made

        def remove() -> None:
            if os.getpid() == process:
                shutil.rmtree(made, ignore_errors=True)

        atexit.register(remove)
    return Path(os.environ[_FOLDER])


def copied(name: str, make: Callable[[Path], object], target: Path) -> Path:
    """A copy at ``target`` of the file or folder of that name, which ``make`` makes at the place it
    is given if nobody has yet; ``target`` itself. Where something is there already it may count for
    what is made: that is made in its place."""
    if os.environ.get(APART) == "1" or _holds_anything(target):
        make(target)
        return target
    original = folder() / name
    with FileLock(f"{original}.lock"):
        if not original.exists():
            unfinished = original.with_name(f"{name}.unfinished")
            _remove(unfinished)
            make(unfinished)
            unfinished.rename(original)
    target.parent.mkdir(parents=True, exist_ok=True)
    if original.is_dir():
        shutil.copytree(original, target, dirs_exist_ok=True)
    else:
        shutil.copyfile(original, target)
    return target


def _holds_anything(path: Path) -> bool:
    return path.is_file() or (path.is_dir() and any(path.iterdir()))


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
