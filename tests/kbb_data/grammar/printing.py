"""The lines of a programme in a style: prose, and tables' rows as their cells."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from tests.kbb_data.grammar.meant import CODES, SOURCES, Activity, Goal, Programme
from tests.kbb_data.grammar.style import (
    COST_HEADINGS,
    GOAL_HEADINGS,
    LABELS,
    WORDS,
    Style,
    amount,
    unit_of_money,
)

#: A line of prose, or the cells of a table's row.
Row = str | list[str]
TITLES = {
    "1": "GENEL BİLGİLER", "1.1": "Yetki, Görev ve Sorumluluklar", "1.2": "Teşkilat Yapısı",
    "1.3": "Fiziksel Kaynaklar", "1.4": "Bilgi ve Teknolojik Kaynaklar", "1.5": "İnsan Kaynakları",
    "2": "PERFORMANS BİLGİLERİ", "2.1": "Temel Politika ve Öncelikler", "2.2": "Amaç ve Hedefler",
    "2.2.1": "Misyon, Vizyon ve Temel Değerler", "2.2.2": "Stratejik Amaç ve Hedefler",
    "2.3": "Performans Hedef ve Göstergeleri ile Faaliyetler", "2.4": "İdare Performans Tablosu",
    "2.5": "Toplam Kaynak İhtiyacı Tablosu",
    "2.6": "Faaliyetlerden Sorumlu Harcama Birimlerine İlişkin Tablo",
}  # fmt: skip
HEAD_25 = ["Faaliyet Toplamı", "Genel Yönetim Giderleri Toplamı",
           "Diğer İdarelere Transfer Edilecek Kaynaklar Toplamı", "Genel Toplam"]  # fmt: skip


class Printer:
    """Prints one programme in one style."""

    def __init__(self, programme: Programme, style: Style) -> None:
        self.programme, self.style = programme, style
        self.labels = LABELS[style.labels]
        self.sections = [name for name in TITLES if name not in programme.lacks]
        if style.exchanged:
            # The tables over all goals in another order, and the staff before the buildings.
            for one, other in (("2.4", "2.5"), ("1.4", "1.5")):
                if {one, other} <= {*self.sections}:
                    a, b = self.sections.index(one), self.sections.index(other)
                    self.sections[a], self.sections[b] = other, one

    def number(self, section: str) -> str:
        """A section's number as printed, without its closing sign; empty in a style without."""
        if self.style.numbering == "form":
            return section
        if self.style.numbering == "bare":
            return ""
        part, *rest = section.split(".")
        if self.style.numbering == "shifted":
            return ".".join([str(int(part) + 2), *rest])
        roman = "I" * int(part)
        if not rest:
            return roman
        siblings = [name for name in self.sections if name.count(".") == 1 and name[0] == part]
        letter = "ABCDEFGH"[siblings.index(".".join([part, rest[0]]))]
        names = [letter, *rest[1:]]
        return ".".join([roman, *names] if self.style.numbering == "roman" else names)

    def heading(self, section: str, title: str = "") -> str:
        number = self.number(section)
        sign = {"letters": "- ", "roman": " ", "shifted": " "}.get(self.style.numbering, ". ")
        sign = ". " if "." in number and sign == "- " else sign
        return f"{number}{sign if number else ''}{title or TITLES[section]}"

    def rows(self) -> Iterator[Row]:
        """The lines of the document."""
        p = self.programme
        yield from (p.institution, self.style.cover.format(p.year), "")
        if self.style.contents:
            yield from ("İÇİNDEKİLER", "")
            for page, name in enumerate(self.sections, 3):
                yield self.heading(name) + self.style.contents.format(page)
        yield ""
        for section in self.sections:
            yield from (self.heading(section), "")
            part = getattr(self, f"_{section.replace('.', '_')}", None)
            yield from part() if part else ()
            yield ""
        yield f"{p.institution.title()} Kültür Merkezi"

    def _1_1(self) -> Iterator[Row]:
        yield "Bu metin sınamalar için uydurulmuştur."

    def _1_2(self) -> Iterator[Row]:
        yield ["ÇALIŞAN PERSONEL BİLGİLERİ", "", "", ""]
        yield ["UNVAN", "ÇALIŞAN", "ERKEK", "BAYAN"]
        yield from (["Memur", "40", "25", "15"], ["İşçi", "10", "9", "1"])
        yield ["TOPLAM", "50", "34", "16"]
        if "council" not in self.programme.lacks:
            yield from ("", ["MECLİS ÜYELERİ", "", ""])
            yield ["ADI / SOYADI", "GÖREVİ", "PARTİSİ"]
            yield ["Işıl ÖZÇINAR", "Belediye Başkanı", "A PARTİSİ"]
            yield ["Can DERE", "Göğüşlü Meclis Üyesi", "B PARTİSİ"]

    def _1_3(self) -> Iterator[Row]:
        table = [
            ["Türü", "İlçe", "Birim m²/Adet", "Açıklama"], ["HİZMET BİNALARI", "", "", ""],
            ["Ana Bina", "Göğüşlü", "1.250,50 m²", ""], ["Depo", "", "2 adet", "Eski"],
        ]  # fmt: skip
        without = "district" in self.programme.lacks
        yield from ([c for n, c in enumerate(row) if n != 1 or not without] for row in table)

    def _1_4(self) -> Iterator[Row]:
        yield "Belediyenin bilişim işlerini bir birim yürütür."

    def _1_5(self) -> Iterator[Row]:
        yield from (
            "Memur",
            "",
            ["S.NO", "UNVAN", "ADET"],
            ["1", "Şef", "12"],
            ["2", "Uzman", "48"],
        )
        yield from (["TOPLAM", "", "60"], "", ["", "DOLU (KD)", "BOŞ (KD)", "TOPLAM"])
        yield from (["Memur", "40", "20", "60"], ["İşçi", "10", "5", "15"])
        yield from (["GENEL TOPLAM", "50", "25", "75"], "")
        yield ["PERSONEL ÖĞRENİM DURUMLARI DAĞILIMI", "", "", "", "", ""]
        yield ["UNVAN", "İLKÖĞRETİM", "LİSE", "ÖN LİSANS / LİSANS", "YÜKSEK LİSANS", "TOPLAM"]
        yield from (["Memur", "-", "5", "30", "5", "40"], ["İşçi", "4", "6", "-", "-", "10"])
        yield from ("", "İşçi", "", ["S.NO", "UNVAN", "ADET"], ["1", "Şoför", "15"])

    def _2_1(self) -> Iterator[Row]:
        yield "Program stratejik plana dayanır."

    def _2_2_1(self) -> Iterator[Row]:
        yield from ("MİSYON", "Ovayı birlikte yönetmek.", "VİZYON", "Çamların gölgesinde bir şehir")
        yield from ("TEMEL DEĞERLER", "- Açıklık", "- Katılım")

    def _2_2_2(self) -> Iterator[Row]:
        p = self.programme
        for aim, (heading, statement) in enumerate(zip(p.headings, p.aims, strict=True), start=1):
            yield from (heading, "", self.labels[3].format(aim) + statement)
            for code, words in p.objectives:
                if code.startswith(f"{aim}."):
                    yield self.labels[4].format(code) + words

    def _2_3(self) -> Iterator[Row]:
        p = self.programme
        number = 0
        for aim, heading in enumerate(p.headings, start=1):
            title = heading.title() if self.style.numbering != "bare" else heading
            yield from (self.heading(f"2.3.{aim}", title), "")
            for place, goal in enumerate(p.goals, start=1):
                if not goal.objective.startswith(f"{aim}."):
                    continue
                yield from self._goal(place, goal)
                for activity in goal.activities:
                    number += 1
                    yield from self._cost(place, goal, activity)

    def _pair(self, label: str, number: object, value: str, width: int) -> list[str]:
        name, _, before = label.format(number).partition("|")
        return _wide([name, before + value], width)

    def _goal(self, number: int, goal: Goal) -> Iterator[Row]:
        p, style = self.programme, self.style
        years = len(p.columns) + style.unit_column
        width = 2 + max(years, 3) + style.pad
        yield from self._title(GOAL_HEADINGS, 2 * number - 1)
        aim = int(goal.objective.partition(".")[0])
        objective = dict(p.objectives)[goal.objective]
        yield _wide(["İdare Adı" + style.colon, p.institution], width)
        yield self._pair(self.labels[0], aim, p.aims[aim - 1], width)
        yield self._pair(self.labels[1], goal.objective, objective, width)
        yield self._pair(self.labels[2], number, goal.statement, width)
        yield _wide(["Açıklamalar:", goal.note], width)
        yield from self._year_head(width)
        for place, indicator in enumerate(goal.indicators, start=1):
            name = indicator.name if style.unit_column else f"{indicator.name} ({indicator.unit})"
            unit = [indicator.unit] if style.unit_column else []
            row = [str(place), name, *unit, *indicator.figures]
            yield from self._wrapped(_wide(row, width))
            yield _wide(["Açıklamalar:", indicator.note], width)
            if style.heads_again and place == 1:
                yield from self._year_head(width)
        last = width - 3
        yield _wide(["Faaliyetler", *[""] * (last - 1), self._need()], width)
        yield from self._caption()
        order = self._funds()
        yield [*[""] * (width - len(order)), *(label for label, _ in order)]
        for place, activity in enumerate(goal.activities, start=1):
            money = [self._money(getattr(activity, kind)) for _, kind in order]
            row = [str(place), activity.name, *[""] * (width - len(order) - 2), *money]
            yield from self._wrapped(row)
        money = [self._money(goal.sum(kind)) for _, kind in order]
        yield ["Genel Toplam", *[""] * (width - len(order) - 1), *money]
        yield ""

    def _need(self) -> str:
        return f"Kaynak İhtiyacı {self.programme.year}{unit_of_money(self.style)}"

    def _caption(self) -> Iterator[Row]:
        if self.style.money == "thousands in a caption":
            yield "(Bin TL)"

    def _funds(self) -> list[tuple[str, str]]:
        funds = [("Bütçe", "budget"), ("Bütçe Dışı", "off_budget"), ("Toplam", "total")]
        funds = [funds[place] for place in self.style.column_orders]
        return (
            funds if self.programme.has_off_budget else [f for f in funds if f[1] != "off_budget"]
        )

    def _money(self, kurus: int | None) -> str:
        return "" if kurus is None else amount(kurus, self.style)

    def _title(self, headings: tuple[str, ...], number: int) -> Iterator[Row]:
        title = headings[self.style.headings % len(headings)]
        yield f"Tablo {number}: {title}" if self.style.numbered_tables else title

    def _year_head(self, width: int) -> Iterator[Row]:
        style = self.style
        years = [str(year) for year, _ in self.programme.columns]
        kinds = [_pick(WORDS[kind], style.words) for _, kind in self.programme.columns]
        unit = ["Ölçü Birimi"] if style.unit_column else []
        if not style.two_lines:
            heads = [f"{year} {kind}" for year, kind in zip(years, kinds, strict=True)]
            yield _wide(["Performans Göstergeleri", "", *unit, *heads], width)
            return
        first, second = (kinds, years) if style.kinds_first else (years, kinds)
        yield _wide(["", "Performans Göstergeleri", *unit, *first], width)
        yield _wide(["", "", *([""] if unit else []), *second], width)

    def _wrapped(self, row: list[str]) -> Iterator[Row]:
        """A row whose name goes on in the line below, where the style wraps names."""
        name, _, rest = row[1].rpartition(" ")
        if not self.style.wrapped or not name or not rest[0].isalpha():
            yield row
            return
        yield [row[0], name, *row[2:]]
        yield _wide(["", rest], len(row))

    def _cost(self, number: int, goal: Goal, activity: Activity) -> Iterator[Row]:
        p, style = self.programme, self.style
        yield from self._title(COST_HEADINGS, 2 * number)
        yield ["İdare Adı" + style.colon, p.institution, ""]
        yield self._pair(self.labels[2], number, goal.statement, 3)
        yield ["Faaliyet Adı" + style.colon, activity.name, ""]
        units = style.between_units.join(activity.units)
        yield ["Sorumlu Harcama Birimi" + style.colon, units, ""]
        yield ["Açıklamalar:", activity.note, ""]
        yield from self._caption()
        yield ["Ekonomik Kod", "", f"{p.year}{unit_of_money(style)}"]
        for code, kurus in activity.costs:
            name = CODES[code[:2]]
            cells = [f"{code} {name}", ""] if style.one_cell_codes else [code, name]
            yield [*cells, self._money(kurus)]
        yield ["Toplam Bütçe Kaynak İhtiyacı", "", self._money(activity.budget)]
        for place, (name, kurus) in enumerate(
            zip(SOURCES.values(), activity.sources, strict=bool(activity.sources))
        ):
            yield ["Bütçe Dışı Kaynak" if not place else "", name, self._money(kurus)]
        if activity.sources:
            yield ["Toplam Bütçe Dışı Kaynak İhtiyacı", "", self._money(activity.off_budget)]
        yield from (["Toplam Kaynak İhtiyacı", "", self._money(activity.total)], "")

    def _2_4(self) -> Iterator[Row]:
        p = self.programme
        funds = [(label.replace("Bütçe", "Bütçe İçi") if kind == "budget" else label, kind)
                 for label, kind in self._funds()]  # fmt: skip
        whole = self.whole()
        yield from self._caption()
        unit = "Bin TL" if self.style.money == "thousands" else "TL"
        if self.style.money == "thousands in a caption":
            unit = "Tutar"
        heads = [cell for label, _ in funds for cell in (label, "")]
        yield ["Performans Hedefi", "Faaliyet", "Açıklamalar", *heads]
        yield ["", "", "", *[cell for _ in funds for cell in (unit, "Pay")]]

        def row(*names: str, **amounts: int | None) -> list[str]:
            cells = [c for _, kind in funds for c in self._shared(amounts[kind], whole[kind])]
            return [*names, *cells]

        number = 0
        for place, goal in enumerate(p.goals, start=1):
            yield row(str(place), "", goal.statement, **{k: goal.sum(k) for _, k in funds})
            for activity in goal.activities:
                number += 1
                amounts = {kind: getattr(activity, kind) for _, kind in funds}
                yield row("", str(number), activity.name, **amounts)
        for label, amounts in self.totals():
            yield row(label, "", "", **amounts)

    def totals(self) -> Iterator[tuple[str, dict[str, int | None]]]:
        """The last four lines of table 2.4."""
        goals = {kind: _add(goal.sum(kind) for goal in self.programme.goals)
                 for _, kind in self._funds()}  # fmt: skip
        general = sum(kurus for _, kurus in self.programme.administration)
        nothing = {
            "budget": 0,
            "off_budget": 0 if self.programme.has_off_budget else None,
            "total": 0,
        }
        yield "Performans Hedefleri Maliyetleri Toplamı", goals
        yield "Genel Yönetim Giderleri", {**nothing, "budget": general, "total": general}
        yield "Diğer İdarelere Transfer Edilecek Kaynaklar Toplamı", nothing
        yield "Genel Toplam", self.whole()

    def whole(self) -> dict[str, int | None]:
        """The grand totals."""
        general = sum(kurus for _, kurus in self.programme.administration)
        sums = {kind: _add(goal.sum(kind) for goal in self.programme.goals)
                for _, kind in self._funds()}  # fmt: skip
        return {k: v if k == "off_budget" or v is None else v + general for k, v in sums.items()}

    def _shared(self, part: int | None, whole: int | None) -> list[str]:
        return [self._money(part), str(share(part, whole)).replace(".", ",")]

    def _2_5(self) -> Iterator[Row]:
        yield from self._caption()
        heads = list(HEAD_25)
        if self.style.money == "thousands":
            heads[-1] += " (Bin TL)"
        yield ["Bütçe Kaynak İhtiyacı", "Ekonomik Kod", "", *heads]
        for label, amounts in self.needs():
            yield [*label, *map(self._money, amounts)]

    def needs(self) -> Iterator[tuple[list[str], list[int]]]:
        """The lines of table 2.5: label and the four amounts."""
        p = self.programme
        general = dict(p.administration)
        activities = [activity for _, activity in p.activities()]
        for code, name in CODES.items():
            sum_of = sum(activity.firsts.get(code, 0) for activity in activities)
            yield ["", code, name], _line(sum_of, general.get(code, 0))
        budget = sum(activity.budget for activity in activities)
        yield ["Toplam Bütçe Kaynak İhtiyacı", "", ""], _line(budget, sum(general.values()))
        off_budget = 0
        if p.has_off_budget:
            for place, name in enumerate(SOURCES.values()):
                source = sum(activity.sources[place] for activity in activities)
                off_budget += source
                label = ["Bütçe Dışı Kaynak" if not place else "", name, ""]
                yield label, _line(source, 0)
            yield ["", "Toplam Bütçe Dışı Kaynak İhtiyacı", ""], _line(off_budget, 0)
        total = _line(budget + off_budget, sum(general.values()))
        yield ["Toplam Kaynak İhtiyacı", "", ""], total

    def _2_6(self) -> Iterator[Row]:
        yield ["PERFORMANS HEDEFİ", "", "FAALİYETLER", "SORUMLU BİRİMLER"]
        for number, goal in enumerate(self.programme.goals, start=1):
            for place, activity in enumerate(goal.activities):
                label = self._pair(self.labels[5], number, goal.statement, 2)
                before = label if not place else ["", ""]
                yield [*before, activity.name, self.style.between_units.join(activity.units)]


def share(part: int | None, whole: int | None) -> Decimal | str:
    """A share of table 2.4 in per cent; empty where the amount isn't printed."""
    if part is None:
        return ""
    if not whole:
        return Decimal("0.00")
    return (Decimal(part) * 100 / whole).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _line(activities: int, general: int) -> list[int]:
    return [activities, general, 0, activities + general]


def _add(values: Iterator[int | None]) -> int | None:
    stated = list(values)
    return None if None in stated else sum(value for value in stated if value is not None)


def _wide(cells: list[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]


def _pick(words: tuple[str, ...], number: int) -> str:
    return words[number % len(words)]
