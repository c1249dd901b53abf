"""What tests in a browser share: who is signed in there, and a press that waits for the page it leads to."""

from django.conf import settings
from django.test import Client


def sign_in(context, person, server) -> None:
    """Whoever looks through this window is `person`, as if they had signed in before."""
    client = Client()
    client.force_login(person)
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": server.url}])


def follow(control) -> None:
    """Press a link or button that leads to another page; back when that page is there.

    A click alone comes back at once, while the old page still stands: what is asked next is asked of either.
    """
    with control.page.expect_navigation():
        control.click()
