"""What an address under ``/grafik/`` and ``/gomulu/`` asks for: a figure, its choices, its look.

Everything is a closed list: an unknown name or value is refused with what is allowed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from kbb_data import turkish
from present.figures.registry import BY_SLUG, ENTRIES
from present.kit import address, draft
from present.kit.entry import Entry
from present.kit.setting import LANGUAGE, Setting
from present.kit.text import LANGUAGES, TURKISH
from present.opendata.problems import Problem
from present.opendata.query import INSTITUTION, YEAR, Pairs, check_names
from present.opendata.source import Edition

THEME, VERSION = "tema", "surum"
LIGHT, DARK, AUTO = "acik", "koyu", "oto"

#: The schemes of a picture; the first one is the usual one.
THEMES = (LIGHT, DARK)

#: The parameters that say which programme, which version of its data, in which language.
COMMON = (YEAR, INSTITUTION, VERSION, LANGUAGE)


@dataclass(frozen=True, slots=True)
class Asked:
    """One figure of one programme with its choices, in a language and a scheme.

    ``query`` are the parameters that mean it, in one order, defaults left out: the same figure is
    always the same key of a cache. ``version``: the data version that the address names; empty for
    whichever is the newest. ``years``: the hashes of the data of all the institution's programmes
    and their versions, oldest first.
    """

    entry: Entry
    edition: Edition
    choices: Any
    query: tuple[tuple[str, str], ...]
    language: str
    theme: str
    version: str = ""
    years: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> tuple[Any, ...]:
        """What an answer hangs on, beside its format."""
        data = (self.edition.sha256, self.edition.is_draft, self.years)
        return (*data, self.entry.slug, self.query, self.language, self.theme)

    @property
    def data_version(self) -> str:
        """The version of the data that it rests on; of a figure of several years all of theirs."""
        if not self.entry.of_years:
            return self.edition.version
        return ", ".join(version for _, version in self.years)

    def address(self, path: str, **more: str) -> str:
        """An address that asks for the same figure, programme and language at ``path``."""
        pairs = [*self.query, *self.edition.parameters.items(), *more.items()]
        # Pages show the newest data alone.
        if self.version and path != self.entry.page:
            pairs.append((VERSION, self.version))
        if self.language != TURKISH:
            pairs.append((LANGUAGE, self.language))
        return path + (f"?{urlencode(pairs)}" if pairs else "")

    @property
    def page(self) -> str:
        """The address of the page that shows it."""
        return self.address(self.entry.page)

    @property
    def stem(self) -> str:
        """A speaking file name without its ending, in letters that a header can carry:
        ``kbb-2025-butce-amac-2``."""
        words = [f"{name}-{value}" for name, value in self.query]
        name = turkish.slug(" ".join(["kbb", str(self.edition.year), self.entry.slug, *words]))
        return draft.file_name(name[:120], self.edition.is_draft)


def choice(pairs: Mapping[str, str], name: str, allowed: Sequence[str], usual: str) -> str:
    """The value of a parameter of a closed list, however it is spelled. Raises ``Problem``."""
    value = address.meant(pairs.get(name, usual), allowed)
    if value is None:
        raise Problem("wrong_value", name, tuple(allowed))
    return value


def entry_of(slug: str) -> Entry:
    """The figure of that name. Raises ``Problem`` naming all of them."""
    if slug not in BY_SLUG:
        raise Problem("unknown_address", None, tuple(entry.slug for entry in ENTRIES))
    return BY_SLUG[slug]


def ask(
    entry: Entry,
    edition: Edition,
    pairs: Pairs,
    setting_of: Callable[[bool], Setting],
    *,
    more: Sequence[str] = (),
    themes: Sequence[str] = THEMES,
) -> Asked:
    """What the parameters ask of a figure.

    ``setting_of`` gives the programme's setting, dark or not; ``more`` are parameters that the
    route reads itself; the first of ``themes`` is the usual one. Raises ``Problem``.
    """
    setting = setting_of(False)
    if not entry.is_there(setting):
        present = tuple(known.slug for known in ENTRIES if known.is_there(setting))
        raise Problem("absent", None, present)
    own = entry.parameters(setting)
    # No version of one programme's data can mean what rests on those of several.
    common = [name for name in COMMON if not (entry.of_years and name == VERSION)]
    check_names(pairs, (*own, *common, THEME, *more))
    given = dict(pairs)
    language = choice(given, LANGUAGE, LANGUAGES, TURKISH)
    theme = choice(given, THEME, themes, themes[0])
    parsed = address.parse(entry.kind(setting), given, entry.known(setting))
    for name in parsed.dropped:
        raise Problem("wrong_value", name, _sorted(own[name]))
    choices = parsed.choices
    if entry.needed and not getattr(choices, entry.needed):
        name = entry.needed_parameter(setting)
        raise Problem("missing", name, _sorted(own[name]))
    if not entry.fits(choices):
        name = entry.needed_parameter(setting)
        raise Problem("sides", name, _sorted(own[name]))
    query = tuple(sorted(entry.query(choices).items()))
    years = tuple((each.dataset_sha256, each.version) for each in setting.years)
    return Asked(entry, edition, choices, query, language, theme, given.get(VERSION, ""), years)


def _sorted(values: Any) -> tuple[str, ...]:
    return tuple(sorted(values or (), key=lambda value: (len(value), value)))
