"""Nhuận bút of a month: the table, the articles behind each figure, the spreadsheet, the rates."""

from datetime import date
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from kheo.accounts.models import covers_whole_tree
from kheo.accounts.permissions import Permission
from kheo.accounts.receipts import once
from kheo.core.exports import Table, answer
from kheo.core.parts import table
from kheo.movement.lifecycle.move import NotYet
from kheo.portal.actions import fees
from kheo.portal.forms.fees import RateForm
from kheo.portal.models import ArticleKind
from kheo.portal.newsroom import require_entry
from kheo.portal.queries import fees as reads
from kheo.portal.views.news import month_in


@require_GET
def month(request):
    """`?thang=2026-11`; this month where none is named."""
    require_entry(request.user)
    told, rates = reads.month_of(_first(request)), reads.rates_on(timezone.localdate())
    context = {
        "told": told,
        "table": _table(told),
        "before": f"?thang={reads.previous_month(told.first):%Y-%m}",
        "after": f"?thang={reads.next_month(told.first):%Y-%m}",
        "rates": rates,
        "has_none": not any(all_of_kind for _, _, all_of_kind in rates),
        "form": RateForm(initial={"starts": timezone.localdate().replace(day=1)}),
        "may_set": covers_whole_tree(request.user, Permission.ARTICLE_PUBLISH),
        "heading": f"Nhuận bút tháng {told.first:%-m/%Y}",
    }
    return render(request, "portal/fees.html", context)


@require_GET
def works(request):
    """The articles behind a figure of a month."""
    require_entry(request.user)
    told = reads.month_of(_first(request))
    author, kind = request.GET.get("tac_gia") or None, request.GET.get("the_loai") or None
    if kind and kind not in ArticleKind.values:
        raise Http404
    found = reads.behind(told, author=author, kind=kind)
    about = ", ".join(filter(None, [author, ArticleKind(kind).label.lower() if kind else "mọi thể loại có nhuận bút"]))
    context = {
        "works": found,
        "fee": sum(work.fee or 0 for work in found),
        "about": about,
        "month": told.first,
        "heading": f"Tin bài tháng {told.first:%-m/%Y}",
    }
    return render(request, "portal/fee_works.html", context)


@require_GET
def download(request):
    """The month as a spreadsheet: the table, and every article."""
    require_entry(request.user)
    told = reads.month_of(_first(request))
    label = f"{told.first:%m-%Y}"
    heads = ["Tác giả", *(kind.label for kind in reads.PAID), "Số tin bài", "Nhuận bút (đồng)"]
    rows = [[each.name, *each.counts.values(), each.articles, each.fee] for each in told.authors]
    rows.append(["Cộng", *told.counts.values(), told.articles, told.fee])
    by_article = [[w.posted_on, w.title, w.author, w.kind.label, w.fee] for w in told.works]
    return answer(
        f"nhuan-but-{label}",
        Table(f"Nhuận bút tháng {label}", heads, rows, [28]),
        Table(
            f"Từng tin bài {label}", ["Ngày đăng", "Tin bài", "Tác giả, nguồn", "Thể loại", "Nhuận bút (đồng)"],
            by_article, [14, 60, 28],
        ),
    )  # fmt: skip


@require_POST
@once
def rate_set(request):
    """Set a rate, or begin with the samples."""
    require_entry(request.user, Permission.ARTICLE_PUBLISH)
    form = RateForm(request.POST)
    try:
        if "samples" in request.POST:
            fees.put_samples(timezone.localdate().replace(month=1, day=1), by=request.user)
            messages.success(request, "Đã đặt mức mẫu; hãy sửa theo quyết định của cơ quan.")
        elif form.is_valid():
            fees.set_rate(
                form.cleaned_data["kind"], form.cleaned_data["amount"], form.cleaned_data["starts"], by=request.user
            )
            messages.success(request, "Đã đặt mức nhuận bút.")
        else:
            messages.error(request, f"Chưa lưu được. {_wrong(form)}")
    except NotYet as reason:
        messages.error(request, str(reason))
    return redirect("stories:fees")


def _first(request) -> date:
    return month_in(request.GET.get("thang", "")) or timezone.localdate().replace(day=1)


def _table(told: reads.Month):
    here = f"{reverse('stories:fee_works')}?thang={told.first:%Y-%m}"

    def opened(figure, author=None, kind=None):
        if not figure:
            return figure
        query = _query(tac_gia=author, the_loai=kind)
        return figure, f"{here}{query}"

    def line(name, counts, articles, fee, author=None):
        kinds = [opened(number, author, kind.value) for kind, number in counts.items()]
        return [name, *kinds, opened(articles, author), opened(fee, author)]

    heads = ["Tác giả", *(kind.label for kind in reads.PAID), "Số tin bài", "Nhuận bút (đồng)"]
    rows = [line(each.name, each.counts, each.articles, each.fee, each.name) for each in told.authors]
    foot = line("Cộng", told.counts, told.articles, told.fee)
    return table("Theo tác giả và thể loại", heads, rows, numeric=range(1, len(heads)), foot=foot)


def _query(**facts) -> str:
    kept = {name: value for name, value in facts.items() if value}
    return f"&{urlencode(kept)}" if kept else ""


def _wrong(form: RateForm) -> str:
    return " ".join(f"{form.fields[name].label}: {' '.join(words)}" for name, words in form.errors.items())
