"""Gửi tin bài: the form, one's own stories, one story whole, its photos."""

import json
from functools import partial

from django.contrib import messages
from django.db import transaction
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from kheo.accounts.receipts import once
from kheo.core.filechecks import BadFile
from kheo.core.pages import page_of
from kheo.movement.actions import drafts
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Upload
from kheo.movement.views import drafts as kept_drafts
from kheo.movement.views import uploads as pieces_in
from kheo.movement.views.telling import tell_cleaned
from kheo.portal.actions import arrivals, stories, story_photos
from kheo.portal.forms.stories import PhotoAboutForm, StoryForm, TakeForm, about
from kheo.portal.html import Picture, as_blocks, pieces
from kheo.portal.models import MOST_PHOTOS, Story, StoryPhoto
from kheo.portal.newsroom import may_enter
from kheo.portal.queries import stories as reads
from kheo.portal.stories import read

PAGE = 25
DRAFT = ("story", "moi")
PARTS = {"anh": "file", "nho": "thumb"}
MANY = 30  # ids of uploads looked at: more than a story may have


@require_http_methods(["GET", "POST"])
def story_new(request):
    """Write a story and send it. Not `@once`: reading a document must not hold a transaction open; `send` sends once."""
    stories.unit_of(request.user)  # refuses whoever may not
    if request.method == "POST":
        mark = request.POST.get("once", "")[:64]
        if first := stories.sent_with(mark, request.user):
            return redirect(first)
        form = _form(request)
        if form.is_valid() and (story := _send(request, form, mark)):
            return redirect(f"{story.get_absolute_url()}?da-gui={DRAFT[1]}")
        if form.is_secret:
            drafts.discard(request.user, *DRAFT)
        came = request.POST
    else:
        came = kept_drafts.kept(request.user, *DRAFT)
        form = StoryForm(writer=request.user, initial=_initial(came))
    return render(request, "portal/story_form.html", _context(request, form, came))


@require_POST
def upload_open(request):
    """Files of a story come in pieces; the door is that of evidence."""
    return pieces_in.opened(request, None)


@require_http_methods(["HEAD", "PATCH"])
def upload_piece(request, upload):
    return pieces_in.gone_on(
        request, get_object_or_404(Upload.objects.filter(by=request.user, exemplar=None), pk=upload)
    )


@require_GET
def mine(request):
    """One's own stories: where each stands, why it was not used, and its link, byline and views once published."""
    page = page_of(reads.mine(request.user), request.GET.get("trang"), size=PAGE, query=request.GET)
    context = {"page": page, "lines": reads.lines(page.rows), "heading": "Tin bài của tôi"}
    return render(request, "portal/story_list.html", context)


@require_GET
def story(request, pk):
    """One story whole, for its sender and for the newsroom."""
    kept = _visible(request, pk)
    changing = story_photos.may_change(kept, request.user)
    photos = list(kept.photos.all())
    context = {
        "story": kept,
        "line": reads.line(kept),
        "exemplars": kept.exemplars.select_related("unit"),
        "moves": stories.open_moves(kept, request.user),
        "take": TakeForm(initial={"section": _usual_section()}),
        "at_desk": may_enter(request.user),
        "photos": [(photo, _photo_form(photo) if changing else None) for photo in photos],
        "by_place": {photo.place: photo for photo in photos},
        "room": MOST_PHOTOS - len(photos) if changing else 0,
        "sent_form": kept_drafts.address(*DRAFT) if request.GET.get("da-gui") == DRAFT[1] else "",
        "heading": kept.title,
    }
    return render(request, "portal/story.html", context)


@require_POST
def story_photos_save(request, pk):
    """Keep what is said of the photos, and add those that came. Not `@once`: the hash keeps a photo from being doubled."""
    kept = _visible(request, pk)
    forms = {photo.pk: _photo_form(photo, request.POST) for photo in kept.photos.all()}
    if not all(form.is_valid() for form in forms.values()):
        words = [word for form in forms.values() for found in form.errors.values() for word in found]
        messages.error(request, f"Chưa lưu được. {' '.join(words)}")
        return redirect(kept)
    ids, files = request.POST.getlist("photos")[:MANY], request.FILES.getlist("photos_file")[:MANY]
    try:
        story_photos.describe(kept, {key: form.cleaned_data for key, form in forms.items()}, by=request.user)
        _add(request, kept, ids, files)
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, "Đã lưu ảnh.")
    return redirect(kept)


@require_POST
@once
def story_photo_remove(request, pk, place):
    photo = get_object_or_404(_visible(request, pk).photos.select_related("story"), place=place)
    return _do(request, photo.story, "Đã bỏ ảnh khỏi tin bài.", partial(story_photos.remove, photo, by=request.user))


@require_safe
def story_photo(request, pk, part):
    """A photo's clean copy, or the small one: for the sender and the newsroom."""
    rows = StoryPhoto.objects.filter(story__in=Story.objects.visible_to(request.user))
    try:
        answer = FileResponse(
            getattr(get_object_or_404(rows, pk=pk), PARTS[part]).open("rb"), content_type="image/jpeg"
        )
    except FileNotFoundError:
        raise Http404 from None
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@require_POST
@once
def story_withdraw(request, pk):
    kept = get_object_or_404(Story.objects.filter(sender=request.user), pk=pk)
    done = "Đã rút tin bài; ban biên tập không còn đọc được."
    return _do(request, kept, done, partial(stories.withdraw, kept, by=request.user))


def _do(request, kept, done, act):
    try:
        act()
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, done)
    return redirect(kept)


def _form(request) -> StoryForm:
    has_document = bool(request.POST.getlist("word") or request.FILES.get("word_file"))
    return StoryForm(request.POST, writer=request.user, has_document=has_document)


def _initial(came) -> dict:
    if not came:
        return {}
    found = {name: came.get(name) for name in ("title", "text", "byline", "place") if name in came}
    return found | {"exemplars": came.getlist("exemplars")}


def _send(request, form, mark):
    """The story, or None with the form telling what is wrong."""
    by, said = request.user, form.cleaned_data
    ids, word_ids = request.POST.getlist("photos")[:MANY], request.POST.getlist("word")[:MANY]
    try:
        title, found, photos, notes = _read(request, form, word_ids)
    except BadFile as reason:
        form.add_error(None, f"Tệp Word: {reason}")
        return None
    files = request.FILES.getlist("photos_file")[:MANY]
    more, refused = arrivals.photos_of(ids, files, by=by, room=MOST_PHOTOS - len(photos))
    known = {photo.sha256 for photo in photos.values()}
    ordered = [*photos.values(), *(photo for photo in more if photo.sha256 not in known)]
    places = {f"anh-{number}": place for place, number in enumerate(photos, 1)}
    body = json.loads(as_blocks(found, partial(_place_of, places)))
    sent = stories.send(
        by=by, title=title, body=body, byline=said["byline"], place=said["place"], exemplars=said["exemplars"],
        photos=ordered, mark=mark,
    )  # fmt: skip
    arrivals.forget([*ids, *word_ids], by=by)
    drafts.discard(by, *DRAFT)
    _tell(request, form, notes, refused)
    return sent


def _read(request, form, word_ids):
    """Title, pieces of the text, photos of the document by their number in it, and what to tell of it."""
    document = arrivals.document_of(word_ids, request.FILES.get("word_file"), by=request.user)
    title = form.cleaned_data["title"]
    if document is None:
        return title, form.cleaned_data["text"], {}, []
    told = read(document[1], document[0])
    if not title:
        title, told = told.with_title()
    if not title:
        raise BadFile("dòng đầu không phải tên bài; hãy điền ô “Tên bài”.")
    photos, lost = arrivals.from_document(told.photos)
    lost += told.left_out
    notes = [f"Có {lost} hình trong tệp Word không lấy được (hình vẽ, hoặc quá {MOST_PHOTOS} ảnh)."] if lost else []
    return title, pieces(told.html), photos, notes


def _place_of(places: dict[str, int], picture: Picture) -> int | None:
    return next((places[source] for source in picture.sources if source in places), None)


def _tell(request, form, notes, refused) -> None:
    tell_cleaned(request, form)
    messages.success(request, "Đã gửi tin bài đến ban biên tập.")
    for note in notes:
        messages.info(request, note)
    for sentence in refused:
        messages.warning(request, f"Ảnh chưa lấy được: {sentence} Có thể thêm lại ở phần Ảnh bên dưới.")


def _add(request, kept, ids, files) -> None:
    if not ids and not files:
        return
    ready, refused = arrivals.photos_of(ids, files, by=request.user)
    story_photos.add(kept, ready, by=request.user)
    transaction.on_commit(partial(arrivals.forget, ids, by=request.user))
    for sentence in refused:
        messages.error(request, f"Ảnh chưa lấy được: {sentence}")


def _context(request, form, came) -> dict:
    ids = {name: came.getlist(name)[:MANY] if came else [] for name in ("word", "photos")}
    return {
        "form": form,
        "heading": "Gửi tin bài",
        "autosave_url": kept_drafts.address(*DRAFT),
        "is_draft": request.method == "GET" and came is not None,
        "words": arrivals.waiting(ids["word"], by=request.user),
        "photos": arrivals.waiting(ids["photos"], by=request.user),
        "most": MOST_PHOTOS,
    }


def _photo_form(photo: StoryPhoto, data=None) -> PhotoAboutForm:
    return PhotoAboutForm(data, prefix=f"anh-{photo.pk}", initial=about(photo))


def _visible(request, pk) -> Story:
    rows = Story.objects.visible_to(request.user).select_related("page", "sender", "unit", "place")
    return get_object_or_404(rows.prefetch_related("photos"), pk=pk)


def _usual_section() -> int | None:
    sections = TakeForm().fields["section"].queryset
    usual = sections.filter(slug="tin-co-so").first() or sections.first()
    return usual.pk if usual else None
