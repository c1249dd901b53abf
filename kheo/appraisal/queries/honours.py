"""What an honours day's papers are made of: the decision's list in its order of award, and the guests."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone

from kheo.appraisal.models import BatchItem, DecisionBatch, HonoursDay
from kheo.documents.honours import (
    Ceremony,
    Guest,
    Honoured,
    invitations,
    order_of_award,
    running_script,
    to_booklet,
    to_name_signs,
    to_slides,
)
from kheo.documents.queries import head_for
from kheo.documents.typesetting import to_docx, to_pdf, to_pdf_together
from kheo.movement.models import Consent

RECOGNITION = "Giấy chứng nhận"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def honoured_items(batch: DecisionBatch, order=()) -> list[BatchItem]:
    """Those of the list who are recognised and still are, in the order of award."""
    items = batch.items.filter(recognition__isnull=False, recognition__annulled_on=None)
    items = items.select_related("nomination__exemplar__unit", "award_form", "commendation").order_by("position", "pk")
    place = {key: number for number, key in enumerate(order)}
    return sorted(items, key=lambda item: place.get(item.pk, len(place)))


def ceremony_of(day: HonoursDay) -> Ceremony:
    """Everything the papers need. A person's story is told only as far as they agree to it."""
    items = honoured_items(day.batch, day.order)
    told = set(
        Consent.objects.filter(
            exemplar__in=[item.nomination.exemplar_id for item in items], withdrawn_on=None, covers_story=True
        ).values_list("exemplar_id", flat=True)
    )
    return Ceremony(
        office=head_for(day.batch.unit), title=day.title, when=timezone.localtime(day.starts_at), where=day.where,
        honoured=tuple(_honoured(item, told) for item in items), guests=guests_in(day.guests), per_turn=day.per_turn,
        **{name: value for name, value in (("host", day.host), ("giver", day.giver)) if value},
    )  # fmt: skip


def guests_in(text: str) -> tuple[Guest, ...]:
    """A line a guest: name, then the title after the first comma."""
    parted = (line.partition(",") for line in text.splitlines() if line.strip())
    return tuple(Guest(name.strip(), title.strip()) for name, _, title in parted)


def _honoured(item: BatchItem, told: set[int]) -> Honoured:
    exemplar = item.nomination.exemplar
    may_tell = exemplar.bearer == "group" or exemplar.pk in told
    return Honoured(
        name=item.commendation.recipient if item.commendation else exemplar.name,
        award=item.award_form.name if item.award_form else RECOGNITION, unit=exemplar.unit.title,
        field=exemplar.get_field_display(), story=(exemplar.summary or item.nomination.case) if may_tell else "",
    )  # fmt: skip


@dataclass(frozen=True)
class DayPaper:
    """One of the day's papers: what it is called, and how it is drawn."""

    label: str
    suffix: str
    draw: Callable[[Ceremony], bytes]
    needs_guests: bool = False


def _today():
    return timezone.localdate()


PAPERS = {
    "thu-tu-trao": DayPaper("Thứ tự trao (Word)", "docx", lambda day: to_docx(order_of_award(day), today=_today())),
    "kich-ban": DayPaper(
        "Kịch bản chương trình (Word)", "docx", lambda day: to_docx(running_script(day), today=_today())
    ),
    "giay-moi": DayPaper(
        "Giấy mời (PDF)", "pdf", lambda day: to_pdf_together(invitations(day), today=_today()), needs_guests=True
    ),
    "bien-ten": DayPaper(
        "Biển tên (PDF)", "pdf", lambda day: to_name_signs(day.guests, today=_today()), needs_guests=True
    ),
    "trinh-chieu": DayPaper("Trình chiếu (PDF)", "pdf", lambda day: to_slides(day, today=_today())),
    "ky-yeu": DayPaper("Kỷ yếu (PDF)", "pdf", lambda day: to_booklet(day, today=_today())),
    "thu-tu-trao-in": DayPaper("Thứ tự trao (PDF)", "pdf", lambda day: to_pdf(order_of_award(day), today=_today())),
}


def papers_for(day: HonoursDay) -> list[tuple[str, str]]:
    """(key, label) of what can be drawn now."""
    has_guests = bool(day.guests.strip())
    return [(key, paper.label) for key, paper in PAPERS.items() if has_guests or not paper.needs_guests]
