"""What pages with papers share: in which form a paper is asked for, and which drafts there are."""

from kheo.documents.models import PaperRecord
from kheo.documents.paper import Form


def form_asked(request) -> str | None:
    """The form named by the button that was pressed; None for the office's usual one."""
    form = request.POST.get("form", "")
    return form if form in Form.values else None


def drafts_of(user, thing) -> list[PaperRecord]:
    """Papers drafted about this thing that the reader may see, the latest first (one query)."""
    return list(PaperRecord.objects.visible_to(user).about(thing).exclude(stage="dropped").order_by("-made_at"))
