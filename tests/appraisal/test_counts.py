"""Figures of a vote by hand and on paper, what share passes, who came late, and the turns after it."""

from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied

from kheo.accounts.move import NotYet
from kheo.appraisal.actions import votes
from kheo.appraisal.models import Ballot, Kin, VoteLine
from kheo.appraisal.models.counting import Count, Sheet
from kheo.appraisal.models.judged import last_count
from tests import make
from tests.appraisal.voting import YES, Table, figures, same

pytestmark = pytest.mark.django_db


@pytest.fixture
def table():
    return Table()


# The share


@pytest.mark.parametrize(
    ("rule", "passed"),
    [("of_members", [False, True]), ("of_valid", [True, True])],
)
def test_blank_ballots_count_as_the_rule_set_says(rule, passed):
    table = Table(seats=5, files=2, abstention=rule)  # threshold 80 %
    vote = table.opened("hand")
    lines = list(vote.lines.order_by("position"))
    votes.count(vote, None, {lines[0].pk: Count(3, 0, 2), lines[1].pk: Count(4, 1, 0)}, by=table.secretary)

    vote = table.close(vote)

    assert [line.is_passed for line in vote.lines.order_by("position")] == passed  # 60 % or 100 %; 80 % both ways
    assert [last_count(file).is_passed for file in table.files] == passed


def test_where_nobody_gave_a_valid_ballot_nothing_passes():
    table = Table(seats=3, files=1, abstention="of_valid")
    vote = table.opened("hand")
    votes.count(vote, None, {vote.lines.get().pk: Count(0, 0, 3)}, by=table.secretary)

    line = table.close(vote).lines.get()

    assert (line.share, line.is_passed) == (None, False)


# By hand and on paper


def scan():
    return BytesIO(make.picture())


def test_hands_must_add_up_to_those_present(table):
    vote = table.opened("hand", present=6)

    with pytest.raises(NotYet, match="cộng lại là 7; phải là 6"):
        votes.count(vote, None, same(vote, 7, 0, 0), by=table.secretary)
    with pytest.raises(NotYet, match="Chưa ghi đủ số phiếu"):
        table.close(vote)
    votes.count(vote, None, same(vote, 5, 1, 0), by=table.secretary)

    vote = table.close(vote)
    assert figures(vote) == [(6, 5, 1, 0)] * 3
    assert (vote.handed_out, vote.returned, vote.spoilt) == (6, 6, 0)


def test_hands_of_who_sits_out_are_not_counted(table):
    Kin.objects.create(exemplar=table.files[0].exemplar, user=table.jurors[0], kinship="self",
                       declared_by=table.secretary)  # fmt: skip
    vote = table.opened("hand")
    lines = list(vote.lines.order_by("position"))
    counts = {line.pk: Count(7, 0, 0) for line in lines}

    with pytest.raises(NotYet, match="cộng lại là 7; phải là 6"):
        votes.count(vote, None, counts, by=table.secretary)
    votes.count(vote, None, counts | {lines[0].pk: Count(6, 0, 0)}, by=table.secretary)

    assert figures(table.close(vote)) == [(6, 6, 0, 0), (7, 7, 0, 0), (7, 7, 0, 0)]


@pytest.mark.parametrize(
    ("sheet", "counts", "said"),
    [
        (Sheet(8, 7, 0), (7, 0, 0), "phát ra .8. nhiều hơn số thành viên có mặt .7."),
        (Sheet(6, 7, 0), (7, 0, 0), "thu về .7. nhiều hơn số phiếu phát ra .6."),
        (Sheet(7, 6, 7), (0, 0, 0), "không hợp lệ .7. nhiều hơn số phiếu thu về .6."),
        (Sheet(7, 6, 1), (6, 0, 0), "cộng lại là 6; phải là 5"),
        (Sheet(7, 6, 1), (3, 1, 0), "cộng lại là 4; phải là 5"),
    ],
)
def test_paper_figures_must_add_up(table, sheet, counts, said):
    vote = table.opened("paper")

    with pytest.raises(NotYet, match=said):
        votes.count(vote, sheet, same(vote, *counts), by=table.secretary)

    vote.refresh_from_db()
    assert (vote.returned, vote.lines.filter(agreed=None).count()) == (None, 3)


@pytest.mark.parametrize(("total", "taken"), [(4, False), (5, True), (6, True), (7, False)])
def test_a_missing_ballot_may_be_anybodys(total, taken):
    """One of seven sits the file out; six ballots came back. Whose is missing nobody knows: five or six answers."""
    table = Table(files=1)
    Kin.objects.create(exemplar=table.files[0].exemplar, user=table.jurors[0], kinship="self",
                       declared_by=table.secretary)  # fmt: skip
    vote = table.opened("paper")

    if taken:
        votes.count(vote, Sheet(7, 6, 0), same(vote, total, 0, 0), by=table.secretary)
    else:
        with pytest.raises(NotYet, match="từ 5 đến 6"):
            votes.count(vote, Sheet(7, 6, 0), same(vote, total, 0, 0), by=table.secretary)


def test_paper_needs_the_scan_of_its_minutes(table):
    vote = table.opened("paper")
    votes.count(vote, Sheet(7, 6, 1), same(vote, 4, 1, 0), by=table.secretary)
    with pytest.raises(NotYet, match="bản quét"):
        table.close(vote)

    votes.count(
        vote, Sheet(7, 6, 1), same(vote, 4, 1, 0), by=table.secretary, minutes="Thống nhất.", scan=scan(),
        scan_name="bien-ban.jpg",
    )  # fmt: skip

    vote = table.close(vote)
    assert (vote.stage, vote.minutes, vote.handed_out, vote.returned, vote.spoilt) == ("closed", "Thống nhất.", 7, 6, 1)
    assert "bien-ban" not in vote.scan.name


def test_a_roll_changed_after_the_figures_shows_at_the_closing(table):
    vote = table.opened("hand", present=6)
    votes.count(vote, None, same(vote, 6, 0, 0), by=table.secretary)
    votes.call_roll(vote, [each.pk for each in table.jurors[:5]], by=table.secretary)

    with pytest.raises(NotYet, match=r"nhiều hơn số thành viên có mặt \(5\)"):
        table.close(vote)


def test_an_electronic_vote_is_not_typed_in(table):
    vote = table.opened()

    with pytest.raises(NotYet, match="hệ thống đếm"):
        votes.count(vote, None, same(vote, 7, 0, 0), by=table.secretary)


def test_figures_of_every_file_are_asked(table):
    vote = table.opened("hand")
    counts = same(vote, 7, 0, 0)
    counts.popitem()

    with pytest.raises(NotYet, match="từng hồ sơ"):
        votes.count(vote, None, counts, by=table.secretary)


# Late, again, set aside


def test_who_came_after_the_count_is_named_and_not_counted(table):
    vote = table.opened("hand", present=6)
    votes.count(vote, None, same(vote, 6, 0, 0), by=table.secretary)
    vote = table.close(vote)

    votes.came_late(vote, table.jurors[6], by=table.secretary)

    assert vote.roll.get(user=table.jurors[6]).is_late
    assert figures(vote) == [(6, 6, 0, 0)] * 3
    for there in (table.jurors[0], table.jurors[6]):
        with pytest.raises(NotYet, match="không có trong số thành viên vắng mặt"):
            votes.came_late(vote, there, by=table.secretary)


def test_set_aside_keeps_the_old_result_and_begins_the_next_turn(table):
    vote = table.opened("hand")
    votes.count(vote, None, same(vote, 7, 0, 0), by=table.secretary)
    table.close(vote)
    with pytest.raises(NotYet, match="Cần ghi lý do"):
        table.close(vote, "set_aside")

    vote = table.close(vote, "set_aside", note="Đếm nhầm một phiếu")

    again = vote.turns.get()
    assert (vote.stage, vote.reason, figures(vote)) == ("set_aside", "Đếm nhầm một phiếu", [(7, 7, 0, 0)] * 3)
    assert (again.turn, again.stage, again.manner) == (2, "preparing", "hand")
    assert [line.nomination for line in again.lines.order_by("position")] == table.files
    assert last_count(table.files[0]) is None


def test_a_vote_broken_off_is_never_counted(table):
    vote = table.opened()
    table.cast(vote, table.jurors[0], YES, YES, YES)

    vote = table.close(vote, "set_aside", note="Mất điện")

    assert not Ballot.objects.exists()
    assert [row[1:] for row in figures(vote)] == [(None, None, None)] * 3


def test_a_new_turn_for_one_file_leaves_the_others_counted(table):
    vote = table.opened("hand")
    votes.count(vote, None, same(vote, 7, 0, 0), by=table.secretary)
    vote = table.close(vote)

    again = votes.vote_again(vote, [table.files[1]], by=table.secretary, note="Có thông tin mới")

    assert [line.nomination for line in again.lines.all()] == [table.files[1]]
    assert last_count(table.files[0]).vote == vote
    assert last_count(table.files[1]) is None
    assert VoteLine.objects.get(vote=vote, nomination=table.files[1]).set_aside_reason == "Có thông tin mới"
    with pytest.raises(NotYet, match="đã có vòng sau"):
        votes.vote_again(vote, [table.files[1]], by=table.secretary, note="Lại")
    with pytest.raises(NotYet, match="lý do"):
        votes.vote_again(vote, [table.files[0]], by=table.secretary, note=" ")


def test_the_later_turn_is_the_one_that_counts(table):
    vote = table.opened("hand")
    votes.count(vote, None, same(vote, 3, 4, 0), by=table.secretary)
    vote = table.close(vote)
    again = votes.vote_again(vote, table.files, by=table.secretary, note="Vòng hai theo quy chế")
    votes.call_roll(again, [each.pk for each in table.jurors], by=table.secretary)
    table.close(again, "open")
    votes.count(again, None, same(again, 7, 0, 0), by=table.secretary)
    table.close(again)

    assert [last_count(file).agreed for file in table.files] == [7, 7, 7]


def test_a_juror_runs_nothing(table):
    vote = table.opened("hand")
    juror, counts = table.jurors[0], same(vote, 7, 0, 0)

    for act in (
        lambda: votes.call_roll(vote, [], by=juror),
        lambda: votes.count(vote, None, counts, by=juror),
        lambda: votes.advance(vote, "close", by=juror),
        lambda: votes.came_late(vote, juror, by=juror),
        lambda: votes.vote_again(vote, table.files, by=juror, note="Lại"),
    ):
        with pytest.raises(PermissionDenied):
            act()
    vote.refresh_from_db()
    assert vote.stage == "open"
