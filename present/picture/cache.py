"""Rendered bytes kept on disk, so that a picture is drawn once as long as what draws it stays.

A folder of files named by the hash of their key. The least used go once the folder holds more than
its limit. Many processes may share it: a file appears whole or not at all.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import threading
from collections.abc import Hashable
from functools import cache
from importlib.metadata import version
from pathlib import Path

from present.kit.text import ROOT as TEXTS

#: The folder's address in the environment; without it one in the system's own for such things.
FOLDER = "KBB_CACHE"
LIMIT = 256 * 2**20

_PROJECT = TEXTS.parent.parent


@cache
def renderer_digest() -> str:
    """The hash of what turns a specification into bytes: the renderer, what it is locked to stand
    on, and the fonts.

    What is drawn stands in each key, so that no text or code of ours counts here.
    """
    digest = hashlib.sha256(version("vl-convert-python").encode())
    for path in (_PROJECT / "requirements.txt", *sorted((_PROJECT / "assets" / "fonts").glob("*"))):
        digest.update(path.relative_to(_PROJECT).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def usual_folder() -> Path:
    """Where rendered bytes are kept."""
    named = os.environ.get(FOLDER)
    return Path(named) if named else Path(tempfile.gettempdir()) / f"kbb-cache-{os.getuid()}"


class RenderCache:
    """Bytes by key. A folder that can't be written to keeps nothing, and nothing else changes."""

    def __init__(self, folder: Path | None = None, limit: int = LIMIT) -> None:
        self.folder, self._limit = folder or usual_folder(), limit
        self._lock = threading.Lock()
        self._held: int | None = None

    def get(self, key: Hashable) -> bytes | None:
        """The bytes under ``key``; nothing where there are none."""
        path = self._path(key)
        try:
            content = path.read_bytes()
        except OSError:
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        return content

    def put(self, key: Hashable, content: bytes) -> None:
        """Keep ``content`` under ``key``."""
        path = self._path(key)
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self.folder, delete=False) as file:
                file.write(content)
            os.replace(file.name, path)
        except OSError:
            return
        self._make_room(len(content))

    def _path(self, key: Hashable) -> Path:
        name = hashlib.sha256(f"{renderer_digest()}|{key!r}".encode()).hexdigest()
        return self.folder / f"{name}.bin"

    def _make_room(self, added: int) -> None:
        with self._lock:
            if self._held is None:
                self._held = sum(size for _, size, _ in self._files())
            else:
                self._held += added
            if self._held <= self._limit:
                return
            # Others may have added or removed: what is there counts.
            files = sorted(self._files(), key=lambda file: file[0])
            self._held = sum(size for _, size, _ in files)
            for _, size, path in files:
                if self._held <= self._limit * 3 // 4:
                    break
                with contextlib.suppress(OSError):
                    path.unlink()
                self._held -= size

    def _files(self) -> list[tuple[float, int, Path]]:
        files = []
        for path in self.folder.glob("*.bin"):
            with contextlib.suppress(OSError):
                status = path.stat()
                files.append((status.st_mtime, status.st_size, path))
        return files
