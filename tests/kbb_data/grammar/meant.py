"""A small programme as it is meant, drawn by hypothesis: what it says, not how it is printed.

Money is whole kuruş. Names are far enough apart that none can be taken for another.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

INSTITUTIONS = ("KAVAKLI BELEDİYESİ", "IĞDIRLIK BÜYÜKŞEHİR BELEDİYESİ")
HEADINGS = ("ŞEHİRCİLİK HİZMETLERİ YÖNETİMİ", "KÜLTÜR VE SPOR YÖNETİMİ", "ÇEVRE YÖNETİMİ")
AIMS = ("Yaşanır bir şehir kurmak.", "Kültürü herkese ulaştırmak.", "Doğayı korumak ve onarmak.")
OBJECTIVES = (
    "Planlı yapılaşmayı sağlamak.", "Kütüphaneleri büyütmek.", "Atığı kaynağında ayırmak.",
    "Yolları güvenli kılmak.", "Sporu yaygınlaştırmak.", "Dereleri temiz tutmak.",
)  # fmt: skip
GOALS = (
    "İmar planlarını yenilemek.", "Okuru çoğaltmak.", "Geri kazanımı artırmak.",
    "Köy yollarını asfaltlamak.", "Gençleri spora kazandırmak.", "Suyu arıtarak geri vermek.",
)  # fmt: skip
INDICATORS = (
    ("Yenilenen plan sayısı", "adet"), ("Ödünç verilen kitap", "adet"), ("Toplanan cam", "ton"),
    ("Asfaltlanan köy yolu", "km"), ("Kursa katılan genç", "kişi"), ("Arıtılan suyun payı", "%"),
    ("Dikilen fidan", "adet"), ("Sonuçlanan başvuru oranı", "%"),
    ("Bakımı yapılan park alanı", "ha"), ("Taranan dere yatağı", "km"),
)  # fmt: skip
ACTIVITIES = (
    "Revizyon planları yapma faaliyeti", "Kitap alım faaliyeti", "Cam kumbarası yerleştirme işi",
    "Sathi kaplama faaliyeti", "Yaz spor okulları", "Arıtma tesisi işletme faaliyeti",
    "Fidan dikim seferberliği", "Şikâyet masası hizmetleri", "Park bakım ve onarım faaliyeti",
    "Dere ıslahı yapım işi", "Okuma şenliği düzenleme", "Tarihî köprü onarımı",
)  # fmt: skip
SPENDING_UNITS = (
    "İmar ve Şehircilik Daire Başkanlığı", "Fen İşleri Daire Başkanlığı",
    "Park ve Bahçeler Daire Başkanlığı", "Kültür ve Sosyal İşler Müdürlüğü",
    "Temizlik İşleri Müdürlüğü",
)  # fmt: skip
NOTES = ("", "", "Kış gelmeden bitecektir.", "Vatandaşların talepleri.")
CODES = {
    "01": "Personel Giderleri", "02": "SGK Devlet Primi Giderleri",
    "03": "Mal ve Hizmet Alım Giderleri", "04": "Faiz Giderleri", "05": "Cari Transferler",
    "06": "Sermaye Giderleri", "07": "Sermaye Transferleri", "08": "Borç Verme",
    "09": "Yedek Ödenekler",
}  # fmt: skip
SOURCES = {
    "revolving_fund": "Döner Sermaye", "other_domestic": "Diğer Yurt İçi", "foreign": "Yurt Dışı",
}  # fmt: skip


@dataclass(frozen=True)
class Indicator:
    """``figures``: what each of the programme's columns prints."""

    name: str
    unit: str
    figures: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Activity:
    """``costs``: code as printed, amount; ``sources`` is empty in a programme without them."""

    name: str
    units: tuple[str, ...]
    costs: tuple[tuple[str, int], ...]
    sources: tuple[int, ...]
    note: str

    @property
    def firsts(self) -> dict[str, int]:
        """What it costs under each first-level code: as printed, else what its parts add up to."""
        sums: dict[str, int] = {}
        whole = {code for code, _ in self.costs if len(code) == 2}
        for code, amount in self.costs:
            if code in whole or code[:2] not in whole:
                sums[code[:2]] = sums.get(code[:2], 0) + amount
        return sums

    @property
    def budget(self) -> int:
        return sum(self.firsts.values())

    @property
    def off_budget(self) -> int | None:
        return sum(self.sources) if self.sources else None

    @property
    def total(self) -> int:
        return self.budget + (self.off_budget or 0)


@dataclass(frozen=True)
class Goal:
    objective: str
    statement: str
    note: str
    indicators: tuple[Indicator, ...]
    activities: tuple[Activity, ...]

    def sum(self, kind: str) -> int | None:
        """Its activities' ``budget``, ``off_budget`` or ``total``."""
        amounts = [getattr(activity, kind) for activity in self.activities]
        return None if None in amounts else sum(amounts)


@dataclass(frozen=True)
class Programme:
    """``columns``: year and kind of each column of figures; ``objectives``: code, statement;
    ``administration``: the general administration's amount by code."""

    year: int
    institution: str
    columns: tuple[tuple[int, str], ...]
    headings: tuple[str, ...]
    aims: tuple[str, ...]
    objectives: tuple[tuple[str, str], ...]
    goals: tuple[Goal, ...]
    administration: tuple[tuple[str, int], ...]
    has_off_budget: bool
    lacks: frozenset[str] = field(default_factory=frozenset)

    def activities(self) -> list[tuple[int, Activity]]:
        """Each activity with its goal's number."""
        return [(n, each) for n, goal in enumerate(self.goals, start=1) for each in goal.activities]


def _columns(year: int) -> st.SearchStrategy[tuple[tuple[int, str], ...]]:
    others = (
        (year - 3, "actual"), (year - 2, "actual"), (year - 1, "planned"), (year - 1, "estimate"),
        (year - 1, "half_year_actual"), (year - 1, "year_end_estimate"), (year + 1, "forecast"),
        (year + 2, "forecast"),
    )  # fmt: skip
    return (
        st.lists(st.sampled_from(others), min_size=1, max_size=7, unique=True)
        .flatmap(lambda chosen: st.permutations([*chosen, (year, "target")]))
        .map(tuple)
    )


def _figure() -> st.SearchStrategy[str]:
    return st.one_of(
        st.integers(1, 9_999_999).map(lambda n: f"{n:,}".replace(",", ".")),
        st.integers(1, 999).map(lambda n: f"{n},5"),
        st.just("-"),
        st.integers(2000, 2099).map(str),
    )


@st.composite
def _costs(draw: st.DrawFn, step: int, has_levels: bool) -> tuple[tuple[str, int], ...]:
    codes = draw(st.lists(st.sampled_from(sorted(CODES)[:7]), min_size=1, max_size=3, unique=True))
    costs: list[tuple[str, int]] = []
    for code in sorted(codes):
        # Now and then a correction of the year before, below zero.
        amount = draw(st.one_of(st.integers(10, 400_000), st.integers(-9, -1))) * step
        parts = draw(st.integers(0, 3)) if has_levels else 0
        if not parts:
            costs.append((code, amount))
            continue
        pieces = [draw(st.integers(1, 9_000)) * step for _ in range(parts)]
        if draw(st.booleans()):
            costs.append((code, sum(pieces)))
        costs += [(f"{code}.{n}", piece) for n, piece in enumerate(pieces, start=1)]
    return tuple(costs)


@st.composite
def programmes(draw: st.DrawFn, step: int) -> Programme:
    """A consistent programme whose amounts are multiples of ``step`` kuruş."""
    year = draw(st.integers(2012, 2031))
    columns = draw(_columns(year))
    has_off_budget, has_levels = draw(st.booleans()), draw(st.booleans())
    aims = draw(st.integers(1, 3))
    objectives = []
    for aim in range(1, aims + 1):
        for number in range(1, draw(st.integers(1, 2)) + 1):
            objectives.append((f"{aim}.{number}", OBJECTIVES[len(objectives)]))
    activities, indicators = (
        iter(draw(st.permutations(names))) for names in (ACTIVITIES, INDICATORS)
    )
    goals = []
    for code, _ in objectives[:4]:
        goals.append(
            Goal(
                code,
                GOALS[len(goals)],
                draw(st.sampled_from(NOTES)),
                tuple(
                    Indicator(
                        *next(indicators),
                        tuple(draw(_figure()) for _ in columns),
                        draw(st.sampled_from(NOTES)),
                    )
                    for _ in range(draw(st.integers(1, 2)))
                ),
                tuple(
                    Activity(
                        next(activities),
                        tuple(
                            draw(
                                st.lists(
                                    st.sampled_from(SPENDING_UNITS),
                                    min_size=1, max_size=2, unique=True,
                                )
                            )
                        ),
                        draw(_costs(step, has_levels)),
                        tuple(draw(st.sampled_from((0, 0, 7))) * step * 100 for _ in SOURCES)
                        if has_off_budget
                        else (),
                        draw(st.sampled_from(NOTES)),
                    )
                    for _ in range(draw(st.integers(1, 3)))
                ),
            )
        )  # fmt: skip
    return Programme(
        year,
        draw(st.sampled_from(INSTITUTIONS)),
        columns,
        HEADINGS[:aims],
        AIMS[:aims],
        tuple(objectives[:4]),
        tuple(goals),
        (
            ("03", draw(st.integers(50_000, 90_000)) * step),
            ("09", draw(st.integers(1, 900)) * step),
        ),
        has_off_budget,
        frozenset(draw(st.sets(st.sampled_from(LACKING)))),
    )


#: What a programme may lack: sections, the council within 1.2, the district within 1.3.
LACKING = ("1.2", "1.3", "1.5", "2.6", "council", "district")
