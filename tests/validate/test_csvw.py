"""A reader of CSV on the Web, in its default mode, that finds descriptions by itself.

It asks for a CSV's address as anybody would, goes by the ``Link`` header, reads every cell by its
type and follows every key. It lives in an environment of its own (``.ci/apart``).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.server import Dashboard
from tests.validate.conftest import CACHE
from tests.validate.programs import asked

PATHS = (
    # All tables together, with the keys by which they name each other.
    "/veri/csv-metadata.json",
    "/veri/activity_costs.csv",
    "/veri/findings.csv",
    "/veri/mali/faaliyet-maliyetleri.csv",
    "/veri/gostergeler-yan-yana.csv",
    "/grafik/butce.csv",
    "/grafik/butce.csv?amac=2&lang=en",
)


def validated(address: str, home: Path) -> str:
    return asked(str(CACHE / "csvw" / "bin" / "csvwvalidate"), "-v", address, home=home)


@pytest.mark.parametrize("path", PATHS)
def test_every_csv_is_as_it_is_described(dashboard: Dashboard, path: str, tmp_path: Path) -> None:
    assert "OK" in validated(dashboard.url + path, tmp_path)


def test_another_kind_of_cell_is_seen(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("number\nmany\n", "utf-8")
    (tmp_path / "a.csv-metadata.json").write_text(
        '{"@context": "http://www.w3.org/ns/csvw", "url": "a.csv", "tableSchema": {"columns": '
        '[{"name": "number", "titles": "number", "datatype": "integer"}]}}',
        "utf-8",
    )
    with pytest.raises(AssertionError, match="FAIL"):
        validated(str(tmp_path / "a.csv"), tmp_path)
