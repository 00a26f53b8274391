"""How often one client may ask for something that costs much: a bucket of tokens a client."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable


class RateLimit:
    """At most ``burst`` at once and ``per_minute`` over time, for each of the last ``clients``."""

    def __init__(
        self,
        per_minute: float,
        burst: int,
        clients: int = 10_000,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._rate, self._burst, self._most, self._clock = per_minute / 60, burst, clients, clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def allows(self, client: str) -> bool:
        """Whether ``client`` may ask once more; if so it is counted."""
        now = self._clock()
        with self._lock:
            tokens, last = self._buckets.pop(client, (float(self._burst), now))
            tokens = min(float(self._burst), tokens + (now - last) * self._rate)
            is_allowed = tokens >= 1
            self._buckets[client] = (tokens - is_allowed, now)
            while len(self._buckets) > self._most:
                self._buckets.popitem(last=False)
        return is_allowed
