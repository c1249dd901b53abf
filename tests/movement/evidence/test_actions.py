"""What is kept of a file, changed, taken away and purged; photos blurred, asked about and shown."""

import hashlib
import io
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.utils import timezone
from PIL import Image

from kheo.accounts.roles import Role
from kheo.audit.models import Event, PersonalValue, breaks
from kheo.core.filechecks import BadFile
from kheo.movement.actions import evidence, photos
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import SIGNED_PAPER, Evidence, Exemplar, Progress
from tests import make
from tests.core.filechecks import samples

pytestmark = pytest.mark.django_db


@pytest.fixture
def exemplar():
    return make.exemplar()


@pytest.fixture
def officer(exemplar):
    return make.member(Role.OFFICER, exemplar.unit)


def add(exemplar, content, *, by, name="anh.jpg", **facts):
    return evidence.add(exemplar, io.BytesIO(content), name, by=by, **facts)


def read(field):
    with field.open("rb") as file:
        return file.read()


def files():
    """Every file on the disk."""
    found = []
    for folder in ("evidence/original", "evidence/clean", "evidence/thumb", "guest"):
        if default_storage.exists(folder):
            root = default_storage.path(folder)
            found += [each.name for each in Path(root).rglob("*") if each.is_file()]
    return found


def test_add_keeps_the_original_as_sent_and_its_clean_copies(exemplar, officer):
    content = samples.photo()

    added = add(exemplar, content, by=officer, caption="  Lễ ra mắt ")

    row = added.evidence
    assert added.is_new
    assert (row.caption, row.size, row.content_type) == ("Lễ ra mắt", len(content), "image/jpeg")
    assert row.sha256 == hashlib.sha256(content).hexdigest()
    assert row.taken_on == date(2026, 3, 15)
    assert read(row.original) == content
    assert [dict(Image.open(io.BytesIO(read(field))).getexif()) for field in (row.clean, row.thumb)] == [{}, {}]
    event = Event.objects.get()
    assert (event.verb, event.by, event.changes["sha256"]) == ("evidence.add", officer, row.sha256)
    assert event.changes["name"] != "anh.jpg"


def test_name_on_the_disk_says_nothing_of_the_name_people_gave(exemplar, officer):
    row = add(exemplar, samples.photo(), by=officer, name="Ông Nguyễn Văn A.jpg").evidence

    assert row.name == "Ông Nguyễn Văn A.jpg"
    assert ["Nguy" in name for name in files()] == [False] * 3


def test_document_has_no_copies(exemplar, officer):
    row = add(exemplar, samples.docx("Biên bản"), by=officer, name="bb.docx").evidence

    assert (row.kind, bool(row.clean), bool(row.thumb), row.taken_on) == ("document", False, False, None)


def test_same_file_on_the_same_exemplar_is_said_and_not_doubled(exemplar, officer):
    first = add(exemplar, samples.photo(), by=officer, caption="Lễ ra mắt")

    again = add(exemplar, samples.photo(), by=officer, name="ban-sao.jpg")

    assert (again.evidence, again.is_new) == (first.evidence, False)
    assert again.notes == ("Tệp này đã có trong hồ sơ (“Lễ ra mắt”), không lưu thêm lần nữa.",)
    assert (Evidence.objects.count(), Event.objects.count(), len(files())) == (1, 1, 3)


def test_two_senders_at_once_keep_one(exemplar, officer, monkeypatch):
    """The other's row came between our look and our writing; their look found nothing."""
    put, other = evidence._put_files, []

    def slow(row, file, checked):
        put(row, file, checked)
        if not other:
            other.append(True)
            other.append(add(exemplar, samples.photo(), by=officer).evidence)

    monkeypatch.setattr(evidence, "_put_files", slow)

    ours = add(exemplar, samples.photo(), by=officer)

    assert (ours.evidence, ours.is_new) == (other[1], False)
    assert (Evidence.objects.count(), len(files())) == (1, 3)


def test_refused_file_leaves_nothing(exemplar, officer):
    with pytest.raises(BadFile):
        add(exemplar, samples.docx("TUYỆT MẬT"), by=officer, name="a.docx")

    assert (Evidence.objects.count(), Event.objects.count(), files()) == (0, 0, [])


def test_file_of_a_merged_exemplar_is_refused_and_leaves_nothing(exemplar, officer):
    Exemplar.objects.filter(pk=exemplar.pk).update(stage="merged", merged_into=make.exemplar())

    with pytest.raises(NotYet, match="đã gộp"):
        add(exemplar, samples.photo(), by=officer)

    assert (Evidence.objects.count(), files()) == (0, [])


def test_only_writers_of_the_unit_add(exemplar):
    with pytest.raises(PermissionDenied):
        add(exemplar, samples.photo(), by=make.member(Role.VIEWER, exemplar.unit))


def test_outcome_and_progress_must_be_of_the_exemplar(exemplar, officer):
    other = make.exemplar()
    outcome, note = make.outcome(other), Progress.objects.create(exemplar=other, note="a")

    for link in ({"outcome": outcome}, {"progress": note}):
        with pytest.raises(NotYet, match="không phải của mô hình này"):
            add(exemplar, samples.photo(), by=officer, **link)
    assert files() == []


def test_added_evidence_makes_its_exemplar_findable_by_caption(exemplar, officer):
    add(exemplar, samples.photo(), by=officer, caption="Bàn giao cầu Khe Van")

    assert list(Exemplar.objects.matching("cau khe van")) == [exemplar]


def test_write_changes_what_is_said_and_records_it(exemplar, officer):
    row, outcome = make.evidence(exemplar, by=officer), make.outcome(exemplar)
    outcome.refresh_from_db()

    evidence.write(row, by=officer, caption="Mới", outcome=outcome, taken_on=date(2026, 5, 1))

    row.refresh_from_db()
    assert (row.caption, row.outcome, row.taken_on) == ("Mới", outcome, date(2026, 5, 1))
    event = Event.objects.last()
    assert (event.verb, event.changes["outcome"]) == ("evidence.write", [None, outcome.pk])
    assert PersonalValue.objects.get(event=event).value == "Mới"


def test_write_that_changes_nothing_leaves_no_event(exemplar, officer):
    row = make.evidence(exemplar, by=officer)

    evidence.write(row, by=officer, caption=row.caption, outcome=None, taken_on=row.taken_on)

    assert Event.objects.count() == 1


def test_write_refuses_a_day_to_come(exemplar, officer):
    row = make.evidence(exemplar, by=officer)

    with pytest.raises(NotYet, match="sau hôm nay"):
        evidence.write(row, by=officer, caption="", outcome=None, taken_on=timezone.localdate() + timedelta(days=1))


def test_remove_takes_the_bytes_and_keeps_the_hash(exemplar, officer, django_capture_on_commit_callbacks):
    row = make.evidence(exemplar, by=officer)

    with django_capture_on_commit_callbacks(execute=True):
        evidence.remove(row, by=officer, reason=" Gửi nhầm ")

    event = Event.objects.last()
    assert (event.verb, event.note, event.changes["sha256"]) == ("evidence.remove", "Gửi nhầm", row.sha256)
    assert (Evidence.objects.count(), files()) == (0, [])


def test_remove_wants_a_reason(exemplar, officer):
    row = make.evidence(exemplar, by=officer)

    with pytest.raises(NotYet, match="lý do"):
        evidence.remove(row, by=officer, reason=" ")
    assert Evidence.objects.get() == row


def test_purge_leaves_a_hash_and_a_reason_and_no_name(exemplar, officer, django_capture_on_commit_callbacks):
    kept = make.evidence(exemplar, by=officer, caption="Ảnh khác")
    row = make.evidence(exemplar, by=officer, caption="Kế hoạch A")
    out = io.StringIO()

    with django_capture_on_commit_callbacks(execute=True):
        call_command("purge_evidence", str(row.pk), reason="Có dấu MẬT", stdout=out)

    event = Event.objects.last()
    assert (event.verb, event.note, event.by) == ("evidence.purge", "Có dấu MẬT", None)
    assert out.getvalue() == f"Đã xóa hẳn minh chứng số {row.pk}; mã băm {row.sha256} còn trong nhật ký.\n"
    assert (list(Evidence.objects.all()), len(files())) == ([kept], 3)
    assert set(PersonalValue.objects.values_list("value", flat=True)) == {"anh.jpg", "Ảnh khác"}
    assert list(breaks()) == []


@pytest.mark.parametrize(("pk", "reason", "sentence"), [("0", "x", "Không có minh chứng số 0."), (None, " ", "lý do")])
def test_purge_says_what_is_wrong(exemplar, officer, pk, reason, sentence):
    row = make.evidence(exemplar, by=officer)

    with pytest.raises(CommandError, match=sentence):
        call_command("purge_evidence", pk or str(row.pk), reason=reason)
    assert Evidence.objects.get() == row


# Photos


def answers(row, by, person=False, consented=False, child=False):
    return photos.answer(row, by=by, shows_person=person, consented=consented, shows_child=child)


@pytest.fixture
def publisher(exemplar):
    return make.member(Role.SPECIALIST, exemplar.unit)


FIT = [
    # person, consented, child → may the public see it
    (None, False, False, False),
    (False, False, False, True),
    (True, False, False, False),
    (True, True, False, True),
    (False, False, True, False),
    (True, True, True, True),
]


@pytest.mark.parametrize(("person", "consented", "child", "fit"), FIT)
def test_photo_is_shown_only_when_its_questions_allow(exemplar, officer, publisher, person, consented, child, fit):
    make_public(exemplar, publisher)
    row = answers(make.evidence(exemplar, by=officer), officer, person, consented, child)

    if fit:
        photos.show(row, by=publisher)
    else:
        with pytest.raises(NotYet):
            photos.show(row, by=publisher)

    assert list(Evidence.objects.public()) == ([row] if fit else [])


def make_public(exemplar, by):
    Exemplar.objects.filter(pk=exemplar.pk).update(stage="running", published_at=timezone.now(), published_by=by)


def test_photo_of_an_exemplar_that_is_not_public_is_not_public(exemplar, officer, publisher):
    row = answers(make.evidence(exemplar, by=officer), officer)
    photos.show(row, by=publisher)

    assert list(Evidence.objects.public()) == []


def test_document_and_signed_paper_are_never_shown(exemplar, officer, publisher):
    document = add(exemplar, samples.docx("Biên bản"), by=officer, name="a.docx").evidence
    paper = answers(make.evidence(exemplar, by=officer, caption=SIGNED_PAPER), officer)

    for row, word in ((document, "Chỉ ảnh"), (paper, "Bản giấy có chữ ký")):
        with pytest.raises(NotYet, match=word):
            photos.show(row, by=publisher)


def test_officer_cannot_show_but_can_hide(exemplar, officer, publisher):
    row = answers(make.evidence(exemplar, by=officer), officer)
    with pytest.raises(PermissionDenied):
        photos.show(row, by=officer)
    photos.show(row, by=publisher)
    photos.show(row, by=publisher)

    photos.hide(row, by=officer)

    row.refresh_from_db()
    assert row.is_public is False
    assert [event.verb for event in Event.objects.all()] == [
        "evidence.add", "evidence.answer", "evidence.show", "evidence.hide",
    ]  # fmt: skip


def test_new_answer_takes_a_photo_off_the_public_pages_at_once(exemplar, officer, publisher):
    row = photos.show(answers(make.evidence(exemplar, by=officer), officer), by=publisher)

    answers(row, officer, person=True)

    row.refresh_from_db()
    assert row.is_public is False
    assert Event.objects.last().changes["is_public"] == [True, False]


def test_same_answer_leaves_no_event(exemplar, officer):
    row = make.evidence(exemplar, by=officer)

    answers(answers(row, officer), officer)

    assert [event.verb for event in Event.objects.all()] == ["evidence.add", "evidence.answer"]


def test_blur_makes_new_copies_and_drops_the_old(exemplar, officer, django_capture_on_commit_callbacks):
    row = add(exemplar, samples.photo((400, 300)), by=officer).evidence
    original, clean = read(row.original), read(row.clean)
    before = set(files())

    with django_capture_on_commit_callbacks(execute=True):
        after = photos.blur(row, [2, 12], grid=5, by=officer)

    assert read(after.original) == original
    assert read(after.clean) != clean
    assert (len(files()), len(before & set(files()))) == (3, 1)
    event = Event.objects.last()
    assert (event.verb, event.changes["cells"], event.changes["grid"]) == ("evidence.blur", [2, 12], 5)


@pytest.mark.parametrize(("cells", "grid"), [([], 5), ([25], 5), ([-1], 5), ([0], 7)])
def test_blur_of_no_cell_or_a_strange_one_is_refused(exemplar, officer, cells, grid):
    with pytest.raises(NotYet, match="ít nhất một ô"):
        photos.blur(make.evidence(exemplar, by=officer), cells, grid=grid, by=officer)


@pytest.mark.parametrize(
    "act", [lambda row, by: photos.blur(row, [0], grid=5, by=by), lambda row, by: photos.unblur(row, by=by)]
)
def test_document_is_not_blurred(exemplar, officer, act):
    row = add(exemplar, samples.docx("Biên bản"), by=officer, name="a.docx").evidence

    with pytest.raises(NotYet, match="Chỉ ảnh"):
        act(row, officer)


def test_unblur_goes_back_to_the_original_and_asks_again(
    exemplar, officer, publisher, django_capture_on_commit_callbacks
):
    row = answers(add(exemplar, samples.photo((400, 300)), by=officer).evidence, officer)
    clean = read(row.clean)
    photos.show(photos.blur(row, [12], grid=5, by=officer), by=publisher)
    row.refresh_from_db()

    with django_capture_on_commit_callbacks(execute=True):
        photos.unblur(row, by=officer)

    row.refresh_from_db()
    assert read(row.clean) == clean
    assert (row.is_public, row.shows_person) == (False, None)


def test_blur_over_a_copy_that_changed_meanwhile_is_refused_and_leaves_no_file(exemplar, officer):
    row = make.evidence(exemplar, by=officer)
    stale = Evidence.objects.select_related("exemplar__unit").get(pk=row.pk)
    photos.blur(row, [1], grid=5, by=officer)
    before = files()

    with pytest.raises(NotYet, match="người khác sửa"):
        photos.blur(stale, [2], grid=5, by=officer)

    assert files() == before


def test_blur_that_fails_halfway_leaves_the_former_copies(exemplar, officer, monkeypatch):
    row = make.evidence(exemplar, by=officer)
    before = sorted(files())

    def broken(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(photos, "record", broken)
    with pytest.raises(RuntimeError):
        photos.blur(row, [1], grid=5, by=officer)

    assert sorted(files()) == before
    row.refresh_from_db()
    assert read(row.clean)
