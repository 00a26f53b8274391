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
    in_menu,
    moved,
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


def test_a_page_that_the_programme_lacks_is_in_no_menu() -> None:
    assert in_menu(()) == PAGES
    assert [page for page in PAGES if page not in in_menu({CHANGE.path})] == [CHANGE]
    assert CHANGE in in_group(Group.MONEY, ())
    assert CHANGE not in in_group(Group.MONEY, {CHANGE.path})
    assert BUDGET in in_group(Group.MONEY, {CHANGE.path})
