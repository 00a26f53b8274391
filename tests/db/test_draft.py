"""A draft has a database of its own, and a folder that can't be shown is refused with its mend."""

from __future__ import annotations

import json
import shutil
import stat
from pathlib import Path

import pytest

from db import dataset, draft, queries, store
from db import engine as factory
from db.__main__ import main
from db.errors import DatabaseUnavailable, NoDraft
from db.queries import ProgrammeKey
from kbb_data.publishing import published
from tests.db.conftest import BETWEEN, INVENTED, KAYSERI
from tests.db.default_files import Folders, leftovers, programmes
from tests.support import datasets


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which the databases of a project lie, with a default one and a named one."""
    folder = tmp_path / "db"
    folder.mkdir()
    monkeypatch.setattr(factory, "DEFAULT_FILE", folder / "kbb.sqlite")
    (folder / "kbb.sqlite").write_bytes(b"the project's own")
    (folder / "named.sqlite").write_bytes(b"somebody's")
    monkeypatch.setenv(factory.VARIABLE, f"sqlite:///{folder / 'named.sqlite'}")
    return folder


def shown(url: str) -> list[tuple[ProgrammeKey, bool, str]]:
    engine = factory.create(url)
    found = [(each.key, each.is_draft, each.version) for each in queries.programmes(engine)]
    engine.dispose()
    return found


def test_a_draft_opens_first_beside_the_committed_datasets(project: Path, folders: Folders) -> None:
    """Also one of an earlier year: it is what somebody wants to look at."""
    old = datasets.changed(
        folders[INVENTED], project / "2019", datasets.renamed(2019, INVENTED.institution)
    )
    first, *others = shown(draft.build(old))
    sha256 = dataset.stated_hash(old) or ""
    assert first == (
        ProgrammeKey(2019, INVENTED.institution), True, published.draft_version(2019, sha256)
    )  # fmt: skip
    committed = [dataset.read(folder) for folder in dataset.committed()]
    assert {(key, is_draft) for key, is_draft, _ in others} == {
        (ProgrammeKey(sound.year, sound.institution), False) for sound in committed
    }


def test_a_draft_takes_the_place_of_the_committed_one(project: Path) -> None:
    changed = datasets.changed(
        datasets.KAYSERI, project / "2025", lambda tables: tables["core_values"].pop()
    )
    sha256 = dataset.stated_hash(changed) or ""
    assert shown(draft.build(changed)) == [(KAYSERI, True, published.draft_version(2025, sha256))]
    unchanged = dataset.stated_hash(datasets.KAYSERI) or ""
    assert shown(draft.build(datasets.KAYSERI)) == [
        (KAYSERI, True, published.draft_version(2025, unchanged))
    ]


def test_no_other_database_is_touched_and_the_file_is_made_anew(
    project: Path, folders: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    for key in (INVENTED, BETWEEN):
        assert main(["draft", "--name", "draft-1", "--", str(folders[key])]) == 0
        said = capsys.readouterr()
        assert said.out.strip() == factory.sqlite_url(project / "draft-1.sqlite")
        file = project / "draft-1.sqlite"
        assert programmes(file) == {KAYSERI, key}
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert leftovers(file) == ["kbb.sqlite", "named.sqlite"]
    assert (project / "kbb.sqlite").read_bytes() == b"the project's own"
    assert (project / "named.sqlite").read_bytes() == b"somebody's"


def test_a_damaged_file_of_an_earlier_draft_is_no_hindrance(
    project: Path, folders: Folders
) -> None:
    (project / "draft.sqlite").write_bytes(b"cut off")
    assert shown(draft.build(folders[INVENTED]))[0][0] == INVENTED


def test_where_the_folder_cannot_be_written_another_place_serves(
    project: Path, folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(factory, "DEFAULT_FILE", Path("/proc/nowhere/kbb.sqlite"))
    url = draft.build(folders[INVENTED])
    assert str(tmp_path / "cache") in url
    assert shown(url)[0][:2] == (INVENTED, True)
    monkeypatch.setattr("db.default_file.fallbacks", lambda file: [])
    with pytest.raises(DatabaseUnavailable, match="cannot be written"):
        draft.build(folders[INVENTED])


def altered(folder: Path) -> Path:
    (folder / "aims.csv").write_bytes((folder / "aims.csv").read_bytes() + b"x\n")
    return folder


def without_a_table(folder: Path) -> Path:
    (folder / "goals.csv").unlink()
    return folder


def without_package(folder: Path) -> Path:
    (folder / "datapackage.json").unlink()
    return folder


def of_no_json(folder: Path) -> Path:
    (folder / "datapackage.json").write_text("{", encoding="utf-8")
    return folder


def of_another_hash(folder: Path) -> Path:
    package = json.loads((folder / "datapackage.json").read_bytes())
    package["hash"] = "sha256:0"
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("spoil", "place", "mend"),
    [
        (lambda folder: folder / "no", "no such folder", "kbb_data import FILE --out DIR"),
        (lambda folder: folder / "aims.csv", "a file", "Import it first"),
        (without_package, "no datapackage.json", "kbb_data import FILE --out DIR"),
        (altered, "aims.csv", "kbb_data check"),
        (without_a_table, "goals.csv", "kbb_data check"),
        (of_no_json, "datapackage.json", "kbb_data check"),
        (of_another_hash, "datapackage.json", "kbb_data check"),
    ],
)
def test_a_wrong_folder_is_refused_with_place_and_mend(
    project: Path,
    folders: Folders,
    capsys: pytest.CaptureFixture[str],
    spoil: object,
    place: str,
    mend: str,
) -> None:
    before = sorted(project.iterdir())
    folder = shutil.copytree(folders[INVENTED], project.parent / "spoilt")
    assert callable(spoil)
    wrong = spoil(folder)
    assert main(["draft", str(wrong)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    lines = said.err.splitlines()
    assert all(line.startswith(f"{wrong}: ") for line in lines)
    assert any(place in line for line in lines)
    assert mend in lines[-1]
    assert "Traceback" not in said.err
    assert sorted(project.iterdir()) == before


def test_a_folder_that_nobody_may_read_is_refused(
    project: Path, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path) -> None:
        raise PermissionError(13, "Permission denied", str(folder / "aims.csv"))

    monkeypatch.setattr(dataset, "read", refuse)
    with pytest.raises(NoDraft, match=r"aims.csv can't be read \(Permission denied\)"):
        draft.build(folders[INVENTED])


def test_of_very_many_places_the_first_are_named(project: Path, folders: Folders) -> None:
    folder = shutil.copytree(folders[INVENTED], project.parent / "spoilt")
    for path in folder.glob("*.csv"):
        path.unlink()
    with pytest.raises(NoDraft) as refused:
        draft.build(folder)
    lines = str(refused.value).splitlines()
    assert len(lines) == 21
    assert " more. Mend these" in lines[-1]


def test_published_data_are_put_in_the_place_of_their_draft(engine_url: str) -> None:
    sound = dataset.read(datasets.KAYSERI)
    with store.transaction(factory.create(engine_url, read_only=False)) as connection:
        store.prepare(connection)
        changes = [store.put(connection, each) for each in (sound.draft, sound.draft, sound)]
    assert changes == [True, False, True]
    assert shown(engine_url) == [(KAYSERI, False, sound.version)]


def test_the_version_of_a_draft_is_none_of_a_published_one() -> None:
    version = published.draft_version(2028, "sha256:0123456789abcdef")
    assert version == "2028.0.0-taslak+01234567"
    assert published.DRAFT_VERSION.fullmatch(version)
    assert not published.VERSION.fullmatch(version)
    assert not any(published.DRAFT_VERSION.fullmatch(known) for known in published.versions())
