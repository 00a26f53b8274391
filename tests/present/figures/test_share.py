"""What a figure's ways to others carry: true without its page, and the address of the very view."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from present.figures.menu import short, taken
from present.figures.registry import ENTRIES, drawn
from present.figures.share import share, share_html, whatsapp
from present.kit.entry import NoChoices
from present.kit.figure import Note
from present.kit.setting import Setting
from present.kit.text import using

PUBLIC = "https://acikbutce.example"
SCRIPT = Path(__file__).resolve().parents[3] / "assets" / "share.js"


def message(markup: str) -> str:
    """The text that WhatsApp opens with."""
    (address,) = re.findall(r'href="(https://wa\.me/[^"]+)"', markup)
    (text,) = parse_qs(urlsplit(html.unescape(address)).query)["text"]
    return text


@pytest.mark.parametrize("language", ["tr", "en"])
def test_every_figure_goes_out_with_its_year_its_source_and_its_own_address(
    setting_in: Callable[[str], Setting], language: str
) -> None:
    setting = setting_in(language)
    shared = 0
    with using(language):
        for entry in (entry for entry in ENTRIES if entry.is_there(setting)):
            for choices in entry.presets(setting):
                figure = drawn(setting, entry.slug, choices).figure
                markup = str(share(setting, entry.slug, choices, PUBLIC))
                text = message(markup)
                for part in (figure.title, figure.subtitle, figure.sentence, figure.source):
                    assert part in text, (entry.slug, part)
                assert re.search(r"\b20\d\d\b", text), entry.slug
                address = PUBLIC + setting.link(entry.page, choices)
                assert text.splitlines()[-1] == address
                assert html.escape(figure.title) in markup.partition("</summary>")[0]
                # The device's sheet gets the same, the address apart.
                (own,) = re.findall(r'data-kbb-share="([^"]*)"', markup)
                assert f"{html.unescape(own)}\n{address}" == text
                shared += 1
                break
    assert shared > 20


def test_what_is_fixed_to_a_sentence_goes_along_and_findings_by_their_number(
    setting_in: Callable[[str], Setting],
) -> None:
    figure = drawn(setting_in("tr"), "genel-bakis", NoChoices()).figure
    notes = [Note("Maaşlar dışındadır.", "x", is_fixed=True), *(Note("Fark.", "y"),) * 12]
    assert short(replace(figure, notes=notes)) == (
        f"{figure.sentence} Maaşlar dışındadır. Buradaki sayılara değen 12 tutarlılık bulgusu."
    )
    assert short(replace(figure, notes=())) == figure.sentence


def test_nothing_of_another_host_is_more_than_a_link(
    setting_in: Callable[[str], Setting],
) -> None:
    markup = str(share(setting_in("tr"), "genel-bakis", NoChoices(), PUBLIC))
    links = re.findall(r'<a href="(https://[^"]+)"', markup)
    assert [urlsplit(link).netloc for link in links] == ["wa.me"]
    assert "src=" not in re.sub(r"data-kbb-copy=\"[^\"]*\"|<code>.*?</code>", "", markup)
    assert "wa.me" not in SCRIPT.read_text(encoding="utf-8")
    assert whatsapp("a & b\nç?") == "https://wa.me/?text=a%20%26%20b%0A%C3%A7%3F"


def test_a_figure_without_a_picture_offers_none(setting_in: Callable[[str], Setting]) -> None:
    shared = taken(setting_in("tr"), "genel-bakis", NoChoices(), PUBLIC)
    assert "Görseli indir" in share_html(shared)
    assert "Görseli indir" not in share_html(replace(shared, has_picture=False))
