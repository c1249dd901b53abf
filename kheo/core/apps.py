"""How Django finds this room."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "kheo.core"
    label = "core"
    verbose_name = "Nền"
    default_auto_field = "django.db.models.BigAutoField"
