"""Workbooks that LibreOffice saved on a Turkish desktop say what their people filled in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kbb_data.files import drafts
from kbb_data.judging import judgement
from kbb_data.judging.apply import LOG, apply
from kbb_data.judging.mend import mend
from kbb_data.problems import Unreadable
from tests.kbb_data.judging import saved
from tests.kbb_data.judging.saved import FIXTURES, WORDS
from tests.support import datasets

#: Why a fixture may fail for another reason than LibreOffice.
ANEW = "make the fixtures anew: python -m tests.kbb_data.judging.saved (needs LibreOffice)"


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    return datasets.with_ties(tmp_path / "earlier")


def judged_files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.toml")}


@pytest.mark.parametrize("name", ["judged", "judged_through_ods"])
def test_the_same_judged_files_come_of_it(name: str, tmp_path: Path, earlier: Path) -> None:
    mine, theirs = saved.unjudged(tmp_path / "mine"), saved.unjudged(tmp_path / "theirs")
    path = tmp_path / "review.xlsx"
    saved.judged(mine, earlier, path).save(path)
    apply(path, mine)
    try:
        apply(FIXTURES / f"{name}.xlsx", theirs)
    except Unreadable as error:
        pytest.fail(f"{error}\n{ANEW}")
    assert judged_files(theirs) == judged_files(mine)
    read = judgement.read(theirs / "directions.toml")
    assert read[0]["reason"] == WORDS
    aims = judgement.read(theirs / "names.toml")
    assert (aims[0]["short"], aims[0]["short_en"]) == ("12,5 yıl", "01.12.2026")
    assert "Şule Işık" in (theirs / LOG).read_text(encoding="utf-8")
    assert apply(FIXTURES / f"{name}.xlsx", theirs)[0].startswith("nothing changed")


def test_what_it_made_a_date_or_a_number_of_is_refused_by_cell(tmp_path: Path) -> None:
    folder = saved.unjudged(tmp_path / "data")
    with pytest.raises(Unreadable) as refused:
        apply(FIXTURES / "typed.xlsx", folder)
    told = [str(problem) for problem in refused.value.problems]
    assert len(told) == 2, (told, ANEW)
    assert told[0].startswith("Amaç adları!E2: expected a value; found the number 12,5")
    assert told[1].startswith("Yönler!J2: expected a value; found a date (2026-12-01")
    assert not judged_files(folder)


@pytest.mark.parametrize("name", ["mended", "mended_through_ods"])
def test_the_same_text_comes_of_it(name: str, tmp_path: Path, earlier: Path) -> None:
    mine, theirs = tmp_path / "mine", tmp_path / "theirs"
    path = tmp_path / "review.xlsx"
    saved.mended(mine, earlier, path).save(path)
    shutil.copytree(mine, theirs)
    mend(path, mine)
    mend(FIXTURES / f"{name}.xlsx", theirs)
    assert (theirs / drafts.TEXT).read_bytes() == (mine / drafts.TEXT).read_bytes()
    assert (theirs / drafts.TEXT).read_bytes() == datasets.TIES_TEXT.read_bytes()
