"""Texts that a spreadsheet would run as a formula, made harmless."""

from __future__ import annotations

import re

#: What a spreadsheet takes for the beginning of a formula.
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)*", re.ASCII)


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet would run a text; a plain number, also below zero, it would not."""
    return cell.lstrip(" ").startswith(STARTS) and not _NUMBER.fullmatch(cell.strip(" "))


def defused(cell: str) -> str:
    """A text that no spreadsheet runs: one that it would gets an apostrophe in front."""
    return f"'{cell}" if is_formula(cell) else cell
