"""Units: the list, one unit's life and surroundings, the tree of a day."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from kheo.accounts import unit_reads
from kheo.accounts.access import can, can_anywhere, require
from kheo.accounts.forms.units import ALL, ENDED, LIVING, DayForm, UnitFilter
from kheo.accounts.permissions import WORDS, Permission
from kheo.core.pages import page_of
from kheo.core.vietnamese import format_date
from kheo.units import queries
from kheo.units.life import life_of
from kheo.units.models import Unit

TREE_LIMIT = 1500
ENDED_OF = {LIVING: False, ENDED: True, ALL: None}
FILTERS = ("q", "level", "kind", "cluster", "state")


@require_GET
def unit_list(request):
    must_hold(request.user, Permission.UNIT_VIEW)
    form = UnitFilter(request.GET)
    asked = (
        {name: form.cleaned_data.get(name) or "" for name in FILTERS} if form.is_valid() else dict.fromkeys(FILTERS, "")
    )
    state = asked.pop("state")
    if asked["q"] and state == LIVING:
        rows = unit_reads.found_by_name(request.user, asked.pop("q"), timezone.localdate(), **asked)
        page = None
    else:
        units = unit_reads.matching(request.user, ended=ENDED_OF[state], **asked)
        page = page_of(units, request.GET.get("trang"), size=50, query=request.GET)
        rows = unit_reads.with_lines(unit_reads.Row(unit) for unit in page)
    context = {
        "heading": "Đơn vị",
        "form": form,
        "rows": rows,
        "page": page,
        "active": sum(bool(form.cleaned_data.get(name)) for name in FILTERS) if form.is_valid() else 0,
        "may_change": can_anywhere(request.user, Permission.UNIT_CHANGE),
    }
    return render(request, "accounts/unit_list.html", context)


@require_GET
def unit_detail(request, pk):
    unit, today = seen_unit(request, pk), timezone.localdate()
    around, life = unit_reads.around(request.user, unit), life_of(unit)
    now = queries.successors_of(unit, today) if unit.ends else []
    context = {
        "heading": unit.title,
        "unit": unit,
        "life": life,
        "around": around,
        "lists": _lists(around),
        "now": now,
        "open": unit_reads.keys_seen(request.user, [*now, *(other for event in life for other in event.others)]),
        "facts": _facts(unit, around.line),
        "focal_body": None if unit.ends else queries.focal_body_of(unit, today),
        "people": unit_reads.people_in(unit, today),
        "day_form": DayForm(initial={"ngay": today}),
        "may_change": can(request.user, Permission.UNIT_CHANGE, unit),
    }
    return render(request, "accounts/unit_detail.html", context)


def _lists(around):
    return [
        ("Đơn vị trực thuộc", around.children, around.more.get("children")),
        ("Đơn vị đứng chân trên địa bàn", around.standing, around.more.get("standing")),
        ("Đơn vị cũ nay thuộc đơn vị này", around.former, around.more.get("former")),
    ]


def _facts(unit: Unit, line: list[Unit]):
    unclear = "chưa đủ căn cứ" if not unit.history_complete else None
    return [
        ("Cấp", unit.get_level_display()),
        ("Loại", unit.get_kind_display()),
        ("Mã", unit.code or None),
        ("Trực thuộc", line[-1].name if line else "không"),
        *([("Địa bàn", unit.place.name)] if unit.place else []),
        *([("Cụm thi đua", unit.cluster.name)] if unit.cluster else []),
        ("Hoạt động từ", format_date(unit.starts) if unit.starts else unclear),
        *([("Ngày cuối cùng hoạt động", format_date(unit.ends))] if unit.ends else []),
    ]


@require_GET
def unit_tree(request, pk):
    unit = seen_unit(request, pk)
    form = DayForm(request.GET or {"ngay": format_date(timezone.localdate())})
    day = form.cleaned_data["ngay"] if form.is_valid() else None
    tree = queries.tree_on(unit, day) if day else []
    context = {
        "heading": f"Cây đơn vị: {unit}",
        "unit": unit,
        "form": form,
        "day": day,
        "branches": _branches(tree[:TREE_LIMIT]),
        "open": unit_reads.keys_seen(request.user, [standing.unit for standing in tree]),
        "unclear": sum(not standing.unit.history_complete for standing in tree),
        "count": len(tree),
        "is_cut": len(tree) > TREE_LIMIT,
        "name_then": queries.name_on(unit, day) if day else "",
        "is_living": any(standing.unit.pk == unit.pk for standing in tree),
    }
    return render(request, "accounts/unit_tree.html", context)


def _branches(tree):
    """Each line of the tree with how many levels open before it and close after it, for nested lists."""
    depths = [standing.depth for standing in tree]
    following = [*depths[1:], 0][: len(depths)]
    return [
        (standing, after > depth, range(max(0, depth - after)))
        for standing, depth, after in zip(tree, depths, following, strict=True)
    ]


def seen_unit(request, pk) -> Unit:
    """The unit of a page, if the reader may see it at all."""
    return get_object_or_404(unit_reads.units_seen(request.user).select_related("cluster", "place"), pk=pk)


def kept_unit(request, pk) -> Unit:
    """The unit of a page that changes it: unseen is not there, seen without the right is refused."""
    unit = seen_unit(request, pk)
    require(request.user, Permission.UNIT_CHANGE, unit)
    return unit


def living_unit(request, pk) -> Unit:
    """As `kept_unit`, for acts that an ended unit knows no more."""
    unit = kept_unit(request, pk)
    if unit.ends:
        raise Http404("Đơn vị đã kết thúc hoạt động.")
    return unit


def must_hold(user, permission: Permission) -> None:
    """Raise unless `user` holds the permission somewhere."""
    if not can_anywhere(user, permission):
        raise PermissionDenied(f"Đồng chí chưa được giao quyền “{WORDS[permission]}”.")
