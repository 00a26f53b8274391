"""Activity reports: indicators by the words of their heads, refusals with line and mend."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from kbb_data.files.extract import Extract, extract
from kbb_data.problems import Unreadable
from kbb_data.results.reports import read
from tests.support import documents

TEXT = """ÇAMLIOVA BELEDİYESİ
2025 YILI FAALİYET RAPORU
Rapor tarihi: 28.03.2026
Performans Hedefi (3): Yolların bakımı yapılacak
No\tGösterge\tHedeflenen\tGerçekleşen\tGerçekleşme Oranı\tDeğerlendirme / Sapma Nedeni\tAlınan Önlem
1\tBakımı yapılan yol uzunluğu (km)\t1.200\t1.034,5\t%86,21\tKış uzun sürdü.\tEk ekip kuruldu.
2\tMemnuniyet oranı (%)\t%90\t%95\t105,56\t-\t
3\tTamamlanan köprü\t2\tölçülmedi\t\t\t

Performans Hedefi (4): Parklar yapılacak
Performans Göstergeleri\t2025 Hedefi\tGerçekleşme\tSapmanın Nedeni
4.1 Yapılan park\t10\t10\t
"""


def test_indicators_by_the_words_of_their_heads() -> None:
    report = read(Extract(TEXT.encode()), 2025, "Çamlıova Belediyesi")
    assert (report.kind, report.date, report.as_of) == (
        "activity_report", "2026-03-28", "2025-12-31",
    )  # fmt: skip
    assert report.title == "ÇAMLIOVA BELEDİYESİ 2025 YILI FAALİYET RAPORU"
    rows = [
        (e.goal, e.indicator, e.name, e.value, e.printed, e.target_stated, e.deviation_reason,
         e.measure_taken, e.line)
        for e in report.indicators
    ]  # fmt: skip
    assert rows == [
        (3, 1, "Bakımı yapılan yol uzunluğu (km)", Decimal("1034.5"), "1.034,5", 1200,
         "Kış uzun sürdü.", "Ek ekip kuruldu.", 6),
        (3, 2, "Memnuniyet oranı (%)", 95, "%95", 90, "", "", 7),
        (3, 3, "Tamamlanan köprü", None, "ölçülmedi", 2, "", "", 8),
        (4, 1, "Yapılan park", 10, "10", 10, "", "", 12),
    ]  # fmt: skip
    assert {each.as_of for each in report.indicators} == {"2025-12-31"}
    assert report.statements == report.passed == ()


def test_word_and_workbook_read_alike(tmp_path: Path) -> None:
    want = read(Extract(TEXT.encode()), 2025).indicators
    for name, content in (("a.docx", documents.word(TEXT)), ("a.xlsx", documents.workbook(TEXT))):
        path = tmp_path / name
        path.write_bytes(content)
        got = read(extract(path), 2025).indicators
        assert [(e.goal, e.indicator, e.value, e.target_stated) for e in got] == [
            (e.goal, e.indicator, e.value, e.target_stated) for e in want
        ]


def test_sub_programmes_columns_of_other_years_and_codes() -> None:
    text = """2026 YILI FAALİYET RAPORU
Alt Program (2): Ulaşım
Kodu\tPerformans Göstergesi\t2025 Gerçekleşen\t2026 Hedef\t2026 Gerçekleşen\tSapma Nedeni
PG 2.4\tAsfalt (ton)\t500\t700\t650\tYağış
Alt Program Adı: Yeşil alanlar
Gösterge\tPlanlanan\tSonuç
Ağaç\t5\t6
Faaliyetler\t2026 Bütçe\t2026 Harcama
Ağaç dikimi\t1.000,00\t900,00
"""
    report = read(Extract(text.encode()), 2026)
    assert [(e.goal, e.indicator, e.name, e.value, e.target_stated) for e in report.indicators] == [
        (2, 4, "Asfalt (ton)", 650, 700), (None, None, "Ağaç", 6, 5),
    ]  # fmt: skip
    # What has no number can't be told to be an activity of the programme.
    assert [(entry.line, entry.text.partition("\t")[0]) for entry in report.passed] == [
        (3, "2025 Gerçekleşen"), (9, "Ağaç dikimi"),
    ]  # fmt: skip
    numbered = read(Extract(text.replace("\nAğaç dikimi", "\n12 Ağaç dikimi").encode()), 2026)
    (activity,) = numbered.statements
    assert (activity.classification, activity.code, activity.spent) == ("activity", "12", 900)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("Gerçekleşen\t", "Durum\t", "line 5, table of indicators: expected a column Gerçekleşen"),
        ("3\tTamamlanan", "2\tTamamlanan", "each indicator once; found 'Tamamlanan köprü'"),
        ("3\tTamamlanan köprü", "3\t", "expected a row with an indicator's name"),
        ("Hedeflenen\tG", "Hedef\t2025 Hedefi\tG", "one column of targets"),
        ("FAALİYET RAPORU", "RAPOR", ""),
        ("2025 YILI", "2023 YILI", "expected a document of 2025, the programme's year"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_with_certainty_is_refused(before: str, after: str, said: str) -> None:
    assert before in TEXT
    text = TEXT.replace(before, after, 1)
    if not said:
        # Without a title the heads tell which document it is.
        assert read(Extract(text.encode()), 2025).kind == "activity_report"
        return
    with pytest.raises(Unreadable) as refused:
        read(Extract(text.encode()), 2025)
    assert said in str(refused.value)


def test_other_documents_are_refused_by_what_they_lack() -> None:
    for text, said in (
        ("Belediye Meclisi\nKarar 12\n", "expected a half-year report"),
        ("2025 YILI FAALİYET RAPORU\nSayın meclis üyeleri\n", "a table of money by code, or of"),
        ("", "nothing"),
    ):
        with pytest.raises(Unreadable) as refused:
            read(Extract(text.encode()), 2025)
        assert said in str(refused.value), said
    with pytest.raises(Unreadable, match="save the text as UTF-8"):
        read(Extract("Yılı Faaliyet Raporu ş".encode("iso8859-9")), 2025)
