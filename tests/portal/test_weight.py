"""The first view of an article on a cheap phone: how many bytes come over the wire, and that nothing jumps."""

import gzip
import re
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders

from tests import make

LIMIT = 90_000  # bytes, with fonts
PARAGRAPH = (
    "Con đường vào thôn An Mô rộng hai mét rưỡi. Xe cấp cứu phải dừng ở đầu thôn; mùa gặt, máy cày nép vào rào. "
)


@pytest.fixture
def page():
    return make.article("Năm mươi sáu hộ lùi hàng rào", text=PARAGRAPH * 40, lead=PARAGRAPH)


@pytest.mark.django_db
def test_an_article_with_everything_it_loads_is_light(client, page):
    html = client.get(page.address, headers={"accept-encoding": "gzip"})
    text = gzip.decompress(html.content).decode() if html.get("Content-Encoding") else html.content.decode()
    # Inside <noscript> is what a browser with scripts never asks for.
    loaded = set(
        re.findall(
            r'(?:src|href)="/static/([^"]+\.(?:css|js|svg|woff2))', re.sub(r"<noscript>.*?</noscript>", "", text)
        )
    )
    files = {name: Path(finders.find(name)) for name in loaded}
    fonts = Path(finders.find("core/fonts/OFL.txt")).parent.glob("*.woff2")

    weight = len(gzip.compress(text.encode()))
    weight += sum(len(brotli.compress(path.read_bytes())) for path in files.values() if path.suffix != ".woff2")
    weight += sum(path.stat().st_size for path in fonts)  # all weights: more than one page asks for

    assert len(files) > 8
    assert weight < LIMIT


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_nothing_jumps_while_it_comes(page, context, live_server):
    shown = context.new_page()
    shown.set_viewport_size({"width": 390, "height": 844})
    shown.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => { for (const each of list.getEntries()) "
        "if (!each.hadRecentInput) window.moved += each.value; }).observe({ type: 'layout-shift', buffered: true });"
    )
    shown.goto(live_server.url + page.address)
    shown.wait_for_load_state("networkidle")

    assert shown.evaluate("window.moved") < 0.02
