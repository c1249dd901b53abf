"""The audit trail is append only, chained, and personal values can be erased without breaking it."""

import pytest
from django.core.management import CommandError, call_command

from kheo.audit.models import ChainHead, Event, PersonalValue, breaks, erase_personal, record
from tests import make

pytestmark = pytest.mark.django_db


def three_events():
    unit, person = make.unit("xã Ái Tử"), make.user()
    return unit, [record("unit.rename", unit, by=person, name=["xã Cũ", f"xã Mới {i}"]) for i in range(3)]


def test_chain_is_whole_after_three_acts():
    _, events = three_events()

    assert list(breaks()) == []
    assert [event.number for event in events] == [1, 2, 3]
    assert events[2].previous == events[1].hash


def test_breaks_names_the_event_that_was_changed():
    _, events = three_events()

    Event.objects.filter(pk=events[1].pk).update(note="sửa lén")

    assert list(breaks()) == ["Sự kiện số 2 đã bị sửa sau khi ghi."]


def test_breaks_names_the_gap_when_an_event_was_removed():
    _, events = three_events()

    Event.objects.filter(pk=events[1].pk)._raw_delete("default")

    assert list(breaks()) == ["Thiếu sự kiện từ số 2 đến số 2.", "Sự kiện số 3 không nối với sự kiện đứng trước."]


def test_breaks_sees_that_the_tail_was_cut_off():
    _, events = three_events()

    Event.objects.filter(pk=events[2].pk)._raw_delete("default")

    assert list(breaks()) == ["Cuối chuỗi không khớp: có sự kiện đã bị xóa hoặc thêm ngoài phần mềm."]


def test_event_cannot_be_changed_or_removed():
    _, events = three_events()

    with pytest.raises(TypeError):
        events[0].save()
    with pytest.raises(TypeError):
        events[0].delete()


def test_personal_value_is_kept_beside_the_event_and_can_be_erased():
    unit, person = make.unit(), make.user()
    event = record("person.name", unit, by=person, personal={"full_name": "Trần Thị Bình"})
    assert "Bình" not in str(event.changes)
    assert PersonalValue.objects.get().value == "Trần Thị Bình"

    erase_personal(unit, by=person, note="Theo yêu cầu của chủ thể dữ liệu")

    assert not PersonalValue.objects.exists()
    assert list(breaks()) == []
    assert Event.objects.count() == 2


def test_breaks_sees_a_changed_personal_value():
    unit, person = make.unit(), make.user()
    record("person.name", unit, by=person, personal={"full_name": "Trần Thị Bình"})

    PersonalValue.objects.update(value="Người khác")

    assert list(breaks()) == ["Giá trị cá nhân “full_name” của sự kiện số 1 đã bị sửa."]


def test_verify_audit_says_whole_and_fails_when_broken(capsys):
    three_events()
    call_command("verify_audit")
    assert capsys.readouterr().out == "Nhật ký toàn vẹn: 3 sự kiện nối liền.\n"

    ChainHead.objects.update(count=9)

    with pytest.raises(CommandError):
        call_command("verify_audit")
