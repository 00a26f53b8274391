"""Next year's judged files drafted from this year's: nothing lost or confused, all counted."""

from __future__ import annotations

import re
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kbb_data.__main__ import main
from kbb_data.hierarchy import of_strategic_plan
from kbb_data.importer import build, import_file
from kbb_data.judging import judgement
from kbb_data.judging.propose import propose
from kbb_data.judging.sections import NOT_CARRIED, RULES
from kbb_data.problems import Unreadable
from kbb_data.publishing.package import package_files, read_tables, write
from kbb_data.rows import Row, Tables
from tests.kbb_data.judging.test_similarity import halves_changed, other_endings
from tests.support import datasets
from tests.support.source import ROOT, full_text

DATASET = ROOT / "kbb_data" / "2025"

#: A section's line of the report, in numbers.
LINE = re.compile(
    r"(?P<file>\S+) \[\[(?P<section>\w+)\]\]: (?P<exact>\d+) carried over exactly, "
    r"(?P<similar>\d+) by similarity(?: \(lowest (?P<lowest>\d+)\))?, "
    r"(?:(?P<unchecked>\d+) unchecked \(no text\), )?(?:(?P<held>\d+) held back, )?"
    r"(?P<to_judge>\d+) still to judge, (?P<gone>\d+) no longer printed"
)


def counts(report: list[str]) -> dict[str, dict[str, int]]:
    """The numbers of each section's line."""
    found = [match.groupdict() for line in report if (match := LINE.fullmatch(line))]
    return {
        line["section"]: {
            name: int(number or 0)
            for name, number in line.items()
            if name not in ("file", "section")
        }
        for line in found
    }


def entries(folder: Path, suffix: str = "") -> dict[str, list[dict[str, Any]]]:
    """The entries of the judged files of a folder, by section, corrections left out."""
    found = {}
    for name in judgement.FILES[1:]:
        content = tomllib.loads((folder / f"{name}{suffix}").read_text(encoding="utf-8"))
        found.update({key: value for key, value in content.items() if isinstance(value, list)})
    return found


def comments(path: Path, title: str) -> str:
    """What stands in comments under ``title``, the signs taken away."""
    text = path.read_text(encoding="utf-8")
    if f"\n# {title}" not in text:
        return ""
    rest = text.partition(f"\n# {title}")[2].partition("\n")[2]
    block = re.split(r"\n# (?:Still to judge|No longer printed):", rest)[0]
    return re.sub(r"^# ?", "", block, flags=re.MULTILINE)


def unjudged(text: Path, folder: Path) -> Path:
    """A programme imported without any judged file."""
    files, judged, _ = build(text.read_bytes(), [])
    assert judged == []
    write(folder, files, judged)
    return folder


def altered(folder: Path, change: Callable[[Tables], Any]) -> Path:
    """The tables of 2025 after ``change``, for the year after."""
    tables = read_tables(DATASET)
    tables["programme"][0]["year"] = 2026
    change(tables)
    tables["hierarchy"] = of_strategic_plan(tables)
    write(folder, package_files(tables), [])
    return folder


@pytest.mark.source
def test_a_programme_printed_again_gets_all_its_entries_back(tmp_path: Path) -> None:
    folder = unjudged(full_text(), tmp_path / "2025")
    report = counts(propose(folder, DATASET, full_text().read_bytes()))
    judged = entries(DATASET)
    assert entries(folder) == judged
    assert {section: line["exact"] for section, line in report.items() if line["exact"]} == {
        section: len(value) for section, value in judged.items()
    }
    for line in report.values():
        assert not any(number for name, number in line.items() if name != "exact")
    # With the corrections, which nobody drafts, the drafts give the committed tables.
    shutil.copyfile(DATASET / "corrections.toml", folder / "corrections.toml")
    import_file(full_text(), folder)
    for path in DATASET.glob("*.csv"):
        assert (folder / path.name).read_bytes() == path.read_bytes(), path.name


def test_every_kind_of_entry_comes_back_and_imports(tmp_path: Path) -> None:
    folder = unjudged(datasets.TIES_TEXT, tmp_path / "2027")
    report = propose(folder, datasets.TIES_JUDGED, datasets.TIES_TEXT.read_bytes())
    assert entries(folder) == entries(datasets.TIES_JUDGED)
    assert "corrections.toml: 1 not carried over" in report[0]
    assert not (folder / "corrections.toml").exists()
    lines = counts(report)
    assert {key[1] for key in judgement.sections()} - {"correction", "succession"} == set(lines)
    for section, line in lines.items():
        assert line["exact"] == len(entries(datasets.TIES_JUDGED).get(section, ())), section
        assert not line["gone"]
    shutil.copyfile(datasets.TIES_JUDGED / "corrections.toml", folder / "corrections.toml")
    import_file(datasets.TIES_TEXT, folder)
    judged = datasets.with_ties(tmp_path / "judged")
    for path in judged.glob("*.csv"):
        assert (folder / path.name).read_bytes() == path.read_bytes(), path.name


def test_a_draft_without_judged_entries_imports_and_lists_everything(tmp_path: Path) -> None:
    folder = unjudged(datasets.TIES_TEXT, tmp_path / "2027")
    nothing = tmp_path / "nothing"
    nothing.mkdir()
    report = propose(folder, nothing)
    lines = counts(report)
    assert lines["indicator"]["to_judge"] == 5
    assert lines["aim"]["to_judge"] == 2
    assert lines["committee_goal"]["to_judge"] == 2
    assert lines["wages"]["to_judge"] == 1
    names = tomllib.loads(comments(folder / "names.toml", "Still to judge"))
    assets = {row["name"] for row in read_tables(folder)["assets"]}
    assert {entry["name"] for entry in names["asset"]} == assets
    assert lines["asset"]["to_judge"] == len(names["asset"])
    assert {entry["kind"] for entry in names["asset"]} == {""}
    directions = tomllib.loads(comments(folder / "directions.toml", "Still to judge"))
    assert directions["indicator"][1] == {
        "goal": 1,
        "indicator": 2,
        "printed": "Yolculuk süresi (dakika)",
        "direction": "",
        "reason": "",
    }
    before = read_tables(folder)
    import_file(datasets.TIES_TEXT, folder)
    assert read_tables(folder) == before
    # Filled in halfway, an entry is refused by name.
    path = folder / "directions.toml"
    text = path.read_text(encoding="utf-8").replace("\n# [[", "\n[[", 1)
    path.write_text(text.replace("\n# goal", "\ngoal", 1), encoding="utf-8")
    with pytest.raises(Unreadable, match=r"entry 1 of \[\[indicator\]\]: expected a field"):
        import_file(datasets.TIES_TEXT, folder)


def reworded(tables: Tables) -> tuple[dict[str, str], list[Row], list[str]]:
    """Next year's indicators: 75 in other words, four gone, four siblings of them instead, all with
    other numbers. Gives the earlier name of each reworded one, those gone, the siblings."""
    rows = tables["indicators"]
    gone = rows[20:24]
    siblings = []
    for row, (old, new) in zip(
        gone,
        (
            ("rekreasyon", "kütüphane"),
            ("Kent Estetik Kurulu", "Mahalle Muhtarları Meclisi"),
            ("hibe", "festival"),
            ("levha", "bariyer"),
        ),
        strict=True,
    ):
        sibling = row | {"name_printed": row["name_printed"].replace(old, new)}
        assert sibling != row, row["name_printed"]
        siblings.append(sibling)
    kept = [row for row in rows if row not in gone]
    rewords = (
        lambda name: name.replace("(%)", "(yüzde)"),
        lambda name: halves_changed(other_endings(name)),
        lambda name: f"Belediyemizce {name}".replace("sayısı", "adedi"),
    )
    earlier: dict[str, str] = {}
    for place, row in enumerate(sorted(kept, key=lambda row: "(%)" not in row["name_printed"])):
        if len(earlier) < 75:
            name = row["name_printed"]
            reword = rewords[0] if "(%)" in name else rewords[1 + place % 2]
            row["name_printed"] = reword(name)
            earlier[row["name_printed"]] = name
    tables["indicators"] = [*reversed(kept), *siblings]
    for place, row in enumerate(tables["indicators"]):
        row["goal"], row["indicator"] = 1 + place // 5, 1 + place % 5
    return earlier, gone, [row["name_printed"] for row in siblings]


def test_reworded_indicators_are_found_and_none_is_confused(tmp_path: Path) -> None:
    kept: list[Any] = []
    gone_names = [row["name_printed"] for row in read_tables(DATASET)["indicators"][20:24]]
    folder = altered(tmp_path / "2026", lambda tables: kept.extend(reworded(tables)))
    earlier, _, siblings = kept
    assert len(earlier) == 75
    report = counts(propose(folder, DATASET))["indicator"]
    judged = {entry["printed"]: entry for entry in entries(DATASET)["indicator"]}
    drafted = entries(folder)["indicator"]
    where = {
        row["name_printed"]: (row["goal"], row["indicator"])
        for row in read_tables(folder)["indicators"]
    }
    for entry in drafted:
        old = judged[earlier.get(entry["printed"], entry["printed"])]
        assert (entry["direction"], entry["reason"]) == (old["direction"], old["reason"])
        assert (entry["goal"], entry["indicator"]) == where[entry["printed"]]
    assert [(entry["goal"], entry["indicator"]) for entry in drafted] == sorted(
        (entry["goal"], entry["indicator"]) for entry in drafted
    )
    found = {entry["printed"] for entry in drafted}
    assert len(found & set(earlier)) >= 0.95 * 75
    assert not found & set(siblings)
    assert report["exact"] == 157 - 4 - 75
    assert report["exact"] + report["similar"] == len(drafted)
    assert report["lowest"] >= 70
    text = (folder / "directions.toml").read_text(encoding="utf-8")
    # The score stands over the entry, with the words that were judged.
    for new, old in earlier.items():
        if new in found:
            above = text.partition(f'printed = "{new}"')[0].rpartition("[[indicator]]")[0]
            assert re.search(rf'# similarity \d+: earlier printed "{re.escape(old)}"\n$', above), (
                new
            )
    assert text.count("# similarity ") == report["similar"]
    to_judge = tomllib.loads(comments(folder / "directions.toml", "Still to judge"))["indicator"]
    assert {entry["printed"] for entry in to_judge} == set(where) - found
    assert len(to_judge) == report["to_judge"] >= 4
    lost = tomllib.loads(comments(folder / "directions.toml", "No longer printed"))["indicator"]
    assert {entry["printed"] for entry in lost} >= set(gone_names)
    assert all(entry == judged[entry["printed"]] for entry in lost)
    assert len(lost) == report["gone"]


def test_the_counts_add_up_to_the_earlier_entries(tmp_path: Path) -> None:
    folder = altered(tmp_path / "2026", reworded)
    for section, line in counts(propose(folder, DATASET)).items():
        carried = sum(line[name] for name in ("exact", "similar", "unchecked", "held", "gone"))
        assert carried == len(entries(DATASET).get(section, ())), section


def test_the_drafts_are_judged_files_of_the_new_programme(tmp_path: Path) -> None:
    folder = altered(tmp_path / "2026", reworded)
    propose(folder, DATASET)
    loaded = judgement.load([folder], 2026, read_tables(folder)["programme"][0]["institution"])
    names = [*judgement.FILES[1:], judgement.SUCCESSION]
    assert [path.name for path in loaded.files] == names
    assert len(loaded.entries) == sum(len(value) for value in entries(folder).values())


def test_a_section_without_a_rule_is_never_lost_in_silence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert set(RULES) | NOT_CARRIED == set(judgement.sections())
    monkeypatch.setitem(judgement._FIELDS, ("names.toml", "bridge"), ("name", "kind"))
    folder = altered(tmp_path / "2026", lambda _: None)
    with pytest.raises(Unreadable, match=r"names.toml, \[\[bridge\]\]: expected a rule"):
        propose(folder, DATASET)
    assert not list(folder.glob("*.toml"))


def test_a_rate_that_is_no_longer_in_per_cent_is_held_back(tmp_path: Path) -> None:
    def change(tables: Tables) -> None:
        row = tables["indicators"][1]
        assert row["direction"] == "more_to_100"
        row["name_printed"] = row["name_printed"].replace(" (%)", "")
        row["unit"] = None

    folder = altered(tmp_path / "2026", change)
    report = counts(propose(folder, DATASET))["indicator"]
    assert (report["exact"], report["held"], report["to_judge"]) == (156, 1, 0)
    text = (folder / "directions.toml").read_text(encoding="utf-8")
    assert "# held back, the import would refuse it: direction 'more_to_100'" in text
    assert '# direction = "more_to_100"\n' in text


def test_other_committees_goals_and_units(tmp_path: Path) -> None:
    def change(tables: Tables) -> None:
        # The nineteenth goal is the ninetieth, a unit has another name, a committee is another.
        for table in ("goals", "activities"):
            for row in tables[table]:
                row["goal"] = 90 if row["goal"] == 19 else row["goal"]
        for row in tables["spending_units"]:
            row["name"] = row["name"].replace("Fen İşleri", "Köprü Yapım")
        for row in tables["committees"]:
            row["committee"] = row["committee"].replace("ULAŞIM KOM", "MESLEK EDİNDİRME KOM")

    folder = altered(tmp_path / "2026", change)
    lines = counts(propose(folder, DATASET))
    drafted, judged = entries(folder), entries(DATASET)
    culture = "EĞİTİM, KÜLTÜR, GENÇLİK VE SPOR KOMİSYONU"
    assert {e["goal"] for e in drafted["committee_goal"] if e["committee"] == culture} == {90}
    assert "Fen İşleri Daire Başkanlığı" not in {e["name"] for e in drafted["committee_unit"]}
    transport = [
        entry
        for value in judged.values()
        for entry in value
        if entry.get("committee") == "ULAŞIM KOMİSYONU"
    ]
    lost = tomllib.loads(comments(folder / "committees.toml", "No longer printed"))
    kept_reasons = [entry["reason"] for value in lost.values() for entry in value]
    assert sorted(kept_reasons) == sorted(
        [entry["reason"] for entry in transport]
        + [e["reason"] for e in judged["committee_unit"] if e["name"].startswith("Fen İşleri")]
    )
    # The new committee has no entry; what the old one and the unit held is to judge anew.
    to_judge = tomllib.loads(comments(folder / "committees.toml", "Still to judge"))
    assert [e["committee"] for e in to_judge["committee_programme"]] == [
        "MESLEK EDİNDİRME KOMİSYONU"
    ]
    assert lines["committee_activity"]["to_judge"] == len(to_judge["committee_activity"]) > 0
    named = tomllib.loads(comments(folder / "names.toml", "Still to judge"))
    assert [e["name"] for e in named["spending_unit"]] == ["Köprü Yapım Daire Başkanlığı"]


def test_an_activity_that_a_committee_would_get_twice_is_held_back(tmp_path: Path) -> None:
    def change(tables: Tables) -> None:
        # An activity of its own entry now stands under a goal that the same committee has.
        next(row for row in tables["activities"] if row["activity"] == 6)["goal"] = 1

    folder = altered(tmp_path / "2026", change)
    lines = counts(propose(folder, DATASET))
    assert (lines["committee_activity"]["held"], lines["committee_activity"]["exact"]) == (1, 36)
    text = (folder / "committees.toml").read_text(encoding="utf-8")
    assert "activity 6 has an entry of İMAR VE BAYINDIRLIK KOMİSYONU above" in text


def test_a_unit_printed_only_as_its_other_name_keeps_its_entry(tmp_path: Path) -> None:
    def change(tables: Tables) -> None:
        row = next(row for row in tables["spending_units"] if row["name"].startswith("Etüt"))
        row["name"], row["aliases"] = row["aliases"], None

    folder = altered(tmp_path / "2026", change)
    propose(folder, DATASET)
    entry = next(e for e in entries(folder)["spending_unit"] if e["short"] == "Etüt ve Projeler")
    assert entry["name"] == "Etüt Projeler Daire Başkanlığı"
    assert "aliases" not in entry
    text = (folder / "names.toml").read_text(encoding="utf-8")
    assert re.search(r'# similarity \d+: earlier printed "Etüt ve Projeler Daire', text)


def test_assets_follow_their_category_and_those_without_a_kind_are_listed(tmp_path: Path) -> None:
    def change(tables: Tables) -> None:
        for row in tables["assets"]:
            row["kind"] = None
            row["category"] = {
                "SPOR VE SOSYAL TESİSLER": "SPOR VE SOSYAL TESİSLERİMİZ",
                "MÜZELER": "SANAT GALERİLERİ",
            }.get(row["category"], row["category"])

    folder = altered(tmp_path / "2026", change)
    lines = counts(propose(folder, DATASET))
    sports = [e for e in entries(DATASET)["asset"] if e["category"] == "SPOR VE SOSYAL TESİSLER"]
    drafted = [
        e for e in entries(folder)["asset"] if e["category"] == "SPOR VE SOSYAL TESİSLERİMİZ"
    ]
    assert [(e["name"], e["kind"]) for e in drafted] == [(e["name"], e["kind"]) for e in sports]
    text = (folder / "names.toml").read_text(encoding="utf-8")
    assert 'earlier printed "SPOR VE SOSYAL TESİSLER / Kent Fırını"' in text
    museums = {
        row["name"] for row in read_tables(DATASET)["assets"] if row["category"] == "MÜZELER"
    }
    own = {e["name"] for e in entries(DATASET)["asset"] if e["category"] == "MÜZELER"}
    to_judge = tomllib.loads(comments(folder / "names.toml", "Still to judge"))
    assert to_judge["category"] == [{"category": "SANAT GALERİLERİ", "kind": ""}]
    assert {e["name"] for e in to_judge["asset"]} == museums - own
    assert lines["asset"]["to_judge"] == len(museums - own)
    assert lines["category"]["gone"] == 1


def test_figures_are_looked_for_in_the_text(tmp_path: Path) -> None:
    text = tmp_path / "next.txt"
    printed = datasets.TIES_TEXT.read_text(encoding="utf-8")
    assert printed.count("2 adet sistem odası") == 1
    text.write_text(printed.replace("2 adet sistem odası", "1.002 adet sistem odası"), "utf-8")
    folder = unjudged(text, tmp_path / "2027")
    lines = counts(propose(folder, datasets.TIES_JUDGED, text.read_bytes()))
    assert lines["technology"]["similar"] == 1
    entry = entries(folder)["technology"][0]
    assert (entry["printed"], entry["number"]) == ("1.002 adet sistem odası", "1.002")
    assert import_file(text, folder)["technology_facts"][0]["value"] == 1002


def test_figures_without_a_text_are_carried_over_to_be_checked(tmp_path: Path) -> None:
    folder = unjudged(datasets.TIES_TEXT, tmp_path / "2027")
    lines = counts(propose(folder, datasets.TIES_JUDGED))
    assert (lines["technology"]["unchecked"], lines["technology"]["gone"]) == (1, 0)
    assert entries(folder)["technology"] == entries(datasets.TIES_JUDGED)["technology"]
    assert "# check: looked for in no text" in (folder / "names.toml").read_text(encoding="utf-8")


def test_another_text_than_the_datasets_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = unjudged(datasets.TIES_TEXT, tmp_path / "2027")
    command = ["propose", str(folder), "--from", str(DATASET)]
    assert main([*command, "--text", str(datasets.INVENTED_TEXT)]) == 1
    assert "expected the one the dataset was read from" in capsys.readouterr().err
    assert not list(folder.glob("*.toml"))
    assert main([*command, "--text", str(datasets.TIES_TEXT)]) == 0
    assert "[[technology]]: 1 carried over exactly" in capsys.readouterr().out


def test_a_draft_never_overwrites_a_file(tmp_path: Path) -> None:
    folder = tmp_path / "2025"
    shutil.copytree(DATASET, folder)
    for path in folder.glob("*.csv"):
        assert path.is_file()
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert main(["propose", str(folder), "--from", str(DATASET)]) == 0
    once = (folder / "directions.toml.draft").read_bytes()
    assert main(["propose", str(folder), "--from", str(DATASET)]) == 0
    assert (folder / "directions.toml.draft").read_bytes() == once
    assert (folder / "directions.toml.draft2").is_file()
    assert {name: (folder / name).read_bytes() for name in before} == before
    assert entries(folder, ".draft") == entries(DATASET)


def test_an_earlier_file_that_cannot_be_read_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = altered(tmp_path / "2026", lambda _: None)
    earlier = tmp_path / "earlier"
    earlier.mkdir()
    (earlier / "names.toml").write_text("[[bridge]]\nname = 1\n", encoding="utf-8")
    assert main(["propose", str(folder), "--from", str(earlier)]) == 1
    assert "names.toml: expected known sections" in capsys.readouterr().err
    assert not list(folder.glob("*.toml"))


def test_propose_refuses_a_folder_without_a_dataset(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["propose", str(tmp_path), "--from", str(DATASET)]) == 1
    assert "aims.csv" in capsys.readouterr().err
    assert main(["propose", str(DATASET), "--from", str(tmp_path / "none")]) == 1
    assert "a dataset folder" in capsys.readouterr().err
