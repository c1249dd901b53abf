"""People are told once of each step; whoever left, and whoever is barred, is not."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone

from kheo.accounts.models import Membership
from kheo.accounts.roles import Role
from kheo.notices import about as abouts
from kheo.notices import people
from kheo.notices.about import About, about
from kheo.notices.actions import sweeping
from kheo.notices.actions.telling import tell
from kheo.notices.models import Mail, Notice
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def rules(monkeypatch):
    """Rules of rooms above, as many as the test registers."""
    monkeypatch.setattr(abouts, "_withheld_by", [])


def subjects_of(person):
    return list(Notice.objects.filter(user=person).order_by("pk").values_list("subject", flat=True))


def test_each_person_is_told_once_of_a_step_and_again_of_the_next():
    place = make.unit()
    leader, officer = make.member(Role.UNIT_LEADER, place), make.member(Role.OFFICER, place)
    thing = about(make.exemplar("Đường hoa", unit=place))

    first = tell([leader, officer, leader], "Cần bổ sung", about=thing, key=thing.step("returned", 1))
    again = tell([leader, officer], "Cần bổ sung", about=thing, key=thing.step("returned", 1))
    second = tell([leader], "Cần bổ sung lần hai", about=thing, key=thing.step("returned", 2))

    assert (first, again, second) == (2, 0, 1)
    assert subjects_of(leader) == ["Cần bổ sung", "Cần bổ sung lần hai"]
    assert subjects_of(officer) == ["Cần bổ sung"]
    assert Notice.objects.first().about == thing


def test_one_step_does_not_stand_in_the_way_of_another_things():
    person = make.member(Role.OFFICER, make.unit())
    one, other = About("movement.exemplar", 1, "Một"), About("movement.exemplar", 11, "Hai")

    told = [tell([person], "Đã duyệt", about=thing, key=thing.step("listed")) for thing in (one, other)]

    assert told == [1, 1]


def test_without_a_key_one_is_told_each_time():
    person = make.member(Role.OFFICER, make.unit())

    assert [tell([person], "Nhắc việc"), tell([person], "Nhắc việc")] == [1, 1]
    assert Notice.objects.values("item").distinct().count() == 2


def test_whoever_has_left_or_is_locked_out_is_told_nothing():
    place, today = make.unit(), timezone.localdate()
    here = make.member(Role.OFFICER, place)
    left, locked, nobody = make.user(), make.member(Role.OFFICER, place, is_active=False), make.user()
    make.membership(left, Role.OFFICER, place, ends=today - timedelta(days=1))
    coming = make.user()
    make.membership(coming, Role.OFFICER, place, starts=today + timedelta(days=1))

    told = tell([here, left, locked, nobody, coming], "Đã duyệt")

    assert (told, list(Notice.objects.values_list("user", flat=True))) == (1, [here.pk])
    assert people.of_unit(place) == [here]


def test_whom_a_rule_bars_hears_nothing_of_that_thing_and_all_of_others(rules):
    juror, author = make.member(Role.JUROR, make.unit()), make.member(Role.OFFICER, make.unit())
    file, other = About("movement.exemplar", 1, "Một"), About("movement.exemplar", 2, "Hai")
    abouts.withhold(lambda thing, user: thing.pk == 1 and user == author)

    told = [tell([juror, author], "Có phiếu chấm", about=thing) for thing in (file, other, About())]

    assert told == [1, 2, 2]
    assert Notice.objects.filter(user=author, about_pk=1).count() == 0


def test_a_subject_is_one_line_of_bounded_length_and_any_vietnamese_text_is_kept():
    person = make.member(Role.OFFICER, make.unit())
    name = "Thuỷ Phương\nvà “Ông Bảy” ẵẫậỡợữựỵ 👍 " * 12

    tell([person], name, text="a\u0323 dòng một\n\ndòng hai ", about=About("movement.exemplar", 1, name))

    notice = Notice.objects.get()
    assert len(notice.subject) == len(notice.about_name) == 300
    assert notice.subject.startswith("Thuỷ Phương và “Ông Bảy”")
    assert notice.subject.endswith("…")
    assert notice.text == "ạ dòng một\n\ndòng hai"


@pytest.mark.parametrize(
    "link", ["https://example.org/", "//example.org/", "/\\example.org", "javascript:alert(1)", "lam-viec/", "/a\n/b"]
)
def test_a_link_leads_nowhere_else(link):
    person = make.member(Role.OFFICER, make.unit())

    with pytest.raises(ValueError, match="address of ours"):
        tell([person], "Xem", link=link)
    assert not Notice.objects.exists()


def test_the_database_too_keeps_out_a_link_to_elsewhere_and_a_step_told_twice():
    person = make.member(Role.OFFICER, make.unit())
    facts = {"user": person, "subject": "Xem", "item": "x", "key": "một"}
    Notice.objects.create(**facts, link="/lam-viec/")

    for broken in ({"link": "//example.org", "key": "hai"}, {"key": "một"}, {"subject": "", "key": "ba"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Notice.objects.create(**{**facts, **broken})


def test_nothing_is_told_of_an_act_that_is_undone(django_capture_on_commit_callbacks):
    person = make.member(Role.OFFICER, make.unit(), email="an@example.vn")

    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        tell([person], "Đã duyệt")
        transaction.set_rollback(True)

    assert (Notice.objects.count(), Mail.objects.count(), mail.outbox) == (0, 0, [])


def test_notices_over_their_term_are_swept_and_no_others():
    person, now = make.member(Role.OFFICER, make.unit()), timezone.now()
    cases = {  # days since it came, days since it was read
        "vừa đọc": (100, 89), "đọc lâu": (100, 91), "chưa đọc": (364, None), "chưa đọc lâu": (366, None), "mới": (0, 0),
    }  # fmt: skip
    for subject, (came, read) in cases.items():
        tell([person], subject)
        facts = {"at": now - timedelta(days=came), "read_at": (read is not None and now - timedelta(days=read)) or None}
        Notice.objects.filter(subject=subject).update(**facts)

    assert sweeping.sweep(at=now) == (2, 0)
    assert sorted(subjects_of(person)) == ["chưa đọc", "mới", "vừa đọc"]
    assert sweeping.sweep(at=now) == (0, 0)


def test_the_starting_day_of_a_role_counts_and_its_last_day_too():
    today = timezone.localdate()
    first, last = make.user(), make.user()
    make.membership(first, Role.VIEWER, make.unit(), starts=today)
    make.membership(last, Role.VIEWER, make.unit(), starts=date(2020, 1, 1), ends=today)

    assert tell([first, last], "Đã duyệt") == 2


def test_a_unit_without_people_is_served_by_the_nearest_above_but_not_by_the_top():
    commune = make.unit("xã Ái Tử")
    association = make.unit("Hội Nông dân xã", under=commune, level="base")
    cell = make.unit("Chi hội thôn Xuân", under=association, level="base")
    make.member(Role.OFFICER, make.province())
    beside = make.unit("xã Bên")
    make.member(Role.OFFICER, beside)

    assert people.of_unit(cell) == []
    officer = make.member(Role.OFFICER, commune)
    assert [people.of_unit(unit) for unit in (commune, association, cell)] == [[officer]] * 3
    own = make.member(Role.UNIT_LEADER, association)
    assert [people.of_unit(unit) for unit in (commune, association, cell)] == [[officer], [own], [own]]
    assert people.of_unit(make.province()) == [Membership.objects.get(unit=make.province()).user]
