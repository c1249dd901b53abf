"""Rule sets: written as drafts, frozen when applied, changed only by a version that says whom it touches."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from kheo.accounts.roles import Role
from kheo.appraisal.actions import rule_sets, votes
from kheo.appraisal.actions.rule_sets import Group, Line
from kheo.appraisal.lifecycle.rules import RuleSetStage as S
from kheo.appraisal.models import Column, Criterion, CriterionGroup, Profile, RuleSet, Score, ScoreChange
from kheo.appraisal.samples import COMMUNE, PROVINCE, SAMPLES, load_samples
from kheo.audit.models import Event
from kheo.movement.lifecycle.move import NotYet
from tests import make
from tests.appraisal import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def commune():
    return make.unit()


@pytest.fixture
def head(commune):
    return make.member(Role.HEAD, commune)


def applied_sample(commune, head, sample=COMMUNE) -> RuleSet:
    draft = load_samples(commune, by=head, keys=[sample.key])[0]
    return rule_sets.apply(draft, by=head)[0]


def verbs():
    return list(Event.objects.order_by("number").values_list("verb", flat=True))


def revised(old, head, change) -> RuleSet:
    """A new version whose lines are `change(line)`; None drops the line."""
    new = rule_sets.revise(old, by=head)
    groups = [
        replace(group, lines=tuple(kept for line in group.lines if (kept := change(line))))
        for group in rule_sets.written(new)
    ]
    return rule_sets.write(new, by=head, groups=groups)


def scored(file, column=Column.APPRAISER, points=5, **facts):
    """A sent sheet with the same points on every line of the file's rule set."""
    sheet = making.sheet(file, column, **facts)
    for line in Criterion.objects.filter(group__rule_set=file.rule_set):
        Score.objects.create(sheet=sheet, criterion=line, points=points)
    return sheet


# Writing


def test_a_draft_holds_its_groups_and_lines_in_order(commune, head):
    groups = [
        Group("Một", (Line("a", "cách chấm", Decimal(40)), Line("b", maximum=Decimal("20.5"))), Decimal(2)),
        Group("Hai", (Line("c", maximum=Decimal(5), is_bonus=True),)),
    ]

    rules = rule_sets.draft(
        commune, by=head, groups=groups, name="Bộ thử", level="commune", profile="commune", starts=date(2026, 1, 1)
    )

    assert rule_sets.written(rules) == groups
    assert (rules.stage, rules.version, rules.made_by, verbs()) == (S.DRAFT, 1, head, ["ruleset.draft"])


def test_writing_puts_the_new_lines_in_place_of_the_former_and_says_what_changed(commune, head):
    rules = load_samples(commune, by=head, keys=["xa"])[0]
    groups = [Group("Nhóm", (Line("Chỉ một", maximum=Decimal(100)),))]

    rule_sets.write(rules, by=head, groups=groups, pass_mark=Decimal("55.5"))

    rules.refresh_from_db()
    assert (rule_sets.written(rules), rules.pass_mark) == (groups, Decimal("55.50"))
    event = Event.objects.get(verb="ruleset.write")
    assert event.changes["pass_mark"] == ["60", "55.5"]
    assert event.changes["criteria"][1] == [["Nhóm", "1", ["Chỉ một", "100"]]]


def test_writing_nothing_new_leaves_no_event(commune, head):
    rules = load_samples(commune, by=head, keys=["tinh"])[0]

    rule_sets.write(rules, by=head, groups=PROVINCE.groups, **PROVINCE.facts(rules.starts))

    assert verbs() == ["ruleset.draft"]


@pytest.mark.parametrize(
    ("facts", "words"),
    [({"name": "  "}, "đặt tên"), ({"ends": date(2025, 12, 31), "starts": date(2026, 1, 1)}, "Ngày kết thúc")],
)
def test_what_cannot_be_is_refused_and_changes_nothing(commune, head, facts, words):
    rules = load_samples(commune, by=head, keys=["xa"])[0]

    with pytest.raises(NotYet, match=words):
        rule_sets.write(rules, by=head, groups=[], **facts)

    assert rule_sets.written(rules) == list(COMMUNE.groups)
    assert verbs() == ["ruleset.draft"]


def test_who_writes_and_who_applies(commune, head):
    specialist, leader = make.member(Role.SPECIALIST, commune), make.member(Role.UNIT_LEADER, commune)
    beside = make.member(Role.HEAD, make.unit())

    rules = load_samples(commune, by=specialist, keys=["xa"])[0]

    for person in (leader, beside):
        with pytest.raises(PermissionDenied):
            load_samples(commune, by=person, keys=["xa"])
        with pytest.raises(PermissionDenied):
            rule_sets.write(rules, by=person, groups=[])
        with pytest.raises(PermissionDenied):
            rule_sets.discard(rules, by=person)
    for person in (specialist, leader, beside):
        with pytest.raises(PermissionDenied):
            rule_sets.apply(rules, by=person)
    assert rule_sets.apply(rules, by=head)[0].stage == S.APPLIED


def test_a_draft_is_thrown_away(commune, head):
    rules = load_samples(commune, by=head, keys=["xa"])[0]

    rule_sets.discard(rules, by=head)

    assert not RuleSet.objects.exists()
    assert not Criterion.objects.exists()
    assert verbs() == ["ruleset.draft", "ruleset.discard"]


# Frozen


def test_an_applied_one_is_frozen_in_its_actions(commune, head):
    rules = applied_sample(commune, head)

    for act in (
        lambda: rule_sets.write(rules, by=head, groups=[], name="Tên khác"),
        lambda: rule_sets.discard(rules, by=head),
    ):
        with pytest.raises(NotYet, match="đang áp dụng nên không sửa được; hãy lập bản mới"):
            act()

    rules.refresh_from_db()
    assert (rules.name, rule_sets.written(rules)) == (COMMUNE.name, list(COMMUNE.groups))


@pytest.mark.parametrize(("model", "change"), [(Criterion, {"maximum": 99}), (CriterionGroup, {"weight": 9})])
def test_the_database_refuses_a_change_of_its_lines(commune, head, model, change):
    draft, applied = load_samples(commune, by=head, keys=["xa"])[0], applied_sample(commune, head)
    of = "group__rule_set" if model is Criterion else "rule_set"
    keys = model.objects.filter(**{of: applied}).values("pk")

    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        model.objects.filter(pk__in=keys).update(**change)

    assert not model.objects.filter(pk__in=keys, **change).exists()
    assert model.objects.filter(**{of: draft}).update(**change) > 0


# Applying


@pytest.mark.parametrize(
    ("facts", "groups", "words"),
    [
        ({}, [], "chưa có tiêu chí nào"),
        ({"pass_mark": None}, COMMUNE.groups, "chưa ghi điểm sàn"),
        ({"quorum": None}, COMMUNE.groups, "cách bỏ phiếu, tỷ lệ đồng ý và số thành viên"),
        ({}, [Group("Nhóm", (Line("Thiếu điểm"),))], "chưa ghi điểm tối đa"),
    ],
)
def test_an_incomplete_one_is_not_applied(commune, head, facts, groups, words):
    rules = load_samples(commune, by=head, keys=["xa"])[0]
    rule_sets.write(rules, by=head, groups=groups, **facts)

    with pytest.raises(NotYet, match=words):
        rule_sets.apply(rules, by=head)

    rules.refresh_from_db()
    assert rules.stage == S.DRAFT
    assert "ruleset.apply" not in verbs()


def test_two_of_one_time_do_not_stand_side_by_side(commune, head):
    applied_sample(commune, head)
    other = load_samples(commune, by=head, keys=["xa"])[0]

    with pytest.raises(NotYet, match="trùng thời gian với “Bộ tiêu chí cấp xã"):
        rule_sets.apply(other, by=head)


def test_one_that_follows_in_time_stands_beside(commune, head):
    this_year = making.rule_set(commune, ends=date(2026, 12, 31))
    next_year = load_samples(commune, by=head, keys=["xa"], starts=date(2027, 1, 1))[0]

    rule_sets.apply(next_year, by=head)

    chosen = RuleSet.objects.applied(commune, "commune", on=date(2026, 12, 31)).first()
    assert (chosen, RuleSet.objects.applied(commune, "commune", on=date(2027, 1, 1)).first()) == (this_year, next_year)


def test_the_nearest_one_above_judges_where_a_unit_has_none_of_its_own(commune):
    above = making.rule_set(make.province(), level="commune")
    own = making.rule_set(commune)
    making.rule_set(commune, level="base")
    beside = make.unit()

    pick = RuleSet.objects.applied

    assert pick(commune, "commune").first() == own
    assert pick(beside, "commune").first() == above
    assert pick(beside, "province").first() is None
    assert pick(commune, "commune", on=date(2019, 12, 31)).first() is None


def test_ending_one_without_a_successor_wants_a_reason(commune, head):
    rules = applied_sample(commune, head)

    with pytest.raises(NotYet, match="Cần ghi lý do"):
        rule_sets.supersede(rules, by=head, note=" ")
    rule_sets.supersede(rules, by=head, note="Dùng bộ của tỉnh")

    rules.refresh_from_db()
    assert rules.stage == S.SUPERSEDED
    assert RuleSet.objects.applied(commune, "commune").first() is None


# A criterion changed mid-season


def test_a_new_version_is_a_copy_that_knows_what_it_came_from(commune, head):
    old = applied_sample(commune, head)

    new = rule_sets.revise(old, by=head)

    assert (new.replaces, new.version, new.stage, new.level) == (old, 2, S.DRAFT, old.level)
    assert rule_sets.written(new) == rule_sets.written(old, going_on=True)
    with pytest.raises(NotYet, match="Đã có bản đang soạn để thay bộ này"):
        rule_sets.revise(old, by=head)


def test_only_an_applied_one_is_revised(commune, head):
    draft = load_samples(commune, by=head, keys=["xa"])[0]

    with pytest.raises(NotYet, match="đang áp dụng"):
        rule_sets.revise(draft, by=head)


def test_unconcluded_files_go_over_and_concluded_ones_stay(commune, head):
    old = applied_sample(commune, head)
    round_ = make.round()
    files = {
        stage: making.nomination(rules=old, stage=stage, round=round_)
        for stage in ("proposed", "returned", "appraised", "published", "submitted", "granted", "declined", "dropped")
    }
    voted = making.nomination(rules=old, round=round_)
    panel = making.panel(old, made_by=head, round=round_)
    closed = making.panel(old, made_by=head, round=round_, closed_on=date(2026, 5, 1))
    making.counted_vote(panel, [voted])
    new = revised(old, head, lambda line: replace(line, maximum=line.maximum + 1))

    _, touched = rule_sets.apply(new, by=head)

    for row in (old, new, panel, closed, voted, *files.values()):
        row.refresh_from_db()
    assert (old.stage, new.stage, new.applied_by) == (S.SUPERSEDED, S.APPLIED, head)
    assert {stage for stage, file in files.items() if file.rule_set == new} == {"proposed", "returned"}
    assert (voted.rule_set, panel.rule_set, closed.rule_set) == (old, new, old)
    assert touched.moved == sorted([files["proposed"].pk, files["returned"].pk])
    assert touched.stayed == sorted([voted.pk, *(files[stage].pk for stage in ("appraised", "published", "submitted"))])
    assert verbs()[-2:] == ["ruleset.supersede", "ruleset.apply"]
    assert Event.objects.get(verb="ruleset.apply", subject_id=str(new.pk)).changes["moved"] == touched.moved


def test_a_criterion_changed_mid_season_has_its_sheets_confirmed_again(commune, head):
    old = applied_sample(commune, head)
    going, done = making.nomination(rules=old), making.nomination(rules=old, stage="appraised")
    judge = make.member(Role.JUROR, commune)
    sent = scored(going, points=12)
    of_juror = scored(going, Column.COUNCIL, juror=judge, points=10)
    kept_out = scored(making.nomination(rules=old), left_out_reason="Đến muộn")
    concluded = scored(done, points=10)
    lines = {line.name: line for line in Criterion.objects.filter(group__rule_set=old)}
    names = list(lines)
    # The first line holds less now, the second is said otherwise, the last is gone; the others are as they were.
    change = {
        names[0]: lambda line: replace(line, maximum=Decimal(11)),
        names[1]: lambda line: replace(line, description="Chấm khác"),
        names[-1]: lambda line: None,
    }
    new = revised(old, head, lambda line: change.get(line.name, lambda same: same)(line))

    _, touched = rule_sets.apply(new, by=head)

    for row in (sent, of_juror, kept_out, concluded):
        row.refresh_from_db()
    assert touched.to_confirm == sorted([sent.pk, of_juror.pk])
    assert (sent.sent_at, sent.total, sent.again_reason) == (
        None, None, "Bộ tiêu chí có bản 2: 2 tiêu chí sửa, 1 tiêu chí bỏ.",
    )  # fmt: skip
    assert (concluded.sent_at is not None, concluded.total) == (True, Decimal(80))
    assert kept_out.sent_at is not None
    of_new = {score.criterion.name: score.points for score in sent.scores.filter(criterion__group__rule_set=new)}
    assert of_new == {names[0]: None, **{name: Decimal(12) for name in names[1:-1]}}
    assert [(each.before, each.after, each.by) for each in ScoreChange.objects.all()] == [(Decimal(12), None, head)]
    assert of_juror.scores.get(criterion__replaces=lines[names[0]]).points == Decimal(10)
    assert set(concluded.scores.values_list("criterion__group__rule_set", flat=True)) == {old.pk}


def test_a_version_that_changes_no_line_leaves_the_sheets_as_they_are(commune, head):
    old = applied_sample(commune, head)
    file = making.nomination(rules=old)
    sheet = scored(file)
    new = rule_sets.revise(old, by=head)
    rule_sets.write(new, by=head, groups=rule_sets.written(new), pass_mark=Decimal(50))

    _, touched = rule_sets.apply(new, by=head)

    sheet.refresh_from_db()
    file.refresh_from_db()
    assert (touched.to_confirm, sheet.total, sheet.again_reason) == ([], Decimal(80), "")
    assert file.rule_set == new
    assert set(sheet.scores.values_list("criterion__group__rule_set", flat=True)) == {new.pk}


def test_a_weight_or_the_bonus_limit_alone_asks_for_the_sheets_again(commune, head):
    old = applied_sample(commune, head)
    sheet = scored(making.nomination(rules=old))
    new = rule_sets.revise(old, by=head)
    rule_sets.write(new, by=head, groups=rule_sets.written(new), bonus_limit=Decimal(3))

    _, touched = rule_sets.apply(new, by=head)

    sheet.refresh_from_db()
    assert touched.to_confirm == [sheet.pk]
    assert sheet.again_reason == "Bộ tiêu chí có bản 2: điểm thưởng tối đa đổi."


def test_a_version_is_not_applied_during_a_vote(commune, head):
    old = applied_sample(commune, head)
    vote = making.counted_vote(making.panel(old, made_by=head), [making.nomination(rules=old)], stage="open")
    new = rule_sets.revise(old, by=head)

    with pytest.raises(NotYet, match="đang mở theo bản cũ"):
        rule_sets.apply(new, by=head)
    vote.delete()

    assert rule_sets.apply(new, by=head)[0].stage == S.APPLIED


def test_a_vote_being_prepared_follows_the_new_version(commune, head):
    old = applied_sample(commune, head)
    vote = making.counted_vote(making.panel(old, made_by=head), [], stage="preparing")

    new, _ = rule_sets.apply(rule_sets.revise(old, by=head), by=head)

    vote.refresh_from_db()
    assert vote.rule_set == new


def test_a_concluded_file_is_voted_on_by_the_panel_that_went_over_and_counted_by_its_own_version(commune, head):
    old = applied_sample(commune, head)
    round_ = make.round()
    file = making.nomination(rules=old, stage="appraised", round=round_)
    panel = making.panel(old, made_by=head, round=round_)
    new = rule_sets.revise(old, by=head)
    rule_sets.write(new, by=head, groups=rule_sets.written(new), vote_threshold=90)
    rule_sets.apply(new, by=head)
    panel.refresh_from_db()
    file.refresh_from_db()

    assert panel.rule_set == new
    assert votes.why_not_listed(file, panel) is None
    assert making.counted_vote(panel, [file], agreed=6, opposed=4).lines.get().is_passed  # 60 %: of 51, not of 90


def test_a_version_of_a_day_to_come_waits_for_its_day(commune, head):
    old = applied_sample(commune, head)
    new = rule_sets.revise(old, by=head)
    tomorrow = timezone.localdate() + timedelta(days=1)
    rule_sets.write(new, by=head, groups=rule_sets.written(new), starts=tomorrow)

    with pytest.raises(NotYet, match=f"áp dụng từ ngày {tomorrow:%d/%m/%Y}"):
        rule_sets.apply(new, by=head)

    old.refresh_from_db()
    assert old.stage == S.APPLIED


def test_the_second_of_two_versions_reads_which_came_first(commune, head):
    old = applied_sample(commune, head)
    first = rule_sets.revise(old, by=head)
    second = RuleSet.objects.get(pk=first.pk)
    second.pk, second.name = None, "Bản khác"
    second.save()
    making_line = CriterionGroup.objects.create(rule_set=second, name="Nhóm")
    Criterion.objects.create(group=making_line, name="Dòng", maximum=100)
    rule_sets.apply(first, by=head)

    with pytest.raises(NotYet, match=r"đã được thay bằng “Bộ tiêu chí cấp xã \(bản 2\)”"):
        rule_sets.apply(second, by=head)


# The shipped samples


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=list(SAMPLES))
def test_a_sample_says_it_is_one_names_its_source_and_can_be_applied(commune, head, sample):
    rules = load_samples(commune, by=head, keys=[sample.key])[0]

    assert (rules.is_sample, rules.source) == (True, sample.source)
    assert rules.why_not_applicable() is None


def test_the_samples_add_up_as_published_or_not_at_all():
    points = {key: [line.maximum for group in sample.groups for line in group.lines] for key, sample in SAMPLES.items()}

    assert points["xa"] == [10, 15, 15, 20, 25, 15]
    assert sum(points["tinh"]) == 100
    assert set(points["co-so"]) == {None}
    assert not any(line.is_bonus for sample in SAMPLES.values() for group in sample.groups for line in group.lines)
    assert {sample.profile for sample in SAMPLES.values()} == set(Profile)


def test_the_command_writes_the_samples_as_drafts(commune, head, capsys):
    commune.code = "19669"
    commune.save()

    call_command("load_rule_samples", "19669", by=head.username)

    assert set(RuleSet.objects.values_list("unit", "stage", "level")) == {
        (commune.pk, "draft", level) for level in ("base", "commune", "province")
    }
    assert capsys.readouterr().out.count("Mẫu, không phải quy định") == 3
    with pytest.raises(CommandError, match="Không có đơn vị mã 00000"):
        call_command("load_rule_samples", "00000", by=head.username)
    with pytest.raises(CommandError, match="chưa được giao quyền"):
        call_command("load_rule_samples", "19669", by=make.user("la").username)
