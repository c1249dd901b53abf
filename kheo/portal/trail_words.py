"""What the acts of the portal are called on the page of the trail."""

from kheo.accounts import trail
from kheo.portal.lifecycle.letter import LETTER
from kheo.portal.lifecycle.story import STORY

VERBS = {
    **{f"letter.{move.name}": f"{move.label} (thư của người dân)" for move in LETTER},
    "letter.restrict": "Chuyển thư của người dân sang chế độ hạn chế",
    "letter.restore": "Đưa thư của người dân về hộp góp ý",
    "letter.send": "Nhận thư của người dân",
    "letter.take_back": "Bỏ thư mà người gửi gửi lại ở chế độ hạn chế",
    "letter.erase": "Xóa dữ liệu của thư đã hết hạn giữ",
    "referral.add": "Thêm nơi tiếp nhận",
    "referral.change": "Sửa nơi tiếp nhận",
    "resident_word.give": "Nhận câu trả lời “còn hoạt động” của người dân",
    "articles.import": "Nhập tin bài từ cổng cũ",
    **{f"story.{move.name}": move.label for move in STORY},
    "story.send": "Gửi tin bài",
    "story.erase": "Xóa tin bài không dùng đã hết hạn giữ",
    "article.publish": "Duyệt, đăng tin bài",
    "article.schedule": "Duyệt, đặt lịch đăng tin bài",
    "article.unpublish": "Gỡ tin bài",
    "page.publish": "Duyệt, đăng trang",
    "page.schedule": "Duyệt, đặt lịch đăng trang",
    "page.unpublish": "Gỡ trang",
    "photo.blur": "Che mờ ảnh của cổng",
    "fee_rate.set": "Đặt mức nhuận bút",
    "story.add_photos": "Thêm ảnh vào tin bài",
    "story.describe": "Ghi chú thích ảnh của tin bài",
    "story.remove_photo": "Bỏ ảnh khỏi tin bài",
}
FACTS = {
    "photo_count": "số ảnh",
    "made": "bài đã nhập",
    "already": "bài đã có từ trước",
    "refused": "mục không nhập được",
    "photos": "ảnh đã nhập",
    "opened": "nhập từ",
}


def tell() -> None:
    trail.register(VERBS, FACTS)
