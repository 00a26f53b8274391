"""Walks an invented year from Word to the published page, as docs/next-year.md says, and
photographs the way into docs/images/ (`make walk`). The workbook's pictures need LibreOffice;
without it they stay as they are."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from docs.make_screenshots import TARGET, compressed  # noqa: E402
from tests.browser.server import serve  # noqa: E402
from tests.browser.visit import NARROW, WIDE, Visit, launch  # noqa: E402
from tests.kbb_data.judging.saved import profile  # noqa: E402
from tests.kbb_data.results import forms  # noqa: E402
from tests.support import new_year  # noqa: E402
from tests.support.new_year import judge, said  # noqa: E402

#: The workbook's pages to be shown, by picture, and how much of what is printed on each, from its
#: top left corner: of its width, of its height.
Pages = dict[str, tuple[int, float, float]]
PAGES: Pages = {"yil-calisma-kitabi": (0, 1.0, 1.0), "yil-yonler": (1, 0.9, 0.4)}
#: The same of the form for results.
FORM: Pages = {"sonuc-formu": (2, 1.0, 1.0)}

DATA, WORKBOOK = "kbb_data/2026", "review.xlsx"


def main() -> None:
    """Walk, and take the pictures."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        project, word = new_year.project(folder / "project"), str(new_year.WORD)
        said(project, "kbb_data", "import", word, "--out", DATA)
        words = ("review", DATA, "--from", "kbb_data/2025", "--text", word, "--out", WORKBOOK)
        said(project, "kbb_data", *words)
        judge(project / WORKBOOK)
        workbook(project / WORKBOOK, folder, PAGES)
        said(project, "kbb_data", "apply", WORKBOOK, DATA)
        said(project, "kbb_data", "import", word, "--out", DATA)
        form(folder)
        browser = launch(playwright)
        draft = said(project, "db", "draft", "--name", "walk", "--", DATA).strip()
        page(browser, draft, project, "yil-taslak", "/", WIDE)
        shown = f"sqlite:///{folder / 'shown.sqlite'}"
        said(project, "db", "build", database=shown)
        page(browser, shown, project, "yil-amaclar", "/amaclar", NARROW)
        browser.close()


def form(folder: Path) -> None:
    """The form for results of the invented programme, with some figures filled in."""
    book = forms.fill(forms.form(forms.budget(folder / "form"), folder / "empty.xlsx"))
    workbook(forms.saved(book, folder / "form.xlsx"), folder, FORM)


def workbook(path: Path, folder: Path, pages: Pages) -> None:
    """A workbook's pages as LibreOffice prints them."""
    office = shutil.which("soffice")
    if office is None:
        print("soffice is not here: the workbook's pictures stay as they are")
        return
    turkish = f"-env:UserInstallation={profile(folder).as_uri()}"
    out = ["--convert-to", "pdf", "--outdir", str(folder), str(path)]
    command = [office, turkish, "--headless", *out]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    sheets = pypdfium2.PdfDocument(folder / path.with_suffix(".pdf").name)
    for name, (number, wide, high) in pages.items():
        picture = sheets[number].render(scale=2.2 if number else 1.6).to_pil().convert("RGB")
        white = Image.new("RGB", picture.size, "white")
        left, top, right, bottom = ImageChops.difference(picture, white).getbbox() or (0, 0, 1, 1)
        end = (left + int((right - left) * wide), top + int((bottom - top) * high))
        part = picture.crop((left, top, *end))
        save(name, part)


def page(browser: object, database: str, project: Path, name: str, path: str, width: int) -> None:
    """A page of the dashboard over ``database``."""
    log, cache = project / f"{name}.log", str(project / "cache")
    with serve(database, log, project, KBB_CACHE=cache) as dashboard:
        context = browser.new_context(viewport={"width": width, "height": 900})  # type: ignore[attr-defined]
        visit = Visit(context.new_page(), dashboard.url).open(path)
        save(name, Image.open(io.BytesIO(visit.page.screenshot())))
        context.close()


def save(name: str, picture: Image.Image) -> None:
    """Keep a picture among the documents'."""
    out = io.BytesIO()
    picture.save(out, "PNG")
    target = TARGET / f"{name}.png"
    target.write_bytes(compressed(out.getvalue()))
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
