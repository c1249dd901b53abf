"""Nhuận bút: a month's articles by author and kind, at the rate of the day each was posted."""

from datetime import date, datetime
from io import BytesIO
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kheo.accounts.roles import Role
from kheo.audit.models import Event
from kheo.movement.lifecycle.move import NotYet
from kheo.portal.actions import fees
from kheo.portal.models import ArticleKind as K
from kheo.portal.models import FeeRate
from kheo.portal.queries import fees as reads
from tests import make

pytestmark = pytest.mark.django_db
NOVEMBER = date(2026, 11, 1)


def posted(day, month=11, hour=9):
    return datetime(2026, month, day, hour, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.fixture
def head(db):
    return make.member(Role.HEAD, make.province())


@pytest.fixture
def newsroom(db):
    """Two authors' month by hand: An 2 news (100 and 120) and a story (400); Bình one interview without a rate."""
    FeeRate.objects.create(kind=K.NEWS, amount=100, starts=date(2026, 1, 1), is_sample=True)
    FeeRate.objects.create(kind=K.NEWS, amount=120, starts=date(2026, 11, 15))
    FeeRate.objects.create(kind=K.STORY, amount=400, starts=date(2026, 1, 1))
    make.article("Đầu tháng", author="Lê An", posted_at=posted(1, hour=0), kind=K.NEWS)
    make.article("Cuối tháng", author="Lê  An", posted_at=posted(30, hour=23), kind=K.NEWS)
    make.article("Phản ánh", author="Lê An", posted_at=posted(15), kind=K.STORY)
    make.article("Hỏi đáp", author="Đỗ Bình", posted_at=posted(15), kind=K.INTERVIEW)
    make.article("Của báo khác", author="", source="Nhân Dân", posted_at=posted(15), kind=K.REPOST)
    make.article("Tháng mười", author="Lê An", posted_at=posted(31, month=10, hour=23), kind=K.NEWS)
    make.article("Tháng chạp", author="Lê An", posted_at=posted(1, month=12, hour=0), kind=K.NEWS)
    make.article("Chưa đăng", author="Lê An", posted_at=posted(15), kind=K.NEWS, live=False)


def test_month_counts_each_author_and_kind_at_the_rate_of_its_day(newsroom):
    told = reads.month_of(NOVEMBER)

    assert [(each.name, each.articles, each.fee) for each in told.authors] == [("Đỗ Bình", 1, 0), ("Lê An", 3, 620)]
    assert told.authors[1].counts == {K.NEWS: 2, K.STORY: 1, K.REPORTAGE: 0, K.INTERVIEW: 0, K.PHOTOS: 0}
    assert (told.articles, told.fee, told.unpriced, told.has_samples) == (4, 620, 1, True)
    assert [(work.title, work.author, work.fee) for work in told.reposts] == [("Của báo khác", "Nhân Dân", None)]


def test_every_figure_opens_the_articles_behind_it(newsroom, head, client):
    client.force_login(head)
    table = client.get(reverse("stories:fees"), {"thang": "2026-11"}).context["table"]

    opened = 0
    for row in [*table.rows, table.foot]:
        for cell, title in zip(row[1:-1], [head.text for head in table.heads[1:-1]], strict=True):
            if cell.url:
                context = client.get(cell.url).context
                assert len(context["works"]) == cell.text, (row[0].text, title)
                opened += 1
        if row[-1].url:
            assert client.get(row[-1].url).context["fee"] == row[-1].text
    assert opened == 3 + 2 + 4


def test_spreadsheet_holds_the_same(newsroom, head, client):
    client.force_login(head)

    answer = client.get(reverse("stories:fee_download"), {"thang": "2026-11"})

    sheet, articles = openpyxl.load_workbook(BytesIO(answer.content)).worksheets
    rows = [list(row) for row in sheet.iter_rows(min_row=4, values_only=True)]
    assert [(row[0], row[-2], row[-1]) for row in rows] == [("Đỗ Bình", 1, 0), ("Lê An", 3, 620), ("Cộng", 4, 620)]
    assert len(list(articles.iter_rows(min_row=4))) == 5


def test_month_costs_the_same_for_one_and_three_rows():
    asked = []
    for rows in (1, 2):
        for _ in range(rows):
            make.article(posted_at=posted(5), author=f"Người {rows}")
        with CaptureQueriesContext(connection) as queries:
            assert reads.month_of(NOVEMBER).articles == {1: 1, 2: 3}[rows]
        asked.append(len(queries))

    assert asked == [2, 2]


def test_rates_are_set_by_approvers_alone_and_leave_an_event(head):
    rate = fees.set_rate(K.NEWS, 150_000, NOVEMBER, by=head)
    fees.set_rate(K.NEWS, 160_000, NOVEMBER, by=head)
    fees.set_rate(K.NEWS, 160_000, NOVEMBER, by=head)

    rate.refresh_from_db()
    assert rate.amount == 160_000
    changes = [event.changes["amount"] for event in Event.objects.filter(verb="fee_rate.set").order_by("number")]
    assert changes == [[None, 150_000], [150_000, 160_000]]
    for by in (make.member(Role.EDITOR, make.province()), make.member(Role.HEAD, make.unit())):
        with pytest.raises(PermissionDenied):
            fees.set_rate(K.NEWS, 1, NOVEMBER, by=by)


def test_samples_are_marked_and_put_only_where_nothing_is_set(head, client):
    client.force_login(head)
    assert "Dùng mức mẫu" in client.get(reverse("stories:fees")).content.decode()

    client.post(reverse("stories:fee_rate"), {"samples": "1"})

    assert set(FeeRate.objects.values_list("is_sample", flat=True)) == {True}
    assert "(mẫu)" in client.get(reverse("stories:fees")).content.decode()
    with pytest.raises(NotYet):
        fees.put_samples(NOVEMBER, by=head)


def test_form_reads_money_as_people_write_it(head, client):
    client.force_login(head)

    client.post(reverse("stories:fee_rate"), {"kind": "news", "amount": "1,5 triệu", "starts": "01/11/2026"})
    wrong = client.post(
        reverse("stories:fee_rate"), {"kind": "repost", "amount": "x", "starts": "31/02/2026"}, follow=True
    )

    assert list(FeeRate.objects.values_list("kind", "amount", "starts")) == [("news", 1_500_000, NOVEMBER)]
    assert "Chưa lưu được." in wrong.content.decode()


def test_reposts_have_no_rate_and_a_kind_one_rate_a_day():
    FeeRate.objects.create(kind=K.NEWS, amount=1, starts=NOVEMBER)
    FeeRate.objects.create(kind=K.STORY, amount=1, starts=NOVEMBER)
    for wrong in ({"kind": K.REPOST}, {"kind": K.NEWS}):
        with pytest.raises(IntegrityError), transaction.atomic():
            FeeRate.objects.create(amount=1, starts=NOVEMBER, **wrong)


@pytest.mark.parametrize("month", ["2026-13", "x", "2026-11-05", "0000-00", "1-1"])
def test_what_is_no_month_is_not_there(head, client, month):
    client.force_login(head)

    assert client.get(reverse("stories:fees"), {"thang": month}).status_code == 404
