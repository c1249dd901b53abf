"""How Django finds this room."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "kheo.reports"
    label = "reports"
    verbose_name = "Tổng hợp"
    default_auto_field = "django.db.models.BigAutoField"
