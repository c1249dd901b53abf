"""The ballot of whoever sits in a panel: one page for a whole list, sent once."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from kheo.accounts.move import NotYet
from kheo.accounts.receipts import once
from kheo.appraisal.actions import ballots
from kheo.appraisal.forms.votes import BallotForm
from kheo.appraisal.models import PanelVote


@require_http_methods(["GET", "POST"])
@once
def ballot(request, pk):
    """The files this person may vote on; those that concern them are not on their page."""
    vote = get_object_or_404(
        PanelVote.objects.visible_to(request.user).filter(roll__user=request.user).select_related("panel"), pk=pk
    )
    if sentence := ballots.why_no_ballot(vote, request.user):
        messages.info(request, sentence)
        return redirect(vote)
    lines = ballots.lines_for(vote, request.user)
    form = BallotForm(request.POST or None, lines=lines)
    if request.method == "POST" and form.is_valid() and _cast(request, vote, form):
        messages.success(request, "Đã nhận phiếu của đồng chí. Kết quả hiện khi hội đồng kết thúc bỏ phiếu.")
        return redirect(vote)
    apart = vote.lines.count() - len(lines)
    context = {"heading": "Phiếu biểu quyết kín", "vote": vote, "form": form, "apart": apart}
    return render(request, "appraisal/ballot.html", context)


def _cast(request, vote: PanelVote, form: BallotForm) -> bool:
    try:
        ballots.cast(vote, form.answers(), by=request.user)
    except NotYet as reason:
        form.add_error(None, str(reason))
        return False
    return True
