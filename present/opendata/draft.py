"""What the files and answers of a draft carry beside their rows, each as far as its form allows.

A bare CSV file holds rows and nothing else (RFC 4180), so its name, the answer's headers and the
files that describe it say what it is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from kbb_data.publishing.package import PACKAGE, json_bytes
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
    every other file is called so, since a table has nothing but its name outside of the package.
    Judgements and report say it in themselves too; rows stay as they are."""
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
    others = {
        draft.FILE + name: _said(name, content)
        for name, content in files.items()
        if name != PACKAGE
    }
    return {**others, PACKAGE: json_bytes(descriptor)}


def _said(name: str, content: bytes) -> bytes:
    """A file's content with the mark, where its form has a place for it."""
    if name.endswith(".toml"):
        comments = "".join(f"# {mark}\n" for mark in words().values())
        return comments.encode("utf-8") + content
    if name.endswith(".json"):
        return json_bytes({FIELD: words(), **json.loads(content)})
    return content
