"""Addresses of this room; sign-in itself stands in `sign_in_urls`."""

from django.urls import path

from kheo.accounts import unit_urls
from kheo.accounts.views import audit, handover, invitations, me, memberships, people, people_import

app_name = "accounts"

urlpatterns = [
    path("", me.me, name="me"),
    path("sua/", me.me_edit, name="me_edit"),
    path("nguoi/", people.people, name="people"),
    path("nguoi/moi/", invitations.invite, name="invite"),
    path("nguoi/nhap/", people_import.people_import, name="people_import"),
    path("nguoi/nhap/tao/", people_import.people_import_run, name="people_import_run"),
    path("nguoi/nhap/mau/", people_import.people_import_sample, name="people_import_sample"),
    path("nguoi/nhap/<slug:batch>/", people_import.people_import_done, name="people_import_done"),
    path("nguoi/nhap/<slug:batch>/lien-ket/", people_import.people_import_links, name="people_import_links"),
    path("nguoi/<int:pk>/", people.person, name="person"),
    path("nguoi/<int:pk>/sua/", people.person_edit, name="person_edit"),
    path("nguoi/<int:pk>/khoa/", people.person_disable, name="person_disable"),
    path("nguoi/<int:pk>/mo-lai/", people.person_enable, name="person_enable"),
    path("nguoi/<int:pk>/dat-lai-mat-khau/", people.person_let_back_in, name="person_let_back_in"),
    path("nguoi/<int:pk>/quyen/", people.person_rights, name="person_rights"),
    path("nguoi/<int:pk>/vai-tro/", memberships.membership_grant, name="membership_grant"),
    path("vai-tro/<int:pk>/doi/", memberships.membership_change, name="membership_change"),
    path("vai-tro/<int:pk>/ket-thuc/", memberships.membership_end, name="membership_end"),
    path("vai-tro/<int:pk>/ban-giao/", handover.hand_over, name="hand_over"),
    path("loi-moi/<int:pk>/", invitations.invitation, name="invitation"),
    path("loi-moi/<int:pk>/huy/", invitations.invitation_withdraw, name="invitation_withdraw"),
    path("vao/<slug:secret>/", invitations.welcome, name="welcome"),
    path("nhat-ky/", audit.audit, name="audit"),
    path("nhat-ky/<int:number>/xoa-du-lieu-ca-nhan/", audit.audit_erase, name="audit_erase"),
    *unit_urls.urlpatterns,
]
