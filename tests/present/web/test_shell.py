"""Shell, refusals, headers and health, over plain HTTP."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from present.kit.framing import FRAME_ANCESTORS
from present.web import shell as web_shell

STOCK = (
    '<!DOCTYPE html><html lang="en"><head><title>Streamlit</title></head><body>'
    "<noscript>You need to enable JavaScript.</noscript><div id='root'></div></body></html>"
)
HEADS = {
    "tr": {
        "/": web_shell.Head("Genel Bakış", "Genel Bakış", "x"),
        "/butce": web_shell.Head("Bütçe", "Bütçe · Kayseri Açık Bütçe", "Açıklama & <b>"),
    },
    "en": {
        "/": web_shell.Head("Overview", "Overview", "x"),
        "/butce": web_shell.Head("Budget", "Budget", "Description"),
    },
}


def client(*, is_healthy: bool = True) -> TestClient:
    def anything(request: object) -> PlainTextResponse:
        return PlainTextResponse("streamlit")

    app = Starlette(
        routes=[
            *web_shell.page_routes(STOCK, HEADS),
            web_shell.health_route(lambda: is_healthy),
            Route("/{rest:path}", anything, methods=["GET", "PUT"]),
        ],
        middleware=[
            Middleware(
                web_shell.Guard,
                heads=HEADS,
                others=["/health"],
                prefixes=["/butce/", "/api/", "/oembed"],
                moved={"/para": "/butce"},
                strict=["/api/"],
            )
        ],
    )
    return TestClient(app)


def test_a_page_says_its_language_title_and_subject() -> None:
    page = client().get("/butce").text
    assert '<html lang="tr">' in page
    assert "<title>Bütçe · Kayseri Açık Bütçe</title>" in page
    assert 'content="Açıklama &amp; &lt;b&gt;"' in page
    assert "JavaScript ile çalışır" in page
    assert "enable JavaScript" not in page


def test_a_page_speaks_english_where_it_is_asked_to() -> None:
    page = client().get("/butce?lang=en").text
    assert '<html lang="en">' in page
    assert "<title>Budget</title>" in page
    assert "needs JavaScript" in page
    assert '<html lang="tr">' in client().get("/butce?lang=xx").text


def test_the_encoding_is_said_where_readers_look_for_it() -> None:
    """Within the first 1,024 bytes, also behind a licence and with the scripts that we put in."""
    stock = f"<!-- {'x' * 700} -->{STOCK.replace('<title>', '<meta charset=UTF-8 /><title>')}"
    for page in (
        web_shell.shell(stock, HEADS["tr"]["/"], "tr"),
        client().get("/").text,
        client().get("/yok").text,
    ):
        assert b'<meta charset="utf-8">' in page.encode()[:1024]
        assert page.count("charset=") == 1


def test_the_look_without_javascript_lies_in_the_head() -> None:
    head, _, body = client().get("/butce").text.partition("</head>")
    assert "<noscript><style>" in head
    assert body.count("<noscript>") == 1
    assert "<style>" not in body


def test_a_stock_shell_of_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="lang="):
        web_shell.shell("<html></html>", web_shell.Head("a", "a", "b"), "tr")


@pytest.mark.parametrize("path", ["/butce/a.csv", "/butce/1/a", "/api/", "/oembed"])
def test_what_other_routes_of_ours_serve_passes(path: str) -> None:
    assert client().get(path).text == "streamlit"


def test_a_prefix_leaves_pages_and_closed_ways_as_they_are() -> None:
    answer = client().get("/butce/", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (308, "/butce")
    assert "<title>Bütçe" in client().get("/butce").text
    assert client().put("/butce/_stcore/upload_file/a").status_code == 403


@pytest.mark.parametrize("path", ["/yok", "/ara/yok", "/.env", "/admin", "/api"])
def test_an_unknown_address_is_not_found(path: str) -> None:
    answer = client().get(path)
    assert answer.status_code == 404
    assert "Sayfa bulunamadı" in answer.text
    assert 'lang="tr"' in answer.text


def test_an_address_nearly_right_is_told_the_nearest_page() -> None:
    near = client().get("/bütce2").text
    assert 'En yakın sayfa: <a href="/butce">Bütçe</a>' in near
    english = client().get("/budce?lang=en").text
    assert 'The nearest page: <a href="/butce?lang=en">Budget</a>' in english
    assert "En yakın sayfa" not in client().get("/wp-login.php").text


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("//BUTCE/.?utm_source=x&AMAC=2", "/butce?amac=2"),
        ("/PARA?amac=2&fbclid=x", "/butce?amac=2"),
        ("//evil.example/butce", None),
        ("/\\evil.example/", None),
        ("/API/x?fbclid=1", None),
        ("/Health/?ts=1", "/health?ts=1"),
        ("/health?ts=1", None),
        ("/butce?amac=2+3&ara=a%20b", None),
        ("/static/A.js?utm_source=x", None),
    ],
)
def test_an_altered_address_leads_to_our_own(address: str, own: str | None) -> None:
    answer = client().get(f"http://testserver{address}", follow_redirects=False)
    assert answer.headers.get("location") == own
    assert (answer.status_code == 308) == (own is not None)


def test_only_who_reads_is_sent_on() -> None:
    assert client().put("/butce/A?fbclid=1").text == "streamlit"


def test_a_page_comes_also_where_nobody_can_spell_its_address() -> None:
    def failing(path: str, pairs: web_shell.Pairs) -> web_shell.Pairs:
        raise RuntimeError

    routes = web_shell.page_routes(STOCK, HEADS)
    guard = Middleware(web_shell.Guard, heads=HEADS, spelled=failing)
    answer = TestClient(Starlette(routes=routes, middleware=[guard])).get("/butce?amac=X")
    assert "<title>Bütçe" in answer.text


def test_a_closing_slash_leads_to_the_page() -> None:
    answer = client().get("/butce/?amac=2", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (308, "/butce?amac=2")


@pytest.mark.parametrize("path", ["/_stcore/health", "/static/js/a.js", "/media/x", "/favicon.png",
                                  "/butce/_stcore/health"])  # fmt: skip
def test_what_streamlit_answers_passes(path: str) -> None:
    assert client().get(path).text == "streamlit"


@pytest.mark.parametrize(
    "path", ["/_stcore/upload_file/a/b", "/butce/_stcore/upload_file/a", "/_stcore/metrics",
             "/_stcore/agent/openapi.json"]
)  # fmt: skip
def test_what_no_visitor_needs_is_closed(path: str) -> None:
    assert client().put(path).status_code == 403
    assert client().get(path).status_code == 403


def test_every_answer_carries_the_headers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FRAME_ANCESTORS, "https://ornek.bel.tr")
    for path in ("/", "/yok", "/static/a.js", "/_stcore/metrics"):
        answer = client().get(path)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "frame-ancestors 'self' https://ornek.bel.tr" in policy
        assert "http://" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_health_follows_the_database() -> None:
    assert client().get("/health").status_code == 200
    assert client(is_healthy=False).get("/health").status_code == 503


def test_a_shell_has_words_for_a_sandbox_that_lets_nothing_start() -> None:
    page = client().get("/butce?lang=en").text
    assert "allow-same-origin" in page.partition('<template id="kbb-sandboxed">')[2]
    assert 'self.origin === "null"' in page


@pytest.mark.parametrize("address", ["/para?amac=2&lang=en", "/para/?amac=2&lang=en"])
def test_a_former_address_sends_on_with_its_query(address: str) -> None:
    answer = client().get(address, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (308, "/butce?amac=2&lang=en")


def test_what_only_begins_like_a_former_address_is_unknown() -> None:
    assert client().get("/paralar", follow_redirects=False).status_code == 404


def test_a_shell_speaks_of_the_programme_that_is_asked_for() -> None:
    new = {
        language: {path: web_shell.Head("Alt", f"Yeni {path}", "x") for path in pages}
        for language, pages in HEADS.items()
    }

    def heads_of(pairs: web_shell.Pairs) -> web_shell.Heads:
        return HEADS if ("yil", "2025") in pairs else new

    app = Starlette(
        routes=web_shell.page_routes(STOCK, HEADS, (), heads_of),
        middleware=[Middleware(web_shell.Guard, heads=HEADS, heads_of=heads_of)],
    )
    asked = TestClient(app)
    assert "<title>Yeni /butce</title>" in asked.get("/butce").text
    assert "<title>Yeni /butce</title>" in asked.get("/butce?lang=en").text
    assert "<title>Bütçe · Kayseri Açık Bütçe</title>" in asked.get("/butce?yil=2025").text
    assert ">Alt</a>" in asked.get("/yok").text
    assert ">Alt</a>" not in asked.get("/yok?yil=2025").text


def test_a_page_that_the_menu_lacks_is_served_and_not_led_to() -> None:
    def lacking(pairs: web_shell.Pairs) -> set[str]:
        return set() if ("yil", "2025") in pairs else {"/butce"}

    app = Starlette(
        routes=web_shell.page_routes(STOCK, HEADS),
        middleware=[Middleware(web_shell.Guard, heads=HEADS, lacking=lacking)],
    )
    asked = TestClient(app)
    assert asked.get("/butce").status_code == 200
    assert 'href="/butce"' not in asked.get("/butcee").text
    assert 'href="/butce"' in asked.get("/butcee?yil=2025").text
