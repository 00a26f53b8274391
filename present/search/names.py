"""How results are called: the short names of what the document states in many words."""

from __future__ import annotations

from collections.abc import Mapping

from present.kit.keep import keep
from present.kit.setting import Setting

#: The tables of what has short names, with the columns of its key and its name.
_TABLES = {
    "aim": ("aims", "aim", "short_name"),
    "goal": ("goals", "goal", "goal_short"),
    "activity": ("activities", "activity", "activity_short"),
}


@keep(8)
def short_names(setting: Setting) -> Mapping[tuple[str, str], str]:
    """The short names by kind and code, in the setting's language where there is one; the
    document's own words where nobody gave another."""
    names: dict[tuple[str, str], str] = {}
    for kind, (table, key, name) in _TABLES.items():
        frame = setting.frame(table)
        for code, short in zip(frame[key], frame[name], strict=True):
            names[kind, str(code)] = str(short)
    return names
