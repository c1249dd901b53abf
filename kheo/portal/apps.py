"""How Django finds this room, and what it asks to hear of."""

from django.apps import AppConfig, apps


class PortalConfig(AppConfig):
    name = "kheo.portal"
    label = "portal"
    verbose_name = "Cổng thông tin"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from django.db.models.signals import post_migrate

        from kheo.accounts.permissions import Permission as P
        from kheo.accounts.rail import Entry, register
        from kheo.audit.models import listen
        from kheo.portal import approvals, counted, freshness, labels, trail_words, views
        from kheo.portal.newsroom import may_enter
        from kheo.portal.queries import letters
        from kheo.portal.queries.stories import waiting_count

        # After the last room: the ground stands on the kinds and permissions that each room's own signal makes.
        last = [room for room in apps.get_app_configs() if room.models_module][-1]
        post_migrate.connect(lay_ground, sender=last)
        listen(freshness.hear)
        trail_words.tell()
        freshness.connect()
        approvals.connect()
        labels.put()
        counted.register()
        views.load()
        desk = {"group": "Cổng thông tin", "admits": may_enter}
        register(
            Entry(
                "Góp ý, giới thiệu gương",
                "stories:letters",
                (P.FEEDBACK_ANSWER, P.EXEMPLAR_WRITE, P.COMPLAINT_VIEW),
                group="Cổng thông tin",
                order=30,
                count=letters.waiting_count,
            ),
            Entry("Gửi tin bài", "stories:story_new", (P.STORY_SEND,), group="Cổng thông tin", order=10),
            Entry("Tin bài của tôi", "stories:mine", (P.STORY_SEND,), group="Cổng thông tin", order=15),
            Entry("Tin bài gửi đến", "stories:desk", (P.ARTICLE_WRITE,), order=20, count=waiting_count, **desk),
            Entry("Nhuận bút", "stories:fees", (P.ARTICLE_WRITE,), order=60, **desk),
            Entry("Trang biên tập", "wagtailadmin_home", (P.ARTICLE_WRITE,), order=25, **desk),
        )


def lay_ground(**kwargs) -> None:
    """After `migrate` (and after a test that emptied the tables) the portal has its home and sections."""
    from kheo.portal.actions.ground import lay  # its models are there only once all rooms are loaded

    if kwargs.get("using") == "default":
        lay()
