"""Certificates: issued once, checked by anyone from paper, honest about what was annulled and about persons."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
import segno
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.db import connections
from django.test import Client
from django.urls import reverse

from kheo.accounts.roles import Role
from kheo.appraisal import seals
from kheo.appraisal.actions import certificates
from kheo.appraisal.models import AwardForm, Certificate, Commendation
from kheo.appraisal.queries import certificates as queries
from kheo.appraisal.views.certificates import MOST
from kheo.audit.models import Event
from kheo.movement.actions import recognitions
from kheo.movement.models import Consent, Recognition, Verification
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh():
    cache.clear()


def recognition(**facts) -> Recognition:
    exemplar = facts.pop("exemplar", None) or make.exemplar("Vườn hoa thôn Đông")
    return Recognition.objects.create(
        exemplar=exemplar, unit=exemplar.unit, year=2026,
        **{"level": "commune", "issuer": "Đảng ủy xã Ái Tử", "decision_no": "45-QĐ/ĐU", "decided_on": date(2026, 10, 9),
           **facts},
    )  # fmt: skip


def issued(of=None) -> Certificate:
    of = of or recognition()
    return certificates.issue(of, by=make.member(Role.SPECIALIST, of.exemplar.unit))


def award(bearer="group", **facts) -> Commendation:
    exemplar = make.exemplar(bearer=bearer)
    form = AwardForm.objects.create(
        name="Giấy khen", level="commune", bearer=bearer, multiple="0.5", starts=date(2026, 1, 1)
    )
    defaults = {
        "recipient": "Chi bộ thôn Đông", "achievement": "Vận động hiến 1.000 m² đất", "year": 2026,
        "issuer": "UBND xã Ái Tử", "decision_no": "12/QĐ-UBND", "decided_on": date(2026, 10, 9),
    }  # fmt: skip
    return Commendation.objects.create(
        exemplar=exemplar, unit=exemplar.unit, form=form, level="commune", bearer=bearer,
        entered_by=make.user(), **{**defaults, **facts},
    )  # fmt: skip


def ask(code, name="check"):
    return Client().get(reverse(f"certificates:{name}", args=[code]))


def text(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode().split("<main", 1)[1].split("</main")[0]).split())


def test_a_certificate_says_what_was_recognised_by_whom_and_when():
    answer = ask(issued().code)

    assert answer.status_code == 200
    shown = text(answer)
    for words in (
        "Giấy này là thật", "“Dân vận khéo” cấp xã", "Vườn hoa thôn Đông", "Đảng ủy xã Ái Tử", "45-QĐ/ĐU", "09/10/2026",
        "chưa có xác nhận",
    ):  # fmt: skip
        assert words in shown
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-cache" in answer["Cache-Control"]


def test_scanned_in_capitals_typed_small_or_by_its_number_it_is_the_same():
    certificate = issued()
    ways = [("check", certificate.code.lower()), ("scanned", certificate.code), ("check", certificate.short),
            ("check", seals.grouped(certificate.short).lower())]  # fmt: skip

    shown = [text(ask(code, name)) for name, code in ways]

    assert [words == shown[0] and "Giấy này là thật" in words for words in shown] == [True] * 4


def test_the_link_is_in_capitals_so_that_its_qr_code_stays_small(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://danvankheo.quangtri.gov.vn"
    link = queries.link_of(issued())

    code = segno.make(link, error="m")

    assert link == link.upper()
    assert (code.mode, code.version <= 8) == ("alphanumeric", True)
    assert Client().get(link.removeprefix("HTTPS://DANVANKHEO.QUANGTRI.GOV.VN")).status_code == 200


def test_a_typed_number_leads_to_its_page():
    certificate = issued()

    answer = Client().get(reverse("certificates:lookup"), {"ma": f" {seals.grouped(certificate.short).lower()} "})

    assert answer["Location"] == reverse("certificates:check", args=[certificate.short])


@pytest.mark.parametrize(
    ("typed", "said"), [("4F7K-92MB", "Mã bị thiếu"), ("4F7K-92MB-XQ3Đ", "ký tự lạ"), ("", "Chưa điền")]
)
def test_what_cannot_be_a_number_is_said_in_the_form_or_on_its_page(typed, said):
    answer = Client().get(reverse("certificates:lookup"), {"ma": typed}, follow=True)

    assert answer.status_code == 404
    assert said in text(answer)


def test_each_wrong_code_is_refused_with_its_own_sentence():
    code = issued().code
    changed = code[:-1] + ("2" if code[-1] != "2" else "3")
    gone = seals.sign(seals.Claim(seals.Kind.RECOGNITION, 4_000_000, b"12345678"))[0]
    cases = {
        changed: "KHÔNG do hệ thống cấp", code[:100]: "Mã bị thiếu: có 100/128", code + "00": "Mã thừa ký tự",
        code[:-1] + "Ừ": "ký tự lạ", gone: "không còn giấy nào", "AAAAAAAAAAAA": "Số tra cứu gõ chưa đúng",
        seals.new_short(): "Không có giấy nào mang số này",
    }  # fmt: skip

    answers = {wrong: ask(wrong) for wrong in cases}

    assert {answer.status_code for answer in answers.values()} == {404}
    assert [said in text(answers[wrong]) for wrong, said in cases.items()] == [True] * len(cases)
    assert not any("Giấy này là thật" in text(answer) for answer in answers.values())


@pytest.mark.parametrize(
    "change",
    [
        lambda kept: Recognition.objects.update(decision_no="46-QĐ/ĐU"),
        lambda kept: Recognition.objects.update(level="province"),
        lambda kept: Recognition.objects.update(decided_on=date(2026, 10, 10)),
        lambda kept: Certificate.objects.update(holder="Vườn hoa thôn Tây"),
        lambda kept: Certificate.objects.update(recognition=recognition()),
    ],
)
def test_what_was_quietly_changed_in_the_tables_is_confirmed_no_more(change):
    kept = issued()
    change(kept)

    answers = [ask(kept.code), ask(kept.short)]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert ["đã khác với lúc cấp" in text(answer) for answer in answers] == [True, True]


def test_a_renamed_model_keeps_the_name_that_was_printed():
    kept = issued()
    exemplar = kept.exemplar
    exemplar.name = "Vườn hoa khu phố 3"
    exemplar.save()

    assert "Vườn hoa thôn Đông" in text(ask(kept.code))


def test_an_annulled_one_says_by_which_decision_and_stays_a_fact():
    kept = issued()
    specialist = make.member(Role.SPECIALIST, kept.exemplar.unit)
    recognitions.annul(kept.recognition, by=specialist, decision="51-QĐ/ĐU", on=date(2026, 11, 2))

    shown = text(ask(kept.code))

    assert "Giấy này đã hết hiệu lực" in shown
    assert "đã bị hủy bỏ theo quyết định 51-QĐ/ĐU, từ ngày 02/11/2026" in shown
    assert "45-QĐ/ĐU" in shown
    assert "Giấy này là thật" not in shown


@pytest.mark.parametrize(
    ("verdict", "said"),
    [
        ("effective", "còn hoạt động, xác nhận gần nhất: 10/2026"),
        ("weak", "còn hoạt động, xác nhận gần nhất: 10/2026"),
        ("dead", "không còn hoạt động, xác nhận gần nhất: 10/2026"),
    ],
)
def test_the_latest_confirmation_is_told(verdict, said):
    kept = issued()
    Verification.objects.create(exemplar=kept.exemplar, verdict="dead", on=date(2025, 10, 1))
    Verification.objects.create(exemplar=kept.exemplar, verdict=verdict, on=date(2026, 10, 1))

    assert said in text(ask(kept.code))


def test_a_person_is_named_only_while_they_agree():
    exemplar = make.exemplar("Bà Trần Thị Bưởi", bearer="person", kind="example")
    kept = issued(recognition(exemplar=exemplar))
    before = text(ask(kept.code))
    consent = Consent.objects.create(
        exemplar=exemplar, person="Trần Thị Bưởi", covers_name=True, how="Giấy", given_on=date(2026, 1, 1),
        recorded_by=make.user(),
    )  # fmt: skip
    agreed = text(ask(kept.code))
    Consent.objects.filter(pk=consent.pk).update(withdrawn_on=date(2026, 11, 1))
    withdrawn = text(ask(kept.code))

    assert ["Bưởi" in shown for shown in (before, agreed, withdrawn)] == [False, True, False]
    assert ["Giấy này là thật" in shown and "45-QĐ/ĐU" in shown for shown in (before, agreed, withdrawn)] == [True] * 3


def test_a_commendation_has_its_certificate_too():
    group, person = issued(award()), issued(award("person", recipient="Lê Văn Tám"))

    assert "Chi bộ thôn Đông" in text(ask(group.code))
    assert "Vận động hiến 1.000 m² đất" in text(ask(group.short))
    assert "Lê Văn Tám" not in text(ask(person.code))
    assert "12/QĐ-UBND" in text(ask(person.code))


def test_many_wrong_codes_of_one_network_are_asked_to_wait_and_others_are_not():
    kept = issued()
    client = Client(REMOTE_ADDR="203.0.113.5")
    for _ in range(MOST):
        assert client.get(reverse("certificates:check", args=["AAAA"])).status_code == 404

    waiting = client.get(reverse("certificates:check", args=[kept.code]))

    assert (waiting.status_code, "Xin chờ một giờ" in text(waiting)) == (429, True)
    assert Client(REMOTE_ADDR="203.0.113.6").get(reverse("certificates:check", args=[kept.code])).status_code == 200


def test_right_codes_are_asked_as_often_as_one_likes():
    kept = issued()

    assert {ask(kept.code).status_code for _ in range(MOST + 5)} == {200}


def test_a_certificate_is_issued_once_and_recorded():
    of = recognition()
    specialist = make.member(Role.SPECIALIST, of.exemplar.unit)

    first, second = certificates.issue(of, by=specialist), certificates.issue(of, by=specialist)

    assert first == second
    event = Event.objects.get(verb="certificate.issue")
    assert (event.by, event.changes["of"]) == (specialist, of.pk)


def test_only_who_prints_certificates_there_issues_one():
    of = recognition()

    for role in (Role.OFFICER, Role.UNIT_LEADER, Role.STANDING, Role.JUROR):
        with pytest.raises(PermissionDenied):
            certificates.issue(of, by=make.member(role, of.exemplar.unit))
    with pytest.raises(PermissionDenied):
        certificates.issue(of, by=make.member(Role.SPECIALIST, make.unit()))
    assert not Certificate.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_who_issue_at_once_issue_one():
    of = recognition()
    specialist = make.member(Role.SPECIALIST, of.exemplar.unit)

    def press(_):
        try:
            return certificates.issue(of, by=specialist).code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        codes = set(pool.map(press, range(4)))

    assert codes == {Certificate.objects.get().code}
