"""Indicators that documents of results leave out, and those that they have and the programme has
not."""

from __future__ import annotations

import pytest

from kbb_data.checking.results import stranger
from kbb_data.rows import Tables
from tests.kbb_data.checking.reported import compared, document, found, result
from tests.kbb_data.checking.test_result_checks import SOUND, after, one, told


def test_indicators_that_a_document_leaves_out_are_named() -> None:
    numbers = [(row["goal"], row["indicator"]) for row in SOUND["indicators"]]
    every = [result("a", *number, 1) for number in numbers]
    assert "result-indicators.a" not in found(after(one(*every)))
    # A row without a value reports nothing.
    every[1].update(value=None, printed=None)
    findings = found(after(one(*every[:1], *every[1:-1])))
    row = findings["result-indicators.a"]
    assert told(row) == ("blank", str(len(numbers) - 2), str(len(numbers)), "2")
    dropped = ", ".join(f"{goal}.{indicator}" for goal, indicator in (numbers[1], numbers[-1]))
    assert row["explanation"] == (
        f"Programdaki {len(numbers)} göstergenin 2 tanesi bu belgede yok: {dropped}."
    )


@pytest.mark.parametrize(
    ("kind", "is_found"), [("activity_report", True), ("half_year_report", False)]
)
def test_an_activity_report_without_indicators_leaves_out_all(kind: str, is_found: bool) -> None:
    def silent(tables: Tables) -> None:
        tables["documents"].append(document("a", kind=kind))

    findings = found(after(silent))
    assert ("result-indicators.a" in findings) == is_found
    if is_found:
        number = str(len(SOUND["indicators"]))
        assert told(findings["result-indicators.a"]) == ("blank", "0", number, number)


def test_an_indicator_that_the_programme_lacks_is_found_while_it_lacks() -> None:
    def reported(tables: Tables) -> None:
        tables["documents"].append(document("a", kind="half_year_report"))
        tables["findings"].append(stranger(tables["documents"][-1], "Boyanan bank", "12", 5, "1"))

    def named(tables: Tables) -> None:
        tables["indicators"][3]["name"] = "BOYANAN BANK"

    def gone(tables: Tables) -> None:
        tables["documents"][-1]["document"] = "b"

    findings = found(after(reported))
    # The document reports on others: the programme's own are left out.
    assert set(findings) == {"result-added.a.5", "result-indicators.a"}
    row = findings["result-added.a.5"]
    assert told(row) == ("blank", None, "Boyanan bank", None)
    assert (row["severity"], row["location"]) == ("medium", "“a” (satır 5), göstergeler")
    assert compared(after(reported))["result-added"] == 1
    assert "result-added.a.5" not in found(after(reported, named))
    assert "result-added.a.5" not in found(after(reported, gone))


@pytest.mark.parametrize(("left_out", "more"), [(20, ""), (21, " ve 1 gösterge daha")])
def test_twenty_of_those_left_out_are_named(left_out: int, more: str) -> None:
    numbers = [(row["goal"], row["indicator"]) for row in SOUND["indicators"]]
    findings = found(after(one(*(result("a", *number, 1) for number in numbers[left_out:]))))
    named = ", ".join(f"{goal}.{indicator}" for goal, indicator in numbers[:20])
    assert findings["result-indicators.a"]["explanation"].endswith(f"yok: {named}{more}.")
