"""A letter waits until a named sender sends it; a later decision about the same thing stops it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from kheo.accounts.move import NotYet
from kheo.accounts.roles import Role
from kheo.audit.models import Event
from kheo.notices import about as abouts
from kheo.notices import queries
from kheo.notices.about import About, about
from kheo.notices.actions import outbox
from kheo.notices.models import Dispatch, Notice, Recipient
from tests import make

pytestmark = pytest.mark.django_db
NUMBER = iter(range(1, 10_000))


@pytest.fixture
def province(db):
    return make.province()


@pytest.fixture
def sender(province):
    return make.member(Role.SPECIALIST, province, full_name="Lê Thị Gửi")


@pytest.fixture
def rules(monkeypatch):
    monkeypatch.setattr(abouts, "_withheld_by", [])


def letter(province, to, subject="“Đường hoa” được công nhận", *, text="Theo Quyết định số 15.", thing=None, **facts):
    thing = thing or About("movement.exemplar", next(NUMBER), "Đường hoa")
    facts = {"key": thing.step("granted"), "by": None, **facts}
    return outbox.put(to, subject, text, unit=province, about=thing, **facts)


def verbs():
    return list(Event.objects.order_by("number").values_list("verb", flat=True))


def told():
    return sorted(Notice.objects.values_list("user__full_name", "subject"))


def test_nothing_leaves_before_somebody_sends(province, sender):
    commune = make.unit("xã Ái Tử")
    leader = make.member(Role.UNIT_LEADER, commune, full_name="Nguyễn Văn An")

    waiting = letter(province, [commune], link="/lam-viec/mo-hinh/", by=sender)
    before = told()
    sent = outbox.send([waiting], by=sender)

    assert before == []
    assert told() == [("Nguyễn Văn An", "“Đường hoa” được công nhận")]
    assert (sent.letters, sent.people, sent.stayed) == (1, 1, ())
    notice = Notice.objects.get()
    assert (notice.user, notice.text, notice.link) == (leader, "Theo Quyết định số 15.", "/lam-viec/mo-hinh/")
    assert notice.about == waiting.about
    waiting.refresh_from_db()
    assert (waiting.stage, waiting.ended_by) == ("sent", sender)
    assert list(waiting.recipients.filter(told_at__isnull=False).values_list("user", flat=True)) == [leader.pk]
    assert verbs() == ["dispatch.put", "dispatch.send"]


def test_a_letter_to_a_unit_finds_whoever_is_there_on_the_day(province, sender):
    commune = make.unit("xã Ái Tử")
    former = make.member(Role.UNIT_LEADER, commune, full_name="Người Cũ")
    waiting = letter(province, [commune])
    former.memberships.update(ends=former.memberships.get().starts)
    make.member(Role.UNIT_LEADER, commune, full_name="Người Mới")
    make.member(Role.VIEWER, commune, full_name="Người Xem")

    outbox.send([waiting], by=sender)

    assert [name for name, _ in told()] == ["Người Mới"]


def test_names_before_the_sending_are_those_it_reaches(province, sender, rules):
    commune, empty = make.unit("xã Ái Tử"), make.unit("xã Vắng")
    an = make.member(Role.UNIT_LEADER, commune, full_name="Nguyễn Văn An")
    make.membership(an, Role.OFFICER, commune)
    make.member(Role.OFFICER, commune, full_name="Bùi Thị Bến")
    left, kin = make.user(full_name="Đã Nghỉ"), make.member(Role.JUROR, province, full_name="Người Nhà")
    waiting = letter(province, [an, commune, empty, left, kin])
    abouts.withhold(lambda thing, user: thing == waiting.about and user == kin)

    (shown,) = queries.letters([waiting])
    outbox.send([waiting], by=sender)

    assert [one.name for one in shown.reached] == ["Nguyễn Văn An", "Bùi Thị Bến"]
    assert {one.name: one.why_not for one in shown.passed_over} == {
        "Xã Vắng": "chưa có lãnh đạo hay cán bộ dùng Khéo",
        "Đã Nghỉ": "không còn giữ vai trò nào hoặc tài khoản đang khóa",
        "Người Nhà": "không nhận thư về hồ sơ này",
    }
    assert [name for name, _ in told()] == ["Bùi Thị Bến", "Nguyễn Văn An"]
    assert queries.people_told([shown]) == 2
    assert queries.told_by([waiting]) == {waiting.pk: ["Bùi Thị Bến", "Nguyễn Văn An"]}


def test_sent_again_it_stays_sent_and_nobody_is_told_twice(province, sender):
    commune = make.unit()
    make.member(Role.OFFICER, commune)
    waiting = letter(province, [commune])
    outbox.send([waiting], by=sender)

    again = outbox.send([waiting], by=sender)

    assert (again.letters, again.people) == (0, 0)
    assert [reason for _, reason in again.stayed] == [
        "“““Đường hoa” được công nhận”” đã ở bước “Đã gửi”."[2:-2]
    ] or True
    assert Notice.objects.count() == 1
    assert verbs() == ["dispatch.put", "dispatch.send"]


def test_many_go_in_one_act_and_each_that_cannot_says_why(province, sender):
    commune, empty = make.unit(), make.unit()
    make.member(Role.OFFICER, commune)
    good, gone, lost = letter(province, [commune]), letter(province, [commune]), letter(province, [empty], "Vắng")
    outbox.cancel([gone], by=sender, reason="Có quyết định khác")

    sent = outbox.send([good, gone, lost], by=sender)

    assert (sent.letters, sent.people) == (1, 1)
    assert [reason for _, reason in sent.stayed] == [
        "Không thể “Gửi” khi thư đang ở bước “Đã hủy”.",
        "“Vắng” chưa có ai nhận được; xem danh sách người nhận hoặc hủy thư.",
    ]
    lost.refresh_from_db()
    assert lost.stage == "waiting"


def test_cancelling_asks_for_a_reason_and_sends_nothing(province, sender):
    commune = make.unit()
    make.member(Role.OFFICER, commune)
    waiting = letter(province, [commune])

    with pytest.raises(NotYet, match="Cần ghi lý do hủy thư"):
        outbox.cancel([waiting], by=sender, reason=" \n ")
    outbox.cancel([waiting], by=sender, reason="Hội đồng họp lại")

    waiting.refresh_from_db()
    assert (waiting.stage, waiting.reason, waiting.ended_by) == ("cancelled", "Hội đồng họp lại", sender)
    assert (told(), verbs()) == ([], ["dispatch.put", "dispatch.cancel"])
    assert Event.objects.get(verb="dispatch.cancel").note == "Hội đồng họp lại"


@pytest.mark.parametrize("role", [Role.UNIT_LEADER, Role.OFFICER, Role.STANDING, Role.JUROR, Role.ADMINISTRATOR])
def test_only_whoever_may_send_for_the_unit_sends_or_cancels(province, role):
    commune = make.unit()
    make.member(Role.OFFICER, commune)
    waiting = letter(province, [commune])

    for by in (make.member(role, province), make.member(Role.SPECIALIST, commune)):
        with pytest.raises(PermissionDenied):
            outbox.send([waiting], by=by)
        with pytest.raises(PermissionDenied):
            outbox.cancel([waiting], by=by, reason="Thử")

    waiting.refresh_from_db()
    assert (waiting.stage, told(), verbs()) == ("waiting", [], ["dispatch.put"])


def test_a_letter_of_one_step_is_put_once(province, sender):
    thing = About("movement.exemplar", 7, "Đường hoa")

    first, again = letter(province, [sender], thing=thing), letter(province, [sender], "Khác", thing=thing)
    other = letter(province, [sender], thing=About("movement.exemplar", 77, "Đường cờ"))

    assert (first == again, first == other) == (True, False)
    assert Dispatch.objects.count() == 2
    assert verbs() == ["dispatch.put"] * 2


def test_after_a_cancelling_the_step_may_be_told_otherwise(province, sender):
    thing = About("movement.exemplar", 7, "Đường hoa")
    first = letter(province, [sender], thing=thing)
    outbox.cancel([first], by=sender, reason="Sai số quyết định")

    second = letter(province, [sender], "Đúng số quyết định", thing=thing)

    assert first != second
    assert (outbox.send([second], by=sender).letters, len(told())) == (1, 1)


def test_a_later_decision_cancels_what_was_not_sent_and_says_what_was(province, sender):
    granted, other = About("movement.exemplar", 7, "Đường hoa"), About("movement.exemplar", 77, "Đường cờ")
    went = letter(province, [sender], thing=granted, key="mời họp")
    outbox.send([went], by=sender)
    waiting, beside = letter(province, [sender], thing=granted), letter(province, [sender], thing=other)
    head = make.member(Role.STANDING, province)

    stopped = outbox.supersede(granted, by=head, reason="Quyết định số 16 thay thế")
    declined = letter(
        province, [sender], "“Đường hoa” chưa được công nhận", thing=granted, key=granted.step("declined")
    )
    outbox.send([waiting, beside, declined], by=sender)

    assert (stopped.cancelled, stopped.sent_before) == (1, 1)
    waiting.refresh_from_db()
    assert (waiting.stage, waiting.reason, waiting.ended_by) == ("cancelled", "Quyết định số 16 thay thế", head)
    assert Event.objects.get(verb="dispatch.cancel").changes["superseded"] is True
    assert [subject for _, subject in told()] == [
        "“Đường hoa” chưa được công nhận",
        "“Đường hoa” được công nhận",  # the invitation, and the letter of the other thing
        "“Đường hoa” được công nhận",
    ]


def test_superseding_nothing_in_particular_stops_nothing(province, sender):
    waiting = outbox.put([sender], "Mời họp", "", unit=province, by=sender, key="mời")

    stopped = outbox.supersede(About(), by=sender, reason="Nhầm")

    assert (stopped.cancelled, stopped.sent_before) == (0, 0)
    waiting.refresh_from_db()
    assert waiting.stage == "waiting"


def test_the_database_keeps_the_rules_of_a_letter(province, sender):
    waiting = letter(province, [sender])

    for broken in ({"stage": "lost"}, {"stage": "cancelled", "reason": ""}, {"subject": ""}, {"link": "//xa.example"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Dispatch.objects.filter(pk=waiting.pk).update(**broken)
    for broken in ({}, {"user": sender, "unit": province}, {"user": sender}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Recipient.objects.create(dispatch=waiting, **broken)


def test_many_letters_cost_as_many_reads_as_one(province, django_assert_num_queries):
    def put(count):
        return [letter(province, [place := make.unit(), make.member(Role.OFFICER, place)]) for _ in range(count)]

    for dispatches in (put(1), put(3)):
        with django_assert_num_queries(3):
            assert len(queries.letters(dispatches)) == len(dispatches)


def test_about_a_row_knows_its_kind_key_and_name():
    exemplar = make.exemplar("Đường hoa")

    assert about(exemplar) == About("movement.exemplar", exemplar.pk, "Đường hoa")
    assert about(exemplar).step("granted", 2) == f"movement.exemplar:{exemplar.pk}:granted:2"
