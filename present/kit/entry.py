"""What the registry knows of a figure: its address, its choices and what draws it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from present.kit import address
from present.kit.figure import Figure
from present.kit.setting import Setting

Known = Mapping[str, Collection[str]]

#: The gallery's group of the figures that rest on several years: to show them asks for the data of
#: all of those, which no other group needs.
OF_YEARS = "yillar"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure and, where it is no chart, its finished drawing as one SVG element, and the same
    for a narrow place; ``small``: its forms with large letters, for small pictures."""

    figure: Figure
    drawing: str = ""
    narrow: str = ""
    small: tuple[str, ...] = ()

    @property
    def drawings(self) -> tuple[str, ...]:
        """The forms of its drawing that there are."""
        return tuple(form for form in (self.drawing, self.narrow) if form)


@dataclass(frozen=True, slots=True)
class NoChoices:
    """A figure that there is one of."""


def _always_fits(choices: Any) -> bool:
    return True


def _never_leads(choices: Any) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure.

    ``page``: the path of the page that shows it, with the same parameters. ``kind``: the choices
    that the setting allows; ``known``: their codes that the data decide. ``needed``: the field
    without which there is no figure. ``presets``: the choices under which the gallery shows it;
    none where the programme has nothing to show. ``fits``: whether choices that are known one by
    one go together; a parameter of theirs that does not is ``needed``'s. ``leads``: whether
    the page shows this figure before its others under these choices. ``of_years``: it rests on the
    data of all the institution's programmes, so that no version of one of them alone means it.
    """

    slug: str
    page: str
    group: str
    kind: Callable[[Setting], type[Any]]
    known: Callable[[Setting], Known]
    build: Callable[[Setting, Any], Drawn]
    presets: Callable[[Setting], Iterable[Any]]
    needed: str = ""
    fits: Callable[[Any], bool] = _always_fits
    of_years: bool = False
    leads: Callable[[Any], bool] = _never_leads

    def parameters(self, setting: Setting) -> Mapping[str, Collection[str] | None]:
        """The parameters that the figure's address knows, with the values that each may have;
        ``None`` for free text."""
        allowed = self.known(setting)
        return {
            choice.metadata["param"]: allowed.get(choice.name, choice.metadata["values"])
            for choice in fields(self.kind(setting))
            if choice.name not in _OF_PAGES
        }

    def needed_parameter(self, setting: Setting) -> str:
        """The parameter without which there is no figure; empty where there is none."""
        kind = self.kind(setting)
        return str(kind.__dataclass_fields__[self.needed].metadata["param"]) if self.needed else ""

    def is_there(self, setting: Setting) -> bool:
        """Whether the programme has what the figure shows."""
        return any(True for _ in self.presets(setting))

    def query(self, choices: Any) -> dict[str, str]:
        """The parameters that stand for ``choices``, without those that only pages know."""
        return address.query(_bare(choices))


#: Choices that say how a page shows things beside its figures.
_OF_PAGES = frozenset({"closer", "of_rate"})


def _bare(choices: Any) -> Any:
    defaults = {
        choice.name: choice.default for choice in fields(choices) if choice.name in _OF_PAGES
    }
    return replace(choices, **defaults) if defaults else choices


def always(kind: type[Any]) -> Callable[[Setting], type[Any]]:
    return lambda setting: kind


def only_figure(build: Callable[[Setting, Any], Figure]) -> Callable[[Setting, Any], Drawn]:
    return lambda setting, choices: Drawn(build(setting, choices))


def no_codes(setting: Setting) -> Known:
    return {}


def once(setting: Setting) -> Iterable[Any]:
    return (NoChoices(),)
