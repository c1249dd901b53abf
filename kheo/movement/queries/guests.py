"""What the page of an exemplar's 14-day links shows: notes that wait, notes answered, the links themselves."""

from dataclasses import dataclass

from django.db.models import Count

from kheo.movement.models import Exemplar, GuestLink, GuestNote

ANSWERED_SHOWN = 20


@dataclass(frozen=True)
class GuestDesk:
    waiting: list[GuestNote]
    answered: list[GuestNote]
    links: list[GuestLink]


def guest_desk(exemplar: Exemplar) -> GuestDesk:
    """Four queries, however much came."""
    notes = GuestNote.objects.filter(link__exemplar=exemplar)
    notes = notes.select_related("link__outcome", "accepted_by").prefetch_related("photos")
    links = exemplar.guest_links.select_related("outcome", "made_by").annotate(note_count=Count("notes"))
    return GuestDesk(
        waiting=list(notes.filter(answered_at=None).order_by("at")),
        answered=list(notes.filter(answered_at__isnull=False)[:ANSWERED_SHOWN]),
        links=list(links),
    )
