"""Floods stop at the door: by network and hour, by a field nobody sees, by how fast a form comes back; no address is kept."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from kheo.core.guarded import LATEST
from kheo.portal.actions import allowances, codes
from kheo.portal.models import Allowance, Letter
from tests import make

from .posting import NETWORK, mark, post_feedback, post_suggestion, sent

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 20, 3, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def province(db):
    return make.province()


@pytest.fixture(autouse=True)
def same_hour(monkeypatch):
    """The hour does not turn while a test runs."""
    monkeypatch.setattr("kheo.portal.actions.allowances.timezone.now", lambda: AT)


def test_one_network_sends_so_many_in_an_hour_and_others_still_send(client):
    taken = [post_feedback(client, f"Ý số {n}").status_code for n in range(allowances.LETTERS + 3)]
    refused = post_feedback(client, "Thêm một ý")

    assert taken == [200] * allowances.LETTERS + [422] * 3
    assert "Mạng này vừa gửi nhiều thư. Xin chờ một giờ" in refused.content.decode()
    assert "Thêm một ý" in refused.content.decode()
    assert post_feedback(client, "Ý của nhà khác", network="198.51.100.2").status_code == 200
    assert Letter.objects.count() == allowances.LETTERS + 1


def test_forwarded_addresses_that_a_caller_claims_are_not_believed(client):
    for n in range(allowances.LETTERS + 2):
        data = {"mark": mark(), "text": f"Ý số {n}"}
        client.post("/gop-y/", data, REMOTE_ADDR=NETWORK, HTTP_X_FORWARDED_FOR=f"10.0.0.{n}")

    assert Letter.objects.count() == allowances.LETTERS


def test_one_line_with_many_addresses_of_version_6_is_one_network(client):
    for n in range(allowances.LETTERS + 2):
        post_feedback(client, f"Ý số {n}", network=f"2001:db8:1:1::{n:x}")

    assert Letter.objects.count() == allowances.LETTERS


def test_next_hour_it_may_send_again():
    for _ in range(2):
        allowances.use("letters", NETWORK, most=2, at=AT)
    with pytest.raises(allowances.Flooded):
        allowances.use("letters", NETWORK, most=2, at=AT + timedelta(minutes=29))

    allowances.use("letters", NETWORK, most=2, at=AT + timedelta(minutes=30))

    assert sorted(Allowance.objects.values_list("used", flat=True)) == [1, 2]


def test_no_address_is_kept_and_what_is_kept_goes():
    allowances.use("letters", NETWORK, most=2, at=AT)

    assert [NETWORK in str(row) for row in Allowance.objects.values_list()] == [False]
    assert allowances.forget(at=AT) == 0
    assert allowances.forget(at=AT + timedelta(days=2)) == 1
    assert Allowance.objects.count() == 0


def test_guessing_of_codes_ends_after_so_many(client):
    _, code = sent(client)
    ask = lambda text: client.post(reverse("portal:letter_answer"), {"code": text}).content.decode()  # noqa: E731
    for n in range(allowances.LOOKUPS):
        assert "Không có thư nào" in ask(codes.code_of(f"doan {n}"))

    assert "Mạng này vừa tra nhiều mã" in ask(code)


def test_looking_into_photos_ends_after_so_many(client):
    make.unit("xã Ái Tử")
    for _ in range(allowances.PHOTOS):
        allowances.use("photos", NETWORK, most=allowances.PHOTOS, at=AT)

    assert post_suggestion(client, photos=[make.picture()]).status_code == 422
    assert post_suggestion(client, photos=[]).status_code == 200


def test_a_field_that_nobody_sees_stays_empty(client):
    answer = post_feedback(client, nick="Mua hàng giá rẻ")

    assert (answer.status_code, Letter.objects.count()) == (422, 0)


def test_a_form_that_comes_back_at_once_is_asked_again_and_then_taken(client):
    fresh = mark(seconds_ago=0)
    at_once = client.post("/gop-y/", {"mark": fresh, "text": "Chợ bẩn"})
    assert "Trang vừa mở chưa được vài giây" in at_once.content.decode()
    assert fresh in at_once.content.decode()

    assert post_feedback(client, "Chợ bẩn").status_code == 200


@pytest.mark.parametrize("seconds_ago", [LATEST + 60, None])
def test_a_form_that_lay_long_or_was_made_up_gets_a_new_mark(client, seconds_ago):
    old = mark(seconds_ago=seconds_ago) if seconds_ago else "tu-che.1700000000"
    answer = client.post("/gop-y/", {"mark": old, "text": "Chợ bẩn"})

    html = answer.content.decode()
    assert ("Trang này mở đã lâu" in html, old in html, "Chợ bẩn" in html) == (True, False, True)
    assert Letter.objects.count() == 0


def test_two_presses_of_one_form_are_one_letter_with_one_code(client):
    same = mark()

    shown = {client.post("/gop-y/", {"mark": same, "text": "Chợ bẩn"}).context["code"] for _ in range(2)}

    assert (len(shown), Letter.objects.count(), Allowance.objects.get().used) == (1, 1, 1)


def test_what_was_written_otherwise_after_going_back_is_another_letter(client):
    same = mark()

    shown = {client.post("/gop-y/", {"mark": same, "text": text}).context["code"] for text in ("Chợ", "Chợ bẩn")}

    assert (len(shown), sorted(Letter.objects.values_list("text", flat=True))) == (2, ["Chợ", "Chợ bẩn"])


def test_the_same_text_again_is_one_letter_and_shows_nobody_its_code(client):
    _, code = sent(client, "Chợ bẩn")

    again = post_feedback(client, "Chợ bẩn", network="198.51.100.2")
    other = post_feedback(client, "Chợ bẩn quá")

    assert (again.status_code, other.status_code, Letter.objects.count()) == (422, 200, 2)
    assert "Nội dung giống hệt đã được nhận trong ngày" in again.content.decode()
    assert code not in again.content.decode()
