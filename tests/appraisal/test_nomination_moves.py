"""The life of a nomination as the user sees it: buttons by stage and role, what each move leaves, what it refuses."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from kheo.accounts.models import User
from kheo.accounts.roles import Role
from kheo.appraisal.actions import nominations
from kheo.appraisal.lifecycle.nomination import NominationStage as S
from kheo.appraisal.models import Kin
from kheo.audit.models import Event
from kheo.movement.actions import consents, exemplars
from kheo.movement.lifecycle.move import NotYet
from kheo.notices.models import Notice
from kheo.units.models import Level
from tests import make
from tests.appraisal import making

pytestmark = pytest.mark.django_db

# fmt: off
BUTTONS = {
    #              leader of the unit   specialist           head                  standing
    S.PROPOSED:   ("drop",              "send_back appraise", "send_back appraise decline drop", "decline"),
    S.RETURNED:   ("propose drop",      "",                   "propose drop",                    ""),
    S.APPRAISED:  ("",                  "publish",            "publish decline",                 "decline"),
    S.PUBLISHED:  ("",                  "",                   "decline",                         "decline"),
    S.SUBMITTED:  ("",                  "",                   "decline",                         "decline"),
    S.GRANTED:    ("",                  "",                   "",                                ""),
    S.DECLINED:   ("reconsider",        "",                   "reconsider",                      ""),
    S.DROPPED:    ("",                  "",                   "",                                ""),
}
# fmt: on
COLUMNS = {Role.UNIT_LEADER: 0, Role.SPECIALIST: 1, Role.HEAD: 2, Role.STANDING: 3}


@pytest.fixture
def file():
    """Proposed to a commune whose rules ask for ten days of comment; everything judged is there."""
    rules = making.rule_set(comment_days=10)
    return making.passed(making.nomination(rules=rules), stage="proposed")


@pytest.fixture
def specialist(file):
    return make.member(Role.SPECIALIST, file.unit)


@pytest.fixture
def head(file):
    return make.member(Role.HEAD, file.unit)


@pytest.fixture
def leader(file):
    return make.member(Role.UNIT_LEADER, file.exemplar.unit)


def names(moves):
    return " ".join(move.name for move in moves)


def in_stage(file, stage, **facts):
    type(file).objects.filter(pk=file.pk).update(stage=stage, **facts)
    file.refresh_from_db()
    return file


def last():
    return Event.objects.order_by("-number").first()


@pytest.mark.parametrize("role", Role)
def test_each_role_finds_its_buttons(file, role):
    place = file.exemplar.unit if role == Role.UNIT_LEADER else file.unit
    someone = make.member(role, place)

    seen = {stage: names(nominations.open_moves(in_stage(file, stage), someone)) for stage in S}

    column = COLUMNS.get(role)
    assert seen == {stage: BUTTONS[stage][column] if column is not None else "" for stage in S}


@pytest.mark.parametrize("role", [Role.UNIT_LEADER, Role.SPECIALIST, Role.HEAD])
def test_no_button_in_a_unit_beside(file, role):
    stranger = make.member(role, make.unit())

    assert [nominations.open_moves(in_stage(file, stage), stranger) for stage in S] == [[]] * len(S)


def test_the_proposer_of_a_higher_level_and_not_the_unit_below_drops_it(file, leader):
    above = making.nomination(file.exemplar, rules=making.rule_set(make.province()), proposer=file.unit)

    assert names(nominations.open_moves(above, leader)) == ""
    assert names(nominations.open_moves(above, make.member(Role.UNIT_LEADER, file.unit))) == "drop"


def test_no_comment_asked_for_no_button_and_a_sentence(specialist, file):
    file.rule_set.comment_days = 0
    file.rule_set.save()
    in_stage(file, S.APPRAISED)

    assert names(nominations.open_moves(file, specialist)) == ""
    with pytest.raises(NotYet, match="không yêu cầu công khai"):
        nominations.advance(file, "publish", by=specialist)
    assert file.why_under_comment() is None


def test_sent_back_with_a_reason_and_proposed_again_after_the_day(file, specialist, leader):
    with pytest.raises(NotYet, match="Cần ghi lý do"):
        nominations.advance(file, "send_back", by=specialist)

    returned = nominations.advance(file, "send_back", by=specialist, note="Thiếu ảnh nghiệm thu.")
    assert (returned.stage, returned.reason, returned.due_on) == (S.RETURNED, "Thiếu ảnh nghiệm thu.", None)

    type(file.rule_set).objects.update(
        propose_by=timezone.localdate() - timedelta(days=3), appraise_by=date(2099, 1, 5)
    )
    again = nominations.advance(returned, "propose", by=leader)
    assert (again.stage, again.reason, again.proposed_by, again.due_on) == (S.PROPOSED, "", leader, date(2099, 1, 5))


def test_concluded_with_who_and_what(file, specialist):
    done = nominations.advance(file, "appraise", by=specialist, note="Đủ điều kiện.")

    assert (done.stage, done.concluded_by, done.conclusion) == (S.APPRAISED, specialist, "Đủ điều kiện.")
    assert (last().verb, last().by, last().changes["stage"]) == (
        "nomination.appraise", specialist, ["proposed", "appraised"],
    )  # fmt: skip


def test_not_concluded_before_it_is_judged_nor_while_held(specialist):
    file = making.nomination(rules=making.rule_set(specialist.held[0].unit))
    with pytest.raises(NotYet, match="còn thiếu: phiếu thẩm định"):
        nominations.advance(file, "appraise", by=specialist)
    making.passed(file, stage="proposed")
    making.hold(file.exemplar)

    with pytest.raises(NotYet, match="Hồ sơ đang tạm chưa xét"):
        nominations.advance(file, "appraise", by=specialist)

    file.refresh_from_db()
    assert (file.stage, file.concluded_by) == (S.PROPOSED, None)


def kin(file, person):
    Kin.objects.create(exemplar=file.exemplar, user=person, kinship="spouse", declared_by=person)


def author(file, person):
    type(file.exemplar).objects.filter(pk=file.exemplar_id).update(author=person)


@pytest.mark.parametrize(("bind", "word"), [(kin, "thân nhân"), (author, "người soạn hồ sơ")])
def test_whoever_is_bound_to_a_file_does_not_conclude_it_and_clerical_acts_stay(file, specialist, bind, word):
    bind(file, specialist)
    with pytest.raises(NotYet, match=word):
        nominations.advance(file, "appraise", by=specialist)

    returned = nominations.advance(file, "send_back", by=specialist, note="Thiếu ảnh.")

    assert returned.stage == S.RETURNED


def test_who_only_typed_it_in_may_conclude(file, specialist):
    type(file.exemplar).objects.filter(pk=file.exemplar_id).update(entered_by=specialist)

    assert nominations.advance(file, "appraise", by=specialist).stage == S.APPRAISED


def test_published_from_today_and_not_submitted_before_the_last_day_is_over(file, specialist, head):
    exemplars.publish(file.exemplar, by=head)
    in_stage(file, S.APPRAISED, published_on=None)

    shown = nominations.advance(file, "publish", by=specialist)

    today = timezone.localdate()
    assert (shown.published_on, shown.comment_ends) == (today, today + timedelta(days=9))
    assert (
        shown.why_under_comment()
        == f"Chưa trình được: đang công khai lấy ý kiến đến hết ngày {shown.comment_ends:%d/%m/%Y}."
    )
    assert in_stage(shown, S.PUBLISHED, published_on=today - timedelta(days=9)).why_under_comment() is not None
    assert in_stage(shown, S.PUBLISHED, published_on=today - timedelta(days=10)).why_under_comment() is None


def test_what_cannot_be_shown_is_posted_on_paper_and_says_where(file, specialist):
    in_stage(file, S.APPRAISED, published_on=None)
    with pytest.raises(NotYet, match=r"chưa được duyệt đưa ra trang công khai.*nơi niêm yết"):
        nominations.advance(file, "publish", by=specialist)

    shown = nominations.advance(file, "publish", by=specialist, note="Niêm yết tại trụ sở xã.")

    assert (shown.stage, shown.reason) == (S.PUBLISHED, "Niêm yết tại trụ sở xã.")


def test_a_person_is_shown_only_with_consent(file, head):
    type(file.exemplar).objects.filter(pk=file.exemplar_id).update(bearer="person")
    file.refresh_from_db()
    assert file.why_not_shown().startswith("Cá nhân chưa đồng ý")

    consents.give(file.exemplar, by=head, person="Bà Sáu", how="phiếu ký", covers_story=True, covers_name=True)
    exemplars.publish(file.exemplar, by=head)

    assert file.why_not_shown() is None


def test_declined_with_a_reason_then_looked_at_again_by_another(file, specialist, head, leader):
    nominations.advance(file, "appraise", by=specialist)
    declined = nominations.advance(file, "decline", by=head, note="Chưa rõ kết quả.")
    assert (declined.stage, declined.declined_by, declined.declined_on) == (S.DECLINED, head, timezone.localdate())

    asked = nominations.advance(declined, "reconsider", by=leader, note="Đã có số liệu.")

    assert (asked.stage, asked.concluded_by, asked.first_concluded_by) == (S.PROPOSED, None, specialist)
    for person, name in ((specialist, "appraise"), (head, "appraise"), (head, "decline")):
        with pytest.raises(NotYet, match="phải do người khác trả lời"):
            nominations.advance(asked, name, by=person, note="Như cũ.")
    answered = nominations.advance(asked, "appraise", by=make.member(Role.SPECIALIST, file.unit))
    assert answered.stage == S.APPRAISED


def test_reconsidered_once_and_in_time(file, head, leader):
    late = timezone.localdate() - timedelta(days=file.rule_set.reconsider_days + 1)
    in_stage(file, S.DECLINED, declined_on=late, declined_by=head)
    with pytest.raises(NotYet, match="Đã hết hạn kiến nghị"):
        nominations.advance(file, "reconsider", by=leader, note="Xin xem lại.")

    in_stage(file, S.DECLINED, declined_on=late + timedelta(days=1))
    asked = nominations.advance(file, "reconsider", by=leader, note="Xin xem lại.")
    in_stage(asked, S.DECLINED)
    with pytest.raises(NotYet, match="đã được xem xét lại một lần"):
        nominations.advance(asked, "reconsider", by=leader, note="Lần nữa.")


def test_nobody_moves_what_is_not_theirs(file, specialist, leader):
    stranger = make.member(Role.HEAD, make.unit())
    for person, name in ((stranger, "decline"), (leader, "appraise"), (specialist, "decline"), (specialist, "drop")):
        with pytest.raises(PermissionDenied):
            nominations.advance(file, name, by=person, note="Vì thế.")

    file.refresh_from_db()
    assert file.stage == S.PROPOSED


def test_ranked_in_another_group_by_the_reviewer(file, specialist, leader):
    assert nominations.rank_in(file, "offices", by=specialist).group == "offices"
    assert (last().verb, last().changes["group"]) == ("nomination.rank_in", ["residents", "offices"])
    with pytest.raises(PermissionDenied):
        nominations.rank_in(file, "forces", by=leader)


def test_a_base_unit_that_judges_itself_walks_the_same_way():
    unit = make.unit("chi bộ thôn", under=make.unit(), level=Level.BASE)
    file = making.passed(
        making.nomination(making.ripe_exemplar(unit), rules=making.rule_set(unit, profile="base")), stage="proposed"
    )

    assert nominations.advance(file, "appraise", by=make.member(Role.SPECIALIST, unit)).stage == S.APPRAISED


def test_who_hears_of_a_step_and_the_reason_is_never_in_the_subject(file, specialist, leader, head):
    nominations.advance(file, "send_back", by=specialist, note="Thiếu ảnh nghiệm thu.")
    nominations.advance(file, "propose", by=leader)

    back, came = f"“{file.exemplar}”: đề nghị công nhận cần bổ sung", f"“{file.exemplar}”: có đề nghị công nhận gửi đến"
    told = set(Notice.objects.values_list("user", "subject", "text"))
    of_unit, reviewers = holders(file.exemplar.unit, "unit_leader", "officer"), holders(file.unit, "specialist", "head")
    assert leader.pk in of_unit
    assert {specialist.pk, head.pk} <= reviewers
    assert told == {(key, back, "Thiếu ảnh nghiệm thu.") for key in of_unit} | {(key, came, "") for key in reviewers}


def holders(unit, *roles):
    return set(User.objects.filter(memberships__unit=unit, memberships__role__in=roles).values_list("pk", flat=True))
