"""What every embed loads, and what it may: one script, the fonts, nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache

from present.kit import framing
from present.kit.answers import Body
from present.kit.text import ROOT as TEXTS
from present.web.embed_addresses import PREFIX

#: The fonts by weight, below our other files.
_FONTS = {400: "fonts/kbb-sans-regular.woff2", 600: "fonts/kbb-sans-semibold.woff2"}
_SCRIPT = "embed.js"


@cache
def parts() -> Mapping[str, Body]:
    """The shared script and the fonts by address. An address names the content, which never
    changes."""
    kinds = {_SCRIPT: "text/javascript", **dict.fromkeys(_FONTS.values(), "font/woff2")}
    return {_address(name): Body(_content(name), kind) for name, kind in kinds.items()}


def script() -> str:
    """The script's address."""
    return _address(_SCRIPT)


def fonts() -> Mapping[int, str]:
    """The fonts' addresses by weight."""
    return {weight: _address(name) for weight, name in _FONTS.items()}


def policy() -> str:
    """The content security policy of an embed: our script and fonts, and who may frame it."""
    return (
        "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; font-src 'self'; "
        f"img-src 'self' data:; base-uri 'none'; form-action 'none'; {framing.directive()}"
    )


@cache
def _content(name: str) -> bytes:
    return (TEXTS.parent / name).read_bytes()


@cache
def _address(name: str) -> str:
    stem, _, ending = name.rpartition("/")[2].rpartition(".")
    digest = hashlib.sha256(_content(name)).hexdigest()[:12]
    return f"{PREFIX}kbb-{stem.removeprefix('kbb-')}-{digest}.{ending}"
