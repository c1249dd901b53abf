"""The editors' pages: a poll written, mended, approved; what the form refuses with a sentence, and what it warns of."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from kheo.accounts.roles import Role
from kheo.audit.models import Event
from kheo.polls.actions import votes
from kheo.polls.actions.votes import Caller
from kheo.polls.forms import TimeField
from kheo.polls.models import Poll
from tests import make

pytestmark = pytest.mark.django_db
NEW = "poll_desk:new"


@pytest.fixture
def unit():
    return make.unit()


@pytest.fixture
def editor(unit):
    return signed_in(Role.EDITOR, unit)


@pytest.fixture
def head(unit):
    return signed_in(Role.HEAD, unit)


def signed_in(role, unit):
    client = Client()
    client.force_login(make.member(role, unit))
    return client


def read(answer):
    return " ".join(strip_tags(answer.content.decode()).split())


def form(unit, *texts, **rest):
    texts = texts or ("Xuân", "Hạ")
    closes = timezone.localdate() + timedelta(days=7)
    rows = {f"choices-{number}-text": text for number, text in enumerate(texts)}
    return {
        "question": "Đặt tên tuyến đường", "unit": unit.pk, "kind": "single", "audience": "everyone", "is_secret": "kin",
        "results_shown": "after", "closes_on": f"{closes:%d/%m/%Y}", "closes_time": "17h30",
        "choices-TOTAL_FORMS": len(texts), "choices-INITIAL_FORMS": 0, **rows, **rest,
    }  # fmt: skip


def test_an_editor_writes_and_a_head_opens(editor, head, unit):
    answer = editor.post(reverse(NEW), form(unit, "Xuân", "", " Hạ  thu "), follow=True)
    poll = Poll.objects.get()
    head.post(reverse("poll_desk:advance", args=[poll.pk, "publish"]))

    poll.refresh_from_db()
    closes = timezone.localtime(poll.closes_at)
    assert "Đã lưu." in read(answer)
    assert [choice.text for choice in poll.choices.all()] == ["Xuân", "Hạ thu"]
    assert (poll.stage, closes.hour, closes.minute) == ("published", 17, 30)
    assert poll.is_open(timezone.now())


def test_an_editor_has_no_button_to_open(editor, head, unit):
    poll = make.poll(unit=unit, stage="drafting")
    page = reverse("poll_desk:detail", args=[poll.pk])

    assert ["Duyệt, mở bình chọn" in read(client.get(page)) for client in (editor, head)] == [False, True]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"strict": "on"}, "Không thể vừa cho mọi người bỏ phiếu không cần tài khoản"),
        ({"is_secret": "ten"}, "Bình chọn cho mọi người luôn là phiếu kín"),
        ({"kind": "multiple"}, "Chưa ghi mỗi phiếu chọn nhiều nhất bao nhiêu phương án."),
        ({"kind": "multiple", "min_ticks": "3", "max_ticks": "2"}, "Không nhỏ hơn số chọn ít nhất."),
        ({"choices-1-text": ""}, "Cần có ít nhất hai phương án."),
        ({"choices-1-text": "Xuân"}, "Phương án “Xuân” có hai lần."),
        ({"opens_on": "01/01/2099"}, "Thời điểm đóng phải sau thời điểm mở."),
        ({"closes_on": "01/01/2020"}, "Thời điểm đóng phải sau thời điểm hiện tại."),
        ({"closes_time": "25:00"}, "Hãy ghi giờ như 7:30 hoặc 17:00."),
        ({"question": ""}, "Chưa điền."),
    ],
)
def test_what_cannot_be_is_refused_with_its_sentence(editor, unit, wrong, sentence):
    answer = editor.post(reverse(NEW), form(unit, **wrong))

    assert (answer.status_code, sentence in read(answer), Poll.objects.exists()) == (200, True, False)


def test_strictly_once_is_what_members_have(editor, unit):
    editor.post(reverse(NEW), form(unit, strict="on", audience="members", is_secret="ten"))

    assert list(Poll.objects.values_list("audience", "is_secret")) == [("members", False)]


def test_a_secret_poll_with_a_running_count_is_saved_with_a_warning(editor, unit):
    answer = editor.post(reverse(NEW), form(unit, results_shown="now"), follow=True)
    quiet = editor.post(reverse(NEW), form(unit, results_shown="after"), follow=True)

    assert ["số nhỏ làm lộ lá phiếu" in read(page) for page in (answer, quiet)] == [True, False]


def test_several_ticks_keep_their_limits_and_a_single_one_forgets_them(editor, unit):
    editor.post(reverse(NEW), form(unit, "A", "B", "C", kind="multiple", min_ticks="2", max_ticks="3"))
    editor.post(reverse(NEW), form(unit, kind="single", min_ticks="2", max_ticks="3"))

    assert list(Poll.objects.order_by("pk").values_list("min_ticks", "max_ticks")) == [(2, 3), (1, 1)]


def test_a_form_opened_and_sent_back_changes_nothing(editor, unit):
    editor.post(reverse(NEW), form(unit, "A", "B", opens_on="01/01/2027", opens_time="7:15", closes_on="02/01/2027"))
    poll = Poll.objects.get()
    page = editor.get(reverse("poll_desk:edit", args=[poll.pk]))
    sent = {name: page.context["form"][name].value() for name in page.context["form"].fields}
    prepared = {
        name: page.context["form"].fields[name].prepare_value(value)
        for name, value in sent.items()
        if value is not None
    }
    rows = {"choices-TOTAL_FORMS": 2, "choices-INITIAL_FORMS": 2, "choices-0-text": "A", "choices-1-text": "B"}
    before = Poll.objects.values().get()

    editor.post(reverse("poll_desk:edit", args=[poll.pk]), {**prepared, "unit": unit.pk, "strict": "", **rows})

    assert Poll.objects.values().get() == before
    assert [event.verb for event in Event.objects.all()] == ["poll.begin"]


def test_a_row_marked_to_go_is_gone(editor, unit):
    poll = make.poll(unit=unit, stage="drafting", choices=("A", "B", "C"))
    sent = form(unit, "A", "B", "C", **{"choices-INITIAL_FORMS": 3, "choices-1-DELETE": "on"})

    editor.post(reverse("poll_desk:edit", args=[poll.pk]), sent)

    assert [choice.text for choice in poll.choices.all()] == ["A", "C"]


def test_an_approved_poll_is_not_edited(editor, head, unit):
    poll = make.poll(unit=unit)

    answer = editor.post(reverse("poll_desk:edit", args=[poll.pk]), form(unit), follow=True)

    assert "Bình chọn đã duyệt thì không sửa được" in read(answer)
    assert [choice.text for choice in poll.choices.all()] == ["Có", "Không"]


def test_a_head_closes_early_and_concludes(head, unit):
    poll = make.poll(unit=unit)
    detail = reverse("poll_desk:detail", args=[poll.pk])

    refused = head.post(reverse("poll_desk:close", args=[poll.pk]), {"note": ""}, follow=True)
    head.post(reverse("poll_desk:close", args=[poll.pk]), {"note": "Đủ phiếu."})
    half = head.post(reverse("poll_desk:conclude", args=[poll.pk]), {"conclusion": "Mở lớp."})
    early = head.post(
        reverse("poll_desk:conclude", args=[poll.pk]), {"conclusion": "Mở.", "concluded_on": "01/01/2090"}
    )
    head.post(reverse("poll_desk:conclude", args=[poll.pk]), {"conclusion": "Mở lớp.", "concluded_on": "01/10/2026"})

    assert "Hãy ghi lý do đóng sớm" in read(refused)
    assert "Chưa ghi ngày kết luận." in read(half)
    assert "Ngày kết luận không thể ở phía trước." in read(early)
    assert "Mở lớp." in head.get(detail).content.decode()
    assert "Mở lớp." in read(Client().get(poll.get_absolute_url()))


def test_a_head_sees_who_ticked_what_only_where_the_form_said_so(head, unit):
    named = make.poll(unit=unit, audience="members", is_secret=False)
    secret = make.poll(unit=unit, audience="members")
    voter = make.user(full_name="Hoàng Thị Mai")
    for poll in (named, secret):
        votes.cast(poll, [poll.choices.last().pk], by=voter, caller=Caller())
    Poll.objects.update(closes_at=timezone.now())

    pages = [read(head.get(reverse("poll_desk:detail", args=[poll.pk]))) for poll in (named, secret)]

    assert ["Hoàng Thị Mai Không" in page for page in pages] == [True, False]
    assert "Hoàng Thị Mai" not in pages[1]


def test_the_rail_has_polls_for_those_who_work_on_them(editor, unit):
    officer = signed_in(Role.OFFICER, unit)

    assert ["/lam-viec/binh-chon/" in client.get(reverse("accounts:me")).text for client in (editor, officer)] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("7:30", "07:30"),
        ("7h30", "07:30"),
        ("17 giờ", "17:00"),
        ("7 giờ 5 phút", "07:05"),
        ("9.15", "09:15"),
        ("0", "00:00"),
    ],
)
def test_hours_as_people_write_them(said, meant):
    assert f"{TimeField().clean(said):%H:%M}" == meant
