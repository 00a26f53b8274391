"""A document about results, read by what its heads say: which it is, and whose, and of what year."""

from __future__ import annotations

from kbb_data.files.extract import Extract
from kbb_data.results.records import Report


def read(source: Extract, year: int, institution: str = "") -> Report:
    """What a half-year report, final accounts or an activity report says of a programme's ``year``.

    ``institution`` is the programme's; a document that names another one is refused, as is one of
    another year. A document that names neither (a CSV file) is taken to be the programme's. Raises
    ``Unreadable`` with the line and the mend for whatever can't be read with certainty.
    """
    raise NotImplementedError
