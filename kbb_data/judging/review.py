"""The workbook in which the municipality's own staff judge a programme.

A sheet for each thing to judge holds last year's entries where the new programme prints the same
thing or one that is like it, what awaits a judgement, and what is printed no longer; a sheet of
changes what is new, gone, renamed, moved or leapt; a sheet of findings where the document disagrees
with itself. ``kbb_data.judging.apply`` reads it back.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]

from kbb_data.files.kinds import refusal
from kbb_data.judging.book import MADE, Styles, finish, height
from kbb_data.judging.overview import changes, counts, findings
from kbb_data.judging.propose import Drafted, Section, drafted_from
from kbb_data.judging.sheets import (
    DECISION,
    HELD_RATE,
    HELD_TWICE,
    IDENTITY,
    JUDGE,
    KEY,
    LEAVE,
    NOTE,
    NOTES,
    READ_FIRST,
    STATES,
    TAKE,
    Sheet,
    choices,
    sheets,
    shown,
)
from kbb_data.judging.things import Programme
from kbb_data.publishing.package import read_tables
from kbb_data.rows import Tables

CHANGES, FINDINGS = "Değişenler", "Bulgular"
#: The empty rows after a sheet's own, for entries that nobody proposed.
ADDED = 20

_INSTRUCTIONS = (
    "Bu dosya, programın insan gözüyle değerlendirilecek yerlerini içerir. Kod ya da programlama "
    "gerekmez.",
    "1. Yukarıya adınızı yazın. Kararların yanında adınız ve günü saklanır.",
    "2. Her sayfada satırları sırayla okuyun. Gri sütunlar belgedendir ve kilitlidir; beyaz "
    "sütunları siz doldurursunuz.",
    "3. “Karar” sütununda “al” ya da “alma” seçin. Boş bırakılan satır değerlendirilmemiş sayılır "
    "ve sitede değerlendirilmemiş olarak gösterilir.",
    "4. “geçen yılki gibi” olan satırlar “al” olarak gelir; bakıp değiştirebilirsiniz. “adı "
    "değişmiş, bakın” olanlarda benzerlik puanına (100 en çok) ve nota bakın, sonra karar verin.",
    "5. Önerilmeyen bir değerlendirmeyi (örneğin ikinci bir komisyonu) sayfanın sonundaki boş "
    "satırlara yazın; numarası yeter, belgede yazan kendiliğinden alınır.",
    "6. Her karar bir gerekçe ister: bir cümle yeter. Gerekçede sayı yazmayın.",
    "7. Kaydedin ve şu komutla geri verin: python -m kbb_data apply review.xlsx KLASÖR",
    "Yanlış doldurulan bir hücre, adıyla (örneğin Yönler!E12) söylenir; o zaman hiçbir şey "
    "değişmez.",
)


def review(folder: Path, earlier: Path, text: bytes | None = None) -> bytes:
    """The workbook for the dataset ``folder``, with the judgements of ``earlier`` beside it.

    ``text`` is the text that the dataset was read from. Raises ``Unreadable`` as ``propose``.
    """
    programme, _, sections = drafted_from(folder, earlier, text)
    tables, before = programme.tables, read_tables(earlier)
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"title": f"{READ_FIRST}: {programme_name(tables)}", "created": MADE})
    writer = _Writer(book, programme)
    writer.first(tables, before, sections)
    for sheet in sheets(programme.form):
        writer.entries(sheet, sections[sheet.file, sheet.section])
    writer.table(CHANGES, ("Ne", "Değişiklik", "Şimdi", "Geçen yıl", "Benzerlik"),
                 list(changes(tables, before)), (14, 16, 70, 70, 12))  # fmt: skip
    writer.table(FINDINGS, ("Önem", "Nitelik", "Yer", "Yazılan", "Öbür yerde", "Ölçü",
                 "Açıklama"), list(findings(tables)), (12, 22, 50, 30, 30, 10, 70))  # fmt: skip
    book.close()
    return buffer.getvalue()


def write_review(folder: Path, earlier: Path, text: bytes | None, target: Path) -> None:
    """Write the workbook to ``target``. Raises ``Unreadable``, also where a file lies there
    already, so that nobody's judgement is lost."""
    if target.exists():
        raise refusal(target, "no file", "one; move it away or name another")
    content = review(folder, earlier, text)
    try:
        target.write_bytes(content)
    except OSError as error:
        raise refusal(target, "a file that can be written", str(error)) from error


def programme_name(tables: Tables) -> str:
    """Institution and year, as a heading says them."""
    row = tables["programme"][0]
    return f"{row['institution']} {row['year']}"


def identity(tables: Tables) -> str:
    """What a workbook and a dataset must have in common: year, institution and source text."""
    row = tables["programme"][0]
    return f"{row['institution']} | {row['year']} | {row['source_sha256']}"


def rows_of(sheet: Sheet, section: Section) -> Iterator[tuple[str, int, dict[str, Any], str]]:
    """The rows of a sheet: state, similarity, fields and note."""
    for outcome in ("similar", "unchecked", "held"):
        yield from (_row(sheet, entry) for entry in section.of(outcome))
    for fields in section.to_judge:
        yield "judge", 0, fields, ""
    for outcome in ("exact", "gone"):
        yield from (_row(sheet, entry) for entry in section.of(outcome))


def _row(sheet: Sheet, entry: Drafted) -> tuple[str, int, dict[str, Any], str]:
    held = HELD_RATE if sheet.section == "indicator" else HELD_TWICE
    notes = [
        held if note.kind == "held" else NOTES[note.kind].format(words=note.words, score=note.score)
        for note in entry.notes
    ]
    return entry.outcome, entry.score, entry.fields, " ".join(notes)


class _Writer:
    """Writes the sheets; formats are made once."""

    def __init__(self, book: Any, programme: Programme) -> None:
        self.book = book
        self.programme = programme
        #: The columns of the sheet of choices, by what they hold.
        self.lists: dict[tuple[str, ...], int] = {}
        self.style = Styles(book)

    def first(
        self, tables: Tables, before: Tables, sections: dict[tuple[str, str], Section]
    ) -> None:
        """What to do, whose data these are, and how much there is beside last year's."""
        sheet = self.book.add_worksheet(READ_FIRST)
        sheet.set_column(0, 0, 44)
        sheet.set_column(1, 3, 30)
        sheet.write(
            0, 0, f"{programme_name(tables)} programının değerlendirilmesi", self.style.title
        )
        sheet.write(2, 0, "Veri kümesi (değiştirmeyin)", self.style.plain)
        sheet.write(IDENTITY, identity(tables), self.style.hidden)
        sheet.write(4, 0, "Değerlendiren (adınız)", self.style.plain)
        sheet.write(JUDGE, "", self.style.answer)
        for number, words in enumerate(_INSTRUCTIONS):
            sheet.merge_range(6 + number, 0, 6 + number, 3, words, self.style.plain)
            sheet.set_row(6 + number, 32)
        place = 8 + len(_INSTRUCTIONS)
        for column, words in enumerate(("Okunan", "bu yıl", "geçen yıl")):
            sheet.write(place, column, words, self.style.head)
        read = list(counts(tables, before))
        for number, row in enumerate(read, start=1):
            for column, value in enumerate(row):
                sheet.write(place + number, column, value, self.style.count)
        place += 3 + len(read)
        for column, words in enumerate(("Sayfa", "bakılacak", "hazır gelen", "artık yazılmayan")):
            sheet.write(place, column, words, self.style.head)
        for number, each in enumerate(sheets(self.programme.form), start=1):
            section = sections[each.file, each.section]
            look = len(section.to_judge) + len(section.of("similar", "unchecked", "held"))
            numbers = (look, len(section.of("exact")), len(section.of("gone")))
            for column, value in enumerate((each.title, *numbers)):
                sheet.write(place + number, column, value, self.style.locked)
        finish(sheet)

    def entries(self, sheet: Sheet, section: Section) -> None:
        """A sheet of what to judge."""
        page = self.book.add_worksheet(sheet.title)
        heads = sheet.heads
        for column, words in enumerate(heads):
            page.write(0, column, words, self.style.head)
            page.set_column(column, column, _WIDTHS.get(words, 24))
        key, decision = heads.index(KEY), heads.index(DECISION)
        page.set_column(key, key, 4, None, {"hidden": True})
        page.freeze_panes(1, 2 + len(sheet.keys))
        wide = [_WIDTHS.get(words, 24) for words in (*heads[2:decision], NOTE)]
        count = 0
        for count, (state, score, fields, note) in enumerate(rows_of(sheet, section), start=1):
            page.write(count, 0, STATES[state], self.style.locked)
            page.write(count, 1, "" if state == "judge" else score, self.style.locked)
            values = [shown(name, fields.get(name, ""), self.programme) for name in sheet.fields]
            for column, (name, value) in enumerate(zip(sheet.fields, values, strict=True), start=2):
                is_key = name in sheet.keys and value != ""
                page.write(count, column, value, self.style.locked if is_key else self.style.open)
            page.write(count, decision, TAKE if state == "exact" else "", self.style.answer)
            page.write(count, decision + 1, note, self.style.locked)
            page.write(count, key, key_of(sheet, fields), self.style.hidden)
            page.set_row(count, height([*values, note], wide))
        last = count + ADDED
        for added in range(count + 1, last + 1):
            for column in range(2, decision + 1):
                page.write_blank(added, column, None, self.style.open)
        page.data_validation(
            1, decision, last, decision, {"validate": "list", "source": [TAKE, LEAVE]}
        )
        for column, name in enumerate(sheet.fields, start=2):
            names = list(choices(name, self.programme))
            if names:
                self._choose(page, last, column, names)
        page.autofilter(0, 0, last, key)
        finish(page)

    def _choose(self, page: Any, last: int, column: int, names: list[str]) -> None:
        """A drop-down; a long one stands on a sheet of its own, since a list may not be long."""
        source: list[str] | str = names
        if len(",".join(names)) > 255 or any("," in name for name in names):
            place = self.lists.setdefault(tuple(names), len(self.lists))
            store = self.book.get_worksheet_by_name(CHOICES)
            if store is None:
                store = self.book.add_worksheet(CHOICES)
                store.hide()
                store.protect()
            store.write_column(0, place, names)
            letter = xl_col_to_name(place)
            source = f"='{CHOICES}'!${letter}$1:${letter}${len(names)}"
        page.data_validation(1, column, last, column, {"validate": "list", "source": source})

    def table(
        self, title: str, heads: tuple[str, ...], rows: list[tuple[Any, ...]], wide: tuple[int, ...]
    ) -> None:
        """A sheet to read."""
        page = self.book.add_worksheet(title)
        for column, (words, width) in enumerate(zip(heads, wide, strict=True)):
            page.write(0, column, words, self.style.head)
            page.set_column(column, column, width)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                style = self.style.money if isinstance(value, Decimal) else self.style.locked
                page.write(number, column, "" if value is None else value, style)
            page.set_row(number, height(row, wide))
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, max(len(rows), 1), len(heads) - 1)
        finish(page)


#: The hidden sheet of long lists of choices.
CHOICES = "Seçenekler"
_WIDTHS = {
    "Durum": 20, "Benzerlik": 10, "Hedef": 8, "Gösterge": 9, "Faaliyet": 9, "Amaç": 7,
    "Belgede yazan": 60, "Belgedeki ad": 50, "Gerekçe": 60, "Not": 50, "Karar": 9, "Komisyon": 36,
}  # fmt: skip


def key_of(sheet: Sheet, fields: dict[str, Any]) -> str:
    """What a row is about, in a form that shows whether somebody changed it."""
    return json.dumps(
        {name: fields[name] for name in sheet.keys if fields.get(name) not in (None, "")},
        ensure_ascii=False,
        sort_keys=True,
    )
