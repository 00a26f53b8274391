"""Kaynaklar in words: sizes with their units, sums, classes, stated totals, what a chart leaves
out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from kbb_data.turkish import slug, sort_key
from present.kit import writing
from present.kit.setting import Background
from present.kit.text import catalogue, either, language, t
from present.resources.model import Category, whole

_UNITS = {"adet": "pieces", "kişi": "persons", "kadro": "positions", "nokta": "points"}


def source(background: Background, frame: pd.DataFrame) -> str:
    """Where rows of the document stand: section and lines; without rows the part alone."""
    if frame.empty:
        return background.source(t("resources.source_none"))
    lines = frame["source_line"]
    sections = dict.fromkeys(str(section) for section in frame["source_section"])
    return background.source(
        t(
            "resources.source_lines" if lines.nunique() > 1 else "resources.source_line",
            section=", ".join(sections),
            first=int(lines.min()),
            last=int(lines.max()),
        )
    )


def class_name(code: str) -> str:
    """A class of norm positions in words."""
    return t("resources.class_worker" if code == "worker" else "resources.class_civil_servant")


def status_name(printed: str) -> str:
    """An employment status: the document's word; in English ours, where we have one."""
    key = f"resources.status_{slug(printed).replace('-', '_')}"
    return either(printed, t(key) if key in catalogue(language()) else "")


def is_own_status(printed: str) -> bool:
    """Whether a status is written in the document's own word."""
    return status_name(printed) == printed


def area(value: Any) -> str:
    """An area in square metres."""
    return writing.measure(value, "m²")


def measured(value: Any, column: str) -> str:
    """A value of a measure of table 1.3 with its unit."""
    if column.endswith("area_m2"):
        return area(value)
    if column == "capacity_persons":
        return t("resources.unit_capacity", count=writing.number(value))
    return t("resources.unit_pieces", count=writing.number(value))


def left_out(category: Category, limit: int) -> str:
    """That a chart shows the ``limit`` largest lines only; empty where it shows all."""
    total = len(category.lines)
    if total <= limit:
        return ""
    return t("resources.drawn", drawn=writing.number(limit), count=writing.number(total))


def halves_sentence(key: str, frame: pd.DataFrame, halves: tuple[str, str], year: int) -> str:
    """The sums of ``total`` and of two columns, and the first one's share of the total.

    ``key`` is the catalogue's; it gets ``year``, ``total``, ``share`` and both columns by
    their names.
    """
    first, second = halves
    total, part = whole(frame["total"].sum()), whole(frame[first].sum())
    return t(
        key,
        year=year,
        total=writing.number(total),
        share=writing.share(part / total if total else None),
        **{first: writing.number(part), second: writing.number(whole(frame[second].sum()))},
    )


def summary(category: Category) -> str:
    """What a category's lines add up to, in one line; each sum only of what is stated."""
    total = len(category.lines)
    parts = [t("resources.lines", count=writing.number(total))]
    for column in ("count", "area_m2", "capacity_persons"):
        stated = category.sum(column)
        if stated.value is None:
            continue
        counted = set(category.lines["counted"].dropna())
        text = measured(stated.value, column)
        if column == "count" and counted:
            text = t(
                "resources.counted",
                count=writing.number(stated.value),
                what=", ".join(sorted(counted, key=sort_key)),
            )
        if stated.lines < total:
            text = t("resources.partly", sum=text, lines=writing.number(stated.lines))
        parts.append(text)
    return " · ".join(parts)


def brief(part: str, count: int) -> str:
    """What is said of a part of the page beside its heading: how many it is about (``staff``,
    ``positions``, ``fleet``, ``places``, ``technology``, ``stated``); empty for none."""
    return t(f"resources.brief_{part}", count=writing.number(count)) if count else ""


def quantity(value: Any, unit: str | None) -> str:
    """A stated figure with its unit: lira, persons, pieces."""
    if not writing.is_stated(value):
        return writing.not_stated()
    if unit == "TRY":
        return writing.money(round(float(value) * 100))
    if unit in _UNITS:
        return t(f"resources.unit_{_UNITS[unit]}", count=writing.number(value))
    return writing.measure(value, unit)


def fact(row: Mapping[Any, Any]) -> str:
    """A figure on technology with its unit, and that it is the least where the document says so."""
    text = quantity(row["value"], row["unit"])
    return t("resources.at_least", quantity=text) if row["is_minimum"] else text


def about(key: str) -> str:
    """What a stated total counts, from its key as ``staff.1.2.total.women``: topic and group."""
    topic, *_, group = key.split(".")
    names = [f"resources.topic_{topic}", f"resources.group_{group.replace('-', '_')}"]
    return ", ".join(t(name) for name in names if name in catalogue(language()))
