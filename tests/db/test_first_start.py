"""The default file: whatever happens at the start ends in a working database or clear words.

What two processes, a kill or a read-only disk do is tried with real processes.
"""

from __future__ import annotations

import multiprocessing
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from db import dataset, default_file, load, sqlite_file
from db import engine as factory
from db.errors import DatabaseUnavailable
from tests.db.conftest import BETWEEN, INVENTED, KAYSERI
from tests.db.default_files import Folders, leftovers, programmes
from tests.support import datasets
from tests.support.source import ROOT


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "place" / "kbb.sqlite"


def test_a_missing_file_is_built_and_then_left_alone(file: Path, folders: Folders) -> None:
    assert default_file.ensure(file, [folders[KAYSERI]], []) == file
    assert programmes(file) == {KAYSERI}
    assert leftovers(file) == []
    made = file.stat()
    assert default_file.ensure(file, [folders[KAYSERI]], []) == file
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (made.st_ino, made.st_mtime_ns)
    assert stat.S_IMODE(made.st_mode) == 0o644


def test_newer_datasets_are_taken_up_and_other_programmes_stay(
    file: Path, folders: Folders, tmp_path: Path
) -> None:
    load.build(folders[BETWEEN], factory.sqlite_url(file))
    default_file.ensure(file, [folders[INVENTED]], [])
    assert programmes(file) == {BETWEEN, INVENTED}
    newer = datasets.changed(
        folders[INVENTED], tmp_path / "newer", lambda tables: tables["core_values"].pop()
    )
    default_file.ensure(file, [newer], [])
    assert programmes(file) == {BETWEEN, INVENTED}
    assert dataset.stated_hash(newer) in (sqlite_file.hashes(file) or ())
    assert dataset.stated_hash(folders[INVENTED]) not in (sqlite_file.hashes(file) or ())
    assert not file.with_name(f"{file.name}.old").exists()


def test_a_file_of_other_tables_is_made_anew_and_kept_beside(
    file: Path, folders: Folders, caplog: pytest.LogCaptureFixture
) -> None:
    load.build(folders[INVENTED], factory.sqlite_url(file))
    with sqlite3.connect(file) as raw:
        raw.execute("UPDATE schema_version SET version = 'older'")
    default_file.ensure(file, [folders[INVENTED]], [])
    assert programmes(file) == {INVENTED}
    assert "made anew" in caplog.text
    with sqlite3.connect(file.with_name(f"{file.name}.old")) as raw:
        assert raw.execute("SELECT version FROM schema_version").fetchone() == ("older",)


@pytest.mark.parametrize(
    "damage", ["no database", "empty", "cut", "holed", "one page", "no tables"]
)
def test_a_damaged_file_is_made_anew(file: Path, folders: Folders, damage: str) -> None:
    default_file.ensure(file, [folders[INVENTED]], [])
    content = file.read_bytes()
    if damage == "no tables":
        file.unlink()
        with sqlite3.connect(file) as raw:
            raw.execute("CREATE TABLE other (thing text)")
    elif damage == "one page":
        # Nothing that says what is loaded is touched: only looking at every page finds it.
        with sqlite3.connect(file) as raw:
            (page,) = raw.execute(
                "SELECT rootpage FROM sqlite_master WHERE name = 'findings'"
            ).fetchone()
            (size,) = raw.execute("PRAGMA page_size").fetchone()
        start = (page - 1) * size
        file.write_bytes(content[:start] + b"\xff" * size + content[start + size :])
    else:
        half = len(content) // 2
        file.write_bytes(
            {
                "no database": b"x" * 5000,
                "empty": b"",
                "cut": content[:half],
                "holed": content[:8192] + b"\xff" * half + content[8192 + half :],
            }[damage]
        )
    assert default_file.ensure(file, [folders[INVENTED]], []) == file
    assert programmes(file) == {INVENTED}


def test_a_journal_that_a_killed_writer_left_never_meets_the_new_file(
    file: Path, folders: Folders
) -> None:
    default_file.ensure(file, [folders[INVENTED]], [])
    file.write_bytes(b"x" * 5000)
    for suffix in ("-journal", "-wal", "-shm"):
        file.with_name(file.name + suffix).write_bytes(b"left over")
    default_file.ensure(file, [folders[INVENTED]], [])
    assert leftovers(file) == []
    assert programmes(file) == {INVENTED}


def _start(file: Path, folder: Path, at: Any, answers: Any) -> None:
    at.wait()
    answers.put(str(default_file.ensure(file, [folder], [])))


def test_processes_that_start_at_once_all_get_the_same_file(file: Path) -> None:
    context = multiprocessing.get_context("spawn")
    at, answers = context.Barrier(3), context.Queue()
    processes = [
        context.Process(target=_start, args=(file, datasets.KAYSERI, at, answers)) for _ in range(3)
    ]
    for process in processes:
        process.start()
    results = [answers.get(timeout=120) for _ in processes]
    for process in processes:
        process.join(timeout=60)
        assert process.exitcode == 0
    assert results == [str(file)] * 3
    assert programmes(file) == {KAYSERI}
    assert leftovers(file) == []


#: Runs in a process of its own: stops for good once half of the rows are written.
_STOP_HALF_WAY = """
import sys, time
from pathlib import Path
from db import default_file, load, store
from db import engine as factory
insert = store._insert

def half_way(connection, dataset):
    insert(connection, dataset)
    connection.exec_driver_sql("PRAGMA cache_spill = 1")
    print("half way", flush=True)
    time.sleep(600)

store._insert = half_way
file, folder = Path(sys.argv[1]), Path(sys.argv[2])
if sys.argv[3] == "start":
    default_file.ensure(file, [folder], [])
else:
    load.build(folder, factory.sqlite_url(file))
"""


def _kill_half_way(file: Path, folder: Path, how: str) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", _STOP_HALF_WAY, str(file), str(folder), how],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    try:
        assert child.stdout.readline() == "half way\n"
    finally:
        child.kill()
        assert child.wait(timeout=30) == -signal.SIGKILL
        child.stdout.close()


def test_a_first_start_that_is_killed_is_made_good_by_the_next(
    file: Path, folders: Folders
) -> None:
    _kill_half_way(file, folders[KAYSERI], "start")
    assert not file.exists()
    assert leftovers(file) != []
    default_file.ensure(file, [folders[KAYSERI]], [])
    assert programmes(file) == {KAYSERI}
    assert leftovers(file) == []


@pytest.mark.parametrize("how", ["start", "build"])
def test_a_renewal_that_is_killed_leaves_the_old_data(
    file: Path, folders: Folders, tmp_path: Path, how: str
) -> None:
    default_file.ensure(file, [folders[INVENTED]], [])
    _kill_half_way(file, folders[KAYSERI], how)
    assert programmes(file) == {INVENTED}
    default_file.ensure(file, [folders[INVENTED], folders[KAYSERI]], [])
    assert programmes(file) == {INVENTED, KAYSERI}
    assert leftovers(file) == []


def test_a_half_written_file_is_undone_at_the_next_start(file: Path, folders: Folders) -> None:
    """A kill while SQLite writes leaves a journal that a read-only connection cannot undo."""
    default_file.ensure(file, [folders[INVENTED]], [])
    child = subprocess.run(
        [
            sys.executable,
            "-c",
            "import os, sqlite3, sys\n"
            "raw = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
            "raw.execute('PRAGMA cache_size = 1')\n"
            "raw.execute('BEGIN')\n"
            "raw.execute('UPDATE activities SET name = name || zeroblob(4000)')\n"
            "os.kill(os.getpid(), 9)",
            str(file),
        ],
        check=False,
    )
    assert child.returncode == -signal.SIGKILL
    assert file.with_name(f"{file.name}-journal").stat().st_size > 0
    made = file.stat().st_ino
    default_file.ensure(file, [folders[INVENTED]], [])
    assert programmes(file) == {INVENTED}
    assert file.stat().st_ino == made, "what could be undone was built anew"


def test_who_holds_the_lock_too_long_is_named(
    file: Path, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sqlite_file.writing(file):
        monkeypatch.setattr(sqlite_file, "WAIT_SECONDS", 0.0)
        with pytest.raises(DatabaseUnavailable) as caught:
            default_file.ensure(file, [folders[INVENTED]], [])
    assert f"{file.name}.lock" in caught.value.place
    assert "end it" in caught.value.mend


def test_an_unsound_dataset_leaves_the_old_data(
    file: Path, folders: Folders, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    default_file.ensure(file, [folders[INVENTED]], [])
    bad = tmp_path / "bad"
    shutil.copytree(folders[KAYSERI], bad)
    (bad / "goals.csv").write_text("goal\n1\n", "utf-8")
    package = bad / "datapackage.json"
    package.write_text(package.read_text("utf-8").replace('"hash": "sha256:', '"hash": "sha256:0'))
    default_file.ensure(file, [bad], [])
    assert programmes(file) == {INVENTED}
    assert "goals.csv" in caplog.text
    default_file.ensure(file, [bad, folders[BETWEEN]], [])
    assert programmes(file) == {INVENTED, BETWEEN}


def test_nothing_but_an_unsound_dataset_says_what_to_do(
    file: Path, folders: Folders, tmp_path: Path
) -> None:
    bad = tmp_path / "bad"
    shutil.copytree(folders[INVENTED], bad)
    (bad / "goals.csv").unlink()
    with pytest.raises(DatabaseUnavailable, match=r"goals\.csv") as caught:
        default_file.ensure(file, [bad], [])
    assert "python -m kbb_data" in caught.value.mend
    with pytest.raises(DatabaseUnavailable, match="No dataset is in"):
        default_file.ensure(file, [], [])
    assert not file.exists()


def test_the_application_gets_the_default_files_address(
    file: Path, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(factory.VARIABLE, raising=False)
    monkeypatch.setattr(factory, "DEFAULT_FILE", file)
    url = load.ensure()
    assert factory.sqlite_file(url) == file
    assert KAYSERI in programmes(file)
