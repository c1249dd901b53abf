"""Word documents for tests, written part by part: independent of what reads them."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Default Extension="jpg" ContentType="image/jpeg"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TOP = f"""<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="{RELS}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>"""
PICTURE = """<w:p><w:r><w:drawing><wp:inline
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData
 uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic
 xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip
 r:embed="anh{}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"""


def paragraph(words: str, *, style="", bold=False) -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    marks = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:p>{look}<w:r>{marks}<w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def table(rows) -> str:
    cells = "".join("<w:tr>" + "".join(f"<w:tc>{paragraph(c)}</w:tc>" for c in row) + "</w:tr>" for row in rows)
    return f"<w:tbl>{cells}</w:tbl>"


def picture(number: int) -> str:
    return PICTURE.format(number)


def document(*blocks: str, photos=(), more=None) -> bytes:
    """A .docx of these blocks; `photos` are bytes named by `picture(1)`, `picture(2)`…; `more`: other parts by name."""
    links = "".join(
        f'<Relationship Id="anh{n}" Type="{OFFICE}/image" Target="media/anh{n}.jpg"/>' for n, _ in enumerate(photos, 1)
    )
    body = f'<w:document xmlns:w="{W}" xmlns:r="{OFFICE}"><w:body>{"".join(blocks)}</w:body></w:document>'
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": TOP,
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{body}',
        "word/_rels/document.xml.rels": f'<?xml version="1.0"?><Relationships xmlns="{RELS}">{links}</Relationships>',
        **{f"word/media/anh{n}.jpg": content for n, content in enumerate(photos, 1)},
        **(more or {}),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()
