"""People hear what became of their file: the unit of its registration, a thread of what was said, an officer of a guest."""

import pytest

from kheo.accounts.roles import Role
from kheo.movement.actions import guidance, registrations
from kheo.movement.lifecycle.move import NotYet
from kheo.notices.models import Notice
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def commune():
    return make.unit("xã Ái Tử")


@pytest.fixture
def exemplar(commune):
    return make.exemplar("Đường hoa", unit=commune, stage="new")


@pytest.fixture
def officer(commune):
    return make.member(Role.OFFICER, commune, full_name="Nguyễn Văn An")


@pytest.fixture
def leader(commune):
    return make.member(Role.UNIT_LEADER, commune, full_name="Bùi Thị Bến")


@pytest.fixture
def specialist():
    return make.member(Role.SPECIALIST, make.province(), full_name="Lê Thị Gửi")


def told():
    return sorted(Notice.objects.values_list("user__full_name", "subject", "text"))


@pytest.mark.parametrize(
    ("move", "words", "note"),
    [
        ("send_back", "“Đường hoa” cần bổ sung đăng ký", "Thiếu chỉ tiêu"),
        ("list", "“Đường hoa” đã được duyệt đăng ký", ""),
        ("refuse", "“Đường hoa” không đưa vào danh mục", "Trùng mô hình khác"),
    ],
)
def test_a_unit_hears_what_became_of_its_registration(exemplar, officer, leader, specialist, move, words, note):
    make.outcome(exemplar)
    registration = make.registration(exemplar, stage="filed", entered_by=officer)
    make.member(Role.OFFICER, make.unit("xã Bên"))
    make.member(Role.VIEWER, exemplar.unit)

    registrations.advance(registration, move, by=specialist, note=note)

    assert told() == [("Bùi Thị Bến", words, note), ("Nguyễn Văn An", words, note)]
    assert set(Notice.objects.values_list("link", flat=True)) == {registration.get_absolute_url()}
    assert {notice.about.item for notice in Notice.objects.all()} == {f"movement.exemplar:{exemplar.pk}"}


def test_sent_back_twice_the_unit_hears_twice_and_of_a_refused_move_nothing(exemplar, officer, leader, specialist):
    make.outcome(exemplar)
    registration = make.registration(exemplar, stage="filed", entered_by=officer)

    with pytest.raises(NotYet):
        registrations.advance(registration, "send_back", by=specialist, note=" ")
    assert told() == []
    for _ in range(2):
        registrations.advance(registration, "send_back", by=specialist, note="Thiếu")
        registrations.advance(registration, "file", by=leader)

    assert [name for name, _, _ in told()] == ["Bùi Thị Bến"] * 2 + ["Nguyễn Văn An"] * 2


def test_those_of_the_thread_hear_each_other_and_not_themselves(exemplar, officer, leader, specialist):
    guidance.say(exemplar, "Cần thêm ảnh.", by=specialist)
    first = told()
    Notice.objects.all().delete()
    guidance.say(exemplar, "Đã thêm.", by=officer)

    words = "“Đường hoa” có trao đổi mới"
    assert first == [("Bùi Thị Bến", words, "Cần thêm ảnh."), ("Nguyễn Văn An", words, "Cần thêm ảnh.")]
    assert told() == [("Bùi Thị Bến", words, "Đã thêm."), ("Lê Thị Gửi", words, "Đã thêm.")]


def test_whoever_spoke_and_may_read_it_no_more_hears_nothing(exemplar, officer, specialist):
    guidance.say(exemplar, "Cần thêm ảnh.", by=specialist)
    Notice.objects.all().delete()
    specialist.memberships.update(role=Role.EDITOR)

    guidance.say(exemplar, "Đã thêm.", by=officer)

    assert told() == []


def test_whoever_made_a_link_hears_that_something_came(exemplar, officer, leader):
    make.guest_note(make.guest_link(exemplar, by=officer))

    assert told() == [("Nguyễn Văn An", "“Đường hoa”: cơ sở vừa gửi tin, chờ tiếp nhận", "")]
