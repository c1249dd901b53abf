"""The source page, copied as text, becomes the one correct article."""

from datetime import UTC, datetime

import pytest
from django.core.management import call_command

from kheo.portal.importing import read
from kheo.portal.models import ArticleKind, ArticlePage
from kheo.portal.queries.news import count_key
from kheo.visits.models import Opening
from kheo.visits.queries import site_total

from . import FOLDER, run

pytestmark = pytest.mark.django_db
FILE = FOLDER / "trang-goc.txt"
ADDRESS = "/tin-co-so/huyen-trieu-phong-tiep-tuc-day-manh-phong-trao-thi-dua-dan-van-kheo/"
TITLE = "Huyện Triệu Phong tiếp tục đẩy mạnh phong trào thi đua “Dân vận khéo”"


def paragraphs():
    """The third and fifth line of the file, as they stand there."""
    lines = FILE.read_text("utf-8").split("\n")
    return lines[2], lines[4]


def test_title_and_both_paragraphs_are_kept_to_the_letter():
    call_command("import_articles", FILE, "--date", "15/06/2018")

    page = ArticlePage.objects.get()
    first, second = paragraphs()
    assert page.title == TITLE
    assert [(block.block_type, block.value.source) for block in page.body] == [
        ("text", f"<p>{first}</p><p>{second}</p>")
    ]
    assert (first.count("Nhân dânào"), first.count("kinh tế -xã hội"), second.count("kinh tế -xã hội")) == (1, 1, 2)
    assert (len(first), len(second)) == (725, 2807)


def test_byline_section_day_and_address_are_right():
    call_command("import_articles", FILE, "--date", "15/06/2018")

    page = ArticlePage.objects.get()
    midnight_in_viet_nam = datetime(2018, 6, 14, 17, 0, tzinfo=UTC)
    assert (page.author, page.source, page.lead, page.kind) == ("Thủy Phương", "", "", ArticleKind.NEWS)
    assert (page.posted_at, page.first_published_at) == (midnight_in_viet_nam, midnight_in_viet_nam)
    assert page.get_parent().title == "Tin cơ sở"
    assert (page.live, page.address) == (True, ADDRESS)


def test_everybody_reads_it_at_once(client):
    call_command("import_articles", FILE, "--date", "15/06/2018")

    shown = client.get(ADDRESS)

    assert shown.status_code == 200
    text = shown.content.decode()
    assert [text.count(each) for each in (*paragraphs(), "Thủy Phương</b>", "Go top", "12354367")] == [1, 1, 1, 0, 0]
    assert client.get("/tin-co-so/").context["entries"][0].title == TITLE


@pytest.mark.parametrize(
    "asked", ["dan van kheo trieu phong", "Dân vận khéo ở Triệu Phong", "THỦY PHƯƠNG", "thuỷ phương"]
)
def test_it_is_found_at_once(client, asked):
    call_command("import_articles", FILE, "--date", "15/06/2018")

    found = client.get("/tim-kiem/", {"q": asked.replace(" ở", "")})

    assert found.content.decode().count(f'href="{ADDRESS}"') == 1


def test_a_day_must_be_told():
    said = run(FILE, fails=True)

    assert ArticlePage.objects.count() == 0
    assert said.err == [f"trang-goc.txt: “{TITLE}”: Bài không ghi ngày đăng. Hãy thêm --date, ví dụ --date 15/06/2018."]


def test_its_views_are_carried_and_shown(client):
    call_command("import_articles", FILE, "--date", "15/06/2018")

    page = ArticlePage.objects.get()
    opening = Opening.objects.get()
    assert (opening.key, opening.amount, opening.label) == (count_key(page), 312, "Từ cổng cũ")
    assert client.get(ADDRESS).content.decode().count(f'<span data-views="bai:{page.pk}">312</span> lượt xem') == 1


def test_the_total_of_the_site_is_written_only_on_wish():
    said = run(FILE, "--date", "15/06/2018")

    assert said.out[-1] == (
        "Trang cũ cho biết tổng lượt truy cập của cổng là 12.354.367; "
        "muốn mang sang làm số dư đầu thì thêm --site-total."
    )
    assert site_total().total == 0
    said = run(FILE, "--site-total")
    assert said.out[-1] == "Đã ghi số dư đầu của cổng: 12.354.367 lượt truy cập từ cổng cũ."
    assert (site_total().total, site_total().counted) == (12_354_367, 0)


def test_the_boxes_around_it_are_told_apart():
    (old,) = read(FILE)

    assert (old.sections, old.views, old.site_total) == (("Tin cơ sở",), 312, 12_354_367)


def test_on_a_terminal_the_day_is_asked_for_until_it_is_one(monkeypatch):
    answers, asked = iter(["hôm qua", "15/06/2018"]), []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or next(answers))

    said = run(FILE)

    assert asked == [f"Ngày đăng của bài “{TITLE}” (dd/mm/yyyy, để trống thì bỏ qua): "] * 2
    assert len(said.err) == 1
    assert ArticlePage.objects.get().posted_at == datetime(2018, 6, 14, 17, 0, tzinfo=UTC)
