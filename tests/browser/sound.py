"""What makes a page sound: one heading, Turkish words, figures as people write them, no finding of
axe's, nothing over the edge; at every width and on paper."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.browser.names import foreign, names
from tests.browser.paper import check_print
from tests.browser.visit import NARROW, SMALLEST, WIDE, Visit, squeeze
from tests.support.readable import FOREIGN, RAW_NUMBER, readable

KNOWN = Path(__file__).parent / "axe" / "known.toml"


#: Opens the headings that a page's rows stand under, so that they are looked at as well.
OPEN = """document.querySelectorAll('[data-testid="stMain"] details.ki-goal')
  .forEach(goal => { goal.open = true; })"""


def problems(visit: Visit) -> dict[str, list[Any]]:
    """What is wrong with the page as it stands, by kind; empty when all is well."""
    text = readable(visit.text())
    headings = [squeeze(words) for words in visit.main.locator("h1").all_inner_texts()]
    title = visit.page.title()
    found = {
        "headings of the first level": headings if len(headings) != 1 or not headings[0] else [],
        "headings that leave a level out": visit.skipped_headings(),
        "title": [title] if not title.strip() or "Streamlit" in title else [],
        "foreign words": FOREIGN.findall(text),
        "raw numbers": RAW_NUMBER.findall(text),
        "failures": visit.main.locator('[data-testid="stException"]').all_inner_texts(),
        "hangs over the edge": visit.overhang(),
    }
    return {kind: what for kind, what in found.items() if what}


def has_maps_code(visit: Visit) -> bool:
    """Whether the page has asked for the code that draws maps, which is large."""
    asked = "performance.getEntriesByType('resource').some(one => /DeckGl/.test(one.name))"
    return bool(visit.page.evaluate(asked))


def check_at_every_width(visit: Visit, *, schemes: Sequence[str] = ("light",)) -> None:
    """Soundness at a desk and on a telephone, and no sideways scrolling on the smallest one.

    ``schemes``: those that the page is looked at in, that of the visit first. Another scheme can
    break colours alone; the page is brought into it as a visitor's system does at nightfall.
    """
    visit.page.evaluate(OPEN)
    for width in (WIDE, NARROW):
        visit.resize(width)
        told = foreign(names(visit.page))
        assert told == [], (width, told)
        for scheme in schemes:
            if len(schemes) > 1:
                visit.to_scheme(scheme)
            assert problems(visit) == {}, (width, scheme)
            findings = visit.axe(only_colours=scheme != schemes[0])
            assert [finding for finding in findings if not is_known(finding)] == [], (width, scheme)
    assert visit.resize(SMALLEST).overhang() == []


def check_on_telephones(visit: Visit) -> None:
    """A page that was opened at the smallest width is sound there and on a usual telephone."""
    assert visit.page.viewport_size == {"width": SMALLEST, "height": 900}
    visit.page.evaluate(OPEN)
    for width in (SMALLEST, NARROW):
        visit.resize(width)
        assert problems(visit) == {}, width


def check_everywhere(visit: Visit, *, schemes: Sequence[str] = ("light",)) -> None:
    """Soundness at every width and in every scheme named, and on paper in the first."""
    check_at_every_width(visit, schemes=schemes)
    if len(schemes) > 1:
        visit.to_scheme(schemes[0])
    visit.resize(WIDE)
    check_print(visit)


def known_findings() -> list[dict[str, Any]]:
    return list(tomllib.loads(KNOWN.read_text(encoding="utf-8")).get("known", []))


def is_known(finding: dict[str, Any]) -> bool:
    """Whether ``finding`` lies in Streamlit's own markup and is listed with its reason."""
    return any(
        finding["rule"] == known["rule"] and known["html"] in finding["html"]
        for known in known_findings()
    )
