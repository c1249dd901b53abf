"""How Django finds this room."""

from django.apps import AppConfig


class UnitsConfig(AppConfig):
    name = "kheo.units"
    label = "units"
    verbose_name = "Đơn vị"
    default_auto_field = "django.db.models.BigAutoField"
