"""Where the default file lies when its own place can't be written: disks and folders."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from db import dataset, default_file, sqlite_file
from db import engine as factory
from db.errors import DatabaseUnavailable
from tests.db.conftest import BETWEEN, INVENTED, KAYSERI
from tests.db.default_files import Folders, leftovers, programmes
from tests.support.source import ROOT


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "place" / "kbb.sqlite"


def _bound(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run Python as somebody whom permissions bind: root without its privileges is bound too, and
    can read a checkout in a home that others can't."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    if os.geteuid() == 0:
        command = ["setpriv", "--bounding-set=-all", "--inh-caps=-all", *command]
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
    done = _bound(_ENSURE, file, disk / "dataset")
    assert (done.stdout.strip(), done.returncode) == (str(file), 0), done.stderr


def test_a_read_only_disk_falls_back_to_a_place_that_can_be_written(disk: Path) -> None:
    file, other = disk / "sealed" / "kbb.sqlite", disk / "open" / "mine" / "kbb.sqlite"
    for _ in range(2):
        done = _bound(_ENSURE, file, disk / "dataset", disk / "sealed/x/kbb.sqlite", other)
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
    done = _bound(_ENSURE, file, disk / "dataset")
    assert (done.stdout.strip(), done.returncode) == (str(file), 0), done.stderr
    assert "older data" in done.stderr


def test_a_read_only_disk_with_nothing_says_what_to_do(disk: Path) -> None:
    file = disk / "sealed" / "kbb.sqlite"
    done = _bound(_ENSURE, file, disk / "dataset", disk / "sealed" / "x" / "kbb.sqlite")
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
