"""A draft whose data are, byte for byte, those that are published: neither is ever given for the
other, whichever was asked first."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from db import dataset, engine, store
from db.dataset import SoundDataset
from tests.draft import served
from tests.draft.marks import faults, has_trace
from tests.support.datasets import KAYSERI, changed

FORMS = (
    "/grafik/birimler.csv", "/grafik/birimler.json", "/grafik/birimler.xlsx",
    "/grafik/birimler.svg", "/grafik/birimler.png?boyut=sosyal", "/grafik/birimler.txt",
    "/grafik/birimler.vl.json", "/gomulu/birimler?tema=acik",
)  # fmt: skip


@pytest.fixture(scope="module")
def sound() -> SoundDataset:
    """The committed dataset."""
    return dataset.read(KAYSERI)


@pytest.fixture(scope="module")
def version(sound: SoundDataset) -> str:
    """What the data are called where they are published."""
    return sound.version


@pytest.fixture
def both(sound: SoundDataset, tmp_path: Path) -> Iterator[ModuleType]:
    """The committed dataset as a draft; its published version is asked for by name. Nothing is
    kept yet."""
    url = f"sqlite:///{tmp_path / 'draft.sqlite'}"
    with store.transaction(engine.create(url, read_only=False)) as connection:
        store.prepare(connection)
        assert store.put(connection, sound)
        assert store.put(connection, sound.draft)
        assert not store.put(connection, sound.draft)
    with served.application(url, tmp_path / "cache") as module:
        yield module


def named(address: str, version: str) -> str:
    return served.addresses.with_parameters(address, {"surum": version})


@pytest.mark.parametrize("is_draft_first", [True, False])
def test_figures(both: ModuleType, version: str, is_draft_first: bool) -> None:
    pairs = [(address, named(address, version)) for address in FORMS]
    order = [each for pair in pairs for each in (pair if is_draft_first else reversed(pair))]
    said = served.answers(both, order)
    assert {address: faults(address, said[address]) for address, _ in pairs} == {
        address: [] for address, _ in pairs
    }
    assert [address for _, address in pairs if has_trace(said[address])] == []
    assert {answer.status for answer in said.values()} == {200}
    forever = {dict(said[address].headers)["cache-control"] for _, address in pairs}
    assert forever == {"public, max-age=31536000, immutable"}


def test_files(both: ModuleType, version: str) -> None:
    newest = served.answers(both, ["/veri/datapackage.json"])["/veri/datapackage.json"]
    draft = dict(newest.headers)["dataset-version"]
    assert draft == version.replace("+", "-taslak+")
    published = [f"/veri/{version}/kbb-2025.zip", f"/veri/{version}/aims.csv"]
    files = [path for path in sorted(KAYSERI.iterdir()) if path.name != "datapackage.json"]
    drafted = [f"/veri/{draft}/taslak-{path.name}" for path in files]
    drafted += [f"/veri/{draft}/kbb-2025.zip", f"/veri/{draft}/datapackage.json", "/veri/aims.csv"]
    said = served.answers(both, [*published, *drafted])
    assert [address for address in published if has_trace(said[address])] == []
    assert {address: faults(address, said[address]) for address in drafted} == {
        address: [] for address in drafted
    }
    assert said[published[1]].body == said["/veri/aims.csv"].body
    for path, address in zip(files, drafted, strict=False):
        exact, given = path.read_bytes(), said[address].body
        if path.suffix == ".csv":
            assert given == exact, address
        elif path.suffix == ".toml":
            assert given.endswith(b"veri\n# DRAFT \xe2\x80\x93 unpublished data\n" + exact)
    package = json.loads(said[f"/veri/{draft}/datapackage.json"].body)
    assert package["hash"] == dataset.stated_hash(KAYSERI)


def test_a_folder_that_was_imported_anew_is_not_what_is_shown(tmp_path: Path) -> None:
    """The database's rows stay what is given, whatever lies in the folder by now."""
    folder = shutil.copytree(KAYSERI, tmp_path / "2025")
    url = f"sqlite:///{tmp_path / 'draft.sqlite'}"
    with store.transaction(engine.create(url, read_only=False)) as connection:
        store.prepare(connection)
        store.put(connection, dataset.read(folder).draft)
    changed(KAYSERI, folder, lambda tables: tables["core_values"].pop())
    with served.application(url, tmp_path / "cache") as module:
        said = served.answers(module, ["/veri/core_values.csv", "/veri/datapackage.json"])
    assert said["/veri/core_values.csv"].body == (KAYSERI / "core_values.csv").read_bytes()
    assert [faults(address, answer) for address, answer in said.items()] == [[], []]


def test_an_embed_that_stays_at_a_draft_says_so(both: ModuleType, version: str) -> None:
    address = named("/gomulu/birimler?tema=acik", version.replace("+", "-taslak+"))
    answer = served.answers(both, [address])[address]
    assert faults(address, answer) == []
