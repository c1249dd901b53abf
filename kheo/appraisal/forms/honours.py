"""The form of an honours day."""

from datetime import datetime

from django.utils import timezone

from kheo.appraisal.models import BatchItem, HonoursDay
from kheo.core.forms import DayField, HouseForm, PlainTextField, WholeNumberField
from kheo.polls.forms import TimeField


class HonoursForm(HouseForm):
    """When, where, who; and a number a file, by which they come up."""

    title = PlainTextField(300, label="Tên buổi lễ", initial="Hội nghị biểu dương điển hình “Dân vận khéo”")
    on = DayField(label="Ngày")
    at = TimeField(label="Giờ", help_text="Ví dụ 7:30.")
    where = PlainTextField(300, label="Địa điểm")
    host = PlainTextField(200, label="Người dẫn chương trình", required=False)
    giver = PlainTextField(200, label="Người trao", required=False, help_text="Ví dụ: đồng chí Bí thư Đảng ủy.")
    per_turn = WholeNumberField(label="Mỗi lượt lên nhận", min_value=1, max_value=50, initial=10, help_text="Số người.")
    guests = PlainTextField(
        10_000, label="Đại biểu được mời", required=False,
        help_text="Mỗi dòng một người: họ tên, chức vụ. Giấy mời và biển tên in theo danh sách này.",
    )  # fmt: skip

    def __init__(self, *args, items: list[BatchItem], **kwargs):
        super().__init__(*args, **kwargs)
        self.items = items
        for place, item in enumerate(items, 1):
            name = str(item.nomination.exemplar)
            self.add(f"place-{item.pk}", WholeNumberField(label=name, initial=place, max_value=9999, help_text=""))

    def rows(self):
        return [self[f"place-{item.pk}"] for item in self.items]

    def facts(self) -> dict:
        """What the action takes."""
        said = self.cleaned_data
        plain = {name: said[name] for name in ("title", "where", "host", "giver", "per_turn", "guests")}
        order = sorted(self.items, key=lambda item: said[f"place-{item.pk}"])
        starts_at = timezone.make_aware(datetime.combine(said["on"], said["at"]))
        return plain | {"starts_at": starts_at, "order": [item.pk for item in order]}


def initial_of(day: HonoursDay) -> dict:
    at = timezone.localtime(day.starts_at)
    plain = ("title", "where", "host", "giver", "per_turn", "guests")
    return {name: getattr(day, name) for name in plain} | {"on": at.date(), "at": at.time()}
