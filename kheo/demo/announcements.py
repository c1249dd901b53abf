"""What the demo's people have been told, and the letters that wait for the specialist to look over and send."""

from kheo.accounts.models import User
from kheo.accounts.roles import Role
from kheo.demo.ground import Ground
from kheo.movement.models import Exemplar
from kheo.notices.about import about
from kheo.notices.actions.outbox import put
from kheo.notices.actions.telling import tell

BUNDLE = "Họp mặt điển hình “Dân vận khéo” năm 2026"
LETTER = (
    "Mời đơn vị dự họp mặt điển hình “Dân vận khéo” năm 2026 và chuẩn bị phần giới thiệu ngắn về mô hình (5 phút, có ảnh).\n\n"
    "Thời gian, địa điểm theo giấy mời gửi kèm. Đề nghị phản hồi tên người dự trước ba ngày."
)
LETTERS = 6


def lay(base: Ground, persons: dict[str, User]) -> None:
    """Invitations that nobody has sent yet, and notices of the kind each person gets."""
    specialist = persons["chuyenvien"]
    running = (
        Exemplar.objects.filter(stage__in=["running", "completed"], place__memberships__role=Role.OFFICER)
        .distinct()
        .order_by("pk")
    )
    for exemplar in running[:LETTERS]:
        thing = about(exemplar)
        put(
            [exemplar.place], f"Mời giới thiệu “{exemplar}” tại buổi họp mặt điển hình", LETTER,
            unit=base.province, by=specialist, key=thing.step("họp mặt", 2026), about=thing,
            link=exemplar.get_absolute_url(), bundle=BUNDLE,
        )  # fmt: skip
    for exemplar in running[:2]:
        tell(
            [persons["canbo"], persons["lanhdao"], persons["chuyenvien"]],
            f"“{exemplar}”: có số liệu mới", text="Phiếu tiến độ tháng này đã ghi; kết quả chính có số thực hiện.",
            link=exemplar.get_absolute_url(), about=about(exemplar),
        )  # fmt: skip
    (first,) = running[:1]
    tell(
        [persons["canbo"], persons["lanhdao"]], f"“{first}” còn thiếu ảnh minh chứng",
        text="Mỗi kết quả chính cần ít nhất một ảnh hoặc văn bản trước khi đề nghị công nhận.",
        link=first.get_absolute_url(), about=about(first),
    )  # fmt: skip
    tell([persons["quantri"]], "Bản dùng thử không gửi thư điện tử", text="Thông báo chỉ đọc trong Khéo.")
