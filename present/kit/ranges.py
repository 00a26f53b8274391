"""Which bytes of an answer a client asks for (RFC 9110, 14): for what is fetched in parts, resumed
after a break, or read at its end first, as programs do with Parquet."""

from __future__ import annotations

import re

_ASKED = re.compile(r"bytes=[ \t]*([0-9]*)-([0-9]*)[ \t]*", re.ASCII | re.IGNORECASE)
#: No body of ours has more digits of bytes; a longer number is none.
_MOST_DIGITS = 18


class Unsatisfiable(Exception):
    """A range that lies beyond the ``size`` bytes that there are."""

    def __init__(self, size: int) -> None:
        super().__init__(size)
        self.size = size


def asked_places(asked: str, size: int) -> range | None:
    """The places of the bytes that a ``Range`` header asks for, of ``size`` bytes.

    ``None`` where the whole is to be answered, as the standard has it: other units, what is no
    range, and several ranges at once, which are dearer than the whole. Raises ``Unsatisfiable``.
    """
    match = _ASKED.fullmatch(asked.strip())
    if match is None or max(map(len, match.groups())) > _MOST_DIGITS:
        return None
    first, last = match.groups()
    if not first and not last:
        return None
    if not first:
        start, stop = max(size - int(last), 0), size
    else:
        start = int(first)
        if last and int(last) < start:
            return None
        stop = min(int(last) + 1, size) if last else size
    if start >= stop:
        raise Unsatisfiable(size)
    return range(start, stop)
