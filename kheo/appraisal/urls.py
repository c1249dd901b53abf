"""Addresses of this room: each part of the work has its own list, joined here."""

from django.urls import path, re_path

from kheo.appraisal.actions.nominations import PRESSED
from kheo.appraisal.views import bulk, nominations

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
]
