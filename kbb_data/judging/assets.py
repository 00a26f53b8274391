"""Table 1.3: assets with their sizes, districts and kinds, and the parts that notes tell apart."""

from __future__ import annotations

from kbb_data.judging.draft import Draft
from kbb_data.problems import Problem, quote
from kbb_data.reading.records import AssetLine
from kbb_data.reading.sizes import Part, Size, read_size, sorts, stations
from kbb_data.rows import Row
from kbb_data.schema import FACILITY_KINDS
from kbb_data.turkish import fold, slug


def assets(draft: Draft) -> None:
    """Fill ``assets`` and ``asset_parts``."""
    districts = {row["district"] for row in draft.rows["council_members"] if row["district"]}
    moved = _judged_districts(draft)
    kinds, categories, judged = _kinds(draft)
    headings = {fold(asset.category): asset.category for asset in draft.reading.assets}
    buildings: dict[str, dict[str, str]] = {}
    keys: set[str] = set()
    notes: list[tuple[Row, str]] = []
    for asset in draft.reading.assets:
        district = asset.district
        if districts and district not in districts:
            district = moved.get(district, "")
        size = read_size(asset.size, asset.note)
        key = slug(f"{asset.category} {asset.name} {asset.district}")
        if key in keys:
            draft.problems.append(
                Problem(
                    asset.line.number,
                    "table 1.3",
                    "each name once in its category and district",
                    quote(asset.name),
                )
            )
        keys.add(key)
        kind = kinds.get((asset.category, asset.name)) or categories.get(asset.category)
        # A line that bears the name of another heading sums up what stands below that.
        heading = headings.get(fold(asset.name))
        summary_of = heading if heading != asset.category else None
        row = draft.add(
            "assets",
            asset.line,
            asset=key,
            category=asset.category,
            name=asset.name,
            district=district or None,
            district_printed=asset.district or None,
            count=size.count,
            area_m2=size.area_m2,
            indoor_area_m2=size.indoor_area_m2,
            open_area_m2=size.open_area_m2,
            capacity_persons=size.capacity_persons,
            note=asset.note or None,
            size_printed=asset.size or None,
            counted=size.counted or None,
            facilities=(
                None
                if summary_of
                else _facilities(kind, size, judged.get((asset.category, asset.name)), asset)
            ),
            summary_of=summary_of,
            kind=kind,
        )
        buildings.setdefault(_family(asset.category), {}).setdefault(asset.name, key)
        notes.append((row, asset.note))
    for row, note in notes:
        siblings = buildings[_family(row["category"])] if not row["district"] else {}
        neighbours = {name: key for name, key in siblings.items() if key != row["asset"]}
        parts: list[Part] = sorts(note) or stations(note, neighbours)
        for position, part in enumerate(parts, start=1):
            draft.rows["asset_parts"].append(
                {
                    "asset": row["asset"],
                    "position": position,
                    "part": part.part,
                    "label": part.label,
                    "count": part.count,
                    "area_m2": part.area_m2,
                    "station": part.station or None,
                    "source_section": row["source_section"],
                    "source_line": row["source_line"],
                }
            )


def _judged_districts(draft: Draft) -> dict[str, str]:
    """The district that a printed place is judged to lie in."""
    printed = {asset.district for asset in draft.reading.assets}
    moved = {}
    for entry in draft.judgement.of("district"):
        if entry["printed"] not in printed:
            draft.problems.append(entry.broken(f"a district {quote(entry['printed'])}", "none"))
        moved[entry["printed"]] = entry["district"]
    return moved


def _facilities(kind: str | None, size: Size, judged: int | None, asset: AssetLine) -> int | None:
    """How many facilities a line stands for; ``None`` for what is none, or may be none where
    nobody judged the kind."""
    if kind not in FACILITY_KINDS and (kind is not None or not asset.district):
        return None
    if judged is not None:
        return judged
    is_counted = size.count is not None and not size.counted
    return size.count if is_counted else 1


_Key = tuple[str, str]


def _kinds(draft: Draft) -> tuple[dict[_Key, str], dict[str, str], dict[_Key, int]]:
    """The judged kind of each asset by category and name, and of each whole category; how many
    facilities each stands for, where somebody judged that."""
    printed = {(asset.category, asset.name) for asset in draft.reading.assets}
    known = {category for category, _ in printed}
    kinds, categories, judged = {}, {}, {}
    for entry in draft.judgement.of("category"):
        if entry["category"] not in known:
            draft.problems.append(entry.broken(f"a category {quote(entry['category'])}", "none"))
        categories[entry["category"]] = entry["kind"]
    for entry in draft.judgement.of("asset"):
        key = (entry["category"], entry["name"])
        if key not in printed:
            draft.problems.append(entry.broken(f"an asset {quote(' / '.join(key))}", "none"))
        kinds[key] = entry["kind"]
        if entry.get("facilities", None) is not None:
            judged[key] = int(entry["facilities"])
    return kinds, categories, judged


def _family(category: str) -> str:
    """Categories that share their first word belong together (fire stations, fire engines)."""
    return fold(category).partition(" ")[0]
