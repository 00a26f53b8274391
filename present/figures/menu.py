"""The whole menu of a figure: its pictures, its data, its sentence, how to cite and embed it.

Plain links and text, so that it works without a script; a script of the page's makes the buttons
copy what stands beside them. ``share.py`` holds the few ways before it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup

from present.figures import framed
from present.figures.registry import BY_SLUG, drawn
from present.kit import draft, framing, writing
from present.kit.brand import brand
from present.kit.entry import Entry
from present.kit.figure import Figure
from present.kit.markup import Pieces, joined
from present.kit.setting import Setting
from present.kit.text import t
from present.opendata.formats import CSV, JSON, PEOPLE, XLSX
from present.picture.outlines import LETTERING, Lettering
from present.picture.sizes import FRAMES, HEADLINE, PHONE, Headline, Size
from present.site.pages import ABOUT

_PIECES = Pieces("figures/html.jinja")
#: What the address calls a search.
_SEARCH = "ara"
#: Pictures come with so many pixels a point, sharp on paper and on today's screens.
SCALE = 2


@dataclass(frozen=True, slots=True)
class Shared:
    """What a menu tells of one figure.

    ``query``: the parameters of its address; ``public``: the dashboard's own address without a
    slash at the end; ``site``: what it is called; ``address``: the path of the page's view with its
    parameters. ``scope``: its year and kind; ``short``: the sentence where few words have room.
    ``own``: the document's own words in title and sentence. ``wider``: the parameters that show all
    rows, where the figure shows some. ``has_version``: whether an address can hold
    the figure to one version of its data; one of several years can't. ``height``: of a frame that
    shows it on a phone, in pixels. ``framers``: the origins that may show it in a frame;
    ``contact``: where another one asks to be added.
    """

    slug: str
    query: Mapping[str, str]
    title: str
    sentence: str
    source: str
    version: str
    site: str
    rows: int
    address: str
    public: str
    scope: str = ""
    short: str = ""
    own: Sequence[str] = ()
    wider: Mapping[str, str] | None = None
    has_picture: bool = True
    has_version: bool = True
    height: int = framed.MOST
    framers: Sequence[str] = ()
    contact: str = ""


def taken(setting: Setting, name: str, choices: Any, public: str) -> Shared:
    """What is told of the registry's figure of that name under its choices, with the title of its
    own, which is true also where its page is not at hand.

    ``public``: the dashboard's own address. Raises ``KeyError`` for an unknown name.
    """
    entry, figure = BY_SLUG[name], drawn(setting, name, choices).figure
    query = {**dict(setting.addresses.before), **entry.query(choices)}
    return Shared(
        slug=name,
        query=query,
        title=draft.titled(figure.title, setting.is_draft),
        scope=figure.subtitle,
        sentence=draft.told(
            " ".join((figure.sentence, *(note.text for note in figure.notes))),
            setting.is_draft,
        ),
        short=draft.told(short(figure), setting.is_draft),
        source=figure.source,
        version=_version(setting, entry),
        site=brand(setting.institution),
        rows=len(figure.table),
        address=setting.link(entry.page, choices),
        public=public,
        own=(*figure.own, *(word for note in figure.notes for word in note.own)),
        wider=_wider(query),
        has_version=not entry.of_years,
        height=framed.about(figure),
        framers=framing.ancestors(),
        contact=setting.link(ABOUT.path) + "#iletisim",
    )


def short(figure: Figure) -> str:
    """The sentence with what is fixed to it, and how many findings touch it."""
    fixed = [note.text for note in figure.notes if note.is_fixed]
    others = sum(not note.is_fixed for note in figure.notes)
    found = [t("figures.notes_many", count=writing.number(others)) + "."] if others else []
    return " ".join((figure.sentence, *fixed, *found))


def _version(setting: Setting, entry: Entry) -> str:
    """The version of the data; of a figure of several years all of theirs."""
    if not entry.of_years:
        return setting.version
    return ", ".join(own.version for own in setting.years)


def _wider(query: Mapping[str, str]) -> dict[str, str] | None:
    """The parameters without a search; nothing where there is none."""
    if _SEARCH not in query:
        return None
    return {name: value for name, value in query.items() if name != _SEARCH}


def menu_html(shared: Shared) -> Markup:
    """All that can be taken of the figure, in groups."""
    groups = [
        *([("pictures", _pictures(shared))] if shared.has_picture else []),
        ("data", _data(shared)),
        ("words", _words(shared)),
        ("address", _copied("", code=shared.public + shared.address)),
    ]
    return _PIECES("menu", groups=groups)


def embed_code(shared: Shared, *, is_fixed: bool) -> str:
    """The HTML that shows the figure on another site, and the few words of script that make the
    frame as high as it needs; a fixed one keeps this version for good.

    A text to be copied, not a piece of a page.
    """
    query = {**shared.query, **({"surum": shared.version} if is_fixed else {})}
    address = f"{shared.public}/gomulu/{shared.slug}" + (f"?{urlencode(query)}" if query else "")
    return str(_PIECES("embed", address=address, title=shared.title, height=shared.height))


def picture_code(shared: Shared) -> str:
    """The HTML that shows the figure's picture on another site and leads to its page: where frames
    are not allowed. A text to be copied, as the other."""
    picture = file_address(shared, "png", shared.query, boyut=Size.WEB.value, olcek=str(SCALE))
    return str(
        _PIECES(
            "picture",
            page=shared.public + shared.address,
            address=shared.public + picture,
            words=shared.sentence,
            width=FRAMES[Size.WEB].width,
        )
    )


def file_address(shared: Shared, ending: str, query: Mapping[str, str], **more: str) -> str:
    """The path of a figure's file under those parameters."""
    parameters = {**query, **more}
    path = f"/grafik/{shared.slug}.{ending}"
    return path + (f"?{urlencode(parameters)}" if parameters else "")


def picture_address(shared: Shared, size: Size, **more: str) -> str:
    """The path of a figure's picture in a size: as many pixels as its name says on a telephone, and
    twice as many where it is looked at from near."""
    frame = FRAMES[size]
    sharp = {"olcek": str(SCALE)} if frame.seen > PHONE and frame.dots == 1 else {}
    return file_address(shared, "png", shared.query, boyut=size.value, **sharp, **more)


def _pictures(shared: Shared) -> Markup:
    said = {HEADLINE: Headline.SENTENCE.value}
    pictures = [
        (
            t(f"figures.size_{size}", width=FRAMES[size].width, height=FRAMES[size].height or ""),
            picture_address(shared, size),
            picture_address(shared, size, **said),
        )
        for size in Size
    ]
    sheet = file_address(shared, "pdf", shared.query)
    pictures.append((t("figures.pdf"), sheet, file_address(shared, "pdf", shared.query, **said)))
    written = {LETTERING: Lettering.WRITTEN.value}
    drawings = [
        (t("figures.svg"), file_address(shared, "svg", shared.query)),
        (t("figures.svg_text"), file_address(shared, "svg", shared.query, **written)),
    ]
    return _PIECES("pictures", pictures=pictures) + _PIECES("links", links=drawings)


def _data(shared: Shared) -> Markup:
    return _PIECES(
        "data",
        shown=t("figures.rows", count=writing.number(shared.rows)),
        files=_files(shared, shared.query),
        wider=Markup() if shared.wider is None else _files(shared, shared.wider),
    )


def _files(shared: Shared, query: Mapping[str, str]) -> Markup:
    links = [
        (t(f"opendata.format_{form.key}"), file_address(shared, form.ending, query))
        for form in (PEOPLE, XLSX, CSV, JSON)
    ]
    return _PIECES("links", links=links)


def _words(shared: Shared) -> Markup:
    short = t("figures.cite_short", source=shared.source, version=shared.version)
    long = t(
        "figures.cite_long",
        title=shared.title,
        source=shared.source,
        site=shared.site,
        version=shared.version,
    )
    return joined(
        _copied(shared.sentence, own=shared.own),
        _copied(short),
        _copied(long, own=shared.own, code=shared.public + shared.address),
    )


def embeds(shared: Shared) -> Markup:
    """What other sites paste to show the figure, and whom that is for."""
    codes = {
        name: embed_code(shared, is_fixed=name == "fixed")
        for name in (("following", "fixed") if shared.has_version else ("following",))
    }
    if shared.has_picture:
        codes["picture"] = picture_code(shared)
    return _PIECES(
        "embeds",
        codes=[(name, _copied("", code=code)) for name, code in codes.items()],
        framers=_framers(shared.framers),
        contact="" if framing.is_open(shared.framers) else shared.contact,
    )


def _framers(origins: Sequence[str]) -> str:
    """Who may show the frame, as a sentence."""
    if framing.is_open(origins):
        return t("figures.embed_anyone")
    if not origins:
        return t("figures.embed_nobody")
    sites = ", ".join(origin.removeprefix("https://") for origin in origins)
    return t("figures.embed_who", sites=sites)


def _copied(text: str, *, own: Sequence[str] = (), code: str = "") -> Markup:
    """A text, an address or code after it, and the button that copies both; a click on them
    selects all. ``own``: the document's own words in the text."""
    return _PIECES("copied", text=text, own=own, code=code)
