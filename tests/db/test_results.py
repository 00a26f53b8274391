"""A realised figure goes with the document that states it, and with no other."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Integer, create_engine, insert

from db import queries
from db.queries import ProgrammeKey
from db.tables import METADATA, table

KEY = ProgrammeKey(2027, "OVA")
_OWN = {"programme_year": KEY.year, "institution": KEY.institution, "source_section": "1"}


def test_a_month_goes_with_the_document_that_states_it(new_database: Callable[[], str]) -> None:
    engine = create_engine(new_database())
    METADATA.create_all(engine)
    with engine.begin() as connection:
        connection.execute(
            insert(table("programme")).values(
                {
                    column.name: 2027 if isinstance(column.type, Integer) else "OVA"
                    for column in table("programme").columns
                    if not column.nullable
                }
            )
        )
        for sequence, key in enumerate(("ara", "son"), start=1):
            connection.execute(
                insert(table("documents")).values(
                    **_OWN, source_line=sequence, row_number=sequence,
                    document=key, title=f"Rapor {key}",
                    kind="other_report", as_of="2027-12-31", sha256="0" * 64, sequence=sequence,
                )
            )  # fmt: skip
            connection.execute(
                insert(table("monthly_amounts")).values(
                    **_OWN, source_line=sequence, row_number=sequence,
                    document=key, classification="economic",
                    code="01", year=2027, month=sequence, amount=100 * sequence,
                )
            )  # fmt: skip
    frame = queries.monthly_amounts(engine, KEY)
    assert frame[["month", "document"]].values.tolist() == [[1, "ara"], [2, "son"]]
    engine.dispose()
