"""How Django finds this room, and its lines of the working frame's rail."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "kheo.notices"
    label = "notices"
    verbose_name = "Thông báo"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # Models are there only once all rooms are loaded.
        from kheo.audit.models import listen
        from kheo.notices import tasks, trail_words
        from kheo.notices.actions import mails, sweeping

        trail_words.tell()
        listen(sweeping.hear)
        mails.ask_with(tasks.ask)
