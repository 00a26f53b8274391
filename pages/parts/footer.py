"""What stands below every page: all pages by what they are about, the document, the version."""

from __future__ import annotations

from html import escape

import streamlit as st

from kbb_data import geo
from kbb_data.turkish import title
from pages.parts.visit import edition, link, other_programmes
from present.kit import writing
from present.kit.text import either, t, verbatim
from present.site.pages import Group, in_group


def show() -> None:
    """Show it; embedded in another site's frame without the way to other pages."""
    ways = "" if st.context.is_embedded else _pages()
    st.html(f'<footer class="kbb-footer">{ways}{_document()}{_others()}</footer>')


def _pages() -> str:
    groups = "".join(
        f'<div><h2>{escape(t(f"site.group_{group.value}"))}</h2><ul class="kbb-ways">'
        + "".join(
            f'<li><a href="{escape(link(page.path), quote=True)}" target="_self">'
            f"{escape(page.title)}</a></li>"
            for page in in_group(group)
        )
        + "</ul></div>"
        for group in Group
    )
    return f'<nav aria-label="{escape(t("site.navigation"), quote=True)}">{groups}</nav>'


def _document() -> str:
    """Which document and which version of the data the page shows."""
    programme = edition().programme
    version = programme.dataset_sha256.removeprefix("sha256:")[:8]
    source = escape(t("common.footer_source", title="\0")).replace(
        "\0", verbatim(programme.source_title)
    )
    lines = [source]
    if place := geo.place(programme.institution):
        count = place.population
        lines.append(
            escape(
                t(
                    "common.footer_population",
                    source=either(count.source, count.source_en),
                    date=writing.date(count.date),
                )
            )
        )
    lines += [
        escape(t("common.footer_independent")),
        escape(t("common.footer_version", version=version)),
    ]
    return "".join(f"<p>{line}</p>" for line in lines)


def _others() -> str:
    """The way to other programmes; usually there is none."""
    links = ", ".join(
        f'<a href="{escape(address, quote=True)}" target="_self">'
        + escape(
            t(
                "common.programme_option",
                institution=title(other.institution),
                year=other.year,
            )
        )
        + "</a>"
        for address, other in other_programmes().items()
    )
    return f"<p>{escape(t('common.programme_others'))} {links}</p>" if links else ""
