"""How Django finds this room, and its lines of the working frame's rail."""

from django.apps import AppConfig


class AppraisalConfig(AppConfig):
    name = "kheo.appraisal"
    label = "appraisal"
    verbose_name = "Thẩm định, công nhận"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # Models are there only once all rooms are loaded.
        from kheo.appraisal import trail_words

        trail_words.tell()
