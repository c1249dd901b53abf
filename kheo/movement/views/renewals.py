"""*Đăng ký tiếp*: one screen for all of a unit's models of last year, sent once; then what became of each."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from kheo.accounts.access import can, can_anywhere
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.core.pages import key_in
from kheo.movement.actions import drafts, renewals
from kheo.movement.forms.renewal import RenewalForm
from kheo.movement.models import Exemplar
from kheo.movement.queries.renewal import renewable, rounds_open, units_to_write_for
from kheo.movement.views.drafts import address, kept
from kheo.movement.views.telling import tell_cleaned

KEPT = "renewal"  # the session's name for what became of each row


@require_http_methods(["GET", "POST"])
@once
def renewal(request):
    """Tick each model: goes on, is completed, has stopped. `?don-vi=` and `?dot=` choose unit and round."""
    _require_a_unit(request.user)
    units, rounds = units_to_write_for(request.user), rounds_open(request.user)
    unit = _chosen(units, request.GET.get("don-vi")) or _highest(units)
    round_ = _chosen(rounds, request.GET.get("dot")) or rounds.first()
    if unit is None or round_ is None:
        return render(request, "movement/renewal.html", {"heading": "Đăng ký tiếp", "unit": unit, "round": round_})
    about = f"{round_.pk}-{unit.pk}"
    form = _form(request, round_, unit, about)
    if request.method == "POST" and form.is_valid():
        results = renewals.renew(form.answers(), round_, by=request.user)
        tell_cleaned(request, form)
        rows = [[each.exemplar.pk, each.done, each.sentence] for each in results]
        request.session[KEPT] = {"about": about, "rows": rows}
        drafts.discard(request.user, "renewal", about)
        return redirect("movement:renewal_done")
    context = {
        "form": form, "unit": unit, "units": units, "round": round_, "rounds": rounds, "heading": "Đăng ký tiếp",
        "autosave_url": address("renewal", about), "may_file": can(request.user, P.REGISTRATION_FILE, unit),
    }  # fmt: skip
    return render(request, "movement/renewal.html", context)


@require_GET
def renewal_done(request):
    """What became of each row of the last sending."""
    _require_a_unit(request.user)
    kept_rows = request.session.get(KEPT, {"about": "", "rows": []})
    told = kept_rows["rows"]
    found = Exemplar.objects.visible_to(request.user).select_related("unit").in_bulk([pk for pk, _, _ in told])
    lines = [(found[pk], done, sentence) for pk, done, sentence in told if pk in found]
    context = {
        "done": [line for line in lines if line[1]],
        "held": [line for line in lines if not line[1]],
        "heading": "Đăng ký tiếp: kết quả",
        "sent_form": address("renewal", kept_rows["about"]) if kept_rows["about"] else "",
    }
    return render(request, "movement/renewal_done.html", context)


def _require_a_unit(user):
    if not can_anywhere(user, P.EXEMPLAR_WRITE):
        raise PermissionDenied("Đồng chí chưa được giao quyền soạn đăng ký cho đơn vị nào.")


def _form(request, round_, unit, about):
    rows = list(renewable(request.user, round_, unit))
    given = {"rows": rows, "may_end": lambda row: can(request.user, P.EXEMPLAR_LEAD, row.unit)}
    if request.method == "POST":
        return RenewalForm(request.POST, **given)
    if draft := kept(request.user, "renewal", about):
        initial = {name: draft[name] for name in draft}
        return RenewalForm(initial=initial, **given)
    return RenewalForm(all_continue="tat-ca" in request.GET, **given)


def _chosen(rows, pk):
    key = key_in(pk)
    return get_object_or_404(rows, pk=key) if key else None


def _highest(units):
    """The unit that holds all the others, where this person writes for one tree only."""
    return units.order_by("depth", "sort").first()
