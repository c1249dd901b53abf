"""Pages of votes: what each may see of a secret vote and when, and what a form says that was filled in wrongly."""

import pytest
from django.test import Client
from django.urls import reverse

from kheo.appraisal.models import Ballot, Kin
from kheo.appraisal.queries import votes as queries
from kheo.notices.models import Notice
from tests import make
from tests.appraisal import making
from tests.appraisal.voting import NO, YES, Table

pytestmark = pytest.mark.django_db


def page(user, name, vote):
    return browser(user).get(reverse(f"appraisal:{name}", args=[vote.pk])).content.decode()


def browser(user):
    client = Client()
    client.force_login(user)
    return client


def send(user, vote, **answers):
    return browser(user).post(reverse("appraisal:ballot", args=[vote.pk]), answers)


def test_the_ballot_agrees_to_all_but_those_answered_apart():
    table = Table(seats=5)
    vote = table.opened()
    lines = list(vote.lines.order_by("position"))

    answer = send(table.jurors[0], vote, agree_rest="on", **{f"answer-{lines[1].pk}": NO})

    assert answer["Location"] == vote.get_absolute_url()
    assert dict(Ballot.objects.values_list("line", "answer")) == {
        lines[0].pk: YES, lines[1].pk: NO, lines[2].pk: YES,
    }  # fmt: skip


def test_a_file_left_open_is_asked_for_and_what_was_chosen_stays():
    table = Table(seats=5)
    vote = table.opened()
    first = vote.lines.order_by("position").first()

    text = send(table.jurors[0], vote, **{f"answer-{first.pk}": NO}).content.decode()

    assert text.count("Chưa chọn. Hãy chọn một ý kiến") == 4  # at two fields and in the list at the top
    assert f'value="{NO}" id="id_answer-{first.pk}_1" checked' in text.replace(' class=""', "")
    assert not Ballot.objects.exists()


def test_a_file_that_concerns_a_juror_is_not_on_their_page():
    table = Table(seats=5)
    exemplar = table.files[1].exemplar
    Kin.objects.create(exemplar=exemplar, user=table.jurors[0], kinship="parent", declared_by=table.jurors[0])
    vote = table.opened()

    mine, others = page(table.jurors[0], "ballot", vote), page(table.jurors[1], "ballot", vote)

    assert (exemplar.name in mine, exemplar.name in others) == (False, True)
    assert "có liên quan đến đồng chí" in mine
    assert "có liên quan đến đồng chí" not in others


def test_figures_show_from_the_closing_on_and_alike_for_all():
    table = Table(seats=5, files=1)
    vote = table.opened()
    for juror, answer in zip(table.jurors, (YES, YES, YES, YES, NO), strict=True):
        table.cast(vote, juror, answer)
    readers = (table.secretary, table.jurors[0])

    assert ["Kết quả kiểm phiếu" in page(reader, "vote_detail", vote) for reader in readers] == [False, False]

    table.close(vote)
    vote.refresh_from_db()
    shown = [[[cell.text for cell in row] for row in queries.vote_page(vote, reader).files.rows] for reader in readers]
    name = f"{table.files[0].exemplar} ({table.files[0].exemplar.unit})"
    assert shown == [[[name, 5, 4, 1, 0, "80 %", "Đạt"]]] * 2
    assert ["Kết quả kiểm phiếu" in page(reader, "vote_detail", vote) for reader in readers] == [True, True]


def test_figures_typed_before_the_closing_are_not_shown():
    table = Table(seats=5, files=1)
    vote = table.opened("hand")
    send = {f"{name}-{vote.lines.get().pk}": figure for name, figure in (("agreed", 4), ("opposed", 1), ("blank", 0))}
    browser(table.secretary).post(reverse("appraisal:vote_count", args=[vote.pk]), send)

    assert vote.lines.get().agreed == 4
    assert "Kết quả kiểm phiếu" not in page(table.jurors[0], "vote_detail", vote)


def test_figures_that_do_not_add_up_are_said_so_and_stay_in_the_form():
    table = Table(seats=5, files=1)
    vote = table.opened("paper")
    line = vote.lines.get().pk
    said = {"handed_out": "5", "returned": "5", "spoilt": "1", f"agreed-{line}": "5", f"opposed-{line}": "0"}

    client, address = browser(table.secretary), reverse("appraisal:vote_count", args=[vote.pk])
    answer = client.post(address, {**said, f"blank-{line}": "0"}).content.decode()

    assert "Chưa chọn tệp" in answer
    assert f'name="agreed-{line}" value="5"' in answer


def test_a_small_panel_is_warned_before_a_secret_vote():
    def cautions(seats, manner="electronic"):
        table = Table(seats=seats, files=1)
        vote = table.prepared(manner)
        table.roll(vote)
        return queries.cautions(vote)

    assert cautions(4) == (queries.FEW.format(present=4), queries.ALIKE)
    assert cautions(5) == (queries.ALIKE,)
    assert cautions(4, "hand") == ()


def test_a_file_on_which_few_may_vote_is_named():
    table = Table(seats=5, files=2, quorum=50)
    exemplar = table.files[0].exemplar
    Kin.objects.create(exemplar=exemplar, user=table.jurors[0], kinship="parent", declared_by=table.jurors[0])
    vote = table.prepared()
    table.roll(vote)

    assert queries.cautions(vote) == (
        queries.FEW_ON_A_FILE.format(name=exemplar.name, entitled=4), queries.ALIKE,
    )  # fmt: skip


def test_a_tie_that_became_known_after_a_secret_ballot_is_said_to_who_runs_the_vote():
    table = Table(seats=5, files=2)
    vote = table.opened()
    for juror in table.jurors:
        table.cast(vote, juror, YES, YES)
    vote = table.close(vote)
    before = queries.cautions(vote)

    exemplar = table.files[1].exemplar
    Kin.objects.create(exemplar=exemplar, user=table.jurors[2], kinship="parent", declared_by=table.jurors[2])

    assert before == ()
    assert queries.cautions(vote) == (queries.LATE.format(person=table.jurors[2], name=exemplar.name),)
    assert exemplar.name in page(table.secretary, "vote_detail", vote)
    assert "đã bỏ phiếu hồ sơ" not in page(table.jurors[0], "vote_detail", vote)


def test_whoever_is_present_is_told_that_a_ballot_waits():
    table = Table(seats=5, files=1)
    vote = table.opened(present=4)

    told = list(Notice.objects.values_list("user", "link"))

    assert sorted(told) == sorted((juror.pk, reverse("appraisal:ballot", args=[vote.pk])) for juror in table.jurors[:4])
    Table(seats=3, files=1).opened("hand")
    assert Notice.objects.count() == 4


def test_the_list_to_choose_from_holds_what_may_be_voted_on():
    table = Table(files=4)
    making.counted_vote(table.panel, table.files[:1])
    making.hold(table.files[1].exemplar)
    beside = making.nomination(rules=table.rules)  # of another round

    assert list(queries.files_to_list(table.panel)) == sorted(
        table.files[2:], key=lambda file: (file.exemplar.sort, file.pk)
    )
    assert beside not in queries.files_to_list(table.panel)


def test_a_person_on_no_panel_sees_no_votes():
    assert browser(make.user()).get(reverse("appraisal:vote_list")).status_code == 403


@pytest.mark.parametrize("files", [1, 3])
def test_one_vote_costs_the_same_for_one_file_and_three(files, django_assert_max_num_queries):
    table = Table(seats=5, files=files)
    vote = table.opened()
    client = browser(table.secretary)
    client.get(vote.get_absolute_url())

    with django_assert_max_num_queries(23):
        client.get(vote.get_absolute_url())
