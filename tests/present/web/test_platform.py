"""The platform's own words: those that we put others in place of are the ones that it has."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from present.kit.text import ENGLISH, TURKISH, using
from present.web import platform


@pytest.fixture(scope="module")
def scripts() -> str:
    """The platform's scripts that draw what our pages use."""
    spec = find_spec("streamlit")
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent / "static" / "static" / "js"
    names = "index|Selectbox|TextInput|InputInstructions|Toolbar|ArrowVegaLite|DeckGl|utils"
    own = [path for path in folder.glob("*.js") if re.match(rf"({names})\w*\.", path.name)]
    return "".join(path.read_text(encoding="utf-8") for path in own)


def test_the_platform_says_what_we_put_our_words_in_place_of(scripts: str) -> None:
    # "Press Enter to " and the deed stand apart there.
    parts = {own.removesuffix("apply") for own in platform.WORDS}
    assert {part for part in parts if part not in scripts} == set()


def test_dialogs_headings_have_words() -> None:
    assert platform.WORDS.keys() >= platform.DIALOGS.keys()


@pytest.mark.parametrize("language", [TURKISH, ENGLISH])
def test_the_script_holds_the_languages_words_and_ends_no_script(language: str) -> None:
    with using(language):
        script = platform.script()
    assert ("Sonuç yok" in script) is (language == TURKISH)
    assert "$1" in script
    assert "</" not in script
