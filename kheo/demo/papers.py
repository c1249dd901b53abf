"""Stand-in evidence for the stories: a drawn page, named as illustration, beside most of what was counted."""

import hashlib
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from kheo.accounts.models import User
from kheo.movement.models import Evidence, Exemplar, Outcome

RULES = 18


def prove(exemplar: Exemplar, outcome: Outcome, by: User) -> Evidence:
    """Put a drawn page beside an outcome that has its figure."""
    page = _page(f"{exemplar.name} {outcome.name}")
    words = f"Biên bản xác nhận “{outcome.name}” (minh họa)"
    evidence = Evidence(
        exemplar=exemplar, outcome=outcome, kind="document", name=f"{words[:200]}.pdf", caption=words[:300],
        taken_on=outcome.actual_on, content_type="application/pdf", size=len(page),
        sha256=hashlib.sha256(page).hexdigest(), by=by,
    )  # fmt: skip
    evidence.original.save("bien-ban-minh-hoa.pdf", ContentFile(page), save=False)
    evidence.save()
    return evidence


def _page(about: str) -> bytes:
    """Ruled lines and two plain words: nothing that could be taken for a real paper. No two pages are the same."""
    seed = hashlib.sha256(about.encode()).digest()
    page = Image.new("RGB", (420, 594), "white")
    pen = ImageDraw.Draw(page)
    pen.text((170, 40), "MINH HOA", fill="#A4161A")
    for number in range(RULES):
        height = 110 + number * 24
        pen.line((50, height, 370 - seed[number], height), fill="#CCC4B8", width=3)
    held = BytesIO()
    page.save(held, "PDF")
    return held.getvalue()
