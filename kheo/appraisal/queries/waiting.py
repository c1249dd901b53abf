"""What waits for a person in this room: heaps of Việc của tôi, the count on the rail, and what stands in a merger's way."""

from dataclasses import replace
from datetime import date

from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from kheo.accounts.access import can_anywhere, units_where
from kheo.accounts.permissions import Permission as P
from kheo.appraisal.lifecycle.nomination import OPEN, NominationStage
from kheo.appraisal.models import ASKS, Ask, Column, Nomination, ScoreSheet
from kheo.appraisal.queries.nominations import JOINED
from kheo.appraisal.queries.paths import nomination_path
from kheo.appraisal.queries.ranking import unsent_of
from kheo.core.parts import StagePath
from kheo.movement.models import Exemplar
from kheo.movement.queries.desk import MOST_COUNTED, Heap, Item, heap_of

S = NominationStage


def _files(condition: Q):
    rows = Nomination.objects.filter(condition).select_related(*JOINED)
    return rows.order_by(F("due_on").asc(nulls_last=True), "stage_since", "pk")


def _item(nomination: Nomination, on: date, *, note: str = "") -> Item:
    path: StagePath = nomination_path(nomination, today=on)
    return Item(
        title=nomination.exemplar.name, url=nomination.get_absolute_url(),
        note=note or f"{nomination.exemplar.unit.title} · {nomination.get_level_display().lower()}",
        path=path, due=nomination.due_on, late=path.late,
    )  # fmt: skip


def to_mend(user, on: date) -> Heap | None:
    """Came back to the proposing side; not what a reviewer himself sent back."""
    if not can_anywhere(user, P.EXEMPLAR_WRITE):
        return None
    mine = units_where(user, P.EXEMPLAR_WRITE, "exemplar__unit") | units_where(user, P.NOMINATION_PROPOSE, "proposer")
    rows = _files(Q(stage=S.RETURNED) & mine & ~units_where(user, P.NOMINATION_REVIEW))
    return heap_of("Đề nghị công nhận cần bổ sung", rows, lambda row: _item(row, on, note=row.reason[:160]))


def to_judge(user, on: date) -> Heap | None:
    """Sent to the focal body and not concluded."""
    if not can_anywhere(user, P.NOMINATION_REVIEW):
        return None
    rows = _files(Q(stage=S.PROPOSED) & units_where(user, P.NOMINATION_REVIEW))
    late = rows.filter(due_on__lt=on).exists()
    address = Nomination.list_address(buoc=S.PROPOSED)
    return heap_of("Đề nghị công nhận chờ thẩm định", rows, lambda row: _item(row, on), late=late, more_url=address)


def to_submit(user, on: date) -> Heap | None:
    """Shown to the public for as long as the rule set asks, and waiting to be submitted."""
    if not can_anywhere(user, P.NOMINATION_REVIEW):
        return None
    over = Nomination.objects.filter(units_where(user, P.NOMINATION_REVIEW), stage=S.PUBLISHED)
    rows = _files(Q(pk__in=over.exclude(pk__in=over.under_comment(on=on).values("pk")).values("pk")))
    return heap_of("Đã hết thời gian lấy ý kiến, chờ trình", rows, lambda row: _item(row, on))


def to_score_oneself(user, on: date) -> Heap | None:
    """The unit's own sheet is asked for and was not sent; a specialist above the unit is not reminded of it."""
    if not can_anywhere(user, P.EXEMPLAR_WRITE):
        return None
    sent = ScoreSheet.objects.filter(nomination=OuterRef("pk"), column=Column.SELF, sent_at__isnull=False)
    asked = Q(rule_set__profile__in=[profile for profile, asks in ASKS.items() if Ask.SELF in asks])
    mine = units_where(user, P.EXEMPLAR_WRITE, "exemplar__unit") & ~units_where(user, P.NOMINATION_REVIEW)
    rows = _files(Q(stage=S.PROPOSED) & asked & mine & ~Exists(sent))
    return heap_of("Đề nghị công nhận chờ đơn vị tự chấm", rows, lambda row: _to_sheet(row, on, "tu-cham"))


def to_score(user, on: date) -> Heap | None:
    """Files given to a member of a panel that are not sent yet."""
    given = unsent_of(user).values("nomination")
    rows = _files(Q(stage=S.PROPOSED, pk__in=given))
    address = reverse("appraisal:my_files")
    return heap_of("Hồ sơ chờ đồng chí chấm", rows, lambda row: _to_sheet(row, on, "hoi-dong"), more_url=address)


def _to_sheet(nomination: Nomination, on: date, column: str) -> Item:
    return replace(_item(nomination, on), url=reverse("appraisal:sheet_edit", args=[nomination.pk, column]))


HEAPS = (to_mend, to_score, to_score_oneself, to_judge, to_submit)


def waiting_count(user) -> int | str | None:
    """How many proposals wait for a conclusion, for the rail of every page: it counts no further than 99."""
    if not can_anywhere(user, P.NOMINATION_REVIEW):
        return None
    rows = Nomination.objects.filter(units_where(user, P.NOMINATION_REVIEW), stage=S.PROPOSED)
    waiting = rows.values("pk")[: MOST_COUNTED + 1].count()
    return (waiting or None) if waiting <= MOST_COUNTED else f"{MOST_COUNTED}+"


def why_not_merge(merged: Exemplar, into: Exemplar) -> str | None:
    """A file on its way, or held, is not merged away from under those who judge it."""
    file = Nomination.objects.filter(exemplar=merged, stage__in=OPEN).select_related("round").first()
    if file:
        level = file.get_level_display().lower()
        return f"“{merged}” đang có đề nghị công nhận {level} trong {file.round}; hãy rút hoặc xét xong rồi gộp."
    if merged.holds.open().exists():
        return f"“{merged}” đang tạm chưa xét; hãy thôi tạm hoãn rồi gộp."
    return None
