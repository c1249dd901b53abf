"""What a certificate says: plain words; the code and the link under its QR come from whoever issued it."""

from dataclasses import dataclass
from datetime import date

from kheo.documents.paper import Form, Signer


@dataclass(frozen=True)
class PrintedCertificate:
    """One sheet. `award` is printed large ("Giấy khen", "Giấy chứng nhận"), `giver` over it says who gives it.

    `link` is what the QR code holds and `code` what is printed under it; without a link there is no QR code.
    """

    form: Form
    award: str
    giver: str
    name: str
    reason: str
    signer: Signer
    unit: str = ""
    place: str = ""
    on: date | None = None
    decision: str = ""
    register: str = ""  # the line of the golden book (Sổ vàng)
    code: str = ""
    link: str = ""
    verb: str = "Tặng"  # "Tặng", or "Chứng nhận"
