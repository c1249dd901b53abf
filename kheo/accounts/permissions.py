"""The vocabulary of what may be done. It names things of upper floors without knowing them."""

from enum import StrEnum


class Permission(StrEnum):
    """NOUN_VERB. docs/permissions.md prints who holds which."""

    UNIT_VIEW = "unit.view"
    UNIT_CHANGE = "unit.change"
    PEOPLE_CARE = "people.care"
    MEMBERSHIP_GRANT = "membership.grant"
    ACCESS_EXPLAIN = "access.explain"
    AUDIT_VIEW = "audit.view"
    PERSONAL_ERASE = "personal.erase"
    EXEMPLAR_VIEW = "exemplar.view"
    EXEMPLAR_WRITE = "exemplar.write"
    EXEMPLAR_LEAD = "exemplar.lead"
    EXEMPLAR_OVERSEE = "exemplar.oversee"
    EXEMPLAR_PUBLISH = "exemplar.publish"
    REGISTRATION_FILE = "registration.file"
    REGISTRATION_REVIEW = "registration.review"
    GUIDANCE_WRITE = "guidance.write"
    RECOGNITION_ENTER = "recognition.enter"
    IMPORT_RUN = "import.run"
    CAMPAIGN_CHANGE = "campaign.change"
    PRIORITY_VIEW = "priority.view"
    PRIORITY_CHANGE = "priority.change"
    SUMMARY_VIEW = "summary.view"
    STORY_SEND = "story.send"
    ARTICLE_WRITE = "article.write"
    ARTICLE_PUBLISH = "article.publish"
    POLL_CHANGE = "poll.change"
    POLL_OPEN = "poll.open"
    FEEDBACK_ANSWER = "feedback.answer"
    COMPLAINT_VIEW = "complaint.view"
    VISITS_CHANGE = "visits.change"
    RULES_WRITE = "rules.write"
    RULES_APPLY = "rules.apply"
    NOMINATION_VIEW = "nomination.view"
    NOMINATION_PROPOSE = "nomination.propose"
    NOMINATION_REVIEW = "nomination.review"
    NOMINATION_DECIDE = "nomination.decide"
    HOLD_VIEW = "hold.view"
    HOLD_CHANGE = "hold.change"
    PANEL_CHANGE = "panel.change"
    CONFLICT_CLEAR = "conflict.clear"
    JURY_SIT = "jury.sit"
    SCORE_ENTER = "score.enter"
    VOTE_RUN = "vote.run"
    BATCH_ENTER = "batch.enter"
    BATCH_CONFIRM = "batch.confirm"
    BATCH_APPROVE = "batch.approve"
    AWARD_CHANGE = "award.change"
    COMMENDATION_ENTER = "commendation.enter"
    CERTIFICATE_PRINT = "certificate.print"
    PAPER_VIEW = "paper.view"
    PAPER_WRITE = "paper.write"
    NOTICE_SEND = "notice.send"
    NOTICE_OVERSEE = "notice.oversee"


# In words a user reads, on the page "what may this person do here, and why".
WORDS = {
    Permission.UNIT_VIEW: "Xem đơn vị và lịch sử đơn vị",
    Permission.UNIT_CHANGE: "Thêm, đổi tên, sáp nhập đơn vị",
    Permission.PEOPLE_CARE: "Mời, khóa, cấp lại mật khẩu cho người của đơn vị",
    Permission.MEMBERSHIP_GRANT: "Giao vai trò ở mọi đơn vị trong phạm vi",
    Permission.ACCESS_EXPLAIN: "Xem một người được làm gì, vì sao",
    Permission.AUDIT_VIEW: "Xem nhật ký",
    Permission.PERSONAL_ERASE: "Xóa dữ liệu cá nhân trong nhật ký",
    Permission.EXEMPLAR_VIEW: "Xem mô hình, điển hình và hồ sơ đăng ký",
    Permission.EXEMPLAR_WRITE: "Soạn đăng ký, ghi tiến độ, thêm minh chứng",
    Permission.EXEMPLAR_LEAD: "Ra mắt, tạm dừng, hoàn thành, ngừng mô hình của đơn vị",
    Permission.EXEMPLAR_OVERSEE: "Tạm dừng, hoàn thành, ngừng, khôi phục, gộp mô hình",
    Permission.EXEMPLAR_PUBLISH: "Duyệt đưa mô hình ra trang công khai",
    Permission.REGISTRATION_FILE: "Gửi, rút đăng ký",
    Permission.REGISTRATION_REVIEW: "Rà soát, duyệt đăng ký",
    Permission.GUIDANCE_WRITE: "Trao đổi, hướng dẫn",
    Permission.RECOGNITION_ENTER: "Ghi quyết định công nhận đã có",
    Permission.IMPORT_RUN: "Nhập danh sách từ bảng tính",
    Permission.CAMPAIGN_CHANGE: "Sửa phong trào, đợt, chủ đề, văn bản",
    Permission.PRIORITY_VIEW: "Xem địa bàn trọng điểm",
    Permission.PRIORITY_CHANGE: "Sửa địa bàn trọng điểm",
    Permission.SUMMARY_VIEW: "Xem tổng hợp",
    Permission.STORY_SEND: "Gửi tin bài cho ban biên tập",
    Permission.ARTICLE_WRITE: "Biên tập tin bài, nhận tin bài gửi đến",
    Permission.ARTICLE_PUBLISH: "Duyệt, xuất bản tin bài",
    Permission.POLL_CHANGE: "Soạn bình chọn",
    Permission.POLL_OPEN: "Duyệt, mở bình chọn, công bố kết luận",
    Permission.FEEDBACK_ANSWER: "Tiếp nhận, trả lời góp ý và giới thiệu gương",
    Permission.COMPLAINT_VIEW: "Đọc khiếu nại, tố cáo gửi nhầm vào hộp góp ý để chuyển đúng nơi",
    Permission.VISITS_CHANGE: "Ghi số dư lượt truy cập từ cổng cũ",
    Permission.RULES_WRITE: "Soạn bộ tiêu chí",
    Permission.RULES_APPLY: "Áp dụng, thay thế bộ tiêu chí",
    Permission.NOMINATION_VIEW: "Xem đề nghị công nhận gửi đến",
    Permission.NOMINATION_PROPOSE: "Đề nghị công nhận, rút đề nghị, kiến nghị xem xét lại",
    Permission.NOMINATION_REVIEW: "Rà soát, kết luận thẩm định, công khai lấy ý kiến, trình",
    Permission.NOMINATION_DECIDE: "Quyết định chưa công nhận",
    Permission.HOLD_VIEW: "Xem hồ sơ tạm chưa xét và lý do",
    Permission.HOLD_CHANGE: "Tạm chưa xét, thôi tạm hoãn một hồ sơ",
    Permission.PANEL_CHANGE: "Lập hội đồng, phân công chấm",
    Permission.CONFLICT_CLEAR: "Bỏ cảnh báo xung đột lợi ích, có ghi lý do",
    Permission.JURY_SIT: "Chấm điểm, bỏ phiếu ở hội đồng được giao",
    Permission.SCORE_ENTER: "Chấm thẩm định, nhập phiếu chấm giấy",
    Permission.VOTE_RUN: "Tổ chức bỏ phiếu, ghi biên bản",
    Permission.BATCH_ENTER: "Lập đợt công nhận, nhập quyết định",
    Permission.BATCH_CONFIRM: "Xác nhận quyết định người khác đã nhập",
    Permission.BATCH_APPROVE: "Duyệt công nhận trên hệ thống",
    Permission.AWARD_CHANGE: "Sửa hình thức khen thưởng, mức tiền thưởng",
    Permission.COMMENDATION_ENTER: "Ghi khen thưởng đã quyết định",
    Permission.CERTIFICATE_PRINT: "In giấy chứng nhận, giấy khen",
    Permission.PAPER_VIEW: "Xem văn bản đã soạn, sổ văn bản",
    Permission.PAPER_WRITE: "Ghi số, ngày, bản quét văn bản; giữ sổ, mẫu, thể thức của đơn vị",
    Permission.NOTICE_SEND: "Gửi, hủy thư đang chờ gửi của đơn vị",
    Permission.NOTICE_OVERSEE: "Xem thư điện tử chưa gửi được, cho gửi lại",
}
