"""Findings in HTML: the counts, the ones that stand first, the list, a finding alone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import pandas as pd
from markupsafe import Markup

from kbb_data.schema import SEVERITIES
from present.findings import places, words
from present.findings.comparison import Runs, compare
from present.findings.model import (
    WORDS,
    Candidates,
    Check,
    Finding,
    Kind,
    State,
    totals,
)
from present.findings.subjects import Subject
from present.kit import writing
from present.kit.markup import Pieces, joined
from present.kit.parts import part
from present.kit.tables import TableColumn, folded, html_table
from present.kit.text import TURKISH, language, marked, t, verbatim

_PIECES = Pieces("findings/html.jinja")

#: Where a finding leads: the address of its own view.
Link = Callable[[str], str]

#: Where an activity leads, by its number.
ActivityLink = Callable[[int], str]

#: What a finding is about: its words and an address, by the finding's code.
Touched = Mapping[str, Sequence[tuple[Markup | str, str]]]


def outcome_html(checks: Sequence[Check], year: int) -> Markup:
    """What all checks together came to."""
    return _PIECES("outcome", text=words.outcome(checks, year))


def anchor_html(name: str) -> Markup:
    """A place on the page that an address can lead to."""
    return _PIECES("anchor", name=name)


def count_html(count: int, total: int) -> Markup:
    """How many findings of all the list shows."""
    return _PIECES("count", text=words.listed(count, total))


def location_html(finding: Finding) -> Markup:
    """Where a finding is, as the heading of its own view."""
    return _PIECES("location", text=_place(finding.location))


def _place(location: str) -> Markup:
    return marked(places.place(location), places.own(location))


def tiles_html(
    checks: Sequence[Check],
    all_checks: str,
    address: Callable[[Kind], str],
    chosen: Collection[str],
) -> Markup:
    """How many checks ran, how many comparisons were made, how many agree, and how many findings
    of each kind there are.

    The first three lead to ``all_checks``; a kind's tile shows the findings of that kind
    (``address``) and says whether it is among the ``chosen``.
    """
    counts = (
        ("checks", sum(check.state is State.RUN for check in checks)),
        ("compared", sum(check.compared for check in checks)),
        ("passed", sum(check.passed for check in checks)),
    )
    tiles = (
        *((name, count, all_checks, False) for name, count in counts),
        *(
            (kind.value, count, address(kind) if count else "", kind.value in chosen)
            for kind, count in totals(checks).items()
        ),
    )
    return _PIECES("tiles", tiles=tiles)


def sound_html(checks: Sequence[Check]) -> Markup:
    """What stands in place of a list without findings: which checks ran, on how much."""
    return _PIECES("sound", title=t("findings.sound_title"), texts=words.sound(checks))


def rules_html() -> Markup:
    """By what rules kind, certainty and severity follow."""
    return _PIECES("rules", rules=words.rules())


def jumps_html(places: Sequence[tuple[str, str]]) -> Markup:
    """Links to the parts of a page: anchor and words."""
    return _PIECES("jumps", places=places)


def lead_html(leading: Sequence[Finding], names: Mapping[str, Markup | str], link: Link) -> Markup:
    """The findings that stand first with their figures; nothing where there is none.

    ``names`` are short names of findings' lines by code, where there are any; the document's are
    marked already.
    """
    if not leading:
        return Markup("")
    first = leading[0]
    lines = [
        {
            "name": names.get(finding.code) or _place(finding.location),
            "address": link(finding.code),
            "facts": facts_html(finding),
        }
        for finding in leading
    ]
    return _PIECES(
        "lead", first=first, amount=words.size(first), lines=lines, address=link(first.code)
    )


def list_html(
    findings: Sequence[Finding], link: Link, touched: Touched, *, is_open: bool = False
) -> Markup:
    """The findings by severity, each a line that opens; of the lowest, those of one check lie
    behind a fold.

    The gravest are open; ``is_open`` opens all.
    """
    groups: list[Markup] = []
    for severity in SEVERITIES:
        own = [finding for finding in findings if finding.severity == severity]
        if not own:
            continue
        is_lowest = severity == SEVERITIES[-1]
        cards = _folds(own, link, touched, is_open) if is_lowest else _cards(own, link, touched)
        groups.append(
            part(
                f"onem-{severity}",
                words.severity(severity),
                cards,
                brief=t("findings.findings_count", count=writing.number(len(own))),
                text=words.severity_meaning(severity),
                level=3,
                is_open=is_open or not groups,
            )
        )
    return _PIECES("list", groups=joined(*groups))


def _folds(findings: Sequence[Finding], link: Link, touched: Touched, is_open: bool) -> Markup:
    """The findings of each check behind a fold, in the order in which the checks occur."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.check, []).append(finding)
    return joined(
        *(
            folded(
                t(
                    "findings.fold",
                    title=words.check_title(check, members[0].check_title),
                    count=writing.number(len(members)),
                ),
                _cards(members, link, touched),
                is_open=is_open,
            )
            for check, members in groups.items()
        )
    )


def _cards(findings: Sequence[Finding], link: Link, touched: Touched) -> Markup:
    """A line a finding: where it is, the difference or its kind, how grave it is; it opens."""
    cards = []
    for finding in findings:
        body = _PIECES(
            "card",
            finding=finding,
            kind=words.kind(finding.kind),
            address=link(finding.code),
            facts=facts_html(finding),
            touched=touched_html(touched.get(finding.code, ())),
        )
        fold = part(
            f"bulgu-{finding.code}",
            _place(finding.location),
            body,
            brief=_brief(finding),
            level=4,
            opens_with_room=False,
        )
        cards.append((finding.code, fold))
    return _PIECES("cards", cards=cards)


def _brief(finding: Finding) -> str:
    """How great a finding's difference is, else its kind; and how grave it is."""
    return t(
        "findings.brief",
        size=words.size(finding) if finding.gap else words.kind(finding.kind),
        severity=words.severity(finding.severity),
    )


def facts_html(finding: Finding) -> Markup:
    """What is stated, what follows from elsewhere, the difference, the place."""
    stated, computed = wordings(finding)
    pairs = [
        (words.stated_label(finding), stated),
        (words.computed_label(finding), computed),
        (t("findings.column_difference"), words.difference(finding)),
        (t("findings.column_place"), words.place(finding)),
    ]
    is_long = finding.unit == WORDS and finding.kind is not Kind.QUESTION
    kind = "kt-wide" if is_long else "kt-figures"
    return _PIECES("facts", pairs=[pair for pair in pairs if pair[1]], kind=kind)


def wordings(finding: Finding) -> tuple[Markup | str, Markup | str]:
    """What is stated and what stands elsewhere; the document's words marked as such, in words
    that are compared also those that differ."""
    if finding.is_wording:
        comparison = compare(finding.stated or "", finding.computed or "")
        return _wording(comparison.stated), _wording(comparison.computed)
    is_own = finding.unit == WORDS
    stated: Markup | str = words.stated(finding)
    if is_own and finding.stated is not None:
        stated = verbatim(stated)
    if finding.computed is None:
        return stated, ""
    computed = words.computed(finding)
    return stated, verbatim(computed) if computed in words.own(finding) else computed


def _wording(runs: Runs) -> Markup:
    """The document's words with marks, said to be Turkish where the page around them isn't."""
    marked = _PIECES("wording", runs=runs)
    return marked if language() == TURKISH else _PIECES("turkish", content=marked)


def touched_html(links: Sequence[tuple[Markup | str, str]]) -> Markup:
    """Links to what a finding is about; nothing where that is nothing on this site."""
    return _PIECES("touched", links=links) if links else Markup("")


def finding_html(finding: Finding, links: Sequence[tuple[Markup | str, str]]) -> Markup:
    """A finding alone: severity, facts, what it means, how sure it is, what it is about."""
    return _PIECES(
        "finding",
        finding=finding,
        severity=words.severity(finding.severity),
        meaning=words.severity_meaning(finding.severity),
        kind=words.kind(finding.kind),
        kind_meaning=words.kind_meaning(finding.kind),
        certainty=words.certainty(finding.certainty),
        check=words.check_title(finding.check, finding.check_title),
        facts=facts_html(finding),
        touched=touched_html(links),
    )


def subject_html(subject: Subject, name: str) -> Markup | str:
    """What a finding is about: its name in the document where it has one, else its number."""
    return verbatim(name) if name else words.subject(subject)


def candidates_html(candidates: Candidates, activity: ActivityLink) -> Markup:
    """The activities within which a difference between codes could lie, and by what rule."""
    columns = [
        TableColumn(
            "activity_name",
            t("findings.candidates_activity"),
            is_heading=True,
            is_verbatim=True,
            link=lambda row: activity(int(row["activity"])),
        ),
        TableColumn(
            "over_kurus",
            t("findings.candidates_code", code=candidates.over),
            _amount,
            is_number=True,
        ),
    ]
    if candidates.under is not None:
        columns.append(
            TableColumn(
                "under_kurus",
                t("findings.candidates_code", code=candidates.under),
                _amount,
                is_number=True,
            )
        )
    columns.append(TableColumn("unit_name", t("findings.candidates_unit"), is_verbatim=True))
    rows = candidates.rows
    names = [
        f"{number}. {name}"
        for number, name in zip(rows["activity"], rows["activity_name"], strict=True)
    ]
    content = _PIECES(
        "candidates",
        texts=words.candidates(candidates),
        table=html_table(
            rows.assign(activity_name=names),
            columns,
            t("findings.candidates_caption", over=candidates.over),
        ),
        pairs=_pairs(candidates, activity),
    )
    count = t("findings.candidates_count", count=writing.number(len(rows)))
    return part("faaliyetler", t("findings.candidates_title"), content, brief=count)


def _amount(value: Any) -> str:
    """An amount; a dash where the activity has no such line."""
    return writing.money(value) if writing.is_stated(value) else "–"


def _pairs(candidates: Candidates, activity: ActivityLink) -> Markup:
    """Pairs of activities that make exactly the difference; nothing where there is none."""
    if not candidates.pairs:
        return Markup("")
    return _PIECES(
        "pairs", text=words.candidate_pairs(candidates), pairs=candidates.pairs, activity=activity
    )


def bullets_html(texts: Sequence[str]) -> Markup:
    """Sentences as a list."""
    return _PIECES("bullets", texts=texts)


def findings_html(
    rows: pd.DataFrame,
    link: Link,
    checks: Sequence[Check],
    *,
    heading: tuple[str, str] = ("h2", ""),
) -> Markup:
    """A list of findings on a page about something else, each leading to its own view; where there
    is none, which checks looked.

    ``rows``: of ``db.queries.findings``; ``heading`` is the level and, unless empty, another title.
    """
    level, title = heading
    items = [
        (link(code), _place(location), explanation)
        for code, location, explanation in zip(
            rows["finding"], rows["location"], rows["explanation"], strict=True
        )
    ]
    return part(
        "bulgulari",
        title or t("findings.touching.title"),
        _PIECES("touching", rows=items),
        brief=t("findings.findings_count", count=writing.number(len(items))) if items else "",
        text=t("findings.touching.text") if items else words.untouched(checks),
        level=int(level[1:]),
    )
