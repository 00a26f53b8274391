"""Charts and pictures in a bounded pool of worker processes.

The converter holds a whole process while it draws: in the server's own, one large picture would
stop every visitor. Workers have a queue with an end, a time to be ready and limits of size; they
draw with our own fonts and may fetch no address.
"""

from __future__ import annotations

import atexit
import json
import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, TimeoutError
from pathlib import Path
from typing import Any, TypeVar

import vl_convert
from pebble import ProcessExpired, ProcessPool

T = TypeVar("T")

FONTS = Path(__file__).resolve().parent.parent / "assets" / "fonts"

#: How many workers; in the environment.
WORKERS = "KBB_RENDER_WORKERS"

LARGEST_SPEC, LARGEST_SVG = 2 * 2**20, 6 * 2**20
LARGEST_PIXELS = 40_000_000
SCALES = (1, 2, 3, 4)

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

        Raises ``TooLarge``, ``Busy``, ``TooSlow`` and, where it can't be drawn, ``RenderError``.
        """
        text = json.dumps(spec, ensure_ascii=False)
        if len(text.encode()) > LARGEST_SPEC:
            raise TooLarge(f"a specification of {len(text)} characters")
        return self._do(_svg, text)

    def png(self, svg: str, scale: int, width: float, height: float) -> bytes:
        """An SVG of so many pixels, each drawn ``scale`` times as wide and high.

        Raises as ``svg`` does.
        """
        if scale not in SCALES or width * height * scale**2 > LARGEST_PIXELS:
            raise TooLarge(f"{width} by {height} pixels, {scale} times")
        if len(svg.encode()) > LARGEST_SVG:
            raise TooLarge(f"an SVG of {len(svg)} characters")
        return self._do(_png, svg, scale)

    def close(self) -> None:
        """End the workers; the next task starts new ones."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.stop()
            pool.join(timeout=5)

    def _do(self, task: Callable[..., T], *arguments: Any) -> T:
        if not self._places.acquire(blocking=False):
            raise Busy("the queue of drawings is full")
        try:
            future = self._running().schedule(task, args=arguments, timeout=self._seconds)
            # Waiting for a place among the workers counts as well: nobody waits for ever.
            return future.result(timeout=self._seconds * 4)
        except TimeoutError:
            raise TooSlow(f"longer than {self._seconds} s") from None
        except (ProcessExpired, CancelledError) as error:
            raise RenderError(f"the worker ended: {error}") from None
        except ValueError as error:
            raise RenderError(str(error)) from None
        finally:
            self._places.release()

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


def _start() -> None:
    vl_convert.register_font_directory(str(FONTS))


def _svg(spec: str) -> str:
    locale = json.loads(spec).get("config", {}).get("locale", {})
    return vl_convert.vegalite_to_svg(
        spec,
        vl_version=_VERSION,
        allowed_base_urls=[],
        format_locale=locale.get("number"),
        time_format_locale=locale.get("time"),
    )


def _png(svg: str, scale: int) -> bytes:
    return vl_convert.svg_to_png(svg, scale=scale)
