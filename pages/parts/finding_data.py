"""What Belge tutarlılığı reads: findings, checks, and pieces kept until the data changes."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from kbb_data import geo, turkish
from pages.parts import budget_data
from pages.parts.visit import edition, kept, link, setting
from present.budget.choices import BudgetChoices
from present.budget.model import BUDGET
from present.findings import entries, subjects
from present.findings import html as findings_html
from present.findings import model as findings_model
from present.findings.choices import FindingChoices
from present.findings.csv_file import csv_bytes
from present.findings.model import Check, Finding
from present.findings.subjects import Kind, Subject
from present.findings.words import check_title, subject_html
from present.indicators.choices import IndicatorChoices
from present.kit import writing
from present.kit.figure import Figure
from present.kit.text import t
from present.places.district_choices import DistrictChoices
from present.plan.choices import AimChoices, GoalChoices
from present.site.pages import AIMS, GOALS
from present.units.choices import UnitChoices

PATH = "/tutarlilik"

#: Stands for a finding's code in an address that is filled in many times.
_CODE = "KOD"


@kept(32)
def findings() -> tuple[Finding, ...]:
    """The findings of this visit's programme, in the order in which they are shown."""
    return findings_model.findings(setting().frame("findings"))


def checks() -> tuple[Check, ...]:
    """The checks of this visit's programme, those with most disagreements first."""
    return findings_model.checks(setting().frame("checks"))


@kept(32)
def lead_html() -> str:
    """The finding that stands first; empty where lira differ nowhere."""
    shown = findings_model.lead(findings())
    return findings_html.lead_html(shown, line_names(shown), _linker(FindingChoices()))


def line_names(found: tuple[Finding, ...]) -> dict[str, str]:
    """Names of the economic codes that findings are about, by finding."""
    codes = setting().frame("economic_codes")
    names = dict(zip(codes["economic_code"], codes["name"], strict=True))
    result = {}
    for one in found:
        code = one.code.partition(".")[2]
        if one.check == findings_model.ECONOMIC_CODES and code in names:
            result[one.code] = t("findings.line_code", code=code, name=names[code])
    return result


@kept(64)
def list_html(choices: FindingChoices) -> str:
    """The findings that the choices show."""
    found = findings_model.select(findings(), choices.check, choices.severities)
    return findings_html.list_html(
        found, _linker(choices), touched(found), is_open=choices.is_narrowed
    )


def _linker(choices: FindingChoices) -> findings_html.Link:
    """Addresses of findings' own views; made once, since a list holds many."""
    address = link(PATH, FindingChoices(choices.check, choices.severities, finding=_CODE))
    before, _, after = address.partition(_CODE)
    return lambda code: f"{before}{quote(code, safe='')}{after}"


def touched(found: tuple[Finding, ...]) -> findings_html.Touched:
    """What each finding is about, narrowest first: words as HTML and addresses, by code."""
    of = subjects.plan(
        setting().frame("activities"), setting().frame("goals"), setting().frame("assets")
    )
    names = _names()
    return {
        one.code: [
            (subject_html(subject.kind, subject.key, names[subject]), _address(subject))
            for subject in subjects.subjects(one.code, of)
            if subject in names
        ]
        for one in found
    }


def _names() -> dict[Subject, str]:
    """All that a finding can be about and that has a page of its own, by its name."""
    place = geo.place(setting().institution)
    units, indicators = setting().frame("spending_units"), setting().frame("indicators")
    lines = budget_data.lines()
    named: dict[Kind, dict[str, str]] = {
        Kind.UNIT: dict(zip(units["spending_unit"], units["name"], strict=True)),
        Kind.DISTRICT: {one.slug: one.name for one in place.districts} if place else {},
    }
    numbered: dict[Kind, Iterable[object]] = {
        Kind.AIM: setting().frame("aims")["aim"],
        Kind.GOAL: setting().frame("goals")["goal"],
        Kind.ACTIVITY: setting().frame("activities")["activity"],
        Kind.INDICATOR: [
            f"{goal}.{number}"
            for goal, number in zip(indicators["goal"], indicators["indicator"], strict=True)
        ],
        Kind.CODE: lines.loc[lines["fund"] == BUDGET, "line"].unique(),
    }
    found = {Subject(kind, key): name for kind, own in named.items() for key, name in own.items()}
    for kind, keys in numbered.items():
        found.update({Subject(kind, str(key)): "" for key in keys})
    return found


def _address(subject: Subject) -> str:
    """The page of what a finding is about."""
    key = subject.key
    match subject.kind:
        case Kind.AIM:
            return link(AIMS.path, AimChoices(key))
        case Kind.GOAL:
            return link(GOALS.path, GoalChoices(key))
        case Kind.ACTIVITY:
            return link(budget_data.PATH, BudgetChoices(activity=key))
        case Kind.INDICATOR:
            return link("/gostergeler", IndicatorChoices(indicator=key))
        case Kind.UNIT:
            return link("/birimler", UnitChoices(key))
        case Kind.CODE:
            return link(budget_data.PATH, BudgetChoices(code=key))
        case Kind.DISTRICT:
            return link("/ilce", DistrictChoices(key))


@kept(64)
def csv_of(choices: FindingChoices) -> bytes:
    """The findings that the choices show, for a spreadsheet."""
    return csv_bytes(findings_model.select(findings(), choices.check, choices.severities))


def file_name(choices: FindingChoices) -> str:
    """Which programme's findings a file holds, and which of them."""
    programme = edition().programme
    parts = [
        turkish.slug(programme.institution),
        str(programme.year),
        t("findings.file_name"),
        choices.check or "",
        *(turkish.slug(t(f"findings.severity_{name}")) for name in choices.severities),
    ]
    return "-".join(part for part in parts if part) + ".csv"


@kept(32)
def checks_figure() -> Figure:
    """All checks: what is drawn are those with a disagreement."""
    return entries.checks(setting())


def candidates_html(one: Finding) -> str:
    """The activities that could explain a difference between economic codes; empty for others."""
    found = findings_model.candidates(one, findings(), budget_data.lines())
    if found is None:
        return ""
    return findings_html.candidates_html(
        found,
        lambda number: link(budget_data.PATH, BudgetChoices(activity=str(number))),
    )


def not_checkable() -> list[str]:
    """What no check could look at, in sentences."""
    values = setting().frame("indicator_values")
    assets = setting().frame("assets")
    general = setting().totals.general_administration_kurus
    texts = [t("findings.open_outside")]
    if len(values):
        texts.append(t("findings.open_results", year=setting().year))
        texts.append(t("findings.open_cost"))
    if general:
        texts.append(t("findings.open_general", amount=writing.money(general)))
    blank = int(values["value"].isna().sum())
    if blank:
        texts.append(t("findings.open_values", count=writing.number(blank)))
    sizes = ["count", "area_m2", "indoor_area_m2", "open_area_m2", "capacity_persons"]
    sizeless = int(assets[sizes].isna().all(axis=1).sum())
    if sizeless:
        texts.append(t("findings.open_assets", count=writing.number(sizeless)))
    idle = [check_title(one.code, one.title) for one in checks() if one.compared == 0]
    if idle:
        texts.append(t("findings.open_checks", titles="; ".join(idle)))
    return texts
