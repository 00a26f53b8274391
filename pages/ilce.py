"""İlçem: a district's facilities, residents and council members, beside all the others."""

from __future__ import annotations

import streamlit as st

from pages.parts import chrome, figure, steps
from pages.parts.controls import Controls
from pages.parts.steps import Step
from pages.parts.visit import setting
from present.briefing import html as briefing_html
from present.briefing.model import Topic
from present.findings import entries as findings_entries
from present.findings.subjects import Kind, Subject
from present.kit import writing
from present.kit.text import either, t
from present.places import district_html
from present.places import entries as places
from present.places.district import Known, seated
from present.places.district_choices import DistrictChoices
from present.site import links
from present.site.links import Thing
from present.site.pages import DISTRICTS, MAP


def render() -> None:
    """Show one district, or all where none is chosen."""
    districts = {district.slug: district for district in places.districts(setting())}
    page = Controls(DISTRICTS.path, DistrictChoices, {"district": list(districts)})
    chosen = districts.get(page.choices.district or "")
    if chosen is None:
        _all(page)
    else:
        _district(page, chosen)


def _all(page: Controls[DistrictChoices]) -> None:
    institution, year = setting().name, setting().year
    chrome.head(
        DISTRICTS.title,
        t("places.district.lead", institution=institution, year=year),
        own=[institution],
    )
    page.notice()
    if not places.districts(setting()):
        chrome.message(t("common.empty_title"), t("places.district.list_none"))
        return
    _select(page)
    st.html(district_html.note_html(t("places.district.no_budget")))
    text = ""
    if place := setting().place:
        count = place.population
        source = either(count.source, count.source_en)
        text = t("places.district.list_text", source=source, date=writing.date(count.date))
    chrome.section(t("places.district.list_title"), text)
    rows = places.overview(setting())
    st.html(district_html.list_html(rows, links.maker(setting(), Thing.DISTRICT)))
    facilities = places.facilities(setting())
    apart = int(facilities.loc[facilities["district"].isna(), "facilities"].sum())
    if apart:
        st.html(district_html.note_html(t("places.district.apart", count=writing.number(apart))))


def _select(page: Controls[DistrictChoices]) -> None:
    names = {district.slug: district.name for district in places.districts(setting())}
    page.select(
        "district",
        t("places.district.choose"),
        list(names),
        names.__getitem__,
        empty=t("places.district.all"),
    )


def _district(page: Controls[DistrictChoices], chosen: Known) -> None:
    year, place = setting().year, setting().place
    chrome.head(chosen.name, t("places.district.lead_one", year=year), own=[chosen.name])
    page.notice()
    _select(page)
    st.html(briefing_html.link_html(setting(), Topic.DISTRICT, chosen.slug, chosen.name))
    rows, facilities = places.overview(setting()), places.facilities(setting())
    facts = rows[rows["slug"] == chosen.slug].iloc[0]
    st.html(
        district_html.facts_html(facts, place.population if place else None)
        + district_html.note_html(t("places.district.no_budget"))
    )
    if chosen.district:
        figure.show("ilce", DistrictChoices(chosen.slug))
    pieces = (
        district_html.facilities_html(
            facilities[facilities["district_slug"] == chosen.slug],
            setting().link(MAP.path, DistrictChoices(chosen.slug)),
            setting().source(t("places.district.section")),
        ),
        district_html.station_html(places.nearest_station(setting(), chosen.slug)),
        district_html.members_html(
            seated(setting().frame("council_members"), chosen.slug),
            links.maker(setting(), Thing.MEMBER),
            setting().source(t("places.district.members_source")),
        ),
        _findings(chosen),
    )
    st.html("".join(pieces))
    known = places.districts(setting())
    steps.show(
        page,
        len(known),
        known.index(chosen),
        lambda way, neighbour: Step(
            t(f"places.district.{way}", name=known[neighbour].name),
            {"district": known[neighbour].slug},
            [known[neighbour].name],
        ),
    )


def _findings(chosen: Known) -> str:
    return str(findings_entries.touching(setting(), Subject(Kind.DISTRICT, chosen.slug)))
