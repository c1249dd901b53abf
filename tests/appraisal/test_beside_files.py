"""Beside a file: holds and who may know of them, visits with photos, hiệp y in restricted view."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from kheo.accounts.roles import Role
from kheo.appraisal.actions import consultations, holds, nominations, visits
from kheo.appraisal.actions.consultations import Body
from kheo.appraisal.models import Assignment, Consultation, ConsultationAnswer, Hold, Kin, Nomination, Visit
from kheo.audit.models import Event
from kheo.movement.lifecycle.move import NotYet
from kheo.units.models import Kind, Level
from tests import make
from tests.appraisal import making

pytestmark = pytest.mark.django_db
REASON = "Đang xác minh đơn của ông K"


@pytest.fixture
def file():
    rules = making.rule_set(make.unit("xã Ái Tử"), profile="province")
    unit = make.unit("thôn Hà Xá", under=rules.unit, level=Level.BASE, kind=Kind.HAMLET)
    return making.nomination(making.ripe_exemplar(unit, name="Đường hoa Hà Xá"), rules=rules)


@pytest.fixture
def specialist(file):
    return make.member(Role.SPECIALIST, file.unit)


def in_stage(file, stage):
    Nomination.objects.filter(pk=file.pk).update(stage=stage)
    file.refresh_from_db()
    return file


def events(*verbs):
    return list(Event.objects.filter(verb__in=verbs).values_list("verb", "note", "changes"))


# Holds


def test_held_and_released_by_the_named_roles_and_the_reason_is_on_no_trail(file, specialist):
    hold = holds.put(file.exemplar, reason=REASON, by=specialist, review_on=date(2099, 1, 1))
    with pytest.raises(NotYet, match="đang tạm chưa xét"):
        holds.put(file.exemplar, reason="Lý do khác", by=specialist)
    with pytest.raises(NotYet, match="căn cứ"):
        holds.release(hold, reason=" ", by=specialist)

    done = holds.release(hold, reason="Đơn không có cơ sở", by=specialist)

    assert (done.released_on, done.released_by, file.why_held()) == (timezone.localdate(), specialist, None)
    with pytest.raises(NotYet, match="đã thôi tạm hoãn"):
        holds.release(hold, reason="Lần nữa", by=specialist)
    assert events("hold.put", "hold.release") == [("hold.put", "", {}), ("hold.release", "", {})]


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.SPECIALIST, Role.HEAD}))
def test_no_other_role_holds(file, role):
    person = make.member(role, file.unit)

    with pytest.raises(PermissionDenied):
        holds.put(file.exemplar, reason=REASON, by=person)

    assert not Hold.objects.exists()


def test_the_judge_holds_and_reads_of_a_body_on_another_line(file, specialist):
    line = make.unit("Công an tỉnh", level=Level.PROVINCE, kind=Kind.POLICE, under=make.province())
    police = make.unit("Công an xã", under=line, level=Level.BASE, kind=Kind.POLICE, place=file.unit)
    exemplar = making.ripe_exemplar(police)
    with pytest.raises(PermissionDenied):
        holds.put(exemplar, reason=REASON, by=specialist)
    making.nomination(exemplar, rules=file.rule_set)

    hold = holds.put(exemplar, reason=REASON, by=specialist)

    assert list(Hold.objects.visible_to(specialist)) == [hold]
    assert list(Hold.objects.visible_to(make.member(Role.SPECIALIST, make.unit()))) == []


def test_only_named_roles_read_that_and_why_a_file_waits(client, file, specialist):
    holds.put(file.exemplar, reason=REASON, by=specialist)
    juror = make.member(Role.JUROR, file.unit)
    Assignment.objects.create(nomination=file, seat=making.panel(file.rule_set, seats=[juror]).seats.get())
    readers = {role: make.member(role, file.unit) for role in set(Role) - {Role.JUROR}} | {Role.JUROR: juror}

    read = {}
    for role, person in readers.items():
        client.force_login(person)
        pages = [client.get(file.get_absolute_url()), client.get(file.exemplar.get_absolute_url())]
        read[role] = any("ông K" in page.content.decode() for page in pages)

    assert {role for role, seen in read.items() if seen} == {Role.SPECIALIST, Role.HEAD, Role.STANDING}


# Visits


def test_a_visit_is_kept_with_photos_of_the_file_and_put_right(file, specialist):
    photo = make.evidence(file.exemplar)

    visit = visits.enter(
        file, by=specialist, on=date(2026, 10, 1), people="Tổ khảo sát", findings="Đúng.", photos=[photo]
    )
    visits.correct(visit, by=specialist, on=date(2026, 10, 1), people="Tổ khảo sát", findings="Đúng hồ sơ.")

    visit.refresh_from_db()
    assert (visit.findings, list(visit.photos.all()), file.visits.count()) == ("Đúng hồ sơ.", [], 1)
    assert [changes.get("parts") for _, _, changes in events("nomination.visit", "nomination.correct_visit")] == [
        None, ["findings", "photos"],
    ]  # fmt: skip


def test_a_visit_is_refused_to_whom_and_when_it_may_not_be(file, specialist):
    facts = {"people": "Tổ khảo sát", "findings": "Đúng."}
    foreign = make.evidence(make.exemplar())
    with pytest.raises(NotYet, match="minh chứng của chính mô hình này"):
        visits.enter(file, by=specialist, photos=[foreign], **facts)
    with pytest.raises(NotYet, match="không thể sau hôm nay"):
        visits.enter(file, by=specialist, on=timezone.localdate() + timedelta(days=1), **facts)
    with pytest.raises(NotYet, match="Hãy ghi nhận xét tại chỗ"):
        visits.enter(file, by=specialist, people="Tổ khảo sát")
    with pytest.raises(PermissionDenied):
        visits.enter(file, by=make.member(Role.UNIT_LEADER, file.unit), **facts)
    Kin.objects.create(exemplar=file.exemplar, user=specialist, kinship="sibling", declared_by=specialist)
    with pytest.raises(NotYet, match="thân nhân"):
        visits.enter(file, by=specialist, **facts)
    with pytest.raises(NotYet, match="không ghi khảo sát được nữa"):
        visits.enter(in_stage(file, "submitted"), by=make.member(Role.HEAD, file.unit), **facts)

    assert not Visit.objects.exists()


def test_photos_taken_on_the_spot_become_evidence_of_the_file(client, file, specialist):
    client.force_login(specialist)
    data = {"on": "01/10/2026", "people": "Tổ khảo sát", "findings": "Đúng hồ sơ."}
    address = reverse("appraisal:visit_new", args=[file.pk])

    wrong = client.post(address, {**data, "files": SimpleUploadedFile("anh.jpg", b"not a photo")})
    assert (wrong.status_code, Visit.objects.count()) == (200, 0)
    assert "Đúng hồ sơ." in wrong.content.decode()
    before = file.exemplar.evidence.count()
    client.post(address, {**data, "files": SimpleUploadedFile("anh.jpg", make.picture())})

    assert (file.exemplar.evidence.count(), Visit.objects.get().photos.count()) == (before + 1, 1)


# Hiệp y


def asked(file, specialist, *, unit=None, names=("Thanh tra tỉnh",)):
    bodies = [Body(name) for name in names] + ([Body(unit.title, unit)] if unit else [])
    return consultations.ask([file], name="Hỏi ý kiến", due_on=date(2099, 1, 1), bodies=bodies, by=specialist)


def test_units_answer_in_the_app_and_names_on_paper_with_its_number(file, specialist):
    office = make.unit("Hội Nông dân xã", under=file.unit, level=Level.BASE, kind=Kind.MASS)
    made = asked(file, specialist, unit=office)
    leader, (paper, body) = make.member(Role.UNIT_LEADER, office), made.bodies.all()

    consultations.answer(body, {file: ("remark", "Nên bổ sung số hộ.")}, by=leader)
    with pytest.raises(NotYet, match="số văn bản trả lời"):
        consultations.answer(paper, {file: ("agree", "")}, by=specialist)
    consultations.answer(paper, {file: ("agree", "")}, by=specialist, paper_no="12-CV/TT")

    assert list(ConsultationAnswer.objects.values_list("body__name", "opinion", "note", "body__paper_no")) == [
        ("Hội Nông dân xã", "remark", "Nên bổ sung số hộ.", ""), ("Thanh tra tỉnh", "agree", "", "12-CV/TT"),
    ]  # fmt: skip
    assert "Nên bổ sung" not in str(events("consultation.answer"))


def test_an_answer_covers_the_whole_list_and_an_objection_has_words(file, specialist):
    made = asked(file, specialist)
    body = made.bodies.get()
    with pytest.raises(NotYet, match="đủ từng hồ sơ"):
        consultations.answer(body, {}, by=specialist, paper_no="1")
    with pytest.raises(NotYet, match="hãy ghi nội dung"):
        consultations.answer(body, {file: ("object", " ")}, by=specialist, paper_no="1")
    consultations.close(made, by=specialist)
    with pytest.raises(NotYet, match="đã kết thúc"):
        consultations.answer(body, {file: ("agree", "")}, by=specialist, paper_no="1")

    assert not ConsultationAnswer.objects.exists()


def test_asking_is_refused_with_a_sentence_and_nothing_is_left(file, specialist):
    ask = {"name": "Hỏi ý kiến", "due_on": date(2099, 1, 1), "by": specialist}
    other = making.nomination(rules=making.rule_set(make.unit()))
    own = Body("thôn", file.exemplar.unit)
    cases = {
        "ít nhất một hồ sơ": ([], [Body("A")]), "ít nhất một cơ quan": ([file], []),
        "mỗi cơ quan một lần": ([file], [Body("A"), Body("A ")]), "một nơi xét": ([file, other], [Body("A")]),
        "không tự cho ý kiến": ([file], [own]),
    }  # fmt: skip
    for sentence, (files, bodies) in cases.items():
        with pytest.raises(NotYet, match=sentence):
            consultations.ask(files, bodies=bodies, **ask)
    with pytest.raises(PermissionDenied):
        consultations.ask([file], bodies=[Body("A")], **{**ask, "by": make.member(Role.UNIT_LEADER, file.unit)})
    with pytest.raises(NotYet, match="không hiệp y nữa"):
        consultations.ask([in_stage(file, "granted")], bodies=[Body("A")], **ask)

    assert not Consultation.objects.exists()


def test_answers_are_read_by_reviewers_and_each_body_its_own(client, file, specialist):
    office = make.unit("Hội Nông dân xã", under=file.unit, level=Level.BASE, kind=Kind.MASS)
    made = asked(file, specialist, unit=office)
    paper, body = made.bodies.all()
    leader = make.member(Role.UNIT_LEADER, office)
    consultations.answer(paper, {file: ("object", "Có vướng mắc đất đai.")}, by=specialist, paper_no="12")
    consultations.answer(body, {file: ("remark", "Nên bổ sung số hộ.")}, by=leader)
    juror = make.member(Role.JUROR, file.unit)
    Assignment.objects.create(nomination=file, seat=making.panel(file.rule_set, seats=[juror]).seats.get())
    own_leader = make.member(Role.UNIT_LEADER, file.exemplar.unit)

    def seen(person, address):
        client.force_login(person)
        answer = client.get(address)
        text = answer.content.decode()
        return answer.status_code, "Có vướng mắc đất đai." in text, "Nên bổ sung số hộ." in text

    page, detail = file.get_absolute_url(), made.get_absolute_url()
    assert seen(specialist, page) == seen(specialist, detail) == (200, True, True)
    assert seen(leader, detail) == (200, False, True)
    assert seen(own_leader, page) == seen(juror, page) == (200, False, False)
    assert seen(own_leader, detail)[0] == seen(juror, detail)[0] == 404


def test_a_list_is_asked_through_the_pages_and_answered_by_a_unit(client, file, specialist):
    office = make.unit("Hội Nông dân xã Ái Tử", under=file.unit, level=Level.BASE, kind=Kind.MASS)
    leader = make.member(Role.UNIT_LEADER, office)
    client.force_login(specialist)
    address = reverse("appraisal:consultation_new")
    form = {"hs": [file.pk], "name": "Hỏi ý kiến", "due_on": "31/12/2099", "units": "hoi nong dan xa ai tu"}

    unknown = client.post(address, {**form, "units": "hội không có"}).content.decode()
    assert "Không thấy đơn vị" in unknown
    assert "Đường hoa Hà Xá" in unknown
    client.post(address, {**form, "names": "Thanh tra tỉnh\n\nCông an tỉnh"})

    bodies = Consultation.objects.get().bodies
    assert list(bodies.values_list("name", "unit")) == [
        ("Hội Nông dân xã Ái Tử", office.pk), ("Thanh tra tỉnh", None), ("Công an tỉnh", None),
    ]  # fmt: skip
    client.force_login(leader)
    answering = reverse("appraisal:consultation_answer", args=[bodies.get(unit=office).pk])
    lacking = client.post(answering, {f"hs{file.pk}-opinion": "object", f"hs{file.pk}-note": ""})
    assert "hãy ghi nội dung" in lacking.content.decode()
    client.post(answering, {f"hs{file.pk}-opinion": "object", f"hs{file.pk}-note": "Chưa xong nợ."})
    assert ConsultationAnswer.objects.get().note == "Chưa xong nợ."
    foreign = reverse("appraisal:consultation_answer", args=[bodies.get(name="Công an tỉnh").pk])
    assert client.get(foreign).status_code == 404


def test_a_hold_stops_the_next_move_at_every_step(file, specialist):
    making.passed(file, stage="proposed")
    hold = holds.put(file.exemplar, reason=REASON, by=specialist)
    for stage, move in (("proposed", "appraise"), ("returned", "propose"), ("appraised", "submit")):
        with pytest.raises(NotYet, match="tạm chưa xét"):
            nominations.advance(in_stage(file, stage), move, by=make.member(Role.HEAD, file.unit))

    holds.release(hold, reason="Xong", by=specialist)
    assert nominations.advance(in_stage(file, "proposed"), "appraise", by=specialist).stage == "appraised"
