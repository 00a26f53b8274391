"""The document that figures come from: what is said of it, and how it stands to those before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kbb_data.problems import Problem, Unreadable, quote
from kbb_data.results.records import (
    ACTIVITY_REPORT,
    FINAL_ACCOUNTS,
    HALF_YEAR_REPORT,
    OTHER_REPORT,
    RESULTS_FORM,
)
from kbb_data.rows import Row, Tables
from kbb_data.schema import BY_NAME

#: How the key of a document of a kind begins.
_STEMS = {
    HALF_YEAR_REPORT: "yari-yil",
    FINAL_ACCOUNTS: "kesin-hesap",
    ACTIVITY_REPORT: "faaliyet-raporu",
    RESULTS_FORM: "gerceklesme-formu",
    OTHER_REPORT: "rapor",
}
#: The tables of figures, and the columns that say which figure a row is of.
FIGURES = {
    "indicator_results": ("goal", "indicator", "as_of"),
    "appropriations": ("classification", "code", "as_of"),
    "monthly_amounts": ("classification", "code", "year", "month"),
}
#: Which figure of which table.
Figure = tuple[object, ...]
#: So many things are named; the others are counted.
_NAMED = 8


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a document, by the person who gives it or by itself; empty where nothing is.

    ``date`` and ``as_of`` are days as ``2026-06-30``, ``kind`` a code, ``corrects`` the key of the
    document whose mistakes it mends, for ``reason``.
    """

    title: str = ""
    kind: str = ""
    date: str = ""
    as_of: str = ""
    corrects: str = ""
    reason: str = ""

    def over(self, other: Said) -> Said:
        """This, and what ``other`` says where this says nothing."""
        return Said(
            self.title or other.title,
            self.kind or other.kind,
            self.date or other.date,
            self.as_of or other.as_of,
            self.corrects or other.corrects,
            self.reason or other.reason,
        )


def document_row(said: Said, sha256: str, tables: Tables) -> Row:
    """The row of ``documents`` for a document that comes in. Raises ``Unreadable``, a line a cause,
    where its days or what it corrects can't be so."""
    problems = list(_unfitting(said, tables))
    if problems:
        raise Unreadable(problems)
    row: Row = dict.fromkeys(BY_NAME["documents"].column_names)
    return row | {
        "document": _key(said, tables),
        "title": said.title,
        "kind": said.kind,
        "date": said.date or None,
        "as_of": said.as_of,
        "sha256": sha256,
        "sequence": 1 + max((each["sequence"] for each in tables["documents"]), default=0),
        "corrects": said.corrects or None,
        "correction_reason": said.reason or None,
        "source_section": "1",
        "source_line": 1,
    }


def _key(said: Said, tables: Tables) -> str:
    """A key that no other document has."""
    stem = f"{_STEMS[said.kind]}-{said.as_of}"
    taken = {row["document"] for row in tables["documents"]}
    key, number = stem, 1
    while key in taken:
        number += 1
        key = f"{stem}-{number}"
    return key


def _unfitting(said: Said, tables: Tables) -> Iterator[Problem]:
    year = tables["programme"][0]["year"]
    known = {row["document"]: row for row in tables["documents"]}
    kinds = BY_NAME["documents"].column("kind").values
    if said.kind not in kinds:
        yield Problem(0, "--kind", f"one of {', '.join(kinds)}", quote(said.kind))
    if not said.as_of:
        yield Problem(0, "--as-of", "the day that the figures speak of, as 2026-06-30",
                      "none; write it into the form or give it with --as-of")  # fmt: skip
    elif said.as_of[:4] != str(year):
        yield Problem(0, "--as-of", f"a day of {year}, the programme's year",
                      f"{said.as_of}; give the file with --for the folder of that year, or the "
                      "day with --as-of")  # fmt: skip
    if said.date and said.as_of and said.date < said.as_of:
        yield Problem(0, "--date", f"a day not before {said.as_of}, of which the figures speak",
                      f"{said.date}; mend one of the two")  # fmt: skip
    if said.reason and not said.corrects:
        yield Problem(0, "--reason", "the document that is corrected, beside the reason",
                      "none; give it with --corrects")  # fmt: skip
    if not said.corrects:
        return
    if not said.reason:
        yield Problem(0, "--reason", "why the document is corrected", "none; give it with --reason")
    before = known.get(said.corrects)
    if before is None:
        there = ", ".join(known) or "none is there"
        yield Problem(0, "--corrects", f"a document of the dataset ({there})", quote(said.corrects))
    elif not said.date and before["date"]:
        yield Problem(0, "--date", f"the day of the correction, not before {before['date']}",
                      "none; the newest document speaks, give its day with --date")  # fmt: skip
    elif before["date"] and said.date < before["date"]:
        yield Problem(0, "--date", f"a day not before that of {said.corrects}, {before['date']}",
                      f"{said.date}; the newest document speaks")  # fmt: skip


def figures(tables: Tables) -> dict[str, set[Figure]]:
    """Which figures each document states, by its key."""
    found: dict[str, set[Figure]] = {}
    for table, columns in FIGURES.items():
        for row in tables[table]:
            figure = (table, *(row[column] for column in columns))
            found.setdefault(row["document"], set()).add(figure)
    return found


def beside(new: Row, stated: set[Figure], tables: Tables) -> list[str]:
    """How a document that states the figures ``stated`` stands to those that are there, a sentence
    each; ``tables`` are without it.

    Raises ``Unreadable`` for a second file about the same figures of the same day that is neither a
    correction nor of another day.
    """
    told, there = [], figures(tables)
    for row in tables["documents"]:
        common = there.get(row["document"], set()) & stated
        if row["document"] == new["corrects"]:
            if not common:
                raise Unreadable(
                    [Problem(0, "--corrects", f"figures that {row['document']} states",
                             "none of them in this file; is it another document?")]
                )  # fmt: skip
            told.append(f"corrects {row['document']}: {_figures(len(common))} stated in both")
        elif (row["kind"], row["as_of"]) == (new["kind"], new["as_of"]) and common:
            told.append(_revised(new, row, len(common)))
    same = [row for row in tables["documents"] if row["kind"] == new["kind"]]
    if same:
        before = max(same, key=lambda row: row["sequence"])
        gone = {_thing(each): each for each in there.get(before["document"], ())}
        for each in stated:
            gone.pop(_thing(each), None)
        if gone:
            told.append(
                f"not in this file but in {before['document']}, where they stay: "
                f"{listed(sorted(_called(each) for each in gone))}"
            )
    return told


def _revised(new: Row, before: Row, common: int) -> str:
    """What to say of a second document about the same figures. Raises ``Unreadable`` where nobody
    can tell which of the two is the later."""
    named = f"{before['document']} ({before['title']}, {before['date'] or 'without a date'})"
    if new["date"] and before["date"] and new["date"] != before["date"]:
        later, earlier = sorted((new, before), key=lambda row: str(row["date"]), reverse=True)
        return (
            f"a revision: {_figures(common)} of {new['as_of']} in {before['document']} as well; "
            f"{later['document']} of {later['date']} speaks, {earlier['document']} stays beside it"
        )
    raise Unreadable(
        [
            Problem(
                0,
                "the document",
                f"the first {new['kind']} of {new['as_of']}, or one that says how it stands to "
                "the one that is there",
                f"{_figures(common)} that {named} states; where that one was wrong give "
                f"--corrects {before['document']} --reason TEXT, where more is known since give "
                "the day of this one with --date",
            )
        ]
    )


def _figures(count: int) -> str:
    return f"{count} figure" if count == 1 else f"{count} figures"


def _thing(figure: Figure) -> Figure:
    """What a figure is about, whatever its day."""
    table, first, second, *_ = figure
    return table, first, second


def _called(thing: Figure) -> str:
    table, first, second = thing
    return f"indicator {first}.{second}" if table == "indicator_results" else f"{first} {second}"


def listed(names: Iterable[str]) -> str:
    """Names with commas; of many the first, and how many there are beside them."""
    own = list(dict.fromkeys(names))
    more = len(own) - _NAMED
    return ", ".join(own[:_NAMED]) + (f" and {more} more" if more > 0 else "")
