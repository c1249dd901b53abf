"""Small files made on the spot: photos with a place in them, documents with a stamp, and files made to hurt."""

import io
import zipfile

from PIL import Image, TiffImagePlugin
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

PLACE = ((16.0, 45.0, 12.5), (107.0, 11.0, 3.0))  # old Triệu Phong
COMMENT = b"chup boi may cua ong A"


def photo(size=(64, 48), kind="JPEG", *, taken="2026:03:15 09:40:00", orientation=1, place=True, colour=(180, 60, 40)):
    """A photo with a day, a device and a place, its left half darker so that its turn can be seen."""
    image = Image.new("RGB", size, colour)
    image.paste((20, 20, 20), (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[0x0110], exif[0x0112] = "DienThoai X", orientation
    if taken:
        exif.get_ifd(0x8769)[0x9003] = taken
    if place:
        exif.get_ifd(0x8825).update({1: "N", 2: _degrees(PLACE[0]), 3: "E", 4: _degrees(PLACE[1])})
    out = io.BytesIO()
    extra = {"comment": COMMENT} if kind == "JPEG" else {}
    image.save(out, kind, exif=exif, **extra)
    return out.getvalue()


def _degrees(parts):
    return tuple(TiffImagePlugin.IFDRational(int(part * 100), 100) for part in parts)


def pdf(*lines, password=None, empty_user=False):
    """A one-page PDF whose lines are ASCII text in Helvetica."""
    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    font = DictionaryObject(
        {NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
         NameObject("/BaseFont"): NameObject("/Helvetica")}
    )  # fmt: skip
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    content = DecodedStreamObject()
    drawn = "".join(f"1 0 0 1 72 {780 - 20 * i} Tm ({line}) Tj\n" for i, line in enumerate(lines))
    content.set_data(f"BT /F1 12 Tf\n{drawn}ET".encode("ascii"))
    page[NameObject("/Contents")] = writer._add_object(content)
    if password or empty_user:
        writer.encrypt(user_password=password or "", owner_password="chu", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def docx(*paragraphs, parts=None, inside=""):
    """A Word file of these paragraphs; each may be a list of runs."""
    runs = [[p] if isinstance(p, str) else p for p in paragraphs]
    body = "".join("<w:p>" + "".join(f"<w:r><w:t>{t}</w:t></w:r>" for t in run) + "</w:p>" for run in runs)
    document = f'<?xml version="1.0"?>{inside}<w:document {_W}><w:body>{body}</w:body></w:document>'
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": document, **(parts or {})})


def xlsx(*strings, parts=None):
    """A workbook of these shared strings."""
    shared = "".join(f"<si><t>{text}</t></si>" for text in strings)
    return packed(
        {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": f"<workbook {_S}/>",
         "xl/sharedStrings.xml": f"<sst {_S}>{shared}</sst>", **(parts or {})}
    )  # fmt: skip


def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()
