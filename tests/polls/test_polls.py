"""The life of a poll: who may make which move from where, why not yet, and what each act leaves on the trail."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from kheo.accounts import trail
from kheo.accounts.roles import Role
from kheo.audit.models import Event
from kheo.polls import queries, trail_words
from kheo.polls.actions import polls, votes
from kheo.polls.actions.votes import Caller
from kheo.polls.lifecycle import POLL, NotYet
from kheo.polls.models import Poll
from tests import make

pytestmark = pytest.mark.django_db
BUTTONS = {
    #             EDITOR   HEAD             SPECIALIST
    "drafting":  ("drop",  "publish drop",  ""),
    "published": ("",      "take_back",     ""),
    "dropped":   ("",      "",              ""),
}  # fmt: skip


def head():
    return make.member(Role.HEAD, make.province())


def verbs():
    return [event.verb for event in Event.objects.all()]


def facts(**rest):
    now = timezone.now()
    return {
        "unit": make.province(), "question": "Chọn tên đường", "opens_at": now, "closes_at": now + timedelta(days=3), **rest,
    }  # fmt: skip


def vote(poll):
    votes.cast(poll, [poll.choices.first().pk], by=None, caller=Caller("b" * 64, "203.0.113.7"))


@pytest.mark.parametrize("stage", BUTTONS)
def test_buttons_of_each_role(stage):
    poll = make.poll(stage=stage)
    people = [make.member(role, poll.unit) for role in (Role.EDITOR, Role.HEAD, Role.SPECIALIST)]

    found = tuple(" ".join(move.name for move in queries.open_moves(poll, person)) for person in people)

    assert found == BUTTONS[stage]


@pytest.mark.parametrize("stage", BUTTONS)
@pytest.mark.parametrize("move", [move.name for move in POLL])
def test_a_move_without_its_button_is_refused_and_changes_nothing(stage, move):
    poll = make.poll(stage=stage)
    for role, buttons in zip((Role.EDITOR, Role.HEAD, Role.SPECIALIST), BUTTONS[stage], strict=True):
        if move in buttons.split():
            continue
        with pytest.raises((NotYet, PermissionDenied)):
            polls.advance(poll, move, by=make.member(role, poll.unit))

    poll.refresh_from_db()
    assert (poll.stage, verbs()) == (stage, [])


def test_a_head_of_the_commune_beside_may_nothing():
    poll = make.poll(unit=make.unit(), stage="drafting")

    with pytest.raises(PermissionDenied):
        polls.advance(poll, "publish", by=make.member(Role.HEAD, make.unit()))
    assert not Poll.objects.visible_to(make.member(Role.HEAD, make.unit())).exists()


def test_a_poll_approved_late_opens_at_once_and_one_approved_early_waits():
    now, approver = timezone.now(), head()
    late = make.poll(stage="drafting", opens_at=now - timedelta(days=2), audience="members")
    early = make.poll(stage="drafting", opens_at=now + timedelta(days=1), closes_at=now + timedelta(days=2))

    late, early = (polls.advance(poll, "publish", by=approver) for poll in (late, early))

    assert (late.is_open(timezone.now()), early.is_open(timezone.now())) == (True, False)
    assert early.opens_at == now + timedelta(days=1)
    assert (late.panel, early.panel) == (1, None)
    assert verbs() == ["poll.publish", "poll.publish"]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"choices": ("Có",)}, "Cần có ít nhất hai phương án."),
        (
            {"kind": "multiple", "max_ticks": 3},
            "Mỗi phiếu được chọn đến 3 phương án mà danh sách chỉ có 2.",
        ),
        ({"closes_at": timezone.now() - timedelta(hours=1)}, "Giờ đóng đã qua; hãy sửa lại thời gian rồi mới mở."),
    ],
)
def test_what_is_not_ready_is_not_opened(wrong, sentence):
    poll = make.poll(stage="drafting", **wrong)

    with pytest.raises(NotYet) as reason:
        polls.advance(poll, "publish", by=head())

    assert (str(reason.value), verbs()) == (sentence, [])


def test_a_poll_with_a_vote_is_neither_taken_back_nor_rewritten():
    approver, poll = head(), make.poll()
    vote(poll)

    with pytest.raises(NotYet, match="Đã có phiếu gửi vào"):
        polls.advance(poll, "take_back", by=approver)
    with pytest.raises(NotYet, match="các phương án không sửa được"):
        polls.write(poll, choices=["A", "B"], by=approver)

    assert [choice.text for choice in poll.choices.all()] == ["Có", "Không"]
    assert verbs() == []


def test_an_approved_poll_is_rewritten_only_after_it_was_taken_back():
    approver, poll = head(), make.poll()

    with pytest.raises(NotYet, match="Đã duyệt mở"):
        polls.write(poll, choices=["A", "B"], by=approver)
    polls.advance(poll, "take_back", by=approver)
    polls.write(poll, choices=["B", "A", "C"], question="Câu khác", by=approver)

    poll.refresh_from_db()
    assert (poll.question, [choice.text for choice in poll.choices.all()]) == ("Câu khác", ["B", "A", "C"])
    written = Event.objects.get(verb="poll.write").changes
    assert written["choices"] == ["Có; Không", "B; A; C"]


def test_a_poll_sent_back_unchanged_leaves_no_event():
    editor = make.member(Role.EDITOR, make.province())
    poll = polls.begin(choices=["A", "B"], by=editor, **facts())

    polls.write(poll, choices=["A", "B"], by=editor, question=poll.question, unit=poll.unit)

    assert verbs() == ["poll.begin"]


def test_an_editor_writes_only_in_their_own_unit():
    commune, beside = make.unit(), make.unit()
    editor = make.member(Role.EDITOR, commune)
    poll = polls.begin(choices=["A", "B"], by=editor, **facts(unit=commune))

    with pytest.raises(PermissionDenied):
        polls.begin(choices=["A", "B"], by=editor, **facts(unit=beside))
    with pytest.raises(PermissionDenied):
        polls.write(poll, choices=["A", "B"], by=editor, unit=beside)
    with pytest.raises(TypeError):
        polls.write(poll, choices=["A", "B"], by=editor, stage="published")

    assert list(Poll.objects.values_list("unit", "stage")) == [(commune.pk, "drafting")]


def test_closing_early_takes_a_reason_and_an_open_poll():
    approver, poll = head(), make.poll()

    with pytest.raises(NotYet, match="Hãy ghi lý do"):
        polls.close_early(poll, by=approver, note="  ")
    with pytest.raises(NotYet, match="đã đóng"):
        polls.close_early(make.closed_poll(), by=approver, note="Thôi")
    with pytest.raises(PermissionDenied):
        polls.close_early(poll, by=make.member(Role.EDITOR, poll.unit), note="Thôi")
    poll = polls.close_early(poll, by=approver, note="Đã đủ\nphiếu")

    assert (poll.is_closed(timezone.now()), poll.closing_note) == (True, "Đã đủ phiếu")
    assert verbs() == ["poll.close_early"]


def test_a_conclusion_waits_for_the_closing_and_may_be_mended():
    approver, poll = head(), make.closed_poll()
    said = {"conclusion": "Mở lớp vào tháng 3.", "concluded_on": date(2026, 10, 1), "next_on": None}

    with pytest.raises(NotYet, match="đã đóng"):
        polls.conclude(make.poll(), by=approver, **said)
    polls.conclude(poll, by=approver, **said)
    polls.conclude(poll, by=approver, **said)
    polls.conclude(poll, by=approver, **said | {"next_on": date(2027, 3, 1)})

    poll.refresh_from_db()
    assert (poll.conclusion, poll.next_on) == ("Mở lớp vào tháng 3.", date(2027, 3, 1))
    assert verbs() == ["poll.conclude", "poll.conclude"]


def test_every_act_is_read_in_words_on_the_trail():
    approver = head()
    poll = polls.begin(choices=["A", "B"], by=approver, **facts(audience="members", is_secret=False))
    polls.write(poll, choices=["A", "C"], by=approver, closes_at=poll.closes_at + timedelta(days=1), is_secret=True)
    polls.advance(poll, "publish", by=approver)
    polls.advance(poll, "take_back", by=approver)
    polls.advance(poll, "publish", by=approver)
    polls.close_early(poll, by=approver, note="Đủ.")
    polls.conclude(poll, conclusion="Đặt tên A.", concluded_on=date(2026, 10, 1), next_on=None, by=approver)
    events = list(Event.objects.select_related("by").prefetch_related("personal"))

    lines = trail.lines(events)

    assert {line.text for line in lines} <= set(trail_words.VERBS.values())
    assert [line.text for line in lines][:3] == ["Soạn bình chọn", "Sửa bình chọn", "Duyệt, mở bình chọn"]
    said = [(label, before, after) for line in lines for label, before, after in line.changes]
    assert ("các phương án", "A; B", "A; C") in said
    assert ("phiếu kín", "không", "có") in said
    assert ("bước", "Đang soạn", "Đã duyệt mở") in said
    assert len(said) == sum(len(event.changes) for event in events)


def test_a_poll_with_votes_is_not_offered_to_be_taken_back():
    approver, poll = head(), make.poll()
    vote(poll)

    assert queries.open_moves(poll, approver) == []
