"""What goes on from one programme to the next: what was judged, and what needs no judgement."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kbb_data.succession import Judged, Link, holds_by_itself, links

EARLIER = {"1.1": "Yolcu sayısı", "1.2": "Durak sayısı", "2.1": "Yol (km)"}
NEWER = {"1.1": "YOLCU SAYISI", "1.2": "Otobüs sayısı", "2.2": "Yol (km)"}
MOVED = Judged("2.1", "Yol (km)", "2.2", "Yol (km)", "same", "Yeri değişti.")


def test_the_same_code_and_name_need_no_judgement_in_one_form() -> None:
    found, stale = links("indicator", EARLIER, NEWER, [MOVED], is_one_form=True)
    assert found == (Link("2.1", "2.2", "same", "Yeri değişti."), Link("1.1", "1.1", "same"))
    assert stale == ()


def test_across_the_forms_only_judgements_link() -> None:
    found, _ = links("indicator", EARLIER, NEWER, [MOVED], is_one_form=False)
    assert [link.earlier for link in found] == ["2.1"]


@pytest.mark.parametrize(
    "judged",
    [Judged("1.1", "Yolcu sayısı", "", "", "gone", "x"), Judged("", "", "1.1", "x", "new", "x")],
)
def test_a_judgement_of_either_side_goes_before_what_holds_by_itself(judged: Judged) -> None:
    found, _ = links("indicator", EARLIER, NEWER, [judged], is_one_form=True)
    assert [(link.earlier, link.newer) for link in found] == [(judged.earlier, judged.newer)]


@pytest.mark.parametrize("change", [{"earlier": "9.9"}, {"earlier_name": "Yol"}])
def test_a_judgement_that_the_earlier_programme_contradicts_links_nothing(
    change: dict[str, str],
) -> None:
    stale = replace(MOVED, **change)
    assert links("indicator", EARLIER, NEWER, [stale], is_one_form=True) == (
        (Link("1.1", "1.1", "same"),),
        (stale,),
    )


def test_what_a_stale_judgement_names_does_not_hold_by_itself_either() -> None:
    stale = Judged("1.1", "Başka", "1.1", "YOLCU SAYISI", "renamed", "x")
    assert links("indicator", EARLIER, NEWER, [stale], is_one_form=True) == ((), (stale,))


def test_units_are_the_same_by_their_key_alone() -> None:
    assert holds_by_itself("unit", False, "Fen İşleri", "Fen İşleri Dairesi")
    assert not holds_by_itself("activity", False, "Yol", "Yol")
    assert not holds_by_itself("activity", True, "Yol", "Köprü")
