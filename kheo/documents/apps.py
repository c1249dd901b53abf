"""How Django finds this room, and its line of the working frame's rail."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "kheo.documents"
    label = "documents"
    verbose_name = "Văn bản"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # Models are there only once all rooms are loaded.
        from kheo.accounts.permissions import Permission as P
        from kheo.accounts.rail import Entry, register
        from kheo.documents import queries, trail_words

        trail_words.tell()
        register(
            Entry("Văn bản", "documents:paper_list", (P.PAPER_VIEW,), "Xét công nhận", order=90, count=queries.waiting)
        )
