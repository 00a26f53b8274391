"""The pages of the house: address, names, and what each is for, once for everything.

The navigation, the routes that serve each page's shell, the tests and the links between pages
read this. Nothing here knows Streamlit.
"""

from __future__ import annotations

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
    """A page: its slug (none for the first page), the module that renders it, its group, and the
    glossary's terms that it needs, by slug, in the order in which a reader meets them."""

    slug: str
    module: str
    group: Group | None
    terms: tuple[str, ...] = ()

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
SEARCH = SitePage("ara", "ara", None)

PAGES = (
    HOME,
    SitePage(
        "butce", "butce", Group.MONEY, ("faaliyet", "ekonomik-kod", "butce-disi-kaynak", "cari-tl")
    ),
    SitePage("birimler", "birimler", Group.MONEY, ("harcama-birimi", "faaliyet", "ekonomik-kod")),
    SitePage(
        "amaclar",
        "amaclar",
        Group.RESULTS,
        ("stratejik-amac", "stratejik-hedef", "performans-hedefi"),
    ),
    SitePage(
        "hedef", "hedef", Group.RESULTS, ("performans-hedefi", "faaliyet", "performans-gostergesi")
    ),
    SitePage(
        "gostergeler",
        "gostergeler",
        Group.RESULTS,
        ("performans-gostergesi", "gerceklesme", "tahmin", "hedef-deger"),
    ),
    SitePage("harita", "harita", Group.CITY),
    SitePage("ilce", "ilce", Group.CITY),
    SitePage("meclis", "meclis", Group.CITY, ("meclis", "ihtisas-komisyonu", "encumen")),
    SitePage("kaynaklar", "kaynaklar", Group.CITY, ("norm-kadro",)),
    SitePage("tutarlilik", "tutarlilik", Group.MORE, ("tutarlilik-bulgusu", "ekonomik-kod")),
    SitePage("brifing", "brifing", Group.MORE),
    SitePage("grafikler", "grafikler", Group.MORE),
    SitePage("veri", "veri", Group.MORE),
    SitePage("hakkinda", "hakkinda", Group.MORE),
    SEARCH,
)
BY_SLUG = {page.slug: page for page in PAGES}


def in_group(group: Group) -> tuple[SitePage, ...]:
    """The pages that stand under a group of the menu, in their order."""
    return tuple(page for page in PAGES if page.group is group)
