"""From a programme's text to what it says: faithful, unjudged, every line accounted for.

``read`` is the whole of it; each part of the statutory form has a module of its own. Year and
institution come from the text; nothing about one programme is written here.
"""

from __future__ import annotations

import math
import re
from collections import Counter

from kbb_data.problems import Problem, Unreadable
from kbb_data.reading import damage, torn
from kbb_data.reading.assets import read_assets
from kbb_data.reading.causes import collapse
from kbb_data.reading.goals import read_goals
from kbb_data.reading.lines import Line, decode, split_lines
from kbb_data.reading.money import money
from kbb_data.reading.needs import read_needs
from kbb_data.reading.organisation import read_organisation
from kbb_data.reading.pages import page_lines
from kbb_data.reading.performance import read_performance
from kbb_data.reading.pipes import tabbed
from kbb_data.reading.plan import read_plan, read_statements
from kbb_data.reading.presence import lost_headings
from kbb_data.reading.programme_budget import (
    covered_institution,
    form_of,
    is_label,
    labelled_year,
    mixed_units,
    read_programme_budget,
    sectioned,
)
from kbb_data.reading.records import Reading
from kbb_data.reading.responsibilities import read_responsibilities
from kbb_data.reading.responsible_units import hold_units
from kbb_data.reading.sections import ACCOUNTED_SECTIONS
from kbb_data.reading.staff import read_staff
from kbb_data.schema import PROGRAMME_BUDGET
from kbb_data.turkish import fold, squeeze, title

#: The cover's title, in the words that most bodies print, before other ones.
_TITLES = (
    re.compile(r"\b(20\d\d) yili performans programi"),
    re.compile(r"\b(20\d\d) (?:mali )?(?:yili )?performans programi"),
    re.compile(r"\bperformans programi (20\d\d)\b"),
)


def read(content: bytes) -> Reading:
    """What the bytes of a programme's text say.

    Raises ``Unreadable`` with every place that cannot be read with certainty; nothing is guessed
    and no line is dropped: each non-blank line of the accounted sections is in
    ``Reading.account``.
    """
    text = tabbed(decode(content))
    try:
        form = form_of(text)
        if form == PROGRAMME_BUDGET:
            institution = budget_institution_of(text)
            lines = sectioned(split_lines(text, required=()), institution)
            year = budget_year_of(text, lines)
        else:
            lines, year, institution = split_lines(text), year_of(text), institution_of(text)
        if lost := lost_headings(lines):
            raise Unreadable(lost)
    except Unreadable as refused:
        # Headings and labels in broken letters are not missing: the letters are the cause.
        cause = damage.cause_of(text)
        raise Unreadable([cause] if cause else collapse(refused.problems, {})) from None
    cause = damage.cause_of(text) if "\t" not in text else None
    damaged = [cause] if cause else damage.problems(lines, institution)
    unit = money(lines)
    mixed = mixed_units(lines, unit.scale) if form == PROGRAMME_BUDGET else unit.problems
    if damaged or mixed:
        raise Unreadable(damaged or mixed)
    lines = unit.lines
    pages, strays = (
        page_lines(lines, institution, is_label)
        if form == PROGRAMME_BUDGET
        else page_lines(lines, institution)
    )
    left_out = {*pages, *unit.captions}
    body, joined = [line for line in lines if line.number not in left_out], set[int]()
    if form != PROGRAMME_BUDGET:
        # A name of the other form may go on beside its figures; its readers see to that.
        body, joined = torn.mend(body)
    reading = Reading(
        year=year,
        institution=institution,
        title=f"{title(institution)} {year} Yılı Performans Programı",
        lines=body,
        form=form,
        is_stripped=not any(line.text.rstrip(" \u00a0").endswith("\t") for line in lines),
        scale=unit.scale,
        problems=strays,
    )
    for line in lines:
        if line.is_accounted and line.number in pages:
            reading.account.skip(line, pages[line.number])
        elif line.number in unit.captions:
            reading.account.skip(line, "unit of the amounts")
        elif line.number in joined:
            reading.account.skip(line, "read with the line above, from which it was torn")
    if form == PROGRAMME_BUDGET:
        read_statements(reading)
        read_programme_budget(reading)
    else:
        read_plan(reading)
        read_goals(reading)
        read_performance(reading)
        read_needs(reading)
        read_responsibilities(reading)
    read_organisation(reading)
    read_assets(reading)
    read_staff(reading)
    hold_units(reading)
    _account_headings(reading)
    _hold_account(reading)
    reading.account.passed.sort(key=lambda entry: entry.line)
    if not reading.is_sound:
        problems, causes = reading.problems, reading.causes
        raise Unreadable(collapse(problems, causes), collapse(problems, causes, math.inf))
    return reading


def year_of(text: str) -> int:
    """The year that the text's title names. Raises ``Unreadable`` where there is no such title."""
    cover = fold(squeeze(re.sub(r"[*\s]+", " ", text[:20_000])))
    match = next((match for words in _TITLES if (match := words.search(cover))), None)
    if not match:
        raise Unreadable(
            [Problem(0, "cover", "a title as '2025 YILI PERFORMANS PROGRAMI'", "none")]
        )
    return int(match[1])


def institution_of(text: str) -> str:
    """The name that most lines ``İdare Adı`` give. Raises ``Unreadable`` where there is none."""
    names: Counter[str] = Counter()
    for line in text.split("\n"):
        label, _, value = re.sub(r"\t\s*:?", ":", line.strip(), count=1).partition(":")
        if fold(label) in ("idare adi", "idarenin adi", "kurum adi"):
            names[squeeze(value.lstrip(": "))] += 1
    if not names or not names.most_common(1)[0][0]:
        raise Unreadable(
            [Problem(0, "section 2.3", "a line 'İdare Adı:' with the institution's name", "none")]
        )
    return names.most_common(1)[0][0]


def budget_year_of(text: str, lines: list[Line]) -> int:
    """The year of a programme budget: its cover's, or that of its labels *Bütçe Yılı*.

    Raises ``Unreadable`` where neither states one.
    """
    labelled = labelled_year(lines)
    try:
        return year_of(text)
    except Unreadable:
        if labelled is None:
            raise
        return labelled


def budget_institution_of(text: str) -> str:
    """The institution that the labels *İdare Adı* name, or the cover where there are none.

    Raises ``Unreadable`` where neither names one.
    """
    try:
        return institution_of(text)
    except Unreadable:
        name = covered_institution(text, _TITLES)
        if name:
            return name
    expected = "the institution's name above the title, or a line 'İdare Adı:' with it"
    raise Unreadable([Problem(0, "cover", expected, "none")])


def _account_headings(reading: Reading) -> None:
    """A section's own heading is passed over as such."""
    seen: set[str] = set()
    passed = {entry.line for entry in reading.account.passed}
    for line in reading.lines:
        if line.section in ACCOUNTED_SECTIONS and line.section not in seen and line.first:
            seen.add(line.section)
            if line.number not in reading.account.taken and line.number not in passed:
                reading.account.skip(line, "heading of a section")


def _hold_account(reading: Reading) -> None:
    """No non-blank line of the accounted sections may vanish from a text that is read; in one that
    is refused the lines below the cause do."""
    if not reading.is_sound:
        return
    passed = Counter(entry.line for entry in reading.account.passed)
    for line in reading.lines:
        if not line.first or not line.is_accounted:
            continue
        if line.number not in reading.account.taken and line.number not in passed:
            reading.problems.append(
                Problem(
                    line.number,
                    f"section {line.major}",
                    "a line of a known table",
                    f"'{line.text.strip()[:80]}'",
                )
            )
