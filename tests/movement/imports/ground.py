"""What every test of importing stands on: the land of old Triệu Phong as units, a round, a small list as a file."""

import csv
import io
from datetime import date

from django.core.files.base import ContentFile

from kheo.accounts.roles import Role
from kheo.movement.actions import imports
from kheo.units.models import Succession, SuccessionKind, Unit
from tests import make
from tests.movement.importing.places import BEGAN, ENDED, GONE, LIVING

HEAD = (
    "STT", "Tên mô hình", "Đơn vị", "Lĩnh vực", "Tập thể/Cá nhân", "Thời gian bắt đầu", "Kết quả", "Số hộ",
    "Người phụ trách", "Lực lượng tham gia", "Địa điểm", "Ghi chú", "Số quyết định",
)  # fmt: skip
GOOD = (
    ("1", "Hiến đất mở đường thôn An Mô", "xã Triệu Phong", "VH-XH", "Tập thể", "15/03/2026",
     "hiến 2.690 m2 đất; 81 ngày công; 182 triệu đồng", "43", "Lê Văn Ái", "Hội Nông dân; Đoàn Thanh niên",
     "thôn An Mô", "làm tốt", "12-QĐ/ĐU"),
    ("2", "Trồng ném trên cát", "Ái Tử", "Kinh tế", "Cá nhân", "9/2024", "", "", "", "", "", "", ""),
    ("3", "Tiếng kẻng an ninh", "xã Triệu Cơ", "QP-AN", "Tập thể", "2026", "không có số nào", "0", "", "", "", "", ""),
)  # fmt: skip
WRONG = (
    ("4", "Một cửa thân thiện", "Triệu Ái", "HTCT", "Tập thể", "", "", "", "", "", "", "", ""),
    ("5", "Bếp ấm", "xã Triệu Bình", "Thể thao", "Tập thể", "", "", "", "", "", "", "", ""),
)


def land() -> dict[str, Unit]:
    """The province, its five living communes and their sixteen predecessors, by name ("old ..." for those gone)."""
    province = make.province()
    found = {"province": province}
    for name, code in LIVING:
        found[name] = make.unit(name, under=province, code=code, starts=BEGAN)
    for name, heir in GONE:
        gone = make.unit(name, under=found[heir], ends=ENDED)
        Succession.objects.create(
            kind=SuccessionKind.MERGE, on=BEGAN, predecessor=gone, successor=found[heir], old_parent=province
        )
        found[f"old {name}"] = gone
    return found


def listed(*rows, head=HEAD) -> bytes:
    """A list as CSV in UTF-8."""
    held = io.StringIO()
    csv.writer(held).writerows([head, *rows])
    return held.getvalue().encode()


def specialist(place: Unit):
    return make.member(Role.SPECIALIST, place)


def sent(content: bytes, *, by, office: Unit, round_, name="danh-sach.csv", on=date(2026, 11, 23), **facts):
    """A list handed in and read."""
    batch = imports.begin(
        ContentFile(content, name=name), by=by, office=office, round_=round_, on=on, name=name, **facts
    )
    imports.read(batch.pk)
    batch.refresh_from_db()
    return batch


def written(content: bytes, *, by, office: Unit, round_, skip_errors=False, known_as="new", **facts):
    """A list handed in, read and written."""
    batch = sent(content, by=by, office=office, round_=round_, **facts)
    imports.accept(batch, by=by, skip_errors=skip_errors, known_as=known_as)
    imports.write(batch.pk)
    batch.refresh_from_db()
    return batch
