"""Reading what a programme budget says of each activity: what it does, its legal basis, its units.

An activity is named by a label or by a line of its own.
"""

from __future__ import annotations

from kbb_data.problems import Problem, quote
from kbb_data.reading.budget_heads import label_of, with_code
from kbb_data.reading.lines import Line, unexpected
from kbb_data.reading.open_table import OpenTable, state
from kbb_data.reading.records import BudgetActivity, Reading, SubProgramme
from kbb_data.reading.responsible_units import parted
from kbb_data.reading.wording import alike, bare
from kbb_data.turkish import squeeze


class ExplanationsReader(OpenTable):
    """Reads the explanations below a sub-programme's table of costs."""

    def __init__(self, reading: Reading, sub_programme: SubProgramme) -> None:
        self.reading, self.sub_programme = reading, sub_programme
        self.name = f"explanations of sub-programme {sub_programme.number}"
        self.title: Line | None = None
        self.activity: BudgetActivity | None = None
        #: The field that the next line without a label goes on with.
        self.text = "note"

    def line(self, line: Line) -> None:
        """Take up one line, or report that it does not belong here."""
        self.reading.account.take(line, "activities")
        label, _ = label_of(line)
        subject = label.subject
        if self.title is None:
            self.title = line
            if label.value:
                self._prose(line, label.value)
        elif subject == "activity":
            self._named(line, label.value)
        elif len(line.filled) == 1 and not subject and self.is_name(line.first):
            self._open(line, line.first)
        elif subject in ("note", "activity_notes", "legal_basis", "unit"):
            self._labelled(line, subject, label.value)
        elif not subject and len(line.filled) == 1:
            self._prose(line, line.first)
        else:
            self.reading.problems.append(
                unexpected(line, self.name, "an activity's name, its explanation or a label of it")
            )

    def close(self, line: Line | None) -> None:
        """Report the activities that are explained under no name of theirs."""
        activities = self.sub_programme.activities
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
            for activity in self.sub_programme.activities
        )

    def _named(self, line: Line, printed: str) -> None:
        if printed:
            self._open(line, printed)
        else:
            self.reading.problems.append(unexpected(line, self.name, "an activity's name"))

    def _open(self, line: Line, printed: str) -> None:
        """Turn to the activity of a name; one that no activity bears is the next one's."""
        if not self.sub_programme.activities:
            # The lack of the table of costs is said already.
            self.activity = BudgetActivity(line, printed)
            return
        _, name = with_code(printed)
        left = [each for each in self.sub_programme.activities if not each.explained_as]
        fitting = (
            [each for each in left if bare(each.name) == bare(name)]
            or [each for each in left if alike(each.name, name)]
            or left[:1]
        )
        is_again = any(
            bare(each.explained_as) == bare(name) for each in self.sub_programme.activities
        )
        if is_again or not fitting:
            self.reading.problems.append(
                unexpected(line, self.name, "each activity of the table of costs once")
            )
            return
        self.activity, self.text = fitting[0], "note"
        self.activity.explained_as = name

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
            setattr(activity, self.text, squeeze(f"{getattr(activity, self.text)} {text}"))

    def _current(self) -> BudgetActivity | None:
        """The activity that is explained; the only one needs no name."""
        activities = self.sub_programme.activities
        return self.activity or (activities[0] if len(activities) == 1 else None)
