"""What anyone opens: the list with its empty state, one poll, and the sending of a vote from a browser."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from kheo.accounts.roles import Role
from kheo.polls.models import NETWORK_LIMIT, Poll, Voter
from tests import make

pytestmark = pytest.mark.django_db
EMPTY = "Hiện tại không có bình chọn nào đang hoạt động."


def read(answer):
    return " ".join(strip_tags(answer.content.decode()).split())


def address(poll):
    return reverse("polls:vote", args=[poll.pk, poll.slug])


def keys(poll, *places):
    of = dict(poll.choices.values_list("place", "pk"))
    return [of[place] for place in places]


def send(client, poll, *ticked, **extra):
    return client.post(address(poll), {"choice": ticked}, **extra)


def opened(poll, **extra):
    """A browser that has the poll's page before it."""
    client = Client(**extra)
    client.get(poll.get_absolute_url())
    return client


def test_the_list_without_any_poll_says_so(client):
    page = read(client.get(reverse("polls:list")))

    assert EMPTY in page
    assert "Bình chọn hiện ở đây khi được mở" in page


def test_the_list_without_an_open_poll_tells_the_last_result_what_was_decided_and_the_next_day(client):
    next_on = timezone.localdate() + timedelta(days=30)
    poll = make.closed_poll(
        "Đặt tên tuyến đường", conclusion="Đặt tên đường Xuân.", concluded_on=date(2026, 10, 1), next_on=next_on
    )
    Voter.objects.create(poll=poll, browser="b" * 64)
    vote = poll.votes.create()
    vote.ticks.create(choice=poll.choices.first())

    page = read(client.get(reverse("polls:list")))

    for words in (EMPTY, "Đặt tên tuyến đường", "Nhiều phiếu nhất: Có (1 trên 1 phiếu, 100%)", "Đặt tên đường Xuân."):
        assert words in page
    assert f"Lần tới: {next_on:%d/%m/%Y}." in page


def test_the_list_shows_open_polls_and_hides_what_is_written(client):
    make.poll("Đang hỏi")
    make.poll("Mai hỏi", opens_at=timezone.now() + timedelta(hours=3))
    make.poll("Còn soạn", stage="drafting")
    make.poll("Đã bỏ đi", stage="dropped")

    page = read(client.get(reverse("polls:list")))

    assert [words in page for words in (EMPTY, "Đang hỏi", "Mai hỏi", "Còn soạn", "Đã bỏ đi")] == [
        False, True, True, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "facts", [{"stage": "drafting"}, {"stage": "dropped"}, {"opens_at": timezone.now() + timedelta(hours=1)}]
)
def test_what_is_not_public_is_as_if_it_were_not_there(client, facts):
    poll = make.poll(**facts)

    assert client.get(poll.get_absolute_url()).status_code == 404
    assert send(client, poll, *keys(poll, 1)).status_code == 404


def test_another_spelling_of_the_address_leads_to_the_right_one(client):
    poll = make.poll("Đường nào đẹp nhất?")

    answer = client.get(reverse("polls:poll", args=[poll.pk, "ten-cu"]))

    assert (answer.status_code, answer["Location"]) == (301, f"/binh-chon/{poll.pk}-duong-nao-dep-nhat/")


def test_a_reader_votes_once_and_is_told():
    poll = make.poll()
    client = opened(poll)

    first = client.post(address(poll), {"choice": keys(poll, 2)}, follow=True)
    again = client.post(address(poll), {"choice": keys(poll, 1)}, follow=True)

    assert "Đã ghi nhận phiếu" in read(first)
    assert "Trình duyệt này đã gửi một phiếu" in read(again)
    assert "Gửi phiếu" not in read(again)
    assert [vote.ticks.get().choice.text for vote in poll.votes.all()] == ["Không"]


def test_the_mark_of_the_browser_is_out_of_reach_of_scripts_and_of_other_addresses(client):
    poll = make.poll()

    mark = client.get(poll.get_absolute_url()).cookies[f"phieu-{poll.pk}"]

    assert (mark["httponly"], mark["samesite"], mark["path"]) == (True, "Lax", "/binh-chon/")
    assert f"phieu-{poll.pk}" not in client.get(poll.get_absolute_url()).cookies


def test_a_mark_of_another_poll_a_changed_one_or_none_takes_no_vote():
    poll, other = make.poll(), make.poll()
    borrowed = opened(other)
    borrowed.cookies[f"phieu-{poll.pk}"] = borrowed.cookies[f"phieu-{other.pk}"].value
    changed = opened(poll)
    changed.cookies[f"phieu-{poll.pk}"] = changed.cookies[f"phieu-{poll.pk}"].value.replace(".", ".a", 1)

    answers = [send(client, poll, *keys(poll, 1)) for client in (borrowed, changed, Client())]

    assert [answer.status_code for answer in answers] == [422] * 3
    assert ["Trình duyệt chưa giữ dấu" in read(answer) for answer in answers] == [True] * 3
    assert not Voter.objects.exists()


@pytest.mark.parametrize("sent", [[], ["x"], ["999999999999999999999"], ["-1"], ["٣"]])
def test_what_is_no_choice_of_the_poll_is_refused_in_words(sent):
    poll = make.poll()

    answer = send(opened(poll), poll, *sent)

    assert answer.status_code == 422
    assert ("Chưa chọn phương án nào." if not sent else "Có phương án không thuộc bình chọn này") in read(answer)
    assert not poll.votes.exists()


def test_two_ticks_from_a_script_are_two_ticks_though_the_form_has_radio_buttons():
    poll = make.poll()
    client = opened(poll)

    both, twice = send(client, poll, *keys(poll, 1, 2)), send(client, poll, *keys(poll, 1, 1))

    assert "Chọn một phương án; phiếu này đang chọn 2." in read(both)
    assert "Một phương án chỉ chọn được một lần." in read(twice)
    assert not poll.votes.exists()


def test_a_refused_form_keeps_what_was_ticked():
    poll = make.poll(kind="multiple", min_ticks=2, max_ticks=2, choices="ABC")

    page = send(opened(poll), poll, *keys(poll, 2)).content.decode()

    assert page.count("checked") == 1


def test_a_vote_without_the_token_of_the_form_is_refused():
    poll = make.poll()
    client = Client(enforce_csrf_checks=True)
    page = client.get(poll.get_absolute_url())

    forged = send(client, poll, *keys(poll, 1))
    data = {"choice": keys(poll, 1), "csrfmiddlewaretoken": page.context["csrf_token"]}
    taken = client.post(address(poll), data)

    assert (forged.status_code, taken.status_code) == (403, 302)


def test_a_closed_poll_refuses_and_shows_its_result():
    poll = make.poll()
    client = opened(poll)
    Poll.objects.filter(pk=poll.pk).update(closes_at=timezone.now())

    answer = send(client, poll, *keys(poll, 1))

    assert answer.status_code == 422
    assert "Bình chọn này đã đóng, không nhận thêm phiếu." in read(answer)
    assert "Gửi phiếu" not in read(answer)
    assert not poll.votes.exists()


def test_a_poll_of_members_asks_the_reader_to_sign_in(client):
    poll = make.poll(audience="members")

    page, sent = client.get(poll.get_absolute_url()), send(client, poll, *keys(poll, 1))

    assert "Đăng nhập để gửi phiếu" in read(page)
    assert page.cookies.get(f"phieu-{poll.pk}") is None
    assert sent["Location"].startswith(f"/tai-khoan/dang-nhap/?next=/binh-chon/{poll.pk}-")
    client.force_login(make.user())
    assert "Đã ghi nhận phiếu" in read(client.post(address(poll), {"choice": keys(poll, 2)}, follow=True))
    assert poll.votes.count() == 1


def test_forged_forwarding_headers_do_not_open_another_network(settings):
    poll = make.poll()
    settings.KHEO_PROXIES = 1
    send(opened(poll), poll, *keys(poll, 1), HTTP_X_FORWARDED_FOR="198.51.100.1, 203.0.113.7")
    network = Voter.objects.get().network
    Voter.objects.bulk_create(Voter(poll=poll, browser=f"{n:064x}", network=network) for n in range(1, NETWORK_LIMIT))

    def try_from(forwarded):
        return send(opened(poll), poll, *keys(poll, 1), HTTP_X_FORWARDED_FOR=forwarded).status_code

    assert [try_from(f"{forged}, 203.0.113.7") for forged in ("1.2.3.4", "1.2.3.4, 5.6.7.8", "x")] == [422] * 3
    assert try_from("1.2.3.4, 203.0.113.8") == 302
    settings.KHEO_PROXIES = 0
    direct = [send(opened(poll), poll, *keys(poll, 1), HTTP_X_FORWARDED_FOR=f"9.9.9.{n}") for n in range(3)]
    assert {answer.status_code for answer in direct} == {302}
    assert Voter.objects.exclude(network=network).values("network").distinct().count() == 2


def test_a_full_network_is_told_what_to_do():
    poll = make.poll()
    send(opened(poll), poll, *keys(poll, 1))
    network = Voter.objects.get().network
    Voter.objects.bulk_create(Voter(poll=poll, browser=f"{n:064x}", network=network) for n in range(1, NETWORK_LIMIT))

    answer = send(opened(poll), poll, *keys(poll, 1))

    assert "Hôm nay mạng này đã gửi 200 phiếu" in read(answer)
    assert "hoặc đăng nhập" in read(answer)
    assert poll.votes.count() == 1


def test_the_page_says_how_it_takes_votes(client):
    everyone, named = make.poll(), make.poll(audience="members", is_secret=False)

    assert "nhiều nhất 200 phiếu không đăng nhập" in read(client.get(everyone.get_absolute_url()))
    assert "không bảo đảm đúng mỗi người một phiếu" in read(client.get(everyone.get_absolute_url()))
    assert "Phiếu ghi tên" in read(client.get(named.get_absolute_url()))


def test_results_are_the_same_for_everybody_and_wait_for_the_closing(client):
    poll = make.poll()
    Voter.objects.create(poll=poll, browser="b" * 64)
    poll.votes.create().ticks.create(choice=poll.choices.first())
    head = make.member(Role.HEAD, poll.unit)
    desk = Client()
    desk.force_login(head)

    def shown():
        pages = (client.get(poll.get_absolute_url()), desk.get(poll.get_absolute_url()),
                 desk.get(reverse("poll_desk:detail", args=[poll.pk])))  # fmt: skip
        return ["Có (100%)" in read(page) for page in pages]

    before = shown()
    Poll.objects.filter(pk=poll.pk).update(closes_at=timezone.now())

    assert (before, shown()) == ([False] * 3, [True] * 3)


def test_a_page_with_a_form_is_never_kept_and_a_closed_one_is_until_the_next_turn(client):
    poll, closed = make.poll(), make.closed_poll()
    marks = [getattr(client.get(url), "kept_until", None) for url in (
        poll.get_absolute_url(), closed.get_absolute_url(), reverse("polls:list"))]  # fmt: skip

    assert client.get(poll.get_absolute_url())["Cache-Control"] == "no-store"
    assert marks[0] is None
    assert all(timezone.now().timestamp() < mark <= poll.closes_at.timestamp() for mark in marks[1:])


def test_early_closing_gives_its_reason(client):
    poll = make.closed_poll(closing_note="Đã đủ phiếu để quyết.")

    assert "Đóng sớm hơn dự kiến: Đã đủ phiếu để quyết." in read(client.get(poll.get_absolute_url()))


def test_the_cookie_is_only_sent_over_https_where_the_portal_is(client, settings):
    settings.SESSION_COOKIE_SECURE = True

    poll = make.poll()

    assert client.get(poll.get_absolute_url()).cookies[f"phieu-{poll.pk}"]["secure"] is True


def test_the_front_page_says_that_no_poll_is_open(client):
    make.closed_poll("Mô hình được yêu thích")

    page = read(client.get("/"))

    assert f"{EMPTY} Lần trước: Mô hình được yêu thích, 0 phiếu." in page
