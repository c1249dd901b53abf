"""How Django finds this room."""

from django.apps import AppConfig


class PollsConfig(AppConfig):
    name = "kheo.polls"
    label = "polls"
    verbose_name = "Bình chọn"
    default_auto_field = "django.db.models.BigAutoField"
