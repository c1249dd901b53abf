"""Finds the LibreOffice that reads our DOCX in tests. `python -m tools.office` prints its path, or ends with 1."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.sax.saxutils import escape

NAMES = ("soffice", "libreoffice")
TIMEOUT = 240  # seconds for a whole folder of papers
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <alias binding="same"><family>Times New Roman</family><accept><family>Liberation Serif</family></accept></alias>
</fontconfig>
"""


def office() -> str | None:
    """Path of a LibreOffice on PATH, else None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def convert(files: list[Path], into: Path, fonts: Path) -> None:
    """Makes a PDF of each DOCX in one run, in a profile of its own below `into`; only the given fonts are seen."""
    program = office()
    assert program, "LibreOffice was looked for before"
    config = into / "fonts.conf"
    config.write_text(FONTS.format(fonts=escape(str(fonts)), cache=escape(str(into / "cache"))), "utf-8")
    subprocess.run(
        [
            program, "--headless", f"-env:UserInstallation={(into / 'profile').as_uri()}",
            "--convert-to", "pdf", "--outdir", str(into), *map(str, files),
        ],
        env={**os.environ, "FONTCONFIG_FILE": str(config), "HOME": str(into)},
        check=True, capture_output=True, timeout=TIMEOUT,
    )  # fmt: skip


if __name__ == "__main__":
    found = office()
    print(found or "")
    sys.exit(found is None)
