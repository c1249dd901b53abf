"""Certificates to one PDF/A: each fitted to its sheet, all set in one run of Typst."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import segno

from kheo.core.vietnamese import clean
from kheo.documents.certificates.content import PrintedCertificate
from kheo.documents.certificates.fitting import fit
from kheo.documents.layouts import Layout, layout_for
from kheo.documents.paper import Form
from kheo.documents.typesetting.bodies import authority_in
from kheo.documents.typesetting.desk import day_in_words
from kheo.documents.typesetting.heads import MOTTO, NATION
from kheo.documents.typesetting.letters import FAMILY, require_letters, width_mm
from kheo.documents.typesetting.pdf import set_pdf

TEMPLATE = Path(__file__).with_name("certificate.typ")
NATION_SIZE, MOTTO_SIZE = 15, 14  # pt, as in certificate.typ
MASK, QUIET = 4, 4  # of the QR code: its pattern, and the empty modules that must stand around it
DARK = re.compile(b"\x01+")


def to_sheet_of_certificates(certificates: Sequence[PrintedCertificate], *, today: date) -> bytes:
    """All certificates in one PDF/A-2b, a landscape A4 page each. Raises MissingLetter; ValueError when there are none."""
    if not certificates:
        raise ValueError("Chưa có giấy nào để in.")
    day = certificates[0].on or today
    sheet = {
        "title": f"{certificates[0].award} ({len(certificates)})",
        "author": certificates[0].giver,
        "day": (day.year, day.month, day.day),
        "family": FAMILY,
        "certificates": [drawn(one, layout_for(one.form, one.on or today)) for one in certificates],
    }
    return set_pdf(TEMPLATE, sheet)


def drawn(one: PrintedCertificate, layout: Layout) -> dict[str, Any]:
    """One certificate as the template reads it."""
    form = Form(one.form)
    name = fit(printable(one.name))
    nation = NATION[form].upper()
    motto = MOTTO if layout.motto else ""
    dated = day_in_words(one.on)
    return {
        "nation": nation,
        "motto": motto,
        "rule": width_mm(motto or nation, MOTTO_SIZE if motto else NATION_SIZE, bold=True),
        "giver": printable(one.giver).upper().splitlines(),
        "verb": printable(one.verb).upper(),
        "award": printable(one.award).upper(),
        "name": name.lines,
        "size": name.size,
        "unit": printable(one.unit),
        "reason": printable(one.reason),
        "dated": printable(f"{one.place}, {dated}" if one.place else dated),
        "authority": printable(authority_in(layout, one.signer.authority)).upper().splitlines(),
        "title": printable(one.signer.title).upper().splitlines(),
        "bold-title": layout.signer_title.bold,
        "signer": printable(one.signer.name),
        "notes": [printable(line) for line in (one.decision, one.register) if line],
        "qr": qr_code(one.link) if one.link else "",
        "code": printable(one.code),
    }


def printable(text: str) -> str:
    """The text composed and clean; raises MissingLetter."""
    cleaned, _ = clean(text)
    require_letters(cleaned)
    return cleaned


def qr_code(link: str) -> str:
    """The QR code of a link as SVG: one path, a piece of it for each run of dark modules.

    The mask is given: a link is as good as random, any mask parts it well enough, and trying all eight would take
    five times as long as everything else on the sheet.
    """
    matrix = segno.make(link, error="m", micro=False, mask=MASK).matrix
    side = len(matrix) + 2 * QUIET
    runs = "".join(
        f"M{start + QUIET} {row + QUIET}h{end - start}v1h{start - end}z"
        for row, modules in enumerate(matrix)
        for start, end in (found.span() for found in DARK.finditer(bytes(modules)))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/><path d="{runs}"/></svg>'
    )
