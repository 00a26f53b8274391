"""The addresses whose answers are recorded, found from the outside: in refusals, which name what
there is, in the site's map, in the gallery and in the pages' heads."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from urllib.parse import parse_qsl, urlencode

from tests.identity.client import HOST, Client

FILES = ("csv", "tr.csv", "xlsx", "json", "vl.json", "txt", "csv-metadata.json")
SIZES = ("web", "sosyal", "kare", "baski")
SCHEMES = ("acik", "koyu")
ENGLISH = {"lang": "en"}

#: Needed parameters whose every value has a figure of its own; two things to compare have too many.
_SIDES = "karsilastir"
_PAIRS = ("birim-fen-isleri.birim-zabita", "amac-1.amac-2", "hedef-6.birim-itfaiye")

#: Every wrong choice at once.
WRONG = (
    "yil=1999&kurum=yok&amac=99&hedef=x&faaliyet=-1&birim=yok&kod=77&kaynak=q&duzey=zz"
    "&ilce=mars&tur=yok&gosterge=1.99&hirs=q&sira=%00&ara=%F0%9F%99%83&x=%3Cb%3E"
)

#: Views of pages that the site's map does not name.
VIEWS = (
    "/butce?gorunum=hedef",
    "/butce?gorunum=faaliyet&sirala=ad",
    "/butce?gorunum=birim&olcu=pay",
    "/butce?gorunum=kod",
    "/butce?gorunum=kaynak",
    "/butce?olcu=kisi",
    "/butce?tur=butce-disi",
    "/butce?amac=2",
    "/butce?amac=genel",
    "/butce?hedef=6",
    "/butce?faaliyet=17",
    "/butce?amac=2&hedef=6&faaliyet=17",
    "/butce?birim=fen-isleri&gorunum=kod",
    "/butce?kod=03&gorunum=hedef",
    "/butce?kaynak=other_domestic",
    "/butce?ara=yol&gorunum=hedef",
    "/butce?ara=zzz",
    "/butce?karsilastir=amac-1.amac-2",
    "/gostergeler?gorunum=amaclar",
    "/gostergeler?sirala=uzaklik&durum=altinda-hedef",
    "/gostergeler?olcu=birimsiz",
    "/gostergeler?ara=zzz",
    "/harita?ilce=talas",
    "/harita?ilce=yahyali",
    "/harita?tur=mezarlik,hobi-bahcesi",
    "/birimler?karsilastir=birim-fen-isleri.birim-zabita",
    "/meclis?uye=7",
    "/meclis?komisyon=plan-ve-butce-komisyonu",
    "/meclis?ilce=yahyali",
    "/tutarlilik?bulgu=economic-codes.03",
    "/tutarlilik?onem=high",
    "/hakkinda?terim=faaliyet",
    "/ara?q=k%C3%BCt%C3%BCphane",
    "/ara?q=su",
    "/ara?q=zzzqq",
)

#: Questions to the API beside the plain ones.
_QUESTIONS = (
    "/api/v1/indicators?goal=6&limit=5&offset=2",
    "/api/v1/activities?limit=3",
    "/api/v1/activities?limit=3&format=csv",
    "/api/v1/activities?limit=3&format=parquet",
    "/api/v1/activities?limit=3&format=xml",
    "/api/v1/aims?yil=2025",
    "/api/v1/aims?yil=1999",
    "/api/v1/aims?yok=1",
    "/api/v1/aims?limit=x",
    "/api/v1/aims?lang=en&yok=1",
    "/api/v1/?lang=en",
    "/api/v1/openapi.json?lang=en",
    "/api/v1/",
    "/api/v1",
    "/api/v1/tables",
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which addresses are recorded: those with one of the beginnings ``only``, all without any.

    ``is_quick``: light pictures, Turkish, nothing in pixels, the main views of pages.
    """

    only: Sequence[str]
    is_quick: bool

    def takes(self, address: str) -> bool:
        """Whether an address is recorded."""
        return not self.only or address.startswith(tuple(self.only))

    def takes_some(self, *beginnings: str) -> bool:
        """Whether an address with one of the beginnings may be recorded."""
        return not self.only or any(
            self.takes(beginning) or wanted.startswith(beginning)
            for beginning in beginnings
            for wanted in self.only
        )

    @property
    def needs_gallery(self) -> bool:
        """Whether figures are recorded."""
        return self.takes_some("/grafik/", "/gomulu/", "/oembed")


def address(path: str, query: Mapping[str, str]) -> str:
    """A path with parameters."""
    return path + (f"?{urlencode(query)}" if query else "")


def with_parameters(given: str, more: Mapping[str, str]) -> str:
    """An address with parameters added."""
    if not more:
        return given
    return f"{given}{'&' if '?' in given else '?'}{urlencode(more)}"


async def mapped(client: Client) -> list[str]:
    """The addresses of the site's map, without the host; of views the Turkish ones, beside which
    the others are asked anyway."""
    places = (await client.get("/sitemap.xml")).find(r"<loc>https?://[^/<]+([^<]*)</loc>")
    return [own for own in map(html.unescape, places) if "&lang=" not in own]


def plain() -> Iterator[str]:
    """Addresses that are always there, and some that never are."""
    yield from ("/health", "/robots.txt", "/sitemap.xml", "/butce/?amac=2")
    yield from ("/favicon.ico", "/favicon.svg", "/llms.txt", "/llms.txt?lang=en")
    yield from ("/oneriler.json", "/oneriler.json?lang=en")
    yield from ("/veri/akis.atom", "/veri/akis.atom?lang=en")
    yield from ("/boyle-bir-sayfa-yok", "/butcee?lang=en", "/_stcore/metrics")


def shells(views: Iterable[str], is_quick: bool) -> Iterator[str]:
    """The pages as HTML, of every view in both languages."""
    for view in dict.fromkeys((*views, *VIEWS, "/butce?" + WRONG)):
        yield view
        if "lang=en" not in view and not is_quick:
            yield with_parameters(view, ENGLISH)


async def data(client: Client) -> list[str]:
    """The open data and the API: every table in every form, the packages and their versions."""
    tables = [path.rpartition("/")[2] for path in (await client.get("/api/v1/yok")).allowed]
    files = (await client.get("/veri/yok")).allowed
    newest = dict((await client.get("/veri/datapackage.json")).headers)["dataset-version"]
    versions = [newest, *(await client.get("/veri/2025.99.99/yok")).allowed]
    wanted = [*_QUESTIONS, "/api/v1/yok", "/veri/yok", "/veri/2025.99.99/yok"]
    wanted += [f"/api/v1/{table}" for table in tables if not table.endswith(".json")]
    wanted += [f"/veri/{file}" for file in files]
    wanted += [f"/veri/{file.removesuffix('.csv')}.csv-metadata.json" for file in files
              if file.endswith(".csv") and "/" not in file]  # fmt: skip
    for version in dict.fromkeys(versions):
        refused = await client.get(f"/veri/{version}/yok")
        if refused.problem and version[0].isdigit():
            wanted += [f"/veri/{version}/{name}" for name in refused.allowed if "/" not in name]
    return wanted


async def briefings(client: Client, is_quick: bool) -> list[str]:
    """Every briefing in both languages; the first of each kind for a quick look."""
    wanted = ["/brifing/yok/yok.pdf"]
    for kind in (await client.get("/brifing/yok/yok.pdf")).allowed:
        paths = (await client.get(f"{kind}/yok.pdf")).allowed
        for path in paths[:1] if is_quick else paths:
            wanted.append(path)
            if not is_quick:
                wanted.append(with_parameters(path, ENGLISH))
    return wanted


async def needed(client: Client, is_quick: bool) -> list[tuple[str, dict[str, str]]]:
    """The figures that need a parameter, with every value that it may have; a quick look takes
    one in ten."""
    figures = []
    for slug in (await client.get("/grafik/yok.csv")).allowed:
        refusal = (await client.get(f"/grafik/{slug}.csv")).problem
        name = refusal.get("parameter", "")
        if name:
            values = _PAIRS if name == _SIDES else refusal["allowed"]
            figures += [(slug, {name: value}) for value in (values[::10] if is_quick else values)]
    return figures


_SHOWN = re.compile(r'/grafik/([\w-]+)\.(?:svg|csv)(?:\?([^"]*))?"')


def gallery(page: str) -> list[tuple[str, dict[str, str]]]:
    """The figures that the gallery's page shows, by the addresses of their pictures and tables."""
    figures: dict[tuple[str, tuple[tuple[str, str], ...]], None] = {}
    for slug, query in _SHOWN.findall(page):
        figures[slug, tuple(parse_qsl(html.unescape(query), keep_blank_values=True))] = None
    return [(slug, dict(pairs)) for slug, pairs in figures]


def of_figure(
    slug: str, query: Mapping[str, str], *, is_whole: bool, is_quick: bool
) -> Iterator[str]:
    """The addresses of a figure: every format, size, scheme and language; without ``is_whole``
    one picture in each language, and the files of words and numbers."""
    for language in ({},) if is_quick else ({}, ENGLISH):
        own = {**query, **language}
        for ending in FILES if is_whole else ("csv", "json", "txt"):
            yield address(f"/grafik/{slug}.{ending}", own)
        if not is_whole:
            yield address(f"/grafik/{slug}.svg", own)
            continue
        schemes = SCHEMES[:1] if is_quick else SCHEMES
        for size, scheme in product(SIZES, schemes):
            more = {"boyut": size, **({"tema": scheme} if scheme != SCHEMES[0] else {})}
            yield address(f"/grafik/{slug}.svg", {**own, **more})
        yield address(f"/gomulu/{slug}", own)
        if is_quick:
            continue
        yield address(f"/grafik/{slug}.png", own)
        yield address(f"/grafik/{slug}.vl.json", {**own, "tema": "koyu"})
        for scheme in SCHEMES:
            yield address(f"/gomulu/{slug}", {**own, "tema": scheme})
        embed = f"https://{HOST}" + address(f"/gomulu/{slug}", own)
        yield address("/oembed", {"url": embed})


def refusals() -> Iterator[str]:
    """Wrong addresses of figures, embeds and oEmbed."""
    yield from ("/grafik/yok.svg", "/grafik/butce.gif", "/grafik/butce.svg?boyut=yok")
    yield from ("/grafik/butce.svg?tema=yok", "/grafik/butce.csv?amac=99", "/grafik/butce.csv?x=1")
    yield from (
        "/grafik/butce.csv?amac=99&lang=en",
        "/grafik/harita.vl.json",
        "/grafik/butce.png?olcek=9",
    )
    yield from ("/gomulu/yok", "/gomulu/butce?x=1", "/oembed", "/oembed?url=https://baska.example/")
    yield address("/oembed", {"url": f"https://{HOST}/butce?amac=2", "maxwidth": "400"})
