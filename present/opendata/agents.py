"""Who and where, as a catalogue's linked data tell it: publisher, institution, contact, ground."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kbb_data import geo, turkish
from kbb_data.geo import Place
from present.kit import contact as contacts
from present.kit.brand import brand, called
from present.opendata.nodes import Node, Nodes, each

_COUNTRY = "eu:country/TUR"
_NUTS = "http://data.europa.eu/nuts/code/"


def publisher(nodes: Nodes, base: str, institution: str | None) -> Node:
    """The dashboard of an institution, or of several."""
    return nodes(
        address(base, "yayimci", institution),
        "foaf:Agent",
        lambda: {
            "foaf:name": each(lambda: brand(institution)),
            "foaf:homepage": document(nodes, f"{base}/"),
        },
    )


def creator(nodes: Nodes, base: str, institution: str) -> Node:
    """The institution whose document it is."""
    return nodes(
        address(base, "idare", institution),
        ["foaf:Agent", "foaf:Organization"],
        lambda: {"foaf:name": each(lambda: called(institution))},
    )


def contact(nodes: Nodes, base: str, institution: str | None) -> dict[str, Any]:
    """Whom to ask, as a dataset's property; empty where nobody is known."""
    known = contacts.contact(institution)
    if known is None:
        return {}

    def make() -> dict[str, Any]:
        told: dict[str, Any] = {"vcard:fn": known.name}
        if known.email:
            told["vcard:hasEmail"] = {"@id": f"mailto:{known.email}"}
        if known.web:
            told["vcard:hasURL"] = {"@id": known.web}
        if known.telephone:
            told["vcard:hasTelephone"] = {"@id": f"tel:{known.telephone}"}
        if known.address:
            told["vcard:hasAddress"] = {
                "@type": "vcard:Address",
                "vcard:street-address": known.address,
            }
        return told

    kinds = ["vcard:Kind", "vcard:Organization"]
    return {"dcat:contactPoint": nodes(address(base, "iletisim", institution), kinds, make)}


def ground(nodes: Nodes, base: str, institutions: Iterable[str]) -> list[Node]:
    """What the data are about on the ground: Türkiye, and the places of the institutions whose
    ground is known."""
    places = (geo.place(institution) for institution in institutions)
    return [
        nodes(_COUNTRY, "dct:Location"),
        *(_place(nodes, base, place) for place in places if place is not None),
    ]


def document(nodes: Nodes, page: str) -> Node:
    """A page as linked data name it."""
    return nodes(page, "foaf:Document")


def _place(nodes: Nodes, base: str, place: Place) -> Node:
    def make() -> dict[str, Any]:
        points = [
            point for district in place.districts for ring in district.rings for point in ring
        ]
        west, east = (pick(lon for lon, _ in points) for pick in (min, max))
        south, north = (pick(lat for _, lat in points) for pick in (min, max))
        corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
        ring = ", ".join(f"{lon} {lat}" for lon, lat in corners)
        return {
            "skos:prefLabel": {"@language": "tr", "@value": place.name},
            "dcat:bbox": _wkt(f"POLYGON(({ring}))"),
            "dcat:centroid": _wkt(f"POINT({place.centre.lon} {place.centre.lat})"),
        }

    own = _NUTS + place.nuts if place.nuts else address(base, "yer", place.institution)
    return nodes(own, "dct:Location", make)


def _wkt(text: str) -> Node:
    return {"@type": "geosparql:wktLiteral", "@value": text}


def address(base: str, what: str, institution: str | None) -> str:
    """An address that names a thing which is no page: of an institution, or of all."""
    return f"{base}/#{what}" + (f"-{turkish.slug(institution)}" if institution else "")
