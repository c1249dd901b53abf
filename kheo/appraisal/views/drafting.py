"""Drafting papers: which may be drafted about what, and the press that drafts one and leads to its own page."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter

from django.contrib import messages
from django.db import models
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kheo.accounts.access import can, require
from kheo.accounts.move import NotYet
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.appraisal.actions import drafting
from kheo.appraisal.forms.drafting import InvitationForm, PledgeForm
from kheo.appraisal.models import Consultation, DecisionBatch, Panel, PanelVote, Submission
from kheo.appraisal.queries import meeting_papers, papers
from kheo.core.forms import HouseForm
from kheo.documents.models import PaperRecord
from kheo.documents.paper import Form, Paper
from kheo.movement.models import Round
from kheo.movement.panels import Panel as Section
from kheo.movement.views.telling import tell_cleaned
from kheo.units.models import Unit


@dataclass(frozen=True)
class Draft:
    """A paper that may be drafted about a thing of `model` by whoever holds `needs` in its unit. `key` is its address.

    `at`: where that unit lies; `door`: the word of the QuerySet by which the thing is fetched; `asks`: the form of what
    the paper needs besides, where it needs anything.
    """

    key: str
    label: str
    model: type[models.Model]
    needs: P
    build: Callable[..., Paper]
    asks: Callable[..., HouseForm] | None = None
    at: str = "unit"
    door: str = "visible_to"

    @property
    def asks_first(self) -> bool:
        """For a template, which would call `asks` itself."""
        return self.asks is not None

    def unit_of(self, thing: models.Model) -> Unit:
        return attrgetter(self.at.replace("__", "."))(thing)


DRAFTS = (
    Draft("to-trinh", "Tờ trình", Submission, P.NOMINATION_REVIEW, papers.submission_paper),
    Draft("quyet-dinh", "Quyết định công nhận", DecisionBatch, P.BATCH_ENTER, papers.decision_paper),
    Draft("khen-thuong", "Quyết định khen thưởng", DecisionBatch, P.BATCH_ENTER, papers.commendation_paper),
    Draft("danh-sach", "Danh sách", DecisionBatch, P.BATCH_ENTER, papers.list_paper),
    Draft("thong-bao", "Thông báo kết quả", DecisionBatch, P.BATCH_ENTER, papers.announcement_paper),
    Draft("thanh-lap", "Quyết định thành lập hội đồng", Panel, P.PANEL_CHANGE, papers.panel_paper),
    Draft("giay-moi", "Giấy mời họp", Panel, P.PANEL_CHANGE, meeting_papers.invitation_paper, InvitationForm),
    Draft("hiep-y", "Công văn hiệp y", Consultation, P.NOMINATION_REVIEW, papers.consultation_paper),
    Draft(
        "ket-luan", "Thông báo kết luận", PanelVote, P.VOTE_RUN, meeting_papers.conclusion_paper, at="panel__unit",
    ),
    Draft(
        "giao-uoc", "Giao ước thi đua", Round, P.CAMPAIGN_CHANGE, meeting_papers.pledge_paper, PledgeForm,
        at="campaign__unit", door="around",
    ),
)  # fmt: skip
AT_A_PRESS = {draft.key: draft for draft in DRAFTS if not draft.asks}
ASKING = {draft.key: draft for draft in DRAFTS if draft.asks}


@require_POST
@once
def draft(request, key, pk):
    """Draft one paper; its own page gives Word and PDF."""
    asked = AT_A_PRESS[key]
    thing = _thing(request, asked, pk)
    form = request.POST.get("form", "")
    try:
        paper = asked.build(thing, form=form if form in Form.values else None)
        kept = _kept(request, asked, thing, paper)
    except NotYet as reason:
        messages.error(request, str(reason))
        return redirect(thing)
    return redirect(kept)


@require_http_methods(["GET", "POST"])
@once
def draft_asked(request, key, pk):
    """Ask what the paper needs besides, then draft it."""
    asked = ASKING[key]
    thing = _thing(request, asked, pk)
    require(request.user, asked.needs, asked.unit_of(thing))
    form = asked.asks(request.POST or None, thing=thing)
    if request.method == "POST" and form.is_valid():
        try:
            kept = _kept(request, asked, thing, asked.build(thing, **form.facts))
        except NotYet as reason:
            form.add_error(None, str(reason))
        else:
            tell_cleaned(request, form)
            return redirect(kept)
    context = {"form": form, "thing": thing, "heading": asked.label, "back": _page_of(thing)}
    return render(request, "appraisal/draft_form.html", context)


def papers_about(user, thing) -> list[PaperRecord]:
    """Papers drafted about this thing that the reader may see, the latest first (one query)."""
    kept = PaperRecord.objects.visible_to(user).about(thing).exclude(stage="dropped")
    return list(kept.order_by("-made_at"))


def desk_of(user, thing) -> dict:
    """For the part of a page: papers drafted about a thing, latest first, and which more may be drafted (one query)."""
    own = [each for each in DRAFTS if isinstance(thing, each.model)]
    may = [each for each in own if can(user, each.needs, each.unit_of(thing))]
    return {"thing": thing, "papers": papers_about(user, thing), "may": may}


def desk_of_round(thing, user) -> Section | None:
    """On the page of a round among the movement's settings."""
    if not isinstance(thing, Round) or thing.pk is None:
        return None
    desk = desk_of(user, thing)
    return Section("appraisal/_round_papers.html", desk) if desk["papers"] or desk["may"] else None


def _thing(request, asked: Draft, pk) -> models.Model:
    rows = getattr(asked.model.objects, asked.door)(request.user)
    return get_object_or_404(rows.select_related(f"{asked.at}__place"), pk=pk)


def _kept(request, asked: Draft, thing, paper: Paper) -> PaperRecord:
    return drafting.keep(thing, paper, unit=asked.unit_of(thing), needs=asked.needs, by=request.user)


def _page_of(thing) -> str:
    """A round has no page but its settings."""
    return reverse("movement:round_edit", args=[thing.pk]) if isinstance(thing, Round) else thing.get_absolute_url()
