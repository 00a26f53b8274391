"""Facilities for the tests of the map: the committed dataset's, and small frames by hand."""

from __future__ import annotations

from functools import cache
from typing import Any

import pandas as pd

from kbb_data import geo
from present.places.model import placed
from tests.support.datasets import KAYSERI

INSTITUTION = "KAYSERİ BÜYÜKŞEHİR BELEDİYESİ"


def kayseri() -> geo.Place:
    place = geo.place(INSTITUTION)
    assert place is not None
    return place


@cache
def _assets() -> pd.DataFrame:
    return pd.read_csv(KAYSERI / "assets.csv")


def assets() -> pd.DataFrame:
    """The committed dataset's table 1.3."""
    return _assets().copy()


@cache
def _drawn() -> pd.DataFrame:
    return placed(_assets(), kayseri())


def drawn() -> pd.DataFrame:
    """Its facilities with their places."""
    return _drawn().copy()


def frame(*rows: dict[str, Any]) -> pd.DataFrame:
    """A table 1.3 of these rows; what a row leaves out is not stated."""
    blank = dict.fromkeys(_assets().columns)
    return pd.DataFrame(
        [
            {
                **blank,
                "asset": f"a{number}",
                "category": "TESİSLER",
                "name": f"Tesis {number}",
                "source_line": number,
                "source_section": "1.3",
                **row,
            }
            for number, row in enumerate(rows)
        ]
    )
