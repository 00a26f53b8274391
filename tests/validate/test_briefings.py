"""What a checker of PDF/UA that others wrote makes of briefings and of figures on paper.

Of its checks one (empty headings) fails on any structure tree whose elements hold lists of marks,
as ours do; ``tests/support/pdf_ua.py`` asks that of every briefing.
"""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pdfua import PdfDocument, default_registry
from starlette.testclient import TestClient

BRIEFINGS = (
    "komisyon/plan-ve-butce-komisyonu",
    "birim/1-hukuk-musavirligi",
    "amac/1",
    "ilce/talas",
)
LEFT_OUT = "EmptyHeadingRule"


def findings(path: Path) -> list[str]:
    """What the checks say of a file."""
    with PdfDocument.open(str(path)) as document:
        return [
            f"{finding.rule_id}: {finding.message}"
            for rule in default_registry()
            if type(rule).__name__ != LEFT_OUT
            for finding in rule.check(document)
        ]


@pytest.mark.parametrize("language", ["tr", "en"])
@pytest.mark.parametrize("briefing", BRIEFINGS)
def test_a_briefing_is_accessible(
    kayseri: TestClient, tmp_path: Path, briefing: str, language: str
) -> None:
    answer = kayseri.get(f"/brifing/{briefing}.pdf", params={"lang": language})
    assert answer.status_code == 200, answer.text[:200]
    file = tmp_path / "briefing.pdf"
    file.write_bytes(answer.content)
    assert findings(file) == []


@pytest.mark.parametrize("language", ["tr", "en"])
@pytest.mark.parametrize("figure", ["genel-bakis", "harita?baslik=cumle", "hirs"])
def test_a_figure_on_paper_is_accessible(
    kayseri: TestClient, tmp_path: Path, figure: str, language: str
) -> None:
    name, _, query = figure.partition("?")
    answer = kayseri.get(f"/grafik/{name}.pdf?lang={language}&{query}".rstrip("&"))
    assert answer.status_code == 200, answer.text[:200]
    file = tmp_path / "figure.pdf"
    file.write_bytes(answer.content)
    assert findings(file) == []


def test_the_checker_sees_what_lacks(kayseri: TestClient, tmp_path: Path) -> None:
    whole, file = tmp_path / "whole.pdf", tmp_path / "less.pdf"
    whole.write_bytes(kayseri.get(f"/brifing/{BRIEFINGS[-1]}.pdf").content)
    with pikepdf.open(whole) as pdf:
        del pdf.Root.StructTreeRoot
        del pdf.Root.Lang
        pdf.save(file)
    assert len(findings(file)) >= 2
