"""A panel's vote prepared, its roll and quorum, and the secret ballot; what is refused."""

import pytest
from django.core.exceptions import PermissionDenied

from kheo.accounts.move import NotYet
from kheo.accounts.roles import Role
from kheo.appraisal.actions import ballots, votes
from kheo.appraisal.models import Ballot, Kin, PanelVote, SitsOut
from kheo.appraisal.models.judged import last_count
from tests import make
from tests.appraisal import making
from tests.appraisal.voting import BLANK, NO, YES, Table, figures, verbs

pytestmark = pytest.mark.django_db


@pytest.fixture
def table():
    return Table()


# Preparing


def test_prepare_puts_files_and_judging_seats(table):
    vote = table.prepared("hand")

    assert [line.nomination for line in vote.lines.order_by("position")] == table.files
    assert {entry.user for entry in vote.roll.all()} == set(table.jurors)
    assert not vote.roll.filter(is_present=True).exists()
    assert verbs() == ["panelvote.prepare"]


def test_a_secretarys_seat_is_not_on_the_roll(table):
    clerk = make.member(Role.SPECIALIST, table.rules.unit)
    table.panel.seats.create(user=clerk, part="secretary")

    assert not table.prepared().roll.filter(user=clerk).exists()


def test_only_who_runs_votes_there_prepares(table):
    beside = make.member(Role.SPECIALIST, make.unit())

    for stranger in (beside, table.jurors[0]):
        with pytest.raises(PermissionDenied):
            votes.prepare(table.panel, table.files, by=stranger, name="", manner="hand")
    assert not PanelVote.objects.exists()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda file: making.hold(file.exemplar), "tạm chưa xét"),
        (lambda file: type(file).objects.filter(pk=file.pk).update(stage="returned"), "Cần bổ sung"),
        (lambda file: type(file).objects.filter(pk=file.pk).update(round=make.round(2027)), "không thuộc đợt"),
        (lambda file: type(file).objects.filter(pk=file.pk).update(rule_set=making.rule_set(file.unit)), "bộ tiêu chí"),
    ],
)
def test_a_file_that_is_not_to_be_judged_is_not_listed(table, spoil, said):
    spoil(table.files[1])
    table.files[1].refresh_from_db()

    with pytest.raises(NotYet, match=said):
        table.prepared()
    assert not PanelVote.objects.exists()


def test_no_list_no_vote_and_no_manner_no_vote(table):
    with pytest.raises(NotYet, match="Chưa chọn hồ sơ"):
        votes.prepare(table.panel, [], by=table.secretary, name="", manner="hand")
    with pytest.raises(NotYet, match="chọn cách"):
        votes.prepare(table.panel, table.files, by=table.secretary, name="", manner="magic")


def test_a_file_stands_on_one_unfinished_list_at_a_time(table):
    table.prepared()

    with pytest.raises(NotYet, match="đã có trong “Bỏ phiếu đợt 1"):
        table.prepared()


def test_a_counted_file_is_not_voted_on_again_but_by_a_new_turn(table):
    making.counted_vote(table.panel, table.files[:1])

    with pytest.raises(NotYet, match="đã có kết quả"):
        table.prepared()


def test_a_reconsidered_file_may_be_voted_on_anew(table):
    file = table.files[0]
    old = making.counted_vote(table.panel, [file])
    type(file).objects.filter(pk=file.pk).update(reconsidered_at=old.stage_since.replace(year=2099))
    file.refresh_from_db()

    assert votes.why_not_listed(file, table.panel) is None


def test_a_closed_panel_prepares_no_vote(table):
    table.panel.closed_on = "2026-01-01"
    table.panel.save()

    with pytest.raises(NotYet, match="đã kết thúc"):
        table.prepared()


def test_the_list_is_changed_until_it_opens(table):
    vote = table.prepared()

    votes.write(vote, table.files[:1], by=table.secretary, name="Đợt 1, hẹp", manner="hand")

    assert [line.nomination for line in vote.lines.all()] == table.files[:1]
    votes.call_roll(vote, [each.pk for each in table.jurors], by=table.secretary)
    table.close(vote, "open")
    with pytest.raises(NotYet, match="Đang bỏ phiếu"):
        votes.write(vote, table.files, by=table.secretary, name="", manner="hand")


# The roll and the quorum


def test_too_few_present_do_not_open(table):
    vote = table.prepared()
    votes.call_roll(vote, [each.pk for each in table.jurors[:4]], by=table.secretary)  # 4/7 = 57 %, asked 67 %

    with pytest.raises(NotYet, match="Mới có 4/7 thành viên"):
        table.close(vote, "open")

    table.panel.quorum, table.panel.quorum_reason = 50, "Ba đồng chí đi chống bão"
    table.panel.save()
    assert table.close(vote, "open").stage == "open"


def test_quorum_is_per_file(table):
    for juror in table.jurors[:3]:
        Kin.objects.create(exemplar=table.files[1].exemplar, user=juror, kinship="sibling", declared_by=juror)
    vote = table.prepared()
    votes.call_roll(vote, [each.pk for each in table.jurors], by=table.secretary)

    with pytest.raises(NotYet, match="chỉ 4/7 thành viên được bỏ phiếu"):
        table.close(vote, "open")

    votes.write(vote, [table.files[0], table.files[2]], by=table.secretary, name="", manner="electronic")
    votes.call_roll(vote, [each.pk for each in table.jurors], by=table.secretary)
    assert table.close(vote, "open").stage == "open"


def test_a_file_held_after_listing_keeps_the_vote_shut(table):
    vote = table.prepared()
    votes.call_roll(vote, [each.pk for each in table.jurors], by=table.secretary)
    making.hold(table.files[0].exemplar)

    with pytest.raises(NotYet, match="tạm chưa xét"):
        table.close(vote, "open")


def test_at_opening_the_roll_follows_the_seats(table):
    vote = table.prepared()
    table.panel.seats.filter(user=table.jurors[6]).update(left_on="2026-01-01", left_reason="Chuyển công tác")
    votes.call_roll(vote, [each.pk for each in table.jurors], by=table.secretary)

    table.close(vote, "open")

    assert vote.roll.count() == 6


def test_who_has_voted_is_not_written_absent(table):
    vote = table.opened()
    table.cast(vote, table.jurors[0], YES, YES, YES)

    with pytest.raises(NotYet, match="đã bỏ phiếu"):
        votes.call_roll(vote, [each.pk for each in table.jurors[1:]], by=table.secretary)
    assert vote.roll.filter(is_present=True).count() == 7


# The secret ballot


def test_secret_ballots_are_counted_at_the_closing_and_not_before(table):
    vote = table.opened()
    given = [(YES, YES, NO), (YES, NO, NO), (YES, BLANK, NO), (YES, YES, YES), (YES, YES, BLANK), (YES, YES, NO)]
    for juror, answers in zip(table.jurors, given, strict=False):
        table.cast(vote, juror, *answers)

    assert [row[1:] for row in figures(vote)] == [(None, None, None)] * 3
    assert last_count(table.files[0]) is None

    vote = table.close(vote)

    assert figures(vote) == [(7, 6, 0, 0), (7, 4, 1, 1), (7, 1, 4, 1)]
    assert (vote.handed_out, vote.returned, vote.spoilt, vote.closed_by) == (7, 6, 0, table.secretary)
    assert verbs() == ["panelvote.prepare", "panelvote.roll", "panelvote.open", "panelvote.close"]


def test_who_is_absent_or_voted_or_comes_too_late_has_no_ballot(table):
    vote = table.opened(present=6)
    with pytest.raises(NotYet, match="chưa được ghi là có mặt"):
        table.cast(vote, table.jurors[6], YES, YES, YES)
    with pytest.raises(NotYet, match="chưa được ghi là có mặt"):
        table.cast(vote, table.secretary, YES, YES, YES)
    table.cast(vote, table.jurors[0], YES, YES, YES)
    with pytest.raises(NotYet, match="đã bỏ phiếu"):
        table.cast(vote, table.jurors[0], NO, NO, NO)
    table.close(vote)
    with pytest.raises(NotYet, match="đã kiểm phiếu"):
        table.cast(vote, table.jurors[1], YES, YES, YES)

    assert Ballot.objects.count() == 3


def test_before_the_opening_and_by_hand_there_is_no_ballot(table):
    vote = table.prepared()
    with pytest.raises(NotYet, match="chưa bắt đầu"):
        table.cast(vote, table.jurors[0], YES, YES, YES)
    votes.write(vote, table.files, by=table.secretary, name="", manner="hand")
    with pytest.raises(NotYet, match="không bỏ phiếu trên hệ thống"):
        table.cast(vote, table.jurors[0], YES, YES, YES)


@pytest.mark.parametrize("answers", [(YES, YES, None), (YES, YES, "maybe")])
def test_a_ballot_answers_every_file(table, answers):
    vote = table.opened()

    with pytest.raises(NotYet, match="từng hồ sơ"):
        table.cast(vote, table.jurors[0], *answers)

    assert not Ballot.objects.exists()
    assert not vote.roll.filter(has_voted=True).exists()


def test_a_juror_sits_out_what_binds_them_and_is_counted_so(table):
    Kin.objects.create(exemplar=table.files[1].exemplar, user=table.jurors[0], kinship="spouse",
                       declared_by=table.jurors[0])  # fmt: skip
    vote = table.opened()

    assert [line.nomination for line in ballots.lines_for(vote, table.jurors[0])] == [table.files[0], table.files[2]]
    for juror in table.jurors:
        table.cast(vote, juror, YES, YES, YES)  # what is not on the ballot is not counted, whoever sends it

    assert figures(table.close(vote)) == [(7, 7, 0, 0), (6, 6, 0, 0), (7, 7, 0, 0)]


def test_a_tie_declared_while_the_vote_is_open_keeps_the_file_off_the_ballot(table):
    vote = table.opened()
    Kin.objects.create(exemplar=table.files[2].exemplar, user=table.jurors[3], kinship="parent",
                       declared_by=table.jurors[3])  # fmt: skip

    table.cast(vote, table.jurors[3], YES, YES, YES)

    assert SitsOut.objects.get().user == table.jurors[3]
    assert figures(table.close(vote)) == [(7, 1, 0, 0), (7, 1, 0, 0), (6, 0, 0, 0)]


def test_who_comes_while_it_is_open_is_let_in(table):
    vote = table.opened(present=5)
    votes.call_roll(vote, [each.pk for each in table.jurors[:6]], by=table.secretary)

    table.cast(vote, table.jurors[5], YES, YES, YES)

    assert figures(table.close(vote)) == [(6, 1, 0, 0)] * 3
