"""Files shown for comment: what everybody reads, how a comment comes without an account, who reads it, when it is erased."""

import time
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kheo.accounts.roles import Role
from kheo.appraisal.actions import comments, holds, nominations
from kheo.appraisal.models import Nomination, PublicComment
from kheo.audit.models import Event
from kheo.core import pagecache
from kheo.core.guarded import new_mark
from kheo.movement.actions import consents, exemplars
from kheo.movement.models import PriorityArea
from kheo.units.models import Level
from tests import make
from tests.appraisal import making

pytestmark = pytest.mark.django_db
LIST = "/cong-khai/"


@pytest.fixture
def rules():
    return making.rule_set(make.unit("xã Ái Tử"), comment_days=10)


@pytest.fixture
def file(rules):
    return shown(rules, "Đường hoa Hà Xá")


@pytest.fixture
def specialist(rules):
    return make.member(Role.SPECIALIST, rules.unit)


def shown(rules, name, *, days_ago=0, **facts):
    """Published for comment some days ago, of an exemplar that everybody may see."""
    unit = make.unit(under=rules.unit, level=Level.BASE)
    exemplar = making.ripe_exemplar(unit, name=name, summary="Ba trăm mét đường hoa.", **facts)
    if exemplar.bearer == "group":
        exemplars.publish(exemplar, by=make.member(Role.HEAD, rules.unit))
    made = making.nomination(exemplar, rules=rules, case="Chuyện riêng của hồ sơ")
    day = timezone.localdate() - timedelta(days=days_ago)
    Nomination.objects.filter(pk=made.pk).update(stage="published", published_on=day, reason="Chuyện nội bộ")
    made.refresh_from_db()
    return made


def names(client):
    return [line.file.exemplar.name for line in client.get(LIST, {"trang": 1}).context["lines"]]


def page(file):
    return reverse("shown:file", args=[file.pk])


def post(client, file, text="Đường này bà con cùng làm.", *, network="203.0.113.7", **facts):
    mark = new_mark(at=time.time() - 60)
    return client.post(page(file), {"mark": mark, "text": text, **facts}, REMOTE_ADDR=network)


def sent(file, text="Có đơn.", **facts):
    return PublicComment.objects.create(nomination=file, text=text, **facts)


def test_everybody_reads_what_is_shown_now_and_until_when(client, rules, file):
    shown(rules, "Hết hạn hôm qua", days_ago=10)
    shown(rules, "Ngày cuối", days_ago=9)
    waiting = shown(rules, "Chưa công khai")
    Nomination.objects.filter(pk=waiting.pk).update(stage="appraised")

    assert sorted(names(client)) == ["Ngày cuối", "Đường hoa Hà Xá"]
    text = client.get(LIST).content.decode()
    assert f'nhận ý kiến đến hết ngày <span class="num">{file.comment_ends:%d/%m/%Y}</span>' in text
    assert 'name="robots" content="noindex"' in text
    assert client.get(page(shown(rules, "Đã hết hạn", days_ago=10))).status_code == 404


def test_a_person_is_shown_only_while_consenting(client, rules):
    person = shown(rules, "Bà Nguyễn Thị Sáu", bearer="person", kind="example")
    head = make.member(Role.HEAD, rules.unit)
    assert names(client) == []
    given = consents.give(
        person.exemplar, by=head, person="Bà Sáu", how="phiếu ký", covers_name=True, covers_story=True
    )
    exemplars.publish(person.exemplar, by=head)
    assert names(client) == ["Bà Nguyễn Thị Sáu"]

    consents.take_back(given, by=head)

    assert names(client) == []
    assert client.get(page(person)).status_code == 404


def test_a_withdrawn_exemplar_leaves_the_page(client, rules, file):
    exemplars.withdraw(file.exemplar, by=make.member(Role.HEAD, rules.unit), note="Sai sót")

    assert names(client) == []


def test_holds_tags_reasons_and_cases_never_reach_the_public(client, rules, file, specialist):
    before = [client.get(address).content.decode() for address in (f"{LIST}?trang=1", page(file))]
    holds.put(file.exemplar, reason="Đơn tố cáo ông K", by=specialist)
    PriorityArea.objects.create(unit=file.exemplar.unit, kind="religious")
    own = f"/mo-hinh/duong-hoa-ha-xa-{file.exemplar_id}/"

    addresses = [LIST, page(file), own, "/mo-hinh/", "/tim-kiem/?q=duong+hoa", f"/api/v1/mo-hinh/{file.exemplar_id}",
                 "/api/v1/mo-hinh", "/sitemap.xml"]  # fmt: skip
    texts = [client.get(address).content.decode().lower() for address in addresses]

    secret = ("tạm chưa xét", "tạm hoãn", "tố cáo ông", "đồng bào có đạo", "chuyện nội bộ", "chuyện riêng")
    assert [
        (address, word) for address, text in zip(addresses, texts, strict=True) for word in secret if word in text
    ] == []
    assert names(client) == ["Đường hoa Hà Xá"]
    assert len(texts[0]) == len(before[0].lower())


def test_pages_are_kept_for_readers_until_midnight_and_forgotten_when_a_file_is_published(
    client, rules, file, specialist, django_capture_on_commit_callbacks
):
    answer = client.get(LIST)
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    assert getattr(answer, pagecache.MARK) == midnight.timestamp()
    other = shown(rules, "Vừa công khai")
    Nomination.objects.filter(pk=other.pk).update(stage="appraised", published_on=None)
    assert names(client) == ["Đường hoa Hà Xá"]
    before = pagecache.generation()

    with django_capture_on_commit_callbacks(execute=True):
        holds.put(other.exemplar, reason="Chờ", by=specialist)
    assert pagecache.generation() == before
    with django_capture_on_commit_callbacks(execute=True):
        holds.release(other.exemplar.holds.get(), reason="Xong", by=specialist)
        nominations.advance(other, "publish", by=specialist)

    assert pagecache.generation() != before
    assert "Vừa công khai" in client.get(LIST).content.decode()


def test_a_comment_comes_without_an_account_and_its_sender_reads_what_happens_next(client, file):
    answer = post(client, file, name="Lê Thị Hoa", contact="0912", consent="on")

    kept = PublicComment.objects.get()
    assert (answer.status_code, kept.text, kept.name, kept.consented_at is not None) == (
        200, "Đường này bà con cùng làm.", "Lê Thị Hoa", True,
    )  # fmt: skip
    assert "đọc từng ý kiến" in answer.content.decode()
    event = Event.objects.get(verb="comment.send")
    assert (event.by, event.changes, event.note) == (None, {}, "")


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(client, file):
    named = post(client, file, text="Hay lắm", name="Hoa")
    machine = post(client, file, text="Hay lắm", nick="bot")
    empty = post(client, file, text="")

    assert [answer.status_code for answer in (named, machine, empty)] == [422] * 3
    assert "Xin đánh dấu đồng ý" in named.content.decode()
    assert "Hay lắm" in machine.content.decode()
    assert not PublicComment.objects.exists()


def test_floods_stop_at_the_network_and_leave_others_alone(client, file):
    for number in range(comments.MOST):
        assert post(client, file, text=f"Ý kiến {number}").status_code == 200

    full = post(client, file, text="Một ý nữa")
    other = post(client, file, text="Từ nhà khác", network="203.0.113.9")

    assert (full.status_code, other.status_code) == (422, 200)
    assert "Xin chờ một giờ" in full.content.decode()
    assert PublicComment.objects.count() == comments.MOST + 1


def test_two_presses_of_one_form_and_the_same_words_are_one_comment(client, file):
    mark = new_mark(at=time.time() - 60)
    answers = [client.post(page(file), {"mark": mark, "text": "Đúng"}) for _ in range(2)]
    again = post(client, file, text="Đúng")

    assert [each.status_code for each in (*answers, again)] == [200, 200, 422]
    assert PublicComment.objects.count() == 1


def test_none_is_taken_after_the_last_day(client, file):
    Nomination.objects.filter(pk=file.pk).update(published_on=timezone.localdate() - timedelta(days=10))

    assert post(client, file).status_code == 404
    with pytest.raises(nominations.NotYet, match="đã hết"):
        comments.send(file, mark="x", network="y", text="Trễ")


def test_comments_are_read_and_answered_by_the_focal_body_and_by_nobody_else(client, file, specialist):
    comment = sent(file, "Đường làm từ 2025")
    seen = {}
    for role in Role:
        seen[role] = PublicComment.objects.visible_to(make.member(role, file.unit)).exists()
    assert {role for role, sees in seen.items() if sees} == {Role.SPECIALIST, Role.HEAD}
    assert not PublicComment.objects.visible_to(make.member(Role.HEAD, make.unit())).exists()

    client.force_login(specialist)
    client.post(reverse("appraisal:comment_detail", args=[comment.pk]), {"text": "Đã đối chiếu, đúng."})

    comment.refresh_from_db()
    assert (comment.answer, comment.answered_by) == ("Đã đối chiếu, đúng.", specialist)
    assert "Đã đối chiếu" not in str(list(Event.objects.values_list("changes", "note")))


def test_a_complaint_leaves_the_commune_for_those_who_watch_over_complaints(client, file, specialist):
    above = make.member(Role.HEAD, make.province())
    beside = make.member(Role.HEAD, file.unit)
    comment = sent(file)

    comments.restrict(comment, by=specialist)

    readers = {person: PublicComment.objects.visible_to(person).exists() for person in (above, beside, specialist)}
    assert readers == {above: True, beside: False, specialist: False}
    client.force_login(specialist)
    assert client.get(reverse("appraisal:comment_detail", args=[comment.pk])).status_code == 404
    assert "Có đơn." not in client.get(file.get_absolute_url()).content.decode()
    post(client, file, text="Tố cáo", is_complaint="on")
    assert PublicComment.objects.visible_to(specialist).count() == 0


def test_persons_are_erased_in_time_and_of_a_complaint_the_words_too(file, specialist):
    now = timezone.now()
    facts = {"name": "Hoa", "consented_at": now, "answered_by": specialist, "answer": "Xong"}
    old = now - timedelta(days=comments.KEPT_DAYS + 1)
    plain = sent(file, "Hay", answered_at=old, **facts)
    complaint = sent(file, "Đơn", is_complaint=True, answered_at=old, **facts)
    fresh = sent(file, "Mới", answered_at=now, **facts)

    assert (comments.erase(), comments.erase()) == (2, 0)

    kept = dict(PublicComment.objects.values_list("pk", "name"))
    texts = dict(PublicComment.objects.values_list("pk", "text"))
    assert (kept, texts) == (
        {plain.pk: "", complaint.pk: "", fresh.pk: "Hoa"}, {plain.pk: "Hay", complaint.pk: "", fresh.pk: "Mới"},
    )  # fmt: skip


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_at_any_length(client, rules, rows, django_assert_max_num_queries):
    for number in range(rows):
        shown(rules, f"Mô hình {number}")

    with django_assert_max_num_queries(12):
        assert len(names(client)) == rows
