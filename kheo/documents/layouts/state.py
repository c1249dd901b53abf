"""The state's form: Nghị định 30/2020/NĐ-CP, Phụ lục I, from 05/3/2020."""

from datetime import date

from kheo.documents.layouts.measure import Layout, Style, Wording, mm, pt
from kheo.documents.paper import Form

_30 = "NĐ 30/2020/NĐ-CP, Phụ lục I"
_PITCH = _30 + ": dãn dòng từ dòng đơn (16,1 pt với chữ 14) đến 1,5 dòng (24,15 pt)"
_UNSAID = _30 + " không nêu riêng: theo cỡ chữ nội dung, 13–14"
_TABLE = "nguồn không nêu: nhỏ hơn nội dung để bảng gọn, 12–14"

ND30 = Layout(
    name="Nghị định 30/2020/NĐ-CP",
    form=Form.STATE,
    starts=date(2020, 3, 5),
    ends=None,
    page_width=mm(210, 210, 210, _30),
    page_height=mm(297, 297, 297, _30),
    margin_top=mm(20, 20, 25, _30),
    margin_bottom=mm(20, 20, 25, _30),
    margin_left=mm(30, 30, 35, _30),
    margin_right=mm(15, 15, 20, _30),
    number_from_edge=mm(10, 8, 15, _30 + ": số trang ở giữa phần lề trên; khoảng cách theo thực hành 10 mm"),
    indent=mm(10, 10, 12.7, _30),
    line_pitch=pt(18, 16.1, 24.15, _PITCH),
    space_before=pt(6, 6, 12, _30 + ": khoảng cách giữa các đoạn tối thiểu 6 pt"),
    nation=Style(pt(12, 12, 13, _30), bold=True, capitals=True),
    motto=Style(pt(13, 13, 14, _30), bold=True),
    superior=Style(pt(12, 12, 13, _30), capitals=True),
    issuer=Style(pt(12, 12, 13, _30), bold=True, capitals=True),
    number=Style(pt(13, 13, 13, _30)),
    place_and_date=Style(pt(13, 13, 14, _30), italic=True),
    kind=Style(pt(14, 13, 14, _30), bold=True, capitals=True),
    about=Style(pt(14, 13, 14, _30), bold=True),
    letter_about=Style(pt(12, 12, 13, _30)),
    decider=Style(pt(14, 13, 14, _UNSAID), bold=True, capitals=True),
    addressee=Style(pt(14, 13, 14, _UNSAID)),
    ground=Style(pt(14, 13, 14, _30 + ": căn cứ chữ nghiêng (theo hiểu biết chung)"), italic=True),
    body=Style(pt(14, 13, 14, _30)),
    heading=Style(pt(14, 13, 14, _UNSAID), bold=True),
    authority=Style(pt(14, 13, 14, _30), bold=True, capitals=True),
    signer_title=Style(pt(14, 13, 14, _30), bold=True, capitals=True),
    signer_name=Style(pt(14, 13, 14, _30), bold=True),
    recipients_title=Style(pt(12, 12, 12, _30), bold=True, italic=True),
    recipients=Style(pt(11, 11, 11, _30)),
    table=Style(pt(12, 12, 14, _TABLE)),
    page_number=Style(pt(14, 13, 14, _30)),
    issuer_mark="short rule",
    about_mark="short rule",
    short_rule=(0.4, 1 / 3, 1 / 2),
    wording=Wording(
        number="Số: {number}/{code}-{symbol}",
        letter_number="Số: {number}/{symbol}",
        authority="{0}{1}.",
        end="./.",
        ground="{text};",
        last_ground="{text}.",
        recipient="- {text}",
        letter_about="V/v {text}",
        source=_30 + ": “Số:” có dấu hai chấm; TM., KT., TL.; kết thúc “./.”",
    ),
    marks_source=_30 + ": kẻ 1/3–1/2 dưới tên cơ quan ban hành và trích yếu; kẻ bằng chiều dài tiêu ngữ",
)
