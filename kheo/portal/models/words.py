"""What residents say of a model at their place: it works, it does not, not sure. Never part of a score."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kheo.accounts.access import NOWHERE, places_held
from kheo.accounts.permissions import Permission
from kheo.movement.models import Exemplar
from kheo.units.models import Unit


def heard_by(user, permission: Permission, to_unit: str) -> Q:
    """Rows whose unit lies strictly below a place where `user` holds `permission`: what goes to the level above."""
    found = NOWHERE
    for path in places_held(user, permission):
        below = Q(**{f"{to_unit}__path__startswith": path})
        # Above the top there is nobody.
        found |= below if len(path) == Unit.steplen else below & ~Q(**{f"{to_unit}__path": path})
    return found


class Word(models.TextChoices):
    ALIVE = "con", "Còn hoạt động"
    GONE = "khong", "Không còn"
    UNSURE = "khong-ro", "Không rõ"


class ResidentWord(models.Model):
    """What one browser says of whether a model still works. `browser` is a digest for this exemplar alone."""

    exemplar = models.ForeignKey(Exemplar, models.CASCADE, related_name="resident_words")
    word = models.CharField("bà con nói", max_length=10, choices=Word)
    browser = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "tiếng nói người dân"
        constraints = [
            models.UniqueConstraint(fields=["exemplar", "browser"], name="resident_word_once"),
            models.CheckConstraint(condition=Q(word__in=Word.values), name="resident_word_known"),
        ]
        indexes = [models.Index(fields=["exemplar", "at"], name="resident_word_of")]

    def __str__(self):
        return f"Tiếng nói số {self.pk}"
