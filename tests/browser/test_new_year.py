"""A year's whole way, by the commands of docs/next-year.md alone: from the Word document through
the workbook to the dashboard, first as a draft, then published, then taken back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.browser.conftest import OpenTab
from tests.browser.server import serve
from tests.support import new_year
from tests.support.new_year import judge, said
from tests.support.source import ROOT

INSTITUTION = "Çamlıova Büyükşehir Belediyesi"
DRAFT = "TASLAK"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with the programme of 2026 judged in the workbook, not published yet."""
    root = new_year.project(tmp_path_factory.mktemp("new-year") / "project")
    data, workbook, word = "kbb_data/2026", "review.xlsx", str(new_year.WORD)
    assert "findings; written to" in said(root, "kbb_data", "import", word, "--out", data)
    said(root, "kbb_data", "review", data, "--from", "kbb_data/2025", "--text", word,
         "--out", workbook)  # fmt: skip
    assert judge(root / workbook) == 21
    assert "judgements come into its tables" in said(root, "kbb_data", "apply", workbook, data)
    said(root, "kbb_data", "import", word, "--out", data)
    said(root, "kbb_data", "check", data)
    assert "nothing changed" in said(root, "kbb_data", "apply", workbook, data)
    return root


def test_the_word_document_is_the_text(tmp_path: Path) -> None:
    text = ROOT / "tests" / "fixtures" / "programme_budget.txt"
    for name, path in (("word", new_year.WORD), ("text", text)):
        said(ROOT, "kbb_data", "import", str(path), "--out", str(tmp_path / name))
    for made in (tmp_path / "text").iterdir():
        assert made.read_bytes() == (tmp_path / "word" / made.name).read_bytes(), made.name


def test_the_draft_is_looked_at(tab: OpenTab, project: Path, tmp_path: Path) -> None:
    address = said(project, "db", "draft", "--name", "walk", "--", "kbb_data/2026").strip()
    with serve(address, tmp_path / "log", project, KBB_CACHE=str(tmp_path / "cache")) as dashboard:
        page = tab("/", on=dashboard).page
        assert page.title().startswith(DRAFT)
        assert DRAFT in page.locator(".kbb-draft").inner_text()
        words = page.locator("body").inner_text()
        assert INSTITUTION in words
        assert "alt program" in words.casefold()
        page.close()


def test_it_is_published_shown_and_taken_back(tab: OpenTab, project: Path, tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'shown.sqlite'}"
    archives = project / "kbb_data" / "published"
    before = {path.name: path.read_bytes() for path in archives.iterdir()}
    told = said(project, "kbb_data", "publish", "kbb_data/2026")
    assert "not judged: " in told
    (version,) = re.findall(r"kbb_data unpublish (\S+)", told)
    said(project, "db", "build", database=database)
    with serve(database, tmp_path / "log", project, KBB_CACHE=str(tmp_path / "cache")) as dashboard:
        page = tab("/", on=dashboard).page
        words = page.locator("body").inner_text()
        assert DRAFT not in page.title() + words
        assert INSTITUTION in words
        page.close()
        page = tab("/amaclar", on=dashboard).page
        words = page.locator("body").inner_text()
        # The short name that the workbook gave, and the form's own words.
        assert "Kültür ve Sosyal\n" in words
        assert "Alt program" in words
        assert "Performans hedefi" not in words
        page.close()
        page = tab("/?yil=2025", on=dashboard).page
        assert "Kayseri Büyükşehir Belediyesi" in page.locator("body").inner_text()
        page.close()
    said(project, "db", "remove", "2026", database=database)
    said(project, "kbb_data", "unpublish", version)
    assert {path.name: path.read_bytes() for path in archives.iterdir()} == before
    with serve(database, tmp_path / "log", project, KBB_CACHE=str(tmp_path / "cache")) as dashboard:
        page = tab("/", on=dashboard).page
        words = page.locator("body").inner_text()
        assert "Kayseri Büyükşehir Belediyesi" in words
        assert INSTITUTION not in words
        page.close()
