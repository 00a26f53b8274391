"""Answers to questions that no single thing answers: who, how much altogether, where most goes, how
many; and that something is in no programme of this kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from kbb_data.everyday import Meaning
from kbb_data.search_words import folded_words, stems
from present.budget.choices import BudgetChoices
from present.council import entries as council
from present.execution import entries as execution
from present.kit import writing
from present.kit.keep import keep
from present.kit.setting import Setting
from present.kit.text import t
from present.kit.writing import per_head_text, share_text
from present.places.choices import MapChoices
from present.places.kinds import KIND_BY_NAME
from present.places.model import facilities
from present.search import amounts
from present.search.answers import Answer, answer
from present.search.names import short_names
from present.search.ways import asset_address
from present.site import links, pages
from present.site.links import Thing


@dataclass(frozen=True, slots=True)
class Lead:
    """The plain answer above the results: what it is about, the answer, and where more stands
    (empty for nowhere). ``is_ours``: the title is ours, not the document's."""

    title: str
    answer: Answer
    href: str = ""
    is_ours: bool = True


def lead(setting: Setting, question: str) -> Lead | None:
    """The answer to a question by its name in ``kbb_data/everyday.toml``; ``None`` where the
    programme does not hold it."""
    tell = _TOLD.get(question)
    return _lead(setting, question) if tell is not None else None


@keep(256)
def _lead(setting: Setting, question: str) -> Lead | None:
    return _TOLD[question](setting)


def absent(setting: Setting, name: str, *, is_alone: bool) -> Lead:
    """That something is not in the programme, in plain words; ``name`` as the everyday words have
    it. ``is_alone``: nothing that comes near to it follows."""
    key = "search.absent_alone" if is_alone else "search.absent_said"
    return Lead(t(f"search.absent_{name}"), Answer(said=t(key, year=setting.year)))


def counted(setting: Setting, meaning: Meaning) -> Lead | None:
    """How many there are of what everyday words mean; ``None`` where nothing of it can be counted
    or nothing is there."""
    assets = setting.frame("assets")
    if not meaning.asset_kind or assets.empty:
        return None
    own = assets[(assets["kind"] == meaning.asset_kind) & assets["summary_of"].isna()]
    if meaning.asset_name:
        wanted = set(stems(folded_words(meaning.asset_name)))
        own = own[[wanted <= set(stems(folded_words(name))) for name in own["name"]]]
    if own.empty:
        return None
    kind = KIND_BY_NAME.get(meaning.asset_kind)
    if kind is not None:
        rows = facilities(own)
        number = int(rows["facilities"].sum())
        districts = len(set(rows["district"].dropna()))
        title = t(f"places.kind_{kind.name}")
        said = t("search.count_facilities", year=setting.year, count=districts)
        strong = t("search.count_of", count=writing.number(number))
        if not districts:
            return Lead(title, Answer(strong, t("search.count_assets", year=setting.year)))
        href = setting.link(pages.MAP.path, MapChoices(None, (kind.code,)))
        return Lead(title, Answer(strong, said), href)
    if not own["count"].notna().all():
        return None
    number = int(own["count"].sum())
    first = own.iloc[0]
    return Lead(
        str(first["name"]) if meaning.asset_name else str(first["category"]),
        Answer(
            t("places.size_count", count=writing.number(number)),
            t("search.count_assets", year=setting.year),
        ),
        asset_address(setting, str(first["asset"])),
        is_ours=False,
    )


def _mayor(setting: Setting) -> Lead | None:
    body = council.record(setting)
    mayor = next((each for each in body.members if not each.district), None)
    if mayor is None:
        return None
    told = answer(setting, "council_member", str(mayor.position))
    href = links.to(setting, Thing.MEMBER, mayor.position)
    return Lead(mayor.name, told, href, is_ours=False)


def _council(setting: Setting) -> Lead | None:
    body = council.record(setting)
    if not body.members:
        return None
    parties = ", ".join(
        t("search.council_party", party=party.name or t("council.no_party"), count=party.members)
        for party in body.parties
    )
    strong = t("search.council_members", count=writing.number(len(body.members)))
    title = t("search.lead_council", year=setting.year)
    return Lead(title, Answer(strong, parties), setting.link(pages.COUNCIL.path))


def _total(setting: Setting) -> Lead | None:
    whole = amounts.amounts(setting).whole_kurus
    if not whole:
        return None
    said = t("search.lead_total_said", year=setting.year, money=writing.money(whole))
    title = t("search.lead_total", year=setting.year)
    return Lead(title, Answer(writing.money_short(whole), said), setting.link(pages.BUDGET.path))


def _per_head(setting: Setting) -> Lead | None:
    whole, background = amounts.amounts(setting).whole_kurus, setting.background
    if not whole or not background.people:
        return None
    said = t(
        "search.lead_per_head_said",
        year=setting.year,
        money=writing.money_short(whole),
        people=writing.number(background.people),
        counted=background.counted,
    )
    strong = per_head_text(whole, background.people)
    return Lead(t("search.lead_per_head"), Answer(strong, said), setting.link(pages.HOME.path))


def _largest(setting: Setting) -> Lead | None:
    """The topic that gets most, the aim where nobody judged topics; and the activity that does."""
    kind = amounts.TOPIC if amounts.largest(setting, amounts.TOPIC) else "aim"
    top, activity = (amounts.largest(setting, each) for each in (kind, "activity"))
    if top is None or activity is None:
        return None
    names, known = short_names(setting), amounts.amounts(setting)
    said = t(
        f"search.largest_{kind}",
        year=setting.year,
        share=share_text(known.share(top[1])),
        money=writing.money(top[1]),
        activity=writing.unstopped(names["activity", activity[0]]),
        activity_money=writing.money_short(activity[1]),
    )
    return Lead(
        t("search.lead_largest", name=names[kind, top[0]]),
        Answer(writing.money_short(top[1]), said, *amounts.left_out(setting, kind, top[0])),
        setting.link((pages.TOPICS if kind == amounts.TOPIC else pages.BUDGET).path),
    )


def _staff(setting: Setting) -> Lead | None:
    staff = setting.frame("staff")
    if staff.empty or staff["total"].isna().any():
        return None
    parts = ", ".join(
        f"{status} {writing.number(int(total))}"
        for status, total in zip(staff["status"], staff["total"], strict=True)
    )
    number = writing.number(int(staff["total"].sum()))
    return Lead(
        t("search.lead_staff", year=setting.year),
        Answer(t("search.lead_staff_people", count=number), parts),
        f"{setting.link(pages.RESOURCES.path)}#personel",
    )


def _debt(setting: Setting) -> Lead | None:
    """The programme plans interest and lending; how much is owed it doesn't say."""
    interest = answer(setting, "economic_code", "04")
    if not interest.strong:
        return None
    return Lead(
        t("search.lead_debt"),
        replace(interest, said=f"{t('search.lead_debt_said')} {interest.said}"),
        setting.link(pages.BUDGET.path, BudgetChoices(code="04")),
    )


def _population(setting: Setting) -> Lead | None:
    background = setting.background
    if not background.people:
        return None
    said = t("search.lead_population_said", counted=background.counted)
    strong = t("search.district_residents", count=writing.number(background.people))
    href = setting.link(pages.DISTRICTS.path)
    return Lead(t("search.lead_population", name=setting.name), Answer(strong, said), href)


def _revenue(setting: Setting) -> Lead | None:
    return None if execution.is_there(setting) else Lead(t("search.absent_revenue"), Answer())


_TOLD: dict[str, Callable[[Setting], Lead | None]] = {
    "mayor": _mayor,
    "council": _council,
    "total": _total,
    "per_head": _per_head,
    "largest": _largest,
    "staff": _staff,
    "debt": _debt,
    "population": _population,
    "revenue": _revenue,
}
