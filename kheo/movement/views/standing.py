"""What is said of an exemplar's standing: recognitions, verifications, consents."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from kheo.accounts.access import require
from kheo.accounts.permissions import Permission as P
from kheo.accounts.receipts import once
from kheo.movement.actions import consents, recognitions, verifications
from kheo.movement.forms.parts import AnnulForm, ConsentForm, RecognitionForm, VerificationForm
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Exemplar, Recognition
from kheo.movement.views.telling import tell_cleaned


@require_http_methods(["GET", "POST"])
@once
def recognition_new(request, pk):
    """Enter a recognition that a decision gave."""
    exemplar = _allowed(request, pk, P.RECOGNITION_ENTER)
    form = RecognitionForm(request.POST or None, initial={"level": "commune"})
    if request.method == "POST" and form.is_valid():
        try:
            recognitions.enter(exemplar, by=request.user, **form.cleaned_data)
        except NotYet as reason:
            form.add_error(None, str(reason))
        else:
            tell_cleaned(request, form)
            messages.success(request, "Đã ghi quyết định công nhận.")
            return redirect(exemplar)
    return _form(request, form, exemplar, "Ghi quyết định công nhận", "Lưu quyết định")


@require_http_methods(["GET", "POST"])
@once
def recognition_annul(request, pk):
    """End a recognition by the decision that annuls it."""
    recognition = get_object_or_404(Recognition.objects.visible_to(request.user), pk=pk)
    exemplar = _allowed(request, recognition.exemplar_id, P.RECOGNITION_ENTER)
    form = AnnulForm(request.POST or None, initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            recognitions.annul(recognition, by=request.user, **form.cleaned_data)
        except NotYet as reason:
            form.add_error(None, str(reason))
        else:
            tell_cleaned(request, form)
            messages.success(request, "Đã ghi việc hủy bỏ quyết định công nhận.")
            return redirect(exemplar)
    return _form(request, form, exemplar, f"Hủy bỏ công nhận {recognition}", "Ghi hủy bỏ")


@require_POST
@once
def verification_new(request, pk):
    """Answer whether it still works."""
    exemplar = _allowed(request, pk, P.EXEMPLAR_WRITE)
    form = VerificationForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Hãy chọn một câu trả lời cho “Còn hoạt động không?”.")
        return redirect(exemplar)
    try:
        verifications.answer(exemplar, form.cleaned_data["verdict"], by=request.user, note=form.cleaned_data["note"])
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        tell_cleaned(request, form)
        messages.success(request, "Đã ghi xác nhận.")
    return redirect(exemplar)


@require_http_methods(["GET", "POST"])
@once
def consent_new(request, pk):
    """Record what a person agreed to have shown."""
    exemplar = _allowed(request, pk, P.EXEMPLAR_WRITE)
    form = ConsentForm(request.POST or None, initial={"given_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            consents.give(exemplar, by=request.user, **form.cleaned_data)
        except NotYet as reason:
            form.add_error(None, str(reason))
        else:
            tell_cleaned(request, form)
            messages.success(request, "Đã ghi sự đồng ý.")
            return redirect(exemplar)
    return _form(request, form, exemplar, "Ghi sự đồng ý", "Lưu")


@require_POST
@once
def consent_take_back(request, pk, consent):
    """The person withdraws it."""
    exemplar = _allowed(request, pk, P.EXEMPLAR_WRITE)
    kept = get_object_or_404(exemplar.consents, pk=consent)
    try:
        consents.take_back(kept, by=request.user)
    except NotYet as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, "Đã ghi việc rút lại; thông tin liên quan đã thôi công khai.")
    return redirect(exemplar)


def _allowed(request, pk, permission):
    exemplar = get_object_or_404(Exemplar.objects.visible_to(request.user).select_related("unit"), pk=pk)
    require(request.user, permission, exemplar.unit)
    return exemplar


def _form(request, form, exemplar, heading, button):
    context = {"form": form, "exemplar": exemplar, "heading": heading, "button": button}
    return render(request, "movement/part_form.html", context)
