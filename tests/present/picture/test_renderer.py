"""The pool of workers: what it draws, what it refuses, and how it survives its workers."""

from __future__ import annotations

import io
import multiprocessing
import os
import re
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageFont

from present.kit import theme
from present.picture.chart import FAMILY
from present.picture.renderer import (
    FONTS,
    LARGEST_SPEC,
    LARGEST_SVG,
    Busy,
    Renderer,
    RenderError,
    TooLarge,
    TooSlow,
)

BARS: dict[str, Any] = {
    "data": {"values": [{"name": "İncesu ışığı", "value": 1234.5}]},
    "mark": "bar",
    "encoding": {
        "x": {"field": "value", "type": "quantitative", "axis": {"format": ",.1f"}},
        "y": {"field": "name", "type": "nominal"},
    },
    "config": theme.chart_config(False),
}
#: A pattern that goes back over its text for years, and needs no memory for it.
_BACKTRACKING = f"test(regexp('(a+)+$'), '{'a' * 60}b')"
ENDLESS = {**BARS, "transform": [{"calculate": _BACKTRACKING, "as": "never"}]}


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    """One pool for what is drawn well."""
    made = Renderer(1)
    yield made
    made.close()


@pytest.fixture(scope="module")
def narrow() -> Iterator[Renderer]:
    """One worker, one place: what is not given back is missing to the next test. Time is ample:
    on a busy machine a worker may need long to be ready."""
    made = Renderer(1, waiting=1, seconds=120)
    yield made
    made.close()


def children() -> set[int | None]:
    """The processes that this one has started and that are still alive."""
    return {process.pid for process in multiprocessing.active_children()}


def is_gone(processes: set[int | None]) -> bool:
    """Whether processes end, with more patience than any machine needs."""
    for _ in range(3000):
        if not processes & children():
            return True
        time.sleep(0.02)
    return False


def svg(content: str = "", width: float = 40, height: float = 20, head: str = "") -> str:
    return (
        f'{head}<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}">'
        f"{content}</svg>"
    )


def image(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png))


def test_a_chart_becomes_text_with_turkish_letters_and_numbers(renderer: Renderer) -> None:
    drawn = renderer.svg(BARS)
    assert drawn.startswith("<svg")
    assert ">İncesu ışığı</text>" in drawn
    assert ">1.000,0</text>" in drawn


def test_a_picture_has_the_size_that_was_asked(renderer: Renderer) -> None:
    drawn = svg('<rect width="40" height="20" fill="#FF0000"/>')
    for scale in (1, 3):
        picture = image(renderer.png(drawn, scale, 40, 20))
        assert (picture.format, picture.size) == ("PNG", (40 * scale, 20 * scale))
        assert picture.convert("RGB").getpixel((5, 5)) == (255, 0, 0)


@pytest.mark.parametrize(
    ("weight", "file"), [(400, "kbb-sans-regular.ttf"), (600, "kbb-sans-semibold.ttf")]
)
def test_text_is_drawn_in_our_own_font(renderer: Renderer, weight: int, file: str) -> None:
    words = "İİİĞĞŞŞiiııMMWW₺"
    text = (
        f'<text x="10" y="60" font-size="40" font-family="{FAMILY}" font-weight="{weight}">'
        f"{words}</text>"
    )
    box = image(renderer.png(svg(text, 700, 90), 1, 700, 90)).getchannel("A").getbbox()
    assert box is not None
    left, top, right, bottom = ImageFont.truetype(FONTS / file, 40).getbbox(words)
    # The one rounds where a letter ends, the other does not.
    assert box[2] - box[0] == pytest.approx(right - left, abs=len(words) / 3)
    assert box[3] - box[1] == pytest.approx(bottom - top, abs=2)


def test_text_is_measured_in_our_own_font(renderer: Renderer) -> None:
    words = "50. Çevre düzenlemesi (Kavşak, orta refüj, yaya"
    text = {"type": "text", "align": "left", "fontSize": 15, "font": FAMILY}
    drawn = renderer.svg(
        {
            "data": {"values": [{}]},
            "width": 100,
            "height": 20,
            "padding": 0,
            "mark": text,
            "encoding": {"x": {"value": 0}, "y": {"value": 10}, "text": {"value": words}},
        }
    )
    width = re.search(r'<svg[^>]* width="([\d.]+)"', drawn)
    assert width
    expected = ImageFont.truetype(FONTS / "kbb-sans-regular.ttf", 15).getlength(words)
    assert float(width[1]) == pytest.approx(expected, abs=3)


def test_data_at_an_address_are_refused(renderer: Renderer, tmp_path: Path) -> None:
    file = tmp_path / "there.csv"
    file.write_text("name,value\ngizli,5\n", encoding="utf-8")
    for address in ("http://127.0.0.1:9/x.csv", file.as_uri(), str(file)):
        fetching = {**BARS, "data": {"url": address}}
        looked_up = {**BARS, "transform": [{"lookup": "a", "from": fetching}]}
        for spec in (fetching, {"layer": [fetching]}, looked_up):
            with pytest.raises(RenderError, match="address"):
                renderer.svg(spec)


def test_a_column_may_be_called_as_what_is_refused(renderer: Renderer) -> None:
    rows = [{"name": "a", "value": 1, "data": {"url": "x"}}]
    assert "<svg" in renderer.svg({**BARS, "data": {"values": rows}})


def test_pictures_within_a_picture_are_not_fetched(renderer: Renderer, tmp_path: Path) -> None:
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: Any) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        file = tmp_path / "there.png"
        Image.new("RGB", (4, 4), "red").save(file)
        for address in (f"http://127.0.0.1:{server.server_port}/x.png", str(file)):
            for name in ("image", "IMAGE", "svg:image", "feImage"):
                with pytest.raises(RenderError, match="pictures"):
                    renderer.png(svg(f'<{name} a=">" href="{address}"/>'), 1, 40, 20)
        entity = f"<!DOCTYPE svg [<!ENTITY e \"<image href='{file}'/>\">]>"
        with pytest.raises(RenderError, match="pictures"):
            renderer.png(svg("&e;", head=entity), 1, 40, 20)
    finally:
        server.shutdown()
        server.server_close()
    assert asked == []


def test_what_is_too_large_is_refused(renderer: Renderer) -> None:
    with pytest.raises(TooLarge):
        renderer.svg({**BARS, "description": "ş" * (LARGEST_SPEC // 2)})
    with pytest.raises(TooLarge):
        renderer.png(svg("<desc>" + "ş" * (LARGEST_SVG // 2) + "</desc>"), 1, 40, 20)
    for scale in (0, 5, 1.5, -1):
        with pytest.raises(TooLarge):
            renderer.png(svg(), scale, 40, 20)  # type: ignore[arg-type]
    with pytest.raises(TooLarge):
        renderer.png(svg(width=4000, height=4000), 2, 4000, 4000)


def test_a_picture_that_is_larger_than_it_says_is_refused(renderer: Renderer) -> None:
    for drawn in (svg(width=20000, height=20000), "<svg/>", ""):
        with pytest.raises(RenderError):
            renderer.png(drawn, 1, 40, 20)


def test_what_can_not_be_drawn_is_one_clear_error(renderer: Renderer) -> None:
    for spec in ({}, {**BARS, "mark": "nothing"}):
        with pytest.raises(RenderError) as error:
            renderer.svg(spec)
        assert "\n" not in str(error.value)
    with pytest.raises(RenderError) as error:
        renderer.png('<svg width="40" height="20"><g>', 1, 40, 20)
    assert "\n" not in str(error.value)


def test_a_full_queue_refuses_at_once() -> None:
    with pytest.raises(Busy) as error:
        Renderer(1, waiting=0).svg(BARS)
    assert error.value.retry_after > 0


def test_a_drawing_that_takes_too_long_is_ended(
    narrow: Renderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = children()
    narrow.svg(BARS)
    started = children() - before
    assert len(started) == 1
    # The worker is ready: only what never ends takes longer than it may, however busy the machine.
    with monkeypatch.context() as patch:
        patch.setattr(narrow, "_seconds", 0.5)
        with pytest.raises(TooSlow):
            narrow.svg(ENDLESS)
    assert is_gone(started)
    assert "<svg" in narrow.svg(BARS)


def test_the_place_of_a_drawing_under_way_is_taken(narrow: Renderer, tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    told: list[str] = []
    # Reading from the gate lasts until somebody writes into it.
    under_way = threading.Thread(target=lambda: told.append(narrow._do(Path.read_text, gate)))
    under_way.start()
    try:
        while narrow._places._value:
            time.sleep(0.01)
        with pytest.raises(Busy):
            narrow.svg(BARS)
    finally:
        gate.write_text("open")
        under_way.join()
    assert told == ["open"]
    assert "<svg" in narrow.svg(BARS)


def test_a_worker_that_dies_while_drawing_fails_its_task_alone(narrow: Renderer) -> None:
    with pytest.raises(RenderError, match="worker ended"):
        narrow._do(os._exit, 9)
    assert "<svg" in narrow.svg(BARS)


@pytest.mark.parametrize("is_noticed", [False, True])
def test_a_worker_killed_while_idle_costs_no_picture(renderer: Renderer, is_noticed: bool) -> None:
    renderer.svg(BARS)
    pool = renderer._pool
    assert pool is not None
    for pid in _workers(renderer):
        os.kill(pid, 9)
    while is_noticed and pool.active:
        time.sleep(0.02)
    for _ in range(2):
        assert "<svg" in renderer.svg(BARS)


def _workers(renderer: Renderer) -> list[int]:
    assert renderer._pool is not None
    return list(renderer._pool._pool_manager.worker_manager.workers)


def test_a_closed_renderer_starts_again(renderer: Renderer) -> None:
    renderer.svg(BARS)
    before = _workers(renderer)
    renderer.close()
    renderer.close()
    assert not set(before) & children()
    assert "<svg" in renderer.svg(BARS)
