"""Every figure in every format: the right kind of bytes, and the same numbers to the kuruş."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from urllib.parse import quote_plus

import altair as alt
import openpyxl
import pytest
from PIL import Image
from starlette.applications import Starlette
from starlette.testclient import TestClient

from db import engine
from kbb_data.publishing import published
from present.__main__ import warm
from present.figures.answers import FORMATS, MEDIA, FigureAnswers
from present.figures.files import keys
from present.figures.registry import ENTRIES
from present.figures.request import ask
from present.kit import theme
from present.kit.text import using
from present.kit.writing import money
from present.opendata.source import Library
from present.picture.chart import CARRIED_FAMILY
from present.picture.renderer import Busy, Renderer, TooSlow
from present.web import figures as web_figures
from present.web.rate import RateLimit
from tests.support import people
from tests.web.conftest import PUBLIC, address, figure_answers, preset, problem

#: The ends of the figures' addresses, each with its first preset.
SLUGS = [entry.slug for entry in ENTRIES]


@pytest.mark.parametrize("slug", SLUGS)
def test_a_programme_without_it_refuses_and_names_what_it_has(both: TestClient, slug: str) -> None:
    answer = both.get(f"/grafik/{slug}.csv")
    if answer.status_code == 404:
        allowed = problem(answer, 404, "absent")["allowed"]
        assert "genel-bakis" in allowed
        assert slug not in allowed
    elif answer.status_code != 200:
        assert problem(answer, 400, "missing")["allowed"]


def test_an_invented_municipality_has_no_rates_of_districts(both: TestClient) -> None:
    assert both.get("/grafik/tesis-orani.csv").status_code == 404
    assert both.get("/gomulu/tesis-orani").status_code == 404
    assert both.get("/grafik/tesis-orani.csv?yil=2025").status_code == 200


@pytest.mark.parametrize("slug", SLUGS)
def test_all_files_hold_the_same_numbers(
    served: tuple[TestClient, FigureAnswers], slug: str
) -> None:
    client, answers = served
    asked = preset(answers, slug)
    figure = answers.drawn(asked).figure
    exact = client.get(address(asked, "csv"))
    table = list(csv.reader(io.StringIO(exact.text)))
    assert exact.text[0] != "\ufeff"
    found = client.get(address(asked, "json")).json()
    sheet = openpyxl.load_workbook(io.BytesIO(client.get(address(asked, "xlsx")).content)).active
    assert sheet is not None
    names = keys(figure)
    assert len(set(names)) == len(names)
    assert len(table) - 1 == len(found["rows"]) == sheet.max_row - 1 == len(figure.table)
    lines = zip(
        table[1:],
        found["rows"],
        sheet.iter_rows(min_row=2, values_only=True),
        figure.table.to_dict("records"),
        strict=True,
    )
    for cells, row, typed, raw in lines:
        for place, (name, column) in enumerate(zip(names, figure.columns, strict=True)):
            assert same(cells[place], row[name]), (name, cells[place], row[name])
            assert same(cells[place], typed[place]), (name, cells[place], typed[place])
            if column.name.endswith("_kurus") and not column.key and cells[place]:
                # What the page's table says is written from the same kuruş.
                assert column.write(raw[column.name]) == money(int(Decimal(cells[place]) * 100))
    given = people.read(client.get(address(asked, "tr.csv")).content)
    for theirs, cells, row in zip(given.rows, table[1:], found["rows"], strict=True):
        for own, cell, value in zip(theirs, cells, row.values(), strict=True):
            assert is_for_people(own, cell, value), (own, cell)
    assert [people.text(heading) for heading in given.headings] == table[0]
    assert " ".join(figure.subtitle.split()) in given.notes
    described = client.get(address(asked, "csv-metadata.json")).json()
    assert [column["titles"] for column in described["tableSchema"]["columns"]] == table[0]
    assert described["dc:source"] == figure.source
    assert described["dc:description"] == figure.sentence
    beside = exact.headers["link"].partition(">")[0].removeprefix("<")
    assert client.get(f"/grafik/{beside}").json() == described
    assert client.get(f"/grafik/{described['url']}").content == exact.content
    sentence, *notes = client.get(address(asked, "txt")).text.splitlines()
    assert sentence == figure.sentence == found["sentence"]
    assert notes == [f"{note['text']} {note['address']}" for note in found["notes"]]
    assert found["version"] == asked.data_version


def is_for_people(own: str, cell: str, value: Any) -> bool:
    """Whether a cell of the CSV for people says what one of the exact CSV says."""
    if isinstance(value, bool):
        return own == ("evet" if value else "hayır")
    if isinstance(value, int | float) or re.fullmatch(r"-?\d+\.\d\d", str(value)):
        return people.number(own) == Decimal(cell)
    return people.text(own) == cell.removeprefix("'")


def same(cell: str, value: Any) -> bool:
    """Whether a cell of the CSV says what a typed value says."""
    if value is None or cell == "":
        return cell == "" and value in (None, "")
    if isinstance(value, bool):
        return cell == str(value).lower()
    if isinstance(value, int | float):
        return abs(Decimal(cell) - Decimal(str(value))) < Decimal("0.005")
    return cell.lstrip("'") == str(value).lstrip("'")


@pytest.mark.parametrize("slug", SLUGS)
def test_the_specification_draws_without_us(
    served: tuple[TestClient, FigureAnswers], slug: str
) -> None:
    client, answers = served
    asked = preset(answers, slug)
    figure = answers.drawn(asked).figure
    answer = client.get(address(asked, "vl.json"))
    if figure.spec is None:
        assert "svg" in problem(answer, 404, "not-drawn")["allowed"]
        return
    alt.Chart.from_dict(figure.spec, validate=True)
    spec = answer.json()
    assert " ".join(spec["title"]["text"]) == figure.heading
    below = " ".join(spec["title"]["subtitle"])
    for words in (figure.subtitle, figure.source, asked.data_version, "acikbutce.example"):
        assert words in below
    assert isinstance(spec["width"], int)
    assert isinstance(spec["height"], int | float)
    grounds = {spec["background"], spec["config"]["background"]}
    assert grounds == {theme.palette(False).ground}
    families = set(_families(spec))
    assert families == {CARRIED_FAMILY}
    assert spec["usermeta"]["source"] == figure.source
    assert '"url"' not in json.dumps({**spec, "$schema": "", "usermeta": {}})


def _families(part: Any) -> Iterator[str]:
    """Every font that a specification names."""
    if isinstance(part, dict):
        for name, value in part.items():
            if name.lower().endswith("font") and isinstance(value, str):
                yield value
            yield from _families(value)
    elif isinstance(part, list):
        for value in part:
            yield from _families(value)


def test_a_preset_of_every_kind_is_what_the_page_shows(answers: FigureAnswers) -> None:
    edition = answers.library.editions()[0]
    setting = answers.setting(edition, False)
    for entry in ENTRIES:
        for choices in entry.presets(setting):
            asked = ask(entry, edition, list(entry.query(choices).items()), lambda dark: setting)
            assert asked.query == tuple(sorted(entry.query(choices).items()))
            figure = answers.drawn(asked).figure
            assert figure.title
            assert figure.sentence
            assert figure.source
            assert len(figure.table)


def test_english_says_the_same_in_english(kayseri: TestClient) -> None:
    turkish = kayseri.get("/grafik/genel-bakis.json").json()
    english = kayseri.get("/grafik/genel-bakis.json?lang=en").json()
    assert turkish["title"] != english["title"]
    assert [row["amount"] for row in turkish["rows"]] == [row["amount"] for row in english["rows"]]


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("yok.svg", 404, "unknown-address"),
        ("butce.gif", 404, "unknown-address"),
        ("butce", 404, "unknown-address"),
        ("butce.svg?amac=99", 400, "wrong-value"),
        ("butce.svg?olcek=2", 400, "unknown-parameter"),
        ("butce.svg?metin=resim", 400, "wrong-value"),
        ("butce.png?metin=yazi", 400, "unknown-parameter"),
        ("butce.png?olcek=9", 400, "wrong-value"),
        ("butce.png?boyut=dev", 400, "wrong-value"),
        ("butce.csv?boyut=web", 400, "unknown-parameter"),
        ("butce.png?baslik=yok", 400, "wrong-value"),
        ("butce.pdf?boyut=web", 400, "unknown-parameter"),
        ("butce.json?baslik=cumle", 400, "unknown-parameter"),
        ("butce.svg?amac=1&amac=2", 400, "repeated"),
        ("butce.svg?ara=" + "x" * 300, 400, "too-long"),
        ("butce.svg?surum=2020.0.0", 400, "wrong-value"),
        ("butce.svg?lang=de", 400, "wrong-value"),
        ("gosterge.svg", 400, "missing"),
        ("ilce.svg?ilce=paris", 400, "wrong-value"),
    ],
)
def test_what_is_unknown_is_refused_with_what_is_allowed(
    kayseri: TestClient, path: str, status: int, kind: str
) -> None:
    allowed = problem(kayseri.get(f"/grafik/{path}"), status, kind)["allowed"]
    assert allowed or kind == "repeated"


def test_caches_can_keep_an_answer(kayseri: TestClient) -> None:
    path = "/grafik/butce.svg?amac=2"
    first = kayseri.get(path)
    assert 'inline; filename="kbb-2025-butce-amac-2-web.svg"' in first.headers.values()
    assert first.headers["last-modified"]
    tag = first.headers["etag"]
    assert kayseri.get(path, headers={"If-None-Match": tag}).status_code == 304
    assert kayseri.head(path).headers["etag"] == tag
    version = first.headers["dataset-version"]
    fixed = kayseri.get("/grafik/butce.svg", params={"surum": version})
    assert "immutable" in fixed.headers["cache-control"]


def test_a_published_version_is_drawn_from_its_own_data(kayseri: TestClient) -> None:
    old = published.versions()[-1]
    found = kayseri.get("/grafik/butce.json", params={"surum": old})
    assert found.headers["dataset-version"] == old
    assert "immutable" in found.headers["cache-control"]
    rows = list(
        csv.DictReader(io.StringIO(published.members(old)["activity_costs.csv"].decode("utf-8")))
    )
    budget = sum(
        Decimal(row["budget"]) for row in found.json()["rows"] if row["label"][0] in "1234567"
    )
    assert budget == sum(Decimal(row["amount"]) for row in rows)
    page = kayseri.get("/gomulu/butce", params={"surum": old}).text
    assert old in page
    assert f"surum={quote_plus(old)}" in page
    assert old in kayseri.get("/grafik/butce.svg", params={"surum": old}).text


def test_an_empty_database_is_told_calmly(empty: TestClient) -> None:
    problem(empty.get("/grafik/butce.svg"), 503, "unavailable")


class Refusing(Renderer):
    """A renderer whose queue is full, or whose workers are stuck."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def svg(self, spec: dict[str, Any]) -> str:
        raise self.error


@pytest.mark.parametrize("error", [Busy("full"), TooSlow("stuck")])
def test_a_full_queue_says_when_to_come_again(kayseri_url: str, error: Exception) -> None:
    client = client_with(kayseri_url, Refusing(error), RateLimit(60, 10))
    answer = client.get("/grafik/genel-bakis.svg")
    problem(answer, 503, "busy")
    assert int(answer.headers["retry-after"]) > 0
    assert client.get("/grafik/genel-bakis.csv").status_code == 200, "data need no drawing"


def client_with(url: str, renderer: Renderer, limit: RateLimit) -> TestClient:
    reading = engine.create(url)
    answers = figure_answers(Library(lambda: reading), renderer)
    return TestClient(Starlette(routes=[*web_figures.routes(answers, limit)]))


class Drawing(Renderer):
    """A renderer that draws the same small things at once, and counts them."""

    drawn = 0

    def png(self, svg: str, scale: int, width: float, height: float) -> bytes:
        self.drawn += 1
        buffer = io.BytesIO()
        Image.new("RGB", (8, 8)).save(buffer, "png")
        return buffer.getvalue()

    def svg(self, spec: dict[str, Any]) -> str:
        self.drawn += 1
        return '<svg width="10" height="10" viewBox="0 0 10 10"></svg>'


def test_only_new_drawings_are_counted(kayseri_url: str) -> None:
    client = client_with(kayseri_url, Drawing(), RateLimit(0.001, 2))
    assert client.get("/grafik/genel-bakis.svg").status_code == 200
    assert client.get("/grafik/yuz-lira.svg").status_code == 200
    refused = client.get("/grafik/hirs.svg")
    problem(refused, 429, "too-many")
    assert int(refused.headers["retry-after"]) > 0
    assert client.get("/grafik/genel-bakis.svg").status_code == 200, "what is kept is free"


def test_warming_draws_the_gallery_once(kayseri_url: str) -> None:
    reading = engine.create(kayseri_url)
    drawing = Drawing()
    answers = figure_answers(Library(lambda: reading), drawing)
    groups = ("gostergeler", "meclis")
    assert warm(answers, groups) >= 6 * len(groups)
    drawn = drawing.drawn
    again = FigureAnswers(answers.library, drawing, answers.kept, PUBLIC)
    warm(again, groups)
    assert drawing.drawn == drawn, "what was drawn is on disk"


def test_addresses_of_the_public_site_stand_in_files(kayseri: TestClient) -> None:
    found = kayseri.get("/grafik/butce.json?amac=2").json()
    assert found["address"] == f"{PUBLIC}/butce?amac=2"


@pytest.fixture(autouse=True)
def turkish() -> Iterator[None]:
    with using("tr"):
        yield


def test_all_formats_have_a_media_type() -> None:
    assert set(MEDIA) == set(FORMATS)
