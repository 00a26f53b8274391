"""What this visit's figures are made from."""

from __future__ import annotations

from pages.parts import chrome, controls, data
from present.kit.setting import Setting


def here() -> Setting:
    """This visit's programme, scheme and addresses, with cached answers. Raises
    ``EmptyDatabase``."""
    programme = data.programme()
    return Setting(
        programme.year,
        programme.institution,
        programme.dataset_sha256,
        programme.version,
        chrome.is_dark(),
        data.frame,
        data.totals,
        controls.link,
    )
