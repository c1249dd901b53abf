"""What a person typed and has not sent: kept as it was typed, given back when the form is opened again."""

from django.db import transaction

from kheo.movement.models import Draft

LIMIT = 400_000  # characters of one draft: a form of forty full text boxes


def keep(user, form: str, about: str, data: dict[str, list[str]]) -> Draft | None:
    """Keep `data` (field name to the values sent) in place of the former draft; None when it is too long to keep."""
    if sum(len(value) for values in data.values() for value in values) > LIMIT:
        return None
    # PostgreSQL keeps no NUL in JSON; here, unlike in a file, nobody needs to be told.
    data = {key: [value.replace("\x00", "") for value in values] for key, values in data.items()}
    with transaction.atomic():
        draft, _ = Draft.objects.update_or_create(user=user, form=form, about=about, defaults={"data": data})
    return draft


def discard(user, form: str, about: str = "") -> None:
    """Throw the draft away: it was sent, or is not wanted."""
    Draft.objects.filter(user=user, form=form, about=about).delete()
