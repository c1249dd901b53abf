"""The desk for what the public sends: heaps, one letter with its moves, where to turn, what residents say."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from kheo.accounts.access import can_anywhere
from kheo.accounts.models import covers_whole_tree
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.core.pages import page_of
from kheo.core.serving import locked_down
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.views.telling import tell_cleaned
from kheo.portal.actions import letters, referrals
from kheo.portal.addresses import exemplar_url
from kheo.portal.forms.letters import AnswerForm, NoForm, PassForm, ReferralChoiceForm, ReferralForm
from kheo.portal.models import Letter, LetterPhoto, Referral
from kheo.portal.queries import letters as queries

EXCERPT = 160  # characters of a letter in a list
FORMS = {"answer": AnswerForm, "close": AnswerForm, "put_aside": ReferralChoiceForm, "pass_on": PassForm}
SAID = {
    "answer": "Đã trả lời; người gửi đọc được bằng mã theo dõi.",
    "pass_on": "Đã chuyển. Cán bộ đơn vị ấy đọc được ở mục này.",
    "put_aside": "Đã ghi nơi cần tìm đến cho người gửi.",
    "close": "Đã khép lại.",
    "reopen": "Đã mở lại.",
    "restrict": "Đã chuyển sang chế độ hạn chế; thư không còn ở hộp này.",
    "restore": "Thư đã trở về hộp góp ý.",
}


@require_GET
def letter_list(request, which="cho"):
    """One heap of letters, with the others beside it."""
    open_to = [key for key, _, may in _heaps(request.user) if may]
    if which not in open_to and (which != "cho" or not open_to):
        raise PermissionDenied("Đồng chí chưa được giao quyền đọc thư ở mục này.")
    which = which if which in open_to else open_to[0]
    tabs = _tabs(request.user, which)
    rows = queries.letters(request.user, which=which)
    page = page_of(rows, request.GET.get("trang"), query=request.GET)
    context = {
        "heading": "Góp ý, giới thiệu gương",
        "tabs": tabs,
        "page": page,
        "which": which,
        "items": [_item(letter) for letter in page.rows],
        "may_refer": covers_whole_tree(request.user, P.FEEDBACK_ANSWER),
    }
    return render(request, "portal/letter_list.html", context)


@never_cache
@require_GET
def letter_detail(request, pk):
    """One letter and what may be done with it now."""
    return _draw(request, _of(request, pk))


@require_POST
@once
def letter_advance(request, pk, move):
    """Make one move of the table."""
    letter = _of(request, pk)
    form = _form(request, move, request.POST)
    if not form.is_valid():
        return _draw(request, letter, {move: form})
    tell_cleaned(request, form)
    try:
        facts = {name: form.cleaned_data[name] for name in ("text", "to") if name in form.cleaned_data}
        letters.advance(letter, move, by=request.user, **facts)
    except NotYet as reason:
        messages.error(request, str(reason))
        return redirect("stories:letter", pk=pk)
    messages.success(request, SAID[move])
    still = Letter.objects.visible_to(request.user).filter(pk=pk).exists()
    return redirect("stories:letter", pk=pk) if still else redirect("stories:letters")


@require_safe
def letter_photo(request, pk):
    rows = LetterPhoto.objects.filter(letter__in=Letter.objects.visible_to(request.user))
    photo = get_object_or_404(rows, pk=pk)
    try:
        return locked_down(FileResponse(photo.file.open("rb"), content_type="image/jpeg"), keep=True)
    except FileNotFoundError:
        raise Http404 from None


@require_GET
def voices(request):
    """Models of which residents say that they are gone: told to the level above, never a verdict."""
    if not can_anywhere(request.user, P.FEEDBACK_ANSWER):
        raise PermissionDenied("Đồng chí chưa được giao quyền đọc mục này.")
    rows = queries.doubted(request.user, at=timezone.now())
    page = page_of(rows, request.GET.get("trang"), query=request.GET)
    context = {
        "heading": "Bà con nói không còn hoạt động",
        "page": page,
        "items": [(row, exemplar_url(row)) for row in page.rows],
        "tabs": _tabs(request.user, "tieng-noi"),
    }
    return render(request, "portal/voices.html", context)


@require_GET
def referral_list(request):
    """Where senders are told to turn."""
    _must_refer(request.user)
    context = {"heading": "Nơi tiếp nhận", "referrals": Referral.objects.all()}
    return render(request, "portal/referral_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@once
def referral_new(request):
    _must_refer(request.user)
    return _edit_referral(request, Referral(), "Thêm nơi tiếp nhận")


@require_http_methods(["GET", "HEAD", "POST"])
@once
def referral_edit(request, pk):
    _must_refer(request.user)
    row = get_object_or_404(Referral, pk=pk)
    return _edit_referral(request, row, row.name)


def _edit_referral(request, row: Referral, heading: str):
    form = ReferralForm(request.POST or None, initial={"name": row.name, "text": row.text})
    if request.method == "POST" and form.is_valid():
        try:
            referrals.put(row, by=request.user, **form.cleaned_data)
        except NotYet as reason:
            form.add_error("name", str(reason))
        else:
            messages.success(request, "Đã lưu.")
            return redirect("stories:referrals")
    return render(request, "portal/referral_form.html", {"form": form, "heading": heading, "row": row})


def _must_refer(user) -> None:
    if not covers_whole_tree(user, P.FEEDBACK_ANSWER):
        raise PermissionDenied("Nơi tiếp nhận do cơ quan thường trực của cả hệ thống ghi.")


def _of(request, pk) -> Letter:
    rows = Letter.objects.visible_to(request.user)
    return get_object_or_404(
        rows.select_related("unit", "place", "exemplar", "article", "passed_to", "answered_by"), pk=pk
    )


def _form(request, move: str, data=None):
    kind = FORMS.get(move, NoForm)
    return kind(data, user=request.user) if kind is PassForm else kind(data)


def _draw(request, letter: Letter, refused: dict | None = None):
    moves = letters.open_moves(letter, request.user)
    asked = [(move, (refused or {}).get(move.name) or _form(request, move.name)) for move in moves]
    context = {
        "letter": letter,
        "heading": letter.title or str(letter),
        "path": queries.path_of(letter),
        "moves": [(move, form, move.name in (refused or {})) for move, form in asked],
        "knows_sender": queries.may_know_sender(letter, request.user),
        "photos": letter.photos.all(),
        "is_passed_here": letter.passed_to_id is not None and not moves,
        "exemplar_url": exemplar_url(letter.exemplar) if letter.exemplar and letter.exemplar.published_at else "",
    }
    return render(request, "portal/letter_detail.html", context)


def _item(letter: Letter) -> dict:
    """As components/item.html draws it."""
    text = " ".join(letter.text.split())
    said = text if len(text) <= EXCERPT else f"{text[:EXCERPT].rsplit(' ', 1)[0]}…"
    place = letter.place.title if letter.place else ""
    return {
        "title": f"{letter.get_kind_display()}: {letter.about}",
        "url": reverse("stories:letter", args=[letter.pk]),
        "note": " · ".join(filter(None, [place, f"nhận {timezone.localtime(letter.at):%d/%m/%Y}", said])),
        "path": queries.path_of(letter),
    }


def _heaps(user) -> list[tuple[str, str, bool]]:
    """(key, label, does this person read it)."""
    answers = can_anywhere(user, P.FEEDBACK_ANSWER)
    return [
        ("cho", "Cần xử lý", answers),
        ("chuyen", "Chuyển đến đơn vị", can_anywhere(user, P.EXEMPLAR_WRITE)),
        ("xong", "Đã xong", answers),
        ("tieng-noi", "Bà con nói không còn", answers),
        ("han-che", "Hạn chế", covers_whole_tree(user, P.COMPLAINT_VIEW)),
    ]


def _tabs(user, which: str) -> list[tuple]:
    """As components/tabs.html draws them: (label, address, count, is it the current one)."""
    return [(label, _tab_url(key), None, key == which) for key, label, may in _heaps(user) if may]


def _tab_url(key: str) -> str:
    if key == "tieng-noi":
        return reverse("stories:voices")
    return reverse("stories:letters") if key == "cho" else reverse("stories:letters_of", args=[key])
