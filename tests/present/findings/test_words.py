"""The words of findings: values by unit, differences, which words differ, all checks together."""

from __future__ import annotations

import pandas as pd
import pytest

from kbb_data.checking.checks import CHECKS, HEADINGS
from kbb_data.checking.result_checks import RESULT_CHECKS
from present.findings import words
from present.findings.comparison import Comparison, Runs, compare
from present.findings.model import Candidates, Certainty, Finding, Gaps, State
from present.findings.model import Kind as FindingKind
from present.findings.subjects import Kind, Subject
from present.kit.text import ENGLISH, using
from tests.present.findings.records import check, finding, read, row


def test_checks_are_named_in_both_languages() -> None:
    names = {check.name: check.title for check in (*CHECKS, *RESULT_CHECKS)} | dict([HEADINGS])
    assert {code: words.check_title(code, "-") for code in names} == names
    with using(ENGLISH):
        english = {words.check_title(code, "-") for code in names}
    assert len(english) == len(names)
    assert "-" not in english
    assert words.check_title("yeni-denetim", "Yeni denetim") == "Yeni denetim"


def test_severities_have_a_name_and_a_meaning() -> None:
    assert [words.severity(code) for code in ("high", "medium", "low")] == [
        "Yüksek önem", "Orta önem", "Düşük önem",
    ]  # fmt: skip
    assert words.severity_meaning("low").endswith("Hiçbir tutarı değiştirmiyor.")


@pytest.mark.parametrize("language", ["tr", "en"])
def test_every_kind_and_certainty_has_a_name_and_a_rule(language: str) -> None:
    with using(language):
        rules = words.rules()
        assert [len(lines) for lines in rules.values()] == [len(FindingKind), len(Certainty), 3]
        told = [text for lines in rules.values() for pair in lines for text in pair]
        assert len(set(told)) == len(told)
        assert all(told)


def test_certainty_is_said_in_a_sentence() -> None:
    assert [words.certainty(own).partition(":")[0] for own in Certainty] == [
        "Kesin", "Koşullu", "Yorum",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "unit", "turkish", "english"),
    [
        (None, "TRY", "burada bir şey yazmıyor", "nothing is written here"),
        ("4479656000.00", "TRY", "4.479.656.000 TL", "4,479,656,000 TL"),
        ("0.50", "TRY", "0,50 TL", "0.50 TL"),
        ("1", "kişi", "1 kişi", "1 person"),
        ("1200", "kişi", "1.200 kişi", "1,200 persons"),
        ("2", "adet", "2 adet", "2 pieces"),
        ("2", "kadro", "2 kadro", "2 positions"),
        ("1.5", "m2", "1,5 m²", "1.5 m²"),
        ("95", "%", "%95", "95%"),
        ("7", "no", "7", "7"),
        ("7", "ton", "7 ton", "7 ton"),
        ("5-9", "kişi", "5-9", "5-9"),
        ("12", "text", "12", "12"),
    ],
)
def test_a_value_is_written_by_its_unit(
    text: str | None, unit: str, turkish: str, english: str
) -> None:
    assert words.value(text, unit) == turkish
    with using(ENGLISH):
        assert words.value(text, unit) == english


def test_stated_and_computed_are_told_apart() -> None:
    record = finding("x.a", stated="4479656000.00", computed="4519656000.50")
    assert words.stated(record) == "4.479.656.000 TL"
    assert words.computed(record) == "4.519.656.000,50 TL"
    assert words.computed(finding("x.a", stated="1.00")) == ""


def test_a_figure_as_we_read_it_has_no_unit_and_words_stay() -> None:
    assert words.computed(finding("x.1", kind="reading", unit="text", computed="40000")) == (
        "40.000"
    )
    assert words.computed(finding("x.1", kind="reading", unit="m2", computed="8-9")) == "8-9"
    assert words.computed(finding("x.1", unit="text", computed="40000")) == "40000"


def test_a_difference_has_a_size_and_a_direction() -> None:
    more = finding("x.a", difference="40000000.50")
    assert words.size(more) == "40.000.000,50 TL"
    assert words.difference(more) == "yazılandan 40.000.000,50 TL fazla"
    assert words.difference(finding("x.a", difference="0.50")) == "yazılandan 0,50 TL fazla"
    less = finding("x.b", unit="m2", difference="-1.5")
    assert words.size(less) == "1,5 m²"
    assert words.difference(less) == "yazılandan 1,5 m² eksik"
    assert words.size(finding("x.c", difference="1E+3")) == "1.000 TL"


def test_without_a_figure_there_is_no_difference_to_tell() -> None:
    assert words.size(finding("x.a")) == ""
    assert words.difference(finding("x.a")) == ""
    assert words.difference(finding("x.a", difference="0.00")) == ""
    # Figures that are compared as such are no words.
    assert words.difference(finding("x.a", unit="m2", stated="1", computed="1-2")) == ""


def test_words_that_differ_are_counted() -> None:
    def told(stated: str, computed: str) -> str:
        return words.difference(finding("x.a", unit="text", stated=stated, computed=computed))

    assert told("bir iki üç", "bir") == "2 sözcük farklı"
    assert told("a b", "a, b.") == "yalnız boşluk ya da noktalama farklı"


def test_words_that_differ_are_set_apart() -> None:
    comparison = compare("Sac sıvat DAĞITIMI yapmak", "Sac sıvıt dağıtımı yapmak,")
    assert comparison.stated == (("Sac ", False), ("sıvat", True), (" DAĞITIMI yapmak", False))
    assert comparison.computed == (
        ("Sac ", False), ("sıvıt", True), (" dağıtımı yapmak,", False),
    )  # fmt: skip
    assert comparison.words == 1


@pytest.mark.parametrize(
    ("stated", "computed", "left", "right", "count"),
    [
        ("a <b", "a <c", (("a <", False), ("b", True)), (("a <", False), ("c", True)), 1),
        ("bir iki üç", "bir", (("bir ", False), ("iki üç", True)), (("bir", False),), 2),
        ("bir", "bir iki üç", (("bir", False),), (("bir ", False), ("iki üç", True)), 2),
        ("a  b", "a b", (("a  b", False),), (("a b", False),), 0),
        ("a\nb", "a b", (("a\nb", False),), (("a b", False),), 0),
        ("a.", "a;", (("a.", False),), (("a;", False),), 0),
        ("IŞIK", "ışık", (("IŞIK", False),), (("ışık", False),), 0),
        ("x a y b", "q a z b",
         (("x", True), (" a ", False), ("y", True), (" b", False)),
         (("q", True), (" a ", False), ("z", True), (" b", False)), 2),
        ("", "", (), (), 0),
        ("", "a", (), (("a", True),), 1),
    ],
)  # fmt: skip
def test_which_words_differ(
    stated: str, computed: str, left: Runs, right: Runs, count: int
) -> None:
    assert compare(stated, computed) == Comparison(left, right, count)


def test_labels_say_what_a_value_is_held_against() -> None:
    codes = finding("economic-codes.03", difference="1")
    assert words.stated_label(codes) == "Tablo 2.5'te yazan"
    assert words.computed_label(codes) == "Maliyet tablolarının toplamı"
    added = finding("x.a", stated="1", computed="2", difference="1")
    assert words.stated_label(added) == "Belgede yazan"
    assert words.computed_label(added) == "Belgenin başka yerlerinden çıkan"
    assert words.computed_label(finding("x.1", kind="reading", stated="1")) == "Okunan değer"
    for record in (
        finding("x.a", unit="text", stated="a", computed="b"),
        finding("x.a", unit="text", stated="a"),
    ):
        assert words.computed_label(record) == "Diğer yerde yazan"
    blank = finding("x.a", kind="blank", computed="1")
    assert words.computed_label(blank) == "Belgenin başka yerlerinden çıkan"
    own = {
        check: words.computed_label(finding(f"{check}.1", unit="text", computed="b"))
        for check in ("indicator-units", "indicator-notes", "indicator-leaps", "spelling")
    }
    assert len(set(own.values())) == 4
    assert own["indicator-notes"] == "Notta sayılan"


def test_all_checks_together_in_a_sentence_that_tells_the_kinds_apart() -> None:
    checks = (
        check("a", "A", 9),
        check("b", "B", 1003, 2, blank=1),
        check("c", "C", 5, 1, question=1),
        check("d", "D", 0, state=State.NO_TABLE),
    )
    assert words.outcome(checks, 2027) == (
        "2027 programında 3 denetimde 1.017 karşılaştırma yapıldı: 1.012 tanesi uyuşuyor. "
        "Bulgular: 3 uyuşmazlık, 1 boş yer, 1 soru."
    )
    with using(ENGLISH):
        assert words.outcome(checks, 2027) == (
            "In the 2027 programme, 3 checks made 1,017 comparisons: 1,012 agree. "
            "Findings: 3 disagreements, 1 blank, 1 question."
        )
    assert words.outcome(checks[:1], 2027) == (
        "2027 programında 1 denetimde 9 karşılaştırma yapıldı; hiçbir bulgu çıkmadı."
    )
    assert words.outcome((), 2027) == "Bu program için kayıtlı bir denetim yok."


def test_a_page_without_findings_says_which_checks_ran() -> None:
    ran = (check("x", "İlk", 9), check("y", "İkinci", 1000))
    assert words.sound(ran)[0].startswith("2 denetimin hepsi çalıştı ve 1.009 karşılaştırma yaptı")
    assert len(words.sound(ran)) == 1
    more = (*ran, check("z", "Üçüncü", 0, state=State.NO_TABLE),
            check("w", "Son", 0, state=State.NOTHING))  # fmt: skip
    told = words.sound(more)
    assert told[0].startswith("4 denetimden 2 tanesi çalıştı ve 1.009 karşılaştırma yaptı")
    assert told[1:] == [
        "Belgede tablosu bulunmadığı için çalışmayan denetimler: Üçüncü.",
        "Karşılaştıracak satır bulamayan denetimler: Son.",
    ]


@pytest.mark.parametrize(
    ("record", "turkish", "english"),
    [
        (finding("x.1", stated="1.00", computed="3.00", difference="2.00"),
         "Tablo & satır: belgede yazan 1 TL; belgenin başka yerlerinden çıkan 3 TL (uyuşmuyor).",
         "Tablo & satır: stated in the document: 1 TL; elsewhere in the document: 3 TL "
         "(disagrees)."),
        (finding("x.1", kind="reading", unit="text", stated="40.00", computed="40000"),
         "Tablo & satır: belgede “40.00” yazıyor, 40.000 olarak okundu.",
         "Tablo & satır: the document says “40.00”, read as 40,000."),
        (finding("x.1", kind="reading", unit="text", stated="4..0"),
         "Tablo & satır: belgede “4..0” yazıyor, kesin okunamıyor.",
         "Tablo & satır: the document says “4..0”, which can't be read with certainty."),
        (finding("economic-codes.03", stated="1.00", computed="3.00", difference="2.00"),
         "03 Mal: tablo 2.5 faaliyetler için 1 TL (genel toplam 5 TL) yazıyor, maliyet "
         "tablolarının toplamı 3 TL. Burada maliyet tabloları esas alındı.",
         "03 Mal: table 2.5 states 1 TL for the activities (5 TL in total), the cost tables add up "
         "to 3 TL. The cost tables are used here."),
    ],
)  # fmt: skip
def test_a_line_beside_a_figure_names_both_places(
    record: Finding, turkish: str, english: str
) -> None:
    names = {"economic-codes.03": "03 Mal"}
    assert words.note(record, names, {"03": 500}) == turkish
    with using(ENGLISH):
        assert words.note(record, names, {"03": 500}) == english


def test_how_many_of_all_are_listed() -> None:
    assert words.listed(1200, 1200) == "1.200 bulgunun hepsi gösteriliyor."
    assert words.listed(3, 1200) == "1.200 bulgunun 3 tanesi gösteriliyor."


def test_a_subject_is_named_by_its_number_and_a_finding_by_its_place() -> None:
    assert words.subject(Subject(Kind.GOAL, "28")) == "28. hedef"
    assert words.subject(Subject(Kind.INDICATOR, "22.3")) == "Gösterge 22.3"
    assert words.place(finding("x.a", source_line=37)) == "bölüm 2.5, satır 37"


def test_lines_are_named_by_code_and_name() -> None:
    findings = read(row("economic-codes.03"), row("economic-codes.99"), row("x.03"))
    assert words.line_names(findings, {"03": "Mal"}) == {"economic-codes.03": "03 Mal"}


@pytest.mark.parametrize(
    ("exact", "expected"),
    [
        ([True, True, False],
         "03 kodu altında tutarı tam 40 TL olan 2 faaliyet var; en üstte onlar duruyor."),
        ([False], "03 kodu altında tutarı tam 40 TL olan bir faaliyet yok."),
    ],
)  # fmt: skip
def test_candidates_come_with_the_rule_and_its_limit(exact: list[bool], expected: str) -> None:
    candidates = Candidates("03", "05", 4000, pd.DataFrame({"is_exact": exact}), ((1, 2),))
    texts = words.candidates(candidates)
    assert "03 kodu altında en az 40 TL olan" in texts[0]
    assert texts[1] == expected
    assert texts[2].startswith("Fark birden çok faaliyete bölünmüş de olabilir.")
    assert len(texts) == 3
    assert words.candidate_pairs(candidates) == (
        "03 kodu altındaki tutarları birlikte tam 40 TL eden faaliyet çiftleri:"
    )


def test_what_could_not_be_checked_is_told() -> None:
    checks = (
        check("x", "İlk", 0, state=State.NOTHING),
        check("y", "İkinci", 0, state=State.NOTHING),
    )
    texts = words.not_checkable(Gaps(True, 217_792_600_050, 1200, 7, checks), 2027)
    assert texts[0].startswith("Belgenin dışındaki kayıtlarla")
    assert texts[1].startswith("2027 gerçekleşmeleri belgede yok;")
    assert texts[2].startswith("Belge maliyeti göstergelere bölmüyor;")
    assert texts[3].startswith("2.177.926.000,50 TL genel yönetim gideri")
    assert texts[4].startswith("1.200 gösterge değeri belirtilmemiş;")
    assert texts[5].startswith("7 fiziksel kaynak satırında")
    assert texts[6] == "Karşılaştıracak satır bulamayan denetimler: İlk; İkinci."
    assert len(texts) == 7
    assert words.not_checkable(Gaps(False, None, 0, 0, ()), 2027) == texts[:1]


def test_two_shares_differ_in_percentage_points() -> None:
    shares = finding("x.a", stated="5.5", computed="5.0", difference="-0.5", unit="%")
    assert words.stated(shares) == "%5,5"
    assert words.size(shares) == "0,5 puan"
    assert words.difference(shares).endswith("0,5 puan eksik")
    with using(ENGLISH):
        assert words.size(shares) == "0.5 percentage points"
