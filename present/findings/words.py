"""The words of findings and checks: values by unit, differences, which words differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from kbb_data.turkish import lower
from present.findings.model import (
    ECONOMIC_CODES,
    MONEY,
    WORDS,
    Candidates,
    Certainty,
    Check,
    Finding,
    Gaps,
    decimal,
    kurus,
)
from present.findings.subjects import Subject
from present.kit import writing
from present.kit.quantity import PERCENT
from present.kit.quantity import difference as points
from present.kit.text import catalogue, language, t

#: Units of findings that have a word of their own in each language.
_UNITS = {"adet": "piece", "kişi": "person", "kadro": "position"}
_SYMBOLS = {"m2": "m²", "%": "%", "no": None}
_TOKEN = re.compile(r"\w+|[^\w\s]|\s+")


def check_title(code: str, printed: str) -> str:
    """What a check compares, in the visit's language; the dataset's Turkish for an unknown one."""
    key = f"findings.check_{code.replace('-', '_')}"
    return t(key) if key in catalogue(language()) else printed


def severity(code: str) -> str:
    """``Yüksek önem``."""
    return t(f"findings.severity_{code}")


def severity_meaning(code: str) -> str:
    """What findings of a severity have in common."""
    return t(f"findings.severity_meaning_{code}")


def certainty(finding: Finding) -> str:
    """How sure the finding is, and what it rests on."""
    return t(f"findings.certainty_{finding.certainty.value}")


def value(text: str | None, unit: str) -> str:
    """A stated or computed value of a finding: amount, figure with its unit, or words."""
    if text is None:
        return t("findings.blank")
    number = decimal(text)
    if unit == WORDS or number is None:
        return text
    if unit == MONEY:
        return writing.money(kurus(text))
    if unit in _UNITS:
        return t(f"findings.unit_{_UNITS[unit]}", count=writing.number(number))
    return writing.measure(number, _SYMBOLS.get(unit, unit))


def stated(finding: Finding) -> str:
    """What the document states."""
    return value(finding.stated, finding.unit)


def computed(finding: Finding) -> str:
    """What follows from elsewhere, or how we read it; empty where there is nothing."""
    if finding.computed is None:
        return ""
    number = decimal(finding.computed)
    if finding.certainty is Certainty.READ and number is not None:
        return writing.number(number)
    return value(finding.computed, finding.unit)


def size(finding: Finding) -> str:
    """How great the difference is, without its direction; empty where nothing is counted."""
    gap = finding.gap
    if gap is None:
        return ""
    if finding.unit == PERCENT:
        return points(gap, PERCENT)
    return value(format(abs(gap), "f"), finding.unit)


def difference(finding: Finding) -> str:
    """``yazılandan 40.000.000 TL fazla``, or how many words differ; empty where nothing is."""
    gap = finding.gap
    if gap:
        return t("findings.more" if gap > 0 else "findings.less", size=size(finding))
    if finding.certainty is Certainty.COMPARED and finding.unit == WORDS:
        count = compare(finding.stated or "", finding.computed or "").words
        return t("findings.words", count=writing.number(count)) if count else t(
            "findings.words_none"
        )  # fmt: skip
    return ""


#: A wording in pieces, each with whether it differs.
Runs = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two wordings in pieces with those that differ set apart, and how many words differ."""

    stated: Runs
    computed: Runs
    words: int


def compare(stated: str, computed: str) -> Comparison:
    """Which words of two wordings differ; case and white space do not count."""
    left, right = _TOKEN.findall(stated), _TOKEN.findall(computed)
    matcher = SequenceMatcher(None, _plain(left), _plain(right), autojunk=False)
    differing_left: set[int] = set()
    differing_right: set[int] = set()
    count = 0
    for tag, start, end, right_start, right_end in matcher.get_opcodes():
        if tag == "equal":
            continue
        differing_left.update(range(start, end))
        differing_right.update(range(right_start, right_end))
        count += max(_count(left[start:end]), _count(right[right_start:right_end]))
    return Comparison(_runs(left, differing_left), _runs(right, differing_right), count)


def _plain(tokens: Sequence[str]) -> list[str]:
    return [" " if token.isspace() else lower(token) for token in tokens]


def _count(tokens: Sequence[str]) -> int:
    return sum(token[0].isalnum() for token in tokens)


def _runs(tokens: Sequence[str], differing: set[int]) -> Runs:
    """The tokens in pieces; a run of differing words is one piece, without the white space around
    it; punctuation alone doesn't differ."""
    pieces: list[tuple[str, bool]] = []
    run: list[str] = []
    for place, token in enumerate([*tokens, ""]):
        if place in differing:
            run.append(token)
            continue
        text = "".join(run)
        bare = text.strip()
        if any(letter.isalnum() for letter in bare):
            before, _, after = text.partition(bare)
            pieces += [(before, False), (bare, True), (after, False)]
        else:
            pieces.append((text, False))
        run = []
        pieces.append((token, False))
    return _together(pieces)


def _together(pieces: Iterable[tuple[str, bool]]) -> Runs:
    """The pieces without empty ones, neighbours that don't differ as one."""
    runs: list[tuple[str, bool]] = []
    for text, differs in pieces:
        if text and runs and not differs and not runs[-1][1]:
            runs[-1] = (runs[-1][0] + text, False)
        elif text:
            runs.append((text, differs))
    return tuple(runs)


def outcome(checks: Sequence[Check]) -> str:
    """What all checks together found, in one sentence."""
    failed = sum(check.failed for check in checks)
    parts = {
        "checks": writing.number(len(checks)),
        "compared": writing.number(sum(check.compared for check in checks)),
        "passed": writing.number(sum(check.passed for check in checks)),
        "failed": writing.number(failed),
        "clean": writing.number(sum(check.failed == 0 for check in checks)),
    }
    if not checks:
        return t("findings.outcome_none")
    if failed:
        return t("findings.outcome", **parts)
    return t("findings.outcome_sound", checks=parts["checks"], compared=parts["compared"])


def stated_label(finding: Finding) -> str:
    """What stands above a stated value."""
    key = "findings.label_table_2_5" if finding.check == ECONOMIC_CODES else "findings.label_stated"
    return t(key)


def computed_label(finding: Finding) -> str:
    """What stands above the value that it is held against."""
    if finding.check == ECONOMIC_CODES:
        return t("findings.label_cost_tables")
    if finding.certainty is Certainty.READ:
        return t("findings.label_read")
    if finding.certainty in (Certainty.COMPARED, Certainty.FORM):
        return t("findings.label_other")
    return t("findings.label_computed")


def subject(subject: Subject) -> str:
    """What a finding is about by its number: ``3. hedef``."""
    return t(f"findings.subject_{subject.kind.value}", key=subject.key)


def place(finding: Finding) -> str:
    """Where a finding stands in the document: ``bölüm 2.5, satır 12``."""
    return t("findings.place", section=finding.section, line=finding.line)


def listed(count: int, total: int) -> str:
    """How many findings of all are in the list."""
    if count == total:
        return t("findings.shown_all", count=writing.number(count))
    return t("findings.shown_some", count=writing.number(count), total=writing.number(total))


def line_names(findings: Iterable[Finding], names: Mapping[str, str]) -> dict[str, str]:
    """Code and name of the economic codes that findings are about, by the findings' codes.

    ``names`` are economic codes' names; a finding on a code without one is left out.
    """
    named = {}
    for finding in findings:
        code = finding.code.partition(".")[2]
        if finding.check == ECONOMIC_CODES and code in names:
            named[finding.code] = t("findings.line_code", code=code, name=names[code])
    return named


def candidates(candidates: Candidates) -> list[str]:
    """The rule by which activities are candidates, how many hold the very difference, and what
    the list is not."""
    over, gap = candidates.over, writing.money(candidates.gap_kurus)
    if candidates.exact:
        count = writing.number(candidates.exact)
        exact = t("findings.candidates_exact", over=over, gap=gap, count=count)
    else:
        exact = t("findings.candidates_no_exact", over=over, gap=gap)
    return [
        t("findings.candidates_rule", over=over, gap=gap),
        exact,
        t("findings.candidates_limit"),
    ]


def candidate_pairs(candidates: Candidates) -> str:
    """What stands above the pairs of activities that make the difference together."""
    gap = writing.money(candidates.gap_kurus)
    return t("findings.candidates_pairs", over=candidates.over, gap=gap)


def not_checkable(gaps: Gaps, year: int) -> list[str]:
    """What no check could look at, in sentences."""
    texts = [t("findings.open_outside")]
    if gaps.has_indicators:
        texts += [t("findings.open_results", year=year), t("findings.open_cost")]
    if gaps.general_kurus:
        texts.append(t("findings.open_general", amount=writing.money(gaps.general_kurus)))
    if gaps.blank_values:
        texts.append(t("findings.open_values", count=writing.number(gaps.blank_values)))
    if gaps.sizeless_assets:
        texts.append(t("findings.open_assets", count=writing.number(gaps.sizeless_assets)))
    if gaps.idle_checks:
        titles = "; ".join(check_title(check.code, check.title) for check in gaps.idle_checks)
        texts.append(t("findings.open_checks", titles=titles))
    return texts
