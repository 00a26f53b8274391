"""The script runs behind a tab, read from what goes over its websocket."""

from __future__ import annotations

from playwright.sync_api import WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

_DONE = (
    ForwardMsg.ScriptFinishedStatus.FINISHED_SUCCESSFULLY,
    ForwardMsg.ScriptFinishedStatus.FINISHED_WITH_COMPILE_ERROR,
    ForwardMsg.ScriptFinishedStatus.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
)


class Runs:
    """Whether the server still owes a page a run.

    The page's own state tells that it is running only once the server has said so; on a busy
    machine that is long after a click was sent.
    """

    def __init__(self) -> None:
        self._owed = False

    @property
    def are_done(self) -> bool:
        return not self._owed

    def follow(self, socket: WebSocket) -> None:
        """Hears what the page and the server say to each other from now on."""
        self._owed = False
        socket.on("framesent", self._on_sent)
        socket.on("framereceived", self._on_received)

    def _on_sent(self, payload: bytes | str) -> None:
        if isinstance(payload, bytes) and BackMsg.FromString(payload).HasField("rerun_script"):
            self._owed = True

    def _on_received(self, payload: bytes | str) -> None:
        if not isinstance(payload, bytes):
            return
        message = ForwardMsg.FromString(payload)
        if message.HasField("new_session"):
            self._owed = True
        elif message.HasField("script_finished") and message.script_finished in _DONE:
            self._owed = False
