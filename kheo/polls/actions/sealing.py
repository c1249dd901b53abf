"""What is done once to each poll that has closed: its ballots are written anew in no order, and their number is kept.

Random keys leave no order in the tables, but a database may remember in which transaction a row came. Written anew in
one transaction, all ballots of a poll came at the same moment.
"""

import secrets
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from kheo.audit.models import record
from kheo.polls.models import NetworkKey, Poll, Tick, Vote

AT_ONCE = 500  # rows in one statement


def seal_closed(*, at: datetime | None = None) -> int:
    """Seal every closed poll that is not sealed yet, each in a transaction of its own. Returns how many."""
    at = at or timezone.now()
    NetworkKey.objects.filter(day__lt=timezone.localdate(at)).delete()
    keys = list(Poll.objects.closed(at).filter(sealed_at=None).values_list("pk", flat=True))
    return sum(seal(key, at=at) for key in keys)


@transaction.atomic
def seal(key: int, *, at: datetime) -> bool:
    """Seal one closed poll: shuffle, forget the networks, and put the number of its ballots on the trail."""
    poll = Poll.objects.select_for_update(of=("self",), no_key=True).get(pk=key)
    if poll.sealed_at or not poll.is_closed(at):
        return False
    if poll.is_secret:
        _shuffle(poll)
    poll.voters.exclude(network="").update(network="")
    poll.sealed_at = at
    poll.save(update_fields=["sealed_at"])
    ticks = Tick.objects.filter(vote__poll=poll).count()
    record("poll.seal", poll, by=None, voters=poll.voters.count(), ballots=poll.votes.count(), ticks=ticks)
    return True


def _shuffle(poll: Poll) -> None:
    """Throw the ballots away and write the same ones under new keys, in an order that chance gives."""
    ballots: dict[int, list[int]] = {vote: [] for vote in poll.votes.values_list("pk", flat=True)}
    for vote, choice in Tick.objects.filter(vote__poll=poll).values_list("vote_id", "choice_id"):
        ballots[vote].append(choice)
    Tick.objects.filter(vote__poll=poll).delete()
    poll.votes.all().delete()
    ticked = list(ballots.values())
    secrets.SystemRandom().shuffle(ticked)
    votes = [Vote(poll=poll) for _ in ticked]
    Vote.objects.bulk_create(votes, AT_ONCE)
    ticks = (Tick(vote=vote, choice_id=choice) for vote, keys in zip(votes, ticked, strict=True) for choice in keys)
    Tick.objects.bulk_create(ticks, AT_ONCE)
