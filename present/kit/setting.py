"""What a figure, an embed or a briefing is made from: one programme, in one language and scheme."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Protocol
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import pandas as pd

from kbb_data import geo, turkish
from kbb_data.geo import Place
from kbb_data.schema import PROGRAMME_BUDGET, STRATEGIC_PLAN
from present.kit import address, draft, writing
from present.kit.keep import keep
from present.kit.text import TURKISH, either, t

#: What an address calls the language.
LANGUAGE = "lang"

Pairs = tuple[tuple[str, str], ...]


def document(institution: str, year: int, section: str, *, is_draft: bool = False) -> str:
    """The document with the place in it (``tablo 2.5``), as figures name their source."""
    named = t("common.source_document", institution=institution, year=year, section=section)
    return draft.titled(named, is_draft)


@dataclass(frozen=True, slots=True)
class Background:
    """What every figure of a programme needs beside its numbers.

    ``people``: residents to divide by, and ``counted`` who counted them and when; ``None`` and
    empty where nobody did. ``is_draft``: the data are not published, and the source says so.
    """

    institution: str
    year: int
    people: int | None
    is_dark: bool
    counted: str = ""
    is_draft: bool = False

    def source(self, section: str) -> str:
        """The document with the place in it (``tablo 2.5``), as figures name their source."""
        return document(self.institution, self.year, section, is_draft=self.is_draft)


class Totals(Protocol):
    """A programme's printed totals, in kuruş; ``None`` where it states none."""

    @property
    def total_kurus(self) -> int | None:
        """The whole programme."""

    @property
    def general_administration_kurus(self) -> int | None:
        """What stands beside the aims."""

    @property
    def goals_total_kurus(self) -> int | None:
        """The performance goals' total."""

    @property
    def budget_kurus(self) -> int | None:
        """What the municipality's own budget gives."""

    @property
    def off_budget_kurus(self) -> int | None:
        """What off-budget resources give."""

    @property
    def transfers_kurus(self) -> int | None:
        """What is handed on to other administrations."""


class Answers(Protocol):
    """One programme's data: the answers to the questions of ``db.queries``.

    Hashable, and equal to another one only where both give the same answers for good.
    """

    def answer(self, question: str) -> Any:
        """What ``db.queries.<question>`` says; cheap, since it is kept, and not to be changed."""

    def __hash__(self) -> int:
        """Of what the answers hang on."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """How addresses of the dashboard are made for a visit or a route.

    ``base`` is the dashboard's own address without a slash at the end, empty for paths alone;
    ``before`` and ``after`` the parameters that stand around a page's own: programme, language,
    frame.
    """

    base: str = ""
    before: Pairs = ()
    after: Pairs = ()

    def link(self, path: str, parameters: Pairs = ()) -> str:
        """The address of a path with parameters."""
        own = {**dict(self.before), **dict(parameters), **dict(self.after)}
        return self.base + path + (f"?{urlencode(own)}" if own else "")


def in_language(address: str, language: str) -> str:
    """The same address in a language: the parameter last, and none for the usual one."""
    parts = urlsplit(address)
    pairs = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] != LANGUAGE]
    if language != TURKISH:
        pairs.append((LANGUAGE, language))
    return urlunsplit(parts._replace(query=urlencode(pairs)))


@dataclass(frozen=True, slots=True)
class ProgrammeYear:
    """One year's programme of an institution, with what an address says to mean it."""

    year: int
    form: str
    dataset_sha256: str
    version: str
    data: Answers
    parameters: Pairs = ()
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """One programme as a page or a route looks at it.

    All fields together are the key under which what is made of it is kept (``present.kit.keep``).
    ``institution`` is the name as printed; ``data`` gives the programme's answers; ``is_draft``:
    they are not published yet; ``form`` is the document's statutory form; ``years`` are all the
    institution's programmes, oldest first, this one among them (empty where nobody asked).
    """

    year: int
    institution: str
    dataset_sha256: str
    version: str
    is_dark: bool
    language: str
    addresses: Addresses
    data: Answers
    is_draft: bool = False
    form: str = STRATEGIC_PLAN
    years: tuple[ProgrammeYear, ...] = ()

    @property
    def is_one_of_several(self) -> bool:
        """Whether the institution has programmes of other years, so that what is made of this one
        says of which year it is."""
        return len(self.years) > 1

    def at(self, year: int) -> Setting:
        """The same look at another year's programme: language, scheme, and links that stay there.

        Raises ``KeyError`` where the institution has no programme of that year.
        """
        if year == self.year:
            return self
        for other in self.years:
            if other.year == year:
                return self._at(other)
        raise KeyError(f"{self.institution} has no programme of {year}")

    def _at(self, other: ProgrammeYear) -> Setting:
        own = next((each.parameters for each in self.years if each.year == self.year), ())
        kept = tuple(pair for pair in self.addresses.before if pair not in own)
        return replace(
            self,
            year=other.year,
            dataset_sha256=other.dataset_sha256,
            version=other.version,
            addresses=replace(self.addresses, before=(*other.parameters, *kept)),
            data=other.data,
            is_draft=other.is_draft,
            form=other.form,
        )

    @property
    def name(self) -> str:
        """The institution's name as it is written within a sentence."""
        return turkish.title(self.institution)

    @property
    def is_programme_budget(self) -> bool:
        """Whether the document has programmes and sub-programmes instead of aims and goals."""
        return self.form == PROGRAMME_BUDGET

    @property
    def place(self) -> Place | None:
        """Who lives where; ``None`` where nobody knows."""
        return geo.place(self.institution)

    @property
    def background(self) -> Background:
        """What the figures of money need beside their numbers."""
        place = self.place
        if place is None:
            return Background(self.name, self.year, None, self.is_dark, is_draft=self.is_draft)
        population = place.population
        counted = t(
            "common.counted",
            source=either(population.source, population.source_en),
            date=writing.date(population.date),
        )
        return Background(
            self.name, self.year, place.residents, self.is_dark, counted, self.is_draft
        )

    def source(self, section: str) -> str:
        """Where figures stand: the institution's programme of the year, and the section of it."""
        return self.background.source(section)

    @property
    def lines(self) -> pd.DataFrame:
        """The budget lines: activity by economic code or source of funds."""
        return self.frame("budget_lines")

    @property
    def totals(self) -> Totals:
        """The programme's printed totals; where a programme budget prints none, those of its
        activities (``are_totals_added``)."""
        printed: Totals = self.data.answer("totals")
        return _added(self.lines) if self.are_totals_added else printed

    @property
    def are_totals_added(self) -> bool:
        """Whether the document prints no total of the whole, so that ours is the activities'."""
        return self.is_programme_budget and self.data.answer("totals").total_kurus is None

    @property
    def bare(self) -> Setting:
        """The same data for what has no words, colours or addresses, so that it is made once for
        all visits."""
        return replace(self, is_dark=False, language=TURKISH, addresses=Addresses())

    def frame(self, question: str) -> pd.DataFrame:
        """The DataFrame that ``db.queries.<question>`` gives; shared, and not to be changed.

        Short names (``aim_short``, of ``aims`` itself ``short_name``; ``goal_short``,
        ``activity_short``) are in the setting's language where the programme has them; all else is
        the document's own.
        """
        if self.language == TURKISH:
            frame: pd.DataFrame = self.data.answer(question)
            return frame
        return _localised(replace(self, is_dark=False, addresses=Addresses()), question)

    def link(self, path: str, choices: Any = None) -> str:
        """The dashboard's address of a path (``/butce``) with choices (a room's dataclass), or with
        none."""
        return self.addresses.link(path, tuple(address.query(choices).items()) if choices else ())


@dataclass(frozen=True, slots=True)
class Added:
    """Totals that are added up from the budget lines, because the document prints none."""

    budget_kurus: int | None
    off_budget_kurus: int | None
    total_kurus: int | None
    general_administration_kurus: None = None
    transfers_kurus: None = None

    @property
    def goals_total_kurus(self) -> int | None:
        """All money is that of activities."""
        return self.total_kurus


def _added(lines: pd.DataFrame) -> Added:
    def total(fund: str) -> int | None:
        amounts = lines.loc[lines["fund"] == fund, "amount_kurus"].dropna()
        return int(amounts.sum()) if len(amounts) else None

    budget, off_budget = total("budget"), total("off_budget")
    stated = [amount for amount in (budget, off_budget) if amount is not None]
    return Added(budget, off_budget, sum(stated) if stated else None)


#: What has short names in both languages, by its key: the question that answers with them, and the
#: columns that stand where it has none in English, else the Turkish short name. Those of goals and
#: activities are the document's own words in full, which a page marks as Turkish.
_NAMED = {
    "aim": ("aims", ()),
    "goal": ("goals", ("goal_statement", "statement")),
    "activity": ("activities", ("activity_name", "name")),
}


@keep(128)
def _localised(setting: Setting, question: str) -> pd.DataFrame:
    frame: pd.DataFrame = setting.data.answer(question)
    for key, (table, otherwise) in _NAMED.items():
        short = "short_name" if question == "aims" else f"{key}_short"
        if key not in frame.columns or short not in frame.columns:
            continue
        full = next((name for name in otherwise if name in frame.columns), short)
        things: pd.DataFrame = setting.data.answer(table)
        english = dict(zip(things[key], things["short_name_en"], strict=True))
        names = frame[key].map(english).astype("object")
        frame = frame.assign(**{short: names.where(names.notna(), frame[full])})
    return frame
