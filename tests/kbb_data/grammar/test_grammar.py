"""Programmes drawn from a grammar of forms: what is imported is what was meant, exactly.

A longer run, with other programmes each time::

    HYPOTHESIS_EXAMPLES=2000 python -m pytest tests/kbb_data/grammar
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kbb_data.files.extract import extract
from kbb_data.importer import build
from tests.kbb_data.grammar import expected
from tests.kbb_data.grammar.meant import Programme, programmes
from tests.kbb_data.grammar.style import Style, styles
from tests.kbb_data.grammar.text import printed
from tests.support import documents

#: How many programmes a run of all tests reads; the same ones each time.
FEW = 60
EXAMPLES = int(os.environ.get("HYPOTHESIS_EXAMPLES", FEW))


@st.composite
def forms(draw: st.DrawFn) -> tuple[Programme, Style]:
    style = draw(styles())
    return draw(programmes(style.step)), style


def imported(text: str, container: str, folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The tables of a text that comes in a file."""
    make = {"word": documents.word, "workbook": documents.workbook}.get(container, str.encode)
    path = folder / "programme"
    path.write_bytes(make(text))
    tables = build(extract(path).content, [])[2]
    names = {row["spending_unit"]: row["name"] for row in tables["spending_units"]}
    for row in tables["activities"]:
        keys = [row["spending_unit"], *filter(None, (row["other_units"] or "").split(" | "))]
        row["units"] = tuple(names[key] for key in keys)
    for row in tables["unit_responsibilities"]:
        row["unit"] = names[row["spending_unit"]]
    return tables


@settings(
    max_examples=EXAMPLES,
    derandomize=EXAMPLES == FEW,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(forms())
def test_a_programme_is_read_as_it_was_meant(
    tmp_path_factory: Any, form: tuple[Programme, Style]
) -> None:
    programme, style = form
    folder = tmp_path_factory.mktemp("grammar")
    tables = imported(printed(programme, style), style.container, folder)
    for name, meant in expected.tables(programme, style).items():
        columns = meant[0].keys() if meant else ()
        found = [{column: row[column] for column in columns} for row in tables[name]]
        assert found == meant, name
    # Figures drawn at random leap from year to year.
    assert {row["check"] for row in tables["findings"]} <= {"indicator-leaps"}
