"""Reads of what the public sent, for the desk: the lists, what residents say, where a letter stands."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db.models import Count, Max, Q, QuerySet
from django.utils import timezone

from kheo.accounts.access import can, units_where
from kheo.accounts.permissions import Permission
from kheo.core.parts import StagePath, stage_path
from kheo.movement.models import Exemplar
from kheo.portal.lifecycle.letter import ENDED, OPEN, LetterStage
from kheo.portal.models import Letter, ResidentWord, Word
from kheo.portal.models.words import heard_by

SHOWN_FROM = 5  # answers, below which none is shown to the public
WITHIN = timedelta(days=365)


def letters(user, *, which: str) -> QuerySet:
    """Letters of one heap: "cho" to be dealt with, "chuyen" passed to units where `user` writes, "xong", "han-che"."""
    rows = Letter.objects.visible_to(user).select_related("unit", "place", "exemplar", "article", "passed_to")
    mine = Q(is_complaint=False) & units_where(user, Permission.FEEDBACK_ANSWER)
    heaps = {
        "cho": mine & Q(stage__in=OPEN),
        "chuyen": Q(stage=LetterStage.PASSED) & units_where(user, Permission.EXEMPLAR_WRITE, "passed_to"),
        "xong": mine & Q(stage__in=ENDED),
        "han-che": Q(is_complaint=True),
    }
    return rows.filter(heaps[which])


def waiting_count(user) -> int | None:
    """How many letters wait for this person; None when none does."""
    return Letter.objects.visible_to(user).filter(is_complaint=False).waiting().count() or None


def may_know_sender(letter: Letter, user) -> bool:
    """Whoever answers it; not the unit it was passed to."""
    if letter.is_complaint:
        return True  # it is visible to nobody else
    return can(user, Permission.FEEDBACK_ANSWER, letter.unit)


def path_of(letter: Letter) -> StagePath:
    """Đã nhận → (Đã chuyển) → how it ended."""
    ended = letter.stage in ENDED
    passed = letter.passed_to_id is not None
    labels = ["Đã nhận", *(["Đã chuyển"] if passed else []), letter.get_stage_display() if ended else "Trả lời"]
    now = len(labels) - 1 if ended else 1 if passed else 0
    holder = letter.passed_to.title if passed and not ended else ""
    return stage_path(labels, now, since=letter.stage_since, holder=holder, ended=ended)


@dataclass(frozen=True)
class Voices:
    """What residents said of a model within a year, up to the end of yesterday."""

    alive: int
    gone: int
    unsure: int

    @property
    def total(self) -> int:
        return self.alive + self.gone + self.unsure

    @property
    def rows(self) -> list[tuple[str, int]]:
        return [(Word.ALIVE.label, self.alive), (Word.GONE.label, self.gone), (Word.UNSURE.label, self.unsure)]


def voices(exemplar: Exemplar, *, at: datetime) -> Voices | None:
    """None below five answers. Up to midnight: a kept page must not be drawn anew at every answer."""
    midnight = timezone.make_aware(datetime.combine(timezone.localdate(at), time.min))
    said = ResidentWord.objects.filter(exemplar=exemplar, at__lt=midnight, at__gte=midnight - WITHIN)
    found = Voices(**said.aggregate(**_counts()))
    return found if found.total >= SHOWN_FROM else None


def _counts(of: str = "pk", start: str = "", within: Q | None = None) -> dict[str, Count]:
    words = {"alive": Word.ALIVE, "gone": Word.GONE, "unsure": Word.UNSURE}
    return {name: Count(of, filter=Q(**{f"{start}word": word}) & (within or Q())) for name, word in words.items()}


def doubted(user, *, at: datetime) -> QuerySet:
    """Public models of which residents say that they are gone, for the level above: each with its counts."""
    recent = Q(resident_words__at__gte=at - WITHIN)
    return (
        Exemplar.objects.public()
        .filter(heard_by(user, Permission.FEEDBACK_ANSWER, "unit"))
        .annotate(
            **_counts("resident_words", "resident_words__", recent), last_said=Max("resident_words__at", filter=recent)
        )
        .filter(gone__gt=0)
        .select_related("unit")
        .order_by("-gone", "sort", "pk")
    )
