"""What a newcomer reads first agrees with itself and points at what exists."""

from __future__ import annotations

import configparser
import datetime
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
GITHUB = ROOT / ".github"
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config")

#: Everything in Markdown that is ours, but what the environment and caches hold.
DOCUMENTS = sorted(
    path
    for folder in (".", "docs", "bench", "tests/fixtures", ".github")
    for path in (ROOT / folder).glob("*.md")
)
YAML_FILES = [
    ROOT / "CITATION.cff",
    ROOT / ".pre-commit-config.yaml",
    *sorted(GITHUB.rglob("*.yml")),
]

RELEASE = re.compile(r"^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d{2}-\d{2})$", re.MULTILINE)
LINK = re.compile(r"\]\(\s*([^)\s]+)\s*\)")
#: The groups of changes, in the order in which a release lists them.
GROUPS = ("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def content(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def parsed(path: Path) -> Any:
    return yaml.safe_load(content(path))


def test_one_version_everywhere() -> None:
    releases = RELEASE.findall(content(ROOT / "CHANGELOG.md"))
    version, date = releases[0]
    citation = parsed(ROOT / "CITATION.cff")
    assert tomllib.loads(content(ROOT / "pyproject.toml"))["project"]["version"] == version
    assert citation["version"] == version
    assert citation["date-released"] == date


def test_the_changelog_lists_releases_newest_first() -> None:
    text = content(ROOT / "CHANGELOG.md")
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    releases = RELEASE.findall(text)
    assert headings[0] == "[Unreleased]"
    assert headings[1:] == [f"[{version}] - {date}" for version, date in releases]
    numbers = [tuple(map(int, version.split("."))) for version, _ in releases]
    dates = [datetime.date.fromisoformat(date) for _, date in releases]
    assert numbers == sorted(set(numbers), reverse=True)
    assert dates == sorted(dates, reverse=True)


def test_changes_stand_in_their_groups_in_order() -> None:
    for section in re.split(r"^## ", content(ROOT / "CHANGELOG.md"), flags=re.MULTILINE)[1:]:
        groups = re.findall(r"^### (.+)$", section, re.MULTILINE)
        assert groups == [group for group in GROUPS if group in groups], section.splitlines()[0]


@pytest.mark.parametrize("path", YAML_FILES, ids=name)
def test_yaml_is_readable(path: Path) -> None:
    assert isinstance(parsed(path), dict)


def test_the_citation_says_who_and_under_which_licence() -> None:
    citation = parsed(ROOT / "CITATION.cff")
    assert citation["cff-version"] == "1.2.0"
    assert citation["title"] == content(ROOT / "README.md").splitlines()[0].removeprefix("# ")
    assert citation["license"] == "MIT"
    assert citation["message"]
    assert all(author["name"] for author in citation["authors"])
    licences = {entry["type"]: entry.get("license") for entry in citation["references"]}
    assert licences == {"data": "CC-BY-4.0", "report": None}


def test_the_editors_settings_are_those_of_the_formatter() -> None:
    settings = configparser.ConfigParser()
    settings.read_string("[top]\n" + content(ROOT / ".editorconfig"))
    ruff = tomllib.loads(content(ROOT / "pyproject.toml"))["tool"]["ruff"]
    assert settings.getboolean("top", "root")
    assert settings.getint("*.py", "max_line_length") == ruff["line-length"]
    assert settings["Makefile"]["indent_style"] == "tab"


def test_hooks_are_local_and_name_what_exists() -> None:
    repositories = parsed(ROOT / ".pre-commit-config.yaml")["repos"]
    assert [repository["repo"] for repository in repositories] == ["local"]
    hooks = repositories[0]["hooks"]
    assert {"ruff-check", "ruff-format", "mypy", "catalogue"} <= {hook["id"] for hook in hooks}
    for hook in hooks:
        assert hook["language"] == "system"
        assert hook["entry"].startswith(".venv/bin/python -m ")
        for word in re.findall(r"\btests/\S+", hook["entry"]):
            path, _, test = word.partition("::")
            assert f"def {test}" in content(ROOT / path)


def test_there_is_a_form_for_a_fault_a_wrong_figure_and_an_idea() -> None:
    labels = [label for form in FORMS for label in parsed(form)["labels"]]
    assert sorted(labels) == ["bug", "idea", "wrong-figure"]


@pytest.mark.parametrize("path", FORMS, ids=name)
def test_a_form_asks_in_both_languages(path: Path) -> None:
    form = parsed(path)
    assert " / " in form["name"]
    assert " / " in form["description"]
    fields = [part for part in form["body"] if part["type"] != "markdown"]
    identities = [field["id"] for field in fields]
    assert len(set(identities)) == len(identities)
    assert any(field.get("validations", {}).get("required") for field in fields)
    for field in fields:
        assert " / " in field["attributes"]["label"]


def test_continuous_integration_runs_what_we_run() -> None:
    text = content(GITHUB / "workflows" / "ci.yml")
    steps = parsed(GITHUB / "workflows" / "ci.yml")["jobs"]["test"]["steps"]
    commands = [step["run"].strip() for step in steps if "run" in step]
    assert ".ci/run" in commands
    assert "KBB_SOURCE" in text.split("name: ci")[0], "where the source text comes from"
    used = [step["uses"] for step in steps if "uses" in step]
    assert used
    for action in used:
        assert re.fullmatch(r"[\w-]+/[\w-]+@v\d+(\.\d+)*", action), action


@pytest.mark.parametrize("path", YAML_FILES, ids=name)
def test_settings_name_no_address(path: Path) -> None:
    assert "://" not in content(path)


def anchors(text: str) -> set[str]:
    """The places in a document that an address may name, as hosts of Markdown form them."""
    without_code = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#+ (.+)$", without_code, re.MULTILINE)
    slugs = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    return slugs | set(re.findall(r'<a id="([^"]+)">', text))


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_links_lead_somewhere(path: Path) -> None:
    for target in LINK.findall(content(path)):
        if "://" in target or target.startswith("mailto:"):
            continue
        file, _, anchor = target.partition("#")
        to = (path.parent / file).resolve() if file else path
        assert to.exists(), f"{name(path)} links to {target}"
        if anchor and to.suffix == ".md":
            assert anchor in anchors(content(to)), f"{name(path)} links to {target}"


def test_both_languages_begin_on_a_screen_of_their_own() -> None:
    turkish, english, *_details = content(ROOT / "README.md").split("\n---\n")
    for part in (turkish, english):
        assert len(part.strip().splitlines()) <= 35
        assert part.count("![") == 1
        assert "\nmake run " in part
        assert "\nmake test " in part


@pytest.mark.parametrize("document", ["README.md", "docs/operations.md"])
def test_every_setting_that_the_code_reads_is_described(document: str) -> None:
    code = [ROOT / "app.py"]
    for folder in ("kbb_data", "db", "present", "pages"):
        code.extend((ROOT / folder).rglob("*.py"))
    read = {match for path in code for match in re.findall(r'"(KBB_[A-Z_]+)"', content(path))}
    described = set(re.findall(r"^\| `(KBB_[A-Z_]+)`", content(ROOT / document), re.MULTILINE))
    assert {"KBB_DATABASE_URL", "KBB_CACHE"} <= read
    assert described == read | {"KBB_SOURCE"}
