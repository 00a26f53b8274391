"""Search as citizens type: on SQLite and on PostgreSQL, the same results in the same order."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Engine, text

from db import dataset, load, queries, store
from db import engine as factory
from db.queries import ProgrammeKey
from db.queries.search import Found
from db.search_documents import KINDS, document
from kbb_data import geo, turkish
from kbb_data.rows import Tables
from tests.db.conftest import BETWEEN, INVENTED, KAYSERI, Loaded
from tests.support import datasets, rawcsv

#: What is typed, and what must be among the first three of its kind, as the page shows them: its
#: kind and how its title begins. What stands first of all is in ``tests/app/search_asked.py``.
WANTED = [
    ("kütüphane", "indicator", "Kütüphane hizmetlerini kullanan kişi sayısı"),
    ("kütüphaneler", "asset", "Erkilet Kütüphanesi"),
    ("KUTUPHANE", "indicator", "Kütüphane hizmetlerini kullanan kişi sayısı"),
    ("kütüphanesi merkez", "asset", "Merkez Kütüphanesi"),
    ("merkez kütüphanelerinde", "asset", "Merkez Kütüphanesi"),
    ("Kayseri'nin kütüphaneleri mevlana", "asset", "Mevlana Kütüphanesi"),
    ("itfaiye", "spending_unit", "İtfaiye Daire Başkanlığı"),
    ("ITFAIYE", "spending_unit", "İtfaiye Daire Başkanlığı"),
    ("İTFAİYE", "spending_unit", "İtfaiye Daire Başkanlığı"),
    ("itfaiyenin", "spending_unit", "İtfaiye Daire Başkanlığı"),
    ("itfaiye yahyalı", "asset", "Yahyalı Grup Amirliği"),
    ("yahyali itfaiye", "asset", "Yahyalı Grup Amirliği"),
    ("merkez itfaiye binası", "asset", "Merkez İtfaiye Binası"),
    ("asfalt", "indicator", "Üretilen sıcak asfalt miktarı"),
    ("asfalt plenti", "asset", "Asfalt Plenti"),
    ("su", "asset", "Su İkmal Aracı"),
    ("tramvay", "asset", "Tramvay"),
    ("tramvaylar", "asset", "Tramvay"),
    ("tramvayı", "asset", "Tramvay"),
    ("otobüs", "asset", "Otobüs"),
    ("otobus", "asset", "Otobüs"),
    ("otobüsler", "asset", "Otobüs"),
    ("otobüsü", "asset", "Otobüs"),
    ("park", "spending_unit", "Park Bahçeler ve Ağaçlandırma Daire Başkanlığı"),
    ("park ve bahceler", "spending_unit", "Park Bahçeler ve Ağaçlandırma Daire Başkanlığı"),
    ("ağaç dikimi", "indicator", "Ağaçlandırma alanları"),
    ("engelli", "indicator", "Engelli bireylere afet bilinci eğitimi verilmesi"),
    ("mezarlıklar", "asset", "Mezarlıklar"),
    ("melikgazi mezarlık", "asset", "Mezarlıklar"),
    ("sporcu", "asset", "Beyazşehir Spor Kompleksi"),
    ("büyükkılıç", "council_member", "Dr. Memduh BÜYÜKKILIÇ"),
    ("BUYUKKILIC", "council_member", "Dr. Memduh BÜYÜKKILIÇ"),
    ("memduh", "council_member", "Dr. Memduh BÜYÜKKILIÇ"),
    ("isik mehmet", "council_member", "Mehmet IŞIK"),
    ("ışık", "council_member", "Mehmet IŞIK"),
    ("calıksoy", "council_member", "Mustafa ÇALIKSOY"),
    ("fen isleri", "spending_unit", "Fen İşleri Daire Başkanlığı"),
    ("FEN İŞLERİ", "spending_unit", "Fen İşleri Daire Başkanlığı"),
    ("zabıta", "spending_unit", "Zabıta Daire Başkanlığı"),
    ("zabita daire baskanligi", "spending_unit", "Zabıta Daire Başkanlığı"),
    ("bilgi işlem", "spending_unit", "Akıllı Şehircilik ve Bilgi İşlem Daire Başkanlığı"),
    ("kentsel dönüşüm", "spending_unit", "Kentsel Dönüşüm Daire Başkanlığı"),
    ("dönüşüm kentsel", "spending_unit", "Kentsel Dönüşüm Daire Başkanlığı"),
    ("sıfır atık", "spending_unit", "İklim Değişikliği ve Sıfır Atık Daire Başkanlığı"),
    ("hukuk", "spending_unit", "1. Hukuk Müşavirliği"),
    ("ulaşım komisyonu", "committee", "ULAŞIM KOMİSYONU"),
    ("imar komisyonu", "committee", "İMAR VE BAYINDIRLIK KOMİSYONU"),
    ("talas", "district", "Talas"),
    ("TALAS", "district", "Talas"),
    ("akkisla", "district", "Akkışla"),
    ("Talas'ta itfaiye", "asset", "Talas İtfaiye Grup Amirliği"),
    ("imar planı tadilatı", "activity", "İmar plan tadilatları yapma faaliyeti"),
    ("kamulaştırma", "indicator", "Kamulaştırma yapmak"),
    ("müze ziyaretçisi", "indicator", "Müze ziyaretçi sayısı"),
    ("huzurevi", "activity", "Huzurevi hizmetleri"),
    ("hobi bahçesi cırgalan", "asset", "Cırgalan Hobi Bahçesi"),
    ("yüzme havuzları", "asset", "Belsin Yüzme Havuzu"),
    ("stadyum", "asset", "Kadir Has Spor Stadyumu"),
    ("köpek barınağı", "asset", "Köpek Barınma Evi"),
    ("kayak okulu", "asset", "Kayak Okulu"),
    ("memnuniyet eğitim", "indicator", "Eğitimlerden memnuniyet oranı"),
    ("kutuphne", "indicator", "Kütüphane hizmetlerini kullanan kişi sayısı"),
    ("tramway", "asset", "Tramvay"),
    ("otbüs", "asset", "Otobüs"),
    ("asfat plenti", "asset", "Asfalt Plenti"),
    ("kütüph", "asset", "Merkez Kütüphanesi"),
    ("ulaşım ve top", "aim", "Ulaşım Ve Toplum Düzeni Hizmetleri Yönetimi"),
]

#: Words that mean something to FTS5, to tsquery, to LIKE or to nobody.
HOSTILE = [
    "", "   ", "%", "_", "\\", "'", '"', '""', "'; DROP TABLE aims; --", "AND", "OR", "NOT",
    "NEAR", "NEAR(park, 2)", "park AND", "AND park", "NOT park", "park OR", "park*", "*park", "*",
    "^park", "park:", "title_words:park", "{title_words}: park", "(park", "park)", "()", "-park",
    "park - su", "+park", "park & su", "park | su", "!park", "park <-> su", "park:*A", "<->",
    "\x00", "park\x00su", "\u202epark", "\ud800", "🚒", "🚒 itfaiye 🚒", "日本語", "½ m² ﬁ",
    "a" * 10_000, "park " * 2_000, "'" * 10_000, "İ" * 10_000, "?!.,;:…—–'’\"“”()[]{}<>/|",
    "İ̇I͡ı", "1/1000", "22.3", "%32,8",
]  # fmt: skip


def first(answer: Found, count: int = 3) -> list[tuple[str, str]]:
    return [(hit.kind, hit.title) for hit in answer.hits[:count]]


@pytest.mark.parametrize(("typed", "kind", "title"), WANTED, ids=[case[0] for case in WANTED])
def test_what_is_meant_is_among_the_first_three_of_its_kind(
    loaded: Loaded, typed: str, kind: str, title: str
) -> None:
    hits = queries.search(loaded.engine, KAYSERI, typed).hits
    own = [hit.title for hit in hits if hit.kind == kind][:3]
    assert any(whole.startswith(title) for whole in own), own


def test_there_are_at_least_sixty() -> None:
    assert len({typed for typed, _, _ in WANTED}) >= 60


def test_both_databases_give_the_same(loaded: Loaded, tmp_path: Any) -> None:
    other = f"sqlite:///{tmp_path / 'other.sqlite'}"
    load.build(datasets.KAYSERI, other)
    engine = factory.create(other)
    for typed in [*(case[0] for case in WANTED), "ve", "a", "bakım onarım yok böyle", "hizmet"]:
        assert queries.search(loaded.engine, KAYSERI, typed) == queries.search(
            engine, KAYSERI, typed
        )
    engine.dispose()


@pytest.mark.parametrize("typed", HOSTILE, ids=[repr(case[:20]) for case in HOSTILE])
def test_hostile_input_is_only_words(loaded: Loaded, typed: str) -> None:
    for key in (KAYSERI, ProgrammeKey(1999, "NOBODY")):
        answer = queries.search(loaded.engine, key, typed)
        if not any(letter.isalnum() for letter in typed):
            assert answer.hits == ()
    assert not queries.aims(loaded.engine, KAYSERI).empty


def test_operators_are_words_of_their_own(loaded: Loaded) -> None:
    plain = queries.search(loaded.engine, KAYSERI, "park su")
    for typed in ("park & su", "park | su", "park - su", "park <-> su", '"park" "su"', "(park) su"):
        assert queries.search(loaded.engine, KAYSERI, typed).hits == plain.hits


def test_titles_come_before_notes(loaded: Loaded) -> None:
    answer = queries.search(loaded.engine, KAYSERI, "hizmet")
    in_title = [
        any("hizmet" in word for word in turkish.fold(hit.title).split()) for hit in answer.hits
    ]
    assert in_title == sorted(in_title, reverse=True)
    assert len(set(in_title)) == 2


def test_a_word_comes_before_its_forms_and_both_before_longer_words(loaded: Loaded) -> None:
    beside = [
        document("term", "open", "Sınavlık"),
        document("term", "note", "Başka", "sınav"),
        document("term", "form", "Sınavların"),
        document("term", "word", "Sınav"),
        document("term", "long", "Bir uzun sınav"),
    ]
    answer = queries.search(loaded.engine, KAYSERI, "sınav", beside)
    codes = [hit.code for hit in answer.hits if hit.kind == "term"]
    assert codes == ["word", "long", "form", "open", "note"]


@pytest.mark.parametrize("typed", ["merkez itfaiye", "itfaiye merkez", " ITFAIYE   Merkez "])
def test_the_order_of_the_words_does_not_count_for_what_is_found(
    loaded: Loaded, typed: str
) -> None:
    plain = queries.search(loaded.engine, KAYSERI, "merkezi itfaiyenin")
    answer = queries.search(loaded.engine, KAYSERI, typed)
    assert ("asset", "Merkez İtfaiye Binası") in first(answer, 1)
    codes = {hit.code for hit in answer.hits}
    assert codes == {hit.code for hit in plain.hits}


def test_where_nothing_holds_every_word_the_most_words_count(loaded: Loaded) -> None:
    answer = queries.search(loaded.engine, KAYSERI, "merkez itfaiye yokboylebirsey")
    assert answer.is_partial
    assert first(answer, 1) == [("asset", "Merkez İtfaiye Binası")]
    both = queries.search(loaded.engine, KAYSERI, "merkez itfaiye")
    assert not both.is_partial
    assert {hit.code for hit in both.hits} <= {hit.code for hit in answer.hits}
    assert queries.search(loaded.engine, KAYSERI, "yokboylebirsey").hits == ()


def test_a_slip_is_mended_and_said(loaded: Loaded) -> None:
    answer = queries.search(loaded.engine, KAYSERI, "MERKEZ kutuphne")
    assert answer.corrected == "merkez kütüphane"
    assert ("asset", "Merkez Kütüphanesi") in first(answer)
    # A word that the programme doesn't know and that is like no other stays what it is.
    assert queries.search(loaded.engine, KAYSERI, "vergi").corrected is None


def test_programmes_are_not_mixed(loaded: Loaded) -> None:
    bridge = ("activity", "Köprü yapım faaliyeti")
    for key, is_theirs in ((INVENTED, True), (BETWEEN, True), (KAYSERI, False)):
        answer = queries.search(loaded.engine, key, "köprü yapım faaliyeti")
        assert (bridge in first(answer, 1000)) is is_theirs
    # The two programmes share every row: each must be found once.
    hits = queries.search(loaded.engine, INVENTED, "köprü yapım faaliyeti").hits
    assert len(hits) == len({(hit.kind, hit.code) for hit in hits})
    assert not [
        hit for hit in queries.search(loaded.engine, INVENTED, "talas").hits
        if hit.kind == "district"
    ]  # fmt: skip


TITLES = {
    "topic": ("topics", ["topic"], "name"),
    "aim": ("aims", ["aim"], "name"),
    "objective": ("objectives", ["objective"], "statement"),
    "goal": ("goals", ["goal"], "statement"),
    "indicator": ("indicators", ["goal", "indicator"], "name"),
    "activity": ("activities", ["activity"], "name"),
    "spending_unit": ("spending_units", ["spending_unit"], "name"),
    "economic_code": ("economic_codes", ["economic_code"], "name"),
    "asset": ("assets", ["asset"], "name"),
    "council_member": ("council_members", ["position"], "name"),
}


@pytest.mark.parametrize("kind", TITLES)
def test_everything_is_found_by_its_title(loaded: Loaded, kind: str) -> None:
    table, code, title = TITLES[kind]
    rows = rawcsv.rows(loaded.folders[KAYSERI], table)
    for row in (rows[0], rows[len(rows) // 2], rows[-1]):
        typed = " ".join(turkish.upper(row[title]).split()[:8])
        answer = queries.search(loaded.engine, KAYSERI, typed)
        expected = (kind, ".".join(row[part] for part in code))
        assert expected in [(hit.kind, hit.code) for hit in answer.hits]
        assert not answer.is_partial


def test_every_row_has_one_document(loaded: Loaded) -> None:
    place = geo.place(KAYSERI.institution)
    assert place is not None
    expected = {kind: len(rawcsv.rows(loaded.folders[KAYSERI], TITLES[kind][0])) for kind in TITLES}
    seats = rawcsv.rows(loaded.folders[KAYSERI], "committees")
    expected["committee"] = len({row["committee"] for row in seats})
    expected["district"] = len(place.districts)
    question = text(
        "SELECT kind, count(*) FROM search_documents"
        " WHERE programme_year = 2025 AND institution = :institution GROUP BY kind"
    )
    with loaded.engine.connect() as connection:
        rows = connection.execute(question, {"institution": KAYSERI.institution}).all()
        assert {row[0]: row[1] for row in rows} == expected
        indexed = connection.scalar(text("SELECT count(*) FROM search_index"))
        assert indexed == connection.scalar(text("SELECT count(*) FROM search_documents"))
    assert set(expected) == set(KINDS)


def _indexed(engine: Engine) -> tuple[int, int]:
    with engine.connect() as connection:
        return (
            connection.scalar(text("SELECT count(*) FROM search_index")) or 0,
            connection.scalar(text("SELECT count(*) FROM search_documents")) or 0,
        )


def test_a_new_dataset_takes_the_old_ones_words_along(
    engine_url: str, folders: Any, tmp_path: Any
) -> None:
    def change(tables: Tables) -> None:
        tables["council_members"] = [
            {**row, "name": f"Yepyeni {place}"}
            for place, row in enumerate(tables["council_members"])
        ]

    load.build(folders[INVENTED], engine_url)
    old = rawcsv.rows(folders[INVENTED], "council_members")[0]["name"]
    engine = factory.create(engine_url)
    before = _indexed(engine)
    assert before[0] == before[1] > 0
    assert ("council_member", old) in first(queries.search(engine, INVENTED, old))
    load.build(datasets.changed(folders[INVENTED], tmp_path / "new", change), engine_url)
    assert _indexed(engine) == before
    assert queries.search(engine, INVENTED, "yepyeni").hits[0].kind == "council_member"
    assert ("council_member", old) not in first(queries.search(engine, INVENTED, old), 1000)
    engine.dispose()


def test_the_index_belongs_to_the_loads_transaction(engine_url: str, folders: Any) -> None:
    load.build(folders[INVENTED], engine_url)
    sound = dataset.read(folders[KAYSERI])
    writer = factory.create(engine_url, read_only=False)

    def put_and_fail() -> None:
        with store.transaction(writer) as connection:
            assert store.put(connection, sound)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        put_and_fail()
    engine = factory.create(engine_url)
    indexed, documents = _indexed(engine)
    assert indexed == documents > 0
    assert queries.search(engine, KAYSERI, "kütüphane").hits == ()
    engine.dispose()


def test_a_database_made_anew_can_be_searched(engine_url: str, folders: Any) -> None:
    load.build(folders[KAYSERI], engine_url)
    load.recreate([folders[INVENTED]], engine_url)
    engine = factory.create(engine_url)
    assert queries.search(engine, KAYSERI, "kütüphane").hits == ()
    assert queries.search(engine, INVENTED, "köprü").hits
    engine.dispose()
