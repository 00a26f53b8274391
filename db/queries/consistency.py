"""Where the document agrees with itself, and where it does not."""

from __future__ import annotations

import pandas as pd
from sqlalchemy import Engine, case, select

from db.models import Check, Finding
from db.queries._frame import contract, frame, of
from db.queries._key import ProgrammeKey
from db.queries.plan import same
from kbb_data.schema import SEVERITIES


def checks(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The reconciliations that were run, by name: contract columns."""
    return frame(engine, select(*contract(Check)).where(*of(Check, key)).order_by(Check.check))


def findings(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The places where the document disagrees with itself, gravest first, then as they stand.

    Contract columns and ``check_title``. ``stated``, ``computed`` and ``difference`` are texts:
    for unit ``TRY`` lira with two decimals, else a number or words.
    """
    gravity = case({name: place for place, name in enumerate(SEVERITIES)}, value=Finding.severity)
    statement = (
        select(*contract(Finding), Check.title.label("check_title"))
        .join(Check, same(Finding, Check, "check"))
        .where(*of(Finding, key))
        .order_by(gravity, Finding.source_line, Finding.finding)
    )
    return frame(engine, statement)
