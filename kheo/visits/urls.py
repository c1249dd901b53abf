"""Addresses below /thong-ke/. The beacon's own (/dem/) are answered by the middleware."""

from django.urls import path

from kheo.visits.views import statistics

app_name = "visits"

urlpatterns = [
    path("", statistics.statistics, name="statistics"),
    path("so-lieu.csv", statistics.statistics_csv, name="statistics_csv"),
    path("cach-tinh/", statistics.method, name="method"),
]
