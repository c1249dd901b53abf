"""The sign-ins of the demo: one person a role, and officers of a few communes."""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.hashers import make_password

from kheo.accounts.models import Membership, User
from kheo.accounts.roles import Role
from kheo.demo.stories.words import PEOPLE

PASSWORD = "danvankheo2026"
SINCE = date(2025, 7, 1)


@dataclass(frozen=True)
class SignIn:
    """A person of the demo: user name, where ("province" or a commune's code), what title."""

    username: str
    role: Role
    place: str
    title: str


PROVINCE, AI_TU, TRIEU_BINH = "province", "19669", "19645"
SIGN_INS = (
    SignIn("canbo", Role.OFFICER, TRIEU_BINH, "Cán bộ Ban Xây dựng Đảng"),
    SignIn("lanhdao", Role.UNIT_LEADER, TRIEU_BINH, "Phó Bí thư Thường trực Đảng ủy"),
    SignIn("chuyenvien", Role.SPECIALIST, PROVINCE, "Chuyên viên Ban Tuyên giáo và Dân vận"),
    SignIn("truongban", Role.HEAD, PROVINCE, "Phó Trưởng Ban Tuyên giáo và Dân vận"),
    SignIn("thuongtruc", Role.STANDING, PROVINCE, "Phó Bí thư Thường trực Tỉnh ủy"),
    SignIn("hoidong", Role.JUROR, PROVINCE, "Thành viên hội đồng thẩm định"),
    SignIn("bientap", Role.EDITOR, PROVINCE, "Biên tập viên"),
    SignIn("nhabao", Role.JOURNALIST, PROVINCE, "Nhà báo"),
    SignIn("nguoixem", Role.VIEWER, PROVINCE, "Người xem"),
    SignIn("quantri", Role.ADMINISTRATOR, PROVINCE, "Quản trị hệ thống"),
    SignIn("canbo.aitu", Role.OFFICER, AI_TU, "Cán bộ Ủy ban Mặt trận Tổ quốc"),
    SignIn("lanhdao.aitu", Role.UNIT_LEADER, AI_TU, "Bí thư Đảng ủy"),
)


def make(places: dict[str, object]) -> dict[str, User]:
    """Create the people; `places` gives the unit of "province" and of each commune's code. By user name."""
    hashed = make_password(PASSWORD)  # once: hashing is slow on purpose
    people = {}
    for number, (who, full_name) in enumerate(zip(SIGN_INS, PEOPLE, strict=False), start=1):
        person = User(username=who.username, full_name=full_name, phone=f"09000000{number:02d}", password=hashed)
        person.save()
        Membership.objects.create(user=person, unit=places[who.place], role=who.role, title=who.title, starts=SINCE)
        people[who.username] = person
    return people


def lines() -> list[str]:
    """What the demo prints: one sign-in a role."""
    shown: set[Role] = set()
    told = [f"Mật khẩu chung / Password: {PASSWORD}"]
    for who in SIGN_INS:
        if who.role not in shown:
            shown.add(who.role)
            told.append(f"  {who.username:<12} {who.role.label}")
    return told
