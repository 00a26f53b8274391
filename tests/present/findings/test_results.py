"""Findings about documents of results: words in both languages, places in English, subjects."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest

from kbb_data.checking import validation
from kbb_data.checking.result_checks import RESULT_CHECKS
from kbb_data.checking.results import stranger
from kbb_data.rows import Row, Tables
from present.findings import words
from present.findings.model import Check, Finding, Gaps
from present.findings.model import Kind as FindingKind
from present.findings.subjects import Kind, Subject, named
from present.kit.text import ENGLISH, using
from tests.kbb_data.checking.reported import blank, document, found, money, result
from tests.present.findings.records import finding
from tests.present.findings.test_places import is_told
from tests.support.datasets import KAYSERI

_, SOUND = validation.inspect(KAYSERI)
YEAR = 2025
END = f"{YEAR}-12-31"


def everything(tables: Tables) -> None:
    """Two documents in which every check of results finds something."""
    tables["documents"] += [
        document("a", 1, as_of=END, title="Faaliyet Raporu"),
        document("b", 2, as_of=END, title="Düzeltilmiş Rapor", corrects="a", correction_reason="x"),
    ]
    own = {"as_of": END}
    first = tables["indicators"][0]
    target = next(
        row["value"]
        for row in tables["indicator_values"]
        if (row["goal"], row["indicator"], row["kind"])
        == (first["goal"], first["indicator"], "target")
    )
    numbers = (first["goal"], first["indicator"])
    tables["indicator_results"] += [
        result("a", *numbers, int(target) * 11, **own, target_stated=target + 1),
        result("b", *numbers, int(target) + 4, **own),
        result(
            "b",
            *(tables["indicators"][1][name] for name in ("goal", "indicator")),
            None,
            **{**own, "printed": "64 km"},
        ),
    ]
    tables["findings"].append(stranger(tables["documents"][-1], "Boyanan bank", "12", 5, "1"))
    amounts = {name: 100 * place for place, name in enumerate(
        ("initial", "supplementary", "added", "deducted", "net", "spent", "cancelled", "carried",
         "expected"), start=1)}  # fmt: skip
    for key, more in (("a", 0), ("b", 1)):
        changed = {name: value + more for name, value in amounts.items()}
        for classification in ("economic", "functional", "revenue", "activity"):
            is_function = classification == "functional"
            plus = {name: value + is_function for name, value in changed.items()}
            line = {**own, "classification": classification}
            tables["appropriations"] += [
                money(key, "01", **line, **plus, base="net", printed_rate=Decimal("1.5")),
                money(key, "01", **line, **{**plus, "spent": 7}, statement=2, name=""),
                money(key, "total", **line, **{n: v + 9 for n, v in plus.items()}, source_line=9),
            ]
    tables["monthly_amounts"] += [
        blank("monthly_amounts", classification="economic", code="01", year=YEAR, month=month,
              amount=1, document="a")
        for month in range(1, 13)
    ]  # fmt: skip


@pytest.fixture(scope="module")
def findings() -> dict[str, Row]:
    tables = copy.deepcopy(SOUND)
    everything(tables)
    return found(tables)


def test_every_check_of_results_finds_something(findings: dict[str, Row]) -> None:
    assert {row["check"] for row in findings.values()} == {check.name for check in RESULT_CHECKS}


def test_every_place_is_told_in_english(findings: dict[str, Row]) -> None:
    for row in findings.values():
        assert is_told(row["location"]), row["location"]


def records(findings: dict[str, Row], check: str) -> Iterator[Finding]:
    for row in findings.values():
        if row["check"] == check:
            yield finding(
                row["finding"],
                kind=FindingKind(row["kind"]),
                **{name: row[name] for name in ("stated", "computed", "difference", "unit")},
            )


@pytest.mark.parametrize(
    ("check", "turkish", "english"),
    [
        ("result-classifications", ("Ekonomik sınıflandırmada", "Fonksiyonel sınıflandırmada",
         "ekonomik sınıflandırmadan 0,01 TL fazla"),
         ("By economic code", "By function", "0.01 TL more than by economic code")),
        ("result-documents", ("Önceki belgede yazan", "Yeni belgede yazan",
         "önceki belgeden 0,01 TL fazla"),
         ("Stated in the earlier document", "Stated in the newer document",
          "0.01 TL more than in the earlier document")),
        ("result-leaps", ("Hedef", "Gerçekleşen", ""), ("Target", "Actual", "")),
        ("result-statements", ("Belgede yazan", "Diğer yerde yazan", "yazılandan 5,93 TL eksik"),
         ("Stated in the document", "Stated in the other place", "5.93 TL less than stated")),
    ],
)  # fmt: skip
def test_values_have_names_of_their_own(
    findings: dict[str, Row], check: str, turkish: tuple[str, ...], english: tuple[str, ...]
) -> None:
    def told(record: Finding) -> tuple[str, str, str]:
        return words.stated_label(record), words.computed_label(record), words.difference(record)

    record = next(records(findings, check))
    assert told(record) == turkish
    with using(ENGLISH):
        assert told(record) == english


def test_a_missing_reason_is_set_against_the_target(findings: dict[str, Row]) -> None:
    row = next(row for row in findings.values() if row["check"] == "result-reasons")
    assert (row["kind"], row["severity"]) == ("blank", "medium")
    (record, _) = records(findings, "result-reasons")
    assert (words.stated_label(record), words.computed_label(record)) == ("Hedef", "Gerçekleşen")
    assert words.difference(record).startswith("hedeften ")
    (dropped, _) = records(findings, "result-indicators")
    assert words.difference(dropped) == "bildirilenden 156 gösterge fazla"
    with using(ENGLISH):
        assert words.difference(dropped) == "156 indicators more than reported on"


def test_an_indicator_of_the_document_alone_is_set_against_the_programme(
    findings: dict[str, Row],
) -> None:
    row = findings["result-added.b.5"]
    assert (row["kind"], row["severity"]) == ("blank", "medium")
    (record,) = records(findings, "result-added")
    assert (words.stated_label(record), words.stated(record)) == (
        "Programda yazan", "burada bir şey yazmıyor")  # fmt: skip
    assert words.computed_label(record) == "Gerçekleşme belgesinde yazan"
    assert words.computed(record) == "Boyanan bank"
    assert words.difference(record) == ""


def test_the_place_is_that_of_the_own_document() -> None:
    own: Callable[[str], str] = lambda code: words.place(finding(code))  # noqa: E731
    assert own("result-rates.economic.03").startswith("gerçekleşme belgesinde satır ")
    assert own("economic-codes.03").startswith("bölüm ")


@pytest.mark.parametrize(
    ("code", "subjects"),
    [
        ("result-rates.economic.03.2025-12-31.a.1", {("code", "03")}),
        ("result-parts.economic.total.2025-12-31.a.1.spent", set()),
        ("result-net.functional.03.2025-12-31.a.1", set()),
        ("result-documents.activity.12.2025-12-31.a.spent", {("activity", "12")}),
        ("result-targets.3.1.2025-12-31.a", {("indicator", "3.1"), ("goal", "3")}),
        ("result-indicators.a", set()),
    ],
)
def test_what_a_finding_is_about(code: str, subjects: set[tuple[str, str]]) -> None:
    assert set(named(code)) == {Subject(Kind(kind), key) for kind, key in subjects}


def test_what_could_not_be_checked_knows_of_documents_of_results() -> None:
    def told(has_results: bool) -> list[str]:
        idle: tuple[Check, ...] = ()
        return words.not_checkable(Gaps(True, None, 0, 0, idle, has_results), 2025)

    assert any("2025 gerçekleşmeleri belgede yok" in text for text in told(False))
    assert not any("gerçekleşmeleri belgede yok" in text for text in told(True))
    assert "kesin hesap" in told(False)[0]
    assert told(True)[0].startswith("Yüklenen gerçekleşme belgelerinin dışındaki")
