"""Soát lỗi on whole texts: the source article to the letter, right prose without a false alarm, odd input in time."""

import datetime as dt
import time
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from kheo.core.vietnamese import Kind, mended, proofread
from kheo.demo.stories import STORIES
from kheo.demo.stories.directives import DIRECTIVES
from kheo.demo.stories.kinds import KINDS

NOW = dt.date(2026, 11, 23)
ARTICLE = Path(__file__).parents[3] / "kheo" / "demo" / "news" / "source-page.txt"
# What the four languages of a district, its towns and its people are written with, and what clerks shorten.
RIGHT = """
Đồng bào Bru - Vân Kiều, Pa Cô, Tà Ôi ở Đakrông, A Ngo, A Bung, Húc Nghì; người Ê Đê, M’Nông, K’Ho, H'Mông ở Đắk Lắk, Krông Pắc.
Nghệ nhân Hồ Văn Pờng, bản A Nôr; sông Mê Kông, Sê Pôn, Sê Băng Hiêng; Xavannakhẹt (Lào), Mátxcơva.
Chủ nghĩa Mác - Lênin, C.Mác, Ph.Ăngghen, V.I.Lênin.
UBND, HĐND, MTTQ, CLB, HTX, QĐ-TTg, Nghị quyết số 25-NQ/TW, Quyết định số 1719/QĐ-TTg ngày 14/10/2021, TP.HCM, TP. Đông Hà.
ThS. Lê Thị Hòa, PGS.TS Nguyễn Văn Mạnh, đ/c Bí thư, v.v.
Facebook, Zalo, YouTube, Internet, marketing, livestream, QR, VNeID, fanpage “made in Vietnam”, homestay ở làng.
Ôtô, bêtông, vắcxin, vắc-xin, xăng-ti-mét, axít, mácxít, cà phê Arabica, café.
Dài 1,8km, rộng 3,5m, 1.234,5 m², 30°C, 50.000đ/kg, 12/5, 8:30, 12h30, 7 - 8 m, 16-16-8, còn -5 độ, tỷ lệ 1 : 4, 100%.
Gửi về tinhuy@quangtri.gov.vn hoặc https://quangtri.gov.vn/tin,bai?x=a,b;c hoặc www.dcs.vn, tệp ke-hoach.docx.
Kính gửi: ................... ngày .... tháng .... năm ....; chữ ký ( ) và [ ].
Loăng quăng, ngoằn ngoèo, khúc khuỷu, huỵch toẹt, co quắp, quều quào, khuỵu gối, xoong nồi, tuýp, xe buýt, ắc quy.
Le château de la Loire est très beau. “Liberté, égalité, fraternité” là khẩu hiệu của Pháp.
Gồm: tôm, cá, mực... và nhiều thứ khác… Kinh tế-xã hội; Kim Tân – Hòa Hợp.
Bác nói: “Việc gì cũng phải học hỏi và bàn bạc với dân”. Hỏi: ai? Tốt! (Xem trang 5.)
""".strip().split("\n")


def texts(value) -> Iterator[str]:
    """Every text within plain data, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for each in value.values() for text in texts(each))
    elif isinstance(value, tuple | list | set | frozenset):
        yield from (text for each in value for text in texts(each))
    elif is_dataclass(value):
        yield from (text for field in fields(value) for text in texts(getattr(value, field.name)))


def test_the_source_article_has_just_the_slips_that_a_reader_counts():
    text = ARTICLE.read_text("utf-8")

    marks = proofread(text, on=dt.date(2020, 6, 1))

    assert [(mark.kind, text[mark.start - 7 : mark.end + 6], mark.found, mark.mend) for mark in marks] == [
        (Kind.SPACING, "kinh tế -xã hội", " -", " - "),
        (Kind.SPACING, "c phòng -an nin", " -", " - "),
        (Kind.SYLLABLE, "a Nhân dânào sự lã", "dânào", "dân vào"),
        (Kind.SPACING, "kinh tế -xã hội", " -", " - "),
        (Kind.SPACING, "c phòng -an nin", " -", " - "),
        (Kind.SPACING, "kinh tế -xã hội", " -", " - "),
        (Kind.SPACING, "kinh tế,...; mô h", ",...", None),
    ]
    assert mended(text, marks) == text.replace(" -xã", " - xã").replace(" -an", " - an").replace("dânào", "dân vào")


def test_the_source_article_written_today_is_also_told_of_the_district():
    text = ARTICLE.read_text("utf-8")

    told = [mark.found for mark in proofread(text, on=NOW) if mark.kind == Kind.BODY]

    assert told == ["Huyện Triệu Phong", "Ban Thường vụ Huyện ủy"]


def test_the_hand_written_stories_raise_no_alarm():
    story_texts = [text for text in texts((STORIES, DIRECTIVES, KINDS)) if " " in text]

    alarms = [(text, mark) for text in story_texts for mark in proofread(text, on=NOW) if mark.kind != Kind.BODY]

    assert len(story_texts) > 1500
    assert alarms == []


@pytest.mark.parametrize("text", RIGHT)
def test_right_text_raises_no_alarm(text):
    assert [mark for mark in proofread(text, on=NOW) if mark.kind != Kind.BODY] == []


def seconds(text) -> float:
    """The least time of a processor that three readings take."""
    least = []
    for _ in range(3):
        start = time.process_time()
        proofread(text, on=NOW)
        least.append(time.process_time() - start)
    return min(least)


def test_a_long_article_is_read_in_fifty_milliseconds():
    text = (ARTICLE.read_text("utf-8") * 6)[:20_000]

    assert len(text) == 20_000
    assert seconds(text) < 0.05


@pytest.mark.parametrize(
    "piece",
    """a|é|é |\u00a0|-|a -|“|”|"|.|,|a,|và |phát triển |\u0300|a\u0309\u0302|§¹|§¹i |@|a.vn|dânào|dânào |đxyạ |huyện A |Ban Dân vận
    |aа|a\u200b|(|( | )|\n|hoà hòa |1.|_|&a;|“a ,b"c” -d|ấ|a..|1 -|Quốc Hội |ĐA |Trieäu|ÖAöa|~""".split("|"),
)
def test_odd_long_input_is_read_in_time(piece):
    text = (piece * 20_000)[:20_000]

    assert seconds(text) < 0.5
    assert seconds(text + " é§¹i " + text[:9]) < 0.5
