"""How Django finds this room, and its line of the working frame's rail."""

from django.apps import AppConfig


class VisitsConfig(AppConfig):
    name = "kheo.visits"
    label = "visits"
    verbose_name = "Lượt truy cập"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # Models are there only once all rooms are loaded.
        from kheo.accounts.permissions import Permission as P
        from kheo.accounts.rail import Entry, register
        from kheo.visits import countable, trail_words
        from kheo.visits.views import statistics

        trail_words.tell()
        register(Entry("Lượt truy cập", "openings:list", (P.VISITS_CHANGE,), group="Hệ thống", order=60))
        countable.register("thong-ke", statistics.section_of, titles=statistics.titles)
