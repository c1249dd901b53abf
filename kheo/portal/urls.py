"""Addresses of this room."""

from django.urls import path

from kheo.portal import views

app_name = "portal"

urlpatterns = [
    path("", views.home, name="home"),
    path("mo-hinh/", views.library, name="library"),
    path("mo-hinh/<slug:address>-<int:pk>/", views.exemplar, name="exemplar"),
    path("anh/<int:pk>/", views.photo, name="photo"),
]
