"""Certificates printed: of one recognition or commendation, and of a whole decision in one file."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from kheo.accounts.access import require
from kheo.accounts.permissions import Permission as P
from kheo.appraisal.actions import certificates
from kheo.appraisal.models import Commendation, DecisionBatch
from kheo.appraisal.queries import printing as queries
from kheo.documents.certificates import to_sheet_of_certificates
from kheo.documents.typesetting import MissingLetter
from kheo.movement.models import Recognition


@require_POST
def recognition_print(request, pk):
    """The certificate of one recognition; it is issued where it was not."""
    thing = get_object_or_404(Recognition.objects.visible_to(request.user).filter(annulled_on=None), pk=pk)
    require(request.user, P.CERTIFICATE_PRINT, thing.exemplar.unit)
    return _printed(request, [thing], f"giay-chung-nhan-{pk}.pdf", thing.exemplar)


@require_POST
def commendation_print(request, pk):
    """The certificate of one commendation."""
    thing = get_object_or_404(Commendation.objects.visible_to(request.user).filter(annulled_on=None), pk=pk)
    require(request.user, P.CERTIFICATE_PRINT, thing.exemplar.unit)
    return _printed(request, [thing], f"giay-khen-{pk}.pdf", thing.exemplar)


@require_POST
def batch_print(request, pk):
    """All certificates of a decision, a page each, in the order of its list."""
    batch = get_object_or_404(DecisionBatch.objects.visible_to(request.user).select_related("unit"), pk=pk)
    require(request.user, P.CERTIFICATE_PRINT, batch.unit)
    if not batch.decision_no:
        messages.error(request, "Quyết định chưa có số. Ghi số của văn thư vào đợt công nhận rồi in giấy.")
        return redirect(batch)
    return _printed(request, queries.things_of(batch), f"giay-chung-nhan-dot-{pk}.pdf", batch)


def _printed(request, things, name: str, back) -> HttpResponse:
    if not things:
        messages.error(request, "Chưa có công nhận, khen thưởng nào để in giấy.")
        return redirect(back)
    certificates.issue_all(things, by=request.user)
    try:
        pdf = to_sheet_of_certificates(queries.sheets_of(things), today=timezone.localdate())
    except MissingLetter as reason:
        messages.error(request, str(reason))
        return redirect(back)
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer
