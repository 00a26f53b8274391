"""The comparison itself: what may differ passes, everything else is found and shown."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

from tests.identity.addresses import Wanted, gallery
from tests.identity.difference import Difference, difference, report
from tests.identity.record import Paths, Record, Recorder, write

SVG, JSON = "image/svg+xml", "application/json"


def record(
    folder: Path, answers: dict[str, tuple[str, str]], *, quick: bool = False, cache: str = "no"
) -> Record:
    """A record of answers: address to media type and body."""
    folder.mkdir()
    paths = Paths.of(folder)
    with ZipFile(paths.archive("http"), "w") as file:
        recorder = Recorder(file)
        for address, (media, body) in answers.items():
            headers = [("content-type", media), ("cache-control", cache), ("etag", body)]
            recorder.answer(address, 200, headers, body.encode())
    write(paths, {"options": {"only": [], "quick": quick}}, recorder.entries)
    return Record.read(paths)


def figure(name: str, title: str) -> tuple[str, str]:
    return JSON, json.dumps({"slug": name, "title": title})


def words(old: Record, new: Record, outcome: Difference) -> str:
    return "\n".join(report(old, new, outcome, texts=5, lines=20))


def test_the_same_is_identical(tmp_path: Path) -> None:
    answers = {"/grafik/butce.svg": (SVG, "<svg><text>a</text></svg>")}
    old, new = record(tmp_path / "old", answers), record(tmp_path / "new", answers)
    outcome = difference(old, new)
    assert outcome.same == list(answers)
    assert words(old, new, outcome).endswith("IDENTICAL")


def test_a_changed_word_is_found_and_shown(tmp_path: Path) -> None:
    old = record(tmp_path / "old", {"/a.svg": (SVG, "<svg><text>pay</text><g/></svg>")})
    new = record(tmp_path / "new", {"/a.svg": (SVG, "<svg><text>oran</text><g/></svg>")})
    outcome = difference(old, new)
    assert not outcome.is_none
    shown = words(old, new, outcome)
    assert "-<text>pay</text>" in shown
    assert "+<text>oran</text>" in shown
    assert difference(old, new, ["/b"]).is_none


def test_what_a_drawing_process_counts_is_no_difference(tmp_path: Path) -> None:
    def drawing(*numbers: int) -> dict[str, tuple[str, str]]:
        clips = "".join(f'<g clip-path="url(#clip{number})"/>' for number in numbers)
        return {"/a.svg": (SVG, f"<svg>{clips}</svg>")}

    old, later = record(tmp_path / "old", drawing(3, 4)), record(tmp_path / "new", drawing(58, 59))
    assert difference(old, later).is_none
    assert not difference(old, record(tmp_path / "other", drawing(58, 58))).is_none


def test_a_font_within_a_picture_counts(tmp_path: Path) -> None:
    old, new = (
        record(tmp_path / letter, {"/a.svg": (SVG, f"<svg>base64,{letter * 500}</svg>")})
        for letter in "ab"
    )
    assert list(difference(old, new).changed) == ["/a.svg"]


def test_a_figures_name_alone_may_differ(tmp_path: Path) -> None:
    address = "/grafik/butce.json?amac=2"
    old = record(tmp_path / "old", {address: figure("butce-hedef", "Bütçe")})
    renamed = record(tmp_path / "renamed", {address: figure("butce", "Bütçe")})
    retitled = record(tmp_path / "retitled", {address: figure("butce", "Gider")})
    outcome = difference(old, renamed)
    assert outcome.renamed == [address]
    assert outcome.is_none
    assert list(difference(old, retitled).changed) == [address]


def test_headers_and_addresses_count(tmp_path: Path) -> None:
    old = record(tmp_path / "old", {"/a": (SVG, "<svg/>"), "/b": (SVG, "<svg/>")})
    new = record(tmp_path / "new", {"/a": (SVG, "<svg/>"), "/c": (SVG, "<svg/>")}, cache="yes")
    outcome = difference(old, new)
    assert outcome.changed == {"/a": ["headers"]}
    assert (outcome.gone, outcome.new) == (["/b"], ["/c"])


def test_a_quick_record_is_held_against_its_part_of_a_whole_one(tmp_path: Path) -> None:
    answers = {"/a": (SVG, "<svg/>"), "/b": (SVG, "<svg/>")}
    whole = record(tmp_path / "whole", answers)
    quick = record(tmp_path / "quick", {"/a": answers["/a"]}, quick=True)
    assert difference(whole, quick).is_none


def test_wanted_beginnings_reach_their_kind_of_address() -> None:
    wanted = Wanted(["/grafik/butce"], is_quick=False)
    assert wanted.takes("/grafik/butce.svg")
    assert not wanted.takes("/grafik/harita.svg")
    assert wanted.needs_gallery
    assert not Wanted(["elements:"], is_quick=False).needs_gallery
    assert Wanted([], is_quick=False).needs_gallery


def test_the_gallerys_figures_are_read_once_each() -> None:
    page = '<img src="/grafik/a.svg?amac=1&amp;x=%C3%BC"> <a href="/grafik/a.csv?amac=1&amp;x=ü">'
    assert gallery(page + '<a href="/grafik/b.csv">') == [("a", {"amac": "1", "x": "ü"}), ("b", {})]
