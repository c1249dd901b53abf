"""Who is tied to a file neither scores nor votes on it, wherever one tries; false alarms are dismissed with a reason."""

import pytest
from django.core.exceptions import PermissionDenied

from kheo.accounts.roles import Role
from kheo.appraisal.actions import assigning, conflicts, sheets
from kheo.appraisal.models import Assignment, Clearance, Column, Kin, Nomination, ScoreSheet, Tie
from kheo.appraisal.models.conflict import ties_among, ties_found, ties_of
from kheo.appraisal.models.judged import mark_of
from kheo.audit.models import Event, PersonalValue
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Charge
from kheo.notices.about import about, is_withheld
from tests import make
from tests.appraisal import making
from tests.appraisal.judging import answers, bench, sent

pytestmark = pytest.mark.django_db


def tied_in_every_way(court):
    """A file, and five jurors of whom each is tied to it in another way."""
    author, leader, charge, bearer, kin = court.jurors
    unit = make.unit("thôn Ba", under=court.rules.unit, level="base")
    make.membership(leader, Role.UNIT_LEADER, unit)
    bearer.full_name = "Đỗ Thị Bưởi"
    bearer.save()
    exemplar = making.ripe_exemplar(unit, author=author, bearer="person", name="Bà Đỗ Thị Bưởi giữ nghề")
    Charge.objects.create(exemplar=exemplar, user=charge, name=charge.full_name)
    file = court.file(to=[], exemplar=exemplar)
    Kin.objects.create(exemplar=exemplar, user=kin, kinship="spouse", declared_by=kin)
    return file, dict(zip(court.jurors, [Tie.AUTHOR, Tie.LEADER, Tie.CHARGE, Tie.BEARER, Tie.KIN], strict=True))


def test_each_tie_is_found_alone_and_among_many_with_few_queries(django_assert_num_queries):
    court = bench(5)
    file, ties = tied_in_every_way(court)
    free = court.file(to=[])
    files = list(Nomination.objects.filter(pk__in=[file.pk, free.pk]).select_related("exemplar"))

    with django_assert_num_queries(4):
        found = ties_among(court.jurors, files)

    assert found == {(user.pk, file.pk): [tie] for user, tie in ties.items()}
    assert {user: ties_of(user, file) for user in court.jurors} == {user: [tie] for user, tie in ties.items()}
    assert [ties_of(user, free) for user in court.jurors] == [[]] * 5


def test_a_name_within_another_name_is_no_bearer():
    unit = make.unit()
    an = make.member(Role.JUROR, unit, full_name="Nguyễn Văn An")
    file = making.nomination(making.ripe_exemplar(unit, bearer="person", name="Ông Nguyễn Văn Anh hiến đất"))

    assert ties_of(an, file) == []


def test_a_tie_bars_from_being_given_the_file_by_hand_in_bulk_and_evenly():
    court = bench(5, least_jurors=3)
    file, _ = tied_in_every_way(court)
    free = court.file(to=[])
    by = court.panel.made_by

    with pytest.raises(NotYet, match="người soạn hồ sơ"):
        assigning.assign(file, court.panel.seats.first(), by=by)
    seats = list(court.panel.seats.values_list("pk", flat=True))
    shared = assigning.assign_many(court.panel, [file.pk, free.pk], seats, by=by)

    assert {row.nomination for row in shared.given} == {free}
    assert len(shared.kept_out) == 5
    planned = assigning.planned(court.panel)
    assert planned.pairs == []
    assert len(planned.unfilled) == 1
    assert "còn thiếu 3 trên 3 người chấm; không tham gia: " in planned.unfilled[0]


def test_kin_declared_by_the_juror_takes_the_file_back():
    court = bench(2)
    one, _two = court.jurors
    file = court.file()
    sheets.write(file, Column.COUNCIL, answers(court.rules, 5), by=one)

    conflicts.declare_kin(file, user=one, kinship="sibling", by=one)

    taken = Assignment.objects.get(seat__user=one)
    assert taken.taken_back_reason.startswith(conflicts.FOUND_LATE)
    assert "anh, chị" not in taken.taken_back_reason.lower()
    with pytest.raises(NotYet, match="thân nhân"):
        sheets.write(file, Column.COUNCIL, answers(court.rules, 5), by=one)


def test_a_conflict_found_after_scoring_leaves_the_sheet_out_openly():
    court = bench(2)
    one, two = court.jurors
    file = court.file()
    sent(file, one, 0)
    sent(file, two, 10)
    secretary = court.specialist()

    conflicts.declare_kin(file, user=one, kinship="parent", by=secretary)

    assert ScoreSheet.objects.get(juror=one).left_out_reason.startswith("Có quan hệ lợi ích với hồ sơ")
    assert mark_of(file) == 60
    told = Event.objects.get(verb="nomination.declare_kin")
    assert "kinship" in told.changes
    assert "Cha" not in str(told.changes)
    assert set(PersonalValue.objects.filter(event=told).values_list("field", flat=True)) == {"related", "kinship"}


def test_a_stranger_declares_nothing_of_others():
    court = bench(1)

    with pytest.raises(PermissionDenied):
        conflicts.declare_kin(court.file(), user=court.jurors[0], kinship="other", by=make.user())
    assert not Kin.objects.exists()


def test_a_false_alarm_is_dismissed_with_a_reason_by_another_and_shown_as_such():
    court = bench(1)
    juror = court.jurors[0]
    unit = make.unit("thôn Sáu", under=court.rules.unit, level="base")
    file = court.file(to=[], exemplar=making.ripe_exemplar(unit, author=juror))
    head = court.head()

    with pytest.raises(PermissionDenied):
        conflicts.clear(file, user=juror, tie=Tie.AUTHOR, by=court.specialist(), reason="Trùng tên")
    with pytest.raises(NotYet, match="vì sao"):
        conflicts.clear(file, user=juror, tie=Tie.AUTHOR, by=head, reason="  ")
    with pytest.raises(NotYet, match="Không có cảnh báo"):
        conflicts.clear(file, user=juror, tie=Tie.KIN, by=head, reason="Không phải")
    clearance = conflicts.clear(file, user=juror, tie=Tie.AUTHOR, by=head, reason="Chỉ đánh máy hộ")

    assert ties_of(juror, file) == []
    assert ties_found([juror], [file]) == {(juror.pk, file.pk): [Tie.AUTHOR]}
    assigning.assign(file, court.panel.seats.get(), by=court.panel.made_by)
    conflicts.restore(clearance, by=head, reason="Hóa ra là tác giả")
    assert Assignment.objects.get().taken_back_at is not None
    assert not Clearance.objects.exists()


def test_nobody_clears_themselves():
    court = bench(1)
    head = court.head()
    unit = make.unit("thôn Bảy", under=court.rules.unit, level="base")
    file = court.file(to=[], exemplar=making.ripe_exemplar(unit, author=head))

    with pytest.raises(NotYet, match="của mình"):
        conflicts.clear(file, user=head, tie=Tie.AUTHOR, by=head, reason="Không sao")


def test_a_sheet_is_not_left_out_for_its_marks_and_counts_again_once_the_alarm_proved_false():
    court = bench(2)
    one, two = court.jurors
    file = court.file()
    sheet = sent(file, one, 0)
    sent(file, two, 10)

    with pytest.raises(NotYet, match="vẫn được tính"):
        conflicts.leave_out(sheet, by=court.specialist())

    file.exemplar.author = one
    file.exemplar.save()
    sheet = conflicts.leave_out(sheet, by=court.specialist())
    head = court.head()
    with pytest.raises(NotYet, match="vẫn còn"):
        conflicts.count_again(sheet, by=head, reason="Nhầm")
    conflicts.clear(file, user=one, tie=Tie.AUTHOR, by=head, reason="Chỉ đánh máy hộ")
    assert mark_of(file) == 60
    conflicts.count_again(sheet, by=head, reason="Chỉ đánh máy hộ")
    assert mark_of(file) == 30


def test_a_declaration_made_by_mistake_is_taken_back_by_the_head_alone():
    court = bench(1)
    juror, file = court.jurors[0], court.file()
    kin = conflicts.declare_kin(file, user=juror, kinship="other", by=juror)

    with pytest.raises(PermissionDenied):
        conflicts.withdraw_kin(kin, file, by=juror, reason="Tôi khai nhầm")
    conflicts.withdraw_kin(kin, file, by=court.head(), reason="Khai nhầm người")

    assert ties_of(juror, file) == []


def test_who_is_tied_to_a_file_hears_nothing_of_it_by_notice_unless_it_is_their_units_own():
    court = bench(1)
    juror, file = court.jurors[0], court.file()
    officer = make.member(Role.OFFICER, file.exemplar.unit)

    assert not is_withheld(about(file), juror)
    conflicts.declare_kin(file, user=juror, kinship="other", by=juror)
    file.exemplar.author = officer
    file.exemplar.save()

    assert is_withheld(about(file), juror)
    assert not is_withheld(about(file), officer)
    assert not is_withheld(about(file.exemplar), juror)
