"""``check``: what a dataset folder must hold to be sound."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kbb_data.__main__ import main
from tests.support.source import ROOT

DATASET = ROOT / "kbb_data" / "2025"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the committed dataset, to be broken."""
    target = tmp_path / "2025"
    shutil.copytree(DATASET, target)
    return target


def test_check_prints_counts_and_findings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(DATASET)]) == 0
    output = capsys.readouterr().out
    for line in ("goals: 32 rows", "indicators: 157 rows", "assets: 245 rows"):
        assert line in output.splitlines()
    assert "high: economic-codes.03:" in output
    assert "difference 40000000.00" in output


def edit(file: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def reseal(folder: Path) -> None:
    """Makes the checksums fit the altered files, so that only the content can give it away."""
    import hashlib

    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        content = (folder / resource["path"]).read_bytes()
        resource["bytes"] = len(content)
        resource["hash"] = f"sha256:{hashlib.sha256(content).hexdigest()}"
    joined = "\n".join(resource["hash"] for resource in package["resources"])
    package["hash"] = f"sha256:{hashlib.sha256(joined.encode()).hexdigest()}"
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (edit("activity_costs.csv", "437000.00", "437001.00"), "reconciliations find"),
        (edit("activity_costs.csv", "437000.00", "437.000.00"), "lira with two decimals"),
        (edit("activity_costs.csv", "437000.00", "437000.0"), "lira with two decimals"),
        (edit("activity_costs.csv", "1,03,", "999,03,"), "a row of activities.csv"),
        (edit("activity_costs.csv", "1,06,", "1,03,"), "each activity, economic_code once"),
        (edit("indicators.csv", ",true,", ",evet,"), "true or false"),
        (edit("indicator_values.csv", ",actual,", ",real,"), "one of actual"),
        (edit("goals.csv", "goal,objective", "hedef,objective"), "the columns goal"),
        (edit("council_members.csv", "Gökhan ÜLKE", ""), "a value"),
        (lambda folder: (folder / "staff.csv").unlink(), "staff.csv: expected the file"),
        (lambda folder: (folder / "staff.csv").write_bytes(b"\xff\xfe"), "UTF-8"),
    ],
)
def test_a_broken_dataset_is_refused(
    folder: Path,
    change: Callable[[Path], None],
    message: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    change(folder)
    if (folder / "staff.csv").is_file():
        reseal(folder)
    assert main(["check", str(folder)]) == 1
    assert message in capsys.readouterr().err


def test_an_altered_file_breaks_its_checksum(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit("core_values.csv", "Adil", "Âdil")(folder)
    assert main(["check", str(folder)]) == 1
    # No line: a checksum is that of the whole file.
    assert "\ncore_values.csv: expected " in "\n" + capsys.readouterr().err


@pytest.mark.parametrize("content", ["", "{}", '{"resources": 3}', "[]"])
def test_a_broken_package_file_is_refused(folder: Path, content: str) -> None:
    (folder / "datapackage.json").write_text(content, encoding="utf-8")
    assert main(["check", str(folder)]) == 1


def test_no_folder_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "none")]) == 1
    assert "a dataset folder" in capsys.readouterr().err
