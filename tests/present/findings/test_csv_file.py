"""The file of findings: what it holds, that no spreadsheet runs it, what it is called."""

from __future__ import annotations

import csv
import io

from present.findings.choices import FindingChoices
from present.findings.csv_file import csv_bytes, file_name
from present.kit.text import ENGLISH, using
from tests.present.findings.records import money, read, row


def test_the_file_opens_in_a_spreadsheet_and_runs_nothing() -> None:
    findings = read(
        money("x.b", "-40000000.00"),
        row("x.a", "low", stated="=1+1", unit="text", explanation="@SUM(A1)", source_line=12),
    )
    data = csv_bytes(findings, "Belge")
    assert data.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert lines[3] == []
    assert lines[4] == ["Kaynak: Belge"]
    assert lines[5][0].startswith("Bu CSV, Türkçe ayarlı hesap tablosu")
    assert lines[:3] == [
        ["Bulgu kodu", "Denetim", "Önem", "Tür", "Kesinlik", "Yer", "Belgede yazan",
         "Hesaplanan ya da diğer yerde yazan", "Fark", "Birim", "Açıklama", "Bölüm", "Satır"],
        ["x.b", "Denetim", "Yüksek önem", "uyuşmuyor", "kesin", "Tablo & satır",
         "100,00", "100,00", "-40.000.000,00",
         "TRY", "Açıklama.", "'2.5", "1"],
        ["x.a", "Denetim", "Düşük önem", "uyuşmuyor", "kesin", "Tablo & satır",
         "'=1+1", "", "", "text", "'@SUM(A1)",
         "'2.5", "12"],
    ]  # fmt: skip


def test_a_file_is_called_by_programme_and_choices() -> None:
    institution = "ÇAMLIOVA BELEDİYESİ"
    assert file_name(institution, 2027, FindingChoices()) == (
        "camliova-belediyesi-2027-tutarlilik-bulgulari.csv"
    )
    chosen = FindingChoices("activity-names", ("high", "low"))
    assert file_name(institution, 2027, chosen) == (
        "camliova-belediyesi-2027-tutarlilik-bulgulari-activity-names-yuksek-onem-dusuk-onem.csv"
    )
    with using(ENGLISH):
        assert file_name(institution, 2027, FindingChoices()) == (
            "camliova-belediyesi-2027-consistency-findings.csv"
        )
