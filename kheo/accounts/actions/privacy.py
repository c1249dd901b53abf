"""Personal values of the trail, erased at the request of whom they are about."""

from django.core.exceptions import PermissionDenied
from django.db import models, transaction

from kheo.accounts.access import can
from kheo.accounts.actions.care import Refused
from kheo.accounts.models import User, covers_whole_tree
from kheo.accounts.permissions import Permission
from kheo.audit.models import erase_personal
from kheo.units.models import Unit


@transaction.atomic
def erase(subject: models.Model | None, *, by, note: str) -> int:
    """Erase the personal values that the trail keeps of `subject`; the events and their chain stay whole."""
    if subject is None:
        raise Refused("Không còn bản ghi này trong dữ liệu.")
    if not _may(by, subject):
        raise PermissionDenied("Đồng chí chưa được giao quyền xóa dữ liệu cá nhân trong nhật ký của bản ghi này.")
    if not note.strip():
        raise Refused("Cần ghi lý do xóa, ví dụ số văn bản yêu cầu của chủ thể dữ liệu.")
    return erase_personal(subject, by=by, note=note.strip())


def _may(by, subject: models.Model) -> bool:
    if covers_whole_tree(by, Permission.PERSONAL_ERASE):
        return True
    if isinstance(subject, User):
        units = [held.unit for held in subject.memberships.select_related("unit")]
        return bool(units) and all(can(by, Permission.PERSONAL_ERASE, unit) for unit in units)
    unit = subject if isinstance(subject, Unit) else Unit.objects.filter(pk=getattr(subject, "unit_id", None)).first()
    return can(by, Permission.PERSONAL_ERASE, unit)
