"""``python -m db build``: datasets into the database, from the command line; ``remove``: a
programme out of it; ``draft``: one that isn't published yet into a database of its own."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from db import dataset, draft, load
from db.errors import DatabaseError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. 0: loaded, or there already. 1: refused or unavailable, the database is as
    it was, and the reason is on standard error. 2: the command line cannot be read."""
    options = _parser().parse_args(arguments)
    if options.command == "draft":
        return _draft(options.folder, options.name)
    if options.command == "remove":
        return _remove(options.year, options.institution, options.url)
    folders: list[Path] = options.dataset or dataset.committed()
    if not folders and not options.version:
        print(
            f"No dataset is in {dataset.COMMITTED}. Name one with --dataset, or import a text "
            "first: python -m kbb_data import TEXT --out DIR",
            file=sys.stderr,
        )
        return 1
    try:
        if options.version:
            results = [load.build_version(options.version, options.url)]
        elif options.recreate:
            results = load.recreate(folders, options.url)
        else:
            results = [load.build(folder, options.url) for folder in folders]
    except DatabaseError as error:
        print(error, file=sys.stderr)
        return 1
    for result in results:
        done = "loaded" if result.changed else "already there"
        print(
            f"{result.place}: {result.institution} {result.year}, {result.rows} rows, {done} "
            f"({result.dataset_sha256[:15]})"
        )
    return 0


def _draft(folder: Path, name: str) -> int:
    """Make the database of a draft; its address alone is on standard output."""
    try:
        print(draft.build(folder, name))
    except DatabaseError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _remove(year: int, institution: str | None, url: str | None) -> int:
    """Take a programme out and say so."""
    try:
        print(load.remove(year, institution, url))
    except DatabaseError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m db", description="The dashboard's database, built from datasets."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    build = commands.add_parser(
        "build",
        help="load datasets into the database",
        description="Load datasets into the database, each in one transaction. The same dataset "
        "again changes nothing; a dataset that fails its check is refused.",
    )
    build.add_argument(
        "--dataset",
        type=Path,
        action="append",
        metavar="DIR",
        help="a dataset folder; may be repeated (default: every kbb_data/YEAR)",
    )
    build.add_argument(
        "--url",
        help="the database (default: KBB_DATABASE_URL, else the SQLite file db/kbb.sqlite)",
    )
    build.add_argument(
        "--version",
        metavar="VERSION",
        help="a published version, as 2025.0.0+3d086a5b, in the place of the programme's data: the "
        "way back to what was shown before",
    )
    build.add_argument(
        "--recreate",
        action="store_true",
        help="make the database anew from these datasets alone; other programmes in it are lost",
    )
    removing = commands.add_parser(
        "remove",
        help="take a programme out of the database",
        description="Take a programme out of the database, in one transaction: the way back from a "
        "year that was not there before. Its dataset folder stays; one in kbb_data/YEAR comes back "
        "with the next build.",
    )
    removing.add_argument("year", type=int, metavar="YEAR")
    removing.add_argument("--institution", metavar="NAME", help="where a year has several")
    removing.add_argument("--url", help="the database, as for build")
    drafting = commands.add_parser(
        "draft",
        help="a database to look at a dataset before it is published",
        description="Make a database of its own from the committed datasets and the one in DIR, "
        "which is marked as a draft everywhere, and print its address. No other database is "
        "touched.",
    )
    drafting.add_argument("folder", type=Path, metavar="DIR", help="a dataset folder")
    drafting.add_argument(
        "--name", default="draft", metavar="NAME", help="what its file is called (default: draft)"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
