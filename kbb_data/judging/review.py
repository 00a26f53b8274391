"""The workbook in which the municipality's own staff judge a programme.

A sheet for each thing to judge holds last year's entries where the new programme prints the same
thing or one that is like it, what awaits a judgement, and what is printed no longer; a sheet of
changes what is new, gone, renamed, moved or leapt; a sheet of findings where the document disagrees
with itself. ``kbb_data.judging.apply`` reads it back.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]

from kbb_data.files.kinds import refusal
from kbb_data.judging.book import MADE, Styles, finish, height
from kbb_data.judging.context import context
from kbb_data.judging.drafted import (
    EXACT,
    HELD,
    JUDGED,
    PAIRED,
    SIMILAR,
    UNCHECKED,
    Drafted,
    Section,
)
from kbb_data.judging.linking import earlier_tables, linked
from kbb_data.judging.overview import changes, counts, findings
from kbb_data.judging.propose import drafted_from
from kbb_data.judging.sheets import (
    CODES,
    DECISION,
    HELD_RATE,
    HELD_TOPIC,
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
    succession_sheet,
)
from kbb_data.judging.things import Programme
from kbb_data.publishing.package import read_tables
from kbb_data.rows import Tables

CHANGES, FINDINGS = "Değişenler", "Bulgular"
#: The rows that somebody must look at, and those that come with a decision.
_LOOKED_AT, _READY = (SIMILAR, UNCHECKED, HELD, PAIRED), (EXACT, JUDGED)
#: The empty rows after a sheet's own, for entries that nobody proposed.
ADDED = 20

#: ``{cell}`` is a cell that a judge fills in, ``{free}`` the sheets whose reasons may be empty.
_INSTRUCTIONS = (
    "Bu dosya, programın insan gözüyle değerlendirilecek yerlerini içerir. Kod ya da programlama "
    "gerekmez.",
    "1. Yukarıya adınızı yazın. Kararların yanında adınız ve günü saklanır.",
    "2. Her sayfada satırları sırayla okuyun. Gri hücreler belgedendir ve kilitlidir; beyaz "
    "hücreleri ve sarı “Karar” hücrelerini siz doldurursunuz. “artık yazılmıyor” olan satırlarda "
    "yapılacak bir şey yoktur.",
    "3. “Karar” sütununda “al” ya da “alma” seçin. Boş bırakılan satır değerlendirilmemiş sayılır "
    "ve sitede değerlendirilmemiş olarak gösterilir.",
    "4. “geçen yılki gibi” olan satırlar “al” olarak gelir; bakıp değiştirebilirsiniz. “adı "
    "değişmiş, bakın” olanlarda benzerlik puanına (100 en çok) ve nota bakın, sonra karar verin.",
    "5. Önerilmeyen bir değerlendirmeyi (örneğin ikinci bir komisyonu) sayfanın sonundaki boş "
    "satırlara yazın; numarası yeter, belgede yazan kendiliğinden alınır.",
    "6. “Gerekçe” sütunu olan sayfalarda her “al” bir gerekçe ister: bir cümle yeter, sayı "
    "yazmayın. Yalnız şu sayfalarda boş kalabilir: {free}.",
    "7. Kaydedin ve iki komutu sırayla verin: “python -m kbb_data apply review.xlsx KLASÖR” "
    "kararları alır, “python -m kbb_data import BELGE --out KLASÖR” onları tablolara işler.",
    "Yanlış doldurulan bir hücre, adıyla (örneğin {cell}) söylenir; o zaman hiçbir şey değişmez.",
)


def instructions(form: str) -> tuple[str, ...]:
    """What the first sheet says to do with the workbook of a programme of ``form``."""
    directions = next(sheet for sheet in sheets(form) if sheet.section == "indicator")
    column = xl_col_to_name(directions.heads.index(directions.label("direction")))
    free = ", ".join(
        sheet.title
        for sheet in sheets(form)
        if "reason" in sheet.judged and "reason" not in sheet.required
    )
    cell = f"{directions.title}!{column}12"
    return tuple(words.format(cell=cell, free=free) for words in _INSTRUCTIONS)


def review(folder: Path, earlier: Path, text: bytes | None = None) -> bytes:
    """The workbook for the dataset ``folder``, with the judgements of ``earlier`` beside it.

    ``text`` is the text that the dataset was read from. Raises ``Unreadable`` as ``propose``.
    """
    programme, _, sections = drafted_from(folder, earlier, text)
    tables, before = programme.tables, read_tables(earlier)
    shown_sheets = sheets(programme.form)
    linked_with = earlier_tables(earlier, tables)
    if linked_with:
        links = succession_sheet(programme.form)
        sections[links.file, links.section] = linked(folder, linked_with, tables)
        shown_sheets = (*shown_sheets, links)
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"title": f"{READ_FIRST}: {programme_name(tables)}", "created": MADE})
    writer = _Writer(book, programme)
    writer.first(tables, before, sections, shown_sheets)
    for sheet in shown_sheets:
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
    for outcome in _LOOKED_AT:
        yield from (_row(sheet, entry) for entry in section.of(outcome))
    for fields in section.to_judge:
        yield "judge", 0, fields, sheet.hint
    for outcome in (*_READY, "gone"):
        yield from (_row(sheet, entry) for entry in section.of(outcome))


#: Why a row of a section can't be taken as it is; of all others ``HELD_TWICE``.
_HELD = {"indicator": HELD_RATE} | dict.fromkeys(
    ("topic_activity", "topic_code", "topic_general"), HELD_TOPIC
)


def _row(sheet: Sheet, entry: Drafted) -> tuple[str, int, dict[str, Any], str]:
    held = _HELD.get(sheet.section, HELD_TWICE)
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
        self,
        tables: Tables,
        before: Tables,
        sections: dict[tuple[str, str], Section],
        shown_sheets: Sequence[Sheet],
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
        told = instructions(self.programme.form)
        for number, words in enumerate(told):
            sheet.merge_range(6 + number, 0, 6 + number, 3, words, self.style.plain)
            sheet.set_row(6 + number, 32)
        place = 8 + len(told)
        for column, words in enumerate(("Okunan", "bu yıl", "geçen yıl")):
            sheet.write(place, column, words, self.style.head)
        read = list(counts(tables, before))
        for number, row in enumerate(read, start=1):
            for column, value in enumerate(row):
                sheet.write(place + number, column, value, self.style.count)
        place += 3 + len(read)
        for column, words in enumerate(("Sayfa", "bakılacak", "hazır gelen", "artık yazılmayan")):
            sheet.write(place, column, words, self.style.head)
        for number, each in enumerate(shown_sheets, start=1):
            section = sections[each.file, each.section]
            look = len(section.to_judge) + len(section.of(*_LOOKED_AT))
            numbers = (look, len(section.of(*_READY)), len(section.of("gone")))
            for column, value in enumerate((each.title, *numbers)):
                sheet.write(place + number, column, value, self.style.count)
        finish(sheet)
        sheet.set_portrait()
        sheet.fit_to_pages(1, 1)

    def entries(self, sheet: Sheet, section: Section) -> None:
        """A sheet of what to judge."""
        page = self.book.add_worksheet(sheet.title)
        heads = sheet.heads
        self._heads(page, heads, [_WIDTHS.get(words, 24) for words in heads])
        key, decision = heads.index(KEY), heads.index(DECISION)
        page.set_column(key, key, 4, None, {"hidden": True})
        page.freeze_panes(1, 2 + len(sheet.keys))
        columns = (*sheet.keys, *sheet.context, *sheet.judged)
        wide = [_WIDTHS.get(words, 24) for words in (*heads[2:decision], NOTE)]
        count = 0
        for count, (state, score, fields, note) in enumerate(rows_of(sheet, section), start=1):
            page.write(count, 0, STATES[state], self.style.locked)
            likeness = "" if state in ("judge", JUDGED) or not score else score
            page.write(count, 1, likeness, self.style.locked_number)
            beside = context(sheet, fields, self.programme)
            values = [
                beside[name]
                if name in beside
                else shown(name, fields.get(name, ""), self.programme)
                for name in columns
            ]
            for column, (name, value) in enumerate(zip(columns, values, strict=True), start=2):
                is_key = name in beside or (name in sheet.keys and value != "")
                page.write(
                    count, column, value, self._style(name, value, is_key or state == "gone")
                )
            answer = self.style.locked if state == "gone" else self.style.answer
            page.write(count, decision, TAKE if state in _READY else "", answer)
            page.write(count, decision + 1, note, self.style.locked)
            page.write(count, key, key_of(sheet, fields), self.style.hidden)
            page.set_row(count, height([*values, note], wide))
        last = count + ADDED
        for added in range(count + 1, last + 1):
            for column, name in enumerate(columns, start=2):
                style = self._style(name, None, name in sheet.context)
                page.write_blank(added, column, None, style)
            page.write_blank(added, decision, None, self.style.answer)
        page.data_validation(
            1, decision, last, decision, {"validate": "list", "source": [TAKE, LEAVE]}
        )
        for column, name in enumerate(columns, start=2):
            names = list(choices(name, self.programme))
            if names and name not in sheet.context:
                self._choose(page, last, column, names)
        page.autofilter(0, 0, last, key)
        finish(page)

    def _heads(self, page: Any, heads: Sequence[str], wide: Sequence[int]) -> None:
        """The first row, high enough for its words; a column's arrow to filter takes some room."""
        for column, (words, width) in enumerate(zip(heads, wide, strict=True)):
            page.write(0, column, words, self.style.head)
            page.set_column(column, column, width)
        page.set_row(0, height(heads, [max(width - 3, 3) for width in wide]))

    def _style(self, name: str, value: Any, is_locked: bool) -> Any:
        """The format of a cell of an entry, or of what the document says beside it. A code as 3.10
        stays words, whatever is typed."""
        if name in CODES and not is_locked:
            return self.style.words
        if isinstance(value, int):
            return self.style.locked_number if is_locked else self.style.open_number
        return self.style.locked if is_locked else self.style.open

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
        self._heads(page, heads, wide)
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
    "Durum": 19, "Benzerlik": 13, "Hedef": 9, "Alt program": 12, "Gösterge": 12, "Faaliyet": 11,
    "Amaç": 9, "Program": 11, "Belgede yazan": 48, "Belgedeki ad": 50, "Hedef adı": 26,
    "Alt program adı": 26, "Ölçü": 12, "Açıklama": 40, "Gerekçe": 48, "Not": 40, "Karar": 9,
    "Konu": 30, "Öbür konu": 30, "Ne alır": 48, "Ne alır (İngilizce)": 48,
    "Komisyon": 36, "Yıl içinde birikme": 22, "Birikme gerekçesi": 40,
    "Düzey": 14, "Önceki yıl": 9, "Önceki kod": 9, "Önceki ad": 44,
    "Bu yılki kod": 9, "Bu yılki ad": 44, "İlişki": 14,
}  # fmt: skip


def key_of(sheet: Sheet, fields: dict[str, Any]) -> str:
    """What a row is about, in a form that shows whether somebody changed it."""
    return json.dumps(
        {name: fields[name] for name in sheet.keys if fields.get(name) not in (None, "")},
        ensure_ascii=False,
        sort_keys=True,
    )
