"""Pages of proposals: what each reader finds, what is kept from them, how much the lists cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kheo.accounts.roles import Role
from kheo.appraisal.models import Assignment, Kin, Nomination
from kheo.movement.actions import exemplars
from kheo.units.models import Level
from tests import make
from tests.appraisal import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def rules():
    return making.rule_set(make.unit("xã Ái Tử"), comment_days=10)


@pytest.fixture
def file(rules):
    unit = make.unit("thôn Hà Xá", under=rules.unit, level=Level.BASE, kind="hamlet")
    return making.nomination(making.ripe_exemplar(unit, name="Đường hoa Hà Xá"), rules=rules)


@pytest.fixture
def specialist(rules):
    return make.member(Role.SPECIALIST, rules.unit)


@pytest.fixture
def leader(file):
    return make.member(Role.UNIT_LEADER, file.exemplar.unit)


def read(client, person, name, *args, **query):
    client.force_login(person)
    return client.get(reverse(f"appraisal:{name}", args=args), query)


def send(client, person, name, *args, **data):
    client.force_login(person)
    return client.post(reverse(f"appraisal:{name}", args=args), data, follow=True)


def in_stage(file, stage):
    Nomination.objects.filter(pk=file.pk).update(stage=stage, reason="Thiếu ảnh nghiệm thu.")
    file.refresh_from_db()
    return file


def test_the_unit_reads_where_its_proposal_is_and_why_it_came_back(client, file, leader):
    in_stage(file, "returned")

    text = read(client, leader, "proposal_list").content.decode()

    assert "Đường hoa Hà Xá" in text
    assert "Thiếu ảnh nghiệm thu." in text
    assert "Cần bổ sung" in text


def test_the_focal_body_finds_what_is_sent_to_it_by_every_filter(client, file, specialist):
    other = making.nomination(rules=file.rule_set, group="forces", round=file.round)
    filters = [
        {"q": "duong hoa"}, {"nhom": "residents", "q": "Hà Xá"}, {"buoc": "proposed", "don_vi": "thôn Hà Xá"},
        {"cap": "commune", "dot": file.round_id, "q": "đường hoa"},
    ]  # fmt: skip

    found = [read(client, specialist, "nomination_list", **each).context["lines"] for each in filters]

    assert [[line.nomination for line in lines] for lines in found] == [[file]] * 4
    everything = read(client, specialist, "nomination_list", linh_vuc="culture").context["lines"]
    assert {line.nomination for line in everything} == {file, other}


def test_marks_of_conflict_and_hold_are_for_those_who_may_know(client, file, specialist):
    making.hold(file.exemplar, reason="Có đơn tố cáo đang xác minh")
    Kin.objects.create(exemplar=file.exemplar, user=specialist, kinship="spouse", declared_by=specialist)

    line = read(client, specialist, "nomination_list").context["lines"][0]
    page = read(client, specialist, "nomination_detail", file.pk).content.decode()

    assert (line.is_held, line.barred) == (True, "Đồng chí không tham gia xét hồ sơ này vì là thân nhân đã khai.")
    assert "Hồ sơ đang tạm chưa xét." in page


def test_the_unit_and_a_juror_never_learn_of_a_hold(client, file, leader):
    making.hold(file.exemplar, reason="Có đơn tố cáo đang xác minh")
    juror = make.member(Role.JUROR, file.unit)
    panel = making.panel(file.rule_set, seats=[juror])
    Assignment.objects.create(nomination=file, seat=panel.seats.get())

    pages = [
        read(client, leader, "proposal_list"), read(client, leader, "nomination_detail", file.pk),
        read(client, juror, "nomination_detail", file.pk),
    ]  # fmt: skip
    texts = [page.content.decode().lower() for page in pages]

    assert [page.status_code for page in pages] == [200, 200, 200]
    assert [word in text for text in texts for word in ("tạm chưa xét", "tố cáo", "tạm hoãn")] == [False] * 9
    assert read(client, leader, "proposal_list", tam_hoan="co").context["lines"][0].nomination == file  # no such filter


def test_a_unit_proposes_through_the_page_of_its_model(client, rules):
    unit = make.unit("thôn Trà Liên", under=rules.unit, level=Level.BASE)
    exemplar, leader, round_ = making.ripe_exemplar(unit), make.member(Role.UNIT_LEADER, unit), make.round()
    client.force_login(leader)
    button = reverse("appraisal:nomination_new", args=[exemplar.pk])

    assert button in client.get(exemplar.get_absolute_url()).content.decode()
    answer = send(client, leader, "nomination_new", exemplar.pk, level="commune", round_=round_.pk, case="Hiến đất.")

    made = Nomination.objects.get()
    assert (made.exemplar, made.case, answer.redirect_chain[-1][0]) == (exemplar, "Hiến đất.", made.get_absolute_url())
    assert made.get_absolute_url() in client.get(exemplar.get_absolute_url()).content.decode()


def test_what_was_typed_stays_when_the_proposal_is_refused(client, rules):
    unit = make.unit("thôn Trà Liên", under=rules.unit, level=Level.BASE)
    exemplar, leader = make.exemplar(unit=unit, stage="running"), make.member(Role.UNIT_LEADER, unit)

    answer = send(
        client, leader, "nomination_new", exemplar.pk, level="commune", round_=make.round().pk, case="Hiến đất."
    )

    text = answer.content.decode()
    assert "chưa có kết quả chính" in text
    assert "Hiến đất." in text
    assert not Nomination.objects.exists()


def test_an_act_on_many_is_shown_first_and_leaves_out_openly(client, file, specialist):
    bound = making.nomination(rules=file.rule_set, round=file.round)
    Kin.objects.create(exemplar=bound.exemplar, user=specialist, kinship="parent", declared_by=specialist)
    done = in_stage(making.nomination(rules=file.rule_set, round=file.round), "appraised")
    keys = [each.pk for each in (file, bound, done)]

    shown = send(client, specialist, "nomination_bulk", move="send_back", hs=keys)
    assert [each.pk for each in shown.context["plan"].taken] == [file.pk]
    assert {each.pk for each, _ in shown.context["plan"].left} == {bound.pk, done.pk}
    assert set(Nomination.objects.values_list("stage", flat=True)) == {"proposed", "appraised"}

    lacking = send(client, specialist, "nomination_bulk", move="send_back", hs=keys, confirm="1")
    assert "Hãy ghi lý do" in lacking.content.decode()
    answer = send(client, specialist, "nomination_bulk", move="send_back", hs=keys, confirm="1", note="Thiếu ảnh.")

    stages = dict(Nomination.objects.values_list("pk", "stage"))
    assert stages == {file.pk: "returned", bound.pk: "proposed", done.pk: "appraised"}
    assert [str(message) for message in answer.context["messages"]] == [
        "Đã yêu cầu bổ sung 1 hồ sơ.",
        f"“{bound.exemplar}”: Đồng chí không tham gia xét hồ sơ này vì là thân nhân đã khai.",
        f"“{done.exemplar}”: Đang ở bước “Đã thẩm định”.",
    ]


def test_many_are_published_at_once(client, file, specialist):
    in_stage(file, "appraised")
    exemplars.publish(file.exemplar, by=make.member(Role.HEAD, file.unit))

    answer = send(client, specialist, "nomination_bulk", move="publish", hs=[file.pk], confirm="1")

    file.refresh_from_db()
    assert (file.stage, [str(each) for each in answer.context["messages"]]) == (
        "published", ["Đã công khai lấy ý kiến 1 hồ sơ."],
    )  # fmt: skip


def test_the_spreadsheet_leaves_out_what_its_reader_keeps_away_from(client, file, specialist):
    bound = making.nomination(rules=file.rule_set, round=file.round)
    Kin.objects.create(exemplar=bound.exemplar, user=specialist, kinship="parent", declared_by=specialist)

    csv = read(client, specialist, "nomination_export", dang="csv").content.decode()
    book = read(client, specialist, "nomination_export")

    assert file.exemplar.name in csv
    assert bound.exemplar.name not in csv
    assert book["Content-Disposition"].endswith('.xlsx"')


@pytest.mark.parametrize("name", ["nomination_list", "proposal_list"])
def test_lists_cost_the_same_for_one_and_many(client, file, specialist, name):
    read(client, specialist, name)
    with CaptureQueriesContext(
        connection,
    ) as one:
        read(client, specialist, name)
    for _ in range(4):
        making.hold(making.nomination(rules=file.rule_set, round=file.round).exemplar)

    with CaptureQueriesContext(connection) as many:
        lines = read(client, specialist, name).context["lines"]

    assert (len(lines), len(many)) == (5, len(one))


def test_the_desk_says_what_waits(client, file, specialist, leader):
    client.force_login(specialist)
    titles = [heap.title for heap in client.get("/lam-viec/").context["heaps"]]
    assert "Đề nghị công nhận chờ thẩm định" in titles

    in_stage(file, "returned")
    client.force_login(leader)
    heaps = {heap.title: heap.items for heap in client.get("/lam-viec/").context["heaps"]}
    assert [item.title for item in heaps["Đề nghị công nhận cần bổ sung"]] == ["Đường hoa Hà Xá"]


def test_a_file_on_its_way_or_held_is_not_merged_away(file):
    head, into = make.member(Role.HEAD, file.unit), make.exemplar(unit=file.exemplar.unit)
    with pytest.raises(exemplars.NotYet, match="đang có đề nghị công nhận xã và tương đương"):
        exemplars.advance(file.exemplar, "merge", by=head, note="Trùng.", into=into)

    in_stage(file, "granted")
    held = making.hold(file.exemplar)
    with pytest.raises(exemplars.NotYet, match="đang tạm chưa xét"):
        exemplars.advance(file.exemplar, "merge", by=head, note="Trùng.", into=into)

    held.delete()
    assert exemplars.advance(file.exemplar, "merge", by=head, note="Trùng.", into=into).stage == "merged"
