"""The pages of the house: address, names, and what each is for, once for everything.

The only place of slugs: the navigation, the routes that serve each page's shell, the tests and
the links between pages read this. Nothing here knows Streamlit.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum

from present.kit.text import t


class Group(Enum):
    """A part of the menu; the value is the stem of its name in the catalogue."""

    MONEY = "money"
    RESULTS = "results"
    CITY = "city"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page: its slug (none for the first page), the module that renders it, its group, the
    glossary's terms that it needs, by slug, in the order in which a reader meets them, the slugs
    that it had before, and whether it is there for its figures alone, so that it has no place in
    the menu where a programme has none of them (years beside each other, where there is one).
    ``openers``: the parameters each of which opens the own view of one of its things."""

    slug: str
    module: str
    group: Group | None
    terms: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    needs_figures: bool = False
    openers: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The page's address on this server."""
        return f"/{self.slug}"

    @property
    def title(self) -> str:
        """The page's name in the visit's language."""
        return t(f"site.{self.module}")

    @property
    def purpose(self) -> str:
        """One sentence on what the page answers, in the visit's language."""
        return t(f"site.{self.module}_purpose")


HOME = SitePage(
    "",
    "genel_bakis",
    None,
    ("performans-programi", "butce-disi-kaynak", "genel-yonetim-giderleri", "stratejik-amac"),
)
TOPICS = SitePage(
    "konu",
    "konu",
    Group.MONEY,
    ("faaliyet", "genel-yonetim-giderleri", "butce-disi-kaynak"),
    needs_figures=True,
    openers=("konu",),
)
BUDGET = SitePage(
    "butce", "butce", Group.MONEY, ("faaliyet", "ekonomik-kod", "butce-disi-kaynak", "cari-tl")
)
UNITS = SitePage(
    "birimler",
    "birimler",
    Group.MONEY,
    ("harcama-birimi", "faaliyet", "ekonomik-kod"),
    openers=("birim",),
)
CHANGE = SitePage(
    "degisim", "degisim", Group.MONEY, ("performans-programi", "cari-tl"), needs_figures=True
)
AIMS = SitePage(
    "amaclar",
    "amaclar",
    Group.RESULTS,
    ("stratejik-amac", "stratejik-hedef", "performans-hedefi"),
    openers=("amac",),
)
GOALS = SitePage(
    "hedef",
    "hedef",
    Group.RESULTS,
    ("performans-hedefi", "faaliyet", "performans-gostergesi"),
    openers=("hedef",),
)
INDICATORS = SitePage(
    "gostergeler",
    "gostergeler",
    Group.RESULTS,
    ("performans-gostergesi", "gerceklesme", "tahmin", "hedef-deger"),
    openers=("gosterge",),
)
PROMISES = SitePage(
    "soz-ve-sonuc",
    "soz_ve_sonuc",
    Group.RESULTS,
    ("performans-gostergesi", "hedef-deger", "tahmin", "gerceklesme"),
    needs_figures=True,
)
MAP = SitePage("harita", "harita", Group.CITY)
DISTRICTS = SitePage("ilce", "ilce", Group.CITY, openers=("ilce",))
COUNCIL = SitePage(
    "meclis",
    "meclis",
    Group.CITY,
    ("meclis", "ihtisas-komisyonu", "encumen"),
    openers=("uye", "komisyon"),
)
RESOURCES = SitePage("kaynaklar", "kaynaklar", Group.CITY, ("norm-kadro",))
FINDINGS = SitePage(
    "tutarlilik",
    "tutarlilik",
    Group.MORE,
    ("tutarlilik-bulgusu", "ekonomik-kod"),
    openers=("bulgu",),
)
BRIEFINGS = SitePage("brifing", "brifing", Group.MORE)
GALLERY = SitePage("grafikler", "grafikler", Group.MORE)
DATA = SitePage("veri", "veri", Group.MORE)
ABOUT = SitePage("hakkinda", "hakkinda", Group.MORE)
SEARCH = SitePage("ara", "ara", None)

#: All pages in the order of the menu. A changed slug is one line above, the old one kept in
#: ``former``, from which the server sends visitors on.
PAGES = (
    HOME,
    TOPICS,
    BUDGET,
    UNITS,
    CHANGE,
    AIMS,
    GOALS,
    INDICATORS,
    PROMISES,
    MAP,
    DISTRICTS,
    COUNCIL,
    RESOURCES,
    FINDINGS,
    BRIEFINGS,
    GALLERY,
    DATA,
    ABOUT,
    SEARCH,
)
BY_SLUG = {page.slug: page for page in PAGES}


def moved(known: Sequence[SitePage] = PAGES) -> dict[str, str]:
    """The addresses that pages had before, with those that they have now."""
    return {f"/{slug}": page.path for page in known for slug in page.former}


def in_menu(lacking: Collection[str]) -> tuple[SitePage, ...]:
    """The pages that the menu has, in its order; ``lacking`` are the paths of those that it does
    not."""
    return tuple(page for page in PAGES if page.path not in lacking)


def in_group(group: Group, lacking: Collection[str]) -> tuple[SitePage, ...]:
    """Those of them that stand under a group of the menu."""
    return tuple(page for page in in_menu(lacking) if page.group is group)
