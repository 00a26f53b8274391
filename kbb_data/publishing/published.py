"""Published versions of datasets: one archive a version, kept byte for byte.

An archive holds a dataset's files as they are, judged files and report included, and a README with
citation and change log. ``python -m kbb_data publish DIR`` puts one into ``published/``; what lies
there never changes.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
import tomllib
import zipfile
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from kbb_data import turkish
from kbb_data.publishing.changes import FILE as CHANGES
from kbb_data.publishing.changes import KINDS, entries
from kbb_data.publishing.package import PACKAGE, REPORT

FOLDER = Path(__file__).resolve().parent.parent / "published"
README = "README.md"

#: What a version's name looks like; nothing else is ever looked for among the files.
VERSION = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6}){2}\+[0-9a-f]{8}", re.ASCII)
#: What the version of a draft looks like; no published one does.
DRAFT_VERSION = re.compile(r"[0-9]{1,6}\.0\.0-taslak\+[0-9a-f]{8}", re.ASCII)

#: An archive's bytes hang on its files alone, not on the day or the machine.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def draft_version(year: int, sha256: str) -> str:
    """What data that are not published are called: by the rules of versions it comes before every
    published version of the year, and the same data have another name once they are published.

    ``sha256`` is the dataset's hash, ``sha256:...``.
    """
    return f"{year}.0.0-taslak+{sha256.removeprefix('sha256:')[:8]}"


def files_of(folder: Path) -> dict[str, bytes]:
    """A dataset folder's files by name: tables, package, report, judged files."""
    return {
        path.name: path.read_bytes()
        for path in sorted(folder.iterdir())
        if path.suffix in (".csv", ".toml") or path.name in (PACKAGE, REPORT)
    }


def archive(files: Mapping[str, bytes]) -> bytes:
    """The ZIP archive of a dataset's files and their README; the same files, the same bytes."""
    contents = {README: readme(files).encode("utf-8"), **files}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as zipped:
        for name in sorted(contents):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            zipped.writestr(entry, contents[name])
    return buffer.getvalue()


def citation(descriptor: Mapping[str, Any], institution: str, year: int) -> tuple[str, str]:
    """How to cite a dataset, in Turkish and in English; behind the mark of a draft, where its
    descriptor has one."""
    name = turkish.title(institution)
    version = descriptor["version"]
    licence = descriptor["licenses"][0]["title"]
    cited = {
        "tr": f"{name}, {year} Yılı Performans Programı açık verisi. Sürüm {version}. "
        f"Lisans: {licence}.",
        "en": f"{name}, performance programme {year}, open data. Version {version}. "
        f"Licence: {licence}.",
    }
    for language, mark in descriptor.get("draft", {}).items():
        cited[language] = f"{mark}. {cited[language]}"
    return cited["tr"], cited["en"]


def readme(files: Mapping[str, bytes]) -> str:
    """The README of an archive, Turkish first: what is in it, how to cite it, what changed."""
    descriptor = json.loads(files[PACKAGE])
    path = next(
        resource["path"] for resource in descriptor["resources"] if resource["name"] == "programme"
    )
    programme = next(csv.DictReader(io.StringIO(files[path].decode("utf-8"))))
    turkish_citation, english_citation = citation(
        descriptor, programme["institution"], int(programme["year"])
    )
    licence = descriptor["licenses"][0]
    listed = [
        f"| `{resource['path']}` | {resource['titles']['tr']} | {resource['titles']['en']} "
        f"| {resource['rows']} |"
        for resource in descriptor["resources"]
    ]
    changed = _changes(files.get(CHANGES))
    lines = [
        f"# {descriptor['title']}: açık veri",
        "",
        f"Sürüm {descriptor['version']} ({descriptor['hash']})",
        "",
        *(f"**{mark}**\n" for mark in descriptor.get("draft", {}).values()),
        "Belgenin tabloları, belgede yazdığı gibi. Tutarlar cari Türk lirasıdır, iki ondalıkla ve",
        "noktayla yazılır; boş hücre “belgede belirtilmemiş” demektir, sıfır demek değildir.",
        "Dosyalar UTF-8'dir ve yayımlandığı gibi durur: bir hesap tablosunda açmak için sitedeki",
        "XLSX dosyalarını kullanın, çünkü burada = + - @ ile başlayan metinler değiştirilmez.",
        "",
        "The tables of the document as it prints them. Money is nominal Turkish lira with two",
        "decimals and a point; an empty cell is “not stated”, never zero. The files are UTF-8 and",
        "stand as published: for a spreadsheet take the XLSX files of the site, since texts that",
        "begin with = + - @ are left as they are here.",
        "",
        "## Tablolar / Tables",
        "",
        "| Dosya / File | Tablo | Table | Satır / Rows |",
        "| --- | --- | --- | --- |",
        *listed,
        "",
        f"`{PACKAGE}`: Data Package v2; sütunlar, türler, anahtarlar / columns, types, keys.",
        f"`*.toml`, `{REPORT}`: düzeltmeler, değerlendirmeler ve aktarım raporu, gerekçeleriyle /",
        "corrections, judgements and the import's report, with reasons.",
        "",
        "## Kaynak ve lisans / Source and licence",
        "",
        *(f"{source['title']} ({source['hash']})" for source in descriptor["sources"]),
        "",
        f"{licence['title']}: {licence['path']}",
        "",
        "## Alıntı / Citation",
        "",
        turkish_citation,
        "",
        english_citation,
        "",
        *(["## Değişiklikler / Changes", "", *changed, ""] if changed else []),
    ]
    return "\n".join(lines)


def _changes(content: bytes | None) -> list[str]:
    if content is None:
        return []
    lines = []
    for change in entries(tomllib.loads(content.decode("utf-8")), CHANGES):
        kind, kind_en = KINDS[change.kind]
        lines.append(f"- {change.date} {kind}: {change.text} / {kind_en}: {change.text_en}")
    return lines


def publish(folder: Path, into: Path = FOLDER) -> Path:
    """Keep the dataset of ``folder`` as a published version; where it lies.

    A version that is there already stays as it is. Raises ``ValueError`` where the files that are
    there are others under the same version.
    """
    files = files_of(folder)
    version = str(json.loads(files[PACKAGE])["version"])
    if not VERSION.fullmatch(version):
        raise ValueError(f"{folder / PACKAGE}: {version!r} is no version, as 2025.0.0+0123abcd")
    path = into / f"{version}.zip"
    if path.exists():
        if _tables(_members(path)) != _tables(files):
            raise ValueError(f"{path} holds other files under the same version")
        return path
    into.mkdir(parents=True, exist_ok=True)
    # Whole or not at all: what lies under a version's name is never half of it.
    part = path.with_suffix(".part")
    part.write_bytes(archive(files))
    part.replace(path)
    return path


def unpublish(version: str, folder: Path = FOLDER) -> Path:
    """Take back the newest version of a programme's data, which few can have cited; where it lay.

    Raises ``ValueError`` for a version that is none, that is not there, or that a newer one of the
    same year and institution follows: what has been built upon stays.
    """
    path = folder / f"{version}.zip"
    if not VERSION.fullmatch(version) or not path.is_file():
        known = ", ".join(versions(folder)) or "none"
        raise ValueError(f"{version!r} is no published version; published are: {known}")
    mine = _programme(version, folder)
    newest = next(name for name in versions(folder) if _programme(name, folder) == mine)
    if newest != version:
        raise ValueError(
            f"{version} is followed by {newest}; only the newest version can be taken back. To "
            f"show an older one: python -m db build --version {version}"
        )
    path.unlink()
    members.cache_clear()
    _age.cache_clear()
    return path


def _programme(version: str, folder: Path) -> tuple[str, str]:
    """The year and the institution that a version's data are of."""
    content = members(version, folder)["programme.csv"].decode("utf-8")
    row = next(csv.DictReader(io.StringIO(content)))
    return row["year"], row["institution"]


def _tables(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name: content for name, content in files.items() if name.endswith(".csv")}


def _members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def versions(folder: Path = FOLDER) -> tuple[str, ...]:
    """The published versions, the newest year first, then the newest by its own record of
    changes: the hash in a version's name says nothing of its age."""
    names = (path.stem for path in folder.glob("*.zip"))
    kept = (name for name in names if VERSION.fullmatch(name))
    return tuple(sorted(kept, key=lambda name: _age(name, folder), reverse=True))


@lru_cache(maxsize=256)
def _age(version: str, folder: Path) -> tuple[tuple[int, ...], str, int, str]:
    """What puts versions in order: their numbers, the day of the newest change that a version
    knows and how many it knows; the name where both are the same."""
    numbers = tuple(int(part) for part in version.partition("+")[0].split("."))
    content = members(version, folder).get(CHANGES, b"")
    days = [
        str(entry.get("date", ""))
        for entry in tomllib.loads(content.decode("utf-8")).get("change", [])
    ]
    return numbers, max(days, default=""), len(days), version


def whose(version: str, folder: Path = FOLDER) -> tuple[int, str]:
    """The year and the institution, as printed, that a published version's data are of. Raises
    ``KeyError`` for a version that is none."""
    year, institution = _programme(version, folder)
    return int(year), institution


def record(version: str, folder: Path = FOLDER) -> tuple[datetime.date | None, int]:
    """The day of the newest change that a published version tells of, and of how many it tells:
    none and 0 where it keeps no record, or is none."""
    if not VERSION.fullmatch(version):
        return None, 0
    _numbers, newest, count, _name = _age(version, folder)
    return (datetime.date.fromisoformat(newest) if newest else None), count


def archived(version: str, folder: Path = FOLDER) -> bytes | None:
    """A published version's archive; nothing for a version that is none."""
    path = folder / f"{version}.zip"
    return path.read_bytes() if VERSION.fullmatch(version) and path.is_file() else None


@lru_cache(maxsize=8)
def members(version: str, folder: Path = FOLDER) -> Mapping[str, bytes]:
    """A published version's files by name; none for a version that is none."""
    path = folder / f"{version}.zip"
    return _members(path) if VERSION.fullmatch(version) and path.is_file() else {}
