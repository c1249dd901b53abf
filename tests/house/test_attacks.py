"""What hostile and curious people tried, each held shut by one small test."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import BytesIO
from time import process_time, sleep
from zipfile import ZipFile

import pytest
from django.db import connections, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kheo.accounts.actions import handover, invitations, people
from kheo.accounts.actions.care import Refused
from kheo.accounts.models import Membership
from kheo.accounts.roles import Role
from kheo.audit.models import Event, breaks
from kheo.core.filechecks import BadFile, stamp_in
from kheo.movement.actions import consents, drafts, exemplars, guests, participants, progress, renewals
from kheo.movement.importing.archives import FAILED, FAR, ROW, UNCOMPUTED
from kheo.movement.models import Bearer, Draft, Evidence, Exemplar, PriorityArea, Theme
from tests import make

pytestmark = pytest.mark.django_db
HUGE = "9" * 30  # more than a database's integer holds


def signed_in(person) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(person)
    return client


def published(name="Đường hoa nông thôn", **facts):
    facts = {"stage": "running", "published_at": timezone.now(), "published_by": make.user(), **facts}
    return make.exemplar(name, **facts)


# -- what the public may learn by asking


def found_publicly(client, words) -> bool:
    return "Đường hoa nông thôn" in client.get(reverse("portal:library"), {"q": words}).content.decode()


def test_public_search_finds_what_the_public_page_shows(client):
    published(summary="Trồng hoa dọc kênh", place_detail="thôn An Mô")
    assert [found_publicly(client, words) for words in ("duong hoa", "dọc kênh", "an mo")] == [True, True, True]


def test_public_search_does_not_confirm_words_of_hidden_parts(client):
    told = published()
    told.participants.create(name="Ông Lê Quang Thuyết", part="hiến đất")
    make.evidence(told, name="bien-ban-khieu-nai.jpg", caption="Hộ Trần Thị Mộng Điệp")
    assert [found_publicly(client, words) for words in ("Thuyết", "khieu nai", "Mộng Điệp")] == [False, False, False]


def test_public_search_knows_a_story_published_later_and_forgets_one_withdrawn(client):
    told = make.exemplar("Đường hoa nông thôn", stage="running")
    approver = make.member(Role.SPECIALIST, told.unit)
    before = found_publicly(client, "duong hoa")
    exemplars.publish(told, by=approver)
    shown = found_publicly(client, "duong hoa")
    exemplars.withdraw(told, by=approver, note="Rà soát lại")
    assert [before, shown, found_publicly(client, "duong hoa")] == [False, True, False]


def test_a_story_that_becomes_a_persons_leaves_every_public_list_until_they_agree(
    client, django_capture_on_commit_callbacks
):
    told = published()
    officer = make.member(Role.OFFICER, told.unit)
    pages = [reverse("portal:library"), reverse("portal:home")]
    before = ["Đường hoa nông thôn" in client.get(page).content.decode() for page in pages]
    with django_capture_on_commit_callbacks(execute=True):
        exemplars.write(told, by=officer, bearer=Bearer.PERSON)
    hidden = ["Đường hoa nông thôn" in client.get(page).content.decode() for page in pages]
    with django_capture_on_commit_callbacks(execute=True):
        consents.give(told, by=officer, person="Lê Thị Hoa", how="phiếu ký", covers_story=True)
    shown = ["Đường hoa nông thôn" in client.get(page).content.decode() for page in pages]
    assert [before, hidden, shown] == [[True, True], [False, False], [True, True]]


# -- rows reached past the one door


def test_the_filter_by_priority_area_tells_only_of_tags_the_reader_may_see():
    ours, other = make.unit(), make.unit()
    standing = make.member(Role.STANDING, ours)
    make.membership(standing, Role.VIEWER, make.province())
    for place in (ours, other):
        PriorityArea.objects.create(unit=place, kind="hard")
    seen, tagged = make.exemplar("Việc của ta", unit=ours), make.exemplar("Việc nơi khác", unit=other)
    page = signed_in(standing).get(reverse("movement:exemplar_list"), {"dia_ban": "hard"}).content.decode()
    assert [str(seen) in page, str(tagged) in page] == [True, False]


def test_the_trail_names_no_record_that_its_reader_may_not_follow():
    other = make.exemplar("Hồ sơ nội bộ nơi khác")
    keeper = make.member(Role.ADMINISTRATOR, make.unit())
    page = signed_in(keeper).get(reverse("accounts:audit"), {"chu_the": f"movement.exemplar:{other.pk}"})
    assert "Hồ sơ nội bộ nơi khác" not in page.content.decode()


def test_a_copy_does_not_name_an_original_that_its_reader_may_not_see():
    original = make.exemplar("Cách làm còn giữ kín")
    copy = make.exemplar("Bản làm theo", copied_from=original)
    viewer = make.member(Role.VIEWER, copy.unit)
    page = signed_in(viewer).get(copy.get_absolute_url()).content.decode()
    assert ["Bản làm theo" in page, "Cách làm còn giữ kín" in page] == [True, False]


# -- rights that outlive their holder


def test_a_link_made_by_somebody_locked_out_since_lets_nobody_in():
    unit = make.unit()
    leader, head = make.member(Role.UNIT_LEADER, unit), make.member(Role.HEAD, make.province())
    made = invitations.invite(by=leader, unit=unit, full_name="Tên Khác", phone="", role=Role.UNIT_LEADER)
    people.disable(leader, by=head, note="Đã nghỉ việc")
    with pytest.raises(Refused):
        invitations.join(made, username="tenkhac", password=make.PASSWORD)


def test_a_link_made_by_somebody_whose_role_has_ended_since_gives_no_role():
    unit = make.unit()
    leader = make.member(Role.UNIT_LEADER, unit)
    made = invitations.invite(by=leader, unit=unit, full_name="Tên Khác", phone="", role=Role.UNIT_LEADER)
    Membership.objects.filter(user=leader).delete()
    with pytest.raises(Refused):
        invitations.join(made, username="tenkhac", password=make.PASSWORD)


def test_the_desk_of_somebody_whose_role_has_ended_names_nothing_of_the_unit():
    told = make.exemplar("Việc đang soạn dở")
    officer = make.member(Role.OFFICER, told.unit)
    make.registration(told, entered_by=officer)
    desk = reverse("movement:my_work")
    seen = ["Việc đang soạn dở" in signed_in(officer).get(desk).content.decode()]
    Membership.objects.filter(user=officer).update(ends=timezone.localdate() - timedelta(days=1))
    seen += ["Việc đang soạn dở" in signed_in(officer).get(desk).content.decode()]
    assert seen == [True, False]


# -- values of persons in the trail


def trail_text() -> str:
    return "".join(json.dumps(event.changes, ensure_ascii=False) + event.note for event in Event.objects.all())


def test_the_trail_keeps_no_name_of_a_person_in_clear():
    told = make.exemplar(bearer=Bearer.PERSON)
    officer = make.member(Role.OFFICER, told.unit)
    participants.put(told, [{"name": "Ông Lê Quang Thuyết", "role": "member", "part": ""}], by=officer)
    note = progress.write(told, by=officer, note="Bà Mộng Điệp góp 5 công")
    note = progress.correct(note, by=officer, note="Bà Mộng Điệp góp 6 công")
    progress.remove(note, by=officer, reason="Ghi nhầm")
    exemplars.write(told, by=officer, name="Gương ông Nguyễn Hữu Cầu", bearer=Bearer.GROUP)
    exemplars.write(told, by=officer, vouched_by="Trưởng thôn Phan Văn Sáu")
    clear = trail_text()
    assert [name in clear for name in ("Thuyết", "Mộng Điệp", "Hữu Cầu", "Văn Sáu")] == [False] * 4


# -- input made to break a page


@pytest.fixture
def specialist():
    return make.member(Role.SPECIALIST, make.province())


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("movement:exemplar_list", {"don_vi": "²"}),
        ("movement:exemplar_list", {"don_vi": "9" * 11}),
        ("movement:exemplar_list", {"chu_de": HUGE}),
        ("movement:exemplar_list", {"nam_bat_dau": HUGE}),
        ("movement:exemplar_list", {"q": "\x00"}),
        ("movement:registration_list", {"don_vi": "²"}),
        ("movement:search", {"q": "a\x00b' OR \" NEAR("}),
        ("movement:registration_new", {"chep": HUGE}),
        ("movement:registration_new", {"chep": "9" * 5000}),
        ("movement:renewal", {"don-vi": "9" * 5000}),
        ("reports:summary", {"dot": "²"}),
        ("reports:summary", {"don_vi": "²"}),
        ("portal:library", {"q": "\x00"}),
        ("portal:library", {"chu_de": HUGE}),
        ("portal:library", {"trang": "9" * 5000}),
        ("portal:library", {"dia_ban": "(" * 120}),
    ],
)
def test_an_address_made_to_break_a_page_does_not(specialist, name, query):
    make.round()
    assert signed_in(specialist).get(reverse(name), query).status_code < 500


def test_the_trail_takes_any_subject(specialist):
    keeper = make.member(Role.ADMINISTRATOR, make.province())
    subject = {"chu_the": f"movement.exemplar:{HUGE}"}
    assert signed_in(keeper).get(reverse("accounts:audit"), subject).status_code == 200


def form_of_a_model(**more) -> dict:
    empty = {f"{name}-{key}": "0" for name in ("others", "forces") for key in ("TOTAL_FORMS", "INITIAL_FORMS")}
    return {"name": "Đường hoa", "nature": "lasting", **empty, **more}


def test_a_form_takes_any_key_for_a_theme(specialist):
    Theme.objects.create(name="Nông thôn mới")
    sent = form_of_a_model(unit=make.unit().pk, round=make.round().pk, themes=[HUGE])
    assert signed_in(specialist).post(reverse("movement:registration_new"), sent).status_code < 500


def test_an_upload_of_endless_size_or_depth_is_refused_in_words(specialist):
    told = make.exemplar()
    address = reverse("movement:upload_open", args=[told.pk])
    client = signed_in(specialist)
    size = '{"id": "6f1c2c2e-8f4c-4a39-9d7f-0a4b4d1f2a3b", "name": "a.jpg", "size": 1e999}'
    answers = [client.post(address, body, content_type="application/json") for body in (size, "[" * 200_000)]
    assert [answer.status_code for answer in answers] == [400, 400]


def test_a_key_beyond_any_database_is_simply_not_there(specialist):
    told = make.exemplar()
    upload = f"/lam-viec/mo-hinh/{HUGE}/minh-chung/tai-len/6f1c2c2e-8f4c-4a39-9d7f-0a4b4d1f2a3b/"
    note = f"/lam-viec/mo-hinh/{told.pk}/tien-do/{HUGE}/bo/"
    client = signed_in(specialist)
    answers = [client.head(upload), client.post(note), client.get(f"/lam-viec/dang-ky/{HUGE}/")]
    assert [answer.status_code for answer in answers] == [404, 404, 404]


def test_reasons_and_marks_may_hold_any_character(specialist):
    told = make.exemplar()
    kept = make.evidence(told)
    client = signed_in(specialist)
    address = reverse("movement:evidence_remove", args=[kept.pk])
    assert client.post(address, {"note": "nhầm\x00", "once": "\x00a"}).status_code == 302
    assert "\x00" not in trail_text()


def test_a_draft_is_thrown_away_wherever_one_wants_to_go(specialist):
    address = reverse("movement:draft_discard", args=["file", "moi"])
    answers = [signed_in(specialist).post(address, {"next": there}) for there in ("abc", "//evil.example/", "a b")]
    assert [(answer.status_code, "evil" in answer["Location"]) for answer in answers] == [(302, False)] * 3


def test_nobody_fills_the_disk_with_drafts_of_forms_that_are_not(specialist):
    for number in range(drafts.MOST + 5):
        drafts.keep(specialist, "file", f"tu-nghi-{number}", {"name": ["Đường hoa"]})
    kept = set(Draft.objects.values_list("about", flat=True))
    assert kept == {f"tu-nghi-{number}" for number in range(5, drafts.MOST + 5)}
    assert drafts.keep(specialist, "file", "moi", {"n" * 300_000: [], "m" * 300_000: []}) is None


def test_a_view_of_the_register_of_any_length_is_kept_or_refused(specialist):
    address = reverse("movement:saved_view_add")
    assert signed_in(specialist).post(address, {"name": "Dài", "query": "q=" + "đ" * 900}).status_code == 302


# -- files and links made to keep a machine busy


@pytest.mark.parametrize("text", ["\n" * 200_000, "Số " + "-" * 100_000, "Số" + " " * 200_000, "MẬT" + " \n" * 100_000])
def test_a_text_made_to_hurt_is_searched_for_stamps_in_a_moment(text):
    began = process_time()
    assert stamp_in(text) in (None, "MẬT")
    assert process_time() - began < 2


def test_a_sheet_made_to_hurt_is_searched_for_cells_in_a_moment():
    began = process_time()
    hurting = [b'<c t="e"' * 20_000, b"<c " + b't="e" ' * 20_000, b"<c " * 50_000, b"<row " * 50_000]
    assert [found for text in hurting for each in (FAILED, FAR, ROW, UNCOMPUTED) for found in each.findall(text)] == []
    assert process_time() - began < 2


def test_nobody_without_an_account_has_a_document_unpacked():
    link = make.guest_link(make.exemplar())
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<broken")
    with pytest.raises(BadFile, match="chỉ nhận ảnh"):
        guests.send(link, sentence="", amount=None, photos=[(packed, "anh.jpg")])


# -- two at the same moment, and answers without words


@pytest.mark.django_db(transaction=True)
def test_a_renewal_of_many_and_a_note_on_one_of_them_do_not_lock_each_other_out():
    first, second = make.exemplar(stage="running"), make.exemplar(stage="running")
    by, round_ = make.member(Role.SPECIALIST, make.province()), make.round()

    def carry_on():
        try:
            with transaction.atomic():  # as the page does, which acts once
                return renewals.renew([renewals.Answer(each, "continue") for each in (first, second)], round_, by=by)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            Exemplar.objects.select_for_update(of=("self",)).get(pk=second.pk)
            renewing = pool.submit(carry_on)
            sleep(1)  # until it waits for the second row
            progress.write(second, by=by, note="Đã rải xong đường")
        assert [result.done for result in renewing.result(timeout=60)] == [True, True]
    assert list(breaks()) == []


def test_an_address_that_only_takes_forms_says_so(specialist):
    address = reverse("movement:exemplar_publish", args=[make.exemplar().pk])
    answer = signed_in(specialist).get(address)
    assert [answer.status_code, answer["Allow"]] == [405, "POST"]
    assert "chỉ nhận biểu mẫu" in answer.content.decode()


def test_a_public_photo_whose_file_is_lost_is_not_there(client):
    photo = make.evidence(published())
    Evidence.objects.filter(pk=photo.pk).update(is_public=True, shows_person=False, clean="evidence/clean/mat.jpg")
    assert client.get(reverse("portal:photo", args=[photo.pk])).status_code == 404


def test_handing_over_leaves_no_name_in_the_note():
    place = make.unit()
    leaving, staying = make.member(Role.OFFICER, place), make.member(Role.OFFICER, place, full_name="Trần Kế Nhiệm")
    head = make.member(Role.HEAD, make.province())
    held = leaving.memberships.get()
    handover.hand_over(held, by=head, to=staying, keys=[], ends=timezone.localdate())
    assert "Kế Nhiệm" not in trail_text()
