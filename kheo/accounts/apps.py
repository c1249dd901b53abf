"""How Django finds this room."""

from django.apps import AppConfig

from kheo.accounts.permissions import Permission


class AccountsConfig(AppConfig):
    name = "kheo.accounts"
    label = "accounts"
    verbose_name = "Tài khoản"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kheo.accounts import rail, trail_words  # models may be imported only once the apps are ready

        trail_words.tell()
        rail.register(
            rail.Entry("Đơn vị", "accounts:unit_list", (Permission.UNIT_VIEW,), group="Đơn vị", order=10),
            rail.Entry("Người của đơn vị", "accounts:people", (Permission.PEOPLE_CARE,), group="Đơn vị", order=20),
            rail.Entry("Nhật ký", "accounts:audit", (Permission.AUDIT_VIEW,), group="Hệ thống", order=80),
            rail.Entry("Tài khoản của tôi", "accounts:me", group="Hệ thống", order=90),
        )
