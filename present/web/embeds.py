"""``/gomulu/<slug>``: figures for other sites, their shared script and fonts."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from present.figures.answers import FigureAnswers, Gate
from present.figures.registry import ENTRIES
from present.figures.request import AUTO, COMMON, DARK, LIGHT, THEME, VERSION, Asked
from present.kit import draft
from present.kit.answers import FOREVER, FRESH, Body, answer, kept_bodies
from present.kit.text import using
from present.opendata.draft import headers as draft_headers
from present.opendata.problems import Problem
from present.opendata.query import Pairs, check_names
from present.picture.chart import CARRIED_FAMILY, drawable
from present.web import embed_parts
from present.web.cards import alternate, card
from present.web.embed_addresses import PREFIX, THEMES, oembed_address
from present.web.embed_page import WIDTHS, Embed, embed_html
from present.web.figures import AT_ONCE, PER_MINUTE, drawn_or_refused, gate, requested
from present.web.files import Endpoint
from present.web.problem_page import told
from present.web.programmes import choose
from present.web.rate import RateLimit

PREFIXES = (PREFIX,)


class Embeds:
    """The pages for frames, kept by figure, scheme and version."""

    def __init__(self, answers: FigureAnswers) -> None:
        self.answers = answers
        self._kept = kept_bodies(16 * 2**20)

    def body(self, asked: Asked, base: str, check: Gate) -> Body:
        """The page of a figure. Raises what drawing raises."""
        return self._kept.get((asked.key, base), lambda: self._make(asked, base, check))

    def _make(self, asked: Asked, base: str, check: Gate) -> Body:
        with using(asked.language, asked.edition.form):
            figure = self.answers.drawn(asked).figure
            embed = Embed(
                charts=self._charts(asked, check),
                theme=asked.theme,
                language=asked.language,
                page=base + asked.page,
                # Notes bear the dashboard's own address already where it is configured.
                home="" if self.answers.public else base,
                script=embed_parts.script(),
                fonts=embed_parts.fonts(),
                version=asked.data_version,
                head=alternate(oembed_address(asked, base), figure.title)
                + card(asked, figure, base),
                mark=draft.mark(asked.edition.is_draft),
            )
            return Body(embed_html(figure, embed).encode(), "text/html; charset=utf-8")

    def _charts(self, asked: Asked, check: Gate) -> dict[tuple[int, bool], str]:
        schemes = {AUTO: (False, True), LIGHT: (False,), DARK: (True,)}[asked.theme]
        charts = {}
        for is_dark in schemes:
            drawn = self.answers.drawn_in(asked, is_dark)
            if drawn.drawing:
                for width, drawing in zip(WIDTHS, (drawn.narrow, drawn.drawing), strict=True):
                    charts[width, is_dark] = drawing
            elif drawn.figure.spec is not None:
                for width in WIDTHS:
                    spec = drawable(drawn.figure.spec, width, is_dark, CARRIED_FAMILY)
                    charts[width, is_dark] = self.answers.chart(asked, spec, check)
        return charts


def routes(answers: FigureAnswers, limit: RateLimit | None = None) -> list[Route]:
    """The routes of embeds."""
    embeds, allowed = Embeds(answers), limit or RateLimit(PER_MINUTE, AT_ONCE)

    def base_of(request: Request) -> str:
        return answers.public or str(request.base_url).rstrip("/")

    def serve(request: Request) -> Response:
        name = request.path_params["name"]
        part = embed_parts.parts().get(PREFIX + name)
        if part is not None:
            check_names(request.query_params.multi_items(), ())
            return answer(request, part, cache=FOREVER)
        pairs = request.query_params.multi_items()
        asked = requested(answers, name, pairs, themes=THEMES)
        body = drawn_or_refused(
            lambda: embeds.body(asked, base_of(request), gate(allowed, request))
        )
        return answer(
            request,
            body,
            cache=FOREVER if VERSION in dict(pairs) else FRESH,
            modified=answers.date(asked),
            headers={
                **draft_headers(asked.edition.is_draft),
                "Content-Security-Policy": embed_parts.policy(),
                "Dataset-Version": asked.data_version,
                "Link": f"<{oembed_address(asked, base_of(request))}>; "
                'rel="alternate"; type="application/json+oembed"',
            },
        )

    return [Route(PREFIX + "{name:path}", Endpoint(serve, told=told))]


def of_page(answers: FigureAnswers, path: str, pairs: Pairs) -> Asked | None:
    """The figure that a page's address leads with: one whose own thing it names before others, of
    those the one that the page shows first; ``None`` where no figure of the page knows all
    parameters."""
    try:
        setting = answers.setting(choose(answers.library, pairs), False)
    except Problem:
        return None
    given = dict(pairs)
    own = [entry for entry in ENTRIES if entry.page == path]
    # As the page, it leaves out what is nobody's.
    names = {*COMMON, THEME}.union(*(entry.parameters(setting) for entry in own))
    pairs = [(name, text) for name, text in given.items() if name in names]
    fitting = []
    for entry in own:
        if entry.needed and entry.needed_parameter(setting) not in given:
            continue
        try:
            fitting.append(requested(answers, entry.slug, pairs, themes=THEMES))
        except Problem:
            continue
    return min(fitting, key=_place, default=None)


def _place(asked: Asked) -> tuple[bool, bool]:
    """Where a page shows a figure among its others: its own thing's first, then what leads."""
    return not asked.entry.needed, not asked.entry.leads(asked.choices)
