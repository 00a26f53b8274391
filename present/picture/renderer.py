"""Charts and pictures in a bounded pool of worker processes.

The converter holds a whole process while it draws: in the server's own, one large picture would
stop every visitor. Workers have a queue with an end, a time to be ready and limits of size; they
draw with our own fonts and may fetch no address.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import multiprocessing
import os
import re
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, TimeoutError
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any, TypeVar

import vl_convert
from pebble import CONSTS, ProcessExpired, ProcessPool

T = TypeVar("T")

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"

#: How many workers; in the environment.
WORKERS = "KBB_RENDER_WORKERS"

LARGEST_SPEC, LARGEST_SVG = 2 * 2**20, 6 * 2**20
LARGEST_PIXELS = 40_000_000
SCALES = (1, 2, 3, 4)

# A worker that draws hears no request to end; what waits for it should not wait long.
CONSTS.term_timeout = 0.2
#: Drawing an SVG, the converter fetches the pictures within, of any host and of our own disk.
_PICTURES = re.compile(r"<(?:\w+:)?(?:image|feImage)\b|<!ENTITY", re.IGNORECASE)
_ROOT = re.compile(r"<svg\b[^>]*>")
_SIDE = r'\s%s="([\d.]+)(?:px)?"'

_VERSION = "6.4"


class RenderError(Exception):
    """A picture that can't be drawn now or at all; the words are for the log."""


class Busy(RenderError):
    """Too many pictures wait; after ``retry_after`` seconds there may be room."""

    retry_after = 5


class TooSlow(RenderError):
    """The drawing took longer than it may; its worker was ended."""


class TooLarge(RenderError):
    """What is to be drawn, or the picture, is beyond the limits."""


class Renderer:
    """Worker processes that turn Vega-Lite into SVG and SVG into PNG.

    ``waiting``: how many tasks may be under way or wait before the next one is refused;
    ``seconds``: how long one may take. Workers start with the first task and end with the process.
    """

    def __init__(
        self, workers: int | None = None, *, waiting: int = 16, seconds: float = 10
    ) -> None:
        self._workers = workers or int(os.environ.get(WORKERS, "2"))
        self._seconds = seconds
        self._places = threading.BoundedSemaphore(waiting)
        self._lock = threading.Lock()
        self._pool: ProcessPool | None = None

    def svg(self, spec: dict[str, Any]) -> str:
        """A Vega-Lite specification with its data and ``config`` as one SVG element.

        Raises ``TooLarge``, ``Busy``, ``TooSlow`` and, where it can't be drawn or asks for an
        address, ``RenderError``.
        """
        if _has_address(spec):
            raise RenderError("a specification whose data stand at an address")
        text = json.dumps(spec, ensure_ascii=False)
        if len(text.encode()) > LARGEST_SPEC:
            raise TooLarge(f"a specification of {len(text)} characters")
        return self._do(_svg, text)

    def png(self, svg: str, scale: int, width: float, height: float) -> bytes:
        """An SVG of so many pixels, each drawn ``scale`` times as wide and high.

        Raises as ``svg`` does, and for an SVG that states another size than is said.
        """
        if scale not in SCALES or width * height * scale**2 > LARGEST_PIXELS:
            raise TooLarge(f"{width} by {height} pixels, {scale} times")
        if len(svg.encode()) > LARGEST_SVG:
            raise TooLarge(f"an SVG of {len(svg)} characters")
        if _stated_size(svg) != (width, height):
            raise RenderError(f"an SVG of {_stated_size(svg)} pixels instead of {width, height}")
        if _PICTURES.search(svg):
            raise RenderError("an SVG with pictures from elsewhere")
        return self._do(_png, svg, scale)

    def close(self) -> None:
        """End the workers; the next task starts new ones."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            _end(pool)

    def _do(self, task: Callable[..., T], *arguments: Any) -> T:
        if not self._places.acquire(blocking=False):
            raise Busy("the queue of drawings is full")
        try:
            try:
                return self._once(task, *arguments)
            except _PoolEnded:
                return self._once(task, *arguments)
        except _PoolEnded as error:
            raise RenderError(f"the workers ended: {error}") from None
        finally:
            self._places.release()

    def _once(self, task: Callable[..., T], *arguments: Any) -> T:
        pool = self._running()
        try:
            future = pool.schedule(task, args=arguments, timeout=self._seconds)
        except RuntimeError as error:
            self._forget(pool)
            raise _PoolEnded(str(error)) from None
        try:
            # Waiting for a place among the workers counts as well: nobody waits for ever.
            return future.result(timeout=self._seconds * 4)
        except TimeoutError:
            future.cancel()
            raise TooSlow(f"longer than {self._seconds} s") from None
        except ProcessExpired as error:
            raise RenderError(f"the worker ended: {error}") from None
        except BrokenProcessPool as error:
            self._forget(pool)
            raise _PoolEnded(str(error)) from None
        except CancelledError:
            raise RenderError("the renderer was closed") from None

    def _forget(self, pool: ProcessPool) -> None:
        """Let go of a pool that takes no more tasks: the library gives up one of which a worker
        was killed while it had nothing to do."""
        with self._lock:
            if self._pool is pool:
                self._pool = None
        _end(pool)

    def _running(self) -> ProcessPool:
        with self._lock:
            if self._pool is None:
                self._pool = ProcessPool(
                    max_workers=self._workers,
                    max_tasks=500,
                    initializer=_start,
                    context=multiprocessing.get_context("spawn"),
                )
                atexit.register(self.close)
            return self._pool


class _PoolEnded(Exception):
    """The pool takes no more tasks; another one would."""


def _end(pool: ProcessPool) -> None:
    pool.stop()
    # What it can't end in time is no reason to fail: its workers end with their pipe.
    with contextlib.suppress(TimeoutError, RuntimeError):
        pool.join(timeout=5)


def _has_address(spec: Any) -> bool:
    """Whether ``data`` anywhere in a specification is asked for at an address."""
    if isinstance(spec, dict):
        data = spec.get("data")
        if isinstance(data, dict) and "url" in data:
            return True
        return any(
            _has_address(value)
            for name, value in spec.items()
            if name not in ("datasets", "values")
        )
    return isinstance(spec, list) and any(_has_address(part) for part in spec)


def _stated_size(svg: str) -> tuple[float, float] | None:
    root = _ROOT.search(svg)
    sides = [re.search(_SIDE % name, root[0]) for name in ("width", "height")] if root else []
    stated = [float(side[1]) for side in sides if side]
    return (stated[0], stated[1]) if len(stated) == 2 else None


#: A chart with a letter, which makes a new worker ready: the first drawing takes seconds.
_FIRST = {"data": {"values": [{}]}, "mark": {"type": "text", "text": "a"}}


def _start() -> None:
    vl_convert.register_font_directory(str(FONTS))
    _png(_svg(json.dumps(_FIRST)), 1)


def _svg(spec: str) -> str:
    # Numbers and dates are written as the specification's ``config.locale`` says.
    return _said(vl_convert.vegalite_to_svg, spec, vl_version=_VERSION, allowed_base_urls=[])


def _png(svg: str, scale: int) -> bytes:
    return _said(vl_convert.svg_to_png, svg, scale=scale)


def _said(convert: Callable[..., T], *arguments: Any, **more: Any) -> T:
    """What ``convert`` gives; what it can't do, in one line and as our own error."""
    try:
        return convert(*arguments, **more)
    except Exception as error:
        raise RenderError(str(error).partition("\n")[0]) from None
