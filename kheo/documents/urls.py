"""Addresses of papers in the working app, below /lam-viec/van-ban/."""

from django.urls import path, re_path

from kheo.documents.drawing import VARIANTS
from kheo.documents.views import offices, papers, registers

app_name = "documents"

urlpatterns = [
    path("", papers.paper_list, name="paper_list"),
    path("<int:pk>/", papers.paper_detail, name="paper_detail"),
    re_path(rf"^(?P<pk>\d+)/tai/(?P<variant>{'|'.join(VARIANTS)})/$", papers.paper_file, name="paper_file"),
    path("<int:pk>/ban-hanh/", papers.paper_issue, name="paper_issue"),
    path("<int:pk>/sua/", papers.paper_correct, name="paper_correct"),
    path("<int:pk>/ban-quet/", papers.paper_scan, name="paper_scan"),
    path("<int:pk>/xac-nhan/", papers.paper_confirm, name="paper_confirm"),
    path("<int:pk>/thu-hoi/", papers.paper_withdraw, name="paper_withdraw"),
    path("<int:pk>/bo/", papers.paper_drop, name="paper_drop"),
    path("so/", registers.register_list, name="register_list"),
    path("so/moi/", registers.register_new, name="register_new"),
    path("so/<int:pk>/", registers.register_detail, name="register_detail"),
    path("so/<int:pk>/sua/", registers.register_edit, name="register_edit"),
    path("so/<int:pk>/da-dung/", registers.register_begin, name="register_begin"),
    path("so/<int:pk>/lay-so/", registers.register_take, name="register_take"),
    path("so/<int:pk>/chen-so/", registers.register_insert, name="register_insert"),
    path("mau/", offices.template_list, name="template_list"),
    path("mau/moi/", offices.template_new, name="template_new"),
    path("mau/khoi-dau/dang/", offices.template_starter, {"form": "party"}, name="template_starter_party"),
    path("mau/khoi-dau/nha-nuoc/", offices.template_starter, {"form": "state"}, name="template_starter_state"),
    re_path(r"^mau/(?P<pk>\d+)/(?P<variant>goc|thu)/$", offices.template_file, name="template_file"),
    path("mau/<int:pk>/bo/", offices.template_take_out, name="template_take_out"),
    path("the-thuc/", offices.style_list, name="style_list"),
    path("the-thuc/<int:pk>/", offices.style_edit, name="style_edit"),
]
