"""Signed papers as a scanner would send them."""

from io import BytesIO

from pypdf import PdfWriter


def scan() -> BytesIO:
    """A PDF of one empty page."""
    out, writer = BytesIO(), PdfWriter()
    writer.add_blank_page(595, 842)
    writer.write(out)
    out.seek(0)
    return out
