"""What the institution has: sums of its staff, positions, vehicles and lines of table 1.3.

Frames of ``db.queries`` in, small frames out. What is not stated stays not stated: a sum counts
what is stated and says how many lines state nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kbb_data.schema import VEHICLE_KINDS
from kbb_data.turkish import slug, sort_key, title
from present.kit.writing import is_stated

#: Kinds of grounds and places of which the page draws each line.
DRAWN = frozenset({"green_area", "hobby_garden", "cemetery", "car_park", "shop"})

#: Levels of education as columns of table ``staff``, lowest first.
LEVELS = ("primary", "secondary", "bachelor", "master")

#: Measures of a line of table 1.3, the most telling first.
MEASURES = ("capacity_persons", "area_m2", "count")

STATION, SORT = "station", "sort"


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of what is stated, and how many lines state it; ``None`` where no line does."""

    value: float | None
    lines: int


@dataclass(frozen=True, slots=True)
class Category:
    """A category of table 1.3 with its lines in printed order.

    ``is_fleet``: vehicles and machines; ``is_drawn``: these, and grounds and places whose lines are
    worth a chart; ``measure`` is the column that tells most of its lines apart, ``None`` for none.
    """

    printed: str
    lines: pd.DataFrame
    is_fleet: bool
    is_drawn: bool
    measure: str | None

    @property
    def name(self) -> str:
        """The category's name with capitals at the start of words only."""
        return title(self.printed)

    @property
    def slug(self) -> str:
        """The category in an address."""
        return slug(self.printed)

    def sum(self, column: str) -> Sum:
        """What the lines state in a column, added up without lines that sum up others."""
        stated = self.lines.loc[self.lines["summary_of"].isna(), column].dropna()
        return Sum(float(stated.sum()) if len(stated) else None, len(stated))


def categories(assets: pd.DataFrame) -> tuple[Category, ...]:
    """The categories of table 1.3 in printed order."""
    return tuple(
        _category(str(printed), assets[assets["category"] == printed].reset_index(drop=True))
        for printed in dict.fromkeys(assets["category"])
    )


def _category(printed: str, lines: pd.DataFrame) -> Category:
    kinds = set(lines["kind"].dropna())
    # Where nobody judged the kinds: what is counted and stands nowhere is a vehicle or machine.
    loose = bool(
        lines["count"].notna().all()
        and lines["area_m2"].isna().all()
        and lines["district_printed"].isna().all()
    )
    is_fleet = bool(kinds & {*VEHICLE_KINDS}) if kinds else loose
    return Category(
        printed,
        lines,
        is_fleet=is_fleet,
        is_drawn=is_fleet or (bool(kinds) and kinds <= DRAWN),
        measure=_measure(lines),
    )


def _measure(lines: pd.DataFrame) -> str | None:
    """The first measure that every line states and that tells lines apart, else the first that
    most lines state; ``None`` where none is stated."""
    for column in MEASURES:
        if lines[column].notna().all() and (lines[column].nunique() > 1 or len(lines) == 1):
            return column
    stated = {column: int(lines[column].notna().sum()) for column in MEASURES}
    best = max(stated, key=lambda column: stated[column])
    return best if stated[best] else None


def fleet(categories: Sequence[Category]) -> pd.DataFrame:
    """One row a category of vehicles and machines, most pieces first: name, slug, lines, pieces."""
    rows = [
        {
            "name": category.name,
            "slug": category.slug,
            "lines": len(category.lines),
            "pieces": int(category.sum("count").value or 0),
        }
        for category in categories
        if category.is_fleet
    ]
    frame = pd.DataFrame(rows, columns=["name", "slug", "lines", "pieces"])
    return _most_first(frame, "pieces")


def _most_first(frame: pd.DataFrame, count: str) -> pd.DataFrame:
    """The rows with the largest count first, equal ones in the order of the alphabet."""
    order = sorted(
        range(len(frame)),
        key=lambda row: (-int(frame[count].iloc[row]), sort_key(str(frame["name"].iloc[row]))),
    )
    return frame.iloc[order].reset_index(drop=True)


def stations(parts: pd.DataFrame, assets: pd.DataFrame) -> pd.DataFrame:
    """How many vehicles each station has, most first: name, district, vehicles, kinds, assumed.

    A note that gives a station no number counts as one vehicle; where it names one station alone
    all pieces of the line stand there. ``assumed`` counts the vehicles that rest on this.
    """
    counts = dict(zip(assets["asset"], assets["count"], strict=True))
    names = dict(zip(assets["asset"], assets["name"], strict=True))
    districts = dict(zip(assets["asset"], assets["district"], strict=True))
    own = parts[parts["part"] == STATION]
    alone = own.groupby("asset")["asset"].transform("size") == 1
    stations: dict[str, dict[str, Any]] = {}
    for row, is_alone in zip(own.to_dict("records"), alone, strict=True):
        key = row["station"] if is_stated(row["station"]) else row["label"]
        station = stations.setdefault(
            key,
            {
                "name": names.get(key, row["label"]),
                "district": districts.get(key),
                "vehicles": 0,
                "kinds": [],
                "assumed": 0,
            },
        )
        stated, pieces = row["count"], counts.get(row["asset"])
        if not pd.isna(stated):
            number = int(stated)
        else:
            number = int(pieces) if is_alone and not pd.isna(pieces) else 1
            station["assumed"] += number
        station["vehicles"] += number
        station["kinds"].append(names[row["asset"]])
    frame = pd.DataFrame(
        [{**station, "kinds": ", ".join(station["kinds"])} for station in stations.values()],
        columns=["name", "district", "vehicles", "kinds", "assumed"],
    )
    return _most_first(frame, "vehicles")


def stationed_lines(parts: pd.DataFrame, assets: pd.DataFrame) -> int:
    """How many pieces the lines state whose notes name stations."""
    named = set(parts.loc[parts["part"] == STATION, "asset"])
    return int(assets.loc[assets["asset"].isin(named), "count"].sum())


def sorts(category: Category, parts: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """Lines of a category whose notes tell counted sorts apart: the line's name, and one row a
    sort (label, pieces); what the note does not tell apart is a last row without a label."""
    result = []
    for line in category.lines.to_dict("records"):
        own = parts[(parts["asset"] == line["asset"]) & (parts["part"] == SORT)]
        own = own[own["count"].notna()]
        if own.empty or pd.isna(line["count"]):
            continue
        rows = [
            {"label": row["label"], "pieces": int(row["count"])} for row in own.to_dict("records")
        ]
        rest = int(line["count"]) - sum(row["pieces"] for row in rows)
        if rest > 0:
            rows.append({"label": None, "pieces": rest})
        result.append((str(line["name"]), pd.DataFrame(rows, columns=["label", "pieces"])))
    return result


def education(staff: pd.DataFrame) -> pd.DataFrame:
    """One row a level of education, lowest first: level, persons (``<NA>`` where no status states
    it)."""
    sums = [staff[level].sum() if staff[level].notna().any() else pd.NA for level in LEVELS]
    return pd.DataFrame({"level": list(LEVELS), "persons": pd.array(sums, dtype="Int64")})


def whole(value: Any) -> int:
    """A count as a whole number; 0 for what is not stated."""
    return 0 if pd.isna(value) else int(value)
