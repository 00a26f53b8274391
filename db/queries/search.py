"""Searching names and statements as a Turkish reader types them."""

from __future__ import annotations

from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Engine, String, and_, cast, literal, or_, select, union_all

from db.models import (
    Activity,
    Aim,
    Asset,
    CouncilMember,
    Goal,
    Indicator,
    Objective,
    SpendingUnit,
)
from db.queries._frame import build, frame, of
from db.queries._key import ProgrammeKey
from kbb_data.turkish import fold

_COLUMNS = [("kind", "object"), ("code", "object"), ("name", "object")]
#: More words than a reader types; what follows is ignored.
_WORDS = 8


def search(engine: Engine, key: ProgrammeKey, text: str, limit: int = 50) -> pd.DataFrame:
    """What of the programme holds every word of ``text``, in Turkish alphabetical order.

    Letter case, accents and the two i's do not count, and a word may be a part of one. Columns:
    kind (``aim``, ``objective``, ``goal``, ``indicator``, ``activity``, ``spending_unit``,
    ``asset``, ``council_member``), code (its key as text; an indicator's is ``goal.indicator``),
    name (name or statement). At most ``limit`` rows; none for a text without a word.
    """
    words = fold(text).split()[:_WORDS]
    if not words or limit < 1:
        return build(_COLUMNS, [])

    def holds(*folded: Any) -> ColumnElement[bool]:
        return and_(
            *(or_(*(column.contains(word, autoescape=True) for column in folded)) for word in words)
        )

    def text_of(column: Any) -> ColumnElement[str]:
        return cast(column, String)

    number = text_of(Indicator.goal).concat(".").concat(text_of(Indicator.indicator))
    parts: list[tuple[str, Any, Any, Any, Any, Any]] = [
        (
            "aim",
            Aim,
            text_of(Aim.aim),
            Aim.name,
            Aim.name_sort,
            (Aim.name_fold, Aim.statement_fold),
        ),
        (
            "objective",
            Objective,
            Objective.objective,
            Objective.statement,
            Objective.statement_sort,
            (Objective.statement_fold,),
        ),
        (
            "goal",
            Goal,
            text_of(Goal.goal),
            Goal.statement,
            Goal.statement_sort,
            (Goal.statement_fold,),
        ),
        (
            "indicator",
            Indicator,
            number,
            Indicator.name,
            Indicator.name_sort,
            (Indicator.name_fold,),
        ),
        (
            "activity",
            Activity,
            text_of(Activity.activity),
            Activity.name,
            Activity.name_sort,
            (Activity.name_fold,),
        ),
        (
            "spending_unit",
            SpendingUnit,
            SpendingUnit.spending_unit,
            SpendingUnit.name,
            SpendingUnit.name_sort,
            (SpendingUnit.name_fold,),
        ),
        ("asset", Asset, Asset.asset, Asset.name, Asset.name_sort, (Asset.name_fold,)),
        (
            "council_member",
            CouncilMember,
            text_of(CouncilMember.position),
            CouncilMember.name,
            CouncilMember.name_sort,
            (CouncilMember.name_fold,),
        ),
    ]
    found = union_all(
        *(
            select(
                literal(kind).label("kind"),
                code.label("code"),
                name.label("name"),
                order.label("name_sort"),
                model.source_line.label("place"),
            ).where(*of(model, key), holds(*folded))
            for kind, model, code, name, order, folded in parts
        )
    ).subquery()
    statement = (
        select(found.c.kind, found.c.code, found.c.name)
        .order_by(found.c.name_sort, found.c.kind, found.c.place)
        .limit(limit)
    )
    return frame(engine, statement)
