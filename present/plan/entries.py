"""What the pages of the plan make of a setting: its tree, what its targets ask, its findings."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from present.findings import entries as findings
from present.findings.subjects import Kind, Subject
from present.indicators.ambition import Summary
from present.indicators.model import read as indicators
from present.kit.keep import keep
from present.kit.setting import Setting
from present.plan import model
from present.plan.model import Aim, Frames, Whole


@keep(16)
def aims(setting: Setting) -> tuple[Aim, ...]:
    """All aims of the programme with what stands below them, in the document's order."""
    return model.read(
        Frames(
            setting.frame("aims"),
            setting.frame("objectives"),
            setting.frame("goals"),
            setting.frame("activities"),
            setting.frame("indicators"),
            setting.lines,
            setting.frame("hierarchy"),
        )
    )


def whole(setting: Setting) -> Whole:
    """What shares are of, and the residents."""
    return Whole(setting.totals.total_kurus, setting.background.people)


@keep(16)
def summaries(setting: Setting) -> Mapping[int, Summary]:
    """What the targets of each aim's indicators ask, by the aim's number."""
    assessments = {
        indicator.code: indicator.assessment
        for indicator in indicators(setting.frame("indicators"))
    }
    return model.summaries(aims(setting), assessments)


def touching(setting: Setting, kind: Kind, number: int) -> Markup:
    """The findings on the document that touch an aim or a goal; a calm sentence where there is
    none."""
    return findings.touching(setting, Subject(kind, str(number)))
