"""Performans hedefi: what stands below the money and the results."""

from __future__ import annotations

import csv
from html import escape

from tests.app.conftest import RunPage, html_of
from tests.support.datasets import KAYSERI


def test_notes_on_activities_stand_below_their_lines(run_page: RunPage) -> None:
    with (KAYSERI / "activities.csv").open(encoding="utf-8", newline="") as file:
        (row,) = (row for row in csv.DictReader(file) if row["activity"] == "5")
    assert row["note"]
    html = html_of(run_page("hedef", hedef=row["goal"]))
    heading, note = "5. faaliyetin notu", escape(row["note"])
    assert f'<div class="kh-note"><h3>{heading}</h3><p>{note}</p></div>' in html
