"""The workbook in which a draft is mended: what was recognised so far, the rows in doubt, and the
problems with which the import refuses the text as it stands.

A row is one cell of words with a visible sign between its cells, so that no spreadsheet makes a
number or a date of an amount. ``kbb_data.judging.mend`` reads the workbook back.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from kbb_data.files.drafts import Draft, digest, load
from kbb_data.files.kinds import refusal
from kbb_data.judging.book import MADE, Styles, finish, height
from kbb_data.judging.overview import counts
from kbb_data.judging.problem_words import told, turkish
from kbb_data.judging.sheets import IDENTITY, JUDGE, READ_FIRST
from kbb_data.problems import Problem
from kbb_data.publishing.package import read_tables
from kbb_data.reading.recognition import Recognised
from kbb_data.rows import Tables
from kbb_data.schema import PROGRAMME_BUDGET, STRATEGIC_PLAN
from kbb_data.turkish import squeeze

DOUBTS, PROBLEMS = "Şüpheli satırlar", "Sorunlar"
#: What may be decided of a row: it is right as it stands, another row in its place, a row that is
#: missing above it, no such row in the document.
KEEP, MEND, INSERT, DROP = "olduğu gibi doğru", "düzelt", "üstüne ekle", "satırı çıkar"
#: The columns that both sheets end in.
ROW, DECISION, MENDED, REASON, KEY = (
    "Okunan satır", "Karar", "Düzeltilmiş satır", "Gerekçe", "Anahtar"
)  # fmt: skip
_ENDING = (ROW, DECISION, MENDED, REASON, KEY)
HEADS = {
    DOUBTS: ("Yer", "Satır", "Neden şüpheli", *_ENDING),
    PROBLEMS: ("Yer", "Satır", "Tablo", "Beklenen", "Bulunan", *_ENDING),
}
_WIDTHS = {
    "Yer": 20, "Satır": 8, "Neden şüpheli": 30, "Tablo": 20, "Beklenen": 30, "Bulunan": 34,
    ROW: 56, DECISION: 18, MENDED: 56, REASON: 34, KEY: 4,
}  # fmt: skip
#: Signs that may stand between cells; the first that the text does not have does.
_SIGNS = "¦‖¤◊▮"
#: Letters that the workbook's file can't hold.
_UNHELD = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
#: The longest row that a spreadsheet's cell holds, with room for what a mend adds.
LONGEST = 30_000

_FORMS = {
    STRATEGIC_PLAN: "performans hedefleri ve maliyet tabloları (2025'e kadarki form)",
    PROGRAMME_BUDGET: "program bütçe: program, alt program, faaliyet (2026'dan sonraki form)",
}
_NOT_READ = "okunamadı"
_NOT_WRITTEN = "belgede yazmıyor"
_ELSEWHERE = "Karar “Sorunlar” sayfasında."
_WHOLE = "Tek bir satırda değil: draft.txt içinde düzeltin, sonra bu dosyayı yeniden yazdırın."
_TOO_LONG = "Satır bir hücreye sığmıyor: draft.txt içinde düzeltin."

_INSTRUCTIONS = (
    "Bu dosya, belgeden okunan metnin bir insanın bakması gereken yerlerini içerir. Metin ancak "
    "bunlar bitince veriye dönüşür.",
    "1. Yukarıya adınızı yazın. Düzeltmelerin yanında adınız, gerekçe ve gün saklanır.",
    "2. “Şüpheli satırlar”da her satırı belgenin o yeriyle karşılaştırın. Doğruysa “olduğu gibi "
    "doğru” seçin. Değilse “düzelt” seçin, “Düzeltilmiş satır”ı belgedeki gibi yapın, gerekçesini "
    "yazın. Belgede böyle bir satır yoksa “satırı çıkar” seçin.",
    "3. Hücrelerin arasında {sign} durur. Bu işaretleri silmeyin, yenisini eklemeyin; boş hücre "
    "iki işaretin arasında boş kalır. İki satır birleşmişse hücrenin içinde yeni satıra geçin "
    "(Alt+Enter, LibreOffice'te Ctrl+Enter) ve her satırı ayrı yazın.",
    "4. “Sorunlar”, metnin bu haliyle neden alınamadığını söyler. Eksik bir satır için “üstüne "
    "ekle” seçin ve yeni satırı yazın. Bir sorun ötekileri gizleyebilir: düzelttikten sonra bu "
    "dosyayı yeniden yazdırın, kalanlar görünür.",
    "5. Belgenin kendi yanlışlarını düzeltmeyin: yalnız okurken bozulanı belgedeki haline getirin.",
    "6. Karar verilmeyen satır olduğu gibi kalır ve yeniden sorulur.",
    "7. Kaydedin ve şu komutla geri verin: python -m kbb_data apply review.xlsx KLASÖR",
    "8. Şüphe ve sorun kalmayınca: {command}",
    "Yanlış doldurulan bir hücre, adıyla (örneğin Şüpheli satırlar!F12) söylenir; o zaman hiçbir "
    "şey değişmez.",
)  # fmt: skip

_IMPORT = "python -m kbb_data import KLASÖR/draft.txt --out KLASÖR"
_RESULTS = "python -m kbb_data results KLASÖR/draft.txt --for PROGRAM --out PROGRAM"
_NEITHER = "tanınmadı: ne performans programı ne de gerçekleşme raporu"


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of a draft: what its text shows itself to be, why an import refuses it, and
    its tables where it does not (else empty). Of a report of results ``report`` is its kind as
    Turkish calls it, and ``counts`` are how many rows of which figures were read (``None``: it
    is refused)."""

    recognised: Recognised
    problems: Sequence[Problem]
    tables: Tables
    report: str = ""
    counts: Sequence[tuple[str, int | None]] = ()


def identity(content: bytes) -> str:
    """What a workbook and a draft must have in common."""
    return f"draft.txt | {digest(content)}"


def sign_of(text: bytes) -> str:
    """The sign that stands between two cells of a row: one that the text does not have."""
    words = text.decode("utf-8")
    return next((sign for sign in _SIGNS if sign not in words), _SIGNS)


def key_of(draft: Draft, line: int) -> str:
    """What a row of a sheet is about, in a form that shows whether somebody changed it."""
    return f"{line} {digest(draft.lines[line - 1].encode('utf-8'))[:12]}"


def cells_of(line: str) -> list[str]:
    """A line's cells as a person reads them; a letter that no workbook holds has a sign instead."""
    return [squeeze(_UNHELD.sub("\ufffd", cell)) for cell in line.split("\t")]


def shown(line: str, sign: str) -> str:
    """A line as the workbook shows it, the sign between its cells."""
    return f" {sign} ".join(cells_of(line))


def write_mending(folder: Path, earlier: Path, found: Found, target: Path) -> None:
    """Write the workbook for the draft in ``folder`` to ``target``, with the counts of the dataset
    ``earlier`` beside it. Raises ``Unreadable``, also where a file lies there already."""
    if target.exists():
        raise refusal(target, "no file", "one; move it away or name another")
    content = mending(load(folder), found, read_tables(earlier))
    try:
        target.write_bytes(content)
    except OSError as error:
        raise refusal(target, "a file that can be written", str(error)) from error


def mending(draft: Draft, found: Found, before: Tables) -> bytes:
    """The workbook for a draft of which so much was ``found``."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"title": f"{READ_FIRST}: draft.txt", "created": MADE})
    style, sign = Styles(book), sign_of(draft.text)
    asked = _by_line(draft, found.problems)
    _first(book, style, draft, found, before, sign)
    _rows(book, style, DOUBTS, draft, sign, _doubted(draft, asked))
    _rows(book, style, PROBLEMS, draft, sign, _asked(draft, asked))
    book.close()
    return buffer.getvalue()


def _by_line(draft: Draft, problems: Sequence[Problem]) -> dict[int, list[Problem]]:
    """The problems by their line, 0 for those of no one line; a line is mended once."""
    found: dict[int, list[Problem]] = {}
    for problem in sorted(problems):
        line = problem.line if 0 < problem.line <= len(draft.lines) else 0
        found.setdefault(line, []).append(problem)
    return found


def _place(draft: Draft, line: int) -> str:
    place = draft.place(line)
    return turkish("places", place) if place else ""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a sheet: its line (0 for none), what stands before the ending columns, what may be
    decided of it, and why nothing may be where that is so."""

    line: int
    before: tuple[str, ...]
    choices: tuple[str, ...]
    note: str = ""


def _doubted(draft: Draft, asked: dict[int, list[Problem]]) -> Iterator[_Row]:
    for line, doubt in draft.doubts.items():
        reasons = "\n".join(turkish("doubts", reason) for reason in doubt.reasons)
        yield _Row(line, (reasons,), (KEEP, MEND, DROP), _ELSEWHERE if line in asked else "")


def _asked(draft: Draft, asked: dict[int, list[Problem]]) -> Iterator[_Row]:
    for line, problems in asked.items():
        # What has no line has nothing in common: each is a row of its own.
        for several in [problems] if line else [[problem] for problem in problems]:
            parts = zip(*map(told, several), strict=True)
            before = tuple("\n".join(dict.fromkeys(words)) for words in parts)
            choices = (MEND, INSERT, DROP)
            yield _Row(
                line,
                before,
                (KEEP, *choices) if line in draft.doubts else choices,
                "" if line else _WHOLE,
            )


def _first(book: Any, style: Styles, draft: Draft, found: Found, before: Tables, sign: str) -> None:
    """What to do, which text this is, and what was recognised of it so far."""
    page = book.add_worksheet(READ_FIRST)
    page.set_column(0, 0, 44)
    page.set_column(1, 3, 30)
    known = found.recognised
    name = f"{known.institution} {known.year or ''}".strip() or found.report or "Belge"
    page.write_string(0, 0, f"{name}: okunan metnin düzeltilmesi", style.title)
    page.write(2, 0, "Metin (değiştirmeyin)", style.plain)
    page.write_string(IDENTITY, identity(draft.content), style.hidden)
    page.write(4, 0, "Değerlendiren (adınız)", style.plain)
    page.write(JUDGE, "", style.answer)
    command = _RESULTS if found.report else _IMPORT
    for number, words in enumerate(_INSTRUCTIONS):
        page.merge_range(
            6 + number, 0, 6 + number, 3, words.format(sign=sign, command=command), style.plain
        )
        page.set_row(6 + number, 32)
    place = 8 + len(_INSTRUCTIONS)
    lines = sum(1 for problem in found.problems if problem.line)
    tables = tuple(found.counts) if found.report else _tables_of(known)
    unread = _NOT_WRITTEN if found.report else _NOT_READ
    recognised = (
        ("Belge", found.report) if found.report else ("Form", _FORMS.get(known.form, _NEITHER)),
        ("Yıl", known.year or unread),
        ("Kurum", known.institution or unread),
        ("Dolu satır", known.lines),
        ("Tablo satırı", known.rows),
        *tables,
        ("Şüpheli satır", len(draft.doubts)),
        ("Sorun: bir satırda", lines),
        ("Sorun: metnin bütününde", len(found.problems) - lines),
    )
    for column, words in enumerate(("Şimdiye kadar tanınan", "")):
        page.write(place, column, words, style.head)
    page.set_row(place + 1, 30)
    for number, (words, value) in enumerate(recognised, start=1):
        page.write(place + number, 0, words, style.locked)
        page.write(place + number, 1, _NOT_READ if value is None else value, style.count)
    place += 2 + len(recognised)
    if found.tables:
        for column, words in enumerate(("Okunan", "bu yıl", "geçen yıl")):
            page.write(place, column, words, style.head)
        for number, row in enumerate(counts(found.tables, before), start=1):
            for column, value in enumerate(row):
                page.write(place + number, column, value, style.count)
    finish(page)


def _tables_of(known: Recognised) -> tuple[tuple[str, int], ...]:
    """The tables of a programme that a text shows."""
    if known.form == PROGRAMME_BUDGET:
        return (("Alt program", known.sub_programmes),)
    return (
        ("Performans hedefi tablosu", known.goal_tables),
        ("Faaliyet maliyet tablosu", known.cost_tables),
    )


def _rows(
    book: Any, style: Styles, title: str, draft: Draft, sign: str, rows: Iterator[_Row]
) -> None:
    """A sheet of rows to decide."""
    page = book.add_worksheet(title)
    heads = HEADS[title]
    for column, words in enumerate(heads):
        page.write(0, column, words, style.head)
        page.set_column(column, column, _WIDTHS[words])
    place = {words: heads.index(words) for words in _ENDING}
    page.set_column(place[KEY], place[KEY], 4, None, {"hidden": True})
    page.freeze_panes(1, 2)
    count = 0
    for count, row in enumerate(rows, start=1):
        line = shown(draft.lines[row.line - 1], sign) if row.line else ""
        note = row.note or (_TOO_LONG if len(line) > LONGEST else "")
        values = [_place(draft, row.line), draft.number(row.line) if row.line else "", *row.before]
        for column, value in enumerate(values):
            page.write(count, column, value, style.locked)
        page.write_string(count, place[ROW], line[:LONGEST], style.locked)
        if note:
            for words in (DECISION, REASON):
                page.write_blank(count, place[words], None, style.locked)
            page.write_string(count, place[MENDED], note, style.locked)
        else:
            page.write_blank(count, place[DECISION], None, style.answer)
            page.write_string(count, place[MENDED], line, style.words)
            page.write_blank(count, place[REASON], None, style.words)
            page.write_string(count, place[KEY], key_of(draft, row.line), style.hidden)
            page.data_validation(count, place[DECISION], count, place[DECISION],
                                 {"validate": "list", "source": list(row.choices)})  # fmt: skip
        wide = [_WIDTHS[words] for words in (*heads[: len(values)], ROW)]
        page.set_row(count, min(height([*values, line], wide), 400))
    page.autofilter(0, 0, max(count, 1), place[KEY])
    finish(page)
