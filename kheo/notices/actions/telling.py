"""People are told of something: a notice in the app, and a mail where they have an address and the server sends any."""

from collections.abc import Iterable
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from kheo.accounts.models import User
from kheo.core.vietnamese import nfc
from kheo.notices import people
from kheo.notices.about import NOTHING, About
from kheo.notices.actions import mails
from kheo.notices.models import SUBJECT, Notice, is_internal

AT_ONCE = 500  # rows in one statement


@transaction.atomic
def tell(
    users: Iterable[User], subject: str, *, text: str = "", link: str = "", about: About = NOTHING, key: str = ""
) -> int:
    """Tell each of `users` once of the step `key`; returns how many were told now. Call it inside the act it follows.

    `subject` may go by mail: it names the thing and what came of it, never why. `text` is read in the app alone.
    `link` is an address of ours. `key`: see `About.step`; without one it is told each time. Whoever has left, and
    whom a rule of `kheo.notices.about.withhold` bars from the thing, is passed over.
    """
    require_internal(link)
    key = key or uuid4().hex
    known = set(Notice.objects.filter(key=key).values_list("user_id", flat=True))
    new = [
        Notice(
            user=user, subject=one_line(subject), text=nfc(text).strip(), link=link, key=key, item=about.item or key,
            about_kind=about.kind, about_pk=about.pk, about_name=one_line(about.name), at=timezone.now(),
        )
        for user in people.may_hear(about, users) if user.pk not in known
    ]  # fmt: skip
    Notice.objects.bulk_create(new, AT_ONCE, ignore_conflicts=True)
    written = Notice.objects.filter(key=key, user__in=[notice.user for notice in new]).select_related("user")
    mails.post(written)
    return len(new)


def require_internal(link: str) -> None:
    """A link of a notice leads into Khéo: an outside one is a mistake of whoever wrote the call."""
    if link and not is_internal(link):
        raise ValueError(f"A notice links to an address of ours, not to {link!r}.")


def one_line(text: str) -> str:
    """A subject or a name on one line, shortened where it is longer than a subject may be."""
    text = " ".join(nfc(text).split())
    return text if len(text) <= SUBJECT else f"{text[: SUBJECT - 1].rstrip()}…"
