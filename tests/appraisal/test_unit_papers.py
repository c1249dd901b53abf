"""Papers of a file drawn at once, and those that ask something first: what they say, and who is refused."""

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

import docx
import pytest
from django.urls import reverse
from django.utils import timezone

from kheo.accounts.roles import Role
from kheo.appraisal.models import Panel, Profile, Seat
from kheo.appraisal.queries import file_papers
from kheo.documents.models import PaperRecord
from kheo.documents.paper import PaperKind, words_of
from kheo.movement.models import Recognition
from kheo.units.models import Level
from tests import make
from tests.appraisal import making
from tests.appraisal.voting import Table

pytestmark = pytest.mark.django_db

LONG = ("Tổ hòa giải “Nghe dân nói, nói dân hiểu, làm dân tin” ở khu phố Nguyễn Huệ, phường Quỹ Khuỵ Ỡ Ẵ " * 3)[:200]


@pytest.fixture
def file():
    """A file of a hamlet's model, proposed to the commune, with everything that a report tells."""
    commune = make.unit("xã Ái Tử")
    hamlet = make.unit("chi bộ thôn Xuân", under=commune, level=Level.BASE)
    exemplar = making.ripe_exemplar(
        hamlet, name=LONG, method="Gõ cửa từng nhà.\nHọp tổ.", sustain="Nhân ra hai thôn.", households=0,
        situation="Hay cãi nhau vì ranh đất.", beneficiaries=1152,
    )  # fmt: skip
    make.outcome(exemplar, name="Vụ hòa giải thành", measure="vụ", baseline=0, target=Decimal("12.5"), is_main=False)
    exemplar.participants.create(name="Mặt trận xã", role="lead", part="chủ trì hòa giải")
    return making.nomination(exemplar, unit=commune, case="Không còn vụ kéo dài.")


def opened(client, file, key, variant="word"):
    return client.get(reverse("appraisal:file_paper", args=[file.pk, key, variant]))


def document(answer):
    return docx.Document(BytesIO(b"".join(answer.streaming_content)))


def lines(answer):
    return [one.text for one in document(answer).paragraphs if one.text.strip()]


def test_the_report_tells_what_the_file_has(client, file):
    client.force_login(make.member(Role.OFFICER, file.exemplar.unit))

    answer = opened(client, file, "bao-cao-thanh-tich")
    found = lines(answer)
    start, end = found.index("I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH"), found.index("III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG")

    assert found[start : end + 2] == [
        "I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH", "- Đơn vị: Chi bộ thôn Xuân", "- Chủ thể: Tập thể",
        "- Lĩnh vực: Văn hóa - xã hội", "- Địa bàn: chi bộ thôn Xuân", "- Thời gian bắt đầu: 15/01/2026",
        "- Lực lượng tham gia: Mặt trận xã (chủ trì): chủ trì hòa giải", "- Số hộ tham gia: 0",
        "- Số người hưởng lợi: 1.152", "- Thực trạng, lý do: Hay cãi nhau vì ranh đất.",
        "II. THÀNH TÍCH ĐẠT ĐƯỢC", "1. Cách làm", "Gõ cửa từng nhà.", "Họp tổ.", "Không còn vụ kéo dài.",
        "2. Kết quả cụ thể", "3. Khả năng duy trì, nhân rộng", "Nhân ra hai thôn.",
        "III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG", "- Chưa có.",
    ]  # fmt: skip
    said = " ".join(found)
    assert f"đề nghị công nhận mô hình “Dân vận khéo” cấp xã năm 2026 đối với {LONG.strip()}" in said


def test_results_are_rows_and_nothing_said_is_not_zero(file):
    paper = file_papers.report_paper(file)
    table = next(block for block in paper.body if hasattr(block, "rows"))

    assert table.rows == (
        ("Đất hiến", "m²", "chưa có", "900", "1.000"), ("Vụ hòa giải thành", "vụ", "0", "12,5", "chưa có"),
    )  # fmt: skip


def test_earlier_honours_are_told_unless_they_were_annulled(file):
    facts = {"exemplar": file.exemplar, "level": "commune", "issuer": "Đảng ủy xã"}
    Recognition.objects.create(**facts, year=2024, decided_on=date(2024, 10, 15), decision_no="15-QĐ/ĐU")
    Recognition.objects.create(
        **facts, year=2023, decided_on=date(2023, 10, 15), annulled_on=date(2024, 1, 1), annulled_by_decision="1-QĐ/ĐU"
    )
    form = making.award_form(name="Giấy khen")
    making.commendation(file.exemplar, form=form, year=2025, decision_no="7/QĐ-UBND", decided_on=date(2025, 10, 15))

    words = list(words_of(file_papers.report_paper(file)))
    start = words.index("III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG")

    assert [text for text in words[start:] if text.startswith("- ")] == [
        "- Giấy khen năm 2025 (Quyết định số 7/QĐ-UBND ngày 15/10/2025 của Ủy ban nhân dân xã);",
        "- Công nhận mô hình “Dân vận khéo” cấp xã năm 2024 (Quyết định số 15-QĐ/ĐU ngày 15/10/2024 của Đảng ủy xã).",
    ]


def test_a_hold_leaves_no_word_in_the_report(file):
    before = list(words_of(file_papers.report_paper(file)))
    making.hold(file.exemplar)

    assert list(words_of(file_papers.report_paper(file))) == before


def test_the_blank_sheet_asks_every_criterion_and_fills_in_none(client, file):
    client.force_login(make.member(Role.SPECIALIST, file.unit))

    tables = document(opened(client, file, "phieu-cham-trang")).tables
    table = next(each for each in tables if each.cell(0, 1).text == "Tiêu chí")
    rows = [[cell.text for cell in row.cells] for row in table.rows]

    assert rows[1:] == [
        ["", "Nội dung chính", "", "", "", "", ""],
        *(
            [f"{number}", f"Tiêu chí {number}", f"{most}", "", "", "", ""]
            for number, most in enumerate(making.SHEET, 1)
        ),
        ["", "Tổng cộng", "100", "", "", "", ""],
    ]


def test_bonus_and_weighed_groups_make_no_false_sum():
    file = making.nomination(rules=making.rule_set(stage="draft"))  # an applied one is frozen
    group = file.rule_set.groups.get()
    group.criteria.create(name="Cách làm mới", maximum=5, is_bonus=True, position=9)
    plain = list(words_of(file_papers.blank_sheet(file)))
    group.weight = Decimal("1.5")
    group.save()

    weighed = list(words_of(file_papers.blank_sheet(file)))

    assert (plain[plain.index("Tổng cộng") + 1], weighed[weighed.index("Tổng cộng") + 1]) == ("100", "")
    assert ("Cách làm mới (điểm thưởng)" in plain, "Nội dung chính (hệ số 1,5)" in weighed) == (True, True)


def test_who_has_which_paper_of_a_file(client, file):
    commune, panel = file.unit, making.panel(file.rule_set, round=file.round)
    secretary = make.member(Role.STANDING, commune)
    Seat.objects.create(panel=panel, user=secretary, part="secretary")
    judge = make.member(Role.JUROR, commune)
    making.assignment(file, Seat.objects.create(panel=panel, user=judge, part="member"))
    people = {
        "officer": make.member(Role.OFFICER, file.exemplar.unit), "specialist": make.member(Role.SPECIALIST, commune),
        "standing": make.member(Role.STANDING, commune), "secretary": secretary, "juror": judge,
        "neighbour": make.member(Role.SPECIALIST, make.unit()),
    }  # fmt: skip

    found = {}
    for name, person in people.items():
        client.force_login(person)
        found[name] = [opened(client, file, key).status_code for key in ("bao-cao-thanh-tich", "phieu-cham-trang")]

    assert found == {
        "officer": [200, 403], "specialist": [200, 200], "standing": [200, 403], "secretary": [200, 200],
        "juror": [403, 403], "neighbour": [404, 404],
    }  # fmt: skip


def test_where_nothing_is_scored_there_is_no_score_sheet(client):
    commune = make.unit()
    file = making.nomination(rules=making.rule_set(commune, profile=Profile.BASE))
    client.force_login(make.member(Role.SPECIALIST, commune))

    assert opened(client, file, "phieu-cham-trang").status_code == 403
    assert "Phiếu chấm để ghi tay" not in client.get(file.get_absolute_url()).content.decode()


# Papers that ask something first.

TOMORROW = timedelta(days=1)


def asked(client, key, thing, data):
    return client.post(reverse("appraisal:draft_asked", args=[key, thing.pk]), data)


def meeting(**more):
    on = f"{timezone.localdate() + TOMORROW:%d/%m/%Y}"
    return {"form": "party", "on": on, "at": "8h30", "where": "Phòng họp số 2", "notes": "Đọc trước hồ sơ.", **more}


def test_an_invitation_says_when_and_where_and_leaves_the_guest_blank(client):
    panel: Panel = making.panel(name="Hội đồng thẩm định")
    client.force_login(panel.made_by)

    answer = asked(client, "giay-moi", panel, meeting(chair="Đồng chí Lê Ỷ"))
    kept = PaperRecord.objects.get()
    day = timezone.localdate() + TOMORROW
    words = list(words_of(kept.paper.body))

    assert answer["Location"] == kept.get_absolute_url()
    assert (kept.kind, kept.unit, kept.number) == (PaperKind.INVITATION, panel.unit, "")
    assert kept.title == f"phiên họp ngày {day:%d/%m/%Y} của Hội đồng thẩm định"
    assert [words[words.index(lead) - 1] for lead in ("Chủ trì:", "Thời gian:", "Địa điểm:")] == [
        "Đồng chí Lê Ỷ", f"08 giờ 30 phút, ngày {day:%d} tháng {day:%m} năm {day.year}", "Phòng họp số 2",
    ]  # fmt: skip
    assert "." * 60 in words


def test_a_wrong_hour_is_said_and_nothing_typed_is_lost(client):
    panel = making.panel()
    client.force_login(panel.made_by)

    text = asked(client, "giay-moi", panel, meeting(at="25:70", on="01/01/2020")).content.decode()

    assert [each in text for each in ("Hãy ghi giờ như 7:30", "Ngày 01/01/2020 đã qua", "Phòng họp số 2", "25:70")] == [
        True, True, True, True,
    ]  # fmt: skip
    assert not PaperRecord.objects.exists()


def test_a_conclusion_counts_and_names_nobody(client):
    table = Table(seats=3)
    vote = making.counted_vote(table.panel, table.files[:2], agreed=5)
    vote.lines.filter(nomination=table.files[1]).update(agreed=1, opposed=4)
    client.force_login(table.secretary)
    address = reverse("appraisal:draft", args=["ket-luan", vote.pk])

    client.post(address, {"form": "party"})
    words = " ".join(words_of(PaperRecord.objects.get().paper))

    assert "đã bỏ phiếu xét 02 hồ sơ đề nghị công nhận" in words
    assert "01 hồ sơ đủ tỷ lệ phiếu đồng ý theo bộ tiêu chí; 01 hồ sơ chưa đủ." in words
    assert [str(file.exemplar) in words for file in table.files] == [False, False, False]
    assert "Thông báo kết luận" in client.get(vote.get_absolute_url()).content.decode()


def test_an_uncounted_vote_has_no_conclusion(client):
    table = Table(seats=3)
    vote = table.prepared()
    client.force_login(table.secretary)

    answer = client.post(reverse("appraisal:draft", args=["ket-luan", vote.pk]), {"form": "party"}, follow=True)

    assert "Chưa kiểm phiếu nên chưa có kết luận" in answer.content.decode()
    assert not PaperRecord.objects.exists()


@pytest.fixture
def launch():
    """A round of a commune with four units below it, and a specialist of that commune."""
    commune = make.unit("xã Ái Tử")
    below = [make.unit(f"chi bộ thôn {name}", under=commune, level=Level.BASE) for name in ("Ba", "Xuân", "Hạ", "Đông")]
    round_ = make.round(campaign=make.campaign(unit=commune))
    return round_, below, make.member(Role.SPECIALIST, commune)


def test_a_pledge_is_signed_by_the_chosen_units(client, launch):
    round_, below, specialist = launch
    client.force_login(specialist)
    data = {
        "form": "party", "units": [unit.pk for unit in below[:3]], "contents": "Mỗi tháng một việc tốt\n\nNêu gương",
        "goals": "100% chi bộ đăng ký",
    }  # fmt: skip

    asked(client, "giao-uoc", round_, data)
    kept = PaperRecord.objects.get()
    words = list(words_of(kept.paper.body))

    assert (kept.kind, kept.unit, kept.about_name) == (PaperKind.PLEDGE, round_.campaign.unit, round_.name)
    assert "các đơn vị: Chi bộ thôn Ba; Chi bộ thôn Hạ; Chi bộ thôn Xuân thống nhất" in words[0]
    assert [text for text in words if text.startswith("Đại diện")] == [
        "Đại diện Chi bộ thôn Ba", "Đại diện Chi bộ thôn Hạ", "Đại diện Chi bộ thôn Xuân",
    ]  # fmt: skip
    assert [words[words.index(number) - 1] for number in ("1.", "2.")] == ["Mỗi tháng một việc tốt", "Nêu gương"]


def test_a_pledge_needs_two_units_and_loses_nothing(client, launch):
    round_, below, specialist = launch
    client.force_login(specialist)
    data = {"form": "state", "units": [below[0].pk], "contents": "Nêu gương", "goals": ""}

    text = asked(client, "giao-uoc", round_, data).content.decode()

    assert ("Giao ước cần ít nhất hai đơn vị." in text, "Nêu gương" in text) == (True, True)
    assert not PaperRecord.objects.exists()


def test_a_unit_from_elsewhere_cannot_be_put_into_a_pledge(client, launch):
    round_, below, specialist = launch
    client.force_login(specialist)
    data = {"form": "party", "units": [below[0].pk, make.unit().pk], "contents": "Nêu gương"}

    assert "không có trong danh sách" in asked(client, "giao-uoc", round_, data).content.decode()


def test_pages_lead_to_what_asks_first(client, launch):
    round_, _below, specialist = launch
    client.force_login(specialist)

    panel = making.panel(making.rule_set(round_.campaign.unit))
    pages = {("giao-uoc", round_.pk): reverse("movement:round_edit", args=[round_.pk]),
             ("giay-moi", panel.pk): panel.get_absolute_url()}  # fmt: skip

    for paper, page in pages.items():
        assert reverse("appraisal:draft_asked", args=paper) in client.get(page).content.decode()


def test_those_who_only_read_are_refused_what_asks_first(client, launch):
    round_, _below, _specialist = launch
    panel = making.panel(making.rule_set(round_.campaign.unit))
    client.force_login(make.member(Role.STANDING, round_.campaign.unit))

    found = [asked(client, key, thing, {}).status_code for key, thing in (("giao-uoc", round_), ("giay-moi", panel))]

    assert found == [403, 403]
