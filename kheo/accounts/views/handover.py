"""Bàn giao: what a person has in hand in a unit, and to whom it goes."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kheo.accounts.actions import care, handover
from kheo.accounts.forms.handover import HandOverForm
from kheo.accounts.handover import carriers
from kheo.accounts.receipts import once
from kheo.accounts.views.memberships import given_by

SHOWN = 50


@require_http_methods(["GET", "POST"])
@once
def hand_over(request, pk):
    held = given_by(request, pk)
    care.require_other(request.user, held.user)
    work = [(carrier, carrier.items(held.user, held.unit)) for carrier in carriers()]
    form = HandOverForm(request.POST or None, successors=handover.successors(held), work=work)
    if request.method == "POST" and form.is_valid():
        try:
            moved = handover.hand_over(held, by=request.user, **form.cleaned_data)
        except care.Refused as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, f"Đã bàn giao {sum(moved.values())} việc cho {form.cleaned_data['to']}.")
            return redirect("accounts:person", pk=held.user_id)
    context = {
        "heading": f"Bàn giao công việc: {held.user}",
        "held": held,
        "person": held.user,
        "form": form,
        "work": [(carrier.label, items[:SHOWN], len(items)) for carrier, items in work if items],
    }
    return render(request, "accounts/hand_over.html", context)
