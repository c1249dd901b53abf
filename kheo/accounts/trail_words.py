"""What the acts of this room, of units and of the trail itself are called on the page of the trail."""

from kheo.accounts import trail

VERBS = {
    "invitation.make": "Tạo lời mời",
    "invitation.withdraw": "Hủy lời mời",
    "membership.grant": "Giao vai trò",
    "membership.end": "Kết thúc vai trò",
    "membership.hand_over": "Bàn giao công việc",
    "person.join": "Nhận tài khoản",
    "person.disable": "Khóa tài khoản",
    "person.enable": "Mở lại tài khoản",
    "person.put_right": "Sửa họ tên, số điện thoại",
    "person.let_back_in": "Cấp liên kết đặt lại mật khẩu",
    "person.choose_password": "Đặt lại mật khẩu theo liên kết",
    "person.change_password": "Đổi mật khẩu",
    "audit.erase_personal": "Xóa dữ liệu cá nhân trong nhật ký",
}
FACTS = {"erased": "số giá trị đã xóa"}


def tell() -> None:
    trail.register(VERBS, FACTS)
