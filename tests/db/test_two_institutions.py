"""Two institutions in one year: neither is ever answered with what is the other's.

What a question gives beside another programme is held against what it gives where the programme
is alone, and totals, order and words against the fixture's own text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import Engine

from db import engine as factory
from db import load, queries
from db.queries import ProgrammeKey
from kbb_data.schema import TABLES
from tests.db.conftest import INVENTED
from tests.db.questions import OTHER_FRAMES, TABLE_QUESTIONS
from tests.support import datasets

TIES = ProgrammeKey(INVENTED.year, datasets.TIES_INSTITUTION)
KEYS = pytest.mark.parametrize("key", [INVENTED, TIES], ids=["çamlıova", "derekent"])
FRAMES = {name: ask for name, (ask, _) in TABLE_QUESTIONS.items()} | OTHER_FRAMES

#: Words that only one of the two texts holds, as they are typed and with a slip.
WORDS = {
    TIES: [("teleferik", "teleferk"), ("mazgal", "mazgall"), ("yolculuk", "yolculk")],
    INVENTED: [("köprü", "köprrü"), ("kütüphane", "kutuphne"), ("revizyon", "revizyn")],
}
OTHER = {TIES: INVENTED, INVENTED: TIES}


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> dict[ProgrammeKey, Path]:
    base = tmp_path_factory.mktemp("two")
    return {
        INVENTED: datasets.invented(base / "small"),
        TIES: datasets.with_ties(base / "ties"),
    }


@pytest.fixture(scope="module")
def together(
    new_database: Callable[[], str], sources: dict[ProgrammeKey, Path]
) -> Iterator[Engine]:
    """A database with both programmes, on each kind in turn; the second in order comes first."""
    url = new_database()
    for folder in reversed(sources.values()):
        load.build(folder, url)
    engine = factory.create(url)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def alone(
    tmp_path_factory: pytest.TempPathFactory, sources: dict[ProgrammeKey, Path]
) -> Iterator[dict[ProgrammeKey, Engine]]:
    """A database a programme, which holds no other."""
    base = tmp_path_factory.mktemp("alone")
    engines = {}
    for place, (key, folder) in enumerate(sources.items()):
        url = factory.sqlite_url(base / f"{place}.sqlite")
        load.build(folder, url)
        engines[key] = factory.create(url)
    yield engines
    for engine in engines.values():
        engine.dispose()


@KEYS
@pytest.mark.parametrize("name", sorted(FRAMES))
def test_a_frame_is_the_same_as_where_the_programme_is_alone(
    together: Engine, alone: dict[ProgrammeKey, Engine], key: ProgrammeKey, name: str
) -> None:
    ask = FRAMES[name]
    pd.testing.assert_frame_equal(ask(together, key), ask(alone[key], key))


@KEYS
def test_every_other_answer_is_too(
    together: Engine, alone: dict[ProgrammeKey, Engine], key: ProgrammeKey
) -> None:
    asks: list[Callable[[Engine, ProgrammeKey], Any]] = [
        queries.programme,
        queries.totals,
        queries.counts,
        queries.table_counts,
    ]
    for ask in asks:
        assert ask(together, key) == ask(alone[key], key)
    for table in TABLES:
        rows = queries.table_rows(together, key, table.name)
        assert rows == queries.table_rows(alone[key], key, table.name), table.name


@KEYS
def test_a_search_finds_its_own_and_never_the_others(
    together: Engine, alone: dict[ProgrammeKey, Engine], key: ProgrammeKey
) -> None:
    for word, slip in WORDS[key]:
        own = queries.search(together, key, word)
        assert own.hits
        assert own.corrected is None
        assert not own.is_partial
        mended = queries.search(together, key, slip)
        assert mended.corrected == word
        assert mended.hits == own.hits
        for typed in (word, slip, word[:4], f"{word} yokboylebirsey", f"faaliyeti {word}"):
            assert queries.search(together, key, typed) == queries.search(alone[key], key, typed)
            strangers = queries.search(together, OTHER[key], typed)
            assert strangers == queries.search(alone[OTHER[key]], OTHER[key], typed), typed
    for word, slip in WORDS[key]:
        for typed in (word, slip):
            answer = queries.search(together, OTHER[key], typed)
            assert answer.hits == (), typed
            assert answer.corrected is None, typed


def test_a_word_that_only_the_other_knows_is_mended_like_any_slip(
    together: Engine, alone: dict[ProgrammeKey, Engine]
) -> None:
    """``kısaltmak`` stands in one text alone; the other's likest word is ``kılmak``."""
    assert queries.search(together, TIES, "kısaltmak").corrected is None
    answer = queries.search(together, INVENTED, "kısaltmak")
    assert answer.corrected == "kılmak"
    assert answer == queries.search(alone[INVENTED], INVENTED, "kısaltmak")


def test_totals_are_read_from_the_column_of_totals(together: Engine) -> None:
    """General administration and transfers have off-budget money, so the columns differ."""
    totals = queries.totals(together, TIES)
    million = 1_000_000_00
    assert totals.goals_budget_kurus == 70 * million
    assert totals.goals_off_budget_kurus == 10 * million
    assert totals.goals_total_kurus == 80 * million
    assert totals.general_administration_kurus == 10 * million
    assert totals.transfers_kurus == 2.5 * million
    assert totals.budget_kurus == 80 * million
    assert totals.off_budget_kurus == 12.5 * million
    assert totals.total_kurus == 92.5 * million


def test_general_administration_by_line_has_its_off_budget_sources(together: Engine) -> None:
    needs = queries.resource_needs(together, TIES).set_index("line")
    administration = needs["general_administration_kurus"]
    assert {line: kurus for line, kurus in administration.items() if kurus} == {
        "03": 3_000_000_00,
        "09": 5_000_000_00,
        "budget_total": 8_000_000_00,
        "revolving_fund": 2_000_000_00,
        "off_budget_total": 2_000_000_00,
        "total": 10_000_000_00,
    }
    assert needs["transfers_kurus"]["other_domestic"] == 500_000_00
    assert needs["activities_kurus"]["foreign"] == 5_000_000_00


def test_units_stand_in_turkish_order(together: Engine) -> None:
    assert queries.spending_units(together, TIES)["short_name"].tolist() == [
        "Cadde ve Sokaklar",
        "Çevre Koruma",
        "Izgara ve Mazgal",
        "İhale 2",
    ]


def test_programmes_of_a_year_stand_in_turkish_order(together: Engine) -> None:
    assert [programme.key for programme in queries.programmes(together)] == [INVENTED, TIES]


def test_equal_amounts_keep_their_order(together: Engine) -> None:
    lines = queries.budget_lines(together, TIES)
    order = list(zip(lines["activity"], lines["fund"], lines["line"], strict=True))
    assert order == [
        (1, "budget", "03"),
        (1, "off_budget", "foreign"),
        (1, "off_budget", "other_domestic"),
        (1, "off_budget", "revolving_fund"),
        (2, "budget", "03"),
        (2, "budget", "06"),
        (2, "off_budget", "foreign"),
        (2, "off_budget", "other_domestic"),
        (2, "off_budget", "revolving_fund"),
        (3, "budget", "03"),
        (3, "off_budget", "foreign"),
        (3, "off_budget", "other_domestic"),
        (3, "off_budget", "revolving_fund"),
        (4, "budget", "06"),
        (4, "off_budget", "foreign"),
        (4, "off_budget", "other_domestic"),
        (4, "off_budget", "revolving_fund"),
    ]


@KEYS
def test_a_new_dataset_of_one_leaves_the_others_rows_and_words(
    sources: dict[ProgrammeKey, Path],
    alone: dict[ProgrammeKey, Engine],
    engine_url: str,
    tmp_path: Path,
    key: ProgrammeKey,
) -> None:
    for folder in sources.values():
        load.build(folder, engine_url)

    def rename(tables: datasets.Tables) -> None:
        tables["activities"][0]["note"] = "Yepyeni"

    load.build(datasets.changed(sources[OTHER[key]], tmp_path / "new", rename), engine_url)
    engine = factory.create(engine_url)
    for word, slip in WORDS[key]:
        for typed in (word, slip, "yepyeni"):
            assert queries.search(engine, key, typed) == queries.search(alone[key], key, typed)
    for table in TABLES:
        rows = queries.table_rows(engine, key, table.name)
        assert rows == queries.table_rows(alone[key], key, table.name), table.name
    assert queries.search(engine, OTHER[key], "yepyeni").hits
    engine.dispose()
