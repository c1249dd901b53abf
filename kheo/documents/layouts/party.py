"""The Party's form: Hướng dẫn 36-HD/VPTW (2018), then Hướng dẫn 05-HD/VPTW from 27/5/2026.

The original text of neither was at hand; measures are those of public tables and guides that restate them. Where
these disagree the range covers all of them and the value is the one most of them give. A văn thư should check the
printed paper against the original.
"""

from dataclasses import replace
from datetime import date, timedelta

from kheo.documents.layouts.measure import Layout, Style, Wording, mm, pt
from kheo.documents.paper import Form

HD05_STARTS = date(2026, 5, 27)

_A4 = "HD 36-HD/VPTW (vpdangdoan.vinhuni.edu.vn): khổ A4 210 × 297 mm"
_36 = "HD 36-HD/VPTW, bảng cỡ chữ (biquyetxaynha.com, mẫu văn bản của Đảng 2024)"
_36_PITCH = "HD 36-HD/VPTW theo hiểu biết chung: cách dòng ít nhất chính xác 18 pt, nhiều nhất 1,5 dòng"
_36_LIST = "theo hiểu biết chung và một hướng dẫn 2026: chữ “Nơi nhận” 14, danh sách 12; nguồn khác 12 và 11"
_UNSAID = "nguồn không nêu riêng: theo cỡ chữ của nội dung văn bản, 14–15"
_TABLE = "nguồn không nêu: nhỏ hơn nội dung để bảng gọn, vẫn trong khoảng chữ của danh sách, 12–14"

HD36 = Layout(
    name="Hướng dẫn 36-HD/VPTW ngày 03/4/2018",
    form=Form.PARTY,
    starts=date(2018, 4, 3),
    ends=HD05_STARTS - timedelta(days=1),
    page_width=mm(210, 210, 210, _A4),
    page_height=mm(297, 297, 297, _A4),
    margin_top=mm(20, 20, 20, _36),
    margin_bottom=mm(20, 20, 20, _36),
    margin_left=mm(30, 30, 30, _36),
    margin_right=mm(15, 15, 15, _36),
    number_from_edge=mm(10, 10, 10, _36 + ": số trang ở giữa, cách mép trên 10 mm"),
    indent=mm(10, 10, 12.7, "thực hành chung: lùi đầu dòng 10 mm (1 cm) đến 12,7 mm"),
    line_pitch=pt(18, 18, 24, _36_PITCH),
    space_before=pt(6, 0, 12, "nguồn không nêu; HD 05 (2026) nêu 6 pt"),
    nation=Style(pt(15, 15, 15, _36), bold=True, capitals=True),
    motto=None,
    superior=Style(pt(14, 14, 14, _36), capitals=True),
    issuer=Style(pt(14, 14, 14, _36), bold=True, capitals=True),
    number=Style(pt(14, 14, 14, _36)),
    place_and_date=Style(pt(14, 14, 14, _36), italic=True),
    kind=Style(pt(16, 15, 16, _36), bold=True, capitals=True),
    about=Style(pt(15, 14, 15, _36), bold=True),
    letter_about=Style(pt(12, 12, 12, _36), italic=True),
    decider=Style(pt(14, 14, 15, _UNSAID), bold=True, capitals=True),
    addressee=Style(pt(14, 14, 15, _UNSAID)),
    ground=Style(pt(14, 14, 15, _36)),
    body=Style(pt(14, 14, 15, _36)),
    heading=Style(pt(14, 14, 15, _UNSAID), bold=True),
    authority=Style(pt(14, 14, 14, _36), bold=True, capitals=True),
    signer_title=Style(pt(14, 14, 14, _36), capitals=True),
    signer_name=Style(pt(14, 14, 14, _36), bold=True),
    recipients_title=Style(pt(14, 12, 14, _36_LIST), underlined=True),
    recipients=Style(pt(12, 11, 12, _36_LIST)),
    table=Style(pt(12, 12, 14, _TABLE)),
    page_number=Style(pt(14, 13, 14, _UNSAID)),
    issuer_mark="star",
    about_mark="dashes",
    short_rule=None,
    wording=Wording(
        number="Số {number}-{code}/{symbol}",
        letter_number="Số {number}-{code}/{symbol}",
        authority="{0}/{1}",
        end=".",
        ground="- {text};",
        last_ground="- {text};",
        recipient="- {text}",
        letter_about="Về việc {text}",
        source="domain.md 4a: “Số” không có dấu hai chấm; T/M, K/T; căn cứ có gạch đầu dòng; kết thúc bằng dấu chấm; "
        "trích yếu công văn: nguồn ghi “Về việc” hoặc “V/v”, dùng “Về việc”",
    ),
    marks_source=_36 + ": dấu sao dưới tên cơ quan ban hành, “-----” dưới trích yếu; "
    "đường kẻ liền bằng chiều dài tiêu đề (thuvienphapluat.vn)",
)

_05 = "HD 05-HD/VPTW, theo bốn nguồn công khai thuật lại, thống nhất"
_05_NATION = "HD 05-HD/VPTW: các nguồn không thống nhất (15; 14; 13–14); dùng 15 như HD 36"
_05_SAME = "HD 05-HD/VPTW theo các nguồn thuật lại không nêu khác; giữ như HD 36-HD/VPTW"
_05_PITCH = "HD 05-HD/VPTW: ba nguồn nêu chính xác 18, 19, 20 pt; dùng 18"

HD05 = replace(
    HD36,
    name="Hướng dẫn 05-HD/VPTW ngày 27/5/2026",
    starts=HD05_STARTS,
    ends=None,
    margin_top=mm(20, 20, 20, _05),
    margin_bottom=mm(20, 20, 20, _05),
    margin_left=mm(30, 30, 30, _05),
    margin_right=mm(15, 15, 15, _05),
    number_from_edge=mm(10, 10, 10, "HD 05-HD/VPTW: đầu trang cách mép 1,0 cm, trang đầu khác"),
    indent=mm(10, 10, 10, "HD 05-HD/VPTW: lùi đầu dòng 10 mm"),
    line_pitch=pt(18, 18, 20, _05_PITCH),
    space_before=pt(6, 6, 6, "HD 05-HD/VPTW: cách đoạn trước 6 pt"),
    nation=Style(pt(15, 13, 15, _05_NATION), bold=True, capitals=True),
    kind=Style(pt(16, 15, 16, _05_SAME), bold=True, capitals=True),
    about=Style(pt(15, 14, 15, _05_SAME), bold=True),
    body=Style(pt(14, 14, 14, "HD 05-HD/VPTW: nội dung cỡ 14")),
    ground=Style(pt(14, 14, 14, "HD 05-HD/VPTW: nội dung cỡ 14")),
    signer_title=Style(pt(14, 14, 14, "HD 05-HD/VPTW: chức vụ không đậm"), capitals=True),
)
