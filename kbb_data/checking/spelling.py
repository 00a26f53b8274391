"""Words that the document spells in two ways, and brackets that it does not close."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kbb_data.checking import rules
from kbb_data.checking.run import Run
from kbb_data.reading.wording import letters
from kbb_data.rows import Row, Tables
from kbb_data.turkish import lower, slug

#: The columns that hold the document's own words, and where a line of theirs is not the row's own.
TEXTS: dict[str, tuple[str, ...]] = {
    "programme": ("mission", "vision"),
    "core_values": ("text",),
    "aims": ("name_printed", "statement"),
    "objectives": ("statement",),
    "goals": ("statement", "aim_statement", "objective_statement", "note"),
    "hierarchy": ("name", "objective", "explanation"),
    "indicators": ("name_printed", "note", "calculation", "data_source"),
    "activities": (
        "name",
        "cost_table_name",
        "cost_table_goal_statement",
        "note",
        "legal_basis",
    ),
    "printed_performance": ("label",),
    "unit_responsibilities": ("activity_name", "goal_statement"),
    "spending_units": ("name", "aliases"),
    "assets": ("category", "name", "note"),
    "positions": ("title",),
}

_WORD = re.compile(r"[^\W\d_]+")
#: Shorter words differ too easily in meaning ("halı", "hali").
_LEAST = 5
#: So far apart may two endings be, for two words to be one word.
_ENDING = 8
_MOST_LINES = 6

#: Letters that writers take for one another.
_ALIKE = str.maketrans("ıâîû", "iaiu")
_GLIDE = re.compile(r"(?<=[uü])v(?=[aeuü])|(?<=[iı])y(?=[ae])")
_DOUBLE = re.compile(r"([bcçdfgğhjklmnprsştvyz])\1")


@dataclass(frozen=True)
class Text:
    """A printed text: its table and column, its words, the row and the line that it stands in."""

    table: str
    column: str
    text: str
    row: Row

    @property
    def line(self) -> int:
        """The line of the source text."""
        is_elsewhere = (self.table, self.column) == ("activities", "name")
        return int(self.row["goal_table_line" if is_elsewhere else "source_line"])


def texts(tables: Tables) -> Iterator[Text]:
    """All printed texts of a dataset, in the tables' order."""
    for table, columns in TEXTS.items():
        for row in tables[table]:
            # The strategic plan's levels are told by their own tables.
            if table == "hierarchy" and row["level"] not in ("programme", "sub_programme"):
                continue
            for column in columns:
                if row.get(column):
                    yield Text(table, column, row[column], row)


def brackets(run: Run) -> None:
    """Texts with more brackets opened than closed, or the other way round."""
    for text in texts(run.tables):
        run.compared += 1
        opened, closed = text.text.count("("), text.text.count(")")
        if opened == closed:
            continue
        run.find(
            f"{text.table.replace('_', '-')}.{text.column.replace('_', '-')}.{text.line}",
            {**text.row, "source_line": text.line},
            f"Satır {text.line}",
            "Açılan ayraç kapanmıyor." if opened > closed else "Kapanan ayraç açılmamış.",
            kind=rules.SLIP,
            stated=text.text,
        )


def spelling(run: Run) -> None:
    """Words that occur in two spellings: ``ı`` for ``i``, with or without a circumflex, a glide or
    a doubled letter. A print that another check has found is left out."""
    slips = {(row["source_line"], letters(row["stated"])) for row in run.told if row["stated"]}
    spoken: dict[str, list[Text]] = {}
    for text in texts(run.tables):
        is_told = (text.line, letters(text.text)) in slips
        for word in () if is_told else dict.fromkeys(_WORD.findall(text.text)):
            if len(word) >= _LEAST:
                spoken.setdefault(lower(word), []).append(text)
    run.compared += len(spoken)
    for stem, forms in sorted(_variants(spoken).items()):
        ranked = sorted(forms, key=lambda form: (len(forms[form]), form))
        usual = ranked[-1]
        for form in ranked[:-1]:
            own = forms[form]
            run.find(
                slug(stem) if len(ranked) == 2 else f"{slug(stem)}.{ranked.index(form) + 1}",
                {**own[0].row, "source_line": own[0].line},
                f"“{form}” {_lines(own)} ile “{usual}” {_lines(forms[usual])}",
                f"Aynı sözcük iki biçimde yazılmış: {len(own)} yerde “{form}”, "
                f"{len(forms[usual])} yerde “{usual}”.",
                kind=rules.SLIP,
                stated=form,
                computed=usual,
            )


def _lines(own: list[Text]) -> str:
    lines = sorted({text.line for text in own})
    more = " ve başka yerler" if len(lines) > _MOST_LINES else ""
    return f"(satır {', '.join(map(str, lines[:_MOST_LINES]))}{more})"


def _variants(spoken: dict[str, list[Text]]) -> dict[str, dict[str, list[Text]]]:
    """By a word's common form, the spellings of it and where each stands."""
    buckets: dict[str, list[str]] = {}
    for word in spoken:
        buckets.setdefault(_plain(word)[:_LEAST], []).append(word)
    stems: dict[str, set[str]] = {}
    for words in buckets.values():
        ordered = sorted(words, key=lambda word: (len(_plain(word)), word))
        for place, short in enumerate(ordered):
            stem = _plain(short)
            if any(stem.startswith(known) for known in stems):
                continue
            spellings = {
                spelling
                for word in ordered[place:]
                if (spelling := _start(word, stem)) and len(word) - len(spelling) <= _ENDING
            }
            if len(spellings) > 1 and not _is_inflection(spellings):
                stems[stem] = spellings
    return {
        stem: {spelling: _standing(spoken, stem, spelling) for spelling in spellings}
        for stem, spellings in stems.items()
    }


def _standing(spoken: dict[str, list[Text]], stem: str, spelling: str) -> list[Text]:
    own = [text for word, texts in spoken.items() if _start(word, stem) == spelling
           for text in texts]  # fmt: skip
    return sorted(own, key=lambda text: text.line)


def _plain(word: str) -> str:
    """A word without circumflexes, with ``i`` for ``ı``, without glides and doubled letters."""
    return _DOUBLE.sub(r"\1", _GLIDE.sub("", word).translate(_ALIKE))


def _start(word: str, stem: str) -> str:
    """As much of a word as makes a stem; empty where it begins otherwise."""
    if not _plain(word).startswith(stem):
        return ""
    return next(word[:end] for end in range(len(stem), len(word) + 1) if _plain(word[:end]) == stem)


def _is_inflection(spellings: set[str]) -> bool:
    """Whether the spellings differ by a doubled letter at their end alone, as endings make it
    ("hayata", "hayatta")."""
    if len({_GLIDE.sub("", spelling).translate(_ALIKE) for spelling in spellings}) == 1:
        return False
    least = min(map(len, spellings))
    return len({spelling[: least - 2] for spelling in spellings}) == 1
