"""An invented half-year report: the same from every kind of file, refusals, sentences."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from kbb_data.files.extract import Extract, extract
from kbb_data.problems import Unreadable
from kbb_data.results.records import Report, Statement
from kbb_data.results.reports import read
from tests.support import documents

TEXT = """T.C.
ÇAMLIOVA BELEDİYE BAŞKANLIĞI
2026 YILI KURUMSAL MALİ DURUM VE BEKLENTİLER RAPORU
Tarih: 30 Temmuz 2026
I- OCAK-HAZİRAN 2026 DÖNEMİ BÜTÇE UYGULAMA SONUÇLARI
A. Bütçe Giderleri
2026 Mali Yılı Ocak–Haziran dönemi için ilk altı aylık bütçe giderleri toplamı 500.000,00 TL olmuştur.
Bütçe Tertibi\t2025 Gider Gerçekleşmesi\t2026 Başlangıç Ödeneği\tOcak-Haziran Dönemi\t\tOran\t
\t\t\t2025\t2026\t2025\t2026
01-Personel Giderleri\t600.000,00\t800.000,00\t250.000,00\t300.000,00\t41,67%\t37,50%
03-Mal ve Hizmet Alım Giderleri\t100.000,00\t200.000,00\t-\t200.000,00\t\t100,00%
09-Yedek Ödenek*\t\t50.000,00\t\t40.000,00\t\t80,00%
TOPLAM\t700.000,00\t1.050.000,00\t250.000,00\t500.000,00\t35,71%\t47,62%
*Yedek ödenek gerçekleşmesi toplama dahil edilmemiştir.
01. Personel Giderleri
2025 yılı Ocak-Haziran döneminde 250.000,00 TL olan personel giderleri 2026 yılı Ocak-Haziran döneminde 310.000,00 TL olmuştur.
III- TEMMUZ - ARALIK 2026 DÖNEMİNE İLİŞKİN BEKLENTİLER VE HEDEFLER
B. Bütçe Gelirleri
Gelir Türü\t2026 Planlanan Gelir\tOcak-Haziran Gelirleri\tTemmuz-Aralık Dönemi (Tahmini)
01-Vergi Gelirleri\t900.000,00\t400.000,00\t450.000,00
09-Red ve İadeler (-)\t10.000,00\t2.000,00\t3.000,00
Toplam\t890.000,00\t398.000,00\t447.000,00
"""  # noqa: E501 - a paragraph of a report is one line


def made(text: str = TEXT) -> Report:
    return read(Extract(text.encode()), 2026, "Çamlıova Belediyesi")


def stated(report: Report) -> dict[tuple[str, str, str, int], Statement]:
    return {(e.classification, e.code, e.as_of, e.number): e for e in report.statements}


def test_what_it_says() -> None:
    report = made()
    assert (report.kind, report.date, report.as_of) == (
        "half_year_report", "2026-07-30", "2026-06-30",
    )  # fmt: skip
    assert report.institution == "ÇAMLIOVA BELEDİYE BAŞKANLIĞI"
    own = stated(report)
    personnel = own["economic", "01", "2026-06-30", 1]
    assert (personnel.initial, personnel.spent, personnel.printed_rate, personnel.base) == (
        800000, 300000, Decimal("37.50"), "initial",
    )  # fmt: skip
    assert own["economic", "01", "2026-06-30", 2].spent == 310000
    assert own["economic", "total", "2026-06-30", 2].spent == 500000
    # A dash and a blank cell state nothing.
    assert ("economic", "03", "2025-06-30", 1) not in own
    assert ("economic", "09", "2025-12-31", 1) not in own
    assert own["economic", "09", "2026-06-30", 1].is_outside_total
    # What the name says to be taken off is taken off.
    refunds = own["revenue", "09", "2026-06-30", 1]
    assert (refunds.initial, refunds.spent, refunds.expected) == (-10000, -2000, -3000)


def test_the_same_from_every_kind_of_file(tmp_path: Path) -> None:
    want = [(key, each.spent, each.initial) for key, each in stated(made()).items()]
    for name, content in (("a.docx", documents.word(TEXT)), ("a.xlsx", documents.workbook(TEXT))):
        path = tmp_path / name
        path.write_bytes(content)
        other = read(extract(path), 2026, "Çamlıova Belediyesi")
        assert [(key, each.spent, each.initial) for key, each in stated(other).items()] == want


def test_columns_are_known_by_their_words_wherever_they_stand() -> None:
    def turned(line: str) -> str:
        cells = line.split("\t")
        return "\t".join([cells[0], *cells[:0:-1]]) if len(cells) == 4 else line

    text = "\n".join(map(turned, TEXT.split("\n")))
    assert text != TEXT
    assert stated(made(text)).keys() == stated(made()).keys()
    assert [e.expected for e in made(text).statements] == [e.expected for e in made().statements]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("300.000,00\t41", "3OO.000,00\t41", "line 10, table of line 8: expected an amount"),
        ("\t37,50%", "\tçok", "expected a rate as 12,34"),
        ("03-Mal", "04-Mal", "which is that of code 03"),
        ("\t100,00%\n", "\n", "expected 7 cells as in the head"),
        ("2026 YILI KURUMSAL", "2025 YILI KURUMSAL", "expected a document of 2026"),
        ("ÇAMLIOVA", "DEREKÖY", "expected a document of Çamlıova Belediyesi"),
        ("2026 Başlangıç Ödeneği", "2026 Başlangıç Ödeneği (Bin TL)", "expected amounts in lira"),
        ("2026 Planlanan", "Ocak-Haziran", "expected each figure in one column"),
        ("03-Mal ve Hizmet Alım Giderleri", "Çeşitli", "a row with a code or a name that tells it"),
    ],
)
def test_what_cannot_be_read_with_certainty_is_refused(before: str, after: str, said: str) -> None:
    assert before in TEXT
    with pytest.raises(Unreadable) as refused:
        made(TEXT.replace(before, after, 1))
    assert said in str(refused.value)


def test_a_table_in_pictures_leaves_nothing_to_read() -> None:
    head = "\n".join(TEXT.split("\n")[:5])
    with pytest.raises(Unreadable, match="are the tables pictures"):
        made(head)


@pytest.mark.parametrize(
    "sentence",
    [
        # No period, no verb, no code, another year's rest, a difference, broken.
        "Personel giderleri 12.345,67 TL olmuştur.",
        "2026 yılında 12.345,67 TL personel gideri.",
        "Temmuz-Aralık 2025 döneminde 12.345,67 TL olması beklenmektedir.",
        "Yılsonu itibarıyla 12.345,67 TL gider gerçekleşmesi beklenmektedir.",
        "Ocak-Haziran döneminde gelir giderden 12.345,67 TL fazla olmuştur.",
        "Ocak-Haziran 2026 döneminde personel giderleri 12.345,67,89 TL olmuştur.",
        # A part of a code, a total of something else, a transfer.
        "2026 yılı Ocak-Haziran döneminde memur maaşı 12.345,67 TL olmuştur.",
        "Ocak-Haziran 2026 döneminde personel giderleri içinde ikramiye 12.345,67 TL olmuştur.",
        "Ocak-Haziran 2026 döneminde kredilerin toplamı 12.345,67 TL olmuştur.",
        "Ocak-Haziran 2026 döneminde personel giderlerine 12.345,67 TL ödenek aktarılmıştır.",
    ],
)
def test_a_sentence_that_leaves_something_open_is_passed_over(sentence: str) -> None:
    text = TEXT.replace("III- TEMMUZ", f"02. SGK Primi Giderleri\n{sentence}\nIII- TEMMUZ", 1)
    report = made(text)
    want = [(key, each.spent) for key, each in stated(made()).items()]
    assert [(key, each.spent) for key, each in stated(report).items()] == want
    (entry,) = [entry for entry in report.passed if entry.text.startswith("12.345,67")]
    assert text.split("\n")[entry.line - 1] == sentence
    assert entry.reason
