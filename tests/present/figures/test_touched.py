"""Every finding on an amount travels with every figure that shows that amount, in every form and
both languages; and no figure bears one that touches nothing of it.

What a figure shows and what a finding touches is worked out here from the CSV files. The findings
are those of the committed programme, and those of one in which amounts of every sort disagree.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from db import engine, load
from kbb_data.rows import Tables
from kbb_data.turkish import slug as slugged
from present.figures import html
from present.figures.answers import COMPANION, JSON, PEOPLE, SHEET, SPEC, TEXT, FigureAnswers
from present.figures.registry import BY_SLUG, ENTRIES, drawn
from present.figures.request import ask
from present.figures.setting import of_edition
from present.figures.share import share
from present.kit import address, writing
from present.kit.figure import Figure, Note
from present.kit.setting import Setting
from present.kit.spreadsheet import unguarded
from present.kit.text import t, using
from present.opendata.source import Library
from present.picture.frame import picture
from present.picture.sizes import Size
from present.web import cards, plain
from present.web.embed_page import Embed, embed_html
from tests.support import datasets
from tests.support.datasets import KAYSERI

LANGUAGES = ("tr", "en")
PARTS = ("budget", "off-budget", "total")
Row = Mapping[str, str]

#: Views beside those of the gallery.
MORE: dict[str, list[dict[str, str]]] = {
    "butce": [
        *({"kod": code} for code in ("03", "05", "06")),
        {"kod": "05", "gorunum": "birim"},
        {"kaynak": "other_domestic"},
        {"amac": "genel"},
        {"faaliyet": "60"},
        {"faaliyet": "1"},
        {"hedef": "14"},
        {"hedef": "1"},
        {"hedef": "14", "gorunum": "kod"},
        {"amac": "1", "gorunum": "kod"},
        {"birim": "itfaiye", "gorunum": "kod"},
        {"birim": "itfaiye"},
        {"tur": "butce-disi"},
        {"tur": "butce"},
        {"tur": "butce", "gorunum": "kod"},
        {"tur": "butce-disi", "gorunum": "kaynak"},
    ],
    "ilerleme": [{"hedef": "22"}, {"hedef": "31"}],
    **{
        name: [
            {"karsilastir": sides}
            for sides in ("hedef-14.hedef-31", "birim-itfaiye.birim-fen-isleri")
        ]
        for name in ("karsilastirma-para", "karsilastirma-kodlar", "karsilastirma-gostergeler")
    },
    "gosterge": [
        {"gosterge": code}
        for code in ("1.1", "1.2", "3.5", "10.2", "10.3", "13.5", "20.1", "22.3", "28.3", "31.5")
    ],
}  # fmt: skip


def _disagree(tables: Tables) -> None:
    """Amounts of every sort that do not agree, one of each."""

    def row(table: str, **key: Any) -> dict[str, Any]:
        (own,) = (
            own for own in tables[table] if all(own[name] == value for name, value in key.items())
        )
        return own

    million = 1_000_000_00
    row("activities", activity=60)["budget"] += million
    row("activities", activity=86)["goal_table_off_budget"] = 5 * million
    row("goals", goal=14)["total"] += million
    row("printed_performance", level="activity", number=3)["budget"] += million
    row("printed_performance", role="grand_total")["total"] += million
    row("resource_needs", line="06")["total"] += million
    row("resource_needs", line="foreign")["activities"] = million
    row("staff", status="Memur")["men"] += 1
    row("staff", status="İşçi")["secondary"] += 1
    row("position_occupancy", **{"class": "worker"})["vacant"] += 1
    tables["positions"][0]["count"] += 1
    row("assets", source_line=595)["size_printed"] = "261..1 adet"


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    altered = datasets.changed(KAYSERI, tmp_path_factory.mktemp("touched") / "dataset", _disagree)
    return {"committed": KAYSERI, "altered": altered}


@pytest.fixture(scope="module")
def answers(
    folders: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, FigureAnswers]:
    made = {}
    for name, folder in folders.items():
        url = f"sqlite:///{tmp_path_factory.mktemp(name) / 'kbb.sqlite'}"
        load.build(folder, url)
        reading = engine.create(url)
        library = Library(lambda reading=reading: reading, keep_seconds=3600)
        made[name] = FigureAnswers(library, None, None, "https://acik.example")  # type: ignore[arg-type]
    return made


def _setting(answers: FigureAnswers, language: str) -> Setting:
    (edition,) = answers.library.editions()
    with using(language):
        return of_edition(answers.library, edition, is_dark=False, public="https://acik.example")


def _queries(setting: Setting, slug: str) -> Iterator[dict[str, str]]:
    entry = BY_SLUG[slug]
    for choices in entry.presets(setting):
        yield entry.query(choices)
    yield from MORE.get(slug, [])


class Files:
    """A dataset's CSV files."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._rows = folder, dict[str, list[Row]]()

    def rows(self, table: str) -> list[Row]:
        if table not in self._rows:
            with (self._folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
                self._rows[table] = list(csv.DictReader(file))
        return self._rows[table]

    def aim(self, goal: str) -> str:
        objective = next(row["objective"] for row in self.rows("goals") if row["goal"] == goal)
        return next(row["aim"] for row in self.rows("objectives") if row["objective"] == objective)


def _touches(files: Files, finding: Row) -> set[tuple[str, ...]]:
    """The amounts that a finding touches, by its code."""
    check, _, rest = finding["finding"].partition(".")
    keys = rest.split(".")
    if not finding["stated"] or finding["kind"] == "blank":
        return set()
    columns = ("activities", "general-administration", "transfers", "total")
    if check in ("economic-codes", "off-budget-sources"):
        return {("line", rest, "activities")}
    if check == "resource-need-rows":
        return {("line", rest, column) for column in columns}
    if check in ("resource-need-columns", "needs-to-performance"):
        return {("line", *keys)}
    if check == "performance-totals":
        line = {"budget": "budget-total", "off-budget": "off-budget-total"}.get(keys[1], "total")
        return {("line", line, {"goals": "activities", "grand": "total"}[keys[0]])}
    if check == "stated-totals":
        of = {"programme.total": "total", "programme.activities.total": "activities",
              "programme.general-administration": "general-administration"}  # fmt: skip
        return {("line", "total", of[rest])} if rest in of else set()
    if check in ("cost-table-sums", "cost-table-amounts"):
        return {("activity", *keys)}
    if check == "goal-table-sums":
        return {("goal", *keys)}
    if check == "performance-amounts":
        return {(*keys[0].split("-"), keys[1])}
    if check.startswith("indicator-"):
        return {("indicator", ".".join(keys[:2]))}
    if check == "staff-totals":
        if keys[-1] == "sex" or keys[-1] == "education" or "total" in keys[1:]:
            both = {("staff", "sex"), ("staff", "education")}
            return both - {("staff", "sex")} if keys[0] == "education" else both
        return {("staff", "education" if keys[0] == "education" else "sex")}
    if check == "position-totals":
        own = {("positions", "occupancy")}
        if keys[-1] in ("titles", "printed"):
            own.add(("positions", keys[0]))
        if keys[0] == "staff":
            own |= {("staff", "sex"), ("staff", "education")}
        return own
    if check == "asset-parts":
        return {("asset", keys[0], "area" if keys[-1] == "area" else "count")}
    if check == "asset-districts":
        return {("asset", keys[0], "district")}
    assets = {row["source_line"]: row for row in files.rows("assets")}
    if check == "asset-readings":
        row = assets[keys[0]]
        has_area = any(row[name] for name in ("area_m2", "indoor_area_m2", "open_area_m2"))
        sizes = {"count": bool(row["count"]), "area": has_area}
        return {("asset", keys[0], size) for size, is_there in sizes.items() if is_there}
    if check == "asset-totals":
        own = {("asset", finding["source_line"], "area")}
        for line, row in assets.items():
            if slugged(row["category"]) == keys[0] and (
                keys[1] in ("area", slugged(row["district"]) or "all")
            ):
                own.add(("asset", line, "area"))
        return own
    if check == "facility-districts":
        lines = keys[0].split("-")
        standing = [assets[line]["district"] for line in lines]
        most = max(map(standing.count, standing))
        usual = {name for name in standing if standing.count(name) == most}
        return {
            ("asset", line, "district")
            for line in lines
            if len(usual) > 1 or assets[line]["district"] not in usual
        }
    return set()


def _general(lines: Iterable[str]) -> set[tuple[str, ...]]:
    return {("line", line.replace("_", "-"), "general-administration") for line in lines}


def _shows(
    files: Files, slug: str, query: Mapping[str, str], figure: Figure
) -> set[tuple[str, ...]]:
    """The amounts that a figure shows under an address's parameters."""
    table = figure.table
    if slug in ("genel-bakis", "yuz-lira", "butce", "amac-kod", "akis"):
        view = "" if slug == "butce" else "amac"
        own = _money(files, query, view)
        if slug == "yuz-lira":
            own = {key for key in own if key[1:2] not in (("budget-total",), ("off-budget-total",))}
        if slug == "amac-kod":
            own = {key for key in own if key[1:2] not in (("budget-total",), ("off-budget-total",))}
        if slug in ("amac-kod", "akis"):
            paid = {row["source"] for row in files.rows("off_budget_resources")
                    if float(row["amount"] or 0)}  # fmt: skip
            lines = {row["line"] for row in files.rows("resource_needs") if row["line"].isdigit()}
            own |= _lines(lines | paid, all_columns=True)
        return own
    if slug == "konular":
        every = _activities(files, files.rows("activities"))
        # Budget and off-budget money stand in one amount: of the totals, that of both.
        whole = {("line", "total", column) for column in
                 ("activities", "general-administration", "transfers", "total")}  # fmt: skip
        lines = {row["line"] for row in files.rows("resource_needs")} - {
            "budget_total", "off_budget_total", "total"}  # fmt: skip
        return every | whole | _general(lines)
    if slug == "konu":
        numbers = set(table.loc[table["kind"] == "activity", "key"])
        own = _activities(
            files, [row for row in files.rows("activities") if row["activity"] in numbers]
        )
        general = table.loc[table["kind"] == "general", "key"]
        return own | _general(general)
    if slug == "birimler":
        activities = files.rows("activities")
        return _activities(files, activities) | {("line", "total", "activities")}
    if slug in ("birim-faaliyetleri", "birim-kalemleri"):
        activities = [
            row for row in files.rows("activities") if row["spending_unit"] == query["birim"]
        ]
        own = _activities(files, activities)
        return own | (
            _lines(_cost_lines(files, activities)) if slug == "birim-kalemleri" else set()
        )
    if slug in ("karsilastirma-para", "karsilastirma-kodlar"):
        own = set()
        for side in query["karsilastir"].split("."):
            kind, _, key = side.partition("-")
            of = {
                "amac": lambda row: files.aim(row["goal"]),
                "hedef": lambda row: row["goal"],
                "birim": lambda row: row["spending_unit"],
            }[kind]
            activities = [row for row in files.rows("activities") if of(row) == key]
            own |= _activities(files, activities, with_goals=kind != "birim")
            if slug == "karsilastirma-kodlar":
                paid = {line for line, amount in _costs(files, activities) if amount}
                own |= _lines(paid)
        return own
    if slug == "gosterge":
        return {("indicator", query["gosterge"])}
    if slug == "ilerleme":
        return {
            ("indicator", f"{row['goal']}.{row['indicator']}")
            for row in files.rows("indicators")
            if query.get("amac") in (None, files.aim(row["goal"]))
            and query.get("hedef") in (None, row["goal"])
        }
    if slug in ("harita", "tesis-sayisi", "tesis-orani", "ilce"):
        kinds = set(table["kind"]) if slug == "ilce" else set(table.columns)
        return {
            ("asset", row["source_line"], part)
            for row in files.rows("assets")
            if row["kind"] in kinds
            and (slug != "ilce" or slugged(row["district"]) == query["ilce"])
            for part in ("count", "district", *(("area",) if slug == "harita" else ()))
        }
    if slug == "personel":
        return {("staff", "sex" if query["tablo"] == "kaynaklar-personel" else "education")}
    if slug == "norm-kadro":
        name = query["tablo"].removeprefix("kaynaklar-unvan-").replace("-", "_")
        return {("positions", "occupancy" if query["tablo"] == "kaynaklar-kadro" else name)}
    if slug == "araclar":
        return {("asset", line, "count") for line in _vehicles(files, query["tablo"])}
    return set()


def _vehicles(files: Files, name: str) -> Iterator[str]:
    parts = files.rows("asset_parts")
    stationed = {row["asset"] for row in parts if row["part"] == "station"}
    for row in files.rows("assets"):
        own = f"kaynaklar-dokum-{slugged(row['category'])}-{slugged(row['name'])}"
        is_vehicle = row["kind"].endswith(("vehicle", "machine")) or row["kind"] == "car"
        of_fleet = {
            other["category"]
            for other in files.rows("assets")
            if other["kind"].endswith(("vehicle", "machine")) or other["kind"] == "car"
        }
        if (
            (name == "kaynaklar-arac" and (is_vehicle or row["category"] in of_fleet))
            or (name == "kaynaklar-istasyon" and row["asset"] in stationed)
            or name == own
        ):
            yield row["source_line"]


def _money(files: Files, query: Mapping[str, str], view: str) -> set[tuple[str, ...]]:
    """A part of the budget by the rows of a view, as Bütçe's address says it."""
    aim, goal, activity = (query.get(name) for name in ("amac", "hedef", "faaliyet"))
    unit, code, source = (query.get(name) for name in ("birim", "kod", "kaynak"))
    if aim == "genel":
        lines = {row["line"] for row in files.rows("resource_needs") if "total" not in row["line"]}
        shown = {("line", line, "general-administration") for line in lines if line.isdigit()}
        return shown | {("line", "total", "general-administration")}
    parts = {"butce": ("budget",), "butce-disi": ("off-budget",)}.get(query.get("tur", ""), PARTS)
    if code or source:
        parts = ("budget",) if code else ("off-budget",)
    activities = [
        row
        for row in files.rows("activities")
        if aim in (None, files.aim(row["goal"]))
        and goal in (None, row["goal"])
        and activity in (None, row["activity"])
        and unit in (None, row["spending_unit"])
    ]
    paid = [
        row
        for row in activities
        if any(
            (code or source) in (None, line)
            and ("budget" in parts if line.isdigit() else "off-budget" in parts)
            for line, _ in _costs(files, [row])
        )
    ]
    view = (
        query.get("gorunum")
        or view
        or ("kod" if activity else "faaliyet" if goal or unit else "hedef" if aim else "amac")
    )
    is_plan = not (unit or code or source or activity)
    has_goals = is_plan and (view in ("amac", "hedef") or bool(aim or goal))
    own = _activities(files, paid, parts, with_goals=has_goals)
    is_whole = not (aim or goal or activity or unit or code or source)
    is_wide = not (aim or goal or activity or unit)
    if is_whole:
        sums = {("budget",): ("budget-total",), ("off-budget",): ("off-budget-total",)}.get(
            parts, ("budget-total", "off-budget-total", "total")
        )
        own |= _lines(sums, all_columns=True)
    if code or source:
        own |= _lines([code or source or ""], all_columns=is_wide)
    if activity or view in ("kod", "kaynak"):
        costs = {line for line, _ in _costs(files, paid)}
        lines = {line for line in costs if line.isdigit() == (view == "kod") or activity}
        if is_wide and view == "kod" and "budget" in parts:
            lines |= {row["line"] for row in files.rows("resource_needs") if row["line"].isdigit()}
        if view == "kaynak":
            lines |= {"budget-total"} if "budget" in parts else set()
            lines |= (
                {"revolving_fund", "other_domestic", "foreign"}
                if ("off-budget" in parts)
                else set()
            )
        own |= _lines(lines, all_columns=is_wide)
    return own


def _costs(files: Files, activities: list[Row]) -> list[tuple[str, float]]:
    numbers = {row["activity"] for row in activities}
    return [
        (row[column], float(row["amount"] or 0))
        for table, column in (
            ("activity_costs", "economic_code"),
            ("off_budget_resources", "source"),
        )
        for row in files.rows(table)
        if row["activity"] in numbers
    ]  # fmt: skip


def _cost_lines(files: Files, activities: list[Row]) -> set[str]:
    return {line for line, _ in _costs(files, activities)}


def _activities(
    files: Files, activities: list[Row], parts: tuple[str, ...] = PARTS, *, with_goals: bool = False
) -> set[tuple[str, ...]]:
    own = {("activity", row["activity"], part) for row in activities for part in parts}
    if with_goals:
        own |= {("goal", row["goal"], part) for row in activities for part in parts}
    return own


def _lines(lines: Any, *, all_columns: bool = False) -> set[tuple[str, ...]]:
    columns = ("activities", "general-administration", "transfers", "total")
    return {
        ("line", line.replace("_", "-"), column)
        for line in lines
        for column in (columns if all_columns else columns[:1])
    }


def _codes(figure: Figure) -> list[str]:
    return [note.address.partition("bulgu=")[2].partition("&")[0] for note in _findings(figure)]


def _findings(figure: Figure) -> list[Note]:
    """The notes that tell of findings; the others say what an amount leaves out."""
    return [note for note in figure.notes if not note.is_fixed]


@pytest.mark.parametrize("data", ["committed", "altered"])
@pytest.mark.parametrize("slug", [entry.slug for entry in ENTRIES])
def test_a_figure_bears_every_finding_that_touches_it_and_no_other(
    answers: dict[str, FigureAnswers], folders: dict[str, Path], data: str, slug: str
) -> None:
    files = Files(folders[data])
    touched = {row["finding"]: _touches(files, row) for row in files.rows("findings")}
    setting = _setting(answers[data], "tr")
    entry = BY_SLUG[slug]
    for query in _queries(setting, slug):
        parsed = address.parse(entry.kind(setting), query, entry.known(setting))
        assert not parsed.dropped, query
        figure = drawn(setting, slug, parsed.choices).figure
        shows = _shows(files, slug, query, figure)
        expected = {code for code, amounts in touched.items() if amounts & shows}
        assert set(_codes(figure)) == expected, (query, set(_codes(figure)) ^ expected)
        assert len(_codes(figure)) == len(expected)


def test_findings_of_every_sort_travel(
    answers: dict[str, FigureAnswers], folders: dict[str, Path]
) -> None:
    """Each finding that touches an amount goes along with one figure at least."""
    files = Files(folders["altered"])
    setting = _setting(answers["altered"], "tr")
    borne = set()
    for entry in ENTRIES:
        for query in _queries(setting, entry.slug):
            parsed = address.parse(entry.kind(setting), query, entry.known(setting))
            borne |= set(_codes(drawn(setting, entry.slug, parsed.choices).figure))
    checks = {code.partition(".")[0] for code in borne}
    assert checks >= {
        "economic-codes", "off-budget-sources", "cost-table-sums", "cost-table-amounts",
        "goal-table-sums", "performance-amounts", "performance-totals", "resource-need-rows",
        "staff-totals", "position-totals", "asset-parts", "asset-readings", "indicator-readings",
        "indicator-units", "indicator-leaps", "indicator-notes", "indicator-assets",
        "facility-districts",
    }  # fmt: skip
    assert files.rows("findings")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", [entry.slug for entry in ENTRIES])
def test_every_form_of_a_figure_says_so_with_the_link(
    answers: dict[str, FigureAnswers], slug: str, language: str
) -> None:
    own = answers["committed"]
    setting = _setting(own, language)
    (edition,) = own.library.editions()
    for query in _queries(setting, slug):
        pairs = (*query.items(), ("lang", language))
        asked = ask(BY_SLUG[slug], edition, pairs, lambda is_dark: setting)
        figure = own.drawn(asked).figure
        endings = (TEXT, JSON, PEOPLE, COMPANION, SHEET)
        bytes_of = {ending: own.body(asked, ending).content for ending in endings}
        with using(language):
            forms = {
                TEXT: bytes_of[TEXT].decode(),
                JSON: " ".join(
                    f"{note['text']} {note['address']}"
                    for note in json.loads(bytes_of[JSON])["notes"]
                ),
                PEOPLE: _cells(bytes_of[PEOPLE]),
                COMPANION: " ".join(_texts(json.loads(bytes_of[COMPANION]))),
                SHEET: _sheet(bytes_of[SHEET]),
                "embed": unescape(str(embed_html(figure, _embed(language)))),
                "page": unescape(str(html.notes_html(figure))),
                "words": unescape(str(plain.figure(figure, asked))),
            }
            if figure.spec is not None:
                forms[SPEC] = " ".join(
                    json.loads(own.body(asked, SPEC).content)["usermeta"]["notes"]
                )
            quoted = {"card": cards.described(figure), "menu": unescape(
                str(share(setting, slug, asked.choices, "https://acik.example"))
            )}  # fmt: skip
            drawing = {size: _words(picture(figure, size, _draw, is_dark=False, version="1",
                                            address="x").svg) for size in Size}  # fmt: skip
        findings = _findings(figure)
        for note in findings:
            assert note.address.startswith("https://acik.example/tutarlilik?"), query
            assert ("lang=en" in note.address) == (language == "en"), query
            for form, text in forms.items():
                assert note.text in _bare(text), (form, query, note.text)
                assert note.address in text, (form, query)
            for form, text in quoted.items():
                assert note.text in _bare(text), (form, query)
        for size, text in drawing.items():
            told = [
                "".join(f"{note.text} {note.address}".replace("https://", "").split())
                for note in findings
            ]
            drawn_whole = [line in text for line in told]
            # The gravest first; where some have no room, their number and an address.
            whole = drawn_whole.index(False) if False in drawn_whole else len(told)
            assert not any(drawn_whole[whole:]), (size, query)
            for note in findings[whole : whole + 1]:
                with using(language):
                    is_first = whole == 0 and len(findings) == len(figure.notes)
                    key = "figures.notes_many" if is_first else "figures.notes_more"
                    count = t(key, count=writing.number(len(told) - whole))
                address_ = note.address.replace("https://", "")
                assert "".join(f"{count} {address_}".split()) in text, (size, query)
        if not findings:
            assert not any("bulgu=" in text for text in forms.values()), query
        if not figure.notes:
            assert "kbb-notes" not in forms["page"]


def _bare(text: str) -> str:
    """The text without what marks the document's words in it."""
    return text.replace('<span lang="tr">', "").replace("</span>", "")


def _cells(content: bytes) -> str:
    """All cells; notes below the rows go on in the next line."""
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")
    return " ".join(unguarded(cell) for row in rows for cell in row if cell)


def _texts(value: object) -> Iterator[str]:
    """Every text in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


def _sheet(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return unescape(book.read("xl/sharedStrings.xml").decode())


def _embed(language: str) -> Embed:
    return Embed(charts={}, theme="acik", language=language, page="/", home="", script="/s",
                 fonts={}, version="1", head=cards.canonical("/"))  # fmt: skip


def _draw(spec: dict[str, Any]) -> str:
    return f'<svg viewBox="0 0 {spec["width"]:g} 200"><g/></svg>'


def _words(svg: str) -> str:
    """The letters of a picture, lines run together."""
    import re

    body = re.sub(r"<style>.*?</style>", "", svg, flags=re.DOTALL)
    return "".join(unescape(re.sub(r"<[^>]+>", "", body)).split())
