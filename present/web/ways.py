"""Where a page without JavaScript leads from its top."""

from __future__ import annotations

from urllib.parse import urlencode

from present.kit.setting import in_language
from present.kit.text import LANGUAGES
from present.opendata.query import INSTITUTION, YEAR, Pairs
from present.site.pages import DATA, HOME


def ways_around(path: str, pairs: Pairs, language: str) -> dict[str, str]:
    """The way from a page without JavaScript to the first one and to that of the data, of the same
    programme and in the same language, and to the same view in the other language."""
    other = next(each for each in LANGUAGES if each != language)
    programme = [pair for pair in pairs if pair[0] in (YEAR, INSTITUTION)]
    return {
        "home": in_language(f"{HOME.path}?{urlencode(programme)}", language),
        "data": in_language(f"{DATA.path}?{urlencode(programme)}", language),
        "other": other,
        "address": in_language(f"{path}?{urlencode(pairs)}", other),
    }
