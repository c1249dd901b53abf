"""Pages of papers, registers, templates and styles: what is shown and said, and that nothing typed is lost."""

import io
import re
from datetime import date

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import strip_tags
from pypdf import PdfReader

from kheo.accounts.roles import Role
from kheo.documents.actions import issuing, numbers
from kheo.documents.models import NumberRegister, PaperHead, PaperRecord, PaperTemplate, RegisterEntry
from kheo.documents.paper import Paragraph
from tests import make

pytestmark = pytest.mark.django_db
DAY = date(2026, 10, 9)
SIGNED = {"on": "09/10/2026", "signer": "Lê Quang Vinh", "signer_title": "Bí thư"}


@pytest.fixture
def unit():
    return make.unit("xã Ái Tử")


@pytest.fixture
def clerk(unit):
    return make.member(Role.SPECIALIST, unit, full_name="Trần Thị Lan")


@pytest.fixture
def client(clerk):
    return signed_in(clerk)


def signed_in(person):
    browser = Client()
    browser.force_login(person)
    return browser


def read(answer):
    return " ".join(strip_tags(answer.content.decode()).split())


def page(name, *args):
    return reverse(f"documents:{name}", args=args)


def body(answer):
    return b"".join(answer.streaming_content)


def pdf_file(name="ban-ky.pdf"):
    return SimpleUploadedFile(name, make.scan(), "application/pdf")


def listed(client, **query):
    return [row.title for row in client.get(page("paper_list"), query).context["page"].rows]


def test_the_list_is_narrowed_by_kind_stage_number_and_what_is_lacking(client, unit, clerk):
    make.paper_record(unit=unit, about="tờ trình đầu")
    make.paper_record(unit=unit, about="danh sách kèm", kind="list")
    make.issued_paper(unit=unit, by=clerk, about="đã có số", number="127", scanned=False)
    make.issued_paper(unit=unit, by=clerk, about="chờ người", wants_confirmation=True)
    make.issued_paper(about="của xã khác")

    assert listed(client) == ["chờ người", "đã có số", "danh sách kèm", "tờ trình đầu"]
    assert listed(client, loai="list") == ["danh sách kèm"]
    assert listed(client, buoc="issued") == ["chờ người", "đã có số"]
    assert listed(client, con_thieu="ban-quet") == ["đã có số"]
    assert listed(client, con_thieu="xac-nhan") == ["chờ người"]
    assert listed(client, q="127-ttr") == ["đã có số"]
    assert listed(client, q="to trinh dau") == ["tờ trình đầu"]
    assert listed(client, nam="2026") == ["chờ người", "đã có số"]
    assert listed(client, nam="2020") == []
    assert len(listed(client, nam="x")) == 4


def test_the_list_costs_the_same_for_one_row_and_three(
    client, unit, django_assert_num_queries, django_assert_max_num_queries
):
    make.paper_record(unit=unit)
    with django_assert_max_num_queries(30) as few:
        client.get(page("paper_list"))
    make.paper_record(unit=unit)
    make.issued_paper(unit=unit)

    with django_assert_num_queries(len(few)):
        client.get(page("paper_list"))


def test_the_rail_counts_papers_that_lack_something(client, unit):
    make.issued_paper(unit=unit, scanned=False)
    make.issued_paper(unit=unit, wants_confirmation=True)
    make.issued_paper(unit=unit)

    lines = [line for _, items in client.get(page("paper_list")).context["rail"] for line in items]

    assert [(label, count) for label, _, count, _ in lines if label == "Văn bản"] == [("Văn bản", 2)]


def test_a_draft_is_handed_out_as_word_and_pdf_with_blanks_for_number_and_day(client, unit):
    row = make.paper_record(unit=unit, about="đề nghị “công nhận” <&>")

    word = client.get(page("paper_file", row.pk, "word"))
    pdf = client.get(page("paper_file", row.pk, "pdf"))

    texts = [cell.text for table in docx.Document(io.BytesIO(body(word))).tables for cell in table._cells]
    assert any(re.search(r"Số\s{6,}-TTr/ĐU", text) for text in texts)
    assert "đề nghị “công nhận” <&>" in PdfReader(io.BytesIO(body(pdf))).pages[0].extract_text()
    assert pdf["Content-Disposition"] == f'attachment; filename="to-trinh-de-nghi-cong-nhan-{row.pk}.pdf"'
    assert (pdf["Cache-Control"], pdf["X-Content-Type-Options"]) == ("private, no-store", "nosniff")


def test_once_issued_its_number_and_day_are_filled_in(client, unit):
    row = make.issued_paper(unit=unit, number="05")

    text = PdfReader(io.BytesIO(body(client.get(page("paper_file", row.pk, "pdf"))))).pages[0].extract_text()

    assert "Số 05-TTr/ĐU" in text
    assert "ngày 09 tháng 10 năm 2026" in text


def test_a_draft_is_drawn_the_same_again(client, unit):
    row = make.paper_record(unit=unit)

    one, two = (
        PdfReader(io.BytesIO(body(client.get(page("paper_file", row.pk, "pdf"))))).pages[0].extract_text()
        for _ in range(2)
    )

    assert one == two


def test_a_letter_that_no_font_holds_is_said_and_not_printed_as_a_hole(client, unit):
    row = make.paper_record(unit=unit, body=(Paragraph("Chữ 漢 không có trong phông."),))

    answer = client.get(page("paper_file", row.pk, "pdf"), follow=True)

    assert "漢" in read(answer)
    assert answer.status_code == 200


def test_the_scan_is_handed_out_as_it_came_and_only_where_there_is_one(client, unit):
    row = make.issued_paper(unit=unit)
    bare = make.issued_paper(unit=unit, scanned=False)

    answer = client.get(page("paper_file", row.pk, "ban-quet"))

    assert body(answer).startswith(b"%PDF-")
    assert 'filename="ban-ky.pdf"' in answer["Content-Disposition"]
    assert client.get(page("paper_file", bare.pk, "ban-quet")).status_code == 404
    assert client.get(page("paper_file", bare.pk, "word-mau")).status_code == 404


def test_the_office_s_own_template_is_used_where_there_is_one(client, unit):
    make.paper_template(unit=unit)
    row = make.paper_record(unit=unit, about="về đường hoa")

    answer = client.get(page("paper_file", row.pk, "word-mau"))

    paragraphs = [one.text for one in docx.Document(io.BytesIO(body(answer))).paragraphs]
    assert paragraphs == ["Đảng ủy xã Ái Tử", "về đường hoa"]
    assert "Bản Word theo mẫu của đơn vị" in read(client.get(row.get_absolute_url()))


def test_issuing_by_hand_says_what_is_wrong_and_keeps_what_was_typed(client, unit):
    row = make.paper_record(unit=unit)

    refused = client.post(page("paper_issue", row.pk), {**SIGNED, "number": "", "on": "31/02/2026"})
    done = client.post(page("paper_issue", row.pk), {**SIGNED, "number": "127", "scan": pdf_file()}, follow=True)

    assert refused.status_code == 200
    assert "Chưa ghi số." in read(refused)
    assert 'value="Lê Quang Vinh"' in refused.content.decode()
    assert 'value="31/02/2026"' in refused.content.decode()
    assert "Đã ghi số, ngày, người ký." in read(done)
    row.refresh_from_db()
    assert (row.symbol, row.scan_name) == ("127-TTr/ĐU", "ban-ky.pdf")


def test_the_signer_of_the_draft_stands_in_the_form(client, unit):
    row = make.paper_record(unit=unit)

    form = client.get(page("paper_issue", row.pk)).context["form"]

    assert (form["signer"].value(), form["signer_title"].value()) == ("Lê Quang Vinh", "Bí thư")
    assert [*form.fields] == ["number", "on", "signer", "signer_title", "scan"]


def test_issuing_from_the_register_takes_the_next_number(client, unit):
    make.number_register(unit=unit)
    rows = [make.paper_record(unit=unit) for _ in range(2)]
    register = NumberRegister.objects.get()
    asked = {**SIGNED, "manner": "so", "register": register.pk, "number": "không dùng"}

    for row in rows:
        client.post(page("paper_issue", row.pk), asked)

    assert list(PaperRecord.objects.order_by("pk").values_list("symbol", flat=True)) == ["01-TTr/ĐU", "02-TTr/ĐU"]
    assert "Sổ văn bản đi" in read(client.get(rows[0].get_absolute_url()))


def test_a_register_that_refuses_says_so_in_the_form(client, unit, clerk):
    register = make.number_register(unit=unit)
    numbers.take(register, kind="submission", on=date(2026, 11, 1), title="x", by=clerk)
    row = make.paper_record(unit=unit)

    answer = client.post(page("paper_issue", row.pk), {**SIGNED, "manner": "so", "register": register.pk})

    assert "Văn bản ngày 09/10/2026 đến sau thì chèn số, ví dụ 01a" in read(answer)
    assert RegisterEntry.objects.count() == 1


def test_a_double_click_issues_once(client, unit):
    make.number_register(unit=unit)
    register = NumberRegister.objects.get()
    row = make.paper_record(unit=unit)
    sent = {**SIGNED, "manner": "so", "register": register.pk, "once": "mot-lan"}

    answers = [client.post(page("paper_issue", row.pk), sent, follow=True) for _ in range(2)]

    assert "đã được ghi nhận từ lần bấm trước" in read(answers[1])
    assert RegisterEntry.objects.count() == 1


def test_a_paper_that_is_issued_is_not_issued_again(client, unit):
    row = make.issued_paper(unit=unit)

    assert "không ghi ban hành lại được" in read(client.get(page("paper_issue", row.pk), follow=True))


def test_one_enters_and_another_confirms(client, unit, clerk):
    row = make.issued_paper(unit=unit, by=clerk, wants_confirmation=True)
    head = signed_in(make.member(Role.HEAD, unit, full_name="Nguyễn Hữu Trưởng"))

    assert "Người xác nhận phải khác người nhập số, ngày" in read(client.get(row.get_absolute_url()))
    assert "phải khác người nhập" in read(client.post(page("paper_confirm", row.pk), follow=True))
    assert "Xác nhận đúng với bản đã ký" in read(head.get(row.get_absolute_url()))
    assert "Đã xác nhận." in read(head.post(page("paper_confirm", row.pk), follow=True))
    assert "Nguyễn Hữu Trưởng" in read(client.get(row.get_absolute_url()))
    assert "không sửa được" in read(client.get(page("paper_correct", row.pk), follow=True))


def test_a_number_from_the_register_cannot_be_typed_over(client, unit, clerk):
    register = make.number_register(unit=unit)
    row = make.paper_record(unit=unit)
    issuing.issue(row, on=DAY, signer="Lê Quang Vinh", register=register, by=clerk)

    client.post(page("paper_correct", row.pk), {
        "number": "99", "on": "01/01/2026", "signer": "Phạm Văn Bảy", "signer_title": "", "note": "gõ nhầm tên",
    })  # fmt: skip

    row.refresh_from_db()
    assert (row.symbol, row.issued_on, row.signer) == ("01-TTr/ĐU", DAY, "Phạm Văn Bảy")


def test_a_scan_that_is_no_pdf_is_refused_with_a_sentence(client, unit):
    row = make.issued_paper(unit=unit, scanned=False)

    nothing = client.post(page("paper_scan", row.pk), follow=True)
    photo = client.post(page("paper_scan", row.pk), {"scan": SimpleUploadedFile("a.jpg", make.picture())}, follow=True)
    done = client.post(page("paper_scan", row.pk), {"scan": pdf_file()}, follow=True)

    assert ["Chưa chọn tệp." in read(nothing), "cần là tệp PDF" in read(photo), "Đã gửi bản quét." in read(done)] == [
        True
    ] * 3


def test_withdrawing_asks_by_which_paper_and_why(client, unit):
    row = make.issued_paper(unit=unit)

    refused = client.post(page("paper_withdraw", row.pk), {"by_paper": "QĐ 31", "on": "01/10/2026", "note": "sai"})
    done = client.post(
        page("paper_withdraw", row.pk), {"by_paper": "QĐ 31", "on": "10/10/2026", "note": "sai"}, follow=True
    )
    again = client.get(page("paper_withdraw", row.pk), follow=True)

    assert "không trước ngày ban hành 09/10/2026" in read(refused)
    assert "theo QĐ 31" in read(done)
    assert "Chỉ ghi thu hồi với văn bản đã ban hành" in read(again)


def test_a_name_that_is_no_more_and_a_number_used_twice_are_told(client, unit):
    make.issued_paper(unit=unit, about="văn bản thứ nhất", number="05")
    row = make.issued_paper(unit=unit, body=(Paragraph("Kính gửi Huyện ủy Triệu Phong."),), number="05")

    text = read(client.get(row.get_absolute_url()))

    assert "“Huyện ủy”" in text
    assert "còn có một văn bản khác. Văn bản thứ nhất" in text


def test_a_standing_member_reads_and_has_no_button(unit):
    standing = signed_in(make.member(Role.STANDING, unit))
    row = make.paper_record(unit=unit)

    text = read(standing.get(row.get_absolute_url()))

    assert "Bản PDF/A" in text
    assert ["Ghi số, ngày ban hành" in text, "Bỏ dự thảo" in text] == [False, False]


def test_a_register_is_set_up_begun_after_and_read(client, unit):
    sent = {
        "unit": unit.pk, "form": "party", "name": "Sổ đi", "starts": "01/07/2025", "ends": "", "manner": "loai",
    }  # fmt: skip
    refused = client.post(page("register_new"), sent)
    client.post(page("register_new"), {**sent, "ends": "30/06/2030"})
    register = NumberRegister.objects.get()
    overlap = client.post(page("register_new"), {**sent, "ends": "30/06/2030"})
    client.post(page("register_begin", register.pk), {"kind": "decision", "last": "56"})
    take = {"kind": "decision", "on": "09/10/2026", "title": "Về tổ công tác"}
    taken = client.post(page("register_take", register.pk), take, follow=True)
    inserted = client.post(
        page("register_insert", register.pk), {**take, "said": "57a", "reason": "đến sau"}, follow=True
    )
    wrong = client.post(page("register_insert", register.pk), {**take, "said": "57a", "reason": "đến sau"})

    assert "hãy ghi ngày cuối nhiệm kỳ" in read(refused)
    assert "đã có sổ “Sổ đi”" in read(overlap)
    assert "Số 57 (QĐ)." in read(taken)
    assert "Số 57a (QĐ)." in read(inserted)
    assert "Số 57a đã có trong sổ." in read(wrong)
    shown = client.get(register.get_absolute_url())
    (one,) = shown.context["lines"]
    assert (one.line.opening, one.line.last, one.line.next, one.taken, one.inserted, one.missing) == (
        56,
        57,
        "58",
        1,
        1,
        (),
    )
    assert "Chèn: đến sau" in read(shown)


def test_a_register_page_costs_the_same_for_one_number_and_three(client, unit, clerk):
    register = make.number_register(unit=unit)
    numbers.take(register, kind="decision", on=DAY, title="x", by=clerk)
    before = cost(client, register.get_absolute_url())
    for kind in ("decision", "submission"):
        numbers.take(register, kind=kind, on=DAY, title="x", by=clerk)

    assert cost(client, register.get_absolute_url()) == before


def cost(client, address):
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)


def test_a_template_with_mistakes_is_told_each_at_its_field(client, unit):
    def send(*lines):
        word = SimpleUploadedFile("mau.docx", make.word_file(*lines))
        sent = {"unit": unit.pk, "kind": "decision", "form": "party", "file": word}
        return client.post(page("template_new"), sent, follow=True)

    refused = send("{{ mot }}", "{{ hai }}")
    done = send("{{ trich_yeu }}")

    assert [f"Không có trường tên “{name}”" in read(refused) for name in ("mot", "hai")] == [True, True]
    assert "Mẫu “mau.docx” đã dùng được" in read(done)
    assert PaperTemplate.objects.current().count() == 1


def test_a_template_is_filled_with_sample_values_to_be_looked_at(client, unit):
    row = make.paper_template(unit=unit)

    filled = docx.Document(io.BytesIO(body(client.get(page("template_file", row.pk, "thu")))))
    plain = docx.Document(io.BytesIO(body(client.get(page("template_file", row.pk, "goc")))))

    assert filled.paragraphs[0].text == "Đảng ủy xã Mẫu"
    assert plain.paragraphs[0].text == "{{ co_quan_ban_hanh }}"


def test_the_style_of_an_office_is_kept_for_both_forms(client, unit):
    sent = {
        "form": "state", "spelling": "new", "party-symbol": "ĐU", "party-signer": " Lê  Quang Vinh ",
        "party-signer_title": "Bí thư", "state-issuer": "UBND xã Ái Tử",
    }  # fmt: skip

    answer = client.post(page("style_edit", unit.pk), sent, follow=True)
    shown = client.get(page("style_edit", unit.pk)).context

    assert "Đã lưu." in read(answer)
    assert sorted(PaperHead.objects.values_list("form", "symbol", "issuer", "signer")) == [
        ("party", "ĐU", "", "Lê Quang Vinh"), ("state", "", "UBND xã Ái Tử", ""),
    ]  # fmt: skip
    assert (shown["form"]["form"].value(), shown["form"]["spelling"].value()) == ("state", "new")
    assert "Để trống thì ghi “Đảng ủy xã Ái Tử”." in read(client.get(page("style_edit", unit.pk)))
