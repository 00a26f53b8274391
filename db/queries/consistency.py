"""Where the document agrees with itself, and where it does not."""

from __future__ import annotations

import pandas as pd
from sqlalchemy import Engine, case, select

from db.queries._frame import contract, frame, of
from db.queries._key import ProgrammeKey
from db.queries.plan import same
from db.tables import table
from kbb_data.schema import SEVERITIES

CHECKS = table("checks")
FINDINGS = table("findings")


def checks(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The reconciliations that were run, by name: contract columns."""
    return frame(engine, select(*contract(CHECKS)).where(*of(CHECKS, key)).order_by(CHECKS.c.check))


def findings(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The places where the document disagrees with itself, gravest first, then as they stand.

    Contract columns and ``check_title``. ``stated``, ``computed`` and ``difference`` are texts:
    for unit ``TRY`` lira with two decimals, else a number or words.
    """
    gravity = case(
        {name: place for place, name in enumerate(SEVERITIES)}, value=FINDINGS.c.severity
    )
    statement = (
        select(*contract(FINDINGS), CHECKS.c.title.label("check_title"))
        .join(CHECKS, same(FINDINGS, CHECKS, "check"))
        .where(*of(FINDINGS, key))
        .order_by(gravity, FINDINGS.c.source_line, FINDINGS.c.finding)
    )
    return frame(engine, statement)
