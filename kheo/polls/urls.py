"""Addresses of this room: the public's and the editors'."""

app_name = "polls"

urlpatterns = []
