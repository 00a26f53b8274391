"""What others make of an address's text, undone: names, values, paths."""

from __future__ import annotations

from urllib.parse import parse_qsl, quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from present.web.altered import address, own_pairs, own_path, own_place


@pytest.mark.parametrize(
    ("query", "pairs"),
    [
        ("", []),
        ("amac=2&fbclid=x&UTM_source=y&_ga=1", [("amac", "2")]),
        ("amac=2&amp;hedef=3&amp%3Btur=a&quot;", [("amac", "2"), ("hedef", "3"), ("tur", "a")]),
        ("amac=2?fbclid=x", [("amac", "2")]),
        ("fbclid=x?amac=2", [("amac", "2")]),
        ("amac=2;lang=en", [("amac", "2"), ("lang", "en")]),
        ("amac%3D2%26lang%3Den", [("amac", "2"), ("lang", "en")]),
        ("amac%253D2%2526lang=en", [("amac", "2"), ("lang", "en")]),
        ("amac=2%23bolum", [("amac", "2")]),
        ("amac=1&amac=2&amac=", [("amac", "2")]),
        ("embed=true&embed_options=a&embed_options=b",
         [("embed", "true"), ("embed_options", "a"), ("embed_options", "b")]),
        ("bilinmeyen=1", [("bilinmeyen", "1")]),
        # Words of a visitor keep their signs, and a percentage is no escape.
        ("q=su,+%2520+art%C4%B1%C5%9F!", [("q", "su, %20 artış!")]),
        ("q=%2525", [("q", "%25")]),
        ("q=a%26lang%3Den%3F", [("q", "a&lang=en?")]),
        ("q=%25C3%25B6deme", [("q", "ödeme")]),
        ("ara=asfalt%2520yol", [("ara", "asfalt yol")]),
        ("ara=%E2%80%8Bo%CC%88deme%C2%A0", [("ara", "ödeme")]),
    ],
)  # fmt: skip
def test_parameters_are_as_we_write_them(query: str, pairs: list[tuple[str, str]]) -> None:
    assert own_pairs(query) == pairs


@pytest.mark.parametrize(
    ("path", "own"),
    [
        ("/", ("/", "")),
        ("//", ("/", "")),
        ("/ilce).", ("/ilce", "")),
        ("/ilce?ilce=yahyali", ("/ilce", "ilce=yahyali")),
        ("/ilce#ust", ("/ilce", "")),
        ("/ilce&quot;&gt;", ("/ilce", "")),
        ("/%69lce\u200b\u00a0", ("/ilce", "")),
        ("/grafik\\butce.png/", ("/grafik/butce.png", "")),
    ],
)
def test_a_path_is_bare(path: str, own: tuple[str, str]) -> None:
    assert own_path(path) == own


def test_a_place_is_a_page_or_something_below_a_beginning() -> None:
    pages, prefixes = {"/": "/", "/ilce": "/ilce", "/para": "/butce"}, ("/veri/",)
    assert own_place("/İLÇE", pages, prefixes) == "/ilce"
    assert own_place("/Para", pages, prefixes) == "/butce"
    assert own_place("/VERI/Goals.CSV", pages, prefixes) == "/veri/goals.csv"
    assert own_place("/Veri/2025.1.0+0123abcd/README.md", pages, prefixes) == (
        "/veri/2025.1.0+0123abcd/README.md"
    )
    assert own_place("/ilce/x", pages, prefixes) is None


@given(st.text(max_size=60), st.text(max_size=40))
def test_twice_is_once(query: str, path: str) -> None:
    """Who is sent on arrives: our own address is nobody's altered one."""
    once = own_pairs(quote(query, safe="=&?%+"))
    assert own_pairs(urlencode(once)) == once
    bare, _ = own_path("/" + path)
    assert own_path(bare) == (bare, "")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["amac", "q", "ara", "fbclid", "amp;tur", "T%C3%BCr", "%20", ""]),
            st.text("aİı%253DC&=?#;.+ \u200b\u0301,)", max_size=12),
        ),
        max_size=5,
    )
)
def test_twice_is_once_of_what_looks_like_parameters(pairs: list[tuple[str, str]]) -> None:
    once = own_pairs("&".join(f"{name}={value}" for name, value in pairs))
    assert own_pairs(urlencode(once)) == once


def test_an_address_is_escaped() -> None:
    made = address("/veri/2025.1.0+0123abcd/a b", [("q", "ö &"), ("tur", "")])
    assert made == "/veri/2025.1.0%2B0123abcd/a%20b?q=%C3%B6+%26&tur="
    assert parse_qsl(made.partition("?")[2], keep_blank_values=True)[0] == ("q", "ö &")
