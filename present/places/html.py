"""The facilities in HTML: the still maps, a district's card, the legend, lists, their sources."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pandas as pd
from markupsafe import Markup

from kbb_data.geo import Place
from kbb_data.turkish import sort_key
from present.kit import writing
from present.kit.markup import Pieces
from present.kit.tables import TableColumn, html_table
from present.kit.text import t, verbatim
from present.kit.writing import is_stated
from present.places.kinds import KINDS
from present.places.legend_words import Legend
from present.places.marks import data_uri, svg
from present.places.words import people_cell, size_words

_PIECES = Pieces("places/html.jinja")

#: So many names stand beside a kind's number.
_FEW = 2


def card(counts: pd.DataFrame, place: Place, district_slug: str | None) -> Markup:
    """A district's residents, area, facilities by kind and residents for each of them, or the whole
    place's: an HTML list, which says all that the map says of it. ``counts`` is
    ``present.places.model.by_district`` of the chosen kinds."""
    rows = counts if district_slug is None else counts[counts["district_slug"] == district_slug]
    district = place.district_by_slug(district_slug or "")
    people = int(rows["population"].sum())
    area = district.area_km2 if district else sum(d.area_km2 for d in place.districts)
    shown = [kind.name for kind in KINDS if kind.name in rows.columns]
    facts = [
        (t("places.fact_people", year=place.population.year), writing.number(people)),
        (t("places.fact_area"), writing.measure(area, "km²")),
        *((t(f"places.kind_{kind}"), writing.number(int(rows[kind].sum()))) for kind in shown),
    ]
    if count := int(rows["facilities"].sum()):
        facts.append((t("places.column_each"), people_cell(people / count)))
    own = district.name if district else place.name
    name = own if district else t("places.all_of", place=own)
    return _PIECES("card", name=name, own=own, facts=facts)


def legend(light: Legend, dark: Legend, *, is_dark: bool) -> Markup:
    """What shades, numbers and signs of the map mean, in HTML; nothing where there are none.

    ``light`` and ``dark`` differ in colours alone: a page printed in the dark is light.
    """
    if not light.heading:
        return Markup("")
    shades = [
        (f"light-dark({colour},{other})", words)
        for (colour, words), (other, _) in zip(light.shades, dark.shades, strict=True)
    ]
    signs = [
        (data_uri(svg(sign.kind, sign.precision, is_dark)) if sign.kind else "", sign.words)
        for sign in light.signs
    ]
    return _PIECES("legend", legend=light, shades=shades, signs=signs)


def sentence(text: str, own: Collection[str]) -> Markup:
    """What the map shows in a sentence; ``own`` are the names in it that stay Turkish."""
    return _PIECES("sentence", text=text, own=own)


def layer(kind: str, count: int, is_dark: bool) -> str:
    """A kind's marker, name and number of facilities in Markdown, for a button."""
    picture = data_uri(svg(kind, "site", is_dark))
    words = t("places.layer", kind=t(f"places.kind_{kind}"), count=writing.number(count))
    return f"![]({picture}) {words}"


def stills(below: str, printed: str, words: str) -> Markup:
    """The still map that lies below the moving one, and the one that is printed in its place.

    Both are SVG elements; ``words`` say what is to be seen.
    """
    return _PIECES("stills", below=data_uri(below), printed=data_uri(printed), words=words)


def table(facilities: pd.DataFrame, *, has_map: bool) -> Markup:
    """A district's facilities as an HTML table in the order given: what, how big, and with a map
    how exactly their place is known."""
    district = str(facilities["district"].iloc[0]) if len(facilities) else ""
    count = writing.number(len(facilities))
    return html_table(
        written(facilities),
        columns(has_map=has_map),
        t("places.list_caption", district=district, count=count),
        own=[district] if district else [],
    )


def columns(*, has_map: bool) -> list[TableColumn]:
    """The columns of a list that ``written`` gives; with a map, how exactly a place is known."""
    where = [TableColumn("place_words", t("places.column_place"))] if has_map else []
    return [*_what(), *where, *_size_and_source()]


def apart(facilities: pd.DataFrame) -> Markup:
    """The facilities whose district the document does not state: listed, not drawn."""
    return html_table(
        written(facilities),
        [*_what(), *_size_and_source()],
        t("places.apart_caption", count=writing.number(len(facilities))),
    )


def by_district(facilities: pd.DataFrame, counts: pd.DataFrame | None, *, is_open: bool) -> Markup:
    """The districts that have any of the ``facilities``, in the order of the alphabet, each with
    its number and, behind it, its facilities; those without a district last.

    ``counts``: residents for each, as ``present.places.model.by_district`` gives them; ``None``
    without a map. ``is_open``: the facilities are shown from the start. On paper, where the map
    shows the numbers, the lines stand without what is behind them.
    """
    each = (
        {}
        if counts is None
        else dict(zip(counts["district_slug"], counts["people_each"], strict=True))
    )
    groups = []
    stated = facilities[facilities["district_slug"].notna()]
    for slug, rows in sorted(
        stated.groupby("district_slug", sort=False),
        key=lambda group: sort_key(str(group[1]["district"].iloc[0])),
    ):
        people = each.get(slug)
        groups.append(
            (
                str(rows["district"].iloc[0]),
                True,
                _facilities(rows),
                t("places.district_each", people=people_cell(people)) if is_stated(people) else "",
                table(rows, has_map=counts is not None),
            )
        )
    elsewhere = facilities[facilities["district_slug"].isna()]
    if len(elsewhere):
        groups.append((t("places.elsewhere"), False, _facilities(elsewhere), "", apart(elsewhere)))
    return _PIECES("opening", groups=groups, is_open=is_open, is_printed=False)


def by_kind(facilities: pd.DataFrame) -> Markup:
    """A district's facilities by kind in the map's order, each kind a line with its number and the
    names of few, and all that is known of them behind it."""
    groups = []
    for kind in KINDS:
        rows = facilities[facilities["kind"] == kind.name]
        if len(rows):
            few = verbatim(", ".join(rows["name"])) if len(rows) <= _FEW else ""
            groups.append(
                (t(f"places.kind_{kind.name}"), False, _facilities(rows), few,
                 table(rows, has_map=True))
            )  # fmt: skip
    return _PIECES("opening", groups=groups, is_open=False, is_printed=True)


def _facilities(rows: pd.DataFrame) -> str:
    return t("places.district_count", count=writing.number(int(rows["facilities"].sum())))


def _what() -> list[TableColumn]:
    return [
        TableColumn("name", t("places.column_name"), is_heading=True, is_verbatim=True),
        TableColumn("kind_words", t("places.column_kind"), is_lead=True),
        TableColumn("facilities", t("places.column_facilities"), writing.number, is_number=True),
    ]


def _size_and_source() -> list[TableColumn]:
    return [
        TableColumn("size_words", t("places.column_size"), _plain),
        TableColumn("note", t("places.column_note"), _plain, is_verbatim=True),
        TableColumn("source_line", t("places.column_line"), _line, is_number=True),
    ]


def written(facilities: pd.DataFrame) -> pd.DataFrame:
    """The facilities with their kind, place and size in words."""
    rows = facilities.to_dict("records")
    return facilities.assign(
        kind_words=[t(f"places.one_{row['kind']}") for row in rows],
        place_words=[t(f"places.place_{row['precision'] or 'none'}") for row in rows],
        size_words=[size_words(row) for row in rows],
    )


def _plain(value: Any) -> str:
    """A text that may be missing: an empty cell says enough where a whole column is optional."""
    return value if isinstance(value, str) else ""


def _line(value: Any) -> str:
    return str(int(value))
