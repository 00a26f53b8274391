"""The codes of a page's address in our own spelling: ``ilce=YAHYALI`` means ``ilce=yahyali``."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from present.figures.answers import FigureAnswers
from present.figures.registry import ENTRIES
from present.kit import address
from present.kit.keep import Kept
from present.kit.setting import LANGUAGE
from present.kit.text import LANGUAGES
from present.opendata.query import Pairs
from present.opendata.source import Edition
from present.web.programmes import codes, editions, opened


class Spelling:
    """Spells the codes that the figures of a page know, and those of programme and language."""

    def __init__(self, answers: FigureAnswers) -> None:
        self._answers = answers
        self._kept: Kept[tuple[Any, ...], Pairs] = Kept(1024)

    def __call__(self, path: str, pairs: Pairs) -> Pairs:
        """The parameters of a page's address, those that are understood in our own spelling."""
        programmes = editions(self._answers.library)
        key = (path, tuple(pairs), programmes)
        return self._kept.get(key, lambda: self._spelled(path, pairs, programmes))

    def _spelled(self, path: str, pairs: Pairs, programmes: Sequence[Edition]) -> Pairs:
        library = self._answers.library
        common: Mapping[str, Collection[str]] = {**codes(programmes), LANGUAGE: LANGUAGES}
        pairs = [(name, _meant(text, common.get(name, ()))) for name, text in pairs]
        edition = opened(library, pairs)
        given = {name: text for name, text in pairs if name not in common}
        if edition is None or not given:
            return pairs
        setting, own = self._answers.setting(edition, False), dict[str, str]()
        for entry in ENTRIES:
            if entry.page == path:
                kind = entry.kind(setting)
                if not given.keys().isdisjoint(address.parameters(kind)):
                    own = {**address.spelled(kind, given, entry.known(setting)), **own}
        return [(name, own.get(name, text)) for name, text in pairs]


def _meant(text: str, allowed: Collection[str]) -> str:
    return address.meant(text, allowed) or text
