"""Every file that there is of a programme, for what describes them to machines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kbb_data.schema import tables_of
from present.kit.text import ENGLISH, TURKISH, t, using
from present.opendata.derived import DERIVED
from present.opendata.formats import FORMATS, Format
from present.opendata.geography import GeoFile, geo_files
from present.opendata.source import Edition


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file under ``/veri/``. ``of``: the table or the layers that it holds, the same for all its
    formats; ``tr`` and ``en`` their titles, ``row`` what a row is; ``kind``: its media type."""

    path: str
    of: str
    tr: str
    en: str
    row: str
    kind: str
    form: Format | GeoFile


def listed_files(edition: Edition) -> Iterator[ListedFile]:
    """The tables' files in the dataset's order, then those of tables made of others, then those
    for map programs, where the institution's ground is known."""
    told = [
        *((own.name, own.name, own.tr, own.en, own.row) for own in tables_of(edition.form)),
        *((own.path, own.name, own.tr, own.en, own.row) for own in DERIVED),
    ]
    for stem, name, turkish, english, row in told:
        for form in FORMATS:
            path = f"{stem}.{form.ending}"
            yield ListedFile(path, name, turkish, english, row, form.kind, form)
    for file in geo_files(edition):
        with using(TURKISH, edition.form):
            turkish = t(f"opendata.geo_{file.key}")
        with using(ENGLISH, edition.form):
            english = t(f"opendata.geo_{file.key}")
        row = "a district or a facility of table 1.3 with its shape"
        yield ListedFile(file.path, f"geo_{file.key}", turkish, english, row, file.media, file)
