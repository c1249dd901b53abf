"""What the counter keeps: raw hits for days, sums for ever, no address and no person.

All but `Opening` live in the database alias "visits" (router.py, decision 0023).
"""

from django.core.validators import MaxValueValidator
from django.db import models

KEY_LIMIT = 82  # "kind:tail", 20 + 1 + 61 characters
SECTION_LIMIT = 60
LARGEST_OPENING = 10**12


class Who(models.IntegerChoices):
    """Whose hit it was. Views that readers are shown are those of guests and members."""

    GUEST = 0, "Khách"
    MEMBER = 1, "Thành viên"
    NO_SCRIPT = 2, "Không chạy JavaScript"
    ROBOT = 3, "Máy dò"


READERS = (Who.GUEST, Who.MEMBER)


class Salt(models.Model):
    """The secret under which a day's visitors are hashed; deleted soon after that day."""

    day = models.DateField(primary_key=True)
    secret = models.BinaryField(max_length=32)


class Hit(models.Model):
    """One counted view (or a robot's, apart): a page, a visitor's hash, the half-hour of a day. Kept for days.

    The key makes a repeat a repeat under any race, and its beginning tells how many a network has in the half-hour.
    """

    pk = models.CompositePrimaryKey("day", "half", "network", "visitor", "key")
    day = models.DateField()
    half = models.SmallIntegerField()  # 0 to 47, Vietnamese time
    network = models.BigIntegerField()
    visitor = models.BigIntegerField()
    key = models.CharField(max_length=KEY_LIMIT)
    section = models.CharField(max_length=SECTION_LIMIT)
    who = models.SmallIntegerField(choices=Who.choices)
    at = models.BigIntegerField()  # seconds since 1970
    rolled = models.BooleanField(default=False)  # already in the sums below

    class Meta:
        indexes = [
            models.Index(
                fields=["key", "at", "network", "visitor", "who"],
                condition=models.Q(rolled=False),
                name="visits_hit_fresh",
            )
        ]


class Presence(models.Model):
    """Who came back to a page within its half-hour: no view, but somebody who is here (seconds since 1970)."""

    visitor = models.BigIntegerField(primary_key=True)
    network = models.BigIntegerField()
    who = models.SmallIntegerField(choices=Who.choices)
    at = models.BigIntegerField()


class PageTotal(models.Model):
    """Views of one page, all days."""

    key = models.CharField(max_length=KEY_LIMIT, primary_key=True)
    views = models.BigIntegerField()


class PageDay(models.Model):
    """Views of one page on one day."""

    pk = models.CompositePrimaryKey("day", "key")
    day = models.DateField()
    key = models.CharField(max_length=KEY_LIMIT)
    views = models.BigIntegerField()


class SectionDay(models.Model):
    """Views of one section's pages on one day."""

    pk = models.CompositePrimaryKey("day", "section")
    day = models.DateField()
    section = models.CharField(max_length=SECTION_LIMIT)
    views = models.BigIntegerField()


class Sums(models.Model):
    """Hits of the whole site, each kind apart."""

    guests = models.BigIntegerField()
    members = models.BigIntegerField()
    no_script = models.BigIntegerField()
    robots = models.BigIntegerField()

    class Meta:
        abstract = True


class SiteHour(Sums):
    """The site in one hour of a day, Vietnamese time."""

    pk = models.CompositePrimaryKey("day", "hour")
    day = models.DateField()
    hour = models.SmallIntegerField()


class SiteDay(Sums):
    """The site on one day."""

    day = models.DateField(primary_key=True)


class Opening(models.Model):
    """What an older counter stood at, for a page's key or for "site": shown as such, never mixed into what we counted.

    A record with an actor and an event, so it lives with the records.
    """

    SITE = "site"

    key = models.CharField("của", max_length=KEY_LIMIT, unique=True)
    amount = models.PositiveBigIntegerField("số lượt", validators=[MaxValueValidator(LARGEST_OPENING)])
    label = models.CharField("nguồn", max_length=200)
    on = models.DateField("tính đến ngày")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__lte=LARGEST_OPENING), name="visits_opening_amount")
        ]

    def __str__(self):
        return f"Số dư của {'cả cổng' if self.key == self.SITE else 'một trang'} ({self.label})"
