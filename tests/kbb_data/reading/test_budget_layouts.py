"""Layouts of a programme budget's tables that the grammar of prints leaves out, and what of them is
refused because it can't be known."""

from __future__ import annotations

import pytest

from kbb_data.importer import build
from kbb_data.problems import Unreadable
from kbb_data.reading.programme import read
from kbb_data.reading.records import Reading, SubProgramme
from tests.support.datasets import BUDGET_LAYOUTS_TEXT

COVER = "ÖRNEKKÖY BELEDİYESİ\n2026 YILI PERFORMANS PROGRAMI\n"
HEAD = "Bütçe Yılı\t2026\nProgram Adı\tŞehircilik\nAlt Program Adı\tİmar İşleri\n"
OBJECTIVE = "Alt Program Hedefi\tPlanlı bir kent.\n"
INDICATORS = "Performans Göstergesi\tÖlçü Birimi\t2025 Planlanan\t2026 Hedef\n"
TITLE = "Alt Program Kapsamında Yürütülecek Faaliyet Maliyetleri\n"
FUNDS = "Faaliyetler\t\t2025 Bütçe\t2026 Bütçe\n"
CODES = "Ekonomik Kod\tFinansman Türü\t2025 Bütçe\t2026\n"
CODED = "01 Personel Giderleri\tBütçe İçi\t1,00\t2,00\n06 Sermaye\tBütçe Dışı\t-\t4,00\n"
EXPLAINED = "Faaliyetlere İlişkin Açıklamalar\n"
PLANS = "Plan sayısı\tAdet\t3\t4\n"


def costs(name: str, budget: str, off: str, whole: str) -> str:
    return (
        f"{name}\tBütçe İçi\t1,00\t{budget}\n\tBütçe Dışı\t1,00\t{off}\n\tToplam\t2,00\t{whole}\n"
    )


def document(*parts: str) -> Reading:
    return read((COVER + "".join(parts)).encode("utf-8"))


def only(*parts: str) -> SubProgramme:
    (part,) = document(HEAD, OBJECTIVE, INDICATORS, PLANS, *parts).sub_programmes
    return part


def refusals(*parts: str) -> str:
    with pytest.raises(Unreadable) as error:
        document(*parts)
    return "\n".join(map(str, error.value.problems))


def budgets(part: SubProgramme) -> dict[tuple[str, str], int | None]:
    return {
        (activity.name, each.fund): each.kurus
        for activity in part.activities
        for each in activity.amounts
        if each.year == 2026
    }


def card(unit: str, name: str, *more: str, total: str = "5,00", indicators: str = PLANS) -> str:
    """The sub-programme's part under a unit, with one activity of 5 lira."""
    return "".join([
        f"Sorumlu Birim: {unit}\n", HEAD, OBJECTIVE, INDICATORS, indicators, TITLE, FUNDS,
        costs(name, "3,00", "2,00", "5,00"), *more, f"TOPLAM\t\t{2 + 2 * len(more)},00\t{total}\n",
    ])  # fmt: skip


MAPS = costs("Harita", "1,00", "1,00", "2,00")


def test_a_sub_programme_under_two_units_is_one() -> None:
    first = card("İmar Müdürlüğü", "Planlama", MAPS, total="7,00", indicators="1. " + PLANS)
    second = card("Fen İşleri Müdürlüğü", "Yıkım", costs("Ölçüm", "3,00", "-", "3,00"),
                  total="8,00", indicators="1. Yıkılan yapı\tAdet\t7\t8\n")  # fmt: skip
    (part,) = document(first, second).sub_programmes
    assert [(each.name, each.units) for each in part.activities] == [
        ("Planlama", ("İmar Müdürlüğü",)),
        ("Harita", ("İmar Müdürlüğü",)),
        ("Yıkım", ("Fen İşleri Müdürlüğü",)),
        ("Ölçüm", ("Fen İşleri Müdürlüğü",)),
    ]
    assert [(each.indicator, each.printed_name) for each in part.indicators] == [
        (1, "Plan sayısı"), (2, "Yıkılan yapı")
    ]  # fmt: skip
    totals = {(each.year, each.fund): each.kurus for each in part.totals}
    assert totals == {(2025, "total"): 8_00, (2026, "total"): 15_00}
    assert part.objective == "Planlı bir kent."


def test_the_institution_may_stand_below_a_unit() -> None:
    first, second = card("İmar Müdürlüğü", "Planlama"), card("Fen İşleri Müdürlüğü", "Yıkım")
    named = "İdare Adı: ÖRNEKKÖY BELEDİYESİ\nBütçe Yılı"
    parts = (each.replace("Bütçe Yılı", named) for each in (first, second))
    (part,) = document(*parts).sub_programmes
    assert [each.units for each in part.activities] == [
        ("İmar Müdürlüğü",), ("Fen İşleri Müdürlüğü",)
    ]  # fmt: skip


def test_the_same_indicator_under_another_unit_is_one() -> None:
    first = card("İmar Müdürlüğü", "Planlama", MAPS, total="7,00")
    second = card(
        "Fen İşleri Müdürlüğü", "Yıkım", costs("Ölçüm", "3,00", "-", "3,00"), total="8,00"
    )
    (part,) = document(first, second).sub_programmes
    assert [each.printed_name for each in part.indicators] == ["Plan sayısı"]
    other = second.replace(PLANS, "Plan sayısı\tAdet\t3\t5\n")
    assert "each indicator once, or the same again" in refusals(first, other)


def test_what_another_unit_says_of_the_sub_programme_is_kept() -> None:
    listed = "Alt Program Hedefleri\n1. Planlı bir kent.\n"
    first = card("İmar Müdürlüğü", "Planlama", total="5,00").replace(OBJECTIVE, listed)
    second = card("Fen İşleri Müdürlüğü", "Yıkım", total="5,00").replace(OBJECTIVE, listed)
    (part,) = document(first, second).sub_programmes
    assert part.objective == "1. Planlı bir kent."
    more = listed + "2. Güvenli yapılar.\nGerekçe ve Açıklamalar: Yıkım yapılır.\n"
    (part,) = document(first, second.replace(listed, more)).sub_programmes
    assert part.explanation == "Yıkım yapılır."
    assert part.objective == "1. Planlı bir kent. 2. Güvenli yapılar."
    other = listed.replace("Planlı", "Yeşil")
    (part,) = document(first, second.replace(listed, other)).sub_programmes
    assert part.objective == "1. Planlı bir kent. 1. Yeşil bir kent."


def test_costs_without_names_are_those_of_each_units_only_activity() -> None:
    def part(unit: str, name: str) -> str:
        tables = (INDICATORS, PLANS, TITLE, CODES, CODED, EXPLAINED, f"Faaliyet Adı: {name}\n")
        return "".join([f"Sorumlu Birim: {unit}\n", HEAD, OBJECTIVE, *tables])

    first = part("İmar Müdürlüğü", "Planlama")
    (whole,) = document(first, part("Fen İşleri Müdürlüğü", "Yıkım")).sub_programmes
    assert [(each.name, each.units) for each in whole.activities] == [
        ("Planlama", ("İmar Müdürlüğü",)), ("Yıkım", ("Fen İşleri Müdürlüğü",))
    ]  # fmt: skip
    assert "each activity once" in refusals(first, part("Fen İşleri Müdürlüğü", "Planlama"))


def test_headings_that_recur_are_no_pages_heads() -> None:
    top = "Ölçü Birimi\t2025 Planlanan\t2026 Hedef\n"
    parts = [
        HEAD.replace("İmar", f"İmar {number}") + OBJECTIVE + "Performans Göstergeleri\n"
        + f"1. PG1 - Plan\n{top}Adet\t1\t2\n2. PG2 - Yapı\n{top}Adet\t1\t2\n" + TITLE
        + FUNDS.replace("\t\t", "\t") + "F1 - Destek\nBütçe İçi\t1,00\t2,00\n"
        + "F2 - Yönetim\nBütçe İçi\t1,00\t2,00\n"
        for number in range(4)
    ]  # fmt: skip
    for part in document(*parts).sub_programmes:
        assert [each.printed_name for each in part.indicators] == ["Plan", "Yapı"]
        assert [each.name for each in part.activities] == ["Destek", "Yönetim"]


def test_parts_that_may_be_the_same_are_refused() -> None:
    first = card("İmar Müdürlüğü", "Planlama", MAPS, total="7,00")
    again = card("Fen İşleri Müdürlüğü", "Planlama", costs("Ölçüm", "1,00", "1,00", "2,00"),
                 total="7,00")  # fmt: skip
    assert "each activity once" in refusals(first, again)
    same_unit = card("İmar Müdürlüğü", "Yıkım", total="5,00")
    assert "each sub-programme once" in refusals(first, same_unit)
    whole = card("Fen İşleri Müdürlüğü", "Yıkım", total="12,00")
    assert "the sum of this unit's activities alone" in refusals(first, whole)


@pytest.mark.parametrize(
    "explained",
    ["Faaliyet Adı\tFaaliyet Açıklaması\nPlanlama\tPlan yapar.\n",
     "Faaliyet Adı: Planlama\nFaaliyet Açıklaması: Plan yapar.\n",
     "Planlama\tPlan yapar.\n"],
)  # fmt: skip
def test_costs_without_names_are_the_only_activitys(explained: str) -> None:
    (activity,) = only(TITLE, CODES, CODED, EXPLAINED, explained).activities
    assert (activity.name, activity.note) == ("Planlama", "Plan yapar.")
    assert [(each.code, each.fund, each.amounts[1][2]) for each in activity.lines] == [
        ("01", "budget", 2_00), ("06", "off_budget", 4_00)
    ]  # fmt: skip


def test_costs_without_names_are_nobodys_of_several() -> None:
    parts = (HEAD, OBJECTIVE, INDICATORS, PLANS, TITLE, CODES, CODED)
    for several in (
        "Faaliyet Adı\tFaaliyet Açıklaması\nPlanlama\tPlan yapar.\nYıkım\tYıkar.\n",
        "Planlama\tPlan yapar.\nYıkım\tYıkar.\n",
        "Faaliyet Adı: Planlama\nFaaliyet Açıklaması: x\nFaaliyet Adı: Yıkım\n"
        "Faaliyet Açıklaması: y\nFaaliyet Adı: Ölçüm\nFaaliyet Açıklaması: z\n",
    ):
        told = refusals(*parts, EXPLAINED, several)
        assert "write 'Faaliyet:' with its name above the costs of each" in told
        assert told.count("\n") == 0
    assert "an activity's name above its amounts" in refusals(
        *parts, EXPLAINED, "Planlama\nPlan yapar.\n"
    )
    assert "an activity's name above its amounts" in refusals(*parts)
    # A name further down makes the first one a lost one.
    more = CODED + "Yıkım\t\t\t\n" + CODED.replace("01 ", "02 ")
    assert "an activity's name above its amounts" in refusals(*parts, more)


@pytest.mark.parametrize(
    "unit", ["Sorumlu birim: İmar Müdürlüğü", "Sorumlu Birimi: İmar Müdürlüğü."]
)
def test_a_text_that_ends_in_its_unit(unit: str) -> None:
    part = only(TITLE, FUNDS, costs("Planlama", "3,00", "2,00", "5,00"), EXPLAINED,
                f"Planlama\tPlan yapar. {unit}\n")  # fmt: skip
    (activity,) = part.activities
    assert (activity.note, activity.units) == ("Plan yapar.", ("İmar Müdürlüğü",))


def test_a_unit_that_is_no_name_stays_text() -> None:
    (activity,) = only(TITLE, FUNDS, costs("Planlama", "3,00", "2,00", "5,00"), EXPLAINED,
                       "Planlama\tPlan yapar. Sorumlu birim: her yıl belirlenir.\n"
                       ).activities  # fmt: skip
    assert activity.note == "Plan yapar. Sorumlu birim: her yıl belirlenir."
    assert activity.units == ()


def test_a_table_of_explanations_has_its_columns_in_any_order() -> None:
    (activity,) = only(
        TITLE, FUNDS, costs("Planlama", "3,00", "2,00", "5,00"),
        "Sıra No\tSorumlu Birim\tFaaliyet Adı\tYasal Dayanak\tAçıklama\n"
        "1\tİmar Müdürlüğü\tPlanlama\t3194 sayılı Kanun\tPlan\n\t\t\t\tyapar.\n",
    ).activities  # fmt: skip
    assert activity.units == ("İmar Müdürlüğü",)
    assert (activity.legal_basis, activity.note) == ("3194 sayılı Kanun", "Plan yapar.")


def test_a_year_and_a_group_of_years_stand_over_their_columns() -> None:
    (part,) = document(
        HEAD, OBJECTIVE,
        "Performans Göstergesi\t2024 Gerçekleşme\t2025\t\tHedef/Tahmin\t\t\n"
        "\t\tPlanlanan\tYıl Sonu Gerçekleşme Tahmini\t2026 Hedef\t2027 Tahmin\t2028 Tahmin\n"
        "PG1 Plan sayısı (Adet)\t1\t2\t3\t4\t5\t6\n",
        TITLE, FUNDS, costs("Planlama", "3,00", "2,00", "5,00"),
    ).sub_programmes  # fmt: skip
    (indicator,) = part.indicators
    assert indicator.printed_name == "Plan sayısı (Adet)"
    assert [(each.year, each.kind, each.printed) for each in indicator.figures] == [
        (2024, "actual", "1"), (2025, "planned", "2"), (2025, "year_end_estimate", "3"),
        (2026, "target", "4"), (2027, "forecast", "5"), (2028, "forecast", "6"),
    ]  # fmt: skip


def test_an_indicators_heading_with_a_code_needs_no_title() -> None:
    (part,) = document(
        HEAD, OBJECTIVE, "1. PG1 - Plan sayısı\nVerinin Kaynağı: Arşiv\n"
        "Ölçü Birimi\t2025 Planlanan\t2026 Hedef\nYıl\t1\t2\n",
        TITLE, FUNDS, costs("Planlama", "3,00", "2,00", "5,00"),
    ).sub_programmes  # fmt: skip
    (indicator,) = part.indicators
    assert part.objective == "Planlı bir kent."
    assert (indicator.printed_name, indicator.data_source) == ("Plan sayısı", "Arşiv")
    assert (indicator.unit, indicator.figures[1].printed) == ("Yıl", "2")


def test_an_indicators_heading_without_figures_is_refused() -> None:
    top = "Ölçü Birimi\t2025 Planlanan\t2026 Hedef\nAdet\t1\t2\n"
    told = refusals(HEAD, OBJECTIVE, "Performans Göstergeleri\n1. PG1 - Plan\n", top,
                    "2. PG2 - Yapı\nVerinin Kaynağı: Arşiv\n", TITLE, FUNDS,
                    costs("Planlama", "3,00", "2,00", "5,00"))  # fmt: skip
    assert "a row of figures below the indicator's heading" in told


def test_several_objectives_are_a_list_or_a_table() -> None:
    for printed in (
        "\n1. Plan yapmak.\n2. Yıkmak.\n",
        "\nSıra No\tHedef\n1\tPlan yapmak.\n2.\tYıkmak.\n",
    ):
        (part,) = document(
            HEAD, "Alt Program Hedefleri", printed, INDICATORS, PLANS, TITLE, FUNDS,
            costs("Planlama", "3,00", "2,00", "5,00"),
        ).sub_programmes  # fmt: skip
        assert part.objective == "1. Plan yapmak. 2. Yıkmak."
    (part,) = document(
        HEAD, "Alt Program Hedefleri\nA. Plan Yapmak\nB. Yıkmak\n", INDICATORS, PLANS, TITLE, FUNDS,
        costs("Planlama", "3,00", "2,00", "5,00"),
    ).sub_programmes  # fmt: skip
    assert part.objective == "A. Plan Yapmak B. Yıkmak"


def test_a_head_may_begin_with_a_labels_words() -> None:
    part = only(TITLE, "(TL)\n", FUNDS.replace("Faaliyetler", "Faaliyet Adı"),
                costs("Planlama", "3,00", "2,00", "5,00"))  # fmt: skip
    assert budgets(part) == {
        ("Planlama", "budget"): 3_00, ("Planlama", "off_budget"): 2_00, ("Planlama", "total"): 5_00
    }  # fmt: skip


def test_code_and_name_in_two_cells_or_over_two_lines_of_one() -> None:
    two = CODES.replace("Ekonomik Kod", "Ekonomik Kod\tAçıklama")
    for top, row in ((two, "03.2\tTüketim\tBütçe İçi\t1,00\t2,00\n"),
                     (CODES, "03.2  Tüketim\tBütçe İçi\t1,00\t2,00\n")):  # fmt: skip
        (activity,) = only("Faaliyet: Planlama\n", top, row).activities
        (line,) = activity.lines
        assert (line.code, line.name, line.amounts[1][2]) == ("03.2", "Tüketim", 2_00)


def test_a_caption_is_no_activity() -> None:
    parts = (HEAD, OBJECTIVE, INDICATORS, PLANS, TITLE)
    told = refusals(*parts, "Maliyet Tablosu\n", CODES, CODED)
    assert "the head with 'Faaliyetler' or 'Ekonomik Kod' above" in told


def test_a_heading_with_a_roman_number_ends_the_tables() -> None:
    reading = document(HEAD, OBJECTIVE, INDICATORS, PLANS, TITLE, FUNDS,
                       costs("Planlama", "3,00", "2,00", "5,00"), EXPLAINED,
                       "Planlama\tPlan yapar.\nIII. DİĞER HUSUSLAR\nEk bilgi yoktur.\n"
                       )  # fmt: skip
    assert reading.sub_programmes[0].activities[0].note == "Plan yapar."
    assert [each.text for each in reading.passed if each.section == "2.3"] == [
        "III. DİĞER HUSUSLAR", "Ek bilgi yoktur."
    ]  # fmt: skip


def test_a_municipal_systems_print_comes_in_whole() -> None:
    _, _, tables = build(BUDGET_LAYOUTS_TEXT.read_bytes(), [])
    assert {(row["code_printed"], row["name"]) for row in tables["hierarchy"]} == {
        ("01", "ŞEHİRCİLİK"), ("01.1", "ŞEHİRCİLİK HİZMETLERİ"),
        ("02", "ÇEVRE"), ("02.1", "TEMİZLİK HİZMETLERİ"),
    }  # fmt: skip
    assert [
        (row["goal"], row["name"], row["budget"], row["off_budget"], row["total"])
        for row in tables["activities"]
    ] == [
        (1, "İmar Planlama", 12_500_000_50, None, 12_500_000_50),
        (1, "Kentsel Dönüşüm", 25_000_000_00, 5_000_000_00, 30_000_000_00),
        (1, "Yapı Denetimi", 1_200_000_00, 100_000_00, 1_300_000_00),
        (2, "Cadde ve Sokak Temizliği", 2_500_000_00, 5_500_000_00, 8_000_000_00),
    ]
    assert [(row["name"], row["unit"]) for row in tables["indicators"]] == [
        ("Onaylanan imar planı sayısı", "adet"), ("Riskli yapı dönüşüm oranı", "%"),
        ("Denetlenen yapı sayısı", "adet"), ("Süpürülen yol", "km"),
    ]  # fmt: skip
    assert len(tables["indicator_values"]) == 3 * 6 + 2
    assert [row["unit_printed"] for row in tables["activities"]] == [
        "İmar ve Şehircilik Müdürlüğü", "İmar ve Şehircilik Müdürlüğü", "Yapı Kontrol Müdürlüğü",
        "Temizlik İşleri Müdürlüğü",
    ]  # fmt: skip
    assert tables["findings"] == []
