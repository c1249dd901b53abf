"""What documents are read for, and what the reader of PDFs answers when it is not in a child."""

import io
import subprocess
import zipfile

import pytest
from pypdf import PdfWriter
from pypdf.annotations import FreeText

from kheo.core import children
from kheo.core.filechecks import BadFile, documents, kinds, pdf_child
from kheo.core.filechecks.words import plain_header

from . import samples


def stamp(content, kind):
    return documents.stamp_of(io.BytesIO(content), kinds.KINDS[kind])


def refusal(content, kind):
    with pytest.raises(BadFile) as caught:
        stamp(content, kind)
    return str(caught.value)


def with_extras(*, title="", note=""):
    writer = PdfWriter(io.BytesIO(samples.pdf("Bao cao")))
    if title:
        writer.add_metadata({"/Title": title})
    if note:
        writer.add_annotation(0, FreeText(text=note, rect=(50, 50, 200, 100)))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


ANSWERS = {
    "plain": (samples.pdf("Bao cao"), {"stamp": None}),
    "stamped": (samples.pdf("UBND xa", "TOI MAT"), {"stamp": "TỐI MẬT"}),
    "in the title": (with_extras(title="TUYỆT MẬT"), {"stamp": "TUYỆT MẬT"}),
    "in a note": (with_extras(note="MẬT"), {"stamp": "MẬT"}),
    "locked": (samples.pdf("Bao cao", password="bi"), {"bad": "locked"}),
    "broken": (b"%PDF-1.4 khong phai", {"bad": "broken"}),
}


@pytest.mark.parametrize(("content", "answer"), ANSWERS.values(), ids=list(ANSWERS))
def test_reader_of_pdfs_answers(content, answer):
    assert pdf_child.answer(content) == answer


def test_reader_that_runs_out_of_memory_says_that_it_is_too_long(monkeypatch):
    def greedy(content):
        raise MemoryError

    monkeypatch.setattr(pdf_child, "PdfReader", greedy)

    assert pdf_child.answer(b"") == {"bad": "long"}


@pytest.mark.parametrize(("code", "sentence"), [(-9, documents.PDF_LONG), (1, documents.PDF_BROKEN)])
def test_child_that_was_ended_is_told_from_one_that_fell(monkeypatch, code, sentence):
    ended = subprocess.CompletedProcess([], code, b"")
    monkeypatch.setattr(children.subprocess, "run", lambda *args, **kwargs: ended)

    assert refusal(b"", "pdf") == sentence


def test_child_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(documents, "PDF_SECONDS", 0.01)

    assert refusal(samples.pdf("Bao cao"), "pdf") == documents.PDF_LONG


def test_archive_with_a_password_is_refused():
    content = bytearray(samples.docx("a"))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        content[place + at] |= 1  # the bit that says "encrypted"

    assert refusal(bytes(content), "docx") == kinds.LOCKED


@pytest.mark.parametrize(("limit", "value"), [("MAX_PARTS", 1), ("MAX_UNPACKED", 10), ("MAX_TEXT", 10)])
def test_archive_beyond_any_limit_is_refused(monkeypatch, limit, value):
    monkeypatch.setattr(documents, limit, value)

    assert refusal(samples.docx("Biên bản"), "docx") == documents.BOMB


def test_part_with_a_wrong_checksum_is_a_broken_file():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/document.xml", samples.docx("a") and "<w:document/>")
        archive.writestr("word/media/a.bin", "abc" * 100)
    content = out.getvalue().replace(b"abcabc", b"abXabc", 1)

    assert refusal(content, "docx") == kinds.HALF


@pytest.mark.parametrize(("before", "after"), [("a\tMẬT", "MẬT"), ("a", None)])
def test_tab_parts_two_things_on_one_line(before, after):
    runs = [f"{part}</w:t><w:tab/><w:t>" for part in before.split("\t")]

    assert stamp(samples.docx(runs), "docx") == after


def test_name_of_a_sheet_is_read():
    parts = {"xl/workbook.xml": f'<workbook {samples._S}><sheets><sheet name="TUYỆT MẬT"/></sheets></workbook>'}

    assert stamp(samples.packed(parts), "xlsx") == "TUYỆT MẬT"


HEADERS = {'&L&"Times,Bold"&14MẬT&RTrang &P': "\nMẬT\nTrang ", "Danh sách": "Danh sách", "&C": "\n"}


@pytest.mark.parametrize(("written", "words"), HEADERS.items())
def test_header_is_read_without_its_looks(written, words):
    assert plain_header(written) == words
