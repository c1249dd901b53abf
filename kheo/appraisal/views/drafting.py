"""Drafting papers: which may be drafted about what, and the press that drafts one and leads to its own page."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.db import models
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from kheo.accounts.access import can
from kheo.accounts.move import NotYet
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.appraisal.actions import drafting
from kheo.appraisal.models import Consultation, DecisionBatch, Panel, Submission
from kheo.appraisal.queries import papers
from kheo.documents.models import PaperRecord
from kheo.documents.paper import Form, Paper


@dataclass(frozen=True)
class Draft:
    """A paper that may be drafted about a thing of `model` by whoever holds `needs` in its unit. `key` is its address."""

    key: str
    label: str
    model: type[models.Model]
    needs: P
    build: Callable[..., Paper]


DRAFTS = (
    Draft("to-trinh", "Tờ trình", Submission, P.NOMINATION_REVIEW, papers.submission_paper),
    Draft("quyet-dinh", "Quyết định công nhận", DecisionBatch, P.BATCH_ENTER, papers.decision_paper),
    Draft("khen-thuong", "Quyết định khen thưởng", DecisionBatch, P.BATCH_ENTER, papers.commendation_paper),
    Draft("danh-sach", "Danh sách", DecisionBatch, P.BATCH_ENTER, papers.list_paper),
    Draft("thong-bao", "Thông báo kết quả", DecisionBatch, P.BATCH_ENTER, papers.announcement_paper),
    Draft("thanh-lap", "Quyết định thành lập hội đồng", Panel, P.PANEL_CHANGE, papers.panel_paper),
    Draft("hiep-y", "Công văn hiệp y", Consultation, P.NOMINATION_REVIEW, papers.consultation_paper),
)
BY_KEY = {draft.key: draft for draft in DRAFTS}


@require_POST
@once
def draft(request, key, pk):
    """Draft one paper; its own page gives Word and PDF."""
    asked = BY_KEY[key]
    thing = get_object_or_404(
        asked.model.objects.visible_to(request.user).select_related("unit__place", "round"), pk=pk
    )
    form = request.POST.get("form", "")
    try:
        paper = asked.build(thing, form=form if form in Form.values else None)
        kept = drafting.keep(thing, paper, needs=asked.needs, by=request.user)
    except NotYet as reason:
        messages.error(request, str(reason))
        return redirect(thing)
    return redirect(kept)


def papers_about(user, thing) -> list[PaperRecord]:
    """Papers drafted about this thing that the reader may see, the latest first (one query)."""
    kept = PaperRecord.objects.visible_to(user).about(thing).exclude(stage="dropped")
    return list(kept.order_by("-made_at"))


def desk_of(user, thing) -> dict:
    """For the part of a page: papers drafted about a thing, latest first, and which more may be drafted (one query)."""
    may = [each for each in DRAFTS if isinstance(thing, each.model) and can(user, each.needs, thing.unit)]
    return {"thing": thing, "papers": papers_about(user, thing), "may": may}
