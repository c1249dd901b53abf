"""Acts on many files of a list: first the page that says whom it touches, then the act."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kheo.accounts.doors import for_holders
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.appraisal.actions import bulk
from kheo.appraisal.forms.nominations import BulkForm
from kheo.appraisal.lifecycle.nomination import NOMINATION_MOVES
from kheo.appraisal.queries import nominations as queries
from kheo.movement.views.telling import tell_cleaned

DONE = {"publish": "Đã công khai lấy ý kiến {} hồ sơ.", "send_back": "Đã yêu cầu bổ sung {} hồ sơ."}


@require_POST
@for_holders(P.NOMINATION_REVIEW)
@once
def nomination_bulk(request):
    """Without `confirm` it only shows what would be done; what is left out is shown with its reason."""
    form = BulkForm(request.POST, files=queries.sent_to(request.user, {}))
    if not form.is_valid():
        messages.error(request, " ".join(error for errors in form.errors.values() for error in errors))
        return redirect("appraisal:nomination_list")
    files, note, move = (form.cleaned_data[name] for name in ("hs", "note", "move"))
    wanted = NOMINATION_MOVES[move]
    if "confirm" not in request.POST or (wanted.wants_reason and not note):
        if "confirm" in request.POST:
            form.add_error("note", "Hãy ghi lý do; các đơn vị đọc được câu này.")
        plan = bulk.preview(files, move, by=request.user)
        context = {"plan": plan, "move": wanted, "form": form, "heading": wanted.label}
        return render(request, "appraisal/nomination_bulk.html", context)
    done = bulk.run(files, move, by=request.user, note=note)
    tell_cleaned(request, form)
    if done.taken:
        messages.success(request, DONE[move].format(len(done.taken)))
    for file, why in done.left:
        messages.warning(request, f"“{file.exemplar}”: {why}")
    return redirect("appraisal:nomination_list")
