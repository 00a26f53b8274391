"""Findings on documents of results touch what figures of a budget's execution show, and no more."""

from __future__ import annotations

import pandas as pd
import pytest

from present.findings.amounts import Amount, Of, touched
from tests.present.findings.records import money, read

APPROPRIATION = Of.APPROPRIATION


@pytest.mark.parametrize(
    ("code", "amounts"),
    [
        ("result-rates.economic.03.2026-06-30.rapor.1",
         {Amount(APPROPRIATION, "economic.03.2026-06-30", "rapor")}),
        ("result-net.functional.total.2025-12-31.hesap.1",
         {Amount(APPROPRIATION, "functional.total.2025-12-31", "hesap")}),
        ("result-statements.revenue.total.2026-06-30.rapor.2.spent",
         {Amount(APPROPRIATION, "revenue.total.2026-06-30", "rapor")}),
        ("result-months.economic.total.2026-06-30.rapor",
         {Amount(APPROPRIATION, "economic.total.2026-06-30", "rapor"),
          Amount(Of.MONTHS, "economic.total.2026-06-30", "rapor")}),
        ("result-classifications.2025-12-31.hesap.spent",
         {Amount(APPROPRIATION, "economic.total.2025-12-31", "hesap"),
          Amount(APPROPRIATION, "functional.total.2025-12-31", "hesap")}),
        # Both documents stand in the figure's own notes.
        ("result-documents.economic.03.2026-06-30.rapor.spent", set()),
    ],
)  # fmt: skip
def test_a_finding_touches_the_amount_in_its_document(code: str, amounts: set[Amount]) -> None:
    (finding,) = read(money(code, "1.00"))
    assert touched(finding, pd.DataFrame()) == amounts
