"""The roll (that somebody voted) and, apart from it, the ballots (what was ticked), which know no voter and no time.

All keys here are random. A key that counts would number the ballots as it numbers the roll, and so join them.
"""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q

from kheo.polls.models.poll import Choice, Poll


def random_key() -> int:
    """A key of no order, 1 to 2^62: no two rows meet, and none says which came first."""
    return secrets.randbelow(2**62) + 1


class Unordered(models.Model):
    """A row with a random key. As an auto field it is SQLite's own row number too, so no hidden one counts beside it."""

    id = models.BigAutoField(primary_key=True, default=random_key, editable=False)

    class Meta:
        abstract = True


class Voter(Unordered):
    """One line of the roll: this member, or this browser, has voted in this poll."""

    poll = models.ForeignKey(Poll, models.PROTECT, related_name="voters")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    browser = models.CharField(max_length=64, blank=True)  # a digest of the browser's own token
    network = models.CharField(max_length=64, blank=True)  # a digest under the day's key; emptied when sealed

    class Meta:
        verbose_name = "người đã bỏ phiếu"
        indexes = [models.Index(fields=["poll", "network"], name="voter_network")]
        constraints = [
            models.UniqueConstraint(fields=["poll", "user"], condition=Q(user__isnull=False), name="voter_user_once"),
            models.UniqueConstraint(fields=["poll", "browser"], condition=~Q(browser=""), name="voter_browser_once"),
            models.CheckConstraint(condition=Q(user__isnull=False) | ~Q(browser=""), name="voter_is_somebody"),
        ]

    def __str__(self):
        return str(self.user) if self.user_id else "trình duyệt"


class Vote(Unordered):
    """One ballot. `voter` stays empty but in a poll of members that is openly by name."""

    poll = models.ForeignKey(Poll, models.PROTECT, related_name="votes")
    voter = models.OneToOneField(Voter, models.PROTECT, null=True, blank=True, related_name="vote")

    class Meta:
        verbose_name = "phiếu bình chọn"

    def __str__(self):
        return f"phiếu của “{self.poll}”"


class Tick(Unordered):
    """One choice ticked on one ballot."""

    vote = models.ForeignKey(Vote, models.CASCADE, related_name="ticks")
    choice = models.ForeignKey(Choice, models.PROTECT, related_name="ticks")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["vote", "choice"], name="tick_once")]

    def __str__(self):
        return str(self.choice)


class NetworkKey(models.Model):
    """The random key of one day. Once it is thrown away nobody can tell an address from a digest made with it."""

    day = models.DateField(primary_key=True)
    key = models.BinaryField(max_length=32)

    def __str__(self):
        return f"{self.day:%d/%m/%Y}"
