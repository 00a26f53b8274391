"""``python -m kbb_data``: import a programme, draft a PDF's text, check a dataset, propose judged
files or judge in a workbook, bring in results, publish."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from kbb_data.checking.validation import inspect
from kbb_data.files import drafts
from kbb_data.files.extract import extract
from kbb_data.importer import draft_file, import_file, problems_of
from kbb_data.judging.apply import apply
from kbb_data.judging.mend import is_mending, mend
from kbb_data.judging.mending import Found, write_mending
from kbb_data.judging.propose import propose
from kbb_data.judging.review import write_review
from kbb_data.problems import Problem, Unreadable, quote
from kbb_data.publishing.package import read_tables
from kbb_data.publishing.published import publish, unpublish
from kbb_data.publishing.unjudged import unjudged
from kbb_data.reading.recognition import recognise
from kbb_data.results.documents import Said
from kbb_data.results.form import read_day
from kbb_data.results.review import NEITHER, reviewed
from kbb_data.results.take_in import take_in
from kbb_data.results.template import write_template
from kbb_data.rows import Tables
from kbb_data.schema import BY_NAME, TABLES


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when it did its work, 1 when it refused, with a line a problem."""
    parser = argparse.ArgumentParser(prog="python -m kbb_data", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    reading = commands.add_parser(
        "import", help="read a performance programme: Word (.docx), Excel (.xlsx) or text"
    )
    reading.add_argument("file", type=Path, metavar="FILE")
    reading.add_argument("--out", type=Path, required=True, metavar="DIR")
    drafting = commands.add_parser(
        "draft", help="write a file's text for a person to mend (a PDF needs it)"
    )
    drafting.add_argument("file", type=Path, metavar="FILE")
    drafting.add_argument("--out", type=Path, required=True, metavar="DIR")
    checking = commands.add_parser("check", help="verify a dataset folder")
    checking.add_argument("folder", type=Path, metavar="DIR")
    proposing = commands.add_parser("propose", help="draft judged files from last year's")
    proposing.add_argument("folder", type=Path, metavar="DIR")
    proposing.add_argument("--from", dest="earlier", type=Path, required=True, metavar="DIR")
    proposing.add_argument(
        "--text", type=Path, metavar="TEXT", help="the text that DIR was read from (section 1.4)"
    )
    reviewing = commands.add_parser(
        "review", help="write the workbook to judge a dataset, or to mend a draft, in"
    )
    reviewing.add_argument("folder", type=Path, metavar="DIR")
    reviewing.add_argument(
        "--from",
        dest="earlier",
        type=Path,
        required=True,
        metavar="DIR",
        help="last year's dataset; of a report's draft that of its programme",
    )
    reviewing.add_argument(
        "--text", type=Path, metavar="FILE", help="the file that DIR was read from (section 1.4)"
    )
    reviewing.add_argument("--out", type=Path, required=True, metavar="FILE.xlsx")
    applying = commands.add_parser("apply", help="read the workbook that review wrote back")
    applying.add_argument("workbook", type=Path, metavar="FILE.xlsx")
    applying.add_argument("folder", type=Path, metavar="DIR")
    bringing = commands.add_parser(
        "results", help="read what came of a programme: the filled form, or a report"
    )
    bringing.add_argument("file", type=Path, metavar="FILE")
    bringing.add_argument("--for", dest="folder", type=Path, required=True, metavar="DIR")
    bringing.add_argument("--out", type=Path, required=True, metavar="DIR")
    bringing.add_argument("--title", default="", help="the document's title")
    bringing.add_argument("--kind", default="", help=f"one of {', '.join(_KINDS)}")
    bringing.add_argument("--date", default="", help="the document's day, as 2026-07-31")
    bringing.add_argument("--as-of", default="", help="the day that its figures speak of")
    bringing.add_argument("--corrects", default="", metavar="DOCUMENT")
    bringing.add_argument("--reason", default="", help="what was wrong in DOCUMENT")
    asking = commands.add_parser(
        "results-template", help="write the form in which units fill in results"
    )
    asking.add_argument("folder", type=Path, metavar="DIR")
    asking.add_argument("--out", type=Path, required=True, metavar="FILE.xlsx|.csv")
    taking_back = commands.add_parser("unpublish", help="take the newest version back")
    taking_back.add_argument("version", metavar="VERSION")
    publishing = commands.add_parser(
        "publish", help="keep a dataset as a published version; says what of it nobody judged"
    )
    publishing.add_argument("folder", type=Path, metavar="DIR")
    options = parser.parse_args(arguments)
    try:
        if options.command == "import":
            tables = import_file(options.file, options.out)
            _print_counts(tables)
            print(f"{len(tables['findings'])} findings; written to {options.out}")
            return 0
        if options.command == "draft":
            for line in draft_file(options.file, options.out):
                print(line)
            return 0
        if options.command == "check":
            return _check(options.folder)
        if options.command == "publish":
            return _publish(options.folder)
        if options.command == "unpublish":
            return _versioned("taken back", lambda: unpublish(options.version))
        if options.command == "results-template":
            write_template(options.folder, options.out)
            print(f"written: {options.out}")
            return 0
        if options.command == "results":
            return _results(options)
        if options.command == "apply":
            back = mend if is_mending(options.workbook) else apply
            for line in back(options.workbook, options.folder):
                print(line)
            return 0
        if options.command == "review" and _is_draft(options.folder):
            _review_draft(options.folder, options.earlier, options.out)
            return 0
        text = extract(options.text).content if options.text else None
        if options.command == "review":
            write_review(options.folder, options.earlier, text, options.out)
            print(f"written: {options.out}")
            return 0
        for line in propose(options.folder, options.earlier, text):
            print(line)
        return 0
    except Unreadable as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        if options.command in ("apply", "results"):
            print(f"nothing was changed: {_AGAIN[options.command]}", file=sys.stderr)
        return 1


#: What to do after a refusal.
_AGAIN = {
    "apply": "mend this, save, and apply it again",
    "results": "mend this, save, and give it again",
}
_KINDS = BY_NAME["documents"].column("kind").values


def _results(options: argparse.Namespace) -> int:
    """Take a document of results in. Raises ``Unreadable``."""
    days = {"--date": options.date, "--as-of": options.as_of}
    wrong = [
        Problem(0, name, "a day as 2026-06-30", quote(day))
        for name, day in days.items()
        if day and not read_day(day)
    ]
    if wrong:
        raise Unreadable(wrong)
    said = Said(options.title, options.kind, read_day(options.date), read_day(options.as_of),
                options.corrects, options.reason)  # fmt: skip
    for line in take_in(options.file, options.folder, options.out, said):
        print(line)
    return 0


def _is_draft(folder: Path) -> bool:
    """Whether a folder holds a text that was not imported yet."""
    return (folder / drafts.TEXT).is_file() and not (folder / "programme.csv").exists()


def _review_draft(folder: Path, earlier: Path, out: Path) -> None:
    """Write the workbook in which a draft is mended: a programme's, beside the dataset ``earlier``
    of last year, or a report's on the programme of that dataset."""
    draft = drafts.load(folder)
    known = recognise(draft.text)
    report = reviewed(draft, read_tables(earlier), is_programme=bool(known.form or known.year))
    if report:
        known = replace(known, year=report.year, institution=report.institution)
        found = Found(known, report.problems, {}, report.name, report.counts)
        what = f"a report of results ({report.name}), with {len(report.problems)} problems"
    else:
        problems, tables = problems_of(draft.text, folder)
        if not known.form:
            problems = [NEITHER, *problems]
        found = Found(known, problems, tables)
        kind = "a performance programme" if known.form else "neither a programme nor a report"
        what = f"{kind}, with {len(problems)} problems"
    write_mending(folder, earlier, found, out)
    print(f"the draft is {what}")
    print(f"written: {out}")


def _check(folder: Path) -> int:
    problems, tables = inspect(folder)
    for problem in problems:
        print(problem, file=sys.stderr)
    if tables:
        _print_counts(tables)
        for row in tables["findings"]:
            figures = " | ".join(
                f"{name} {row[name]}" for name in ("stated", "computed", "difference") if row[name]
            )
            print(
                f"{row['severity']}: {row['finding']}: {row['location']}: {row['explanation']} "
                f"[{figures}; {row['unit']}]"
            )
        print(f"{len(tables['findings'])} findings from {len(tables['checks'])} checks")
    return 1 if problems else 0


def _publish(folder: Path) -> int:
    problems, tables = inspect(folder)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        return 1
    for sentence in unjudged(folder, tables):
        print(f"not judged: {sentence}")
    return _versioned("published", lambda: publish(folder), _TAKING_BACK)


#: How a published version is taken back.
_TAKING_BACK = "to take it back: python -m kbb_data unpublish {version}"


def _versioned(done: str, act: Callable[[], Path], further: str = "") -> int:
    """Do what changes the published versions, and say of which it was done and what goes further
    with it."""
    try:
        path = act()
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{done}: {path.stem}, {path}")
    if further:
        print(further.format(version=path.stem))
    return 0


def _print_counts(tables: Tables) -> None:
    for table in TABLES:
        print(f"{table.name}: {len(tables[table.name])} rows")


if __name__ == "__main__":
    raise SystemExit(main())
