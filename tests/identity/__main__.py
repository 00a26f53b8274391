"""``python -m tests.identity write`` and ``compare``: whether two commits give out the same."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.identity import recording
from tests.identity.addresses import Wanted
from tests.identity.difference import difference, report
from tests.identity.record import Paths, Record, write

_ABOUT = """Exit status of compare: 0 identical, 1 different. Addresses are a visitor's own
(/grafik/butce.svg?amac=2); a page's elements stand under elements:/butce?amac=2, with
"dark" or "embedded" behind it, its style under style:."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    options = _parser().parse_args(arguments)
    if options.command == "write":
        _write(Paths.of(options.record), Wanted(options.only, options.quick))
        return 0
    old, new = (Record.read(Paths.of(path)) for path in (options.old, options.new))
    outcome = difference(old, new, options.only)
    print("\n".join(report(old, new, outcome, options.texts, options.lines)))
    return 0 if outcome.is_none else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.identity", epilog=_ABOUT)
    commands = parser.add_subparsers(dest="command", required=True)
    writing = commands.add_parser("write", help="record what this commit gives out")
    writing.add_argument("record", type=Path, help="a folder, or a file that ends in .json")
    writing.add_argument("--quick", action="store_true", help="light, Turkish, nothing in pixels")
    comparing = commands.add_parser("compare", help="tell what differs between two records")
    comparing.add_argument("old", type=Path)
    comparing.add_argument("new", type=Path)
    comparing.add_argument("--texts", type=int, default=20, help="changes shown with their lines")
    comparing.add_argument("--lines", type=int, default=40, help="lines of each")
    for command in (writing, comparing):
        command.add_argument(
            "--only", action="append", default=[], metavar="PREFIX", help="addresses that begin so"
        )
    return parser


def _write(paths: Paths, wanted: Wanted) -> None:
    began = time.monotonic()
    paths.index.parent.mkdir(parents=True, exist_ok=True)
    # After a failure, workers may still write into it.
    with tempfile.TemporaryDirectory("", "kbb-identity-", ignore_cleanup_errors=True) as folder:
        recording.prepare(Path(folder))
        entries = recording.entries(paths, wanted)
    options = {"only": sorted(wanted.only), "quick": wanted.is_quick}
    write(paths, {"options": options}, entries)
    print(f"{len(entries)} entries in {time.monotonic() - began:.0f} s: {paths.index}")


if __name__ == "__main__":
    sys.exit(main())
