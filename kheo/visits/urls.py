"""Addresses below /thong-ke/. The beacon's own (/dem/) is answered by the middleware."""

from django.urls import path

from kheo.visits.views import statistics

app_name = "visits"

urlpatterns = [
    path("", statistics.statistics, name="statistics"),
    path("cach-tinh/", statistics.method, name="method"),
]
