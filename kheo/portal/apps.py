"""How Django finds this room, and what it asks to hear of."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "kheo.portal"
    label = "portal"
    verbose_name = "Cổng thông tin"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from django.db.models.signals import post_migrate

        from kheo.audit.models import listen
        from kheo.portal import freshness, trail_words, views

        post_migrate.connect(lay_ground, sender=self)
        listen(freshness.hear)
        trail_words.tell()
        freshness.connect()
        views.load()


def lay_ground(**kwargs) -> None:
    """After `migrate` (and after a test that emptied the tables) the portal has its home and sections."""
    from kheo.portal.actions.ground import lay  # its models are there only once all rooms are loaded

    if kwargs.get("using") == "default":
        lay()
