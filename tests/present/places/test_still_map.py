"""The still map: whole, accessible, honest about places, and asking nobody."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest

from present.places.choices import EACH
from present.places.kinds import DEFAULT_KINDS, KINDS
from present.places.legend import legend
from present.places.model import placed
from present.places.sheet import MapSheet, map_sheet
from present.places.still_map import SIDE, Around, Where
from tests.present.places.frames import drawn, frame, kayseri

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}href"


def sheet(district: str | None = None, *, kinds: tuple[str, ...] = DEFAULT_KINDS,
          **more: Any) -> MapSheet:  # fmt: skip
    return map_sheet(drawn(), kayseri(), kinds, district, year=2025, **more)


WHOLE, NEAR = sheet(), sheet(closer=3)


def draw(shown: MapSheet, *, is_dark: bool = False, where: Where | None = None) -> ET.Element:
    """The map; ``where`` its legend stands, if it has any."""
    beside = Around(legend(shown, is_dark=is_dark), where) if where else None
    text = shown.still(shown.ground(is_dark=is_dark), is_dark=is_dark, around=beside)
    assert text.count("http") == 2, "nothing but the names of SVG and XLink"
    return ET.fromstring(text)


def words(root: ET.Element, name: str = "") -> list[str]:
    texts = root.findall(f".//{SVG}text" + (f"[@class='{name}']" if name else ""))
    return [text.text or "" for text in texts]


@pytest.mark.parametrize("is_dark", [False, True])
def test_every_district_has_its_shade_name_and_number(is_dark: bool) -> None:
    root = draw(WHOLE, is_dark=is_dark)
    land = root.findall(f".//{SVG}path[@class='kbb-still-land']")
    assert len(land) == 16
    shades = {colour for colour, _ in legend(WHOLE, is_dark=is_dark).shades}
    assert {path.attrib["fill"] for path in land} == shades
    assert words(root, "kbb-still-name") == [district.name for district in kayseri().districts]
    assert sum(map(int, words(root, "kbb-still-number"))) == 49
    assert not root.findall(f".//{SVG}use")


def test_residents_for_each_facility_stand_in_their_place() -> None:
    root = draw(sheet(measure=EACH))
    numbers = dict(zip(words(root, "kbb-still-name"), words(root, "kbb-still-number"), strict=True))
    assert numbers["Talas"] == "56.057"


def test_from_near_a_facility_has_the_sign_of_its_kind_and_several_their_number() -> None:
    root = draw(NEAR)
    signs = [use.attrib["href"] for use in root.findall(f".//{SVG}use")]
    circles = root.findall(f".//{SVG}g[@class='kbb-still-cluster']")
    assert len(signs) + sum(int(circle[2].text or "") for circle in circles) == 11
    assert {sign.split("-")[1] for sign in signs} <= {"site", "neighbourhood"}
    assert all(len((circle[0].text or "").split(", ")) > 1 for circle in circles)
    defined = {group.attrib.get("id") for group in root.findall(f".//{SVG}g")}
    assert {sign[1:] for sign in signs} <= defined


def test_programs_of_every_age_find_the_signs() -> None:
    uses = draw(NEAR).findall(f".//{SVG}use")
    assert uses
    assert all(use.attrib[XLINK] == use.attrib["href"] for use in uses)


def test_a_screen_reader_gets_title_and_description() -> None:
    root = draw(WHOLE)
    assert root.attrib["role"] == "img"
    ids = root.attrib["aria-labelledby"].split()
    texts = {
        element.attrib["id"]: element.text for element in root if element.attrib.get("id") in ids
    }
    assert [texts[name] for name in ids] == [WHOLE.heading, WHOLE.sentence]


def test_a_chosen_district_is_lifted_out_over_its_neighbours() -> None:
    paths = draw(sheet("talas")).findall(f".//{SVG}path")
    lifted = [path for path in paths if path.attrib.get("class") == "kbb-still-chosen"]
    assert lifted == [paths[[path.attrib.get("class") for path in paths].index("kbb-still-chosen")]]
    land = [path for path in paths if path.attrib.get("class", "").startswith("kbb-still-")]
    assert land[-1] is lifted[0]


@pytest.mark.parametrize("shown", [WHOLE, NEAR], ids=["far", "near"])
@pytest.mark.parametrize("where", list(Where))
def test_a_picture_carries_its_legend_once_and_the_page_has_its_own(
    shown: MapSheet, where: Where
) -> None:
    said = " ".join(words(draw(shown, where=where)))
    for part in ("Renk ve sayı", "1–2", "nokta olarak çizilmez"):
        assert said.count(part) == 1, part
        assert part not in " ".join(words(draw(shown)))
    assert ("Kütüphaneler" in said) is (shown is NEAR)
    assert ("yaklaşınca görünür" in said) is (shown is WHOLE)
    assert "Müzeler" not in said


@pytest.mark.parametrize("where", [Where.BESIDE, Where.BELOW])
@pytest.mark.parametrize("kinds", [DEFAULT_KINDS, tuple(kind.name for kind in KINDS)])
@pytest.mark.parametrize("closer", [0, 3])
def test_a_large_legend_stays_in_the_picture(
    where: Where, kinds: tuple[str, ...], closer: int
) -> None:
    root = draw(sheet(kinds=kinds, closer=closer), where=where)
    _, _, width, height = (float(number) for number in root.attrib["viewBox"].split())
    assert (width > SIDE) is (where is Where.BESIDE)
    assert (height > SIDE) is (where is Where.BELOW)
    outer = root.findall(f"{SVG}g")[-1]
    numbers = re.findall(r"[\d.]+", outer.attrib["transform"])
    left, top, scale = (float(number) for number in numbers)
    for text in outer.findall(f"{SVG}text"):
        assert 0 < top + float(text.attrib["y"]) * scale < height
        assert left + (float(text.attrib["x"]) + len(text.text or "") * 7) * scale < width


def test_text_is_escaped_and_what_has_no_point_is_left_out() -> None:
    rows = placed(
        frame(
            {"name": "A & <b>", "district": "Talas", "kind": "library"},
            {"name": "İlçesiz", "kind": "library"},
        ),
        kayseri(),
    )
    known = rows.assign(precision="site", lat=38.69, lon=35.55)
    shown = map_sheet(known[:1], kayseri(), ("library",), "talas", year=2025)
    titles = [use[0].text for use in draw(shown).findall(f".//{SVG}use")]
    assert titles == ["A & <b> (Kütüphane, Talas)"]
    unknown = map_sheet(rows, kayseri(), ("library",), "talas", year=2025)
    assert not draw(unknown).findall(f".//{SVG}use")
