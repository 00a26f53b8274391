"""Which items of several years' programmes are the same: by a person's judgement, else only where
nothing speaks against it.

Pure. An item that was judged between two years (``Judgement``) is bound to what the judgement says
and to nothing else. Without one, units and economic codes are the same under the same key; a part
of the plan or an activity only where code and name agree within one statutory form.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from kbb_data.turkish import fold

#: A year and an item's key in it.
Node = tuple[int, str]


class By(StrEnum):
    """What the rows are; the values stand in addresses and are those of Bütçe's views."""

    TOP = "amac"
    LEAF = "hedef"
    UNIT = "birim"
    CODE = "kod"
    ACTIVITY = "faaliyet"


#: The level of ``succession`` that judges what the rows are; economic codes are no matter of
#: judgement.
LEVELS = {By.TOP: "top", By.LEAF: "leaf", By.UNIT: "unit", By.ACTIVITY: "activity"}

#: Whose keys mean the same in every year and form.
_BY_KEY = frozenset({By.UNIT, By.CODE})


@dataclass(frozen=True, slots=True)
class Item:
    """A row of one year's programme: its key in that year, its name in full, its planned amount in
    kuruş (``None`` where nothing is stated), the names by which a judgement may know it, and the
    short name that a chart has room for (empty where there is no other).

    ``is_residual``: what no row of the plan holds (general administration, money without a printed
    unit or code); it is the same in every year.
    """

    year: int
    key: str
    label: str
    kurus: int | None
    names: tuple[str, ...] = ()
    is_residual: bool = False
    short: str = ""

    @property
    def node(self) -> Node:
        """Where it stands."""
        return self.year, self.key


@dataclass(frozen=True, slots=True)
class Plan:
    """One year's programme by the rows of one view; the items add up to ``whole_kurus``.

    ``is_split``: whether the document splits its money so at all.
    """

    year: int
    form: str
    items: tuple[Item, ...]
    whole_kurus: int | None
    is_split: bool = True


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person judged of two years' items (``succession``); a key is empty where an item is
    new or gone."""

    relation: str
    from_year: int
    from_key: str
    to_year: int
    to_key: str
    from_name: str = ""
    to_name: str = ""
    reason: str = ""


class Tie(StrEnum):
    """How a row stands between two years."""

    #: In both of them.
    BOTH = "both"
    #: Judged to be new in the later one, or gone from it.
    NEW = "new"
    GONE = "gone"
    #: In one of them, and nobody judged what became of it or what it was before.
    ONLY_LATER = "only_later"
    ONLY_EARLIER = "only_earlier"
    #: In one of them, and the other document does not split its money so.
    UNSPLIT = "unsplit"
    #: In one of them as what no row of the plan holds, of which the other has nothing.
    RESIDUAL = "residual"
    #: In neither.
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Row:
    """What is the same over the years: the items of each year, several where parts were merged or
    split, and the judgements that bind them."""

    items: tuple[Item, ...]
    judgements: tuple[Judgement, ...] = ()
    #: Years whose documents don't split their money so.
    unsplit: frozenset[int] = field(default_factory=frozenset)

    def of(self, year: int) -> tuple[Item, ...]:
        """The year's items; none where it has none."""
        return tuple(item for item in self.items if item.year == year)

    def kurus(self, year: int) -> int | None:
        """The year's planned amount; ``None`` where it has no item or none states an amount."""
        known = [item.kurus for item in self.of(year) if item.kurus is not None]
        return sum(known) if known else None

    @property
    def key(self) -> str:
        """What tells the row from others: the newest year's first item."""
        newest = max(item.year for item in self.items)
        return f"{newest}.{self.of(newest)[0].key}"

    @property
    def is_residual(self) -> bool:
        """Whether it is what no row of the plan holds."""
        return any(item.is_residual for item in self.items)

    def between(self, first: int, second: int) -> tuple[Judgement, ...]:
        """What was judged of it from the one year to the other, and of years between them."""
        return tuple(
            judged
            for judged in self.judgements
            if first <= judged.from_year and judged.to_year <= second
        )

    def tie(self, first: int, second: int) -> Tie:
        """How it stands between an earlier and a later year."""
        before, after = bool(self.of(first)), bool(self.of(second))
        if before and after:
            return Tie.BOTH
        if not before and not after:
            return Tie.NEITHER
        if self.is_residual:
            return Tie.RESIDUAL
        if (second if before else first) in self.unsplit:
            return Tie.UNSPLIT
        relation = "gone" if before else "new"
        if any(judged.relation == relation for judged in self.between(first, second)):
            return Tie.GONE if before else Tie.NEW
        return Tie.ONLY_EARLIER if before else Tie.ONLY_LATER


def rows(plans: Sequence[Plan], judgements: Sequence[Judgement], by: By) -> tuple[Row, ...]:
    """The rows of all years, each item in exactly one of them, so that each year's amounts add up
    to its whole; in the order of the newest year, then of the one before.

    A judgement that names items which are not there, or by another name than theirs, binds nothing.
    """
    by_node = {item.node: item for plan in plans for item in plan.items}
    sound = [judged for judged in judgements if _holds(judged, by_node)]
    heads: dict[Node, Node] = {node: node for node in by_node}

    def head(node: Node) -> Node:
        while heads[node] != node:
            heads[node] = node = heads[heads[node]]
        return node

    for first, second in (*_judged(sound), *_alike(plans, sound, by)):
        heads[head(first)] = head(second)
    groups: dict[Node, list[Item]] = {}
    for plan in reversed(plans):
        for item in plan.items:
            groups.setdefault(head(item.node), []).append(item)
    judged_of: dict[Node, list[Judgement]] = {}
    for judged in sound:
        for end in {head(node) for node in _nodes(judged)}:
            judged_of.setdefault(end, []).append(judged)
    unsplit = frozenset(plan.year for plan in plans if not plan.is_split)
    return tuple(
        Row(
            tuple(sorted(items, key=lambda item: item.year)),
            tuple(judged_of.get(end, ())),
            unsplit,
        )
        for end, items in groups.items()
    )


def _nodes(judged: Judgement) -> frozenset[Node]:
    """The items that a judgement is about."""
    ends = ((judged.from_year, judged.from_key), (judged.to_year, judged.to_key))
    return frozenset(node for node in ends if node[1])


def _holds(judged: Judgement, by_node: dict[Node, Item]) -> bool:
    """Whether the judgement's items are there under the names that it expects."""
    for node, name in (
        ((judged.from_year, judged.from_key), judged.from_name),
        ((judged.to_year, judged.to_key), judged.to_name),
    ):
        if not node[1]:
            continue
        item = by_node.get(node)
        if item is None or (name and fold(name) not in {fold(known) for known in item.names}):
            return False
    return True


def _judged(judgements: Sequence[Judgement]) -> Iterator[tuple[Node, Node]]:
    for judged in judgements:
        if judged.from_key and judged.to_key:
            yield (judged.from_year, judged.from_key), (judged.to_year, judged.to_key)


def _alike(
    plans: Sequence[Plan], judgements: Sequence[Judgement], by: By
) -> Iterator[tuple[Node, Node]]:
    """The items of neighbouring years that are the same without a judgement."""
    for earlier, later in pairwise(plans):
        between = [
            judged
            for judged in judgements
            if (judged.from_year, judged.to_year) == (earlier.year, later.year)
        ]
        settled = {node for judged in between for node in _nodes(judged)}
        before = {item.key: item for item in earlier.items}
        for item in later.items:
            own = before.get(item.key)
            if own is None or own.node in settled or item.node in settled:
                continue
            if own.is_residual and item.is_residual:
                yield own.node, item.node
            elif own.is_residual or item.is_residual:
                continue
            elif by in _BY_KEY or (earlier.form == later.form and _same_name(own, item)):
                yield own.node, item.node


def _same_name(first: Item, second: Item) -> bool:
    """Whether both bear the same full name, which stands first."""
    return bool(first.names and second.names) and fold(first.names[0]) == fold(second.names[0])
