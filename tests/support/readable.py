"""What betrays a text that nobody has written for Turkish readers."""

from __future__ import annotations

import re

#: Words that betray an untranslated text, a programmer's value or a failure.
FOREIGN = re.compile(
    r"\b(None|NaN|nan|NaT|null|undefined|True|False|Traceback|Error|Exception|Infinity"
    r"|Loading|Search|Select|Choose|Filter|Sort|Show|Hide|Download|Close|Total|Budget|Source"
    r"|No results|No options|Please|the|and|of|with|Running|Stop|Rerun|Deploy)\b"
)
#: 4865537000.0, 4865537000 or 1.5e+09: figures that nobody has written in Turkish.
RAW_NUMBER = re.compile(
    r"(?<![\d.,])\d{4,}\.\d\b|(?<![\w.,-])\d{6,}(?![\w.,-])|\b\d[\d.]*[eE][+-]?\d+\b"
)


def readable(text: str) -> str:
    """What a page says without versions and addresses, which are no figures."""
    return re.sub(r"\b\d{4}\.\d+\.\d+(\+[0-9a-f]{8})?(?![\d.])", "", text)
