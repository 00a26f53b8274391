"""``/veri/akis.atom``: what is new in the data, and the way to it in every page's head."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kbb_data import turkish
from present.kit.answers import Body, answer, kept_bodies
from present.kit.brand import brand
from present.kit.markup import Pieces
from present.kit.setting import LANGUAGE
from present.kit.text import LANGUAGES, TURKISH, t, using
from present.opendata import feed
from present.opendata.problems import Problem
from present.opendata.query import INSTITUTION, Pairs, check_names
from present.opendata.source import Edition, Library
from present.web.files import Endpoint
from present.web.programmes import editions, opened

_PIECES = Pieces("web/feed.jinja")
_MEDIA = f"{feed.MEDIA}; charset=utf-8"


class Feeds:
    """The feeds of a library's programmes, kept by programmes, institution, language and address.

    ``public``: the dashboard's own address; without it that of the request, which then also stands
    in the entries' names.
    """

    def __init__(self, library: Library, public: str = "") -> None:
        self.library, self.public = library, public.rstrip("/")
        self._kept = kept_bodies(4 * 2**20)

    def body(
        self, shown: tuple[Edition, ...], asked: str | None, language: str, base: str
    ) -> Body | None:
        """The feed of the editions ``shown``; ``None`` where nothing is known of what is new in
        them. ``asked`` as ``feed.feed`` takes it."""
        if not _dated(shown):
            return None

        def make() -> Body:
            licence = self.library.heading(shown[0])["licenses"][0]
            addresses = {each: base + feed.path(asked, each) for each in LANGUAGES}
            with using(language):
                told = feed.entries_of(shown, base)
                site = brand(_only(shown))
                content = feed.feed(told, site, asked, licence, base, addresses)
            return Body(content.encode(), _MEDIA)

        return self._kept.get((shown, asked, language, base), make)

    def of_page(self, pairs: Pairs) -> tuple[str | None, str | None] | None:
        """The institution that the feed of a page's address is asked for and the one that it is
        of; ``None`` where it would be empty."""
        edition, every = opened(self.library, pairs), editions(self.library)
        if edition is None:
            return None
        own = tuple(each for each in every if each.institution == edition.institution)
        if not _dated(own):
            return None
        return (None if len(own) == len(every) else edition.institution), edition.institution


def _dated(shown: Sequence[Edition]) -> list[Edition]:
    """Those whose changes are known; a draft's are nobody's business yet."""
    return [edition for edition in shown if edition.date is not None]


def _only(shown: Sequence[Edition]) -> str | None:
    """The institution of all of them; ``None`` for several."""
    institutions = {edition.institution for edition in shown}
    return institutions.pop() if len(institutions) == 1 else None


class FeedLink:
    """The way to the feed, for the head of every page that has one."""

    def __init__(self, feeds: Feeds) -> None:
        self._feeds = feeds

    def head(self, path: str, language: str, pairs: Pairs, base: str) -> Markup:
        """The element by which readers' programs find the feed."""
        told = self._feeds.of_page(pairs)
        if told is None:
            return Markup()
        asked, institution = told
        with using(language):
            return _PIECES(
                "link",
                media=feed.MEDIA,
                title=t("web.feed_title", site=brand(institution)),
                address=feed.path(asked, language),
            )

    def words(self, path: str, language: str, pairs: Pairs) -> Markup:
        """Nothing: the page of the data leads to it."""
        return Markup()


def routes(feeds: Feeds) -> list[Route]:
    """The feed's route; it has to stand before that of the files beside it."""

    def serve(request: Request) -> Response:
        pairs = request.query_params.multi_items()
        check_names(pairs, (INSTITUTION, LANGUAGE))
        given, every = dict(pairs), feeds.library.editions()
        language = given.get(LANGUAGE, TURKISH)
        if language not in LANGUAGES:
            raise Problem("wrong_value", LANGUAGE, LANGUAGES)
        codes = {turkish.slug(edition.institution): edition.institution for edition in every}
        code = given.get(INSTITUTION)
        if code is not None and code not in codes:
            raise Problem("wrong_value", INSTITUTION, tuple(codes))
        asked = codes[code] if code is not None else None
        shown = tuple(each for each in every if asked in (None, each.institution))
        base = feeds.public or str(request.base_url).rstrip("/")
        body = feeds.body(shown, asked, language, base)
        if body is None:
            raise Problem("unknown_address", None, ())
        dates = [edition.date for edition in _dated(shown)]
        return answer(request, body, modified=max(date for date in dates if date is not None))

    return [Route(feed.PATH, Endpoint(serve))]
