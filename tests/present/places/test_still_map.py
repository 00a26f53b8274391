"""The still map: whole, accessible, honest about places, and asking nobody."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import Any

import pandas as pd
import pytest

from present.places import view as places_view
from present.places.kinds import DEFAULT_KINDS, KINDS
from present.places.model import fanned, placed
from present.places.still_map import SIDE, Around, Legend, ground, still_map
from tests.present.places.frames import drawn, frame, kayseri

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}href"
LABELS = places_view.labels(kayseri(), [])
VIEW = places_view.view_of(kayseri().districts)


def draw(facilities: pd.DataFrame, view: places_view.View = VIEW, **more: Any) -> ET.Element:
    is_dark, chosen = more.pop("is_dark", False), more.pop("chosen_slug", None)
    text = still_map(
        ground(fanned(facilities), kayseri(), view, is_dark=is_dark, chosen_slug=chosen),
        view,
        LABELS,
        title=more.pop("title", "Başlık"),
        description=more.pop("description", "Açıklama"),
        is_dark=is_dark,
        **more,
    )
    assert text.count("http") == 2, "nothing but the names of SVG and XLink"
    return ET.fromstring(text)


def first() -> pd.DataFrame:
    return drawn()[drawn()["kind"].isin(DEFAULT_KINDS)]


@pytest.mark.parametrize("is_dark", [False, True])
def test_every_district_and_facility_is_drawn(is_dark: bool) -> None:
    root = draw(first(), is_dark=is_dark)
    assert len(root.findall(f".//{SVG}path[@class='kbb-still-land']")) == 16
    assert len(root.findall(f".//{SVG}use")) == 49
    names = {text.text for text in root.findall(f".//{SVG}text")}
    assert names == {district.name for district in kayseri().districts}


def test_a_marker_is_of_its_kind_and_precision() -> None:
    signs = [use.attrib["href"] for use in draw(first()).findall(f".//{SVG}use")]
    assert signs.count("#library-site") == 7
    assert signs.count("#fire_station-neighbourhood") == 2
    assert signs.count("#fire_station-district") == 15
    drawn_signs = {group.attrib.get("id") for group in draw(first()).findall(f".//{SVG}g")}
    assert {sign[1:] for sign in signs} <= drawn_signs


def test_programs_of_every_age_find_the_signs() -> None:
    uses = draw(first()).findall(f".//{SVG}use")
    assert all(use.attrib[XLINK] == use.attrib["href"] for use in uses)


def test_a_halo_is_a_copy_below_its_name() -> None:
    root = draw(first())
    texts = root.findall(f".//{SVG}text")
    halos, names = texts[::2], texts[1::2]
    assert len(halos) == len(names) == 16
    for halo, name in zip(halos, names, strict=True):
        assert (halo.text, halo.attrib["x"], halo.attrib["y"]) == (
            *(name.text, name.attrib["x"], name.attrib["y"]),
        )
        assert (halo.attrib["fill"], halo.attrib["aria-hidden"]) == ("none", "true")
        assert "stroke" not in name.attrib
    assert not any("paint-order" in element.attrib for element in root.iter())


def test_a_screen_reader_gets_title_and_description() -> None:
    root = draw(first(), title="Kütüphaneler", description="13 tesis")
    assert root.attrib["role"] == "img"
    ids = root.attrib["aria-labelledby"].split()
    texts = {
        element.attrib["id"]: element.text for element in root if element.attrib.get("id") in ids
    }
    assert [texts[name] for name in ids] == ["Kütüphaneler", "13 tesis"]


def test_a_chosen_district_is_lifted_out() -> None:
    root = draw(first(), chosen_slug="talas")
    assert len(root.findall(f".//{SVG}path[@class='kbb-still-chosen']")) == 1


def test_alone_it_carries_its_legend_and_sources() -> None:
    root = draw(first(), around=Around(["library", "fire_station"], source="Kaynak: deneme " * 20))
    words = " ".join(text.text or "" for text in root.findall(f".//{SVG}text"))
    for part in ("İtfaiye istasyonları", "Kütüphaneler", "yalnız ilçe olarak biliniyor", "deneme"):
        assert part in words
    assert "Müzeler" not in words
    height = float(root.attrib["viewBox"].split()[3])
    assert height > SIDE
    bottom = max(float(text.attrib["y"]) for text in root.findall(f".//{SVG}text"))
    assert bottom < height


@pytest.mark.parametrize("legend", [Legend.BESIDE, Legend.BELOW])
@pytest.mark.parametrize("kinds", [DEFAULT_KINDS, [kind.name for kind in KINDS]])
def test_a_large_legend_stays_in_the_picture(legend: Legend, kinds: list[str]) -> None:
    root = draw(first(), around=Around(kinds, legend=legend))
    _, _, width, height = (float(number) for number in root.attrib["viewBox"].split())
    assert (width > SIDE) is (legend is Legend.BESIDE)
    assert (height > SIDE) is (legend is Legend.BELOW)
    groups = root.findall(f"{SVG}g")
    outer = [group for group in groups if "scale" in group.attrib.get("transform", "")]
    texts = outer[-1].findall(f"{SVG}text")
    assert len(texts) == len(kinds) + 3
    numbers = re.findall(r"[\d.]+", outer[-1].attrib["transform"])
    left, top, scale = (float(number) for number in numbers)
    for text in texts:
        assert top + float(text.attrib["y"]) * scale < height
        assert left + (float(text.attrib["x"]) + len(text.text or "") * 7) * scale < width


def test_a_name_that_would_be_cut_is_left_out() -> None:
    district = kayseri().district_by_slug("talas")
    assert district is not None
    root = draw(first(), view=places_view.view_of([district]), chosen_slug="talas")
    names = {text.text for text in root.findall(f".//{SVG}text")}
    assert "Talas" in names
    assert "Tomarza" not in names


def test_text_is_escaped_and_what_has_no_point_is_left_out() -> None:
    rows = placed(
        frame(
            {"name": "A & <b>", "district": "Talas", "kind": "library"},
            {"name": "Ilçesiz", "kind": "library"},
        ),
        kayseri(),
    )
    root = draw(rows, title="<x>")
    titles = [use[0].text for use in root.findall(f".//{SVG}use")]
    assert titles == ["A & <b> (Kütüphane, Talas)"]


def test_a_near_view_leaves_out_what_lies_beyond() -> None:
    talas = kayseri().district_by_slug("talas")
    assert talas is not None
    near = draw(first(), places_view.view_of([talas]))
    assert 0 < len(near.findall(f".//{SVG}use")) < 49
