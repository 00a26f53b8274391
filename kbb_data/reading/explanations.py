"""Reading what a programme budget says of each activity: what it does, its legal basis, its units.

An activity is named by a label, by a line of its own, or in a row of a table before its text.
"""

from __future__ import annotations

import re

from kbb_data.problems import Problem, quote
from kbb_data.reading.budget_heads import label_of, labelled_columns, with_code
from kbb_data.reading.lines import Line, unexpected
from kbb_data.reading.open_table import OpenTable, state
from kbb_data.reading.records import BudgetActivity, Reading, SubProgramme
from kbb_data.reading.responsible_units import parted
from kbb_data.reading.wording import alike, bare
from kbb_data.turkish import fold, squeeze

#: A text whose last words name the units.
_WITH_UNITS = re.compile(
    r"(?P<text>|.*[.;:!?)])\s*sorumlu (?:harcama )?birim(?:i|ler|leri)?\s*: ?(?P<units>[^:]+?)\.?"
)
#: The end of a unit's name, folded.
_UNIT = re.compile(r".*l[iu]g[iu]")


class ExplanationsReader(OpenTable):
    """Reads the explanations below a sub-programme's table of costs."""

    def __init__(self, reading: Reading, sub_programme: SubProgramme) -> None:
        self.reading, self.sub_programme = reading, sub_programme
        self.name = f"explanations of sub-programme {sub_programme.number}"
        #: The activities in the part of the sub-programme that stands under the same unit.
        self.own = sub_programme.activities[sub_programme.activities_before :]
        self.title: Line | None = None
        self.activity: BudgetActivity | None = None
        #: The field that the next line without a label goes on with.
        self.text = "note"
        #: The columns of a table, by what each says; none where it has no head.
        self.columns: dict[str, int] = {}
        #: Whether the table of costs names no activity, so that these name the only one.
        self.is_nameless = any(not each.name for each in self.own)

    def line(self, line: Line) -> None:
        """Take up one line, or report that it does not belong here."""
        self.reading.account.take(line, "activities")
        label, _ = label_of(line)
        subject = label.subject
        self.title, is_title = self.title or line, self.title is None
        if columns := labelled_columns(line):
            self.columns = columns
        elif is_title:
            if label.value:
                self._prose(line, label.value)
        elif self.columns and len(line.filled) > 1:
            self._row(line)
        elif subject == "activity":
            self._named(line, label.value)
        elif len(line.filled) == 1 and not subject and self.is_name(line.first):
            self._open(line, line.first)
        elif subject in ("note", "activity_notes", "legal_basis", "unit"):
            self._labelled(line, subject, label.value)
        elif len(line.filled) == 2 and (self.is_name(line.first) or self._may_name(line)):
            # A table without a head.
            self._open(line, line.first)
            self._prose(line, line.filled[1][1])
        elif not subject and len(line.filled) == 1:
            self._prose(line, line.first)
        else:
            self.reading.problems.append(
                unexpected(line, self.name, "an activity's name, its explanation or a label of it")
            )

    def close(self, line: Line | None) -> None:
        """Report the activities that are explained under no name of theirs."""
        activities = self.own
        explained = [activity for activity in activities if activity.explained_as]
        if not explained and len(activities) > 1 and self.title:
            self.reading.problems.append(
                Problem(self.title.number, self.name, "each activity's name above its explanation",
                        "none")
            )  # fmt: skip
        for activity in activities if explained else ():
            if not activity.explained_as:
                self.reading.problems.append(
                    Problem(
                        activity.line.number,
                        self.name,
                        f"the name {quote(activity.name)} above its explanation, alone or after "
                        "'Faaliyet Adı:'",
                        "none",
                    )
                )

    def is_name(self, text: str) -> bool:
        """Whether a line's text names an activity of the sub-programme."""
        _, name = with_code(text)
        return any(
            bare(activity.name) == bare(name)
            or (not activity.explained_as and alike(activity.name, name))
            for activity in self.own
        )

    def _may_name(self, line: Line) -> bool:
        """Whether a row of two cells without a label names the activity that the costs don't."""
        return self.is_nameless and not label_of(line)[0].subject and not line.first.endswith(":")

    def _row(self, line: Line) -> None:
        """A row of a table: a name, and what each column says of it; without a name it goes on
        with the one above."""
        cells = {subject: line.cell(column) for subject, column in self.columns.items()}
        if any(column not in self.columns.values() for column, _ in line.filled):
            self.reading.problems.append(unexpected(line, self.name, "texts under the heads alone"))
            return
        if cells["activity"]:
            self._open(line, cells["activity"])
        for subject, text in cells.items():
            if text and subject not in ("activity", "number"):
                self.text = "note"
                if subject in ("note", "activity_notes"):
                    self._prose(line, text)
                else:
                    self._labelled(line, subject, text)
        self.text = "note"

    def _named(self, line: Line, printed: str) -> None:
        if printed:
            self._open(line, printed)
        else:
            self.reading.problems.append(unexpected(line, self.name, "an activity's name"))

    def _open(self, line: Line, printed: str) -> None:
        """Turn to the activity of a name; one that no activity bears is the next one's."""
        if not self.own:
            # The lack of the table of costs is said already.
            self.activity = BudgetActivity(line, printed)
            return
        _, name = with_code(printed)
        if self.is_nameless:
            self._only(line, name)
            return
        left = [each for each in self.own if not each.explained_as]
        fitting = (
            [each for each in left if bare(each.name) == bare(name)]
            or [each for each in left if alike(each.name, name)]
            or left[:1]
        )
        is_again = any(bare(each.explained_as) == bare(name) for each in self.own)
        if is_again or not fitting:
            self.reading.problems.append(
                unexpected(line, self.name, "each activity of the table of costs once")
            )
            return
        self.activity, self.text = fitting[0], "note"
        self.activity.explained_as = name

    def _only(self, line: Line, name: str) -> None:
        """Name the activity that the table of costs does not; with two names here it is not known
        which of them the costs are of."""
        (activity, *others) = self.own
        if others or activity.explained_as:
            self.reading.blames(
                unexpected(
                    line,
                    self.name,
                    "one activity, as the costs name none; write 'Faaliyet:' with its name above "
                    "the costs of each",
                )
            )
            return
        if any(bare(each.name) == bare(name) for each in self.sub_programme.activities):
            self.reading.problems.append(unexpected(line, self.name, "each activity once"))
        self.activity, self.text = activity, "note"
        activity.name = activity.explained_as = name

    def _labelled(self, line: Line, subject: str, value: str) -> None:
        activity = self._current()
        if activity is None:
            self.reading.problems.append(
                unexpected(line, self.name, "an activity's name above what is said of it")
            )
        elif subject == "unit":
            state(self.reading, self.name, line, activity, units=parted(value, ()))
            activity.unit_line = line
            self.text = "units" if not value else "note"
        else:
            field = "legal_basis" if subject == "legal_basis" else "note"
            if value:
                state(self.reading, self.name, line, activity, **{field: value})
            self.text = field

    def _prose(self, line: Line, text: str) -> None:
        activity = self._current()
        if activity is None:
            self.reading.account.taken.pop(line.number, None)
            self.reading.account.skip(line, "text beside the activities' explanations")
        elif self.text == "units":
            activity.units, activity.unit_line = parted(text, ()), line
            self.text = "note"
        else:
            text, units = _parted(text) if self.text == "note" else (text, "")
            if units:
                state(self.reading, self.name, line, activity, units=parted(units, ()))
                activity.unit_line = line
            setattr(activity, self.text, squeeze(f"{getattr(activity, self.text)} {text}"))

    def _current(self) -> BudgetActivity | None:
        """The activity that is explained; the only one needs no name."""
        activities = self.own
        return self.activity or (activities[0] if len(activities) == 1 else None)


def _parted(text: str) -> tuple[str, str]:
    """A text and the units that its last words name; empty where they name none for certain."""
    folded = fold(text)
    match = _WITH_UNITS.fullmatch(folded) if len(folded) == len(text) else None
    if not match or not _UNIT.fullmatch(match["units"]):
        return text, ""
    return text[: match.end("text")], text[match.start("units") : match.end("units")]
