"""Slugs stand in one place; the ones that pages had before lead to those that they have."""

from __future__ import annotations

from dataclasses import replace

from present.site.pages import (
    BUDGET,
    BY_SLUG,
    CHANGE,
    PAGES,
    Group,
    in_group,
    lacking,
    moved,
    of_years,
)


def test_a_page_that_moved_keeps_its_former_addresses() -> None:
    assert moved([replace(BUDGET, slug="para", former=("butce", "gider"))]) == {
        "/butce": "/para",
        "/gider": "/para",
    }


def test_no_address_is_two_pages() -> None:
    slugs = [slug for page in PAGES for slug in (page.slug, *page.former)]
    assert len(slugs) == len(set(slugs))
    assert list(BY_SLUG.values()) == list(PAGES)


def test_a_page_of_several_years_is_in_the_menu_of_several_years_alone() -> None:
    assert CHANGE not in of_years(1)
    assert CHANGE not in of_years(0)
    assert of_years(2) == PAGES
    assert lacking(1) == {page.path for page in PAGES if page.needs_years}
    assert lacking(2) == frozenset()
    assert CHANGE in in_group(Group.MONEY, 2)
    assert CHANGE not in in_group(Group.MONEY, 1)
    assert BUDGET in in_group(Group.MONEY, 1)
