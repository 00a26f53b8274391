"""``python -m tests.sentences``: write the files anew, so that the diff can be read."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from present.kit.text import LANGUAGES, using
from tests.sentences.corpus import texts
from tests.sentences.files import ROOT, written
from tests.support import committed


def main() -> None:
    """Write the sentences of both languages; files that no sentence belongs to are removed."""
    with TemporaryDirectory() as folder:
        setting = committed.settings(Path(folder))
        for language in LANGUAGES:
            with using(language):
                files = written(texts(setting(language)))
            home = ROOT / language
            home.mkdir(exist_ok=True)
            for path in home.glob("*.txt"):
                if path.name not in files:
                    path.unlink()
            for name, content in files.items():
                (home / name).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
