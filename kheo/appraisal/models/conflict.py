"""Conflict of interest: about a person and a file. Who merely typed it in is not its author (design section 4)."""

from collections.abc import Iterable

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kheo.accounts.models import Membership, User
from kheo.accounts.roles import Role
from kheo.core.vietnamese import fold
from kheo.movement.models import Charge


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


Pair = tuple[int, int]  # a user's key and a nomination's


def ties_among(users: Iterable[User], nominations: Iterable) -> dict[Pair, list[Tie]]:
    """What binds whom to which file, for many at once (four queries); pairs that nothing binds are left out.

    What was judged a false alarm is left out too. Fetch the nominations with their exemplars.
    """
    people = {user.pk: user for user in users}
    files = list(nominations)
    found = ties_found(people.values(), files)
    if not found:
        return {}
    cleared = set(
        Clearance.objects.filter(nomination__in=[file.pk for file in files], user__in=people).values_list(
            "user", "nomination", "tie"
        )
    )
    left = {pair: [tie for tie in ties if (*pair, tie) not in cleared] for pair, ties in found.items()}
    return {pair: ties for pair, ties in left.items() if ties}


def ties_found(users: Iterable[User], nominations: Iterable) -> dict[Pair, list[Tie]]:
    """As `ties_among`, false alarms included: what a person looks at who may dismiss them (three queries)."""
    people = {user.pk: user for user in users}
    files = list(nominations)
    exemplars = {file.exemplar_id for file in files}
    today = timezone.localdate()
    kin = {
        (user, exemplar): kinship
        for user, exemplar, kinship in Kin.objects.filter(exemplar__in=exemplars, user__in=people).values_list(
            "user", "exemplar", "kinship"
        )
    }
    leads = set(
        Membership.objects.current(on=today)
        .filter(user__in=people, role=Role.UNIT_LEADER, unit__in={file.exemplar.unit_id for file in files})
        .values_list("user", "unit")
    )
    charges = set(
        Charge.objects.filter(Q(until=None) | Q(until__gte=today), exemplar__in=exemplars, user__in=people)
        .values_list("user", "exemplar")
    )  # fmt: skip
    names = {key: fold(person.full_name) for key, person in people.items()}
    found: dict[Pair, list[Tie]] = {}
    for file in files:
        exemplar = file.exemplar
        for key in people:
            kinship = kin.get((key, exemplar.pk))
            bound = {
                Tie.AUTHOR: exemplar.author_id == key,
                Tie.LEADER: (key, exemplar.unit_id) in leads,
                Tie.CHARGE: (key, exemplar.pk) in charges,
                Tie.BEARER: kinship == Kinship.SELF or _bears_the_name(names[key], exemplar),
                Tie.KIN: kinship not in (None, Kinship.SELF),
            }
            if ties := [tie for tie, is_so in bound.items() if is_so]:
                found[key, file.pk] = ties
    return found


def ties_of(user, nomination) -> list[Tie]:
    """All that binds `user` to the file and was not judged a false alarm, in the order of `Tie`."""
    return ties_among([user], [nomination]).get((user.pk, nomination.pk), [])


def _bears_the_name(name: str, exemplar) -> bool:
    """A person honoured under this very name; of two with one name the false alarm is cleared with a reason."""
    return exemplar.bearer == "person" and bool(name) and f" {name} " in f" {exemplar.folded} "


def why_barred(user, nomination) -> str | None:
    """The sentence that keeps `user` from scoring, voting on or concluding this file; None where nothing binds them."""
    return sentence_of(ties_of(user, nomination))


def sentence_of(ties: Iterable[Tie]) -> str | None:
    """The same for ties already found."""
    words = ", ".join(tie.label for tie in ties)
    return f"Đồng chí không tham gia xét hồ sơ này vì là {words}." if words else None
