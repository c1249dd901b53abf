"""People who sign in, the roles they hold where and when, and the invitations that bring them in."""

from datetime import date

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.functional import cached_property

from kheo.accounts.access import places_held, units_where
from kheo.accounts.permissions import Permission
from kheo.accounts.roles import Role
from kheo.core.vietnamese import fold, nfc, sort_key
from kheo.units.models import Unit


class UserQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Oneself, and the people (of today or before) of units where `user` looks after people.

        Who belongs nowhere is seen by whoever looks after the people of the whole tree.
        """
        there = Membership.objects.filter(units_where(user, Permission.PEOPLE_CARE), user=OuterRef("pk"))
        seen = Q(pk=user.pk) | Exists(there)
        if covers_whole_tree(user, Permission.PEOPLE_CARE):
            seen |= ~Exists(Membership.objects.filter(user=OuterRef("pk")))
        return self.filter(seen)

    def by_name(self):
        return self.order_by("sort", "pk")


def covers_whole_tree(user, permission: Permission) -> bool:
    """Does `user` hold `permission` in every root of the tree of units?"""
    places = places_held(user, permission)
    return bool(places) and not Unit.objects.filter(depth=1).exclude(path__in=places).exists()


class People(UserManager.from_queryset(UserQuerySet)):
    """Django's manager (`create_user`) with the words of `UserQuerySet`."""


class User(AbstractUser):
    """A person who signs in, by user name or phone; no e-mail is needed."""

    first_name = None
    last_name = None
    full_name = models.CharField("họ và tên", max_length=200)
    phone = models.CharField("số điện thoại", max_length=15, unique=True, null=True, blank=True)
    must_change_password = models.BooleanField("phải đổi mật khẩu", default=False)
    folded = models.CharField(max_length=220, editable=False, default="", db_index=True)
    sort = models.CharField(max_length=600, editable=False, default="")

    objects = People()
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
        return list(self.memberships.current(on=timezone.localdate()).select_related("unit__place"))


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


class InvitationQuerySet(models.QuerySet):
    def open(self, *, at=None):
        return self.filter(used_at=None, expires_at__gt=at or timezone.now())

    def visible_to(self, user):
        """Those of units where `user` looks after people."""
        return self.filter(units_where(user, Permission.PEOPLE_CARE))


class Invitation(models.Model):
    """A one-time link: it brings in somebody new, gives somebody known another role, or lets somebody back in.

    Without `user` a new person joins; with `user` and a role that person takes the role; with `user` alone they choose
    a new password.
    """

    token = models.CharField(max_length=64, unique=True)  # a digest: the link itself is kept nowhere
    user = models.ForeignKey(User, models.CASCADE, null=True, blank=True, related_name="invitations")
    full_name = models.CharField("họ và tên", max_length=200, blank=True)
    phone = models.CharField("số điện thoại", max_length=15, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    role = models.CharField("vai trò", max_length=20, choices=Role, blank=True)
    title = models.CharField("chức vụ", max_length=120, blank=True)
    batch = models.CharField("lần nhập", max_length=32, blank=True, db_index=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = "lời mời"
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False) | ~(Q(full_name="") | Q(role="")), name="invitation_says_whom_and_what"
            ),
        ]

    def __str__(self):
        return self.full_name or str(self.user)

    def is_open(self, *, at=None) -> bool:
        return self.used_at is None and (at or timezone.now()) < self.expires_at


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
