"""Pages of awards: the list with its sums, the history of one recipient, the money of a batch, masked spreadsheets."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kheo.accounts.roles import Role
from kheo.appraisal.actions import batches
from kheo.appraisal.forms.batches import ItemForm
from kheo.appraisal.models import AwardForm, AwardKind, BaseSalary, Commendation
from kheo.appraisal.queries import commendations as queries
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Recognition
from tests import make
from tests.appraisal import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def commune():
    return make.unit("xã Ái Tử")


@pytest.fixture
def desk(client, commune):
    client.force_login(make.member(Role.HEAD, commune))
    return client


def cells(answer):
    sheet = openpyxl.load_workbook(BytesIO(answer.content)).active
    return [[cell for cell in row if cell is not None] for row in sheet.iter_rows(min_row=4, values_only=True)]


def of(commune, **facts):
    return making.commendation(make.exemplar(unit=commune), **facts)


def test_the_list_counts_what_stands_and_what_it_comes_to(desk, commune):
    of(commune, multiple=Decimal("0.3"), base_salary=2_340_000)
    of(commune, multiple=Decimal("0.15"), base_salary=1_800_001)
    of(commune, multiple=Decimal(3), annulled_on=date(2026, 11, 1), annulled_by_decision="9/QĐ")

    page = desk.get(reverse("appraisal:commendation_list"))

    assert page.context["sums"] == queries.Sums(2, 702_000 + 270_000)
    assert len(page.context["page"]) == 3


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"nam": "2025"}, ["Tổ A"]), ({"cap": "province"}, ["Tổ B"]), ({"chu_the": "person"}, ["Lê Hoa"]),
        ({"hinh_thuc": "Bằng khen"}, ["Tổ B"]), ({"q": "tổ b"}, ["Tổ B"]), ({"q": "Bến bãi"}, ["Lê Hoa"]),
        ({"nam": "hai nghìn"}, ["Lê Hoa", "Tổ B", "Tổ A"]), ({"q": "không có"}, []),
    ],
)  # fmt: skip
def test_the_list_is_filtered(desk, commune, query, found):
    of(commune, recipient="Tổ A", year=2025)
    of(commune, recipient="Tổ B", form=making.award_form("province", name="Bằng khen"))
    boat = make.exemplar("Bến bãi bình yên", unit=commune)
    making.commendation(boat, recipient="Lê Hoa", form=making.award_form(bearer="person"))

    page = desk.get(reverse("appraisal:commendation_list"), query)

    assert [row.recipient for row in page.context["page"]] == found


def test_the_history_holds_all_of_the_same_name_and_no_others(desk, commune):
    exemplar = make.exemplar("Đường hoa", unit=commune)
    first = making.commendation(exemplar, recipient="Chi bộ thôn Hòa", year=2024, decided_on=date(2024, 10, 15))
    second = of(commune, recipient="chi bộ thôn hoà", year=2025, decided_on=date(2025, 10, 15))
    of(commune, recipient="Chi bộ thôn Hoa")
    making.commendation(make.exemplar(), recipient="Chi bộ thôn Hòa")  # of a commune beside: not for these eyes
    seen = Recognition.objects.create(
        exemplar=exemplar, level="commune", issuer="Đảng ủy", decided_on=date(2024, 10, 1), year=2024
    )

    page = desk.get(second.get_absolute_url())

    assert page.context["history"].rows == [second, first]
    assert page.context["history"].recognitions == [seen]


def test_a_person_is_masked_in_spreadsheets_for_whoever_did_not_enter_them(client, commune):
    form = making.award_form(bearer="person")
    row = of(commune, form=form, recipient="Nguyễn Thị Hoa", address="thôn Xuân")
    of(commune, recipient="Chi bộ thôn Hạ", decided_on=date(2026, 10, 1))
    seen = {}
    for role in (Role.SPECIALIST, Role.OFFICER):
        client.force_login(make.member(role, commune))
        for name, kwargs in (("commendation_export", {}), ("commendation_history", {"pk": row.pk})):
            seen[role, name] = [line[1] for line in cells(client.get(reverse(f"appraisal:{name}", kwargs=kwargs)))]

    assert seen == {
        (Role.SPECIALIST, "commendation_export"): ["Nguyễn Thị Hoa", "Chi bộ thôn Hạ"],
        (Role.SPECIALIST, "commendation_history"): ["Nguyễn Thị Hoa"],
        (Role.OFFICER, "commendation_export"): ["Nguyễn T. H.", "Chi bộ thôn Hạ"],
        (Role.OFFICER, "commendation_history"): ["Nguyễn T. H."],
    }


def test_entering_one_goes_through_the_form(desk, commune):
    exemplar = make.exemplar("Đường hoa", unit=commune, stage="running")
    form = making.award_form()
    address = reverse("appraisal:commendation_new", args=[exemplar.pk])
    typed = {
        "unit": commune.pk, "form": form.pk, "recipient": "Chi bộ thôn Hạ", "achievement": "Hiến đất", "basis": "movement",
        "decision_no": "12/QĐ-UBND", "decided_on": "15/10/2026", "issuer": "UBND xã",
    }  # fmt: skip

    assert desk.get(address).context["form"]["recipient"].value() == "Xã Ái Tử"
    late = desk.post(address, {**typed, "decided_on": "15/10/2030"}).content.decode()
    answer = desk.post(address, typed)
    again = desk.post(address, {**typed, "decision_no": "13/QĐ-UBND"}).content.decode()

    assert "Không thể sau hôm nay." in late
    assert 'value="Chi bộ thôn Hạ"' in late
    assert answer["Location"] == Commendation.objects.get().get_absolute_url()
    assert "Một thành tích không khen hai lần" in again
    assert 'value="13/QĐ-UBND"' in again
    assert "Chi bộ thôn Hạ" in desk.get(exemplar.get_absolute_url()).content.decode()


def test_the_exemplars_page_offers_it_only_to_who_may(client, commune):
    exemplar = make.exemplar(unit=commune)
    offered = {}
    for role in (Role.SPECIALIST, Role.OFFICER):
        client.force_login(make.member(role, commune))
        offered[role] = "Ghi khen thưởng" in client.get(exemplar.get_absolute_url()).content.decode()

    assert offered == {Role.SPECIALIST: True, Role.OFFICER: False}


def test_a_wrong_annulment_comes_back_with_its_sentence(desk, commune):
    row = of(commune)

    page = desk.post(
        reverse("appraisal:commendation_annul", args=[row.pk]), {"decision": "45/QĐ", "on": "01/01/2026"}
    ).content.decode()

    assert "không thể trước ngày quyết định khen thưởng" in page
    assert 'value="45/QĐ"' in page


# The money of a batch


def test_a_batch_plans_its_money_and_keeps_it_once_given(desk, commune):
    round_, rules = make.round(), making.rule_set(commune)
    files = [making.nomination(rules=rules, round=round_) for _ in range(3)]
    batch = making.batch(files)
    form = making.award_form(multiple=Decimal("0.3"))
    planned, given, _ = batch.items.all()
    planned.award_form = given.award_form = form
    given.commendation = making.commendation(
        files[1].exemplar, form=form, multiple=Decimal("0.5"), base_salary=1_000_000, recipient="Chi bộ"
    )
    planned.save()
    given.save()

    money = queries.money_of(batch)
    page = desk.get(reverse("appraisal:batch_money", args=[batch.pk])).content.decode()
    sheet = cells(desk.get(reverse("appraisal:batch_money_export", args=[batch.pk])))

    assert [line.amount for line in money.lines] == [702_000, 500_000]
    assert money.total == 1_202_000
    assert "1.202.000" in page
    assert sheet[-1] == ["Cộng", 1_202_000]


def test_without_a_base_salary_a_batch_says_that_nothing_can_be_counted(desk, commune):
    batch = making.batch([making.nomination(rules=making.rule_set(commune))])
    batch.items.update(award_form=making.award_form())
    BaseSalary.objects.all().delete()

    assert queries.money_of(batch).lines[0].amount is None
    assert "chưa ghi lương cơ sở" in desk.get(reverse("appraisal:batch_money", args=[batch.pk])).content.decode()


def test_a_list_refuses_an_award_for_merit_and_does_not_offer_it(desk, commune):
    batch = making.batch([making.nomination(rules=making.rule_set(commune))])
    item, merit = batch.items.get(), making.award_form(kind=AwardKind.MERIT)
    plain = making.award_form()

    offered = ItemForm(item=item).fields["award_form"].queryset
    with pytest.raises(NotYet, match="không làm căn cứ khen thưởng công trạng"):
        batches.set_result(item, by=batch.made_by, result="granted", award_form=merit)

    item.refresh_from_db()
    assert (list(offered), item.award_form) == ([plain], None)


# Forms of award


def test_the_table_says_what_each_form_comes_to_today(desk):
    making.award_form(name="Giấy khen", multiple=Decimal("0.3"))

    page = desk.get(reverse("appraisal:award_list")).content.decode()

    assert "702.000" in page


def test_the_sample_table_is_loaded_by_a_press_and_says_it_is_one(desk):
    page = desk.post(reverse("appraisal:award_samples"), follow=True).content.decode()

    assert set(AwardForm.objects.values_list("level", flat=True)) == {"commune"}
    assert "Mẫu, không phải quy định" in page


def test_a_form_with_a_bad_figure_comes_back(desk):
    typed = {
        "name": "Giấy khen",
        "level": "province",
        "bearer": "group",
        "kind": "movement",
        "multiple": "ba",
        "starts": "1/1",
    }

    page = desk.post(reverse("appraisal:award_new"), typed).content.decode()

    assert 'value="ba"' in page
    assert "Lựa chọn này không có trong danh sách" in page
    assert not AwardForm.objects.exists()


def test_the_list_costs_the_same_at_one_row_and_at_three(desk, commune):
    address = reverse("appraisal:commendation_list")
    of(commune)
    cost = queries_of(desk, address)
    for _ in range(2):
        of(commune)

    assert queries_of(desk, address) == cost


def queries_of(desk, address) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert desk.get(address).status_code == 200
    return len(seen)
