"""Lines of table 1.3, notes, staff and positions by hand; all sums easy to follow."""

from __future__ import annotations

from typing import Any

import pandas as pd

from present.kit.setting import Background

BACKGROUND = Background("ÇAMLIOVA", 2027, None, is_dark=False)
SOURCE = "ÇAMLIOVA, 2027 Yılı Performans Programı, "

_ASSETS = ["asset", "category", "name", "district", "district_printed", "count", "area_m2",
           "indoor_area_m2", "open_area_m2", "capacity_persons", "note", "size_printed",
           "counted", "facilities", "summary_of", "kind", "correction", "source_section",
           "source_line"]  # fmt: skip


def assets(*rows: dict[str, Any]) -> pd.DataFrame:
    """Lines of table 1.3; what a row leaves out is not stated."""
    frame = pd.DataFrame(
        [
            {"asset": f"a{n}", "source_section": "1.3", "source_line": n, **row}
            for n, row in enumerate(rows, 1)
        ],
        columns=_ASSETS,
    )
    whole = {"count": "Int64", "capacity_persons": "Int64"}
    areas = dict.fromkeys(("area_m2", "indoor_area_m2", "open_area_m2"), "float64")
    frame = frame.astype({**whole, **areas})
    texts = ["district", "district_printed", "note", "size_printed", "counted", "summary_of",
             "kind", "correction"]  # fmt: skip
    return frame.assign(**{c: frame[c].astype(object).where(frame[c].notna(), None) for c in texts})


def parts(*rows: tuple[str, str, str, int | None, str | None]) -> pd.DataFrame:
    """What notes tell apart: asset, part, label, count, station."""
    columns = ["asset", "part", "label", "count", "station"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.astype({"count": "Int64"}).assign(
        position=1, area_m2=float("nan"), source_section="1.3", source_line=7
    )


STAFF = pd.DataFrame(
    {
        "status": ["İşçi", "Memur"],
        "total": [10, 40],
        "men": [9, 25],
        "women": [1, 15],
        "primary": [4, pd.NA],
        "secondary": [6, 5],
        "bachelor": [pd.NA, 30],
        "master": [pd.NA, 5],
        "source_section": ["1.2", "1.2"],
        "source_line": [30, 29],
    }
).astype(dict.fromkeys(("primary", "secondary", "bachelor", "master"), "Int64"))

OCCUPANCY = pd.DataFrame(
    {
        "class": ["civil_servant", "worker"],
        "filled": [40, 10],
        "vacant": [20, 5],
        "total": [60, 15],
        "source_section": "1.5",
        "source_line": [144, 145],
    }
)


def positions(*counts: int, staff_class: str = "worker") -> pd.DataFrame:
    """Titles T1, T2 and so on of a class with their counts."""
    numbers = range(1, len(counts) + 1)
    return pd.DataFrame(
        {
            "class": staff_class,
            "number": list(numbers),
            "title": [f"T{number}" for number in numbers],
            "count": list(counts),
            "source_section": "1.5",
            "source_line": [100 + number for number in numbers],
        }
    )
