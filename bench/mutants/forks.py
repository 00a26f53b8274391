"""Work in children of this process: what each answers or how it ends, several at once."""

from __future__ import annotations

import json
import os
import resource
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

SURVIVED, KILLED, SLOW, WAITED = "survived", "killed", "slow", "waited"
#: Seconds by the clock for each of the processor: a busy machine makes nothing slow.
_PATIENCE = 60
#: A process may sleep so many seconds without working; longer, and it waits for ever.
_SLEEP = 60


def answered(work: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """What ``work`` gives back in a child whose imports nobody else sees; its error as ``problem``.

    What it gives back must be JSON.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            answer = work()
        except BaseException as error:
            answer = {"problem": str(error) or repr(error)}
        with os.fdopen(writing, "w", encoding="utf-8") as pipe:
            json.dump(answer, pipe)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        text = pipe.read()
    os.waitpid(child, 0)
    answer = json.loads(text or '{"problem": "the process ended early"}')
    assert isinstance(answer, dict)
    return answer


def forked(work: Callable[[], int], seconds: float) -> Callable[[], str | None]:
    """Starts ``work`` in a child; what is given back tells its outcome, ``None`` until then.

    ``seconds`` are the processor's. Who needs more is ``slow``; who sleeps has ``waited``.
    """
    child = os.fork()
    if child == 0:
        code = 70
        try:
            os.setpgid(0, 0)
            resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds) + 5))
            # Should nobody be left to end it, the clock does.
            signal.alarm(int(seconds * _PATIENCE) + 5)
            quiet()
            code = work()
        finally:
            os._exit(code)
    end = time.monotonic() + seconds * _PATIENCE
    worked, awake = -1, time.monotonic()

    def outcome() -> str | None:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            if os.WIFSIGNALED(status):
                is_slow = os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGALRM, signal.SIGKILL)
                return SLOW if is_slow else KILLED
            return SURVIVED if status == 0 else KILLED
        nonlocal worked, awake
        state, ticks = _state(child)
        if state != "S" or ticks != worked:
            worked, awake = ticks, time.monotonic()
        if time.monotonic() < min(end, awake + _SLEEP):
            return None
        os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return WAITED

    return outcome


def _state(process: int) -> tuple[str, int]:
    """What a process is doing (``S``: it sleeps) and how long it has worked, in ticks; where the
    system doesn't say, as if it worked."""
    try:
        text = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return "R", 0
    fields = text.rpartition(")")[2].split()
    return fields[0], int(fields[11]) + int(fields[12])


def awaited(outcome: Callable[[], str | None]) -> str:
    """The outcome of a child, once it has one."""
    while (end := outcome()) is None:
        time.sleep(0.01)
    return end


def together(
    works: Sequence[tuple[int, Callable[[], int], float]],
) -> Iterator[tuple[int, str]]:
    """The outcomes of works (number, work, seconds), WORKERS at once."""
    waiting = list(reversed(works))
    running: list[tuple[int, Callable[[], str | None]]] = []
    while waiting or running:
        while waiting and len(running) < int(os.environ.get("WORKERS", "2")):
            number, work, seconds = waiting.pop()
            running.append((number, forked(work, seconds)))
        time.sleep(0.02)
        for entry in list(running):
            if (end := entry[1]()) is not None:
                running.remove(entry)
                yield entry[0], end


def quiet() -> None:
    """What this process writes from now on, nobody reads."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
