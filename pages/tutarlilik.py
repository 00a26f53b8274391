"""Belge tutarlılığı: where the document disagrees with itself, and every check that was run."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from kbb_data.schema import SEVERITIES
from pages.parts import chrome, controls, empty, figure, finding_data, steps
from pages.parts.steps import Step
from pages.parts.visit import edition, setting
from present.findings import html as findings_html
from present.findings import model as findings_model
from present.findings import words as findings_words
from present.findings.choices import FindingChoices
from present.findings.model import Finding
from present.kit import writing
from present.kit.text import t, verbatim

LEAD, LIST, CHECKS, OPEN = "one-cikan", "bulgular", "denetimler", "denetlenemeyenler"

Choices = controls.Controls[FindingChoices]


def render() -> None:
    """Show all findings, or the one that the address names."""
    found = finding_data.findings()
    page: Choices = controls.Controls(
        finding_data.PATH,
        FindingChoices,
        {"check": {one.check for one in found}, "finding": {one.code for one in found}},
    )
    code = page.choices.finding
    if code is not None:
        _one(page, found, next(one for one in found if one.code == code))
    else:
        _all(page, found)


def _all(page: Choices, found: Sequence[Finding]) -> None:
    programme = edition().programme
    chrome.head(
        t("findings.title"),
        t("findings.intro", institution=setting().name, year=programme.year),
    )
    page.notice()
    checks = finding_data.checks()
    st.html(f'<p class="kt-outcome">{escape(findings_words.outcome(checks))}</p>')
    lead = finding_data.lead_html()
    if checks:
        st.html(findings_html.tiles_html(checks))
    st.html(findings_html.jumps_html(_places(has_lead=bool(lead), has_checks=bool(checks))))
    if lead:
        _anchor(LEAD)
        st.html(lead)
    # Before the list, whose many lines would keep a visitor waiting for the chart.
    if checks:
        _anchor(CHECKS)
        figure.show("denetimler", is_table_open=not found)
    _anchor(LIST)
    if found:
        _listed(page, found)
    elif checks:
        chrome.message(t("findings.sound_title"), t("findings.sound_text"))
    _anchor(OPEN)
    chrome.section(t("findings.open_title"))
    st.html(findings_html.bullets_html(finding_data.not_checkable()))


def _places(*, has_lead: bool, has_checks: bool) -> list[tuple[str, str]]:
    """The parts of the page that are there, by anchor."""
    places = [(LIST, t("findings.jump_findings")), (OPEN, t("findings.jump_open"))]
    if has_checks:
        places.insert(0, (CHECKS, t("findings.jump_checks")))
    if has_lead:
        places.insert(0, (LEAD, t("findings.jump_lead")))
    return places


def _anchor(name: str) -> None:
    st.html(f'<div class="kt-anchor" id="{name}"></div>')


def _listed(page: Choices, found: Sequence[Finding]) -> None:
    """The filters, the findings that pass them, and the file of these."""
    chrome.section(t("findings.findings_title"))
    _filters(page, found)
    wanted = findings_model.select(found, page.choices.check, page.choices.severities)
    numbers = {"count": writing.number(len(wanted)), "total": writing.number(len(found))}
    if not wanted:
        empty.nothing_fits(page.reset)
        return
    text = (
        t("findings.shown_all", count=numbers["count"])
        if len(wanted) == len(found)
        else t("findings.shown_some", **numbers)
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="kt-shown" role="status">{escape(text)}</p>')
        if page.choices.is_narrowed:
            st.button(t("findings.reset"), on_click=page.reset)
        st.download_button(
            t("findings.download"),
            finding_data.csv_of(page.choices),
            file_name=finding_data.file_name(page.choices),
            mime="text/csv",
            on_click="ignore",
            icon=":material/download:",
        )
    st.html(finding_data.list_html(page.choices))


def _filters(page: Choices, found: Sequence[Finding]) -> None:
    titles = {one.check: findings_words.check_title(one.check, one.check_title) for one in found}
    of_severity = findings_model.select(found, None, page.choices.severities)
    of_check = findings_model.select(found, page.choices.check)
    check, severity = st.columns([6, 6])
    with check:
        page.select(
            "check",
            t("findings.filter_check"),
            list(titles),
            lambda code: t(
                "findings.option_check",
                title=titles[code],
                count=writing.number(sum(one.check == code for one in of_severity)),
            ),
            empty=t("findings.all_checks"),
        )
    with severity:
        page.pills(
            "severities",
            t("findings.filter_severity"),
            list(SEVERITIES),
            lambda code: t(
                f"findings.option_{code}",
                count=writing.number(sum(one.severity == code for one in of_check)),
            ),
        )


def _one(page: Choices, found: Sequence[Finding], one: Finding) -> None:
    """One finding alone, its neighbours in the list, the activities that it could lie in."""
    wanted = findings_model.select(found, page.choices.check, page.choices.severities)
    around = list(wanted if one in wanted else found)
    steps.show(
        page,
        len(around),
        around.index(one),
        lambda way, at: Step(t(f"findings.{way}"), {"finding": around[at].code}),
        back=Step(t("findings.back"), {"finding": None}),
    )
    chrome.head(
        findings_words.check_title(one.check, one.check_title),
        page_title=f"{t('findings.title')}: {one.location}",
    )
    page.notice()
    st.html(f'<h2 class="kt-location">{verbatim(one.location)}</h2>')
    links = finding_data.touched((one,)).get(one.code, ())
    st.html(findings_html.one_html(one, links))
    candidates = finding_data.candidates_html(one)
    if candidates:
        st.html(candidates)
