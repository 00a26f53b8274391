"""Değişim: the page over three programmes, and what it says where there is one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from present.kit.text import ENGLISH, TURKISH
from tests.app.conftest import RunPage, html_of
from tests.support import committed, years


@pytest.fixture(scope="module")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """One programme, and the invented municipality's three."""
    folder = tmp_path_factory.mktemp("years")
    return {
        "kayseri": committed.database(folder / "kayseri.sqlite"),
        "years": years.database(folder),
    }


def text_of(app: AppTest) -> str:
    """What the page's HTML says."""
    html = re.sub(r"<(style|script)\b.*?</\1>", " ", html_of(app), flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def charts(app: AppTest) -> int:
    """How many charts the page has."""
    return len(app.get("vega_lite_chart") or app.get("arrow_vega_lite_chart"))


def keys(app: AppTest, kind: str) -> dict[str, object]:
    """The values of the page's controls of a kind, by their key."""
    return {str(element.key): element.value for element in app.get(kind)}


def test_one_programme_is_told_plainly(run_page: RunPage) -> None:
    app = run_page("degisim", "kayseri")
    said = text_of(app)
    assert "yalnız 2025 yılının programı yüklü" in said
    assert charts(app) == 0
    assert app.get("selectbox") == []
    assert "/degisim" not in html_of(app)


def test_three_programmes_are_compared(run_page: RunPage) -> None:
    app = run_page("degisim", "years")
    said = text_of(app)
    assert "2024, 2025 ve 2026" in said
    for title in (
        "Plan toplamı: 2024, 2025 ve 2026",
        "2025 ve 2026 planı, programa göre",
        "Planlar yıldan yıla, programa göre: 2024–2026",
    ):
        assert title in said
    assert charts(app) == 3
    assert keys(app, "selectbox") == {"/degisim:year-0": 2025, "/degisim:year-1": 2026}
    assert 'href="/degisim"' in html_of(app)


def test_an_older_programme_compares_itself_with_the_one_before(run_page: RunPage) -> None:
    app = run_page("degisim", "years", yil="2025")
    assert "2024 ve 2025 planı, amaca göre" in text_of(app)


def test_a_changed_year_keeps_the_earlier_one_first(run_page: RunPage) -> None:
    app = run_page("degisim", "years")
    app.selectbox(key="/degisim:year-0").set_value(2024).run()
    assert app.query_params["yillar"] == "2024-2026"
    app.selectbox(key="/degisim:year-1").set_value(2025).run()
    assert app.query_params["yillar"] == "2024-2025"
    app.selectbox(key="/degisim:year-0").set_value(2025).run()
    assert app.query_params["yillar"] == "2025-2026"


def test_prices_are_chosen_where_amounts_are_told_in_them(run_page: RunPage) -> None:
    assert "/degisim:base" not in keys(run_page("degisim", "years"), "selectbox")
    app = run_page("degisim", "years", yil="2025", olcu="sabit")
    assert keys(app, "selectbox")["/degisim:base"] == "2025"
    app.selectbox(key="/degisim:base").set_value("2023").run()
    assert app.query_params["fiyat"] == "2023"
    assert "2023 yılının ortalama fiyatlarıyla" in text_of(app)


def test_a_choice_that_can_not_be_told_is_named(run_page: RunPage) -> None:
    app = run_page("degisim", "years", olcu="kisi", yillar="2026-2024", gorunum="kaynak")
    said = " ".join(element.value for element in app.info)
    for name in ("olcu", "yillar", "gorunum"):
        assert name in said
    assert "2025 ve 2026 planı" in text_of(app)


@pytest.mark.parametrize("language", [TURKISH, ENGLISH])
@pytest.mark.parametrize("view", ["amac", "hedef", "birim", "kod", "faaliyet"])
def test_every_view_runs(run_page: RunPage, view: str, language: str) -> None:
    for measure in ("lira", "sabit", "pay"):
        app = run_page("degisim", "years", gorunum=view, olcu=measure, lang=language)
        said = text_of(app)
        assert not re.search(r"\bNone\b|\bnan\b|<NA>", said)
        assert ("Change" in said) == (language == ENGLISH)
