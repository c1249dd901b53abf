"""The same certificates as a Typst file of literal text, QR codes drawn in it, compiled by Typst alone."""

from io import BytesIO
from pathlib import Path

import segno
import typst

HEAD = """
#set document(title: "x", author: "x", date: datetime(year: 2026, month: 10, day: 15))
#set text(font: "Liberation Serif", lang: "vi", region: "VN", fallback: false, hyphenate: false)
#set text(top-edge: 0.891em, bottom-edge: -0.216em)
#set par(justify: false, leading: 0.1em)
#let gold = rgb("#b8862b")
#set page(width: 297mm, height: 210mm, margin: (x: 22mm, top: 20mm, bottom: 20mm), background: {
  place(center + horizon, rect(width: 273mm, height: 186mm, stroke: 2.2pt + gold))
  place(center + horizon, rect(width: 267mm, height: 180mm, stroke: 0.6pt + gold))
  place(top + left, dx: 14mm, dy: 14mm, rotate(45deg, square(size: 4mm, fill: gold)))
  place(top + right, dx: -14mm, dy: 14mm, rotate(45deg, square(size: 4mm, fill: gold)))
  place(bottom + left, dx: 14mm, dy: -14mm, rotate(45deg, square(size: 4mm, fill: gold)))
  place(bottom + right, dx: -14mm, dy: -14mm, rotate(45deg, square(size: 4mm, fill: gold)))
})
"""
PAGE = """
#set align(center)
#block(above: 0mm, below: 0pt)[#text(size: 15pt, weight: "bold")[CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM]]
#block(above: 0.5mm, below: 0pt)[#text(size: 14pt, weight: "bold")[Độc lập - Tự do - Hạnh phúc]]
#block(above: 0.8mm, below: 0pt)[#line(length: 60mm, stroke: 0.75pt)]
#v(1fr)
#block(above: 0.5mm, below: 0pt)[#text(size: 18pt, weight: "bold")[CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ÁI TỬ]]
#block(above: 3mm, below: 0pt)[#text(size: 16pt, weight: "bold")[TẶNG]]
#block(above: 2mm, below: 0pt)[#text(size: 46pt, weight: "bold", fill: rgb("#a4161a"))[GIẤY KHEN]]
#v(0.6fr)
#block(above: 0.5mm, below: 0pt)[#text(size: 32pt, weight: "bold")[NAME]]
#block(above: 1.5mm, below: 0pt)[#text(size: 17pt)[Xã Ái Tử, tỉnh Quảng Trị]]
#block(above: 3mm, below: 0pt)[#block(width: 225mm)[#text(size: 17pt)[
Đã có thành tích xuất sắc trong phong trào thi đua “Dân vận khéo” năm 2026
]]]
#v(1fr)
#grid(columns: (110mm, 1fr, 105mm), align: (left + bottom, center, center + bottom), pad(left: 6mm)[
#image(bytes("QR"), format: "svg", width: 28mm, alt: "CODE")
#block(above: 0.5mm, below: 0pt)[#text(size: 9pt)[CODE]]
#block(above: 0.5mm, below: 0pt)[#text(size: 11pt, style: "italic")[Quyết định số 156/QĐ-UBND ngày 15/10/2026]]
#block(above: 0.5mm, below: 0pt)[#text(size: 11pt, style: "italic")[Số vào sổ vàng: CODE]]
], none, [
#text(size: 14pt, style: "italic")[Ái Tử, ngày 15 tháng 10 năm 2026]
#block(above: 1mm, below: 0pt)[#text(size: 14pt, weight: "bold")[CHỦ TỊCH]]
#v(24mm)
#text(size: 14pt, weight: "bold")[Trần Văn Đức]
])
"""


class BareCertificates:
    """Writes the file once; each run is one compilation."""

    def __init__(self, rows: list[tuple[str, str, str]], folder: Path, fonts: Path):
        """`rows` are name, code and link."""
        self.path, self.fonts = folder / "certificates.typ", fonts
        pages = [PAGE.replace("NAME", name).replace("CODE", code).replace("QR", qr(link)) for name, code, link in rows]
        self.path.write_text(HEAD + "\n#pagebreak()\n".join(pages), "utf-8")

    def run(self) -> bytes:
        """The PDF."""
        return typst.compile(
            self.path, format="pdf", font_paths=[self.fonts], ignore_system_fonts=True, pdf_standards="a-2b"
        )  # type: ignore[return-value]


def qr(link: str) -> str:
    """A QR code as the text of an SVG within quotes."""
    drawing = BytesIO()
    segno.make(link, error="m", micro=False, mask=4).save(
        drawing, kind="svg", border=4, xmldecl=False, nl=False, light="#fff"
    )
    return drawing.getvalue().decode().replace('"', '\\"')
