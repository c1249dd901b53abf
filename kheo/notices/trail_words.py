"""What the acts of this room are called on the page of the trail."""

from kheo.accounts import trail

VERBS = {
    "dispatch.put": "Soạn thư chờ gửi",
    "dispatch.send": "Gửi thư",
    "dispatch.cancel": "Hủy thư chờ gửi",
    "dispatch.sweep": "Xóa thư đã quá hạn giữ",
    "mail.give_up": "Thôi gửi thư điện tử sau nhiều lần không được",
    "mail.try_again": "Cho gửi lại thư điện tử",
}
FACTS = {
    "recipients": "số nơi nhận",
    "superseded": "có quyết định sau thay thế",
    "tries": "số lần đã thử",
    "trouble": "vì sao chưa gửi được",
}


def tell() -> None:
    trail.register(VERBS, FACTS)
