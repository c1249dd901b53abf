"""Draws a paper: composed once into elements with every measure in them, then set as PDF/A or written as DOCX."""

from kheo.documents.typesetting.docx import to_docx
from kheo.documents.typesetting.letters import MissingLetter
from kheo.documents.typesetting.pdf import to_pdf, to_pdf_together

__all__ = ["MissingLetter", "to_docx", "to_pdf", "to_pdf_together"]
