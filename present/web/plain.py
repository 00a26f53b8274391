"""Pages without JavaScript: figures with their picture, and real ways to views, files and pages.

What stands here is in the page's shell within ``noscript``: readers whose browser runs no script
see it in a look of its own (``assets/plain.css``), and crawlers read it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from kbb_data.publishing import published
from kbb_data.schema import tables_of
from present.briefing.build import things
from present.briefing.html import pdf_address
from present.briefing.model import Topic
from present.figures.answers import COMPANION, FORMATS, PNG, SPEC, FigureAnswers
from present.figures.registry import ENTRIES, drawn, gallery, groups, lacking
from present.figures.request import DARK, THEME, Asked
from present.figures.setting import language_pairs
from present.kit import writing
from present.kit.brand import brand
from present.kit.figure import Figure
from present.kit.keep import keep
from present.kit.markup import Pieces, joined
from present.kit.setting import Addresses, Setting, in_language
from present.kit.text import either, language, t, using
from present.opendata import feed
from present.opendata.catalogue import address, archive_address
from present.opendata.formats import BY_ENDING
from present.opendata.listed import listed_files
from present.opendata.source import Edition
from present.picture.sizes import FRAMES, SIZE, Size
from present.site import links, pages
from present.site.links import Thing
from present.site.pages import Group, in_group
from present.topics import entries as topics
from present.web.programmes import opened
from present.web.shell import Pairs

_PIECES = Pieces("web/plain.jinja")

#: Where a square picture can be read better than a wide one.
_NARROW = "(max-width:40rem)"

_EMBED, _FIGURE = "/gomulu/", "/grafik/"
#: What the gallery's address calls a group of figures.
_GROUP = "grup"


@dataclass(frozen=True, slots=True)
class Way:
    """A link: what it is called, where it leads; ``is_own``: the name is the document's."""

    name: str
    address: str
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class TableWays:
    """A table's name, what one row is, how many it has (empty where nobody counts), its files."""

    name: str
    code: str
    rows: str
    files: tuple[Way, ...]


def figure(shown: Figure, asked: Asked) -> Markup:
    """A page's figure: its picture, its words, and the ways to its table and its files."""
    slug = asked.entry.slug
    files = [
        Way(_format(ending), asked.address(f"{_FIGURE}{slug}.{ending}"))
        for ending in FORMATS
        if ending != SPEC or shown.spec is not None
    ]

    def picture(**more: str) -> str:
        return asked.address(f"{_FIGURE}{slug}.{PNG}", **more)

    return _PIECES(
        "figure",
        figure=shown,
        embed=asked.address(_EMBED + slug),
        picture=picture(),
        others={
            f"(prefers-color-scheme:dark) and {_NARROW}": picture(
                **{SIZE: Size.SQUARE, THEME: DARK}
            ),
            "(prefers-color-scheme:dark)": picture(**{THEME: DARK}),
            _NARROW: picture(**{SIZE: Size.SQUARE}),
        },
        width=FRAMES[Size.WEB].width,
        files=files,
    )


def _format(ending: str) -> str:
    """What a format is called: as the pages call it where they have a name for it."""
    form = BY_ENDING.get(ending)
    if form is not None:
        return t(f"opendata.format_{form.key}")
    return {SPEC: "Vega-Lite", COMPANION: "CSVW"}.get(ending, ending.upper())


class WithoutScript:
    """What else a page without JavaScript leads to; where the database does not answer, pages."""

    def __init__(self, figures: FigureAnswers) -> None:
        self._figures = figures

    def head(self, path: str, language: str, pairs: Pairs, base: str) -> Markup:
        """Nothing: the look is the shell's."""
        return Markup()

    def words(self, path: str, language: str, pairs: Pairs) -> Markup:
        """The page's further figures, its views and files, and all pages."""
        edition = opened(self._figures.library, pairs)
        if edition is None:
            with using(language):
                own = Addresses(before=language_pairs())
                absent = {page.path for page in pages.PAGES if page.needs_figures}
                return _pages(own, absent)
        with using(language, edition.form):
            # As pages have it in the light scheme: what is drawn here is drawn for them too.
            own = Addresses(before=(*edition.parameters.items(), *language_pairs()))
            setting = replace(self._figures.setting(edition, False), addresses=own)
            counts = self._figures.library.counts(edition) if path == pages.DATA.path else {}
            return joined(
                _figures(setting, path, pairs),
                _things(setting, path),
                _briefings(setting) if path == pages.BRIEFINGS.path else Markup(),
                _files(edition, counts) if path == pages.DATA.path else Markup(),
                _pages(setting.addresses, lacking(setting)),
                _footer(edition),
            )


def _figures(setting: Setting, path: str, pairs: Pairs) -> Markup:
    """The figures that the page shows; in the gallery those of the chosen group, and the ways to
    the other groups."""
    if path != pages.GALLERY.path:
        own = tuple(dict.fromkeys(entry.group for entry in ENTRIES if entry.page == path))
        return _listed("web.plain_figures", _drawn(setting, path, own))
    every = groups(setting)
    chosen = dict(pairs).get(_GROUP, every[0])
    group = chosen if chosen in every else every[0]
    others = [
        Way(t(f"figures.group_{each}"), setting.addresses.link(path, ((_GROUP, each),)))
        for each in every
    ]
    shown = _PIECES(
        "listed", heading=t(f"figures.group_{group}"), ways=_drawn(setting, "", (group,))
    )
    return joined(_listed("figures.group_label", others), shown)


@keep(64)
def _drawn(setting: Setting, path: str, asked: tuple[str, ...]) -> list[Way]:
    """The figures of the groups as the gallery shows them, of a page or, with an empty path, of
    all: the way to each with its chart and its table."""
    return [
        Way(
            drawn(setting, entry.slug, choices).figure.title,
            setting.addresses.link(_EMBED + entry.slug, tuple(entry.query(choices).items())),
        )
        for group in asked
        for entry, choices in gallery(setting, group)
        if path in ("", entry.page)
    ]


def _things(setting: Setting, path: str) -> Markup:
    """The views of a page's aims, goals, indicators, units or districts."""
    return joined(
        *(
            _listed("web.plain_views", [Way(name, make(key), is_own=True) for key, name in own])
            for thing, own in _named(setting, path)
            for make in [links.maker(setting, thing)]
        )
    )


def _named(setting: Setting, path: str) -> Iterator[tuple[Thing, list[tuple[object, str]]]]:
    """What has views of its own on a page: keys and names."""
    if path in (pages.HOME.path, pages.TOPICS.path):
        yield (
            Thing.TOPIC,
            [
                (each.slug, f"{each.name}: {writing.money(each.amount_kurus)}")
                for each in topics.listed(setting)
            ],
        )
    if path == pages.AIMS.path:
        aims = setting.frame("aims")
        yield Thing.AIM, _numbered(aims["aim"], aims["name"])
    if path == pages.GOALS.path:
        goals = setting.frame("goals")
        yield Thing.GOAL, _numbered(goals["goal"], goals["statement"])
    if path == pages.INDICATORS.path:
        indicators = setting.frame("indicators")
        codes = zip(indicators["goal"], indicators["indicator"], strict=True)
        keys = [f"{goal}.{number}" for goal, number in codes]
        yield Thing.INDICATOR, _numbered(keys, indicators["name"])
    if path == pages.UNITS.path:
        yield Thing.UNIT, list(things(setting, Topic.UNIT).items())
    if path == pages.DISTRICTS.path:
        yield Thing.DISTRICT, list(things(setting, Topic.DISTRICT).items())


def _numbered(keys: Iterable[Any], names: Iterable[Any]) -> list[tuple[object, str]]:
    return [(key, f"{key}. {name}") for key, name in zip(keys, names, strict=True)]


def _briefings(setting: Setting) -> Markup:
    """The briefings as PDF."""
    return _listed(
        "web.plain_briefings",
        [
            Way(name, pdf_address(setting, kind, key), is_own=True)
            for kind in Topic
            for key, name in things(setting, kind).items()
        ],
    )


def _files(edition: Edition, counts: Mapping[str, int]) -> Markup:
    """The package and what describes it, every table in every format, the published versions."""
    whole = [
        Way(t("opendata.package_title"), archive_address("", edition)),
        Way(
            t("opendata.file_package"), address("", f"{pages.DATA.path}/datapackage.json", edition)
        ),
        Way(t("opendata.file_csvw"), address("", f"{pages.DATA.path}/csv-metadata.json", edition)),
        Way(t("opendata.file_dcat"), f"{pages.DATA.path}/catalog.jsonld"),
        Way(t("opendata.api_to_guide"), in_language("/api/v1/", language())),
        Way(t("opendata.api_to_openapi"), in_language("/api/v1/openapi.json", language())),
        *([Way(t("web.feed_link"), feed.path(None, language()))] if edition.date else []),
        Way(t("web.agents_link"), in_language("/llms.txt", language())),
    ]
    tables: dict[str, list[Way]] = {}
    names: dict[str, tuple[str, str]] = {}
    known = {table.name: table for table in tables_of(edition.form)}
    for file in listed_files(edition):
        ending = file.path.rpartition("/")[2].partition(".")[2]
        own = address("", f"{pages.DATA.path}/{file.path}", edition)
        tables.setdefault(file.of, []).append(Way(_format(ending), own))
        names[file.of] = (either(file.tr, file.en), file.row)
    versions = [
        Way(name, f"{pages.DATA.path}/{name}/kbb-{edition.year}.zip")
        for name in published.versions()
        if published.whose(name) == (edition.year, edition.institution)
    ]
    listed = [
        TableWays(
            names[of][0],
            of if of in known else "",
            t("opendata.rows_count", count=writing.number(counts[of])) if of in counts else "",
            tuple(files),
        )
        for of, files in tables.items()
    ]
    return joined(
        _listed("opendata.package_heading", whole),
        _PIECES("tables", tables=listed),
        _listed("opendata.versions_heading", versions),
    )


def _pages(addresses: Addresses, absent: Collection[str]) -> Markup:
    """The ways to all pages but the ``absent``, by their paths."""
    groups = [
        (
            group.value,
            [Way(page.title, addresses.link(page.path)) for page in in_group(group, absent)],
        )
        for group in Group
    ]
    home = Way(pages.HOME.title, addresses.link(pages.HOME.path))
    return _PIECES("pages", home=home, groups=groups)


def _footer(edition: Edition) -> Markup:
    """What the figures rest on."""
    return _PIECES(
        "footer",
        site=brand(edition.institution),
        source=edition.programme.source_title,
        version=edition.version,
    )


def _listed(heading: str, ways: list[Way]) -> Markup:
    """A list of ways under a heading, by its key; nothing where there is none."""
    return _PIECES("listed", heading=t(heading), ways=ways) if ways else Markup()
