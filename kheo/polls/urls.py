"""Addresses of polls that anyone opens."""

from django.urls import path

from kheo.polls.views import public

app_name = "polls"

urlpatterns = [
    path("", public.poll_list, name="list"),
    path("<int:pk>-<slug:slug>/", public.poll, name="poll"),
    path("<int:pk>-<slug:slug>/phieu/", public.vote, name="vote"),
]
