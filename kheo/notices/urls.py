"""Addresses of notices, the outbox and mail; all of them in the working app."""

from django.urls import path

from kheo.notices.views import mails, notices, outbox

app_name = "notices"

urlpatterns = [
    path("thong-bao/", notices.notice_list, name="list"),
    path("thong-bao/tat-ca/", notices.notice_list, {"which": "tat-ca"}, name="all"),
    path("thong-bao/da-doc/", notices.read_all, name="read_all"),
    path("thong-bao/cach-nhan/", notices.ways, name="ways"),
    path("thong-bao/thu-dien-tu/", mails.mail_list, name="mails"),
    path("thong-bao/thu-dien-tu/gui-lai/", mails.try_again, name="mails_again"),
    path("thong-bao/<int:pk>/", notices.detail, name="detail"),
    path("thong-bao/<int:pk>/mo/", notices.open_one, name="open"),
    path("thu-cho-gui/", outbox.letter_list, name="outbox"),
    path("thu-cho-gui/da-gui/", outbox.letter_list, {"which": "da-gui"}, name="outbox_sent"),
    path("thu-cho-gui/da-huy/", outbox.letter_list, {"which": "da-huy"}, name="outbox_cancelled"),
    path("thu-cho-gui/xem-truoc/", outbox.preview, name="preview"),
    path("thu-cho-gui/gui/", outbox.send, name="send"),
    path("thu-cho-gui/huy/", outbox.cancel, name="cancel"),
    path("thu-cho-gui/<int:pk>/", outbox.letter, name="dispatch"),
]
