"""The one box: accents forgiven, exact first, words marked, an honest "nothing found"."""

import re
import unicodedata

import pytest
from django.utils import timezone

from kheo.movement.models import Directive
from tests import make

pytestmark = pytest.mark.django_db


def found(client, q, **more):
    """Titles of results in the order shown."""
    text = client.get("/tim-kiem/", {"q": q, **more}).content.decode()
    return [re.sub(r"<.*?>", "", each) for each in re.findall(r"<h3><a [^>]*>(.*?)</a></h3>", text)]


@pytest.mark.parametrize(
    "asked",
    [
        "Hòa giải ở thủy điện",
        "hoà giải ở thuỷ điện",
        "hoa giai o thuy dien",
        "HOA GIAI",
        unicodedata.normalize("NFD", "hòa giải ở thủy điện"),
        "thủy điện hòa",
    ],
)
def test_an_article_is_found_however_its_words_are_typed(client, asked):
    make.article("Hoà giải ở thuỷ điện")
    make.article("Chuyện khác")

    assert found(client, asked) == ["Hoà giải ở thuỷ điện"]


def test_d_and_d_with_a_stroke_are_both_found(client):
    make.article("Đường hoa")

    assert [found(client, q) for q in ("duong", "đường", "Dương")] == [["Đường hoa"]] * 3


def test_what_has_the_accents_as_typed_comes_first(client):
    make.article("Má kể chuyện")
    make.article("Mạ kể chuyện")
    make.article("Ma kể chuyện")

    assert found(client, "mạ", loai="tin")[0] == "Mạ kể chuyện"
    assert sorted(found(client, "ma", loai="tin")) == sorted(["Má kể chuyện", "Mạ kể chuyện", "Ma kể chuyện"])


def test_all_kinds_are_found_in_one_box_and_each_by_itself(client):
    make.article("Nước sạch về thôn")
    make.exemplar("Tổ nước sạch", stage="running", published_at=timezone.now(), published_by=make.user())
    make.exemplar("Nước sạch nội bộ", stage="running")
    make.event("Ngày hội nước sạch", starts_at=timezone.now())
    Directive.objects.create(kind="Kế hoạch", number="12-KH/TU", issuer="Tỉnh ủy", title="Nước sạch", is_public=True)
    Directive.objects.create(kind="Kế hoạch", number="13-KH/TU", issuer="Tỉnh ủy", title="Nước sạch nội bộ")

    assert found(client, "nuoc sach") == [
        "Nước sạch về thôn", "Tổ nước sạch", "Kế hoạch 12-KH/TU", "Ngày hội nước sạch",
    ]  # fmt: skip
    assert found(client, "nuoc sach", loai="van-ban") == ["Kế hoạch 12-KH/TU"]


def test_the_words_looked_for_are_marked_and_nothing_else_is_markup(client):
    make.article("Chuyện bến bãi", text="Ngư dân &lt;script&gt; tự lập tổ trực.")

    text = client.get("/tim-kiem/", {"q": "tu lap"}).content.decode()

    assert "<mark>tự</mark> <mark>lập</mark> tổ trực" in text
    assert "&lt;script&gt;" in text


def test_nothing_found_says_so_and_which_word_is_too_many(client):
    make.article("Hiến đất mở đường")

    text = client.get("/tim-kiem/", {"q": "hiến đất vũtrụ"}).content.decode()

    assert "Không tìm thấy gì có đủ các từ này" in text
    assert re.findall(r'<a href="/tim-kiem/\?q=([^"]*)">', text.split("Bớt một từ")[1]) == [
        "hi%E1%BA%BFn+%C4%91%E1%BA%A5t"
    ]


@pytest.mark.parametrize("asked", ["", "   ", "!!!", '"', "a" * 5000, "\0", "đ", "' OR 1=1", "NOT AND *", "(("])
def test_odd_questions_are_answered(client, asked):
    make.article("Chuyện khác")

    assert client.get("/tim-kiem/", {"q": asked}).status_code == 200


def test_titles_are_suggested_while_one_types(client):
    make.article("Đường hoa thôn Xuân")
    make.article("Nháp đường hoa", live=False)

    assert client.get("/tim-kiem/goi-y/", {"q": "duong ho"}).json() == {"titles": ["Đường hoa thôn Xuân"]}
    assert client.get("/tim-kiem/goi-y/", {"q": "d"}).json() == {"titles": []}


def test_an_article_is_found_at_once_and_not_after_it_is_taken_down(client):
    page = make.article("Tổ tiết kiệm")
    before = found(client, "tiết kiệm")
    page.unpublish()

    assert (before, found(client, "tiết kiệm")) == (["Tổ tiết kiệm"], [])
