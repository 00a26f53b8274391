"""What pages say of themselves in schema.org's words."""

from __future__ import annotations

import json
import re
from typing import Any

#: Every page, and a view of each kind of thing.
VIEWS = (
    "/", "/?lang=en", "/konu", "/konu?konu=otobus-ve-tramvay", "/butce",
    "/butce?amac=2", "/butce?faaliyet=1", "/butce?kod=01", "/birimler",
    "/birimler?birim=imar-ve-sehircilik", "/degisim", "/amaclar", "/amaclar?amac=1", "/hedef",
    "/hedef?hedef=2", "/gostergeler", "/gostergeler?gosterge=1.1", "/soz-ve-sonuc", "/harita",
    "/ilce", "/ilce?ilce=yahyali", "/meclis", "/meclis?uye=5",
    "/meclis?komisyon=egitim-kultur-genclik-ve-spor-komisyonu", "/kaynaklar", "/tutarlilik",
    "/tutarlilik?bulgu=asset-totals.mezarliklar.melikgazi", "/brifing", "/grafikler", "/veri",
    "/veri?lang=en", "/hakkinda", "/hakkinda?terim=performans-gostergesi&lang=en", "/ara",
)  # fmt: skip


def linked(page: str) -> dict[str, Any]:
    """The one script of linked data in a page's head."""
    head = page.partition("</head>")[0]
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', head, re.DOTALL)
    content: dict[str, Any] = json.loads(script)
    return content
