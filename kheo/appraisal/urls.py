"""Addresses of this room: each part of the work has its own list, joined here."""

from django.urls import path, re_path

from kheo.appraisal.actions.nominations import PRESSED
from kheo.appraisal.views import bulk, nominations, rule_sets

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
    # rule sets
    path("bo-tieu-chi/", rule_sets.rule_set_list, name="rule_set_list"),
    path("bo-tieu-chi/moi/", rule_sets.rule_set_new, name="rule_set_new"),
    path("bo-tieu-chi/<int:pk>/", rule_sets.rule_set_detail, name="rule_set_detail"),
    path("bo-tieu-chi/<int:pk>/sua/", rule_sets.rule_set_edit, name="rule_set_edit"),
    path("bo-tieu-chi/<int:pk>/ban-moi/", rule_sets.rule_set_revise, name="rule_set_revise"),
    path("bo-tieu-chi/<int:pk>/bo/", rule_sets.rule_set_discard, name="rule_set_discard"),
    path("bo-tieu-chi/<int:pk>/ap-dung/", rule_sets.rule_set_apply, name="rule_set_apply"),
    path("bo-tieu-chi/<int:pk>/thoi-ap-dung/", rule_sets.rule_set_end, name="rule_set_end"),
]
