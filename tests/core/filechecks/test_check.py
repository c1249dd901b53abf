"""Every bad file gets its sentence; good ones are told by content, not by name."""

import io
import unicodedata

import pytest

from kheo.core.filechecks import BadFile, check, clean_name, documents, kinds, photos, refuse_early

from . import samples

MEGABYTE = 1024 * 1024


def checked(content, name="tep.jpg"):
    return check(io.BytesIO(content), name)


def refusal(content, name="tep.jpg"):
    with pytest.raises(BadFile) as caught:
        checked(content, name)
    return str(caught.value)


GOOD = {
    "a.jpg": (samples.photo(), "jpg"),
    "a.png": (samples.photo(kind="PNG"), "png"),
    "a.webp": (samples.photo(kind="WEBP"), "webp"),
    "a.pdf": (samples.pdf("Bao cao"), "pdf"),
    "a.docx": (samples.docx("Báo cáo"), "docx"),
    "a.xlsx": (samples.xlsx("Báo cáo"), "xlsx"),
}


@pytest.mark.parametrize(("name", "content", "kind"), [(n, c, k) for n, (c, k) in GOOD.items()], ids=list(GOOD))
def test_each_kind_we_take_is_told_by_its_content(name, content, kind):
    found = checked(content, name)

    assert (found.kind.key, found.name, found.size, found.notes) == (kind, name, len(content), ())


@pytest.mark.parametrize("content", [content for content, _ in GOOD.values()], ids=list(GOOD))
def test_any_kind_cut_in_half_is_refused(content):
    assert refusal(content[: len(content) // 2], "nua.bin") in (kinds.HALF, documents.PDF_BROKEN)


def test_wrong_end_of_a_name_is_put_right_and_said():
    found = checked(samples.photo(kind="PNG"), "Biên bản.pdf")

    assert found.name == "Biên bản.pdf.png"
    assert found.notes == ("Tên tệp là “Biên bản.pdf” nhưng bên trong là ảnh PNG; đã lưu thành “Biên bản.pdf.png”.",)


HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 400
MP4 = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + b"\0" * 400
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000
BAD = {
    "empty": (b"", kinds.EMPTY),
    "spaces": (b" \n\0\0\n", kinds.EMPTY),
    "heic": (HEIC, kinds.HEIC),
    "film": (MP4, kinds.FILM),
    "sound": (b"ID3\x04" + b"\0" * 500, kinds.FILM),
    "svg": (b'\xef\xbb\xbf\n<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', kinds.PAGE),
    "html": (b"<!DOCTYPE html><script>alert(1)</script>", kinds.PAGE),
    "old word": (OLE, kinds.OLD),
    "locked word": (OLE + "EncryptedPackage".encode("utf-16-le"), kinds.LOCKED),
    "zip": (samples.packed({"a.txt": "a"}), kinds.PACKED),
    "macro": (samples.docx("a", parts={"word/vbaProject.bin": "x"}), kinds.MACRO),
    "gzip": (b"\x1f\x8b\x08" + b"\0" * 100, kinds.PACKED),
    "pdf with a password": (samples.pdf("Bao cao", password="bi"), kinds.LOCKED),
    "no pdf": (b"%PDF-1.7\n" + b"\0" * 300, documents.PDF_BROKEN),
    "outside entity": (
        samples.docx("a", inside='<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), documents.STRANGE,
    ),
    "broken xml": (samples.packed({"word/document.xml": "<w:document"}), kinds.HALF),
    "broken list of parts": (samples.docx("a").replace(b"PK\x01\x02", b"PK\x01\x03"), kinds.HALF),
    "program": (b"\x7fELF" + b"\0" * 500, f"Loại tệp này không nhận được. {kinds.TAKEN}"),
    "text": ("Báo cáo kết quả".encode(), f"Loại tệp này không nhận được. {kinds.TAKEN}"),
    "gif": (b"GIF89a" + b"\0" * 300, f"Loại tệp này không nhận được. {kinds.TAKEN}"),
    "slides": (samples.packed({"ppt/presentation.xml": "<p/>"}), f"Loại tài liệu này chưa nhận. {kinds.TAKEN}"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "sentence"), BAD.values(), ids=list(BAD))
def test_bad_file_is_refused_whatever_its_name(content, sentence):
    assert refusal(content, "anh.jpg") == sentence
    assert refusal(content, "van-ban.pdf") == sentence


def test_pdf_that_forbids_only_printing_is_read():
    assert checked(samples.pdf("Bao cao", empty_user=True), "a.pdf").kind.key == "pdf"


def test_pdf_that_carries_another_file_is_refused():
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(io.BytesIO(samples.pdf("Bao cao"))))
    writer.add_attachment("kem.txt", b"x")
    out = io.BytesIO()
    writer.write(out)

    assert refusal(out.getvalue(), "a.pdf") == documents.PDF_CARRIES


def test_pdf_with_too_many_pages_is_refused():
    from pypdf import PdfWriter

    writer = PdfWriter()
    for _ in range(501):
        writer.add_blank_page(10, 10)
    out = io.BytesIO()
    writer.write(out)

    assert refusal(out.getvalue(), "a.pdf") == documents.PDF_LONG


STAMPED = {
    "pdf": samples.pdf("HUYEN UY TRIEU PHONG", "TUYET MAT", "Bao cao"),
    "docx": samples.docx("HUYỆN ỦY", "Số: 05-BC/HU", "MẬT"),
    "docx in runs": samples.docx("HUYỆN ỦY", ["M", "Ậ", "T"]),
    "docx header": samples.docx(
        "a", parts={"word/header1.xml": f"<w:hdr {samples._W}><w:p><w:r><w:t>TỐI MẬT</w:t></w:r></w:p></w:hdr>"}
    ),
    "docx box": samples.packed(
        {"word/document.xml": f"<w:document {samples._W}><w:body><w:p><w:r><w:t>Số 5</w:t></w:r><w:r><w:txbxContent>"
                              "<w:p><w:r><w:t>MẬT</w:t></w:r></w:p></w:txbxContent></w:r></w:p></w:body></w:document>"}
    ),
    "docx label": samples.docx("Độ mật:", "Mật"),
    "xlsx": samples.xlsx("Danh sách", "TỐI MẬT"),
    "xlsx header": samples.xlsx(
        "a", parts={"xl/worksheets/sheet1.xml": f'<worksheet {samples._S}><headerFooter><oddHeader>&amp;C&amp;"Times,Bold"'
                                                "&amp;14MẬT</oddHeader></headerFooter></worksheet>"}
    ),
    "xlsx cell": samples.xlsx(
        "a", parts={"xl/worksheets/sheet1.xml": f'<worksheet {samples._S}><row><c t="str"><v>TUYỆT MẬT</v></c></row></worksheet>'}
    ),
}  # fmt: skip


@pytest.mark.parametrize("content", STAMPED.values(), ids=list(STAMPED))
def test_document_with_a_stamp_is_refused(content):
    assert refusal(content, "a.pdf").startswith("Tệp có dấu “")


HONEY = {
    "docx": samples.docx("Tổ hợp tác nuôi ong lấy mật", "MẬT ONG RỪNG"),
    "xlsx": samples.xlsx("Mật ong", "Mật"),
    "pdf": samples.pdf("Mat ong"),
}


@pytest.mark.parametrize(("kind", "content"), HONEY.items())
def test_document_about_honey_is_taken(kind, content):
    assert checked(content, f"mat-ong.{kind}").kind.key == kind


def test_photo_of_too_many_pixels_is_refused_before_it_is_decoded(monkeypatch):
    monkeypatch.setattr(photos, "MAX_PIXELS", 64 * 48 - 1)

    assert refusal(samples.photo()) == photos.TOO_MANY


def test_photo_that_unpacks_to_a_huge_picture_is_refused():
    import struct
    import zlib

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 1, 0, 0, 0, 0)
    bomb = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 10_000))
        + chunk(b"IEND", b"")
    )

    assert refusal(bomb) == photos.TOO_MANY


def test_archive_that_unpacks_too_far_is_refused():
    bomb = samples.docx("a", parts={"word/media/x.bin": b"\0" * (21 * MEGABYTE)})

    assert refusal(bomb, "a.docx") == documents.BOMB


def test_large_file_is_refused_with_its_limit():
    content = samples.photo() + b"\0" * (20 * MEGABYTE)

    assert refusal(content) == ("Tệp nặng 20,0 MB; ảnh JPEG nhiều nhất 20 MB. Hãy giảm cỡ ảnh hoặc chia nhỏ tài liệu.")


EARLY = {
    "IMG_1.HEIC": kinds.HEIC,
    "phim.mp4": kinds.FILM,
    "cu.doc": kinds.OLD,
    "ve.svg": kinds.PAGE,
    "nen.rar": kinds.PACKED,
    "may.xlsm": kinds.MACRO,
}


@pytest.mark.parametrize(("name", "sentence"), EARLY.items())
def test_what_the_name_tells_is_refused_before_the_first_byte(name, sentence):
    with pytest.raises(BadFile) as caught:
        refuse_early(name, 100)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(("name", "size"), [("a.jpg", 0), ("a.jpg", 20 * MEGABYTE + 1), ("a.pdf", 50 * MEGABYTE + 1)])
def test_what_the_size_tells_is_refused_before_the_first_byte(name, size):
    with pytest.raises(BadFile):
        refuse_early(name, size)


def test_good_name_and_size_pass_early():
    refuse_early("a.jpg", 20 * MEGABYTE)
    refuse_early("a.pdf", 50 * MEGABYTE)
    refuse_early("khong-duoi", 50 * MEGABYTE)


NAMES = {
    "../../etc/passwd": "passwd",
    "C:\\Users\\An\\Ảnh.jpg": "Ảnh.jpg",
    unicodedata.normalize("NFD", "Lễ ra mắt.jpg"): "Lễ ra mắt.jpg",
    "a\x00b\x1f\u202egpj.exe.jpg": "abgpj.exe.jpg",
    'a"b<c>|d?.jpg': "a b c d .jpg",
    "  .  ": "tep",
    "": "tep",
    "a" * 300 + ".jpeg": "a" * 250 + ".jpeg",
    "ậ" * 300: "ậ" * 255,
    "hai\ndòng.jpg": "hai dòng.jpg",
}


@pytest.mark.parametrize(("given", "kept"), NAMES.items())
def test_name_is_kept_without_path_and_without_what_hides(given, kept):
    assert clean_name(given) == kept


def test_check_leaves_the_file_at_its_start():
    file = io.BytesIO(samples.photo())
    check(file, "a.jpg")

    assert file.tell() == 0
