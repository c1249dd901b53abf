"""What readers may know of the counter: its figures and its method."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kheo.core.exports import csv_answer
from kheo.core.parts import Bar, bars
from kheo.visits import countable, live, queries, rules

FRESH = 60  # seconds for which a page of statistics is worked out once
MOST = 15  # pages said to be read most
OWN = {"so-lieu": ("Thống kê truy cập", "visits:statistics"), "cach-tinh": ("Cách tính", "visits:method")}


@dataclass(frozen=True)
class View:
    """One way to look at the figures: its name in the address, its tab, its chart, how far back, how a bar is called."""

    name: str
    tab: str
    caption: str
    unit: str
    days: int
    label: str
    shown: int


VIEWS = (
    View("gio", "24 giờ", "Lượt xem từng giờ, 24 giờ gần đây", "hour", 1, "{hour} giờ, {day:%d/%m}", 24),
    View("ngay", "30 ngày", "Lượt xem từng ngày, 30 ngày gần đây", "day", 29, "{day:%d/%m/%Y}", 30),
    View("tuan", "12 tuần", "Lượt xem từng tuần, 12 tuần gần đây", "week", 77, "Tuần từ {day:%d/%m/%Y}", 12),
    View(
        "thang", "12 tháng", "Lượt xem từng tháng, 12 tháng gần đây", "month", 334, "Tháng {day.month}/{day.year}", 12
    ),
    View("nam", "Các năm", "Lượt xem từng năm", "year", 3650, "Năm {day.year}", 11),
)
DEFAULT = VIEWS[1]
CSV = {"gio": 31, "ngay": 366, "thang": 3650}  # days back, by what the file counts
HEADERS = ("Từ ngày", "Giờ", "Khách", "Thành viên", "Lượt xem", "Đếm riêng: không chạy JavaScript", "Đếm riêng: máy dò")


def section_of(tail: str) -> str | None:
    """Own pages of the counter belong to no section."""
    return "" if tail in OWN else None


def titles(tails: list[str]) -> dict[str, tuple[str, str]]:
    return {tail: (OWN[tail][0], reverse(OWN[tail][1])) for tail in tails if tail in OWN}


@login_not_required
@require_safe
def statistics(request):
    """Figures by hour, day, week, month and year, by section and by page."""
    view = next((view for view in VIEWS if view.name == request.GET.get("theo")), DEFAULT)
    here = reverse("visits:statistics")
    context = {
        "heading": "Thống kê truy cập", "count_key": "thong-ke:so-lieu",
        "tabs": [(each.tab, f"{here}?theo={each.name}", None, each is view) for each in VIEWS],
        "chart": live.kept(("chart", view.name), FRESH, lambda: _chart(view, timezone.localtime())),
        "view": view, **live.kept("statistics", FRESH, lambda: _whole(timezone.localdate())),
    }  # fmt: skip
    return render(request, "visits/statistics.html", context)


@login_not_required
@require_safe
def statistics_csv(request):
    """The same figures as a file: by hour, day or month."""
    name = request.GET.get("theo") if request.GET.get("theo") in CSV else "ngay"
    unit = next(view.unit for view in VIEWS if view.name == name)
    today = timezone.localdate()
    points = queries.series(unit, _since(today, CSV[name]), today)
    rows = (
        (p.day.isoformat(), "" if p.hour is None else p.hour, p.guests, p.members, p.views, p.no_script, p.robots)
        for p in points
    )
    return csv_answer(f"luot-truy-cap-{name}.csv", HEADERS, rows)


@login_not_required
@require_safe
def method(request):
    """What is counted, and what is not."""
    context = {
        "heading": "Cách tính lượt truy cập", "count_key": "thong-ke:cach-tinh", "rules": rules,
        "site": queries.site_total(), "half_hour": rules.HALF_HOUR // 60, "online": rules.ONLINE // 60,
        "definitions": rules.DEFINITIONS,
    }  # fmt: skip
    return render(request, "visits/method.html", context)


def _since(today: date, days: int) -> date:
    """Not before anything was counted: empty years say nothing."""
    return max(today - timedelta(days=days), min(queries.first_day() or today, today))


def _chart(view: View, now) -> list[Bar]:
    today = now.date()
    since = _since(today, view.days) if view.unit == "year" else today - timedelta(days=view.days)
    points = queries.series(view.unit, since, today)
    if view.unit == "hour":
        points = [point for point in points if (point.day, point.hour) <= (today, now.hour)]
    shown = points[-view.shown :]
    return bars((view.label.format(day=point.day, hour=point.hour), point.views) for point in reversed(shown))


def _whole(today: date) -> dict:
    """What stands beside the chart, whichever it is."""
    days = queries.series("day", today - timedelta(days=30), today)  # a month may have 31
    month = days[1:]
    read = queries.most_read(today - timedelta(days=29), today, limit=4 * MOST)
    names, called = countable.section_names(), countable.titles(key for key, _ in read)
    sections = sorted(queries.section_totals().items(), key=lambda row: -row[1])
    return {
        "site": queries.site_total(),
        "today": month[-1].views,
        "this_month": sum(point.views for point in days if point.day.month == today.month),
        "no_script": sum(point.no_script for point in month),
        "robots": sum(point.robots for point in month),
        "by_section": bars((names[key], views) for key, views in sections if key in names),
        "read": bars([(called[key][0], n, called[key][1]) for key, n in read if key in called][:MOST]),
    }
