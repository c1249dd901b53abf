"""What a person typed and has not sent: kept as it was typed, given back when the form is opened again."""

from django.db import transaction

from kheo.movement.models import Draft

LIMIT = 400_000  # characters of one draft: a form of forty full text boxes
MOST = 100  # drafts of one person; the oldest go, so that nobody fills the disk with addresses made up


def keep(user, form: str, about: str, data: dict[str, list[str]]) -> Draft | None:
    """Keep `data` (field name to the values sent) in place of the former draft; None when it is too long to keep."""
    if sum(len(key) + sum(map(len, values)) for key, values in data.items()) > LIMIT:
        return None
    # PostgreSQL keeps no NUL in JSON; here, unlike in a file, nobody needs to be told.
    data = {key.replace("\x00", ""): [value.replace("\x00", "") for value in values] for key, values in data.items()}
    with transaction.atomic():
        draft, is_new = Draft.objects.update_or_create(user=user, form=form, about=about, defaults={"data": data})
        if is_new:
            mine = Draft.objects.filter(user=user).order_by("-saved_at", "-pk")
            mine.filter(pk__in=list(mine.values_list("pk", flat=True)[MOST:])).delete()
    return draft


def discard(user, form: str, about: str = "") -> None:
    """Throw the draft away: it was sent, or is not wanted."""
    Draft.objects.filter(user=user, form=form, about=about).delete()
