"""Links as networks, mail programs and people altered them, each beside the link as we write it."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote

KURUM = "kurum=kayseri-buyuksehir-belediyesi"
OTHER = "kurum=camliova-buyuksehir-belediyesi"
DISTRICT = f"/ilce?ilce=yahyali&{KURUM}"


def _nfd(text: str) -> str:
    return quote(unicodedata.normalize("NFD", text))


#: What was made of a page's address, and the address.
PAGES = (
    # Networks count clicks.
    (f"{DISTRICT}&fbclid=IwAR0x-y_z", DISTRICT),
    (f"/ilce?fbclid=IwAR0x&ilce=yahyali&{KURUM}", DISTRICT),
    (f"{DISTRICT}&gclid=a&gbraid=b&gad_source=1&_gl=1*x&_ga=2.1", DISTRICT),
    (f"{DISTRICT}&utm_source=x&utm_medium=social&UTM_Campaign=Y", DISTRICT),
    (f"{DISTRICT}&igshid=a&igsh=b%3D%3D", DISTRICT),
    (f"{DISTRICT}&ref=share&ref_src=twsrc%5Etfw&s=20&t=AbC", DISTRICT),
    (f"{DISTRICT}&mc_cid=1&mc_eid=2&_hsenc=p2&mkt_tok=z", DISTRICT),
    (f"{DISTRICT}&msclkid=1&twclid=2&yclid=3&ttclid=4&li_fat_id=5&srsltid=6", DISTRICT),
    (f"{DISTRICT}&__cft__%5B0%5D=AZ&__tn__=-R&mibextid=q&rdid=1", DISTRICT),
    (f"{DISTRICT}&bilinmeyen=1", DISTRICT),
    ("/?fbclid=IwAR0x", "/"),
    (f"/?{KURUM}&utm_id=1.", f"/?{KURUM}"),
    # Text around a link ran into it.
    *((f"/butce?{KURUM}&amac=2{sign}", f"/butce?{KURUM}&amac=2") for sign in ".),;\"'’”»]>…*!?"),
    (f"/butce?{KURUM}&amac=2).", f"/butce?{KURUM}&amac=2"),
    (f"/butce?{KURUM}&amac=2&quot;", f"/butce?{KURUM}&amac=2"),
    ("/butce).", "/butce"),
    ("/butce%E2%80%99", "/butce"),
    ("/degisim,", "/degisim"),
    # Capitals, and letters composed otherwise.
    ("/BUTCE", "/butce"),
    ("/B%C3%9CT%C3%87E", "/butce"),
    (f"/{_nfd('bütçe')}", "/butce"),
    (f"/%C4%B0lce?%C4%B0L%C3%87E=yahyali&Kurum={KURUM[6:].upper()}", DISTRICT),
    (f"/ilce?ilce={_nfd('Yahyalı')}&{KURUM}", DISTRICT),
    (f"/ilce?ilce=YAHYALI&{KURUM}", DISTRICT),
    (f"/ilce?ilce=yahyal%C4%B1&{KURUM}", DISTRICT),
    (f"/ilce?ilce=Yahyali&{KURUM}", DISTRICT),
    (f"/ilce?ilce=yahyali&kurum={quote('Kayseri Büyükşehir Belediyesi')}", DISTRICT),
    ("/ilce?ilce=yahyali&kurum=Kayseri+B%C3%BCy%C3%BCk%C5%9Fehir+Belediyesi", DISTRICT),
    (f"/butce?{KURUM}&gorunum=BIRIM", f"/butce?{KURUM}&gorunum=birim"),
    (f"/harita?{KURUM}&tur=GEZ%C4%B0.D%C3%9CKKAN", f"/harita?{KURUM}&tur=gezi.dukkan"),
    # Escaped once more, or by halves.
    (f"/ilce?ilce=yahyal%25C4%25B1&{KURUM}", DISTRICT),
    (f"/ilce%3Filce%3Dyahyali%26{KURUM.replace('=', '%3D')}", DISTRICT),
    (f"/ilce?ilce%3Dyahyali%26{KURUM.replace('=', '%3D')}", DISTRICT),
    (f"/ilce?ilce=yahyali%26{KURUM}", DISTRICT),
    (f"/ilce?ilce=yahyali&amp;{KURUM}", DISTRICT),
    (f"/ilce?ilce=yahyali&amp;amp;{KURUM}&amp%3Blang=en", f"{DISTRICT}&lang=en"),
    (f"{DISTRICT}?fbclid=IwAR0x", DISTRICT),
    (f"/ilce?ilce=yahyali%23harita&{KURUM}", DISTRICT),
    (f"/butce?{KURUM}&ara=asfalt%2520yol", f"/butce?{KURUM}&ara=asfalt+yol"),
    (f"/butce?{KURUM}&ara=asfalt%20yol", f"/butce?{KURUM}&ara=asfalt+yol"),
    # Slashes.
    (f"//ilce//?ilce=yahyali&{KURUM}", DISTRICT),
    ("/degisim/", "/degisim"),
    # Given twice.
    (f"/ilce?ilce=yahyali&ilce=yahyali&{KURUM}", DISTRICT),
    (f"/ilce?ilce=talas&ilce=yahyali&{KURUM}", DISTRICT),
    (f"/ilce?ilce=yahyali&ilce=&{KURUM}&{KURUM}", DISTRICT),
    # Characters that nobody sees.
    (f"/ilce?ilce=%E2%80%8Byahyali%E2%80%8B&{KURUM}", DISTRICT),
    (f"/ilce?ilce=yahy%C2%ADali&{KURUM}", DISTRICT),
    (f"/ilce?ilce=%C2%A0yahyali&{KURUM}%E2%80%8E", DISTRICT),
    ("/butce%E2%80%8B", "/butce"),
    ("/%EF%BB%BFbutce%20", "/butce"),
    # Several years and another institution.
    ("/degisim?YIL=2025&gorunum=B%C4%B0R%C4%B0M&fbclid=1", "/degisim?yil=2025&gorunum=birim"),
    ("/degisim?yillar=2024%E2%80%932026&olcu=PAY", "/degisim?yillar=2024-2026&olcu=pay"),
    (f"/soz-ve-sonuc?soz=2024.&{OTHER}", f"/soz-ve-sonuc?soz=2024&{OTHER}"),
)  # fmt: skip

#: The same of what stands under an address by itself: figures' files, embeds, briefings, tables.
FILES = (
    (f"/grafik/ilce.json?ilce=YAHYALI&{KURUM}", f"/grafik/ilce.json?ilce=yahyali&{KURUM}"),
    (f"/grafik/ilce.csv?ilce=yahyali&{KURUM}&fbclid=1", f"/grafik/ilce.csv?ilce=yahyali&{KURUM}"),
    (f"/grafik/butce.png?{KURUM}&utm_source=x&boyut=SOSYAL",
     f"/grafik/butce.png?{KURUM}&boyut=sosyal"),
    (f"/GRAFIK/Butce.JSON?{KURUM}&amp;amac=2).", f"/grafik/butce.json?{KURUM}&amac=2"),
    (f"/grafik//butce.txt.?{KURUM}&lang=EN", f"/grafik/butce.txt?{KURUM}&lang=en"),
    ("/grafik/degisim.json?gorunum=B%C4%B0R%C4%B0M&yil=2025,&yil=2025",
     "/grafik/degisim.json?gorunum=birim&yil=2025"),
    (f"/gomulu/ilce?ilce=Yahyal%C4%B1&{KURUM}&tema=ACIK&gclid=1",
     f"/gomulu/ilce?ilce=yahyali&{KURUM}&tema=acik"),
    (f"/gomulu/butce/?{KURUM}&tema=acik", f"/gomulu/butce?{KURUM}&tema=acik"),
    (f"/brifing/Birim/Fen-Isleri.pdf?{KURUM}&fbclid=1",
     f"/brifing/birim/fen-isleri.pdf?{KURUM}"),
    (f"/veri/activities.csv?{KURUM}&utm_medium=mail.", f"/veri/activities.csv?{KURUM}"),
    (f"/VERI/Activities.CSV),?KURUM={KURUM[6:]}", f"/veri/activities.csv?{KURUM}"),
)  # fmt: skip

#: What the API refuses, however little was altered.
STRICT = (
    f"/api/v1/activities?{KURUM}&fbclid=1",
    f"/api/v1/activities?{KURUM}&{KURUM}",
    f"/api/v1/activities?{KURUM.upper()}",
    "/api/v1/activities?kurum=KAYSERI-BUYUKSEHIR-BELEDIYESI",
    "/api/v1/activities?yil=2025.",
    "/api/v1/activities?yil=2025&amp;limit=1",
    "/api/v1/tables?kurum=Kayseri+B%C3%BCy%C3%BCk%C5%9Fehir+Belediyesi",
    "/api/v1/Activities",
    "/api/v1/activities).",
)

#: What means nothing, or more than one thing: refused by files, and told calmly by pages.
UNKNOWN = (
    f"/grafik/ilce.json?ilce=yahya&{KURUM}",
    f"/grafik/ilce.json?ilce=yahyali-talas&{KURUM}",
    f"/grafik/butce.json?{KURUM}&amac=-1",
    f"/grafik/butce.json?{KURUM}&amac=99.",
    f"/grafik/butce.json?{KURUM}&bilinmeyen=1",
    f"/gomulu/ilce?ilce=yahya%E2%80%A6&{KURUM}",
)
