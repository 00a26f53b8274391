"""A visitor without a browser: a Streamlit session over its WebSocket."""

from __future__ import annotations

import time
from dataclasses import dataclass
from types import TracebackType

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect


@dataclass(frozen=True)
class Run:
    """One run of a page's script: seconds from asking to its end, bytes that it sent."""

    seconds: float
    sent_bytes: int


class Session:
    """One session with the dashboard at ``url`` (http://...), on one page."""

    def __init__(self, url: str, page: str, query: str = "") -> None:
        self._page, self._query, self._hash = page, query, ""
        self._socket: ClientConnection = connect(
            url.replace("http://", "ws://") + "/_stcore/stream",
            subprotocols=["streamlit"],  # type: ignore[list-item]
            max_size=None,
        )

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._socket.close()

    def run(self) -> Run:
        """Asks for one run of the page and waits for its end. Raises RuntimeError when the
        script ends with an error, TimeoutError after half a minute of silence."""
        ask = BackMsg()
        ask.rerun_script.query_string = self._query
        ask.rerun_script.page_name = self._page
        ask.rerun_script.page_script_hash = self._hash
        begin = time.perf_counter()
        self._socket.send(ask.SerializeToString())
        sent = 0
        while True:
            frame = self._socket.recv(timeout=30)
            assert isinstance(frame, bytes)
            sent += len(frame)
            answer = ForwardMsg()
            answer.ParseFromString(frame)
            kind = answer.WhichOneof("type")
            if kind == "navigation":
                self._hash = answer.navigation.page_script_hash
            elif kind == "script_finished":
                if answer.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                    raise RuntimeError(f"the script of {self._page!r} ended with an error")
                return Run(time.perf_counter() - begin, sent)
