"""The page of statistics, its file, and the page that says how it is counted."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from kheo.visits import live, rules
from kheo.visits.actions.openings import open_balance
from kheo.visits.models import Who

pytestmark = pytest.mark.django_db


@pytest.fixture
def read(hit):
    """Three views today and one yesterday, by hand; robots and no-script beside them."""
    today = timezone.localdate()
    at = f"{today} 00:10"
    yesterday = f"{today - timedelta(days=1)} 12:10"
    assert [hit("thu:12", at=at, agent=agent) for agent in "ABC"] == [True] * 3
    hit("thu:14", at=yesterday)
    hit("thu:12", at=at, who=Who.ROBOT)
    hit("thu:12", at=at, agent="D", who=Who.NO_SCRIPT)
    return today


def bars(context, name):
    return [(bar.label, bar.value, bar.url) for bar in context[name]]


def test_statistics_show_days_sections_and_pages(client, read):
    answer = client.get(reverse("visits:statistics"))

    first = answer.context["chart"][:3]
    assert [(bar.label, bar.value) for bar in first] == [
        (f"{read - timedelta(days=n):%d/%m/%Y}", views) for n, views in enumerate((3, 1, 0))
    ]
    assert len(answer.context["chart"]) == 30
    assert (answer.context["today"], answer.context["no_script"], answer.context["robots"]) == (3, 1, 1)
    assert bars(answer.context, "by_section") == [("Tin cơ sở", 3, ""), ("Tin tức", 1, "")]
    assert bars(answer.context, "read") == [
        ("Bài mười hai", 3, "/tin-co-so/muoi-hai/"), ("Bài mười bốn", 1, "/tin-tuc/muoi-bon/"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "bars_shown", "total"), [("gio", 24, None), ("ngay", 30, 4), ("tuan", 12, 4), ("thang", 12, 4), ("la", 30, 4)]
)  # fmt: skip
def test_statistics_by_each_unit(client, read, name, bars_shown, total):
    chart = client.get(reverse("visits:statistics"), {"theo": name}).context["chart"]

    assert len(chart) == bars_shown
    assert total in (None, sum(bar.value for bar in chart))


def test_years_begin_with_the_first_that_was_counted(client, hit):
    hit("thu:12", at=f"{timezone.localdate().year - 2}-05-05 10:00")

    chart = client.get(reverse("visits:statistics"), {"theo": "nam"}).context["chart"]

    assert [bar.value for bar in chart] == [0, 0, 1]


def test_statistics_of_nothing_are_zeros(client):
    answer = client.get(reverse("visits:statistics"))

    assert {bar.value for bar in answer.context["chart"]} == {0}
    assert "chuyên mục, từ khi" not in answer.content.decode()


def test_the_file_holds_what_the_page_shows(client, read):
    answer = client.get(reverse("visits:statistics_csv"), {"theo": "ngay"})
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))

    assert rows[-2:] == [
        [f"{read - timedelta(days=1)}", "", "1", "0", "1", "0", "0"],
        [f"{read}", "", "3", "0", "3", "1", "1"],
    ]


@pytest.mark.parametrize("name", ["gio", "thang", "la"])
def test_the_file_by_each_unit_sums_up_to_the_same(client, read, name):
    answer = client.get(reverse("visits:statistics_csv"), {"theo": name})
    _, *rows = csv.reader(StringIO(answer.content.decode("utf-8-sig")))

    assert sum(int(row[4]) for row in rows) == 4


def test_the_method_tells_its_constants(client):
    told = client.get(reverse("visits:method")).content.decode()

    assert f"nhiều nhất {rules.PER_NETWORK} lượt" in told
    assert "Từ 24/11/2026" in told
    assert "Hiện không có số dư nào" in told


def test_an_opening_balance_is_told_wherever_the_total_stands(client):
    open_balance("site", 12_354_367, label="Cổng cũ", on=timezone.localdate(), by=None)
    live.forget()

    box = render_to_string("visits/online.html")

    assert "12.354.367" in box
    assert "Gồm số dư từ cổng cũ." in box
    assert "12.354.367 lượt là số dư" in client.get(reverse("visits:method")).content.decode()
    assert "12.354.367 lượt là số dư" in client.get(reverse("visits:statistics")).content.decode()


def test_a_page_is_counted_without_script_by_an_image():
    drawn = render_to_string("visits/counter.html", {"key": "bai:12"})

    assert '<noscript><img class="unseen" src="/dem/anh.gif?t=bai:12"' in drawn
    assert "noscript" not in render_to_string("visits/counter.html", {})
