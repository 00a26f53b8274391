"""The server's sockets answer at once, and other descriptors are left alone."""

from __future__ import annotations

import socket
from pathlib import Path

from present.sockets import answer_at_once


def is_prompt(one: socket.socket) -> bool:
    return one.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0


def test_what_a_listening_socket_accepts_is_prompt(tmp_path: Path) -> None:
    with (
        socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening,
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other,
        (tmp_path / "file").open("w") as file,
    ):
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        assert not is_prompt(listening)
        assert answer_at_once() >= 1
        with socket.create_connection(listening.getsockname()):
            accepted, _ = listening.accept()
            with accepted:
                assert is_prompt(accepted)
        # Nothing that was looked at is closed by that.
        file.write("x")
        assert other.fileno() >= 0
        other.getsockname()
