"""Conflict of interest: about a person and a file. Who merely typed it in is not its author (design section 4)."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kheo.accounts.models import Membership, User
from kheo.accounts.roles import Role
from kheo.core.vietnamese import fold


class Kinship(models.TextChoices):
    """What a person declares of themselves. A short list, no free text: no more of a family than the rule needs."""

    SELF = "self", "Chính là người được tôn vinh"
    SPOUSE = "spouse", "Vợ, chồng"
    PARENT = "parent", "Cha, mẹ, con"
    SIBLING = "sibling", "Anh, chị, em ruột"
    OTHER = "other", "Quan hệ thân thích khác"


class Kin(models.Model):
    """A declared tie of a person to whoever a file honours."""

    exemplar = models.ForeignKey("movement.Exemplar", models.CASCADE, related_name="kin", verbose_name="mô hình")
    user = models.ForeignKey(User, models.CASCADE, related_name="+", verbose_name="người liên quan")
    kinship = models.CharField("quan hệ", max_length=10, choices=Kinship)
    declared_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "khai quan hệ thân thích"
        constraints = [models.UniqueConstraint(fields=["exemplar", "user"], name="kin_once")]

    def __str__(self):
        return f"{self.user}: {self.get_kinship_display().lower()}"


class Tie(models.TextChoices):
    """How a person is bound to a file."""

    AUTHOR = "author", "người soạn hồ sơ"
    LEADER = "leader", "lãnh đạo đơn vị thực hiện"
    CHARGE = "charge", "người phụ trách mô hình"
    BEARER = "bearer", "người được tôn vinh"
    KIN = "kin", "thân nhân đã khai"


class Clearance(models.Model):
    """A found tie that a person judged to be a false alarm, with the reason."""

    nomination = models.ForeignKey(
        "appraisal.Nomination", models.CASCADE, related_name="clearances", verbose_name="hồ sơ"
    )
    user = models.ForeignKey(User, models.CASCADE, related_name="+", verbose_name="người")
    tie = models.CharField("liên quan", max_length=12, choices=Tie)
    reason = models.TextField("vì sao không phải xung đột lợi ích")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "bỏ cảnh báo xung đột lợi ích"
        constraints = [models.UniqueConstraint(fields=["nomination", "user", "tie"], name="clearance_once")]

    def __str__(self):
        return self.reason


def ties_of(user, nomination) -> list[Tie]:
    """All that binds `user` to the file and was not judged a false alarm, in the order of `Tie` (five queries at most)."""
    exemplar, today = nomination.exemplar, timezone.localdate()
    kinship = Kin.objects.filter(exemplar=exemplar, user=user).values_list("kinship", flat=True).first()
    leads = Membership.objects.current(on=today).filter(user=user, unit=exemplar.unit_id, role=Role.UNIT_LEADER)
    charges = exemplar.charges.filter(Q(until=None) | Q(until__gte=today), user=user)
    found = {
        Tie.AUTHOR: exemplar.author_id == user.pk,
        Tie.LEADER: leads.exists(),
        Tie.CHARGE: charges.exists(),
        Tie.BEARER: kinship == Kinship.SELF or _bears_the_name(user, exemplar),
        Tie.KIN: kinship not in (None, Kinship.SELF),
    }
    ties = [tie for tie, is_so in found.items() if is_so]
    if not ties:
        return []
    cleared = set(Clearance.objects.filter(nomination=nomination, user=user).values_list("tie", flat=True))
    return [tie for tie in ties if tie not in cleared]


def _bears_the_name(user, exemplar) -> bool:
    """A person honoured under this very name; of two with one name the false alarm is cleared with a reason."""
    name = fold(user.full_name)
    return exemplar.bearer == "person" and bool(name) and name in exemplar.folded


def why_barred(user, nomination) -> str | None:
    """The sentence that keeps `user` from scoring, voting on or concluding this file; None where nothing binds them."""
    words = ", ".join(tie.label for tie in ties_of(user, nomination))
    return f"Đồng chí không tham gia xét hồ sơ này vì là {words}." if words else None
