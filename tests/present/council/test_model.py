"""The council's record, its seats and figures, from small frames by hand."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import pytest

from present.council import figures as council_figures
from present.council.charts import SHAPES, seat_places
from present.council.html import (
    Links,
    executive_html,
    member_facts,
    officers_html,
    scopes_html,
    uncovered_html,
)
from present.council.model import Council, Scope, read, select, uncovered
from present.council.words import committee_name
from present.kit.setting import Background
from present.kit.text import using

BACKGROUND = Background("Örnek Belediyesi", 2031, None, False)


def frame(columns: str, *rows: tuple[Any, ...]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=columns.split())


def council(**changed: pd.DataFrame) -> Council:
    frames = {
        "members": frame(
            "position name role party district",
            (1, "Ayşe IŞIK", "Büyükşehir Belediye Başkanı", "B PARTİSİ", None),
            (2, "Can DERE", "Çamlı Belediye Başkanı", "A PARTİSİ", "Çamlı"),
            (3, "Ece  PINAR", "Çamlı Meclis Üyesi", "B PARTİSİ", "Çamlı"),
            (4, "Nil DAĞ", "Ilıca Meclis Üyesi", None, "Ilıca"),
            (5, "Su OVA", "Çamlı Meclis Üyesi", "B PARTİSİ", "Çamlı"),
            (6, "Ali TAŞ", "Çamlı Meclis Üyesi", "C PARTİSİ", "Çamlı"),
            (7, "ALİ TAŞ", "Ilıca Meclis Üyesi", "C PARTİSİ", "Ilıca"),
        ),
        "officers": frame(
            "position role name", (1, "Kâtip", "ECE PINAR"), (2, "Kâtip", "Yabancı KİŞİ")
        ),
        "committees": frame(
            "committee position role name",
            ("İMAR VE ÇEVRE KOMİSYONU", 1, "Başkan", "can dere"),
            ("İMAR VE ÇEVRE KOMİSYONU", 2, "Üye", "Ali TAŞ"),
            ("Hukuk Komisyonu", 1, "Başkan", "Can DERE"),
        ),
        "executive": frame(
            "position name role",
            (1, "Can DERE", "Encümen Üyesi"),
            (2, "Ümit KAYA", "Mali Hizmetler Daire Başkanı"),
        ),
        "stated": frame("figure label printed", ("council.chair", "Meclis Başkanı", "Ayşe Işık")),
        "scopes": frame(
            "committee kind key reason",
            ("Hukuk Komisyonu", "spending_unit", "hukuk", "Davalara bakar."),
            ("Hukuk Komisyonu", "aim", "10", "Sonuncu amaç."),
            ("Hukuk Komisyonu", "aim", "2", "Bir amaç."),
            ("Hukuk Komisyonu", "aim", "99", "Artık olmayan amaç."),
        ),
    }
    return read(**{**frames, **changed})


LINKS = Links(
    member=lambda position: f"/m?{position}",
    committee=lambda code: f"/k?{code}",
    district=lambda code: f"/i?{code}",
    unit=lambda code: f"/b?{code}",
    aim=lambda code: f"/a?{code}",
    units={
        "hukuk": "Hukuk Müşavirliği",
        "mali": "Mali Hizmetler Daire Başkanlığı",
        "spor": "Spor Daire Başkanlığı",
    },
    aims={"2": "Ulaşım", "10": "Kurum"},
    districts=frozenset({"camli"}),
)


def test_names_are_matched_whatever_their_letters_and_spaces() -> None:
    found = council()
    assert found.chair is not None
    assert found.chair.member == found.members[0]
    assert [seat.member and seat.member.position for seat in found.officers] == [3, None]
    assert found.committees[1].seats[0].member == found.members[1]


def test_a_name_that_two_members_bear_is_neither_of_them() -> None:
    assert council().committees[1].seats[1].member is None


def test_what_a_member_holds_is_gathered_from_all_tables() -> None:
    found = council()
    can, ece = found.members[1], found.members[2]
    assert [(c.slug, s.role) for c, s in found.seats_of(can)] == [
        ("hukuk-komisyonu", "Başkan"),
        ("imar-ve-cevre-komisyonu", "Başkan"),
    ]
    assert found.executive_of(can) == ("Encümen Üyesi",)
    assert found.offices_of(ece) == ("Kâtip",)
    assert found.offices_of(found.members[0]) == ("Meclis Başkanı",)
    facts = member_facts(found, found.members[3], LINKS)
    assert facts.count("Programda yazılmamış") == 3
    assert "partisi yazılmamış" in facts
    assert "/i?" not in facts  # Ilıca has no page


def test_parties_come_by_size_then_by_alphabet_and_none_comes_last() -> None:
    assert [(one.name, one.members) for one in council().parties] == [
        ("B PARTİSİ", 3),
        ("C PARTİSİ", 2),
        ("A PARTİSİ", 1),
        ("", 1),
    ]


def test_members_are_chosen_by_district_and_party() -> None:
    members = council().members
    assert [one.position for one in select(members, "camli", "b-partisi")] == [3, 5]
    assert [one.position for one in select(members, "ilica")] == [4, 7]
    assert select(members, None, "yok") == ()


def test_without_any_table_there_is_nothing_and_nothing_breaks() -> None:
    empty = {
        "members": frame("position name role party district"),
        "officers": frame("position role name"),
        "committees": frame("committee position role name"),
        "executive": frame("position name role"),
        "stated": frame("figure label printed"),
        "scopes": frame("committee kind key reason"),
    }
    found = council(**empty)
    assert found.is_empty
    assert (found.parties, found.districts, found.chair) == ((), (), None)
    seats = council_figures.seats_figure(found, BACKGROUND, "Kaynak", (), lambda code: code)
    rows = council_figures.districts_figure(found, BACKGROUND, "Kaynak", {})
    assert (seats.spec, rows.spec) == (None, None)
    assert (len(seats.table), len(rows.table)) == (0, 0)
    assert executive_html(found, LINKS) == officers_html(found, LINKS) == ""


@pytest.mark.parametrize("count", [0, 1, 2, 6, 7, 8, 31, 70, 105, 312])
def test_seats_fill_the_half_circle_without_touching(count: int) -> None:
    places = seat_places(count)
    assert len(places) == len(set(places)) == count
    assert all(y >= 0 and 0.37 <= math.hypot(x, y) <= 1.0001 for x, y in places)
    assert sum(x for x, _ in places) == pytest.approx(0, abs=1e-3)
    if count > 2:
        nearest = min(math.dist(a, b) for i, a in enumerate(places) for b in places[:i])
        # As far apart as a half-circle of this size lets equal marks be, within a factor.
        assert nearest > 0.6 * math.sqrt(math.pi / 2 * (1 - 0.38**2) / count)


def test_seats_of_a_party_lie_side_by_side() -> None:
    figure = council_figures.seats_figure(
        council(), BACKGROUND, "Kaynak", council().members, lambda code: code
    )
    assert figure.spec is not None
    (data,) = [rows for rows in figure.spec["datasets"].values() if "x" in rows[0]]
    assert [row["party"] for row in data] == (
        ["B PARTİSİ: 3"] * 3 + ["C PARTİSİ: 2"] * 2 + ["A PARTİSİ: 1", "partisi yazılmamış: 1"]
    )
    angles = [math.atan2(row["y"], row["x"]) for row in data]
    assert angles == sorted(angles, reverse=True)
    assert all(row["is_chosen"] for row in data)


def test_a_party_is_told_by_shape_and_number_besides_its_colour() -> None:
    figure = council_figures.seats_figure(council(), BACKGROUND, "Kaynak", (), lambda code: code)
    assert figure.spec is not None
    encoding = figure.spec["layer"][0]["encoding"]
    shapes, colours = (encoding[name]["scale"]["range"] for name in ("shape", "color"))
    assert len(set(shapes)) == len(set(colours)) == 4
    assert len(set(SHAPES)) == len(SHAPES) == 7
    assert all(words[-1].isdigit() for words in encoding["shape"]["scale"]["domain"])
    assert "config" not in figure.spec


def test_the_chosen_seats_are_counted_in_the_sentence() -> None:
    found = council()
    chosen = select(found.members, "camli")
    figure = council_figures.seats_figure(found, BACKGROUND, "Kaynak", chosen, lambda code: code)
    assert "Seçiminize uyan 4 üye" in figure.sentence
    assert figure.table["members"].sum() == 7
    assert figure.table["share"].sum() == pytest.approx(1)
    assert list(figure.table["address"]) == ["b-partisi", "c-partisi", "a-partisi", ""]


def test_districts_show_every_member_that_has_one() -> None:
    figure = council_figures.districts_figure(
        council(), BACKGROUND, "Kaynak", {"Çamlı": "/i?camli"}
    )
    table = figure.table
    assert list(table["district"]) == ["Çamlı", "Ilıca"]
    assert list(table["members"]) == [4, 2]
    assert [list(table[f"party_{place}"]) for place in range(4)] == [
        [2, 0], [1, 1], [1, 0], [0, 1],
    ]  # fmt: skip
    assert list(table["address"]) == ["/i?camli", ""]
    assert "1 üye (büyükşehir belediye başkanı) çizilmedi" in figure.sentence


def test_scopes_are_in_order_and_what_the_programme_lacks_is_left_out() -> None:
    committee = council().committee("hukuk-komisyonu")
    assert committee is not None
    assert [one.key for one in committee.scopes] == ["2", "10", "99", "hukuk"]
    html = scopes_html(committee, LINKS)
    assert html.index("Amaç 2: Ulaşım") < html.index("Amaç 10: Kurum") < html.index("/b?hukuk")
    assert "Davalara bakar." in html
    assert "Artık olmayan" not in html
    other = council().committee("imar-ve-cevre-komisyonu")
    assert other is not None
    assert scopes_html(other, LINKS) == ""


def test_what_no_committee_covers_is_named_only_where_somebody_judged() -> None:
    found = council()
    assert uncovered(found.committees, "spending_unit", LINKS.units) == ("mali", "spor")
    assert uncovered(found.committees, "aim", LINKS.aims) == ()
    unjudged = council(scopes=frame("committee kind key reason"))
    assert uncovered(unjudged.committees, "spending_unit", LINKS.units) == ()
    assert uncovered_html((), (), LINKS) == ""
    assert Scope("aim", "2", "Bir amaç.") in found.committees[0].scopes


def test_a_head_of_a_unit_leads_to_the_unit_and_is_said_to_be_no_member() -> None:
    html = executive_html(council(), LINKS)
    assert '<a href="/b?mali" target="_self">Mali Hizmetler Daire Başkanı</a>' in html
    assert "meclis üyeleri listesinde yok" in html
    assert "A PARTİSİ, Çamlı" in html
    assert html.count("/b?") == 1


def test_a_stranger_among_the_officers_is_named_as_such() -> None:
    html = officers_html(council(), LINKS)
    assert html.count("<dt>Kâtip</dt>") == 1
    assert "Yabancı KİŞİ <span" in html
    assert html.count("/m?") == 2


def test_printed_capitals_are_written_in_ordinary_letters() -> None:
    assert committee_name("İMAR VE ÇEVRE KOMİSYONU") == "İmar ve Çevre Komisyonu"
    assert committee_name("Hukuk Komisyonu") == "Hukuk Komisyonu"


def test_in_english_the_documents_words_are_marked_and_ours_are_english() -> None:
    with using("en"):
        html = member_facts(council(), council().members[1], LINKS)
        figure = council_figures.seats_figure(
            council(), BACKGROUND, "Kaynak", (), lambda code: code
        )
    assert '<span lang="tr">Çamlı Belediye Başkanı</span>' in html
    assert "Not in the programme" in html
    assert "7 members from 3 parties" in figure.sentence
