"""What the acts of this room are called on the page of the trail; moves are called as on their buttons."""

from kheo.accounts import trail
from kheo.polls.lifecycle import POLL

VERBS = {
    **{f"poll.{move.name}": move.label for move in POLL},
    "poll.take_back": "Thu lại bình chọn để sửa",
    "poll.begin": "Soạn bình chọn",
    "poll.write": "Sửa bình chọn",
    "poll.close_early": "Đóng bình chọn sớm",
    "poll.conclude": "Ghi kết luận của bình chọn",
    "poll.seal": "Niêm phiếu bình chọn đã đóng",
}
FACTS = {
    "choices": "các phương án",
    "voters": "số người, trình duyệt đã bỏ phiếu",
    "ballots": "số phiếu",
    "ticks": "số lượt chọn",
}


def tell() -> None:
    trail.register(VERBS, FACTS)
