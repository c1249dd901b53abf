"""Addresses of polls in the working app."""

from django.urls import path, re_path

from kheo.polls.lifecycle import POLL_MOVES
from kheo.polls.views import desk

app_name = "poll_desk"

urlpatterns = [
    path("", desk.poll_list, name="list"),
    path("moi/", desk.poll_new, name="new"),
    path("<int:pk>/", desk.poll_detail, name="detail"),
    path("<int:pk>/sua/", desk.poll_edit, name="edit"),
    re_path(rf"^(?P<pk>\d+)/buoc/(?P<move>{'|'.join(POLL_MOVES)})/$", desk.poll_advance, name="advance"),
    path("<int:pk>/dong-som/", desk.poll_close, name="close"),
    path("<int:pk>/ket-luan/", desk.poll_conclude, name="conclude"),
]
