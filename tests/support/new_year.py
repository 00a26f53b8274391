"""A year on its way in, as docs/next-year.md walks it: the commands, in a copy of the project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl

from kbb_data.judging.sheets import DECISION, JUDGE, READ_FIRST, STATES, STATUS, TAKE, named, sheets
from kbb_data.schema import PROGRAMME_BUDGET
from kbb_data.turkish import upper
from tests.support.source import ROOT

#: The invented municipality's programme of 2026 as Word, as it would come from the municipality.
WORD = ROOT / "tests" / "fixtures" / "programme_budget.docx"

#: What the dashboard and its commands consist of.
_PARTS = ("app.py", "pages", "present", "kbb_data", "db", "assets", ".streamlit")

#: What a judge decides of each indicator: its direction, and why.
_MORE, _RATE, _LESS, _NONE = "more", "more_to_100", "less", "no_direction"
DIRECTIONS = {
    "Toplu taşımayla taşınan yolcu sayısı": (_MORE, "Toplu taşıma daha çok kişiyi taşır."),
    "Elektrikli otobüslerin filo içindeki oranı": (_RATE, "Otobüsler havayı daha az kirletir."),
    "Seferlerin zamanında başlama oranı": (_RATE, "Yolcu daha az bekler."),
    "Yenilenen yol uzunluğu": (_MORE, "Daha çok yol yenilenir."),
    "Onarılan köprü sayısı": (_NONE, "Onarım bir gereksinimdir; çoğu da azı da iyi sayılmaz."),
    "Kişi başına yeşil alan miktarı": (_MORE, "Kişi başına daha çok yeşil alan düşer."),
    "Dikilen fidan sayısı": (_MORE, "Daha çok fidan dikilir."),
    "Toplanan katı atık miktarı": (_NONE, "Atık bir yüktür; toplanan miktar başarıyı göstermez."),
    "Geri kazanılan ambalaj atığının oranı": (_RATE, "Atığın daha büyük bölümü geri kazanılır."),
    "Kütüphanelerden yararlanan kişi sayısı": (_MORE, "Kütüphane daha çok kişiye ulaşır."),
    "Düzenlenen etkinlik sayısı": (_MORE, "Daha çok etkinlik düzenlenir."),
    "Evde bakım hizmeti alan kişi sayısı": (_MORE, "Bakım daha çok kişiye ulaşır."),
    "Sosyal yardım başvurularının sonuçlanma süresi": (_LESS, "Başvuran daha az bekler."),
    "Tamamlanan denetim sayısı": (_MORE, "Daha çok denetim tamamlanır."),
    "Denetim önerilerinin yerine getirilme oranı": (_RATE, "Önerilerin daha çoğu yerine gelir."),
    "Çalışan başına hizmet içi eğitim süresi": (_MORE, "Çalışan daha çok eğitim alır."),
    "Elektronik ortamda sonuçlanan başvuruların payı": (
        _MORE,
        "Daha çoğu uzaktan biter.",
    ),
}
#: The short names of programmes for charts, in Turkish and English.
SHORT = {
    "ŞEHİR İÇİ ULAŞIM": ("Ulaşım", "Transport"),
    "ÇEVRE VE YEŞİL ALANLAR": ("Çevre", "Environment"),
    "KÜLTÜR VE SOSYAL HİZMETLER": ("Kültür ve Sosyal", "Culture and Social"),
    "YÖNETİM VE DESTEK PROGRAMI": ("Yönetim ve Destek", "Administration"),
}


def project(folder: Path) -> Path:
    """A copy of the project in ``folder``, without databases, for commands that write into it."""
    for part in _PARTS:
        source = ROOT / part
        if source.is_dir():
            unwanted = shutil.ignore_patterns("__pycache__", "*.sqlite*", "*.lock")
            shutil.copytree(source, folder / part, ignore=unwanted)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, folder / part)
    return folder


def said(root: Path, *words: str, database: str = "") -> str:
    """What a command of the project at ``root`` prints. Raises ``CalledProcessError``, whose text
    holds its errors, where it does not end well."""
    environment = {**os.environ, "KBB_DATABASE_URL": database}
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, f"{' '.join(words)}: {done.stdout}{done.stderr}"
    return done.stdout


def judge(workbook: Path) -> int:
    """Judge the directions and the short names in the workbook, as staff would by hand; how many
    rows. Raises ``KeyError`` for one that nobody decided."""
    book = openpyxl.load_workbook(workbook)
    book[READ_FIRST][JUDGE] = "Ayşe Yılmaz"
    names = named("indicators", "direction")
    judged = 0
    for sheet in sheets(PROGRAMME_BUDGET):
        if sheet.section not in ("indicator", "programme"):
            continue
        heads = list(sheet.heads)
        for row in book[sheet.title].iter_rows(min_row=2):
            if row[heads.index(STATUS)].value not in (STATES["judge"], STATES["similar"]):
                continue
            printed = str(row[heads.index(sheet.label("printed"))].value)
            if sheet.section == "indicator":
                direction, reason = DIRECTIONS[printed]
                answers = {"direction": names[direction], "reason": reason}
            else:
                answers = dict(zip(("short", "short_en"), SHORT[upper(printed)], strict=True))
            for field, words in answers.items():
                row[heads.index(sheet.label(field))].value = words
            row[heads.index(DECISION)].value = TAKE
            judged += 1
    book.save(workbook)
    return judged
