"""What the invented programme budgets say, against what was put into them by hand."""

from __future__ import annotations

import re

import pytest

from kbb_data.problems import Unreadable
from kbb_data.reading.programme import read
from kbb_data.reading.records import BudgetActivity, Reading
from kbb_data.schema import PROGRAMME_BUDGET, STRATEGIC_PLAN
from tests.support.datasets import BUDGET_CODES_TEXT, BUDGET_TEXT, INVENTED_TEXT

#: Activities with the sub-programme, and budget and off-budget money of 2026 in thousand lira.
ACTIVITIES = [
    (1, "Otobüs filosunun yenilenmesi", 85_000, 15_000),
    (1, "Toplu taşıma işletmeciliği", 52_000, None),
    (2, "Asfalt ve yol yapımı", 140_000, 0),
    (2, "Köprü ve kavşak yapımı", 30_000, 10_000),
    (3, "Park yapımı ve bakımı", 40_000, 2_500),
    (3, "Ağaçlandırma", 7_500, None),
    (4, "Katı atık bertarafı", 46_500, 3_500),
    (5, "Kütüphane hizmetleri", 15_000, None),
    (5, "Kültür ve sanat etkinlikleri", 18_000, 1_000),
    (6, "Evde bakım hizmetleri", 20_000, None),
    (6, "Sosyal yardımlar", 28_000, 4_000),
    (7, "Teftiş ve denetim hizmetleri", 5_250, None),
    (8, "Personel ve insan kaynakları hizmetleri", 118_000, None),
    (8, "Bilgi teknolojileri hizmetleri", 12_750, None),
    (8, "Genel destek hizmetleri", 27_000, 0),
]
SUB_PROGRAMMES = [
    (1, "31.1", "Toplu Taşıma Hizmetleri"),
    (1, "31.2", "Yol Yapım ve Bakımı"),
    (2, "42.1", "Park ve Yeşil Alanlar"),
    (2, "42.2", "Katı Atık Yönetimi"),
    (3, "55.1", "Kütüphane ve Kültür Hizmetleri"),
    (3, "55.2", "Sosyal Destek Hizmetleri"),
    (4, "98.1", "Teftiş, Denetim ve Danışmanlık Hizmetleri"),
    (4, "98.2", "Üst Yönetim, İdari ve Mali Hizmetler"),
]
KINDS = [
    (2024, "actual"),
    (2025, "planned"),
    (2025, "year_end_estimate"),
    (2026, "target"),
    (2027, "forecast"),
    (2028, "forecast"),
]


@pytest.fixture(scope="module")
def funds() -> Reading:
    return read(BUDGET_TEXT.read_bytes())


@pytest.fixture(scope="module")
def codes() -> Reading:
    return read(BUDGET_CODES_TEXT.read_bytes())


def money(activity: BudgetActivity, year: int, kind: str) -> dict[str, int | None]:
    return {a.fund: a.kurus for a in activity.amounts if (a.year, a.kind) == (year, kind)}


def test_the_form_is_told_by_its_labels(funds: Reading) -> None:
    assert (funds.form, funds.year) == (PROGRAMME_BUDGET, 2026)
    assert funds.institution == "ÇAMLIOVA BÜYÜKŞEHİR BELEDİYESİ"
    assert funds.title == "Çamlıova Büyükşehir Belediyesi 2026 Yılı Performans Programı"
    assert read(INVENTED_TEXT.read_bytes()).form == STRATEGIC_PLAN


def test_programmes_and_sub_programmes_are_numbered_in_the_documents_order(funds: Reading) -> None:
    assert [(each.number, each.code, each.name) for each in funds.programmes] == [
        (1, "31", "Şehir İçi Ulaşım"),
        (2, "42", "Çevre ve Yeşil Alanlar"),
        (3, "55", "Kültür ve Sosyal Hizmetler"),
        (4, "98", "Yönetim ve Destek Programı"),
    ]
    assert [
        (each.programme, each.code, each.name) for each in funds.sub_programmes
    ] == SUB_PROGRAMMES
    assert [each.number for each in funds.sub_programmes] == list(range(1, 9))
    waste = funds.sub_programmes[3]
    assert waste.objective == "Atıkları azaltmak, geri kazanmak ve güvenle bertaraf etmek."
    # The text stands in the line below its label.
    assert waste.explanation == "Atıkların kaynağında ayrıştırılması yaygınlaştırılacaktır."


def test_every_activity_has_its_money(funds: Reading) -> None:
    read_as = [
        (part.number, activity.name, *(money(activity, 2026, "budget")[f] for f in FUNDS))
        for part in funds.sub_programmes
        for activity in part.activities
    ]
    assert read_as == [
        (part, name, budget * 100_000, off if off is None else off * 100_000)
        for part, name, budget, off in ACTIVITIES
    ]


FUNDS = ("budget", "off_budget")


def test_other_years_keep_their_kinds(funds: Reading) -> None:
    bridges = funds.sub_programmes[1].activities[1]
    assert {
        (a.year, a.kind, a.fund): a.kurus for a in bridges.amounts if a.fund != "total"
    } == {
        (2025, "budget", "budget"): 25_000_000_00,
        (2025, "half_year_actual", "budget"): 3_000_000_00,
        (2025, "year_end_estimate", "budget"): 20_000_000_00,
        (2026, "budget", "budget"): 30_000_000_00,
        (2027, "forecast", "budget"): 45_000_000_00,
        (2028, "forecast", "budget"): 20_000_000_00,
        (2025, "budget", "off_budget"): 5_000_000_00,
        (2025, "half_year_actual", "off_budget"): 0,
        (2025, "year_end_estimate", "off_budget"): 5_000_000_00,
        (2026, "budget", "off_budget"): 10_000_000_00,
        (2027, "forecast", "off_budget"): 0,
        (2028, "forecast", "off_budget"): 0,
    }  # fmt: skip


def test_totals_are_the_sub_programmes_own(funds: Reading) -> None:
    totals = {
        (part.number, a.fund): a.kurus
        for part in funds.sub_programmes
        for a in part.totals
        if (a.year, a.kind) == (2026, "budget")
    }
    assert totals[1, "budget"] == 137_000_000_00, "below the last activity, sums by fund"
    assert totals[1, "total"] == 152_000_000_00
    assert totals[2, "budget"] == 180_000_000_00, "as printed, though it does not add up"
    assert totals[7, "total"] == 5_250_000_00
    assert len(totals) == 24


def test_every_indicator_has_six_figures(funds: Reading) -> None:
    indicators = [each for part in funds.sub_programmes for each in part.indicators]
    assert [len(part.indicators) for part in funds.sub_programmes] == [3, 2, 2, 2, 2, 2, 2, 2]
    for indicator in indicators:
        assert [(figure.year, figure.kind) for figure in indicator.figures] == KINDS
    punctual, bridges = indicators[2], indicators[4]
    assert [f.printed for f in punctual.figures] == ["-", "90", "88,5", "92", "93", "94"]
    # Below a head over two lines.
    assert [f.printed for f in bridges.figures] == ["3", "4", "-", "5", "5", "6"]
    assert bridges.unit == "Adet"
    assert bridges.note == "Onarımı tamamlanan köprü ve menfezlerdir."
    assert bridges.calculation == "Kabul tutanaklarının sayısı"
    assert bridges.data_source == "Fen İşleri Daire Başkanlığı"
    assert indicators[1].calculation == "(Elektrikli otobüs sayısı / Toplam otobüs sayısı) x 100"


def test_names_go_on_in_the_next_line(funds: Reading) -> None:
    assert (
        funds.sub_programmes[5].indicators[1].printed_name
        == "Sosyal yardım başvurularının sonuçlanma süresi"
    )
    assert funds.sub_programmes[7].activities[0].name == ACTIVITIES[12][1]


def test_explanations_name_law_and_units(funds: Reading) -> None:
    roads, care = funds.sub_programmes[1].activities[0], funds.sub_programmes[5].activities[0]
    assert roads.units == ("Fen İşleri Daire Başkanlığı", "Ulaşım Daire Başkanlığı")
    assert care.units == (
        "Kültür ve Sosyal İşler Daire Başkanlığı",
        "Sağlık İşleri Daire Başkanlığı",
    )
    assert roads.legal_basis == "5393 sayılı Belediye Kanunu, madde 14"
    assert (
        care.note == "Yaşlı, engelli ve hastalara evde bakım, temizlik ve kuaför hizmeti verilmesi."
    )
    trees = funds.sub_programmes[2].activities[1]
    assert (trees.name, trees.explained_as) == ("Ağaçlandırma", "Ağaçlandırma ve fidan dikimi")


def test_schedules_are_about_the_parts_that_they_name(funds: Reading) -> None:
    lines = {
        (each.schedule, each.level, each.number, each.code): [a.kurus for a in each.amounts]
        for each in funds.schedules
    }
    assert lines["programme_code", "programme", 4, "09"] == [
        10_000_000_00, 11_000_000_00, 12_000_000_00
    ]  # fmt: skip
    assert lines["sub_programme_code", "sub_programme", 6, "05"] == [26_000_000_00]
    assert lines["activity", "activity", 11, ""] == [28_000_000_00, 4_000_000_00, 32_000_000_00]
    assert lines["activity", "total", 0, ""] == [645_000_000_00, 36_000_000_00, 681_000_000_00]
    assert len(lines) == len(funds.schedules) == 17 + 33 + 28


def test_every_line_is_taken_up_or_passed_over(funds: Reading, codes: Reading) -> None:
    for reading in (funds, codes):
        passed = {entry.line: entry.reason for entry in reading.passed}
        own = [line for line in reading.lines if line.section in ("2.3", "2.4") and line.first]
        assert len(own) > 60
        for line in own:
            assert (line.number in reading.account.taken) != (line.number in passed), line
    reasons = [entry.reason for entry in funds.passed if entry.section in ("2.3", "2.4")]
    assert sorted(set(reasons)) == [
        "page head", "page number", "text beside the tables"
    ]  # fmt: skip


def test_a_document_of_nothing_else(codes: Reading) -> None:
    assert (codes.year, codes.institution) == (2026, "KAVAKLIDAĞ BELEDİYESİ")
    assert [codes.members, codes.assets, codes.staff, codes.mission] == [[], [], [], None]
    lack = codes.sub_programmes[1].explanation
    assert lack == "Yeni yerleşim alanlarında park bulunmamaktadır.", "a sentence of its own"
    assert codes.sub_programmes[0].objective == (
        "1. Sokakları her gün temiz tutmak. 2. Geri dönüşümü yaygınlaştırmak."
    )
    assert all(not each.units for part in codes.sub_programmes for each in part.activities)


def test_lines_by_code_keep_name_and_financing(codes: Reading) -> None:
    packaging = codes.sub_programmes[0].activities[1]
    assert [(each.code, each.name, each.financing, each.fund) for each in packaging.lines] == [
        ("03.5", "Hizmet Alımları", "Bütçe İçi", "budget"),
        # The code goes on from above.
        ("03.5", "Hizmet Alımları", "Döner Sermaye", "off_budget"),
    ]
    assert packaging.lines[1].amounts == [
        (2025, "budget", 300_000_00),
        (2025, "actual", None),
        (2025, "estimate", 250_000_00),
        (2026, "budget", 400_000_00),
        (2027, "forecast", 400_000_00),
        (2028, "forecast", 400_000_00),
    ]
    assert money(packaging, 2026, "budget") == {"total": 2_800_000_00}


def test_a_year_stands_over_its_columns(codes: Reading) -> None:
    sweeping = codes.sub_programmes[0].indicators[0]
    assert [(figure.year, figure.kind) for figure in sweeping.figures] == KINDS
    assert [figure.printed for figure in sweeping.figures] == [
        "410",
        "430",
        "425",
        "450",
        "460",
        "470",
    ]


def altered(*changes: tuple[str, str]) -> Reading:
    text = BUDGET_TEXT.read_text(encoding="utf-8")
    for pattern, new in changes:
        text, count = re.subn(pattern, new, text, flags=re.MULTILINE)
        assert count, pattern
    return read(text.encode("utf-8"))


def same(left: Reading, right: Reading) -> bool:
    """Whether two readings say the same, lines apart."""

    def told(reading: Reading) -> object:
        return [
            (
                part.programme, part.name, part.objective,
                [(i.printed_name, i.unit, i.figures, i.note) for i in part.indicators],
                [
                    (a.name, a.units, a.legal_basis, a.note,
                     [(m.year, m.kind, m.fund, m.kurus) for m in a.amounts])
                    for a in part.activities
                ],
                {(m.year, m.kind, m.fund, m.kurus) for m in part.totals},
            )
            for part in reading.sub_programmes
        ]  # fmt: skip

    return told(left) == told(right)


@pytest.mark.parametrize(
    "changes",
    [
        [(r"^Bütçe Yılı:\t2026\n", "")],
        [(r"^Program Adı:\t", "PROGRAMIN ADI: "), (r"^Alt Program Adı:\t", "ALT PROGRAM ADI : ")],
        [(r"^Program Adı:\t(\d+) - (.*)$", r"Program Kodu:\t\1\nProgram Adı:\t\2")],
        [(r"Harcama \(Haziran\)", "Gerçekleşme (Haziran)")],
        [(r"2025 Harcama \(Haziran\)", "2025 İlk 6 Ay"), (r"YS Harcama", "Yıl Sonu Harcama")],
        [(r"^(Faaliyetler\t.*)2025 Bütçe", r"\g<1>2025 Ödenek")],
        [(r"2024\t2025 Planlanan", "2024 Gerçekleşme\t2025 Planlanan")],
        [(r"^Performans Göstergesi", "Performans Göstergeleri")],
        [(r"^ALT PROGRAM TOPLAMI", "Genel Toplam")],
        [(r"^\tTOPLAM\t", "\tT O P L A M\t"), (r"^TOPLAM\t", "Toplam\t")],
        [(r"^(Sorumlu Birim: .*)$", r"\1\n")],
        [(r"^Sorumlu Birim:", "Sorumlu Harcama Birimi:"), (r"^Yasal Dayanak", "Hukuki Dayanak")],
        [(r",00(?=\t|$)", "")],
        [(r"^(Alt Program Kapsamında Yürütülecek Faaliyet Maliyetleri)$", r"\1:")],
        [(r"^Gerekçe ve Açıklamalar:\t", "Gerekçe ve Açıklamalar\t")],
        [(r"^Bütçe Yılı:", "İdare Adı:\tÇAMLIOVA BÜYÜKŞEHİR BELEDİYESİ\nBütçe Yılı:")],
        [(r",00(?=\t|$)", ",00 TL")],
        [(r"^\*\*2026 YILI", "**2026 MALİ YILI")],
        [(r"\t+$", "")],
        [(r"^Program\t(Alt Program)\t", r"Program Adı\t\1 Adı\t"),
         (r"^Program\tEkonomik", "Program Adı\tEkonomik")],
    ],
)  # fmt: skip
def test_other_words_say_the_same(funds: Reading, changes: list[tuple[str, str]]) -> None:
    assert same(altered(*changes), funds)


def test_a_misspelt_label_is_read_and_told(funds: Reading) -> None:
    reading = altered((r"^Alt Program Adı:\t42\.1", "Alt Progam Adı:\t42.1"))
    assert same(reading, funds)
    (slip,) = reading.slips
    assert (slip.printed, slip.read) == ("Alt Progam Adı:", "Alt Program Adı")


def test_a_table_without_rows_of_funds_is_the_budgets() -> None:
    reading = altered(
        (r"^(Otobüs filosunun yenilenmesi|Toplu taşıma işletmeciliği)\t+\nBütçe İçi(.*)\n"
         r"Bütçe Dışı.*\nTOPLAM.*\n", r"\1\2\n"),
        (r"^Toplam Bütçe İçi.*\nToplam Bütçe Dışı.*\n", ""),
    )  # fmt: skip
    buses = reading.sub_programmes[0].activities[0]
    assert money(buses, 2026, "budget") == {"total": 85_000_000_00, "budget": 85_000_000_00}


def test_the_year_of_the_cover_is_the_labels() -> None:
    with pytest.raises(Unreadable, match="the programme's year 2027"):
        altered((r"^\*\*2026 YILI", "**2027 YILI"))


def test_a_unit_above_a_part_of_the_document_answers_for_its_activities() -> None:
    text = BUDGET_CODES_TEXT.read_text(encoding="utf-8")
    first, second, third = "Temizlik Müdürlüğü", "Park Müdürlüğü", "Mali Hizmetler Müdürlüğü"
    for unit in (first, second, third):
        text = text.replace("\nBütçe Yılı\t2026", f"\nSorumlu Birim: {unit}\nBütçe Yılı:\t2026", 1)
    parts = read(text.encode("utf-8")).sub_programmes
    assert [{each.units for each in part.activities} for part in parts] == [
        {(first,)}, {(second,)}, {(third,)}
    ]  # fmt: skip


def test_a_schedule_may_stand_before_the_tables(funds: Reading) -> None:
    text = BUDGET_TEXT.read_text(encoding="utf-8")
    start, end = text.index("7.7. Program"), text.index("Çamlıova Büyükşehir Belediyesi\nOva")
    moved = text[:start] + text[end:]
    place = moved.index("Bütçe Yılı:")
    reading = read((moved[:place] + text[start:end] + moved[place:]).encode("utf-8"))
    assert same(reading, funds)
    assert len(reading.schedules) == len(funds.schedules)


def test_another_table_under_a_heading_is_passed_over(funds: Reading) -> None:
    text = BUDGET_TEXT.read_text(encoding="utf-8")
    more = "3.1. Diğer Bilgiler\nMüdürlük\tAdres\nFen İşleri\tOva Caddesi\n\n7.7. Program"
    reading = read(text.replace("7.7. Program", more, 1).encode("utf-8"))
    assert same(reading, funds)
    assert [e.text for e in reading.passed if e.reason == "a table of another kind"] == [
        "Müdürlük\tAdres", "Fen İşleri\tOva Caddesi"
    ]  # fmt: skip


def test_the_administrations_sub_programmes_may_have_neither_objective_nor_indicators() -> None:
    reading = altered(
        (r"^(Alt Program Adı:\t98\.1.*\n.*\n)Alt Program Hedefi:.*\n", r"\1"),
        (r"^Performans Göstergesi.*\n1- Tamamlanan(?:.*\n)+?(?=Alt Program Kaps)", ""),
    )
    audit = reading.sub_programmes[6]
    assert (audit.objective, audit.indicators, len(audit.activities)) == ("", [], 1)


def test_a_sentence_says_that_there_is_none() -> None:
    reading = altered(
        (r"^(Alt Program Hedefi:\t)Belediye hizmetlerinin.*$",
         r"\1Alt program hedefi bulunmamaktadır."),
        (r"^Performans Göstergesi.*\n1- Tamamlanan(?:.*\n)+?(?=Alt Program Kaps)",
         "Performans Göstergeleri\nPerformans göstergesi bulunmamaktadır.\n"),
    )  # fmt: skip
    audit = reading.sub_programmes[6]
    assert (audit.objective, audit.indicators) == ("", [])


def test_what_was_spent_by_the_years_end_is_no_estimate() -> None:
    text = BUDGET_CODES_TEXT.read_text(encoding="utf-8")
    head = "2025/5 Yıl Bütçe\t2025 Yıl Sonu Harcama\t2025 Yıl Sonu Har. Tah."
    text = text.replace("2025 Bütçe\t2025 Gerçekleşme\t2025 Tahmini", head)
    (line, *_) = read(text.encode("utf-8")).sub_programmes[0].activities[0].lines
    assert [(year, kind) for year, kind, _ in line.amounts][:3] == [
        (2025, "budget"), (2025, "actual"), (2025, "year_end_estimate")
    ]  # fmt: skip


def test_a_text_without_tabs_is_refused() -> None:
    text = BUDGET_TEXT.read_text(encoding="utf-8").replace("\t", "  ")
    with pytest.raises(Unreadable):
        read(text.encode("utf-8"))


def test_thousands_are_read_where_all_heads_say_so(funds: Reading) -> None:
    in_lira = funds.sub_programmes[0].activities[0].amounts[0].kurus
    heads = r"^(Faaliyetler|Program(?=\tE|\tA))\t"
    reading = altered((heads, r"\1 (Bin TL)\t"))
    assert in_lira is not None
    assert reading.sub_programmes[0].activities[0].amounts[0].kurus == in_lira * 1000
    with pytest.raises(Unreadable, match=r"'\(Bin TL\)' in the heads of all tables"):
        altered((r"^Faaliyetler\t", "Faaliyetler (Bin TL)\t"))
