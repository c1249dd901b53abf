"""Pages of judging as people use them: a juror's round from file to file, what is hidden, and queries that stay few."""

import re
from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from kheo.accounts.roles import Role
from kheo.appraisal.actions import conflicts, sheets
from kheo.appraisal.models import Column, Criterion, Profile, ScoreSheet
from kheo.appraisal.queries.one_page import PHOTOS, one_page
from kheo.movement.models import SIGNED_PAPER, PriorityArea
from kheo.movement.queries.desk import my_work
from tests import make
from tests.appraisal import making
from tests.appraisal.judging import answers, bench, sent

pytestmark = pytest.mark.django_db


def browser(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def page(client, name, *args, **query) -> str:
    answer = client.get(reverse(f"appraisal:{name}", args=args), query)
    assert answer.status_code == 200, answer
    return answer.content.decode()


def filled(rules, points="5", **more) -> dict:
    keys = Criterion.objects.filter(group__rule_set=rules).values_list("pk", flat=True)
    return {f"answer_{key}": points for key in keys} | more


def test_a_juror_scores_file_after_file_looks_once_more_and_sends_all():
    court = bench(1)
    juror = court.jurors[0]
    one, two = court.file(), court.file()
    client = browser(juror)

    answer = client.post(
        reverse("appraisal:sheet_edit", args=[one.pk, "hoi-dong"]), filled(court.rules, "7,5", do="next")
    )
    assert answer["Location"] == reverse("appraisal:sheet_edit", args=[two.pk, "hoi-dong"])
    client.post(answer["Location"], filled(court.rules, "0", do="keep"))

    review = page(client, "sheet_review")
    assert "Gửi 2 phiếu một lượt" in review
    assert "7,5 · 7,5" in review
    client.post(reverse("appraisal:sheet_review"), {"hs": [one.pk, two.pk]})

    assert list(ScoreSheet.objects.exclude(sent_at=None).order_by("total").values_list("total", flat=True)) == [0, 45]
    assert "Còn 0 · đã gửi 2" in page(client, "my_files")


def test_what_is_wrong_is_said_at_its_box_and_nothing_typed_is_lost():
    court = bench(1)
    file, client = court.file(), browser(court.jurors[0])
    keys = list(Criterion.objects.filter(group__rule_set=court.rules).values_list("pk", flat=True))
    said = filled(court.rules) | {f"answer_{keys[0]}": "11", f"answer_{keys[1]}": "mười", f"note_{keys[2]}": "Rất rõ"}

    answer = client.post(reverse("appraisal:sheet_edit", args=[file.pk, "hoi-dong"]), said)
    text = answer.content.decode()

    assert answer.status_code == 200
    assert "Lớn nhất là 10." in text
    assert 'value="11"' in text
    assert 'value="mười"' in text
    assert "Rất rõ" in text
    assert not ScoreSheet.objects.exists()


def test_the_sheet_saves_itself_and_says_when_it_cannot():
    court = bench(1)
    file, client = court.file(), browser(court.jurors[0])
    address = reverse("appraisal:sheet_autosave", args=[file.pk, "hoi-dong"])

    assert client.post(address, filled(court.rules, "4")).status_code == 200
    assert client.post(address, filled(court.rules, "400")).status_code == 400

    assert ScoreSheet.objects.get().total == 24


def test_the_one_page_file_has_a_fixed_length_and_five_photos_of_before_and_after():
    exemplar = making.ripe_exemplar(make.unit(), starts=date(2026, 3, 1), method="x " * 3000)
    exemplar.evidence.all().delete()
    days = [date(2026, 1, 1), date(2026, 2, 1), date(2026, 2, 2), *[date(2026, month, 1) for month in range(4, 10)]]
    for day in days:
        proof = make.evidence(exemplar)
        proof.taken_on = day
        proof.save()
    paper = make.evidence(exemplar)
    paper.caption, paper.taken_on = SIGNED_PAPER, date(2026, 9, 9)
    paper.save()

    shown = one_page(making.nomination(exemplar, rules=making.rule_set(exemplar.unit)))

    assert len(shown.photos) == PHOTOS
    assert [photo.when for photo in shown.photos] == ["Trước", "Trước", "Sau", "Sau", "Sau"]
    assert [photo.day for photo in shown.photos] == [days[0], days[1], *days[-3:]]
    assert all(len(text) <= 702 for _, text in shown.texts)


def test_a_juror_reads_no_hold_no_tag_and_nobody_elses_sheet():
    court = bench(2)
    two, one = court.jurors  # the first is the chair, who knows the names
    file = court.file()
    making.hold(file.exemplar, reason="Có đơn tố cáo chưa rõ")
    PriorityArea.objects.create(unit=file.exemplar.unit, kind="religious")
    sent(file, two, 9)
    client = browser(one)

    read = "".join([
        page(client, "sheet_edit", file.pk, "hoi-dong"), page(client, "my_files"), page(client, "sheet_review"),
        page(client, "nomination_detail", file.pk),
    ])  # fmt: skip

    for secret in ("tạm chưa xét", "tố cáo", "đồng bào có đạo", str(two), "Thành viên 1", "Thành viên 2"):
        assert secret not in read
    sent(file, one, 8)
    after = page(client, "nomination_detail", file.pk)
    assert str(one) in after
    assert str(two) not in after
    assert re.search(r"Thành viên \d: <b class=\"num\">54</b>", after)


def test_tags_of_hard_areas_are_shown_to_their_readers_and_change_no_mark():
    court = bench(1)
    file = court.file()
    PriorityArea.objects.create(unit=file.exemplar.unit, kind="hard")
    sheet = sent(file, court.jurors[0], 5)

    assert "Nơi khó khăn, phức tạp" in page(browser(court.specialist()), "nomination_detail", file.pk)
    assert sheet.total == 30


def test_the_unit_reads_its_own_column_and_no_other():
    court = bench(1)
    file = court.file()
    leader = make.member(Role.UNIT_LEADER, file.exemplar.unit)
    sheets.write(file, Column.SELF, answers(court.rules, 10), by=leader)
    sheets.send(file, Column.SELF, by=leader)
    sheets.write(file, Column.APPRAISER, answers(court.rules, "3.5"), by=(by := court.specialist()))
    sheets.send(file, Column.APPRAISER, by=by)
    sent(file, court.jurors[0], 2)

    text = page(browser(leader), "nomination_detail", file.pk)

    assert "Đơn vị tự chấm" in text
    for hidden in ("3,5", "Hội đồng</th>", "Thành viên 1"):
        assert hidden not in text


def test_a_barred_juror_sees_the_file_named_with_the_reason_and_no_way_in():
    court = bench(1)
    juror, file = court.jurors[0], court.file()
    file.exemplar.author = juror
    file.exemplar.save()
    client = browser(juror)

    text = page(client, "my_files")

    assert "người soạn hồ sơ" in text
    assert reverse("appraisal:sheet_edit", args=[file.pk, "hoi-dong"]) not in text
    assert "người soạn hồ sơ" in page(client, "sheet_edit", file.pk, "hoi-dong")


def test_evidence_is_handed_out_for_the_juror_as_a_clean_copy_only():
    court = bench(1)
    file, client = court.file(), browser(court.jurors[0])
    photo = file.exemplar.evidence.get()
    paper = make.evidence(file.exemplar)
    paper.caption = SIGNED_PAPER
    paper.save()

    def ask(evidence, variant):
        answer = client.get(reverse("appraisal:file_proof", args=[file.pk, evidence.pk, variant]))
        if answer.streaming:
            b"".join(answer.streaming_content)
        return answer.status_code

    assert [ask(photo, "nho"), ask(photo, "sach"), ask(photo, "tai"), ask(paper, "nho")] == [200, 200, 404, 404]
    conflicts.declare_kin(file, user=court.jurors[0], kinship="other", by=court.jurors[0])
    assert ask(photo, "nho") == 404


def test_the_secretary_looks_at_the_sharing_out_before_it_is_done():
    court = bench(2, least_jurors=1)
    files = [court.file(to=[]) for _ in range(3)]
    client = browser(court.specialist())

    text = page(client, "panel_share_out", court.panel.pk)
    assert '<b class="num">3</b> lượt chấm' in text
    answer = client.post(reverse("appraisal:panel_share_out", args=[court.panel.pk]), follow=True)

    assert "Đã phân công 3 lượt chấm cho 3 hồ sơ." in answer.content.decode()
    assert sorted(court.panel.seats.count() and file.assignments.count() for file in files) == [1, 1, 1]


def test_a_paper_sheet_is_typed_in_and_checked_on_its_pages():
    court = bench(1)
    file, one, two = court.file(), court.specialist(), court.specialist()
    scan = SimpleUploadedFile("phieu.jpg", make.picture(), "image/jpeg")

    answer = browser(one).post(
        reverse("appraisal:paper_new", args=[file.pk]), filled(court.rules, juror=court.jurors[0].pk, scan=scan)
    )
    assert "Chờ một người khác" in browser(one).get(answer["Location"]).content.decode()
    sheet = ScoreSheet.objects.get()
    browser(two).post(reverse("appraisal:paper_check", args=[sheet.pk]))

    assert ScoreSheet.objects.get().checked_by == two


def test_rule_sets_without_points_use_the_same_page():
    rules = making.rule_set(profile=Profile.BASE)
    file = making.nomination(rules=rules)
    by = make.member(Role.SPECIALIST, rules.unit)

    client = browser(by)
    assert "Chưa đạt" in page(client, "sheet_edit", file.pk, "tham-dinh")
    client.post(reverse("appraisal:sheet_edit", args=[file.pk, "tham-dinh"]), filled(rules, "dat", do="send"))

    assert ScoreSheet.objects.get().is_met is True


def test_the_ranking_is_downloaded_with_marks_as_numbers():
    court = bench(2)
    files = [court.file() for _ in range(2)]
    for file, points in zip(files, (10, 5), strict=True):
        for juror in court.jurors:
            sent(file, juror, points)
    keys = [court.rules.unit_id, court.round.pk, court.rules.pk]

    answer = browser(court.specialist()).get(reverse("appraisal:ranking_export", args=keys))

    rows = list(load_workbook(BytesIO(answer.content)).active.iter_rows(min_row=4, values_only=True))
    assert [(row[1], row[2], row[4], row[7]) for row in rows] == [
        (1, files[0].exemplar.name, 60, 2),
        (2, files[1].exemplar.name, 30, 2),
    ]


@pytest.mark.parametrize("name", ["my_files", "sheet_review"])
def test_lists_of_a_juror_cost_the_same_for_one_file_and_three(name, django_assert_max_num_queries):
    court = bench(1)
    client = browser(court.jurors[0])
    sent(court.file(), court.jurors[0], 5)
    court.file()
    counts = []
    for _ in range(2):
        with django_assert_max_num_queries(40) as asked:
            page(client, name)
        counts.append(len(asked))
        for _ in range(2):
            sheets.write(court.file(), Column.COUNCIL, answers(court.rules, 5), by=court.jurors[0])

    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    "name", ["panel_detail", "panel_files", "panel_conflicts", "panel_share_out", "panel_calibration"]
)
def test_pages_of_a_panel_cost_the_same_for_one_file_and_three(name, django_assert_max_num_queries):
    court = bench(2)
    client = browser(court.specialist())
    sent(court.file(), court.jurors[0], 5)
    counts = []
    for _ in range(2):
        with django_assert_max_num_queries(40) as asked:
            page(client, name, court.panel.pk)
        counts.append(len(asked))
        for _ in range(2):
            sent(court.file(), court.jurors[0], 5)

    assert counts[0] == counts[1]


def test_what_is_to_be_scored_waits_among_ones_own_work_until_it_is_sent():
    court = bench(1)
    file, juror = court.file(), court.jurors[0]
    make.membership(juror, Role.SPECIALIST, court.rules.unit)
    leader = make.member(Role.UNIT_LEADER, file.exemplar.unit)

    def heaps(user):
        return [heap.title for heap in my_work(user, on=date(2026, 11, 1))]

    assert "Hồ sơ chờ đồng chí chấm" in heaps(juror)
    assert "Đề nghị công nhận chờ đơn vị tự chấm" not in heaps(juror)
    assert "Đề nghị công nhận chờ đơn vị tự chấm" in heaps(leader)
    sent(file, juror, 5)
    sheets.write(file, Column.SELF, answers(court.rules, 10), by=leader)
    sheets.send(file, Column.SELF, by=leader)
    assert "Hồ sơ chờ đồng chí chấm" not in heaps(juror)
    assert "Đề nghị công nhận chờ đơn vị tự chấm" not in heaps(leader)


def test_a_colleague_puts_the_appraisers_column_right_from_its_page():
    court = bench(1)
    file, one = court.file(), court.specialist()
    sheets.write(file, Column.APPRAISER, answers(court.rules, 10), by=one)
    sheet = sheets.send(file, Column.APPRAISER, by=one)
    client = browser(court.specialist())
    assert reverse("appraisal:paper_detail", args=[sheet.pk]) in page(client, "sheet_edit", file.pk, "tham-dinh")

    answer = client.post(
        reverse("appraisal:sheet_correct", args=[sheet.pk]), filled(court.rules, "9", reason="Thiếu minh chứng")
    )

    text = client.get(answer["Location"]).content.decode()
    assert "10 → 9" in text
    assert "Thiếu minh chứng" in text
    assert ScoreSheet.objects.get().total == 54
