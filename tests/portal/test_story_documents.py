"""A Word document becomes the text and photos of a story; one that is not, or hurts, is refused in a sentence."""

import io
import resource

import pytest

from kheo.core.filechecks import BadFile
from kheo.portal import stories
from kheo.portal.stories import docx, docx_child
from tests import make

from .word_documents import document, paragraph, picture, table


def read(content: bytes, name="bai.docx"):
    return stories.read(io.BytesIO(content), name)


def refusal(content: bytes, name="bai.docx") -> str:
    with pytest.raises(BadFile) as reason:
        read(content, name)
    return str(reason.value)


def test_text_headings_tables_and_photos_in_their_order():
    one, two = make.picture(), make.picture()

    told = read(
        document(
            paragraph("Đường mới ở An Mô", style="Heading1"), paragraph("Bà con ", bold=True), picture(1),
            table([["Thôn", "Mét"], ["An Mô", "120"]]), picture(2), picture(1), photos=[one, two],
        )
    )  # fmt: skip

    assert told.photos == (one, two)
    places = [
        told.html.index(words) for words in ("Đường mới", "<strong>Bà con", 'src="anh-0"', "<table>", 'src="anh-1"')
    ]
    assert places == sorted(places)
    assert told.html.count('src="anh-0"') == 2


def test_first_line_is_the_title_and_leaves_the_text():
    title, rest = read(document(paragraph("Đường mới ở An Mô", bold=True), paragraph("Mỗi nhà một việc."))).with_title()

    assert (title, rest.html) == ("Đường mới ở An Mô", "<p>Mỗi nhà một việc.</p>")


def test_a_first_line_as_long_as_a_paragraph_is_no_title():
    told = read(document(paragraph("a" * 201), paragraph("b")))

    assert told.with_title() == ("", told)


def test_photos_beyond_ten_are_left_out_and_counted():
    photos = [make.picture() for _ in range(12)]

    told = read(document(paragraph("Ảnh"), *(picture(n) for n in range(1, 13)), photos=photos))

    assert (len(told.photos), told.left_out) == (10, 2)


def test_text_in_a_font_of_before_unicode_is_read():
    words = "TriÖu Phong tiÕp tôc ®Èy m¹nh phong trµo thi ®ua d©n vËn khÐo ë c¬ së"

    told = read(document(paragraph(words), paragraph("Nh©n d©n &lt;x·&gt;")))

    assert (
        told.html
        == "<p>Triệu Phong tiếp tục đẩy mạnh phong trào thi đua dân vận khéo ở cơ sở</p><p>Nhân dân &lt;xã&gt;</p>"
    )


def test_bad_documents_are_refused_each_in_its_words():
    bomb = document(paragraph("x"), more={"word/media/to.xml": b" " * (45 * 2**20)})
    macro = document(paragraph("x"), more={"word/vbaProject.bin": b"x"})
    stamped = document(paragraph("MẬT"), paragraph("Báo cáo"))
    entity = document(
        more={"word/document.xml": '<!DOCTYPE d [<!ENTITY a "x">]><w:document xmlns:w="w">&a;</w:document>'}
    )

    assert "rỗng" in refusal(b"")
    assert "bung ra quá lớn" in refusal(bomb)
    assert "macro" in refusal(macro)
    assert "dấu “MẬT”" in refusal(stamped)
    assert "khai báo lạ" in refusal(entity)
    assert "hỏng" in refusal(document(paragraph("x"))[:-60])
    assert refusal(make.picture()) == docx.NO_WORD
    assert refusal(document(paragraph(" "))) == docx.EMPTY
    assert refusal(document(more={"word/document.xml": "<khac/>"})) == docx.BROKEN


def test_a_document_that_takes_too_long_ends_with_a_sentence(monkeypatch):
    monkeypatch.setattr(docx, "SECONDS", 0.01)

    assert refusal(document(paragraph("x"))) == docx.TOO_LONG


def test_a_document_that_eats_memory_ends_with_a_sentence(monkeypatch):
    def hungry(*args, **kwargs):
        raise MemoryError

    monkeypatch.setattr(docx_child.mammoth, "convert_to_html", hungry)

    assert docx_child.answer(document(paragraph("x"))) == {"bad": "long"}
    assert docx_child.MEMORY < 2**31
    assert resource.getrlimit(resource.RLIMIT_AS)[0] != docx_child.MEMORY  # the limit is the child's, not ours


def test_a_long_document_is_read_in_seconds():
    words = "Mỗi nhà một việc, mỗi người một tay, đường thôn nay đã phẳng phiu. " * 12

    told = read(document(*(paragraph(f"{n}. {words}") for n in range(400))))

    assert told.html.count("<p>") == 400
