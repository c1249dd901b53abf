"""What the acts of this room are called on the page of the trail."""

from kheo.accounts import trail

VERBS = {
    "opening.add": "Ghi số dư lượt truy cập từ cổng cũ",
    "opening.change": "Sửa số dư lượt truy cập từ cổng cũ",
}


def tell() -> None:
    trail.register(VERBS)
