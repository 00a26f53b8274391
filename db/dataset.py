"""A dataset folder as the loader takes it: read whole, and only when it is sound."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from db.errors import UnsoundDataset
from kbb_data.checking import validation
from kbb_data.hierarchy import of_strategic_plan
from kbb_data.publishing import published
from kbb_data.publishing.package import PACKAGE
from kbb_data.rows import Tables
from kbb_data.schema import TABLES, Table
from kbb_data.values import parse_value

#: The folder in which each committed dataset has a folder of its own, named by its year.
COMMITTED = Path(__file__).resolve().parent.parent / "kbb_data"


@dataclass(frozen=True, slots=True)
class SoundDataset:
    """The tables of a dataset that passed its check, and what its ``datapackage.json`` states.

    ``sha256`` reads ``sha256:...`` and changes with any byte of any table. ``is_draft``: it is
    looked at before it is published, and all that is made of it says so. ``folder``: where it was
    read; ``None`` for a published version.
    """

    tables: Tables
    sha256: str
    version: str
    licence: str
    is_draft: bool = False
    folder: Path | None = None

    @property
    def year(self) -> int:
        """The programme's year."""
        return int(self.tables["programme"][0]["year"])

    @property
    def institution(self) -> str:
        """The institution's name as printed."""
        return str(self.tables["programme"][0]["institution"])

    @property
    def rows(self) -> int:
        """Rows in all tables together."""
        return sum(len(rows) for rows in self.tables.values())

    @property
    def draft(self) -> SoundDataset:
        """The same data as a draft, under a version that no published data have."""
        return replace(self, version=published.draft_version(self.year, self.sha256), is_draft=True)


def committed() -> list[Path]:
    """The folders of the datasets that come with the project, oldest year first."""
    return sorted(path.parent for path in COMMITTED.glob(f"[0-9]*/{PACKAGE}"))


def stated_hash(folder: Path) -> str | None:
    """The hash that ``datapackage.json`` states; ``None`` where it cannot be read."""
    try:
        return str(json.loads((folder / PACKAGE).read_bytes())["hash"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def read(folder: Path) -> SoundDataset:
    """The dataset in ``folder``. Raises ``UnsoundDataset`` with every place that is wrong."""
    problems, tables = validation.inspect(folder)
    if problems:
        raise UnsoundDataset(str(folder), problems)
    sound = _stated(tables, (folder / PACKAGE).read_bytes())
    return replace(sound, folder=folder.resolve())


def archived(version: str, folder: Path = published.FOLDER) -> SoundDataset | None:
    """A published version as far as today's tables have a place for it; ``None`` for no version.

    It was checked when it was published and is not checked again: today's checks find other
    things. A table or a column that it lacks is empty, apart from the hierarchy, which was not
    written before there were two forms.
    """
    files = published.members(version, folder)
    if not files:
        return None
    tables = {table.name: _kept_rows(table, files) for table in TABLES}
    tables["hierarchy"] = tables["hierarchy"] or of_strategic_plan(tables)
    return _stated(tables, files[PACKAGE])


def _kept_rows(table: Table, files: Mapping[str, bytes]) -> list[dict[str, Any]]:
    content = files.get(f"{table.name}.csv", b"").decode("utf-8")
    return [
        {column.name: parse_value(column, row.get(column.name) or "") for column in table.columns}
        for row in csv.DictReader(io.StringIO(content, newline=""))
    ]


def _stated(tables: Tables, package: bytes) -> SoundDataset:
    descriptor: dict[str, Any] = json.loads(package)
    licences = [str(licence.get("name", "")) for licence in descriptor.get("licenses", [])]
    return SoundDataset(
        tables=tables,
        sha256=str(descriptor["hash"]),
        version=str(descriptor.get("version", "")),
        licence=", ".join(licences),
    )
