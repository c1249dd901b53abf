"""Sending the public forms as a browser does: opened a while ago, by one network or another."""

import time
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from kheo.core.guarded import new_mark
from kheo.portal.actions import codes
from kheo.portal.models import Letter

NETWORK = "203.0.113.7"


def mark(*, seconds_ago: float = 60) -> str:
    return new_mark(at=time.time() - seconds_ago)


def post_feedback(
    client: Client, text="Đường hoa rất đẹp, mong thôn tôi cũng có.", *, about=None, network=NETWORK, **facts
):
    """Send feedback; `about` is the query that names its subject."""
    address = reverse("portal:feedback", query=about or {})
    return client.post(address, {"mark": mark(), "text": text, **facts}, REMOTE_ADDR=network)


def post_suggestion(client: Client, title="Tổ hòa giải thôn An Mô", *, photos=(), network=NETWORK, **facts):
    """Send a suggestion from xã Ái Tử; `photos` are bytes."""
    files = [SimpleUploadedFile(f"anh{n}.jpg", BytesIO(content).read()) for n, content in enumerate(photos)]
    data = {"mark": mark(), "title": title, "text": "Hòa giải mười vụ.", "place": "Ái Tử", "photos": files, **facts}
    return client.post(reverse("portal:suggestion"), data, REMOTE_ADDR=network)


def sent(client: Client, *args, **facts) -> tuple[Letter, str]:
    """A letter that was sent, and its code as the sender reads it."""
    answer = post_feedback(client, *args, **facts)
    assert answer.status_code == 200, answer.context["form"].errors
    code = answer.context["code"]
    return Letter.objects.get(code=codes.digest(codes.read(code))), code


def read_answer(client: Client, code: str) -> str:
    """The page that whoever types this code reads."""
    return client.post(reverse("portal:letter_answer"), {"code": code}).content.decode()
