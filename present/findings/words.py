"""The words of findings and checks: values by unit, differences, which words differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kbb_data.schema import SEVERITIES
from kbb_data.turkish import lower
from present.findings import places
from present.findings.comparison import compare
from present.findings.model import (
    ECONOMIC_CODES,
    MONEY,
    WORDS,
    Candidates,
    Certainty,
    Check,
    Finding,
    Gaps,
    Kind,
    State,
    decimal,
    kurus,
    totals,
)
from present.findings.subjects import Subject
from present.kit import writing
from present.kit.quantity import PERCENT
from present.kit.quantity import difference as points
from present.kit.text import TURKISH, catalogue, either, language, t

#: Checks whose findings tell in our words and figures how a line was read.
READ_ALOUD = frozenset({"resource-need-rows", "asset-readings"})

#: Units of findings that have a word of their own in each language.
_UNITS = {"adet": "piece", "kişi": "person", "kadro": "position", "gösterge": "indicator"}
_SYMBOLS = {"m2": "m²", "%": "%", "no": None}


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


def kind(kind: Kind) -> str:
    """``uyuşmuyor``, ``yazım``, ``boş``."""
    return t(f"findings.kind_{kind.value}")


def kind_meaning(kind: Kind) -> str:
    """What findings of a kind have in common."""
    return t(f"findings.kind_meaning_{kind.value}")


def certainty_name(certainty: Certainty) -> str:
    """``kesin``."""
    return t(f"findings.certainty_name_{certainty.value}")


def certainty(certainty: Certainty) -> str:
    """How sure a finding is, and what it rests on."""
    return t(f"findings.certainty_{certainty.value}")


def counted(counts: Mapping[Kind, int]) -> str:
    """How many findings there are of each kind that there are any of, one after the other; empty
    without findings."""
    told = [
        t(f"findings.counted_{kind.value}", count=writing.number(count))
        for kind, count in counts.items()
        if count
    ]
    return ", ".join(told)


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
    if finding.kind is Kind.READING and number is not None:
        return writing.number(number)
    if finding.check in READ_ALOUD:
        return places.reading(finding.computed)
    return value(finding.computed, finding.unit)


def size(finding: Finding) -> str:
    """How great the difference is, without its direction; empty where nothing is counted."""
    gap = finding.gap
    if gap is None:
        return ""
    if finding.unit == PERCENT:
        return points(gap, PERCENT)
    return value(format(abs(gap), "f"), finding.unit)


#: Checks whose difference is one from something else than what is written.
_THAN = {
    "result-classifications": "economic",
    "result-documents": "earlier",
    "result-values": "earlier",
    "result-reasons": "target",
    "result-indicators": "reported",
}


def difference(finding: Finding) -> str:
    """``yazılandan 40.000.000 TL fazla``, or how many words differ; empty where nothing is."""
    gap = finding.gap
    if gap:
        than = _THAN.get(finding.check)
        if than is None:
            return t("findings.more" if gap > 0 else "findings.less", size=size(finding))
        key = f"findings.more_than_{than}" if gap > 0 else f"findings.less_than_{than}"
        return t(key, size=size(finding))
    if finding.is_wording:
        count = compare(finding.stated or "", finding.computed or "").words
        return t("findings.words", count=writing.number(count)) if count else t(
            "findings.words_none"
        )  # fmt: skip
    return ""


def outcome(checks: Sequence[Check], year: int) -> str:
    """What all checks together came to, in one sentence; of each kind of findings how many."""
    if not checks:
        return t("findings.outcome_none")
    counts = totals(checks)
    parts: dict[str, object] = {
        "year": year,
        "checks": writing.number(sum(check.state is State.RUN for check in checks)),
        "compared": writing.number(sum(check.compared for check in checks)),
        "passed": writing.number(sum(check.passed for check in checks)),
    }
    if any(counts.values()):
        return t("findings.outcome", **parts, found=counted(counts))
    return t("findings.outcome_sound", **parts)


def sound(checks: Sequence[Check]) -> list[str]:
    """What a page without findings says: how many checks ran on how many comparisons, and which
    did not run."""
    ran = [check for check in checks if check.state is State.RUN]
    compared = writing.number(sum(check.compared for check in ran))
    if len(ran) == len(checks):
        first = t("findings.sound_all", checks=writing.number(len(ran)), compared=compared)
    else:
        first = t(
            "findings.sound_some",
            checks=writing.number(len(checks)),
            ran=writing.number(len(ran)),
            compared=compared,
        )
    return [first, *idle(checks)]


def untouched(checks: Sequence[Check]) -> str:
    """What stands where no finding touches a subject: how many checks looked, on how much."""
    if not checks:
        return t("findings.outcome_none")
    ran = [check for check in checks if check.state is State.RUN]
    return t(
        "findings.touching.none",
        checks=writing.number(len(ran)),
        compared=writing.number(sum(check.compared for check in ran)),
    )


def idle(checks: Iterable[Check]) -> list[str]:
    """Which checks did not run, and why; nothing where all ran."""
    told = []
    for state in (State.NO_TABLE, State.NOTHING):
        names = [check_title(own.code, own.title) for own in checks if own.state is state]
        if names:
            told.append(t(f"findings.open_{state.value}", titles="; ".join(names)))
    return told


def state(state: State) -> str:
    """Whether a check ran."""
    return t(f"findings.state_{state.value}")


def rules() -> dict[str, list[tuple[str, str]]]:
    """By what rules kind, certainty and severity follow, each name with its meaning, by what they
    are rules of."""
    return {
        "kind": [(kind(own), kind_meaning(own)) for own in Kind],
        "certainty": [(certainty_name(own), certainty(own)) for own in Certainty],
        "severity": [(severity(code), severity_meaning(code)) for code in SEVERITIES],
    }


def note(finding: Finding, names: Mapping[str, str], needs: Mapping[str, int]) -> str:
    """What goes along with a figure that shows an amount of the finding: the two places with what
    each says.

    ``names``: as ``line_names`` gives them; ``needs``: what table 2.5 prints as a line's total.
    """
    if finding.check == ECONOMIC_CODES and finding.code in names:
        code = finding.code.partition(".")[2]
        total = needs.get(code)
        return t(
            "findings.note_code" if total is None else "findings.note_code_total",
            name=names[finding.code],
            stated=stated(finding),
            total="" if total is None else writing.money(total),
            computed=computed(finding),
        )
    parts = {
        "place": places.place(finding.location),
        "stated": stated(finding),
        "computed": computed(finding),
    }
    if finding.kind is Kind.READING:
        return t("findings.note_read" if parts["computed"] else "findings.note_unread", **parts)
    texts = [(stated_label(finding), parts["stated"]), (computed_label(finding), parts["computed"])]
    is_print = finding.unit == WORDS
    told = [
        t("findings.note_part", label=_small(name), text=f"“{text}”" if is_print else text)
        for name, text in texts
        if text
    ]
    return t("findings.note", place=parts["place"], text="; ".join(told), kind=kind(finding.kind))


def own(finding: Finding) -> tuple[str, ...]:
    """The document's own words among what is stated and what it is held against."""
    if finding.unit != WORDS:
        return ()
    is_ours = finding.check in READ_ALOUD or (
        finding.kind is Kind.READING and decimal(finding.computed) is not None
    )
    return tuple(
        text for text in (finding.stated, None if is_ours else finding.computed) if text is not None
    )


def _small(label: str) -> str:
    return (lower(label[0]) if language() == TURKISH else label[0].lower()) + label[1:]


def stated_label(finding: Finding) -> str:
    """What stands above a stated value."""
    return t(f"findings.label_{_STATED.get(finding.check, 'stated')}")


#: Checks whose first value has a name of its own, and those whose second one has.
_STATED = {
    ECONOMIC_CODES: "table_2_5",
    "result-classifications": "economic",
    "result-documents": "earlier",
    "result-values": "earlier",
    "result-targets": "repeated",
    "result-leaps": "target",
    "result-reasons": "target",
    "result-indicators": "reported",
    "result-added": "programme",
}
_COMPUTED = {
    ECONOMIC_CODES: "cost_tables",
    "result-classifications": "functional",
    "result-statements": "other",
    "result-documents": "newer",
    "result-values": "newer",
    "result-targets": "programme",
    "result-leaps": "result",
    "result-reasons": "result",
    "result-indicators": "promised",
    "result-added": "repeated",
    "indicator-units": "unit",
    "indicator-notes": "note",
    "indicator-leaps": "next",
    "spelling": "usual",
}


def computed_label(finding: Finding) -> str:
    """What stands above the value that it is held against."""
    if finding.check in _COMPUTED:
        return t(f"findings.label_{_COMPUTED[finding.check]}")
    if finding.kind is Kind.READING:
        return t("findings.label_read")
    is_added = finding.gap is not None or finding.kind is Kind.BLANK
    return t("findings.label_computed" if is_added else "findings.label_other")


def subject(subject: Subject) -> str:
    """What a finding is about by its number: ``3. hedef``."""
    return t(f"findings.subject_{subject.kind.value}", key=subject.key)


def place(finding: Finding) -> str:
    """Where a finding stands in the document: ``bölüm 2.5, satır 12``; of one about results, on
    which line of its own document."""
    if finding.is_of_results:
        return t("findings.place_of_results", line=finding.line)
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


def code_name(code: str, name: str) -> str:
    """An economic code's words: the document's; in English ours where the code is statutory."""
    key = f"budget.code_{code}"
    return either(name, t(key) if key in catalogue(language()) else "")


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
    texts = [t("findings.open_beyond" if gaps.has_results else "findings.open_outside")]
    if gaps.has_indicators and not gaps.has_results:
        texts.append(t("findings.open_results", year=year))
    if gaps.has_indicators:
        texts.append(t("findings.open_cost"))
    if gaps.general_kurus:
        texts.append(t("findings.open_general", amount=writing.money(gaps.general_kurus)))
    if gaps.blank_values:
        texts.append(t("findings.open_values", count=writing.number(gaps.blank_values)))
    if gaps.sizeless_assets:
        texts.append(t("findings.open_assets", count=writing.number(gaps.sizeless_assets)))
    texts += idle(gaps.idle_checks)
    return texts
