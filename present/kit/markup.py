"""HTML from templates that escape by themselves: a room's pieces, each a macro of its template.

A room keeps its pieces in ``html.jinja`` beside ``html.py``. Whatever a template puts in is
escaped unless it is ``Markup`` already; that is what pieces give, so that they fit into each
other. Line breaks in a template and the blanks that follow them are no part of the HTML: where
words or attributes want a blank at a break, it is written ``{{ " " }}``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup

from present.kit import writing
from present.kit.text import marked, t, verbatim

_PRESENT = Path(__file__).resolve().parent.parent


class _Joined(Extension):
    """Takes line breaks and indentation out of a template before it is read."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return re.sub(r"\s*\n\s*", "", source)


def _escaped(value: Any) -> Any:
    """What stands in a template, escaped as the rest of the house does; nothing is an error."""
    if value is None:
        raise TypeError("a template was given nothing to write")
    return value if hasattr(value, "__html__") else Markup(escape(str(value)))


def worded(key: str, /, **pieces: object) -> Markup:
    """The text under ``key`` as HTML with pieces of HTML as its parameters; what is no ``Markup``
    is escaped. Raises what ``t`` raises."""
    # No text holds these, and escaping leaves them alone.
    marks = {name: f"\0{place}\0" for place, name in enumerate(pieces)}
    html = escape(t(key, **marks))
    for name, mark in marks.items():
        html = html.replace(mark, str(_escaped(pieces[name])))
    return Markup(html)


_ENVIRONMENT = Environment(
    loader=FileSystemLoader(_PRESENT),
    autoescape=True,
    undefined=StrictUndefined,
    extensions=[_Joined],
    finalize=_escaped,
)
_ENVIRONMENT.globals.update(t=t, verbatim=verbatim, marked=marked, worded=worded, writing=writing)


class Pieces:
    """The macros of one template by name: ``pieces("facts", unit=unit)``."""

    def __init__(self, template: str) -> None:
        """``template``: its path below ``present/``, as ``units/html.jinja``."""
        self._template = template

    @cached_property
    def _macros(self) -> Any:
        return _ENVIRONMENT.get_template(self._template).module

    def __call__(self, name: str, /, **values: Any) -> Markup:
        """The HTML of a macro with these values.

        Raises ``AttributeError`` for one that the template hasn't, ``TypeError`` for a value that
        it doesn't take or that is nothing, and ``jinja2.UndefinedError`` for one that it misses.
        """
        macro: Callable[..., Markup] = getattr(self._macros, name)
        return Markup(macro(**values))


def joined(*pieces: Markup) -> Markup:
    """Pieces one after the other; what is no ``Markup`` is escaped."""
    return Markup("").join(pieces)
