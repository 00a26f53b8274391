"""Two years' programmes are paired for a person to judge: in a draft and in the workbook."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kbb_data.__main__ import main
from kbb_data.importer import import_file
from kbb_data.judging.sheets import JUDGE, READ_FIRST, named, succession_sheet
from kbb_data.judging.successors import pairs
from kbb_data.publishing.package import read_tables
from kbb_data.rows import Tables
from kbb_data.schema import PROGRAMME_BUDGET
from tests.kbb_data.judging import linked
from tests.kbb_data.judging.linked import entry
from tests.support import datasets

SHEET = succession_sheet(PROGRAMME_BUDGET)
RELATIONS = named("succession", "relation")


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return linked.budget(tmp_path_factory.mktemp("newer") / "2026")


def _regrouped(tables: Tables) -> None:
    """Last year another order, another name, two sub-programmes for one, and one for two."""
    for row in tables["indicators"]:
        if (row["goal"], row["indicator"]) == (1, 1):
            row["name_printed"] = "Toplu taşımayla taşınan yolcuların sayısı"
        if (row["goal"], row["indicator"]) == (4, 2):
            row["name_printed"] = "Çöp kutusu sayısı"
    for row in tables["activities"]:
        if row["activity"] == 9:
            row["name"] = "Sergi"
    for row in tables["hierarchy"]:
        if row["level"] == "sub_programme" and row["code"] == "3":
            row["name"] = "Ağaç"
        if row["level"] == "programme" and row["code"] == "1":
            row["name"] = "Yolculuk"


def pairs_of(earlier: Path, newer: Path, *judged: dict[str, Any]) -> list[tuple[str, ...]]:
    found = pairs(read_tables(earlier), read_tables(newer), judged)
    return [(pair.level, pair.earlier, pair.newer, pair.relation) for pair in found]


def test_programmes_that_are_alike_leave_nothing_to_judge(newer: Path, tmp_path: Path) -> None:
    assert pairs_of(linked.before(newer, tmp_path / "2025"), newer) == []


def test_what_changed_is_paired(newer: Path, tmp_path: Path) -> None:
    earlier = linked.before(newer, tmp_path / "2025", _regrouped)
    assert pairs_of(earlier, newer) == [
        ("top", "1", "1", "renamed"),
        ("leaf", "3", "3", "renamed"),
        ("activity", "9", "", "gone"),
        ("activity", "", "9", "new"),
        ("indicator", "1.1", "1.1", "renamed"),
        ("indicator", "4.2", "", "gone"),
        ("indicator", "", "4.2", "new"),
    ]


def test_what_is_judged_is_not_paired_again(newer: Path, tmp_path: Path) -> None:
    earlier = linked.before(newer, tmp_path / "2025", _regrouped)
    gone = entry("activity", "gone", from_code="9", from_name="Sergi")
    # A judgement goes before a link that would hold by itself.
    parted = entry("activity", "gone", from_code="8", from_name="Kütüphane hizmetleri")
    left = pairs_of(earlier, newer, gone, parted)
    assert [pair for pair in left if pair[0] == "activity"] == [
        ("activity", "", "8", "new"),
        ("activity", "", "9", "new"),
    ]


def test_across_the_forms_parts_are_paired_by_what_they_hold(newer: Path, tmp_path: Path) -> None:
    """Goals have statements, sub-programmes titles; their activities have the same names."""

    def shared(tables: Tables) -> None:
        names = {
            1: "Otobüs filosunun yenilenmesi",
            2: "Toplu taşıma işletmeciliği",
            3: "Köprü ve kavşak yapımı",
            4: "Ağaçlandırma",
            5: "Kütüphane hizmetleri",
        }
        for row in tables["activities"]:
            row["name"] = names[row["activity"]]
            row["goal"] = {1: 1, 2: 1, 3: 2, 4: 3, 5: 3}[row["activity"]]
        tables["indicators"][:] = []
        tables["indicator_values"][:] = []

    earlier = linked.before(linked.plan(tmp_path / "plan"), tmp_path / "2025", shared)
    leaves = [pair for pair in pairs_of(earlier, newer) if pair[0] == "leaf"]
    assert leaves[:4] == [
        ("leaf", "1", "1", "renamed"),
        ("leaf", "2", "2", "renamed"),
        ("leaf", "3", "3", "split"),
        ("leaf", "3", "5", "split"),
    ]
    assert {pair[3] for pair in leaves[4:]} == {"new"}


def test_a_draft_marks_every_pair_as_proposed(newer: Path, tmp_path: Path) -> None:
    earlier = linked.before(newer, tmp_path / "2025", _regrouped)
    folder = linked.budget(tmp_path / "2026")
    kept = entry("activity", "gone", from_code="9", from_name="Sergi")
    linked.judged(folder, [kept])
    assert main(["propose", str(folder), "--from", str(earlier)]) == 0
    assert tomllib.loads((folder / "succession.toml").read_text(encoding="utf-8"))[
        "succession"
    ] == [kept]
    text = (folder / "succession.toml.draft").read_text(encoding="utf-8")
    drafted = tomllib.loads(text)["succession"]
    assert drafted[0] == kept
    assert len(drafted) == 7
    assert all(fields["proposed"] is True and fields["reason"] == "" for fields in drafted[1:])
    assert "# proposed, the names are alike (similarity" in text
    # Nothing of it counts: the draft in the file's place imports, and links nothing.
    (folder / "succession.toml").write_text(text, encoding="utf-8")
    import_file(datasets.BUDGET_TEXT, folder)
    assert [row["from_code"] for row in read_tables(folder)["succession"]] == ["9"]


@pytest.mark.parametrize("command", ["propose", "review"])
def test_a_judgement_that_the_earlier_programme_contradicts_is_refused(
    newer: Path, tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    earlier = linked.before(newer, tmp_path / "2025")
    folder = linked.judged(
        linked.budget(tmp_path / "2026"),
        [entry("activity", "gone", from_code="9", from_name="Sergi")],
    )
    before = sorted(path.name for path in folder.iterdir())
    out = ["--out", str(tmp_path / "review.xlsx")] if command == "review" else []
    assert main([command, str(folder), "--from", str(earlier), *out]) == 1
    assert "activity 9 of 2025 as 'Sergi'; found 'Kültür ve sanat" in capsys.readouterr().err
    assert sorted(path.name for path in folder.iterdir()) == before
    assert not (tmp_path / "review.xlsx").exists()


@pytest.mark.parametrize("year", [2026, 2027])
def test_only_an_earlier_programme_is_linked(newer: Path, tmp_path: Path, year: int) -> None:
    other = datasets.changed(newer, tmp_path / "other", datasets.renamed(year))
    folder = linked.budget(tmp_path / "2026")
    assert main(["propose", str(folder), "--from", str(other)]) == 0
    assert not (folder / "succession.toml").exists()


def test_another_institutions_programme_is_not_linked(newer: Path, tmp_path: Path) -> None:
    change = datasets.renamed(2025, "BAŞKA BELEDİYESİ")
    other = datasets.changed(newer, tmp_path / "other", change)
    folder = linked.budget(tmp_path / "2026")
    assert main(["propose", str(folder), "--from", str(other)]) == 0
    assert not (folder / "succession.toml").exists()


class Workbook:
    """The workbook of the regrouped programme, to be filled in and applied."""

    def __init__(self, newer: Path, tmp_path: Path) -> None:
        self.folder = linked.budget(tmp_path / "2026")
        self.earlier = linked.before(newer, tmp_path / "2025", _regrouped)
        self.path = tmp_path / "review.xlsx"
        self.write()

    def write(self) -> None:
        self.path.unlink(missing_ok=True)
        arguments = ["review", str(self.folder), "--from", str(self.earlier)]
        assert main([*arguments, "--out", str(self.path)]) == 0
        self.book = openpyxl.load_workbook(self.path)
        self.book[READ_FIRST][JUDGE] = "Ayşe Yılmaz"
        self.page = self.book[SHEET.title]

    def cell(self, row: int, head: str) -> Any:
        return self.page.cell(row, SHEET.heads.index(head) + 1)

    def rows(self) -> dict[tuple[Any, ...], int]:
        """The rows by level and both codes."""
        heads = ("Düzey", "Önceki kod", "Bu yılki kod")
        found = {}
        for row in range(2, self.page.max_row + 1):
            key = tuple(self.cell(row, head).value for head in heads)
            found.setdefault(key, row)
        return found

    def take(self, row: int, **fields: str) -> None:
        for head, value in {"Karar": "al", "Gerekçe": "Aynı iş.", **fields}.items():
            self.cell(row, head.replace("_", " ")).value = value

    def apply(self) -> int:
        self.book.save(self.path)
        return main(["apply", str(self.path), str(self.folder)])

    def judged(self) -> list[dict[str, Any]]:
        text = (self.folder / "succession.toml").read_text(encoding="utf-8")
        return list(tomllib.loads(text).get("succession", []))


@pytest.fixture
def workbook(newer: Path, tmp_path: Path) -> Workbook:
    return Workbook(newer, tmp_path)


def test_no_proposed_row_comes_with_a_decision(workbook: Workbook) -> None:
    rows = workbook.rows()
    assert ("Gösterge", "1.1", "1.1") in rows
    assert ("Program", "1", "1") in rows
    for row in rows.values():
        assert workbook.cell(row, "Karar").value is None
        assert workbook.cell(row, "Durum").value in (None, "öneri, onaylayın")
    assert workbook.apply() == 0
    assert not (workbook.folder / "succession.toml").exists()


def test_a_confirmed_row_reaches_the_table_and_stays(workbook: Workbook) -> None:
    workbook.take(workbook.rows()["Gösterge", "1.1", "1.1"])
    workbook.take(workbook.rows()["Faaliyet", "9", None])
    assert workbook.apply() == 0
    assert import_file(datasets.BUDGET_TEXT, workbook.folder)["succession"] != []
    assert [
        (row["level"], row["from_code"], row["to_code"], row["relation"], row["reason"])
        for row in read_tables(workbook.folder)["succession"]
    ] == [
        ("activity", "9", None, "gone", "Aynı iş."),
        ("indicator", "1.1", "1.1", "renamed", "Aynı iş."),
    ]
    # Reviewed once more, what was decided comes as it was decided, and changes nothing.
    judged = workbook.judged()
    workbook.write()
    row = workbook.rows()["Gösterge", "1.1", "1.1"]
    assert workbook.cell(row, "Durum").value == "kararlaştırıldı"
    assert workbook.cell(row, "Karar").value == "al"
    assert workbook.apply() == 0
    assert sorted(map(str, workbook.judged())) == sorted(map(str, judged))
    workbook.cell(row, "Karar").value = "alma"
    assert workbook.apply() == 0
    assert [fields["level"] for fields in workbook.judged()] == ["activity"]


def test_a_judge_links_what_was_not_paired(workbook: Workbook) -> None:
    """The other side's code is typed in; its name is the document's."""
    row = workbook.rows()["Faaliyet", "9", None]
    workbook.take(row, **{"Bu_yılki_kod": "9", "İlişki": RELATIONS["renamed"]})
    assert workbook.apply() == 0
    assert workbook.judged() == [
        {
            **entry("activity", "renamed", from_code="9", from_name="Sergi", to_code="9",
                    to_name="Kültür ve sanat etkinlikleri"),
            "reason": "Aynı iş.",
        }
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"Gerekçe": ""}, "Gerekçe"),
        ({"İlişki": "benzer"}, "one of: 'Aynı'"),
        ({"İlişki": RELATIONS["new"]}, "no from_code of what is new"),
        ({"Önceki_ad": "Başka"}, "the locked"),
        ({"Düzey": "Faaliyet"}, "the locked 'Gösterge'"),
        ({"İlişki": RELATIONS["merged"]}, "another entry of what was merged into"),
    ],
)
def test_a_row_that_can_not_hold_changes_nothing(
    workbook: Workbook, fields: dict[str, str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    row = workbook.rows()["Gösterge", "1.1", "1.1"]
    workbook.take(row, **fields)
    assert workbook.apply() == 1
    error = capsys.readouterr().err
    assert said in error
    assert f"{SHEET.title}!" in error
    assert not (workbook.folder / "succession.toml").exists()


def test_two_rows_of_one_side_are_named_together(
    workbook: Workbook, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = workbook.rows()
    workbook.take(rows["Faaliyet", "9", None], **{"Bu_yılki_kod": "9", "İlişki": "Adı değişti"})
    workbook.take(rows["Faaliyet", None, "9"])
    assert workbook.apply() == 1
    error = capsys.readouterr().err
    assert f"in row {rows['Faaliyet', '9', None]} of '{SHEET.title}'" in error
