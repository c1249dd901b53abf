"""What anyone may send: feedback, a suggestion; and the answer, for whoever has the code."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kheo.core.callers import address_of, network_of
from kheo.core.filechecks import BadFile
from kheo.core.pages import key_in
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Exemplar
from kheo.portal.actions import allowances, codes, letters
from kheo.portal.addresses import exemplar_url
from kheo.portal.forms.letters import CodeForm, FeedbackForm, SuggestionForm
from kheo.portal.models import ArticlePage, Letter

NOT_TAKEN = 422  # the form comes back with its sentence
MANY_LOOKUPS = "Mạng này vừa tra nhiều mã. Xin chờ một giờ rồi tra lại."
UNKNOWN = "Không có thư nào mang mã này. Xin xem lại từng chữ."


@dataclass(frozen=True)
class Subject:
    """What a letter is about: named in the address, shown above the form."""

    facts: dict
    title: str = ""
    url: str = ""


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def feedback(request):
    """Góp ý: on a model (`?mo-hinh=`), on an article (`?bai=`), or at large."""
    return _letter(request, FeedbackForm, _subject_of(request), "portal/feedback.html")


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def suggestion(request):
    """Giới thiệu gương: who deserves to be known, where, for what."""
    return _letter(request, SuggestionForm, Subject({}), "portal/suggestion.html")


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def letter_answer(request):
    """Where a letter stands. The code is sent in the form, so that it stands in no address and no log."""
    form = CodeForm(request.POST or None)
    letter = None
    if request.method == "POST" and form.is_valid():
        letter = _found_by(form, network_of(address_of(request)))
    context = {
        "form": form,
        "letter": letter,
        "crumbs": [("Trang chủ", "/"), ("Góp ý", "/gop-y/"), ("Tra câu trả lời", "")],
    }
    status = NOT_TAKEN if form.errors else 200
    return render(request, "portal/letter_answer.html", context, status=status)


def _letter(request, kind, subject: Subject, template: str):
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = kind(*sent, has_subject=bool(subject.facts))
    if request.method == "POST" and form.is_valid() and (kept := _kept(request, form, subject)):
        letter, code = kept
        return render(request, "portal/letter_kept.html", {"letter": letter, "code": codes.shown(code)})
    return render(request, template, {"form": form, "subject": subject}, status=NOT_TAKEN if form.errors else 200)


def _kept(request, form, subject: Subject):
    photos = [(file, file.name) for file in form.cleaned_data.get("photos", ())]
    network = network_of(address_of(request))
    try:
        return letters.send(form.cleaned_data["mark"], network=network, photos=photos, **form.facts, **subject.facts)
    except BadFile as reason:
        form.add_error("photos", str(reason))
    except NotYet as reason:
        form.add_error(None, str(reason))
    return None


def _subject_of(request) -> Subject:
    """Only what is public can be written about; anything else is a page that is not there."""
    if "mo-hinh" in request.GET:
        rows = Exemplar.objects.public().select_related("unit", "place")
        row = get_object_or_404(rows, pk=key_in(request.GET["mo-hinh"]))
        return Subject({"exemplar": row, "place": row.place or row.unit}, row.name, exemplar_url(row))
    if "bai" in request.GET:
        page = get_object_or_404(ArticlePage.objects.live().select_related("place"), pk=key_in(request.GET["bai"]))
        return Subject({"article": page, "place": page.place}, page.title, page.address)
    return Subject({})


def _found_by(form: CodeForm, network: str) -> Letter | None:
    try:
        allowances.use("lookup", network, most=allowances.LOOKUPS)
    except allowances.Flooded:
        form.add_error(None, MANY_LOOKUPS)
        return None
    found = Letter.objects.filter(code=codes.digest(form.cleaned_data["code"])).select_related("passed_to").first()
    if found is None:
        form.add_error("code", UNKNOWN)
    return found
