"""Saved web pages and texts: the article among what stands around it, old encodings and fonts."""

from datetime import UTC, datetime

import pytest

from kheo.portal.html import pieces
from kheo.portal.importing import Old, Remark, read
from kheo.portal.models import ArticlePage
from tests import make

from . import FOLDER, run

SITE = FOLDER / "samples/trang-web"
PAGE = SITE / "tin-co-so/duong-hoa-thon-an-mo.html"


def only(path, **options):
    (found,) = read(path, **options)
    return found


def page_of(folder, body, head="", encoding="utf-8"):
    file = folder / "bai.html"
    file.write_bytes(f"<html><head>{head}</head><body>{body}</body></html>".encode(encoding))
    return file


def words(old):
    return "".join(piece.html for piece in pieces(old.html))


def test_the_article_of_a_saved_page_is_told_from_menus_and_boxes():
    old = only(PAGE)

    assert (old.title, old.author, old.views) == ("Đường hoa thôn An Mô", "Trần Thị Nở", 2045)
    assert old.posted_at == datetime(2018, 11, 12, 1, 15, tzinfo=UTC)
    assert old.sections[0] == "Tin cơ sở"
    assert old.old_addresses == ("http://xacu.example/tin-co-so/duong-hoa-thon-an-mo.html",)
    first, picture, last = pieces(old.html)
    assert first.html == (
        "<p>Sáng 11/11, hội viên phụ nữ thôn <b>An Mô</b> ra quân trồng 1,2 km đường hoa dọc trục chính của thôn.</p>"
    )
    assert (picture.sources, picture.caption) == (("anh/duong%20hoa.jpg",), "Chị em trồng hoa mười giờ")
    assert last.html == "<p>Kinh phí 3.500.000 đồng do các hộ tự góp.</p>"


def test_a_folder_is_read_file_by_file():
    found = list(read(SITE))

    assert [(type(each), each.file) for each in found] == [
        (Old, "ghi-chep.txt"),
        (Old, "tin-co-so/duong-hoa-thon-an-mo.html"),
        (Remark, "tin-co-so/index.html"),
    ]
    assert found[2].text == "Trang này là trang danh sách (hầu hết là liên kết), không phải một bài."


@pytest.mark.django_db
def test_a_folder_is_brought_in_with_its_pictures_and_old_addresses(tmp_path, client):
    import shutil  # the sample is copied so that a picture can stand in it

    shutil.copytree(SITE, tmp_path / "site")
    (tmp_path / "site/tin-co-so/anh").mkdir()
    (tmp_path / "site/tin-co-so/anh/duong hoa.jpg").write_bytes(make.picture())

    said = run(tmp_path / "site")

    assert said.out[0] == (
        "Đọc 3 bài: đã nhập 2, đã có từ trước 0, không nhập được 1; không công khai nên bỏ qua 0. "
        "Ảnh: thấy 1, thiếu 0. Địa chỉ cũ dẫn sang bài mới: 1."
    )
    page = ArticlePage.objects.get(author="Trần Thị Nở")
    assert [block.block_type for block in page.body] == ["text", "photo", "text"]
    answer = client.get("/tin-co-so/duong-hoa-thon-an-mo.html")
    assert (answer.status_code, answer["Location"].removeprefix("http://localhost")) == (301, page.address)


def test_a_mirrored_folder_tells_the_old_addresses(tmp_path):
    (tmp_path / "tin").mkdir()
    (tmp_path / "tin/bai 1.html").write_text("<h1>Bài một</h1><p>Một đoạn văn.</p>", "utf-8")

    old = only(tmp_path, base_url="http://cu.example")

    assert old.old_addresses == ("http://cu.example/tin/bai%201.html",)
    assert old.key == "html:http://cu.example/tin/bai%201.html"


# "Xã Triệu Ái xây dựng đường hoa" and "Chi hội phụ nữ thôn trồng hoa, nhân dân hưởng ứng.", typed in TCVN3.
TCVN3_TITLE = "X\u00b7 Tri\u00d6u \u00b8i x\u00a9y d\u00f9ng \u00ae\u00ad\u00eang hoa"
TCVN3_TEXT = "Chi h\u00e9i ph\u00f4 n\u00f7 th\u00abn tr\u00e5ng hoa, nh\u00a9n d\u00a9n h\u00ad\u00ebng \u00f8ng."


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_a_page_typed_in_an_old_font_is_read(tmp_path, encoding):
    file = page_of(
        tmp_path, f"<h1>{TCVN3_TITLE}</h1><p><font face='.VnTime'>{TCVN3_TEXT}</font></p>", encoding=encoding
    )

    old = only(file)

    assert (old.title, words(old)) == (
        "Xã Triệu ái xây dựng đường hoa",  # the capitals of this font have the codes of small letters
        "<p>Chi hội phụ nữ thôn trồng hoa, nhân dân hưởng ứng.</p>",
    )


def test_a_page_in_windows_1258_and_one_with_a_wrong_label_are_read(tmp_path):
    head = '<meta charset="iso-8859-1">'
    # In windows-1258 tones are letters of their own behind the vowel.
    decomposed = "Chi hô\u0323i phu\u0323 nư\u0303 thôn trô\u0300ng hoa, nhân dân hươ\u0309ng ư\u0301ng."
    file = page_of(tmp_path, f"<h1>Đươ\u0300ng hoa</h1><p>{decomposed}</p>", head, encoding="cp1258")

    old = only(file)

    assert (old.title, words(old)) == ("Đường hoa", "<p>Chi hội phụ nữ thôn trồng hoa, nhân dân hưởng ứng.</p>")


def test_decomposed_letters_are_composed(tmp_path):
    file = tmp_path / "bai.txt"
    file.write_text("Tie\u0302\u0301ng Vie\u0323\u0302t\n\nMo\u0302\u0323t \u0111oa\u0323n.", "utf-8")

    old = only(file)

    assert (old.title, old.html) == ("Tiếng Việt", "<p>Một đoạn.</p>")


LINKED = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2019-05-03T01:00:00Z"}</script>'


@pytest.mark.parametrize(
    ("html", "moment"),
    [
        ('<meta property="article:published_time" content="2019-05-03T08:00:00+07:00">', (2019, 5, 3, 1, 0)),
        ('<meta itemprop="datePublished" content="2019-05-03">', (2019, 5, 2, 17, 0)),
        ("<time datetime='2019-05-03 08:00'>hôm qua</time>", (2019, 5, 3, 1, 0)),
        ("<span class=date>Thứ Sáu, ngày 3 tháng 5 năm 2019 14h05</span>", (2019, 5, 3, 7, 5)),
        ("<span class=post-date>08:30 03/05/2019</span>", (2019, 5, 3, 1, 30)),
        (LINKED, (2019, 5, 3, 1, 0)),
        ("<span class=date>31/02/2019</span>", None),
        ("<p>Hội nghị ngày 3/5/2019</p>", None),
    ],
)  # fmt: skip
def test_where_a_page_tells_its_day(tmp_path, html, moment):
    old = only(page_of(tmp_path, f"<h1>Bài</h1>{html}<p>Một đoạn văn.</p>"))

    assert old.posted_at == (datetime(*moment, tzinfo=UTC) if moment else None)


@pytest.mark.parametrize(
    ("last", "author", "credit"),
    [
        ("Thủy Phương", "Thủy Phương", ""),
        ("Tin, ảnh: Hồ Văn Bảy", "Hồ Văn Bảy", ""),
        ("Lê Hà - Trần An", "Lê Hà - Trần An", ""),
        ("(Theo Báo Nhân Dân)", "", "Báo Nhân Dân"),
        ("Nguồn: Báo Quảng Trị", "", "Báo Quảng Trị"),
        ("Nước về đến cuối kênh.", "", ""),
        ("Theo ông Bảy, dân rất mừng", "", ""),
        ("Xin chào các bạn", "", ""),
    ],
)
def test_who_signed(tmp_path, last, author, credit):
    file = tmp_path / "bai.txt"
    file.write_text(f"Tiêu đề bài\n\nĐoạn đầu của bài, có dấu chấm.\n\n{last}\n", "utf-8")

    old = only(file)

    assert (old.author, old.credit) == (author, credit)
    assert old.html.count("<p>") == (1 if author or credit else 2)


def test_labelled_lines_and_broken_lines_of_a_text():
    old = only(SITE / "ghi-chep.txt")

    assert (old.author, old.credit, old.views, old.sections) == ("Hồ Văn Bảy", "Báo Quảng Trị", 77, ("Tin cơ sở",))
    assert old.posted_at == datetime(2019, 7, 19, 17, 0, tzinfo=UTC)
    assert old.html == (
        "<p>Hai thôn Phúc Lộc và An Mô góp 340 ngày công nạo vét 2,1 km kênh mương nội đồng trước vụ hè thu, "
        "tiết kiệm cho ngân sách xã hơn năm mươi triệu đồng theo giá thuê máy.</p><p>Nước về đến cuối kênh.</p>"
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (f"<html><body><p>{'chữ ' * 70}</p></body></html>", "Trang không có tiêu đề (thẻ h1 hoặc title)."),
        ("<html><title>Bài</title><body><nav>x</nav><div></div></body></html>", "Không thấy nội dung bài trong trang."),
        ("Chỉ một dòng", "Chỉ có tiêu đề “Chỉ một dòng”, không có nội dung."),
        ("chữ " * 100 + "\n\nĐoạn.", "Dòng đầu dài 399 ký tự nên không phải tiêu đề; hãy đặt tiêu đề ở dòng đầu."),
        ("Tiêu đề\nNgày đăng: 31/02/2019\n\nĐoạn.", "Không có ngày 31/02/2019."),
        ("Tiêu đề\n\nCó byte \0 không.", "Tệp không phải văn bản."),
    ],
)  # fmt: skip
def test_a_page_or_text_without_an_article_is_refused_in_words(tmp_path, content, sentence):
    file = tmp_path / "x.html"
    file.write_text(content, "utf-8")

    assert only(file).text == sentence


def test_links_out_of_the_folder_and_foreign_files_are_not_read(tmp_path):
    (tmp_path / "ngoai.txt").write_text("Ngoài\n\nĐoạn.", "utf-8")
    inside = tmp_path / "trong"
    inside.mkdir()
    (inside / "link.txt").symlink_to(tmp_path / "ngoai.txt")
    (inside / "anh.jpg").write_bytes(make.picture())

    assert list(read(inside)) == []
    assert only(inside / "anh.jpg").text.startswith("Tệp ảnh không đọc được ở đây;")
    assert only(tmp_path / "khong-co.txt").text == "Không mở được tệp: tệp không có hoặc không được phép đọc."


def test_what_a_page_tells_machines_is_believed(tmp_path):
    head = (
        '<script type="application/ld+json">{hỏng</script><script type="application/ld+json">{"@graph": [{"@type": "Person"}, '
        '{"@type": "NewsArticle", "author": [{"name": "Mai Lan"}], "articleSection": "Tuyên truyền"}]}</script>'
        '<meta property="og:title" content="Tên bài"><meta itemprop="interactionCount" content="UserPageVisits:1.205">'
    )
    old = only(page_of(tmp_path, "<h1>Trang tin xã</h1><article><p>Một đoạn văn.</p></article>", head))

    assert (old.author, old.sections, old.views) == ("Mai Lan", ("Tuyên truyền",), 1205)


@pytest.mark.parametrize(
    ("body", "title", "text"),
    [
        ("<p><b>Dòng đầu</b></p><p>Đoạn văn.</p>", "Dòng đầu", "<p>Đoạn văn.</p>"),
        ("Dòng đầu\n\nĐoạn văn.", "Dòng đầu", "<p>Đoạn văn.</p>"),
        ("<form><h1>Dòng đầu</h1><p>Đoạn văn.</p></form>", "Dòng đầu", "<p>Đoạn văn.</p>"),
        ("<h1>Cổng xã</h1><main><h1>Dòng đầu</h1><p>Đoạn văn.</p></main>", "Dòng đầu", "<p>Đoạn văn.</p>"),
        ("<h1>Dòng đầu</h1><ul><li>Thủy Phương</li></ul>", "Dòng đầu", "<ul><li>Thủy Phương</li></ul>"),
    ],
)
def test_where_a_page_tells_its_title(tmp_path, body, title, text):
    old = only(page_of(tmp_path, body))

    assert (old.title, words(old)) == (title, text)


def test_names_of_the_old_machine_are_no_authors(tmp_path):
    head = '<meta name="author" content="Quản trị viên">'
    signed = "<p>Đoạn một.</p><p>Tác giả: Hồ Văn Bảy</p><p>(Theo Báo Nhân Dân)</p>"

    old = only(page_of(tmp_path, f"<h1>Bài</h1>{signed}", head))

    assert (old.author, old.credit, words(old)) == ("Hồ Văn Bảy", "Báo Nhân Dân", "<p>Đoạn một.</p>")


def test_a_file_too_large_for_one_article_is_refused(tmp_path):
    file = tmp_path / "to.txt"
    with file.open("wb") as out:
        out.truncate(9 * 1024 * 1024)
        out.write("Tiêu đề\n".encode())

    assert only(file, format="text").text == "Tệp nặng 9 MB, quá giới hạn 8 MB. Một bài không thể dài như vậy."
