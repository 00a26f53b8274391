"""What a route's figures are made from: a programme of the library."""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import urlencode

from present.kit import address
from present.kit.setting import LANGUAGE, Setting, localised_frame
from present.kit.text import TURKISH, language
from present.opendata.source import Edition, Library


def of_edition(library: Library, edition: Edition, *, is_dark: bool, public: str = "") -> Setting:
    """The programme ``edition`` for a route; its links begin with ``public``, the dashboard's own
    address without a slash at the end."""

    def ask(question: str) -> Any:
        return library.answer(edition, question)

    return Setting(
        edition.year,
        edition.institution,
        edition.sha256,
        edition.version,
        is_dark,
        partial(localised_frame, ask),
        partial(ask, "totals"),
        partial(_link, public, edition.parameters),
    )


def _link(public: str, kept: dict[str, str], path: str, choices: Any = None) -> str:
    parameters = {**kept, **(address.query(choices) if choices is not None else {})}
    if language() != TURKISH:
        parameters[LANGUAGE] = language()
    return public + path + (f"?{urlencode(parameters)}" if parameters else "")
