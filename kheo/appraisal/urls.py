"""Addresses of this room: each part of the work has its own list, joined here."""

from django.urls import path, re_path

from kheo.appraisal.actions.nominations import PRESSED
from kheo.appraisal.lifecycle.vote import VOTE_MOVES
from kheo.appraisal.views import (
    ballots,
    batches,
    bulk,
    consultations,
    files,
    nominations,
    rule_sets,
    submissions,
    votes,
)

app_name = "appraisal"

urlpatterns = [
    # proposals
    path("de-nghi/", nominations.nomination_list, name="nomination_list"),
    path("de-nghi/cua-don-vi/", nominations.proposal_list, name="proposal_list"),
    path("de-nghi/bang-tinh/", nominations.nomination_export, name="nomination_export"),
    path("de-nghi/nhieu/", bulk.nomination_bulk, name="nomination_bulk"),
    path("de-nghi/moi/<int:pk>/", nominations.nomination_new, name="nomination_new"),
    path("de-nghi/<int:pk>/", nominations.nomination_detail, name="nomination_detail"),
    path("de-nghi/<int:pk>/nhom/", nominations.nomination_group, name="nomination_group"),
    re_path(
        rf"^de-nghi/(?P<pk>\d+)/buoc/(?P<move>{'|'.join(PRESSED)})/$",
        nominations.nomination_advance,
        name="nomination_advance",
    ),
    # beside one file: holds, visits, hiệp y, what the public said
    path("tam-hoan/", files.hold_list, name="hold_list"),
    path("tam-hoan/moi/<int:pk>/", files.hold_new, name="hold_new"),
    path("tam-hoan/<int:pk>/thoi/", files.hold_release, name="hold_release"),
    path("de-nghi/<int:pk>/khao-sat/", files.visit_new, name="visit_new"),
    path("khao-sat/<int:pk>/", files.visit_edit, name="visit_edit"),
    path("hiep-y/", consultations.consultation_list, name="consultation_list"),
    path("hiep-y/moi/", consultations.consultation_new, name="consultation_new"),
    path("hiep-y/<int:pk>/", consultations.consultation_detail, name="consultation_detail"),
    path("hiep-y/<int:pk>/ket-thuc/", consultations.consultation_close, name="consultation_close"),
    path("hiep-y/y-kien/<int:pk>/", consultations.consultation_answer, name="consultation_answer"),
    path("y-kien/", files.comment_list, name="comment_list"),
    path("y-kien/<int:pk>/", files.comment_detail, name="comment_detail"),
    path("y-kien/<int:pk>/han-che/", files.comment_restrict, name="comment_restrict"),
    # rule sets
    path("bo-tieu-chi/", rule_sets.rule_set_list, name="rule_set_list"),
    path("bo-tieu-chi/moi/", rule_sets.rule_set_new, name="rule_set_new"),
    path("bo-tieu-chi/<int:pk>/", rule_sets.rule_set_detail, name="rule_set_detail"),
    path("bo-tieu-chi/<int:pk>/sua/", rule_sets.rule_set_edit, name="rule_set_edit"),
    path("bo-tieu-chi/<int:pk>/ban-moi/", rule_sets.rule_set_revise, name="rule_set_revise"),
    path("bo-tieu-chi/<int:pk>/bo/", rule_sets.rule_set_discard, name="rule_set_discard"),
    path("bo-tieu-chi/<int:pk>/ap-dung/", rule_sets.rule_set_apply, name="rule_set_apply"),
    path("bo-tieu-chi/<int:pk>/thoi-ap-dung/", rule_sets.rule_set_end, name="rule_set_end"),
    # tờ trình
    path("to-trinh/", submissions.submission_list, name="submission_list"),
    path("to-trinh/moi/", submissions.submission_new, name="submission_new"),
    path("to-trinh/<int:pk>/", submissions.submission_detail, name="submission_detail"),
    path("to-trinh/<int:pk>/van-ban/", submissions.submission_paper, name="submission_paper"),
    path("to-trinh/<int:pk>/chuyen/", submissions.submission_hand_on, name="submission_hand_on"),
    # decision batches
    path("dot-cong-nhan/", batches.batch_list, name="batch_list"),
    path("dot-cong-nhan/moi/", batches.batch_new, name="batch_new"),
    path("dot-cong-nhan/<int:pk>/", batches.batch_detail, name="batch_detail"),
    path("dot-cong-nhan/<int:pk>/van-ban/", batches.batch_paper, name="batch_paper"),
    path("dot-cong-nhan/<int:pk>/them/", batches.batch_put, name="batch_put"),
    path("dot-cong-nhan/<int:pk>/ho-so/<int:item>/", batches.batch_item, name="batch_item"),
    path("dot-cong-nhan/<int:pk>/ho-so/<int:item>/bo/", batches.batch_take_off, name="batch_take_off"),
    path("dot-cong-nhan/<int:pk>/quyet-dinh/", batches.batch_enter, name="batch_enter"),
    path("dot-cong-nhan/<int:pk>/so/", batches.batch_number, name="batch_number"),
    path("dot-cong-nhan/<int:pk>/ban-quet/", batches.batch_scan, name="batch_scan"),
    path("dot-cong-nhan/<int:pk>/cap-tren/", batches.batch_carry, name="batch_carry"),
    path("dot-cong-nhan/<int:pk>/huy-bo/", batches.batch_withdraw, name="batch_withdraw"),
    re_path(
        rf"^dot-cong-nhan/(?P<pk>\d+)/buoc/(?P<move>{'|'.join(batches.PRESSED)})/$",
        batches.batch_advance,
        name="batch_advance",
    ),
    # votes of a panel
    path("bo-phieu/", votes.vote_list, name="vote_list"),
    path("hoi-dong/<int:panel>/bo-phieu/moi/", votes.vote_new, name="vote_new"),
    path("bo-phieu/<int:pk>/", votes.vote_detail, name="vote_detail"),
    path("bo-phieu/<int:pk>/sua/", votes.vote_edit, name="vote_edit"),
    path("bo-phieu/<int:pk>/diem-danh/", votes.vote_roll, name="vote_roll"),
    re_path(rf"^bo-phieu/(?P<pk>\d+)/buoc/(?P<move>{'|'.join(VOTE_MOVES)})/$", votes.vote_advance, name="vote_advance"),
    path("bo-phieu/<int:pk>/so-phieu/", votes.vote_count, name="vote_count"),
    path("bo-phieu/<int:pk>/bo-phieu-lai/", votes.vote_again, name="vote_again"),
    path("bo-phieu/<int:pk>/den-sau/", votes.vote_late, name="vote_late"),
    path("bo-phieu/<int:pk>/ban-quet/", votes.vote_scan, name="vote_scan"),
    path("bo-phieu/<int:pk>/phieu/", ballots.ballot, name="ballot"),
]
