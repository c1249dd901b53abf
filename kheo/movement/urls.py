"""Addresses of this room."""

app_name = "movement"

urlpatterns: list = []
