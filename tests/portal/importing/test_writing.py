"""How old articles are written: whole or not at all, once, under nobody else's address, with one event a run."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from wagtail.contrib.redirects.models import Redirect

from kheo.accounts.roles import Role
from kheo.accounts.trail import lines
from kheo.audit.models import Event
from kheo.portal.actions import import_plan, imports
from kheo.portal.importing import Album, Old, OldPhoto
from kheo.portal.models import ArticlePage, OldArticle, Photo, SectionPage
from tests import make

from . import FOLDER, run

pytestmark = pytest.mark.django_db
AT = datetime(2019, 5, 3, 1, 0, tzinfo=UTC)


def old(title="Bài cũ", **facts):
    defaults = {"html": f"<p>{title} kể chuyện.</p>", "source": "json", "key": f"json:{title}", "posted_at": AT}
    return Old(title=title, **{**defaults, "author": "Thủy Phương", "sections": ("Tin cơ sở",), **facts})


def bring(*items, **options):
    """What the run told, and its tally."""
    return bring_from(items, **options)


def bring_from(items, *, folder=FOLDER, by=None, **options):
    told = []
    wishes = options.pop("wishes", import_plan.Wishes(sections=import_plan.section_names()))
    tally = imports.bring_all(
        items, wishes=wishes, album=Album(folder), by=by, folder=folder, opened="thử", tell=told.append, **options
    )
    return told, tally


def titles():
    return list(ArticlePage.objects.order_by("pk").values_list("title", flat=True))


def test_one_event_tells_of_a_run_and_has_its_words():
    by = make.user(full_name="Lê Thị Hoa")

    bring(old("Một"), old("Hai"), old(""), by=by)

    event = Event.objects.get(verb="articles.import")
    assert (event.by, event.subject_type) == (by, "portal.homepage")
    assert event.changes == {"made": 2, "already": 0, "refused": 1, "photos": 0, "opened": "thử"}
    (line,) = lines([event])
    assert line.text == "Nhập tin bài từ cổng cũ"
    assert {what for what, _, _ in line.changes} == {
        "bài đã nhập", "bài đã có từ trước", "mục không nhập được", "ảnh đã nhập", "nhập từ",
    }  # fmt: skip


def test_a_run_that_writes_nothing_leaves_no_event():
    bring(old(""))
    bring(old("Một"), dry_run=True)

    assert (Event.objects.filter(verb="articles.import").count(), titles()) == (0, [])


def test_a_reader_that_breaks_leaves_what_was_written_and_its_event():
    def breaking():
        yield old("Một")
        raise MemoryError

    with pytest.raises(MemoryError):
        bring_from(breaking())

    assert titles() == ["Một"]
    assert Event.objects.get(verb="articles.import").changes["made"] == 1


def test_an_article_that_cannot_be_written_leaves_nothing_behind(tmp_path):
    (tmp_path / "a.jpg").write_bytes(make.picture())
    too_long = old("Hỏng", credit="Nguồn", html="<p>x</p><img src=a.jpg>", key="json:h", old_addresses=("http://c/a",))
    plan = import_plan.plan(too_long, import_plan.Wishes(sections=import_plan.section_names()), Album(tmp_path))
    OldArticle.objects.create(source="json", key="json:h", digest="")

    with pytest.raises(imports.Refused, match=r"^Bài này vừa được một lần nhập khác ghi\.$"):
        imports.write(plan, by=None, photos={})

    assert (titles(), Photo.objects.count(), Redirect.objects.count()) == ([], 0, 0)
    assert [
        each for each in Photo._meta.get_field("file").storage.listdir("original_images")[1] if each.startswith("a")
    ] == []


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"title": "  "}, "Bài không có tiêu đề."),
        ({"title": "dài " * 80}, "Tiêu đề dài 319 ký tự, nhiều nhất 255. Hãy rút gọn rồi nhập lại."),
        ({"html": "<p> </p><script>x</script>"}, "Bài không có nội dung."),
        ({"posted_at": None}, "Bài không ghi ngày đăng. Hãy thêm --date, ví dụ --date 15/06/2018."),
        ({"posted_at": datetime(2999, 1, 1, tzinfo=UTC)}, "Ngày đăng 01/01/2999 ở tương lai."),
        ({"sections": ()}, "Bài không ghi chuyên mục. Hãy thêm --section, ví dụ --section tin-co-so."),
        (
            {"sections": ("Thể thao",)},
            'Cổng không có chuyên mục “Thể thao”. Hãy thêm --map "Thể thao=tin-tuc" hoặc --section tin-tuc.',
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_an_article_is_refused_in_words_and_stops_no_other(facts, sentence):
    told, tally = bring(old(**{"file": "a.json", "place": "bài thứ 1", **facts}), old("Sau"))

    assert [line.rpartition(": " + sentence)[1:] for line in told] == [(": " + sentence, "")]
    assert told[0].startswith("a.json, bài thứ 1: ")
    assert (titles(), tally.made, tally.refused) == (["Sau"], 1, 1)


def test_wishes_fill_only_what_is_missing():
    section = SectionPage.objects.get(slug="tuyen-truyen")
    wishes = import_plan.Wishes(
        section=section, sections=import_plan.section_names(), posted_at=AT.replace(year=2018), author="Ban biên tập"
    )

    bring(old("Đủ"), old("Thiếu", posted_at=None, author="", sections=("Lạ",)), wishes=wishes)

    whole, lacking = ArticlePage.objects.order_by("pk")
    assert (whole.author, whole.posted_at, whole.get_parent().slug) == ("Thủy Phương", AT, "tin-co-so")
    assert (lacking.author, lacking.posted_at.year, lacking.get_parent().slug) == ("Ban biên tập", 2018, "tuyen-truyen")


def test_a_missing_day_is_asked_for():
    asked = []

    def ask(article):
        asked.append(article.title)
        return AT if article.title == "Một" else None

    told, _ = bring(old("Một", posted_at=None), old("Hai", posted_at=None), old("Ba"), ask=ask)

    assert (asked, titles()) == (["Một", "Hai"], ["Một", "Ba"])
    assert told == [": “Hai”: Bài không ghi ngày đăng. Hãy thêm --date, ví dụ --date 15/06/2018."]


def test_what_was_brought_in_stays_as_editors_left_it_and_a_change_is_told():
    bring(old("Một"))
    ArticlePage.objects.update(lead="Biên tập viên viết thêm")

    told, tally = bring(old("Một", file="a.json", html="<p>Bản khác.</p>"))

    assert ArticlePage.objects.get().lead == "Biên tập viên viết thêm"
    assert told == ["a.json: “Một”: đã nhập trước đây, bản cũ nay khác; bài trên cổng được giữ nguyên."]
    assert (tally.already, tally.made) == (1, 0)


def test_what_an_editor_removed_comes_back_only_on_wish():
    bring(old("Một"))
    ArticlePage.objects.get().delete()

    told, _ = bring(old("Một", file="a.json"))

    assert (titles(), told) == (
        [],
        ["a.json: “Một”: đã nhập trước đây rồi bị xóa khỏi cổng; muốn nhập lại thì thêm --again."],
    )
    bring(old("Một"), wishes=import_plan.Wishes(sections=import_plan.section_names(), again=True))
    assert (titles(), OldArticle.objects.get().page.title) == (["Một"], "Một")


def test_an_old_address_never_stands_over_a_page_of_ours():
    bring(
        old("Một", key="a"),
        old(
            "Hai",
            key="b",
            old_addresses=(
                "http://cu.example/",
                "http://cu.example/?p=2",
                "http://cu.example/tin-co-so/mot/",
                "http://cu.example/tin-co-so",
                "http://cu.example/mo-hinh/",
                "http://cu.example/lam-viec/",
                "http://cu.example/" + "x" * 300,
                "http://cu.example/b%C3%A0i%20c%C5%A9.html",
                "http://cu.example/node/2;jsessionid=1?b=2&a=1",
            ),
        ),
        old("Ba", key="c", old_addresses=("http://cu.example/node/2;jsessionid=1?b=2&a=1",)),
    )

    found = Redirect.objects.order_by("pk").values_list("old_path", "redirect_page__title")
    assert list(found) == [("/?p=2", "Hai"), ("/bài%20cũ.html", "Hai"), ("/node/2;jsessionid=1?a=1&b=2", "Hai")]


def test_the_front_page_asked_with_an_old_number_leads_to_that_article_and_stays_itself_otherwise(client):
    bring(old("Một", old_addresses=("http://cu.example/?p=12", "http://cu.example/?page=3")))

    moved = [client.get(asked) for asked in ("/?p=12", "/?p=12&utm_source=zalo")]
    home = [client.get(asked).status_code for asked in ("/", "/?p=13", "/?p=x", "/?p=", "/?page=3", "/?p=" + "9" * 60)]

    assert [(each.status_code, each["Location"]) for each in moved] == [(301, "/tin-co-so/mot/")] * 2
    assert home == [200] * 6


def test_an_article_taken_down_is_not_told_of_by_its_old_number(client):
    bring(old("Một", old_addresses=("http://cu.example/?p=12",)))
    ArticlePage.objects.get().unpublish()

    assert client.get("/?p=12").status_code == 200


@pytest.mark.parametrize("asked", ["/b%C3%A0i%20c%C5%A9.html", "/b%c3%a0i%20c%c5%a9.html", "/bài cũ.html"])
def test_an_old_address_with_accents_leads_on_however_it_is_written(client, asked):
    bring(old("Một", old_addresses=("http://cu.example/b%c3%a0i%20c%c5%a9.html",)))

    assert client.get(asked).headers["Location"].removeprefix("http://localhost") == "/tin-co-so/mot/"


def test_one_file_is_one_photo_however_often_it_is_shown(tmp_path):
    (tmp_path / "a.jpg").write_bytes(make.picture())
    html = "<p>x</p><img src=a.jpg alt='Một'><p>y</p><img src='./a.jpg' alt='Hai'>"

    _, tally = bring(old("Một", html=html), old("Hai", html=html), folder=tmp_path)

    assert Photo.objects.count() == 1
    assert [block.block_type for block in ArticlePage.objects.first().body] == ["text", "photo", "text", "photo"]
    assert (tally.photos, tally.missing) == (4, 0)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("khong-co.jpg", "không thấy tệp ảnh “khong-co.jpg”"),
        ("../ngoai.jpg", "không thấy tệp ảnh “ngoai.jpg”"),
        ("%2e%2e/ngoai.jpg", "không thấy tệp ảnh “ngoai.jpg”"),
        ("/etc/hostname", "không thấy tệp ảnh “hostname”"),
        ("noi.jpg", "không thấy tệp ảnh “noi.jpg”"),
        (
            "gia.jpg",
            "ảnh “gia.jpg”: Loại tệp này không nhận được. Nhận ảnh JPG, PNG, WebP và tài liệu PDF, DOCX, XLSX.",
        ),
        ("rong.jpg", "ảnh “rong.jpg”: Tệp rỗng, không có gì bên trong. Hãy chọn lại tệp."),
        ("data:image/png;base64,AAAA", "ảnh “ảnh dán trong bài”: Tệp rỗng, không có gì bên trong. Hãy chọn lại tệp."),
    ],
)
def test_a_picture_that_is_not_there_or_unfit_is_told_and_left_out(tmp_path, source, sentence):
    here = tmp_path / "trong"
    here.mkdir()
    (tmp_path / "ngoai.jpg").write_bytes(make.picture())
    (here / "noi.jpg").symlink_to(tmp_path / "ngoai.jpg")
    (here / "gia.jpg").write_bytes(b"khong phai anh")
    (here / "rong.jpg").write_bytes(b"")

    told, _ = bring(old("Một", html=f"<p>x</p><img src='{source}'><p>y</p>"), folder=here)

    assert told == [f": “Một”: {sentence.rstrip('.')}."]
    assert ([block.block_type for block in ArticlePage.objects.get().body], Photo.objects.count()) == (
        ["text", "text"],
        0,
    )


def test_a_picture_pasted_into_the_text_and_one_told_beside_it_are_kept(tmp_path):
    from base64 import b64encode  # only here

    (tmp_path / "b.jpg").write_bytes(make.picture())
    pasted = b64encode(make.picture()).decode()
    beside = (OldPhoto("b.jpg", "Ảnh bên", "Lời ảnh"),)

    bring(
        old("Một", html=f"<p>x</p><img src='data:image/jpeg;base64,{pasted}' alt='Dán'>", photos=beside),
        folder=tmp_path,
    )

    page = ArticlePage.objects.get()
    assert [block.block_type for block in page.body] == ["text", "photo", "photo"]
    assert list(Photo.objects.order_by("pk").values_list("description", flat=True)) == ["Dán", "Ảnh bên"]
    assert page.body[2].value["caption"] == "Lời ảnh"


def test_a_title_and_a_lead_told_twice_are_shown_once():
    html = "<h1>Một việc</h1><p><b>Câu mở đầu.</b></p><p>Phần sau.</p>"

    bring(old("<b>Một</b> việc", html=html, lead="Câu mở đầu. […]"), old("Hai", lead="Lời dẫn riêng."))

    first, second = ArticlePage.objects.order_by("pk")
    assert (first.title, first.lead) == ("Một việc", "")
    assert first.body[0].value.source == "<p><b>Câu mở đầu.</b></p><p>Phần sau.</p>"
    assert second.lead == "Lời dẫn riêng."


def test_only_who_may_publish_for_the_whole_portal_lends_a_name():
    province = make.province()
    head = make.member(Role.HEAD, province, username="lanhdao")
    officer = make.member(Role.OFFICER, province, username="canbo")

    assert run(FOLDER / "trang-goc.txt", "--by", "khong-ai", fails=True).failure == (
        "Không có người dùng nào tên đăng nhập “khong-ai”."
    )
    assert run(FOLDER / "trang-goc.txt", "--by", officer.username, fails=True).failure == (
        f"{officer} chưa được giao quyền xuất bản tin bài của cổng."
    )
    run(FOLDER / "trang-goc.txt", "--date", "15/06/2018", "--by", head.username)
    page = ArticlePage.objects.get()
    assert (page.owner, page.latest_revision.user, Event.objects.get(verb="articles.import").by) == (head, head, head)


@pytest.mark.parametrize(
    ("options", "failure"),
    [
        (["--section", "the-thao"], "Cổng không có chuyên mục “the-thao”. Các chuyên mục: tin-co-so, tin-tuc, tuyen-truyen."),
        (["--map", "Hoạt động"], "--map cần dạng “tên cũ=chuyên mục”, không phải “Hoạt động”."),
        (["--date", "06/2018"], "--date: Cần đủ ngày, tháng, năm, ví dụ 15/06/2018; không hiểu “06/2018”."),
        (["--date", "31/02/2018"], "--date: Không có ngày 31/02/2018."),
    ],
)  # fmt: skip
def test_wrong_options_are_told(options, failure):
    assert run(FOLDER / "trang-goc.txt", *options, fails=True).failure == failure


def test_a_path_that_is_not_there_is_told():
    assert run(FOLDER / "khong-co", fails=True).failure.startswith("Không có tệp hoặc thư mục “")


def test_strange_letters_and_addresses_stop_nothing():
    strange = old(
        "Một\ud800\x1b[31m",
        key="json:\ud800\0k",
        author="A\0 Bê",
        html="<p>x <a href='http://[a'>y</a>\ud800</p>",
        old_addresses=("http://[a", "http://cu.example/\ud800b.html"),
    )

    bring(strange, strange, old("Hai"))

    assert titles() == ["Một[31m", "Hai"]
    assert ArticlePage.objects.first().body[0].value.source == "<p>x y</p>"
    assert list(Redirect.objects.values_list("old_path", flat=True)) == ["/b.html"]


def test_a_text_broken_in_a_way_nobody_thought_of_stops_no_other(monkeypatch):
    real = imports.plan

    def plan(article, *rest, **options):
        if article.title == "Một":
            raise RecursionError
        return real(article, *rest, **options)

    monkeypatch.setattr(imports, "plan", plan)

    told, _ = bring(old("Một"), old("Hai"))

    assert (told, titles()) == ([": “Một”: Nội dung bài hỏng, không đọc được (RecursionError)."], ["Hai"])


def test_a_picture_lost_between_reading_and_writing_refuses_that_article_only(tmp_path):
    (tmp_path / "a.jpg").write_bytes(make.picture())
    plan = import_plan.plan(
        old("Một", html="<p>x</p><img src=a.jpg>"),
        import_plan.Wishes(sections=import_plan.section_names()),
        Album(tmp_path),
    )
    (tmp_path / "a.jpg").unlink()

    with pytest.raises(imports.Refused, match=r"^Không giữ được ảnh của bài: "):
        imports.write(plan, by=None, photos={})

    assert titles() == []


def test_what_the_page_itself_refuses_is_told():
    plan = import_plan.plan(old("Một"), import_plan.Wishes(sections=import_plan.section_names()), Album(FOLDER))

    with pytest.raises(imports.Refused, match="255"):
        imports.write(replace(plan, title="x" * 256), by=None, photos={})

    assert titles() == []


def test_an_error_that_is_nobodys_article_is_not_swallowed():
    plan = import_plan.plan(old("Một"), import_plan.Wishes(sections=import_plan.section_names()), Album(FOLDER))

    with pytest.raises(SectionPage.DoesNotExist):
        imports.write(replace(plan, section=SectionPage(path="0001", depth=1)), by=None, photos={})

    assert titles() == []


def test_a_long_lead_begins_the_text_and_many_photos_are_cut(tmp_path):
    lead = "Câu dẫn dài. " * 60
    html = "<p>x</p>" + "".join(f"<img src={number}.jpg>" for number in range(62))

    told, tally = bring(old("Một", lead=lead, html=html))

    page = ArticlePage.objects.get()
    assert (page.lead, page.body[0].value.source) == ("", f"<p>{lead.strip()}</p><p>x</p>")
    assert (tally.missing, told[-1]) == (60, ": “Một”: bài có 62 ảnh, chỉ nhập 60 ảnh đầu.")


def test_the_main_photo_is_not_shown_again_within_the_text(tmp_path):
    (tmp_path / "a.jpg").write_bytes(make.picture())
    main = OldPhoto("http://cu.example/2019/a.jpg", is_main=True)

    bring(old("Một", html="<p>x</p><img src='/2019/a-300x200.jpg' alt='Lời'><p>y</p>", photos=(main,)), folder=tmp_path)

    page = ArticlePage.objects.get()
    assert page.photo.description == "Lời"
    assert [block.block_type for block in page.body] == ["text", "text"]


def test_what_begins_with_another_heading_keeps_it():
    bring(old("Một", html="<h2>Phần một</h2><p>x</p>"))

    assert ArticlePage.objects.get().body[0].value.source == "<h2>Phần một</h2><p>x</p>"
