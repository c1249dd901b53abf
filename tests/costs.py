"""How many queries a part of every page costs, so that a test of a page counts the page alone."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from kheo.accounts import rail
from kheo.accounts.models import User


def of_rail(user: User) -> int:
    """What the rail of this person asks: each room that counts something there asks once more."""
    person = User.objects.get(pk=user.pk)
    with CaptureQueriesContext(connection) as alone:
        rail.groups_for(person)
    return len(alone)
