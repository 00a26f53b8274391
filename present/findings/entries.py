"""The figure of the checks that compare the document with itself, and what a setting has of
findings: records, pieces, the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from urllib.parse import quote

import pandas as pd
from markupsafe import Markup

from present.findings import amounts, csv_file, places, subjects, words
from present.findings import figures as findings_figures
from present.findings import html as findings_html
from present.findings import model as findings_model
from present.findings.amounts import Amount
from present.findings.choices import FindingChoices
from present.findings.model import Check, Finding
from present.findings.subjects import Kind, Subject
from present.kit import draft
from present.kit.entry import Entry, NoChoices, always, no_codes, once, only_figure
from present.kit.figure import Figure, Note
from present.kit.keep import keep
from present.kit.setting import Setting
from present.kit.text import marked, t
from present.site import links, pages
from present.site.links import Thing

PATH = pages.FINDINGS.path

#: Stands for a finding's code in an address that is filled in many times.
_CODE = "KOD"


@keep(32)
def findings(setting: Setting) -> tuple[Finding, ...]:
    """The programme's findings in the order in which they are shown."""
    return findings_model.findings(setting.frame("findings"))


def checks(setting: Setting) -> tuple[Check, ...]:
    """The programme's checks, those with most disagreements first."""
    return findings_model.checks(setting.frame("checks"))


def checks_figure(setting: Setting, choices: Any = None) -> Figure:
    """All checks; drawn are those with a disagreement."""
    return findings_figures.checks_figure(
        checks(setting),
        setting.year,
        setting.source(t("findings.checks_section")),
        lambda check: setting.link(PATH, FindingChoices(check=check)),
    )


@keep(32)
def lead(setting: Setting) -> Markup:
    """The findings that stand first; empty where lira differ nowhere."""
    leading = findings_model.lead(findings(setting))
    printed = setting.frame("economic_codes")["name"]
    names = {
        code: marked(name, printed)
        for code, name in words.line_names(leading, code_names(setting)).items()
    }
    return findings_html.lead_html(leading, names, _link(setting, FindingChoices()))


def shown(setting: Setting, choices: FindingChoices) -> tuple[Finding, ...]:
    """The findings that the choices show."""
    return findings_model.select(
        findings(setting), choices.check, choices.severities, choices.kinds
    )


@keep(64)
def listing(setting: Setting, choices: FindingChoices) -> Markup:
    """The findings that the choices show."""
    selected = shown(setting, choices)
    return findings_html.list_html(
        selected,
        _link(setting, choices),
        touched(setting, selected),
        is_open=choices.is_narrowed,
    )


def alone(setting: Setting, finding: Finding) -> Markup:
    """A finding alone with what it is about."""
    about = touched(setting, (finding,))[finding.code]
    return findings_html.finding_html(finding, about)


def candidates(setting: Setting, finding: Finding) -> Markup:
    """The activities that could explain a difference between economic codes; empty for others."""
    explaining = findings_model.candidates(finding, findings(setting), setting.lines)
    if explaining is None:
        return Markup("")
    return findings_html.candidates_html(explaining, links.maker(setting, Thing.ACTIVITY))


@keep(64)
def spreadsheet(setting: Setting, choices: FindingChoices) -> bytes:
    """The findings that the choices show, for a spreadsheet."""
    source = setting.source(t("findings.checks_section"))
    return csv_file.csv_bytes(shown(setting, choices), source, draft.mark(setting.is_draft))


def not_checkable(setting: Setting) -> Markup:
    """What no check could look at."""
    gaps = findings_model.gaps(
        setting.frame("indicator_values"),
        setting.frame("assets"),
        setting.totals.general_administration_kurus,
        checks(setting),
    )
    return findings_html.bullets_html(words.not_checkable(gaps, setting.year))


@keep(256)
def touching(setting: Setting, subject: Subject) -> Markup:
    """The findings that touch a subject, as its page lists them."""
    return told(setting, subjects.touching(setting.frame("findings"), _plan(setting), subject))


def told(setting: Setting, rows: pd.DataFrame) -> Markup:
    """Rows of ``db.queries.findings`` as a page about something else lists them."""
    return findings_html.findings_html(rows, links.maker(setting, Thing.FINDING), checks(setting))


@keep(32)
def notes(setting: Setting) -> tuple[tuple[frozenset[Amount], Note], ...]:
    """What goes along with figures that show an amount of a finding: the amounts that each finding
    touches and its line, gravest first. Findings that touch none are left out."""
    every, assets = findings(setting), setting.frame("assets")
    names = words.line_names(every, code_names(setting))
    needs = setting.frame("resource_needs")
    printed = {
        str(line): int(amount)
        for line, amount in zip(needs["line"], needs["total_kurus"], strict=True)
        if not pd.isna(amount)
    }
    address = links.maker(setting, Thing.FINDING)
    return tuple(
        (
            touched,
            Note(
                words.note(finding, names, printed),
                address(finding.code),
                (*places.own(finding.location), *words.own(finding)),
            ),
        )
        for finding in every
        if (touched := amounts.touched(finding, assets))
    )


def code_names(setting: Setting) -> dict[str, str]:
    """The economic codes in words, by code."""
    codes = setting.frame("economic_codes")
    return {
        str(code): words.code_name(str(code), str(name))
        for code, name in zip(codes["economic_code"], codes["name"], strict=True)
    }


def touched(setting: Setting, records: Iterable[Finding]) -> findings_html.Touched:
    """What each finding is about, narrowest first: words and addresses, by code."""
    plan, names = _plan(setting), _names(setting)
    return {
        finding.code: [
            (
                findings_html.subject_html(subject, names[subject]),
                links.to(setting, Thing(subject.kind.value), subject.key),
            )
            for subject in subjects.subjects(finding.code, plan)
            if subject in names
        ]
        for finding in records
    }


def _plan(setting: Setting) -> subjects.Plan:
    return subjects.plan(
        setting.frame("activities"), setting.frame("goals"), setting.frame("assets")
    )


def _link(setting: Setting, choices: FindingChoices) -> findings_html.Link:
    """Addresses of findings' own views in a list; put together once, since a list holds many."""
    address = setting.link(PATH, replace(choices, finding=_CODE))
    before, _, after = address.partition(_CODE)
    return lambda code: f"{before}{quote(code, safe='')}{after}"


def _names(setting: Setting) -> dict[Subject, str]:
    """All that a finding can be about and that has a page of its own, by its name; what has a
    number has none."""
    units, indicators = setting.frame("spending_units"), setting.frame("indicators")
    lines = setting.lines
    named: dict[Kind, dict[str, str]] = {
        Kind.UNIT: dict(zip(units["spending_unit"], units["name"], strict=True)),
        Kind.DISTRICT: {
            district.slug: district.name
            for district in (setting.place.districts if setting.place else ())
        },
    }
    numbered: dict[Kind, Iterable[object]] = {
        Kind.AIM: setting.frame("aims")["aim"],
        Kind.GOAL: setting.frame("goals")["goal"],
        Kind.ACTIVITY: setting.frame("activities")["activity"],
        Kind.INDICATOR: [
            f"{goal}.{number}"
            for goal, number in zip(indicators["goal"], indicators["indicator"], strict=True)
        ],
        Kind.CODE: lines.loc[lines["fund"] == findings_model.BUDGET, "line"].unique(),
    }
    names = {Subject(kind, key): name for kind, own in named.items() for key, name in own.items()}
    for kind, keys in numbered.items():
        names.update({Subject(kind, str(key)): "" for key in keys})
    return names


ENTRIES = (
    Entry("denetimler", PATH, "tutarlilik", always(NoChoices), no_codes,
          only_figure(checks_figure), once),
)  # fmt: skip
