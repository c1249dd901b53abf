"""What is done to a photo before others see it: who is on it, cells blurred, shown to the public or hidden."""

from collections.abc import Collection
from functools import partial

from django.db import transaction
from django.utils import timezone

from kheo.accounts.access import require
from kheo.accounts.permissions import Permission
from kheo.audit.models import record
from kheo.core import filechecks as checks
from kheo.movement.actions.evidence import drop_files, put_copies
from kheo.movement.actions.holding import hold, touched
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import SIGNED_PAPER, Evidence

ANSWERS = ("shows_person", "consented", "shows_child")


def unfit_for_public(photo: Evidence) -> str | None:
    """Why the public may not see it yet, in the words of what to do; None when nothing stands in the way."""
    if photo.kind != "photo":
        return "Chỉ ảnh được đưa ra trang công khai; tài liệu luôn ở trong hồ sơ."
    if photo.caption == SIGNED_PAPER:
        return "Bản giấy có chữ ký luôn ở trong hồ sơ, không đưa ra trang công khai."
    if photo.shows_person is None:
        return "Hãy trả lời trước: có nhận ra được ai trong ảnh không, có trẻ em không."
    if photo.shows_child and not photo.consented:
        return "Ảnh có trẻ em: cần cha mẹ hoặc người giám hộ đồng ý, hoặc che mờ rồi trả lời lại."
    if photo.shows_person and not photo.consented:
        return "Ảnh nhận ra được người: cần người đó đồng ý, hoặc che mờ rồi trả lời lại."
    return None


@transaction.atomic
def answer(photo: Evidence, *, by, shows_person: bool | None, consented: bool, shows_child: bool) -> Evidence:
    """Answer the three questions. A photo that is no longer fit leaves the public pages at once."""
    exemplar, photo = _held(photo, by)
    before = {name: getattr(photo, name) for name in (*ANSWERS, "is_public")}
    photo.shows_person, photo.consented, photo.shows_child = shows_person, consented, shows_child
    photo.is_public = photo.is_public and unfit_for_public(photo) is None
    changes = {name: [was, now] for name, was in before.items() if (now := getattr(photo, name)) != was}
    if changes:
        photo.save()
        touched(exemplar, at=timezone.now())
        record("evidence.answer", exemplar, by=by, evidence=photo.pk, **changes)
    return photo


def blur(photo: Evidence, cells: Collection[int], *, grid: int, by) -> Evidence:
    """Make cells of the clean copy unrecognisable, on top of what was blurred before; the original stays private."""
    require(by, Permission.EXEMPLAR_WRITE, photo.exemplar.unit)
    cells = set(cells)
    if photo.kind != "photo":
        raise NotYet("Chỉ ảnh mới che mờ được.")
    if grid not in checks.GRIDS or not cells or not cells <= set(range(grid * grid)):
        raise NotYet("Hãy chọn ít nhất một ô cần che.")
    with photo.clean.open("rb") as file:
        clean = checks.blurred(file.read(), cells, grid=grid)
    return _change_copies(photo, clean, "evidence.blur", by, grid=grid, cells=sorted(cells))


def unblur(photo: Evidence, *, by) -> Evidence:
    """Make the clean copy anew from the original. It leaves the public pages and its questions are asked again."""
    require(by, Permission.EXEMPLAR_WRITE, photo.exemplar.unit)
    if photo.kind != "photo":
        raise NotYet("Chỉ ảnh mới che mờ được.")
    with photo.original.open("rb") as file:
        clean = checks.clean_copy(file)
    unasked = {"is_public": False, "shows_person": None, "consented": False}
    return _change_copies(photo, clean, "evidence.unblur", by, unasked)


@transaction.atomic
def show(photo: Evidence, *, by) -> Evidence:
    """Approve a photo for the public pages; it is seen there once its exemplar is public too."""
    exemplar, photo = _held(photo, by, Permission.EXEMPLAR_PUBLISH)
    if obstacle := unfit_for_public(photo):
        raise NotYet(obstacle)
    return _set_public(exemplar, photo, True, by)


@transaction.atomic
def hide(photo: Evidence, *, by) -> Evidence:
    """Take a photo off the public pages: its unit may, without asking anybody."""
    exemplar, photo = _held(photo, by)
    return _set_public(exemplar, photo, False, by)


def _held(photo: Evidence, by, needs: Permission = Permission.EXEMPLAR_WRITE):
    exemplar = hold(photo.exemplar, by=by, needs=needs)
    return exemplar, Evidence.objects.select_for_update(of=("self",)).select_related("exemplar").get(pk=photo.pk)


def _set_public(exemplar, photo: Evidence, is_public: bool, by) -> Evidence:
    if photo.is_public != is_public:
        photo.is_public = is_public
        photo.save()
        touched(exemplar, at=timezone.now())
        record("evidence.show" if is_public else "evidence.hide", exemplar, by=by, evidence=photo.pk)
    return photo


def _change_copies(photo: Evidence, clean: bytes, verb: str, by, more: dict | None = None, **facts) -> Evidence:
    made = [photo.clean.name, photo.thumb.name]
    try:
        with transaction.atomic():
            exemplar, held = _held(photo, by)
            if held.clean.name != made[0]:
                raise NotYet("Ảnh vừa được người khác sửa. Hãy mở lại trang rồi làm tiếp.")
            former = put_copies(held, clean)
            made = [held.clean.name, held.thumb.name]
            for name, value in (more or {}).items():
                setattr(held, name, value)
            held.save()
            touched(exemplar, at=timezone.now())
            record(verb, exemplar, by=by, evidence=held.pk, **facts)
            transaction.on_commit(partial(drop_files, former))
    except BaseException:
        if made[0] != photo.clean.name:
            drop_files(made)  # the row still names the former copies
        raise
    return held
