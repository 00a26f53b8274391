"""``python -m present warm``: draw every picture of the gallery before the first visitor asks."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence

from db import engine, load
from present.figures.answers import PNG, SVG, FigureAnswers
from present.figures.registry import GROUPS, gallery
from present.figures.request import DARK, LIGHT, THEME, ask
from present.kit.setting import LANGUAGE
from present.kit.text import LANGUAGES, TURKISH, using
from present.opendata.source import Library
from present.picture.cache import RenderCache
from present.picture.renderer import Renderer
from present.picture.sizes import Size
from present.web.files import PUBLIC_ADDRESS


def warm(answers: FigureAnswers, groups: Sequence[str] = GROUPS) -> int:
    """Draw the gallery's figures of these groups: for the pages, light and dark, in both
    languages, and as the cards that other sites show. How many pictures there are now."""
    edition = answers.library.editions()[0]
    made = 0
    for language in LANGUAGES:
        with using(language):
            setting = answers.setting(edition, False)
            for group in groups:
                for entry, choices in gallery(setting, group):
                    for theme in (LIGHT, DARK):
                        pairs = [*entry.query(choices).items(), (THEME, theme)]
                        if language != TURKISH:
                            pairs.append((LANGUAGE, language))
                        asked = ask(
                            entry, edition, pairs, lambda is_dark: answers.setting(edition, is_dark)
                        )
                        for size in (Size.WEB, Size.SQUARE):
                            answers.body(asked, SVG, size)
                            made += 1
                        if theme == LIGHT:
                            answers.body(asked, PNG, Size.SOCIAL)
                            made += 1
    return made


def main(arguments: list[str]) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m present", description=__doc__)
    parser.add_argument("command", choices=["warm"])
    parser.parse_args(arguments)
    reading = engine.create(load.ensure())
    kept, renderer = RenderCache(), Renderer()
    # It stands in the pictures, so it must be the server's.
    public = os.environ.get(PUBLIC_ADDRESS, "")
    start = time.monotonic()
    try:
        made = warm(FigureAnswers(Library(lambda: reading), renderer, kept, public))
    finally:
        renderer.close()
    print(f"{made} pictures in {time.monotonic() - start:.0f} s, kept in {kept.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
