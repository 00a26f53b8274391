"""Turkish search and order: the same on SQLite and on PostgreSQL, for all 81 provinces."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine, text

from db import engine as factory
from db import load, queries
from kbb_data import turkish
from tests.db.conftest import INVENTED
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
#: How the keys of the provinces' units begin.
_UNIT = "province-"
WRITTEN = [(name, case(name)) for name in PROVINCES for case in (str, turkish.upper, turkish.lower)]


@pytest.fixture(scope="module")
def provinces(
    new_database: Any, folders: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """A programme with the 81 provinces, each in three cases, shuffled: as its council's members
    and, so that something is put in Turkish order, as spending units beside its own."""
    written = [shown for _, shown in WRITTEN]
    random.Random(38).shuffle(written)

    def change(tables: datasets.Tables) -> None:
        pattern = tables["council_members"][0]
        tables["council_members"] = [
            {**pattern, "position": place, "name": name} for place, name in enumerate(written, 1)
        ]
        unit = tables["spending_units"][0]
        tables["spending_units"] += [
            {**unit, "spending_unit": f"{_UNIT}{place:03}", "name": name}
            for place, name in enumerate(written)
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
    units = queries.spending_units(provinces, INVENTED)
    names = units["name"][units["spending_unit"].str.startswith(_UNIT)].tolist()
    folded = [turkish.fold(name) for name in names]
    assert folded == [turkish.fold(name) for name in PROVINCES for _ in range(3)]


def test_equals_in_order_stand_by_their_key(provinces: Engine) -> None:
    units = queries.spending_units(provinces, INVENTED)
    shown = list(zip(units["name"].map(turkish.sort_key), units["spending_unit"], strict=True))
    assert len({name for name, _ in shown}) < len(shown)
    assert shown == sorted(shown)
    assert units.index.tolist() == list(range(len(units)))


@pytest.mark.parametrize("case", sorted(CASES))
def test_every_province_is_found_however_it_is_typed(provinces: Engine, case: str) -> None:
    for name in PROVINCES:
        answer = queries.search(provinces, INVENTED, CASES[case](name))
        members = [hit.title for hit in answer.hits if hit.kind == "council_member"]
        assert sorted(members[:3]) == sorted(shown for whole, shown in WRITTEN if whole == name)
        assert not answer.is_partial
        assert answer.corrected is None


@pytest.mark.postgres
def test_the_sort_key_orders_as_postgresqls_turkish_collation(postgres_server: Server) -> None:
    question = text(
        'SELECT name FROM unnest(CAST(:names AS text[])) AS name ORDER BY name COLLATE "tr-x-icu"'
    )
    engine = factory.create(postgres_server.url("postgres"))
    with engine.connect() as connection:
        ordered = connection.scalars(question, {"names": sorted(PROVINCES)}).all()
    engine.dispose()
    assert ordered == PROVINCES == sorted(PROVINCES, key=turkish.sort_key)
