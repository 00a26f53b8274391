"""Tables are real tables: caption, scopes, escaped text."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pandas as pd
import pytest
from markupsafe import Markup

from present.kit import writing
from present.kit.tables import TableColumn, folded, html_table, lead
from present.kit.text import ENGLISH, using

COLUMNS = (
    TableColumn("name", "Ad", is_heading=True, link=lambda row: row["address"]),
    TableColumn("kurus", "Tutar", writing.money, is_number=True),
)


class Tags(HTMLParser):
    """Collects tags with their attributes, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def frame(**values: list[object]) -> pd.DataFrame:
    return pd.DataFrame(values)


def test_a_table_has_caption_scopes_and_a_region_that_keys_reach() -> None:
    html = html_table(
        frame(name=["A", "B"], kurus=[100_00, None], address=["/a?x=1&y=2", None]),
        COLUMNS,
        "Başlık",
    )
    tags = Tags(html)
    region = tags.tags[0][1]
    assert (region["role"], region["tabindex"], region["aria-label"]) == ("region", "0", "Başlık")
    scopes = [attributes.get("scope") for tag, attributes in tags.tags if tag == "th"]
    assert scopes == ["col", "col", "row", "row"]
    assert "Başlık" in tags.words
    assert {"100 TL", "belirtilmemiş"} <= set(tags.words)
    assert [attributes["href"] for tag, attributes in tags.tags if tag == "a"] == ["/a?x=1&y=2"]


def test_text_cannot_become_markup() -> None:
    evil = '<script>alert("1")</script>'
    html = html_table(frame(name=[evil], kurus=[1], address=['"><b>']), COLUMNS, evil)
    assert "<script" not in html
    assert "<b>" not in html


def test_the_documents_own_words_are_marked_in_english() -> None:
    columns = [TableColumn("name", "Name", is_heading=True, is_verbatim=True)]
    rows = frame(name=["Su & yol", None])
    with using(ENGLISH):
        html = html_table(rows, columns, "Caption")
    assert '<th scope="row"><span lang="tr">Su &amp; yol</span></th>' in html
    assert '<th scope="row">not stated</th>' in html
    assert "<span" not in html_table(rows, columns, "Başlık")
    mixed = [TableColumn("name", "Name", is_verbatim=lambda row: row["name"] != "Total")]
    with using(ENGLISH):
        html = html_table(frame(name=["Yol", "Total"]), mixed, "Caption")
    assert '<td><span lang="tr">Yol</span></td>' in html
    assert "<td>Total</td>" in html


def test_a_fold_is_shut_until_it_is_opened() -> None:
    assert folded("<Tablo>", Markup("<p>1</p>")) == (
        '<details class="kbb-fold"><summary>&lt;Tablo&gt;</summary><p>1</p></details>'
    )
    assert '<details class="kbb-fold" open>' in folded("Tablo", "", is_open=True)


def test_without_rows_the_table_says_so() -> None:
    html = html_table(frame(name=[], kurus=[], address=[]), COLUMNS, "Boş")
    assert "Gösterilecek satır yok." in html
    assert 'colspan="2"' in html


def test_a_column_that_is_not_there_is_named() -> None:
    with pytest.raises(KeyError, match="kurus"):
        html_table(frame(name=["A"]), COLUMNS, "Eksik")


def test_a_stacked_table_says_its_roles_and_names_each_cell() -> None:
    cells = frame(name=["A"], kurus=[100_00], address=[None])
    html = html_table(cells, COLUMNS, "Başlık", is_stacked=True)
    roles = [attributes.get("role") for tag, attributes in Tags(html).tags if tag != "span"]
    assert roles == [
        "region", "table", None, "rowgroup", "row", "columnheader", "columnheader", "rowgroup",
        "row", "rowheader", "cell",
    ]  # fmt: skip
    assert '<span class="kbb-of" aria-hidden="true">Tutar</span>100 TL</td>' in html
    plain = html_table(cells, COLUMNS, "Başlık")
    assert "kbb-of" not in plain
    assert 'role="row' not in plain


def test_a_table_says_what_a_row_shows_on_a_telephone_and_what_opens_the_rest() -> None:
    columns = (
        TableColumn("name", "Adı", is_heading=True),
        TableColumn("share", "Pay", writing.share, is_number=True),
        TableColumn("kurus", "Tutar", writing.money, is_number=True),
    )
    html = html_table(frame(name=["Su"], share=[0.5], kurus=[100]), columns, "Başlık")
    assert ' data-kbb-opener="Ayrıntılar" data-kbb-lead="2">' in html
    words = (columns[0], TableColumn("text", "Söz"), TableColumn("more", "Kalan"))
    html = html_table(frame(name=["Su"], text=["a"], more=["b"]), words, "Başlık")
    assert ' data-kbb-opener="Ayrıntılar" data-kbb-lead="">' in html
    with using(ENGLISH):
        assert 'data-kbb-opener="Details"' in html_table(
            frame(name=[], text=[], more=[]), words, "x"
        )


def test_a_table_of_names_and_amounts_has_nothing_to_open() -> None:
    cells = frame(name=["A"], kurus=[100_00], address=[None])
    assert "kbb-opener" not in html_table(cells, COLUMNS, "Başlık")
    columns = (*COLUMNS, TableColumn("address", "Yer"))
    assert "kbb-opener" in html_table(cells, columns, "Başlık")
    assert "kbb-opener" not in html_table(cells, columns, "Başlık", is_stacked=True)
    assert "kbb-opener" not in html_table(cells, columns[1:], "Başlık")


def test_what_stands_beside_the_name_is_said_or_money_or_a_number() -> None:
    name = TableColumn("name", "Adı", is_heading=True)
    count = TableColumn("count", "Sayı", writing.number, is_number=True)
    money = TableColumn("kurus", "Tutar", writing.money, is_number=True)
    words = TableColumn("words", "Söz")
    assert lead([name, words]) is None
    assert lead([name, words, count]) is count
    assert lead([name, count, money]) is money
    said = replace(words, is_lead=True)
    assert lead([name, count, money, said]) is said


def test_an_address_may_end_at_a_row() -> None:
    frame = pd.DataFrame({"name": ["Otobüs", "Tramvay"], "key": ["otobus", "tramvay"]})
    columns = [TableColumn("name", "Ad", is_heading=True)]
    assert ' id="otobus"><th' in html_table(frame, columns, "Araçlar", anchor="key")
    assert " id=" not in html_table(frame, columns, "Araçlar")
