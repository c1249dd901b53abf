"""Makes the pictures of the documentation from a fresh demonstration: `python -m tools.pictures`."""

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tools import serve_demo
from tools.browser import chromium
from tools.ports import first_free

FOLDER = serve_demo.ROOT / "docs/pictures"
FIRST_PORT = 8700


@dataclass(frozen=True)
class Picture:
    """One page as one person sees it; nobody signed in where `person` is empty."""

    name: str
    person: str
    path: str
    width: int = 1280
    height: int = 860


PICTURES = (Picture("viec-cua-toi", "chuyenvien", "/lam-viec/"),)


def take(browser: Browser, home: str, picture: Picture, password: str) -> None:
    """Signs in where need be, opens the page and writes the picture."""
    page = browser.new_page(base_url=home, locale="vi-VN", viewport={"width": picture.width, "height": picture.height})
    page.goto(picture.path)
    if picture.person:
        page.fill("input[name=login]", picture.person)
        page.fill("input[name=password]", password)
        page.press("input[name=password]", "Enter")
        page.wait_for_url(f"**{picture.path}")
    page.wait_for_load_state("networkidle")
    page.screenshot(path=FOLDER / f"{picture.name}.png")
    page.close()


def main() -> int:
    """Builds and serves a demonstration in a throw-away folder, and takes every picture."""
    port = first_free(FIRST_PORT, 100)
    if port is None:
        print("Không có cổng nào trống.")
        return 1
    with tempfile.TemporaryDirectory(prefix="kheo-pictures-") as folder:
        environment = serve_demo.environment_of(Path(folder))
        serve_demo.build(Path(folder), environment)
        sign_ins = serve_demo.manage(environment, "demo", "--sign-ins", stdout=subprocess.PIPE)
        password = sign_ins.splitlines()[0].rpartition(" ")[2]
        server = serve_demo.start(
            ["-m", "gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{port}", "--log-level", "warning"], environment
        )
        try:
            serve_demo.wait_until_answering(port, [server])
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
                for picture in PICTURES:
                    take(browser, f"http://127.0.0.1:{port}", picture, password)
        finally:
            serve_demo.stop([server])
    return 0


if __name__ == "__main__":
    sys.exit(main())
