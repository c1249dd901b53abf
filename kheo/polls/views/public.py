"""What anyone opens: the polls of now and before, one poll with its form or result, and the sending of a vote."""

from datetime import datetime, timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from kheo.core import pagecache
from kheo.core.pages import page_of
from kheo.polls import queries
from kheo.polls.actions import votes
from kheo.polls.forms import VoteForm
from kheo.polls.models import NETWORK_LIMIT, Poll
from kheo.polls.views.browser import caller_of, give_mark

THANKS = "Đã ghi nhận phiếu. Cảm ơn đã tham gia bình chọn."
NOT_TAKEN = 422  # the form comes back with its sentence


@login_not_required
@require_safe
def poll_list(request):
    """Open polls or the sentence that there are none, what comes, and the archive with what was decided."""
    at = timezone.now()
    page = page_of(queries.archive(at), request.GET.get("trang"), size=10, query=request.GET)
    context = {
        "heading": "Bình chọn",
        "open_polls": Poll.objects.open(at).select_related("unit").order_by("closes_at", "pk"),
        "coming": Poll.objects.coming(at).order_by("opens_at", "pk"),
        "next_on": queries.next_on(at),
        "page": page,
        "past": queries.past(page.rows),
    }
    return pagecache.keep(render(request, "polls/poll_list.html", context), until=_until(at))


@login_not_required
@require_safe
def poll(request, pk, slug):
    """One poll: its form while it is open, its result when that may be seen."""
    at = timezone.now()
    found = get_object_or_404(Poll.objects.public(at).select_related("unit"), pk=pk)
    if slug != found.slug:
        return redirect(found, permanent=True)
    return _draw(request, found, at)


@login_not_required
@require_POST
@never_cache
def vote(request, pk, slug):
    """Take one vote."""
    at = timezone.now()
    found = get_object_or_404(Poll.objects.public(at).select_related("unit"), pk=pk)
    by = request.user if request.user.is_authenticated else None
    if found.is_for_members and by is None:
        return redirect_to_login(found.get_absolute_url())
    form = VoteForm(request.POST, poll=found)
    try:
        if not form.is_valid():
            return _draw(request, found, at, form)
        votes.cast(found, form.cleaned_data["choice"], by=by, caller=caller_of(request, found))
    except votes.Already as reason:
        messages.info(request, str(reason))
    except votes.Refused as reason:
        form.add_error(None, str(reason))
        return _draw(request, found, timezone.now(), form)
    else:
        messages.success(request, THANKS)
    return redirect(found)


def _draw(request, found: Poll, at: datetime, form: VoteForm | None = None):
    caller = caller_of(request, found)
    page = queries.poll_page(found, at, user=request.user, browser=caller.browser)
    may_vote = page.is_open and not page.has_voted and (not found.is_for_members or request.user.is_authenticated)
    context = {
        "page": page, "poll": found, "heading": found.question, "limit": NETWORK_LIMIT,
        "form": form or VoteForm(poll=found), "may_vote": may_vote, "refused": form is not None,
        "crumbs": [("Bình chọn", "/binh-chon/"), (found.question, "")],
    }  # fmt: skip
    response = render(request, "polls/poll.html", context, status=NOT_TAKEN if form else 200)
    if page.is_open:
        if may_vote and not found.is_for_members:
            give_mark(response, request, found)
        response["Cache-Control"] = "no-store"
        return response
    return pagecache.keep(response, until=_until(at))


def _until(at: datetime) -> datetime:
    """Days are told on these pages too, so they are drawn anew at midnight at the latest."""
    midnight = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return min(filter(None, [midnight, queries.next_turn(at)]))
