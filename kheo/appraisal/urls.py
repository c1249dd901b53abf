"""Addresses of this room: each part of the work has its own list, joined here."""

app_name = "appraisal"

urlpatterns: list = []
