"""What is new in the data, as an Atom feed (RFC 4287): published versions and the changes to them.

Days come from the record of changes that each dataset keeps; nothing here asks the clock. An
entry's ``id`` is a tag URI (RFC 4151) of its day, its programme and its place among that day's
changes, so that a mended wording or a newer change leaves it what it was.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from markupsafe import Markup

from kbb_data import turkish
from kbb_data.publishing import published
from kbb_data.publishing.changes import changes
from present.kit.brand import brand, called
from present.kit.contact import contact
from present.kit.markup import Pieces
from present.kit.setting import LANGUAGE, in_language
from present.kit.text import TURKISH, either, language, t, using
from present.opendata.catalogue import address
from present.opendata.query import INSTITUTION
from present.opendata.source import Edition
from present.site.pages import DATA

MEDIA = "application/atom+xml"
#: Where the feed lies, without language and institution.
PATH = f"{DATA.path}/akis.atom"

_PIECES = Pieces("opendata/feed.jinja")

#: A tag URI names a day on which its host was the maker's: the year of the first published data.
_SINCE = "2026"


@dataclass(frozen=True, slots=True)
class Archive:
    """A published version's file: its address and its size in bytes."""

    address: str
    size: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is new: its name for readers' programs (``key``, what follows host and day
    in its ``id``), its day, and its words in the language at hand. ``archive``: of a version, its
    file; ``page``: where people read on; ``kind``: a code and its name; ``email``: whom to ask,
    empty where nobody is known."""

    key: str
    date: datetime.date
    title: str
    text: Markup
    page: str
    kind: tuple[str, str]
    author: str
    archive: Archive | None = None
    email: str = ""


def entries_of(editions: Sequence[Edition], base: str) -> tuple[Entry, ...]:
    """What is new in the programmes, newest first, of a day the versions first; drafts and
    programmes whose changes nobody kept have nothing. ``base``: this server's address without a
    slash at the end."""
    told: list[Entry] = []
    for edition in editions:
        if not edition.is_draft:
            with using(language(), edition.form):
                told += _versions(edition, base)
                told += _changes(edition, base)
    return tuple(sorted(told, key=lambda entry: entry.date, reverse=True))


def feed(
    told: Sequence[Entry],
    site: str,
    asked: str | None,
    licence: Mapping[str, str],
    base: str,
    addresses: Mapping[str, str],
) -> Markup:
    """The feed of entries, of which there is at least one, in the language at hand.

    ``site``: the dashboard's name; ``asked``: the institution that the feed is asked for, ``None``
    for all that there are, now or later; ``licence``: of the data, as a package names it;
    ``addresses``: the feed's own by language.
    """
    parts = [PATH.strip("/"), *([turkish.slug(asked)] if asked else []), language()]
    return _PIECES(
        "feed",
        language=language(),
        identity=_tag(base, _SINCE, "/".join(parts)),
        title=t("web.feed_title", site=site),
        subtitle=t("web.feed_subtitle"),
        updated=_moment(max(entry.date for entry in told)),
        site=site,
        licence=licence,
        base=base,
        addresses=addresses,
        page=in_language(base + DATA.path, language()),
        entries=[
            (entry, _tag(base, entry.date.isoformat(), f"{entry.key}/{language()}"))
            for entry in told
        ],
        moment=_moment,
    )


def _changes(edition: Edition, base: str) -> Iterator[Entry]:
    """The changes to a programme's data, as its dataset keeps them."""
    kept = changes(edition.year, edition.institution)
    left = Counter(change.date for change in kept)
    for change in kept:
        # Newer changes stand above older ones, also within a day: the place is counted from below.
        place = left[change.date]
        left[change.date] -= 1
        text = either(change.text, change.text_en)
        kind = t(f"opendata.change_{change.kind}")
        yield Entry(
            f"{_programme(edition)}/degisiklik/{place}",
            change.date,
            t("web.feed_change", kind=kind, text=_short(text), programme=_named(edition)),
            _PIECES("change", text=_coded(text)),
            _page(base, edition),
            (change.kind, kind),
            brand(edition.institution),
            email=_email(edition),
        )


def _versions(edition: Edition, base: str) -> list[Entry]:
    """The published versions of a programme's data, newest first, with what each brought."""
    told: list[Entry] = []
    before = 0
    for name in reversed(published.versions()):
        day, count = published.record(name)
        if day is None or published.whose(name) != (edition.year, edition.institution):
            continue
        # Changes are only ever added to a record; older archives do not say their kinds.
        new, before = max(count - before, 0), count
        archive = Archive(
            f"{base}{DATA.path}/{name}/kbb-{edition.year}.zip",
            len(published.archived(name) or b""),
        )
        text = t("web.feed_version_text", count=new) if new else t("web.feed_version_same")
        entry = Entry(
            f"{_programme(edition)}/{name}",
            day,
            t("web.feed_version", version=name, programme=_named(edition)),
            _PIECES("version", text=text, address=archive.address),
            _page(base, edition),
            ("version", t("web.feed_kind_version")),
            brand(edition.institution),
            archive,
            _email(edition),
        )
        told.insert(0, entry)
    return told


def _email(edition: Edition) -> str:
    known = contact(edition.institution)
    return known.email if known is not None else ""


def _page(base: str, edition: Edition) -> str:
    return in_language(address(base, DATA.path, edition), language())


def _programme(edition: Edition) -> str:
    return f"{turkish.slug(edition.institution)}/{edition.year}"


def _named(edition: Edition) -> str:
    return t("web.feed_programme", institution=called(edition.institution), year=edition.year)


def _short(text: str) -> str:
    """The first clause of a text."""
    return re.split(r"(?<=\S)[.:;](?:\s|$)", text.replace("`", ""), maxsplit=1)[0]


def _coded(text: str) -> list[tuple[str, bool]]:
    """The pieces of a text between backticks and outside of them."""
    return [(piece, place % 2 == 1) for place, piece in enumerate(text.split("`"))]


def _moment(day: datetime.date) -> str:
    """The beginning of a day, as ``Last-Modified`` says it as well."""
    return f"{day.isoformat()}T00:00:00Z"


def _tag(base: str, since: str, key: str) -> str:
    """A tag URI of this dashboard's: ``tag:acikbutce.example,2026:veri/akis.atom/tr``."""
    host = urlsplit(base).hostname or "localhost"
    # An address in numbers is nobody's name.
    name = "localhost" if ":" in host else host.encode("idna").decode("ascii")
    return f"tag:{name},{since}:{key}"


def path(asked: str | None, chosen: str) -> str:
    """Where the feed lies, of an institution or of all (``None``), in a language."""
    pairs = {
        **({INSTITUTION: turkish.slug(asked)} if asked else {}),
        **({LANGUAGE: chosen} if chosen != TURKISH else {}),
    }
    return PATH + (f"?{urlencode(pairs)}" if pairs else "")
