"""Giấy khen and giấy chứng nhận: landscape sheets with a QR code, many in one PDF."""

from kheo.documents.certificates.content import PrintedCertificate
from kheo.documents.certificates.sheet import to_sheet_of_certificates

__all__ = ["PrintedCertificate", "to_sheet_of_certificates"]
