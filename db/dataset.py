"""A dataset folder as the loader takes it: read whole, and only when it is sound."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.errors import UnsoundDataset
from kbb_data import validation
from kbb_data.package import PACKAGE
from kbb_data.tidy import Tables

#: The folder in which each committed dataset has a folder of its own, named by its year.
COMMITTED = Path(__file__).resolve().parent.parent / "kbb_data"


@dataclass(frozen=True, slots=True)
class SoundDataset:
    """The tables of a dataset that passed its check, and what its ``datapackage.json`` states.

    ``sha256`` reads ``sha256:...`` and changes with any byte of any table.
    """

    tables: Tables
    sha256: str
    version: str
    licence: str

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
    descriptor: dict[str, Any] = json.loads((folder / PACKAGE).read_bytes())
    licences = [str(licence.get("name", "")) for licence in descriptor.get("licenses", [])]
    return SoundDataset(
        tables=tables,
        sha256=str(descriptor["hash"]),
        version=str(descriptor.get("version", "")),
        licence=", ".join(licences),
    )
