"""What residents say of a model: three answers with equal ease, one a browser, shown from five, told to the level above."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kheo.accounts.roles import Role
from kheo.core import pagecache
from kheo.movement.lifecycle.move import NotYet
from kheo.portal.actions import allowances, words
from kheo.portal.models import ResidentWord, Word
from kheo.portal.queries import letters as queries
from tests import make

pytestmark = pytest.mark.django_db
YESTERDAY = timedelta(days=1)


@pytest.fixture
def told(db):
    commune = make.unit("xã Ái Tử")
    return make.exemplar(
        "Đường hoa", unit=commune, stage="running", published_at=timezone.now(), published_by=make.user()
    )


def address(told):
    return reverse("portal:word", args=[told.pk])


def page(client, told):
    pagecache.forget()
    return client.get(reverse("portal:exemplar", args=["duong-hoa", told.pk]))


def say(told, word, times=1, *, at=None, network="203.0.113.7"):
    for _ in range(times):
        number = ResidentWord.objects.count()
        words.give(told, word, browser=f"trinh-duyet-{number}", network=f"{network}/{number}", at=at)


def test_page_offers_three_answers_alike(client, told):
    answers = page(client, told).context["answers"]

    assert [label for label, _ in answers] == ["Còn hoạt động", "Không còn", "Không rõ"]
    for _, url in answers:
        form = client.get(url)
        assert form.status_code == 200
        assert form.content.decode().count('type="radio"') == 3
        assert form.content.decode().count("checked") == 1


def test_a_browser_is_counted_once_and_may_change_its_mind(client, told):
    client.get(address(told))
    for word in ("con", "khong"):
        answer = client.post(address(told), {"word": word})
        assert answer.url == f"/mo-hinh/duong-hoa-{told.pk}/"

    assert [each.word for each in ResidentWord.objects.all()] == ["khong"]


def test_without_a_mark_or_with_a_made_up_one_nothing_is_counted(told):
    for cookie in (None, "tu-che:abc"):
        browser = Client()
        if cookie:
            browser.cookies["ba-con"] = cookie
        answer = browser.post(address(told), {"word": "con"})
        assert "cho phép cookie" in answer.content.decode()

    assert ResidentWord.objects.count() == 0


def test_one_network_answers_so_often_about_one_model_in_an_hour(told):
    now = timezone.now()
    for n in range(allowances.WORDS):
        words.give(told, "con", browser=f"b{n}", network="203.0.113.7", at=now)

    with pytest.raises(NotYet, match="Mạng này vừa gửi nhiều câu trả lời"):
        words.give(told, "con", browser="moi", network="203.0.113.7", at=now)
    words.give(told, "con", browser="moi", network="198.51.100.2", at=now)
    assert ResidentWord.objects.count() == allowances.WORDS + 1


def test_nothing_is_shown_below_five_answers_and_never_those_of_today(client, told):
    at = timezone.now() - YESTERDAY
    say(told, "con", 3, at=at)
    say(told, "khong", at=at)
    say(told, "khong-ro", 2)
    assert page(client, told).context["voices"] is None

    say(told, "khong-ro", at=at)

    voices = page(client, told).context["voices"]
    assert voices.rows == [("Còn hoạt động", 3), ("Không còn", 1), ("Không rõ", 1)]
    assert "5 câu trả lời trong một năm" in page(client, told).content.decode()


def test_what_one_browser_says_of_two_models_cannot_be_put_together(told):
    other = make.exemplar("Khác", stage="running", published_at=timezone.now(), published_by=make.user())
    for each in (told, other):
        words.give(each, "con", browser="mot-trinh-duyet", network="203.0.113.7")

    assert len(set(ResidentWord.objects.values_list("browser", flat=True))) == 2


def test_doubts_go_to_the_level_above_and_not_to_the_unit(client, told):
    say(told, "khong", 2)
    say(told, "con")
    here, above = make.member(Role.SPECIALIST, told.unit), make.member(Role.SPECIALIST, make.province())
    beside = make.member(Role.HEAD, make.unit("xã Triệu Cơ"))

    seen = [list(queries.doubted(each, at=timezone.now())) for each in (here, above, beside)]

    assert seen == [[], [told], []]
    row = seen[1][0]
    assert (row.gone, row.alive, row.unsure) == (2, 1, 0)
    client.force_login(above)
    assert "Đường hoa" in client.get(reverse("stories:voices")).content.decode()


def test_what_was_said_long_ago_counts_no_more_and_goes(told):
    say(told, "khong", 5, at=timezone.now() - timedelta(days=400))

    assert queries.voices(told, at=timezone.now()) is None
    assert list(queries.doubted(make.member(Role.HEAD, make.province()), at=timezone.now())) == []
    assert words.forget() == 5


def test_an_answer_does_not_draw_the_kept_pages_anew(told, django_capture_on_commit_callbacks):
    before = pagecache.generation()
    with django_capture_on_commit_callbacks(execute=True):
        say(told, "con")

    assert pagecache.generation() == before


def test_unpublished_models_are_not_asked_about(client):
    inside = make.exemplar(stage="running")

    assert [client.get(address(inside)).status_code, client.post(address(inside), {"word": "con"}).status_code] == [
        404,
        404,
    ]
    assert {word.value for word in Word} == {"con", "khong", "khong-ro"}
