"""What is printed: one certificate, those of a whole decision in its order; the minutes of a vote from its count."""

from datetime import date, time
from io import BytesIO

import pdfplumber
import pytest
from django.test import Client
from django.urls import reverse

from kheo.accounts.roles import Role
from kheo.appraisal import seals
from kheo.appraisal.models import Certificate, DecisionBatch, Kin
from kheo.appraisal.queries.minutes import Meeting, minutes_of
from kheo.appraisal.queries.printing import sheets_of, things_of
from kheo.documents.keeping import as_data
from kheo.movement.models import Recognition
from tests import make
from tests.appraisal import making
from tests.appraisal.voting import NO, YES, Table

pytestmark = pytest.mark.django_db
NAMES = ("Tuyến đường hoa thôn Đông", "Camera an ninh #1 *của* dân", "Tổ tiết kiệm " + "Nguyễn " * 26)


def decided(names=NAMES) -> DecisionBatch:
    unit = make.unit("xã Ái Tử")
    rules = making.rule_set(unit)
    round_ = make.round()
    files = [
        making.nomination(make.exemplar(name.strip(), unit=unit), rules=rules, round=round_) for name in names
    ]  # fmt: skip
    batch = making.batch(
        files, unit=unit, round=round_, stage="decided", confirmed_by=make.user(), is_in_app=True,
        decided_on=date(2026, 10, 9), decision_no="45-QĐ/ĐU", signer="Nguyễn Văn Bảy", signer_title="Bí thư",
        issuer="Đảng ủy xã Ái Tử",
    )  # fmt: skip
    for item in batch.items.all():
        item.recognition = Recognition.objects.create(
            exemplar=item.nomination.exemplar, unit=unit, level="commune", year=2026, issuer=batch.issuer,
            decision_no=batch.decision_no, decided_on=batch.decided_on,
        )  # fmt: skip
        item.save()
    return batch


def printed(batch, name="batch_print", pk=None):
    client = Client()
    client.force_login(make.member(Role.SPECIALIST, batch.unit))
    return client.post(reverse(f"appraisal:{name}", args=[pk or batch.pk]))


def test_a_decision_is_printed_in_its_order_a_page_each():
    batch = decided()

    answer = printed(batch)

    assert (answer["Content-Type"], Certificate.objects.count()) == ("application/pdf", 3)
    with pdfplumber.open(BytesIO(answer.content)) as pdf:
        pages = ["".join(page.extract_text().split()) for page in pdf.pages]
    assert len(pages) == 3
    for page, item in zip(pages, batch.items.order_by("position"), strict=True):
        certificate = item.recognition.certificate
        for words in (certificate.holder, "NguyễnVănBảy", "45-QĐ/ĐU", seals.grouped(certificate.short)):
            assert "".join(words.split()) in page


def test_what_was_annulled_is_not_printed():
    batch = decided()
    first = batch.items.order_by("position").first().recognition
    Recognition.objects.filter(pk=first.pk).update(annulled_on=date(2026, 11, 1), annulled_by_decision="51")

    assert first not in things_of(batch)
    assert printed(batch, "recognition_print", first.pk).status_code == 404


def test_printing_again_keeps_the_codes():
    batch = decided(NAMES[:1])
    printed(batch)
    before = list(Certificate.objects.values_list("code", "short"))

    printed(batch)

    assert list(Certificate.objects.values_list("code", "short")) == before


def test_a_sheet_says_who_signed_and_where_to_check(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://danvankheo.example.vn"
    batch = decided(NAMES[:1])
    printed(batch)

    (sheet,) = sheets_of(things_of(batch))

    assert (sheet.signer.name, sheet.signer.title, sheet.giver) == ("Nguyễn Văn Bảy", "Bí thư", "Đảng ủy xã Ái Tử")
    assert sheet.code.startswith("danvankheo.example.vn/xac-minh/ · ")
    assert sheet.link.startswith("HTTPS://DANVANKHEO.EXAMPLE.VN/XAC-MINH/")
    assert sheet.reason == "Đạt danh hiệu mô hình “Dân vận khéo” cấp xã năm 2026"


def test_an_empty_decision_says_so():
    batch = decided(())

    assert printed(batch)["Location"] == batch.get_absolute_url()


MEETING = Meeting("trụ sở Đảng ủy xã", time(8, 30), time(10, 0), ("Lê Thị Hoa", "Trần Văn Năm"))


def closed_vote():
    table = Table(seats=5, files=2)
    first = table.files[0].exemplar
    Kin.objects.create(exemplar=first, user=table.jurors[4], kinship="sibling", declared_by=table.jurors[4])
    vote = table.opened()
    for juror, answers in zip(table.jurors, ((YES, YES), (YES, YES), (YES, NO), (YES, NO), (NO, YES)), strict=True):
        table.cast(vote, juror, *answers)
    return table, table.close(vote)


def test_counting_minutes_say_what_was_counted():
    table, vote = closed_vote()

    said = str(as_data(minutes_of(vote, "counting", MEETING, form="party")))

    for words in ("Lê Thị Hoa (Trưởng ban)", "10 giờ 00 phút", "trụ sở Đảng ủy xã", "ít nhất 80% đồng ý"):
        assert words in said
    first, second = (str(file.exemplar) for file in table.files)
    assert f"'1', '{first}', '4', '0', '0', '100%'" in said  # of the four who may vote on it
    assert f"'2', '{second}', '3', '2', '0', '60%'" in said


def test_meeting_minutes_name_who_sat_out_and_never_why():
    table, vote = closed_vote()

    said = str(as_data(minutes_of(vote, "meeting", MEETING, form="state")))

    assert f"{table.jurors[4]} không bỏ phiếu hồ sơ “{table.files[0].exemplar}”" in said
    assert "ruột" not in said
    assert f"Đủ điều kiện trình công nhận (1 hồ sơ): {table.files[0].exemplar}." in said


def test_minutes_wait_for_the_count():
    table = Table(seats=3, files=1)
    vote = table.opened("hand")
    client = Client()
    client.force_login(table.secretary)

    answer = client.post(
        reverse("appraisal:vote_minutes", args=[vote.pk]),
        {"which": "meeting", "form": "party", "where": "xã", "began": "8:00", "ended": "9:00"},
    )

    assert "Chưa kiểm phiếu" in answer.content.decode()
