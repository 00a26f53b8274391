"""The figure of the checks: what is drawn, what stands in the table, where rows lead."""

from __future__ import annotations

from present.findings.figures import checks_figure
from present.findings.model import State
from tests.present.findings.records import check

CHECKS = (
    check("b", "Bir", 1003, 1, slip=1),
    check("c", "İki", 5, blank=1),
    check("a", "Üç", 9),
    check("d", "Dört", 0, state=State.NO_TABLE),
)


def test_the_figure_draws_checks_with_findings_and_lists_them_all() -> None:
    figure = checks_figure(CHECKS, 2027, "Kaynak", lambda code: f"/t?tur={code}")
    assert figure.title == "Hangi denetimde kaç bulgu çıktı?"
    assert figure.subtitle.startswith("2027 programı, bulgu sayısı / karşılaştırma sayısı;")
    assert figure.source == "Kaynak"
    assert figure.sentence == (
        "2027 programında 3 denetimde 1.017 karşılaştırma yapıldı: 1.014 tanesi uyuşuyor. "
        "Bulgular: 1 uyuşmazlık, 1 yazım yanlışı, 1 boş yer."
    )
    assert figure.table.drop(columns="address").to_dict("list") == {
        "check": ["b", "c", "a", "d"],
        "title": ["Bir", "İki", "Üç", "Dört"],
        "compared": [1003, 5, 9, 0],
        "passed": [1001, 4, 9, 0],
        "disagrees": [1, 0, 0, 0],
        "slip": [1, 0, 0, 0],
        "blank": [0, 1, 0, 0],
        "reading": [0, 0, 0, 0],
        "question": [0, 0, 0, 0],
        "found": [2, 1, 0, 0],
        "state": ["çalıştı", "çalıştı", "çalıştı", "tablosu yok, çalışmadı"],
    }
    assert figure.spec is not None
    drawn = [row for rows in figure.spec["datasets"].values() for row in rows if "end" in row]
    assert [
        (row["key"], row["start"], row["end"], row["text"], row["detail"]) for row in drawn
    ] == [
        ("b", 0, 2, "2 / 1.003", "Bir: 2 / 1.003"),
        ("c", 0, 1, "1 / 5", "İki: 1 / 5"),
    ]


def test_the_columns_are_written_and_lead_to_the_checks_findings() -> None:
    figure = checks_figure(CHECKS, 2027, "Kaynak", lambda code: f"/t?tur={code}")
    assert [(column.name, column.label) for column in figure.columns] == [
        ("title", "Denetim"),
        ("compared", "Karşılaştırma"),
        ("passed", "Uyuşan"),
        ("disagrees", "uyuşmuyor"),
        ("slip", "yazım"),
        ("blank", "boş"),
        ("reading", "okuma"),
        ("question", "soru"),
        ("state", "Durum"),
    ]
    assert [column.is_number for column in figure.columns] == [False, *[True] * 7, False]
    assert [column.is_heading for column in figure.columns] == [True, *[False] * 8]
    assert [column.write(1003) for column in figure.columns[1:-1]] == ["1.003"] * 7
    link = figure.columns[0].link
    assert link is not None
    rows = [{str(key): value for key, value in row.items()}
            for row in figure.table.to_dict("records")]  # fmt: skip
    assert [link(row) for row in rows] == ["/t?tur=b", "/t?tur=c", None, None]


def test_without_a_finding_nothing_is_drawn() -> None:
    sound = checks_figure(CHECKS[2:3], 2027, "K", str)
    assert sound.spec is None
    assert sound.sentence == (
        "2027 programında 1 denetimde 9 karşılaştırma yapıldı; hiçbir bulgu çıkmadı."
    )
    none = checks_figure((), 2027, "K", str)
    assert none.spec is None
    assert len(none.table) == 0
    assert list(none.table.columns) == list(sound.table.columns)
