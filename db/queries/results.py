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

    Columns as ``kbb_data.schema`` has them, then of the document: document_title, document_kind,
    document_date, document_sequence, document_corrects. Empty where no document was taken in.
    """
    return frame(engine, _with_document(INDICATOR_RESULTS, key, ("goal", "indicator", "as_of")))


def appropriations(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """One row a code's appropriation and spending as of a day in a document, by classification,
    code, day, the order of the documents and the place in the document.

    Money columns are ``<name>_kurus``. Of the document: document_title, document_kind,
    document_date, document_sequence, document_corrects. Empty where no document was taken in.
    """
    return frame(
        engine,
        _with_document(
            APPROPRIATIONS, key, ("classification", "code", "as_of"), after=("statement",)
        ),
    )


def monthly_amounts(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """One row what was spent in a month under a code as a document states it, by classification,
    code, month and the order of the documents; columns of the document as ``appropriations`` has
    them. Empty where no document states months.
    """
    return frame(
        engine, _with_document(MONTHLY_AMOUNTS, key, ("classification", "code", "year", "month"))
    )


def succession(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """One row how a part of the programme follows one of an earlier programme, as judged; columns
    as ``kbb_data.schema`` has them. Empty where nobody judged it."""
    rows = select(*contract(SUCCESSION)).where(*of(SUCCESSION, key))
    return frame(engine, rows.order_by(SUCCESSION.c.number))


def _with_document(
    figures: Table, key: ProgrammeKey, before: Sequence[str], after: Sequence[str] = ()
) -> Select[Any]:
    """A programme's rows of a table, each with what is said of the document that states it.

    Ordered by the columns ``before``, then as the documents were taken in, then by ``after``.
    """
    stated_in = owned(figures, DOCUMENTS) & (figures.c.document == DOCUMENTS.c.document)
    return (
        select(
            *contract(figures),
            *(
                DOCUMENTS.c[name].label(f"document_{name}")
                for name in ("title", "kind", "date", "sequence", "corrects")
            ),
        )
        .join(DOCUMENTS, stated_in)
        .where(*of(figures, key))
        .order_by(
            *(figures.c[name] for name in before),
            DOCUMENTS.c.sequence,
            *(figures.c[name] for name in after),
        )
    )
