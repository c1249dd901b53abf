"""The 14-day link: made and closed by a unit's writer, written to by a guest, answered by a writer."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from io import BytesIO
from typing import BinaryIO
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from kheo.audit.models import record
from kheo.core import filechecks as checks
from kheo.movement.actions import evidence, progress
from kheo.movement.actions.holding import hold
from kheo.movement.actions.telling import tell_sent
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import LINK_DAYS, Exemplar, GuestLink, GuestNote, GuestPhoto, Outcome

NOTES_A_DAY = 5
PHOTOS = 3
CAPTION = "Ảnh gửi qua liên kết"


@dataclass(frozen=True)
class Stripped:
    """A guest's photo as it will be kept: the clean copy, and the hash of what was sent."""

    content: bytes
    sha256: str


@transaction.atomic
def make_link(exemplar: Exemplar, *, by, for_whom: str, outcome: Outcome | None = None) -> GuestLink:
    """A link for one exemplar and one outcome, open for 14 days."""
    exemplar = hold(exemplar, by=by)
    if not for_whom.strip():
        raise NotYet("Hãy ghi gửi cho ai, ví dụ “trưởng thôn An Mô”.")
    if outcome is not None and outcome.exemplar_id != exemplar.pk:
        raise NotYet("Kết quả được chọn không phải của mô hình này.")
    made_at = timezone.now()
    link = GuestLink(
        exemplar=exemplar, outcome=outcome, for_whom=for_whom.strip(), made_by=by, made_at=made_at,
        expires_at=made_at + timedelta(days=LINK_DAYS), token=uuid4().hex,
    )  # fmt: skip
    link.save()
    link.token = _digest(secret_of(link))
    link.save(update_fields=["token"])
    record("guest_link.make", exemplar, by=by, link=link.pk, personal={"for_whom": link.for_whom})
    return link


def secret_of(link: GuestLink) -> str:
    """The last part of the link. It stands in no table: whoever reads a copy of the database can use none of them."""
    made = f"{link.pk}:{link.made_at.isoformat()}"
    return salted_hmac("kheo.guest_link", made, algorithm="sha256").hexdigest()[:40]


def found_by(secret: str) -> GuestLink | None:
    """The link of this secret, open or not; None when there never was one."""
    found = GuestLink.objects.select_related("exemplar__unit", "outcome")
    return found.filter(token=_digest(secret)).first()


def why_closed(link: GuestLink, *, now: datetime | None = None) -> str | None:
    """Why nothing can be sent through it now, kindly; None while it is open."""
    if link.closed_at is not None or link.exemplar.stage == "merged":
        return "Liên kết này đã đóng. Nếu bà con còn điều muốn gửi, xin nhắn lại cán bộ đã gửi liên kết."
    if not link.is_open(at=now):
        return (
            f"Liên kết này đã hết hạn ngày {timezone.localdate(link.expires_at):%d/%m/%Y}. "
            "Xin nhắn cán bộ đã gửi để nhận liên kết mới."
        )
    return None


@transaction.atomic
def close(link: GuestLink, *, by) -> GuestLink:
    """Nothing more comes through; what came before still waits for its answer."""
    exemplar = hold(link.exemplar, by=by)
    link = GuestLink.objects.select_for_update(of=("self",)).get(pk=link.pk)
    if link.closed_at is None:
        link.closed_at = timezone.now()
        link.save(update_fields=["closed_at"])
        record("guest_link.close", exemplar, by=by, link=link.pk)
    return link


def send(
    link: GuestLink, *, sentence: str, amount: Decimal | None, photos: Sequence[tuple[BinaryIO, str]]
) -> GuestNote:  # fmt: skip
    """What a guest sends. Photos lose everything but their pixels before they touch the disk.

    Raises `BadFile`, or `NotYet` for a closed link, an empty note or too many of them. Sent twice, kept once.
    """
    sentence = sentence.strip()
    if not sentence and amount is None and not photos:
        raise NotYet("Xin ghi một câu, một con số, hoặc gửi một tấm ảnh.")
    if amount is not None and (amount < 0 or link.outcome_id is None):
        raise NotYet("Con số này không ghi được; xin viết vào câu bên dưới.")
    if len(photos) > PHOTOS:
        raise NotYet(f"Mỗi lần gửi nhiều nhất {PHOTOS} ảnh.")
    if refusal := why_closed(link):
        raise NotYet(refusal)
    stripped = [_strip(file, name) for file, name in photos]
    saved: list[str] = []
    try:
        with transaction.atomic():
            return _keep(link, sentence, amount, {each.sha256: each for each in stripped}, saved)
    except BaseException:
        evidence.drop_files(saved)
        raise


def accept(note: GuestNote, *, by) -> GuestNote:
    """The note becomes progress: its sentence, its number for the link's outcome, its photos as evidence."""
    exemplar = note.link.exemplar
    with transaction.atomic():
        note = _waiting(note, by)
        figures = {note.link.outcome: note.amount} if note.amount is not None else None
        said = note.sentence or CAPTION
        note.progress = progress.write(
            exemplar, by=by, on=timezone.localdate(note.at), note=said, figures=figures
        )  # fmt: skip
        note.accepted_by, note.answered_at = by, timezone.now()
        note.save()
        photos = list(note.photos.all())
        for photo in photos:
            _make_evidence(photo, note, by)
        note.photos.all().delete()
        record("guest_note.accept", exemplar, by=by, guest_note=note.pk, progress=note.progress_id, photos=len(photos))
        transaction.on_commit(partial(evidence.drop_files, [photo.file.name for photo in photos]))
    return note


@transaction.atomic
def decline(note: GuestNote, *, by, reason: str) -> GuestNote:
    """The note is not taken over; the guest reads the reason, the photos go."""
    note = _waiting(note, by)
    if not reason.strip():
        raise NotYet("Hãy ghi lý do để người gửi biết.")
    note.answer, note.answered_at = reason.strip()[:300], timezone.now()
    note.save()
    paths = [photo.file.name for photo in note.photos.all()]
    note.photos.all().delete()
    record("guest_note.decline", note.link.exemplar, by=by, note=note.answer, guest_note=note.pk, photos=len(paths))
    transaction.on_commit(partial(evidence.drop_files, paths))
    return note


def _strip(file: BinaryIO, name: str) -> Stripped:
    if not checks.kind_of(file).is_photo:  # asked first: nobody without an account has a document unpacked here
        raise checks.BadFile("Ở đây chỉ nhận ảnh (JPG, PNG, WebP).")
    checks.check(file, name)
    sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return Stripped(checks.clean_copy(file), sha256)


def _keep(link: GuestLink, sentence: str, amount, photos: dict[str, Stripped], saved: list[str]) -> GuestNote:
    link = GuestLink.objects.select_for_update(of=("self",)).select_related("exemplar__unit", "made_by").get(pk=link.pk)
    if refusal := why_closed(link):
        raise NotYet(refusal)
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    notes = list(link.notes.filter(at__gte=today).prefetch_related("photos"))
    for former in notes:
        if _same(former, sentence, amount, set(photos)):
            return former
    if len(notes) >= NOTES_A_DAY:
        raise NotYet(f"Hôm nay đã gửi {NOTES_A_DAY} lần. Xin gửi tiếp vào ngày mai.")
    note = GuestNote.objects.create(link=link, sentence=sentence, amount=amount)
    for photo in photos.values():
        path = GuestPhoto._meta.get_field("file").generate_filename(None, f"{uuid4().hex}.jpg")
        saved.append(default_storage.save(path, ContentFile(photo.content)))
        GuestPhoto.objects.create(note=note, file=saved[-1], sha256=photo.sha256)
    record("guest_note.send", link.exemplar, by=None, guest_note=note.pk, link=link.pk, photos=len(photos))
    tell_sent(link)
    return note


def _same(former: GuestNote, sentence: str, amount, photos: set[str]) -> bool:
    """A second press of the same button. Photos of an answered note are gone: it is never the same again."""
    sent = {photo.sha256 for photo in former.photos.all()}
    return former.answered_at is None and (former.sentence, former.amount, sent) == (sentence, amount, photos)


def _waiting(note: GuestNote, by) -> GuestNote:
    hold(note.link.exemplar, by=by)
    found = GuestNote.objects.select_for_update(of=("self",)).select_related("link__exemplar__unit", "link__outcome")
    note = found.get(pk=note.pk)
    if note.answered_at is not None:
        raise NotYet("Tin này đã được trả lời.")
    return note


def _make_evidence(photo: GuestPhoto, note: GuestNote, by) -> None:
    with photo.file.open("rb") as file:
        evidence.add(
            note.link.exemplar, BytesIO(file.read()), f"anh-gui-{note.pk}-{photo.pk}.jpg", by=by, caption=CAPTION,
            outcome=note.link.outcome, progress=note.progress, sha256=photo.sha256,
        )  # fmt: skip


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
