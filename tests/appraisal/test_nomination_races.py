"""Two at the same moment over one file: one act is done, the other person reads that it was."""

import pytest
from django.utils import timezone

from kheo.accounts.roles import Role
from kheo.appraisal.actions import bulk, comments, holds, nominations
from kheo.appraisal.models import Hold, Nomination, PublicComment
from kheo.audit.models import Event, breaks
from kheo.movement.actions import exemplars
from tests import make
from tests.appraisal import making
from tests.movement.test_races import together

pytestmark = pytest.mark.django_db(transaction=True)


def judged():
    file = making.passed(making.nomination(rules=making.rule_set(comment_days=10)), stage="proposed")
    return file, [make.member(Role.SPECIALIST, file.unit) for _ in range(2)]


def verbs(prefix):
    return list(Event.objects.filter(verb__startswith=prefix).values_list("verb", flat=True))


def test_two_secretaries_conclude_at_once_and_one_reads_that_it_was_concluded():
    file, people = judged()

    answers = together(*(lambda by=by: nominations.advance(file, "appraise", by=by) for by in people))

    file.refresh_from_db()
    told = [answer for answer in answers if isinstance(answer, str)]
    assert (file.stage, verbs("nomination.appraise")) == ("appraised", ["nomination.appraise"])
    assert told == [f"“{file}” đã ở bước “Đã thẩm định”."]
    assert file.concluded_by in people


def test_concluding_and_sending_back_at_once_does_one_of_them():
    file, (one, other) = judged()

    together(
        lambda: nominations.advance(file, "appraise", by=one),
        lambda: nominations.advance(file, "send_back", by=other, note="Thiếu ảnh."),
    )

    file.refresh_from_db()
    made = {"nomination.appraise": "appraised", "nomination.send_back": "returned"}
    assert [made[verb] for verb in verbs("nomination.")] == [file.stage]


def test_a_double_press_proposes_once():
    rules = making.rule_set()
    exemplar, round_ = making.ripe_exemplar(rules.unit), make.round()
    leader = make.member(Role.UNIT_LEADER, rules.unit)

    answers = together(
        *[lambda: nominations.propose(exemplar, level="commune", round_=round_, by=leader) for _ in range(2)]
    )

    told = [answer for answer in answers if isinstance(answer, str)]
    assert (Nomination.objects.count(), verbs("nomination.propose")) == (1, ["nomination.propose"])
    assert told == [f"“{exemplar}” đã có đề nghị công nhận ở cấp này trong {round_}."]


def test_two_hold_one_file_at_once_and_a_release_is_made_once():
    file, people = judged()

    together(*(lambda by=by: holds.put(file.exemplar, reason="Xác minh", by=by) for by in people))
    hold = Hold.objects.get()
    together(*(lambda by=by: holds.release(hold, reason="Xong", by=by) for by in people))

    assert verbs("hold.") == ["hold.put", "hold.release"]


def test_two_lists_with_the_same_files_crosswise_leave_each_file_moved_once():
    rules = making.rule_set()
    files = [making.nomination(rules=rules) for _ in range(4)]
    people = [make.member(Role.SPECIALIST, rules.unit) for _ in range(2)]

    done = together(
        lambda: bulk.run(files, "send_back", by=people[0], note="Thiếu ảnh."),
        lambda: bulk.run(reversed(files), "send_back", by=people[1], note="Thiếu ảnh."),
    )

    assert sorted(len(each.taken) for each in done) == [0, 4]
    assert verbs("nomination.send_back") == ["nomination.send_back"] * 4
    assert list(breaks()) == []


def test_a_merger_and_a_proposal_at_once_do_not_both_happen():
    rules = making.rule_set()
    exemplar, into, round_ = making.ripe_exemplar(rules.unit), make.exemplar(unit=rules.unit), make.round()
    head = make.member(Role.HEAD, rules.unit)

    together(
        lambda: nominations.propose(exemplar, level="commune", round_=round_, by=head),
        lambda: exemplars.advance(exemplar, "merge", by=head, note="Trùng.", into=into),
    )

    exemplar.refresh_from_db()
    assert (exemplar.stage == "merged") != Nomination.objects.exists()


def test_two_presses_of_one_comment_keep_one():
    file, _ = judged()
    exemplars.publish(file.exemplar, by=make.member(Role.HEAD, file.unit))
    Nomination.objects.filter(pk=file.pk).update(stage="published", published_on=timezone.localdate())

    together(*[lambda: comments.send(file, mark="m", network="203.0.113.7", text="Đúng").pk for _ in range(2)])

    assert PublicComment.objects.count() == 1
