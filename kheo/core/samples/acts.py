"""Samples of acts, and of what is said to the person."""

from kheo.core.samples.facts import Group, given

KINDS = (("info", "Tin"), ("success", "Xong"), ("warning", "Cần để ý"), ("error", "Lỗi"))

ACTS: Group = {
    "button": {
        "việc chính": given(label="Gửi đăng ký", kind="main", busy="Đang gửi"),
        "thường, có hình": given(label="Thêm kết quả", icon="plus", type="button"),
        "nguy hiểm": given(label="Ngừng hoạt động", kind="danger"),
        "nhẹ": given(label="Thôi", kind="quiet"),
        "là liên kết": given(label="Nhập danh sách", url="#", icon="upload"),
        "chưa dùng được": given(label="Duyệt đăng ký", off=True),
    },
    "confirm": {
        "hỏi lại kèm lý do": lambda scheme, word: {
            "label": "Yêu cầu bổ sung",
            "text": "Đơn vị sẽ đọc được lý do này và sửa rồi gửi lại.",
            "action": "#",
            "note_label": "Cần bổ sung điều gì",
            "note_required": True,
            "id": scheme,
        },
        "nguy hiểm": lambda scheme, word: {
            "label": "Rút đăng ký",
            "text": "Đăng ký sẽ không còn trong danh mục của đợt này.",
            "action": "#",
            "kind": "danger",
            "id": f"{scheme}-drop",
        },
    },
    "copy_link": {"sao chép": given(url="/mo-hinh/")},
}

WORDS: Group = {
    "notice": {
        label: given(
            kind=kind,
            title=label,
            text="Còn thiếu: minh chứng cho “Đường mở rộng”.",
            url="#",
            url_label="Thêm minh chứng",
        )
        for kind, label in KINDS
    },
    "empty": {
        "chưa có gì": given(
            title="Chưa có mô hình nào",
            text="Mô hình đã đăng ký của đơn vị sẽ nằm ở đây. Bắt đầu từ mẫu có sẵn, mất chừng năm phút.",
            url="#",
            url_label="Đăng ký mô hình",
        )
    },
    "progress": {
        "đang chạy": lambda scheme, word: {
            "label": "Đang đọc tệp",
            "done": 12400,
            "total": 20000,
            "note": "Có thể đóng trang này, việc vẫn chạy.",
            "id": f"{scheme}-run",
        },
        "chưa biết bao nhiêu": lambda scheme, word: {"label": "Đang chuẩn bị", "id": f"{scheme}-wait"},
    },
    "saved": {"đã lưu": given(text="Đã lưu lúc 9:41")},
    "messages": {"chưa có gì để nói": given()},
    "icon": {name: given(name=name) for name in ("search", "file", "print", "down", "person", "lock", "close", "menu")},
}
