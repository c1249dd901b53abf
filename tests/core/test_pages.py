"""Pagination: which rows, which links, and what it costs at any size."""

import pytest
from django.contrib.auth.models import Group
from django.http import QueryDict

from kheo.core.pages import page_of


def numbers(page):
    return [link and link.number for link in page.window]


@pytest.mark.parametrize(
    ("asked", "number", "first", "last"),
    [
        (1, 1, 1, 25),
        ("3", 3, 51, 60),
        ("4", 3, 51, 60),
        (None, 1, 1, 25),
        ("", 1, 1, 25),
        ("ba", 1, 1, 25),
        ("-2", 1, 1, 25),
        ("0", 1, 1, 25),
        ("9" * 400, 3, 51, 60),
        ("²", 1, 1, 25),
    ],
)
def test_page_of_60_rows_whatever_is_asked(asked, number, first, last):
    page = page_of(range(1, 61), asked)

    assert (page.number, page.rows[0], page.rows[-1]) == (number, first, last)
    assert (page.first, page.last, page.total, page.capped) == (first, last, 60, False)


def test_page_of_nothing_has_no_rows_and_no_neighbours():
    page = page_of([], 5)

    assert (page.rows, page.number, page.total, page.first, page.last) == ([], 1, 0, 0, 0)
    assert (page.has_previous, page.has_next, page.previous_url, page.next_url) == (False, False, "", "")


def test_total_is_exact_at_the_cap_and_capped_one_row_later():
    assert [(page_of(range(n), 1, cap=100).total, page_of(range(n), 1, cap=100).capped) for n in (99, 100, 101)] == [
        (99, False),
        (100, False),
        (100, True),
    ]


def test_a_capped_list_can_be_read_to_its_end():
    page = page_of(range(130), 6, cap=50)

    assert (page.rows, page.has_next, page.capped) == ([*range(125, 130)], False, True)


@pytest.mark.parametrize(
    ("rows", "number", "shown"),
    [
        (10, 1, [1]),
        (280, 1, [1, 2, 3, None, 12]),
        (280, 4, [1, 2, 3, 4, 5, 6, None, 12]),
        (280, 6, [1, None, 4, 5, 6, 7, 8, None, 12]),
        (280, 9, [1, None, 7, 8, 9, 10, 11, 12]),
        (280, 12, [1, None, 10, 11, 12]),
        (5000, 1, [1, 2, 3]),
        (5000, 40, [1, None, 38, 39, 40, 41]),
        (5000, 200, [1, None, 198, 199, 200]),
    ],
)
def test_window_shows_the_ends_and_the_neighbours(rows, number, shown):
    assert numbers(page_of(range(rows), number)) == shown


def test_links_keep_the_filters_and_drop_empty_ones():
    query = QueryDict("q=hiến đất&linh-vuc=kinh-te&linh-vuc=van-hoa&nam=&trang=2")

    page = page_of(range(100), query["trang"], query=query)

    assert dict(QueryDict(page.next_url[1:]).lists()) == {
        "q": ["hiến đất"],
        "linh-vuc": ["kinh-te", "van-hoa"],
        "trang": ["3"],
    }


@pytest.mark.django_db
@pytest.mark.parametrize("rows", [1, 3, 130])
@pytest.mark.parametrize("number", [1, 4])
def test_a_page_costs_two_queries_at_any_size(rows, number, django_assert_num_queries):
    Group.objects.bulk_create(Group(name=f"Nhóm {i:03}") for i in range(rows))

    with django_assert_num_queries(2):
        page = page_of(Group.objects.filter(name__startswith="Nhóm").order_by("name"), number, size=10, cap=50)

    start = (page.number - 1) * 10
    assert [group.name for group in page.rows] == [f"Nhóm {i:03}" for i in range(start, min(start + 10, rows))]


@pytest.mark.django_db
def test_counting_stops_at_the_cap(django_assert_num_queries):
    Group.objects.bulk_create(Group(name=str(i)) for i in range(5))

    with django_assert_num_queries(2) as asked:
        page_of(Group.objects.filter(name__in="01234").order_by("name"), 1, size=2, cap=3)

    assert "LIMIT 4" in asked.captured_queries[0]["sql"]
    assert "ORDER BY" not in asked.captured_queries[0]["sql"]
