"""İlçem: a district's facilities, residents and council members, beside all the others."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from kbb_data import geo
from kbb_data.geo import Place
from kbb_data.turkish import slug
from pages.parts import chrome, figure, steps
from pages.parts.controls import Controls
from pages.parts.facility_data import facilities
from pages.parts.steps import Step
from pages.parts.visit import link, setting
from present.briefing import html as briefing_html
from present.briefing.model import Topic
from present.council.choices import CouncilChoices
from present.findings import entries as findings_entries
from present.findings.subjects import Kind, Subject
from present.kit import writing
from present.kit.text import either, t
from present.places import district_html
from present.places.district import Known, districts, nearest_station, overview
from present.places.district_choices import DistrictChoices
from present.site.pages import BY_SLUG

PAGE = BY_SLUG["ilce"]


def render() -> None:
    """Show one district, or all where none is chosen."""
    place = geo.place(setting().institution)
    members = setting().frame("council_members")
    known = districts(place, facilities(), members)
    page = Controls(PAGE.path, DistrictChoices, {"district": [one.slug for one in known]})
    rows = overview(known, facilities(), members)
    chosen = next((one for one in known if one.slug == page.choices.district), None)
    if chosen is None:
        _all(page, known, rows, place)
    else:
        _one(page, known, chosen, rows, place)


def _all(
    page: Controls[DistrictChoices], known: Sequence[Known], rows: pd.DataFrame, place: Place | None
) -> None:
    institution, year = setting().name, setting().year
    chrome.head(
        PAGE.title, t("places.district.lead", institution=institution, year=year), own=[institution]
    )
    page.notice()
    if not known:
        chrome.message(t("common.empty_title"), t("places.district.list_none"))
        return
    _select(page, known)
    st.html(district_html.note_html(t("places.district.no_budget")))
    text = ""
    if place:
        count = place.population
        source = either(count.source, count.source_en)
        text = t("places.district.list_text", source=source, date=writing.date(count.date))
    chrome.section(t("places.district.list_title"), text)
    st.html(district_html.list_html(rows, lambda code: link(PAGE.path, DistrictChoices(code))))
    apart = int(facilities()["district"].isna().sum())
    if apart:
        st.html(district_html.note_html(t("places.district.apart", count=writing.number(apart))))


def _select(page: Controls[DistrictChoices], known: Sequence[Known]) -> None:
    names = {one.slug: one.name for one in known}
    page.select(
        "district",
        t("places.district.choose"),
        list(names),
        names.__getitem__,
        empty=t("places.district.all"),
    )


def _one(
    page: Controls[DistrictChoices],
    known: Sequence[Known],
    chosen: Known,
    rows: pd.DataFrame,
    place: Place | None,
) -> None:
    year = setting().year
    chrome.head(chosen.name, t("places.district.lead_one", year=year), own=[chosen.name])
    page.notice()
    _select(page, known)
    st.html(briefing_html.link_html(setting(), Topic.DISTRICT, chosen.slug, chosen.name))
    row = rows[rows["slug"] == chosen.slug].iloc[0]
    st.html(
        district_html.facts_html(row, place.population if place else None)
        + district_html.note_html(t("places.district.no_budget"))
    )
    found = facilities()
    here = found[found["district_slug"] == chosen.slug]
    if place and chosen.district:
        figure.show("ilce", DistrictChoices(chosen.slug))
    html = district_html.facilities_html(
        here, link("/harita", DistrictChoices(chosen.slug)), _source("places.district.section")
    )
    if place and chosen.district:
        html += district_html.station_html(nearest_station(found, place, chosen.district))
    st.html(html + _members(chosen) + _findings(chosen))
    steps.show(
        page,
        len(known),
        known.index(chosen),
        lambda way, at: Step(
            t(f"places.district.{way}", name=known[at].name), {"district": known[at].slug}
        ),
    )


def _members(chosen: Known) -> str:
    members = setting().frame("council_members")
    own = [writing.is_stated(name) and slug(name) == chosen.slug for name in members["district"]]
    return district_html.members_html(
        members[own],
        lambda position: link("/meclis", CouncilChoices(member=position)),
        _source("places.district.members_source"),
    )


def _findings(chosen: Known) -> str:
    return str(findings_entries.touching(setting(), Subject(Kind.DISTRICT, chosen.slug)))


def _source(section: str) -> str:
    return t(
        "common.source_document",
        institution=setting().name,
        year=setting().year,
        section=t(section),
    )
