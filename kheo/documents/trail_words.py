"""What the acts of this room are called on the page of the trail; moves are called as on their buttons."""

from kheo.accounts import trail
from kheo.documents.lifecycle import PAPER

VERBS = {
    **{f"paperrecord.{move.name}": move.label for move in PAPER},
    "paperrecord.issue": "Ghi số, ngày ban hành văn bản",
    "paperrecord.withdraw": "Ghi văn bản bị thu hồi",
    "paperrecord.keep": "Soạn dự thảo văn bản",
    "paperrecord.keep_anew": "Soạn lại dự thảo văn bản",
    "paperrecord.add_scan": "Gửi bản quét đã ký",
    "paperrecord.purge_scan": "Xóa hẳn bản quét của văn bản",
    "paperrecord.correct": "Sửa số, ngày, người ký của văn bản",
    "paperrecord.confirm": "Xác nhận số, ngày, bản quét của văn bản",
    "numberregister.set_up": "Lập sổ văn bản",
    "numberregister.change": "Sửa sổ văn bản",
    "numberregister.begin_after": "Ghi số đã dùng trước khi lập sổ",
    "numberregister.take": "Lấy số văn bản",
    "numberregister.insert": "Chèn số văn bản",
    "papertemplate.put_up": "Đưa mẫu văn bản của đơn vị vào dùng",
    "papertemplate.take_out": "Thôi dùng mẫu văn bản của đơn vị",
    "officestyle.write": "Sửa thể thức văn bản của đơn vị",
    "paperhead.write": "Sửa phần đầu văn bản của đơn vị",
}
FACTS = {
    "sha256": "mã băm",
    "scan_sha256": "mã băm bản quét",
    "file": "tệp",
    "number": "số",
    "line": "dòng đếm",
    "on": "ngày văn bản",
    "title": "trích yếu",
    "opening": "đã dùng trước khi lập sổ",
    "replaces": "thay cho mẫu",
}


def tell() -> None:
    trail.register(VERBS, FACTS)
