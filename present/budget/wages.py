"""Where the wages of the institution's staff stand, and what other amounts therefore leave out.

Which activity pays them, and which units work for the whole institution, is judged
(``names.toml``); all amounts are the document's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from present.budget.model import BUDGET, share, total
from present.kit import writing
from present.kit.keep import keep
from present.kit.setting import Setting
from present.kit.text import t
from present.kit.writing import is_stated, share_text

#: The code of the statutory classification under which wages stand.
PERSONNEL = "01"


@dataclass(frozen=True, slots=True)
class Wages:
    """The activity that pays the staff: its number, its unit's key and name, its money by economic
    code in kuruş; ``code_kurus`` is what all cost tables have under the personnel code, ``staff``
    how many people the document names (``None`` for not stated); ``reason``: why it is read so."""

    activity: int
    unit: str
    unit_name: str
    by_code: tuple[tuple[str, int], ...]
    code_kurus: int
    amount_kurus: int
    programme_kurus: int | None
    staff: int | None
    reason: str

    @property
    def codes(self) -> dict[str, int]:
        """What stands under each economic code, where anything does."""
        return dict(self.by_code)


def wages(setting: Setting) -> Wages | None:
    """Where the wages stand; ``None`` where nobody judged that, or no code has them."""
    return _wages(setting.bare)


@keep(8)
def _wages(setting: Setting) -> Wages | None:
    activities, lines, staff = setting.frame("activities"), setting.lines, setting.frame("staff")
    judged = activities[[is_stated(reason) for reason in activities["wages"]]]
    if judged.empty:
        return None
    row = judged.iloc[0]
    own = lines[(lines["activity"] == row["activity"]) & (lines["fund"] == BUDGET)]
    stated = own[own["amount_kurus"].fillna(0) > 0]
    by_code = tuple(
        (str(code), int(amount))
        for code, amount in zip(stated["line"], stated["amount_kurus"], strict=True)
    )
    if PERSONNEL not in dict(by_code):
        return None
    return Wages(
        int(row["activity"]),
        str(row["spending_unit"]),
        str(row["unit_name"]),
        by_code,
        personnel(lines),
        sum(amount for _, amount in by_code),
        setting.totals.total_kurus,
        int(staff["total"].sum()) if len(staff) and staff["total"].notna().all() else None,
        str(row["wages"]),
    )


def personnel(lines: pd.DataFrame) -> int:
    """What budget lines have under the personnel code."""
    own = lines[(lines["line"] == PERSONNEL) & (lines["fund"] == BUDGET)]
    return total(own["amount_kurus"]) or 0


def where(wages: Wages) -> str:
    """That the document does not split wages by unit, and where they stand."""
    return t(
        "budget.wages_where",
        code=writing.money(wages.code_kurus),
        amount=writing.money(wages.codes[PERSONNEL]),
        activity=wages.activity,
        unit=wages.unit_name,
    )


def of_unit(wages: Wages, name: str, lines: pd.DataFrame) -> str:
    """What the amount of a unit of that name leaves out; ``lines`` are the unit's."""
    own = personnel(lines)
    key = "budget.wages_unit_some" if own else "budget.wages_unit_none"
    return " ".join((t(key, unit=name, amount=writing.money(own)), where(wages)))


def of_part(wages: Wages, lines: pd.DataFrame) -> str:
    """What the amount of a part of the programme holds of the wages; ``lines`` are the part's."""
    if (lines["activity"] == wages.activity).any():
        return inside(wages)
    own = personnel(lines)
    key = "budget.wages_part_some" if own else "budget.wages_part_none"
    return " ".join((t(key, amount=writing.money(own)), where(wages)))


def inside(wages: Wages) -> str:
    """That the wages of the whole institution are in the amount, by code, and what the document
    does not say of them."""
    parts = [
        t(
            "budget.wages_inside",
            activity=wages.activity,
            amount=writing.money(wages.amount_kurus),
            codes=_listed(wages, wages.codes),
        ),
        t("budget.wages_companies"),
    ]
    if wages.staff is not None:
        parts.insert(1, t("budget.wages_divided", staff=writing.number(wages.staff)))
    return " ".join(parts)


def shares(wages: Wages) -> str:
    """The two numbers for personnel side by side: the code's share and the activity's."""
    return t(
        "budget.wages_shares",
        code_share=share_text(share(wages.code_kurus, wages.programme_kurus)),
        code=writing.money(wages.code_kurus),
        activity=wages.activity,
        activity_share=share_text(share(wages.amount_kurus, wages.programme_kurus)),
        amount=writing.money(wages.amount_kurus),
    )


def of_codes(wages: Wages, codes: Iterable[str]) -> str:
    """How much of each of these economic codes stands in the activity that pays the staff; empty
    where nothing does."""
    held = sorted(set(codes) & set(wages.codes))
    if not held:
        return ""
    return t("budget.wages_codes", activity=wages.activity, codes=_listed(wages, held))


def _listed(wages: Wages, codes: Iterable[str]) -> str:
    return ", ".join(
        t("budget.wages_of_code", code=code, amount=writing.money(wages.codes[code]))
        for code in codes
    )


def serving(name: str, reason: str) -> str:
    """That a unit works for the whole institution, with the judged reason."""
    return t("budget.wages_serves", unit=name, reason=reason)


def judged(wages: Wages) -> str:
    """Why the wages are read to stand in the activity."""
    return t("budget.wages_judged", reason=wages.reason)
