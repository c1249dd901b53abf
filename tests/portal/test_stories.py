"""A story goes to the newsroom, becomes a draft, and comes back to its sender with link, byline and views."""

import json
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from kheo.accounts.roles import Role
from kheo.audit.models import Event
from kheo.movement.lifecycle.move import NotYet
from kheo.portal.actions import arrivals, stories, story_photos
from kheo.portal.lifecycle.story import StoryStage
from kheo.portal.models import ArticlePage, Photo, SectionPage, Story
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(db):
    return make.member(Role.OFFICER, make.unit("xã Ái Tử"), full_name="Lê Hoài An")


@pytest.fixture
def editor(db):
    return make.member(Role.EDITOR, make.province(), full_name="Thủy Phương")


@pytest.fixture
def section(db):
    return SectionPage.objects.get(slug="tin-co-so")


def picture():
    return arrivals.ready(BytesIO(make.picture()), "anh.jpg")


def sent(by, **facts):
    facts = {"title": "Bà con hiến đất", "body": [text("Bà con góp công.")], "byline": "", **facts}
    return stories.send(by=by, **facts)


def text(words):
    return {"type": "text", "value": f"<p>{words}</p>"}


def test_send_keeps_story_and_photos_and_leaves_one_event(officer):
    exemplar = make.exemplar(unit=officer.held[0].unit)

    story = sent(officer, photos=[picture(), picture()], exemplars=[exemplar], place=officer.held[0].unit)

    assert (story.stage, story.byline, story.unit) == (StoryStage.SENT, "Lê Hoài An", officer.held[0].unit)
    assert [photo.place for photo in story.photos.all()] == [1, 2]
    assert list(story.exemplars.all()) == [exemplar]
    assert list(Event.objects.values_list("verb", flat=True)) == ["story.send"]


def test_same_mark_sends_once_and_keeps_no_second_file(officer):
    first = sent(officer, mark="dau", photos=[picture()])
    before = len(default_storage.listdir(str(first.photos.get().file.name.rpartition("/")[0]))[1])

    second = sent(officer, mark="dau", photos=[picture()])

    assert second == first
    assert Story.objects.count() == 1
    assert len(default_storage.listdir(str(first.photos.get().file.name.rpartition("/")[0]))[1]) == before


def test_whoever_holds_no_role_that_may_send_is_refused():
    with pytest.raises(PermissionDenied):
        sent(make.member(Role.VIEWER, make.unit()))


def test_taken_story_is_a_draft_with_all_that_came(officer, editor, section):
    exemplar = make.exemplar(unit=officer.held[0].unit)
    body = [text("Mở đầu."), {"type": "photo", "value": {"photo": 2, "caption": "Đường mới"}}, text("Kết.")]
    story = sent(
        officer, body=body, photos=[picture(), picture(), picture()], exemplars=[exemplar], place=officer.held[0].unit
    )
    first = story.photos.get(place=1)
    said = {"caption": "Làm đường", "description": "Bà con làm đường", "credit": "Lê An", "shows_person": True}
    story_photos.describe(story, {first.pk: {**said, "consented": True, "shows_child": False}}, by=officer)

    page = stories.take(story, section, by=editor)

    page = ArticlePage.objects.get(pk=page.pk)
    assert (page.live, page.title, page.author, page.sender) == (False, "Bà con hiến đất", "Lê Hoài An", officer)
    assert (page.place, page.get_parent().pk) == (officer.held[0].unit, section.pk)
    assert list(page.latest_revision.as_object().exemplars.all()) == [exemplar]
    assert (page.photo.description, page.photo_caption) == ("Bà con làm đường", "Làm đường")
    assert (page.photo.shows_person, page.photo.consented, page.photo.credit) == (True, True, "Lê An")
    kept = json.loads(json.dumps(page.body.get_prep_value()))
    assert [block["type"] for block in kept] == ["text", "photo", "text", "photo"]
    second, third = (Photo.objects.get(pk=block["value"]["photo"]) for block in kept if block["type"] == "photo")
    assert [second, third] == [story.photos.get(place=2).photo, story.photos.get(place=3).photo]
    assert Photo.objects.count() == 3
    assert (second.shows_person, second.is_clean) == (None, True)
    assert Event.objects.order_by("-number").first().verb == "story.take"


def test_first_photo_is_the_main_one_where_all_stand_in_the_text(officer, editor, section):
    body = [{"type": "photo", "value": {"photo": place, "caption": ""}} for place in (1, 2)]
    story = sent(officer, body=body, photos=[picture(), picture()])

    page = ArticlePage.objects.get(pk=stories.take(story, section, by=editor).pk)

    assert page.photo == story.photos.get(place=1).photo
    assert [block["value"]["photo"] for block in page.body.get_prep_value()] == [story.photos.get(place=2).photo_id]


def test_story_is_taken_once_and_again_only_when_its_draft_is_gone(officer, editor, section):
    story = sent(officer)
    page = stories.take(story, section, by=editor)

    with pytest.raises(NotYet, match="đã có bản biên tập"):
        stories.take(story, section, by=editor)

    page.delete()
    assert stories.take(story, section, by=editor).pk


def test_only_the_newsroom_of_the_whole_tree_takes_and_declines(officer, section):
    below = make.member(Role.EDITOR, officer.held[0].unit)
    story = sent(officer)

    for act in (lambda: stories.take(story, section, by=below), lambda: stories.decline(story, by=below, note="Không")):
        with pytest.raises(PermissionDenied):
            act()

    story.refresh_from_db()
    assert story.stage == StoryStage.SENT


def test_declined_story_tells_its_sender_why(officer, editor, client):
    story = sent(officer)
    with pytest.raises(NotYet, match="lý do"):
        stories.decline(story, by=editor, note=" ")

    stories.decline(story, by=editor, note="Trùng với bài đã đăng.")

    client.force_login(officer)
    assert "Trùng với bài đã đăng." in client.get(reverse("stories:mine")).content.decode()
    assert "Trùng với bài đã đăng." in client.get(story.get_absolute_url()).content.decode()


def test_withdrawn_story_is_read_by_nobody_else(officer, editor):
    story = sent(officer)
    assert list(Story.objects.visible_to(editor)) == [story]

    stories.withdraw(story, by=officer)

    assert list(Story.objects.visible_to(editor)) == []
    assert list(Story.objects.visible_to(officer)) == [story]


def test_a_story_stays_its_senders_to_withdraw_after_their_role_has_ended(client, officer):
    story = sent(officer)
    officer.memberships.update(ends="2020-12-31")
    client.force_login(officer)
    assert "Rút tin bài" in client.get(story.get_absolute_url()).content.decode()

    client.post(reverse("stories:story_withdraw", args=[story.pk]), {"once": "a"})

    story.refresh_from_db()
    assert story.stage == StoryStage.WITHDRAWN


def test_what_was_not_used_is_deleted_with_its_photos_when_its_time_is_over(
    officer, editor, section, django_capture_on_commit_callbacks
):
    declined, withdrawn, taken, waiting = (sent(officer, title=name, photos=[picture()]) for name in "abcd")
    stories.decline(declined, by=editor, note="Trùng tin đã đăng")
    stories.withdraw(withdrawn, by=officer)
    stories.take(taken, section, by=editor)
    files = [photo.file.name for story in (declined, withdrawn) for photo in story.photos.all()]
    now = timezone.now()

    early = stories.erase(at=now + timedelta(days=stories.KEPT_DAYS - 1))
    with django_capture_on_commit_callbacks(execute=True):
        late = stories.erase(at=now + timedelta(days=stories.KEPT_DAYS + 1))

    assert (early, late, stories.erase(at=now + timedelta(days=9999))) == (0, 2, 0)
    assert set(Story.objects.values_list("title", flat=True)) == {"c", "d"}
    assert [default_storage.exists(name) for name in files] == [False, False]
    assert [default_storage.exists(photo.file.name) for photo in waiting.photos.all()] == [True]
    assert Event.objects.filter(verb="story.erase").count() == 2


def test_the_job_of_deleting_runs(capsys):
    call_command("erase_stories")

    assert capsys.readouterr().out == "Đã xóa 0 tin bài.\n"


def test_taken_story_is_not_withdrawn_and_not_changed_by_its_sender(officer, editor, section):
    story = sent(officer, photos=[picture()])
    stories.take(story, section, by=editor)

    with pytest.raises(NotYet):
        stories.withdraw(story, by=officer)
    with pytest.raises(NotYet, match="trang biên tập"):
        story_photos.remove(story.photos.get(), by=officer)


def test_others_see_no_story(officer):
    story = sent(officer)
    others = [make.member(role, officer.held[0].unit) for role in Role]

    assert [Story.objects.visible_to(other).filter(pk=story.pk).exists() for other in others] == [False] * len(others)


def test_photos_are_added_up_to_ten_without_doubles_and_removed_with_their_files(officer):
    one = picture()
    story = sent(officer, photos=[one])

    assert story_photos.add(story, [one, *(picture() for _ in range(12))], by=officer) == 9

    assert [photo.place for photo in story.photos.all()] == list(range(1, 11))


def test_removed_photo_leaves_the_text_and_the_disk(officer, django_capture_on_commit_callbacks):
    story = sent(officer, photos=[picture()], body=[text("A"), {"type": "photo", "value": {"photo": 1, "caption": ""}}])
    gone = story.photos.get()
    names = [gone.file.name, gone.thumb.name]

    with django_capture_on_commit_callbacks(execute=True):
        story_photos.remove(gone, by=officer)

    story.refresh_from_db()
    assert [block["type"] for block in story.body] == ["text"]
    assert [default_storage.exists(name) for name in names] == [False, False]
