"""Which room answers which address. Paths are Vietnamese without accents, names English (design section 5)."""

from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail.admin import urls as newsroom_urls

from kheo.portal.api import urls as open_data
from kheo.portal.api.description import describe
from kheo.portal.views.documents import document
from kheo.portal.views.pages import page

urlpatterns = [
    path("lam-viec/binh-chon/", include("kheo.polls.work_urls")),
    path("lam-viec/", include("kheo.notices.urls")),
    path("lam-viec/van-ban/", include("kheo.documents.urls")),
    path("lam-viec/luot-truy-cap/", include("kheo.visits.work_urls")),
    path("lam-viec/", include("kheo.movement.urls")),
    path("lam-viec/xet/", include("kheo.appraisal.urls")),
    path("lam-viec/tong-hop/", include("kheo.reports.urls")),
    path("lam-viec/", include("kheo.portal.work_urls")),
    path("tai-khoan/", include("kheo.accounts.urls")),
    path("tai-khoan/", include("kheo.accounts.sign_in_urls")),
    path("he-thong/", include("kheo.core.urls")),
    path("binh-chon/", include("kheo.polls.urls")),
    path("cong-khai/", include("kheo.appraisal.public_urls")),
    path("thong-ke/", include("kheo.visits.urls")),
    # Who somebody is at the desk is said in our own pages.
    # One door: its own would ask for no second step and count no failures.
    path("bien-tap/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("bien-tap/account/", RedirectView.as_view(pattern_name="accounts:me")),
    path("bien-tap/", include(newsroom_urls)),
    path("tep/<int:document_id>/<path:document_filename>", document, name="wagtaildocs_serve"),
    path("api/v1/docs", describe, name="api_docs"),
    path("api/v1/", open_data),
    path("", include("kheo.appraisal.certificate_urls")),
    path("", include("kheo.portal.urls")),
    re_path(r"^((?:[\w\-]+/)*)$", page, name="wagtail_serve"),
]
