"""What a served Data Package says beside the published one: where it lives, who made it.

A published package stays as it is, byte for byte; these depend on where it is served.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from present.kit.brand import brand, called
from present.kit.contact import contact
from present.kit.text import TURKISH, t, using
from present.opendata.catalogue import address
from present.opendata.source import Edition
from present.site.pages import DATA


def about(edition: Edition, descriptor: Mapping[str, Any], base: str) -> dict[str, Any]:
    """A descriptor with homepage, keywords and contributors; ``base`` is this server's address
    without a closing slash."""
    with using(TURKISH, edition.form):
        keywords = t("opendata.keywords").split(", ")
        asked = contact(edition.institution)
        institution: dict[str, Any] = {
            "title": called(edition.institution),
            "roles": ["creator", "rightsHolder"],
        }
        publisher: dict[str, Any] = {
            "title": brand(edition.institution),
            "path": f"{base}/",
            "roles": ["publisher", "contact"] if asked and asked.is_set else ["publisher"],
        }
    if asked is not None:
        own = publisher if asked.is_set else institution
        if asked.web:
            own["path"] = asked.web
        if asked.email:
            own["email"] = asked.email
        if own is institution:
            own["roles"].append("contact")
    return {
        **descriptor,
        "homepage": address(base, DATA.path, edition),
        "keywords": keywords,
        "contributors": [institution, publisher],
    }
