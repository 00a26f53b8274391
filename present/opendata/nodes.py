"""The parts of a linked-data document: each is told in full once, and by its address after that."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from present.kit.text import ENGLISH, TURKISH, using

Node = dict[str, Any]

#: Prefixes of names, and of addresses that are named again and again.
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dct": "http://purl.org/dc/terms/",
    "eu": "http://publications.europa.eu/resource/authority/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geosparql": "http://www.opengis.net/ont/geosparql#",
    "iana": "https://www.iana.org/assignments/media-types/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


class Nodes:
    """What a document has told so far."""

    def __init__(self) -> None:
        self._told: set[str] = set()

    def __call__(
        self, address: str, kind: str | list[str], make: Callable[[], Mapping[str, Any]] = dict
    ) -> Node:
        """The thing at ``address``: with its kind and what ``make`` says where it comes first, by
        its address alone after that."""
        if address in self._told:
            return {"@id": address}
        self._told.add(address)
        return {"@id": address, "@type": kind, **make()}


def each(say: Callable[[], str]) -> list[Node]:
    """What is said in both languages."""
    texts = []
    for language in (TURKISH, ENGLISH):
        with using(language):
            texts.append(worded(language, say()))
    return texts


def worded(language: str, text: str) -> Node:
    """A text in a language."""
    return {"@language": language, "@value": text}


def typed(value: str, kind: str) -> Node:
    """A value of one of XML Schema's types."""
    return {"@type": f"xsd:{kind}", "@value": value}
