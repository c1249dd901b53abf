"""What is done to a letter: sent by somebody without an account; answered, passed on, put aside, restricted at work."""

import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import BinaryIO
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.utils import timezone

from kheo.audit.models import record
from kheo.core import filechecks as checks
from kheo.movement.actions import moves
from kheo.movement.actions.evidence import drop_files
from kheo.movement.lifecycle.move import Move, NotYet
from kheo.portal.actions import allowances, codes
from kheo.portal.lifecycle.letter import ENDED, LETTER, LETTER_MOVES, LetterStage
from kheo.portal.models import Letter, LetterPhoto, Referral
from kheo.units.models import Unit

PHOTOS = 3
SAME_WITHIN = timedelta(days=1)
KEPT_DAYS = 180  # after a letter has ended: its sender, its photos; of a complaint all words too
WORDS_KEPT_DAYS = 3 * 365  # after a letter has ended: what it said

FULL = "Mạng này vừa gửi nhiều thư. Xin chờ một giờ rồi gửi tiếp; nội dung vẫn còn trong các ô bên dưới."
SAME = (
    "Nội dung giống hệt đã được nhận trong ngày, không cần gửi lại. Nếu chưa kịp chép mã theo dõi, xin viết thêm một câu "
    "rồi gửi."
)


def send(
    mark: str, *, network: str, photos: Sequence[tuple[BinaryIO, str]] = (), is_complaint: bool = False, **facts
) -> tuple[Letter, str]:
    """Keep a letter; returns it with its code. The same form (`mark`) sent again as it was leads to the same letter.

    `facts`: kind, text, title, place, exemplar, article, sender_name, contact. Raises `NotYet` and
    `BadFile` with the sentence to read.
    """
    code = _code(mark, facts, is_complaint)
    if kept := Letter.objects.filter(code=codes.digest(code)).first():
        return kept, code
    if len(photos) > PHOTOS:
        raise NotYet(f"Mỗi lần gửi nhiều nhất {PHOTOS} ảnh.")
    if photos:
        _allow("photos", network, allowances.PHOTOS)
    clean = dict(_strip(file, name) for file, name in photos)
    saved: list[str] = []
    try:
        with transaction.atomic():
            letter = _keep(code, network, clean, saved, is_complaint, facts)
            if is_complaint:
                _take_back(_code(mark, facts, False))
        return letter, code
    except IntegrityError:  # the second press came while the first was being kept
        drop_files(saved)
        return Letter.objects.get(code=codes.digest(code)), code
    except BaseException:
        drop_files(saved)
        raise


def _code(mark: str, facts: dict, is_complaint: bool) -> str:
    """Whoever goes back and writes it otherwise sends another letter."""
    return codes.code_of("\0".join([mark, facts.get("title", ""), facts["text"], str(is_complaint)]))


def _take_back(code: str) -> None:
    """Sent as feedback, and then from the same form as a complaint: the first must not wait in the commune's box."""
    former = Letter.objects.filter(code=codes.digest(code), is_complaint=False).first()
    if former is not None:
        record("letter.take_back", former, by=None)
        former.delete()


def _keep(
    code: str, network: str, photos: dict[str, bytes], saved: list[str], is_complaint: bool, facts: dict
) -> Letter:
    at = timezone.now()
    same = {name: facts.get(name) for name in ("kind", "exemplar", "article", "place")}
    same |= {"text": facts["text"], "title": facts.get("title", ""), "is_complaint": is_complaint}
    if Letter.objects.filter(at__gt=at - SAME_WITHIN, **same).exists():
        raise NotYet(SAME)
    _allow("letters", network, allowances.LETTERS)
    letter = Letter(code=codes.digest(code), at=at, stage_since=at, **facts, **_born(facts.get("place"), is_complaint))
    if letter.sender_name or letter.contact:
        letter.consented_at = at
    letter.save()
    for sha256, content in photos.items():
        path = LetterPhoto._meta.get_field("file").generate_filename(None, f"{uuid4().hex}.jpg")
        saved.append(default_storage.save(path, ContentFile(content)))
        LetterPhoto.objects.create(letter=letter, file=saved[-1], sha256=sha256)
    record("letter.send", letter, by=None, photo_count=len(photos))
    return letter


def _born(place: Unit | None, is_complaint: bool) -> dict:
    """Where it waits; what its sender calls a complaint never comes to the place it names, nor into anybody's list."""
    if not is_complaint:
        return {"unit": place or top()}
    answer = Referral.objects.complaint_text()
    return {"unit": top(), "stage": LetterStage.OUT, "is_complaint": True, "answer": answer}


def _allow(act: str, network: str, most: int) -> None:
    try:
        allowances.use(act, network, most=most)
    except allowances.Flooded:
        raise NotYet(FULL) from None


def _strip(file: BinaryIO, name: str) -> tuple[str, bytes]:
    """The hash of what was sent, and its pixels without place and device."""
    if not checks.kind_of(file).is_photo:  # asked first: nobody without an account has a document unpacked here
        raise checks.BadFile("Ở đây chỉ nhận ảnh (JPG, PNG, WebP).")
    checks.check(file, name)
    sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return sha256, checks.clean_copy(file)


def open_moves(letter: Letter, user) -> list[Move]:
    """The buttons: what `user` may do with it now."""
    found = moves.open_moves(letter, LETTER, user, letter.unit)
    return [move for move in found if move.obstacle(letter, user) is None]


def advance(letter: Letter, name: str, *, by, text: str = "", to: Unit | None = None) -> Letter:
    """Make a move of the table. `text` is what the sender will read (or why it is opened anew), `to` whom it goes to.

    Raises `NotYet` with the sentence to read. The trail keeps that it was done, not what was said.
    """
    if not Letter.objects.visible_to(by).filter(pk=letter.pk).exists():
        raise PermissionDenied("Đồng chí không được giao thư này.")
    return moves.make(letter, LETTER_MOVES[name], unit=letter.unit, by=by, also=_EFFECTS[name](text.strip(), to, by))


def top() -> Unit:
    """The unit that runs the movement as a whole: letters that name no place wait there."""
    root = Unit.objects.filter(depth=1).first()
    if root is None:
        raise NotYet("Cổng chưa sẵn sàng nhận thư. Xin quay lại sau.")
    return root


def _answer(text: str, to, by) -> Callable[[Letter], None]:
    def also(letter: Letter) -> None:
        if not text:
            raise NotYet("Hãy viết điều người gửi sẽ đọc.")
        letter.answer, letter.answered_by = text, by

    return also


def _pass_on(text: str, to: Unit | None, by) -> Callable[[Letter], None]:
    def also(letter: Letter) -> None:
        if to is None:
            raise NotYet("Hãy chọn đơn vị để chuyển đến.")
        letter.passed_to, letter.answer, letter.answered_by = to, text, by

    return also


def _reopen(text: str, to, by) -> Callable[[Letter], None]:
    def also(letter: Letter) -> None:
        letter.answer, letter.answered_by, letter.passed_to = "", None, None

    return also


def _restrict(letter: Letter) -> None:
    letter.is_complaint, letter.unit, letter.passed_to = True, top(), None
    letter.answer, letter.answered_by = Referral.objects.complaint_text(), None


def _restore(text: str, to, by) -> Callable[[Letter], None]:
    def also(letter: Letter) -> None:
        letter.is_complaint, letter.unit = False, letter.place or top()
        letter.answer, letter.answered_by = "", None

    return also


_EFFECTS = {
    "answer": _answer,
    "put_aside": _answer,
    "close": _answer,
    "pass_on": _pass_on,
    "reopen": _reopen,
    "restrict": lambda text, to, by: _restrict,
    "restore": _restore,
}


def erase(*, at: datetime | None = None) -> int:
    """Erase what is kept of persons once its time is over; returns of how many letters."""
    at = at or timezone.now()
    ended = Letter.objects.filter(stage__in=ENDED)
    due = ended.filter(stage_since__lt=at - timedelta(days=KEPT_DAYS)) | Letter.objects.filter(
        at__lt=at - timedelta(days=WORDS_KEPT_DAYS)
    )
    old = ended.filter(stage_since__lt=at - timedelta(days=WORDS_KEPT_DAYS)).exclude(text="")
    keys = set(due.filter(erased_at=None).values_list("pk", flat=True)) | set(old.values_list("pk", flat=True))
    for key in keys:
        _erase_one(key, at)
    return len(keys)


@transaction.atomic
def _erase_one(key: int, at: datetime) -> None:
    letter = Letter.objects.select_for_update(of=("self",)).get(pk=key)
    paths = [photo.file.name for photo in letter.photos.all()]
    letter.photos.all().delete()
    letter.sender_name = letter.contact = ""
    letter.consented_at, letter.erased_at = None, letter.erased_at or at
    if letter.is_complaint or letter.stage_since < at - timedelta(days=WORDS_KEPT_DAYS):
        letter.text = letter.title = ""
        letter.answer = letter.answer if letter.is_complaint else ""
    letter.save()
    record("letter.erase", letter, by=None, photo_count=len(paths))
    transaction.on_commit(partial(drop_files, paths))
