"""The sentence of a breakdown: its largest rows, what a search found, what a resident gets."""

from __future__ import annotations

import pytest

from present.budget.figures import breakdown_figure
from present.budget.model import Fund, Measure, Order, Scope, View
from present.budget.words import Showing
from present.kit.text import ENGLISH, using
from tests.present.budget.shown import LIGHT, broken_down, drawn, of_amounts, sentence


@pytest.mark.parametrize(
    ("view", "scope", "fund", "text"),
    [
        (View.AIM, Scope(), Fund.BOTH,
         "2025 programında 500 TL tutarındaki toplamın en büyük payı 300 TL (%60,0) ile "
         "“2. Amaç 2”; ardından 150 TL (%30,0) ile “1. Amaç 1” geliyor."),
        (View.GOAL, Scope(aim=2), Fund.BOTH,
         "2025 programında, 2. amaç altında, 300 TL tutarındaki toplamın en büyük payı 160 TL "
         "(%53,3) ile “2. Hedef 2”; ardından 140 TL (%46,7) ile “3. Hedef 3” geliyor."),
        (View.SOURCE, Scope(), Fund.BOTH,
         "2025 programında 500 TL tutarındaki toplamın en büyük payı 440 TL (%88,0) ile "
         "“Belediye bütçesi”; ardından 60 TL (%12,0) ile “Bütçe dışı: diğer yurt içi kaynak” "
         "geliyor."),
        # What no row holds is in the running as well: 40 lira of general administration.
        (View.UNIT, Scope(code="03"), Fund.BOTH,
         "2025 programında, 03 altında, 120 TL tutarındaki toplamın en büyük payı 50 TL (%41,7) "
         "ile “fen Daire Başkanlığı”; ardından 40 TL (%33,3) ile “Genel yönetim giderleri (bu "
         "biçimde bölünmüyor)” geliyor."),
        (View.CODE, Scope(goal=2), Fund.BOTH,
         "2025 programında, 2. hedef altında, 160 TL tutarındaki toplamın en büyük payı 100 TL "
         "(%62,5) ile “06 Kod 06”; ardından 60 TL (%37,5) ile “Bütçe dışı kaynaklar (ekonomik "
         "koda bölünmüyor)” geliyor."),
        # Rows of 0 lira are no second.
        (View.AIM, Scope(), Fund.OFF_BUDGET,
         "2025 programında, yalnız bütçe dışı kaynaklarda, 60 TL'nin tamamı “2. Amaç 2” "
         "satırında."),
        (View.CODE, Scope(), Fund.OFF_BUDGET,
         "2025 programında, yalnız bütçe dışı kaynaklarda, 60 TL'nin tamamı “Bütçe dışı "
         "kaynaklar (ekonomik koda bölünmüyor)” satırında."),
        (View.CODE, Scope(activity=5), Fund.BOTH,
         "2025 programında, 5. faaliyet altında, öngörülen tutar 0 TL."),
        (View.CODE, Scope(activity=5), Fund.BUDGET,
         "2025 programında, 5. faaliyet altında, yalnız belediye bütçesinde, bu seçim için "
         "belgede bir tutar yok."),
    ],
)  # fmt: skip
def test_the_sentence_holds_the_largest_two(
    view: View, scope: Scope, fund: Fund, text: str
) -> None:
    assert sentence(broken_down(view, scope, fund)) == text


def test_of_equals_the_documents_first_is_first() -> None:
    assert sentence(of_amounts(5, 7, 7)) == (
        "2025 programında 19 TL tutarındaki toplamın en büyük payı 7 TL (%36,8) ile "
        "“2. Hedef 2”; ardından 7 TL (%36,8) ile “3. Hedef 3” geliyor."
    )


def test_the_sentence_of_another_order_is_the_same() -> None:
    breakdown = of_amounts(5, 9, 7)
    for order in Order:
        assert sentence(breakdown, Showing(order=order)) == sentence(breakdown)


def test_a_search_that_finds_all_or_nothing_says_so() -> None:
    goals = broken_down(View.GOAL, Scope(aim=2))
    assert sentence(goals, Showing(search="hedef")) == (
        "2025 programında, 2. amaç altında, “hedef” araması 2 satır buldu; toplamları 300 TL, yani "
        "paranın tamamı."
    )
    # Activity 5 costs nothing.
    activities = broken_down(View.ACTIVITY)
    assert sentence(activities, Showing(search="faaliyet 5")) == (
        "2025 programında “faaliyet 5” araması 1 satır buldu; para ayrılmamış."
    )
    tiny = drawn(of_amounts(1, 99_999), Showing(search="hedef 1"))
    assert tiny.figure.sentence == (
        "2025 programında “hedef 1” araması 1 satır buldu; toplamları 1 TL, yani 100.000 TL'nin "
        "%0,01'den azı."
    )
    nearly = drawn(of_amounts(1, 99_999), Showing(search="hedef 2"))
    assert nearly.figure.sentence.endswith("yani 100.000 TL'nin %99,99'dan fazlası.")
    with using(ENGLISH):
        assert [
            sentence(broken_down(View.ACTIVITY, scope), Showing(search=search))
            for scope, search in (
                (Scope(), "faaliyet 3"),
                (Scope(aim=2), "faaliyet"),
                (Scope(), "faaliyet 5"),
                (Scope(aim=2), "yok böyle"),
            )
        ] == [
            "In the 2025 programme, the search for “faaliyet 3” found 1 row with a total of 160 "
            "TL, which is 32.0% of 500 TL.",
            "In the 2025 programme, under Aim 2, the search for “faaliyet” found 3 rows with a "
            "total of 300 TL, which is all of the money.",
            "In the 2025 programme, the search for “faaliyet 5” found 1 row without any money.",
            "In the 2025 programme, under Aim 2, no row has “yok böyle” in its name.",
        ]


def test_the_sentence_is_by_resident_where_amounts_are() -> None:
    by_head = Showing(Measure.PER_HEAD)
    # 500, 300 and 150 lira for 1,000 residents.
    assert sentence(broken_down(View.AIM), by_head) == (
        "2025 programında kişi başına 0,50 TL düşüyor; en büyük payı 0,30 TL (%60,0) ile “2. Amaç "
        "2”, ardından 0,15 TL (%30,0) ile “1. Amaç 1” alıyor."
    )
    assert sentence(broken_down(View.AIM, fund=Fund.OFF_BUDGET), by_head) == (
        "2025 programında, yalnız bütçe dışı kaynaklarda, kişi başına 0,06 TL düşüyor; tamamı "
        "“2. Amaç 2” satırında."
    )
    with using(ENGLISH):
        assert sentence(broken_down(View.AIM), by_head) == (
            "In the 2025 programme, 0.50 TL fall to each resident; the largest part is “2. Amaç 2” "
            "with 0.30 TL (60.0%), followed by “1. Amaç 1” with 0.15 TL (30.0%)."
        )
        assert sentence(broken_down(View.AIM, fund=Fund.OFF_BUDGET), by_head) == (
            "In the 2025 programme, counting off-budget resources alone, 0.06 TL fall to each "
            "resident, all of it in the row “2. Amaç 2”."
        )


def test_a_part_is_told_with_its_name() -> None:
    names = {"aim 2": "Ulaşım", "goal 2": "Yol yapmak.", "activity 3": "Köprü, "}

    def told(scope: Scope) -> tuple[str, str, str]:
        figure = breakdown_figure(broken_down(View.CODE, scope), LIGHT, Showing(), {}, names).figure
        return figure.title, figure.subtitle, figure.sentence.partition(" TL ")[0]

    plan = "2025 yılı planı, bütçe ve bütçe dışı toplamı, TL ve pay. Paylar"
    assert told(Scope(aim=2)) == (
        "2. amaç (Ulaşım): Ekonomik kodlara göre",
        f"{plan} 300 TL içindir.",
        "2025 programında, 2. amaç (Ulaşım) altında, 300",
    )
    assert told(Scope(goal=2)) == (
        "2. hedef: Ekonomik kodlara göre",
        f"2. hedef (“Yol yapmak”). {plan} 160 TL içindir.",
        "2025 programında, 2. hedef (“Yol yapmak”) altında, 160",
    )
    assert told(Scope(activity=3)) == (
        "3. faaliyet: Ekonomik kodlara göre",
        f"3. faaliyet (“Köprü”). {plan} 160 TL içindir.",
        "2025 programında, 3. faaliyet (“Köprü”) altında, 160",
    )
    assert told(Scope(goal=3))[1] == f"{plan} 140 TL içindir."
    with using(ENGLISH):
        goal = breakdown_figure(
            broken_down(View.CODE, Scope(goal=2)), LIGHT, Showing(), {}, names
        ).figure
        assert goal.own == ("Yol yapmak",)
        assert goal.title == "Goal 2: By economic code"
        assert goal.subtitle.startswith("Goal 2 (“Yol yapmak”). Plan for 2025, ")
        assert goal.sentence.startswith("In the 2025 programme, under Goal 2 (“Yol yapmak”), the ")
