"""What readers may know of the counter: its figures and its method."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kheo.visits import rules


@require_safe
@login_not_required
def statistics(request):
    """Figures by hour, day, month and year, by section and by page."""
    return render(request, "visits/statistics.html", {"heading": "Thống kê truy cập"})


@require_safe
@login_not_required
def method(request):
    """What is counted, and what is not."""
    return render(request, "visits/method.html", {"heading": "Cách tính", "rules": rules})
