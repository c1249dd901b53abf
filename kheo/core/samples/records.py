"""Samples of the parts that tell of one exemplar."""

from datetime import date, datetime
from decimal import Decimal

from kheo.core.parts import Goal
from kheo.core.samples.facts import FIELDS, HANOI, Group, given, path

# A drawing stands in for a photo here; real pages show real photos, and none where there is none.
PICTURE = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 60 40'%3E"
    "%3Cpath fill='%23DCE6DA' d='M0 0h60v40H0z'/%3E"
    "%3Cpath fill='%237F9B78' d='M0 27c10-6 19-7 29-3s20 4 31-2v18H0z'/%3E%3C/svg%3E"
)


def _photos():
    return [
        {"url": "#", "thumb": PICTURE, "caption": caption, "width": 60, "height": 40}
        for caption in ("Đoạn đường qua nhà văn hóa thôn, tháng 11/2026", "Bản vẽ treo ở nhà văn hóa")
    ]


RECORDS: Group = {
    "file_links": {
        "bản Word và PDF": lambda scheme, word: {
            "label": "Phiếu đăng ký",
            "word": f"#{scheme}-word",
            "pdf": f"#{scheme}-pdf",
        }
    },
    "field_mark": {label: given(key=key, label=label) for key, label in FIELDS},
    "path": {
        "trong danh sách": lambda scheme, word: {"path": path()},
        "quá hạn": lambda scheme, word: {"path": path(late=True, holder="đơn vị đang soạn", now=0)},
        "đã xong": lambda scheme, word: {"path": path(now=4, ended=True)},
        "dừng lại giữa đường": lambda scheme, word: {"path": path(label="Không đưa vào danh mục", halted=True)},
        "đủ tên các bước": lambda scheme, word: {
            "path": path(now=3, holder="Chi bộ thôn An Mô", coming="Đề nghị công nhận cấp xã, trước 30/11"),
            "full": True,
        },
        "đủ tên, quá hạn": lambda scheme, word: {
            "path": path(now=1, late=True, holder="Ban Tuyên giáo và Dân vận"),
            "full": True,
        },
        "đủ tên, đã xong": lambda scheme, word: {"path": path(now=4, ended=True), "full": True},
        "đủ tên, dừng lại": lambda scheme, word: {
            "path": path(label="Không đưa vào danh mục", halted=True),
            "full": True,
        },
    },
    "goal": {
        "vượt, có minh chứng": lambda scheme, word: {
            "goal": Goal(
                "Đất hiến",
                "m²",
                Decimal(900),
                Decimal(1000),
                is_main=True,
                has_evidence=True,
                baseline=0,
                on=date(2026, 10, 12),
                url="#",
            )
        },
        "chưa tới": lambda scheme, word: {"goal": Goal("Ngày công", "ngày", 150, 120, has_evidence=True)},
        "chưa có minh chứng": lambda scheme, word: {
            "goal": Goal("Đường mở rộng", "km", Decimal("3.2"), Decimal("3.2"))
        },
        "chưa có kết quả": lambda scheme, word: {"goal": Goal("Hộ thoát nghèo", "hộ", 12)},
        "chưa đặt chỉ tiêu": lambda scheme, word: {"goal": Goal("Buổi họp thôn", "buổi", None, 9, has_evidence=True)},
        "bằng không": lambda scheme, word: {"goal": Goal("Khiếu kiện kéo dài", "vụ", 3, 0, has_evidence=True)},
    },
    "figure": {
        "có mẫu số": given(label="Nơi đang áp dụng", value=3, of="trên 78 xã", url="#"),
        "có đơn vị": given(label="Người được hưởng lợi", value=1180, unit="người", url="#", note="Tính đến 10/2026"),
        "chưa có": given(label="Hộ tham gia", value=None, url="#"),
        "bằng không": given(label="Mô hình ngừng hoạt động", value=0, unit="mô hình", url="#"),
    },
    "facts": {
        "hồ sơ": lambda scheme, word: {
            "caption": "Hồ sơ",
            "rows": [
                ("Thực trạng", "Đường rộng 2,5 m, xe cấp cứu không vào được; 4 lần va chạm trong mùa gặt 2025."),
                ("Cách làm", "Treo bản vẽ ở nhà văn hóa, chín buổi tối cho từng cụm hộ tự sửa tuyến."),
                ("Người phụ trách", None),
            ],
        }
    },
    "timeline": {
        "nhật ký": lambda scheme, word: {
            "events": [
                {
                    "moment": datetime(2026, 11, 22, 9, 40, tzinfo=HANOI),
                    "who": "Lê Hoài An",
                    "text": "yêu cầu bổ sung",
                    "note": "Cho biết số hộ đã ký trên bản vẽ.",
                },
                {
                    "moment": datetime(2026, 11, 20, 15, 5, tzinfo=HANOI),
                    "who": "Trần Văn Bình",
                    "text": "gửi đăng ký",
                    "note": "",
                },
            ]
        }
    },
    "photos": {"hai ảnh": lambda scheme, word: {"photos": _photos()}},
    "person": {
        "người phụ trách": lambda scheme, word: {
            "name": "Nguyễn Thị Hạnh",
            "role": "Bí thư chi bộ",
            "unit": "thôn An Mô",
            "since": date(2026, 1, 5),
        }
    },
    "byline": {
        "dưới tên bài": lambda scheme, word: {
            "author": "Lê Hoài An",
            "at": datetime(2026, 11, 22, 9, 40, tzinfo=HANOI),
            "views": 1204,
            "minutes": 3,
        }
    },
    "tag": {
        "thường": given(text="Đăng ký mới"),
        "vinh danh": given(text="Công nhận cấp tỉnh, 2025", kind="honour"),
        "xong": given(text="Hoạt động hiệu quả", kind="success"),
        "cần để ý": given(text="Cần củng cố", kind="warning"),
    },
    "models": {
        "trong thư viện": given(
            models=[
                {
                    "url": "#",
                    "title": "Bến bãi bình yên",
                    "key": "defence",
                    "field": "Quốc phòng - an ninh",
                    "facts": "118 tàu · 6 tổ trực",
                    "place": "Xã Nam Cửa Việt",
                    "alive": "Hoạt động hiệu quả, xác nhận 9/2026",
                },
                {
                    "url": "#",
                    "title": "Một cửa thân thiện, không chờ",
                    "key": "politics",
                    "field": "Xây dựng hệ thống chính trị",
                },
            ]
        )
    },
}
