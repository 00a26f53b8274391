"""What a client likes best, by what it sends."""

from __future__ import annotations

import pytest

from present.opendata.negotiation import liked

MEDIA = ("application/json", "text/csv", "application/vnd.apache.parquet")
JSON, CSV, PARQUET = MEDIA


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("text/csv", CSV),
        ("Text/CSV;Header=present", CSV),
        ("text/*", CSV),
        ("application/*", JSON),
        ("application/vnd.apache.parquet", PARQUET),
        # What a browser, a data frame's library and a JavaScript library send.
        ("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", JSON),
        ("application/json, text/xml, application/xml, */*", JSON),
        ("application/json, text/javascript, */*; q=0.01", JSON),
        ("text/csv, */*", CSV),
        ("text/csv;q=0.5, application/json;q=0.4", CSV),
        ("application/json;q=0.4, text/csv;q=0.50", CSV),
        ("text/csv, application/json", CSV),
        ("application/json, text/csv", JSON),
        ("text/csv;q=0.9, */*;q=0.1", CSV),
        # The most exact part says what a type weighs, wherever it stands.
        ("text/*;q=1, text/csv;q=0, application/json;q=0.1", JSON),
        ("application/json;q=0, */*", CSV),
        ("text/html", None),
        ("*/*;q=0", None),
        ("text/csv;q=0", None),
        # What is no weight makes its part void; where nothing is left nothing was asked for.
        ("text/csv;q=2, application/json;q=0.1", JSON),
        ("text/csv;q=x", JSON),
        (",, ;", JSON),
    ],
)
def test_a_media_type_is_chosen_by_weight_and_exactness(accept: str, media: str | None) -> None:
    assert liked(accept, MEDIA, "/") == media


@pytest.mark.parametrize(
    ("accept", "language"),
    [
        ("", "tr"),
        ("en-GB,en;q=0.9,tr;q=0.8", "en"),
        ("en;q=0.1, tr;q=0.9", "tr"),
        ("de, en;q=0.5, tr;q=0.4", "en"),
        ("tr-TR", "tr"),
        ("*", "tr"),
        ("tr;q=0, *", "en"),
        ("de", None),
        ("entropy", None),
    ],
)
def test_a_language_is_chosen_by_weight(accept: str, language: str | None) -> None:
    assert liked(accept, ("tr", "en"), "-") == language
