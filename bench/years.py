"""Pages over ten years of twenty institutions beside the same pages over one programme, in one run.

The many are the committed programme under other years and names, so that each is as large as a
real one. A page is asked for in a plain WebSocket session; what counts is the time that the server
itself spent on processors, so that others on the machine do not. The two servers take turns within
a round. Cold: the first visit of a page after the server's start; warm: the next ones.
"""

from __future__ import annotations

import copy
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median

from bench.session import Session
from db import dataset, engine, store
from present.site.pages import PAGES as SITE
from tests.browser.server import ROOT, Dashboard, serve

YEARS, INSTITUTIONS = 10, 20
#: Times that a page over many may take of its time over one.
MOST = 1.5

#: The pages that one programme has; what sets years beside each other has nothing to be held
#: against.
PAGES = tuple((page.title, page.path.strip("/")) for page in SITE if not page.needs_figures)


def database(folder: Path, years: int, institutions: int) -> str:
    """The address of a database with so many programmes; the newest one is the committed one."""
    sound = dataset.read(ROOT / "kbb_data" / "2025")
    url = f"sqlite:///{folder / f'programmes-{years}-{institutions}.sqlite'}"
    with store.transaction(engine.create(url, read_only=False)) as connection:
        store.prepare(connection)
        for number in range(institutions):
            name = sound.tables["programme"][0]["institution"]
            name = name if number == 0 else f"{number}. ÖRNEK BELEDİYESİ"
            for year in range(sound.year - years + 1, sound.year + 1):
                tables = {**sound.tables, "programme": copy.deepcopy(sound.tables["programme"])}
                tables["programme"][0].update(year=year, institution=name)
                sha256 = hashlib.sha256(f"{name} {year}".encode()).hexdigest()
                version = f"{year}.0.0+{sha256[:8]}"
                store.put(
                    connection,
                    replace(sound, tables=tables, sha256=f"sha256:{sha256}", version=version),
                )
    return url


def _spent(server: Dashboard) -> float:
    """Seconds that the server's process has spent on processors so far."""
    fields = Path(f"/proc/{server.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _run(server: Dashboard, session: Session) -> float:
    """What one run of the session's page costs the server, in seconds of processors."""
    before = _spent(server)
    session.run()
    return _spent(server) - before


@contextmanager
def _served(folder: Path, years: int, institutions: int) -> Iterator[Dashboard]:
    with serve(database(folder, years, institutions), folder / f"{years}.log") as running:
        yield running


def measure(rounds: int = 7) -> dict[str, dict[str, list[float]]]:
    """Seconds of processors for each page, by page and by which: ``one cold``, ``many``, ..."""
    seconds: dict[str, dict[str, list[float]]] = {
        name: {"one cold": [], "many cold": [], "one": [], "many": []} for name, _ in PAGES
    }
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        servers = {
            "one": stack.enter_context(_served(Path(folder), 1, 1)),
            "many": stack.enter_context(_served(Path(folder), YEARS, INSTITUTIONS)),
        }
        for name, path in PAGES:
            for kind, server in servers.items():
                with Session(server.url, path) as session:
                    seconds[name][f"{kind} cold"].append(_run(server, session))
        for _ in range(rounds):
            for name, path in PAGES:
                for kind, server in servers.items():
                    with Session(server.url, path) as session:
                        session.run()
                        seconds[name][kind].append(_run(server, session))
    return seconds


def report(seconds: dict[str, dict[str, list[float]]]) -> str:
    """The medians as Markdown, with the ratio of many to one."""
    lines = [
        f"| page | one, first | {YEARS} × {INSTITUTIONS}, first | one | {YEARS} × {INSTITUTIONS} |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for name, kinds in seconds.items():
        at = {kind: median(values) * 1000 for kind, values in kinds.items()}
        cold, warm = at["many cold"] / at["one cold"], at["many"] / at["one"]
        lines.append(
            f"| {name} | {at['one cold']:.0f} ms | {at['many cold']:.0f} ms ({cold:.2f} ×) "
            f"| {at['one']:.0f} ms | {at['many']:.0f} ms ({warm:.2f} ×) |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    print(report(measure()))
