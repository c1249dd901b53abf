"""Addresses of this room."""

from django.urls import path, re_path

from kheo.documents.drawing import AT_ONCE
from kheo.movement.lifecycle.exemplar import EXEMPLAR_MOVES
from kheo.movement.lifecycle.registration import REGISTRATION_MOVES
from kheo.movement.views import (
    campaigns,
    desk,
    directives,
    drafts,
    evidence,
    exemplars,
    files,
    guests,
    imports,
    papers,
    photos,
    progress,
    register,
    registrations,
    renewals,
    standing,
    uploads,
)

app_name = "movement"

_EXEMPLAR_MOVE = "|".join(EXEMPLAR_MOVES)
_REGISTRATION_MOVE = "|".join(REGISTRATION_MOVES)
_VARIANT = f"(?P<variant>{'|'.join(AT_ONCE)})"

urlpatterns = [
    # the desk and the register as lists
    path("", desk.my_work, name="my_work"),
    path("mo-hinh/", register.exemplar_list, name="exemplar_list"),
    path("mo-hinh/bang-tinh/", register.exemplar_export, name="exemplar_export"),
    path("mo-hinh/bo-loc/", desk.saved_view_add, name="saved_view_add"),
    path("mo-hinh/bo-loc/<int:pk>/bo/", desk.saved_view_remove, name="saved_view_remove"),
    path("dang-ky/", register.registration_list, name="registration_list"),
    # an office's own list into the register
    path("nhap/", imports.import_list, name="import_list"),
    path("nhap/moi/", imports.import_new, name="import_new"),
    path("nhap/<int:pk>/", imports.import_detail, name="import_detail"),
    path("nhap/<int:pk>/tinh-hinh/", imports.import_state, name="import_state"),
    path("nhap/<int:pk>/loi/", imports.import_errors, name="import_errors"),
    path("nhap/<int:pk>/cot/", imports.import_mapping, name="import_mapping"),
    path("nhap/<int:pk>/ghi/", imports.import_write, name="import_write"),
    path("nhap/<int:pk>/bo/", imports.import_drop, name="import_drop"),
    path("nhap/<int:pk>/chay-lai/", imports.import_again, name="import_again"),
    path("nhap/<int:pk>/hoan-tac/", imports.import_undo, name="import_undo"),
    path("tim/", register.search, name="search"),
    # the register: files, registrations, moves
    path("luu-nhap/<slug:form>/<slug:about>/", drafts.draft_save, name="draft_save"),
    path("bo-nhap/<slug:form>/<slug:about>/", drafts.draft_discard, name="draft_discard"),
    path("dang-ky/moi/", files.registration_new, name="registration_new"),
    path("dang-ky/<int:pk>/", registrations.registration_detail, name="registration_detail"),
    path("dang-ky/<int:pk>/soan-xong/", registrations.registration_ready, name="registration_ready"),
    re_path(
        rf"^dang-ky/(?P<pk>\d+)/buoc/(?P<move>{_REGISTRATION_MOVE})/$",
        registrations.registration_advance,
        name="registration_advance",
    ),
    path("dang-ky-tiep/", renewals.renewal, name="renewal"),
    path("dang-ky-tiep/ket-qua/", renewals.renewal_done, name="renewal_done"),
    path("mo-hinh/<int:pk>/", exemplars.exemplar_detail, name="exemplar_detail"),
    path("mo-hinh/<int:pk>/dang-ky/", registrations.registration_open, name="registration_open"),
    path("mo-hinh/<int:pk>/sua/", files.exemplar_edit, name="exemplar_edit"),
    re_path(
        rf"^mo-hinh/(?P<pk>\d+)/buoc/(?P<move>{_EXEMPLAR_MOVE})/$",
        exemplars.exemplar_advance,
        name="exemplar_advance",
    ),
    path("mo-hinh/<int:pk>/gop/", exemplars.exemplar_merge, name="exemplar_merge"),
    path("mo-hinh/<int:pk>/cong-khai/", exemplars.exemplar_publish, name="exemplar_publish"),
    path("mo-hinh/<int:pk>/thoi-cong-khai/", exemplars.exemplar_withdraw, name="exemplar_withdraw"),
    path("mo-hinh/<int:pk>/tien-do/", progress.progress_new, name="progress_new"),
    path("mo-hinh/<int:pk>/tien-do/<int:note>/", progress.progress_edit, name="progress_edit"),
    path("mo-hinh/<int:pk>/tien-do/<int:note>/bo/", progress.progress_remove, name="progress_remove"),
    path("mo-hinh/<int:pk>/nguon-luc/", progress.contribution_new, name="contribution_new"),
    path("mo-hinh/<int:pk>/nguon-luc/<int:row>/bo/", progress.contribution_remove, name="contribution_remove"),
    path("mo-hinh/<int:pk>/trao-doi/", progress.guidance_say, name="guidance_say"),
    path("mo-hinh/<int:pk>/cong-nhan/", standing.recognition_new, name="recognition_new"),
    path("cong-nhan/<int:pk>/huy-bo/", standing.recognition_annul, name="recognition_annul"),
    path("mo-hinh/<int:pk>/xac-nhan/", standing.verification_new, name="verification_new"),
    path("mo-hinh/<int:pk>/dong-y/", standing.consent_new, name="consent_new"),
    path("mo-hinh/<int:pk>/dong-y/<int:consent>/rut/", standing.consent_take_back, name="consent_take_back"),
    # papers of the unit's own side
    re_path(rf"^mo-hinh/(?P<pk>\d+)/phieu/{_VARIANT}/$", papers.exemplar_form, name="exemplar_form"),
    re_path(rf"^dang-ky/(?P<pk>\d+)/phieu/{_VARIANT}/$", papers.registration_form, name="registration_form"),
    *(
        path(
            f"dang-ky/phieu-trang/{each}/",
            papers.registration_blank,
            {"variant": each},
            name=f"registration_blank_{each}",
        )
        for each in AT_ONCE
    ),
    # evidence
    path("mo-hinh/<int:pk>/minh-chung/", evidence.evidence_list, name="evidence_list"),
    path("mo-hinh/<int:pk>/minh-chung/them/", evidence.evidence_add, name="evidence_add"),
    path("mo-hinh/<int:pk>/minh-chung/tai-len/", uploads.upload_open, name="upload_open"),
    path("mo-hinh/<int:pk>/minh-chung/tai-len/<uuid:upload>/", uploads.upload_piece, name="upload_piece"),
    path("minh-chung/<int:pk>/", evidence.evidence_detail, name="evidence_detail"),
    path("minh-chung/<int:pk>/bo/", evidence.evidence_remove, name="evidence_remove"),
    re_path(r"^minh-chung/(?P<pk>\d+)/tep/(?P<variant>sach|nho|goc)/$", evidence.evidence_file, name="evidence_file"),
    path("minh-chung/<int:pk>/nguoi-trong-anh/", photos.evidence_people, name="evidence_people"),
    path("minh-chung/<int:pk>/che-mo/", photos.evidence_blur, name="evidence_blur"),
    path("minh-chung/<int:pk>/bo-che/", photos.evidence_unblur, name="evidence_unblur"),
    path("minh-chung/<int:pk>/cong-khai/", photos.evidence_show, name="evidence_show"),
    path("minh-chung/<int:pk>/thoi-cong-khai/", photos.evidence_hide, name="evidence_hide"),
    # the 14-day link
    path("mo-hinh/<int:pk>/lien-ket/", guests.guest_link_list, name="guest_link_list"),
    path("lien-ket/<int:pk>/", guests.guest_link_detail, name="guest_link_detail"),
    path("lien-ket/<int:pk>/dong/", guests.guest_link_close, name="guest_link_close"),
    path("lien-ket/tin/<int:pk>/nhan/", guests.guest_note_accept, name="guest_note_accept"),
    path("lien-ket/tin/<int:pk>/chua-nhan/", guests.guest_note_decline, name="guest_note_decline"),
    path("lien-ket/anh/<int:pk>/", guests.guest_photo, name="guest_photo"),
    path("gui/<str:token>/", guests.guest_send, name="guest_send"),
    # settings of the movement
    path("cai-dat/", campaigns.settings, name="settings"),
    path("cai-dat/van-ban/<int:pk>/tep/", directives.file_add, name="directive_file_add"),
    path("cai-dat/van-ban/<int:pk>/tep/<int:file>/bo/", directives.file_remove, name="directive_file_remove"),
    *(
        each
        for kind, setting in campaigns.SETTINGS.items()
        for each in (
            path(f"cai-dat/{kind}/", campaigns.setting_list, {"kind": kind}, name=f"{setting.name}_list"),
            path(f"cai-dat/{kind}/them/", campaigns.setting_new, {"kind": kind}, name=f"{setting.name}_new"),
            path(f"cai-dat/{kind}/<int:pk>/", campaigns.setting_edit, {"kind": kind}, name=f"{setting.name}_edit"),
        )
    ),
]
