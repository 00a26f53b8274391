"""The menu beside a figure: its pictures, its data, its sentence, how to cite and embed it.

Plain links and text, so that it works without a script; a script of the page's makes the buttons
copy what stands beside them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

from present.kit import writing
from present.kit.text import marked, t
from present.picture.frame import FRAMES, Size

#: Pictures come with so many pixels a point, sharp on paper and on today's screens.
_SCALE = 2


@dataclass(frozen=True, slots=True)
class Shared:
    """What a menu tells of one figure.

    ``query``: the parameters of its address; ``public``: the dashboard's own address without a
    slash at the end; ``address``: the path of the page's view with its parameters. ``own``: the
    document's own words in title and sentence. ``wider``: the parameters that show all rows, where
    the figure shows some.
    """

    slug: str
    query: Mapping[str, str]
    title: str
    sentence: str
    source: str
    version: str
    rows: int
    address: str
    public: str
    own: Sequence[str] = ()
    wider: Mapping[str, str] | None = None
    has_picture: bool = True


def menu_html(shared: Shared) -> str:
    """The menu, shut until somebody opens it."""
    parts = [
        *([_group("pictures", _pictures(shared))] if shared.has_picture else []),
        _group("data", _data(shared)),
        _group("words", _words(shared)),
        _group("embed", _embeds(shared)),
        _group("address", _copied("", code=shared.public + shared.address)),
    ]
    return (
        f'<details class="kbb-share"><summary>{escape(t("figures.menu"))}</summary>'
        f'<div class="kbb-share-body">{"".join(parts)}</div></details>'
    )


def embed_code(shared: Shared, *, is_fixed: bool) -> str:
    """The HTML that shows the figure on another site; a fixed one keeps this version for good."""
    query = {**shared.query, **({"surum": shared.version} if is_fixed else {})}
    address = f"{shared.public}/gomulu/{shared.slug}" + (f"?{urlencode(query)}" if query else "")
    return (
        f'<iframe src="{escape(address, quote=True)}" title="{escape(shared.title, quote=True)}" '
        f'width="100%" height="520" style="border:0" loading="lazy"></iframe>'
    )


def _address(shared: Shared, ending: str, query: Mapping[str, str], **more: str) -> str:
    parameters = {**query, **more}
    path = f"/grafik/{shared.slug}.{ending}"
    return path + (f"?{urlencode(parameters)}" if parameters else "")


def _group(name: str, content: str) -> str:
    title = escape(t(f"figures.menu_{name}"))
    return f'<section><p class="kbb-share-name">{title}</p>{content}</section>'


def _links(links: Sequence[tuple[str, str]]) -> str:
    items = "".join(
        f'<li><a href="{escape(address, quote=True)}" target="_blank" rel="noopener" '
        f"download>{escape(text)}</a></li>"
        for text, address in links
    )
    return f"<ul>{items}</ul>"


def _pictures(shared: Shared) -> str:
    links = []
    for size in Size:
        frame = FRAMES[size]
        if size is Size.PRINT:
            words = t("figures.size_baski")
        elif frame.height is None:
            words = t(f"figures.size_{size}", width=frame.width)
        else:
            words = t(f"figures.size_{size}", width=frame.width, height=frame.height)
        links.append(
            (
                words,
                _address(shared, "png", shared.query, boyut=size.value, olcek=str(_SCALE)),
            )
        )
    links.append((t("figures.svg"), _address(shared, "svg", shared.query)))
    return _links(links)


def _data(shared: Shared) -> str:
    count = t("figures.rows", count=writing.number(shared.rows))
    found = f"<p>{escape(count)}</p>" + _links(_files(shared, shared.query))
    if shared.wider is not None:
        found += f"<p>{escape(t('figures.rows_all'))}</p>" + _links(_files(shared, shared.wider))
    return found


def _files(shared: Shared, query: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(name.upper(), _address(shared, name, query)) for name in ("csv", "xlsx", "json")]


def _words(shared: Shared) -> str:
    short = t("figures.cite_short", source=shared.source, version=shared.version)
    long = t(
        "figures.cite_long",
        title=shared.title,
        source=shared.source,
        site=t("common.site_name"),
        version=shared.version,
    )
    return (
        _copied(shared.sentence, own=shared.own)
        + _copied(short)
        + _copied(long, own=shared.own, code=shared.public + shared.address)
    )


def _embeds(shared: Shared) -> str:
    return "".join(
        f"<p>{escape(t(f'figures.embed_{name}'))}</p>"
        + _copied("", code=embed_code(shared, is_fixed=name == "fixed"))
        for name in ("following", "fixed")
    )


def _copied(text: str, *, own: Sequence[str] = (), code: str = "") -> str:
    """A text, an address or code after it, and the button that copies both; a click on them
    selects all. ``own``: the document's own words in the text."""
    whole = f"{text} {code}".strip()
    words = str(marked(text, own)) + (f" <code>{escape(code)}</code>" if code else "")
    return (
        f'<p class="kbb-copied"><span>{words.strip()}</span>'
        f'<button type="button" data-kbb-copy="{escape(whole, quote=True)}" '
        f'data-kbb-done="{escape(t("figures.copied"), quote=True)}">'
        f"{escape(t('figures.copy'))}</button></p>"
    )
