"""A figure as a small page of its own, for other sites to show in a frame.

Chart, sentence and table are in the HTML: without a script all of it can be read. Colours of both
schemes stand in it where the reader's own decides.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from present.figures.request import AUTO, DARK, LIGHT
from present.kit import theme
from present.kit.figure import Figure
from present.kit.markup import Pieces, joined
from present.kit.tables import folded, html_table
from present.kit.text import t

_PIECES = Pieces("web/embed_page.jinja")

#: Widths in pixels at which a chart is drawn; the wider one is shown from ``_WIDE_FROM`` on.
WIDTHS = (330, 800)
_WIDE_FROM = 660

_COLOUR = re.compile(r"(#[0-9A-Fa-f]{6}\b)")

#: The names of a drawing, and those that Vega gives to what it clips or fills with.
_ID = re.compile(r'\bid="([^"]+)"')
_NAMED = re.compile(r"\b(?:clip|gradient_)\d+\b|\bview_[0-9a-f]+(?=_)")

_STYLE = """
*{box-sizing:border-box}
html{font:16px/1.5 'KBB Sans','Source Sans 3','Source Sans Pro','Noto Sans',system-ui,sans-serif}
body{margin:0;padding:12px 14px;background:var(--ground);color:var(--ink)}
h1{font-size:1.15rem;font-weight:600;line-height:1.25;margin:0}
p{margin:.35rem 0}
.q,.s{color:var(--quiet);font-size:.9rem}
svg{display:block;max-width:100%;height:auto;overflow:visible;font-family:inherit}
.w{display:none}
.d{margin:-12px -14px 12px;padding:4px 14px;color:var(--ground);background:var(--tick)}
.d{font-weight:600;print-color-adjust:exact}
a{color:var(--link)}
summary{cursor:pointer;min-height:24px}
.kbb-table{overflow:auto}
table{border-collapse:collapse;width:100%;font-size:.9rem}
caption{text-align:start;color:var(--quiet)}
th,td{text-align:start;padding:.25rem .5rem;border-bottom:1px solid var(--line);vertical-align:top}
.kbb-number{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}
ul{margin:.35rem 0;padding-inline-start:1.4rem}
.v{padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1.1rem}
li{min-height:1.75rem}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
"""


@dataclass(frozen=True, slots=True)
class Embed:
    """What the page is made from beside its figure.

    ``charts``: SVG elements by (width, is dark), or one for each scheme under width 0; none where
    there is nothing to draw. ``page``: the address that shows the figure; ``home``: what
    stands before the addresses that the figure's notes lead to; ``script`` and ``fonts`` (by
    weight) are addresses; ``head``: further elements for the page's head; ``mark`` stands above
    all where the data are a draft.
    """

    charts: dict[tuple[int, bool], str]
    theme: str
    language: str
    page: str
    home: str
    script: str
    fonts: Mapping[int, str]
    version: str
    head: Markup
    mark: str = ""


def embed_html(figure: Figure, embed: Embed) -> Markup:
    """The whole page."""
    charts, colours = _drawings(embed)
    table = folded(
        t("common.table_label", title=figure.title),
        html_table(
            figure.table,
            # Links lead within the dashboard, which a frame is no place for.
            [replace(column, link=None) for column in figure.columns],
            t("common.table_show", title=figure.title),
            own=figure.own,
        ),
        own=figure.own,
    )
    return _PIECES(
        "page",
        figure=figure,
        embed=embed,
        style=style(embed.theme, embed.fonts, colours),
        charts=charts,
        table=table,
    )


def style(theme: str, fonts: Mapping[int, str], colours: Sequence[tuple[str, str]] = ()) -> Markup:
    """The style of an embed in a scheme; ``colours`` are pairs that its drawings name."""
    return Markup(_faces(fonts) + _scheme(theme, colours) + _STYLE + _wide())


def frame_html(address: str, page: str, width: int, height: int, title: str) -> Markup:
    """What another site shows: a link to ``page``, which WordPress takes away once the frame tells
    its height and others show above it, and the page at ``address`` in a frame; sizes in pixels."""
    return _PIECES("frame", address=address, page=page, width=width, height=height, title=title)


def _faces(fonts: Mapping[int, str]) -> str:
    return "".join(
        f"@font-face{{font-family:'KBB Sans';font-weight:{weight};font-display:swap;"
        f"src:url({address})format('woff2')}}"
        for weight, address in fonts.items()
    )


def _wide() -> str:
    return f"@media(min-width:{_WIDE_FROM}px){{.n{{display:none}}.w{{display:block}}}}"


def _drawings(embed: Embed) -> tuple[Markup, list[tuple[str, str]]]:
    """The charts of every width, and the pairs of colours that they name."""
    colours: list[tuple[str, str]] = []
    widths = sorted({width for width, _ in embed.charts})
    charts = []
    for place, width in enumerate(widths):
        light, dark = (
            _named_apart(embed.charts[width, is_dark], width)
            if (width, is_dark) in embed.charts
            else None
            for is_dark in (False, True)
        )
        kind = "" if len(widths) == 1 else "n" if place == 0 else "w"
        if light is not None and dark is not None:
            element = merged(light, dark, colours)
        else:
            element = _bare(light or dark or "")
        # The renderer has escaped what is written in it.
        charts.append(_PIECES("chart", svg=Markup(element), kind=kind))
    return joined(*charts), colours


def merged(light: str, dark: str, colours: list[tuple[str, str]]) -> str:
    """One drawing for both schemes, whose colours are variables; ``colours`` gains their pairs.

    Two drawings that differ in more than colours stay the light one.
    """
    ours, theirs = _COLOUR.split(_bare(light)), _COLOUR.split(_bare(dark))
    if ours[::2] != theirs[::2]:
        return _bare(light)
    pieces = []
    for place, piece in enumerate(ours):
        if place % 2 == 0:
            pieces.append(piece)
            continue
        pair = (piece, theirs[place])
        if pair not in colours:
            colours.append(pair)
        pieces.append(f"var(--c{colours.index(pair)})")
    return "".join(pieces)


def _named_apart(svg: str, width: int) -> str:
    """The element with names of its own, the same in every scheme: a drawing's names count on
    from the one that its worker drew before."""
    names: dict[str, str] = {}

    def name(match: re.Match[str]) -> str:
        return names.setdefault(match[0], f"k{width}-{len(names)}")

    svg = _NAMED.sub(name, svg)
    others = sorted(set(_ID.findall(svg)) - set(names.values()))
    if not others:
        return svg
    return re.sub(rf"""(?<=["#\s])(?:{"|".join(map(re.escape, others))})(?=["\s)])""", name, svg)


def _bare(svg: str) -> str:
    """The element alone, its size left to the page: the view box gives the ratio."""
    start = svg.index("<svg")
    return (
        svg[start:]
        .replace('xmlns="http://www.w3.org/2000/svg"', "", 1)
        .replace('xmlns:xlink="http://www.w3.org/1999/xlink"', "", 1)
    )


def _scheme(chosen: str, colours: Sequence[tuple[str, str]]) -> str:
    """The variables of the scheme, and of the other where the reader decides."""
    light = _variables(theme.palette(False), [pair[0] for pair in colours])
    dark = _variables(theme.palette(True), [pair[1] for pair in colours])
    return (
        f":root{{color-scheme:light;{light}}}"
        f'[data-tema="{DARK}"]{{color-scheme:dark;{dark}}}'
        f"@media(prefers-color-scheme:dark){{"
        f'[data-tema="{AUTO}"]{{color-scheme:dark;{dark}}}}}'
        if chosen != LIGHT or colours
        else f":root{{color-scheme:light;{light}}}"
    )


def _variables(palette: theme.Palette, colours: Sequence[str]) -> str:
    named = {
        "ground": palette.ground,
        "ink": palette.ink,
        "quiet": palette.quiet,
        "line": palette.line,
        "link": palette.accent,
        "tick": palette.tick,
        **{f"c{place}": colour for place, colour in enumerate(colours)},
    }
    return "".join(f"--{name}:{value};" for name, value in named.items())
