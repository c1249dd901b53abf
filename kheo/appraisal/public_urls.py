"""Addresses of files shown for comment, that anyone opens."""

from django.urls import path

from kheo.appraisal.views import public

app_name = "shown"

urlpatterns = [
    path("", public.shown_list, name="list"),
    path("<int:pk>/", public.shown_file, name="file"),
]
