"""Every page over programme budgets: it runs, speaks of programmes and sub-programmes alone, and
says of what the document lacks that it is not in it."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kbb_data.schema import BY_NAME
from present.kit.text import LANGUAGES, TURKISH
from tests.app.conftest import RunPage, html_of
from tests.support.forms import strange

VIEWS: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("genel_bakis", {}),
    ("butce", {}),
    *(("butce", {"gorunum": view}) for view in ("hedef", "faaliyet", "birim", "kod", "kaynak")),
    ("butce", {"amac": "1"}),
    ("butce", {"hedef": "1"}),
    ("butce", {"faaliyet": "1"}),
    ("butce", {"faaliyet": "2"}),
    ("butce", {"birim": "unstated"}),
    ("butce", {"kod": "unstated"}),
    ("butce", {"kaynak": "unstated"}),
    ("butce", {"karsilastir": "amac-1.amac-2"}),
    ("butce", {"karsilastir": "hedef-1.hedef-2"}),
    ("birimler", {}),
    ("birimler", {"birim": "fen-isleri"}),
    ("amaclar", {}),
    ("amaclar", {"amac": "1"}),
    ("hedef", {}),
    ("hedef", {"hedef": "1"}),
    ("hedef", {"hedef": "2"}),
    ("gostergeler", {}),
    ("gostergeler", {"gorunum": "amac"}),
    ("gostergeler", {"gosterge": "1.1"}),
    ("harita", {}),
    ("ilce", {}),
    ("meclis", {}),
    ("kaynaklar", {}),
    ("tutarlilik", {}),
    ("brifing", {}),
    ("grafikler", {}),
    ("veri", {}),
    ("hakkinda", {}),
    ("ara", {}),
    ("ara", {"q": "faaliyet"}),
)

DATABASES = ("programme_budget", "mixed", "least")

#: Names of columns, which data files and their descriptions share.
_COLUMNS = re.compile(r"<(?:code|th)[^>]*>\s*(?:<code>)?(?:aim|goal|objective)s?\b")


@cache
def own_words(folder: Path) -> frozenset[str]:
    """What the document itself says, which may hold any word."""
    words = set()
    for name, table in BY_NAME.items():
        places = [place for place, column in enumerate(table.columns) if column.type == "string"]
        with (folder / f"{name}.csv").open(encoding="utf-8") as file:
            for row in list(csv.reader(file))[1:]:
                words |= {row[place] for place in places if len(row[place]) > 20}
    return frozenset(words)


def shown(app: AppTest) -> str:
    """What a reader sees of a page: its HTML without tags, and what its controls say."""
    html = re.sub(r"<(style|script)\b.*?</\1>", " ", html_of(app), flags=re.DOTALL)
    html = _COLUMNS.sub(" ", html)
    text = unescape(unescape(re.sub(r"<[^>]*>", " ", html)))
    controls = [
        *app.selectbox, *app.button, *app.text_input, *app.get("button_group"),
    ]  # fmt: skip
    labels = [str(getattr(control, "label", "")) for control in controls]
    options = [
        str(option) for control in controls for option in getattr(control, "options", None) or ()
    ]
    return " ".join([text, *labels, *options])


# The database changes last: what its pages share is made once.
@pytest.mark.parametrize(
    ("page", "parameters"), VIEWS, ids=lambda part: part if isinstance(part, str) else str(part)
)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("database", DATABASES)
def test_a_page_speaks_of_its_own_form(
    run_page: RunPage,
    budget_folders: Mapping[str, Path],
    page: str,
    parameters: Mapping[str, str],
    language: str,
    database: str,
) -> None:
    more = {} if language == TURKISH else {"lang": language}
    app = run_page(page, database, **parameters, **more)
    own = own_words(budget_folders[database])
    assert strange(shown(app), language, own) == []


#: What the poorest of documents lacks, and the page that would show it.
LACKING = {
    ("birimler", ""): "Faaliyetlerden sorumlu harcama birimleri bu belgede yok.",
    ("meclis", ""): "Meclis üyeleri bu belgede yok.",
    ("harita", ""): "Yeri gösterilebilecek tesisler bu belgede yok.",
    ("ilce", ""): "İlçesi yazılmış bir tesis ya da üye bu belgede yok.",
    ("kaynaklar", ""): "Personel, kadro, fiziksel kaynak ve teknoloji bilgileri bu belgede yok.",
    ("butce", ""): "Faaliyetlerin ekonomik kodları bu belgede yok.",
    ("butce", "faaliyet=1"): "Faaliyetlerden sorumlu birimler bu belgede yok.",
    ("hedef", "hedef=1"): "Alt program hedefi bu belgede yok.",
    ("genel_bakis", ""): "bu tutar faaliyetlerden toplandı.",
    ("brifing", ""): "Bu türden bir brifing için gereken bilgi bu belgede yok.",
}


@pytest.mark.parametrize("page", LACKING, ids=" ".join)
def test_what_is_not_there_is_said_to_be_not_there(
    run_page: RunPage, page: tuple[str, str]
) -> None:
    name, _, value = page[1].partition("=")
    app = run_page(page[0], "least", **({name: value} if name else {}))
    assert LACKING[page] in shown(app)


#: What leads and labels promise where it is there: a database that lacks it, one that has it, the
#: page with its parameters, the promise in both languages.
PROMISES = [
    ("programme_budget", "coded", "butce", {},
     "ekonomik koda inebilirsiniz", "to an economic code"),
    ("programme_budget", "coded", "hedef", {"hedef": "1"},
     "ekonomik kod ya da kaynak, tutar", "economic code or source, amount"),
    ("least", "programme_budget", "hedef", {"hedef": "1"},
     "tablo: faaliyet, birim,", "lines: activity, unit,"),
    ("least", "programme_budget", "genel_bakis", {}, "hangi iş, hangi birim", "which unit"),
    ("least", "programme_budget", "butce", {"karsilastir": "amac-1.amac-2"},
     "iki harcama birimi yan yana", "two spending units of"),
    ("least", "programme_budget", "brifing", {}, "komisyonun, birimin", "committee's, unit's"),
    ("least", "programme_budget", "gostergeler", {}, "Sorumlu birim", "Responsible unit"),
]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("without", "having", "page", "parameters", "turkish", "english"),
    PROMISES,
    ids=lambda part: part if isinstance(part, str) else str(part),
)
def test_nothing_is_promised_that_the_document_lacks(
    run_page: RunPage,
    without: str,
    having: str,
    page: str,
    parameters: Mapping[str, str],
    turkish: str,
    english: str,
    language: str,
) -> None:
    promise, more = (turkish, {}) if language == TURKISH else (english, {"lang": language})
    assert promise in words(run_page(page, having, **parameters, **more))
    assert promise not in words(run_page(page, without, **parameters, **more))


def words(app: AppTest) -> str:
    """What a reader sees of a page, in a line, with what its folds are called."""
    expanders = [str(part.label) for part in app.expander]
    return " ".join([" ".join(shown(app).split()), *expanders])


@pytest.mark.parametrize("page", ["genel_bakis", "butce", "amaclar"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_total_that_is_ours_is_told_as_such_wherever_it_stands(
    run_page: RunPage, page: str, language: str
) -> None:
    more = {} if language == TURKISH else {"lang": language}
    note = {TURKISH: "Belgenin toplamı bu belgede yok"}.get(language, "A total of the whole is not")
    assert note in shown(run_page(page, "least", **more))
    assert note not in shown(run_page(page, "programme_budget", **more))
    assert note not in shown(run_page(page, "kayseri", **more))


def test_the_total_of_a_part_is_told_without_the_note(run_page: RunPage) -> None:
    assert "Belgenin toplamı bu belgede yok" not in shown(run_page("butce", "least", amac="1"))


def test_a_dataset_without_changes_tells_no_day_of_one(run_page: RunPage) -> None:
    assert "Son değişiklik" not in shown(run_page("veri", "least"))
    assert "Son değişiklik" in shown(run_page("veri", "kayseri"))


def test_tables_that_the_document_has_nothing_for_stand_last(run_page: RunPage) -> None:
    html = html_of(run_page("veri", "least"))
    cards = html.split('<section class="kv-table"')[1:]
    lacking = ["· bu belgede yok ·" in card for card in cards]
    assert lacking == sorted(lacking)
    assert 5 < sum(lacking) < len(cards)
    # What is judged by us is nothing that the document lacks.
    judged = ("committee_omissions", "committee_scopes", "topic_assignments", "topics")
    counted = [card for card in cards if "· 0 satır ·" in card]
    assert len(counted) == len(judged)
    assert all(any(f"tablo-{name}" in card for name in judged) for card in counted)
    assert "· 0 satır ·" in html_of(run_page("veri", "kayseri"))


def test_a_part_shows_its_years_with_their_kinds(run_page: RunPage) -> None:
    for page, parameters in (
        ("hedef", {"hedef": "1"}),
        ("amaclar", {"amac": "1"}),
        ("butce", {"faaliyet": "1"}),
        ("butce", {}),
    ):
        text = shown(run_page(page, "programme_budget", **parameters))
        for label in (
            "2025 · Bütçe",
            "2025 · Haziran sonu harcaması",
            "2025 · Yıl sonu harcama tahmini",
            "2026 · Bütçe",
            "2027 · İzleyen yıl tahmini",
        ):
            assert label in text, (page, label)
    text = shown(run_page("butce", "programme_budget", faaliyet="1"))
    assert "2025 haziran sonu harcaması 12.500.000 TL" in text
    assert "2027 için tahmin 105.000.000 TL" in text


def test_an_indicator_shows_all_kinds_of_its_figures(run_page: RunPage) -> None:
    text = shown(run_page("gostergeler", "programme_budget", gosterge="1.1"))
    for part in (
        "2024 · Gerçekleşen",
        "2025 · Planlanan",
        "2025 · Yıl sonu gerçekleşme tahmini",
        "2026 · Hedef",
        "2028 · İzleyen yıl tahmini",
        "Elektronik biniş kayıtlarının toplamı",
        "Ulaşım Daire Başkanlığı elektronik bilet sistemi",
        "Sorumlu idare ya da birim",
    ):
        assert part in text, part


def test_the_year_that_is_chosen_decides_the_words(run_page: RunPage) -> None:
    """Both forms in one database: the newest speaks of programmes, 2025 of aims."""
    new = shown(run_page("amaclar", "programme_budget"))
    old = shown(run_page("amaclar", "programme_budget", yil="2025"))
    assert "4 programa göre hazırlamış" in new
    assert "Stratejik amaçlar" not in new
    assert "7 stratejik amaç koyuyor" in old
    assert "alt program" not in old
