"""`manage.py migrate`: Django's own, and then the counter's database, so that one command is enough."""

from typing import Any

from django.core.management.commands import migrate

from kheo.visits.router import ALIAS, is_apart


class Command(migrate.Command):
    """Takes Django's own options."""

    help = "Đưa cơ sở dữ liệu lên bản hiện hành: hồ sơ, rồi lượt truy cập (một tệp riêng khi dùng SQLite)."

    def handle(self, *args: Any, **options: Any) -> None:
        if options["database"] == ALIAS:
            self._counter(options)
            return
        super().handle(*args, **options)
        if options["app_label"] in (None, "visits"):
            self._counter(options)

    def _counter(self, options: dict[str, Any]) -> None:
        # Only this room's migrations: the other rooms have nothing there, and two hundred of theirs take their time.
        if is_apart():
            super().handle(**{**options, "database": ALIAS, "app_label": "visits", "run_syncdb": False})
