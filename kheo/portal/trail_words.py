"""What the acts of the portal are called on the page of the trail."""

from kheo.accounts import trail

VERBS = {
    "articles.import": "Nhập tin bài từ cổng cũ",
}
FACTS = {
    "made": "bài đã nhập",
    "already": "bài đã có từ trước",
    "refused": "mục không nhập được",
    "photos": "ảnh đã nhập",
    "opened": "nhập từ",
}


def tell() -> None:
    trail.register(VERBS, FACTS)
