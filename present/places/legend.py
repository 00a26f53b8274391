"""What the map's colours, numbers and signs mean, in words: the same beside the moving map, in the
still one and in pictures."""

from __future__ import annotations

from present.kit import writing
from present.kit.text import t
from present.kit.theme import palette
from present.places.choices import COUNT
from present.places.kinds import KINDS, shade
from present.places.legend_words import Legend, Sign
from present.places.marks import PRECISIONS
from present.places.sheet import MapSheet
from present.places.words import people


def legend(sheet: MapSheet, *, is_dark: bool) -> Legend:
    """The legend of one view. Without a chosen kind it explains nothing."""
    if not sheet.kinds:
        return Legend("", (), (), ())
    date = writing.date(sheet.place.population.date)
    return Legend(
        t(f"places.shades_{sheet.measure}", date=date),
        _shades(sheet, is_dark),
        _signs(sheet),
        _notes(sheet),
    )


def _shades(sheet: MapSheet, is_dark: bool) -> list[tuple[str, str]]:
    classes = sheet.shading.classes
    write = (lambda value: writing.number(int(value))) if sheet.measure == COUNT else people
    shades = [
        (
            shade(index, len(classes), is_dark),
            write(low)
            if write(low) == write(high)
            else t("places.shade_range", low=write(low), high=write(high)),
        )
        for index, (low, high) in enumerate(classes)
    ]
    if None in sheet.shading.of.values():
        shades.insert(0, (palette(is_dark).land, t(f"places.shade_none_{sheet.measure}")))
    return shades


def _signs(sheet: MapSheet) -> list[Sign]:
    single = [mark.lines[0] for mark in sheet.marks if mark.is_single]
    kinds = [kind.name for kind in KINDS if any(line["kind"] == kind.name for line in single)]
    signs = [Sign(t(f"places.kind_{kind}"), kind, "site") for kind in kinds]
    signs += [
        Sign(t(f"places.legend_{precision}"), kinds[0], precision)
        for precision in PRECISIONS
        if any(line["precision"] == precision for line in single)
    ]
    if len(single) < len(sheet.marks):
        signs.append(Sign(t("places.legend_cluster")))
    return signs


def _notes(sheet: MapSheet) -> list[str]:
    known = int(sheet.shown["lat"].notna().sum())
    notes = []
    if known and not sheet.has_icons:
        notes.append(t("places.legend_far", count=writing.number(known)))
    elif sheet.has_icons and not sheet.marks:
        notes.append(t("places.legend_none"))
    if (sheet.shown["precision"] == "district").any():
        notes.append(t("places.legend_only_district"))
    return notes
