"""Directives of the demo: the real frame documents of the field, and two made-up plans that say so in their title.

Numbers, dates and issuers of the real ones are those the source article and public pages of Quảng Trị name; where no
full title was found the trích yếu only says what the document is about.
"""

from typing import NamedTuple


class Target(NamedTuple):
    """A figure a directive asks for."""

    name: str
    measure: str
    value: float


class Directive(NamedTuple):
    """One document; issued_on is None where the day was not found. Only public ones are shown outside."""

    number: str
    kind: str
    issuer: str
    title: str
    issued_on: str | None
    public: bool
    targets: tuple[Target, ...] = ()
    # What the file of a made-up one says, a paragraph a piece; real ones have no file here.
    text: tuple[str, ...] = ()
    replaced_by: str = ""


DIRECTIVES: tuple[Directive, ...] = (
    Directive(
        "25-NQ/TW",
        "Nghị quyết",
        "Ban Chấp hành Trung ương Đảng",
        "Tăng cường và đổi mới sự lãnh đạo của Đảng đối với công tác dân vận trong tình hình mới",
        "2013-06-03",
        True,
    ),
    Directive(
        "05-CT/TW",
        "Chỉ thị",
        "Bộ Chính trị",
        "Đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
        "2016-05-15",
        True,
    ),
    Directive(
        "04-NQ/TW",
        "Nghị quyết",
        "Ban Chấp hành Trung ương Đảng khóa XII",
        "Tăng cường xây dựng, chỉnh đốn Đảng; ngăn chặn, đẩy lùi sự suy thoái về tư tưởng chính trị, đạo đức, "
        'lối sống, những biểu hiện "tự diễn biến", "tự chuyển hóa" trong nội bộ',
        "2016-10-30",
        True,
    ),
    Directive(
        "290-QĐ/TW", "Quyết định", "Bộ Chính trị", "Quy chế công tác dân vận của hệ thống chính trị", "2010-02-25", True
    ),
    Directive(
        "300-QĐ/TU",
        "Quyết định",
        "Tỉnh ủy Quảng Trị",
        "Về công tác dân vận của hệ thống chính trị tỉnh",
        "2011-10-26",
        False,
    ),
    Directive(
        "79-CTHĐ/TU",
        "Chương trình hành động",
        "Tỉnh ủy Quảng Trị",
        "Thực hiện Nghị quyết 25-NQ/TW về công tác dân vận trong tình hình mới",
        "2013-10-28",
        True,
    ),
    Directive(
        "106-CV/TU",
        "Công văn",
        "Tỉnh ủy Quảng Trị",
        'Về phong trào thi đua "Dân vận khéo" trên địa bàn tỉnh',
        "2016-03-30",
        False,
    ),
    Directive(
        "",
        "Cuộc vận động",
        "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
        "Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh",
        None,
        True,
    ),
    Directive(
        "12-KH/TU",
        "Kế hoạch",
        "Tỉnh ủy Quảng Trị (minh họa)",
        'Thực hiện phong trào thi đua "Dân vận khéo" năm 2026 (văn bản minh họa, không phải văn bản thật)',
        "2026-01-20",
        True,
        (
            Target("Mô hình mới được duyệt đăng ký trong năm", "mô hình", 180),
            Target("Mô hình còn hoạt động sau 12 tháng", "%", 85),
            Target("Mô hình được nơi khác học tập, áp dụng", "mô hình", 40),
            Target("Đất nhân dân hiến làm công trình chung", "m²", 60000),
        ),
        (
            "Văn bản này được đặt ra để minh họa phần mềm, không phải văn bản thật và không có hiệu lực.",
            "1. Rà soát các mô hình đang có; mỗi mô hình được đánh dấu một lần trong năm: hoạt động hiệu quả, cần củng cố "
            "hoặc không còn hoạt động.",
            "2. Mỗi mô hình mới nêu một kết quả chính có đơn vị tính, con số ban đầu, chỉ tiêu và người chịu trách nhiệm.",
            "3. Chỉ tiêu năm 2026: 85% mô hình còn hoạt động sau mười hai tháng; 40 mô hình được nơi khác học tập, áp dụng; "
            "60.000 m² đất được nhân dân hiến làm công trình chung; 180 mô hình mới được duyệt đăng ký.",
            "4. Số liệu nhập một lần tại nơi phát sinh và dùng cho mọi báo cáo trong năm; không yêu cầu báo cáo tháng.",
        ),
    ),
    Directive(
        "07-KH/ĐU",
        "Kế hoạch",
        "Đảng ủy xã Triệu Phong (minh họa)",
        'Phong trào thi đua "Dân vận khéo" của Đảng bộ xã năm 2026 (văn bản minh họa, không phải văn bản thật)',
        "2026-02-06",
        True,
        (
            Target("Chi bộ thôn có ít nhất một mô hình đang thực hiện", "%", 100),
            Target("Buổi làm giấy tờ tại thôn", "buổi", 48),
        ),
        (
            "Văn bản này được đặt ra để minh họa phần mềm, không phải văn bản thật và không có hiệu lực.",
            "1. Mỗi chi bộ thôn chọn một việc dân cần nhất, họp bàn với dân rồi mới đăng ký.",
            "2. Trung tâm Phục vụ hành chính công xã tổ chức 48 buổi làm giấy tờ tại nhà văn hóa thôn vào thứ Bảy; cán bộ được "
            "nghỉ bù theo quy chế làm việc.",
            "3. Đảng ủy viên phụ trách thôn đến xem mô hình ít nhất ba tháng một lần và ghi lại điều còn vướng.",
        ),
    ),
)

# About the layout of Party papers, not about the movement: no exemplar is linked to them.
FORM_DIRECTIVES: tuple[Directive, ...] = (
    Directive(
        "05-HD/VPTW",
        "Hướng dẫn",
        "Văn phòng Trung ương Đảng",
        "Về thể thức văn bản của Đảng",
        "2026-05-27",
        True,
    ),
    Directive(
        "36-HD/VPTW",
        "Hướng dẫn",
        "Văn phòng Trung ương Đảng",
        "Về thể thức văn bản của Đảng",
        "2018-04-03",
        True,
        replaced_by="05-HD/VPTW",
    ),
)
