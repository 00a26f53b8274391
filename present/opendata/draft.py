"""What the files and answers of a draft carry beside their rows, each as far as its form allows.

A bare CSV file holds rows and nothing else (RFC 4180), so its name, the answer's headers and the
files that describe it say what it is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from kbb_data.publishing.package import PACKAGE
from present.kit import draft
from present.kit.text import LANGUAGES, using

#: The field of JSON that says it, with the mark by language; only drafts have it.
FIELD = "draft"

#: Of every answer that is made of a draft: no cache keeps it, since the same address may give
#: published data when the server is started again, and no search engine takes it.
_HEADERS = {
    "Cache-Control": "no-store",
    "Dataset-Status": "draft",
    "X-Robots-Tag": "noindex, nofollow",
}


def headers(is_draft: bool) -> Mapping[str, str]:
    """The headers that an answer has to carry; none for published data."""
    return _HEADERS if is_draft else {}


def fields(is_draft: bool) -> dict[str, Any]:
    """The field of JSON that says it; none for published data."""
    return {FIELD: words()} if is_draft else {}


def words() -> dict[str, str]:
    """The mark by language."""
    said = {}
    for language in LANGUAGES:
        with using(language):
            said[language] = draft.mark(is_draft=True)
    return said


def marked(files: Mapping[str, bytes], version: str) -> dict[str, bytes]:
    """A dataset's files as those of a draft: the package says so and bears its ``version``, and
    every table's file is called so, since outside of the package it has nothing but its name."""
    descriptor: dict[str, Any] = json.loads(files[PACKAGE])
    titles = {}
    for language, title in descriptor["titles"].items():
        with using(language):
            titles[language] = draft.titled(title, is_draft=True)
    descriptor |= {
        "title": titles["tr"],
        "titles": titles,
        "description": f"{words()['en']}. {descriptor['description']}",
        "version": version,
        FIELD: words(),
        "resources": [
            {**resource, "path": draft.FILE + resource["path"]}
            for resource in descriptor["resources"]
        ],
    }
    tables = {draft.FILE + name: content for name, content in files.items() if name != PACKAGE}
    package = json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n"
    return {**tables, PACKAGE: package.encode("utf-8")}
