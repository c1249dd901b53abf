"""Two decide at the same moment: one decision, one recognition a file, and no two acts that wait for each other."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kheo.accounts.roles import Role
from kheo.appraisal.actions import batches, submissions
from kheo.appraisal.models import BatchItem, Nomination, Submission
from kheo.audit.models import Event, breaks
from kheo.movement.actions import progress
from kheo.movement.models import Recognition
from tests import make
from tests.appraisal import making
from tests.appraisal.papers import scan
from tests.movement.test_races import together

pytestmark = pytest.mark.django_db(transaction=True)
PAPER = {"decision_no": "15-QĐ/ĐU", "decided_on": date(2026, 10, 12), "signer": "Trần Văn Ký", "issuer": "Đảng ủy xã"}


def files(number, *, stage="submitted"):
    rules = making.rule_set(make.unit())
    round_ = make.round()
    return [making.passed(making.nomination(rules=rules, round=round_), stage=stage) for _ in range(number)]


def heads(unit, number=2):
    return [make.member(Role.HEAD, unit) for _ in range(number)]


def entered(listed):
    clerk = make.member(Role.SPECIALIST, listed[0].unit)
    return batches.enter(making.batch(listed), by=clerk, scan=scan(), scan_name="qd.pdf", **PAPER)


def test_two_confirm_at_once_and_each_file_is_recognised_once():
    listed = files(3)
    batch, people = entered(listed), heads(listed[0].unit)

    answers = together(*(lambda person=person: batches.confirm(batch, by=person) for person in people))

    assert sum(isinstance(answer, str) for answer in answers) == 1
    assert Recognition.objects.count() == 3
    assert Event.objects.filter(verb="decisionbatch.confirm").count() == 1
    assert list(breaks()) == []


def test_confirming_against_correcting_ends_in_one_of_both():
    listed = files(2)
    batch, (one, other) = entered(listed), heads(listed[0].unit)

    together(lambda: batches.confirm(batch, by=one), lambda: batches.correct(batch, by=other, note="Sai ngày"))

    batch.refresh_from_db()
    assert Recognition.objects.count() == {"decided": 2, "listing": 0}[batch.stage]


def test_one_file_on_two_lists_at_once_stands_on_one():
    listed = files(1)
    clerks = [make.member(Role.SPECIALIST, listed[0].unit) for _ in range(2)]
    lists = [making.batch(unit=listed[0].unit, round=listed[0].round) for _ in range(2)]

    together(*(lambda one=one, by=by: batches.put(one, listed, by=by) for one, by in zip(lists, clerks, strict=True)))

    assert BatchItem.objects.filter(nomination=listed[0]).count() == 1


def test_two_submit_the_same_files_at_once_and_one_paper_carries_them():
    listed = files(2, stage="appraised")
    clerks = [make.member(Role.SPECIALIST, listed[0].unit) for _ in range(2)]

    together(*(lambda by=by: submissions.submit(listed, to="Ban Thường vụ", by=by) for by in clerks))

    assert Submission.objects.count() == 1
    assert set(Nomination.objects.values_list("stage", "submission")) == {("submitted", Submission.objects.get().pk)}


def test_a_decision_and_progress_notes_do_not_wait_for_each_other_for_ever():
    listed = files(4)
    batch, (head, _) = entered(listed), heads(listed[0].unit)
    officers = [make.member(Role.OFFICER, file.exemplar.unit) for file in listed]
    notes = [
        lambda file=file, officer=officer: progress.write(file.exemplar, by=officer, note="Thêm một nhà.")
        for file, officer in zip(reversed(listed), reversed(officers), strict=True)
    ]

    together(lambda: batches.confirm(batch, by=head), *notes)

    assert Recognition.objects.count() == 4
    assert list(breaks()) == []


def test_nobody_without_the_role_decides():
    listed = files(1)
    batch = entered(listed)

    with pytest.raises(PermissionDenied):
        batches.confirm(batch, by=make.member(Role.UNIT_LEADER, listed[0].unit))
