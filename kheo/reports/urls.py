"""Addresses of this room."""

from django.urls import path

from kheo.reports import views

app_name = "reports"

urlpatterns = [
    path("", views.summary, name="summary"),
    path("bang-tinh/", views.summary_export, name="summary_export"),
    path("nguon-luc/", views.ledger, name="ledger"),
]
