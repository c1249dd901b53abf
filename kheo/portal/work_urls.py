"""Addresses of the portal in the working app: stories sent in, what the public sends."""

app_name = "stories"

urlpatterns = []
