"""How Django finds this room."""

from django.apps import AppConfig


class MovementConfig(AppConfig):
    name = "kheo.movement"
    label = "movement"
    verbose_name = "Phong trào"
    default_auto_field = "django.db.models.BigAutoField"
