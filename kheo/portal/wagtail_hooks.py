"""What the newsroom does differently here: two editors never overwrite each other, nothing unfit is published."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import path, reverse_lazy
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from kheo.portal import approving
from kheo.portal.middleware import UNREADABLE
from kheo.portal.models import PublicPage
from kheo.portal.views import newsroom as newsroom_views
from kheo.portal.views.photos import photo_blur

PUBLISHES = "action-publish"


@hooks.register("before_edit_page")
def refuse_to_overwrite(request, page):
    """A save that began from an older version than the newest is refused, and shows back what was typed."""
    if request.method != "POST" or not _is_out_of_date(request, page):
        return None
    latest = page.latest_revision
    typed = [(name, value) for name, value in request.POST.items() if name in TYPED or name.startswith("body-")]
    context = {"page": page, "latest": latest, "typed": [(name, value) for name, value in typed if value.strip()]}
    return HttpResponse(render(request, "portal/newer_version.html", context).content, status=409)


TYPED = ("title", "lead", "author", "source", "photo_caption")


def _is_out_of_date(request, page) -> bool:
    """As Wagtail asks it of its autosave: the version this form was opened with is not the newest any more."""
    latest = page.latest_revision
    if latest is None:
        return False
    if overwrites := request.POST.get("overwrite_revision_id"):
        return overwrites != str(latest.pk)
    loaded = request.POST.get("loaded_revision_id")
    if not loaded:
        return False
    return loaded != str(latest.pk) or request.POST.get("loaded_revision_created_at") != latest.created_at.isoformat()


@hooks.register("before_publish_page")
def refuse_what_is_unfit(request, page):
    """A page whose photos wait for an answer, or that has no byline, is not published yet."""
    if not isinstance(page, PublicPage) or not (reasons := page.why_not_public()):
        return None
    for reason in reasons:
        messages.error(request, f"Chưa xuất bản được. {reason}")
    page.save_revision(user=request.user)
    return redirect("wagtailadmin_pages:edit", page.pk)


# After the refusal above: what remains has the newest version before it.
hooks.register("before_edit_page", approving.only_save_what_is_unfit)
hooks.register("after_edit_page", approving.approve_what_was_seen)


@hooks.register("insert_global_admin_css")
def our_colours():
    return format_html('<link rel="stylesheet" href="{}"><link rel="stylesheet" href="{}">', *map(static, SHEETS))


@hooks.register("insert_global_admin_js")
def clean_paste():
    return format_html('<script type="module" src="{}"></script>', static("portal/js/desk_paste.js"))


SHEETS = ("core/css/fonts.css", "portal/css/newsroom.css")
# Menus of what is done elsewhere in Khéo, or by nobody: Wagtail's own help speaks of Wagtail.
HIDDEN = {"help", "settings"}


@hooks.register("construct_main_menu")
def hide_foreign_menus(request, items):
    items[:] = [item for item in items if item.name not in HIDDEN]


@hooks.register("register_admin_menu_item")
def back_to_work():
    return MenuItem("Về trang làm việc", reverse_lazy("movement:my_work"), icon_name="arrow-left", order=10_000)


@hooks.register("register_admin_urls")
def our_admin_addresses():
    return [
        path("mo-hinh/", newsroom_views.exemplar_choices, name="exemplar_choices"),
        path("soat-loi/<int:pk>/", newsroom_views.proofread, name="proofread"),
        path("anh/<int:pk>/che-mo/", photo_blur, name="photo_blur"),
    ]


@hooks.register("construct_reports_menu")
def hide_what_speaks_of_code(request, items):
    items[:] = [item for item in items if item.name not in UNREADABLE]
