"""What the frame of every public page shows: its sections, who speaks, whom to ask."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from kheo.core.pagecache import KeptOfGeneration
from kheo.portal.models import ContactsPage, PlainPage, SectionPage
from kheo.units.models import Unit
from kheo.units.queries import focal_body_of

# After the newsroom's own sections; addresses as readers know them (design section 5).
ROOMS = (
    ("Mô hình", "/mo-hinh/"),
    ("Văn bản", "/van-ban/"),
    ("Sự kiện", "/su-kien/"),
    ("Bình chọn", "/binh-chon/"),
    ("Thống kê", "/thong-ke/"),
)
HOME_DEPTH = 2


@dataclass(frozen=True)
class Frame:
    """The public frame. `sections`: (label, address, is it the one we are in); `standing`: (label, address)."""

    sections: list[tuple[str, str, bool]]
    news: list[SectionPage]
    body_name: str
    contact: str
    standing: list[tuple[str, str]]


def frame_of(request: HttpRequest) -> Frame:
    """Worked out once a request, however many templates ask."""
    kept = getattr(request, "_frame", None)
    if kept is None:
        kept = request._frame = _frame(request.path)
    return kept


def _frame(path: str) -> Frame:
    news, body_name, contact, standing = FACTS.get()
    pages = [("Trang chủ", "/"), *((page.title, page.address) for page in news if page.in_menu), *ROOMS]
    sections = [(label, url, path == url if url == "/" else path.startswith(url)) for label, url in pages]
    return Frame(sections, news, body_name, contact, standing)


def _facts() -> tuple[list[SectionPage], str, str, list[tuple[str, str]]]:
    return list(SectionPage.objects.live().order_by("path")), _body_name(), _contact(), _standing()


# The same for every reader until something public changes.
FACTS = KeptOfGeneration(_facts)


def _body_name() -> str:
    root = Unit.objects.filter(depth=1, focal_bodies__isnull=False).first()
    body = focal_body_of(root, timezone.localdate()) if root else None
    return body.name if body else ""


def _contact() -> str:
    page = ContactsPage.objects.live().only("office_address", "phone", "mail").first()
    return " · ".join(filter(None, [page.office_address, page.phone, page.mail])) if page else ""


def _standing() -> list[tuple[str, str]]:
    """Pages below home that their editor marked to stand in menus: about us, protection of personal data."""
    pages = PlainPage.objects.live().in_menu().filter(depth=HOME_DEPTH + 1).defer("body").order_by("path")
    return [(page.title, page.address) for page in pages]


def frame(request: HttpRequest) -> dict:
    """Context processor: asked for only by pages that draw the public frame."""
    return {
        "sections": SimpleLazyObject(lambda: frame_of(request).sections),
        "body_name": SimpleLazyObject(lambda: frame_of(request).body_name),
        "contact": SimpleLazyObject(lambda: frame_of(request).contact),
        "standing": SimpleLazyObject(lambda: frame_of(request).standing),
    }
