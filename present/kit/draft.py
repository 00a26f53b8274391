"""How whatever is made of data that are not published yet says so, in the language at hand.

Each function leaves its text alone where there is no draft.
"""

from __future__ import annotations

from present.kit.text import t

#: What names of a draft's files begin with.
FILE = "taslak-"


def mark(is_draft: bool) -> str:
    """``TASLAK – yayımlanmamış veri``, as it stands by itself; empty for no draft."""
    return t("common.draft_mark") if is_draft else ""


def titled(title: str, is_draft: bool) -> str:
    """A title or a source: ``TASLAK – Harcama birimleri``."""
    return t("common.draft_title", title=title) if is_draft else title


def told(sentence: str, is_draft: bool) -> str:
    """A sentence that may be taken along alone, behind the mark."""
    return t("common.draft_told", sentence=sentence) if is_draft else sentence


def file_name(name: str, is_draft: bool) -> str:
    """What a file is called that somebody takes along."""
    return FILE + name if is_draft else name
