"""The formats in which every table can be taken away: the one list of them.

Pages link them in this order, the routes answer for their endings, and what describes the files
for machines (DCAT, the API's list of tables, OpenAPI) names them from here.
"""

from __future__ import annotations

from dataclasses import dataclass

from present.kit import spreadsheet
from present.opendata.parquet import MEDIA as PARQUET_MEDIA
from present.opendata.xlsx import MEDIA as XLSX_MEDIA


@dataclass(frozen=True, slots=True)
class Format:
    """A format of a table's file.

    ``ending``: of its address, behind the table's name and a full stop; ``media``: the answer's
    whole ``Content-Type``; ``key``: its name in the API's links and behind ``opendata.format_`` and
    ``opendata.about_`` in the catalogue; ``saved``: what the name of a saved file says beside table
    and year, empty where the ending says it all.
    """

    ending: str
    media: str
    key: str
    saved: str = ""

    @property
    def kind(self) -> str:
        """The media type without its parameters, as IANA registers it."""
        return self.media.partition(";")[0]

    def file_name(self, stem: str) -> str:
        """What a saved file is called: ``activities-2025-rfc4180.csv``."""
        return "-".join(filter(None, (stem, self.saved))) + "." + self.ending.rpartition(".")[2]


#: For a double click in a spreadsheet with Turkish settings.
PEOPLE = Format(spreadsheet.ENDING, spreadsheet.MEDIA, "people", "hesap-tablosu")
XLSX = Format("xlsx", XLSX_MEDIA, "xlsx")
#: For programs: RFC 4180, decimal points.
CSV = Format("csv", "text/csv; charset=utf-8; header=present", "csv", "rfc4180")
JSON = Format("json", "application/json", "json")
#: Typed columns, money as whole kuruş.
PARQUET = Format("parquet", PARQUET_MEDIA, "parquet")

#: All of them, what a person opens first, first.
FORMATS = (PEOPLE, XLSX, CSV, JSON, PARQUET)
BY_ENDING = {form.ending: form for form in FORMATS}
