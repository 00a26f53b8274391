"""How a programme is printed: every choice that bodies make differently, drawn by hypothesis."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

#: What each kind of figure is called above its column.
WORDS = {
    "actual": ("Gerçekleşen", "Gerçekleşme", "Yıl Sonu Gerçekleşme"),
    "planned": ("Planlanan", "Hedefi"),
    "half_year_actual": ("Haziran Sonu Gerçekleşme", "İlk 6 Ay Gerçekleşme"),
    "year_end_estimate": ("Yıl Sonu Gerçekleşme Tahmini", "YS Gerçekleşme Tahmini"),
    "estimate": ("Tahmin", "Tahmini", "(Tahmin)"),
    "target": ("Hedef", "Hedefi"),
    "forecast": ("Tahmini", "Tahmin", "Hedefi"),
}
#: Labels of aim, objective and goal in the goals' tables, and before them in section 2.2; a value
#: begins with what stands behind the stroke.
LABELS = {
    "form": ("Stratejik Amaç {}:|", "Stratejik Hedef {}:|", "Performans Hedefi ({}):|",
             "S.A.{}: ", "S.H.{}: ", "P.H.{}:|"),
    "short": ("Amaç {}|", "Hedef {}|", "Performans Hedefi {}|", "Amaç {}: ", "Hedef {}: ",
              "P.H.{}|"),
    "letters": ("A{}:|", "H{}:|", "P.H.{}:|", "A{}: ", "H{}: ", "PH{}:|"),
    "within": ("Stratejik Amaç:|A{}. ", "Stratejik Hedef:|H{}. ", "Performans Hedefi:|PH{}. ",
               "A{}. ", "H{}. ", "PH{}.|"),
    "numbers": ("Stratejik Amaç|{}. ", "Stratejik Hedef|{}. ", "Performans Hedefi|{}. ",
                "{}. ", "{}. ", "P.H. {}|"),
}  # fmt: skip
GOAL_HEADINGS = ("PERFORMANS HEDEFİ TABLOSU", "Performans Hedefi Tablosu",
                 "PERFORMANS HEDEFİ VE GÖSTERGELERİ TABLOSU")  # fmt: skip
COST_HEADINGS = ("FAALİYET MALİYET TABLOSU", "FAALİYET MALİYETLERİ TABLOSU")
COVERS = ("{} YILI PERFORMANS PROGRAMI", "{} Mali Yılı Performans Programı",
          "PERFORMANS PROGRAMI {}")  # fmt: skip
BETWEEN_UNITS = ("; ", " / ", ", ", " ve ")


@dataclass(frozen=True)
class Style:
    """``money`` is how an amount is written, ``order`` draws the orders of columns; ``step`` is
    the least amount, in kuruş, that it can print."""

    numbering: str
    labels: str
    parting: str
    container: str
    money: str
    step: int
    unit_column: bool
    two_lines: bool
    kinds_first: bool
    words: int
    headings: int
    numbered_tables: bool
    between_units: str
    column_orders: tuple[int, ...]
    one_cell_codes: bool
    heads_again: bool
    pages: bool
    wrapped: bool
    hyphens: str
    pad: int
    contents: str
    cover: str
    colon: str
    exchanged: bool


@st.composite
def styles(draw: st.DrawFn) -> Style:
    """Any way of printing a programme."""
    money = draw(
        st.sampled_from(
            ("plain", "plain", "lira", "sign", "whole", "thousands", "thousands in a caption")
        )
    )
    step = {"whole": 100, "thousands": draw(st.sampled_from((100_000, 10_000, 1)))}
    parting = draw(st.sampled_from(("tabs", "tabs", "tabs", "markdown", "pipes")))
    container = draw(st.sampled_from(("text", "text", "text", "word", "workbook")))
    return Style(
        numbering=draw(st.sampled_from(("form", "letters", "roman", "shifted", "bare"))),
        labels=draw(st.sampled_from(sorted(LABELS))),
        parting=parting,
        container="text" if parting != "tabs" else container,
        money=money,
        step=step.get(money.split(" ")[0], draw(st.sampled_from((1, 100)))),
        unit_column=draw(st.booleans()),
        two_lines=draw(st.booleans()),
        kinds_first=draw(st.booleans()),
        words=draw(st.integers(0, 5)),
        headings=draw(st.integers(0, 5)),
        numbered_tables=draw(st.booleans()),
        between_units=draw(st.sampled_from(BETWEEN_UNITS)),
        column_orders=tuple(draw(st.permutations(range(3)))),
        one_cell_codes=draw(st.booleans()),
        heads_again=draw(st.booleans()),
        pages=draw(st.booleans()),
        wrapped=draw(st.booleans()),
        hyphens=draw(st.sampled_from(("", "", "\u00ad", "\u200b"))),
        pad=draw(st.integers(0, 2)),
        contents=draw(st.sampled_from(("", " ........ {}", "\t{}"))),
        cover=draw(st.sampled_from(COVERS)),
        colon=draw(st.sampled_from((":", ""))),
        exchanged=draw(st.booleans()),
    )


def amount(kurus: int, style: Style) -> str:
    """An amount as the style prints it."""
    if style.money.startswith("thousands"):
        whole, rest = divmod(abs(kurus), 100_000)
        figure = f"{whole:,}".replace(",", ".") + f",{rest:05d}".rstrip("0").rstrip(",")
    else:
        whole, rest = divmod(abs(kurus), 100)
        figure = f"{whole:,}".replace(",", ".")
        figure += "" if style.money == "whole" else f",{rest:02d}"
    figure = f"({figure})" if kurus < 0 else figure
    return {"lira": f"{figure} TL", "sign": f"₺{figure}"}.get(style.money, figure)


def unit_of_money(style: Style) -> str:
    """What a head says of its amounts' unit."""
    if style.money == "thousands":
        return " (Bin TL)"
    return "" if style.money == "thousands in a caption" else " (₺)"
