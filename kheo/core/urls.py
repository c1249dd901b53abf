"""Addresses of the ground floor."""

app_name = "core"

urlpatterns: list = []
