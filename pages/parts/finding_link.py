"""The way to one finding about the document."""

from __future__ import annotations

from pages.parts.visit import link
from present.findings.choices import FindingChoices
from present.site.pages import BY_SLUG


def finding_link(code: str) -> str:
    """The address of a finding's own view."""
    return link(BY_SLUG["tutarlilik"].path, FindingChoices(finding=code))
