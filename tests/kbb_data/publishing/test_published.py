"""Versions that are kept: whole or not at all, and the way back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kbb_data.publishing import published
from tests.support.datasets import KAYSERI, invented


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder with every published version."""
    folder = tmp_path / "published"
    shutil.copytree(published.FOLDER, folder)
    return folder


def test_publishing_leaves_nothing_half(tmp_path: Path) -> None:
    path = published.publish(KAYSERI, tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == published.archived(path.stem)


def test_the_newest_version_is_taken_back_and_the_one_before_is_newest_again(kept: Path) -> None:
    newest, before, *older = published.versions(kept)
    contents = {name: published.archived(name, kept) for name in (before, *older)}
    assert published.unpublish(newest, kept) == kept / f"{newest}.zip"
    assert published.versions(kept) == (before, *older)
    assert published.archived(newest, kept) is None
    assert published.members(newest, kept) == {}
    assert {name: published.archived(name, kept) for name in contents} == contents


def test_what_a_newer_version_follows_stays(kept: Path) -> None:
    newest, before, *_ = published.versions(kept)
    with pytest.raises(ValueError, match="is followed by") as refused:
        published.unpublish(before, kept)
    assert newest in str(refused.value)
    assert f"python -m db build --version {before}" in str(refused.value)
    assert before in published.versions(kept)


def test_another_programmes_versions_follow_none(kept: Path, tmp_path: Path) -> None:
    other = published.publish(invented(tmp_path / "2027"), kept).stem
    newest = next(name for name in published.versions(kept) if name != other)
    published.unpublish(newest, kept)
    assert other in published.versions(kept)
    published.unpublish(other, kept)
    assert other not in published.versions(kept)


@pytest.mark.parametrize("version", ["2025.0.0+00000000", "", "../2025.0.0+3d086a5b", "x"])
def test_what_was_not_published_cannot_be_taken_back(kept: Path, version: str) -> None:
    before = published.versions(kept)
    with pytest.raises(ValueError, match="is no published version; published are: 2025"):
        published.unpublish(version, kept)
    assert published.versions(kept) == before


def test_the_same_version_with_other_data_is_refused(tmp_path: Path) -> None:
    version = published.publish(KAYSERI, tmp_path).stem
    files = dict(published.files_of(KAYSERI))
    files["aims.csv"] = files["aims.csv"].replace(b"1,", b"9,", 1)
    (tmp_path / f"{version}.zip").write_bytes(published.archive(files))
    with pytest.raises(ValueError, match="holds other files under the same version"):
        published.publish(KAYSERI, tmp_path)
