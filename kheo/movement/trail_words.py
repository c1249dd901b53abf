"""What the acts of the movement are called on the page of the trail; moves are called as on their buttons."""

from kheo.accounts import trail
from kheo.movement.lifecycle.exemplar import EXEMPLAR
from kheo.movement.lifecycle.registration import REGISTRATION

SETTINGS = {
    "campaign": "phong trào", "round": "đợt thi đua", "theme": "chủ đề", "directive": "văn bản chỉ đạo",
    "priorityarea": "địa bàn trọng điểm",
}  # fmt: skip
VERBS = {
    **{f"{noun}.add": f"Thêm {words}" for noun, words in SETTINGS.items()},
    **{f"{noun}.change": f"Sửa {words}" for noun, words in SETTINGS.items()},
    **{f"exemplar.{move.name}": f"{move.label} mô hình" for move in EXEMPLAR},
    **{f"registration.{move.name}": move.label for move in REGISTRATION},
    "exemplar.begin": "Tạo hồ sơ mô hình",
    "exemplar.write": "Sửa hồ sơ mô hình",
    "exemplar.appoint": "Ghi người phụ trách mô hình",
    "exemplar.hand_over": "Bàn giao mô hình",
    "exemplar.participants": "Ghi lực lượng tham gia",
    "exemplar.tie": "Gắn mô hình với chủ đề, văn bản",
    "exemplar.verify": "Xác nhận còn hoạt động hay không",
    "exemplar.publish": "Đưa mô hình ra trang công khai",
    "exemplar.withdraw": "Thôi công khai mô hình",
    "registration.draft": "Soạn đăng ký",
    "registration.mark_ready": "Báo soạn xong đăng ký",
    "registration.hand_over": "Bàn giao đăng ký đang soạn",
    "outcome.add": "Thêm kết quả cần đạt",
    "outcome.write": "Sửa kết quả",
    "outcome.make_main": "Chọn kết quả chính",
    "outcome.remove": "Bỏ kết quả",
    "progress.write": "Ghi tiến độ",
    "progress.correct": "Sửa phiếu tiến độ",
    "progress.remove": "Bỏ phiếu tiến độ",
    "contribution.enter": "Ghi nguồn lực",
    "contribution.remove": "Bỏ dòng nguồn lực",
    "evidence.add": "Thêm minh chứng",
    "evidence.write": "Sửa minh chứng",
    "evidence.remove": "Bỏ minh chứng",
    "evidence.answer": "Trả lời ba câu hỏi về ảnh",
    "evidence.blur": "Che mờ một phần ảnh",
    "evidence.unblur": "Bỏ che mờ ảnh",
    "evidence.show": "Đưa ảnh ra trang công khai",
    "evidence.hide": "Thôi công khai ảnh",
    "evidence.purge": "Xóa hẳn minh chứng",
    "guest_link.make": "Tạo liên kết 14 ngày",
    "guest_link.close": "Đóng liên kết 14 ngày",
    "guest_note.send": "Nhận tin gửi qua liên kết",
    "guest_note.accept": "Nhận tin vào tiến độ",
    "guest_note.decline": "Không nhận tin gửi qua liên kết",
    "guidance.say": "Trao đổi, hướng dẫn",
    "consent.give": "Ghi sự đồng ý",
    "consent.take_back": "Ghi việc rút lại sự đồng ý",
    "recognition.enter": "Ghi quyết định công nhận",
    "recognition.annul": "Ghi hủy bỏ công nhận",
    "directive.targets": "Ghi chỉ tiêu của văn bản",
}
FACTS = {
    "ready": "đã soạn xong",
    "origin": "nguồn gốc",
    "decision": "quyết định",
    "outcome_name": "kết quả",
    "resource": "nguồn lực",
    "amount": "số lượng",
    "donors": "ai đóng góp",
    "in_charge": "người phụ trách",
    "person": "người đồng ý",
    "verdict": "xác nhận",
    "rows": "số dòng",
    "new": "mô hình mới",
    "continued": "đăng ký tiếp",
    "skipped": "dòng không ghi lại",
    "removed": "mô hình đã gỡ",
    "round": "đợt",
    "lands_as": "nhập thành",
    "sha256": "mã băm của tệp",
    "digest": "mã băm của các dòng",
    "columns": "các cột",
}


def tell() -> None:
    trail.register(VERBS, FACTS)
