"""Every sentence about the spending units, word for word, in both languages."""

from __future__ import annotations

import pytest

from present.kit.setting import Background
from present.kit.text import ENGLISH, using
from present.units.model import GoalPart, Partner, Unit
from present.units.words import (
    activities_sentence,
    bar_detail,
    bar_text,
    goal_money,
    goal_name,
    lines_sentence,
    no_money_text,
    printed_unit,
    sharing_text,
    spelling_places,
    unit_subtitle,
    units_sentence,
    units_subtitle,
)

BACKGROUND = Background("Örnek Belediyesi", 2025, 1000, is_dark=False)


def unit(
    budget: int | None = None, off_budget: int | None = None, activities: tuple[int, ...] = ()
) -> Unit:
    return Unit("fen", "Fen İşleri", "Fen", (), (), activities, budget, off_budget)


def part(activities: tuple[int, ...], amount: int | None, *partners: Partner) -> GoalPart:
    return GoalPart(1, "Hedef", activities, amount, partners)


PARTNER = Partner("imar", "İmar", 100)


def test_a_goal_is_named_by_its_number() -> None:
    assert goal_name(12) == "12. hedef"
    with using(ENGLISH):
        assert goal_name(12) == "Goal 12"


def test_subtitles_tell_year_kind_and_what_shares_are_of() -> None:
    assert units_subtitle(450_00, BACKGROUND) == (
        "2025 yılı planı, bütçe ve bütçe dışı birlikte. "
        "Paylar, faaliyetlerin toplamı olan 450 TL içindir."
    )
    assert unit_subtitle(210_00, BACKGROUND) == (
        "2025 yılı planı, bütçe ve bütçe dışı birlikte. Paylar 210 TL içindir."
    )
    with using(ENGLISH):
        assert units_subtitle(450_00, BACKGROUND) == (
            "Plan for 2025, budget and off-budget together. "
            "Shares are of 450 TL, the total of all activities."
        )
        assert unit_subtitle(210_00, BACKGROUND) == (
            "Plan for 2025, budget and off-budget together. Shares are of 210 TL."
        )


@pytest.mark.parametrize("whole", [None, 0])
def test_without_money_subtitles_speak_of_no_share(whole: int | None) -> None:
    plain = "2025 yılı planı, bütçe ve bütçe dışı birlikte."
    assert units_subtitle(whole, BACKGROUND) == plain
    assert unit_subtitle(whole, BACKGROUND) == plain


@pytest.mark.parametrize(
    ("amount", "whole", "text"),
    [
        (1_500_000_00, 2_000_000_00, "1,5 milyon TL · %75,0"),
        (210_00, 450_00, "210 TL · %46,7"),  # 46,67
        (0, 450_00, "0 TL · %0"),
        (0, None, "0 TL · %0"),
        (210_00, None, "210 TL"),
        (210_00, 0, "210 TL"),
        (1, 10_001_00, "0,01 TL · %0,01'den az"),
    ],
)
def test_a_bar_tells_its_amount_and_its_share(amount: int, whole: int | None, text: str) -> None:
    assert bar_text(amount, whole) == text


def test_a_pointed_bar_tells_the_exact_amount() -> None:
    assert bar_detail("Fen İşleri", 1_234_567_00, 2_469_134_00) == (
        "Fen İşleri: 1.234.567 TL, %50,0"
    )
    assert bar_detail("Fen İşleri", 100, None) == "Fen İşleri: 1 TL, belirtilmemiş"


def test_the_largest_unit_is_told_with_its_share_of_all() -> None:
    largest = unit(150_00, 60_00)
    assert units_sentence(1234, largest, 450_00, BACKGROUND) == (
        "2025 programında 1.234 birimin faaliyetlerine 450 TL ayrılmış; "
        "en büyük pay 210 TL (%46,7) ile şu birimin: Fen İşleri."
    )
    with using(ENGLISH):
        assert units_sentence(4, largest, 450_00, BACKGROUND) == (
            "The 2025 programme sets aside 450 TL for the activities of 4 units; "
            "the largest share, 210 TL (46.7%), belongs to Fen İşleri."
        )


def test_a_unit_that_gets_all_is_said_to() -> None:
    only = unit(150_00, 60_00)
    assert units_sentence(3, only, 210_00, BACKGROUND) == (
        "2025 programında 3 birimin faaliyetlerine 210 TL ayrılmış; tamamı şu birimin: Fen İşleri."
    )
    with using(ENGLISH):
        assert units_sentence(1, only, 210_00, BACKGROUND) == (
            "The 2025 programme sets aside 210 TL for the activities of 1 unit; all of it belongs "
            "to Fen İşleri."
        )


@pytest.mark.parametrize(("largest", "whole"), [(None, 100), (unit(0), 0), (unit(), None)])
def test_units_without_money_have_no_largest(largest: Unit | None, whole: int | None) -> None:
    assert units_sentence(3, largest, whole, BACKGROUND) == (
        "2025 programında birimlerin faaliyetleri için bir tutar yok."
    )


def test_the_dearest_activity_is_told_with_its_share_of_the_unit() -> None:
    own = unit(150_00, 60_00)
    assert activities_sentence(own, 1500, "3. Yol.", 160_00, BACKGROUND) == (
        "2025 programında Fen İşleri biriminin 1.500 faaliyetine 210 TL ayrılmış; "
        "en büyük tutar 160 TL (%76,2) ile “3. Yol”."
    )
    with using(ENGLISH):
        assert activities_sentence(own, 2, "3. Yol", 160_00, BACKGROUND) == (
            "The 2025 programme sets aside 210 TL for the 2 activities of Fen İşleri; "
            "the largest amount is 160 TL (76.2%) for “3. Yol”."
        )


def test_an_activity_that_gets_all_is_said_to() -> None:
    own = unit(160_00)
    assert activities_sentence(own, 4, "3. Yol,", 160_00, BACKGROUND) == (
        "2025 programında Fen İşleri biriminin 4 faaliyetine 160 TL ayrılmış; tamamı “3. Yol” için."
    )
    assert activities_sentence(own, 1, "3. Yol", 160_00, BACKGROUND) == (
        "2025 programında Fen İşleri biriminin tek faaliyetine, “3. Yol” için, 160 TL ayrılmış."
    )
    with using(ENGLISH):
        assert activities_sentence(own, 4, "3. Yol", 160_00, BACKGROUND) == (
            "The 2025 programme sets aside 160 TL for the 4 activities of Fen İşleri, all of it "
            "for “3. Yol”."
        )
        assert activities_sentence(own, 1, "3. Yol", 160_00, BACKGROUND) == (
            "The 2025 programme sets aside 160 TL for the one activity of Fen İşleri, “3. Yol”."
        )


@pytest.mark.parametrize("amount", [None, 0])
def test_activities_without_money_have_no_dearest(amount: int | None) -> None:
    assert activities_sentence(unit(210_00), 2, "3. Yol", amount, BACKGROUND) == (
        "2025 programında Fen İşleri biriminin faaliyetlerine ayrılmış bir para yok."
    )


def test_the_largest_item_is_told_with_its_share_of_the_unit() -> None:
    own = unit(150_00, 60_00)
    assert lines_sentence(own, "06 Sermaye giderleri", 100_00, BACKGROUND) == (
        "2025 programında Fen İşleri biriminin 210 TL tutarındaki parasının en büyük kalemi "
        "100 TL (%47,6) ile “06 Sermaye giderleri”."
    )
    with using(ENGLISH):
        assert lines_sentence(own, "06 Capital", 100_00, BACKGROUND) == (
            "In the 2025 programme, the largest item of the 210 TL of Fen İşleri is "
            "“06 Capital” with 100 TL (47.6%)."
        )


def test_an_item_that_is_all_is_said_to_be() -> None:
    own = unit(150_00, 60_00)
    assert lines_sentence(own, "06 Sermaye giderleri", 210_00, BACKGROUND) == (
        "2025 programında Fen İşleri biriminin 210 TL tutarındaki parasının tamamı “06 Sermaye "
        "giderleri” kaleminde."
    )
    with using(ENGLISH):
        assert lines_sentence(own, "06 Capital", 210_00, BACKGROUND) == (
            "In the 2025 programme, all of the 210 TL of Fen İşleri is in the item “06 Capital”."
        )


@pytest.mark.parametrize("amount", [None, 0])
def test_no_item_with_money_is_told_as_such(amount: int | None) -> None:
    assert lines_sentence(unit(210_00), "06", amount, BACKGROUND) == (
        "2025 programında Fen İşleri biriminin tutarı olan bir ekonomik kodu ya da kaynağı yok."
    )


def test_a_unit_without_money_says_which_kind_of_nothing() -> None:
    assert no_money_text(unit(), 2025) == (
        "2025 programında bu birime bağlı bir faaliyet yok; bu yüzden tutarı da yok."
    )
    assert no_money_text(unit(activities=(1, 2)), 2025) == (
        "2025 programında bu birimin faaliyetleri için bir tutar belirtilmemiş."
    )
    assert no_money_text(unit(0, None, tuple(range(1200))), 2025) == (
        "2025 programında bu birimin faaliyetlerine para ayrılmamış: "
        "1.200 faaliyetin maliyet tablolarındaki toplam 0 TL."
    )
    assert no_money_text(unit(1, None, (1,)), 2025) == ""


@pytest.mark.parametrize(
    ("cost_tables", "is_in_responsibilities", "text"),
    [
        (6, True, "6 faaliyetin maliyet tablosunda, tablo 2.6'da"),
        (1600, False, "1.600 faaliyetin maliyet tablosunda"),
        (0, True, "tablo 2.6'da"),
        (0, False, ""),
    ],
)
def test_a_spelling_is_told_with_its_places(
    cost_tables: int, is_in_responsibilities: bool, text: str
) -> None:
    assert spelling_places(cost_tables, is_in_responsibilities) == text


def test_a_units_part_in_a_goal_is_told_in_money() -> None:
    assert goal_money(part((4, 5, 9), 140_00)) == "Birimin bu hedefteki 3 faaliyeti: 140 TL"
    assert goal_money(part((4,), None)) == "Birimin bu hedefteki 1 faaliyeti: belirtilmemiş"
    with using(ENGLISH):
        assert goal_money(part((4,), 100)) == "1 activity of the unit in this goal: 1 TL"


def test_how_many_goals_are_shared() -> None:
    alone, shared = part((1,), 1), part((2,), 1, PARTNER)
    assert sharing_text([alone, shared, alone]) == (
        "Birimin katıldığı hedef sayısı 3; bunların 1 tanesi başka birimlerle paylaşılıyor."
    )
    assert sharing_text([shared, shared]) == (
        "Birimin katıldığı hedef sayısı 2; bunların 2 tanesi başka birimlerle paylaşılıyor."
    )
    assert sharing_text([alone, alone]) == (
        "Birimin katıldığı hedef sayısı 2; bu hedeflerde başka birimin faaliyeti yok."
    )
    with using(ENGLISH):
        assert sharing_text([shared]) == (
            "The unit takes part in 1 goal, 1 of which is shared with other units."
        )


def test_large_counts_are_grouped() -> None:
    parts = [part((1,), 1, PARTNER)] * 1000
    assert "sayısı 1.000; bunların 1.000 tanesi" in sharing_text(parts)
    assert "sayısı 1.000; bu" in sharing_text([part((1,), 1)] * 1000)
    assert "2.000 faaliyeti" in goal_money(part(tuple(range(2000)), 1))


@pytest.mark.parametrize("printed", [None, float("nan")])
def test_a_unit_that_is_not_printed_is_the_one_above(printed: object) -> None:
    assert printed_unit(printed) == "üstteki satırın birimi"
    assert printed_unit("İmar Dairesi") == "İmar Dairesi"
