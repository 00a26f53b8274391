"""Every format of every figure as bytes: drawn once a version, then kept.

The routes, the gallery, the embeds and ``python -m present warm`` all take them from here.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kbb_data.publishing.published import citation
from present.figures.companion import MEDIA as CSVW
from present.figures.companion import companion
from present.figures.files import csv_bytes, json_bytes, people_bytes, xlsx_bytes
from present.figures.registry import BY_SLUG, drawn
from present.figures.request import DARK, Asked, ask
from present.figures.setting import date_of_years, of_edition
from present.figures.specification import specification
from present.kit import draft
from present.kit.answers import Body, kept_bodies
from present.kit.brand import brand
from present.kit.contact import told
from present.kit.entry import Drawn
from present.kit.keep import Kept
from present.kit.setting import Setting
from present.kit.text import language, t, using
from present.opendata import formats
from present.opendata.draft import fields
from present.opendata.files import as_pretty_json
from present.opendata.problems import Problem
from present.opendata.source import Edition, Library
from present.opendata.versions import Versions
from present.opendata.xlsx import MEDIA as XLSX
from present.picture.cache import RenderCache
from present.picture.frame import Picture, picture
from present.picture.outlines import Lettering, outlined
from present.picture.pdf import Sheet, pdf
from present.picture.png import described
from present.picture.renderer import SCALES, Renderer
from present.picture.sizes import FRAMES, Headline, Size

SVG, PNG, CSV, JSON, SPEC, TEXT, SHEET = "svg", "png", "csv", "json", "vl.json", "txt", "xlsx"
PDF = "pdf"
PEOPLE, COMPANION = formats.PEOPLE.ending, "csv-metadata.json"
FORMATS = (SVG, PNG, PDF, PEOPLE, SHEET, CSV, JSON, SPEC, TEXT, COMPANION)

MEDIA = {
    SVG: "image/svg+xml",
    PNG: "image/png",
    PDF: "application/pdf",
    PEOPLE: formats.PEOPLE.media,
    CSV: formats.CSV.media,
    COMPANION: CSVW,
    JSON: "application/json",
    SPEC: "application/vnd.vegalite.v6+json",
    TEXT: "text/plain; charset=utf-8",
    SHEET: XLSX,
}

#: Asked before something new is drawn; raises to refuse.
Gate = Callable[[], None]


def _open() -> None:
    """No gate."""


class FigureAnswers:
    """The figures of a library's programmes in every format.

    ``public``: the dashboard's own address (``https://acikbutce.example``), which stands in
    pictures and citations; without it, they carry the path alone.
    """

    def __init__(
        self, library: Library, renderer: Renderer, kept: RenderCache, public: str = ""
    ) -> None:
        self.library, self.public = library, public.rstrip("/")
        self._renderer, self.kept = renderer, kept
        self._bodies = kept_bodies(48 * 2**20)
        # Holding a request against what is allowed takes longer than sending what is kept.
        self._asked: Kept[tuple[Any, ...], Asked | Problem] = Kept(2048)
        self._versions, self._old = Versions(), dict[Edition, Library]()

    def asked(
        self,
        slug: str,
        edition: Edition,
        pairs: tuple[tuple[str, str], ...],
        more: tuple[str, ...],
        themes: tuple[str, ...],
    ) -> Asked:
        """What parameters ask of a figure, as ``present.figures.request.ask``; a refusal is kept
        as well. Raises ``Problem``."""

        def answer() -> Asked | Problem:
            try:
                with using(language(), edition.form):
                    return ask(
                        BY_SLUG[slug],
                        edition,
                        pairs,
                        lambda is_dark: self.setting(edition, is_dark),
                        more=more,
                        themes=themes,
                    )
            except Problem as problem:
                return problem.again()

        years = tuple(each.dataset_sha256 for each in self.setting(edition, False).years)
        asked = self._asked.get((slug, edition, years, pairs, more, themes), answer)
        if isinstance(asked, Problem):
            raise asked.again()
        return asked

    def date(self, asked: Asked) -> datetime.date | None:
        """The day of the newest change to the data that a figure rests on; nothing where it is not
        known of all of them."""
        if not asked.entry.of_years:
            return asked.edition.date
        return date_of_years(self._library(asked.edition), asked.edition)

    def setting(self, edition: Edition, is_dark: bool) -> Setting:
        """What the figures of a programme are made from."""
        library = self._library(edition)
        return of_edition(library, edition, is_dark=is_dark, public=self.public)

    def edition(self, version: str, newest: Edition) -> Edition | None:
        """The programme in that version of its data: the newest, or one that was published.

        Nothing for a version that there is none of.
        """
        if version == newest.version:
            return newest
        library = self._versions.library(version)
        if library is None:
            return None
        published = library.editions()[0]
        self._old[published] = library
        return published

    def versions(self, newest: Edition) -> tuple[str, ...]:
        """The versions that an address may name."""
        return tuple(dict.fromkeys((newest.version, *self._versions.names())))

    def _library(self, edition: Edition) -> Library:
        return self._old.get(edition, self.library)

    def drawn(self, asked: Asked) -> Drawn:
        """The figure that is asked for, light where the reader's scheme decides; kept, and not to
        be changed."""
        return self.drawn_in(asked, asked.theme == DARK)

    def drawn_in(self, asked: Asked, is_dark: bool) -> Drawn:
        """The figure in a scheme, whichever was asked for; of a draft its title and its sentence
        say so, since both are taken along alone."""
        made, is_draft = self._registered(asked, is_dark), asked.edition.is_draft
        if not is_draft:
            return made
        with using(asked.language, asked.edition.form):
            figure = replace(
                made.figure,
                title=draft.titled(made.figure.title, is_draft),
                sentence=draft.told(made.figure.sentence, is_draft),
            )
        return replace(made, figure=figure)

    def _registered(self, asked: Asked, is_dark: bool) -> Drawn:
        """The figure as pages show it."""
        with using(asked.language, asked.edition.form):
            setting = self.setting(asked.edition, is_dark)
        return drawn(setting, asked.entry.slug, asked.choices)

    def body(
        self,
        asked: Asked,
        ending: str,
        size: Size = Size.WEB,
        scale: int = 1,
        gate: Gate = _open,
        lettering: Lettering = Lettering.DRAWN,
        headline: Headline = Headline.TITLE,
    ) -> Body:
        """The figure in a format; ``size``, ``scale`` and ``headline`` are a picture's,
        ``lettering`` an SVG's.

        Raises ``Problem`` for a format that the figure hasn't, and what ``gate`` and the renderer
        raise where something new is to be drawn.
        """
        look = (
            size if ending in (SVG, PNG) else "",
            scale,
            lettering if ending == SVG else "",
            headline if ending in (SVG, PNG, PDF) else "",
        )
        key = (asked.key, ending, look, self.public)
        return self._bodies.get(
            key, lambda: self._make(asked, ending, size, scale, gate, lettering, headline)
        )

    def _make(
        self,
        asked: Asked,
        ending: str,
        size: Size,
        scale: int,
        gate: Gate,
        lettering: Lettering,
        headline: Headline,
    ) -> Body:
        with using(asked.language, asked.edition.form):
            if ending == SVG:
                svg = self._svg(asked, size, gate, headline)[0]
                if lettering is Lettering.DRAWN:
                    svg = outlined(svg)
                return Body(svg.encode(), MEDIA[SVG])
            if ending == PNG:
                return Body(self._png(asked, size, scale, gate, headline), MEDIA[PNG])
            if ending == PDF:
                return Body(self._pdf(asked, gate, headline), MEDIA[PDF])
            return Body(self._file(asked, ending), MEDIA[ending])

    def chart(self, asked: Asked, spec: dict[str, Any], gate: Gate = _open) -> str:
        """A specification as an SVG element, drawn once."""
        key = ("chart", as_pretty_json(spec))
        kept = self.kept.get(key)
        if kept is not None:
            return kept.decode()
        gate()
        made = self._renderer.svg(spec)
        self.kept.put(key, made.encode())
        return made

    def _svg(
        self, asked: Asked, size: Size, gate: Gate, headline: Headline
    ) -> tuple[str, int, int]:
        drawn = self._registered(asked, asked.theme == DARK)
        made: Picture = picture(
            drawn.figure,
            size,
            lambda spec: self.chart(asked, spec, gate),
            is_dark=asked.theme == DARK,
            version=asked.data_version,
            address=self._shown_address(asked),
            drawings=drawn.drawings,
            small=drawn.small,
            mark=draft.mark(asked.edition.is_draft),
            headline=headline,
        )
        return made.svg, made.width, made.height

    def _png(self, asked: Asked, size: Size, scale: int, gate: Gate, headline: Headline) -> bytes:
        frame = FRAMES[size]
        allowed = [own for own in SCALES if own * frame.dots in SCALES]
        if scale not in allowed:
            raise Problem("wrong_value", "olcek", tuple(map(str, allowed)))
        dots = scale * frame.dots
        svg, width, height = self._svg(asked, size, gate, headline)
        key = ("png", svg, dots, frame.inch)
        kept = self.kept.get(key)
        if kept is None:
            gate()
            figure = self.drawn(asked).figure
            said = " ".join(map(str, (figure.sentence, *figure.notes)))
            texts = {"Title": figure.title, "Source": figure.source, "Description": said}
            drawn = self._renderer.png(svg, dots, width, height)
            kept = described(drawn, texts, dots * frame.inch)
            self.kept.put(key, kept)
        return kept

    def _pdf(self, asked: Asked, gate: Gate, headline: Headline) -> bytes:
        """The figure's sheet, light whatever was asked for: it is paper."""
        drawn, edition = self._registered(asked, is_dark=False), asked.edition
        gate()
        sheet = Sheet(
            asked.data_version,
            self.address(asked),
            self._shown_address(asked),
            brand(edition.institution),
            self.date(asked) or datetime.date(edition.year, 1, 1),
            draft.mark(edition.is_draft),
        )
        return pdf(
            drawn.figure,
            sheet,
            lambda spec: self.chart(asked, spec, gate),
            drawings=drawn.drawings,
            headline=headline,
        )

    def _file(self, asked: Asked, ending: str) -> bytes:
        figure = self.drawn(asked).figure
        if ending == CSV:
            return csv_bytes(figure)
        if ending == PEOPLE:
            return people_bytes(figure, self._labelled(asked))
        if ending == COMPANION:
            beside = asked.address(f"{asked.entry.slug}.{CSV}")
            return as_pretty_json(companion(figure, beside, self.about(asked)))
        if ending == JSON:
            return json_bytes(asked.entry.slug, figure, self.about(asked))
        if ending == SHEET:
            return xlsx_bytes(figure, self._labelled(asked), self.date(asked))
        if ending == TEXT:
            return "".join(f"{line}\n" for line in (figure.sentence, *figure.notes)).encode()
        if figure.spec is None:
            raise Problem("not_drawn", None, tuple(name for name in FORMATS if name != SPEC))
        spec = specification(
            figure,
            is_dark=asked.theme == DARK,
            version=asked.data_version,
            address=self._shown_address(asked),
            about=self.about(asked),
        )
        return as_pretty_json(spec)

    def address(self, asked: Asked) -> str:
        """The address of the page that shows the figure."""
        return self.public + asked.page

    def _shown_address(self, asked: Asked) -> str:
        """The address as a picture shows it, without the scheme."""
        return self.address(asked).partition("://")[2] or self.address(asked)

    def about(self, asked: Asked) -> dict[str, Any]:
        """What a file says of itself beside its rows; whom to ask, where somebody is known."""
        contact = told(asked.edition.institution)
        licence = self._library(asked.edition).descriptor(asked.edition)["licenses"][0]
        return {
            **fields(asked.edition.is_draft),
            "version": asked.data_version,
            "dataset": asked.edition.sha256,
            "licence": licence["path"],
            "address": self.address(asked),
            **({"contact": contact} if contact else {}),
        }

    def _labelled(self, asked: Asked) -> dict[str, str]:
        contact = told(asked.edition.institution)
        descriptor = self._library(asked.edition).descriptor(asked.edition)
        return {
            t("figures.file_version"): asked.data_version,
            t("figures.file_licence"): descriptor["licenses"][0]["path"],
            t("figures.file_address"): self.address(asked),
            t("figures.file_citation"): self.cited(asked),
            **({t("figures.file_contact"): contact} if contact else {}),
        }

    def cited(self, asked: Asked) -> str:
        """How to cite the dataset, in the language at hand."""
        descriptor = self._library(asked.edition).descriptor(asked.edition)
        turkish, english = citation(descriptor, asked.edition.institution, asked.edition.year)
        return english if asked.language != "tr" else turkish
