"""Forms that LibreOffice saved on a Turkish desktop say what was filled in."""

from __future__ import annotations

from pathlib import Path

import pytest

from kbb_data.checking.validation import validate
from tests.kbb_data.judging.saved import FIXTURES
from tests.kbb_data.results import forms, saved

#: Why a fixture may fail for another reason than LibreOffice.
ANEW = "make the fixtures anew: python -m tests.kbb_data.results.saved (needs LibreOffice)"


@pytest.mark.parametrize("name", ["results.xlsx", "results_through_ods.xlsx", "results.csv"])
def test_it_says_the_same(
    name: str, folder: Path, with_first: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert forms.given(FIXTURES / name, folder) == 0, f"{capsys.readouterr().err}\n{ANEW}"
    assert validate(folder) == []
    ours = ("printed", "deviation_reason", "source_section", "source_line")
    assert _but(folder, "indicator_results", ours) == _but(with_first, "indicator_results", ours)
    assert _but(folder, "appropriations", ours) == _but(with_first, "appropriations", ours)
    assert _but(folder, "monthly_amounts", ours) == _but(with_first, "monthly_amounts", ours)
    assert _but(folder, "documents", ("sha256",)) == _but(with_first, "documents", ("sha256",))
    reasons = [row["deviation_reason"] for row in forms.rows(folder, "indicator_results")]
    assert reasons == ["", "Teslim gecikti.", saved.WORDS]


def _but(folder: Path, table: str, without: tuple[str, ...]) -> list[dict[str, str]]:
    return [
        {name: value for name, value in row.items() if name not in without}
        for row in forms.rows(folder, table)
    ]
