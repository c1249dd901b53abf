"""What anyone may ask of a paper: is it real, of whom, by whom, when, and does it still stand."""

from contextlib import suppress

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.shortcuts import redirect, render
from django.utils.crypto import salted_hmac
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kheo.appraisal import seals
from kheo.appraisal.forms.certificates import NumberForm
from kheo.appraisal.queries import certificates as queries
from kheo.core.callers import address_of, network_of

MOST, HOUR = 60, 3600  # wrong codes from one network in an hour, seconds
MANY = "Mạng này vừa tra nhiều mã không đúng. Xin chờ một giờ rồi tra lại, hoặc dùng mạng khác (ví dụ mạng di động)."
TOO_MANY, UNKNOWN = 429, 404


@login_not_required
@never_cache
@require_safe
def lookup(request):
    """The form for a number typed by hand; a number sent with it leads to its own page."""
    form = NumberForm(request.GET if "ma" in request.GET else None)
    if form.is_valid():
        try:
            return redirect("certificates:check", code=seals.plain(form.cleaned_data["ma"]))
        except seals.Refused as reason:
            form.add_error("ma", str(reason))
    context = {"heading": "Xác minh giấy chứng nhận, giấy khen", "form": form}
    return render(request, "appraisal/certificate_lookup.html", context, status=UNKNOWN if form.errors else 200)


@login_not_required
@never_cache
@require_safe
def check(request, code):
    """What one code proves, or the sentence why it proves nothing."""
    context, status = {"heading": "Xác minh giấy chứng nhận, giấy khen", "form": NumberForm()}, 200
    try:
        _require_patience(request)
        context["proof"] = queries.check(code)
    except seals.Refused as reason:
        context["refused"] = str(reason)
        status = TOO_MANY if str(reason) == MANY else _wrong(request)
    answer = render(request, "appraisal/certificate.html", context, status=status)
    # A paper is looked up by who holds it; no search engine is to hold it for others.
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer


def _require_patience(request) -> None:
    if cache.get(_place(request), 0) >= MOST:
        raise seals.Refused(MANY)


def _wrong(request) -> int:
    place = _place(request)
    if not cache.add(place, 1, HOUR):
        with suppress(ValueError):  # the hour is over this very moment
            cache.incr(place)
    return UNKNOWN


def _place(request) -> str:
    """Where wrong codes of a network are counted; the network itself is not kept."""
    network = network_of(address_of(request))
    return f"wrong-codes-{salted_hmac('certificates', network, algorithm='sha256').hexdigest()[:24]}"
