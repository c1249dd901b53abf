"""The round's summary as a page and a spreadsheet, and the ledger rows behind its resources."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from kheo.accounts.access import units_where
from kheo.accounts.doors import for_holders
from kheo.accounts.permissions import Permission
from kheo.core.exports import answer
from kheo.core.pages import key_in, page_of
from kheo.movement.models import Resource, Round
from kheo.reports import summary as figures
from kheo.units.models import Unit


def _asked(request) -> tuple[Round | None, Unit | None]:
    """The round (the latest by default) and the unit that the address names."""
    rounds = Round.objects.around(request.user)
    wanted = request.GET.get("dot", "")
    round_ = get_object_or_404(rounds, pk=_number(wanted)) if wanted else _latest(rounds)
    unit = request.GET.get("don_vi", "")
    visible = Unit.objects.filter(units_where(request.user, Permission.SUMMARY_VIEW, ""))
    return round_, get_object_or_404(visible, pk=_number(unit)) if unit else None


def _latest(rounds) -> Round | None:
    """The one that has opened last; one that waits to open has no figures yet."""
    return rounds.filter(opens_on__lte=timezone.localdate()).first() or rounds.first()


def _number(text: str) -> int:
    key = key_in(text)
    if key is None:
        raise Http404
    return key


@require_GET
@for_holders(Permission.SUMMARY_VIEW)
def summary(request):
    round_, unit = _asked(request)
    context = {
        "found": figures.summary(request.user, round_, unit=unit) if round_ else None,
        "rounds": Round.objects.around(request.user)[:12],
        "query": request.GET.urlencode(),
    }
    return render(request, "reports/summary.html", context)


@require_GET
@for_holders(Permission.SUMMARY_VIEW)
def summary_export(request):
    round_, unit = _asked(request)
    if round_ is None:
        raise Http404
    table = figures.as_table(figures.summary(request.user, round_, unit=unit))
    return answer(table.title, table)


@require_GET
@for_holders(Permission.SUMMARY_VIEW)
def ledger(request):
    """The contributions that a figure of resources is the sum of."""
    round_, unit = _asked(request)
    kind = request.GET.get("loai", "")
    if round_ is None or kind not in ("", *Resource.values):
        raise Http404
    rows = figures.ledger(request.user, unit=unit, round_=round_, kind=kind).select_related("exemplar__unit")
    page = page_of(rows.order_by("-on", "-pk"), request.GET.get("trang"), query=request.GET)
    label = Resource(kind).label if kind else "Nguồn lực"
    context = {"page": page, "round": round_, "unit": unit, "label": label}
    return render(request, "reports/ledger.html", context)
