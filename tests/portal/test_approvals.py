"""Who published: an editor sends for approval, an approver approves, a schedule comes due; each is on the trail."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, TaskState
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, rich_text, streamfield

from kheo.accounts.roles import Role
from kheo.audit.models import Event
from kheo.core import pagecache
from kheo.portal.approvals import untold
from kheo.portal.models import ArticlePage
from kheo.portal.newsroom import keep_groups
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(db):
    return make.member(Role.EDITOR, make.province(), full_name="Thủy Phương")


@pytest.fixture
def head(db):
    head = make.member(Role.HEAD, make.province(), full_name="Hoàng Nam")
    keep_groups(head)  # as on coming in
    return head


def edit_address(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def press(client, page, action, **facts):
    """Open a page at the desk and press a button of its form."""
    html = client.get(edit_address(page)).content.decode()
    data = querydict_from_html(html, form_id="page-edit-form")
    # The body's blocks are drawn by a script: sent as it would send them.
    data.update(nested_form_data({"body": streamfield([("text", rich_text("<p>Bà con góp công.</p>"))])}))
    data.update({action: "1", **facts})
    return client.post(edit_address(page), data, follow=True)


def done():
    return list(Event.objects.order_by("number").values_list("verb", "by__full_name", "note"))


def live(page):
    return Page.objects.get(pk=page.pk).live


def test_an_editor_sends_for_approval_and_an_approver_publishes(client, editor, head):
    page = make.article("Bến bãi bình yên", live=False)
    client.force_login(editor)
    assert 'name="action-publish"' not in client.get(edit_address(page)).content.decode()

    press(client, page, "action-publish")
    assert not live(page)
    assert client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk])).status_code in (302, 403, 404)
    press(client, page, "action-submit")
    assert (live(page), done()) == (False, [])

    waiting = TaskState.objects.get(status="in_progress")
    approval = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", waiting.pk])
    assert client.post(approval).status_code in (302, 403)
    assert not live(page)

    client.force_login(head)
    client.post(approval, follow=True)

    assert live(page)
    assert done() == [("article.publish", "Hoàng Nam", "")]
    history = client.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    assert "Hoàng Nam" in history


def test_taking_down_is_told_too(client, head):
    page = make.article()
    client.force_login(head)

    client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))

    assert not live(page)
    assert done() == [("article.unpublish", "Hoàng Nam", "")]


def test_a_schedule_comes_due_says_who_approved_it_and_forgets_kept_pages(head, django_capture_on_commit_callbacks):
    page = make.article("Ngày hội", live=False)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision(user=head).publish(user=head)
    assert (live(page), [verb for verb, *_ in done()]) == (False, ["article.schedule"])
    revision = page.revisions.get(approved_go_live_at__isnull=False)
    passed = timezone.now() - timedelta(minutes=1)
    revision.content["go_live_at"], revision.approved_go_live_at = passed.isoformat(), passed
    revision.save()
    kept = pagecache.generation()

    with django_capture_on_commit_callbacks(execute=True):
        call_command("publish_scheduled")

    assert live(page)
    verb, by, note = done()[-1]
    assert (verb, by) == ("article.publish", None)
    assert note.startswith("Theo lịch Hoàng Nam đã duyệt lúc ")
    assert pagecache.generation() != kept


def test_a_page_that_runs_out_is_told_too(head):
    page = make.article()
    ArticlePage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))

    call_command("publish_scheduled")

    assert (live(page), done()) == (False, [("article.unpublish", None, "Theo lịch đã đặt.")])


def test_an_act_over_many_leaves_none_for_each(head):
    page = make.article(live=False)

    with untold():
        page.save_revision(user=head).publish(user=head)
    assert done() == []

    page.save_revision(user=head).publish(user=head)
    assert [verb for verb, *_ in done()] == ["article.publish"]


@pytest.fixture
def another_head(db):
    another = make.member(Role.HEAD, make.province(), full_name="Lê Thị Hạnh")
    keep_groups(another)
    return another


@pytest.mark.parametrize("changed_by", ["nobody", "approver", "another approver"])
def test_one_press_approves_the_version_on_the_screen_whoever_wrote_it(client, editor, head, another_head, changed_by):
    page = make.article("Bến bãi bình yên", live=False)
    client.force_login(editor)
    press(client, page, "action-submit")
    if changed_by == "another approver":
        client.force_login(another_head)
        press(client, page, "action-save", lead="Thêm một đoạn dẫn.")
    client.force_login(head)
    own = {"lead": "Thêm một đoạn dẫn."} if changed_by == "approver" else {}

    press(client, page, "action-workflow-action", **{"workflow-action-name": "approve", **own})

    page = ArticlePage.objects.get(pk=page.pk)
    assert (page.live, page.lead) == (True, "" if changed_by == "nobody" else "Thêm một đoạn dẫn.")
    assert page.live_revision_id == page.latest_revision_id
    assert page.current_workflow_state is None
    assert done() == [("article.publish", "Hoàng Nam", "")]


def test_approving_an_older_version_than_the_newest_publishes_nothing(client, editor, head, another_head):
    page = make.article("Bến bãi bình yên", live=False)
    client.force_login(editor)
    press(client, page, "action-submit")
    sent = TaskState.objects.get(status="in_progress")
    client.force_login(another_head)
    press(client, page, "action-save", lead="Thêm một đoạn dẫn.")
    client.force_login(head)

    client.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", sent.pk]))

    assert (live(page), done()) == (False, [])


def test_what_is_unfit_is_not_published_by_an_approval_either(client, editor, head):
    page = make.article("Ảnh chưa hỏi", live=False, author="")
    client.force_login(editor)
    press(client, page, "action-submit")
    client.force_login(head)

    answer = press(
        client, page, "action-workflow-action", **{"workflow-action-name": "approve", "lead": "Giữ lại điều vừa gõ."}
    )
    assert "Chưa duyệt được. Tin bài chưa ghi tác giả hoặc nguồn." in answer.content.decode()
    assert (live(page), done()) == (False, [])
    assert ArticlePage.objects.get().get_latest_revision_as_object().lead == "Giữ lại điều vừa gõ."

    waiting = TaskState.objects.get(status="in_progress")
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", waiting.pk]))
    assert (live(page), done()) == (False, [])
