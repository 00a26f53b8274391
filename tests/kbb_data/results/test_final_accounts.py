"""Final accounts: the real ones as they are, and the same under Turkish heads in other files."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from kbb_data.files.extract import Extract, extract
from kbb_data.problems import Unreadable
from kbb_data.results.records import Statement
from kbb_data.results.reports import read
from tests.kbb_data.results import real
from tests.support import documents

HEAD = (
    "Kodu\tAçıklama\tBütçe\tEk Bütçe\tEklenen\tDüşülen\tNet Bütçe\tBütçe Gideri\tGerçekleşme Oranı"
)
FUNCTIONS = f"""Çamlıova Belediyesi
2025 Yılı Kesin Hesabı
Fonksiyonel Sınıflandırma
{HEAD}
01\tGenel Kamu Hizmetleri\t1.000,00\t0,00\t50,00\t250,00\t800,00\t600,00\t75,00
08\tDinlenme, Kültür ve Din Hizmetleri\t500,00\t100,00\t0,00\t0,00\t600,00\t150,00\t25,00
\tGENEL TOPLAM\t1.500,00\t100,00\t50,00\t250,00\t1.400,00\t750,00\t53,57
Ekonomik Sınıflandırma
{HEAD}
01\tPersonel Giderleri\t1.500,00\t100,00\t50,00\t250,00\t1.400,00\t750,00\t53,57
"""


def figures(each: Statement) -> tuple[Decimal | None, ...]:
    return (
        each.initial, each.supplementary, each.added, each.deducted, each.net, each.spent,
        each.printed_rate,
    )  # fmt: skip


def test_the_real_accounts_read_as_they_are() -> None:
    report = real.final_accounts()
    assert (report.kind, report.year, report.as_of) == ("final_accounts", 2025, "2025-12-31")
    assert (report.institution, report.title, report.date) == ("", "", "")
    assert (len(report.statements), report.months, report.passed) == (17, (), ())
    public = real.main(report, "functional", "01", "2025-12-31")
    assert figures(public) == tuple(
        map(
            Decimal,
            ("2495967693.18", "0.00", "271387034.54", "500885841.36", "2266468886.36",
             "2363991236.58", "104.30"),
        )
    )  # fmt: skip
    assert (public.name, public.line) == ("GENEL KAMU HİZMETLERİ", 2)
    # 2,363,991,236.58 are 94.71 per cent of the initial appropriation and 104.30 of the net one.
    assert {each.base for each in report.statements if each.printed_rate} == {"net"}
    assert {each.base for each in report.statements if not each.printed_rate} == {""}
    reserve = real.main(report, "economic", "09", "2025-12-31")
    assert (reserve.net, reserve.spent) == (Decimal("7035544.21"), Decimal("0.00"))
    total = real.main(report, "functional", "total", "2025-12-31")
    economic = [e.spent or 0 for e in report.statements if e.classification == "economic"]
    assert total.spent == Decimal("4091067616.24")
    assert sum(economic) == Decimal("4091067616.20")


def test_turkish_heads_in_every_kind_of_file(tmp_path: Path) -> None:
    made = read(Extract(FUNCTIONS.encode()), 2025, "Çamlıova Belediye Başkanlığı")
    assert (made.institution, made.title) == (
        "Çamlıova Belediyesi", "Çamlıova Belediyesi 2025 Yılı Kesin Hesabı",
    )  # fmt: skip
    assert [(each.classification, each.code) for each in made.statements] == [
        ("economic", "01"), ("functional", "01"), ("functional", "08"), ("functional", "total"),
    ]  # fmt: skip
    assert figures(made.statements[2]) == tuple(map(Decimal, (500, 100, 0, 0, 600, 150, 25)))
    assert made.statements[3].printed_rate == Decimal("53.57")
    word, book = tmp_path / "a.docx", tmp_path / "a.xlsx"
    word.write_bytes(documents.word(FUNCTIONS))
    book.write_bytes(documents.workbook(FUNCTIONS))
    for path in (word, book):
        other = read(extract(path), 2025)
        assert [figures(each) for each in other.statements] == list(map(figures, made.statements))
    table = FUNCTIONS.split("\n")[3:7]
    semicolons = "\n".join(line.replace("\t", ";") for line in table)
    other = read(Extract(semicolons.encode()), 2025)
    assert [figures(each) for each in other.statements] == list(map(figures, made.statements[1:]))


def test_what_is_deducted_is_positive_however_it_is_printed() -> None:
    text = FUNCTIONS.replace("250,00\t800", "-250,00\t800").replace("250,00\t1.4", "(250,00)\t1.4")
    made = read(Extract(text.encode()), 2025)
    assert [each.deducted for each in made.statements] == [250, 250, 0, 250]
    mixed = FUNCTIONS.replace("250,00\t800", "-250,00\t800")
    with pytest.raises(Unreadable, match="one sign for all that was deducted"):
        read(Extract(mixed.encode()), 2025)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("\t600,00\t75,00", "\tyok\t75,00", "line 5, table of line 4: expected an amount"),
        ("\t600,00\t75,00", "\t600.00\t75,00", "'600.00'"),
        ("\t600,00\t75,00", "\t600,00", "expected 9 cells as in the head"),
        ("\t600,00\t75,00", "\t600,00\t75,00\t9", "a figure below a head that says what it is"),
        ("01\tGenel", "04\tGenel", "name of code 04 of the functional classification"),
        ("\tBütçe Gideri\tG", "\tBütçe Gideri (Bin TL)\tG", "expected amounts in lira"),
        ("\tBütçe Gideri\tG", "\tNet Bütçe\tG", "expected each figure in one column"),
        ("Fonksiyonel Sınıflandırma\n", "Gelirler\n", "that of the functional classification"),
        ("2025 Yılı", "2024 Yılı", "expected a document of 2025"),
        ("Çamlıova", "Dereköy", "expected a document of Çamlıova Belediyesi"),
        ("75,00\n08", "60,00\n08", ""),
        ("Kesin Hesabı", "\ufffd\ufffd Hesabı", "expected Turkish letters"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_with_certainty_is_refused(before: str, after: str, said: str) -> None:
    assert before in FUNCTIONS
    text = FUNCTIONS.replace(before, after, 1)
    if not said:
        # A rate that does not fit is a finding about the document.
        assert read(Extract(text.encode()), 2025, "Çamlıova Belediyesi")
        return
    with pytest.raises(Unreadable) as refused:
        read(Extract(text.encode()), 2025, "Çamlıova Belediyesi")
    assert said in str(refused.value)


def test_one_cause_is_said_once() -> None:
    rows = "\n".join(f"{code:02}\tAd\t1,00\t\t\t\t1,00\t1,00\t\t9" for code in range(1, 9))
    with pytest.raises(Unreadable) as refused:
        read(Extract(f"2025 Yılı Kesin Hesabı\nEkonomik\n{HEAD}\n{rows}\n".encode()), 2025)
    assert [str(problem) for problem in refused.value.problems] == [
        "line 4, table of line 3: expected a figure below a head that says what it is; found '9'; "
        "… and 7 more lines of the same table"
    ]
    assert len(refused.value.places) == 8


def test_rates_that_fit_neither_appropriation_ask_for_a_head_that_says() -> None:
    text = "\n".join(
        line.replace("75,00", "1,11").replace("25,00", "2,22").replace("53,57", "3,33")
        for line in FUNCTIONS.split("\n")
    )
    with pytest.raises(Unreadable, match=r"write \(net ödeneğe göre\)"):
        read(Extract(text.encode()), 2025)
    said = text.replace("Gerçekleşme Oranı", "Gerçekleşme Oranı (net ödeneğe göre)")
    assert {e.base for e in read(Extract(said.encode()), 2025).statements} == {"net"}


def test_numbers_of_both_kinds_in_one_file_are_refused() -> None:
    content = 'code,name,initial,net,spent\n01,PERSONEL GİDERLERİ,100.50,100.50,"90,25"\n'
    with pytest.raises(Unreadable, match="one way of writing numbers"):
        read(Extract(content.encode()), 2025)


def test_per_cent_that_a_workbook_keeps_as_a_part_of_one() -> None:
    text = FUNCTIONS.split("Ekonomik")[0].replace("75,00\n", "0,75\n")
    text = text.replace("\t25,00\n", "\t0,25\n").replace("53,57\n", "0,5357\n")
    rates = [each.printed_rate for each in read(Extract(text.encode()), 2025).statements]
    assert rates == [75, 25, Decimal("53.57")]
