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
        "2025 Har. Tah.",
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


LAYOUTS = (
    "own column", "one column", "totals beside names", "one total", "merged names", "spread",
    "totals and funds in columns",
)  # fmt: skip
NAMES = ("Yol yapımı", "Köprü bakımı", "Park işleri", "Kitap alımı", "Su deposu")
#: How an activity's name stands above, or beside, its economic codes.
ABOVE_CODES = ("Faaliyet: {}", "FAALİYET ADI:\t{}", "{}", "F1 - {}", "column")
#: How explanations name an activity; ``{0}`` is its name, ``{1}`` its text.
EXPLAINED = (
    "Faaliyet Adı\tFaaliyet Açıklaması\n", "", "Faaliyet Adı: {0}\nFaaliyet Açıklaması: {1}",
    "{0}\n{1}", "Sıra No\tFaaliyet Adı\tAçıklama\n",
)  # fmt: skip


@dataclass
class Costs:
    """Printed lines, and the amounts in them: by activity, fund and column; the totals; and by
    activity, code and financing."""

    lines: list[str]
    money: dict[tuple[str, str, Key], int | None]
    totals: dict[tuple[str, Key], int | None]
    codes: dict[tuple[str, str, str, Key], int | None]


def printed(cells: list[int | None], *, short: bool) -> str:
    return "\t".join(lira(each, short=short) for each in cells)


@st.composite
def costs_by_fund(draw: st.DrawFn, names: list[str]) -> Costs:
    layout, short = draw(st.sampled_from(LAYOUTS)), draw(st.booleans())
    head = draw(heads(MONEY, OWN, OWN_WORDS))
    wide = len(head.keys)
    money: dict[tuple[str, str, Key], int | None] = {}
    rows: list[str] = []
    # A name merged over its rows stands in the first, or in each.
    is_anew = layout == "merged names" and draw(st.booleans())
    own_column = layout in ("own column", "merged names", "totals and funds in columns")

    def row(name: str, fund: str, cells: list[int | None]) -> None:
        cells_of = printed(cells, short=short)
        rows.append(f"{name}\t{fund}\t{cells_of}" if own_column else f"{fund or name}\t{cells_of}")

    every: list[list[list[int | None]]] = []
    for number, name in enumerate(names, start=1):
        funds = [draw(st.lists(AMOUNTS, min_size=wide, max_size=wide)) for _ in range(2)]
        has_off = layout != "spread" or draw(st.booleans())
        whole = plus(*funds) if has_off else funds[0]
        every.append([funds[0], funds[1] if has_off else [None] * wide, whole])
        if layout in ("totals beside names", "totals and funds in columns"):
            row(name, "", whole)
        elif layout == "spread":
            rows.append(f"F{number} - {name}")
        elif not own_column:
            rows.append(name + "\t" * wide)
        row("" if layout == "totals and funds in columns" else name, "Bütçe İçi", funds[0])
        if has_off:
            row(name if is_anew else "", "Bütçe Dışı", funds[1])
        if layout in ("own column", "one column", "merged names", "spread"):
            row(name if is_anew else "", "TOPLAM", whole)
        for fund, cells in zip(("budget", "off_budget", "total"), every[-1], strict=True):
            if (fund != "total" or layout != "one total") and (fund != "off_budget" or has_off):
                money |= {
                    (name, fund, key): cell for key, cell in zip(head.keys, cells, strict=True)
                }
    sums = [plus(*(each[number] for each in every)) for number in range(3)]
    has_fund_totals = layout in ("merged names", "spread", "totals and funds in columns")
    totals = {
        (fund, key): cell
        for fund, cells in zip(("budget", "off_budget", "total"), sums, strict=True)
        if fund == "total" or has_fund_totals
        for key, cell in zip(head.keys, cells, strict=True)
    }
    if layout == "own column":
        row("Alt Program Toplamı", "TOPLAM", sums[2])
    elif layout == "merged names":
        for name, fund, cells in zip(
            ("TOPLAM", *["TOPLAM" if is_anew else ""] * 2),
            ("Bütçe İçi", "Bütçe Dışı", "Toplam"),
            sums,
            strict=True,
        ):
            row(name, fund, cells)
    elif layout == "totals and funds in columns":
        row("TOPLAM", "", sums[2])
        row("", "Bütçe İçi", sums[0])
        row("", "Bütçe Dışı", sums[1])
    elif layout == "spread":
        for label, cells in zip(("Bütçe İçi", "Bütçe Dışı"), sums, strict=False):
            row("", f"Toplam {label}", cells)
        row("", "Genel Toplam", sums[2])
    else:
        row("", "GENEL TOPLAM" if layout == "one column" else "TOPLAM", sums[2])
    top = "FAALİYETLER\t" + "\t" * own_column + "\t".join(head.words)
    return Costs([top, *rows], money, totals, {})


@st.composite
def costs_by_code(draw: st.DrawFn, names: list[str]) -> Costs:
    above, short = draw(st.sampled_from(ABOVE_CODES)), draw(st.booleans())
    is_column, has_total, is_anew = above == "column", draw(st.booleans()), draw(st.booleans())
    head = draw(heads(MONEY, OWN, OWN_WORDS))
    wide = len(head.keys)
    top = "Faaliyet\t" * is_column + "Ekonomik Kod\tFinansman Türü\t" + "\t".join(head.words)
    lines = [top] if is_column else []
    costs = Costs(lines, {}, {}, {})
    for name in names:
        if not is_column:
            lines += [above.format(name), top]
        wholes: list[list[int | None]] = []
        codes = draw(st.lists(st.sampled_from(["01", "03.2", "06.5"]), unique=True, min_size=1))
        for place, code in enumerate(codes):
            cells = draw(st.lists(AMOUNTS, min_size=wide, max_size=wide))
            financing = draw(st.sampled_from(["Bütçe İçi", "Bütçe Dışı"]))
            first = f"{name if is_anew or not place else ''}\t" if is_column else ""
            lines.append(f"{first}{code} Bir Gider\t{financing}\t{printed(cells, short=short)}")
            wholes.append(cells)
            costs.codes |= {
                (name, code, financing, key): cell
                for key, cell in zip(head.keys, cells, strict=True)
            }
        if has_total:
            whole = plus(*wholes)
            lines.append("\t" * is_column + f"TOPLAM\t\t{printed(whole, short=short)}")
            costs.money |= {
                (name, "total", key): cell for key, cell in zip(head.keys, whole, strict=True)
            }
    return costs


@st.composite
def indicators(draw: st.DrawFn) -> tuple[list[str], dict[tuple[str, Key], str], str]:
    """Printed lines, the figures in them by name and column, and what is said of each."""
    shown = draw(heads(FIGURES, TARGET, TARGET_WORDS))
    layout = draw(st.sampled_from(("rows", "codes", "headings")))
    has_units = draw(st.booleans()) or layout == "headings"
    has_texts, unit = draw(st.booleans()), draw(st.sampled_from(("Adet", "Yıl", "%")))
    note = "Yıl içinde sayılır."
    texts = draw(st.permutations([
        draw(st.sampled_from((f"Göstergeye İlişkin Açıklama:\t{note}",
                              f"GÖSTERGEYE İLİŞKİN AÇIKLAMA:\n{note}",
                              f"Göstergeye İlişkin Açıklama: {note}"))),
        "Sorumlu İdare: Fen İşleri Müdürlüğü", "Verinin Kaynağı:\tArşiv",
    ])) if has_texts else []  # fmt: skip
    names = [] if layout == "headings" else ["Performans Göstergesi"]
    top = "\t".join([*names, *(["Ölçü Birimi"] if has_units else []), *shown.words])
    lines = ["Performans Göstergeleri"] if layout == "headings" else [top]
    figures: dict[tuple[str, Key], str] = {}
    for number, name in enumerate(("Yapılan yol", "Okur sayısı"), start=1):
        cells = [draw(st.sampled_from(["-", "6", "12", "1.250", "7,5", "%80"])) for _ in shown.keys]
        figures |= {(name, key): cell for key, cell in zip(shown.keys, cells, strict=True)}
        row = "\t".join([*([unit] if has_units else []), *cells])
        if layout == "headings":
            lines += [f"{number}. PG{number} - {name}", *texts, top, row]
        else:
            code = f"PG{number}" if layout == "codes" else f"{number}."
            lines += [f"{code} {name}\t{row}", *texts]
    return lines, figures, note if has_texts else ""


@dataclass
class Document:
    text: str
    costs: Costs
    figures: dict[tuple[str, Key], str]
    note: str
    explained: dict[str, str]


@st.composite
def documents(draw: st.DrawFn) -> Document:
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, min_size=2, max_size=4))
    costs = draw(st.one_of(costs_by_fund(names), costs_by_code(names)))
    lines, figures, note = draw(indicators())
    explained = draw(st.sampled_from(EXPLAINED))
    said = {name: f"Bu, {name} işidir." for name in names}
    told = [explained.strip()] if explained.endswith("\n") else []
    for number, (name, text) in enumerate(said.items(), start=1):
        if "{0}" in explained:
            told.append(explained.format(name, text))
        else:
            told.append(f"{number}\t" * explained.startswith("Sıra") + f"{name}\t{text}")
    text = "\n".join([
        "ÖRNEKKÖY BELEDİYESİ", "2026 YILI PERFORMANS PROGRAMI", "",
        draw(st.sampled_from(("Bütçe Yılı:\t2026", "BÜTÇE YILI: 2026", "Bütçe Yılı\t2026"))),
        draw(st.sampled_from(("Program Adı:\t01 - Yollar",
                              "Program Kodu\t01\nProgram Adı\tYollar"))),
        "Alt Program Adı:\t01.1 - Yol İşleri",
        draw(st.sampled_from((
            "Alt Program Hedefi:\t1. Yolları yenilemek.",
            "Alt Program Hedefleri\n1. Yolları yenilemek.",
            "Alt Program Hedefleri\nNo\tHedef\n1\tYolları yenilemek.",
        ))),
        *lines,
        "Alt Program Kapsamında Yürütülecek Faaliyet Maliyetleri",
        *costs.lines,
        draw(st.sampled_from(("Faaliyetlere İlişkin Açıklamalar",
                              "Faaliyete İlişkin Açıklamalar"))),
        *told,
    ])  # fmt: skip
    return Document(text, costs, figures, note, said)


@settings(max_examples=150, deadline=None)
@given(documents())
def test_a_print_says_what_was_meant(document: Document) -> None:
    reading = read(document.text.encode("utf-8"))
    ((programme,), (part,)) = reading.programmes, reading.sub_programmes
    assert (programme.code, programme.name) == ("01", "Yollar")
    assert (part.code, part.name) == ("01.1", "Yol İşleri")
    assert part.objective == "1. Yolları yenilemek."
    assert {
        (activity.name, each.fund, (each.year, each.kind)): each.kurus
        for activity in part.activities
        for each in activity.amounts
    } == document.costs.money
    totals = {(each.fund, (each.year, each.kind)): each.kurus for each in part.totals}
    assert totals == document.costs.totals
    assert {
        (activity.name, line.code, line.financing, (year, kind)): kurus
        for activity in part.activities
        for line in activity.lines
        for year, kind, kurus in line.amounts
    } == document.costs.codes
    assert {
        (indicator.printed_name, (figure.year, figure.kind)): figure.printed
        for indicator in part.indicators
        for figure in indicator.figures
    } == document.figures
    assert [each.note for each in part.indicators] == [document.note] * 2
    assert {each.name: each.note for each in part.activities} == document.explained
