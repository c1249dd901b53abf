"""Finds the Chromium that browser tests drive. `python -m tools.browser` prints its path, or ends with 1."""

import shutil
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium() -> str | None:
    """Path of a Chromium on PATH, else of the one playwright keeps, else None."""
    return next(filter(None, map(shutil.which, NAMES)), None) or playwrights_own()


def playwrights_own() -> str | None:
    """Path of the Chromium that `playwright install` downloaded, if it did."""
    from playwright.sync_api import sync_playwright  # slow to load, and seldom needed

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


if __name__ == "__main__":
    found = chromium()
    print(found or "")
    sys.exit(found is None)
