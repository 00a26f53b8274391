"""An invented council: seven members of two districts, three parties and none."""

from __future__ import annotations

from typing import Any

import pandas as pd

from present.council.html import Links
from present.council.model import Council, read
from present.kit.setting import Background

BACKGROUND = Background("Örnek Belediyesi", 2031, None, False)


def frame(columns: str, *rows: tuple[Any, ...]) -> pd.DataFrame:
    """A frame of rows under column names in a string."""
    return pd.DataFrame(list(rows), columns=columns.split())


def council(**changed: pd.DataFrame) -> Council:
    """The council, with some of its frames in place of the usual ones."""
    frames = {
        "members": frame(
            "position name role party district",
            (1, "Ayşe IŞIK", "Büyükşehir Belediye Başkanı", "B PARTİSİ", None),
            (2, "Can DERE", "Çamlı Belediye Başkanı", "A PARTİSİ", "Çamlı"),
            (3, "Ece  PINAR", "Çamlı Meclis Üyesi", "B PARTİSİ", "Çamlı"),
            (4, "Nil DAĞ", "Ilıca Meclis Üyesi", None, "Ilıca"),
            (5, "Su OVA", "Çamlı Meclis Üyesi", "B PARTİSİ", "Çamlı"),
            (6, "Ali TAŞ", "Çamlı Meclis Üyesi", "C PARTİSİ", "Çamlı"),
            (7, "ALİ TAŞ", "Ilıca Meclis Üyesi", "C PARTİSİ", "Ilıca"),
        ),
        "officers": frame(
            "position role name", (1, "Kâtip", "ECE PINAR"), (2, "Kâtip", "Yabancı KİŞİ")
        ),
        "committees": frame(
            "committee position role name",
            ("İMAR VE ÇEVRE KOMİSYONU", 1, "Başkan", "can dere"),
            ("İMAR VE ÇEVRE KOMİSYONU", 2, "Üye", "Ali TAŞ"),
            ("Hukuk Komisyonu", 1, "Başkan", "Can DERE"),
        ),
        "executive": frame(
            "position name role",
            (1, "Can DERE", "Encümen Üyesi"),
            (2, "Ümit KAYA", "Mali Hizmetler Daire Başkanı"),
        ),
        "stated": frame(
            "figure label printed",
            ("council.members", "Üye sayısı", "7"),
            ("council.chair", "Meclis Başkanı", "Ayşe Işık"),
        ),
        "scopes": frame(
            "committee kind key reason",
            ("Hukuk Komisyonu", "spending_unit", "hukuk", "Davalara bakar."),
            ("Hukuk Komisyonu", "goal", "10", "Sonuncu hedef."),
            ("Hukuk Komisyonu", "goal", "2", "Bir hedef."),
            ("Hukuk Komisyonu", "goal", "99", "Artık olmayan hedef."),
            ("Hukuk Komisyonu", "indicator", "3.1", "Ölçer."),
        ),
        "omissions": frame("kind key reason", ("activity", "7", "Kimsenin konusu değil.")),
    }
    return read(**{**frames, **changed})


def nobody() -> dict[str, pd.DataFrame]:
    """Frames of a programme that names nobody."""
    return {
        "members": frame("position name role party district"),
        "officers": frame("position role name"),
        "committees": frame("committee position role name"),
        "executive": frame("position name role"),
        "stated": frame("figure label printed"),
        "scopes": frame("committee kind key reason"),
        "omissions": frame("kind key reason"),
    }


def members(*rows: tuple[str | None, str | None]) -> Council:
    """A council of members alone, from (party, district)."""
    return council(
        **{
            **nobody(),
            "members": frame(
                "position name role party district",
                *(
                    (place, f"Kişi {place}", "Üye", party, district)
                    for place, (party, district) in enumerate(rows, start=1)
                ),
            ),
        }
    )


LINKS = Links(
    member=lambda position: f"/m?{position}",
    committee=lambda code: f"/k?{code}",
    district=lambda code: f"/i?{code}",
    unit=lambda code: f"/b?{code}",
    goal=lambda code: f"/h?{code}",
    activity=lambda code: f"/f?{code}",
    indicator=lambda code: f"/g?{code}",
    units={
        "hukuk": "Hukuk Müşavirliği",
        "mali": "Mali Hizmetler Daire Başkanlığı",
        "spor": "Spor Daire Başkanlığı",
    },
    goals={"2": "Ulaşım", "10": "Kurum"},
    activities={"7": "Gezi"},
    indicators={"3.1": "Yolcu"},
    districts=frozenset({"camli"}),
)
