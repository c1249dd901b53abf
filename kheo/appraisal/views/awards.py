"""Forms of award and the base salary: one page that all who work with awards read, and a form for each row."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kheo.accounts.access import can_anywhere
from kheo.accounts.doors import for_holders
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.appraisal.actions import awards
from kheo.appraisal.award_samples import load_award_samples
from kheo.appraisal.forms.awards import AwardFormForm, BaseSalaryForm
from kheo.appraisal.models import AwardForm, BaseSalary
from kheo.movement.lifecycle.move import NotYet


@require_GET
@for_holders(P.EXEMPLAR_VIEW)
def award_list(request):
    """The table of forms with what each comes to today, and the base salaries."""
    salary = BaseSalary.on(timezone.localdate())
    levels = awards.levels_of(request.user) if can_anywhere(request.user, P.AWARD_CHANGE) else []
    rows = [
        (form, int(form.multiple * salary.amount) if salary else None, form.level in levels)
        for form in AwardForm.objects.all()
    ]
    context = {
        "heading": "Hình thức, mức tiền thưởng", "rows": rows, "salary": salary, "salaries": BaseSalary.objects.all(),
        "may_change": bool(levels), "has_samples": any(form.is_sample for form, _, _ in rows),
    }  # fmt: skip
    return render(request, "appraisal/award_list.html", context)


@require_POST
@for_holders(P.AWARD_CHANGE)
@once
def award_samples(request):
    """Load the shipped table, marked as a sample."""
    made = load_award_samples(by=request.user)
    messages.success(request, f"Đã nạp {len(made)} hình thức mẫu. Mẫu không phải quy định: hãy sửa theo văn bản.")
    return redirect("appraisal:award_list")


@require_http_methods(["GET", "POST"])
@for_holders(P.AWARD_CHANGE)
@once
def award_new(request):
    """Add a form of award."""
    return _edit(request, AwardForm(), AwardFormForm, {}, "Thêm hình thức khen thưởng")


@require_http_methods(["GET", "POST"])
@for_holders(P.AWARD_CHANGE)
@once
def award_edit(request, pk):
    """Change one of one's own level or below."""
    row = get_object_or_404(AwardForm.objects.filter(level__in=awards.levels_of(request.user)), pk=pk)
    return _edit(request, row, AwardFormForm, _said(row), str(row))


@require_http_methods(["GET", "POST"])
@for_holders(P.AWARD_CHANGE)
@once
def salary_new(request):
    """Add a base salary from a day on."""
    return _edit(request, BaseSalary(), BaseSalaryForm, {}, "Thêm mức lương cơ sở")


@require_http_methods(["GET", "POST"])
@for_holders(P.AWARD_CHANGE)
@once
def salary_edit(request, pk):
    """Put a base salary right; what was entered before keeps its sum."""
    row = get_object_or_404(BaseSalary, pk=pk)
    return _edit(request, row, BaseSalaryForm, _said(row), f"Lương cơ sở {row}")


def _said(row) -> dict:
    return {name: getattr(row, name) for name in awards.WRITABLE[type(row)]}


def _edit(request, row, form_class, initial, heading):
    data = request.POST if request.method == "POST" else None
    form = form_class(data, user=request.user, initial=initial)
    if form.is_valid():
        try:
            awards.put(row, by=request.user, **form.cleaned_data)
        except NotYet as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, "Đã lưu.")
            return redirect("appraisal:award_list")
    context = {"form": form, "heading": heading, "button": "Lưu", "back": reverse("appraisal:award_list"),
               "back_label": "Hình thức, mức tiền thưởng"}  # fmt: skip
    return render(request, "appraisal/award_form.html", context)
