"""Addresses of polls in the working app."""

urlpatterns = []
