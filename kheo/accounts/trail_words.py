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
    "person.set_mail": "Ghi địa chỉ nhận thư điện tử",
    "person.let_back_in": "Cấp liên kết đặt lại mật khẩu",
    "person.choose_password": "Đặt lại mật khẩu theo liên kết",
    "person.change_password": "Đổi mật khẩu",
    "unit.add": "Thêm đơn vị",
    "unit.add_former": "Thêm đơn vị cũ",
    "unit.correct": "Sửa thông tin đơn vị",
    "unit.rename": "Đổi tên đơn vị",
    "unit.re_parent": "Chuyển đơn vị cấp trên",
    "unit.merge": "Sáp nhập đơn vị",
    "unit.split": "Chia tách đơn vị",
    "unit.close": "Ghi đơn vị kết thúc hoạt động",
    "unit.set_cluster": "Xếp đơn vị vào cụm",
    "unit.set_focal_body": "Ghi cơ quan thường trực",
    "unit.load": "Nạp danh mục hành chính",
    "unit.load_history": "Nạp lịch sử đơn vị",
    "cluster.add": "Thêm cụm thi đua",
    "cluster.change": "Sửa cụm thi đua",
    "cluster.load": "Nạp cụm thi đua mẫu",
    "demo.build": "Dựng dữ liệu minh họa",
    "audit.erase_personal": "Xóa dữ liệu cá nhân trong nhật ký",
}
FACTS = {
    "full_name": "họ và tên",
    "phone": "số điện thoại",
    "email": "địa chỉ thư điện tử",
    "has_mail": "có nhận thư điện tử",
    "name": "họ tên",
    "person": "người",
    "erased": "số giá trị đã xóa",
    "under": "trực thuộc",
    "units": "đơn vị",
    "moved": "đơn vị trực thuộc chuyển theo",
    "into": "kế tục là",
    "on": "có hiệu lực từ",
    "communes": "số xã, phường, đặc khu",
    "table": "lịch sử của",
}


def tell() -> None:
    trail.register(VERBS, FACTS)
