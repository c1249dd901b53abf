"""Addresses of this room."""

from django.urls import path

from kheo.movement.views import desk, register

app_name = "movement"

urlpatterns = [
    # the desk and the register as lists
    path("", desk.my_work, name="my_work"),
    path("mo-hinh/", register.exemplar_list, name="exemplar_list"),
    path("mo-hinh/bang-tinh/", register.exemplar_export, name="exemplar_export"),
    path("mo-hinh/bo-loc/", desk.saved_view_add, name="saved_view_add"),
    path("mo-hinh/bo-loc/<int:pk>/bo/", desk.saved_view_remove, name="saved_view_remove"),
    path("dang-ky/", register.registration_list, name="registration_list"),
    path("tim/", register.search, name="search"),
]
