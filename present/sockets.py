"""Answers that leave at once, whoever made the server's socket."""

from __future__ import annotations

import os
import socket

_DESCRIPTORS = "/dev/fd"


def answer_at_once() -> int:
    """Sets TCP_NODELAY on the TCP sockets that this process holds; how many those are.

    ``streamlit run`` makes its listening socket without naming the protocol, whereupon asyncio
    leaves the option out, and over a kept-open connection each answer waits for 40 ms. What is
    accepted from now on inherits it. Where a process's descriptors can't be listed (outside Linux
    and BSD) nothing is done.
    """
    try:
        numbers = [int(name) for name in os.listdir(_DESCRIPTORS)]
    except OSError:
        return 0
    return sum(_is_set(number) for number in numbers)


def _is_set(number: int) -> bool:
    try:
        # Of a copy, since closing this object must not close the server's.
        with socket.socket(fileno=os.dup(number)) as found:
            if found.family not in (socket.AF_INET, socket.AF_INET6):
                return False
            if found.type != socket.SOCK_STREAM:
                return False
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except OSError:
        # Most descriptors are no sockets, and some are gone by now.
        return False
    return True
