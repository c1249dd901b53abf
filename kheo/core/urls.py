"""Addresses of the ground floor: the gallery of components, for those who build Khéo."""

from django.urls import path

from kheo.core import views

app_name = "core"

urlpatterns = [path("thanh-phan/", views.gallery, name="gallery")]
