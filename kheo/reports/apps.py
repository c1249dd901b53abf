"""How Django finds this room, and its line of the working frame's rail."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "kheo.reports"
    label = "reports"
    verbose_name = "Tổng hợp"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kheo.accounts.permissions import Permission
        from kheo.accounts.rail import Entry, register

        register(Entry("Tổng hợp", "reports:summary", (Permission.SUMMARY_VIEW,), group="Tổng hợp", order=10))
