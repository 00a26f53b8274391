"""Problems, doubts and places in Turkish, for the workbook that the municipality's staff mend in.

What the readers say is English, as the commands are. Its Turkish is a catalogue of whole messages
(``problems_tr.toml``); what that lacks stays English and says so, so that nobody takes a word for
word guess for what the reader meant.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from kbb_data.problems import Problem

CATALOGUE = Path(__file__).with_name("problems_tr.toml")
#: What stands before a message without Turkish words.
ENGLISH = "(İngilizce) "
_SLOT = re.compile(r"\{(\+?)(\w+)\}")
#: Slots that hold a number or some; every other one holds words.
_NUMBERS = frozenset({"aim", "code", "count", "goal", "indicator", "line", "number", "page",
                      "place", "row", "size", "table", "width"})  # fmt: skip
#: The patterns of a slot that is neither: a column's name.
_COLUMN = "[a-z_]+"
#: What is no words: numbers, lists and ranges of them, dashes.
_NEUTRAL = re.compile(r"[\d\s.,;/-]*")


@cache
def _messages(kind: str) -> list[tuple[re.Pattern[str], str, frozenset[str]]]:
    """The patterns of a kind's messages with their Turkish and the slots that hold a message of
    their own; those with the most words of their own first."""
    found = tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))[kind]
    messages = []
    for english, turkish in found.items():
        pattern, end, inner = "", 0, set()
        for slot in _SLOT.finditer(english):
            pattern += re.escape(english[end : slot.start()])
            name = slot[2]
            held = "[0-9.,-]+" if name in _NUMBERS else _COLUMN if name == "column" else ".*?"
            pattern += f"(?P<{name}>{held})"
            end = slot.end()
            if slot[1]:
                inner.add(name)
        pattern += re.escape(english[end:])
        own = len(_SLOT.sub("", english))
        messages.append((own, re.compile(pattern, re.DOTALL), turkish, frozenset(inner)))
    messages.sort(key=lambda message: -message[0])
    return [message[1:] for message in messages]


@cache
def _words() -> dict[str, str]:
    return dict(tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))["words"])


def turkish(kind: str, text: str) -> str:
    """The Turkish of a text of ``kind`` (places, doubts, expected, keys, found); English, with a
    mark, where the catalogue has none."""
    if _NEUTRAL.fullmatch(text):
        return text
    for pattern, words, inner in _messages(kind):
        match = pattern.fullmatch(text)
        if match:
            slots = {
                name: turkish(kind, value) if name in inner else value
                for name, value in match.groupdict().items()
            }
            return words.format(**slots)
    parts = text.split(", ")
    if kind == "expected" and all(part in _words() for part in parts):
        return ", ".join(_words()[part] for part in parts)
    return f"{ENGLISH}{text}"


def told(problem: Problem) -> tuple[str, str, str]:
    """What a problem says, in Turkish: the table, what should stand there, what does."""
    kind = "keys" if ".csv" in problem.place else "expected"
    return (
        turkish("places", problem.place),
        turkish(kind, problem.expected),
        turkish("found", problem.actual),
    )
