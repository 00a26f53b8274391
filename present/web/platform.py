"""The platform's own words in the visit's language.

Streamlit's lists, fields and dialogs speak English whatever the page speaks. ``assets/platform.js``
puts our words into their places as they appear.
"""

from __future__ import annotations

import json
from functools import cache

from present.kit.text import ROOT as TEXTS
from present.kit.text import t

#: The platform's words by the text that stands in their place. A colon and more may follow.
WORDS = {
    "Open": "platform.open",
    "Selectbox options": "platform.options",
    "No results": "platform.no_results",
    "Choose an option": "platform.choose",
    "Choose options": "platform.choose_several",
    "No options to select": "platform.nothing_to_choose",
    "Clear value": "platform.clear_choice",
    "Clear entry": "platform.clear_field",
    "Press Enter to apply": "platform.apply",
    "Close": "platform.close",
    "Dismiss": "platform.close",
    "Fullscreen": "platform.fullscreen",
    "Close fullscreen": "platform.fullscreen_close",
    "Show data": "platform.show_data",
    "Download as PNG": "platform.picture",
    "Copy Vega-Lite spec": "platform.specification",
    "Running...": "platform.running",
    "Connecting": "platform.connecting",
    "Connection error": "platform.connection",
    "Streamlit server is not responding. Are you connected to the internet?": (
        "platform.connection_text"
    ),
    "Page not found": "platform.page_missing",
    "Error": "platform.trouble",
    "Try again": "platform.again",
    "Continue anyway": "platform.go_on",
    "Map": "platform.map",
    "Zoom in": "platform.zoom_in",
    "Zoom out": "platform.zoom_out",
}

#: Of those, the headings of dialogs, by the text that stands in place of all that the dialog says.
DIALOGS = {
    "Connection error": "platform.connection_text",
    "Page not found": "platform.trouble_text",
    "Error": "platform.trouble_text",
}

#: What its lists tell aloud, as regular expressions, by the text with what their groups hold.
TOLD = {
    r"(\d+) options? available\.": ("platform.options_available", {"count": "$1"}),
    r"(.+), selected": ("platform.option_taken", {"option": "$1"}),
}


@cache
def _script() -> str:
    return (TEXTS.parent / "platform.js").read_text(encoding="utf-8")


def script() -> str:
    """The script for pages in the language of the visit at hand."""
    words = {
        "words": {own: t(key) for own, key in WORDS.items()},
        "dialogs": {own: t(key) for own, key in DIALOGS.items()},
        "told": [[pattern, t(key, **groups)] for pattern, (key, groups) in TOLD.items()],
    }
    # Within a script no text may end it.
    return f"window.kbbWords={json.dumps(words, ensure_ascii=False)};{_script()}".replace(
        "</", "<\\/"
    )
