"""Pages of rule sets: the form with its groups, the look before applying, and what each reader finds."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kheo.accounts.roles import Role
from kheo.appraisal.actions import rule_sets
from kheo.appraisal.lifecycle.rules import RuleSetStage as S
from kheo.appraisal.models import Criterion, RuleSet
from kheo.appraisal.samples import COMMUNE, SAMPLES, load_samples
from kheo.movement.models import Draft
from tests import make
from tests.appraisal import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def commune():
    return make.unit("xã Ái Tử")


@pytest.fixture
def head(commune):
    return make.member(Role.HEAD, commune)


@pytest.fixture
def desk(client, head):
    client.force_login(head)
    return client


def rows(prefix, *lines):
    """Fields of one group's lines: (name, points, description)."""
    fields = {f"{prefix}-TOTAL_FORMS": str(len(lines)), f"{prefix}-INITIAL_FORMS": "0"}
    for number, (name, points, description) in enumerate(lines):
        fields |= {
            f"{prefix}-{number}-name": name, f"{prefix}-{number}-maximum": points,
            f"{prefix}-{number}-description": description,
        }  # fmt: skip
    return fields


def typed(unit=None, **changed):
    """What a person types: two groups, one of them blank."""
    fields = {
        "name": "Bộ tiêu chí xã năm 2027", "level": "commune", "profile": "commune", "starts": "01/01/2027",
        "source": "Hướng dẫn 08", "pass_mark": "62,5", "quorum": "67", "vote_threshold": "80", "vote_manner": "hand",
        "abstention": "of_members", "reconsider_days": "10", "groups": "2",
        "nhom-0-name": "Nội dung", "nhom-0-weight": "1,5", "nhom-1-name": "", "nhom-1-weight": "1",
        **rows("nhom-0-dong", ("Cách làm khéo", "40", "Khác cách cũ"), ("Kết quả", "60", ""), ("", "", "")),
        **rows("nhom-1-dong", ("", "", "")),
    }  # fmt: skip
    if unit:
        fields["unit"] = str(unit.pk)
    return {**fields, **changed}


def test_a_new_one_is_written_in_one_form(desk, commune):
    answer = desk.post(reverse("appraisal:rule_set_new"), typed(commune))

    rules = RuleSet.objects.get()
    assert answer["Location"] == f"{rules.get_absolute_url()}?da-luu=moi"
    assert rule_sets.written(rules) == [
        rule_sets.Group(
            "Nội dung",
            (
                rule_sets.Line("Cách làm khéo", "Khác cách cũ", Decimal(40)),
                rule_sets.Line("Kết quả", "", Decimal(60)),
            ),
            Decimal("1.5"),
        )
    ]
    assert (rules.unit, rules.pass_mark, rules.bonus_limit, rules.comment_days) == (commune, Decimal("62.5"), 0, 0)


def test_bad_input_is_said_in_words_and_nothing_typed_is_lost(desk, commune):
    bad = typed(
        commune, **{"pass_mark": "105", "nhom-0-dong-0-maximum": "bốn mươi", "nhom-0-dong-2-maximum": "5"},
        propose_by="01/10/2027", decide_by="01/09/2027",
    )  # fmt: skip

    page = desk.post(reverse("appraisal:rule_set_new"), bad).content.decode()

    for words in (
        "Điểm sàn: Lớn nhất là 100.", "Tiêu chí: Chưa ghi tiêu chí.", "Không sớm hơn hạn gửi đề nghị.",
        'value="bốn mươi"', "Khác cách cũ", "Hướng dẫn 08",
    ):  # fmt: skip
        assert words in page
    assert not RuleSet.objects.exists()


def test_a_group_with_lines_and_without_a_name_is_asked_for_it(desk, commune):
    page = desk.post(reverse("appraisal:rule_set_new"), typed(commune, **{"nhom-0-name": ""})).content.decode()

    assert "Tên nhóm: Chưa ghi tên nhóm." in page
    assert not RuleSet.objects.exists()


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=list(SAMPLES))
def test_a_sample_fills_the_form_and_is_saved_as_shown(desk, commune, sample):
    page = desk.get(reverse("appraisal:rule_set_new"), {"mau": sample.key})
    forms = page.context["forms"]

    sent = {"groups": str(len(forms.groups)), "starts": "01/01/2027", "unit": str(commune.pk)}
    for form in forms.parts:
        for field in form:
            if (value := field.value()) not in (None, False) and field.html_name not in sent:
                sent[field.html_name] = (
                    field.field.prepare_value(value) if hasattr(field.field, "prepare_value") else value
                )
    for part in forms.groups:
        for name in ("TOTAL_FORMS", "INITIAL_FORMS"):
            field = part.lines.management_form[name]
            sent[field.html_name] = field.value()
    answer = desk.post(reverse("appraisal:rule_set_new"), sent)

    assert answer.status_code == 302
    rules = RuleSet.objects.get()
    assert rule_sets.written(rules) == list(sample.groups)
    assert {name: getattr(rules, name) for name in sample.figures} == sample.figures
    assert rules.is_sample
    assert "Mẫu, không phải quy định" in desk.get(rules.get_absolute_url()).content.decode()


def test_saving_and_going_on_gives_one_more_blank_group(desk, head, commune):
    rules = load_samples(commune, by=head, keys=["xa"])[0]
    edit = reverse("appraisal:rule_set_edit", args=[rules.pk])

    answer = desk.post(edit, typed(more="1"))
    page = desk.get(answer["Location"])

    assert answer["Location"].startswith(edit)
    assert [part.head["name"].value() for part in page.context["forms"].groups] == ["Nội dung", None]


def test_a_draft_of_the_form_is_kept_and_given_back(desk):
    data = {"name": "Viết dở", "groups": "1", "nhom-0-name": "Nhóm dở", **rows("nhom-0-dong", ("Dòng dở", "x", ""))}
    desk.post(reverse("movement:draft_save", args=["rule_set", "moi"]), data)

    page = desk.get(reverse("appraisal:rule_set_new")).content.decode()

    for words in ("bản đang viết dở", 'value="Viết dở"', 'value="Nhóm dở"', 'value="Dòng dở"', 'value="x"'):
        assert words in page
    assert "Chưa lưu được" not in page


def test_sending_throws_the_draft_away(desk, commune):
    Draft.objects.create(user=make.user("khac"), form="rule_set", about="moi", data={})
    desk.post(reverse("movement:draft_save", args=["rule_set", "moi"]), {"name": "Viết dở"})

    desk.post(reverse("appraisal:rule_set_new"), typed(commune))

    assert list(Draft.objects.values_list("user__username", flat=True)) == ["khac"]


def test_an_applied_one_opens_no_form(desk, head, commune):
    rules = rule_sets.apply(load_samples(commune, by=head, keys=["xa"])[0], by=head)[0]

    for answer in (
        desk.get(reverse("appraisal:rule_set_edit", args=[rules.pk]), follow=True),
        desk.post(reverse("appraisal:rule_set_edit", args=[rules.pk]), typed(), follow=True),
    ):
        assert "không sửa được; hãy lập bản mới" in answer.content.decode()
    assert rule_sets.written(rules) == list(COMMUNE.groups)


def test_before_the_press_it_is_said_whom_it_touches_and_after_it_too(desk, head, commune):
    old = rule_sets.apply(load_samples(commune, by=head, keys=["xa"])[0], by=head)[0]
    going, staying = making.nomination(rules=old), making.nomination(rules=old, stage="appraised")
    making.sheet(going, total=70)
    desk.post(reverse("appraisal:rule_set_revise", args=[old.pk]))
    new = old.replaced_by.get()
    line = Criterion.objects.filter(group__rule_set=new).first()
    line.maximum += 1
    line.save()

    page = desk.get(reverse("appraisal:rule_set_apply", args=[new.pk])).content.decode()
    answer = desk.post(reverse("appraisal:rule_set_apply", args=[new.pk]), follow=True).content.decode()

    for words in ("1 tiêu chí sửa", str(going.exemplar), str(staying.exemplar), "1 phiếu chấm đã gửi cần"):
        assert words in page
    assert "1 hồ sơ chuyển sang bản này. 1 hồ sơ đã kết luận hoặc đã bỏ phiếu giữ bản cũ. 1 phiếu" in answer
    assert "đã gửi lại 0, còn chờ 1" in answer
    assert str(going.exemplar) in answer
    old.refresh_from_db()
    assert old.stage == S.SUPERSEDED


def test_what_cannot_be_applied_says_why_and_offers_no_press(desk, head, commune):
    rules = load_samples(commune, by=head, keys=["xa"])[0]
    rule_sets.write(rules, by=head, groups=[])

    page = desk.get(reverse("appraisal:rule_set_apply", args=[rules.pk])).content.decode()

    assert "chưa có tiêu chí nào" in page
    assert 'data-busy="Đang áp dụng' not in page


def test_readers_around_read_what_is_applied_and_no_drafts(client, head, commune):
    drafted, other = load_samples(commune, by=head, keys=["xa", "co-so"])
    applied = rule_sets.apply(other, by=head)[0]
    below = make.member(Role.OFFICER, make.unit("chi bộ thôn An Mô", under=commune, level="base"))
    client.force_login(below)

    page = client.get(reverse("appraisal:rule_set_list"))

    assert [row.pk for row in page.context["page"]] == [applied.pk]
    assert client.get(applied.get_absolute_url()).status_code == 200
    assert client.get(drafted.get_absolute_url()).status_code == 404


def test_the_pages_cost_the_same_however_many_files_are_judged(desk, head, commune):
    old = rule_sets.apply(load_samples(commune, by=head, keys=["xa"])[0], by=head)[0]
    new = rule_sets.revise(old, by=head)
    addresses = [old.get_absolute_url(), reverse("appraisal:rule_set_apply", args=[new.pk])]
    round_ = make.round()
    making.nomination(rules=old, round=round_)
    costs = [queries_of(desk, address) for address in addresses]
    for _ in range(3):
        making.nomination(rules=old, round=round_)

    assert [queries_of(desk, address) for address in addresses] == costs


def queries_of(desk, address) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert desk.get(address).status_code == 200
    return len(seen)
