"""Council: who sits on a committee, and how many do."""

from __future__ import annotations

from collections import Counter

from kbb_data.checking import rules
from kbb_data.checking.run import Run
from kbb_data.reading.wording import alike, letters
from kbb_data.rows import Row
from kbb_data.turkish import fold, slug

_LEGAL_COMMITTEE = (5, 9)


def committee_members(run: Run) -> None:
    """Committees, officers and the elected executive committee are members of the council."""
    council = {letters(row["name"]) for row in run.rows("council_members")}
    for row in run.rows("committees"):
        run.compared += 1
        if letters(row["name"]) not in council:
            _stranger(
                run, f"committee.{row['source_line']}.{slug(row['name'])}", row, row["committee"]
            )
    for row in run.rows("council_officers"):
        run.compared += 1
        if letters(row["name"]) not in council:
            _stranger(run, f"officer.{row['position']}", row, row["role"])
    for row in run.rows("executive_committee"):
        if fold(row["role"]) == "encumen uyesi":
            run.compared += 1
            if letters(row["name"]) not in council:
                _stranger(run, f"executive.{row['position']}", row, row["role"])
    sizes = Counter(row["committee"] for row in run.rows("committees"))
    low, high = _LEGAL_COMMITTEE
    for committee, size in sizes.items():
        run.compared += 1
        if not low <= size <= high:
            row = next(row for row in run.rows("committees") if row["committee"] == committee)
            run.find(
                f"size.{slug(committee)}",
                row,
                f"{committee} (satır {row['source_line']})",
                "Büyükşehir Belediyesi Kanunu komisyonlar için en az beş, en çok dokuz üye "
                "öngörüyor.",
                kind=rules.QUESTION,
                stated=str(size),
                computed=f"{low}-{high}",
                unit="kişi",
            )


def _stranger(run: Run, key: str, row: Row, body: str) -> None:
    near = next(
        (
            member["name"]
            for member in run.rows("council_members")
            if alike(member["name"], row["name"])
        ),
        "",
    )
    run.find(
        key,
        row,
        f"{body} (satır {row['source_line']})",
        "Bu kişi meclis üyeleri listesinde yok."
        if not near
        else "Bu kişinin adı meclis üyeleri listesinde farklı yazılmış.",
        kind=rules.kind_of_words(row["name"], near) if near else rules.DISAGREES,
        stated=row["name"],
        computed=near,
    )
