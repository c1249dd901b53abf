"""Word on the clipboard, pasted into the newsroom's editor: only what an article may hold arrives."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from kheo.accounts.roles import Role
from kheo.portal.models import ArticlePage
from tests import make
from tests.browsing import follow, sign_in

from .test_story_browser import PASTE, WORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(page, live_server, transactional_db):
    sign_in(page.context, make.member(Role.EDITOR, make.province()), live_server)
    page.set_viewport_size({"width": 1280, "height": 900})
    return page


def pasted(desk, html, *, words):
    """What is kept of this HTML when it is pasted in place of an article's text, and saved; `words` are some of it."""
    article = make.article(live=False, text="x")
    desk.goto(reverse("wagtailadmin_pages:edit", args=[article.pk]))
    editor = desk.locator(".public-DraftEditor-content").first
    editor.click()
    desk.keyboard.press("Control+a")
    editor.evaluate(PASTE, [html, "chữ trơn"])
    # The editor writes into its field a moment later.
    expect(desk.locator("[name=body-0-value]")).to_have_value(re.compile(words))
    follow(desk.get_by_role("button", name="Lưu bản nháp").first)
    body = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object().body
    return re.sub(r' data-block-key="\w+"', "", "".join(block.value.source for block in body))


def test_word_leaves_its_junk_behind(desk):
    assert pasted(desk, WORD, words="Bà con hiến") == (
        "<h2>Đường mới ở thôn An Mô</h2><p><b><i>Bà con hiến 1.000 m² đất.</i></b> Mỗi nhà một việc, xem "
        '<a href="https://example.vn/an-mo">bài trước</a>.</p><h3>Cách làm</h3><ul><li>Họp thôn</li><li>Đo đất</li></ul>'
        "<ol><li>Rải đá</li></ol><p>Thôn</p><p>Mét</p><p>An Mô</p><p>120</p><p>Ảnh: tài liệu</p>"
    )


def test_a_web_page_keeps_only_what_an_article_may_hold(desk):
    page = (
        '<div onclick="x()"><h1>Tin</h1><p style="font-size:40px">Bà con&nbsp;&nbsp;<u>góp</u> <s>công</s>.</p>'
        '<script>x()</script><iframe src="https://x.vn"></iframe><p><a href="javascript:x()">bấm</a></p>'
        "<blockquote>Dễ trăm lần</blockquote></div>"
    )

    assert pasted(desk, page, words="Dễ trăm lần") == (
        "<h2>Tin</h2><p>Bà con góp công.</p><p>bấm</p><blockquote>Dễ trăm lần</blockquote>"
    )


def test_plain_text_is_left_to_the_editor(desk):
    assert pasted(desk, "", words="chữ trơn") == "<p>chữ trơn</p>"
