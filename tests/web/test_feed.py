"""The feed of versions and changes: valid, in both languages, with names and days that stay."""

from __future__ import annotations

import datetime
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from db import engine, load
from kbb_data.publishing import published
from kbb_data.publishing.changes import changes
from present.opendata import feed
from present.opendata.source import Library
from present.web import feed as web_feed
from tests.support import committed
from tests.support.schemas import valid
from tests.web.conftest import PUBLIC, problem

ATOM = "{http://www.w3.org/2005/Atom}"
NAME = "KAYSERİ BÜYÜKŞEHİR BELEDİYESİ"


def client_of(url: str, public: str = PUBLIC) -> TestClient:
    reading = engine.create(url)
    feeds = web_feed.Feeds(Library(lambda: reading), public)
    return TestClient(Starlette(routes=web_feed.routes(feeds)))


@pytest.fixture(scope="module")
def client(kayseri_url: str) -> TestClient:
    return client_of(kayseri_url)


def texts(root: Any, name: str) -> list[str]:
    return [element.text for element in root.iter(f"{ATOM}{name}")]


@pytest.mark.parametrize("language", ["tr", "en"])
def test_it_is_valid_and_tells_every_version_and_change(client: TestClient, language: str) -> None:
    answer = client.get(feed.PATH, params={"lang": language})
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    root = valid(answer.content, "atom")
    entries = root.findall(f"{ATOM}entry")
    assert [link.get("rel") for link in root.findall(f"{ATOM}link")].count("self") == 1
    kept, versions = changes(2025, NAME), published.versions()
    assert len(entries) == len(kept) + len(versions)
    for change in kept:
        words = (change.text if language == "tr" else change.text_en).split("`")[0]
        day = f"{change.date}T00:00:00Z"
        assert any(
            words in unescape(entry.findtext(f"{ATOM}content") or "")
            and entry.findtext(f"{ATOM}updated") == day
            for entry in entries
        ), words
    for version in versions:
        files = [link.get("href") for link in root.iter(f"{ATOM}link") if link.get("length")]
        assert f"{PUBLIC}/veri/{version}/kbb-2025.zip" in files
    days = [entry.findtext(f"{ATOM}updated") for entry in entries]
    assert days == sorted(days, reverse=True)
    assert root.findtext(f"{ATOM}updated") == days[0]
    assert ("lang=en" in "".join(link.get("href") for link in entries[0].iter(f"{ATOM}link"))) == (
        language == "en"
    )


def test_names_are_each_ones_own_and_stay(client: TestClient, kayseri_url: str) -> None:
    ids = texts(valid(client.get(feed.PATH).content, "atom"), "id")
    english = texts(valid(client.get(f"{feed.PATH}?lang=en").content, "atom"), "id")
    assert len({*ids, *english}) == len(ids) + len(english)
    # What readers' programs have kept since the feed began.
    host = "tag:acikbutce.example"
    assert {
        f"{host},2026:veri/akis.atom/tr",
        f"{host},2026-11-22:kayseri-buyuksehir-belediyesi/2025/degisiklik/1/tr",
        f"{host},2026-11-25:kayseri-buyuksehir-belediyesi/2025/degisiklik/4/tr",
        f"{host},2026-11-25:kayseri-buyuksehir-belediyesi/2025/2025.0.0+3d086a5b/tr",
    } <= set(ids)
    # Whoever asks by whatever name: the configured address counts.
    other = client_of(kayseri_url).get(f"http://10.0.0.1{feed.PATH}")
    assert texts(valid(other.content, "atom"), "id") == ids


def test_a_newer_change_of_a_day_leaves_the_older_ones_names(
    monkeypatch: pytest.MonkeyPatch, kayseri_url: str
) -> None:
    before = changes(2025, NAME)
    newest = before[0]
    reading = engine.create(kayseri_url)
    (edition,) = Library(lambda: reading).editions()

    def names() -> dict[str, str]:
        return {entry.title: entry.key for entry in feed.entries_of([edition], PUBLIC)}

    first = names()
    added = type(newest)(newest.date, newest.kind, "Yeni bir satır: x.", "A new line: x.")
    monkeypatch.setattr(feed, "changes", lambda year, institution: (added, *before))
    assert first.items() < names().items()


def test_it_answers_to_caches(client: TestClient) -> None:
    answer = client.get(feed.PATH)
    newest = max(change.date for change in changes(2025, NAME))
    assert answer.headers["last-modified"].startswith(newest.strftime("%a, %d %b %Y"))
    again = client.get(feed.PATH, headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304
    assert client.head(feed.PATH).content == b""


def test_an_institution_has_a_feed_of_its_own(invented_folder: Path, tmp_path: Path) -> None:
    """The other programme keeps no record of changes: it has nothing to tell, and no feed."""
    url = committed.database(tmp_path / "two.sqlite")
    load.build(invented_folder, url)
    two = client_of(url)
    root = valid(two.get(feed.PATH).content, "atom")
    assert root.findtext(f"{ATOM}title").startswith("Açık Bütçe:")
    own = valid(two.get(f"{feed.PATH}?kurum=kayseri-buyuksehir-belediyesi").content, "atom")
    assert own.findtext(f"{ATOM}title").startswith("Kayseri Açık Bütçe:")
    assert own.findtext(f"{ATOM}id") != root.findtext(f"{ATOM}id")
    problem(two.get(f"{feed.PATH}?kurum=camliova-buyuksehir-belediyesi"), 404, "unknown-address")
    problem(two.get(f"{feed.PATH}?kurum=yok"), 400, "wrong-value")
    reading = engine.create(url)
    link = web_feed.FeedLink(web_feed.Feeds(Library(lambda: reading), PUBLIC))
    assert link.head("/", "tr", (), PUBLIC) == ""
    there = link.head("/", "en", (("yil", "2025"),), PUBLIC)
    assert 'href="/veri/akis.atom?kurum=kayseri-buyuksehir-belediyesi&amp;lang=en"' in there


@pytest.mark.parametrize("query", ["?lang=de", "?x=1"])
def test_what_it_does_not_know_is_refused(client: TestClient, query: str) -> None:
    assert client.get(f"{feed.PATH}{query}").status_code == 400


def test_a_draft_tells_nothing(kayseri_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    reading = engine.create(kayseri_url)
    (edition,) = Library(lambda: reading).editions()
    monkeypatch.setattr(type(edition), "is_draft", property(lambda self: True))
    assert feed.entries_of([edition], PUBLIC) == ()


def test_a_title_is_a_whole_clause_or_says_that_it_is_cut(client: TestClient) -> None:
    for title in texts(client_root(client), "title")[1:]:
        assert "`" not in title
        assert re.search(r"\(Kayseri Büyükşehir Belediyesi, 2025\)$", title)
        assert len(title) < 180


def client_root(client: TestClient) -> Any:
    return valid(client.get(feed.PATH).content, "atom")


def test_a_host_with_turkish_letters_is_written_as_names_are(kayseri_url: str) -> None:
    root = client_root(client_of(kayseri_url, "https://açıkbütçe.example"))
    assert str(root.findtext(f"{ATOM}id")).startswith("tag:xn--")


def test_a_version_says_how_many_changes_it_brought() -> None:
    days = {name: published.record(name) for name in published.versions()}
    assert days["2025.0.0+3d086a5b"] == (datetime.date(2026, 11, 25), 7)
    assert published.record("2025.0.0+00000000") == (None, 0)
    assert published.whose("2025.0.0+3d086a5b") == (2025, NAME)


def test_whom_to_ask_is_told_where_a_mail_address_is_known(
    kayseri_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KBB_CONTACT", "acikveri@ornek.example")
    root = valid(client_of(kayseri_url).get(feed.PATH).content, "atom")
    assert set(texts(root, "email")) == {"acikveri@ornek.example"}
    monkeypatch.delenv("KBB_CONTACT")
    root = valid(client_of(kayseri_url).get(feed.PATH).content, "atom")
    assert texts(root, "email") == []
