"""The one shape in which the open data's routes refuse: RFC 9457, naming what is allowed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from present.kit import cors
from present.kit.text import LANGUAGES, TURKISH, form, language, t, using
from present.opendata.files import as_json
from present.opendata.negotiation import liked

MEDIA = "application/problem+json"

#: Every kind of refusal and its status; the API's page explains each.
STATUS = {
    "unknown_address": 404,
    "unknown_parameter": 400,
    "wrong_value": 400,
    "missing": 400,
    "sides": 400,
    "repeated": 400,
    "too_long": 400,
    "method": 405,
    "format": 406,
    "range": 416,
    "unavailable": 503,
    "busy": 503,
    "too_many": 429,
    "not_drawn": 404,
    "absent": 404,
    "oembed_format": 501,
}

#: A list of what is allowed is never longer than this in an answer.
_MOST_ALLOWED = 200


class Problem(Exception):
    """A request that is refused: which kind, what was wrong with it, and what is allowed."""

    def __init__(
        self, kind: str, parameter: str | None = None, allowed: Sequence[str] = ()
    ) -> None:
        super().__init__(kind, parameter)
        self.kind, self.parameter, self.allowed = kind, parameter, tuple(allowed)
        #: The form of the document that was asked, in whose words the refusal is told.
        self.form = form()

    def again(self) -> Problem:
        """The same refusal without the place where it was raised."""
        with using(language(), self.form):
            return Problem(self.kind, self.parameter, self.allowed)

    @property
    def status(self) -> int:
        """The HTTP status."""
        return STATUS[self.kind]

    @property
    def retry_after(self) -> int | None:
        """After how many seconds the same request may be answered; nothing where never."""
        return {"unavailable": 30, "busy": 5, "too_many": 30}.get(self.kind)

    def content(self) -> dict[str, Any]:
        """The answer's content in the visit's language."""
        content: dict[str, Any] = {
            "type": f"/api/v1/#{self.kind.replace('_', '-')}",
            "title": t(f"opendata.problem_{self.kind}"),
            "status": self.status,
            "detail": t(f"opendata.problem_{self.kind}_detail", name=self.parameter or ""),
        }
        if self.parameter is not None:
            content["parameter"] = self.parameter
        content["allowed"] = list(self.allowed[:_MOST_ALLOWED])
        return content


def language_of(request: Request) -> str:
    """The language that a client asks for, Turkish where it asks for none of ours."""
    asked = request.headers.get("accept-language", "")
    return liked(asked, LANGUAGES, "-") or TURKISH


def refused(request: Request, problem: Problem, more: Mapping[str, str] | None = None) -> Response:
    """The answer to a refused request, with ``more`` headers."""
    chosen = language_of(request)
    with using(chosen, problem.form):
        content = as_json(problem.content())
    headers = {
        "Cache-Control": "no-store",
        "Content-Language": chosen,
        "Content-Length": str(len(content)),
        **cors.HEADERS,
        **(more or {}),
    }
    if problem.kind == "method":
        headers["Allow"] = ", ".join(cors.METHODS)
    if problem.retry_after is not None:
        headers["Retry-After"] = str(problem.retry_after)
    body = b"" if request.method == "HEAD" else content
    return Response(body, problem.status, headers, MEDIA)
