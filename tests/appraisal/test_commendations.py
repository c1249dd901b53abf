"""Commendations: facts from a decision, their money, no second award for one achievement, and no wrong basis."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from kheo.accounts.roles import Role
from kheo.appraisal.actions import awards, commendations
from kheo.appraisal.award_samples import FORMS, load_award_samples
from kheo.appraisal.models import AwardForm, AwardKind, BaseSalary, Commendation
from kheo.audit.models import Event, PersonalValue
from kheo.movement.lifecycle.move import NotYet
from tests import make
from tests.appraisal import making

pytestmark = pytest.mark.django_db
DAY = date(2026, 10, 15)


@pytest.fixture
def commune():
    return make.unit("xã Ái Tử")


@pytest.fixture
def specialist(commune):
    return make.member(Role.SPECIALIST, commune)


@pytest.fixture
def exemplar(commune):
    return make.exemplar("Tuyến đường hoa", unit=commune, stage="running")


def enter(exemplar, by, **facts):
    facts = {
        "unit": exemplar.unit, "form": facts.pop("form", None) or making.award_form(), "decided_on": DAY,
        "decision_no": "12/QĐ-UBND", "issuer": "Chủ tịch Ủy ban nhân dân xã Ái Tử", **facts,
    }  # fmt: skip
    return commendations.enter(exemplar, by=by, **facts)


def test_what_a_decision_gave_is_kept_with_its_money(exemplar, specialist, commune):
    row = enter(exemplar, specialist)

    row.refresh_from_db()
    assert (row.recipient, row.level, row.bearer, row.year, row.unit) == (
        "Xã Ái Tử", "commune", "group", 2026, commune,
    )  # fmt: skip
    assert (row.multiple, row.base_salary, row.amount) == (Decimal("0.30"), 2_340_000, 702_000)
    event = Event.objects.get()
    assert (event.verb, event.changes["money"], PersonalValue.objects.count()) == ("commendation.enter", 702_000, 0)


def test_a_later_base_salary_moves_no_old_sum(exemplar, specialist):
    row = enter(exemplar, specialist)
    making.salary(5_000_000, date(2026, 12, 1))
    AwardForm.objects.update(multiple=9)

    row.refresh_from_db()

    assert row.amount == 702_000


def test_a_persons_name_stands_beside_the_trail_not_in_it(exemplar, specialist):
    row = enter(exemplar, specialist, form=making.award_form(bearer="person"), recipient="  Lê  Thị Hoa ")

    assert (row.recipient, row.address) == ("Lê Thị Hoa", "Xã Ái Tử")
    assert "Lê Thị Hoa" not in str(Event.objects.get().changes)
    assert sorted(PersonalValue.objects.values_list("value", flat=True)) == ["Lê Thị Hoa", "Xã Ái Tử"]


def test_an_honoured_example_is_commended_itself(commune, specialist):
    honoured = make.exemplar("Tổ hòa giải thôn Hạ", unit=commune, kind="example", stage="running")

    assert enter(honoured, specialist).recipient == "Tổ hòa giải thôn Hạ"


# No second award for one achievement


@pytest.mark.parametrize("typed", ["Chi bộ thôn Hòa", "chi  bộ thôn hoà"])
def test_one_achievement_is_not_commended_twice_however_the_name_is_typed(exemplar, specialist, typed):
    first = enter(exemplar, specialist, recipient="Chi bộ thôn Hòa")

    with pytest.raises(NotYet) as refused:
        enter(exemplar, specialist, recipient=typed, decision_no="40/QĐ-UBND")

    assert str(refused.value) == (
        f"{' '.join(typed.split())} đã được khen thưởng cho thành tích này: {first.form.name} theo Quyết định số "
        "12/QĐ-UBND ngày 15/10/2026 của Chủ tịch Ủy ban nhân dân xã Ái Tử. Một thành tích không khen hai lần ở một cấp."
    )
    assert Commendation.objects.get() == first


def test_the_same_achievement_in_the_same_words_is_seen_under_another_exemplar(exemplar, specialist, commune):
    enter(exemplar, specialist, recipient="Chi bộ thôn Hạ", achievement="Vận động 56 hộ hiến đất")
    twin = make.exemplar("Đường hoa thôn Hạ", unit=commune, stage="running")

    with pytest.raises(NotYet, match="không khen hai lần"):
        enter(twin, specialist, recipient="Chi bộ thôn Hạ", achievement="vận động 56 hộ hiến đất")

    assert enter(twin, specialist, recipient="Chi bộ thôn Hạ", achievement="Trồng 2 km đường hoa").pk


@pytest.mark.parametrize(
    "facts",
    [
        {"recipient": "Chi bộ thôn Thượng"},
        {"year": 2025},
        {"form": "province"},
        {"recipient": "Chi bộ thôn Hoa"},  # another name, though it sounds alike without its marks
    ],
)
def test_another_recipient_year_or_level_is_another_award(exemplar, specialist, facts):
    enter(exemplar, specialist, recipient="Chi bộ thôn Hòa")
    form = making.award_form(facts.pop("form", "commune"))

    enter(exemplar, specialist, **{"recipient": "Chi bộ thôn Hòa", "form": form, **facts})

    assert Commendation.objects.count() == 2


def test_what_was_annulled_may_be_given_anew(exemplar, specialist):
    row = enter(exemplar, specialist)
    commendations.annul(row, by=specialist, decision="45/QĐ-UBND", on=date(2026, 11, 1))

    enter(exemplar, specialist, decision_no="46/QĐ-UBND", decided_on=date(2026, 11, 2))

    assert Commendation.objects.standing().get().decision_no == "46/QĐ-UBND"


# What else cannot be


@pytest.mark.parametrize("basis", [AwardKind.MOVEMENT, AwardKind.SUDDEN])
def test_results_of_a_movement_are_no_basis_of_an_award_for_merit(exemplar, specialist, basis):
    form = making.award_form(kind=AwardKind.MERIT)

    with pytest.raises(NotYet, match=f"{basis.label.lower()} không làm căn cứ khen thưởng công trạng"):
        enter(exemplar, specialist, form=form, basis=basis)

    assert enter(exemplar, specialist, form=form, basis=AwardKind.MERIT).basis == "merit"


def test_every_other_form_takes_every_basis(exemplar):
    others = [AwardForm(kind=kind) for kind in (AwardKind.MOVEMENT, AwardKind.SUDDEN)]

    assert {form.why_not_for(basis) for form in others for basis in AwardKind} == {None}


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"decision_no": " "}, "số quyết định và cơ quan"),
        ({"issuer": ""}, "số quyết định và cơ quan"),
        ({"decided_on": timezone.localdate() + timedelta(days=1)}, "không thể sau hôm nay"),
        ({"decided_on": date(2019, 12, 31)}, "chỉ áp dụng từ 01/01/2020"),
        ({"decided_on": date(2021, 1, 1)}, "Chưa ghi lương cơ sở của ngày 01/01/2021"),
    ],
)
def test_bad_facts_are_refused_and_leave_nothing(exemplar, specialist, facts, words):
    with pytest.raises(NotYet, match=words):
        enter(exemplar, specialist, **facts)

    assert not Commendation.objects.exists()
    assert not Event.objects.exists()


def test_nothing_is_commended_while_a_hold_is_open(exemplar, specialist):
    making.hold(exemplar, since=date(2026, 10, 1))

    with pytest.raises(NotYet, match="Hồ sơ đang tạm chưa xét"):
        enter(exemplar, specialist)
    assert enter(exemplar, specialist, decided_on=date(2026, 9, 30)).pk  # given before the hold: a fact


def test_a_merged_file_is_commended_in_the_one_that_lives_on(exemplar, specialist, commune):
    exemplar.merged_into, exemplar.stage = make.exemplar("Nơi gộp", unit=commune), "merged"
    exemplar.save()

    with pytest.raises(NotYet, match="đã gộp vào “Nơi gộp”"):
        enter(exemplar, specialist)


def test_who_enters_and_for_which_exemplars(exemplar, commune):
    beside = make.unit()
    for role in (Role.OFFICER, Role.UNIT_LEADER, Role.STANDING, Role.JUROR, Role.VIEWER):
        with pytest.raises(PermissionDenied):
            enter(exemplar, make.member(role, commune))
    with pytest.raises(PermissionDenied, match="không thuộc phạm vi"):
        enter(exemplar, make.member(Role.HEAD, beside), unit=beside)
    police = make.exemplar("Camera an ninh", unit=make.unit("công an xã", level="base", place=commune), stage="running")

    assert enter(police, make.member(Role.HEAD, commune), unit=commune).unit == commune
    assert enter(exemplar, make.member(Role.HEAD, make.province()), unit=make.province()).pk


# Taken back


def test_it_ends_only_by_a_decision(exemplar, specialist):
    row = enter(exemplar, specialist)

    for facts, words in (
        ({"decision": " "}, "số quyết định thu hồi"),
        ({"decision": "9", "on": date(2026, 1, 1)}, "trước ngày"),
    ):
        with pytest.raises(NotYet, match=words):
            commendations.annul(row, by=specialist, **facts)
    commendations.annul(row, by=specialist, decision="45/QĐ-UBND", on=date(2026, 11, 1))
    with pytest.raises(NotYet, match="đã bị thu hồi theo 45/QĐ-UBND"):
        commendations.annul(row, by=specialist, decision="46/QĐ-UBND")

    row.refresh_from_db()
    assert (row.annulled_on, row.annulled_by_decision) == (date(2026, 11, 1), "45/QĐ-UBND")
    assert list(Event.objects.values_list("verb", flat=True)) == ["commendation.enter", "commendation.annul"]


def test_who_takes_back(exemplar, specialist, commune):
    row = enter(exemplar, specialist)

    for person in (make.member(Role.STANDING, commune), make.member(Role.HEAD, make.unit())):
        with pytest.raises(PermissionDenied):
            commendations.annul(row, by=person, decision="45/QĐ-UBND")


# Forms and money


def test_a_form_is_put_and_changed_and_leaves_one_event_each(commune):
    head = make.member(Role.HEAD, commune)
    facts = {"name": "Giấy khen", "level": "commune", "bearer": "group", "multiple": Decimal("0.3"), "starts": DAY}

    form = awards.put(AwardForm(), by=head, **facts)
    awards.put(form, by=head, multiple=Decimal("0.5"))
    awards.put(form, by=head, multiple=Decimal("0.5"))

    form.refresh_from_db()
    assert form.multiple == Decimal("0.5")
    assert list(Event.objects.order_by("number").values_list("verb", flat=True)) == [
        "awardform.add", "awardform.change",
    ]  # fmt: skip
    with pytest.raises(NotYet, match="đã có"):
        awards.put(AwardForm(), by=head, **facts)


def test_levels_above_ones_own_are_not_ones_to_change(commune):
    head, above = make.member(Role.HEAD, commune), make.member(Role.HEAD, make.province())
    form = making.award_form("province")

    with pytest.raises(PermissionDenied, match="không sửa của cấp tỉnh"):
        awards.put(form, by=head, multiple=Decimal(9))
    with pytest.raises(PermissionDenied):
        awards.put(making.award_form("commune"), by=head, level="province")
    with pytest.raises(PermissionDenied, match="Sửa hình thức khen thưởng"):
        awards.put(form, by=make.member(Role.SPECIALIST, make.province()), multiple=Decimal(9))

    assert awards.put(form, by=above, multiple=Decimal(9)).multiple == 9


def test_a_form_that_was_given_keeps_its_words_and_may_end(exemplar, specialist, commune):
    head, row = make.member(Role.HEAD, commune), enter(exemplar, specialist)

    with pytest.raises(NotYet, match="thêm một dòng mới"):
        awards.put(row.form, by=head, multiple=Decimal(1))
    awards.put(row.form, by=head, ends=date(2026, 12, 31))

    row.form.refresh_from_db()
    assert (row.form.multiple, row.form.ends) == (Decimal("0.30"), date(2026, 12, 31))


def test_the_base_salary_of_a_day_is_the_latest_begun(commune):
    head = make.member(Role.HEAD, commune)
    for starts, amount in ((date(2023, 7, 1), 1_800_000), (date(2024, 7, 1), 2_340_000)):
        awards.put(BaseSalary(), by=head, starts=starts, amount=amount, source="Nghị định")

    on = {day: BaseSalary.on(day) for day in (date(2023, 6, 30), date(2024, 6, 30), date(2024, 7, 1))}

    assert [row and row.amount for row in on.values()] == [None, 1_800_000, 2_340_000]
    with pytest.raises(NotYet, match="bắt đầu từ ngày này"):
        awards.put(BaseSalary(), by=head, starts=date(2024, 7, 1), amount=1, source="Khác")


def test_the_shipped_table_says_it_is_a_sample_and_is_loaded_once(commune):
    head = make.member(Role.HEAD, make.province())

    made = load_award_samples(by=head)

    assert len(made) == len(FORMS) == AwardForm.objects.filter(is_sample=True, source__startswith="Mẫu").count()
    assert BaseSalary.objects.get().amount == 2_340_000
    assert load_award_samples(by=head) == []
    assert [form.level for form in load_award_samples(by=make.member(Role.HEAD, commune))] == []
