"""Layers as one GeoPackage (OGC 12-128r17, version 1.3), which is an SQLite file.

Written with the standard library alone: the four tables that the format asks for, and a table a
layer. Shapes are well-known binary behind the format's own head.
"""

from __future__ import annotations

import datetime
import json
import sqlite3
import struct
from collections.abc import Mapping, Sequence
from typing import Any

from present.kit.layers import Layer, Position, Shape, positions_of

MEDIA = "application/geopackage+sqlite3"

#: "GPKG" and 1.3.0, as the format's head of an SQLite file has them.
_APPLICATION, _VERSION = 0x47504B47, 10300
_WGS_84 = 4326
_DEFINITION = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,'
    'AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,'
    'AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],'
    'AUTHORITY["EPSG","4326"]]'
)
_TABLES = """
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE,
  max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
  scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
CREATE TABLE gpkg_metadata (
  id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset',
  md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml',
  metadata TEXT NOT NULL DEFAULT '');
CREATE TABLE gpkg_metadata_reference (
  reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER,
  timestamp DATETIME NOT NULL, md_file_id INTEGER NOT NULL, md_parent_id INTEGER,
  CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
  CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id));
"""
_EXTENSION = "http://www.geopackage.org/spec130/#extension_metadata"
_SYSTEMS = (
    ("Undefined Cartesian", -1, "NONE", -1, "undefined", None),
    ("Undefined geographic", 0, "NONE", 0, "undefined", None),
    ("WGS 84 geodetic", _WGS_84, "EPSG", _WGS_84, _DEFINITION, "longitude, latitude"),
)
_TYPES = {"string": "TEXT", "integer": "INTEGER", "decimal": "DOUBLE"}
_GEOMETRIES = {"point": "POINT", "polygon": "MULTIPOLYGON"}


def geopackage_file(
    layers: Sequence[Layer], about: Mapping[str, Any], day: datetime.date | None
) -> bytes:
    """The file: a table a layer; ``about`` as ``files.origin`` gives it and whom to name stand in
    the file's metadata. ``day``: of the data's last change.

    The same layers give the same bytes under the same SQLite.
    """
    stamp = f"{(day or datetime.date(1980, 1, 1)).isoformat()}T00:00:00.000Z"
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
        connection.execute(f"PRAGMA user_version = {_VERSION}")
        connection.executescript(_TABLES)
        connection.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?,?,?,?,?,?)", _SYSTEMS)
        connection.executemany(
            "INSERT INTO gpkg_extensions VALUES (?, NULL, 'gpkg_metadata', ?, 'read-write')",
            [("gpkg_metadata", _EXTENSION), ("gpkg_metadata_reference", _EXTENSION)],
        )
        for number, layer in enumerate(layers, 1):
            _write(connection, layer, stamp)
            _describe(connection, number, layer, about, stamp)
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()


def _write(connection: sqlite3.Connection, layer: Layer, stamp: str) -> None:
    geometry = _GEOMETRIES[layer.kind]
    columns = ", ".join(f'"{field.name}" {_TYPES[field.type]}' for field in layer.fields)
    connection.execute(
        f'CREATE TABLE "{layer.name}" '
        f"(fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom {geometry}, {columns})"
    )
    about = ". ".join((layer.description.removesuffix("."), *layer.sources)) + "."
    connection.execute(
        "INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, ?)",
        (layer.name, layer.title, about, stamp, *(layer.bounds or (None,) * 4), _WGS_84),
    )
    connection.execute(
        "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
        (layer.name, geometry, _WGS_84),
    )
    marks = ", ".join("?" * (len(layer.fields) + 1))
    names = ", ".join(f'"{field.name}"' for field in layer.fields)
    connection.executemany(
        f'INSERT INTO "{layer.name}" (geom, {names}) VALUES ({marks})',
        [(_blob(shape), *values) for shape, values in layer.things],
    )


def _describe(
    connection: sqlite3.Connection, number: int, layer: Layer, about: Mapping[str, Any], stamp: str
) -> None:
    said = {
        "title": layer.title,
        "description": layer.description,
        "sources": list(layer.sources),
        "fields": {field.name: field.meaning for field in layer.fields},
        **about,
    }
    connection.execute(
        "INSERT INTO gpkg_metadata VALUES (?, 'dataset', ?, 'application/json', ?)",
        (number, "https://www.rfc-editor.org/rfc/rfc8259", json.dumps(said, ensure_ascii=False)),
    )
    connection.execute(
        "INSERT INTO gpkg_metadata_reference VALUES ('table', ?, NULL, NULL, ?, ?, NULL)",
        (layer.name, stamp, number),
    )


def _blob(shape: Shape) -> bytes | None:
    """A shape as GeoPackage binary: head, envelope, well-known binary; little-endian."""
    positions = positions_of(shape)
    if not positions:
        return None
    longitudes, latitudes = zip(*positions, strict=True)
    if len(positions) == 1:
        head = struct.pack("<2sBBi", b"GP", 0, 0b00001, _WGS_84)
        return head + struct.pack("<BIdd", 1, 1, *positions[0])
    head = struct.pack("<2sBBi", b"GP", 0, 0b00011, _WGS_84)
    envelope = struct.pack("<4d", min(longitudes), max(longitudes), min(latitudes), max(latitudes))
    rings: tuple[tuple[Position, ...], ...] = shape  # type: ignore[assignment]
    whole = struct.pack("<BII", 1, 6, len(rings))
    for ring in rings:
        whole += struct.pack("<BIII", 1, 3, 1, len(ring))
        whole += b"".join(struct.pack("<dd", *position) for position in ring)
    return head + envelope + whole
