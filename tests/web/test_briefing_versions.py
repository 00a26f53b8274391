"""What a briefing's answer rests on: tag, day and version change with every dataset that it looks
at, and with no other."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from starlette.testclient import TestClient

from db import load
from kbb_data.publishing import changes
from kbb_data.rows import Tables
from present.figures.setting import date_of_years
from present.opendata.source import Edition, Library
from tests.support import years
from tests.support.datasets import changed, with_ties
from tests.support.pdf import pages
from tests.web.conftest import client_of

#: The middle year's briefings; those of a district look at no other year.
OF_YEARS = ("amac/1", "birim/fen-isleri", "komisyon/cevre-komisyonu",
            "komisyon/plan-ve-butce-komisyonu")  # fmt: skip
OF_ONE = "ilce/goguslu"
OWN = "yil=2025&kurum=camliova-buyuksehir-belediyesi"


class Served:
    """The routes over three years and another institution, whose datasets can be replaced."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.datasets: dict[Any, Path] = {**years.built(folder / "years")}
        self.datasets["other"] = with_ties(folder / "other")
        self.url = years.loaded(self.datasets, folder / "served.sqlite")
        self.client: TestClient = client_of(self.url)

    def replace(self, which: Any, change: Callable[[Tables], Any]) -> None:
        """Load a dataset as ``change`` alters it."""
        count = sum(1 for _ in self.folder.glob("changed-*"))
        folder = changed(self.datasets[which], self.folder / f"changed-{count}", change)
        load.build(folder, self.url)

    def restore(self, which: Any) -> None:
        load.build(self.datasets[which], self.url)

    def get(self, name: str, **headers: str) -> Any:
        return self.client.get(f"/brifing/{name}.pdf?{OWN}", headers=headers)

    def tags(self) -> dict[str, str]:
        answers = {name: self.get(name) for name in (*OF_YEARS, OF_ONE)}
        assert {answer.status_code for answer in answers.values()} == {200}
        return {name: answer.headers["etag"] for name, answer in answers.items()}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Served:
    return Served(tmp_path_factory.mktemp("briefings-versions"))


def result(tables: Tables) -> None:
    """Another reason of the first deviation that a document of results gives."""
    row = next(row for row in tables["indicator_results"] if row["deviation_reason"])
    row["deviation_reason"] = "Bambaşka bir neden."


def wording(tables: Tables) -> None:
    """Another wording of the first aim."""
    tables["aims"][0]["statement"] += " Yeniden yazıldı."


def party(tables: Tables) -> None:
    """Another party of every member, which a district's briefing prints."""
    for row in tables["council_members"]:
        row["party"] = "BAŞKA PARTİ"


@pytest.mark.parametrize(
    ("which", "change", "of_years", "of_one"),
    [
        (2024, result, True, False),
        (2026, result, True, False),
        (2024, party, True, False),
        (2026, party, True, False),
        (2025, party, True, True),
        ("other", party, False, False),
    ],
)
def test_the_tag_changes_with_what_the_briefing_rests_on_and_with_nothing_else(
    served: Served, which: Any, change: Callable[[Tables], Any], of_years: bool, of_one: bool
) -> None:
    before = served.tags()
    served.replace(which, change)
    try:
        after = served.tags()
        assert {name: after[name] != before[name] for name in before} == {
            **dict.fromkeys(OF_YEARS, of_years), OF_ONE: of_one,
        }  # fmt: skip
        for name, tag in before.items():
            status = 200 if after[name] != tag else 304
            assert served.get(name, **{"If-None-Match": tag}).status_code == status
    finally:
        served.restore(which)
    assert served.tags() == before


def test_an_earlier_years_result_is_said_anew(served: Served) -> None:
    served.replace(2024, result)
    try:
        text = " ".join(pages(served.get("amac/1").content)[1].replace("-\n", "").split())
        assert "Bambaşka bir neden." in text
    finally:
        served.restore(2024)


def test_the_version_names_all_years_or_its_own(served: Served) -> None:
    versions = {name: served.get(name).headers["dataset-version"] for name in (*OF_YEARS, OF_ONE)}
    assert [version[:4] for version in versions["amac/1"].split(", ")] == ["2024", "2025", "2026"]
    assert len({versions[name] for name in OF_YEARS}) == 1
    assert versions[OF_ONE] == versions["amac/1"].split(", ")[1]


def test_the_day_is_that_of_the_newest_of_what_it_rests_on(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = {2024: datetime.date(2026, 3, 4), 2025: datetime.date(2026, 1, 2),
            2026: datetime.date(2026, 2, 3)}  # fmt: skip
    monkeypatch.setattr(
        changes, "changes", lambda year, institution: [SimpleNamespace(date=days[year])]
    )
    for name in OF_YEARS:
        assert served.get(name).headers["last-modified"] == "Wed, 04 Mar 2026 00:00:00 GMT"
    assert served.get(OF_ONE).headers["last-modified"] == "Fri, 02 Jan 2026 00:00:00 GMT"


def test_a_draft_does_not_take_the_day_from_what_is_published() -> None:
    """A draft has no day, and nothing that is published rests on it."""

    def edition(year: int, date: datetime.date | None) -> Any:
        return SimpleNamespace(year=year, institution="OVA", date=date, is_draft=date is None)

    published, draft = edition(2025, datetime.date(2026, 1, 2)), edition(2026, None)
    library = cast(Library, SimpleNamespace(editions=lambda: (draft, published)))
    assert date_of_years(library, cast(Edition, published)) == datetime.date(2026, 1, 2)
    assert date_of_years(library, cast(Edition, draft)) is None
