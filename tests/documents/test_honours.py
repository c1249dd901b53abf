"""The honours day's papers, all from one list: who comes when, what is said, signs, slides, booklet."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO

import docx
import pypdf
import pytest

from kheo.documents.honours import (
    Ceremony,
    Guest,
    Honoured,
    Step,
    invitations,
    order_of_award,
    running_script,
    to_booklet,
    to_name_signs,
    to_slides,
)
from kheo.documents.honours.prints import STORY_ON_SLIDE, shortened
from kheo.documents.paper import Form, Table
from kheo.documents.typesetting import MissingLetter, to_docx, to_pdf, to_pdf_together
from tests.documents.reading import ReadPdf
from tests.documents.samples import OFFICES, TODAY
from tests.documents.test_verbatim import TRICKY, letters_of

STORY = "Mỗi hộ chăm một đoạn đường trước nhà; thôn không còn rác ven đường. "
PRAISED = tuple(
    Honoured(f"Tập thể số {number}", "Giấy khen", f"Thôn {number}", ("Kinh tế", "Văn hóa - xã hội")[number % 2], STORY * number)
    for number in range(1, 8)
)  # fmt: skip
KNOWN = tuple(Honoured(f"Mô hình số {number}", "Giấy chứng nhận", "Xã Ái Tử", "", STORY) for number in range(1, 4))
GUESTS = (Guest("Hồ Thị Kăn Sương", "Trưởng thôn Hà Xá"), Guest("Lê Quang Chiến"))
DAY = Ceremony(
    office=OFFICES[Form.PARTY],
    title="Lễ biểu dương điển hình “Dân vận khéo” năm 2026",
    when=datetime(2026, 10, 15, 7, 30),
    where="Nhà văn hóa xã Ái Tử",
    honoured=(*PRAISED, *KNOWN),
    guests=GUESTS,
    giver="đồng chí Bí thư Đảng ủy",
    per_turn=5,
)


def table_of(paper):
    (table,) = [block for block in paper.body if isinstance(block, Table)]
    return table


def test_turns_hold_at_most_so_many_and_one_award_each():
    assert [(turn, award, len(honoured)) for turn, award, honoured in DAY.turns()] == [
        (1, "Giấy khen", 5),
        (2, "Giấy khen", 2),
        (3, "Giấy chứng nhận", 3),
    ]


def test_the_order_of_award_lists_everybody_once_in_their_turn():
    rows = table_of(order_of_award(DAY)).rows

    assert [(row[0], row[1], row[2]) for row in rows] == [
        *[("1", str(n), f"Tập thể số {n}") for n in range(1, 6)],
        *[("2", str(n), f"Tập thể số {n}") for n in (6, 7)],
        *[("3", str(n), f"Mô hình số {n - 7}") for n in (8, 9, 10)],
    ]


def test_the_running_script_tells_the_hour_of_each_step_and_the_names_to_call():
    day = replace(DAY, before=(Step(20, "Đón tiếp"),), after=(Step(10, "Bế mạc", "Chủ trì"),))

    rows = table_of(running_script(day)).rows

    assert [(row[0], row[1], row[2]) for row in rows] == [
        ("07:30", "Đón tiếp", "Người dẫn chương trình"),
        ("07:50", "Trao Giấy khen, lượt 1 (05)", "đồng chí Bí thư Đảng ủy"),
        ("07:55", "Trao Giấy khen, lượt 2 (02)", "đồng chí Bí thư Đảng ủy"),
        ("08:00", "Trao Giấy chứng nhận, lượt 3 (03)", "đồng chí Bí thư Đảng ủy"),
        ("08:05", "Bế mạc", "Chủ trì"),
    ]
    assert rows[2][3].endswith("Xin mời lên nhận: Tập thể số 6; Tập thể số 7.")


def test_papers_of_the_day_can_be_printed_and_edited():
    for paper in (order_of_award(DAY), running_script(DAY)):
        assert ReadPdf(to_pdf(paper, today=TODAY)).has(paper.title.upper())
        assert docx.Document(BytesIO(to_docx(paper, today=TODAY))).tables


def test_every_guest_has_an_invitation_in_one_file():
    pdf = ReadPdf(to_pdf_together(invitations(DAY), today=TODAY))

    invited = [line.text for line in pdf.lines if line.bold and line.base < 120 and line.text.startswith(("Hồ", "Lê"))]

    assert invited == ["Hồ Thị Kăn Sương, Trưởng thôn Hà Xá", "Lê Quang Chiến"]
    assert len(pdf.pages) == 2
    assert pdf.line("07 giờ 30 phút, ngày 15 tháng 10 năm 2026", page=2)


def test_a_name_sign_reads_from_both_sides_of_its_fold():
    pdf = ReadPdf(to_name_signs(GUESTS, today=TODAY))
    first = [one for one in pdf.inked if one[0] == 1]
    letters = letters_of("Hồ Thị Kăn Sương, Trưởng thôn Hà Xá".replace(",", ""))

    assert [(round(page.width), round(page.height)) for page in pdf.pages] == [(297, 210)] * 2
    assert sorted(one[4] for one in first if one[1] < 105) == sorted(letters)
    assert sorted(one[4] for one in first if one[1] > 105) == sorted(letters)


def test_slides_are_wide_and_show_everybody_in_the_order_of_award():
    pdf = ReadPdf(to_slides(DAY, today=TODAY))
    names = [one.name for one in DAY.honoured]

    assert len(pdf.pages) == len(names) + 2
    assert {round(page.width / page.height, 3) for page in pdf.pages} == {round(16 / 9, 3)}
    assert [line.text for line in pdf.lines if line.text in names] == names
    assert all(left > 0 and right < 254 and 0 < base < 143 for _, base, left, right, _ in pdf.inked)


def test_a_story_is_cut_at_a_word_on_the_slide_and_whole_in_the_booklet():
    told = shortened(STORY * 10, STORY_ON_SLIDE)

    assert len(told) <= STORY_ON_SLIDE + 1
    assert told.endswith("…")
    assert (STORY * 10).startswith(told[:-1])
    assert shortened(STORY, STORY_ON_SLIDE) == STORY


def test_the_booklet_tells_everybodys_story_by_field():
    pdf = ReadPdf(to_booklet(DAY, today=TODAY))
    all_text = " ".join(line.text for line in pdf.lines)

    assert {(round(page.width), round(page.height)) for page in pdf.pages} == {(148, 210)}
    assert all_text.split().count("Mỗi") == sum(range(1, 8)) + 3  # each story says it as often as its number
    assert all(f" {name} " in f" {all_text} " for name in ("Kinh tế", "Văn hóa - xã hội", "Lĩnh vực khác"))
    assert pdf.has("10 gương được biểu dương")


@pytest.mark.parametrize("name", [*TRICKY, "Ệ" * 200, "Nguyễn " * 28 + "Ỹ"])
def test_any_name_fits_everything_that_is_printed(name):
    day = replace(DAY, honoured=(replace(PRAISED[0], name=name),), guests=(Guest(name),))

    slides = ReadPdf(to_slides(day, today=TODAY))
    signs = ReadPdf(to_name_signs(day.guests, today=TODAY))
    booklet = ReadPdf(to_booklet(day, today=TODAY))

    assert [len(slides.pages), len(signs.pages)] == [3, 1]
    for pdf, width in ((slides, 254), (signs, 297)):
        assert letters_of(name) in letters_of("".join(line.text for line in pdf.lines))
        assert all(left > 0 and right < width for _, _, left, right, _ in pdf.inked)
    assert all(left > 15 and right < 133 for _, _, left, right, _ in booklet.inked)


@pytest.mark.parametrize("make", [to_slides, to_booklet])
def test_everything_printed_is_pdf_a_and_misses_no_letter(make):
    file = pypdf.PdfReader(BytesIO(make(DAY, today=TODAY)))

    assert b"<pdfaid:part>2</pdfaid:part>" in file.trailer["/Root"]["/Metadata"].get_data()
    with pytest.raises(MissingLetter, match="“漢”"):
        make(replace(DAY, title="Lễ 漢"), today=TODAY)


def test_no_guests_no_signs():
    with pytest.raises(ValueError, match="Chưa có tên nào"):
        to_name_signs((), today=TODAY)
