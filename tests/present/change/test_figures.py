"""The figures of several years over the invented municipality: whole, exact, and true alone."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import altair as alt
import pandas as pd
import pytest

from kbb_data import prices
from present.change import entries
from present.change.choices import ChangeChoices
from present.change.matching import By
from present.change.model import Measure
from present.figures.files import csv_bytes
from present.figures.registry import BY_SLUG, drawn
from present.kit import address
from present.kit.figure import Figure
from present.kit.setting import Setting
from present.kit.text import ENGLISH, LANGUAGES, TURKISH, using
from tests.present.change.conftest import SettingOf
from tests.sentences.corpus import Role, Text
from tests.sentences.rules import faults
from tests.support import years
from tests.support.population import PEOPLE

SLUGS = (entries.TOTAL, entries.PAIR, entries.YEARS)


def every(setting: Setting) -> Iterator[tuple[str, dict[str, str], Figure]]:
    """Each figure under every pair of years, view and measure."""
    known = entries.known(setting)
    for pair in known["pair"]:
        for by in known["by"]:
            for measure in known["measure"]:
                choices = ChangeChoices(pair, by, measure)
                query = address.query(choices)
                yield entries.PAIR, query, drawn(setting, entries.PAIR, choices).figure
                if pair == known["pair"][0]:
                    figure = drawn(setting, entries.YEARS, choices.years).figure
                    yield entries.YEARS, address.query(choices.years), figure
        yield (
            entries.TOTAL,
            {"yillar": pair},
            drawn(setting, entries.TOTAL, ChangeChoices(pair).total).figure,
        )


@pytest.mark.parametrize("year", [2025, 2026])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_keeps_the_rules(of_year: SettingOf, year: int, language: str) -> None:
    setting = of_year(year, language)
    broken = {}
    for slug, query, figure in every(setting):
        for role, text in (
            (Role.HEADING, figure.heading),
            (Role.SUBTITLE, figure.subtitle),
            (Role.SENTENCE, figure.sentence),
        ):
            # The names are those of an invented place.
            own = (*figure.own, setting.name)
            found = faults(Text(slug, str(query), role, text, own, query), language)
            if found:
                broken[text] = found
    assert broken == {}


@pytest.mark.parametrize("slug", SLUGS)
def test_a_chart_is_sound_vega_lite(of_year: SettingOf, slug: str) -> None:
    setting = of_year(2025)
    figure = drawn(setting, slug, next(iter(BY_SLUG[slug].presets(setting)))).figure
    assert figure.spec is not None
    alt.Chart.from_dict(figure.spec, validate=True)


@pytest.mark.parametrize("year", [2025, 2026])
def test_no_cell_is_written_as_code_would(of_year: SettingOf, year: int) -> None:
    for _, query, figure in every(of_year(year)):
        for row in figure.table.to_dict("records"):
            for column in figure.columns:
                written = column.write(row[column.name])
                assert written not in ("None", "nan", "<NA>"), (query, column.name)


def test_each_years_rows_add_up_to_its_whole(of_year: SettingOf) -> None:
    setting = of_year(2025)
    for slug, query, figure in every(setting):
        if slug == entries.TOTAL:
            continue
        rows, total = figure.table.iloc[:-1], figure.table.iloc[-1]
        for year in years.YEARS:
            known = [value for value in rows[f"plan_{year}"] if value is not None]
            if total[f"plan_{year}"] is None:
                assert known == [], query
                continue
            # Of rounded amounts as many half kuruş may be lost as there are rows.
            room = len(known) if query.get("olcu") == "sabit" else 0
            assert abs(sum(known) - total[f"plan_{year}"]) <= room + 1e-6, query


def test_the_whole_is_the_programmes_own(of_year: SettingOf) -> None:
    table = drawn(of_year(2026), entries.TOTAL, ChangeChoices().total).figure.table
    for year, amount in zip(table["year"], table["plan_kurus"], strict=True):
        assert amount == of_year(year).totals.total_kurus


def test_real_terms_are_those_of_the_price_file(of_year: SettingOf) -> None:
    with prices.FILE.open(encoding="utf-8", newline="") as file:
        rows = [(int(row["year"]), Fraction(row["change_pct"])) for row in csv.DictReader(file)]
    index, months = Fraction(1), dict[int, list[Fraction]]()
    for year, change in [*rows, (2025, rows[-1][1])]:
        index *= 1 + change / 100
        months.setdefault(year, []).append(index)
    table = drawn(of_year(2025), entries.TOTAL, ChangeChoices(base="2023").total).figure.table
    for year, plan, real in zip(
        table["year"], table["plan_kurus"], table["real_kurus"], strict=True
    ):
        if year == 2026:
            assert real is None
            continue
        exact = plan * Fraction(sum(months[2023]), sum(months[year]))
        assert abs(exact - real) <= Fraction(1, 2)


def test_per_resident_is_of_that_years_count(of_year: SettingOf) -> None:
    figure = drawn(of_year(2025), entries.PAIR, ChangeChoices(measure="kisi")).figure
    total = figure.table.iloc[-1]
    for year, people in PEOPLE.items():
        whole = of_year(year).totals.total_kurus
        assert total[f"plan_{year}"] == pytest.approx(whole / people)
        assert f"{year}: {people:,}".replace(",", ".") in figure.subtitle
    assert total["plan_2026"] is None
    assert "31.12.2025" in figure.source
    written = {column.name: column.write(total[column.name]) for column in figure.columns}
    assert written["plan_2026"] == "nüfus yok"


def test_a_cell_of_the_file_is_true_alone(of_year: SettingOf) -> None:
    figure = drawn(of_year(2025), entries.PAIR, ChangeChoices(measure="sabit")).figure
    with using(TURKISH):
        head, *rows = csv.reader(io.StringIO(csv_bytes(figure).decode("utf-8")))
    assert head[:4] == [
        "Kalem",
        "2024 planı, 2025 fiyatlarıyla (TL)",
        "2025 planı, 2025 fiyatlarıyla (TL)",
        "2026 planı, 2025 fiyatlarıyla (TL)",
    ]
    assert "ocak-kasım" in figure.subtitle
    assert rows[-1][:4] == ["Toplam", "491082.60", "516000000.00", ""] or Decimal(rows[-1][1])
    assert rows[-1][3] == ""


def test_what_can_not_be_compared_says_so(of_year: SettingOf) -> None:
    figure = drawn(of_year(2026), entries.PAIR, ChangeChoices(by="faaliyet")).figure
    ties = dict(zip(figure.table["label"], figure.table["tie"], strict=True))
    assert ties["5. Bisiklet yolu yapımı faaliyeti"] == "2026 programında artık yok (incelendi)"
    assert ties["Genel yönetim giderleri"] == "Öbür yılın belgesinde böyle bir kalem yok"
    assert ties["12. Teftiş ve denetim hizmetleri"] == "2026 programında yeni (incelendi)"
    apart = drawn(of_year(2026), entries.PAIR, ChangeChoices(by="kod")).figure
    ties = dict(zip(apart.table["label"], apart.table["tie"], strict=True))
    assert ties["01 Personel Giderleri"] == "Öbür yılın belgesi parayı böyle bölmüyor"


def test_merged_and_renamed_rows_tell_their_former_names(of_year: SettingOf) -> None:
    table = drawn(of_year(2025), entries.PAIR, ChangeChoices(by="faaliyet")).figure.table
    rows = {row["label"]: row for row in table.to_dict("records")}
    merged = rows["9. Kültür ve sanat etkinlikleri"]
    assert merged["tie"] == "Birleştirildi (incelendi)"
    assert merged["earlier"] == "7. Konser ve sergi faaliyeti + 8. Okuma şenliği faaliyeti"
    assert "Konserler" in merged["reason"]
    # What was judged of other years says nothing of these two.
    assert "Adından faaliyet sözü çıktı" not in merged["reason"]


def test_a_year_without_prices_is_not_compared_in_them(of_year: SettingOf) -> None:
    figure = drawn(of_year(2026), entries.PAIR, ChangeChoices(measure="sabit")).figure
    assert figure.spec is None
    assert figure.sentence == (
        "2026 için yıllık ortalama tüketici fiyatı henüz bilinmiyor; 2025 ve 2026 planları aynı "
        "yılın fiyatlarıyla karşılaştırılamıyor."
    )
    written = [column.write(figure.table.iloc[-1][column.name]) for column in figure.columns]
    assert "fiyat yok" in written


def test_a_note_of_a_finding_names_its_year(of_year: SettingOf) -> None:
    for slug in SLUGS:
        setting = of_year(2026)
        for choices in BY_SLUG[slug].presets(setting):
            for note in drawn(setting, slug, choices).figure.notes:
                year = note.text.split(" ")[0]
                assert note.text.startswith(f"{year} programı: ")
                assert ("yil=" in note.address) == (year != "2026"), note


def test_english_marks_what_is_the_documents_own(of_year: SettingOf) -> None:
    figure = drawn(of_year(2025, ENGLISH), entries.PAIR, ChangeChoices(by="birim")).figure
    label = figure.columns[0]
    assert callable(label.is_verbatim)
    marks = [label.is_verbatim(row) for row in figure.table.to_dict("records")]
    assert marks == [*[True] * (len(marks) - 2), False, False]


def test_blank_is_not_absent() -> None:
    from present.change.table import columns, table
    from tests.present.change.plans import plan
    from tests.present.change.plans import years as over_of

    over = over_of(plan(2024, {"1 A": None, "2 B": 5}), plan(2025, {"2 B": 6}))
    frame = table(over, None, (2024, 2025), Measure.LIRA, None, {})
    shown = columns(over, (2024, 2025), Measure.LIRA, None, frame)
    blank = frame[frame["label"] == "1 A"].iloc[0]
    assert blank["plan_2024"] is pd.NA
    assert [column.write(blank[column.name]) for column in shown] == [
        "1 A",
        "belirtilmemiş",
        "–",
    ]
    assert [column.value(blank[column.name]) for column in shown[1:] if column.value] == [
        None,
        None,
    ]
    assert over.by is By.TOP


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_no_told_year_has_is_named_and_not_drawn(of_year: SettingOf, language: str) -> None:
    setting = of_year(2026, language)
    with using(language, setting.form):
        choices = ChangeChoices(by=By.UNIT, measure=Measure.REAL).years
        figure = drawn(setting, entries.YEARS, choices).figure
        plain = drawn(setting, entries.YEARS, ChangeChoices(by=By.UNIT).years).figure
    assert figure.spec is not None
    keys = {row["key"] for data in figure.spec["datasets"].values() for row in data if "key" in row}
    told = [name for name in figure.table.columns if name.startswith("plan_")]
    rows = figure.table[figure.table["key"] != "total"]
    empty = rows[rows[told].isna().all(axis=1)]
    # The units that the programme of 2026 alone names; of that year no prices are known.
    assert len(empty) == 4
    assert keys == set(rows["key"]) - set(empty["key"])
    assert figure.extent is not None
    assert figure.extent.is_whole
    start = "4 kalem çizilmedi" if language == TURKISH else "4 items are not drawn"
    assert start in figure.sentence
    assert all(label in figure.sentence for label in empty["label"])
    assert "çizilmedi" not in plain.sentence
    assert "not drawn" not in plain.sentence


def test_lines_stand_as_high_as_the_table_says(of_year: SettingOf) -> None:
    figure = drawn(of_year(2025), entries.PAIR, ChangeChoices(by="kod")).figure
    assert figure.spec is not None
    drawings = [row for rows in figure.spec["datasets"].values() for row in rows if "from_y" in row]
    assert len(drawings) > 3
    rows = {row["label"]: row for row in figure.table.to_dict("records")}
    for column, place in (("plan_2024", "from_y"), ("plan_2025", "to_y")):
        amounts = sorted((float(rows[line["wide_name"]][column]), line[place]) for line in drawings)
        places = [height for _, height in amounts]
        # The more lira, the nearer to the top.
        assert places == sorted(places, reverse=True)
        assert places[0] > places[-1]


def test_the_largest_of_the_newest_year_is_named(of_year: SettingOf) -> None:
    figure = drawn(of_year(2026), entries.YEARS, ChangeChoices(by="birim").years).figure
    rows = [row for row in figure.table.iloc[:-1].to_dict("records") if row["plan_2026"]]
    rows.sort(key=lambda row: row["plan_2026"])
    assert rows[-1]["label"] in figure.sentence
    assert not any(row["label"] in figure.sentence for row in rows[:-1])
