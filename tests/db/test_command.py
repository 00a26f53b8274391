"""``python -m db build``: what it says and how it ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from db import dataset, load, queries
from db import engine as factory
from db.__main__ import main
from db.queries import ProgrammeKey
from kbb_data.publishing import published
from tests.db.conftest import INVENTED, KAYSERI
from tests.db.test_load import dump
from tests.support.postgres import PASSWORD
from tests.support.source import ROOT


def test_the_committed_datasets_are_loaded_without_an_option(
    engine_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(factory.VARIABLE, engine_url)
    assert main(["build"]) == 0
    said = capsys.readouterr()
    assert "KAYSERİ BÜYÜKŞEHİR BELEDİYESİ 2025" in said.out
    assert "loaded" in said.out
    assert PASSWORD not in said.out
    assert said.err == ""
    assert main(["build"]) == 0
    assert "already there" in capsys.readouterr().out
    assert len(dataset.committed()) == len(queries.programmes(factory.create(engine_url)))


def test_named_datasets_go_into_the_named_database(
    engine_url: str, folders: dict[ProgrammeKey, Path]
) -> None:
    words = ["build", "--url", engine_url]
    for key in (KAYSERI, INVENTED):
        words += ["--dataset", str(folders[key])]
    assert main(words) == 0
    engine = factory.create(engine_url)
    assert {programme.key for programme in queries.programmes(engine)} == {KAYSERI, INVENTED}
    assert main(["build", "--recreate", "--url", engine_url, "--dataset", words[-1]]) == 0
    assert [programme.key for programme in queries.programmes(engine)] == [INVENTED]
    engine.dispose()


def test_a_refused_dataset_ends_with_1_and_names_the_place(
    engine_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--url", engine_url, "--dataset", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "activities.csv" in said.err
    assert "Traceback" not in said.err


def test_an_unreachable_database_ends_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    url = "postgresql://ali:gizli@127.0.0.1:1/kbb"
    assert main(["build", "--url", url]) == 1
    said = capsys.readouterr()
    assert "ali:***@127.0.0.1:1/kbb" in said.err
    assert "gizli" not in said.err


def test_a_published_version_takes_the_datas_place_and_the_way_back(
    engine_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    reading = factory.create(engine_url)
    words = ["build", "--url", engine_url]
    assert main([*words, "--dataset", str(ROOT / "kbb_data" / "2025")]) == 0
    (now,) = queries.programmes(reading)
    assert main([*words, "--version", published.versions()[-1]]) == 0
    (older,) = queries.programmes(reading)
    assert (older.year, older.institution) == (now.year, now.institution)
    assert older.dataset_sha256 != now.dataset_sha256
    assert main([*words, "--dataset", str(ROOT / "kbb_data" / "2025")]) == 0
    assert queries.programmes(reading) == [now]
    capsys.readouterr()
    assert main([*words, "--version", "2025.0.0+00000000"]) == 1
    said = capsys.readouterr().err
    assert "'2025.0.0+00000000' was not published; published are: 2025.0.0+" in said
    assert queries.programmes(reading) == [now]


def test_no_dataset_at_all_ends_with_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dataset, "COMMITTED", tmp_path)
    assert main(["build"]) == 1
    assert "python -m kbb_data import" in capsys.readouterr().err


def test_as_a_command(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'kbb.sqlite'}"
    for words, code in ((["build", "--url", url], 0), (["bild"], 2), ([], 2)):
        done = subprocess.run(
            [sys.executable, "-m", "db", *words],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, done.stderr
        assert "Traceback" not in done.stderr
    assert (tmp_path / "kbb.sqlite").is_file()


def test_a_programme_is_taken_out_and_the_others_stay(
    engine_url: str, folders: dict[ProgrammeKey, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    load.build(folders[KAYSERI], engine_url)
    before = dump(engine_url)
    load.build(folders[INVENTED], engine_url)
    assert main(["remove", str(INVENTED.year), "--url", engine_url]) == 0
    assert f"{INVENTED.institution} {INVENTED.year} taken out" in capsys.readouterr().out
    assert dump(engine_url) == before


def test_what_is_no_one_programme_or_the_last_is_not_taken_out(
    engine_url: str, folders: dict[ProgrammeKey, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    load.build(folders[KAYSERI], engine_url)
    assert main(["remove", str(KAYSERI.year), "--url", engine_url]) == 1
    assert "alone" in capsys.readouterr().err
    for folder in folders.values():
        load.build(folder, engine_url)
    before = dump(engine_url)
    several = next(
        key.year for key in folders if sum(key.year == other.year for other in folders) > 1
    )
    for words, said in (
        (["1999"], "1999 is no one programme"),
        ([str(several)], "--institution"),
        ([str(several), "--institution", "NOBODY"], KAYSERI.institution),
    ):
        assert main(["remove", *words, "--url", engine_url]) == 1
        assert said in capsys.readouterr().err
    assert dump(engine_url) == before
