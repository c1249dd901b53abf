"""What a code proves, for anyone who holds the paper; and what is printed on it."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from kheo.appraisal import seals
from kheo.appraisal.models import Certificate, Commendation
from kheo.appraisal.queries.papers import LEVEL
from kheo.core.vietnamese import format_date
from kheo.movement.models import Verdict

NO_SUCH_NUMBER = "Không có giấy nào mang số này. Xin xem lại từng chữ; nếu vẫn vậy, giấy không do hệ thống này cấp."
NO_SUCH_PAPER = "Chữ ký trên mã là của hệ thống này nhưng không còn giấy nào ứng với nó. Xin hỏi cơ quan ghi trên giấy."
CHANGED = (
    "Mã đúng là do hệ thống cấp, nhưng dữ liệu đang lưu đã khác với lúc cấp nên KHÔNG xác nhận được. Xin hỏi cơ quan ghi "
    "trên giấy."
)
UNNAMED = "một cá nhân (chưa đồng ý nêu tên trên mạng; tên ghi trên giấy)"


@dataclass(frozen=True)
class Proof:
    """What the page of a certificate says. `annulled`: by which decision it came to its end, or ""."""

    heading: str
    rows: tuple[tuple[str, str], ...]
    annulled: str
    short: str


def check(text: str) -> Proof:
    """What stands behind a code or a number as it was scanned or typed. Raises `seals.Refused`."""
    letters = seals.plain(text)
    found = _by_number(letters) if len(letters) == seals.SHORT else _by_code(letters)
    # Whoever changed a row, or the code in it, is found out here.
    if seals.read(found.code) != found.claim:
        raise seals.Refused(CHANGED)
    return _proof(found)


def _by_number(letters: str) -> Certificate:
    found = Certificate.objects.with_facts().filter(short=seals.read_short(letters)).first()
    if found is None:
        raise seals.Refused(NO_SUCH_NUMBER)
    return found


def _by_code(letters: str) -> Certificate:
    seals.read(letters)
    found = Certificate.objects.with_facts().filter(code=letters).first()
    if found is None:
        raise seals.Refused(NO_SUCH_PAPER)
    return found


def _proof(certificate: Certificate) -> Proof:
    thing = certificate.thing
    holder = certificate.holder if certificate.shows_holder else UNNAMED
    what = _award_rows(thing, holder) if isinstance(thing, Commendation) else _recognition_rows(thing, holder)
    decision = (
        ("Cơ quan quyết định", thing.issuer),
        ("Quyết định số", thing.decision_no or "không ghi số"),
        ("Ngày quyết định", format_date(thing.decided_on)),
    )
    annulled = ""
    if thing.annulled_on:
        annulled = f"theo quyết định {thing.annulled_by_decision}, từ ngày {format_date(thing.annulled_on)}"
    heading = "Giấy này đã hết hiệu lực" if annulled else "Giấy này là thật"
    return Proof(heading, (*what, *decision), annulled, seals.grouped(certificate.short))


def _recognition_rows(recognition, holder: str):
    exemplar = recognition.exemplar
    return (
        ("Công nhận", f"{exemplar.get_kind_display()} “Dân vận khéo” {level_of(recognition)}"),
        ("Của", holder),
        ("Đơn vị thực hiện", exemplar.unit.title),
        ("Năm", str(recognition.year)),
        ("Còn hoạt động không", _alive(exemplar)),
    )


def level_of(recognition) -> str:
    """cấp xã, cấp tỉnh."""
    return LEVEL.get(recognition.level) or f"cấp {recognition.get_level_display().lower()}"


def _award_rows(commendation: Commendation, holder: str):
    return (
        ("Khen thưởng", commendation.form.name),
        ("Tặng", holder),
        ("Thành tích", commendation.achievement if holder != UNNAMED else "ghi trên giấy"),
        ("Năm", str(commendation.year)),
    )


def _alive(exemplar) -> str:
    latest = exemplar.verifications.first()
    if latest is None:
        return "chưa có xác nhận"
    word = "không còn hoạt động" if latest.verdict == Verdict.DEAD else "còn hoạt động"
    return f"{word}, xác nhận gần nhất: {latest.on:%m/%Y}".replace(": 0", ": ")


def link_of(certificate: Certificate) -> str:
    """What the QR code holds: in capitals throughout, for which a QR code needs a third less room."""
    return settings.WAGTAILADMIN_BASE_URL.upper() + reverse("certificates:scanned", args=[certificate.code])
