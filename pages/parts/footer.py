"""What stands below every page: all pages by what they are about, the document, the version."""

from __future__ import annotations

import streamlit as st

from kbb_data import geo
from kbb_data.turkish import title
from pages.parts.visit import edition, link, other_programmes, setting
from present.figures.registry import lacking
from present.kit.text import t
from present.site import frame
from present.site.pages import Group, in_group


def show() -> None:
    """Show it; embedded in another site's frame without the way to other pages."""
    programme = edition().programme
    groups = [] if st.context.is_embedded else [(group.value, _pages(group)) for group in Group]
    st.html(
        frame.footer(
            groups,
            programme.source_title,
            programme.dataset_sha256.removeprefix("sha256:")[:8],
            geo.place(programme.institution),
            _programmes(),
        )
    )


def _pages(group: Group) -> list[tuple[str, str]]:
    return [(page.title, link(page.path)) for page in in_group(group, lacking(setting()))]


def _programmes() -> list[tuple[str, str]]:
    """The other programmes, each with its address."""
    return [
        (
            t(
                "common.programme_option",
                institution=title(programme.institution),
                year=programme.year,
            ),
            address,
        )
        for address, programme in other_programmes().items()
    ]
