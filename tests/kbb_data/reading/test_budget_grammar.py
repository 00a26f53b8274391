"""Programme budgets built from a grammar of prints, read back to what the grammar meant."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from kbb_data.reading.programme import read

#: Columns of costs: the words that head one, and what they mean.
MONEY = {
    (2025, "budget"): ("2025 Bütçe", "2025 Ödeneği", "2025 Yılı Bütçesi", "2025 Planlanan"),
    (2025, "half_year_actual"): (
        "2025 Harcama (Haziran)", "2025 Gerçekleşme (Haziran)", "2025 İlk 6 Ay",
        "2025 İlk Altı Ay Harcama", "2025 Ocak-Haziran Gerçekleşme",
    ),
    (2025, "year_end_estimate"): (
        "2025 YS Harcama Tahmini", "2025 Yıl Sonu Gerçekleşme Tahmini", "2025 Yıl Sonu Har. Tah.",
    ),
    (2024, "actual"): ("2024", "2024 Gerçekleşme", "2024 Harcama"),
    (2027, "forecast"): ("2027 Tahmin", "2027", "2027 Bütçe Tahmini"),
    (2028, "forecast"): ("2028 Tahmini", "2028"),
}  # fmt: skip
OWN = (2026, "budget")
OWN_WORDS = ("2026 Bütçe", "2026", "2026 Bütçesi", "2026 Ödenek Teklifi", "2026 Bütçe (TL)")
#: Columns of indicators.
FIGURES = {
    (2023, "actual"): ("2023", "2023 Gerçekleşen"),
    (2024, "actual"): ("2024", "2024 Gerçekleşme"),
    (2025, "planned"): ("2025 Planlanan", "2025 Hedef", "2025 Hedeflenen"),
    (2025, "half_year_actual"): ("2025 Gerçekleşme (Haziran)", "2025 İlk 6 Ay"),
    (2025, "year_end_estimate"): (
        "2025 YS Gerçekleşme Tahmini", "2025 Yıl Sonu Tahmini", "2025 YS Gerçekleşme",
    ),
    (2027, "forecast"): ("2027 Tahmin", "2027 Hedef", "2027"),
    (2028, "forecast"): ("2028 Tahmin", "2028"),
}  # fmt: skip
TARGET, TARGET_WORDS = (2026, "target"), ("2026 Hedef", "2026", "2026 Hedefi")

Key = tuple[int, str]


@dataclass
class Head:
    """Columns in their printed order, and the words above each."""

    keys: list[Key]
    words: list[str]


@st.composite
def heads(
    draw: st.DrawFn, others: dict[Key, tuple[str, ...]], own: Key, own_words: tuple[str, ...]
) -> Head:
    kept = draw(st.lists(st.sampled_from(sorted(others)), unique=True, max_size=6))
    keys = draw(st.permutations([own, *kept]))
    words = [draw(st.sampled_from(own_words if key == own else others[key])) for key in keys]
    return Head(keys, words)


AMOUNTS = st.one_of(st.none(), st.integers(0, 10**12))


def lira(kurus: int | None, *, short: bool) -> str:
    if kurus is None:
        return "-"
    whole, cents = divmod(kurus, 100)
    text = f"{whole:,}".replace(",", ".")
    return text if short and not cents else f"{text},{cents:02d}"


def plus(*amounts: list[int | None]) -> list[int | None]:
    return [
        sum(stated) if (stated := [each for each in cells if each is not None]) else None
        for cells in zip(*amounts, strict=True)
    ]


LAYOUTS = ("own column", "one column", "totals beside names", "one total")


@dataclass
class Document:
    text: str
    money: dict[tuple[str, str, Key], int | None]
    totals: dict[tuple[str, Key], int | None]
    figures: dict[tuple[str, Key], str]


@st.composite
def documents(draw: st.DrawFn) -> Document:
    layout, short = draw(st.sampled_from(LAYOUTS)), draw(st.booleans())
    costs = draw(heads(MONEY, OWN, OWN_WORDS))
    shown = draw(heads(FIGURES, TARGET, TARGET_WORDS))
    wide = len(costs.keys)
    names = draw(st.lists(
        st.sampled_from(["Yol yapımı", "Köprü bakımı", "Park işleri", "Kitap alımı", "Su deposu"]),
        unique=True, min_size=2, max_size=4))  # fmt: skip
    money: dict[tuple[str, str, Key], int | None] = {}
    rows: list[str] = []
    own_column = layout == "own column"
    gap = "\t" if own_column else ""

    def row(name: str, fund: str, cells: list[int | None]) -> None:
        printed = "\t".join(lira(each, short=short) for each in cells)
        rows.append(f"{name}\t{fund}\t{printed}" if own_column else f"{fund or name}\t{printed}")

    every: list[list[list[int | None]]] = []
    for name in names:
        funds = [draw(st.lists(AMOUNTS, min_size=wide, max_size=wide)) for _ in range(2)]
        whole = plus(*funds)
        every.append([*funds, whole])
        if layout == "totals beside names":
            row(name, "", whole)
        elif not own_column:
            rows.append(name + "\t" * wide)
        row(name, "Bütçe İçi", funds[0])
        row("", "Bütçe Dışı", funds[1])
        if layout in ("own column", "one column"):
            row("", "TOPLAM", whole)
        for fund, cells in zip(("budget", "off_budget", "total"), every[-1], strict=True):
            if fund != "total" or layout != "one total":
                money |= {
                    (name, fund, key): cell for key, cell in zip(costs.keys, cells, strict=True)
                }
    sums = [plus(*(each[number] for each in every)) for number in range(3)]
    totals = {("total", key): cell for key, cell in zip(costs.keys, sums[2], strict=True)}
    if layout == "own column":
        row("Alt Program Toplamı", "TOPLAM", sums[2])
    else:
        row("", "GENEL TOPLAM" if layout == "one column" else "TOPLAM", sums[2])
    units = draw(st.booleans())
    figures: dict[tuple[str, Key], str] = {}
    lines = []
    for number, name in enumerate(("Yapılan yol", "Okur sayısı"), start=1):
        cells = [draw(st.sampled_from(["-", "12", "1.250", "7,5", "%80"])) for _ in shown.keys]
        figures |= {(name, key): cell for key, cell in zip(shown.keys, cells, strict=True)}
        unit = "\tAdet" if units else ""
        lines.append(f"{number}. {name}{unit}\t" + "\t".join(cells))
    text = "\n".join([
        "ÖRNEKKÖY BELEDİYESİ", "2026 YILI PERFORMANS PROGRAMI", "",
        "Bütçe Yılı:\t2026", "Program Adı:\tYollar", "Alt Program Adı:\tYol İşleri",
        "Alt Program Hedefi:\tYolları yenilemek.",
        "\t".join(["Performans Göstergesi", *(["Ölçü Birimi"] if units else []), *shown.words]),
        *lines,
        "Alt Program Kapsamında Yürütülecek Faaliyet Maliyetleri",
        f"Faaliyetler{gap}\t" + "\t".join(costs.words),
        *rows,
    ])  # fmt: skip
    return Document(text, money, totals, figures)


@settings(max_examples=120, deadline=None)
@given(documents())
def test_a_print_says_what_was_meant(document: Document) -> None:
    (part,) = read(document.text.encode("utf-8")).sub_programmes
    assert {
        (activity.name, each.fund, (each.year, each.kind)): each.kurus
        for activity in part.activities
        for each in activity.amounts
    } == document.money
    totals = {(each.fund, (each.year, each.kind)): each.kurus for each in part.totals}
    assert totals == document.totals
    assert {
        (indicator.printed_name, (figure.year, figure.kind)): figure.printed
        for indicator in part.indicators
        for figure in indicator.figures
    } == document.figures
