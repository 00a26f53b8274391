"""Belge tutarlılığı: where the document disagrees with itself, and every check that was run."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from kbb_data.schema import FINDING_KINDS, SEVERITIES
from pages.parts import chrome, controls, empty, figure, fold, steps
from pages.parts.steps import Step
from pages.parts.visit import setting
from present.findings import csv_file, places
from present.findings import entries as findings_entries
from present.findings import html as findings_html
from present.findings import words as findings_words
from present.findings.choices import FindingChoices
from present.findings.model import Check, Finding, Kind, select
from present.kit import writing
from present.kit.markup import joined
from present.kit.parts import part
from present.kit.text import t
from present.site import pages

LEAD, LIST, CHECKS = "one-cikan", "bulgular", "denetimler"
RULES, OPEN = "kurallar", "denetlenemeyenler"

Choices = controls.Controls[FindingChoices]


def render() -> None:
    """Show all findings, or the one that the address names."""
    findings = findings_entries.findings(setting())
    page: Choices = controls.Controls(
        pages.FINDINGS.path,
        FindingChoices,
        {
            "check": {finding.check for finding in findings},
            "finding": {finding.code for finding in findings},
        },
    )
    code = page.choices.finding
    if code is not None:
        _alone(page, findings, next(finding for finding in findings if finding.code == code))
    else:
        _all(page, findings)


def _all(page: Choices, findings: Sequence[Finding]) -> None:
    chrome.head(
        t("findings.title"),
        t("findings.intro", institution=setting().name, year=setting().year),
    )
    page.notice()
    checks = findings_entries.checks(setting())
    st.html(findings_html.outcome_html(checks, setting().year))
    lead = findings_entries.lead(setting())
    if checks:
        _tiles(page, checks)
    st.html(findings_html.jumps_html(_places(has_lead=bool(lead), has_checks=bool(checks))))
    if lead:
        st.html(findings_html.anchor_html(LEAD))
        st.html(lead)
    # Before the list, whose many lines would keep a visitor waiting for the chart.
    if checks:
        count = t("findings.brief_checks", count=writing.number(len(checks)))
        with fold.part(CHECKS, t("findings.jump_checks"), brief=count):
            figure.show("denetimler", level=3, is_table_open=not findings)
    if findings:
        count = t("findings.brief_findings", count=writing.number(len(findings)))
        with fold.part(LIST, t("findings.findings_title"), brief=count, is_open=True):
            _listed(page, findings)
    else:
        st.html(findings_html.anchor_html(LIST))
        if checks:
            st.html(findings_html.sound_html(checks))
    st.html(
        joined(
            part(
                RULES,
                t("findings.rules_title"),
                findings_html.rules_html(),
                text=t("findings.rules_text"),
            ),
            part(OPEN, t("findings.open_title"), findings_entries.not_checkable(setting())),
        )
    )


def _tiles(page: Choices, checks: Sequence[Check]) -> None:
    """The counts; a kind's tile shows its findings, once more all of them."""
    chosen = page.choices.kinds

    def address(kind: Kind) -> str:
        kinds = () if chosen == (kind.value,) else (kind.value,)
        return f"{page.link(kinds=kinds)}#{LIST}"

    st.html(findings_html.tiles_html(checks, f"#{CHECKS}", address, chosen))


def _places(*, has_lead: bool, has_checks: bool) -> list[tuple[str, str]]:
    """The parts of the page that are there, by anchor."""
    places = [
        (LIST, t("findings.jump_findings")),
        (RULES, t("findings.jump_rules")),
        (OPEN, t("findings.jump_open")),
    ]
    if has_checks:
        places.insert(0, (CHECKS, t("findings.jump_checks")))
    if has_lead:
        places.insert(0, (LEAD, t("findings.jump_lead")))
    return places


def _listed(page: Choices, findings: Sequence[Finding]) -> None:
    """The filters, the findings that pass them, and the file of these."""
    choices = page.choices
    with fold.part("suzgecler", t("findings.filters"), brief=_chosen(choices, findings), level=0):
        _filters(page, findings)
    selected = findings_entries.shown(setting(), choices)
    if not selected:
        empty.nothing_fits(page.reset)
        return
    chrome.status(t("findings.findings_count", count=writing.number(len(selected))))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(findings_html.count_html(len(selected), len(findings)))
        if choices.is_narrowed:
            st.button(t("findings.reset"), on_click=page.reset)
        st.download_button(
            t("findings.download"),
            findings_entries.spreadsheet(setting(), choices),
            file_name=csv_file.file_name(
                setting().institution, setting().year, choices, is_draft=setting().is_draft
            ),
            mime="text/csv",
            on_click="ignore",
            icon=":material/download:",
        )
    st.html(findings_entries.listing(setting(), choices))


def _chosen(choices: FindingChoices, findings: Sequence[Finding]) -> str:
    """The filters that are set, in words."""
    titles = {finding.check: finding.check_title for finding in findings}
    names = [
        *([findings_words.check_title(own, titles[own])] if (own := choices.check) else []),
        *map(findings_words.severity, choices.severities),
        *(findings_words.kind(Kind(code)) for code in choices.kinds),
    ]
    return ", ".join(names) or t("findings.filters_none")


def _filters(page: Choices, findings: Sequence[Finding]) -> None:
    titles = {
        finding.check: findings_words.check_title(finding.check, finding.check_title)
        for finding in findings
    }
    choices = page.choices
    of_others = select(findings, None, choices.severities, choices.kinds)
    of_severity = select(findings, choices.check, (), choices.kinds)
    of_kind = select(findings, choices.check, choices.severities)
    check, severity = st.columns([6, 6])
    with check:
        page.select(
            "check",
            t("findings.filter_check"),
            list(titles),
            lambda code: t(
                "findings.option_check",
                title=titles[code],
                count=writing.number(sum(finding.check == code for finding in of_others)),
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
                count=writing.number(sum(finding.severity == code for finding in of_severity)),
            ),
        )
    page.pills(
        "kinds",
        t("findings.filter_kind"),
        list(FINDING_KINDS),
        lambda code: t(
            "findings.option_kind",
            kind=findings_words.kind(Kind(code)),
            count=writing.number(sum(finding.kind == code for finding in of_kind)),
        ),
    )


def _alone(page: Choices, findings: Sequence[Finding], finding: Finding) -> None:
    """A finding alone, its neighbours in the list, the activities that it could lie in."""
    selected = findings_entries.shown(setting(), page.choices)
    around = list(selected if finding in selected else findings)
    steps.show(
        page,
        len(around),
        around.index(finding),
        lambda way, at: Step(t(f"findings.{way}"), {"finding": around[at].code}),
        back=Step(t("findings.back"), {"finding": None}),
    )
    chrome.head(
        findings_words.check_title(finding.check, finding.check_title),
        page_title=f"{t('findings.title')}: {places.place(finding.location)}",
    )
    page.notice()
    st.html(findings_html.location_html(finding))
    st.html(findings_entries.alone(setting(), finding))
    candidates = findings_entries.candidates(setting(), finding)
    if candidates:
        st.html(candidates)
