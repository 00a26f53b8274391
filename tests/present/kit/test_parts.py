"""Parts of a page behind headings that open."""

from __future__ import annotations

from markupsafe import Markup

from present.kit.parts import head, part
from present.kit.text import ENGLISH, using


def test_a_part_is_a_heading_that_opens_its_content() -> None:
    html = part("a", "A & B", Markup("<p>1</p>"), brief="3 <satır>", text="Bu.")
    assert html == (
        '<details class="kbb-part kbb-part-2" id="a" data-kbb-room="">'
        '<summary><h2>A &amp; B</h2> <span class="kbb-brief">3 &lt;satır&gt;</span></summary>'
        '<p class="kbb-part-text">Bu.</p><p>1</p></details>'
    )


def test_it_may_be_open_or_stay_closed_where_there_is_room() -> None:
    assert part("a", "A", Markup(""), is_open=True).startswith(
        '<details class="kbb-part kbb-part-2" id="a" data-kbb-room="" open>'
    )
    closed = part("a", "A", Markup(""), level=3, opens_with_room=False)
    assert closed == (
        '<details class="kbb-part kbb-part-3" id="a"><summary><h3>A</h3></summary></details>'
    )


def test_controls_have_no_heading() -> None:
    html = head("a", "Seçenekler", level=0)
    assert 'class="kbb-part kbb-part-0 kbb-beside"' in html
    assert "<summary><b>Seçenekler</b></summary>" in html


def test_the_documents_words_stay_turkish() -> None:
    with using(ENGLISH):
        html = part("a", "Fen İşleri: money", Markup(""), own=("Fen İşleri",))
    assert '<h2><span lang="tr">Fen İşleri</span>: money</h2>' in html


def test_what_is_html_already_is_not_escaped_again() -> None:
    html = part("a", Markup("<i>A</i>"), Markup(""), brief=Markup("1 &amp; 2"))
    assert "<h2><i>A</i></h2>" in html
    assert ">1 &amp; 2<" in html
