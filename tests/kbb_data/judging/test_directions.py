"""The judged directions and rules of accumulation of the committed programme: one of each for each
measure, with a reason that stands by itself and is read from what is measured, never from the
figures."""

from __future__ import annotations

import difflib
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import pytest

from kbb_data.importer import import_file
from kbb_data.problems import Unreadable
from kbb_data.schema import ACCUMULATIONS, DIRECTIONS
from kbb_data.turkish import fold
from tests.present.figures.paper import rows
from tests.support.datasets import TIES_JUDGED, TIES_TEXT

Row = Mapping[str, str]
Kinds = Mapping[str, tuple[Callable[[Row], object], str]]

INDICATORS = rows("indicators")

#: The two judgements of an indicator; beside each stands its reason.
JUDGEMENTS = ("direction", "accumulation")

#: Words that are figures, or that say how large or full the figures are.
FIGURES = re.compile(
    r"\d|%|\b(yuz\w*|iki\w*|uc|dort|bes|alti|yedi|sekiz|dokuz|on|yirmi|otuz|kirk|elli|altmis|yetmis"
    r"|seksen|doksan|bin|milyon\w*|yari\w*|tam|tamami\w*|tumu\w*|hepsi\w*|butunuyle|eksiksiz|henuz"
    r"|halen|bildirilmis)\b"
)

#: Names of one form whose measures are of two kinds all the same, and what parts them.
TWO_KINDS = {
    (
        "1.6",
        "11.1",
    ): "land parcelled on its owners' application; squares and paths that are laid out",
    ("3.3", "3.4"): "buildings restored; upkeep as wear asks for it",
    ("14.6", "14.9"): "soil that builders bring; soil that is recovered",
}

#: Kinds of measures: what a folded name or unit holds, and the direction of all of them.
KINDS = {
    "rates and shares": (lambda row: row["unit"] == "%", "more_to_100"),
    "days that somebody waits": (lambda row: row["unit"] == "gün", "less"),
    "repairs of what is there": (
        lambda row: "onarim" in name(row) and "yapilan" in name(row) and "yeni" not in name(row),
        "no_direction",
    ),
    "material, waste, soil by weight and volume": (
        lambda row: re.search(r"asfalt miktari|kullanilan asfalt|bertaraf edilen", name(row)),
        "no_direction",
    ),
    "vehicles of the own fleet": (lambda row: "arac sayisi" in name(row), "no_direction"),
    "expropriation without settlement": (
        lambda row: "uzlasma saglanamayan" in name(row),
        "no_direction",
    ),
    "press": (lambda row: re.search(r"basin bulteni|haber sayisi", name(row)), "no_direction"),
    "applications and calls": (
        lambda row: row["unit"] != "%" and re.search(r"basvuru sayisi|cagri sayisi", name(row)),
        "no_direction",
    ),
    "families in need": (lambda row: row["unit"] == "aile", "no_direction"),
    "checks and inspections": (
        lambda row: row["unit"] != "%" and re.search(r"denetim|denetlenen|numune", name(row)),
        "more",
    ),
    "projects": (lambda row: "proje sayisi" in name(row), "more"),
    "people served": (
        lambda row: re.search(r"(hizmet|egitim) alan|kullanan kisi|ziyaretci", name(row)),
        "more",
    ),
    "energy and matter recovered": (
        lambda row: re.search(r"elektrik uretim|kompost|yeniden kazandirilan", name(row)),
        "more",
    ),
}

#: Names of one form that accumulate in two ways all the same, and what parts them.
TWO_RULES = {
    ("15.2", "21.6"): "roads to be patched, a known whole; payments as they fall due",
    ("21.5", "22.3"): "residents who stay on; learners of one course after another",
    ("21.5", "22.4"): "residents who stay on; people who come for a service",
    ("22.3", "26.2"): "learners of one course after another; active users on a day",
    ("22.4", "26.2"): "people who come for a service; active users on a day",
}

#: Kinds of measures: what a row, its folded name or its unit holds, and the rule of all of them.
KINDS_OF_RULES = {
    "carried on since the beginning": (lambda row: row["is_cumulative"] == "true", "last"),
    "printed per year": (lambda row: row["is_yearly"] == "true", "sum"),
    "days that somebody waits": (lambda row: row["unit"] == "gün", "average"),
    "satisfaction": (lambda row: "memnuniyet" in name(row), "average"),
    "demands, needs and cases met": (
        lambda row: row["unit"] == "%" and "karsila" in name(row),
        "average",
    ),
    "cases concluded": (lambda row: "sonuclandirma orani" in name(row), "average"),
    "passengers per kilometre": (lambda row: "km basina" in name(row), "average"),
    "the budget and its revenue": (
        lambda row: re.search(r"gelirler|butce gerceklesme", name(row)),
        "last",
    ),
    "a known whole": (
        lambda row: re.search(r"izin belgeli arac|yollar\w* bakim|olusturulmasi orani", name(row)),
        "last",
    ),
    "a state on a day": (
        lambda row: re.search(r"dusen|alanlari$|aktif kullanan", name(row)),
        "last",
    ),
    "weight, volume and length of work": (
        lambda row: row["unit"] in {"ton", "m³", "km", "m"},
        "sum",
    ),
    "checks and samples": (
        lambda row: row["unit"] == "adet" and re.search(r"denet|numune", name(row)),
        "sum",
    ),
    "projects": (lambda row: re.search(r"proje\w* (yazilmasi )?sayisi", name(row)), "sum"),
    "building and upkeep": (
        lambda row: row["unit"] == "adet" and re.search(r"yapimi?\b|onarim", name(row)),
        "sum",
    ),
}

#: What visitors found judged in two ways, now judged alike.
ALIKE = [
    ("26.1", "29.2"),
    ("22.5", "29.5", "12.1", "18.4"),
    ("25.2", "25.5"),
    ("16.5", "16.6"),
    ("25.3", "25.4"),
    ("7.2", "7.3", "7.5", "7.6", "7.7", "7.8"),
]


def name(row: Row) -> str:
    return fold(row["name"])


def code(row: Row) -> str:
    return f"{row['goal']}.{row['indicator']}"


def judged(judgement: str) -> dict[str, str]:
    return {code(row): row[judgement] for row in INDICATORS}


def words(row: Row) -> list[str]:
    return re.findall(r"\w+", name(row))


def of_one_form() -> Iterator[tuple[Row, Row]]:
    """Indicators in one unit whose names end in the same words or are alike as a whole."""
    for first, second in combinations(INDICATORS, 2):
        a, b = words(first), words(second)
        if first["unit"] == second["unit"] and (
            a[-2:] == b[-2:] or difflib.SequenceMatcher(None, a, b).ratio() >= 0.6
        ):
            yield first, second


@pytest.mark.parametrize(
    ("judgement", "values"), [("direction", DIRECTIONS), ("accumulation", ACCUMULATIONS)]
)
def test_every_indicator_is_judged(judgement: str, values: Sequence[str]) -> None:
    assert len(INDICATORS) == 157
    assert set(judged(judgement).values()) <= set(values)
    assert all(row[judgement] and row[f"{judgement}_reason"] for row in INDICATORS)


@pytest.mark.parametrize(
    ("judgement", "parted"), [("direction", TWO_KINDS), ("accumulation", TWO_RULES)]
)
def test_names_of_one_form_are_judged_alike(
    judgement: str, parted: Mapping[tuple[str, str], str]
) -> None:
    apart = {
        (code(first), code(second))
        for first, second in of_one_form()
        if first[judgement] != second[judgement]
    }
    assert apart == set(parted)


@pytest.mark.parametrize(
    ("judgement", "kinds", "kind"),
    [("direction", KINDS, kind) for kind in KINDS]
    + [("accumulation", KINDS_OF_RULES, kind) for kind in KINDS_OF_RULES],
)
def test_a_kind_of_measure_is_judged_alike(judgement: str, kinds: Kinds, kind: str) -> None:
    belongs, expected = kinds[kind]
    values = {code(row): row[judgement] for row in INDICATORS if belongs(row)}
    assert values
    assert {of: value for of, value in values.items() if value != expected} == {}


@pytest.mark.parametrize("judgement", JUDGEMENTS)
@pytest.mark.parametrize("alike", ALIKE)
def test_the_same_measure_is_judged_alike_in_every_goal(
    alike: tuple[str, ...], judgement: str
) -> None:
    assert len({judged(judgement)[of] for of in alike}) == 1


def test_rates_are_never_added_up() -> None:
    rates = {code(row): row["accumulation"] for row in INDICATORS if row["unit"] == "%"}
    assert rates
    assert set(rates.values()) == {"average", "last"}


def test_a_rate_has_a_ceiling_and_nothing_else_has() -> None:
    assert {code(row) for row in INDICATORS if row["direction"] == "more_to_100"} == {
        code(row) for row in INDICATORS if row["unit"] == "%"
    }


@pytest.mark.parametrize("judgement", JUDGEMENTS)
def test_a_reason_quotes_no_figure(judgement: str) -> None:
    told = {
        code(row): quoted[0]
        for row in INDICATORS
        if (quoted := FIGURES.search(fold(row[f"{judgement}_reason"])))
    }
    assert told == {}


@pytest.mark.parametrize(
    "reason",
    [
        "Taleplerin tamamı karşılanıyor.",
        "Oran yüzde yüze yaklaşmalı.",
        "Memnuniyet henüz tam değil.",
        "Oran 100 olduğu için korunmalı.",
        "%90 yetmez.",
    ],
)
def test_a_reason_from_the_figures_is_noticed(reason: str) -> None:
    assert FIGURES.search(fold(reason))


@pytest.mark.parametrize("judgement", JUDGEMENTS)
def test_a_reason_stands_alone_and_is_no_copy(judgement: str) -> None:
    reasons = [row[f"{judgement}_reason"] for row in INDICATORS]
    assert Counter(reasons).most_common(1)[0][1] == 1
    for reason in reasons:
        assert reason.endswith(".")
        assert reason[0].isupper()
        assert len(reason.split()) >= 5, reason
        # What another indicator's reason would have to be read for.
        assert not re.search(r"\b(yukaridaki|onceki|ayni gerekce|ayni sekilde)\b", fold(reason))
    for first, second in combinations(reasons, 2):
        alike = difflib.SequenceMatcher(None, first.split(), second.split()).ratio()
        assert alike < 0.8, (first, second)


@pytest.mark.parametrize("judgement", JUDGEMENTS)
def test_a_reason_names_its_measure(judgement: str) -> None:
    """A reason shares a word's stem with the name that it is the reason for."""
    for row in INDICATORS:
        stems = {word[:4] for word in words(row) if len(word) > 3}
        reason = row[f"{judgement}_reason"]
        told = {word[:4] for word in re.findall(r"\w+", fold(reason))}
        assert stems & told, (code(row), row["name"], reason)


def test_a_ceiling_of_a_hundred_is_for_a_rate_alone(tmp_path: Path) -> None:
    folder = tmp_path / "dataset"
    shutil.copytree(TIES_JUDGED, folder)
    path = folder / "directions.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"more"', '"more_to_100"', 1), encoding="utf-8")
    with pytest.raises(Unreadable, match="more_to_100"):
        import_file(TIES_TEXT, folder)
