"""Whom to ask about the data: whoever runs the dashboard, where that is set, else the institution.

Nobody is invented: where neither is known there is no contact.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass

from kbb_data import geo
from present.kit.brand import brand, called

#: An e-mail or web address of those who answer for the dashboard and its data.
CONTACT = "KBB_CONTACT"

#: The names of what may be known of a contact; a name is always there.
FIELDS = ("name", "email", "web", "phone", "address")

_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_WEB = re.compile(r"https?://[^\s]+")


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach somebody; ``name`` in the language at hand, all else empty where not known.

    ``is_set``: whoever runs the dashboard, by its setting; else the institution, as its document
    prints it.
    """

    name: str
    email: str = ""
    web: str = ""
    phone: str = ""
    address: str = ""
    is_set: bool = False

    @property
    def telephone(self) -> str:
        """The phone as programs dial it: ``+903522228960``; empty for none."""
        digits = re.sub(r"\D", "", self.phone)
        return f"+90{digits.removeprefix('0')}" if digits else ""

    def fields(self) -> dict[str, str]:
        """What is known, by name; ``phone`` as programs dial it."""
        own = (self.name, self.email, self.web, self.telephone, self.address)
        known = dict(zip(FIELDS, own, strict=True))
        return {name: text for name, text in known.items() if text}

    def told(self) -> str:
        """All of it in one line."""
        return ", ".join(filter(None, (self.name, self.address, self.phone, self.email, self.web)))


def told(institution: str) -> str:
    """The contact for an institution's data in one line; empty where nobody is known."""
    known = contact(institution)
    return known.told() if known is not None else ""


def contact(institution: str | None) -> Contact | None:
    """The contact for the data of an institution, or of all where none is named; ``None`` where
    nobody is known. A setting that is neither an e-mail nor a web address counts as none."""
    set_ = os.environ.get(CONTACT, "").strip()
    if _MAIL.fullmatch(set_):
        return Contact(brand(institution), email=set_, is_set=True)
    if _WEB.fullmatch(set_):
        return Contact(brand(institution), web=set_, is_set=True)
    place = geo.place(institution) if institution is not None else None
    if place is None or place.contact is None:
        return None
    own = place.contact
    assert institution is not None
    return Contact(called(institution), web=own.web, phone=own.phone, address=own.address)
