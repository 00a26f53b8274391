"""Two wordings word by word: which words differ, and how many."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from kbb_data.turkish import lower

_TOKEN = re.compile(r"\w+|[^\w\s]|\s+")

#: A wording in pieces, each with whether it differs.
Runs = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two wordings in pieces with those that differ set apart, and how many words differ."""

    stated: Runs
    computed: Runs
    words: int


def compare(stated: str, computed: str) -> Comparison:
    """Which words of two wordings differ; case and white space do not count."""
    left, right = _TOKEN.findall(stated), _TOKEN.findall(computed)
    matcher = SequenceMatcher(None, _plain(left), _plain(right), autojunk=False)
    differing_left: set[int] = set()
    differing_right: set[int] = set()
    count = 0
    for tag, start, end, right_start, right_end in matcher.get_opcodes():
        if tag == "equal":
            continue
        differing_left.update(range(start, end))
        differing_right.update(range(right_start, right_end))
        count += max(_count(left[start:end]), _count(right[right_start:right_end]))
    return Comparison(_runs(left, differing_left), _runs(right, differing_right), count)


def _plain(tokens: Sequence[str]) -> list[str]:
    return [" " if token.isspace() else lower(token) for token in tokens]


def _count(tokens: Sequence[str]) -> int:
    return sum(token[0].isalnum() for token in tokens)


def _runs(tokens: Sequence[str], differing: set[int]) -> Runs:
    """The tokens in pieces; a run of differing words is one piece, without the white space around
    it; punctuation alone doesn't differ."""
    pieces: list[tuple[str, bool]] = []
    run: list[str] = []
    for place, token in enumerate([*tokens, ""]):
        if place in differing:
            run.append(token)
            continue
        text = "".join(run)
        bare = text.strip()
        if any(letter.isalnum() for letter in bare):
            before, _, after = text.partition(bare)
            pieces += [(before, False), (bare, True), (after, False)]
        else:
            pieces.append((text, False))
        run = []
        pieces.append((token, False))
    return _together(pieces)


def _together(pieces: Iterable[tuple[str, bool]]) -> Runs:
    """The pieces without empty ones, neighbours that don't differ as one."""
    runs: list[tuple[str, bool]] = []
    for text, differs in pieces:
        if text and runs and not differs and not runs[-1][1]:
            runs[-1] = (runs[-1][0] + text, False)
        elif text:
            runs.append((text, differs))
    return tuple(runs)
