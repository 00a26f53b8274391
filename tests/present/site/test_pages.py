"""Slugs stand in one place; the ones that pages had before lead to those that they have."""

from __future__ import annotations

from dataclasses import replace

from present.site.pages import BUDGET, BY_SLUG, PAGES, moved


def test_a_page_that_moved_keeps_its_former_addresses() -> None:
    assert moved([replace(BUDGET, slug="para", former=("butce", "gider"))]) == {
        "/butce": "/para",
        "/gider": "/para",
    }


def test_no_address_is_two_pages() -> None:
    slugs = [slug for page in PAGES for slug in (page.slug, *page.former)]
    assert len(slugs) == len(set(slugs))
    assert list(BY_SLUG.values()) == list(PAGES)
