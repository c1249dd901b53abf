"""Kept pages after real commits: what is published is read at once, what is taken down is gone at once."""

import time
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from kheo.accounts.roles import Role
from kheo.movement.actions import campaigns, exemplars
from kheo.movement.models import Directive
from kheo.portal.models import ArticlePage
from tests import make

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "visits"])


def reads(address, words):
    answer = Client().get(address)
    return answer.status_code == 200 and words in answer.content.decode()


def everywhere(page):
    """Whether readers see its title: on its own page, at home, in its section."""
    return [reads(address, page.title) for address in (page.address, "/", "/tin-co-so/")]


def test_an_article_is_read_at_once_and_gone_at_once():
    page = make.article("Đường hoa thôn Xuân", live=False)
    before = everywhere(page)
    page.get_latest_revision().publish()
    published = everywhere(page)
    page = ArticlePage.objects.get(pk=page.pk)
    page.title = "Đường hoa thôn Hạ"
    page.save_revision().publish()
    renamed = [everywhere(page), reads("/", "Đường hoa thôn Xuân")]
    page.unpublish()

    assert [before, published, renamed, everywhere(page)] == [
        [False] * 3, [True] * 3, [[True] * 3, False], [False] * 3,
    ]  # fmt: skip


def test_a_model_is_read_at_once_and_gone_at_once():
    told = make.exemplar("Tổ tự quản bến bãi", stage="running")
    approver = make.member(Role.SPECIALIST, told.unit)
    before = reads("/mo-hinh/", told.name)
    exemplars.publish(told, by=approver)
    shown = reads("/mo-hinh/", told.name)
    exemplars.withdraw(told, by=approver, note="Rà soát lại")

    assert [before, shown, reads("/mo-hinh/", told.name)] == [False, True, False]


def test_a_directive_is_read_at_once():
    by = make.member(Role.SPECIALIST, make.province())
    row = Directive.objects.create(kind="Kế hoạch", number="12-KH/TU", issuer="Tỉnh ủy", title="Nước sạch")
    before = reads("/van-ban/", "12-KH/TU")
    campaigns.put(row, by=by, is_public=True)

    assert [before, reads("/van-ban/", "12-KH/TU")] == [False, True]


def test_an_event_leaves_the_box_when_its_time_is_over():
    starts = timezone.now() + timedelta(seconds=1.2)
    make.event("Họp thôn", starts_at=starts)
    before = reads("/", "Họp thôn")

    time.sleep(1.5)

    assert [before, reads("/", "Họp thôn")] == [True, False]


def test_a_signed_in_reader_gets_and_leaves_nothing_kept():
    page = make.article("Đường hoa")
    member = Client()
    member.force_login(make.member(Role.EDITOR, make.province(), full_name="Trần Thị Lan"))

    first = member.get(page.address).content.decode()
    guest = Client().get(page.address).content.decode()
    second = member.get(page.address).content.decode()

    assert ["Đăng nhập" in text for text in (first, guest, second)] == [False, True, False]
