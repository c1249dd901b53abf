"""How Django finds this room, and its lines of the working frame's rail."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "kheo.notices"
    label = "notices"
    verbose_name = "Thông báo"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # Models are there only once all rooms are loaded.
        from kheo.accounts.permissions import Permission as P
        from kheo.accounts.rail import Entry, register
        from kheo.audit.models import listen
        from kheo.notices import queries, tasks, trail_words
        from kheo.notices.actions import mails, sweeping

        trail_words.tell()
        listen(sweeping.hear)
        mails.ask_with(tasks.ask)
        register(
            Entry("Thông báo", "notices:list", order=15, count=queries.unread_count, begins_day=False),
            Entry("Thư chờ gửi", "notices:outbox", (P.NOTICE_SEND,), order=45, count=queries.waiting_count),
            Entry(
                "Thư điện tử", "notices:mails", (P.NOTICE_OVERSEE,),
                group="Hệ thống", order=70, count=queries.failed_count,
            ),
        )  # fmt: skip
