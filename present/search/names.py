"""How results are called: the short names of what the document states in many words."""

from __future__ import annotations

from collections.abc import Mapping

from present.kit.keep import keep
from present.kit.setting import Setting
from present.search.amounts import TOPIC
from present.topics import entries as topic_entries
from present.topics.words import topic_name, topic_purpose

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
    for topic in topic_entries.topics(setting):
        names[TOPIC, topic.slug] = topic_name(topic)
    return names


@keep(8)
def purposes(setting: Setting) -> Mapping[str, str]:
    """What each topic's money buys, by its slug, in the setting's language."""
    return {each.slug: topic_purpose(each) for each in topic_entries.topics(setting)}
