"""The default file: whatever happens at the start ends in a working database or clear words.

What two processes, a kill or a read-only disk do is tried with real processes.
"""

from __future__ import annotations

import multiprocessing
import os
import pwd
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from db import dataset, default_file, load, queries, sqlite_file
from db import engine as factory
from db.errors import DatabaseUnavailable
from db.queries import ProgrammeKey
from tests.db.conftest import BETWEEN, INVENTED, KAYSERI
from tests.support import datasets
from tests.support.source import ROOT

Folders = Mapping[ProgrammeKey, Path]


def programmes(file: Path) -> set[ProgrammeKey]:
    """What a reader finds, every page of the file being sound."""
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    engine = factory.create(factory.sqlite_url(file))
    results = {programme.key for programme in queries.programmes(engine)}
    engine.dispose()
    return results


def leftovers(file: Path) -> list[str]:
    return sorted(
        path.name
        for path in file.parent.iterdir()
        if path.name not in (file.name, f"{file.name}.lock", f"{file.name}.old")
    )


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


def _as_nobody(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run Python as a user whom permissions bind, as they do not bind root."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    if os.geteuid() == 0:
        user = pwd.getpwnam("nobody")
        command = [
            "setpriv",
            f"--reuid={user.pw_uid}",
            f"--regid={user.pw_gid}",
            "--clear-groups",
            *command,
        ]
    return subprocess.run(
        command,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )


_ENSURE = """
import sys
from pathlib import Path
from db import default_file
from db.errors import DatabaseUnavailable
file, folder, *instead = map(Path, sys.argv[1:])
try:
    print(default_file.ensure(file, [folder], instead))
except DatabaseUnavailable as error:
    print(error)
    sys.exit(7)
"""


@pytest.fixture
def disk(folders: Folders) -> Any:
    """A folder that everybody may enter and nobody but its owner may write."""
    import tempfile

    place = Path(tempfile.mkdtemp(prefix="kbb-disk-"))
    shutil.copytree(folders[INVENTED], place / "dataset")
    (place / "sealed").mkdir()
    (place / "open").mkdir()
    (place / "open").chmod(0o777)
    for folder in (place, place / "dataset", place / "sealed"):
        folder.chmod(0o555)
    yield place
    for folder in (place, place / "sealed"):
        folder.chmod(0o755)
    shutil.rmtree(place)


def test_a_read_only_disk_with_a_current_file_serves_it(disk: Path) -> None:
    (disk / "sealed").chmod(0o755)
    file = disk / "sealed" / "kbb.sqlite"
    default_file.ensure(file, [disk / "dataset"], [])
    (disk / "sealed" / "kbb.sqlite.lock").unlink()
    (disk / "sealed").chmod(0o555)
    done = _as_nobody(_ENSURE, file, disk / "dataset")
    assert (done.stdout.strip(), done.returncode) == (str(file), 0), done.stderr


def test_a_read_only_disk_falls_back_to_a_place_that_can_be_written(disk: Path) -> None:
    file, other = disk / "sealed" / "kbb.sqlite", disk / "open" / "mine" / "kbb.sqlite"
    for _ in range(2):
        done = _as_nobody(_ENSURE, file, disk / "dataset", disk / "sealed/x/kbb.sqlite", other)
        assert (done.stdout.strip(), done.returncode) == (str(other), 0), done.stderr
    assert programmes(other) == {INVENTED}
    assert stat.S_IMODE(other.parent.stat().st_mode) == 0o700
    assert not file.exists()


def test_a_read_only_disk_with_older_data_and_no_other_place_serves_that(
    disk: Path, folders: Folders
) -> None:
    (disk / "sealed").chmod(0o755)
    file = disk / "sealed" / "kbb.sqlite"
    default_file.ensure(file, [folders[BETWEEN]], [])
    (disk / "sealed").chmod(0o555)
    done = _as_nobody(_ENSURE, file, disk / "dataset")
    assert (done.stdout.strip(), done.returncode) == (str(file), 0), done.stderr
    assert "older data" in done.stderr


def test_a_read_only_disk_with_nothing_says_what_to_do(disk: Path) -> None:
    file = disk / "sealed" / "kbb.sqlite"
    done = _as_nobody(_ENSURE, file, disk / "dataset", disk / "sealed" / "x" / "kbb.sqlite")
    assert done.returncode == 7, done.stderr
    assert f"{file} cannot be written" in done.stdout
    assert factory.VARIABLE in done.stdout


def test_a_full_disk_leaves_the_old_data_and_no_rubbish(
    file: Path, folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    default_file.ensure(file, [folders[INVENTED]], [])
    create = factory.create

    def small(url: str | None = None, read_only: bool = True) -> Any:
        engine = create(url, read_only)
        if not read_only:
            from sqlalchemy import event

            @event.listens_for(engine, "connect")
            def full(connection: Any, _: Any) -> None:
                connection.execute("PRAGMA max_page_count = 100")

        return engine

    monkeypatch.setattr(sqlite_file, "create", small)
    default_file.ensure(file, [folders[KAYSERI]], [])
    assert programmes(file) == {INVENTED}
    assert leftovers(file) == []
    file.unlink()
    with pytest.raises(DatabaseUnavailable, match="full"):
        default_file.ensure(file, [folders[KAYSERI]], [])
    assert leftovers(file) == []


def test_a_folder_that_somebody_else_prepared_is_not_used(
    file: Path, folders: Folders, tmp_path: Path
) -> None:
    (tmp_path / "place").write_text("in the way")
    open_to_all = tmp_path / "shared"
    open_to_all.mkdir()
    open_to_all.chmod(0o777)
    (tmp_path / "link").symlink_to(tmp_path)
    instead = [open_to_all / "a.sqlite", tmp_path / "link" / "b.sqlite"]
    # Also not when what lies there looks right.
    sqlite_file.replace(instead[0], [dataset.read(folders[INVENTED])], keep=False)
    with pytest.raises(DatabaseUnavailable, match="cannot be written"):
        default_file.ensure(file, [folders[INVENTED]], instead)
    mine = tmp_path / "mine" / "c.sqlite"
    assert default_file.ensure(file, [folders[INVENTED]], [*instead, mine]) == mine


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


def test_other_places_are_of_this_user_and_this_copy_of_the_project(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    first, second = (
        default_file.fallbacks(Path(name)) for name in ("/a/kbb.sqlite", "/b/kbb.sqlite")
    )
    assert not set(first) & set(second)
    assert first[0].is_relative_to(tmp_path / "cache")
    assert str(os.getuid()) in first[1].parent.name
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert default_file.fallbacks(Path("/a/kbb.sqlite")) == first[1:]
