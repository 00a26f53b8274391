"""What came of a programme, as its documents of results state it, and what it follows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
from sqlalchemy import Engine, Select, Table, select

from db.queries._frame import contract, frame, of
from db.queries._key import ProgrammeKey
from db.queries.levels import owned
from db.tables import table

APPROPRIATIONS = table("appropriations")
DOCUMENTS = table("documents")
INDICATOR_RESULTS = table("indicator_results")
MONTHLY_AMOUNTS = table("monthly_amounts")
SUCCESSION = table("succession")


def documents(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """One row a document with realised figures, in the order in which they were taken in.

    Columns as ``kbb_data.schema`` has them; ``date`` and ``as_of`` are texts as ``2026-06-30``.
    Empty where no document was taken in.
    """
    rows = select(*contract(DOCUMENTS)).where(*of(DOCUMENTS, key))
    return frame(engine, rows.order_by(DOCUMENTS.c.sequence))


def indicator_results(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """One row an indicator's realised figure as of a day in a document, by goal, indicator, day
    and the order of the documents.

    Columns as ``kbb_data.schema`` has them. Empty where no document was taken in.
    """
    return frame(engine, _as_taken_in(INDICATOR_RESULTS, key, ("goal", "indicator", "as_of")))


def appropriations(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """One row a code's appropriation and spending as of a day in a document, by classification,
    code, day, the order of the documents and the place in the document.

    Money columns are ``<name>_kurus``. Empty where no document was taken in.
    """
    return frame(
        engine,
        _as_taken_in(
            APPROPRIATIONS, key, ("classification", "code", "as_of"), after=("statement",)
        ),
    )


def monthly_amounts(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """One row what was spent in a month under a code as a document states it, by classification,
    code, month and the order of the documents. Empty where no document states months.
    """
    return frame(
        engine, _as_taken_in(MONTHLY_AMOUNTS, key, ("classification", "code", "year", "month"))
    )


def succession(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """One row how a part of the programme follows one of an earlier programme, as judged; columns
    as ``kbb_data.schema`` has them. Empty where nobody judged it."""
    rows = select(*contract(SUCCESSION)).where(*of(SUCCESSION, key))
    return frame(engine, rows.order_by(SUCCESSION.c.number))


def _as_taken_in(
    figures: Table, key: ProgrammeKey, before: Sequence[str], after: Sequence[str] = ()
) -> Select[Any]:
    """A programme's rows of a table, by the columns ``before``, then as the documents that state
    them were taken in, then by ``after``."""
    stated_in = owned(figures, DOCUMENTS) & (figures.c.document == DOCUMENTS.c.document)
    return (
        select(*contract(figures))
        .join(DOCUMENTS, stated_in)
        .where(*of(figures, key))
        .order_by(
            *(figures.c[name] for name in before),
            DOCUMENTS.c.sequence,
            *(figures.c[name] for name in after),
        )
    )
