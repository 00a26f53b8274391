"""The way to one finding about the document."""

from __future__ import annotations

from pages.parts import controls
from present.findings.choices import FindingChoices
from present.site.pages import BY_SLUG


def finding_link(code: str) -> str:
    """The address of a finding's own view."""
    return controls.link(BY_SLUG["tutarlilik"].path, FindingChoices(finding=code))
