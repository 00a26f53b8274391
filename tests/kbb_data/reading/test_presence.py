"""Sections that some bodies do not print: lacking, or there without their heading."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from kbb_data.checking.run import NO_TABLE
from kbb_data.importer import build
from kbb_data.problems import Unreadable
from kbb_data.reading.sections import OPTIONAL_SECTIONS, REQUIRED_SECTIONS
from tests.support.datasets import INVENTED_TEXT, without

SMALL = INVENTED_TEXT.read_text(encoding="utf-8")
TABLES = {
    "1.2": {"council_members", "committees", "executive_committee"},
    "1.3": {"assets", "asset_parts"},
    "1.5": {"positions", "position_occupancy"},
    "2.6": {"unit_responsibilities"},
}


@pytest.mark.parametrize(
    "sections",
    [chosen for size in (1, 2, 4) for chosen in combinations(OPTIONAL_SECTIONS, size)],
)
def test_what_a_programme_lacks_it_says_nothing_about(sections: tuple[str, ...]) -> None:
    text = SMALL
    for section in sections:
        text = without(text, section)
    tables = build(text.encode("utf-8"), [])[2]
    whole = build(SMALL.encode("utf-8"), [])[2]
    for section, names in TABLES.items():
        for name in names:
            assert (not tables[name]) == (section in sections), name
    for name in ("goals", "activities", "activity_costs", "indicators", "resource_needs"):
        assert len(tables[name]) == len(whole[name]), name
    if "1.3" in sections:
        states = {row["check"]: row["state"] for row in tables["checks"]}
        assert states["asset-totals"] == NO_TABLE


@pytest.mark.parametrize("section", OPTIONAL_SECTIONS)
def test_a_section_that_lost_its_heading_is_refused_with_what_shows_it(section: str) -> None:
    number = re.escape(section)
    text = re.sub(rf"^{number}\.? ?[^\t\n]*\n", "\n", SMALL, count=1, flags=re.MULTILINE)
    text = re.sub(rf"^{number}\. ?[^\t\n]*\n", "\n", text, flags=re.MULTILINE)
    with pytest.raises(Unreadable) as refused:
        build(text.encode("utf-8"), [])
    (problem,) = refused.value.problems
    assert problem.line > 0
    assert str(problem).endswith("; write the heading above the section")
    assert f"the heading '{section}. " in str(problem)


def test_the_list_of_contents_alone_shows_a_section() -> None:
    entry = "İÇİNDEKİLER\n1.3. Fiziksel Kaynaklar\t4\n"
    text = without(SMALL, "1.3").replace("İÇİNDEKİLER\n", entry)
    with pytest.raises(Unreadable, match=r"'1\.3\. Fiziksel Kaynaklar \| 4'"):
        build(text.encode("utf-8"), [])


@pytest.mark.parametrize("section", REQUIRED_SECTIONS)
def test_what_every_programme_has_is_required(section: str) -> None:
    number = re.escape(section)
    text = re.sub(rf"^{number}\. ?[^\t\n]*$", "", SMALL, flags=re.MULTILINE)
    with pytest.raises(Unreadable, match=f"'{number}"):
        build(text.encode("utf-8"), [])
