"""Addresses of this room."""

app_name = "visits"

urlpatterns = []
