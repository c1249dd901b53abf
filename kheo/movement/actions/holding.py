"""How an act takes hold of an exemplar: its row is locked, the person may, and the file still lives."""

from kheo.accounts.access import require
from kheo.accounts.permissions import Permission
from kheo.movement.lifecycle.exemplar import ExemplarStage
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Exemplar


def hold(exemplar: Exemplar, *, by, needs: Permission = Permission.EXEMPLAR_WRITE) -> Exemplar:
    """The exemplar as it is now, locked until the caller's transaction ends.

    Raises `PermissionDenied` where `by` may not, and `NotYet` for a file that lives on in another one.
    """
    held = Exemplar.objects.select_for_update(of=("self",)).select_related("unit__place").get(pk=exemplar.pk)
    require(by, needs, held.unit)
    if held.stage == ExemplarStage.MERGED:
        raise NotYet(f"Hồ sơ này đã gộp vào “{held.merged_into}”; hãy ghi ở hồ sơ đó.")
    return held


def touched(exemplar: Exemplar, *, at) -> None:
    """Something of the file changed: newest lists and readers of an earlier copy go by this moment."""
    Exemplar.objects.filter(pk=exemplar.pk).update(changed_at=at)
