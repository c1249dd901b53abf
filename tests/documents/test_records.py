"""Papers kept as drafts, issued, scanned, confirmed, withdrawn: what each act changes, refuses and leaves behind."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from kheo.accounts.move import NotYet
from kheo.accounts.roles import Role
from kheo.audit.models import Event, PersonalValue, breaks
from kheo.core.filechecks import BadFile
from kheo.documents import keeping
from kheo.documents.actions import drafts, issuing
from kheo.documents.models import FrozenPaper, OfficeStyle, PaperRecord
from tests import make
from tests.core.filechecks import samples

pytestmark = pytest.mark.django_db
DAY = date(2026, 10, 9)


@pytest.fixture
def unit():
    return make.unit()


@pytest.fixture
def clerk(unit):
    return make.member(Role.SPECIALIST, unit)


@pytest.fixture
def head(unit):
    return make.member(Role.HEAD, unit)


@pytest.fixture
def draft(unit, clerk):
    return make.paper_record(unit=unit, by=clerk)


@pytest.fixture
def issued(unit, clerk):
    return make.issued_paper(unit=unit, by=clerk)


def verbs():
    return list(Event.objects.filter(subject_type="documents.paperrecord").values_list("verb", flat=True))


def issue(row, *, by, **facts):
    return issuing.issue(row, by=by, **{"on": DAY, "number": "05", "signer": "Lê Quang Vinh", **facts})


def refused(act, sentence, *rows):
    """The act is refused with this sentence; no row and no event has changed."""
    before = list(PaperRecord.objects.order_by("pk").values()), Event.objects.count()
    with pytest.raises((NotYet, BadFile, PermissionDenied), match=sentence):
        act()
    assert (list(PaperRecord.objects.order_by("pk").values()), Event.objects.count()) == before


def test_a_draft_is_kept_as_it_was_written_and_can_be_drawn_again(unit, clerk):
    paper = make.paper(about="đề nghị “công nhận” <&> # * _")
    model = make.exemplar("Đường hoa", unit=unit)

    row = drafts.keep(paper, unit=unit, about=model, by=clerk)

    row.refresh_from_db()
    assert row.paper == paper
    assert (row.kind, row.form, row.stage, row.number, row.symbol) == ("submission", "party", "drafted", "", "")
    assert (row.about_kind, row.about_pk, row.about_name) == ("movement.exemplar", model.pk, "Đường hoa")
    assert row.about_url == model.get_absolute_url()
    assert list(PaperRecord.objects.about(model)) == [row]
    assert verbs() == ["paperrecord.keep"]


def test_a_draft_takes_the_spelling_of_its_office(unit, clerk):
    OfficeStyle.objects.create(unit=unit, spelling="new")

    kept = [drafts.keep(make.paper(), unit=place, by=clerk) for place in (unit, make.unit())]

    assert [row.spelling for row in kept] == ["new", "old"]


def test_a_draft_is_written_anew_and_the_same_text_leaves_no_event(draft, clerk):
    drafts.keep_anew(draft, draft.paper, by=clerk)
    row = drafts.keep_anew(draft, make.paper(about="trích yếu mới", kind="list"), by=clerk)

    assert (row.title, row.kind, row.is_numbered) == ("trích yếu mới", "list", False)
    assert verbs() == ["paperrecord.keep_anew"]


def test_issuing_by_hand_takes_the_office_s_own_number_as_it_is(draft, head):
    row = issue(draft, by=head, number=" 127a ", signer="  Lê  Quang Vinh ", signer_title="Bí thư")

    assert (row.stage, row.number, row.symbol) == ("issued", "127a", "127a-TTr/ĐU")
    assert (row.issued_on, row.signer, row.signer_title, row.entered_by) == (DAY, "Lê Quang Vinh", "Bí thư", head)
    assert (row.scan.name, row.confirmed_by) == ("", None)
    event = Event.objects.order_by("number").last()
    assert (event.verb, event.changes["symbol"], event.changes["issued_on"]) == (
        "paperrecord.issue", "127a-TTr/ĐU", "2026-10-09",
    )  # fmt: skip
    assert "Lê Quang Vinh" not in str(event.changes)
    assert [value.value for value in event.personal.all()] == ["Lê Quang Vinh"]


def test_a_paper_of_the_state_has_its_own_manner_of_symbol(unit, head):
    row = make.paper_record(unit=unit, form="state", kind="decision", symbol="UBND")

    assert issue(row, by=head, number="156").symbol == "156/QĐ-UBND"


def test_a_kind_without_a_number_is_issued_without_one(unit, head):
    row = make.paper_record(unit=unit, kind="list")

    row = issue(row, by=head, number="9")

    assert (row.stage, row.number, row.symbol) == ("issued", "", "")


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"number": ""}, "Chưa có số"),
        ({"signer": "  "}, "Chưa ghi người ký"),
        ({"on": date(2099, 1, 1)}, "chưa tới"),
        ({"on": date(1990, 1, 1)}, "không có quy định thể thức"),
    ],
)
def test_issuing_is_refused_with_a_sentence(draft, head, facts, sentence):
    refused(lambda: issue(draft, by=head, **facts), sentence)


def test_nobody_without_the_permission_issues_scans_corrects_confirms_withdraws_or_drops(draft, issued, unit):
    viewer = make.member(Role.STANDING, unit)
    beside = make.member(Role.HEAD, make.unit())
    for by in (viewer, beside):
        refused(lambda by=by: issue(draft, by=by), "chưa được giao quyền")
        refused(lambda by=by: issuing.add_scan(issued, BytesIO(make.scan()), "a.pdf", by=by), "chưa được giao quyền")
        refused(lambda by=by: issuing.confirm(issued, by=by), "chưa được giao quyền")
        refused(lambda by=by: drafts.drop(draft, by=by), "chưa được giao quyền")
        refused(
            lambda by=by: issuing.withdraw(issued, on=DAY, by_paper="QĐ 1", note="sai", by=by), "chưa được giao quyền"
        )
        refused(
            lambda by=by: issuing.correct(issued, number="6", on=DAY, signer="A", signer_title="", note="sai", by=by),
            "chưa được giao quyền",
        )


def test_what_an_issued_paper_says_never_changes(issued, clerk):
    other = keeping.as_data(make.paper(about="lời khác"))

    refused(lambda: drafts.keep_anew(issued, make.paper(), by=clerk), "rời bước dự thảo")
    issued.content = other
    with pytest.raises(FrozenPaper):
        issued.save()
    for values in ({"content": other}, {"title": "lời khác"}, {"kind": "list"}, {"unit": make.unit()}):
        with pytest.raises(FrozenPaper):
            PaperRecord.objects.filter(pk=issued.pk).update(**values)
    with pytest.raises(FrozenPaper):
        issued.delete()

    issued.refresh_from_db()
    assert issued.is_untouched
    assert issued.paper.about != "lời khác"


def test_an_object_fetched_while_it_was_a_draft_does_not_change_what_was_issued_since(draft, head):
    stale = PaperRecord.objects.get(pk=draft.pk)
    issue(draft, by=head)

    stale.content = keeping.as_data(make.paper(about="lời khác"))
    with pytest.raises(FrozenPaper):
        stale.save()


def test_a_change_past_the_application_is_seen(issued):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE documents_paperrecord SET content = %s WHERE id = %s", ['{"x": 1}', issued.pk])

    issued.refresh_from_db()
    assert not issued.is_untouched


def test_a_draft_that_is_dropped_stays_and_is_not_issued(draft, head):
    drafts.drop(draft, by=head, note="soạn lại")

    draft.refresh_from_db()
    assert (draft.stage, verbs()[-1]) == ("dropped", "paperrecord.drop")
    refused(lambda: issue(draft, by=head), "Không thể “Ghi số, ngày ban hành”")
    refused(lambda: drafts.drop(draft, by=head), "đã ở bước “Đã bỏ”")


def test_the_scan_comes_with_the_issue_or_later(draft, clerk, head, unit):
    row = issue(draft, by=clerk, scan=BytesIO(make.scan()), scan_name="Tờ trình.pdf")
    later = issue(make.paper_record(unit=unit, by=clerk), by=clerk)
    assert list(PaperRecord.objects.waiting_for_scan()) == [later]

    later = issuing.add_scan(later, BytesIO(make.scan()), "qđ.pdf", by=head)

    assert (row.scan_name, later.scan_name, later.entered_by) == ("Tờ trình.pdf", "qđ.pdf", head)
    assert not PaperRecord.objects.waiting_for_scan().exists()
    with row.scan.open("rb") as file:
        assert file.read(5) == b"%PDF-"


def test_another_scan_takes_the_place_of_the_first_until_somebody_confirmed(
    issued, clerk, head, django_capture_on_commit_callbacks
):
    before = issued.scan.name
    with django_capture_on_commit_callbacks(execute=True):
        row = issuing.add_scan(issued, BytesIO(make.scan()), "rõ hơn.pdf", by=clerk)
    assert (default_storage.exists(before), default_storage.exists(row.scan.name)) == (False, True)

    issuing.confirm(row, by=head)
    refused(lambda: issuing.add_scan(row, BytesIO(make.scan()), "khác.pdf", by=clerk), "đã xác nhận")


def test_a_bad_scan_is_refused_and_nothing_is_kept(draft, issued, clerk):
    kept = set(default_storage.listdir("papers/scans")[0]) if default_storage.exists("papers/scans") else set()

    refused(lambda: issue(draft, by=clerk, scan=BytesIO(make.picture()), scan_name="anh.jpg"), "cần là tệp PDF")
    stamped = BytesIO(samples.pdf("TUYET MAT"))
    refused(lambda: issuing.add_scan(issued, stamped, "TUYỆT MẬT.pdf", by=clerk), "TUYỆT MẬT")
    refused(lambda: issuing.add_scan(issued, BytesIO(b""), "rong.pdf", by=clerk), "Tệp rỗng")

    assert (set(default_storage.listdir("papers/scans")[0]) if kept else set()) == kept


def test_a_scan_whose_issue_fails_is_taken_away_again(draft, clerk, tmp_path, settings):
    place = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "default": place}

    refused(lambda: issue(draft, by=clerk, number="", scan=BytesIO(make.scan()), scan_name="a.pdf"), "Chưa có số")

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_another_person_confirms_once(issued, clerk, head, unit):
    refused(lambda: issuing.confirm(issued, by=clerk), "phải khác người nhập")

    row = issuing.confirm(issued, by=head)

    assert (row.confirmed_by, row.confirmed_at is not None, verbs()[-1]) == (head, True, "paperrecord.confirm")
    refused(lambda: issuing.confirm(issued, by=make.member(Role.HEAD, unit)), "đã xác nhận văn bản này")


def test_a_draft_and_a_paper_without_scan_are_not_confirmed(draft, head, unit, clerk):
    refused(lambda: issuing.confirm(draft, by=head), "không có gì để xác nhận")
    bare = make.issued_paper(unit=unit, by=clerk, scanned=False)
    refused(lambda: issuing.confirm(bare, by=head), "Chưa có bản quét")


def test_whoever_corrects_cannot_confirm_what_they_corrected(issued, clerk, head):
    facts = {"number": "06", "on": DAY - timedelta(days=1), "signer": "Trần Thị Lan", "signer_title": "Phó Bí thư"}

    row = issuing.correct(issued, note="gõ nhầm", by=head, **facts)

    assert (row.symbol, row.issued_on, row.signer, row.entered_by) == (
        "06-TTr/ĐU", DAY - timedelta(days=1), "Trần Thị Lan", head,
    )  # fmt: skip
    refused(lambda: issuing.confirm(row, by=head), "phải khác người nhập")
    assert issuing.confirm(row, by=clerk).confirmed_by == clerk


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"note": " "}, "Cần ghi lý do sửa"),
        ({"number": ""}, "Chưa có số"),
        ({"signer": ""}, "Chưa ghi người ký"),
        ({"on": date(2099, 1, 1)}, "chưa tới"),
    ],
)
def test_a_correction_is_refused_with_a_sentence(issued, clerk, facts, sentence):
    plain = {"number": "06", "on": DAY, "signer": "Lê Quang Vinh", "signer_title": "Bí thư", "note": "gõ nhầm"}

    refused(lambda: issuing.correct(issued, by=clerk, **{**plain, **facts}), sentence)


def test_a_correction_that_changes_nothing_leaves_no_event(issued, clerk):
    count = Event.objects.count()

    issuing.correct(issued, number="05", on=DAY, signer="Lê Quang Vinh", signer_title="Bí thư", note="", by=clerk)

    assert Event.objects.count() == count


def test_a_paper_is_withdrawn_only_by_another_paper(issued, draft, clerk):
    def withdraw(row=issued, **facts):
        plain = {"on": DAY + timedelta(days=1), "by_paper": "Quyết định số 31-QĐ/ĐU", "note": "sai danh sách"}
        return issuing.withdraw(row, by=clerk, **{**plain, **facts})

    refused(lambda: withdraw(by_paper=" "), "Cần ghi văn bản thu hồi")
    refused(lambda: withdraw(note=""), "Cần ghi lý do")
    refused(lambda: withdraw(on=DAY - timedelta(days=1)), "không trước ngày ban hành")
    refused(lambda: withdraw(on=timezone.localdate() + timedelta(days=1)), "chưa tới")
    refused(lambda: withdraw(draft), "Không thể “Ghi thu hồi”")

    row = withdraw()

    assert (row.stage, row.withdrawn_by_paper, row.is_untouched) == ("withdrawn", "Quyết định số 31-QĐ/ĐU", True)
    refused(lambda: withdraw(), "đã ở bước “Đã thu hồi”")
    with pytest.raises(FrozenPaper):
        row.delete()


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("paper_(stage_known|issued_with_its_facts)", {"stage": "lost"}),
        ("paper_issued_with_its_facts", {"signer": ""}),
        ("paper_issued_with_its_facts", {"issued_on": None}),
        ("paper_issued_with_its_facts", {"stage": "dropped"}),
        ("paper_issued_with_its_number", {"number": ""}),
        ("paper_confirmed_with_its_hour", {"confirmed_at": timezone.now()}),
        ("paper_withdrawn_by_a_paper", {"stage": "withdrawn"}),
        ("paper_withdrawn_by_a_paper", {"withdrawn_on": DAY}),
    ],
)
def test_the_database_itself_refuses_what_cannot_be(issued, name, values):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        PaperRecord.objects.filter(pk=issued.pk).update(**values)


def test_the_database_itself_refuses_a_confirmation_by_the_same_person(issued, clerk):
    with pytest.raises(IntegrityError, match="paper_confirmed_by_another"), transaction.atomic():
        PaperRecord.objects.filter(pk=issued.pk).update(confirmed_by=clerk, confirmed_at=timezone.now())


def test_papers_are_seen_by_their_unit_alone(issued, unit):
    standing = make.member(Role.STANDING, unit)
    above = make.member(Role.SPECIALIST, unit.get_parent())
    beside = make.member(Role.SPECIALIST, make.unit())
    officer = make.member(Role.OFFICER, unit)

    seen = [list(PaperRecord.objects.visible_to(user)) for user in (standing, above, beside, officer)]

    assert seen == [[issued], [issued], [], []]


def test_a_scan_that_must_not_be_here_goes_with_its_name_and_another_may_come(
    issued, clerk, head, capsys, django_capture_on_commit_callbacks
):
    issuing.confirm(issued, by=head)
    path, sha256 = issued.scan.name, issued.scan_sha256

    with django_capture_on_commit_callbacks(execute=True):
        call_command("purge_scan", str(issued.pk), reason="có dấu MẬT")

    issued.refresh_from_db()
    event = Event.objects.order_by("number").last()
    assert (issued.scan.name, issued.scan_name, issued.confirmed_by, default_storage.exists(path)) == (
        "",
        "",
        None,
        False,
    )
    assert (event.verb, event.note, event.changes["sha256"]) == ("paperrecord.purge_scan", "có dấu MẬT", sha256)
    assert sha256 in capsys.readouterr().out
    assert not PersonalValue.objects.filter(value="ban-ky.pdf").exists()
    assert list(breaks()) == []
    assert issuing.add_scan(issued, BytesIO(make.scan()), "khác.pdf", by=clerk).scan_name == "khác.pdf"


def test_purging_is_refused_with_a_sentence(draft, issued):
    refused(lambda: issuing.purge_scan(issued, reason=" "), "Cần ghi lý do")
    refused(lambda: issuing.purge_scan(draft, reason="x"), "không có bản quét")
    with pytest.raises(CommandError, match="không có bản quét"):
        call_command("purge_scan", str(draft.pk), reason="x")
    with pytest.raises(CommandError, match="Không có văn bản số 999999"):
        call_command("purge_scan", "999999", reason="x")
