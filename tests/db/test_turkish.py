"""Turkish search and order: the same on SQLite and on PostgreSQL, for all 81 provinces."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine, select, text

from db import engine as factory
from db import load, queries
from db.models import CouncilMember
from kbb_data import turkish
from tests.db.conftest import INVENTED, KAYSERI, Loaded
from tests.support import datasets
from tests.support.postgres import Server

#: In the order of the Turkish alphabet, as an atlas lists them.
_ATLAS = """
Adana Adıyaman Afyonkarahisar Ağrı Aksaray Amasya Ankara Antalya Ardahan Artvin Aydın Balıkesir
Bartın Batman Bayburt Bilecik Bingöl Bitlis Bolu Burdur Bursa Çanakkale Çankırı Çorum Denizli
Diyarbakır Düzce Edirne Elazığ Erzincan Erzurum Eskişehir Gaziantep Giresun Gümüşhane Hakkâri
Hatay Iğdır Isparta İstanbul İzmir Kahramanmaraş Karabük Karaman Kars Kastamonu Kayseri Kırıkkale
Kırklareli Kırşehir Kilis Kocaeli Konya Kütahya Malatya Manisa Mardin Mersin Muğla Muş Nevşehir
Niğde Ordu Osmaniye Rize Sakarya Samsun Siirt Sinop Sivas Şanlıurfa Şırnak Tekirdağ Tokat Trabzon
Tunceli Uşak Van Yalova Yozgat Zonguldak
"""
PROVINCES = _ATLAS.split()

#: Provinces within whose names others stand.
WITHIN = {"Muş": {"Gümüşhane"}}

#: How a reader may type a name: Turkish and foreign capitals, with and without accents.
CASES = {
    "as it is": str,
    "capitals": turkish.upper,
    "small": turkish.lower,
    "foreign capitals": str.upper,
    "foreign small": str.lower,
    "title": turkish.title,
    "no accents": turkish.fold,
    "no accents, capitals": lambda name: turkish.fold(name).upper(),
    "mixed": lambda name: "".join(
        turkish.upper(c) if place % 2 else turkish.lower(c) for place, c in enumerate(name)
    ),
}
WRITTEN = [(name, case(name)) for name in PROVINCES for case in (str, turkish.upper, turkish.lower)]


@pytest.fixture(scope="module")
def provinces(
    new_database: Any, folders: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """A programme whose council members are the 81 provinces, each in three cases, shuffled."""
    written = [shown for _, shown in WRITTEN]
    random.Random(38).shuffle(written)

    def change(tables: datasets.Tables) -> None:
        pattern = tables["council_members"][0]
        tables["council_members"] = [
            {**pattern, "position": place, "name": name} for place, name in enumerate(written, 1)
        ]

    url = new_database()
    folder = tmp_path_factory.mktemp("provinces") / "dataset"
    load.build(datasets.changed(folders[INVENTED], folder, change), url)
    engine = factory.create(url)
    yield engine
    engine.dispose()


def test_there_are_81_and_they_are_in_order() -> None:
    assert len(set(PROVINCES)) == 81
    assert sorted(PROVINCES, key=turkish.sort_key) == PROVINCES


def test_the_database_orders_as_an_atlas_does(provinces: Engine) -> None:
    statement = select(CouncilMember.name).order_by(CouncilMember.name_sort)
    with provinces.connect() as connection:
        found = [turkish.fold(name) for name in connection.scalars(statement)]
    assert found == [turkish.fold(name) for name in PROVINCES for _ in range(3)]


@pytest.mark.parametrize("case", sorted(CASES))
def test_every_province_is_found_however_it_is_typed(provinces: Engine, case: str) -> None:
    for name in PROVINCES:
        found = queries.search(provinces, INVENTED, CASES[case](name), limit=10)
        members = found[found["kind"] == "council_member"]["name"]
        wanted = {name, *WITHIN.get(name, ())}
        assert sorted(members) == sorted(shown for whole, shown in WRITTEN if whole in wanted)


def test_search_orders_as_an_atlas_does(provinces: Engine) -> None:
    found = queries.search(provinces, INVENTED, "i", limit=500)
    names = [turkish.sort_key(name) for name in found["name"]]
    assert len(names) > 60
    assert names == sorted(names)


@pytest.mark.postgres
def test_the_sort_key_orders_as_postgresqls_turkish_collation(postgres_server: Server) -> None:
    question = text(
        'SELECT name FROM unnest(CAST(:names AS text[])) AS name ORDER BY name COLLATE "tr-x-icu"'
    )
    engine = factory.create(postgres_server.url("postgres"))
    with engine.connect() as connection:
        found = connection.scalars(question, {"names": sorted(PROVINCES)}).all()
    engine.dispose()
    assert found == PROVINCES == sorted(PROVINCES, key=turkish.sort_key)


def test_every_computed_column_is_that_of_its_text(loaded: Loaded) -> None:
    from db.models import Base

    seen = 0
    for table in Base.metadata.sorted_tables:
        for column in table.c:
            name, _, suffix = column.name.rpartition("_")
            if suffix not in ("fold", "sort") or name not in table.c:
                continue
            rule = turkish.fold if suffix == "fold" else turkish.sort_key
            with loaded.engine.connect() as connection:
                for whole, computed in connection.execute(select(table.c[name], column)):
                    assert computed == rule(whole)
                    seen += 1
    assert seen > 1000


def test_every_word_must_be_there(loaded: Loaded) -> None:
    found = queries.search(loaded.engine, KAYSERI, "  MERKEZ   itfaiye ")
    assert "Merkez İtfaiye Binası" in set(found["name"])
    assert queries.search(loaded.engine, KAYSERI, "merkez yokboylebirsey").empty


@pytest.mark.parametrize(
    "kind",
    [
        "aim",
        "objective",
        "goal",
        "indicator",
        "activity",
        "spending_unit",
        "asset",
        "council_member",
    ],
)
def test_everything_with_a_name_is_found_by_it(loaded: Loaded, kind: str) -> None:
    frames = {
        "aim": (queries.aims, ["aim"], "name"),
        "objective": (queries.objectives, ["objective"], "statement"),
        "goal": (queries.goals, ["goal"], "statement"),
        "indicator": (queries.indicators, ["goal", "indicator"], "name"),
        "activity": (queries.activities, ["activity"], "name"),
        "spending_unit": (queries.spending_units, ["spending_unit"], "name"),
        "asset": (queries.assets, ["asset"], "name"),
        "council_member": (queries.council_members, ["position"], "name"),
    }
    ask, code, name = frames[kind]
    row = ask(loaded.engine, KAYSERI).iloc[-1]
    words = " ".join(turkish.upper(row[name]).split()[:8])
    found = queries.search(loaded.engine, KAYSERI, words)
    wanted = (kind, ".".join(str(row[part]) for part in code), row[name])
    assert wanted in set(found.itertuples(index=False, name=None))


@pytest.mark.parametrize("typed", ["", "   ", "%", "_", "\\", "'; DROP TABLE aims; --", "a" * 5000])
def test_signs_that_a_database_reads_otherwise_are_only_letters(loaded: Loaded, typed: str) -> None:
    found = queries.search(loaded.engine, INVENTED, typed)
    folded = turkish.fold(typed)
    assert all(folded in turkish.fold(name) for name in found["name"])
    assert not queries.aims(loaded.engine, INVENTED).empty
    if not folded:
        assert found.empty


def test_search_keeps_to_its_limit_and_its_programme(loaded: Loaded) -> None:
    assert len(queries.search(loaded.engine, KAYSERI, "a", limit=7)) == 7
    assert queries.search(loaded.engine, KAYSERI, "a", limit=0).empty
    assert "Köprü yapım faaliyeti" in set(queries.search(loaded.engine, INVENTED, "köprü")["name"])
    assert "Köprü yapım faaliyeti" not in set(
        queries.search(loaded.engine, KAYSERI, "köprü yapım faaliyeti")["name"]
    )
