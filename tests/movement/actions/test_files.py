"""A file written whole, and facts of an exemplar: begun, changed, tied, published, taken off."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from kheo.accounts.roles import Role
from kheo.audit.models import Event
from kheo.movement.actions import consents, exemplars, files, outcomes
from kheo.movement.actions.files import File
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Directive, Exemplar, Registration, Theme
from kheo.units.models import Kind, Level
from tests import make

pytestmark = pytest.mark.django_db

FACTS = {"name": "Hiến đất mở rộng đường thôn An Mô", "bearer": "group", "field": "culture"}


@pytest.fixture
def commune():
    return make.unit("xã Triệu Bình")


@pytest.fixture
def officer(commune):
    return make.member(Role.OFFICER, commune)


def verbs() -> list[str]:
    return [event.verb for event in Event.objects.all()]


def test_file_begins_with_all_its_parts(commune, officer):
    theme = Theme.objects.create(name="Nông thôn mới")
    directive = Directive.objects.create(kind="Nghị quyết", number="25-NQ/TW", issuer="Trung ương", title="Dân vận")
    file = File(
        facts={**FACTS, "unit": commune},
        outcomes=[
            {"name": "Đất hiến", "measure": "m²", "target": Decimal(900)},
            {"name": "Ngày công", "measure": "công"},
        ],
        forces=[{"name": "Chi bộ", "role": "lead", "part": "Vận động"}, {"unit": commune}],
        charge={"name": "Nguyễn Văn An", "title": "Bí thư", "since": date(2026, 1, 5)},
        themes=[theme],
        directives=[directive],
    )

    registration = files.begin(file, make.round(), by=officer, unit=commune, on_behalf_of=" Trưởng thôn An Mô ")

    exemplar = Exemplar.objects.get()
    assert (exemplar.code, exemplar.place, exemplar.author) == (f"DVK-{exemplar.pk:06d}", commune, officer)
    assert [(each.name, each.is_main) for each in exemplar.outcomes.all()] == [("Đất hiến", True), ("Ngày công", False)]
    assert [(each.name, each.role) for each in exemplar.participants.all()] == [
        ("Chi bộ", "lead"), ("xã Triệu Bình", "member"),
    ]  # fmt: skip
    assert [str(each) for each in exemplar.charges.all()] == ["Nguyễn Văn An · Bí thư"]
    assert (list(exemplar.themes.all()), list(exemplar.directives.all())) == ([theme], [directive])
    assert (registration.origin, registration.stage, registration.on_behalf_of) == (
        "new", "drafting", "Trưởng thôn An Mô",
    )  # fmt: skip
    assert verbs() == [
        "exemplar.begin", "outcome.add", "outcome.add", "exemplar.participants", "exemplar.appoint", "exemplar.tie",
        "registration.draft",
    ]  # fmt: skip


def test_copy_comes_as_replicated(commune, officer):
    origin = make.exemplar()

    registration = files.begin(File(facts={**FACTS, "copied_from": origin}), make.round(), by=officer, unit=commune)

    assert (registration.origin, registration.exemplar.copied_from) == ("replicated", origin)


def test_file_that_cannot_be_begun_leaves_nothing(commune, officer):
    file = File(facts=FACTS, outcomes=[{"name": "Đất hiến", "measure": ""}])

    with pytest.raises(NotYet):
        files.begin(file, make.round(), by=officer, unit=commune)

    assert (Exemplar.objects.count(), Registration.objects.count(), Event.objects.count()) == (0, 0, 0)


def test_written_file_keeps_adds_and_drops_outcomes(commune, officer):
    exemplar = make.exemplar(unit=commune)
    land, road = make.outcome(exemplar), make.outcome(exemplar, name="Đường", is_main=False)
    rows = [{"outcome": road, "name": "Đường", "measure": "km"}, {"name": "Ngày công", "measure": "công"}]

    third = {"outcome": land, "name": "Đất hiến", "measure": "m²"}

    files.write(exemplar, File(facts={"name": "Đường thôn An Mô"}, outcomes=[*rows, third]), by=officer)
    files.write(exemplar, File(outcomes=rows[:1]), by=officer)

    assert [(each.name, each.is_main) for each in exemplar.outcomes.all()] == [("Đường", True)]
    exemplar.refresh_from_db()
    assert exemplar.name == "Đường thôn An Mô"


def test_file_written_again_as_it_is_leaves_no_event(commune, officer):
    exemplar = make.exemplar(unit=commune)
    make.outcome(exemplar)
    file = File(
        facts={"name": exemplar.name},
        outcomes=[{"outcome": exemplar.outcomes.get(), "name": "Đất hiến"}],
        forces=[{"name": "Chi bộ", "role": "lead", "part": ""}],
        charge={"name": "An", "title": "Bí thư", "since": date(2026, 1, 5)},
        themes=[],
        directives=[],
    )
    files.write(exemplar, file, by=officer)
    before = verbs()

    files.write(exemplar, file, by=officer)

    assert verbs() == before == ["exemplar.participants", "exemplar.appoint"]


def test_written_file_without_outcomes_takes_the_last_one_off(commune, officer):
    exemplar = make.exemplar(unit=commune)
    make.outcome(exemplar)

    files.write(exemplar, File(outcomes=[]), by=officer)

    assert not exemplar.outcomes.exists()


def test_change_of_unit_needs_both_units(commune, officer):
    exemplar, beside = make.exemplar(unit=commune), make.unit()

    with pytest.raises(PermissionDenied):
        exemplars.write(exemplar, by=officer, unit=beside)
    exemplars.write(exemplar, by=make.member(Role.SPECIALIST, make.province()), unit=beside)

    exemplar.refresh_from_db()
    assert exemplar.unit == beside
    assert Event.objects.get().changes == {"unit": ["xã Triệu Bình", str(beside)]}


def test_trail_keeps_only_digests_of_an_honoured_person(commune, officer):
    exemplar = exemplars.begin(by=officer, unit=commune, name="Bà Lê Thị Sáu", bearer="person", kind="example")
    exemplars.write(exemplar, by=officer, summary="Nấu cháo cho người bệnh.", field="culture")

    begun, written = Event.objects.all()
    assert list(begun.changes["name"]) == ["digest"]
    assert (list(written.changes["summary"]), written.changes["field"]) == (["digest"], ["", "culture"])


def test_unknown_fact_is_a_mistake_of_ours(commune, officer):
    with pytest.raises(TypeError):
        exemplars.begin(by=officer, unit=commune, name="Đường", stage="running")
    with pytest.raises(TypeError):
        outcomes.write(make.outcome(make.exemplar(unit=commune)), by=officer, is_main=True)


def test_place_is_where_the_unit_stands_or_the_commune_above_it(commune):
    school = make.unit("Trường THCS", place=commune, level=Level.BASE, kind=Kind.SERVICE)
    cell = make.unit("chi bộ thôn An Mô", under=commune, level=Level.BASE, kind=Kind.CELL)
    alone = make.unit("chi bộ cơ quan", level=Level.BASE, kind=Kind.CELL)

    assert [exemplars.place_of(unit) for unit in (school, cell, commune, alone)] == [commune, commune, commune, alone]


@pytest.fixture
def specialist():
    return make.member(Role.SPECIALIST, make.province())


def test_publishing_is_an_act_with_an_approver(commune, officer, specialist):
    exemplar = make.exemplar(unit=commune, stage="running")

    with pytest.raises(PermissionDenied):
        exemplars.publish(exemplar, by=officer)
    exemplars.publish(exemplar, by=specialist)
    published = exemplars.publish(exemplar, by=specialist)

    assert (published.published_by, published.is_public, verbs()) == (specialist, True, ["exemplar.publish"])


def test_what_has_not_begun_is_not_published(commune, specialist):
    exemplar = make.exemplar(unit=commune, stage="new")

    with pytest.raises(NotYet, match="Chưa thể công khai khi hồ sơ đang ở bước “Chưa bắt đầu”"):
        exemplars.publish(exemplar, by=specialist)


def test_person_is_shown_only_as_agreed_and_hidden_when_withdrawn(commune, officer, specialist):
    exemplar = make.exemplar(unit=commune, stage="running", bearer="person")
    with pytest.raises(NotYet, match="chưa ghi nhận sự đồng ý của cá nhân được nêu gương"):
        exemplars.publish(exemplar, by=specialist)
    agreed = consents.give(exemplar, by=officer, person="Bà Sáu", how="phiếu ký", covers_story=True, covers_photo=True)
    exemplars.publish(exemplar, by=specialist)

    consents.take_back(agreed, by=officer)
    consents.take_back(agreed, by=officer)

    exemplar.refresh_from_db()
    assert exemplar.published_at is None
    last = Event.objects.order_by("number").last()
    assert (last.verb, last.changes["unpublished"], list(last.changes["person"])) == (
        "consent.take_back", True, ["digest"],
    )  # fmt: skip
    assert verbs().count("consent.take_back") == 1


def test_withdrawal_leaves_what_another_consent_still_covers(commune, officer, specialist):
    exemplar = make.exemplar(unit=commune, stage="running", bearer="person")
    both = {"covers_story": True, "covers_photo": True}
    first = consents.give(exemplar, by=officer, person="Bà Sáu", how="tin nhắn", **both)
    consents.give(exemplar, by=officer, person="Bà Sáu", how="phiếu ký", **both)
    exemplars.publish(exemplar, by=specialist)

    consents.take_back(first, by=officer)

    exemplar.refresh_from_db()
    assert exemplar.is_public


def test_withdrawal_of_a_name_alone_hides_nothing_else(commune, officer, specialist):
    exemplar = make.exemplar(unit=commune, stage="running")
    named = consents.give(exemplar, by=officer, person="Bà Sáu", how="tin nhắn", covers_name=True)
    exemplars.publish(exemplar, by=specialist)

    consents.take_back(named, by=officer)

    exemplar.refresh_from_db()
    assert exemplar.is_public


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"how": ""}, "Hãy ghi ai đồng ý và đồng ý bằng cách nào (phiếu ký, tin nhắn, gặp trực tiếp)."),
        ({"covers_name": False}, "Hãy chọn ít nhất một điều được đồng ý: nêu tên, đăng ảnh hoặc kể câu chuyện."),
        ({"given_on": date(2099, 1, 1)}, "Ngày đồng ý không thể sau hôm nay."),
    ],
)
def test_consent_is_refused_with_a_sentence(commune, officer, facts, sentence):
    given = {"person": "Bà Sáu", "how": "phiếu ký", "covers_name": True, **facts}

    with pytest.raises(NotYet) as reason:
        consents.give(make.exemplar(unit=commune), by=officer, **given)

    assert (str(reason.value), Event.objects.count()) == (sentence, 0)


def test_consent_to_something_unheard_of_is_a_mistake_of_ours(commune, officer):
    with pytest.raises(TypeError):
        consents.give(make.exemplar(unit=commune), by=officer, person="Bà Sáu", how="phiếu", covers_house=True)


def test_taking_off_the_public_pages_needs_a_reason(commune, specialist):
    exemplar = make.exemplar(unit=commune, stage="running")
    exemplars.publish(exemplar, by=specialist)

    with pytest.raises(NotYet, match="Cần ghi lý do thôi công khai"):
        exemplars.withdraw(exemplar, by=specialist, note=" ")
    exemplars.withdraw(exemplar, by=specialist, note="Đang rà soát.")
    taken = exemplars.withdraw(exemplar, by=specialist, note="Đang rà soát.")

    assert (taken.is_public, verbs()) == (False, ["exemplar.publish", "exemplar.withdraw"])
