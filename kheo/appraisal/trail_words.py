"""What the acts of this room are called on the page of the trail; moves are called as on their buttons."""

from kheo.accounts import trail
from kheo.appraisal.lifecycle.batch import BATCH
from kheo.appraisal.lifecycle.nomination import NOMINATION
from kheo.appraisal.lifecycle.rules import RULE_SET
from kheo.appraisal.lifecycle.vote import VOTE

VERBS = {
    **{f"nomination.{move.name}": move.label for move in NOMINATION},
    **{f"ruleset.{move.name}": f"{move.label} bộ tiêu chí" for move in RULE_SET},
    **{f"panelvote.{move.name}": move.label for move in VOTE},
    **{f"decisionbatch.{move.name}": move.label for move in BATCH},
    "nomination.rank_in": "Đổi nhóm xếp hạng của hồ sơ",
    "ruleset.draft": "Soạn bộ tiêu chí",
    "ruleset.write": "Sửa bản đang soạn của bộ tiêu chí",
    "ruleset.revise": "Lập bản mới của bộ tiêu chí",
    "ruleset.discard": "Bỏ bản đang soạn của bộ tiêu chí",
    "panelvote.prepare": "Lập cuộc bỏ phiếu",
    "panelvote.write": "Sửa cuộc bỏ phiếu",
    "panelvote.roll": "Điểm danh thành viên có mặt",
    "panelvote.count": "Ghi số phiếu đã đếm",
    "panelvote.again": "Mở vòng bỏ phiếu sau",
    "panelvote.late": "Ghi thành viên đến sau kiểm phiếu",
    "submission.send": "Gửi tờ trình",
    "submission.hand_on": "Chuyển tờ trình sang bàn khác",
    "batch.begin": "Lập đợt công nhận",
    "batch.put": "Đưa hồ sơ vào danh sách công nhận",
    "batch.take_off": "Đưa hồ sơ ra khỏi danh sách công nhận",
    "batch.set_result": "Ghi kết quả đề xuất cho một hồ sơ",
}
FACTS = {
    "round": "đợt",
    "proposer": "nơi đề nghị",
    "criteria": "tiêu chí",
    "moved": "hồ sơ chuyển sang bản mới",
    "to_confirm": "phiếu cần xác nhận lại",
    "present": "số người có mặt",
    "seats": "số thành viên",
    "has_scan": "có bản quét",
    "submission": "tờ trình",
    "files": "các hồ sơ",
    "desk": "đang ở bàn của",
    "to": "nơi nhận",
    "batch": "đợt công nhận",
    "result": "kết quả",
    "award": "khen thưởng kèm theo",
    "propose_up": "đề nghị cấp trên",
    "scan": "dấu tệp quét",
}


def tell() -> None:
    trail.register(VERBS, FACTS)
