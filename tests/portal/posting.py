"""Sending the public forms as a browser does: opened a while ago, by one network or another."""

import time

from django.test import Client
from django.urls import reverse

from kheo.portal.actions import codes
from kheo.portal.forms.guarded import new_mark
from kheo.portal.models import Letter


def mark(*, seconds_ago: float = 60) -> str:
    return new_mark(at=time.time() - seconds_ago)


def post_feedback(client: Client, text="Đường hoa rất đẹp, mong thôn tôi cũng có.", *, about=None, **facts):
    """Send feedback; `about` is the query that names its subject."""
    address = reverse("portal:feedback", query=about or {})
    network = {"REMOTE_ADDR": facts.pop("network", "203.0.113.7")}
    return client.post(address, {"mark": mark(), "text": text, **facts}, **network)


def sent(client: Client, *args, **facts) -> tuple[Letter, str]:
    """A letter that was sent, and its code as the sender reads it."""
    answer = post_feedback(client, *args, **facts)
    assert answer.status_code == 200, answer.context["form"].errors
    code = answer.context["code"]
    return Letter.objects.get(code=codes.digest(codes.read(code))), code
