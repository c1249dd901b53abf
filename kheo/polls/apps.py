"""How Django finds this room, and its line of the working frame's rail."""

from django.apps import AppConfig


class PollsConfig(AppConfig):
    name = "kheo.polls"
    label = "polls"
    verbose_name = "Bình chọn"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # Models are there only once all rooms are loaded.
        from kheo.accounts.permissions import Permission as P
        from kheo.accounts.rail import Entry, register
        from kheo.polls import trail_words

        trail_words.tell()
        register(Entry("Bình chọn", "poll_desk:list", (P.POLL_CHANGE, P.POLL_OPEN), group="Cổng thông tin", order=40))
