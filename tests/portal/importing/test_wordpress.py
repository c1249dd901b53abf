"""A WordPress export: posts, pictures, statuses, short codes; and files that are broken."""

import shutil
from datetime import UTC, datetime

import pytest
from wagtail.contrib.redirects.models import Redirect

from kheo.core import pagecache
from kheo.portal.importing import Old, read
from kheo.portal.importing.wordpress import readable
from kheo.portal.models import ArticlePage, Photo
from tests import make

from . import FOLDER, run

pytestmark = pytest.mark.django_db
SAMPLE = FOLDER / "samples/wordpress.xml"
FIRST = "/tin-co-so/thon-an-mo-hien-dat-mo-duong/"
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><rss xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:wp="http://wordpress.org/export/1.2/"><channel>'
)


@pytest.fixture
def uploads(tmp_path):
    """The old site's folder of uploads, with every picture of the sample but hop-2.jpg."""
    for name in ("2018/03/duong-an-mo.jpg", "2019/05/bia.png", "2019/05/hop-1.jpg"):
        file = tmp_path / "uploads" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(make.picture())
    return tmp_path / "uploads"


def bring(uploads):
    return run(SAMPLE, "--media", str(uploads), "--map", "Hoạt động hội=tin-tuc")


def body(page):
    return [(block.block_type, block.value) for block in page.body]


def test_a_classic_post_becomes_an_article(uploads):
    bring(uploads)

    page = ArticlePage.objects.get(slug="thon-an-mo-hien-dat-mo-duong")
    assert (page.title, page.author, page.live) == ("Thôn An Mô hiến đất mở đường", "Thủy Phương", True)
    assert page.posted_at == page.first_published_at == datetime(2018, 3, 12, 1, 15, tzinfo=UTC)
    assert [(kind, value.source) for kind, value in body(page)] == [
        (
            "text",
            "<p>Chi bộ thôn <b>An Mô</b> họp dân ba lần, 56 hộ hiến 1.000 m² đất.<br/>Không ai đòi bồi thường.</p>"
            "<h3>Cách làm</h3><ul><li>Đảng viên làm trước</li><li>Dân bàn, dân giám sát</li></ul>"
            '<p>Xem thêm <a href="/2017/ke-hoach/">kế hoạch</a> và ghi chú [1].</p>',
        )
    ]


def test_its_first_picture_is_the_main_photo_and_waits_for_three_answers(uploads, client):
    bring(uploads)

    page = ArticlePage.objects.get(slug="thon-an-mo-hien-dat-mo-duong")
    assert (page.photo.description, page.photo_caption) == ("Con đường bê tông mới", "Đường thôn An Mô sau khi mở rộng")
    assert (page.photo.shows_person, page.photo.consented, page.photo.is_clean) == (None, False, True)
    assert client.get(FIRST).content.decode().count("<figure") == 0
    Photo.objects.filter(pk=page.photo_id).update(shows_person=False)
    pagecache.forget()
    assert client.get(FIRST).content.decode().count("<figure") == 1


def test_a_post_of_blocks_keeps_its_table_gallery_lead_and_byline(uploads):
    bring(uploads)

    page = ArticlePage.objects.get(author="Lê Văn Tám")
    assert page.title == "Đề cương tuyên truyền & hỏi đáp"
    assert page.lead == "Tài liệu dùng cho sinh hoạt chi bộ tháng 5."
    assert page.get_parent().slug == "tuyen-truyen"
    assert (page.photo.description, page.photo_caption) == ("Trang bìa màu đỏ", "Bìa đề cương")
    kinds = [kind for kind, _ in body(page)]
    assert kinds == ["text", "table", "text", "photo", "text"]
    table, photo = body(page)[1][1], body(page)[3][1]
    assert table["data"] == [["Phần", "Số trang"], ["Mở đầu", "3"], ["Nội dung", "12"]]
    assert (table["first_row_is_table_header"], table["table_caption"]) == (True, "Các phần của đề cương")
    assert (photo["photo"].description, photo["caption"]) == ("Buổi họp chi bộ", "Buổi họp chi bộ")
    assert body(page)[2][1].source == "<blockquote>Việc dân vận rất quan trọng.<br/>Hồ Chí Minh</blockquote>"


def test_each_problem_is_one_sentence_with_its_place(uploads):
    said = bring(uploads)

    called = "“Đề cương tuyên truyền &amp; hỏi đáp”"
    assert said.err == [
        f"wordpress.xml, bài số 102: {called}: không thấy tệp ảnh “hop-2.jpg”.",
        f"wordpress.xml, bài số 102: {called}: 1 khung nhúng (phim, bản đồ) không đưa sang.",
        f"wordpress.xml, bài số 102: {called}: 1 liên kết tới tệp của cổng cũ, tệp chưa đưa sang.",
        "wordpress.xml, bài số 103: Bản nháp “Bài đang viết dở” chưa công khai nên không nhập.",
        "wordpress.xml, bài số 104: bài không có tiêu đề: Bài không có tiêu đề.",
        "wordpress.xml, bài số 106: “Phụ nữ xã Hải Lệ nuôi heo đất”: Cổng không có chuyên mục “Hoạt động”. "
        'Hãy thêm --map "Hoạt động=tin-tuc" hoặc --section tin-tuc.',
        "wordpress.xml: 1 mục loại “product” của phần mở rộng không phải tin bài nên bỏ qua.",
    ]
    assert said.out[0] == (
        "Đọc 5 bài: đã nhập 3, đã có từ trước 0, không nhập được 2; không công khai nên bỏ qua 2. "
        "Ảnh: thấy 3, thiếu 1. Địa chỉ cũ dẫn sang bài mới: 5."
    )
    assert said.out[1].startswith("Ảnh nhập vào chưa hiện ra ngoài")


def test_two_posts_of_one_title_have_two_addresses(uploads):
    bring(uploads)

    slugs = ArticlePage.objects.filter(title="Thôn An Mô hiến đất mở đường").order_by("posted_at")
    assert list(slugs.values_list("slug", flat=True)) == [
        "thon-an-mo-hien-dat-mo-duong",
        "thon-an-mo-hien-dat-mo-duong-2",
    ]


@pytest.mark.parametrize(
    "asked",
    [
        "/2018/03/thon-an-mo-hien-dat/",
        "/2018/03/thon-an-mo-hien-dat",
        "/2018/03/thon-an-mo-hien-dat/?utm_source=zalo",
        "/index.php?p=101",
    ],
)
def test_an_old_address_leads_to_the_article(uploads, client, asked):
    bring(uploads)

    answer = client.get(asked)

    assert (answer.status_code, answer["Location"].removeprefix("http://localhost")) == (301, FIRST)


def test_a_second_run_makes_no_doubles_and_brings_what_was_refused(uploads):
    bring(uploads)
    before = set(ArticlePage.objects.values_list("pk", flat=True))

    said = run(SAMPLE, "--media", str(uploads), "--map", "hoat dong=Tin tức")

    new = ArticlePage.objects.exclude(pk__in=before).get()
    assert (new.title, new.get_parent().slug) == ("Phụ nữ xã Hải Lệ nuôi heo đất", "tin-tuc")
    assert said.out[0].startswith("Đọc 5 bài: đã nhập 1, đã có từ trước 3, không nhập được 1;")
    assert Photo.objects.count() == 3


def test_a_dry_run_writes_nothing(uploads):
    said = run(SAMPLE, "--media", str(uploads), "--dry-run")

    assert (ArticlePage.objects.count(), Photo.objects.count(), Redirect.objects.count()) == (0, 0, 0)
    assert said.out[0].startswith("Đọc 5 bài: sẽ nhập 3, đã có từ trước 0, không nhập được 2;")
    assert said.out[-1] == "Chỉ đọc thử, chưa ghi gì."


def test_pictures_are_found_beside_the_export_too(uploads, tmp_path):
    shutil.copy(SAMPLE, tmp_path / "xuat.xml")
    (tmp_path / "wp-content").mkdir()
    shutil.move(uploads, tmp_path / "wp-content/uploads")

    run(tmp_path / "xuat.xml")

    assert Photo.objects.count() == 3


def test_a_file_cut_short_gives_what_stood_before_the_cut(tmp_path):
    whole = SAMPLE.read_bytes()
    cut = tmp_path / "cut.xml"
    cut.write_bytes(whole[: whole.index(b"<wp:post_id>105")])

    said = run(cut, "--section", "tin-tuc")

    assert ArticlePage.objects.count() == 2
    line = whole[: whole.index(b"<wp:post_id>105")].count(b"\n") + 1
    assert said.err[-1] == (
        f"cut.xml: Tệp bị cắt hoặc hỏng ở dòng {line}: chỉ đọc được phần phía trước. Hãy xuất lại từ WordPress."
    )


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    "<rss><channel><item><title>&b;</title></item></channel></rss>"
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    "<rss><channel><item><title>&x;</title></item></channel></rss>"
)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (BOMB, "Tệp có khai báo DTD hoặc thực thể XML, bản xuất thật không có: không đọc."),
        (OUTSIDE, "Tệp có khai báo DTD hoặc thực thể XML, bản xuất thật không có: không đọc."),
        ("", "Tệp trống, không có gì để đọc."),
        ("\n\n  \n", "Tệp trống, không có gì để đọc."),
        ("<rss><channel></channel></rss>", "Tệp XML này không phải bản xuất của WordPress (không có mục nào)."),
        ('<?xml version="1.0" encoding="klingon"?><rss/>', "Không biết bảng mã “klingon” mà tệp khai báo."),
        (
            "%PDF-1.7 …",
            "Tệp PDF không đọc được ở đây; chỉ đọc bản xuất WordPress (.xml), trang web (.html), JSON và văn bản thường.",
        ),
    ],
)  # fmt: skip
def test_a_file_that_is_no_export_is_refused_in_words(tmp_path, content, sentence):
    file = tmp_path / "x.xml"
    file.write_text(content, "utf-8")

    said = run(file, fails=True)

    assert said.err == [f"x.xml: {sentence}"]
    assert said.failure == "Không nhập được bài nào."


def test_control_characters_do_not_break_the_file_and_broken_letters_are_told(tmp_path):
    file = tmp_path / "x.xml"
    item = "<item><title>Bài cũ</title><content:encoded>Một\x0b đoạn\x08 văn.</content:encoded></item>"
    file.write_bytes((HEAD + item).encode() + b"<item><title>H\xe0i L\xeay</title></item></channel></rss>")

    first, second = read(file)

    assert (first.html, first.cautions) == ("<p>Một đoạn văn.</p>", ())
    assert second.cautions == ("2 ký tự không đọc được (sai bảng mã)",)


def test_an_export_in_another_encoding_is_read_by_its_own_word(tmp_path):
    file = tmp_path / "x.xml"
    whole = f"{HEAD}<item><title>Hải Lệ</title></item></channel></rss>".replace("UTF-8", "UTF-16")
    file.write_bytes(whole.encode("utf-16"))

    (old,) = read(file)

    assert old.title == "Hải Lệ"


def test_items_come_before_the_end_of_the_file_was_read(tmp_path):
    """Ten thousand posts are handed out one by one: what was read is forgotten, and memory does not grow with them."""
    import tracemalloc  # only this test measures memory

    paragraph = "Một đoạn văn kể chuyện dân vận ở thôn. " * 50
    file = tmp_path / "x.xml"
    with file.open("w", encoding="utf-8") as out:
        out.write(HEAD)
        for number in range(4000):
            out.write(
                f"<item><title>Bài {number}</title><content:encoded>{paragraph}</content:encoded>"
                f"<wp:post_id>{number}</wp:post_id></item>"
            )
        out.write("</channel></rss>")
    assert file.stat().st_size > 8_000_000

    tracemalloc.start()
    read_titles = sum(isinstance(old, Old) for old in read(file))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert read_titles == 4000
    assert most < 3_000_000


@pytest.mark.parametrize(
    ("content", "html"),
    [
        ("Một\n\nHai\nba", "<p>Một</p>\n<p>Hai<br/>ba</p>"),
        ("<!-- wp:paragraph -->\n<p>Một</p>\n<!-- /wp:paragraph -->", "\n<p>Một</p>\n"),
        ("Một<!--more-->Hai", "<p>Một</p>\n<p>Hai</p>"),
        ("[vc_row][vc_column_text]Một[/vc_column_text][/vc_row]", "<p>Một</p>"),
        ("Theo [1] và [sic]", "<p>Theo [1] và [sic]</p>"),
        ("[dropcap]M[/dropcap]ột", "<p>Một</p>"),
        (
            "[video mp4='https://cu.example/a.mp4'][/video]",
            '<p>\n<a href="https://cu.example/a.mp4">https://cu.example/a.mp4</a>\n</p>',
        ),
        ("[embed]javascript:alert(1)[/embed]", ""),
        (
            '[caption caption="Ảnh cũ"]<img src="a.jpg">[/caption]',
            '<figure>\n<p><img src="a.jpg"></p>\n<figcaption>\n<p>Ảnh cũ</p>\n</figcaption>\n</figure>',
        ),
    ],
)
def test_short_codes_and_paragraphs(content, html):
    made = readable(content, lambda numbers: [])

    assert made.replace("<p>\n<p>", "<p>\n").replace("</p>\n</p>", "\n</p>") == html
