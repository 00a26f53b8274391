"""Every page's elements: the dashboard's script run without a browser, view by view."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import parse_qsl, urlsplit
from zipfile import ZIP_DEFLATED, ZipFile

from tests.identity import addresses
from tests.identity.addresses import Wanted
from tests.identity.client import HOST
from tests.identity.record import Recorder, digest, recounted

#: Element ids hash what Streamlit was called with; behind the hash stands the key that we gave.
_ID = re.compile(r"^\$\$ID-[0-9a-f]+-")
#: Keys that count a showing by a hash, which is another one in every process.
_SALTED = re.compile(r":-?\d{6,}(?=:|$)")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
#: A chart's key holds the figure's name, which may change; a page's hash is that of its function.
_CHART_KEY = re.compile(r"^chart:.*")
_LEFT_OUT = frozenset({"page_script_hash"})


def record(
    archive: Path,
    wanted: Wanted,
    views: list[str],
    shown: Callable[[list[tuple[str, dict[str, str]]]], None],
) -> dict[str, Any]:
    """The entries of all views; ``shown`` is told the gallery's figures before all else."""
    with ZipFile(archive, "w", ZIP_DEFLATED) as file:
        recorder = Recorder(file)
        run = _Run(recorder)
        shown(run.gallery())
        for view, scheme, is_embedded in _asked(views, wanted.is_quick):
            name = f"elements:{view}" + f" {scheme}" * (scheme != "light")
            name += " embedded" * is_embedded
            if wanted.takes(name):
                text = run.view(view, scheme, is_embedded=is_embedded)
                recorder.elements(name, text)
        return recorder.entries


def _asked(views: list[str], is_quick: bool) -> Iterator[tuple[str, str, bool]]:
    """The views with their scheme, and whether they stand in a frame."""
    whole = [view for view in views if "?" not in view]
    groups = [f"/grafikler?{query}" for query in _GROUPS]
    mapped = (*whole, *_EXAMPLES) if is_quick else views
    for view in (*mapped, *addresses.VIEWS, *groups):
        if "lang=en" not in view:
            yield view, "light", False
    if is_quick:
        return
    for view in (*whole, *addresses.VIEWS, *groups, *_EXAMPLES):
        english = addresses.with_parameters(view, addresses.ENGLISH)
        yield english, "light", False
        yield view, "dark", False
        if "?" not in view:
            yield english, "dark", False
            yield view, "light", True
            yield f"{view}?{addresses.WRONG}", "light", False


#: The gallery's groups; the first one needs no parameter.
_GROUPS = tuple(
    f"grup={name}"
    for name in ("yillar", "gostergeler", "yerler", "meclis", "kaynaklar", "tutarlilik")
)

#: A view of each kind that the site's map names, for the other language and scheme.
_EXAMPLES = (
    "/amaclar?amac=2",
    "/hedef?hedef=6",
    "/gostergeler?gosterge=22.3",
    "/gostergeler?gosterge=1.1",
    "/birimler?birim=fen-isleri",
    "/ilce?ilce=talas",
)


class _Run:
    def __init__(self, recorder: Recorder) -> None:
        import app

        self._script = str(Path(str(app.app.script_path)).resolve())
        self._root = str(Path(app.__file__).resolve().parent)
        self._recorder = recorder
        self._pages: dict[str, str] = {}
        self._messages: list[Any] = []
        self._tree("/", "light", False)

    def gallery(self) -> list[tuple[str, dict[str, str]]]:
        """The figures that all groups of the gallery show."""
        figures = []
        for query in ("", *_GROUPS):
            page = self._tree("/grafikler" + (f"?{query}" if query else ""), "light", False)
            figures += addresses.gallery("\n".join(_bodies(page)))
        return [figure for place, figure in enumerate(figures) if figure not in figures[:place]]

    def view(self, view: str, scheme: str, *, is_embedded: bool) -> str:
        """A view's title, navigation and elements as text."""
        tree = self._tree(view, scheme, is_embedded)
        lines = [json.dumps(message, ensure_ascii=False, indent=1) for message in self._frame()]
        for line in _lines(tree, 0):
            lines.append(_STYLE.sub(self._style(scheme, is_embedded), line))
        text = "\n".join(lines).replace(self._root, "[root]")
        return recounted(_UUID.sub("[uuid]", text)) + "\n"

    def _style(self, scheme: str, is_embedded: bool) -> Callable[[re.Match[str]], str]:
        """Keeps a style by itself and leaves its digest in the page."""

        def keep(style: re.Match[str]) -> str:
            name = digest(style[0].encode())[:12]
            known = f"style:{scheme}" + " embedded" * is_embedded
            is_scheme = len(style[0]) < 1000
            self._recorder.elements(known if is_scheme else "style:", style[0])
            return f"<style>[{name}]</style>"

        return keep

    def _tree(self, view: str, scheme: str, is_embedded: bool) -> Any:
        from streamlit.testing.v1 import AppTest, local_script_runner

        parse = local_script_runner.parse_tree_from_messages

        def keeping(messages: list[Any]) -> Any:
            self._messages = list(messages)
            return parse(messages)

        parts = urlsplit(view)
        page = AppTest.from_file(self._script, default_timeout=120)
        page.query_params.update(dict(parse_qsl(parts.query, keep_blank_values=True)))
        page.context.update(
            theme=scheme, is_embedded=is_embedded, url=f"https://{HOST}{parts.path}"
        )
        slug = parts.path.strip("/")
        if slug:
            page._page_hash = self._pages[slug]
        with patch.object(local_script_runner, "parse_tree_from_messages", keeping):
            page.run()
        if not self._pages:
            self._pages = {
                str(info["url_pathname"]): name for name, info in page._registered_pages.items()
            }
        if page.exception:
            raise RuntimeError(f"{view}: {page.exception[0].stack_trace}")
        return page._tree

    def _frame(self) -> Iterator[dict[str, Any]]:
        """What a run says of the whole page: its title, its navigation."""
        from google.protobuf.json_format import MessageToDict

        for message in self._messages:
            kind = message.WhichOneof("type")
            if kind == "page_config_changed":
                yield _plain(MessageToDict(message.page_config_changed,
                                           preserving_proto_field_name=True))  # fmt: skip
            elif kind == "navigation":
                yield _plain(MessageToDict(message.navigation, preserving_proto_field_name=True))


def _bodies(block: Any) -> Iterator[str]:
    """All HTML of a tree."""
    for child in block.children.values():
        if hasattr(child, "children"):
            yield from _bodies(child)
        elif child.type == "html":
            yield child.proto.body


def _lines(block: Any, depth: int) -> Iterator[str]:
    """A tree's blocks and elements, one after the other, with all that they say."""
    from google.protobuf.json_format import MessageToDict

    for child in block.children.values():
        proto = getattr(child, "proto", None)
        said = {} if proto is None else MessageToDict(proto, preserving_proto_field_name=True)
        yield f"{'  ' * depth}[{child.type}]"
        yield from _said(said)
        if hasattr(child, "children"):
            yield from _lines(child, depth + 1)


def _said(said: dict[str, Any]) -> Iterator[str]:
    for name, value in _plain(said).items():
        if isinstance(value, str):
            yield f"{name}: {value}"
        else:
            yield f"{name}: {json.dumps(value, ensure_ascii=False, indent=1)}"


def _plain(part: Any, name: str = "") -> Any:
    """A description with its packed parts opened, and without what is made up by chance."""
    if isinstance(part, dict):
        return {key: _plain(value, key) for key, value in part.items() if key not in _LEFT_OUT}
    if isinstance(part, list):
        return [_plain(value, name) for value in part]
    if not isinstance(part, str):
        return part
    if name == "id" and _ID.match(part):
        key = _SALTED.sub(":[n]", _ID.sub("", part))
        return _CHART_KEY.sub("chart", key)
    if name in ("spec", "json", "tooltip") and part.startswith("{"):
        return json.loads(part)
    if name == "data":
        return _table(part)
    return part


def _table(packed: str) -> Any:
    """The rows of an Arrow table with the types of its columns; other bytes as they are."""
    import pyarrow as pa

    try:
        table = pa.ipc.open_stream(BytesIO(base64.b64decode(packed))).read_all()
    except (ValueError, pa.ArrowInvalid):
        return packed
    rows = [json.dumps(row, ensure_ascii=False, default=str) for row in table.to_pylist()]
    return [str(table.schema.remove_metadata()), *rows]
