"""Pages that lie on their side and letters that lean by less than anybody sees are not lost."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest
from pypdf import Transformation

from kbb_data.files.pdf import draft
from tests.support import documents

TEXT = "2025 Yılı Performans Programı\nAd\tTutar\nYol yapım faaliyeti\t1.234,00\nPark\t5,00"


def moved(path: Path, turn: Transformation, width: float, height: float) -> Path:
    """The text's PDF with everything on its page moved, on a page of another size."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(documents.pdf(TEXT)))
    page = writer.pages[0]
    page.add_transformation(turn)
    page.mediabox.upper_right = page.cropbox.upper_right = (width, height)
    writer.write(path)
    return path


@pytest.mark.parametrize("quarter", [90, -90])
def test_a_page_that_lies_on_its_side_is_turned(tmp_path: Path, quarter: int) -> None:
    page = pypdf.PdfReader(io.BytesIO(documents.pdf(TEXT))).pages[0]
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    turn = Transformation().rotate(quarter)
    back = turn.translate(height, 0) if quarter > 0 else turn.translate(0, width)
    read = draft(moved(tmp_path / "lying.pdf", back, height, width))
    assert read.content.decode() == f"{TEXT}\n"
    assert read.places[3] == "page 1, table 1, row 2"


def test_letters_and_strokes_that_lean_unseen_stay_a_table(tmp_path: Path) -> None:
    page = pypdf.PdfReader(io.BytesIO(documents.pdf(TEXT))).pages[0]
    size = float(page.mediabox.width), float(page.mediabox.height)
    for lean in (1e-6, -1e-6):
        path = moved(tmp_path / "leaning.pdf", Transformation().rotate(lean), *size)
        assert draft(path).content.decode() == f"{TEXT}\n"
