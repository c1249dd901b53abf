"""The addresses of the open data under /api/v1/: OpenAPI 3.1 from the shapes, JSON lists in pages, the same as CSV."""

from typing import Annotated

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import NinjaAPI, Path, Query
from ninja.errors import HttpError

from kheo.core.exports import csv_answer
from kheo.movement.models import Directive as DirectiveRow
from kheo.movement.models import Exemplar as ExemplarRow
from kheo.movement.models import Field
from kheo.portal.api import shapes, told
from kheo.portal.linked_data import full
from kheo.portal.models import ArticlePage
from kheo.portal.queries import directives, library, news
from kheo.visits import queries as visits

PAGE = 50
FARTHEST = 10_000
LARGEST_KEY = 2**31 - 1

api = NinjaAPI(
    title="Khéo: dữ liệu mở",
    version="1.0",
    description="Tin bài, mô hình, văn bản, thống kê đã công khai. Chỉ đọc, không cần khóa.",
    urls_namespace="api",
    docs_url=None,
)
PageNumber = Annotated[int, Query(ge=1, le=FARTHEST, alias="trang", description="Trang, mỗi trang 50 dòng")]
Key = Annotated[int, Path(ge=1, le=LARGEST_KEY)]
Words = Annotated[str, Query(max_length=200, alias="q", description="Từ cần tìm, không cần dấu")]
NOT_FOUND = {404: shapes.Problem}


@api.exception_handler(Http404)
def not_found(request: HttpRequest, reason: Http404):
    return api.create_response(request, {"detail": "Không có mục này, hoặc mục chưa được công khai."}, status=404)


def listed(request: HttpRequest, rows, page: int, tell) -> dict:
    """One page of a list with the address of the next; the same for every list."""
    total = rows.count()
    start = (page - 1) * PAGE
    more = start + PAGE < total
    query = request.GET.copy()
    query["trang"] = str(page + 1)
    return {
        "total": total,
        "next": full(f"{request.path}?{query.urlencode()}") if more else None,
        "items": tell(list(rows[start : start + PAGE])),
    }


@api.get("/tin-bai", response=shapes.Articles, summary="Tin bài đã đăng, mới nhất trước", url_name="articles")
def articles(request, trang: PageNumber = 1):
    sections = news.sections()
    return listed(request, news.articles(), trang, lambda rows: told.articles(rows, sections))


@api.get("/tin-bai.csv", summary="Tin bài đã đăng, dạng CSV", include_in_schema=False, url_name="articles_csv")
def articles_csv(request):
    return _csv("tin-bai.csv", told.articles(list(news.articles()[:FARTHEST]), news.sections()))


@api.get("/tin-bai/{pk}", response={200: shapes.ArticleWhole, **NOT_FOUND}, summary="Một tin bài, cả toàn văn")
def article(request, pk: Key):
    row = ArticlePage.objects.live().select_related("place").filter(pk=pk).first()
    if row is None:
        raise Http404
    facts = told.articles([row], news.sections())[0]
    open_codes = ExemplarRow.objects.public().filter(articles=row).values_list("code", flat=True)
    return facts | {
        "text": row.words(),
        "corrections": [each.text for each in row.corrections.all()],
        "exemplars": [code or "" for code in open_codes],
    }


@api.get("/mo-hinh", response=shapes.Exemplars, summary="Mô hình, điển hình đã công khai", url_name="exemplars")
def exemplars(request, trang: PageNumber = 1, q: Words = "", linh_vuc: Field | None = None):
    chosen = {"q": q} if q else {}
    rows = library.library(chosen | ({"linh_vuc": linh_vuc} if linh_vuc else {}))
    return listed(request, rows, trang, lambda found: [told.exemplar(row) for row in found])


@api.get("/mo-hinh.csv", summary="Mô hình đã công khai, dạng CSV", include_in_schema=False, url_name="exemplars_csv")
def exemplars_csv(request):
    return _csv("mo-hinh.csv", [told.exemplar(row) for row in library.library({})[:FARTHEST]])


@api.get("/mo-hinh/{code}", response={200: shapes.ExemplarWhole, **NOT_FOUND}, summary="Một mô hình theo mã")
def exemplar(request, code: Annotated[str, Path(max_length=20)]):
    row = library.published().filter(code=code).first() if "\0" not in code else None
    if row is None:
        raise Http404
    whole = library.told(row)
    words = {name: getattr(row, name) for name, _ in library.STORY}
    results = [
        {
            "name": each.name, "measure": each.measure, "baseline": each.baseline, "target": each.target,
            "actual": each.actual, "on": each.actual_on, "is_main": each.is_main,
        }
        for each in whole.outcomes
    ]  # fmt: skip
    return told.exemplar(row) | words | {"results": results, "recognitions": [str(each) for each in whole.recognitions]}


@api.get("/van-ban", response=shapes.Directives, summary="Văn bản chỉ đạo đã công khai", url_name="directives")
def public_directives(request, trang: PageNumber = 1, q: Words = ""):
    today = timezone.localdate()
    rows = directives.directives({"q": q} if q else {}, on=today)
    return listed(request, rows, trang, lambda found: [told.directive(row, on=today) for row in found])


@api.get("/van-ban.csv", summary="Văn bản đã công khai, dạng CSV", include_in_schema=False, url_name="directives_csv")
def directives_csv(request):
    today = timezone.localdate()
    return _csv("van-ban.csv", [told.directive(row, on=today) for row in directives.directives(on=today)[:FARTHEST]])


@api.get("/thong-ke", response=shapes.Statistics, summary="Số liệu chung", url_name="statistics")
def statistics(request):
    online = visits.online(timezone.now())
    site = visits.site_total()
    return {
        "total": site.total,
        "opening": site.opening,
        "online_guests": online.guests,
        "online_members": online.members,
        "exemplars": ExemplarRow.objects.public().count(),
        "articles": ArticlePage.objects.live().count(),
        "directives": DirectiveRow.objects.public().count(),
    }


def _csv(name: str, rows: list[dict]):
    if not rows:
        raise HttpError(404, "Chưa có dữ liệu nào được công khai.")
    return csv_answer(name, list(rows[0]), (list(row.values()) for row in rows))
