"""Addresses of the counter in the working app."""

from django.urls import path

from kheo.visits.views import openings

app_name = "openings"

urlpatterns = [
    path("", openings.opening_list, name="list"),
    path("ca-cong/", openings.opening_site, name="site"),
    path("<int:pk>/", openings.opening_edit, name="edit"),
]
