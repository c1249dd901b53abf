"""How Django finds this room, and its lines of the working frame's rail."""

from django.apps import AppConfig


class MovementConfig(AppConfig):
    name = "kheo.movement"
    label = "movement"
    verbose_name = "Phong trào"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # Models are there only once all rooms are loaded.
        from kheo.accounts import handover  # all of these read models
        from kheo.accounts.permissions import Permission as P
        from kheo.accounts.rail import Entry, register
        from kheo.movement import trail_words
        from kheo.movement.actions.handover import CARRIERS
        from kheo.movement.queries.desk import waiting_count

        handover.register(*CARRIERS)
        trail_words.tell()
        register(
            Entry("Việc của tôi", "movement:my_work", (P.EXEMPLAR_VIEW,), order=10, count=waiting_count),
            Entry("Đăng ký", "movement:registration_list", (P.EXEMPLAR_VIEW,), order=20),
            Entry("Đăng ký tiếp", "movement:renewal", (P.EXEMPLAR_WRITE,), order=25),
            Entry("Mô hình", "movement:exemplar_list", (P.EXEMPLAR_VIEW,), order=30),
            Entry("Phong trào, đợt, chủ đề", "movement:settings", (P.CAMPAIGN_CHANGE,), group="Hệ thống", order=20),
            Entry("Nhập danh sách", "movement:import_list", (P.IMPORT_RUN,), order=35),
            Entry("Tìm kiếm", "movement:search", (P.EXEMPLAR_VIEW,), order=40),
        )
