"""The figure of what every 100 lira go to."""

from __future__ import annotations

import pandas as pd

from present.budget.breakdown import Breakdown
from present.budget.colours import colours
from present.budget.fewer import REST, fewer
from present.budget.figures import named
from present.budget.hundred_chart import LOW, hundred
from present.budget.model import Order, apportion, ordered, part_of, stated
from present.budget.words import place_words
from present.kit import writing
from present.kit.charts.spec import specification
from present.kit.figure import Chart, Compact, Figure
from present.kit.setting import Background
from present.kit.tables import TableColumn
from present.kit.text import t
from present.kit.theme import palette
from present.kit.writing import share_text

#: So many purposes stand by themselves where there is little room.
_FEWER = 4


def hundred_figure(breakdown: Breakdown, background: Background) -> Figure:
    """Of every 100 lira how many go to each aim, in whole lira that add up to 100.

    ``breakdown``: the whole programme by aim. Nothing stated, or all zero, draws nothing.
    """
    rows = named(breakdown)
    rows = ordered(rows, Order.SIZE, rows["label"].tolist())
    amounts = [max(stated(amount) or 0, 0) for amount in rows["amount_kurus"]]
    lira = apportion(amounts)
    table = pd.DataFrame(
        {
            "label": rows["label"].tolist(),
            "lira": lira,
            "amount_kurus": pd.array(rows["amount_kurus"].tolist(), dtype="Int64"),
            "share": [
                part_of(stated(amount), breakdown.whole_kurus) for amount in rows["amount_kurus"]
            ],
        }
    )
    parts = pd.DataFrame(
        {
            "key": rows["key"].tolist(),
            "name": [
                str(row.label) if row.is_general else str(row.name) for row in rows.itertuples()
            ],
            "wide": [
                t("overview.hundred_name", name=name, money=writing.money_short(amount))
                for name, amount in zip(rows["label"], amounts, strict=True)
            ],
            "lira": lira,
            "text": [
                t("overview.hundred_text", count=count)
                if count or not amount
                else t("overview.hundred_less")
                for count, amount in zip(lira, amounts, strict=True)
            ],
            "detail": [
                t(
                    "overview.hundred_detail",
                    name=name,
                    count=count,
                    money=writing.money(amount),
                )
                for name, count, amount in zip(rows["label"], lira, amounts, strict=True)
            ],
        }
    )
    chart, compact = None, list[Compact]()
    if sum(lira):
        shown = colours(background, rows["key"].tolist())
        chart = Chart(lambda: specification(hundred(parts, shown)))
        shown |= {REST: palette(background.is_dark).line}
        compact = [Compact(Chart(lambda: specification(hundred(_fewer(parts), shown, LOW))))]
    return Figure(
        title=t("overview.hundred_title"),
        subtitle=t("overview.hundred_subtitle", year=background.year),
        sentence=_hundred_sentence(parts, background),
        source=background.source(t("budget.source_section_general")),
        chart=chart,
        compact=compact,
        table=table,
        columns=[
            TableColumn("label", t("overview.column_purpose"), is_heading=True),
            TableColumn("lira", t("overview.column_of_hundred"), writing.number, is_number=True),
            TableColumn("amount_kurus", t("overview.column_amount"), writing.money, is_number=True),
            TableColumn("share", t("overview.column_share"), share_text, is_number=True),
        ],
    )


def _fewer(parts: pd.DataFrame) -> pd.DataFrame:
    """The parts with most lira, and the others as a part."""
    names, lira = (dict(zip(parts["key"], parts[name], strict=True)) for name in ("name", "lira"))
    kept, of_part = fewer(names, lira, _FEWER)
    own = parts[parts["key"].isin(kept)]
    rest = sum(count for key, count in lira.items() if of_part.get(key) == REST)
    if not rest:
        return own
    told = kept[REST]
    record = {
        "key": REST,
        "name": told,
        "wide": told,
        "lira": rest,
        "text": t("overview.hundred_text", count=rest),
        "detail": told,
    }
    return pd.concat([own, pd.DataFrame([record])], ignore_index=True)


def _hundred_sentence(parts: pd.DataFrame, background: Background) -> str:
    by_size = sorted(zip(parts["lira"], parts["name"], strict=True), key=lambda part: -part[0])
    words: dict[str, object] = {"year": background.year}
    for order, (count, name) in zip(("first", "second", "third"), by_size, strict=False):
        words[order] = count
        words[f"{order}_name"] = name
    if not by_size or not by_size[0][0]:
        return t("budget.sentence_none", where=place_words(background, ""))
    if len(by_size) < 3:
        return t("overview.hundred_sentence_short", **words)
    return t("overview.hundred_sentence", **words)
