"""Recording: the pages' elements in a process of their own, the answers beside them."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import subprocess
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from tests.identity import addresses, answers, elements
from tests.identity.addresses import Wanted
from tests.identity.client import HOST, Client
from tests.identity.record import Paths

#: The parts of a record, each with an archive of its own.
_HTTP, _PAGES = "http", "pages"


def prepare(folder: Path) -> None:
    """A database and a cache of this run's own, and settings that decide what is said."""
    for name in [variable for variable in os.environ if variable.startswith("KBB_")]:
        del os.environ[name]
    os.environ.update(
        KBB_DATABASE_URL=f"sqlite:///{folder / 'kbb.sqlite'}",
        KBB_CACHE=str(folder / "cache"),
        KBB_PUBLIC_ADDRESS=f"https://{HOST}",
        KBB_RENDER_WORKERS="2",
    )
    subprocess.run([sys.executable, "-m", "db", "build"], check=True, stdout=subprocess.DEVNULL)


def entries(paths: Paths, wanted: Wanted) -> dict[str, Any]:
    """All entries: the pages' elements in a process of their own, the answers in this one."""
    receiving, sending = multiprocessing.get_context("spawn").Pipe()
    process = multiprocessing.get_context("spawn").Process(
        target=_pages, args=(sending, paths.archive(_PAGES), wanted)
    )
    process.start()
    sending.close()
    try:
        recorded = answers.record(paths.archive(_HTTP), wanted, receiving.recv)
        if not wanted.needs_gallery:
            receiving.recv()
        return {**recorded, **receiving.recv()}
    except EOFError:
        raise SystemExit("the pages could not be recorded") from None
    finally:
        process.join(1)
        process.terminate()


def _pages(sent: Connection, archive: Path, wanted: Wanted) -> None:
    """The part of the pages; sends the gallery's figures, then the entries."""
    import app

    views = asyncio.run(addresses.mapped(Client(app.app)))
    sent.send(elements.record(archive, wanted, views, sent.send))
