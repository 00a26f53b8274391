"""What can be found: one document for each thing of a programme that has a page of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from kbb_data import geo
from kbb_data.schema import BY_NAME
from kbb_data.search_words import english_stem, folded_words, stems
from kbb_data.turkish import lower, slug, upper

#: The kinds of documents that the database holds, in the order in which equals are shown.
KINDS = (
    "topic",
    "aim",
    "objective",
    "goal",
    "indicator",
    "activity",
    "spending_unit",
    "economic_code",
    "district",
    "asset",
    "committee",
    "council_member",
)

Tables = Mapping[str, Iterable[Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Document:
    """Something that can be found.

    ``code`` is its key as text (an indicator's is ``goal.indicator``; districts and committees
    have the slug of their name), ``title`` its name or statement, ``body`` what else is said of
    it, empty where nothing is. ``district`` is where an asset stands, ``None`` where it is not
    stated. ``english`` is its name in English, empty where nobody gave it one. The rest are the
    words of the texts in their search form, and the stem of each.
    """

    kind: str
    code: str
    title: str
    body: str = ""
    district: str | None = None
    title_words: tuple[str, ...] = ()
    title_stems: tuple[str, ...] = ()
    body_words: tuple[str, ...] = ()
    body_stems: tuple[str, ...] = ()
    english: str = ""
    english_words: tuple[str, ...] = ()
    english_stems: tuple[str, ...] = ()


def document(
    kind: str,
    code: str,
    title: str,
    body: str = "",
    district: str | None = None,
    english: str = "",
    short: str = "",
) -> Document:
    """A document with the words and stems of its texts; those of a ``short`` name count as the
    title's."""
    title_words = tuple(dict.fromkeys(folded_words(f"{title} {short}")))
    body_words = folded_words(body)
    english_words = folded_words(english)
    return Document(
        kind,
        code,
        title,
        body,
        district,
        title_words,
        stems(title_words),
        body_words,
        stems(body_words),
        english,
        english_words,
        tuple(english_stem(word) for word in english_words),
    )


def fingerprint() -> str:
    """What stands in documents beside the datasets' own words: other words mean that they must be
    made anew."""
    return repr((_ASSET_KINDS, _ECONOMIC_CODES))


def row(document: Document) -> dict[str, Any]:
    """A document as the table ``search_documents`` takes it."""
    return {
        name: " ".join(value) if isinstance(value, tuple) else value
        for name, value in asdict(document).items()
    }


def documents(institution: str, tables: Tables) -> list[Document]:
    """The documents of a programme, from its tables and from what is known of its ground."""
    units = {row["spending_unit"]: row["name"] for row in tables.get("spending_units", ())}
    result: list[Document] = [
        document("topic", row["topic"], row["name"], row["purpose"], english=row["name_en"])
        for row in tables.get("topics", ())
    ]
    for row in tables.get("aims", ()):
        result.append(
            document("aim", str(row["aim"]), row["name"], row["statement"], None, *_short(row))
        )
    for row in tables.get("objectives", ()):
        result.append(document("objective", row["objective"], row["statement"]))
    for row in tables.get("goals", ()):
        note = _joined(row["note"])
        result.append(
            document("goal", str(row["goal"]), row["statement"], note, None, *_short(row))
        )
    for row in tables.get("hierarchy", ()):
        body = _joined(row["objective"], row["explanation"])
        if row["level"] in _LEVELS:
            kind = _LEVELS[row["level"]]
            result.append(document(kind, row["code"], row["name"], body, None, *_short(row)))
    for row in tables.get("indicators", ()):
        code = f"{row['goal']}.{row['indicator']}"
        result.append(document("indicator", code, row["name"], _joined(row["note"])))
    for row in tables.get("activities", ()):
        body = _joined(units.get(row["spending_unit"]), row["note"])
        result.append(
            document("activity", str(row["activity"]), row["name"], body, None, *_short(row))
        )
    for row in tables.get("spending_units", ()):
        unit, aliases = row["spending_unit"], _joined(row["aliases"])
        result.append(document("spending_unit", unit, row["name"], aliases, None, *_short(row)))
    result.extend(_economic_codes(tables.get("economic_codes", ())))
    result.extend(_districts(institution))
    for row in tables.get("assets", ()):
        body = _joined(row["district"], _sentence(row["category"]), row["note"])
        english = _ASSET_KINDS.get(row["kind"] or "", "")
        result.append(document("asset", row["asset"], row["name"], body, row["district"], english))
    result.extend(_committees(tables.get("committees", ())))
    for row in tables.get("council_members", ()):
        body = _joined(row["role"], row["party"])
        result.append(document("council_member", str(row["position"]), row["name"], body))
    return result


#: What the levels of a programme budget are found as.
_LEVELS = {"programme": "aim", "sub_programme": "goal"}

#: The English words of each kind of asset, and of each statutory economic code.
_ASSET_KINDS = {code.code: code.en for code in BY_NAME["assets"].column("kind").codes}
_ECONOMIC_CODES = {
    code.code: code.en for code in BY_NAME["economic_codes"].column("economic_code").codes
}


def _short(row: Mapping[str, Any]) -> tuple[str, str]:
    """The short names in English and in Turkish that a row was given; empty where there is none."""
    return row.get("short_name_en") or "", row.get("short_name") or ""


def _economic_codes(rows: Iterable[Mapping[str, Any]]) -> Iterator[Document]:
    for row in rows:
        code = row["economic_code"]
        yield document("economic_code", code, row["name"], english=_ECONOMIC_CODES.get(code, ""))


def _districts(institution: str) -> Iterator[Document]:
    place = geo.place(institution)
    for district in place.districts if place is not None else ():
        yield document("district", district.slug, district.name)


def _committees(seats: Iterable[Mapping[str, Any]]) -> Iterator[Document]:
    members: dict[str, list[str]] = {}
    for row in seats:
        members.setdefault(row["committee"], []).append(row["name"])
    for name, people in members.items():
        yield document("committee", slug(name), name, ", ".join(people))


def _joined(*parts: str | None) -> str:
    return " · ".join(dict.fromkeys(part for part in parts if part))


def _sentence(text: str) -> str:
    """A heading that is printed in capitals, as it is written within a sentence."""
    return upper(text[:1]) + lower(text[1:])
