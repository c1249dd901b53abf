"""People who sign in, the roles they hold where and when, and the invitations that bring them in."""

from datetime import date

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import cached_property

from kheo.accounts.roles import Role
from kheo.core.vietnamese import fold, nfc, sort_key
from kheo.units.models import Unit


class User(AbstractUser):
    """A person who signs in, by user name or phone; no e-mail is needed."""

    first_name = None
    last_name = None
    full_name = models.CharField("họ và tên", max_length=200)
    phone = models.CharField("số điện thoại", max_length=15, unique=True, null=True, blank=True)
    must_change_password = models.BooleanField("phải đổi mật khẩu", default=False)
    folded = models.CharField(max_length=220, editable=False, default="", db_index=True)
    sort = models.CharField(max_length=600, editable=False, default="")

    objects = UserManager()
    REQUIRED_FIELDS = ["full_name"]

    class Meta(AbstractUser.Meta):
        verbose_name = "người dùng"

    def __str__(self):
        return self.full_name or self.username

    def save(self, *args, **kwargs):
        self.full_name = nfc(self.full_name).strip()
        self.folded, self.sort = fold(f"{self.full_name} {self.username}")[:220], sort_key(self.full_name)[:600]
        self.phone = self.phone or None
        super().save(*args, **kwargs)

    def get_full_name(self):
        return self.full_name

    def get_short_name(self):
        return self.full_name.split()[-1] if self.full_name else self.username

    @cached_property
    def held(self) -> list["Membership"]:
        """Today's memberships, read once a request."""
        return list(self.memberships.current(on=timezone.localdate()).select_related("unit"))


class MembershipQuerySet(models.QuerySet):
    def current(self, *, on: date):
        return self.filter(Q(starts__lte=on), Q(ends=None) | Q(ends__gte=on))


class Membership(models.Model):
    """A person holds a role in a unit and all below it, from a day, perhaps to a day."""

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships", verbose_name="người")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="memberships", verbose_name="đơn vị")
    role = models.CharField("vai trò", max_length=20, choices=Role)
    title = models.CharField("chức vụ", max_length=120, blank=True)
    starts = models.DateField("từ ngày", default=timezone.localdate)
    ends = models.DateField("đến hết ngày", null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["starts", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(role__in=Role.values), name="membership_role_known"),
            models.CheckConstraint(
                condition=Q(ends=None) | Q(ends__gte=models.F("starts")), name="membership_ends_after_start"
            ),
            models.UniqueConstraint(
                fields=["user", "unit", "role"], condition=Q(ends=None), name="membership_once_while_open"
            ),
        ]

    def __str__(self):
        return f"{self.user}: {self.get_role_display()}, {self.unit}"


class Invitation(models.Model):
    """A one-time link by which a unit's leader lets a colleague in, or back in after a lost password."""

    token = models.CharField(max_length=64, unique=True)  # a digest: the link itself is shown once
    user = models.ForeignKey(User, models.CASCADE, null=True, blank=True, related_name="invitations")
    full_name = models.CharField("họ và tên", max_length=200, blank=True)
    phone = models.CharField("số điện thoại", max_length=15, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    role = models.CharField("vai trò", max_length=20, choices=Role, blank=True)
    title = models.CharField("chức vụ", max_length=120, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self):
        return self.full_name or str(self.user)


class Receipt(models.Model):
    """What a form with this once-only mark led to, so that a second press leads to the same place."""

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    mark = models.CharField(max_length=64)
    address = models.CharField(max_length=2000, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "mark"], name="receipt_once")]

    def __str__(self):
        return self.mark
