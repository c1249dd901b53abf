"""What the public sends is kept once, answered by its code, and reaches those it is for."""

import pytest
from django.urls import reverse

from kheo.accounts.roles import Role
from kheo.audit.models import Event
from kheo.portal.actions import codes
from kheo.portal.models import Letter
from tests import make

from .posting import mark, post_feedback, sent

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def tree(db):
    return make.province()


def test_feedback_is_kept_and_its_code_is_shown(client):
    answer = post_feedback(client, "Mong có thêm thùng rác ở chợ.")

    letter = Letter.objects.get()
    assert (letter.text, letter.kind, letter.stage) == ("Mong có thêm thùng rác ở chợ.", "feedback", "received")
    assert letter.unit == make.province()
    assert answer.context["code"] in answer.content.decode()
    assert letter.code == codes.digest(codes.read(answer.context["code"]))
    assert [event.verb for event in Event.objects.all()] == ["letter.send"]


def test_whoever_has_the_code_reads_the_answer(client):
    letter, code = sent(client)
    Letter.objects.filter(pk=letter.pk).update(answer="Xã sẽ làm trong quý này.")

    typed = [code, code.lower().replace("-", " "), code.replace("-", "")]
    pages = [client.post(reverse("portal:letter_answer"), {"code": text}).content.decode() for text in typed]

    assert ["Xã sẽ làm trong quý này." in page for page in pages] == [True, True, True]


def test_officer_answers(client):
    letter, code = sent(client)
    specialist = make.member(Role.SPECIALIST, make.province())
    client.force_login(specialist)

    client.post(reverse("stories:letter_advance", args=[letter.pk, "answer"]), {"text": "Cảm ơn bà con."})

    letter.refresh_from_db()
    assert (letter.stage, letter.answer, letter.answered_by) == ("answered", "Cảm ơn bà con.", specialist)
    client.logout()
    page = client.post(reverse("portal:letter_answer"), {"code": code}).content.decode()
    assert "Đã trả lời" in page
    assert "Cảm ơn bà con." in page


def test_two_presses_of_one_form_are_one_letter(client):
    same = mark()
    codes_shown = {client.post("/gop-y/", {"mark": same, "text": "Chợ bẩn"}).context["code"] for _ in range(2)}

    assert (len(codes_shown), Letter.objects.count()) == (1, 1)
