"""Two editors at one article: neither ever overwrites the other, and what the second typed is shown back."""

import pytest
from django.test import Client

from kheo.accounts.roles import Role
from tests import make

pytestmark = pytest.mark.django_db


def editor(name):
    client = Client()
    client.force_login(make.member(Role.EDITOR, make.province(), full_name=name))
    return client


def opened(client, page):
    """What the form of a page would send back, as far as it matters."""
    answer = client.get(f"/bien-tap/pages/{page.pk}/edit/")
    form = answer.context["form"]
    sent = {name: form[name].value() for name in ("title", "lead", "kind", "author") if form[name].value() is not None}
    latest = page.get_latest_revision()
    return sent | {
        "loaded_revision_id": str(latest.pk), "loaded_revision_created_at": latest.created_at.isoformat(),
        "body-count": "0", "corrections-TOTAL_FORMS": "0", "corrections-INITIAL_FORMS": "0", "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0", "source": "", "source_url": "", "photo": "", "photo_caption": "", "place": "",
    }  # fmt: skip


def save(client, page, sent):
    return client.post(f"/bien-tap/pages/{page.pk}/edit/", sent)


def test_the_second_save_from_one_version_is_refused_and_shown_back():
    page = make.article("Đường hoa")
    lan, minh = editor("Trần Thị Lan"), editor("Lê Văn Minh")
    of_lan, of_minh = opened(lan, page), opened(minh, page)

    first = save(lan, page, of_lan | {"title": "Đường hoa của Lan"})
    second = save(minh, page, of_minh | {"title": "Đường hoa của Minh", "lead": "Đoạn dẫn Minh vừa gõ"})

    page.refresh_from_db()
    text = second.content.decode()
    assert (first.status_code, second.status_code) == (302, 409)
    assert page.get_latest_revision_as_object().title == "Đường hoa của Lan"
    assert "Trần Thị Lan" in text
    assert "Đoạn dẫn Minh vừa gõ" in text


def test_after_opening_the_newest_version_the_second_may_save():
    page = make.article("Đường hoa")
    lan, minh = editor("Trần Thị Lan"), editor("Lê Văn Minh")
    save(lan, page, opened(lan, page) | {"title": "Đường hoa của Lan"})
    page.refresh_from_db()

    answer = save(minh, page, opened(minh, page) | {"title": "Đường hoa của cả hai"})

    page.refresh_from_db()
    assert (answer.status_code, page.get_latest_revision_as_object().title) == (302, "Đường hoa của cả hai")
