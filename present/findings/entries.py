"""The figure of the checks that compare the document with itself."""

from __future__ import annotations

from typing import Any

from present.findings import figures as findings_figures
from present.findings import model as findings_model
from present.findings.choices import FindingChoices
from present.kit.entry import Entry, NoChoices, always, no_codes, once, only_figure
from present.kit.figure import Figure
from present.kit.setting import Setting

PATH = "/tutarlilik"


def checks(setting: Setting, choices: Any = None) -> Figure:
    """All checks; drawn are those with a disagreement."""
    return findings_figures.checks_figure(
        findings_model.checks(setting.frame("checks")),
        setting.name,
        setting.year,
        lambda check: setting.link(PATH, FindingChoices(check=check)),
    )


ENTRIES = (
    Entry("denetimler", "/tutarlilik", "tutarlilik", always(NoChoices), no_codes,
          only_figure(checks), once),
)  # fmt: skip
