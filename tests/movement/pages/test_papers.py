"""The registration form as a file: what Word and the PDF say is what the file of the model says."""

from io import BytesIO

import docx
import pdfplumber
import pytest
from django.urls import reverse

from kheo.accounts.roles import Role
from kheo.documents.texts import REGISTRATION_ITEMS
from tests import make

pytestmark = pytest.mark.django_db

LONG = ("Vận động đồng bào hiến đất, góp công mở rộng đường ngõ xóm ở thôn Ngõ Khuỷu Quẹo Nguỵ Yễn Ỷ Ỹ " * 3)[:200]
WRITTEN = {
    "situation": "Đường hẹp, xe cứu hỏa không vào được.\nMùa mưa ngập.",
    "goal": "Mở rộng 1,2 km đường.",
    "method": "Họp từng xóm; đo đạc công khai.",
    "audience": "Các hộ dọc tuyến.",
    "resources_plan": "Nhân dân góp 300 ngày công.",
    "schedule": "Đánh giá vào quý III.",
    "products": "Biên bản nghiệm thu.",
    "sustain": "Tổ tự quản giữ gìn.",
}


def read(client, name, *args):
    return client.get(reverse(name, args=args))


def words(answer):
    """Every paragraph of a Word file, in its order."""
    return [one.text for one in docx.Document(BytesIO(b"".join(answer.streaming_content))).paragraphs]


@pytest.fixture
def court(client):
    unit = make.unit("xã Ái Tử")
    exemplar = make.exemplar(LONG, unit=unit, place_detail="thôn Ngô Xá", **WRITTEN)
    make.outcome(exemplar)
    exemplar.participants.create(name="Hội Nông dân xã", role="lead", part="vận động hội viên")
    exemplar.participants.create(name="Xã đoàn", role="member")
    client.force_login(make.member(Role.OFFICER, unit))
    return exemplar


def test_the_form_says_the_ten_items_of_the_file(client, court):
    make.registration(court, round=make.round(2025))
    answers = [
        [LONG],
        ["Đường hẹp, xe cứu hỏa không vào được.", "Mùa mưa ngập."],
        ["Mở rộng 1,2 km đường."],
        ["Họp từng xóm; đo đạc công khai."],
        ["thôn Ngô Xá, xã Ái Tử", "Các hộ dọc tuyến."],
        ["Hội Nông dân xã (chủ trì): vận động hội viên", "Xã đoàn (tham gia)"],
        ["Nhân dân góp 300 ngày công."],
        ["Bắt đầu: 15/01/2026.", "Đánh giá vào quý III."],
        ["Biên bản nghiệm thu.", "Đất hiến: 900 m²"],
        ["Tổ tự quản giữ gìn."],
    ]
    expected = [
        text
        for number, (item, (first, *rest)) in enumerate(zip(REGISTRATION_ITEMS, answers, strict=True), 1)
        for text in (f"{number}. {item}: {first}", *rest)
    ]

    answer = read(client, "movement:exemplar_form", court.pk, "word")
    found = words(answer)

    assert answer["Content-Disposition"].startswith('attachment; filename="phieu-dang-ky-mo-hinh-dien-hinh')
    assert answer["Cache-Control"] == "private, no-store"
    start = found.index(expected[0])
    assert found[start : start + len(expected)] == expected
    assert found[start - 2 : start] == ["Đơn vị đăng ký: Xã Ái Tử", "Lĩnh vực: Văn hóa - xã hội"]


def test_the_form_of_a_registration_is_of_its_own_round(client, court):
    now, former = make.registration(court, round=make.round(2026)), make.registration(court, round=make.round(2024))

    said = ["\n".join(words(read(client, "movement:registration_form", each.pk, "word"))) for each in (now, former)]

    assert [("năm 2026" in text, "năm 2024" in text) for text in said] == [(True, False), (False, True)]


def test_what_the_file_lacks_is_dotted(client, court):
    type(court).objects.filter(pk=court.pk).update(situation="", goal="  ")

    found = words(read(client, "movement:exemplar_form", court.pk, "word"))

    empty = [line.split(":")[0] for line in found if line[:1].isdigit() and line.rstrip("\t .…").endswith(":")]
    assert empty == [f"{number}. {REGISTRATION_ITEMS[number - 1]}" for number in (2, 3)]


def test_the_pdf_holds_every_letter_of_a_long_name(client, court):
    answer = read(client, "movement:exemplar_form", court.pk, "pdf")
    with pdfplumber.open(BytesIO(b"".join(answer.streaming_content))) as pdf:
        text = " ".join(page.extract_text() for page in pdf.pages)

    assert " ".join(LONG.split()) in " ".join(text.split())


def test_the_blank_form_names_no_unit_and_asks_all_ten(client, court):
    found = words(read(client, "movement:registration_blank_word"))

    assert [line.split(":")[0] for line in found if line[:1].isdigit()] == [
        f"{number}. {item}" for number, item in enumerate(REGISTRATION_ITEMS, 1)
    ]
    assert court.name not in "\n".join(found)


def test_a_letter_that_no_font_has_is_said_on_the_page(client, court):
    type(court).objects.filter(pk=court.pk).update(goal="Mục tiêu 漢")

    answer = client.get(reverse("movement:exemplar_form", args=[court.pk, "pdf"]), follow=True)

    assert answer.redirect_chain == [(court.get_absolute_url(), 302)]
    assert "漢" in answer.content.decode()


def test_a_neighbour_has_no_form_of_it(client, court):
    client.force_login(make.member(Role.OFFICER, make.unit()))

    assert read(client, "movement:exemplar_form", court.pk, "word").status_code == 404
