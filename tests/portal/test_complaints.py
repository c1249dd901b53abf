"""Complaints and denunciations: read by few, never by whom they name, in nobody's list, told where to go."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from kheo.accounts.permissions import Permission as P
from kheo.accounts.roles import GRANTS, Role
from kheo.audit.models import Event
from kheo.portal.actions import letters
from kheo.portal.models import Letter, Referral
from tests import make

from .posting import mark, post_feedback, read_answer, sent

pytestmark = pytest.mark.django_db
SAID = "Tố cáo ông Chủ tịch xã chiếm đất"
WATCHES = {role for role in Role if P.COMPLAINT_VIEW in GRANTS[role]}


@pytest.fixture
def province(db):
    return make.province()


@pytest.fixture
def commune(province):
    return make.unit("xã Ái Tử")


def complaint(client, **facts):
    return sent(client, SAID, **{"place": "ái tử", "is_complaint": "on", **facts})


def pages_naming(client, letter):
    """Every working page of letters, and which of them show the complaint: by text, by number, or at all."""
    heaps = [
        reverse("stories:letters"),
        *(reverse("stories:letters_of", args=[h]) for h in ("chuyen", "xong", "han-che")),
    ]
    answers = [client.get(address, follow=True) for address in [*heaps, reverse("stories:letter", args=[letter.pk])]]
    return [SAID in answer.content.decode() for answer in answers if answer.status_code == 200]


@pytest.mark.parametrize("role", Role)
def test_only_those_who_watch_over_complaints_in_the_whole_tree_read_it(client, province, commune, role):
    letter, _ = complaint(client)
    above, there = make.member(role, province), make.member(role, commune)

    may = role in WATCHES
    assert list(Letter.objects.visible_to(above)) == ([letter] if may else [])
    assert list(Letter.objects.visible_to(there)) == []
    client.force_login(above)
    assert any(pages_naming(client, letter)) is may
    client.force_login(there)
    assert any(pages_naming(client, letter)) is False


def test_whoever_belongs_to_the_unit_it_names_does_not_read_it_though_they_watch(client, province, commune):
    letter, _ = complaint(client)
    other, _ = sent(client, "Tố cáo việc khác", is_complaint="on")
    hamlet = make.unit("thôn An Mô", under=commune, level="base", kind="hamlet")
    police = make.unit("Công an xã Ái Tử", level="base", kind="police", place=commune)
    seen = {}
    for unit in (commune, hamlet, police, make.unit("xã Triệu Cơ")):
        person = make.member(Role.HEAD, province)
        make.membership(person, Role.VIEWER, unit)
        seen[unit.name] = set(Letter.objects.visible_to(person))

    assert seen == {
        "xã Ái Tử": {other}, "thôn An Mô": {other}, "Công an xã Ái Tử": {other}, "xã Triệu Cơ": {letter, other}
    }  # fmt: skip


def test_sender_reads_at_once_and_later_where_to_turn(client, commune):
    facts = {"name": "Khiếu nại, tố cáo", "text": "Ban Tiếp công dân, 01 Hùng Vương"}
    Referral.objects.update_or_create(for_complaints=True, defaults=facts)
    answer = post_feedback(client, SAID, place="ái tử", is_complaint="on")

    later = read_answer(client, answer.context["code"])

    for page in (answer.content.decode(), later):
        assert "Không thuộc phạm vi" in page
        assert "Ban Tiếp công dân, 01 Hùng Vương" in page


def test_sender_is_told_where_to_turn_even_before_anybody_wrote_it_down(client, commune):
    Referral.objects.all().delete()

    assert "nơi tiếp công dân" in post_feedback(client, SAID, is_complaint="on").content.decode()


def test_triage_marks_it_and_it_leaves_the_box_of_the_commune(client, province, commune):
    letter, _ = sent(client, SAID, place="ái tử")
    specialist, head = make.member(Role.SPECIALIST, commune), make.member(Role.HEAD, province)
    officer = make.member(Role.OFFICER, commune)
    letters.advance(letter, "pass_on", by=head, to=commune)
    assert list(Letter.objects.visible_to(officer)) == [letter]
    client.force_login(specialist)

    answer = client.post(reverse("stories:letter_advance", args=[letter.pk, "restrict"]))

    letter.refresh_from_db()
    assert answer.url == reverse("stories:letters")
    assert (letter.is_complaint, letter.unit, letter.passed_to, letter.stage) == (True, province, None, "out")
    assert [list(Letter.objects.visible_to(each)) for each in (officer, specialist, head)] == [[], [], [letter]]
    assert client.get(reverse("stories:letter", args=[letter.pk])).status_code == 404
    assert Event.objects.last().unit_id == province.pk  # the trail of the commune does not tell either


def test_whoever_forgot_to_tick_it_goes_back_and_the_first_leaves_the_box(client, commune):
    same, specialist = mark(), make.member(Role.SPECIALIST, commune)
    sent_as = {"mark": same, "text": SAID, "place": "ái tử"}
    client.post("/gop-y/", sent_as)
    assert Letter.objects.visible_to(specialist).count() == 1

    client.post("/gop-y/", {**sent_as, "is_complaint": "on"})

    assert Letter.objects.visible_to(specialist).count() == 0
    assert [letter.is_complaint for letter in Letter.objects.all()] == [True]


def test_restricted_letter_can_only_be_given_back_and_by_those_who_watch(client, province, commune):
    letter, _ = complaint(client)
    head, specialist = make.member(Role.HEAD, province), make.member(Role.SPECIALIST, province)

    assert [move.name for move in letters.open_moves(letter, head)] == ["restore"]
    with pytest.raises(PermissionDenied):
        letters.advance(letter, "restore", by=specialist)
    letters.advance(letter, "restore", by=head)

    letter.refresh_from_db()
    assert (letter.is_complaint, letter.unit, letter.stage, letter.answer) == (False, commune, "received", "")
    assert list(Letter.objects.visible_to(make.member(Role.SPECIALIST, commune))) == [letter]


def test_its_name_on_the_trail_and_in_the_rail_tells_nothing(client, province, commune):
    letter, _ = complaint(client)
    specialist = make.member(Role.SPECIALIST, province)
    client.force_login(specialist)

    assert (SAID in str(letter), "tố cáo" in str(letter).lower()) == (False, False)
    assert letter.pk not in [row.pk for row in Letter.objects.visible_to(specialist)]
    groups = client.get(reverse("stories:letters")).context["rail"]
    rail = {label: count for _, lines in groups for label, _, count, _ in lines}
    assert rail["Góp ý, giới thiệu gương"] is None
    kept = " ".join(f"{event.note}{event.changes}{event.unit_id}" for event in Event.objects.all())
    assert kept == f"{{'photo_count': 0}}{province.pk}"


def test_search_api_and_public_pages_never_hold_it(client, province, commune):
    complaint(client)
    sent(client, "Góp ý thường: thêm thùng rác")

    addresses = ["/tim-kiem/?q=chiem+dat", "/tim-kiem/?q=thung+rac", "/mo-hinh/", "/xa/", "/gop-y/", "/"]
    pages = " ".join(client.get(address).content.decode() for address in addresses)

    assert [word for word in ("chiếm đất", "thùng rác") if word in pages] == []
