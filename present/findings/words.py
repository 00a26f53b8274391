"""The words of findings and checks: values by unit, differences, which words differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape

from kbb_data.turkish import lower
from present.findings.model import ECONOMIC_CODES, WORDS, Certainty, Check, Finding, decimal, kurus
from present.findings.subjects import Kind
from present.kit import writing
from present.kit.text import catalogue, language, t, verbatim

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


def certainty(one: Finding) -> str:
    """How sure the finding is, and what it rests on."""
    return t(f"findings.certainty_{one.certainty.value}")


def value(text: str | None, unit: str) -> str:
    """A stated or computed value of a finding: amount, figure with its unit, or words."""
    if text is None:
        return t("findings.blank")
    number = decimal(text)
    if unit == WORDS or number is None:
        return text
    if unit == "TRY":
        return writing.money(kurus(text))
    if unit in _UNITS:
        return t(f"findings.unit_{_UNITS[unit]}", count=writing.number(number))
    return writing.measure(number, _SYMBOLS.get(unit, unit))


def stated(one: Finding) -> str:
    """What the document states."""
    return value(one.stated, one.unit)


def computed(one: Finding) -> str:
    """What follows from elsewhere, or how we read it; empty where there is nothing."""
    if one.computed is None:
        return ""
    number = decimal(one.computed)
    if one.certainty is Certainty.READ and number is not None:
        return writing.number(number)
    return value(one.computed, one.unit)


def size(one: Finding) -> str:
    """How great the difference is, without its direction; empty where nothing is counted."""
    gap = one.gap
    if gap is None:
        return ""
    return value(format(abs(gap), "f"), one.unit)


def difference(one: Finding) -> str:
    """``yazılandan 40.000.000 TL fazla``, or how many words differ; empty where nothing is."""
    gap = one.gap
    if gap:
        return t("findings.more" if gap > 0 else "findings.less", size=size(one))
    if one.certainty is Certainty.COMPARED and one.unit == WORDS:
        count = compare(one.stated or "", one.computed or "").words
        return t("findings.words", count=writing.number(count)) if count else t(
            "findings.words_none"
        )  # fmt: skip
    return ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two wordings as HTML with the words that differ marked, and how many words differ."""

    stated: str
    other: str
    words: int


def compare(one: str, other: str) -> Comparison:
    """Which words of two wordings differ; case and white space do not count."""
    left, right = _TOKEN.findall(one), _TOKEN.findall(other)
    matcher = SequenceMatcher(None, _plain(left), _plain(right), autojunk=False)
    differing_left: set[int] = set()
    differing_right: set[int] = set()
    count = 0
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag == "equal":
            continue
        differing_left.update(range(start, end))
        differing_right.update(range(other_start, other_end))
        count += max(_count(left[start:end]), _count(right[other_start:other_end]))
    return Comparison(_marked(left, differing_left), _marked(right, differing_right), count)


def _plain(tokens: Sequence[str]) -> list[str]:
    return [" " if token.isspace() else lower(token) for token in tokens]


def _count(tokens: Sequence[str]) -> int:
    return sum(token[0].isalnum() for token in tokens)


def _marked(tokens: Sequence[str], differing: set[int]) -> str:
    """The tokens as HTML; a run of differing words is one mark; punctuation alone is none."""
    parts: list[str] = []
    run: list[str] = []
    for place, token in enumerate([*tokens, ""]):
        if place in differing:
            run.append(token)
            continue
        text = "".join(run)
        bare = text.strip()
        if any(letter.isalnum() for letter in bare):
            before, _, after = text.partition(bare)
            parts.append(f'{before}<mark class="kt-differs">{escape(bare)}</mark>{after}')
        else:
            parts.append(escape(text))
        run = []
        parts.append(escape(token))
    return "".join(parts)


def wordings(one: Finding) -> tuple[str, str]:
    """What is stated and what stands elsewhere, as HTML; the document's words marked as such."""
    if one.certainty is Certainty.COMPARED and one.unit == WORDS:
        found = compare(one.stated or "", one.computed or "")
        return _turkish(found.stated), _turkish(found.other)
    write = verbatim if one.unit == WORDS else escape
    left = escape(stated(one)) if one.stated is None else write(stated(one))
    if one.computed is None:
        return left, ""
    # A figure as we read it is written in the visit's language, and no word of the document.
    is_ours = one.certainty is Certainty.READ and decimal(one.computed) is not None
    return left, (escape if is_ours else write)(computed(one))


def _turkish(html: str) -> str:
    """HTML of the document's words, marked as Turkish where the page around them isn't."""
    return verbatim("{}").replace("{}", html)


def outcome(checks: Sequence[Check]) -> str:
    """What all checks together found, in one sentence."""
    failed = sum(one.failed for one in checks)
    parts = {
        "checks": writing.number(len(checks)),
        "compared": writing.number(sum(one.compared for one in checks)),
        "passed": writing.number(sum(one.passed for one in checks)),
        "failed": writing.number(failed),
        "clean": writing.number(sum(one.failed == 0 for one in checks)),
    }
    if not checks:
        return t("findings.outcome_none")
    if failed:
        return t("findings.outcome", **parts)
    return t("findings.outcome_sound", checks=parts["checks"], compared=parts["compared"])


def stated_label(one: Finding) -> str:
    """What stands above a stated value."""
    key = "findings.label_table_2_5" if one.check == ECONOMIC_CODES else "findings.label_stated"
    return t(key)


def computed_label(one: Finding) -> str:
    """What stands above the value that it is held against."""
    if one.check == ECONOMIC_CODES:
        return t("findings.label_cost_tables")
    if one.certainty is Certainty.READ:
        return t("findings.label_read")
    if one.certainty in (Certainty.COMPARED, Certainty.FORM):
        return t("findings.label_other")
    return t("findings.label_computed")


def subject_html(kind: Kind, key: str, name: str) -> str:
    """What a finding is about in words, as HTML: its name where it has one, else its number."""
    return verbatim(name) if name else escape(t(f"findings.subject_{kind.value}", key=key))
