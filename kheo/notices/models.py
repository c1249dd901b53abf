"""A notice to one person, its mail, and a letter that waits in the outbox with those it goes to."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from kheo.accounts.access import units_where
from kheo.accounts.permissions import Permission
from kheo.notices.about import About
from kheo.notices.lifecycle import DispatchStage
from kheo.units.models import Unit

SUBJECT = 300  # characters


def is_internal(link: str) -> bool:
    """Is this an address of ours, and of nobody else's whatever a browser makes of it?"""
    return link.startswith("/") and not link.startswith("//") and "\\" not in link and link.isprintable()


class Subject(models.Model):
    """What it is about, as plain text and a number: the rooms above are not known here."""

    about_kind = models.CharField(max_length=60, blank=True)
    about_pk = models.BigIntegerField(null=True, blank=True)
    about_name = models.CharField("về", max_length=SUBJECT, blank=True)

    class Meta:
        abstract = True

    @property
    def about(self) -> About:
        return About(self.about_kind, self.about_pk, self.about_name)


class AboutQuerySet(models.QuerySet):
    def concerning(self, thing: About):
        """Rows about this very thing."""
        return self.filter(about_kind=thing.kind, about_pk=thing.pk) if thing.kind else self.none()


class NoticeQuerySet(AboutQuerySet):
    def visible_to(self, user):
        """One's own; whoever holds no role today reads nothing."""
        return self.filter(user=user) if user.is_authenticated and user.held else self.none()

    def unread(self):
        return self.filter(read_at=None)

    def newest_of_items(self):
        """Of each person and thing the newest notice alone: the heads of the groups in which they are read."""
        later = Q(at__gt=OuterRef("at")) | Q(at=OuterRef("at"), pk__gt=OuterRef("pk"))
        newer = Notice.objects.filter(later, user=OuterRef("user"), item=OuterRef("item"))
        return self.filter(~Exists(newer)).order_by("-at", "-pk")


class Notice(Subject):
    """Something that one person is told. `key` is its step: the same person is told of a step once."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    subject = models.CharField("việc", max_length=SUBJECT)
    text = models.TextField("nội dung", blank=True)
    link = models.CharField("địa chỉ", max_length=500, blank=True)
    item = models.CharField(max_length=80)
    key = models.CharField(max_length=160)
    at = models.DateTimeField("lúc", default=timezone.now)
    read_at = models.DateTimeField("đã đọc lúc", null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = "thông báo"
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["user", "item", "-at"], name="notice_of_item"),
            models.Index(fields=["user", "read_at"], name="notice_unread"),
            models.Index(fields=["about_kind", "about_pk"], name="notice_about"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["user", "key"], name="notice_once_a_step"),
            models.CheckConstraint(condition=~Q(subject=""), name="notice_says_something"),
            models.CheckConstraint(
                condition=Q(link="") | (Q(link__startswith="/") & ~Q(link__startswith="//")),
                name="notice_links_to_us",
            ),
        ]

    def __str__(self):
        return self.subject

    def get_absolute_url(self):
        return reverse("notices:detail", args=[self.pk])


class MailQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(sent_at=None, gave_up_at=None)

    def due(self, *, at):
        return self.waiting().filter(due_at__lte=at).order_by("due_at", "pk")

    def failed(self):
        """Those given up after the last try."""
        return self.filter(gave_up_at__isnull=False)


class Mail(models.Model):
    """That a notice also goes by mail: when it is tried next, how often it was, and what came of it."""

    notice = models.OneToOneField(Notice, models.CASCADE, related_name="mail")
    due_at = models.DateTimeField("gửi lúc", default=timezone.now)
    tries = models.PositiveSmallIntegerField("số lần đã thử", default=0)
    sent_at = models.DateTimeField("đã gửi lúc", null=True, blank=True)
    gave_up_at = models.DateTimeField("thôi gửi lúc", null=True, blank=True)
    trouble = models.CharField("vì sao chưa gửi được", max_length=300, blank=True)

    objects = MailQuerySet.as_manager()

    class Meta:
        verbose_name = "thư điện tử"
        indexes = [models.Index(fields=["sent_at", "gave_up_at", "due_at"], name="mail_due")]
        constraints = [
            models.CheckConstraint(condition=Q(sent_at=None) | Q(gave_up_at=None), name="mail_sent_or_given_up"),
        ]

    def __str__(self):
        return str(self.notice)


class DispatchQuerySet(AboutQuerySet):
    def visible_to(self, user):
        """Letters of the units for which this person may send."""
        return self.filter(units_where(user, Permission.NOTICE_SEND))

    def waiting(self):
        return self.filter(stage=DispatchStage.WAITING)


class Dispatch(Subject):
    """A letter that was decided on and waits for a named sender. Nothing here leaves by itself."""

    noun = "thư"

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị gửi")
    subject = models.CharField("tiêu đề", max_length=SUBJECT)
    text = models.TextField("nội dung", blank=True)
    link = models.CharField("địa chỉ", max_length=500, blank=True)
    bundle = models.CharField("thuộc đợt", max_length=SUBJECT, blank=True)
    key = models.CharField(max_length=160)
    stage = models.CharField("bước", max_length=12, choices=DispatchStage, default=DispatchStage.WAITING)
    stage_since = models.DateTimeField(default=timezone.now)
    put_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người soạn"
    )
    put_at = models.DateTimeField("soạn lúc", default=timezone.now)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người gửi, hủy"
    )
    reason = models.CharField("lý do hủy", max_length=500, blank=True)

    objects = DispatchQuerySet.as_manager()

    class Meta:
        verbose_name = "thư chờ gửi"
        ordering = ["put_at", "pk"]
        indexes = [
            models.Index(fields=["stage", "stage_since"], name="dispatch_by_stage"),
            models.Index(fields=["about_kind", "about_pk"], name="dispatch_about"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(stage__in=DispatchStage.values), name="dispatch_stage_known"),
            models.CheckConstraint(condition=~Q(subject=""), name="dispatch_says_something"),
            models.CheckConstraint(
                condition=Q(link="") | (Q(link__startswith="/") & ~Q(link__startswith="//")),
                name="dispatch_links_to_us",
            ),
            models.CheckConstraint(
                condition=~Q(stage=DispatchStage.CANCELLED) | ~Q(reason=""), name="dispatch_cancelled_with_reason"
            ),
            # A letter of a step that was cancelled may be written anew; one that waits or went may not.
            models.UniqueConstraint(
                fields=["key"], condition=~Q(stage=DispatchStage.CANCELLED), name="dispatch_once_a_step"
            ),
        ]

    def __str__(self):
        return self.subject

    def get_absolute_url(self):
        return reverse("notices:dispatch", args=[self.pk])


class Recipient(models.Model):
    """To whom a letter goes: one person, or whoever leads or writes for a unit on the day it is sent.

    `told_at` stands on the rows of persons who were told.
    """

    dispatch = models.ForeignKey(Dispatch, models.CASCADE, related_name="recipients")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    told_at = models.DateTimeField("đã báo lúc", null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False, unit=None) | Q(user=None, unit__isnull=False),
                name="recipient_is_person_or_unit",
            ),
            models.CheckConstraint(condition=Q(told_at=None) | Q(user__isnull=False), name="recipient_told_is_person"),
            models.UniqueConstraint(fields=["dispatch", "user"], name="recipient_person_once"),
            models.UniqueConstraint(fields=["dispatch", "unit"], name="recipient_unit_once"),
        ]

    def __str__(self):
        return str(self.user or self.unit)
