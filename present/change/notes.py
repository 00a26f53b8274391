"""What a reader must know to read the figures of several years rightly, in sentences."""

from __future__ import annotations

from itertools import pairwise

from kbb_data import prices
from present.change import words
from present.change.choices import ChangeChoices
from present.change.entries import base, measures, pair, priced, programmes
from present.change.model import Measure
from present.change.plans import counted
from present.kit.keep import keep
from present.kit.setting import Setting
from present.kit.text import t


@keep(64)
def notes(setting: Setting, choices: ChangeChoices) -> tuple[str, ...]:
    """What amounts are, how rows are matched, what prices and residents rest on, and what can't be
    told; only what applies."""
    said = [t("change.note_plan"), t("change.note_matched")]
    said += [
        t("change.note_forms", first=earlier.year, second=later.year)
        for earlier, later in pairwise(setting.years)
        if earlier.form != later.form
    ]
    years = programmes(setting)
    known = prices.committed()
    if len(priced(setting)) > 1:
        in_prices_of = base(setting, choices, pair(setting, choices))
        said.append(t("change.note_prices", base=in_prices_of))
        unfinished = words.partly(known, (*priced(setting), in_prices_of or 0))
        said += [t("change.note_partly", **told) for told in unfinished.values()]
        untold = [year for year in years if year not in priced(setting)]
        if untold:
            said.append(t("change.note_untold_prices", years=words.listed(untold)))
    else:
        said.append(t("change.note_no_prices", last=max(known.years)))
    if Measure.PER_HEAD in measures(setting):
        people = words.counts_words(counted(setting), years)
        said.append(t("change.note_people", people=people))
    else:
        said.append(t("change.note_no_people"))
    return tuple(said)
