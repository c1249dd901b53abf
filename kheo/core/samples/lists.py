"""Samples of lists: heaps, tables, bars, pagers, filters."""

from kheo.core.pages import page_of
from kheo.core.parts import bars, table
from kheo.core.samples.facts import FIELDS, Group, given, item
from kheo.core.samples.fields import FilterForm, LongFilterForm, form_of


def _page(number, count, cap=1000):
    return lambda scheme, word: {
        "page": page_of(range(count), number, cap=cap, query={"q": "đường"}),
        "noun": "mô hình",
        "label": f"Các trang {number}/{count}, {word}",
    }


LISTS: Group = {
    "heap": {
        "quá hạn": lambda scheme, word: {
            "title": "Quá hạn",
            "late": True,
            "items": [
                item(
                    "Báo cáo năm 2026",
                    "Xã Triệu Cơ · đã nhắc hai lần, lần cuối 20/11",
                    days=-3,
                    late=True,
                    holder="đơn vị đang soạn",
                )
            ],
        },
        "chờ tôi": lambda scheme, word: {
            "title": "Chờ tôi",
            "count": 5,
            "more_url": "#",
            "items": [
                item(
                    "Cải tạo vườn tạp thành vườn mẫu thôn Gia Độ",
                    "Hội Nông dân xã Triệu Bình · đăng ký mới",
                    days=0,
                ),
                item(
                    "Tiếng kẻng học bài",
                    "Trường THCS Triệu Phong · tiếp tục từ 2025",
                    days=2,
                    holder="chờ phiếu của một thành viên hội đồng",
                ),
            ],
        },
        "không có gì": given(title="Bị trả lại", items=[], empty="Không có hồ sơ nào bị trả lại."),
    },
    "table": {
        "bảng số": lambda scheme, word: {
            "table": table(
                f"Theo lĩnh vực ({word})",
                ("Lĩnh vực", "Đăng ký", "Đang thực hiện", "Tiền vận động (đồng)"),
                [
                    ("Kinh tế", (312, "#"), 180, 1_300_000_000),
                    ("Văn hóa - xã hội", (420, "#"), 233, None),
                    ("Quốc phòng - an ninh", (96, "#"), 0, 85_500_000),
                ],
                numeric=(1, 2, 3),
                foot=("Cộng", 828, 413, 1_385_500_000),
            ),
            "note": "Chỉ tính mô hình đã duyệt đăng ký.",
        }
    },
    "chart_bars": {
        "theo lĩnh vực": lambda scheme, word: {
            "caption": f"Đăng ký theo lĩnh vực ({word})",
            "bars": bars(
                [(label, value, "#", key) for (key, label), value in zip(FIELDS, (312, 420, 96, None), strict=True)]
            ),
        },
        "theo năm": lambda scheme, word: {
            "caption": f"Còn hoạt động sau 12 tháng ({word})",
            "unit": "mô hình",
            "note": "Trên 268 mô hình được công nhận năm 2025.",
            "bars": bars([("Hoạt động hiệu quả", 180), ("Cần củng cố", 31), ("Không còn hoạt động", 0)]),
        },
    },
    "pager": {
        "ở giữa": _page(6, 280),
        "đầu, còn nhiều": _page(1, 5000),
        "chỉ một trang": _page(1, 12),
        "trống": _page(1, 0),
    },
    "filters": {
        "đang lọc": lambda scheme, word: {
            "form": form_of(FilterForm, scheme, {"q": "hiến đất"}),
            "action": "",
            "active": 1,
            "clear_url": "?",
        },
        "nhiều điều kiện": lambda scheme, word: {"form": form_of(LongFilterForm, f"{scheme}-long"), "action": ""},
        "nhiều điều kiện, đang lọc": lambda scheme, word: {
            "form": form_of(LongFilterForm, f"{scheme}-set", {"theme": "land", "verdict": "yes"}),
            "action": "",
            "active": 2,
            "clear_url": "?",
        },
        "chưa lọc": lambda scheme, word: {"form": form_of(FilterForm, f"{scheme}-all"), "action": ""},
    },
    "tabs": {
        "phần của hồ sơ": lambda scheme, word: {
            "label": f"Các phần của hồ sơ, {word}",
            "tabs": [("Hồ sơ", "#", None, True), ("Minh chứng", "#", 12, False), ("Nhật ký", "#", 48, False)],
        }
    },
    "crumbs": {
        "đường dẫn": lambda scheme, word: {
            "label": f"Đường dẫn, {word}",
            "crumbs": [("Trang chủ", "#"), ("Mô hình", "#"), ("Triệu Bình", "")],
        }
    },
}
