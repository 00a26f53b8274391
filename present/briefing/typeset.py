"""Printing a briefing: a tagged PDF (PDF/UA-1) on A4, set with typst.

Fonts are the project's, nothing is fetched, and what is said reaches the template as data alone.
"""

from __future__ import annotations

import datetime
import io
import json
import threading
from dataclasses import asdict
from functools import cache
from typing import Any

import segno
import typst

from present.briefing.model import Briefing, linked, plain, runs
from present.kit.text import ROOT as TEXTS
from present.kit.text import language, t
from present.kit.theme import palette

_ASSETS = TEXTS.parent
_TEMPLATE = _ASSETS / "briefing.typ"

#: There is a single compiler; whoever comes second waits some hundredths of a second.
_COMPILING = threading.Lock()

#: The parts of a briefing that the template wants as bare text.
_BARE = frozenset({"value", "amount", "share", "mark", "address", "titled", "site", "svg", "alt"})


class TypesetError(Exception):
    """The template and the briefing do not fit."""


def pdf(briefing: Briefing, day: datetime.date) -> bytes:
    """The briefing as a PDF, in the language at hand; its address stands in the page's foot and in
    the QR code. The same briefing of the same ``day`` is the same bytes. Raises ``TypesetError``.
    """
    made_at = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    try:
        with _COMPILING:
            made = _compiler().compile(
                format="pdf",
                sys_inputs=_inputs(briefing),
                pdf_standards=["ua-1"],
                timestamp=int(made_at.timestamp()),
            )
    except typst.TypstError as error:
        raise TypesetError(f"{briefing.kind}/{briefing.key}: {error}") from error
    assert isinstance(made, bytes)
    return made


def pictures(briefing: Briefing, dots_per_inch: int) -> list[bytes]:
    """The pages of a briefing as PNGs, as the documentation shows them."""
    with _COMPILING:
        made = _compiler().compile(
            format="png", ppi=float(dots_per_inch), sys_inputs=_inputs(briefing)
        )
    return made if isinstance(made, list) else [made or b""]


def _inputs(briefing: Briefing) -> dict[str, str]:
    return {"data": json.dumps(_data(briefing), ensure_ascii=False)}


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(
        input=str(_TEMPLATE),
        root=str(_ASSETS),
        font_paths=[str(_ASSETS / "fonts")],
        ignore_system_fonts=True,
    )


def _data(briefing: Briefing) -> dict[str, Any]:
    colours = palette(False)
    return {
        **_told(asdict(briefing)),
        "language": language(),
        # Whoever reads the paper's properties finds who asks: the dashboard, not the institution.
        "author": briefing.site,
        "keywords": [plain(briefing.about), briefing.version],
        "foot": _runs(t("briefing.foot", source=briefing.source, version=briefing.version)),
        "shown": _runs(linked(briefing.address)),
        "page": t("briefing.page", page="{page}", pages="{pages}"),
        "qr": _qr(briefing.address),
        "qr-words": t("briefing.qr"),
        "questions-title": t("briefing.questions_title"),
        "questions-text": t(
            "briefing.questions_text" if briefing.questions else "briefing.questions_none"
        ),
        "colours": {
            "strong": colours.money,
            "bar": colours.money,
            "tint": colours.panel,
            "ink": colours.ink,
            "quiet": colours.quiet,
            "line": colours.line,
            "draft": colours.tick,
        },
    }


def _told(value: Any, name: str = "") -> Any:
    """The briefing's parts as the template reads them: every text in runs, sets as lists."""
    if isinstance(value, dict):
        return {key: _told(part, key) for key, part in value.items()}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, list | tuple):
        return [_told(part) for part in value]
    if isinstance(value, str):
        return plain(value) if name in _BARE else _runs(value)
    return value


def _runs(text: str) -> list[dict[str, Any]]:
    return [{"text": run.text, "own": run.is_own, "address": run.address} for run in runs(text)]


def _qr(address: str) -> str:
    out = io.BytesIO()
    segno.make(address, error="m").save(out, kind="svg", xmldecl=False, border=2, light="#fff")
    return out.getvalue().decode()
