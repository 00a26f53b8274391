"""Findings in HTML: the counts, the one that stands first, the list, one alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape

from markupsafe import Markup

from kbb_data.schema import SEVERITIES
from present.findings import words
from present.findings.model import Candidates, Certainty, Check, Finding
from present.kit import writing
from present.kit.tables import TableColumn, folded, html_table
from present.kit.text import t, verbatim

#: Where a finding leads: the address of its own view.
Link = Callable[[str], str]

#: What a finding is about: words as HTML and an address, by its code.
Touched = Mapping[str, Sequence[tuple[str, str]]]


def tiles_html(checks: Sequence[Check]) -> str:
    """How many comparisons were made, how many agree, how many do not."""
    tiles = (
        ("checks", len(checks)),
        ("compared", sum(one.compared for one in checks)),
        ("passed", sum(one.passed for one in checks)),
        ("failed", sum(one.failed for one in checks)),
    )
    items = "".join(
        f'<li class="kt-tile-{name}"><b>{writing.number(count)}</b>'
        f"<span>{escape(t(f'findings.tile_{name}'))}</span></li>"
        for name, count in tiles
    )
    return f'<ul class="kt-tiles">{items}</ul>'


def jumps_html(places: Sequence[tuple[str, str]]) -> str:
    """Links to the parts of a page: anchor and words."""
    items = "".join(f'<li><a href="#{anchor}">{escape(name)}</a></li>' for anchor, name in places)
    label = escape(t("findings.jumps"), quote=True)
    return f'<nav class="kt-jumps" aria-label="{label}"><ul class="kt-jump-list">{items}</ul></nav>'


def lead_html(shown: Sequence[Finding], names: Mapping[str, str], link: Link) -> str:
    """The finding that stands first with its figures; nothing where there is none.

    ``names`` are short names of findings' lines by code, where there are any.
    """
    if not shown:
        return ""
    first = shown[0]
    items = "".join(
        f'<li class="kt-lead-line"><h3><a href="{escape(link(one.code), quote=True)}" '
        f'target="_self">{verbatim(names.get(one.code, one.location))}</a></h3>'
        f"{facts_html(one)}</li>"
        for one in shown
    )
    return (
        f'<section class="kt-lead" aria-labelledby="kt-lead-title">'
        f'<h2 id="kt-lead-title">'
        f"{escape(t('findings.lead_title', amount=words.size(first)))}</h2>"
        f"<p>{escape(t('findings.lead_text'))}</p>"
        f'<ul class="kt-findings">{items}</ul>'
        f"<p>{verbatim(first.explanation)}</p>"
        f'<p class="kt-more"><a href="{escape(link(first.code), quote=True)}" target="_self">'
        f"{escape(t('findings.lead_more'))}</a></p></section>"
    )


def list_html(
    found: Sequence[Finding], link: Link, touched: Touched, *, is_open: bool = False
) -> str:
    """The findings by severity; of the lowest, those of one check lie behind a fold.

    ``is_open`` opens the folds.
    """
    parts = []
    for name in SEVERITIES:
        own = [one for one in found if one.severity == name]
        if not own:
            continue
        count = writing.number(len(own))
        parts.append(
            f'<section class="kt-group"><h3>{escape(words.severity(name))} '
            f'<span class="kt-count">'
            f"{escape(t('findings.findings_count', count=count))}</span></h3>"
            f"<p>{escape(words.severity_meaning(name))}</p>"
        )
        if name != SEVERITIES[-1]:
            parts.append(_cards(own, link, touched))
        else:
            parts.extend(
                folded(
                    t(
                        "findings.fold",
                        title=words.check_title(check, members[0].check_title),
                        count=writing.number(len(members)),
                    ),
                    Markup(_cards(members, link, touched)),
                    is_open=is_open,
                )
                for check, members in _by_check(own).items()
            )
        parts.append("</section>")
    return f'<div class="kt-list">{"".join(parts)}</div>'


def _by_check(found: Sequence[Finding]) -> dict[str, list[Finding]]:
    groups: dict[str, list[Finding]] = {}
    for one in found:
        groups.setdefault(one.check, []).append(one)
    return groups


def _cards(found: Sequence[Finding], link: Link, touched: Touched) -> str:
    items = "".join(
        f'<li class="kt-finding" data-finding="{escape(one.code, quote=True)}">'
        f'<h4><a href="{escape(link(one.code), quote=True)}" target="_self">'
        f"{verbatim(one.location)}</a></h4>"
        f"{facts_html(one)}"
        f'<p class="kt-explanation">{verbatim(one.explanation)}</p>'
        f"{touched_html(touched.get(one.code, ()))}</li>"
        for one in found
    )
    return f'<ul class="kt-findings">{items}</ul>'


def facts_html(one: Finding) -> str:
    """What is stated, what follows from elsewhere, the difference, the place."""
    left, right = words.wordings(one)
    pairs = [
        (words.stated_label(one), left),
        (words.computed_label(one), right),
        (t("findings.column_difference"), escape(words.difference(one))),
        (
            t("findings.column_place"),
            escape(t("findings.place", section=one.section, line=one.line)),
        ),
    ]
    kind = "kt-wide" if one.certainty is Certainty.COMPARED else "kt-figures"
    items = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{text}</dd></div>" for name, text in pairs if text
    )
    return f'<dl class="kt-facts {kind}">{items}</dl>'


def touched_html(links: Sequence[tuple[str, str]]) -> str:
    """Links to what a finding is about; nothing where that is nothing on this site."""
    if not links:
        return ""
    items = "".join(
        f'<li><a href="{escape(address, quote=True)}" target="_self">{name}</a></li>'
        for name, address in links
    )
    return (
        f'<div class="kt-touched"><span>{escape(t("findings.touched"))}</span>'
        f'<ul class="kt-links">{items}</ul></div>'
    )


def one_html(one: Finding, links: Sequence[tuple[str, str]]) -> str:
    """One finding alone: severity, facts, what it means, how sure it is, what it is about."""
    check = words.check_title(one.check, one.check_title)
    return (
        f'<section class="kt-one"><p class="kt-kicker">'
        f'<span class="kt-badge kt-{escape(one.severity, quote=True)}">'
        f"{escape(words.severity(one.severity))}</span> "
        f"<span>{escape(words.severity_meaning(one.severity))}</span></p>"
        f"{facts_html(one)}"
        f'<dl class="kt-facts kt-wide">'
        f"<div><dt>{escape(t('findings.column_explanation'))}</dt>"
        f"<dd>{verbatim(one.explanation)}</dd></div>"
        f"<div><dt>{escape(t('findings.certainty'))}</dt>"
        f"<dd>{escape(words.certainty(one))}</dd></div>"
        f"<div><dt>{escape(t('findings.column_check'))}</dt><dd>{escape(check)}</dd></div>"
        f"<div><dt>{escape(t('findings.column_code'))}</dt>"
        f'<dd><code class="kt-code">{escape(one.code)}</code></dd></div></dl>'
        f"{touched_html(links)}"
        f"<p>{escape(t('findings.neutral'))}</p></section>"
    )


def candidates_html(found: Candidates, activity: Callable[[int], str]) -> str:
    """The activities within which a difference between codes could lie, and by what rule."""
    gap = writing.money(found.gap_kurus)
    texts = [
        t("findings.candidates_rule", over=found.over, gap=gap),
        t("findings.candidates_exact", over=found.over, gap=gap,
          count=writing.number(found.exact))
        if found.exact
        else t("findings.candidates_no_exact", over=found.over, gap=gap),
        t("findings.candidates_limit"),
    ]  # fmt: skip
    columns = [
        TableColumn(
            "activity_name",
            t("findings.candidates_activity"),
            is_heading=True,
            is_verbatim=True,
            link=lambda row: activity(int(row["activity"])),
        ),
        TableColumn(
            "over_kurus",
            t("findings.candidates_code", code=found.over),
            writing.money,
            is_number=True,
        ),
    ]
    if found.under is not None:
        columns.append(
            TableColumn(
                "under_kurus",
                t("findings.candidates_code", code=found.under),
                lambda value: writing.money(value) if writing.is_stated(value) else "–",
                is_number=True,
            )
        )
    columns.append(TableColumn("unit_name", t("findings.candidates_unit"), is_verbatim=True))
    names = [
        f"{number}. {name}"
        for number, name in zip(found.rows["activity"], found.rows["activity_name"], strict=True)
    ]
    rows = found.rows.assign(activity_name=names)
    return (
        f'<section class="kt-candidates"><h2>{escape(t("findings.candidates_title"))}</h2>'
        + "".join(f"<p>{escape(text)}</p>" for text in texts)
        + html_table(rows, columns, t("findings.candidates_caption", over=found.over))
        + _pairs(found, activity)
        + "</section>"
    )


def _pairs(found: Candidates, activity: Callable[[int], str]) -> str:
    """Pairs of activities that make exactly the difference, and whether there are any."""
    if not found.pairs:
        return ""
    items = "".join(
        "<li>"
        + " + ".join(
            f'<a href="{escape(activity(number), quote=True)}" target="_self">'
            f"{escape(t('findings.activity', number=number))}</a>"
            for number in pair
        )
        + "</li>"
        for pair in found.pairs
    )
    gap = writing.money(found.gap_kurus)
    text = t("findings.candidates_pairs", over=found.over, gap=gap)
    return f'<p>{escape(text)}</p><ul class="kt-links">{items}</ul>'


def bullets_html(texts: Sequence[str]) -> str:
    """Sentences as a list."""
    items = "".join(f"<li>{escape(text)}</li>" for text in texts)
    return f'<ul class="kt-bullets">{items}</ul>'
